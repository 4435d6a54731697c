//! A body as it was read: one flat list of values, as the [tables](crate::request::table) of the model have them.
//!
//! The rules look at it through [`At`], which knows what the model has at a place. Typed requests are made of it.

mod at;
mod read;
mod slot;

pub(crate) use at::At;
pub(crate) use slot::{Place, Slot};

use crate::json::{Raw, Reader, SyntaxError};
use crate::request::table::Type;
use crate::request::{Field, Value, field};

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
    pub(crate) fn read(text: &'a str, r#type: &Type) -> Result<Self, SyntaxError> {
        let mut reader = Reader::new(text);
        let document = read::read(&mut reader, r#type).and_then(|document| reader.end().map(|()| document));
        document.map_err(|fault| SyntaxError { fault, offset: reader.offset() })
    }

    /// Whether something is not as the model has it, or blank. Nothing can be wrong with the shape of what is not.
    pub(crate) const fn is_odd(&self) -> bool {
        self.is_odd
    }

    /// The body, for the rules.
    pub(crate) fn body<T>(&self) -> At<'_, T> {
        At::new(self, self.slot(Place::BODY))
    }

    /// The body, typed.
    pub(crate) fn typed<T: Value<'a>>(&self) -> Field<'a, T> {
        field::of(self.slot(Place::BODY), self)
    }

    pub(crate) fn slot(&self, place: Place) -> &Slot<'a> {
        self.slots.get(place.0).unwrap_or(&Slot::Absent)
    }

    /// The place of a slot; `NOWHERE`, when it is none of the document's.
    pub(crate) fn place(&self, slot: &Slot<'a>) -> Place {
        self.slots.element_offset(slot).map_or(Place::NOWHERE, Place)
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
            Slot::Object { others } => self.slots.get(others.0..)?.split_first(),
            _ => None,
        }
    }

    /// The places of the elements of an array; none of what is no array.
    pub(crate) fn elements(&self, slot: &Slot<'a>) -> Places<'_, 'a> {
        match slot {
            Slot::Array { first } => Places { document: self, link: *first },
            _ => Places { document: self, link: Place::BODY },
        }
    }

    /// The names and values that a slot stands for, each with the place of its name; none where it stands for none.
    pub(crate) fn entries(&self, slot: &Slot<'a>) -> impl Iterator<Item = Entry<'_, 'a>> + Clone {
        let link = match slot {
            Slot::Entries { first } => *first,
            _ => Place::BODY,
        };
        Places { document: self, link }.filter_map(|place| match self.slots.get(place.0..)? {
            [slot, Slot::Any(value), ..] => Some(Entry { place, slot, name: self.text(slot)?, value: *value }),
            _ => None,
        })
    }
}

/// A name of the request's own, and its value.
pub(crate) struct Entry<'d, 'a> {
    /// That of the name.
    pub(crate) place: Place,
    pub(crate) slot: &'d Slot<'a>,
    pub(crate) name: &'d str,
    pub(crate) value: Raw<'a>,
}

/// The places of what is in a list, each after its link. The body has no link, and so stands for the end.
#[derive(Clone)]
pub(crate) struct Places<'d, 'a> {
    document: &'d Document<'a>,
    link: Place,
}

impl Places<'_, '_> {
    /// The place of the next link, before which all that is in between stands.
    pub(crate) fn end(&self) -> Place {
        if self.link == Place::BODY { Place::NOWHERE } else { self.link }
    }
}

impl Iterator for Places<'_, '_> {
    type Item = Place;

    fn next(&mut self) -> Option<Place> {
        if self.link == Place::BODY {
            return None;
        }
        let place = self.link.after(1);
        self.link = match self.document.slot(self.link) {
            Slot::Link { next } => *next,
            _ => Place::BODY,
        };
        Some(place)
    }
}
