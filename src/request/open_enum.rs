use std::fmt;

use serde::{Deserialize, Serialize};

use super::value::{FromSlot, Schema, Text};
use super::vocabulary::Vocabulary;
use crate::enums::strum::{VariantArray, VariantNames};
use crate::tape::{Children, Expected, Slot, Tape};

/// A value of an open enum: a known one, or one that this version does not know, kept as it is.
///
/// Known values and strings convert with `.into()`, and a known value can be compared:
///
/// ```
/// use fintoc_preflight::{OpenEnum, session::Status};
///
/// let known = OpenEnum::from(Status::Finished);
/// let later: OpenEnum<Status> = "refunded".into();
/// assert_eq!((known.as_str(), later.as_str()), ("finished", "refunded"));
/// assert!(known == Status::Finished && later.known().is_none());
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum OpenEnum<T> {
    /// A known value.
    Known(T),
    /// Any other string.
    Other(String),
}

/// Writes a known value, but no other string.
impl<T: fmt::Debug> fmt::Debug for OpenEnum<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(value) => f.debug_tuple("Known").field(value).finish(),
            Self::Other(_) => f.write_str("Other(string)"),
        }
    }
}

impl<T: Copy> OpenEnum<T> {
    /// Returns the value if it is a known one.
    #[must_use]
    pub const fn known(&self) -> Option<T> {
        match self {
            Self::Known(value) => Some(*value),
            Self::Other(_) => None,
        }
    }
}

impl<T: Copy + Into<&'static str>> OpenEnum<T> {
    /// Returns the value as it is written in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(value) => (*value).into(),
            Self::Other(text) => text,
        }
    }
}

/// Writes [`as_str`](OpenEnum::as_str).
impl<T: Copy + Into<&'static str>> fmt::Display for OpenEnum<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl<T: PartialEq> PartialEq<T> for OpenEnum<T> {
    fn eq(&self, other: &T) -> bool {
        matches!(self, Self::Known(value) if value == other)
    }
}

impl<T: Vocabulary> From<T> for OpenEnum<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

/// Converts a string to the known value that it is, or else to `Other`.
impl<T: Vocabulary> From<&str> for OpenEnum<T> {
    fn from(text: &str) -> Self {
        known(text).map_or_else(|| Self::Other(text.to_owned()), Self::Known)
    }
}

/// Converts a string to the known value that it is, or else to `Other`.
impl<T: Vocabulary> From<String> for OpenEnum<T> {
    fn from(text: String) -> Self {
        known(&text).map_or(Self::Other(text), Self::Known)
    }
}

fn known<T: Vocabulary>(text: &str) -> Option<T> {
    let index = <T as VariantNames>::VARIANTS.iter().position(|value| *value == text)?;
    <T as VariantArray>::VARIANTS.get(index).copied()
}

impl<T: Vocabulary> Schema for OpenEnum<T> {
    const EXPECTED: Expected = Text::EXPECTED;

    const CHILDREN: Children = Children::KnownValues(<T as VariantNames>::VARIANTS);
}

impl<T: Vocabulary> FromSlot for OpenEnum<T> {
    fn from_slot(slot: &Slot<'_>, tape: &Tape<'_>) -> Option<Self> {
        tape.text(slot).map(Self::from)
    }
}
