//! The model as data: the tables that [`object!`](super::object::object) declares, for what is made from them.

use super::Expected;

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
}

/// An object of the request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// The lines of its documentation.
    pub(crate) doc: &'static [&'static str],
    pub(crate) fields: &'static [Row],
}

/// A field of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) name: &'static str,
    /// The lines of its documentation.
    pub(crate) doc: &'static [&'static str],
    pub(crate) r#type: Type,
}
