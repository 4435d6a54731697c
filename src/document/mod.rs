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
use crate::request::{Field, Text, Value, field};

/// A name and its value, as the body has them.
pub(crate) type Entry<'a> = (Text<'a>, Json<'a>);

/// A body that was read.
#[derive(Debug, Default)]
pub(crate) struct Document<'a> {
    /// The body comes last, and whatever an object or array holds before it.
    slots: Vec<Slot<'a>>,
    /// Metadata, and what objects hold beside their fields.
    entries: Vec<Entry<'a>>,
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
        At::new(self, self.slots.len().saturating_sub(1))
    }

    /// The body, typed.
    pub(crate) fn typed<T: Value<'a>>(&self) -> Field<'a, T> {
        field::of(self.root(), self)
    }

    pub(crate) fn root(&self) -> &Slot<'a> {
        self.slots.last().unwrap_or(&Slot::Absent)
    }

    /// What an object of the model holds: its other entries, and the slots that begin with those of its fields.
    pub(crate) fn object(&self, slot: &Slot<'a>) -> Option<(&[Entry<'a>], &[Slot<'a>])> {
        let Slot::Object { first } = slot else { return None };
        let (others, fields) = self.slots.get(*first..)?.split_first()?;
        Some((self.entries(others).unwrap_or_default(), fields))
    }

    /// The string in a slot.
    pub(crate) fn text(&self, slot: &Slot<'a>) -> Option<&str> {
        match slot {
            Slot::Text(text) => Some(text),
            Slot::Escaped(index) => self.strings.get(*index).map(String::as_str),
            _ => None,
        }
    }

    pub(crate) fn elements(&self, slot: &Slot<'a>) -> Option<&[Slot<'a>]> {
        match slot {
            Slot::Array { first, end } => self.slots.get(*first..*end),
            _ => None,
        }
    }

    pub(crate) fn entries(&self, slot: &Slot<'a>) -> Option<&[Entry<'a>]> {
        match slot {
            Slot::Entries { first, end } => self.entries.get(*first..*end),
            _ => None,
        }
    }

    fn slot(&self, index: usize) -> &Slot<'a> {
        self.slots.get(index).unwrap_or(&Slot::Absent)
    }
}
