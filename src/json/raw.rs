use std::borrow::Cow;

use super::number::Decimal;
use super::{JsonType, Reader, SyntaxFault};

/// One JSON value as text, borrowed from the body, validated and exactly as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

    /// Validates that `text` is one value. White space around it is dropped.
    pub(crate) fn parse(text: &'a str) -> Result<Self, SyntaxFault> {
        let mut reader = Reader::new(text);
        let value = reader.value()?;
        reader.end().map(|()| value)
    }

    pub(crate) fn kind(self) -> JsonType {
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
    pub(crate) fn string(self) -> Option<Cow<'a, str>> {
        (self.kind() == JsonType::String).then(|| Reader::new(self.0).string().ok())?
    }

    /// Iterates over the elements of an array; empty for a value of another type.
    pub(crate) fn elements(self) -> impl Iterator<Item = Raw<'a>> {
        let mut reader = Reader::new(self.0);
        let is_array = self.kind() == JsonType::Array && reader.open(b'[').is_ok();
        Elements(is_array.then_some(reader))
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

/// The elements of an array that are left; `None` for another value.
struct Elements<'a>(Option<Reader<'a>>);

impl<'a> Iterator for Elements<'a> {
    type Item = Raw<'a>;

    #[inline(never)] // Every loop over elements would contain a reader.
    fn next(&mut self) -> Option<Raw<'a>> {
        let reader = self.0.as_mut()?;
        reader.has_next(b']').ok()?.then(|| reader.value().ok()).flatten()
    }
}
