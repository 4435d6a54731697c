use std::fmt;

use crate::tape::Expected;
use strum::{VariantArray, VariantNames};

use crate::request::view::View;
use crate::request::{IntoOwned, Text, Value, vocabulary::Vocabulary};
use crate::tape::Children;
use crate::tape::{Slot, Tape};

/// An enum value from Fintoc: a known one, or one that this version does not know, kept as received.
///
/// ```
/// use fintoc_preflight::session::{Status, OpenEnum};
///
/// let known = OpenEnum::from(Status::Finished);
/// let later: OpenEnum<Status> = OpenEnum::Other("refunded".into());
/// assert_eq!((known.as_str(), later.as_str()), ("finished", "refunded"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub enum OpenEnum<'a, T> {
    /// A known value.
    Known(T),
    /// Any other string.
    Other(Text<'a>),
}

/// Writes a known value, but no other string.
impl<T: fmt::Debug> fmt::Debug for OpenEnum<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(value) => f.debug_tuple("Known").field(value).finish(),
            Self::Other(_) => f.write_str("Other(string)"),
        }
    }
}

impl<T: Copy + Into<&'static str>> OpenEnum<'_, T> {
    /// Returns the string that Fintoc sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(value) => (*value).into(),
            Self::Other(text) => text,
        }
    }
}

/// Writes [`as_str`](OpenEnum::as_str).
impl<T: Copy + Into<&'static str>> fmt::Display for OpenEnum<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl<T> From<T> for OpenEnum<'_, T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

impl<T: Vocabulary> IntoOwned for OpenEnum<'_, T> {
    type Owned = OpenEnum<'static, T>;

    fn into_owned(self) -> Self::Owned {
        match self {
            Self::Known(value) => OpenEnum::Known(value),
            Self::Other(text) => OpenEnum::Other(IntoOwned::into_owned(text)),
        }
    }
}

impl<'a, T: Vocabulary> Value<'a> for OpenEnum<'a, T> {
    const EXPECTED: Expected = Expected::String;

    const CHILDREN: Children = Children::KnownValues(<T as VariantNames>::VARIANTS);

    fn of(slot: &Slot<'a>, tape: &Tape<'a>) -> Option<Self> {
        let text = Text::of(slot, tape)?;
        let index = <T as VariantNames>::VARIANTS.iter().position(|value| *value == text);
        let known = index.and_then(|index| <T as VariantArray>::VARIANTS.get(index));
        Some(known.map_or(Self::Other(text), |value| Self::Known(*value)))
    }

    fn view(&self) -> View<'_, 'a> {
        View::Text(self.as_str())
    }
}
