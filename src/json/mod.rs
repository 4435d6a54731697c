//! JSON text: a pull parser, a writer, and values kept as they were written.

mod error;
mod number;
mod raw;
mod reader;
mod same;
mod writer;

pub use error::SyntaxFault;
pub(crate) use error::{SyntaxError, is_continuation, line_and_column};
pub(crate) use number::integer;
pub(crate) use raw::Raw;
pub(crate) use reader::{Reader, is_same};
pub(crate) use writer::Writer;

/// The deepest nesting that is accepted; the body is level 1.
pub(crate) const MAX_DEPTH: u8 = 127;

/// The largest integer that every JSON reader keeps exactly, 2^53 - 1.
pub(crate) const MAX_SAFE_INTEGER: i64 = 9_007_199_254_740_991;

/// The type of a JSON value.
///
/// ```
/// use fintoc_preflight::{JsonType, Options, Timestamp, ViolationKind, validate_json};
///
/// let report = validate_json("[1]", &Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?));
/// assert!(matches!(report.errors[0].kind, ViolationKind::Type { found: JsonType::Array, .. }));
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, crate::enums::strum::IntoStaticStr, crate::enums::strum::VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
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
