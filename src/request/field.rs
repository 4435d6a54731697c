use std::fmt;

use crate::json::Json;
use crate::request::owned::{IntoOwned, Text};
use crate::request::value::{Integer, Value};
use crate::request::view::{Array, View};
use crate::tape::{Children, Expected, ObjectDoc, Slot, Tape};
use crate::timestamp::Timestamp;

/// A field of a request: absent, `null`, malformed, or a value of its type.
///
/// Values of every type that a field accepts convert to it with `.into()`. The default is absent.
///
/// ```
/// use fintoc_preflight::{Currency, Field, request::Integer};
///
/// let amount: Field<Integer> = 350_000.into();
/// assert_eq!(amount.value(), Some(&Integer::from(350_000)));
///
/// let currency = Field::<Currency>::default();
/// assert!(!currency.is_present());
/// ```
///
/// `Debug` writes the state, but no value, so that a request can be logged while it is debugged. That of a whole request
/// writes its structure.
///
/// ```
/// use fintoc_preflight::{Field, request::Text};
///
/// let email: Field<Text> = "ana@example.com".into();
/// assert_eq!(format!("{email:?}"), "Value(_)");
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub enum Field<'a, T> {
    /// The name is missing.
    #[default]
    Absent,
    /// The value is `null`, which counts as absent.
    Null,
    /// The value is of the wrong JSON type, or a string outside the enum; kept as it was written.
    Malformed(Json<'a>),
    /// A value of the field's type. It is not validated yet: an e-mail address may lack its `@`.
    Value(T),
}

impl<T> fmt::Debug for Field<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => f.write_str("Absent"),
            Self::Null => f.write_str("Null"),
            Self::Malformed(json) => f.debug_tuple("Malformed").field(json).finish(),
            Self::Value(_) => f.write_str("Value(_)"),
        }
    }
}

impl<T> Field<'_, T> {
    /// True for a value other than `null`, malformed or not.
    #[must_use]
    pub const fn is_present(&self) -> bool {
        matches!(self, Self::Malformed(_) | Self::Value(_))
    }

    /// True if the field is absent or `null`.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        !self.is_present()
    }

    /// Returns the value if it is of the field's type.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }
}

/// Reads a field from its slot. A slot of another kind than `T` reads as absent.
pub(crate) fn of<'a, T: Value<'a>>(slot: &Slot<'a>, tape: &Tape<'a>) -> Field<'a, T> {
    match slot {
        Slot::Absent => Field::Absent,
        Slot::Null => Field::Null,
        Slot::Malformed(raw) => Field::Malformed(raw.json()),
        slot => T::of(slot, tape).map_or(Field::Absent, Field::Value),
    }
}

/// Returns a view of a field.
pub(crate) fn view<'v, 'a, T: Value<'a>>(field: &'v Field<'a, T>) -> View<'v, 'a> {
    match field {
        Field::Absent => View::Absent,
        Field::Null => View::Null,
        Field::Malformed(json) => View::Json(json),
        Field::Value(value) => value.view(),
    }
}

impl<T: IntoOwned> Field<'_, T> {
    /// Returns the same field, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Field<'static, T::Owned> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Malformed(json) => Field::Malformed(json.into_owned()),
            Self::Value(value) => Field::Value(value.into_owned()),
        }
    }
}

impl<T: IntoOwned> IntoOwned for Vec<Field<'_, T>> {
    type Owned = Vec<Field<'static, T::Owned>>;

    fn into_owned(self) -> Self::Owned {
        self.into_iter().map(Field::into_owned).collect()
    }
}

impl<'a, T: Value<'a>> Value<'a> for Vec<Field<'a, T>> {
    const EXPECTED: Expected = Expected::Array;

    const CHILDREN: Children = Children::Elements(&T::TYPE);

    const DOC: Option<&'static ObjectDoc> = T::DOC;

    fn of(slot: &Slot<'a>, tape: &Tape<'a>) -> Option<Self> {
        let elements = || tape.elements(slot).map(|slot_id| of(tape.slot(slot_id), tape)).collect();
        matches!(slot, Slot::Array { .. }).then(elements)
    }

    fn view(&self) -> View<'_, 'a> {
        View::Array(self)
    }
}

impl<'a, T: Value<'a>> Array<'a> for Vec<Field<'a, T>> {
    fn each(&self, visit: &mut dyn FnMut(View<'_, 'a>)) {
        for element in self {
            visit(view(element));
        }
    }
}

impl<T> From<T> for Field<'_, T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl From<i32> for Field<'_, Integer> {
    fn from(value: i32) -> Self {
        Self::Value(value.into())
    }
}

impl From<u32> for Field<'_, Integer> {
    fn from(value: u32) -> Self {
        Self::Value(value.into())
    }
}

/// Converts an integer. Beyond ±(2^53 - 1), which JSON readers may round, the field is malformed.
impl From<i64> for Field<'_, Integer> {
    fn from(value: i64) -> Self {
        Integer::new(value).map_or_else(|| Self::Malformed(value.into()), Self::Value)
    }
}

impl<'a> From<&'a str> for Field<'a, Text<'a>> {
    fn from(text: &'a str) -> Self {
        Self::Value(text.into())
    }
}

impl<'a> From<String> for Field<'a, Text<'a>> {
    fn from(text: String) -> Self {
        Self::Value(text.into())
    }
}

/// Converts an instant to its RFC 3339 text in UTC.
impl<'a> From<Timestamp> for Field<'a, Text<'a>> {
    fn from(time: Timestamp) -> Self {
        time.to_string().into()
    }
}

impl<'a, T, const N: usize> From<[T; N]> for Field<'a, Vec<Field<'a, T>>> {
    fn from(elements: [T; N]) -> Self {
        Self::from(Vec::from(elements))
    }
}

impl<'a, T> From<Vec<T>> for Field<'a, Vec<Field<'a, T>>> {
    fn from(elements: Vec<T>) -> Self {
        Self::Value(elements.into_iter().map(Field::Value).collect())
    }
}

impl<'a, const N: usize> From<[&'a str; N]> for Field<'a, Vec<Field<'a, Text<'a>>>> {
    fn from(texts: [&'a str; N]) -> Self {
        Self::from(texts.map(Text::from))
    }
}
