use std::borrow::Cow;
use std::fmt;

use crate::json::Writer;

/// A replacement for a value, or for an unknown name.
///
/// ```
/// use fintoc_preflight::{Options, Suggestion, Timestamp, validate_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": 1, "currency": "clp", "ui_mode": "embedded"}"#, &options);
/// assert_eq!(report.errors[0].suggestion(), Some(Suggestion::Text("CLP".into())));
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
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
    /// Returns the suggestion as JSON text.
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

    /// Returns the suggestion as a JSON value.
    #[must_use]
    pub fn to_value(&self) -> serde_json::Value {
        match self {
            Self::Text(text) => text.as_ref().into(),
            Self::Number(number) => (*number).into(),
            Self::Texts(texts) => texts.iter().map(AsRef::as_ref).collect(),
        }
    }

    pub(super) fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => out.string(text),
            Self::Number(number) => out.integer(*number),
            Self::Texts(texts) => out.list(texts, |text, out| out.string(text)),
        }
    }
}

/// Writes a string without quotes; a number or an array as JSON.
impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(_) | Self::Texts(_) => f.write_str(&self.to_json()),
        }
    }
}
