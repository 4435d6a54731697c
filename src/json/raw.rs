use std::borrow::Cow;

use super::number::Decimal;
use super::{Json, JsonType, Reader};

/// One JSON value as text, borrowed from the body: a [`Json`] that is `Copy`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Raw<'a>(&'a str);

impl<'a> Raw<'a> {
    pub(crate) const NULL: Self = Self("null");

    /// Wraps text that a reader has validated as one value.
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

    /// Returns a string unescaped; `None` for a value of another type.
    pub(crate) fn string(self) -> Option<Cow<'a, str>> {
        (self.kind() == JsonType::String).then(|| Reader::new(self.0).string().ok())?
    }

    /// Returns an integer within ±(2^53 - 1); `None` for any other number or type.
    pub(crate) fn integer(self) -> Option<i64> {
        (self.kind() == JsonType::Number).then(|| Reader::new(self.0).number().ok()?)?
    }

    /// True for a number within ±(2^53 - 1) that is not an integer.
    #[cold]
    #[inline(never)]
    pub(crate) fn has_decimals(self) -> bool {
        self.kind() == JsonType::Number && self.integer().is_none() && !Decimal::of(self.0).is_beyond_safe()
    }
}
