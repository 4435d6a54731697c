//! The keywords of a schema, in order.

use serde_json::{Map, Value};

/// A schema or another JSON object, whose members keep their order.
pub(super) type Schema = Map<String, Value>;

/// A keyword with its value.
pub(super) type Member = (String, Value);

/// Returns a member of an object.
pub(super) fn member(name: &str, value: impl Into<Value>) -> Member {
    (name.to_owned(), value.into())
}

/// Returns a schema of one keyword, such as `{"not": …}`.
pub(super) fn only(keyword: &str, value: impl Into<Value>) -> Schema {
    keywords([member(keyword, value)])
}

/// Returns a schema of some keywords.
pub(super) fn keywords<const N: usize>(members: [Member; N]) -> Schema {
    members.into_iter().collect()
}

/// Returns a schema with the keywords of all parts, which must differ.
pub(super) fn merge<const N: usize>(parts: [Schema; N]) -> Schema {
    parts.into_iter().flatten().collect()
}

/// Returns an array of strings.
pub(super) fn strings(strings: &[&str]) -> Value {
    strings.iter().copied().collect()
}
