use super::owned::{IntoOwned, Text};
use super::view::View;
use crate::json::{Json, JsonType, MAX_SAFE_INTEGER};
use crate::tape::Expected;
use crate::tape::{Children, ObjectDoc, Type};
use crate::tape::{Slot, Tape};

/// A type of value that a field can have: its schema, and its conversion from a tape and to a view.
pub(crate) trait Value<'a>: IntoOwned {
    /// The JSON type that a field of this type expects.
    const EXPECTED: Expected;

    /// The schema of its children.
    const CHILDREN: Children = Children::Nothing;

    /// The documentation of the object, or of the elements of an array; `None` for any other type.
    const DOC: Option<&'static ObjectDoc> = None;

    /// `EXPECTED` and `CHILDREN` as one schema.
    const TYPE: Type = Type { expected: Self::EXPECTED, children: Self::CHILDREN };

    /// Returns the value in a slot; `None` if it is of another type.
    fn of(slot: &Slot<'a>, tape: &Tape<'a>) -> Option<Self>;

    fn view(&self) -> View<'_, 'a>;
}

/// An integer within ±(2^53 - 1), which every JSON reader keeps exactly.
///
/// ```
/// use fintoc_preflight::request::Integer;
///
/// assert_eq!(Integer::from(350_000).get(), 350_000);
/// assert_eq!(Integer::new(1 << 53), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Integer(i64);

impl Integer {
    /// The least value, -(2^53 - 1).
    pub(crate) const MIN: Self = Self(-MAX_SAFE_INTEGER);

    /// The greatest value, 2^53 - 1.
    pub(crate) const MAX: Self = Self(MAX_SAFE_INTEGER);

    /// Returns `value` as an integer; `None` beyond ±(2^53 - 1).
    #[must_use]
    pub const fn new(value: i64) -> Option<Self> {
        if Self::MIN.0 <= value && value <= Self::MAX.0 { Some(Self(value)) } else { None }
    }

    /// Returns the number.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl From<i32> for Integer {
    fn from(value: i32) -> Self {
        Self(value.into())
    }
}

impl From<u32> for Integer {
    fn from(value: u32) -> Self {
        Self(value.into())
    }
}

impl IntoOwned for Integer {
    type Owned = Self;

    fn into_owned(self) -> Self {
        self
    }
}

impl<'a> Value<'a> for Integer {
    const EXPECTED: Expected = Expected::Integer;

    fn of(slot: &Slot<'a>, _: &Tape<'a>) -> Option<Self> {
        match slot {
            Slot::Integer(value) => Some(Self(*value)),
            _ => None,
        }
    }

    fn view(&self) -> View<'_, 'a> {
        View::Integer(self.0)
    }
}

impl<'a> Value<'a> for Text<'a> {
    const EXPECTED: Expected = Expected::String;

    fn of(slot: &Slot<'a>, tape: &Tape<'a>) -> Option<Self> {
        match slot {
            Slot::Text(text) => Some(Self::Borrowed(text)),
            slot => tape.text(slot).map(|text| Self::Owned(text.to_owned())),
        }
    }

    fn view(&self) -> View<'_, 'a> {
        View::Text(self)
    }
}

impl<'a> Value<'a> for bool {
    const EXPECTED: Expected = Expected::Boolean;

    fn of(slot: &Slot<'a>, _: &Tape<'a>) -> Option<Self> {
        match slot {
            Slot::Boolean(value) => Some(*value),
            _ => None,
        }
    }

    fn view(&self) -> View<'_, 'a> {
        View::Boolean(*self)
    }
}

/// An object with any members, kept as it was written.
///
/// ```
/// use fintoc_preflight::{Json, request::AnyObject};
///
/// let options = AnyObject::new(Json::parse(r#"{"months": 3}"#)?);
/// assert!(options.is_some());
/// assert_eq!(AnyObject::new(Json::from(3)), None);
/// # Ok::<(), fintoc_preflight::SyntaxError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnyObject<'a>(Json<'a>);

impl<'a> AnyObject<'a> {
    /// Returns `json` as an object; `None` if it is of another type.
    #[must_use]
    pub fn new(json: Json<'a>) -> Option<Self> {
        (json.kind() == JsonType::Object).then_some(Self(json))
    }

    /// Returns the object as JSON.
    #[must_use]
    pub const fn json(&self) -> &Json<'a> {
        &self.0
    }
}

impl IntoOwned for AnyObject<'_> {
    type Owned = AnyObject<'static>;

    fn into_owned(self) -> Self::Owned {
        AnyObject(self.0.into_owned())
    }
}

impl<'a> Value<'a> for AnyObject<'a> {
    const EXPECTED: Expected = Expected::Object;

    fn of(slot: &Slot<'a>, _: &Tape<'a>) -> Option<Self> {
        match slot {
            Slot::Any(raw) => Some(Self(raw.json())),
            _ => None,
        }
    }

    fn view(&self) -> View<'_, 'a> {
        View::Json(&self.0)
    }
}
