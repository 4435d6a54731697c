//! Reads JSON text into a document, by the tables of the model.

use super::{Document, Place, Slot};
use crate::formats::is_blank;
use crate::json::{Reader, SyntaxFault};
use crate::request::table::{Holds, Table, Type};
use crate::request::{Expected, Text};

/// Initial capacity: enough slots for a typical request.
const USUAL_SLOTS: usize = 64;

/// Reads a body of a type.
pub(super) fn read<'a>(reader: &mut Reader<'a>, r#type: &Type) -> Result<Document<'a>, SyntaxFault> {
    let document = Document { slots: Vec::with_capacity(USUAL_SLOTS), ..Document::default() };
    let mut builder = Builder { reader, document };
    let body = builder.reserve(1);
    builder.needed(body, r#type)?;
    Ok(builder.document)
}

struct Builder<'r, 'a> {
    reader: &'r mut Reader<'a>,
    document: Document<'a>,
}

/// A list that is being read.
#[derive(Default)]
struct List {
    first: Place,
    last: Place,
}

impl<'a> Builder<'_, 'a> {
    /// Reads what stands where something must.
    fn needed(&mut self, place: Place, r#type: &Type) -> Result<(), SyntaxFault> {
        let slot = self.value(r#type)?;
        self.document.is_odd |= !slot.is_present();
        self.set(place, slot);
        Ok(())
    }

    fn value(&mut self, r#type: &Type) -> Result<Slot<'a>, SyntaxFault> {
        use Expected::{Array, Boolean, Integer, Object, OneOf, String, StringOrObject};
        let next = self.reader.peek();
        let start = self.reader.offset();
        let slot = match (next, r#type.expected) {
            (b'"', String | StringOrObject) => {
                let text = self.reader.string()?;
                self.document.is_odd |= is_blank(&text);
                Some(self.text(text))
            }
            (b'"', OneOf { values, .. }) => {
                let text = self.reader.string()?;
                values.iter().position(|word| *word == text).map(Slot::Word)
            }
            (b'{', Object | StringOrObject) => Some(self.object(r#type.holds)?),
            (b'[', Array) => Some(self.array(r#type.holds)?),
            (b'-' | b'0'..=b'9', Integer) => self.reader.number()?.map(Slot::Integer),
            (b't' | b'f', Boolean) => {
                self.reader.skip()?;
                Some(Slot::Boolean(next == b't'))
            }
            (b'n', _) => {
                self.reader.skip()?;
                Some(Slot::Null)
            }
            _ => {
                self.reader.skip()?;
                None
            }
        };
        Ok(slot.unwrap_or_else(|| {
            self.document.is_odd = true;
            Slot::Malformed(self.reader.since(start))
        }))
    }

    fn text(&mut self, text: Text<'a>) -> Slot<'a> {
        match text {
            Text::Borrowed(text) => Slot::Text(text),
            Text::Owned(text) => {
                self.document.strings.push(text);
                Slot::Escaped(self.document.strings.len().wrapping_sub(1))
            }
        }
    }

    /// Reads a value of any type.
    fn any(&mut self) -> Result<Slot<'a>, SyntaxFault> {
        self.reader.peek();
        let start = self.reader.offset();
        self.reader.skip()?;
        Ok(Slot::Any(self.reader.since(start)))
    }

    fn object(&mut self, holds: Holds) -> Result<Slot<'a>, SyntaxFault> {
        match holds {
            Holds::Fields(table) => self.fields(table),
            Holds::Entries => self.free(),
            _ => self.any(),
        }
    }

    /// Reads an object of the model. Of a repeated name the first value counts.
    fn fields(&mut self, table: &Table) -> Result<Slot<'a>, SyntaxFault> {
        let others = self.reserve(table.names.len().wrapping_add(1));
        let place = |position: usize| Place(others.0.wrapping_add(1).wrapping_add(position));
        let mut list = List::default();
        let mut next = 0;
        self.reader.open(b'{')?;
        while self.reader.more(b'}')? {
            self.reader.peek();
            let position = match table.names.get(next) {
                Some(name) if self.is_untouched(place(next)) && self.reader.pass_name(name)? => next,
                _ => {
                    let name = self.reader.name()?;
                    let position = table.position(&name, next);
                    let Some(position) = position.filter(|position| self.is_untouched(place(*position))) else {
                        self.entry(&mut list, name)?;
                        continue;
                    };
                    position
                }
            };
            if let Some(row) = table.fields.get(position) {
                let value = self.value(&row.r#type)?;
                self.set(place(position), value);
                next = position.wrapping_add(1);
            }
        }
        self.document.is_odd |= list.first != Place::BODY;
        self.set(others, Slot::Entries { first: list.first });
        Ok(Slot::Object { others })
    }

    /// Reads an object that may hold any names.
    fn free(&mut self) -> Result<Slot<'a>, SyntaxFault> {
        let mut list = List::default();
        self.reader.open(b'{')?;
        while self.reader.more(b'}')? {
            let name = self.reader.name()?;
            self.entry(&mut list, name)?;
        }
        Ok(Slot::Entries { first: list.first })
    }

    /// Reads the value of a name that has no field.
    fn entry(&mut self, list: &mut List, name: Text<'a>) -> Result<(), SyntaxFault> {
        let place = self.append(list, 2);
        let name = self.text(name);
        self.set(place, name);
        let value = self.any()?;
        self.set(place.after(1), value);
        Ok(())
    }

    fn array(&mut self, holds: Holds) -> Result<Slot<'a>, SyntaxFault> {
        let Holds::Elements(r#type) = holds else { return self.any() };
        let mut list = List::default();
        self.reader.open(b'[')?;
        while self.reader.more(b']')? {
            let place = self.append(&mut list, 1);
            self.needed(place, r#type)?;
        }
        Ok(Slot::Array { first: list.first })
    }

    /// Makes room for so many slots, and says where.
    fn reserve(&mut self, count: usize) -> Place {
        let place = self.document.slots.len();
        self.document.slots.resize(place.wrapping_add(count), Slot::Absent);
        Place(place)
    }

    /// Makes room for so many slots at the end of a list, and says where.
    fn append(&mut self, list: &mut List, count: usize) -> Place {
        let link = self.reserve(count.wrapping_add(1));
        if list.first == Place::BODY {
            list.first = link;
        } else {
            self.set(list.last, Slot::Link { next: link });
        }
        list.last = link;
        link.after(1)
    }

    #[inline]
    fn is_untouched(&self, place: Place) -> bool {
        matches!(self.document.slots.get(place.0), Some(Slot::Absent))
    }

    #[inline]
    fn set(&mut self, place: Place, value: Slot<'a>) {
        if let Some(slot) = self.document.slots.get_mut(place.0) {
            *slot = value;
        }
    }
}
