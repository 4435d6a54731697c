use std::marker::PhantomData;

use strum::VariantArray;

use super::{Document, Entry, Place, Slot};
use crate::formats::is_blank;
use crate::request::vocabulary::Vocabulary;
use crate::request::{Field, Integer, Metadata, Preset, SenderField, Text};

/// Where the model has the type `T` in a document. What stands there may be anything all the same.
///
/// The fields of what is no object are absent.
pub(crate) struct At<'d, T> {
    document: &'d Document<'d>,
    slot: &'d Slot<'d>,
    r#type: PhantomData<fn() -> T>,
}

impl<T> Clone for At<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for At<'_, T> {}

impl<'d, T> At<'d, T> {
    pub(super) const fn new(document: &'d Document<'d>, slot: &'d Slot<'d>) -> Self {
        Self { document, slot, r#type: PhantomData }
    }

    /// The same, of another type.
    const fn cast<U>(self) -> At<'d, U> {
        At::new(self.document, self.slot)
    }

    /// Where nothing is.
    pub(crate) const fn nowhere<U>(self) -> At<'d, U> {
        At::new(self.document, &Slot::Absent)
    }

    pub(crate) const fn document(self) -> &'d Document<'d> {
        self.document
    }

    pub(crate) fn place(self) -> Place {
        self.document.place(self.slot)
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
    pub(crate) fn field<F>(self, position: usize) -> At<'d, F> {
        match self.slot {
            Slot::Object { others } => At::new(self.document, self.document.slot(others.after(1).after(position))),
            _ => self.nowhere(),
        }
    }

    /// What an object holds beside its fields.
    pub(crate) fn others(self) -> impl Iterator<Item = Entry<'d, 'd>> + Clone {
        let others = self.document.object(self.slot).map_or(&Slot::Absent, |(others, _)| others);
        self.document.entries(others)
    }
}

impl<'d, T> At<'d, Vec<Field<'d, T>>> {
    /// The elements; none where no array is.
    pub(crate) fn elements(self) -> impl Iterator<Item = At<'d, T>> + Clone {
        self.document.elements(self.slot).map(move |place| At::new(self.document, self.document.slot(place)))
    }

    /// Whether an array is there, with nothing in it.
    pub(crate) fn is_empty(self) -> bool {
        matches!(self.slot, Slot::Array { first: Place::BODY })
    }
}

impl<'d> At<'d, Metadata<'d>> {
    /// The names and values; none where no object is.
    pub(crate) fn entries(self) -> impl Iterator<Item = Entry<'d, 'd>> + Clone {
        self.document.entries(self.slot)
    }
}

impl<'d> At<'d, Text<'d>> {
    pub(crate) fn value(self) -> Option<&'d str> {
        self.document.text(self.slot)
    }

    /// The text, unless it is absent, no string, or blank.
    pub(crate) fn text(self) -> Option<&'d str> {
        self.document.text(self.slot).filter(|text| !is_blank(text))
    }
}

impl At<'_, Integer> {
    pub(crate) fn value(self) -> Option<i64> {
        match self.slot {
            Slot::Integer(value) => Some(*value),
            _ => None,
        }
    }
}

impl<T: Vocabulary> At<'_, T> {
    pub(crate) fn value(self) -> Option<T> {
        match self.slot {
            Slot::Word(index) => <T as VariantArray>::VARIANTS.get(*index).copied(),
            _ => None,
        }
    }
}

impl<'d> At<'d, SenderField<'d>> {
    /// The same place, in the form of responses.
    pub(crate) const fn plain(self) -> At<'d, Text<'d>> {
        self.cast()
    }

    /// The same place, in the form of requests.
    pub(crate) const fn preset(self) -> At<'d, Preset<'d>> {
        self.cast()
    }
}
