use std::marker::PhantomData;

use crate::enums::strum::VariantArray;
use crate::formats::is_blank;
use crate::request::vocabulary::Vocabulary;
use crate::request::{FromSlot, Integer, Metadata, Preset, SenderField, Text};
use crate::tape::{Entry, Slot, SlotId, Tape};

/// A typed cursor: a slot of a tape that the schema declares as a `T`.
///
/// The value need not be a `T`: it may be absent, `null` or malformed. The fields of a value that is not an object are
/// absent, so paths can be followed without checks.
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

    /// Returns a cursor of another type to the same slot.
    const fn cast<U>(self) -> Cursor<'d, U> {
        Cursor::new(self.tape, self.slot)
    }

    /// Returns a cursor to an absent value, in no slot of the tape.
    pub(crate) const fn nowhere<U>(self) -> Cursor<'d, U> {
        Cursor::new(self.tape, &Slot::Absent)
    }

    pub(crate) const fn tape(self) -> &'d Tape<'d> {
        self.tape
    }

    /// Returns the id of the slot; `NOWHERE` for an absent value that has none.
    pub(crate) fn slot_id(self) -> SlotId {
        self.tape.slot_id(self.slot)
    }

    pub(crate) const fn slot(self) -> &'d Slot<'d> {
        self.slot
    }

    /// True for a value other than `null`, malformed or not.
    pub(crate) fn is_present(self) -> bool {
        self.slot.is_present()
    }

    /// True if the value is absent or `null`.
    pub(crate) fn is_absent(self) -> bool {
        !self.is_present()
    }

    /// True for an object of the model.
    pub(crate) fn is_object(self) -> bool {
        matches!(self.slot, Slot::Object { .. })
    }

    /// Returns a cursor to a field, by its position in the schema.
    pub(crate) fn field<F>(self, position: usize) -> Cursor<'d, F> {
        match self.slot {
            Slot::Object { unknown } => Cursor::new(self.tape, self.tape.slot(unknown.after(1).after(position))),
            _ => self.nowhere(),
        }
    }

    /// Iterates over the unknown members of an object; empty for any other value.
    pub(crate) fn unknown(self) -> impl Iterator<Item = Entry<'d, 'd>> + Clone {
        let unknown = self.tape.object(self.slot).map_or(&Slot::Absent, |(unknown, _)| unknown);
        self.tape.entries(unknown)
    }
}

impl<'d, T> Cursor<'d, Vec<T>> {
    /// Iterates over the elements of an array; empty for any other value.
    pub(crate) fn elements(self) -> impl Iterator<Item = Cursor<'d, T>> + Clone {
        self.tape.elements(self.slot).map(move |slot_id| Cursor::new(self.tape, self.tape.slot(slot_id)))
    }

    /// True for an array without elements.
    pub(crate) fn is_empty(self) -> bool {
        matches!(self.slot, Slot::Array { first: SlotId::BODY })
    }
}

impl<'d> Cursor<'d, Metadata> {
    /// Iterates over the names and values of an object; empty for any other value.
    pub(crate) fn entries(self) -> impl Iterator<Item = Entry<'d, 'd>> + Clone {
        self.tape.entries(self.slot)
    }
}

impl<'d> Cursor<'d, Text> {
    pub(crate) fn value(self) -> Option<&'d str> {
        self.tape.text(self.slot)
    }

    /// Returns the string; `None` if it is blank, or for any other value.
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
            Slot::EnumValue(index) => <T as VariantArray>::VARIANTS.get(*index).copied(),
            _ => None,
        }
    }
}

impl<'d> Cursor<'d, SenderField> {
    /// Returns a cursor to the plain string of responses.
    pub(crate) const fn plain(self) -> Cursor<'d, Text> {
        self.cast()
    }

    /// Returns a cursor to the object of requests.
    pub(crate) const fn preset(self) -> Cursor<'d, Preset> {
        self.cast()
    }
}

impl Tape<'_> {
    /// Returns a cursor to the body.
    pub(crate) fn body<T>(&self) -> Cursor<'_, T> {
        Cursor::new(self, self.slot(SlotId::BODY))
    }

    /// Returns the body as a typed value; `None` if it is malformed. So are the fields that are malformed in it.
    pub(crate) fn typed<T: FromSlot>(&self) -> Option<T> {
        T::from_slot(self.slot(SlotId::BODY), self)
    }
}
