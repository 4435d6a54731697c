//! JSON text: a pull parser, a writer, and values kept as they were written.

mod error;
mod number;
mod raw;
mod reader;
mod same;
mod writer;

use std::borrow::Cow;
use std::fmt;

pub use error::{SyntaxError, SyntaxFault};
pub(crate) use error::{is_continuation, line_and_column};
pub(crate) use number::integer;
pub(crate) use raw::Raw;
pub(crate) use reader::{Reader, is_same};
pub(crate) use writer::Writer;

/// The deepest nesting that is accepted; the body is level 1.
pub(crate) const MAX_DEPTH: u8 = 127;

/// The largest integer that every JSON reader keeps exactly, 2^53 - 1.
pub(crate) const MAX_SAFE_INTEGER: i64 = 9_007_199_254_740_991;

/// The deepest nesting that [`Json::parse`] accepts: [`MAX_DEPTH`] less the levels of a request above a value.
const MAX_FRAGMENT_DEPTH: u8 = 119;

/// One JSON value as text, validated and kept exactly as it was written.
///
/// Holds the values that the model has no type for: those of metadata and of unknown names, and those of the wrong
/// type.
///
/// ```
/// use fintoc_preflight::Json;
///
/// let cart = Json::parse(r#"{"sku": "A-1", "units": 2}"#)?;
/// assert_eq!(cart.as_str(), r#"{"sku": "A-1", "units": 2}"#);
/// assert_eq!(format!("{cart:?}"), "object"); // the type, not the value
/// assert_eq!(Json::from("say \"hi\"").as_str(), r#""say \"hi\"""#);
/// # Ok::<(), fintoc_preflight::SyntaxError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Json<'a>(Cow<'a, str>);

/// The elements of an array that are left; `None` for another value.
struct Elements<'a>(Option<Reader<'a>>);

impl<'a> Iterator for Elements<'a> {
    type Item = Json<'a>;

    #[inline(never)] // Every loop over elements would contain a reader.
    fn next(&mut self) -> Option<Json<'a>> {
        let reader = self.0.as_mut()?;
        reader.has_next(b']').ok()?.then(|| reader.value().ok()).flatten()
    }
}

impl<'a> Json<'a> {
    /// Validates that `text` is one JSON value. White space around it is dropped.
    ///
    /// # Errors
    ///
    /// - `[1, 2,]`: no value follows the comma
    /// - `{'a': 1}`: a name is not in double quotes
    /// - `"\ud83d"`: an escape is half of a surrogate pair
    /// - `1e999`: a number is beyond every 64-bit float
    /// - `1 2`: more text follows the value
    /// - 120 nested arrays: more than 119 levels would not fit everywhere in a request
    pub fn parse(text: &'a str) -> Result<Self, SyntaxError> {
        let mut reader = Reader::with_depth(text, MAX_FRAGMENT_DEPTH);
        let value = reader.value().and_then(|value| reader.end().map(|()| value));
        value.map_err(|fault| SyntaxError { fault, offset: reader.offset() })
    }

    /// Wraps text that a reader has validated as one value.
    pub(crate) const fn checked(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }

    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the type of the value.
    ///
    /// ```
    /// use fintoc_preflight::{Json, JsonType};
    ///
    /// assert_eq!(Json::from(1.5).kind(), JsonType::Number);
    /// ```
    #[must_use]
    pub fn kind(&self) -> JsonType {
        match self.0.bytes().next() {
            Some(b'{') => JsonType::Object,
            Some(b'[') => JsonType::Array,
            Some(b'"') => JsonType::String,
            Some(b't' | b'f') => JsonType::Boolean,
            Some(b'n') => JsonType::Null,
            _ => JsonType::Number,
        }
    }

