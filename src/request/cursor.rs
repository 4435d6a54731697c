use std::marker::PhantomData;

use strum::VariantArray;

use crate::formats::is_blank;
use crate::request::vocabulary::Vocabulary;
use crate::request::{Field, Integer, Metadata, Preset, SenderField, Text, Value, field};
use crate::tape::{Entry, Slot, SlotId, Tape};

/// Where the model has the type `T` in a document. What stands there may be anything all the same.
///
/// The fields of what is no object are absent.
pub(crate) struct Cursor<'d, T> {
    tape: &'d Tape<'d>,
    slot: &'d Slot<'d>,
    r#type: PhantomData<fn() -> T>,
}

impl<T> Clone for Cursor<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Cursor<'_, T> {}

impl<'d, T> Cursor<'d, T> {
    pub(super) const fn new(tape: &'d Tape<'d>, slot: &'d Slot<'d>) -> Self {
        Self { tape, slot, r#type: PhantomData }
    }

    /// The same, of another type.
    const fn cast<U>(self) -> Cursor<'d, U> {
        Cursor::new(self.tape, self.slot)
    }

    /// Where nothing is.
    pub(crate) const fn nowhere<U>(self) -> Cursor<'d, U> {
        Cursor::new(self.tape, &Slot::Absent)
    }

    pub(crate) const fn tape(self) -> &'d Tape<'d> {
        self.tape
    }

    pub(crate) fn slot_id(self) -> SlotId {
        self.tape.slot_id(self.slot)
    }

    pub(crate) const fn slot(self) -> &'d Slot<'d> {
        self.slot
    }

    /// Whether something other than `null` is there, well-formed or not.
    pub(crate) fn is_present(self) -> bool {
        self.slot.is_present()
    }

    /// Whether nothing is there, or `null`.
    pub(crate) fn is_absent(self) -> bool {
        !self.is_present()
    }

    /// Whether an object is there.
    pub(crate) fn is_object(self) -> bool {
        matches!(self.slot, Slot::Object { .. })
    }

    /// The field of an object at a position of its table.
    pub(crate) fn field<F>(self, position: usize) -> Cursor<'d, F> {
        match self.slot {
            Slot::Object { unknown } => Cursor::new(self.tape, self.tape.slot(unknown.after(1).after(position))),
            _ => self.nowhere(),
        }
    }

    /// What an object holds beside its fields.
    pub(crate) fn unknown(self) -> impl Iterator<Item = Entry<'d, 'd>> + Clone {
        let unknown = self.tape.object(self.slot).map_or(&Slot::Absent, |(unknown, _)| unknown);
        self.tape.entries(unknown)
    }
}

impl<'d, T> Cursor<'d, Vec<Field<'d, T>>> {
    /// The elements; none where no array is.
    pub(crate) fn elements(self) -> impl Iterator<Item = Cursor<'d, T>> + Clone {
        self.tape.elements(self.slot).map(move |slot_id| Cursor::new(self.tape, self.tape.slot(slot_id)))
    }

    /// Whether an array is there, with nothing in it.
    pub(crate) fn is_empty(self) -> bool {
        matches!(self.slot, Slot::Array { first: SlotId::BODY })
    }
}

impl<'d> Cursor<'d, Metadata<'d>> {
    /// The names and values; none where no object is.
    pub(crate) fn entries(self) -> impl Iterator<Item = Entry<'d, 'd>> + Clone {
        self.tape.entries(self.slot)
    }
}

impl<'d> Cursor<'d, Text<'d>> {
    pub(crate) fn value(self) -> Option<&'d str> {
        self.tape.text(self.slot)
    }

    /// The text, unless it is absent, no string, or blank.
    pub(crate) fn text(self) -> Option<&'d str> {
        self.tape.text(self.slot).filter(|text| !is_blank(text))
    }
}

impl Cursor<'_, Integer> {
    pub(crate) fn value(self) -> Option<i64> {
        match self.slot {
            Slot::Integer(value) => Some(*value),
            _ => None,
        }
    }
}

impl<T: Vocabulary> Cursor<'_, T> {
    pub(crate) fn value(self) -> Option<T> {
        match self.slot {
            Slot::Word(index) => <T as VariantArray>::VARIANTS.get(*index).copied(),
            _ => None,
        }
    }
}

impl<'d> Cursor<'d, SenderField<'d>> {
    /// The same place, in the form of responses.
    pub(crate) const fn plain(self) -> Cursor<'d, Text<'d>> {
        self.cast()
    }

    /// The same place, in the form of requests.
    pub(crate) const fn preset(self) -> Cursor<'d, Preset<'d>> {
        self.cast()
    }
}

impl<'a> Tape<'a> {
    /// A cursor at the body.
    pub(crate) fn body<T>(&self) -> Cursor<'_, T> {
        Cursor::new(self, self.slot(SlotId::BODY))
    }

    /// The body as a typed value.
    pub(crate) fn typed<T: Value<'a>>(&self) -> Field<'a, T> {
        field::of(self.slot(SlotId::BODY), self)
    }
}
