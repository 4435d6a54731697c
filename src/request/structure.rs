use std::fmt;

use serde_json::{Map, Value};

use super::OpenEnum;
use super::vocabulary::Vocabulary;

/// The structure of a value, which `Debug` writes: the names of fields and the JSON types of their values, but no value
/// and no name of the request.
pub(crate) trait Structure {
    fn structure(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// Writes the structure of what it refers to.
pub(crate) struct Structured<'v, T>(pub(crate) &'v T);

impl<T: Structure> fmt::Debug for Structured<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.structure(f)
    }
}

impl Structure for i64 {
    fn structure(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("integer")
    }
}

impl Structure for bool {
    fn structure(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("boolean")
    }
}

impl Structure for String {
    fn structure(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("string")
    }
}

impl<T: Vocabulary> Structure for T {
    fn structure(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("string")
    }
}

impl<T> Structure for OpenEnum<T> {
    fn structure(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("string")
    }
}

impl<T: Structure> Structure for Vec<T> {
    fn structure(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(Structured)).finish()
    }
}

impl Structure for Map<String, Value> {
    fn structure(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{} names}}", self.len())
    }
}
