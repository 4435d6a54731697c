//! Counts how often each of several names occurs.

use crate::sort;
use crate::tape::Entry;

/// The position of a name among its repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Occurrence {
    /// The name occurs once.
    Only,
    /// The first of several occurrences.
    First,
    /// A later occurrence.
    Repeat,
}

/// The occurrence of each name in a list, by index; a name without an entry occurs once.
pub(crate) struct Occurrences(Vec<Occurrence>);

impl Occurrences {
    /// Compares the names, in O(n log n).
    pub(super) fn of(names: &[&str]) -> Self {
        Self(if are_few_and_unique(names) { Vec::new() } else { count(names) })
    }

    /// Compares the names of entries.
    pub(crate) fn of_names<'e>(entries: impl Iterator<Item = Entry<'e, 'e>>) -> Self {
        Self::of(&entries.map(|entry| entry.name).collect::<Vec<_>>())
    }

    /// Returns the occurrence of the name at an index.
    pub(crate) fn at(&self, index: usize) -> Occurrence {
        self.0.get(index).copied().unwrap_or(Occurrence::Only)
    }
}

/// True if there are at most 8 names and all differ. For so few, comparing all pairs costs less than sorting.
fn are_few_and_unique(names: &[&str]) -> bool {
    const FEW: usize = 8;
    let is_new = |(index, name)| names.iter().take(index).all(|other| other != name);
    names.len() <= FEW && names.iter().enumerate().all(is_new)
}

fn count(names: &[&str]) -> Vec<Occurrence> {
    let mut occurrences = vec![Occurrence::Only; names.len()];
    let order = sort::order(names, Ord::cmp);
    for pair in order.windows(2) {
        if let [one, other] = *pair
            && names.get(one) == names.get(other)
        {
            if let Some(occurrence @ Occurrence::Only) = occurrences.get_mut(one) {
                *occurrence = Occurrence::First;
            }
            if let Some(occurrence) = occurrences.get_mut(other) {
                *occurrence = Occurrence::Repeat;
            }
        }
    }
    occurrences
}
