//! From text to document, as the tables of the model have it.

use super::{Document, Entry, Slot};
use crate::json::{Reader, SyntaxFault};
use crate::request::table::{Holds, Table, Type};
use crate::request::{Expected, Text};
use crate::rules::shape::is_blank;

/// What most requests take.
const USUAL_SLOTS: usize = 64;

/// Reads a body of a type.
pub(super) fn read<'a>(reader: &mut Reader<'a>, r#type: Type) -> Result<Document<'a>, SyntaxFault> {
    let document = Document { slots: Vec::with_capacity(USUAL_SLOTS), ..Document::default() };
    let mut builder = Builder { reader, document, elements: Vec::new(), entries: Vec::new() };
    let body = builder.needed(&r#type)?;
    builder.document.slots.push(body);
    Ok(builder.document)
}

struct Builder<'r, 'a> {
    reader: &'r mut Reader<'a>,
    document: Document<'a>,
    /// The elements of arrays that are being read: those of an array stand together once it is read.
    elements: Vec<Slot<'a>>,
    /// The same for entries.
    entries: Vec<Entry<'a>>,
}

impl<'a> Builder<'_, 'a> {
    /// Reads what stands where something must.
    fn needed(&mut self, r#type: &Type) -> Result<Slot<'a>, SyntaxFault> {
        let slot = self.value(r#type)?;
        self.document.is_odd |= !slot.is_present();
        Ok(slot)
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
                self.reader.literal("null")?;
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
                Slot::Escaped(self.document.strings.len().saturating_sub(1))
            }
        }
    }

    fn json(&mut self) -> Result<Slot<'a>, SyntaxFault> {
        let start = self.reader.offset();
        self.reader.skip()?;
        Ok(Slot::Json(self.reader.since(start)))
    }

    fn object(&mut self, holds: Holds) -> Result<Slot<'a>, SyntaxFault> {
        match holds {
            Holds::Fields(table) => self.fields(table),
            Holds::Entries => self.free(),
            _ => self.json(),
        }
    }

    /// Reads an object of the model. Of a repeated name the first value counts.
    fn fields(&mut self, table: &Table) -> Result<Slot<'a>, SyntaxFault> {
        let (first, entries) = (self.document.slots.len(), self.entries.len());
        let end = first.saturating_add(table.names.len()).saturating_add(1);
        self.document.slots.resize_with(end, Slot::default);
        let mut next = 0;
        self.reader.open(b'{')?;
        while self.reader.more(b'}')? {
            next = match self.position(table, first, next)? {
                Some(position) => position,
                None => continue,
            };
            if let Some(row) = table.fields.get(next) {
                let value = self.value(&row.r#type)?;
                next = next.wrapping_add(1);
                if let Some(slot) = self.document.slots.get_mut(first.wrapping_add(next)) {
                    *slot = value;
                }
            }
        }
        if self.entries.len() > entries {
            self.others(first, entries);
        }
        Ok(Slot::Object { first })
    }

    /// Reads the name of a member, and finds its field; if it has none, or one that has a value, the whole member is kept.
    fn position(&mut self, table: &Table, first: usize, next: usize) -> Result<Option<usize>, SyntaxFault> {
        self.reader.peek();
        if let Some(name) = table.names.get(next)
            && self.is_untouched(first, next)
            && self.reader.pass_name(name)?
        {
            return Ok(Some(next));
        }
        let name = self.reader.name()?;
        let position = table.position(&name, next).filter(|position| self.is_untouched(first, *position));
        if position.is_none() {
            let value = self.reader.value()?;
            self.entries.push((name, value));
        }
        Ok(position)
    }

    /// Keeps the entries that were read since `start` as the others of an object.
    #[cold]
    fn others(&mut self, object: usize, start: usize) {
        let first = self.document.entries.len();
        self.document.entries.extend(self.entries.drain(start..));
        if let Some(others) = self.document.slots.get_mut(object) {
            *others = Slot::Entries { first, end: self.document.entries.len() };
        }
        self.document.is_odd = true;
    }

    fn is_untouched(&self, first: usize, position: usize) -> bool {
        let slot = first.saturating_add(position).saturating_add(1);
        matches!(self.document.slots.get(slot), Some(Slot::Absent))
    }

    /// Reads an object that may hold any names.
    fn free(&mut self) -> Result<Slot<'a>, SyntaxFault> {
        let first = self.document.entries.len();
        self.reader.open(b'{')?;
        while self.reader.more(b'}')? {
            let entry = (self.reader.name()?, self.reader.value()?);
            self.document.entries.push(entry);
        }
        Ok(Slot::Entries { first, end: self.document.entries.len() })
    }

    fn array(&mut self, holds: Holds) -> Result<Slot<'a>, SyntaxFault> {
        let Holds::Elements(r#type) = holds else { return self.json() };
        let start = self.elements.len();
        self.reader.open(b'[')?;
        while self.reader.more(b']')? {
            let element = self.needed(r#type)?;
            self.elements.push(element);
        }
        let first = self.document.slots.len();
        self.document.slots.extend(self.elements.drain(start..));
        Ok(Slot::Array { first, end: self.document.slots.len() })
    }
}
