//! Parses JSON text into a tape, by the schemas of the model.

use std::borrow::Cow;

use super::{Children, Expected, ObjectSchema, Slot, SlotId, Tape, Type};
use crate::formats::is_blank;
use crate::json::{Reader, SyntaxFault};

/// Initial capacity: enough slots for a typical request.
const USUAL_SLOTS: usize = 64;

/// Parses a body of a type.
pub(super) fn read<'a>(reader: &mut Reader<'a>, r#type: &Type) -> Result<Tape<'a>, SyntaxFault> {
    let mut tape = Tape::default();
    tape.slots.reserve_exact(USUAL_SLOTS);
    let mut builder = Builder { reader, tape };
    let body = builder.reserve(1);
    builder.required(body, r#type)?;
    Ok(builder.tape)
}

struct Builder<'r, 'a> {
    reader: &'r mut Reader<'a>,
    tape: Tape<'a>,
}

/// The first and last link of a list that is being read; slot 0, the body, while it is empty.
#[derive(Default)]
struct List {
    first: SlotId,
    last: SlotId,
}

impl<'a> Builder<'_, 'a> {
    /// Reads the body or an element into a slot. Unlike a field, it must not be `null`.
    fn required(&mut self, slot_id: SlotId, r#type: &Type) -> Result<(), SyntaxFault> {
        let slot = self.value(r#type)?;
        self.tape.needs_shape_check |= !slot.is_present();
        self.set(slot_id, slot);
        Ok(())
    }

    fn value(&mut self, r#type: &Type) -> Result<Slot<'a>, SyntaxFault> {
        use Expected::{Array, Boolean, Integer, Object, OneOf, String, StringOrObject};
        let next = self.reader.peek();
        let start = self.reader.offset();
        let slot = match (next, r#type.expected) {
            (b'"', String | StringOrObject) => {
                let text = self.reader.string()?;
                self.tape.needs_shape_check |= is_blank(&text);
                Some(self.text(text))
            }
            (b'"', OneOf { values, .. }) => {
                let text = self.reader.string()?;
                values.iter().position(|word| *word == text).map(Slot::EnumValue)
            }
            (b'{', Object | StringOrObject) => Some(self.object(r#type.children)?),
            (b'[', Array) => Some(self.array(r#type.children)?),
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
            self.tape.needs_shape_check = true;
            Slot::Malformed(self.reader.slice_from(start))
        }))
    }

    fn text(&mut self, text: Cow<'a, str>) -> Slot<'a> {
        match text {
            Cow::Borrowed(text) => Slot::Text(text),
            Cow::Owned(text) => {
                self.tape.strings.push(text);
                Slot::Escaped(self.tape.strings.len().wrapping_sub(1))
            }
        }
    }

    /// Reads a value of any type as its text.
    fn any(&mut self) -> Result<Slot<'a>, SyntaxFault> {
        self.reader.peek();
        let start = self.reader.offset();
        self.reader.skip()?;
        Ok(Slot::Any(self.reader.slice_from(start)))
    }

    fn object(&mut self, children: Children) -> Result<Slot<'a>, SyntaxFault> {
        match children {
            Children::Fields(schema) => self.fields(schema),
            Children::Entries => self.free(),
            _ => self.any(),
        }
    }

    /// Reads an object of the model. For a repeated name the first value counts; later ones become unknown members.
    fn fields(&mut self, schema: &ObjectSchema) -> Result<Slot<'a>, SyntaxFault> {
        let unknown = self.reserve(schema.names.len().wrapping_add(1));
        let slot_id = |position: usize| SlotId(unknown.0.wrapping_add(1).wrapping_add(position));
        let mut list = List::default();
        let mut next = 0;
        self.reader.open(b'{')?;
        while self.reader.has_next(b'}')? {
            self.reader.peek();
            let position = match schema.names.get(next) {
                Some(name) if self.is_untouched(slot_id(next)) && self.reader.consume_name(name)? => next,
                _ => {
                    let name = self.reader.name()?;
                    let position = schema.position(&name, next);
                    let Some(position) = position.filter(|position| self.is_untouched(slot_id(*position))) else {
                        self.entry(&mut list, name)?;
                        continue;
                    };
                    position
                }
            };
            if let Some(field) = schema.fields.get(position) {
                let value = self.value(&field.r#type)?;
                self.set(slot_id(position), value);
                next = position.wrapping_add(1);
            }
        }
        self.tape.needs_shape_check |= list.first != SlotId::BODY;
        self.set(unknown, Slot::Entries { first: list.first });
        Ok(Slot::Object { unknown })
    }

    /// Reads an object with any names, such as metadata.
    fn free(&mut self) -> Result<Slot<'a>, SyntaxFault> {
        let mut list = List::default();
        self.reader.open(b'{')?;
        while self.reader.has_next(b'}')? {
            let name = self.reader.name()?;
            self.entry(&mut list, name)?;
        }
        Ok(Slot::Entries { first: list.first })
    }

    /// Reads the value of a name without a field, and appends both to `list`.
    fn entry(&mut self, list: &mut List, name: Cow<'a, str>) -> Result<(), SyntaxFault> {
        let slot_id = self.append(list, 2);
        let name = self.text(name);
        self.set(slot_id, name);
        let value = self.any()?;
        self.set(slot_id.after(1), value);
        Ok(())
    }

    fn array(&mut self, children: Children) -> Result<Slot<'a>, SyntaxFault> {
        let Children::Elements(r#type) = children else { return self.any() };
        let mut list = List::default();
        self.reader.open(b'[')?;
        while self.reader.has_next(b']')? {
            let slot_id = self.append(&mut list, 1);
            self.required(slot_id, r#type)?;
        }
        Ok(Slot::Array { first: list.first })
    }

    /// Appends `count` absent slots, and returns the first.
    #[inline(never)]
    fn reserve(&mut self, count: usize) -> SlotId {
        let slot_id = self.tape.slots.len();
        let end = slot_id.wrapping_add(count);
        if end > self.tape.slots.capacity() {
            self.grow(end);
        }
        self.tape.slots.resize(end, Slot::Absent);
        SlotId(slot_id)
    }

    /// Grows the capacity to `end` slots, and more: to twice as many, as `Vec` does, while they are few. Then to as many
    /// as the whole text needs if it goes on as it began, and a few more, since twice the slots of a text of 1 MiB are
    /// 96 MiB.
    #[cold]
    #[inline(never)]
    fn grow(&mut self, end: usize) {
        const FEW: usize = 4096;
        let slots = &mut self.tape.slots;
        let whole = if end <= FEW { end.saturating_mul(2) } else { self.reader.extrapolate(end) };
        let least = end.saturating_add(end / 8);
        let capacity = whole.saturating_add(whole / 64).max(least);
        slots.reserve_exact(capacity.saturating_sub(slots.len()));
    }

    /// Appends a link to `list`, and `count` absent slots behind it. Returns the first of those.
    fn append(&mut self, list: &mut List, count: usize) -> SlotId {
        let link = self.reserve(count.wrapping_add(1));
        if list.first == SlotId::BODY {
            list.first = link;
        } else {
            self.set(list.last, Slot::Link { next: link });
        }
        list.last = link;
        link.after(1)
    }

    #[inline]
    fn is_untouched(&self, slot_id: SlotId) -> bool {
        matches!(self.tape.slots.get(slot_id.0), Some(Slot::Absent))
    }

    #[inline]
    fn set(&mut self, slot_id: SlotId, value: Slot<'a>) {
        if let Some(slot) = self.tape.slots.get_mut(slot_id.0) {
            *slot = value;
        }
    }
}
