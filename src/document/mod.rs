//! A body as it was read: one flat list of values, as the [tables](crate::request::table) of the model have them.
//!
//! The rules look at it through [`At`], which knows what the model has at a place. Typed requests are made of it.

mod at;
mod read;
mod slot;

pub(crate) use at::At;
pub(crate) use slot::Slot;

use crate::json::{Json, Reader, SyntaxError};
use crate::request::table::Type;
use crate::request::{Field, Value, field};

/// The place of the body. No list has its link there.
const ROOT: usize = 0;

/// A body that was read.
#[derive(Debug, Default)]
pub(crate) struct Document<'a> {
    slots: Vec<Slot<'a>>,
    /// The strings that the body has with escapes.
    strings: Vec<String>,
    is_odd: bool,
}

impl<'a> Document<'a> {
    /// Reads a text that is one JSON text and nothing else.
    pub(crate) fn read(text: &'a str, r#type: Type) -> Result<Self, SyntaxError> {
        let mut reader = Reader::new(text);
        let document = read::read(&mut reader, r#type).and_then(|document| reader.end().map(|()| document));
        document.map_err(|fault| SyntaxError { fault, offset: reader.offset() })
    }

    /// Whether something is not as the model has it, or blank. Nothing can be wrong with the shape of what is not.
    pub(crate) const fn is_odd(&self) -> bool {
        self.is_odd
    }

    /// The body, for the rules.
    pub(crate) const fn body<T>(&self) -> At<'_, T> {
        At::new(self, ROOT)
    }

    /// The body, typed.
    pub(crate) fn typed<T: Value<'a>>(&self) -> Field<'a, T> {
        field::of(self.root(), self)
    }

    pub(crate) fn root(&self) -> &Slot<'a> {
        self.slot(ROOT)
    }

    /// The string in a slot.
    pub(crate) fn text(&self, slot: &Slot<'a>) -> Option<&str> {
        match slot {
            Slot::Text(text) => Some(text),
            Slot::Escaped(index) => self.strings.get(*index).map(String::as_str),
            _ => None,
        }
    }

    /// What an object of the model holds: what stands for its other entries, and the slots that begin with its fields.
    pub(crate) fn object(&self, slot: &Slot<'a>) -> Option<(&Slot<'a>, &[Slot<'a>])> {
        match slot {
            Slot::Object { others } => self.slots.get(*others..)?.split_first(),
            _ => None,
        }
    }

    /// The elements of an array; none of what is no array.
    pub(crate) fn elements(&self, slot: &Slot<'a>) -> impl Iterator<Item = &Slot<'a>> {
        self.places(slot).map(|place| self.slot(place))
    }

    /// The names and values that a slot stands for; none where it stands for none.
    pub(crate) fn entries(&self, slot: &Slot<'a>) -> impl Iterator<Item = (&Slot<'a>, Json<'a>)> + Clone {
        self.places(slot).filter_map(|place| match self.slots.get(place..)? {
            [name, Slot::Json(value), ..] => Some((name, Json::checked(value))),
            _ => None,
        })
    }

    /// Where the elements or entries of a slot stand.
    fn places(&self, slot: &Slot<'a>) -> Places<'_, 'a> {
        let link = match slot {
            Slot::Array { first } | Slot::Entries { first } => *first,
            _ => ROOT,
        };
        Places { document: self, link }
    }

    fn slot(&self, index: usize) -> &Slot<'a> {
        self.slots.get(index).unwrap_or(&Slot::Absent)
    }
}

/// The places of a list, each after its link.
#[derive(Clone)]
struct Places<'d, 'a> {
    document: &'d Document<'a>,
    link: usize,
}

impl Iterator for Places<'_, '_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.link == ROOT {
            return None;
        }
        let place = self.link.saturating_add(1);
        self.link = match self.document.slot(self.link) {
            Slot::Link { next } => *next,
            _ => ROOT,
        };
        Some(place)
    }
}