    /// Returns a string unescaped; `None` for a value of another type.
    ///
    /// ```
    /// use fintoc_preflight::Json;
    ///
    /// assert_eq!(Json::parse(r#""\u00d1""#)?.string().as_deref(), Some("Ñ"));
    /// assert_eq!(Json::from(true).string(), None);
    /// # Ok::<(), fintoc_preflight::SyntaxError>(())
    /// ```
    #[must_use]
    pub fn string(&self) -> Option<Cow<'_, str>> {
        match self.kind() {
            JsonType::String => Reader::new(&self.0).string().ok(),
            _ => None,
        }
    }

    /// Iterates over the elements of an array; empty for a value of another type.
    ///
    /// ```
    /// use fintoc_preflight::Json;
    ///
    /// let types = Json::parse(r#"["card", ["pac"]]"#)?;
    /// assert_eq!(types.elements().map(|element| element.as_str().to_owned()).collect::<Vec<_>>(), [r#""card""#, r#"["pac"]"#]);
    /// # Ok::<(), fintoc_preflight::SyntaxError>(())
    /// ```
    pub fn elements(&self) -> impl Iterator<Item = Json<'_>> {
        let mut reader = Reader::new(&self.0);
        let is_array = self.kind() == JsonType::Array && reader.open(b'[').is_ok();
        Elements(is_array.then_some(reader))
    }

    /// True if the value is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.kind() == JsonType::Null
    }

    /// Returns the same value, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Json<'static> {
        Json(Cow::Owned(self.0.into_owned()))
    }
}

/// Writes the type, but not the value.
impl fmt::Debug for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind().into())
    }
}

impl From<&str> for Json<'_> {
    fn from(text: &str) -> Self {
        let mut json = String::new();
        json.string(text);
        Self(Cow::Owned(json))
    }
}

impl From<String> for Json<'_> {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<bool> for Json<'_> {
    fn from(value: bool) -> Self {
        Self(Cow::Borrowed(if value { "true" } else { "false" }))
    }
}

impl From<i64> for Json<'_> {
    fn from(value: i64) -> Self {
        let mut json = String::new();
        json.integer(value);
        Self(Cow::Owned(json))
    }
}

impl From<i32> for Json<'_> {
    fn from(value: i32) -> Self {
        Self::from(i64::from(value))
    }
}

/// Converts as `JSON.stringify` does: NaN and infinities become `null`.
impl From<f64> for Json<'_> {
    fn from(value: f64) -> Self {
        Self(if value.is_finite() { Cow::Owned(value.to_string()) } else { Cow::Borrowed("null") })
    }
}

/// The type of a JSON value.
///
/// ```
/// use fintoc_preflight::{Json, JsonType};
///
/// assert_eq!(Json::parse("[1]")?.kind(), JsonType::Array);
/// # Ok::<(), fintoc_preflight::SyntaxError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum JsonType {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A string.
    String,
    /// Values in brackets.
    Array,
    /// Names and values in braces.
    Object,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_json() {
        assert_eq!(Json::from(7).as_str(), "7");
        assert_eq!(Json::from(i64::MIN).as_str(), "-9223372036854775808");
        assert_eq!(Json::from(1.5).as_str(), "1.5");
        for not_a_number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(Json::from(not_a_number).as_str(), "null");
        }
        for edge in [f64::MAX, f64::MIN, f64::MIN_POSITIVE, f64::EPSILON, -0.0, 1e21, 1e-7] {
            let json = Json::from(edge);
            assert_eq!(json.kind(), JsonType::Number);
            assert_eq!(Json::parse(json.as_str()).as_ref(), Ok(&json));
            assert_eq!(json.as_str().parse(), Ok(edge));
        }
    }

    #[test]
    fn texts_and_booleans_are_written_as_json() {
        assert_eq!(Json::from("a\n\"b\"").as_str(), r#""a\n\"b\"""#);
        assert_eq!(Json::from(String::from("ñ")).as_str(), "\"ñ\"");
        assert_eq!((Json::from(true).as_str(), Json::from(false).as_str()), ("true", "false"));
    }

    #[test]
    fn every_type_is_told_apart() {
        for (text, kind) in [
            ("null", JsonType::Null),
            ("true", JsonType::Boolean),
            ("false", JsonType::Boolean),
            ("0", JsonType::Number),
            ("-1e3", JsonType::Number),
            ("\"null\"", JsonType::String),
            ("[null]", JsonType::Array),
            ("{}", JsonType::Object),
        ] {
            let json = Json::parse(text).unwrap();
            assert_eq!(json.kind(), kind, "{text}");
            assert_eq!(json.is_null(), kind == JsonType::Null, "{text}");
            assert_eq!(json.string().is_some(), kind == JsonType::String, "{text}");
        }
    }

    #[test]
    fn white_space_around_a_value_is_not_kept() {
        assert_eq!(Json::parse(" [ 1 ] \n").unwrap().as_str(), "[ 1 ]");
    }

    #[test]
    fn an_owned_value_is_the_same() {
        let text = String::from(r#"{"a": "\u00f1"}"#);
        let json = Json::parse(&text).unwrap();
        let owned: Json<'static> = json.clone().into_owned();
        assert_eq!(owned, json);
    }
}
