//! Validation from text to report: read a tape, check its shape, run the rules, assemble the report.

pub(crate) mod assemble;
pub(crate) mod lossy;

use self::assemble::{Assembler, report_unreadable};
use crate::json::{SyntaxError, SyntaxFault, line_and_column};
use crate::options::Options;
use crate::report::ViolationKind;
use crate::report::{Report, Rule};
use crate::request::{CheckoutSessionRequest, CheckoutSessionRequestV1, Field, Value};
use crate::rules::shape::Shape;
use crate::rules::{self, Context};
use crate::rules::{Diagnostic, Diagnostics};
use crate::tape::Tape;
use crate::tape::Type;
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
/// - `[]` with the rule `type` at `Allow`: the report is empty, but there is no request to return.
///
/// Warnings are no error and are dropped; `validate` of the request returns them.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, Options, Timestamp, parse_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let request: CheckoutSessionRequest =
///     parse_json(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#, &options)?;
/// assert_eq!(request.amount.value().map(|amount| amount.get()), Some(350_000));
///
/// let report = parse_json::<CheckoutSessionRequest>(r#"{"amount": 350000}"#, &options).unwrap_err();
/// assert_eq!(report.errors.len(), 3); // currency, success_url and cancel_url are missing
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn parse_json<'a, R: Request<'a>>(body: &'a (impl AsRef<[u8]> + ?Sized), options: &Options) -> Result<R, Report> {
    R::parse(body.as_ref(), options)
}

/// A request of one version of the API, which [`parse_json`] can return.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequestV1, Options, Timestamp, parse_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let request: CheckoutSessionRequestV1 = parse_json(r#"{"amount": 1000, "currency": "CLP"}"#, &options)?;
/// assert!(request.customer.is_absent());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Request<'a>: Sized {
    /// Parses and validates a body.
    ///
    /// # Errors
    ///
    /// As [`parse_json`].
    fn parse(body: &'a [u8], options: &Options) -> Result<Self, Report>;
}

impl<'a> Request<'a> for CheckoutSessionRequest<'a> {
    fn parse(body: &'a [u8], options: &Options) -> Result<Self, Report> {
        parse(body, Version::V2, options)
    }
}

impl<'a> Request<'a> for CheckoutSessionRequestV1<'a> {
    fn parse(body: &'a [u8], options: &Options) -> Result<Self, Report> {
        parse(body, Version::V1, options)
    }
}

impl CheckoutSessionRequest<'_> {
    /// Validates the request as it would be sent: returns the report of [`validate_json`] on its
    /// [`to_json`](Self::to_json). So a field that was set to `Malformed` by hand counts as what its text says.
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, Currency, Options, Timestamp, request::UiMode};
    ///
    /// let request = CheckoutSessionRequest {
    ///     amount: 0.into(),
    ///     currency: Currency::Clp.into(),
    ///     ui_mode: UiMode::Embedded.into(),
    ///     ..CheckoutSessionRequest::default()
    /// };
    /// let report = request.validate(&Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?));
    /// assert_eq!(report.to_string(), "error[amount-positive] amount: amount must be at least 1, but is 0.");
    /// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
    /// ```
    #[must_use]
    pub fn validate(&self, options: &Options) -> Report {
        validate(self.to_json().as_bytes(), Version::V2, options)
    }

    /// Returns the JSON text to send: fields in the order of the model, absent ones left out.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

impl CheckoutSessionRequestV1<'_> {
    /// Validates the request as it would be sent: returns the report of [`validate_json`] on its
    /// [`to_json`](Self::to_json). So a field that was set to `Malformed` by hand counts as what its text says.
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequestV1, Currency, Options, Timestamp};
    ///
    /// let request = CheckoutSessionRequestV1 {
    ///     amount: 7_000_000.into(),
    ///     currency: Currency::Clp.into(),
    ///     ..CheckoutSessionRequestV1::default()
    /// };
    /// let report = request.validate(&Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?));
    /// assert_eq!(report.errors[0].rule().as_str(), "amount-limit");
    /// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
    /// ```
    #[must_use]
    pub fn validate(&self, options: &Options) -> Report {
        validate(self.to_json().as_bytes(), Version::V1, options)
    }

    /// Returns the JSON text to send: fields in the order of the model, absent ones left out.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

