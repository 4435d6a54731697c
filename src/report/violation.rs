use super::level::Level;
use super::path::Path;
use super::suggestion::Suggestion;
use super::violation_kind::{Rule, ViolationKind};
use crate::error_code::ErrorCode;

/// One violation of one rule at one place.
///
/// It holds facts; the words are made from them on demand. None of them is a string from the request, but for the keys
/// in its path.
///
/// ```
/// use fintoc_preflight::{ErrorCode, Level, Locale, Options, Rule, Timestamp, validate_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": 0, "currency": "CLP", "ui_mode": "embedded"}"#, &options);
/// let violation = &report.errors[0];
/// assert_eq!((violation.level, violation.rule()), (Level::Error, Rule::AmountPositive));
/// assert_eq!(violation.code(), ErrorCode::InvalidPositiveInteger);
/// assert_eq!(violation.message(Locale::En), "amount must be at least 1, but is 0.");
/// assert_eq!(violation.suggestion(), None);
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Whether it makes the request invalid.
    pub level: Level,
    /// Where it is.
    pub path: Path,
    /// What is wrong.
    pub kind: ViolationKind,
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
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
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
        Rule::from(&self.kind)
    }

    /// The error code, in Fintoc's own vocabulary.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.kind.code()
    }

    /// The path as Fintoc writes a `param`: `line_items[0].quantity`.
    #[must_use]
    pub fn param(&self) -> String {
        self.path.param()
    }

    /// What to put in place of the value, or, for an unknown name, in place of the name; only where it is certain.
    #[must_use]
    pub fn suggestion(&self) -> Option<Suggestion> {
        self.kind.suggestion()
    }
}
