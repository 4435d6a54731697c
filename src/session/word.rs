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
/// use fintoc_preflight::session::{Status, Word};
///
/// let known = Word::from(Status::Finished);
/// let later: Word<Status> = Word::Other("refunded".into());
/// assert_eq!((known.as_str(), later.as_str()), ("finished", "refunded"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub enum Word<'a, T> {
    /// A known value.
    Known(T),
    /// Any other string.
    Other(Text<'a>),
}

/// Writes a known value, but no other string.
impl<T: fmt::Debug> fmt::Debug for Word<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(word) => f.debug_tuple("Known").field(word).finish(),
            Self::Other(_) => f.write_str("Other(string)"),
        }
    }
}

impl<T: Copy + Into<&'static str>> Word<'_, T> {
    /// Returns the string that Fintoc sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(word) => (*word).into(),
            Self::Other(text) => text,
        }
    }
}

impl<T> From<T> for Word<'_, T> {
    fn from(word: T) -> Self {
        Self::Known(word)
    }
}

impl<T: Vocabulary> IntoOwned for Word<'_, T> {
    type Owned = Word<'static, T>;

    fn into_owned(self) -> Self::Owned {
        match self {
            Self::Known(word) => Word::Known(word),
            Self::Other(text) => Word::Other(IntoOwned::into_owned(text)),
        }
    }
}

impl<'a, T: Vocabulary> Value<'a> for Word<'a, T> {
    const EXPECTED: Expected = Expected::String;

    const CHILDREN: Children = Children::Words(<T as VariantNames>::VARIANTS);

    fn of(slot: &Slot<'a>, tape: &Tape<'a>) -> Option<Self> {
        let text = Text::of(slot, tape)?;
        let index = <T as VariantNames>::VARIANTS.iter().position(|word| *word == text);
        let known = index.and_then(|index| <T as VariantArray>::VARIANTS.get(index));
        Some(known.map_or(Self::Other(text), |word| Self::Known(*word)))
    }

    fn view(&self) -> View<'_, 'a> {
        View::Text(self.as_str())
    }
}
