//! What is found in a request.

use std::borrow::Cow;
use std::fmt;

use serde::ser::{Serialize, Serializer};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::catalogue::Rule;
use crate::json::Writer;
use crate::messages::Locale;
use crate::path::Path;
use crate::problem::Problem;

/// Every violation in a request: errors, which the API refuses, and warnings, which a person should look at.
///
/// Both stand in the order of the request's fields. [`Display`](fmt::Display) and [`Serialize`] write the messages in
/// [`locale`](Report::locale).
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, validate_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": 0, "currency": "CLP", "ui_mode": "embedded"}"#, &options);
/// assert!(!report.is_valid());
/// assert_eq!(report.errors[0].rule().id(), "amount-positive");
/// assert_eq!(report.errors[0].param(), "amount");
/// # Ok::<(), fintoc_preflight::InvalidTimestamp>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// What makes the request invalid.
    pub errors: Vec<Violation>,
    /// What the API may accept, but a person should look at.
    pub warnings: Vec<Violation>,
    /// How many violations are beyond [`Options::max_violations`](crate::Options::max_violations), and not listed.
    pub omitted: Omitted,
    /// The language of the messages.
    pub locale: Locale,
}

/// How many violations a report leaves out, as it lists at most so many of each level.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, validate_json};
///
/// let now: Timestamp = "2026-01-13T12:00:00Z".parse()?;
/// let report = validate_json("{}", &Options { max_violations: 1, ..Options::new(now) });
/// assert_eq!((report.errors.len(), report.omitted.errors, report.omitted.warnings), (1, 3, 0));
/// # Ok::<(), fintoc_preflight::InvalidTimestamp>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Omitted {
    /// Errors that are not listed.
    pub errors: usize,
    /// Warnings that are not listed.
    pub warnings: usize,
}

impl Omitted {
    /// True if every violation is listed.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.errors == 0 && self.warnings == 0
    }
}

impl Report {
    /// The report of a body that a binding could not even hand over.
    #[cfg(any(feature = "wasm", feature = "wasm-session"))]
    pub(crate) fn refusal(problem: Problem, body: BodyKind, locale: Locale) -> Self {
        let violation = Violation { level: Level::Error, path: Path::default(), problem, body };
        Self { errors: vec![violation], locale, ..Self::default() }
    }

    /// Whether there are no errors, listed or left out.
    #[must_use]
    pub const fn is_valid(&self) -> bool {
        self.errors.is_empty() && self.omitted.errors == 0
    }

    /// The report on a body, of one on what stands in its field `name`.
    pub(crate) fn within(mut self, name: &'static str) -> Self {
        for violation in self.errors.iter_mut().chain(&mut self.warnings) {
            violation.path = std::mem::take(&mut violation.path).within(name);
        }
        self
    }

    /// Leaves out what is beyond the first so many errors and warnings, and counts it.
    pub(crate) fn bounded(mut self, max_violations: usize) -> Self {
        let lists = [(&mut self.errors, &mut self.omitted.errors), (&mut self.warnings, &mut self.omitted.warnings)];
        for (list, omitted) in lists {
            *omitted = omitted.saturating_add(list.len().saturating_sub(max_violations));
            list.truncate(max_violations);
        }
        self
    }

    /// The errors, then the warnings.
    pub fn violations(&self) -> impl Iterator<Item = &Violation> {
        self.errors.iter().chain(&self.warnings)
    }

    /// The report as JSON text on one line: the same bytes in every binding.
    ///
    /// ```
    /// # use fintoc_preflight::{Options, Timestamp, validate_json};
    /// # let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
    /// let report = validate_json(r#"{"amount": 1, "ui_mode": "embedded"}"#, &options);
    /// assert_eq!(
    ///     report.to_json(),
    ///     concat!(
    ///         r#"{"valid":false,"errors":[{"rule":"required","level":"error","code":"missing_parameter","#,
    ///         r#""path":["currency"],"param":"currency","message":"currency is missing."}],"warnings":[]}"#,
    ///     ),
    /// );
    /// # Ok::<(), fintoc_preflight::InvalidTimestamp>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        /// What most violations take.
        const USUAL_LENGTH: usize = 256;
        let mut out = String::with_capacity(self.violations().count().saturating_add(1).saturating_mul(USUAL_LENGTH));
        self.write(&mut out);
        out
    }

    /// Whether there are neither errors nor warnings.
    #[cfg(feature = "wasm")]
    pub(crate) const fn is_empty(&self) -> bool {
        self.errors.is_empty() && self.warnings.is_empty() && self.omitted.is_none()
    }

    /// Writes the report as JSON text.
    pub(crate) fn write(&self, out: &mut String) {
        let begin = if self.is_valid() { "{\"valid\":true,\"errors\":" } else { "{\"valid\":false,\"errors\":" };
        for (name, violations) in [(begin, &self.errors), (",\"warnings\":", &self.warnings)] {
            out.raw(name);
            out.list(violations, |violation, out| violation.write(self.locale, out));
        }
        if !self.omitted.is_none() {
            for (name, count) in
                [(",\"omitted\":{\"errors\":", self.omitted.errors), (",\"warnings\":", self.omitted.warnings)]
            {
                out.raw(name);
                out.integer(i64::try_from(count).unwrap_or(i64::MAX));
            }
            out.raw("}");
        }
        out.raw("}");
    }
}

