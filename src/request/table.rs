//! The model as data: the tables that [`object!`](super::object::object) declares, for what is made from them.

use super::Expected;
use crate::json::is_same;

/// The type of a field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Type {
    pub(crate) expected: Expected,
    pub(crate) holds: Holds,
}

/// What a value holds that the model knows.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Holds {
    Nothing,
    /// One of some words, or another.
    Words(&'static [&'static str]),
    /// The elements of an array.
    Elements(&'static Type),
    /// The fields of an object.
    Fields(&'static Table),
    /// Names and values of the merchant's own.
    Entries,
}

/// An object of the request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// The lines of its documentation.
    pub(crate) doc: &'static [&'static str],
    /// Whether another rule than `unknown-field` judges names that are not in the table.
    pub(crate) is_open: bool,
    /// The names of the fields.
    pub(crate) names: &'static [&'static str],
    pub(crate) fields: &'static [Row],
}

impl Table {
    /// The position of a field. Names mostly come in the order of the table: it looks around from `next`.
    pub(crate) fn position(&self, name: &str, next: usize) -> Option<usize> {
        let (before, after) = self.names.split_at_checked(next)?;
        let place = |names: &[&str]| names.iter().position(|known| is_same(known.as_bytes(), name.as_bytes()));
        place(after).map_or_else(|| place(before), |position| position.checked_add(next))
    }
}

/// The lines of documentation; none in the modules for JavaScript, which have no use for them.
pub(crate) const fn doc(lines: &'static [&'static str]) -> &'static [&'static str] {
    if cfg!(all(target_arch = "wasm32", any(feature = "wasm", feature = "wasm-session"))) { &[] } else { lines }
}

/// A field of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    /// The lines of its documentation.
    pub(crate) doc: &'static [&'static str],
    pub(crate) r#type: Type,
}
