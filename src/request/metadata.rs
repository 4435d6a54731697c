use std::fmt;

use super::owned::{IntoOwned, Text};
use super::value::Value;
use super::view::View;
use crate::json::Json;
use crate::tape::Children;
use crate::tape::Expected;
use crate::tape::{Slot, Tape};

/// Data that a merchant attaches to a session or a customer: names and values of any kind.
///
/// ```
/// use fintoc_preflight::request::Metadata;
///
/// let metadata = Metadata::from([("order", "987654321")]);
/// assert_eq!(metadata.iter().count(), 1);
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Metadata<'a>(Vec<(Text<'a>, Json<'a>)>);

impl<'a> Metadata<'a> {
    /// Appends a name and its value. If the name is there already, the first value counts.
    pub fn push(&mut self, name: impl Into<Text<'a>>, value: impl Into<Json<'a>>) {
        self.0.push((name.into(), value.into()));
    }

    /// Iterates over the names and values, in the order of the request.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json<'a>)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }
}

impl<'a, V: Into<Json<'a>>, const N: usize> From<[(&'a str, V); N]> for Metadata<'a> {
    fn from(entries: [(&'a str, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<'a, N: Into<Text<'a>>, V: Into<Json<'a>>> FromIterator<(N, V)> for Metadata<'a> {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(entries: I) -> Self {
        Self(entries.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

/// Returns the names and values of a `Slot::Entries`; none for any other slot.
pub(super) fn entries<'a>(slot: &Slot<'a>, tape: &Tape<'a>) -> Vec<(Text<'a>, Json<'a>)> {
    tape.entries(slot).filter_map(|entry| Some((Text::of(entry.slot, tape)?, entry.value.json()))).collect()
}

/// Writes the number of members, but neither their names nor their values.
impl fmt::Debug for Metadata<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        View::Entries(&self.0).fmt(f)
    }
}

impl IntoOwned for Metadata<'_> {
    type Owned = Metadata<'static>;

    fn into_owned(self) -> Self::Owned {
        Metadata(self.0.into_iter().map(|(name, value)| (IntoOwned::into_owned(name), value.into_owned())).collect())
    }
}

impl<'a> Value<'a> for Metadata<'a> {
    const EXPECTED: Expected = Expected::Object;

    const CHILDREN: Children = Children::Entries;

    fn of(slot: &Slot<'a>, tape: &Tape<'a>) -> Option<Self> {
        matches!(slot, Slot::Entries { .. }).then(|| Self(entries(slot, tape)))
    }

    fn view(&self) -> View<'_, 'a> {
        View::Entries(&self.0)
    }
}
