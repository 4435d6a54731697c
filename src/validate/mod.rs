//! Validation from text to report: read a tape, check its shape, run the rules, assemble the report.

pub(crate) mod assemble;
pub(crate) mod lossy;

use serde::Serialize;

use self::assemble::{Assembler, report_unreadable};
use crate::json::{SyntaxError, SyntaxFault, line_and_column};
use crate::options::Options;
use crate::report::{Report, Rule, ViolationKind};
use crate::request::{CheckoutSessionRequest, CheckoutSessionRequestV1, Schema};
use crate::rules::shape::Shape;
use crate::rules::{self, Context, Diagnostic, Diagnostics};
use crate::tape::{Tape, Type};
use crate::version::Version;

/// Validates the text of a request, for the version of the API in `options`.
///
/// Never fails: a body that is too long, not UTF-8 or not JSON gives a report with that violation alone.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, validate_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#, &options);
/// assert!(report.is_valid());
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
pub fn validate_json(body: impl AsRef<[u8]>, options: &Options) -> Report {
    validate(body.as_ref(), options.version, options)
}

/// Parses and validates the text of a request, for the version of the API of the type. `options.version` is ignored.
///
/// # Errors
///
/// The report of [`validate_json`], if it has an error or the body is no object:
///
/// - `{"amount": 1,}`: not JSON, so `json-syntax` alone.
/// - `{"amount": "1000", "currency": "CLP"}`: `amount` is a string, and both redirect URLs are missing.
///
/// The rules `type` and `enum` are errors here at any level, as the typed request cannot hold such values.
///
/// Warnings are no error and are dropped; `validate` of the request returns them.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, Options, Timestamp, parse_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let request: CheckoutSessionRequest =
///     parse_json(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#, &options)?;
/// assert_eq!(request.amount, Some(350_000));
///
/// let report = parse_json::<CheckoutSessionRequest>(r#"{"amount": 350000}"#, &options).unwrap_err();
/// assert_eq!(report.errors.len(), 3); // currency, success_url and cancel_url are missing
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn parse_json<R: Request>(body: impl AsRef<[u8]>, options: &Options) -> Result<R, Report> {
    let tape =
        read(body.as_ref(), type_of(R::VERSION), options.max_bytes).map_err(|kind| report_unreadable(kind, options))?;
    let report = validate_tape(&tape, R::VERSION, options);
    if !report.is_valid() {
        return Err(report);
    }
    if tape.needs_shape_check() && options.lowers(&UNTYPED) {
        let report = validate_tape(&tape, R::VERSION, &options.clone().denying(&UNTYPED));
        if !report.is_valid() {
            return Err(report);
        }
    }
    tape.typed().ok_or(report)
}

/// The rules on values that a typed request cannot hold.
const UNTYPED: [Rule; 2] = [Rule::Type, Rule::Enum];

/// A request of one version of the API: what [`parse_json`] can return. Only this crate implements it.
pub trait Request: sealed::Model {}

impl Request for CheckoutSessionRequest {}

impl Request for CheckoutSessionRequestV1 {}

pub(crate) mod sealed {
    use serde::Serialize;

    use crate::request::{CheckoutSessionRequest, CheckoutSessionRequestV1, FromSlot};
    use crate::version::Version;

    /// What this crate needs of a request.
    #[expect(private_bounds, reason = "so that nobody else can implement it")]
    pub trait Model: FromSlot + Serialize {
        const VERSION: Version;
    }

    impl Model for CheckoutSessionRequest {
        const VERSION: Version = Version::V2;
    }

    impl Model for CheckoutSessionRequestV1 {
        const VERSION: Version = Version::V1;
    }
}

impl CheckoutSessionRequest {
    /// Validates the request as it would be sent: returns the report of [`validate_json`] on its
    /// [`to_json`](Self::to_json). `options.version` is ignored.
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, Currency, Options, Timestamp, request::UiMode};
    ///
    /// let request = CheckoutSessionRequest::payment(0, Currency::Clp).ui_mode(UiMode::Embedded).build();
    /// let report = request.validate(&Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?));
    /// assert_eq!(report.to_string(), "error[amount-positive] amount: amount must be at least 1, but is 0.");
    /// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
    /// ```
    #[must_use]
    pub fn validate(&self, options: &Options) -> Report {
        validate(self.to_json().as_bytes(), Version::V2, options)
    }

    /// Returns the JSON text to send, as serde writes it: fields in the order of the model, absent ones left out, and
    /// then `unknown`.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