fn parse<'a, R: Value<'a>>(body: &'a [u8], version: Version, options: &Options) -> Result<R, Report> {
    let tape = read(body, &R::TYPE, options.max_bytes).map_err(|kind| report_unreadable(kind, options))?;
    let report = validate_tape(&tape, version, options);
    match tape.typed() {
        Field::Value(request) if report.is_valid() => Ok(request),
        _ => Err(report),
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

/// Returns the JSON text of a value of the model.
pub(crate) fn to_json<'a>(value: &impl Value<'a>) -> String {
    let mut text = String::new();
    value.view().write(&mut text);
    text
}

fn validate_tape(tape: &Tape<'_>, version: Version, options: &Options) -> Report {
    let r#type = type_of(version);
    let level = |diagnostic: &Diagnostic| options.level(Rule::from(&diagnostic.kind));
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
    use crate::Json;
    use crate::options::{LevelOverride, Levels};
    use crate::report::Violation;

    fn options(version: Version) -> Options {
        Options { version, ..Options::new("2026-01-13T12:00:00Z".parse().unwrap()) }
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
        let options = Options { max_bytes: 4, ..options(Version::V2) };
        assert_eq!(only(validate_json("[[[[[", &options)), ViolationKind::BodySize { limit: 4 });
        assert_eq!(only(validate_json([0xff; 5], &options)), ViolationKind::BodySize { limit: 4 });
        assert_eq!(only(validate_json("\"ññ\"", &options)), ViolationKind::BodySize { limit: 4 });
        assert!(matches!(only(validate_json("\"ñ\"", &options)), ViolationKind::Type { .. }));
    }

    #[test]
    fn the_size_of_a_typed_request_is_that_of_its_text() {
        let request = CheckoutSessionRequest { customer: "ñ".into(), ..CheckoutSessionRequest::default() };
        let length = request.to_json().len();
        let report = |max_bytes| request.validate(&Options { max_bytes, ..options(Version::V2) });
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
        let request = CheckoutSessionRequestV1 { amount: 7_000_000.into(), ..CheckoutSessionRequestV1::default() };
        for version in [Version::V1, Version::V2] {
            let rules: Vec<Rule> = request.validate(&options(version)).errors.iter().map(Violation::rule).collect();
            assert_eq!(rules, [Rule::AmountLimit, Rule::Required]);
        }
    }

    #[test]
    fn a_typed_request_is_checked_as_it_would_be_sent() {
        let mut request = CheckoutSessionRequest {
            // No parse gives these: values that are well-formed, yet in the state `Malformed`.
            currency: Field::Malformed("CLP".into()),
            flow: Field::Malformed(Json::checked("null")),
            ui_mode: Field::Malformed("embedded".into()),
            ..CheckoutSessionRequest::default()
        };
        request.unknown.push("amount", 1.into());
        assert_eq!(request.validate(&options(Version::V2)), Report::default());
    }

    #[test]
    fn a_request_with_warnings_alone_is_parsed() {
        let body = r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "x": 1}"#;
        let options = options(Version::V2);
        assert!(parse_json::<CheckoutSessionRequest<'_>>(body, &options).is_ok());
        let strict = Options { strict: true, ..options };
        let report = parse_json::<CheckoutSessionRequest<'_>>(body, &strict).unwrap_err();
        assert_eq!(report, validate_json(body, &strict));
    }

    #[test]
    fn a_body_that_is_no_object_is_never_parsed() {
        let levels = Levels::default().with(Rule::Type, LevelOverride::Allow).unwrap();
        let options = Options { levels, ..options(Version::V2) };
        for body in ["null", "[]", "7"] {
            assert!(validate_json(body, &options).is_valid());
            assert!(parse_json::<CheckoutSessionRequest<'_>>(body, &options).is_err());
        }
    }
}
