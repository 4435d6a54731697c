use std::borrow::Cow;

use super::number::Decimal;
use super::{Json, JsonType, Reader};

/// The text of one JSON value, as the body has it: [`Json`] that is always borrowed, and can be copied.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Raw<'a>(&'a str);

impl<'a> Raw<'a> {
    pub(crate) const NULL: Self = Self("null");

    /// A value that a reader has checked.
    pub(super) const fn checked(text: &'a str) -> Self {
        Self(text)
    }

    pub(crate) const fn text(self) -> &'a str {
        self.0
    }

    pub(crate) const fn json(self) -> Json<'a> {
        Json::checked(self.0)
    }

    pub(crate) fn kind(self) -> JsonType {
        self.json().kind()
    }

    /// Returns the string that the value is; `None` for any other type.
    pub(crate) fn string(self) -> Option<Cow<'a, str>> {
        (self.kind() == JsonType::String).then(|| Reader::new(self.0).string().ok())?
    }

    /// Returns the integer that the value is; `None` for any other number or type.
    pub(crate) fn integer(self) -> Option<i64> {
        (self.kind() == JsonType::Number).then(|| Reader::new(self.0).number().ok()?)?
    }

    /// True for a number between ±(2^53 - 1) that is no integer.
    #[cold]
    #[inline(never)]
    pub(crate) fn has_decimals(self) -> bool {
        self.kind() == JsonType::Number && self.integer().is_none() && !Decimal::of(self.0).is_beyond_safe()
    }
}