/// A line for each violation, as `error[amount-positive] amount: …`.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.violations().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            let (level, rule, param) = (violation.level.id(), violation.rule(), violation.param());
            let separator = if param.is_empty() { "" } else { " " };
            write!(f, "{level}[{rule}]{separator}{param}: {}", violation.message(self.locale))?;
        }
        Ok(())
    }
}

/// So that a report can be the error of a `Result`.
impl std::error::Error for Report {}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.to_json();
        crate::request::serialize(&text, serializer)
    }
}

/// One violation of one rule at one place.
///
/// It holds facts; the words are made from them on demand. None of them is a string from the request, but for the keys
/// in its path.
///
/// ```
/// use fintoc_preflight::{Code, Level, Locale, Options, Rule, Timestamp, validate_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": 0, "currency": "CLP", "ui_mode": "embedded"}"#, &options);
/// let violation = &report.errors[0];
/// assert_eq!((violation.level, violation.rule()), (Level::Error, Rule::AmountPositive));
/// assert_eq!(violation.code(), Code::InvalidPositiveInteger);
/// assert_eq!(violation.message(Locale::En), "amount must be at least 1, but is 0.");
/// assert_eq!(violation.suggestion(), None);
/// # Ok::<(), fintoc_preflight::InvalidTimestamp>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Whether it makes the request invalid.
    pub level: Level,
    /// Where it is.
    pub path: Path,
    /// What is wrong.
    pub problem: Problem,
    /// What the body is, which the message names.
    pub body: BodyKind,
}

/// What a body is: sent to Fintoc, or sent by it.
///
/// ```
/// use fintoc_preflight::{BodyKind, Options, Timestamp, session::parse_event};
///
/// let report = parse_event("[]", &Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?)).unwrap_err();
/// assert_eq!(report.errors[0].body, BodyKind::Event);
/// assert_eq!(report.to_string(), "error[type]: the event must be an object, but is an array.");
/// # Ok::<(), fintoc_preflight::InvalidTimestamp>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum BodyKind {
    /// A request to create a checkout session.
    #[default]
    Request,
    /// A checkout session, as the API answers it.
    Session,
    /// An event, the body of a webhook.
    Event,
    /// An error of the API, `{"error": {…}}`, where one of the two above was expected.
    ApiError,
}

impl Violation {
    /// The rule that is broken.
    #[must_use]
    pub fn rule(&self) -> Rule {
        Rule::from(&self.problem)
    }

    /// The error code, in Fintoc's own vocabulary.
    #[must_use]
    pub fn code(&self) -> Code {
        self.problem.code()
    }

    /// The path as Fintoc writes a `param`: `line_items[0].quantity`.
    #[must_use]
    pub fn param(&self) -> String {
        self.path.param()
    }

    /// One sentence for the developer: what is wrong, and what is expected.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        locale.message(self)
    }

    /// What to put in place of the value, or, for an unknown name, in place of the name; only where it is certain.
    #[must_use]
    pub fn suggestion(&self) -> Option<Suggestion> {
        self.problem.suggestion()
    }

    fn write(&self, locale: Locale, out: &mut String) {
        // Constants are written with `push_str`, whose code stands where it is called: it need not look how long they are.
        out.push_str("{\"rule\":\"");
        out.raw(self.rule().id());
        out.push_str(match self.level {
            Level::Error => "\",\"level\":\"error\",\"code\":\"",
            Level::Warning => "\",\"level\":\"warning\",\"code\":\"",
        });
        out.raw(self.code().id());
        out.push_str("\",");
        self.path.write_members(out);
        out.push_str(",\"message\":");
        out.quoted(|out| locale.write_message(self, out));
        if let Some(suggestion) = self.suggestion() {
            out.raw(",\"suggestion\":");
            suggestion.write(out);
        }
        out.raw("}");
    }
}

/// Whether a violation makes the request invalid.
///
/// ```
/// use fintoc_preflight::{Level, Rule};
///
/// assert_eq!(Rule::UrlHttps.info().level, Level::Warning);
/// assert_eq!(Level::Warning.id(), "warning");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(
    any(feature = "typescript", all(feature = "js-value", target_arch = "wasm32")),
    derive(tsify::Tsify),
    serde(rename_all = "snake_case")
)]
pub enum Level {
    /// The documentation says that the API refuses it.
    Error,
    /// The API may accept it; a person should look.
    Warning,
}

