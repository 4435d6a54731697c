//! A parsed body as one flat list of slots, laid out by the schemas of the model.
//!
//! The rules read it through a typed [`Cursor`](crate::request::Cursor); typed requests are built from it.
//!
//! An object of the model takes a block of slots: one for its unknown members, and one for each field in the order of
//! its [`ObjectSchema`]. So a field is found by its index, and is [`Slot::Absent`] until its name is read. Elements and
//! members without a field, of which there may be any number, are linked lists. With the schemas
//! `{amount, line_items}` and `{quantity, price}`, the body
//!
//! ```text
//! {"amount": 1, "line_items": [{"quantity": 2}, {"quantity": 3}], "colour": "red"}
//! ```
//!
//! becomes
//!
//! ```text
//!  0  Object { unknown: 1 } ---+   the body
//!  1  Entries { first: 14 } <--+   its unknown members -------------------+
//!  2  Integer(1)                   amount                                 |
//!  3  Array { first: 4 } ------+   line_items                             |
//!                              |                                          |
//!  4  Link { next: 9 } <-------+   ----+                                  |
//!  5  Object { unknown: 6 }        |   line_items[0]                      |
//!  6  Entries { first: 0 }         |   no unknown members                 |
//!  7  Integer(2)                   |   line_items[0].quantity             |
//!  8  Absent                       |   line_items[0].price                |
//!                                  |                                      |
//!  9  Absent <---------------------+   the last link: no element follows  |
//! 10  Object { unknown: 11 }           line_items[1]                      |
//! 11  Entries { first: 0 }             no unknown members                 |
//! 12  Integer(3)                       line_items[1].quantity             |
//! 13  Absent                           line_items[1].price                |
//!                                                                         |
//! 14  Absent <------------------------------------------------------------+   the last link
//! 15  Text("colour")                   the name
//! 16  Any("red")                       its value, as JSON text
//! ```
//!
//! A list is empty if its first link is slot 0, the body, which is no link. Slots are in the order of the text, except
//! for fields within their block: all slots of an element precede the next element's link.

mod read;
mod schema;
mod slot;

use std::ptr;

pub use schema::Expected;
pub(crate) use schema::{Children, FieldDoc, FieldSchema, ObjectDoc, ObjectSchema, Type};
pub(crate) use slot::{Slot, SlotId};

use crate::json::{Raw, Reader, SyntaxError};

/// A parsed body: its slots in one list, as drawn in the documentation of this module.
#[derive(Debug, Default)]
pub(crate) struct Tape<'a> {
    slots: Vec<Slot<'a>>,
    /// The strings that are written with escapes, unescaped; [`Slot::Escaped`] has their index.
    strings: Vec<String>,
    needs_shape_check: bool,
}

impl<'a> Tape<'a> {
    /// Parses a text into a tape, by the type of its body.
    ///
    /// Fails for text that is not JSON; a value of the wrong type becomes [`Slot::Malformed`].
    pub(crate) fn read(text: &'a str, r#type: &Type) -> Result<Self, SyntaxError> {
        let mut reader = Reader::new(text);
        let tape = read::read(&mut reader, r#type).and_then(|tape| reader.end().map(|()| tape));
        tape.map_err(|fault| SyntaxError { fault, offset: reader.offset() })
    }

    /// True if a value was malformed, unknown or blank. If false, the shape check is skipped.
    pub(crate) const fn needs_shape_check(&self) -> bool {
        self.needs_shape_check
    }

    pub(crate) fn slot(&self, slot_id: SlotId) -> &Slot<'a> {
        self.slots.get(slot_id.0).unwrap_or(&Slot::Absent)
    }

    /// Returns the number of slots.
    pub(crate) const fn len(&self) -> usize {
        self.slots.len()
    }

    /// Returns the id of a slot; `NOWHERE` if it is not one of this tape.
    pub(crate) fn slot_id(&self, slot: &Slot<'a>) -> SlotId {
        // As `element_offset` does, which Rust has since 1.94.
        let start = self.slots.as_ptr().addr();
        let offset = ptr::from_ref(slot).addr().checked_sub(start);
        let index = offset.and_then(|offset| offset.checked_div(size_of::<Slot<'a>>()));
        index.filter(|index| *index < self.slots.len()).map_or(SlotId::NOWHERE, SlotId)
    }

    /// Returns the string in a slot, unescaped; `None` for any other slot.
    pub(crate) fn text(&self, slot: &Slot<'a>) -> Option<&str> {
        match slot {
            Slot::Text(text) => Some(text),
            Slot::Escaped(index) => self.strings.get(*index).map(String::as_str),
            _ => None,
        }
    }

    /// Returns the slot of the object's unknown entries, and the slots from its first field on; `None` for any other
    /// slot.
    pub(crate) fn object(&self, slot: &Slot<'a>) -> Option<(&Slot<'a>, &[Slot<'a>])> {
        match slot {
            Slot::Object { unknown } => self.slots.get(unknown.0..)?.split_first(),
            _ => None,
        }
    }

    /// Iterates over the elements of a `Slot::Array`; empty for any other slot.
    pub(crate) fn elements(&self, slot: &Slot<'a>) -> Places<'_, 'a> {
        match slot {
            Slot::Array { first } => Places { tape: self, link: *first },
            _ => Places { tape: self, link: SlotId::BODY },
        }
    }

    /// Iterates over the names and values of a `Slot::Entries`; empty for any other slot.
    pub(crate) fn entries(&self, slot: &Slot<'a>) -> impl Iterator<Item = Entry<'_, 'a>> + Clone {
        let link = match slot {
            Slot::Entries { first } => *first,
            _ => SlotId::BODY,
        };
        Places { tape: self, link }.filter_map(|slot_id| match self.slots.get(slot_id.0..)? {
            [slot, Slot::Any(value), ..] => Some(Entry { slot_id, name: self.text(slot)?, value: *value }),
            _ => None,
        })
    }
}

/// A name that has no field in the schema, and its value.
pub(crate) struct Entry<'d, 'a> {
    /// The slot of the name; the value is in the next.
    pub(crate) slot_id: SlotId,
    pub(crate) name: &'d str,
    pub(crate) value: Raw<'a>,
}

/// An iterator over a linked list of slots. Yields the slot after each link; slot 0, the body, ends the list.
#[derive(Clone)]
pub(crate) struct Places<'d, 'a> {
    tape: &'d Tape<'a>,
    link: SlotId,
}

impl Places<'_, '_> {
    /// Returns the next link, which all slots of the element that was yielded last precede; `NOWHERE` after the last
    /// element.
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
