//! The model as data: the tables that [`object!`](super::object::object) declares, for what is made from them.

use crate::error_code::ErrorCode;
use crate::json::is_same;

/// The type of a field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Type {
    pub(crate) expected: Expected,
    pub(crate) holds: Children,
}

/// What a value holds that the model knows.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Children {
    Nothing,
    /// One of some words, or another.
    Words(&'static [&'static str]),
    /// The elements of an array.
    Elements(&'static Type),
    /// The fields of an object.
    Fields(&'static ObjectSchema),
    /// Names and values of the merchant's own.
    Entries,
}

/// An object of the request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ObjectSchema {
    pub(crate) name: &'static str,
    /// The lines of its documentation.
    pub(crate) doc: &'static [&'static str],
    /// Whether another rule than `unknown-field` judges names that are not in the table.
    pub(crate) is_open: bool,
    /// The names of the fields.
    pub(crate) names: &'static [&'static str],
    pub(crate) fields: &'static [FieldSchema],
}

impl ObjectSchema {
    /// The position of a field. Names mostly come in the order of the table: it looks around from `next`.
    pub(crate) fn position(&self, name: &str, next: usize) -> Option<usize> {
        let (before, after) = self.names.split_at_checked(next)?;
        let slot_id = |names: &[&str]| names.iter().position(|known| is_same(known.as_bytes(), name.as_bytes()));
        slot_id(after).map_or_else(|| slot_id(before), |position| position.checked_add(next))
    }
}

/// The lines of documentation; none in the modules for JavaScript, which have no use for them.
pub(crate) const fn doc(lines: &'static [&'static str]) -> &'static [&'static str] {
    if cfg!(all(target_arch = "wasm32", any(feature = "wasm", feature = "wasm-session"))) { &[] } else { lines }
}

/// A field of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FieldSchema {
    pub(crate) name: &'static str,
    /// The lines of its documentation.
    pub(crate) doc: &'static [&'static str],
    pub(crate) r#type: Type,
}

/// What a field expects.
///
/// ```
/// use fintoc_preflight::{Correction, Options, ViolationKind, Timestamp, request::Expected, validate_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": "350000", "currency": "CLP", "ui_mode": "embedded"}"#, &options);
/// let ViolationKind::Type { expected, correction, .. } = report.errors[0].kind else { unreachable!() };
/// assert_eq!((expected, correction), (Expected::Integer, Some(Correction::Integer(350_000))));
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expected {
    /// An integer within ±(2^53 - 1).
    Integer,
    /// A string.
    String,
    /// A string, or an object that holds one.
    StringOrObject,
    /// `true` or `false`.
    Boolean,
    /// An array.
    Array,
    /// An object.
    Object,
    /// One of some strings.
    OneOf {
        /// The strings.
        values: &'static [&'static str],
        /// The code of a violation of `enum`.
        code: ErrorCode,
    },
}

impl Expected {
    /// The code of a violation of `type`.
    pub(crate) const fn code(self) -> ErrorCode {
        match self {
            Self::Integer => ErrorCode::InvalidInteger,
            Self::String | Self::StringOrObject | Self::OneOf { .. } => ErrorCode::InvalidString,
            Self::Boolean => ErrorCode::InvalidBoolean,
            Self::Array => ErrorCode::InvalidArray,
            Self::Object => ErrorCode::InvalidHash,
        }
    }
}