impl Level {
    /// `error` or `warning`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// What to put in place of a value, or of an unknown name.
///
/// ```
/// use fintoc_preflight::{Options, Suggestion, Timestamp, validate_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": 1, "currency": "clp", "ui_mode": "embedded"}"#, &options);
/// assert_eq!(report.errors[0].suggestion(), Some(Suggestion::Text("CLP".into())));
/// # Ok::<(), fintoc_preflight::InvalidTimestamp>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// A string.
    Text(Cow<'static, str>),
    /// A number.
    Number(i64),
    /// An array of strings.
    Texts(Vec<Cow<'static, str>>),
}

impl Suggestion {
    /// The suggestion as JSON text.
    ///
    /// ```
    /// use fintoc_preflight::Suggestion;
    ///
    /// assert_eq!(Suggestion::Text("CLP".into()).to_json(), "\"CLP\"");
    /// assert_eq!(Suggestion::Texts(vec!["card".into()]).to_json(), "[\"card\"]");
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = String::new();
        self.write(&mut json);
        json
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => out.string(text),
            Self::Number(number) => out.integer(*number),
            Self::Texts(texts) => out.list(texts, |text, out| out.string(text)),
        }
    }
}

/// A string without quotes; a number or an array as JSON.
impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(_) | Self::Texts(_) => f.write_str(&self.to_json()),
        }
    }
}

/// An error code, in Fintoc's own vocabulary. Which rule has which is this project's reading, not Fintoc's promise.
///
/// ```
/// use fintoc_preflight::Code;
///
/// assert_eq!(Code::MissingParameter.id(), "missing_parameter");
/// assert_eq!("missing_parameter".parse(), Ok(Code::MissingParameter));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(all(feature = "js-value", target_arch = "wasm32"), derive(tsify::Tsify), serde(rename_all = "snake_case"))]
#[allow(missing_docs, reason = "the names are Fintoc's, and all that there is to say")]
#[non_exhaustive]
pub enum Code {
    CurrencyMismatch,
    EmptyString,
    InvalidAccountNumber,
    InvalidAccountType,
    InvalidAmount,
    InvalidArray,
    InvalidBoolean,
    InvalidBusinessProfileTaxId,
    InvalidCurrency,
    InvalidDate,
    InvalidEnum,
    InvalidExpiresAt,
    InvalidHash,
    InvalidHolderId,
    InvalidInstitutionId,
    InvalidInteger,
    InvalidJson,
    InvalidParams,
    InvalidPaymentRecipientAccount,
    InvalidPositiveInteger,
    InvalidString,
    InvalidStringSize,
    MissingParameter,
    NotSupportedCurrency,
}

impl Code {
    /// The code as it is written, such as `missing_parameter`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, validate_json};

    fn report(body: &str, locale: Locale) -> Report {
        validate_json(body, &Options { locale, ..Options::new("2026-01-13T12:00:00Z".parse().unwrap()) })
    }

    #[test]
    fn a_report_is_displayed_in_a_line_for_each_violation() {
        let body = r#"{"amount": 0, "currency": "CLP", "success_url": "app://a.cl", "ui_mode": "hosted"}"#;
        for locale in [Locale::En, Locale::Es] {
            let report = report(body, locale);
            let message = |violation: &Violation| violation.message(locale);
            let [amount, cancel_url] = report.errors.as_slice() else { panic!("{report}") };
            let [success_url] = report.warnings.as_slice() else { panic!("{report}") };
            let lines = [
                format!("error[amount-positive] amount: {}", message(amount)),
                format!("error[redirect-urls-required] cancel_url: {}", message(cancel_url)),
                format!("warning[url-https] success_url: {}", message(success_url)),
            ];
            assert_eq!(report.to_string(), lines.join("\n"));
        }
        assert_eq!(Report::default().to_string(), "");
    }

    #[test]
    fn a_violation_of_the_body_has_no_param() {
        let report = report("[]", Locale::En);
        assert!(report.to_string().starts_with("error[type]: "));
        assert_eq!(report.errors.first().map(Violation::param).as_deref(), Some(""));
    }

    #[test]
    fn messages_are_in_the_language_that_was_asked_for() {
        let [en, es] = [Locale::En, Locale::Es].map(|locale| report("{}", locale));
        assert_eq!(en.errors, es.errors);
        assert_ne!(en.to_string(), es.to_string());
        assert_ne!(en.to_json(), es.to_json());
    }

    #[test]
    fn a_suggestion_is_displayed_as_it_is_put_in_place() {
        assert_eq!(Suggestion::Text("CLP".into()).to_string(), "CLP");
        assert_eq!(Suggestion::Number(-1).to_string(), "-1");
    }

    #[test]
    fn a_code_is_displayed_as_it_is_written() {
        assert_eq!(Code::InvalidPaymentRecipientAccount.to_string(), "invalid_payment_recipient_account");
    }
}