impl CheckoutSessionRequestV1 {
    /// Validates the request as it would be sent: returns the report of [`validate_json`] on its
    /// [`to_json`](Self::to_json). `options.version` is ignored.
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequestV1, Currency, Options, Timestamp};
    ///
    /// let request = CheckoutSessionRequestV1::payment(7_000_000, Currency::Clp).build();
    /// let report = request.validate(&Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?));
    /// assert_eq!(report.errors[0].rule().as_str(), "amount-limit");
    /// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
    /// ```
    #[must_use]
    pub fn validate(&self, options: &Options) -> Report {
        validate(self.to_json().as_bytes(), Version::V1, options)
    }

    /// Returns the JSON text to send, as serde writes it: fields in the order of the model, absent ones left out, and
    /// then `unknown`.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

fn validate(body: &[u8], version: Version, options: &Options) -> Report {
    match read(body, type_of(version), options.max_bytes) {
        Ok(tape) => validate_tape(&tape, version, options),
        Err(kind) => report_unreadable(kind, options),
    }
}

const fn type_of(version: Version) -> &'static Type {
    match version {
        Version::V1 => &CheckoutSessionRequestV1::TYPE,
        Version::V2 => &CheckoutSessionRequest::TYPE,
    }
}

/// Returns the JSON text of a request. Writing to memory cannot fail: the names of its maps are strings.
pub(crate) fn to_json(request: &impl Serialize) -> String {
    serde_json::to_string(request).unwrap_or_default()
}

