//! The violations that rules collect, before they are sorted into a report.

use crate::report::{Rule, ViolationKind};
use crate::request::Cursor;
use crate::sort;
use crate::tape::{Slot, SlotId, Tape};

/// The violations found in one body, in any order.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics(Vec<Diagnostic>);

/// A violation and its slot. The path is made only for a report, so that a valid request pays nothing for paths.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Diagnostic {
    pub(crate) slot: SlotId,
    pub(crate) kind: ViolationKind,
}

impl Diagnostics {
    /// Adds a violation at the slot of a cursor. A cursor that is outside the tape adds one that is never reported.
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
        self.0.push(Diagnostic { slot, kind });
    }

    /// Returns the violations sorted by slot, those of one slot in the order of the catalogue.
    pub(crate) fn sorted(self) -> Vec<Diagnostic> {
        let Self(mut diagnostics) = self;
        let key = |diagnostic: &Diagnostic| (diagnostic.slot, Rule::from(&diagnostic.kind));
        sort::sort(&mut diagnostics, |one, other| key(one).cmp(&key(other)));
        diagnostics
    }
}
