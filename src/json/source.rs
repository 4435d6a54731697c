use std::borrow::Cow;

use super::number::Decimal;
use super::{Json, JsonType, Reader};

/// What a body is read from, value by value. Values are told apart by how they begin as JSON.
pub(crate) trait Source<'a> {
    /// Why it cannot be read on.
    type Fault;

    /// How the next value begins; 0 at the end.
    fn peek(&mut self) -> u8;

    /// How far it has been read.
    fn offset(&self) -> usize;

    /// Enters an array or an object by its opening bracket. Its elements or members follow while there are
    /// [`more`](Self::more).
    fn open(&mut self, bracket: u8) -> Result<(), Self::Fault>;

    /// Whether another element or member follows; at the end of the array or object passes over its closing bracket.
    fn more(&mut self, bracket: u8) -> Result<bool, Self::Fault>;

    /// Whether the name of the next member is this one, and passes over it then. It may also say no where it is.
    fn pass_name(&mut self, name: &str) -> Result<bool, Self::Fault>;

    /// Reads the name of a member; its value follows.
    fn name(&mut self) -> Result<Cow<'a, str>, Self::Fault>;

    /// Reads a string.
    fn string(&mut self) -> Result<Cow<'a, str>, Self::Fault>;

    /// Reads a number: the integer that it is, or `None` for one with a fraction or beyond ±(2^53 - 1).
    fn number(&mut self) -> Result<Option<i64>, Self::Fault>;

    /// Passes over a value of any type.
    fn skip(&mut self) -> Result<(), Self::Fault>;

    /// The value that has been read since `start`.
    fn since(&self, start: usize) -> Raw<'a>;
}

/// A value for which the model has no type, or not there.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Raw<'a> {
    /// As it is written.
    Json(&'a str),
    /// A string, without the quotes and escapes with which it would be written.
    #[cfg_attr(not(feature = "wasm"), expect(dead_code, reason = "only JavaScript hands over strings as they are"))]
    Text(&'a str),
    /// A number that JavaScript hands over: the integer that it is, or `None` for one with decimals.
    #[cfg_attr(not(feature = "wasm"), expect(dead_code, reason = "only JavaScript hands over numbers as they are"))]
    Number(Option<i64>),
}

impl<'a> Raw<'a> {
    pub(crate) const NULL: Self = Self::Json("null");

    pub(crate) fn json(self) -> Json<'a> {
        match self {
            Self::Json(json) => Json::checked(json),
            Self::Text(text) => Json::from(text),
            Self::Number(integer) => integer.map_or(Json::checked("0.5"), Json::from),
        }
    }

    pub(crate) fn kind(self) -> JsonType {
        match self {
            Self::Json(json) => Json::checked(json).kind(),
            Self::Text(_) => JsonType::String,
            Self::Number(_) => JsonType::Number,
        }
    }

    /// The string that the value is; `None` when it is of another type.
    pub(crate) fn string(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Json(json) if self.kind() == JsonType::String => Reader::new(json).string().ok(),
            Self::Json(_) | Self::Number(_) => None,
            Self::Text(text) => Some(Cow::Borrowed(text)),
        }
    }

    /// The integer that the value is; `None` when it is another number or of another type.
    pub(crate) fn integer(self) -> Option<i64> {
        match self {
            Self::Json(json) if self.kind() == JsonType::Number => Reader::new(json).number().ok()?,
            Self::Number(integer) => integer,
            Self::Json(_) | Self::Text(_) => None,
        }
    }

    /// True for a number between ±(2^53 - 1) that is no integer.
    #[cold]
    #[inline(never)]
    pub(crate) fn has_decimals(self) -> bool {
        match self {
            Self::Json(json) if self.kind() == JsonType::Number => {
                self.integer().is_none() && !Decimal::of(json).is_beyond_safe()
            }
            Self::Number(integer) => integer.is_none(),
            Self::Json(_) | Self::Text(_) => false,
        }
    }
}
