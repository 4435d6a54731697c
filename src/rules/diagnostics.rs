//! The violations that rules collect, before they are sorted into a report.

use crate::report::{Rule, ViolationKind};
use crate::request::Cursor;
use crate::tape::{Slot, SlotId, Tape};

/// The violations found in one body, in any order. Bounded: see [`Bound`].
pub(crate) struct Diagnostics<'b> {
    list: Vec<Diagnostic>,
    bound: &'b dyn Bound,
}

/// Decides how many violations are kept while rules still run, so that memory does not grow with their number.
pub(crate) trait Bound {
    /// Returns the number of violations above which [`select`](Self::select) is called.
    fn limit(&self) -> usize;

    /// Returns the number of errors, and of warnings, that the report lists at most.
    fn listed(&self) -> usize;

    /// Removes the violations that cannot be in the report, whatever is found later, and counts them.
    fn select(&self, list: &mut Vec<Diagnostic>);
}

/// A violation and its slot. The path is made only for a report, so that a valid request pays nothing for paths.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Diagnostic {
    pub(crate) slot: SlotId,
    pub(crate) kind: ViolationKind,
}

impl Diagnostic {
    /// Returns the key by which those of one object are sorted: by slot, then in the order of the catalogue.
    pub(crate) fn key(&self) -> (SlotId, Rule) {
        (self.slot, Rule::from(&self.kind))
    }
}

impl<'b> Diagnostics<'b> {
    pub(crate) const fn new(bound: &'b dyn Bound) -> Self {
        Self { list: Vec::new(), bound }
    }

    /// Adds a violation at the slot of a cursor. One at a cursor that is outside the tape is dropped.
    #[inline]
    pub(crate) fn push<T>(&mut self, kind: ViolationKind, at: Cursor<'_, T>) {
        self.push_slot(kind, at.tape(), at.slot());
    }

    #[cold]
    #[inline(never)]
    fn push_slot(&mut self, kind: ViolationKind, tape: &Tape<'_>, slot: &Slot<'_>) {
        self.push_at(kind, tape.slot_id(slot));
    }

    /// Adds a violation at a slot.
    #[cold]
    #[inline(never)]
    pub(crate) fn push_at(&mut self, kind: ViolationKind, slot: SlotId) {
        if slot == SlotId::NOWHERE {
            return;
        }
        if self.list.len() >= self.bound.limit() {
            self.bound.select(&mut self.list);
        }
        self.list.push(Diagnostic { slot, kind });
    }

    /// True if the report may list the violation that has this index among those of one rule, in the order of the
    /// report. For any other no suggestion need be found, which takes most of the time.
    pub(crate) fn may_list(&self, index: usize) -> bool {
        index < self.bound.listed()
    }

    /// Returns the violations that were kept, in any order.
    pub(crate) fn into_list(self) -> Vec<Diagnostic> {
        self.list
    }
}
