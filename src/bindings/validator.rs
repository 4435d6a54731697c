//! The binding to the `validator` crate: it converts, and decides nothing.

use std::time::SystemTime;

use serde_json::Value;
use validator::{Validate, ValidateArgs, ValidationError, ValidationErrors, ValidationErrorsKind};

use crate::options::Options;
use crate::report::{Path, Report, Segment, Suggestion, Violation};
use crate::request::{CheckoutSessionRequest, CheckoutSessionRequestV1};
use crate::timestamp::Timestamp;

/// The key under which `validator` reports errors of a whole body.
const BODY: &str = "__all__";

/// Validates the request with the [usual options](Options::new) at the time of the system's clock. Nothing else in the
/// crate reads a clock. Panics on targets without one (`wasm32-unknown-unknown`).
///
/// The request has a method [`validate`](CheckoutSessionRequest::validate) of its own, which takes options and returns
/// a report, so call this one by its full name:
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, Currency, request::UiMode};
/// use validator::Validate;
///
/// let request = CheckoutSessionRequest::payment(0, Currency::Clp).ui_mode(UiMode::Embedded).build();
/// let errors = Validate::validate(&request).unwrap_err();
/// assert_eq!(errors.field_errors()["amount"][0].code, "invalid_positive_integer");
/// ```
///
/// # Errors
///
/// The errors of the report, [converted](Report#impl-From%3C%26Report%3E-for-ValidationErrors), such as
/// `invalid_positive_integer` at `amount` for an amount of 0. Warnings are not errors.
impl Validate for CheckoutSessionRequest {
    fn validate(&self) -> Result<(), ValidationErrors> {
        self.validate_with_args(&Options::new(now()))
    }
}

/// Validates the request with the given [`Options`], for an extractor that has them in the state of the application.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, Options, Timestamp};
/// use validator::ValidateArgs;
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?).strict(true);
/// let errors = CheckoutSessionRequest::default().validate_with_args(&options).unwrap_err();
/// assert_eq!(errors.field_errors()["currency"][0].code, "missing_parameter");
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
///
/// # Errors
///
/// The errors of the report, such as `missing_parameter` at `currency` if that is absent. Warnings are not errors.
impl<'v> ValidateArgs<'v> for CheckoutSessionRequest {
    type Args = &'v Options;

    fn validate_with_args(&self, options: &'v Options) -> Result<(), ValidationErrors> {
        fail_on_errors(&self.validate(options))
    }
}

/// Validates a request of version 1, as for [`CheckoutSessionRequest`]:
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequestV1, Currency};
/// use validator::Validate;
///
/// let request = CheckoutSessionRequestV1::payment(7_000_000, Currency::Clp).build();
/// let errors = Validate::validate(&request).unwrap_err();
/// assert_eq!(errors.field_errors()["amount"][0].code, "invalid_amount");
/// ```
impl Validate for CheckoutSessionRequestV1 {
    fn validate(&self) -> Result<(), ValidationErrors> {
        self.validate_with_args(&Options::new(now()))
    }
}

/// Validates a request of version 1 with the given [`Options`], as for [`CheckoutSessionRequest`].
impl<'v> ValidateArgs<'v> for CheckoutSessionRequestV1 {
    type Args = &'v Options;

    fn validate_with_args(&self, options: &'v Options) -> Result<(), ValidationErrors> {
        fail_on_errors(&self.validate(options))
    }
}

/// Converts the errors of a report, in its language, and leaves out the warnings.
///
/// The key of an error is its [`param`](Violation::param) or, for the whole body, `__all__`. The errors are not nested
/// like the request, because [`ValidationErrors`] cannot hold both an error of `customer_data` and one of a field in
/// it. Errors of one `param` keep the order of the report.
///
/// An error's `code` is [Fintoc's](crate::ErrorCode), and its `params` are:
///
/// - `rule`: the id of the violated [`Rule`](crate::Rule)
/// - `path`: an array of names and indexes
/// - `suggestion`: a string, an integer or an array of strings, if there is [one](Violation::suggestion)
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, validate_json};
/// use validator::ValidationErrors;
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": "1000", "currency": "CLP", "ui_mode": "embedded"}"#, &options);
/// let errors = ValidationErrors::from(&report);
/// let error = &errors.field_errors()["amount"][0];
/// assert_eq!(error.code, "invalid_integer");
/// assert_eq!(error.params["rule"], "type");
/// assert_eq!(error.params["suggestion"], 1000);
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
impl From<&Report> for ValidationErrors {
    fn from(report: &Report) -> Self {
        let mut errors = Self::new();
        for violation in &report.errors {
            let param = if violation.path.segments().is_empty() { BODY.to_owned() } else { violation.param() };
            let under_param = errors.0.entry(param.into()).or_insert_with(|| ValidationErrorsKind::Field(Vec::new()));
            if let ValidationErrorsKind::Field(list) = under_param {
                list.push(error(violation, report));
            }
        }
        errors
    }
}

fn fail_on_errors(report: &Report) -> Result<(), ValidationErrors> {
    if report.is_valid() { Ok(()) } else { Err(report.into()) }
}

fn error(violation: &Violation, report: &Report) -> ValidationError {
    let mut error =
        ValidationError::new(violation.code().as_str()).with_message(violation.message(report.locale).into());
    error.params.insert("rule".into(), violation.rule().as_str().into());
    error.params.insert("path".into(), array(&violation.path));
    if let Some(suggestion) = violation.suggestion() {
        let suggestion = match suggestion {
            Suggestion::Text(text) => Value::from(text),
            Suggestion::Number(number) => Value::from(number),
            Suggestion::Texts(texts) => Value::from(texts.into_iter().map(String::from).collect::<Vec<_>>()),
        };
        error.params.insert("suggestion".into(), suggestion);
    }
    error
}

fn array(path: &Path) -> Value {
    let steps = path.segments().iter().map(|segment| match segment {
        Segment::Key(name) => Value::from(name.as_ref()),
        Segment::Index(index) => Value::from(*index),
    });
    steps.collect()
}

/// Returns the time of the system's clock, which the trait has no parameter for; 1970-01-01T00:00:00Z if the clock is
/// set to an earlier time.
fn now() -> Timestamp {
    Timestamp::try_from(SystemTime::now()).unwrap_or(Timestamp::UNIX_EPOCH)
}
