//! The model as data: the schemas that `object!` declares. The parser, the shape check and the JSON Schema are driven by
//! them.

use crate::error_code::ErrorCode;
use crate::json::is_same;

/// The type of a field: the JSON type that it expects, and the schema of its children.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Type {
    pub(crate) expected: Expected,
    pub(crate) children: Children,
}

/// The schema of a value's children: its elements, fields or entries.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Children {
    Nothing,
    /// The known values of an open enum; others are accepted.
    KnownValues(&'static [&'static str]),
    /// The elements of an array.
    Elements(&'static Type),
    /// The fields of an object.
    Fields(&'static ObjectSchema),
    /// Any names, with values of any type, such as metadata.
    Entries,
}

/// The schema of an object: its fields, in the order of the API reference.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ObjectSchema {
    pub(crate) name: &'static str,
    /// True if names outside the schema are left to another rule than `unknown-field`.
    pub(crate) is_open: bool,
    /// The names of `fields`, in the same order.
    pub(crate) names: &'static [&'static str],
    pub(crate) fields: &'static [FieldSchema],
}

impl ObjectSchema {
    /// Returns the position of a field; `None` for an unknown name.
    ///
    /// Searches from `next` on and then before it, as members mostly come in the order of the schema.
    pub(crate) fn position(&self, name: &str, next: usize) -> Option<usize> {
        let (before, after) = self.names.split_at_checked(next)?;
        let find = |names: &[&str]| names.iter().position(|known| is_same(known.as_bytes(), name.as_bytes()));
        find(after).map_or_else(|| find(before), |position| position.checked_add(next))
    }
}

/// The schema of a field: its name on the wire and its type.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FieldSchema {
    pub(crate) name: &'static str,
    pub(crate) r#type: Type,
}

/// The documentation of an object and of its fields, apart from its [`ObjectSchema`], so that a program that makes no
/// JSON Schema does not contain it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ObjectDoc {
    /// The lines of the object's documentation.
    pub(crate) lines: &'static [&'static str],
    /// The documentation of its fields, in the order of the schema.
    pub(crate) fields: &'static [FieldDoc],
}

/// The documentation of a field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FieldDoc {
    pub(crate) lines: &'static [&'static str],
    /// The documentation of the object in the field, or of the elements of its array; `None` for any other type.
    pub(crate) object: Option<&'static ObjectDoc>,
}

/// The JSON type that a field expects.
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
    /// A string, or an object that contains one.
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
        /// The error code of a violation of `enum`.
        code: ErrorCode,
    },
}

impl Expected {
    /// Returns the error code of a violation of `type`.
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
