use super::level::Level;
use super::path::Path;
use super::suggestion::Suggestion;
use super::violation_kind::{Rule, ViolationKind};
use crate::error_code::ErrorCode;

/// One violation of one rule at one place in a body.
///
/// It holds facts, from which messages are made on demand. No fact is a string from the request, except the keys in its
/// path.
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
#[non_exhaustive]
pub struct Violation {
    /// The level, after the overrides of the options.
    pub level: Level,
    /// The path from the body.
    pub path: Path,
    /// The violated rule, with its facts.
    pub kind: ViolationKind,
    /// The kind of body, which the message names.
    pub body: BodyKind,
}

/// The kind of a body: a request to Fintoc, or an answer from it.
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
    /// A checkout session, as the API returns it.
    Session,
    /// An event, the body of a webhook.
    Event,
    /// An error of the API, `{"error": {…}}`, received in place of a session or an event.
    ApiError,
}

impl Violation {
    /// Returns a violation in a request, at the rule's own level.
    ///
    /// ```
    /// use fintoc_preflight::{Path, Violation, ViolationKind};
    ///
    /// let violation = Violation::new(ViolationKind::Required, Path::from_iter(["currency".into()]));
    /// assert_eq!(violation.to_string(), "error[required] currency: currency is missing.");
    /// ```
    #[must_use]
    pub fn new(kind: ViolationKind, path: Path) -> Self {
        Self { level: Rule::from(&kind).info().level, path, kind, body: BodyKind::Request }
    }

    /// Returns the violated rule.
    #[must_use]
    pub fn rule(&self) -> Rule {
        Rule::from(&self.kind)
    }

    /// Returns the error code, in Fintoc's own vocabulary.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.kind.code()
    }

    /// Returns the path in the form of Fintoc's `param`: `line_items[0].quantity`.
    #[must_use]
    pub fn param(&self) -> String {
        self.path.param()
    }

    /// Returns a replacement for the value or, if the name is unknown, for the name; `None` unless it is certain.
    #[must_use]
    pub fn suggestion(&self) -> Option<Suggestion> {
        self.kind.suggestion()
    }
}
