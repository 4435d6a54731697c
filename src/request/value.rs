use serde_json::{Map, Value};

use crate::json::{MAX_SAFE_INTEGER, Raw};
use crate::tape::{Children, Expected, ObjectDoc, Slot, Tape, Type};

/// A string.
pub(crate) type Text = String;

/// An integer; within ±(2^53 - 1) when it is read.
pub(crate) type Integer = i64;

/// Data that a merchant attaches: names and values of any kind.
pub(crate) type Metadata = Map<String, Value>;

/// The schema of an object that the documentation does not describe; kept as its text on a tape.
pub(crate) enum AnyObject {}

/// The range of integers that every JSON reader keeps exactly.
pub(crate) const INTEGERS: std::ops::RangeInclusive<i64> = -MAX_SAFE_INTEGER..=MAX_SAFE_INTEGER;

/// A type whose values a tape is read by.
pub(crate) trait Schema {
    /// The JSON type that a field of this type expects.
    const EXPECTED: Expected;

    /// The schema of its children.
    const CHILDREN: Children = Children::Nothing;

    /// The documentation of the object, or of the elements of an array; `None` for any other type.
    const DOC: Option<&'static ObjectDoc> = None;

    /// `EXPECTED` and `CHILDREN` as one schema.
    const TYPE: Type = Type { expected: Self::EXPECTED, children: Self::CHILDREN };
}

/// A conversion from a slot of a tape.
pub(crate) trait FromSlot: Sized {
    /// Returns the value in a slot; `None` if it is absent, `null`, malformed or of another type.
    fn from_slot(slot: &Slot<'_>, tape: &Tape<'_>) -> Option<Self>;
}

impl Schema for Integer {
    const EXPECTED: Expected = Expected::Integer;
}

impl FromSlot for Integer {
    fn from_slot(slot: &Slot<'_>, _: &Tape<'_>) -> Option<Self> {
        match slot {
            Slot::Integer(value) => Some(*value),
            _ => None,
        }
    }
}

impl Schema for Text {
    const EXPECTED: Expected = Expected::String;
}

impl FromSlot for Text {
    fn from_slot(slot: &Slot<'_>, tape: &Tape<'_>) -> Option<Self> {
        tape.text(slot).map(str::to_owned)
    }
}

impl Schema for bool {
    const EXPECTED: Expected = Expected::Boolean;
}

impl FromSlot for bool {
    fn from_slot(slot: &Slot<'_>, _: &Tape<'_>) -> Option<Self> {
        match slot {
            Slot::Boolean(value) => Some(*value),
            _ => None,
        }
    }
}

impl<T: Schema> Schema for Vec<T> {
    const EXPECTED: Expected = Expected::Array;

    const CHILDREN: Children = Children::Elements(&T::TYPE);

    const DOC: Option<&'static ObjectDoc> = T::DOC;
}

/// Leaves out elements that are malformed.
impl<T: FromSlot> FromSlot for Vec<T> {
    fn from_slot(slot: &Slot<'_>, tape: &Tape<'_>) -> Option<Self> {
        let elements = || tape.elements(slot).filter_map(|slot_id| T::from_slot(tape.slot(slot_id), tape)).collect();
        matches!(slot, Slot::Array { .. }).then(elements)
    }
}

impl Schema for Metadata {
    const EXPECTED: Expected = Expected::Object;

    const CHILDREN: Children = Children::Entries;
}

/// Of a repeated name, the first value counts.
impl FromSlot for Metadata {
    fn from_slot(slot: &Slot<'_>, tape: &Tape<'_>) -> Option<Self> {
        match slot {
            Slot::Entries { .. } => Some(unknown(slot, &[], tape)),
            Slot::Any(raw) => serde_json::from_str(raw.text()).ok(),
            _ => None,
        }
    }
}

impl Schema for AnyObject {
    const EXPECTED: Expected = Expected::Object;
}

/// Returns the names and values of a `Slot::Entries`, except for `names`; empty for any other slot. Of a repeated name,
/// the first value counts.
pub(crate) fn unknown(slot: &Slot<'_>, names: &[&str], tape: &Tape<'_>) -> Map<String, Value> {
    let mut members = Map::with_capacity(tape.entries(slot).count());
    for entry in tape.entries(slot).filter(|entry| !names.contains(&entry.name)) {
        members.entry(entry.name).or_insert_with(|| value(entry.value));
    }
    members
}

/// Converts a JSON text that a reader has validated. Strings, the most frequent values, are converted without
/// `serde_json`, in half the time.
fn value(raw: Raw<'_>) -> Value {
    match raw.string() {
        Some(text) => Value::String(text.into_owned()),
        None => serde_json::from_str(raw.text()).unwrap_or_default(),
    }
}

/// Collects the entries that a builder is given.
pub(super) fn map(entries: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>) -> Map<String, Value> {
    entries.into_iter().map(|(name, value)| (name.into(), value.into())).collect()
}

/// Collects the elements that a builder is given.
pub(super) fn list<T>(elements: impl IntoIterator<Item = impl Into<T>>) -> Vec<T> {
    elements.into_iter().map(Into::into).collect()
}
