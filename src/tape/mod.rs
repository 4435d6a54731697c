//! A body as it was read: one flat list of values, as the [tables](crate::request::table) of the model have them.
//!
//! The rules look at it through [`At`], which knows what the model has at a place. Typed requests are made of it.

mod read;
mod schema;
mod slot;

pub use schema::Expected;
pub(crate) use schema::{Children, FieldSchema, ObjectSchema, Type, doc};
pub(crate) use slot::{Slot, SlotId};

use crate::json::{Raw, Reader, SyntaxError};

/// A body that was read.
#[derive(Debug, Default)]
pub(crate) struct Tape<'a> {
    slots: Vec<Slot<'a>>,
    /// The strings that the body has with escapes.
    strings: Vec<String>,
    needs_shape_check: bool,
}

impl<'a> Tape<'a> {
    /// Reads a text that is one JSON text and nothing else.
    pub(crate) fn read(text: &'a str, r#type: &Type) -> Result<Self, SyntaxError> {
        let mut reader = Reader::new(text);
        let tape = read::read(&mut reader, r#type).and_then(|tape| reader.end().map(|()| tape));
        tape.map_err(|fault| SyntaxError { fault, offset: reader.offset() })
    }

    /// Whether something is not as the model has it, or blank. Nothing can be wrong with the shape of what is not.
    pub(crate) const fn needs_shape_check(&self) -> bool {
        self.needs_shape_check
    }

    pub(crate) fn slot(&self, slot_id: SlotId) -> &Slot<'a> {
        self.slots.get(slot_id.0).unwrap_or(&Slot::Absent)
    }

    /// The place of a slot; `NOWHERE`, when it is none of the document's.
    pub(crate) fn slot_id(&self, slot: &Slot<'a>) -> SlotId {
        self.slots.element_offset(slot).map_or(SlotId::NOWHERE, SlotId)
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
            Slot::Object { unknown } => self.slots.get(unknown.0..)?.split_first(),
            _ => None,
        }
    }

    /// The places of the elements of an array; none of what is no array.
    pub(crate) fn elements(&self, slot: &Slot<'a>) -> Places<'_, 'a> {
        match slot {
            Slot::Array { first } => Places { tape: self, link: *first },
            _ => Places { tape: self, link: SlotId::BODY },
        }
    }

    /// The names and values that a slot stands for, each with the place of its name; none where it stands for none.
    pub(crate) fn entries(&self, slot: &Slot<'a>) -> impl Iterator<Item = Entry<'_, 'a>> + Clone {
        let link = match slot {
            Slot::Entries { first } => *first,
            _ => SlotId::BODY,
        };
        Places { tape: self, link }.filter_map(|slot_id| match self.slots.get(slot_id.0..)? {
            [slot, Slot::Any(value), ..] => Some(Entry { slot_id, slot, name: self.text(slot)?, value: *value }),
            _ => None,
        })
    }
}

/// A name of the request's own, and its value.
pub(crate) struct Entry<'d, 'a> {
    /// That of the name.
    pub(crate) slot_id: SlotId,
    pub(crate) slot: &'d Slot<'a>,
    pub(crate) name: &'d str,
    pub(crate) value: Raw<'a>,
}

/// The places of what is in a list, each after its link. The body has no link, and so stands for the end.
#[derive(Clone)]
pub(crate) struct Places<'d, 'a> {
    tape: &'d Tape<'a>,
    link: SlotId,
}

impl Places<'_, '_> {
    /// The place of the next link, before which all that is in between stands.
    pub(crate) fn end(&self) -> SlotId {
        if self.link == SlotId::BODY { SlotId::NOWHERE } else { self.link }
    }
}

impl Iterator for Places<'_, '_> {
    type Item = SlotId;

    fn next(&mut self) -> Option<SlotId> {
        if self.link == SlotId::BODY {
            return None;
        }
        let slot_id = self.link.after(1);
        self.link = match self.tape.slot(self.link) {
            Slot::Link { next } => *next,
            _ => SlotId::BODY,
        };
        Some(slot_id)
    }
}