fn validate_tape(tape: &Tape<'_>, version: Version, options: &Options) -> Report {
    let r#type = type_of(version);
    let level = |diagnostic: &Diagnostic| options.level_of(Rule::from(&diagnostic.kind));
    let assembler = Assembler::new(tape, r#type, options, &level);
    let mut diagnostics = Diagnostics::new(&assembler);
    let context = Context::of(version, tape, options.now);
    Shape::new(Some(&context), tape, &mut diagnostics).check(r#type);
    if tape.body::<()>().is_object() {
        rules::check(&context, &mut diagnostics);
    }
    assembler.report(diagnostics.into_list())
}

/// Reads a body into a tape, with the slots of a type.
///
/// # Errors
///
/// `BodySize` for more than `max_bytes` bytes, checked before anything else; `JsonSyntax` for bytes that are not UTF-8,
/// or a text that is not one JSON text.
pub(crate) fn read<'a>(body: &'a [u8], r#type: &Type, max_bytes: usize) -> Result<Tape<'a>, ViolationKind> {
    if body.len() > max_bytes {
        return Err(ViolationKind::BodySize { limit: max_bytes });
    }
    let text = std::str::from_utf8(body)
        .map_err(|error| SyntaxError { fault: SyntaxFault::Encoding, offset: error.valid_up_to() });
    text.and_then(|text| Tape::read(text, r#type)).map_err(|SyntaxError { fault, offset }| {
        let (line, column) = line_and_column(body, offset);
        ViolationKind::JsonSyntax { fault, line, column }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Currency;
    use crate::options::LevelOverride;
    use crate::report::Violation;

    fn options(version: Version) -> Options {
        Options::new("2026-01-13T12:00:00Z".parse().unwrap()).version(version)
    }

    /// Returns the only violation of a report, which must be at the body.
    fn only(report: Report) -> ViolationKind {
        assert_eq!((report.errors.len(), report.warnings.len()), (1, 0));
        let violation = report.errors.into_iter().next().unwrap();
        assert_eq!(violation.path.segments(), []);
        violation.kind
    }

    /// Returns the syntax fault of a body, with its line and column.
    fn slot_id(body: &[u8]) -> (SyntaxFault, usize, usize) {
        match only(validate_json(body, &options(Version::V2))) {
            ViolationKind::JsonSyntax { fault, line, column } => (fault, line, column),
            problem => panic!("{problem:?}"),
        }
    }

    #[test]
    fn a_body_may_have_1_mib() {
        for version in [Version::V1, Version::V2] {
            let options = options(version);
            let body = |length: usize| format!("{}{{}}", " ".repeat(length - 2));
            assert!(validate_json(body(1_048_576), &options).errors.iter().all(|error| error.rule() != Rule::BodySize));
            let report = validate_json(body(1_048_577), &options);
            assert_eq!(only(report), ViolationKind::BodySize { limit: 1_048_576 });
        }
    }

    #[test]
    fn the_size_is_checked_before_the_syntax_and_in_bytes() {
        let options = options(Version::V2).max_bytes(4);
        assert_eq!(only(validate_json("[[[[[", &options)), ViolationKind::BodySize { limit: 4 });
        assert_eq!(only(validate_json([0xff; 5], &options)), ViolationKind::BodySize { limit: 4 });
        assert_eq!(only(validate_json("\"ññ\"", &options)), ViolationKind::BodySize { limit: 4 });
        assert!(matches!(only(validate_json("\"ñ\"", &options)), ViolationKind::Type { .. }));
    }

    #[test]
    fn the_size_of_a_typed_request_is_that_of_its_text() {
        let request = CheckoutSessionRequest::builder().customer("ñ").build();
        let length = request.to_json().len();
        let report = |max_bytes| request.validate(&options(Version::V2).max_bytes(max_bytes));
        assert_eq!(only(report(length - 1)), ViolationKind::BodySize { limit: length - 1 });
        assert!(report(length).errors.iter().all(|error| error.rule() != Rule::BodySize));
    }

    #[test]
    fn a_fault_of_syntax_is_alone_and_has_its_place() {
        assert_eq!(slot_id(b""), (SyntaxFault::End, 1, 1));
        assert_eq!(slot_id("{\r\n  \"ñ😀\": x}".as_bytes()), (SyntaxFault::Word, 2, 9));
        assert_eq!(slot_id(b"{\"amount\": 0, \"amount\": 1,\n}"), (SyntaxFault::ExtraComma, 1, 26));
        assert_eq!(slot_id("\u{feff}{}".as_bytes()), (SyntaxFault::ByteOrderMark, 1, 1));
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_a_fault_where_they_begin() {
        assert_eq!(slot_id(b"\xff"), (SyntaxFault::Encoding, 1, 1));
        assert_eq!(slot_id(b"{\n\"\xc3\xb1\xc3"), (SyntaxFault::Encoding, 2, 3));
        // An overlong form, half of a surrogate pair, and a character beyond the last.
        for bytes in [b"\"\xc0\x80\"".as_slice(), b"\"\xed\xa0\x80\"", b"\"\xf4\x90\x80\x80\""] {
            assert_eq!(slot_id(bytes), (SyntaxFault::Encoding, 1, 2));
        }
        // Text in UTF-16, with and without its mark.
        assert_eq!(slot_id(b"\xff\xfe{\0}\0"), (SyntaxFault::Encoding, 1, 1));
        assert_eq!(slot_id(b"{\0}\0"), (SyntaxFault::Unexpected, 1, 2));
    }

    #[test]
    fn the_version_of_a_typed_request_is_its_own() {
        let request = CheckoutSessionRequestV1::builder().amount(7_000_000).build();
        for version in [Version::V1, Version::V2] {
            let rules: Vec<Rule> = request.validate(&options(version)).errors.iter().map(Violation::rule).collect();
            assert_eq!(rules, [Rule::AmountLimit, Rule::Required]);
        }
    }

    #[test]
    fn a_request_with_warnings_alone_is_parsed() {
        let body = r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "x": 1}"#;
        let options = options(Version::V2);
        assert!(parse_json::<CheckoutSessionRequest>(body, &options).is_ok());
        let strict = options.strict(true);
        let report = parse_json::<CheckoutSessionRequest>(body, &strict).unwrap_err();
        assert_eq!(report, validate_json(body, &strict));
    }

    #[test]
    fn what_a_typed_request_cannot_hold_is_an_error_at_any_level() {
        let allow = |options: Options, rule| options.level(rule, LevelOverride::Allow).unwrap();
        let options = allow(allow(options(Version::V2), Rule::Type), Rule::Enum);
        for (body, rule) in [
            ("null", Rule::Type),
            ("[]", Rule::Type),
            (r#"{"amount": "1", "currency": "CLP", "ui_mode": "embedded"}"#, Rule::Type),
            (r#"{"amount": 1, "currency": "clp", "ui_mode": "embedded"}"#, Rule::Enum),
            (r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": [null]}"#, Rule::Type),
        ] {
            let allowed = validate_json(body, &options);
            assert!(allowed.is_valid(), "{body}: {allowed}");
            let report = parse_json::<CheckoutSessionRequest>(body, &options).unwrap_err();
            assert_eq!(report.errors.iter().map(Violation::rule).collect::<Vec<_>>(), [rule], "{body}");
        }
    }

    #[test]
    fn version_1_takes_a_currency_in_any_case() {
        let body = r#"{"amount": 1, "currency": "cLp", "line_items": null}"#;
        let request: CheckoutSessionRequestV1 = parse_json(body, &options(Version::V1)).unwrap();
        assert_eq!(request.currency, Some(Currency::Clp));
    }
}
