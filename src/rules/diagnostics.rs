//! Collects what the rules find.

use crate::report::{Rule, ViolationKind};
use crate::request::Cursor;
use crate::sort;
use crate::tape::{Slot, SlotId, Tape};

/// What the rules find in one body, in any order.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics(Vec<Diagnostic>);

/// A violation at a slot. Its path is made only when it is reported.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Diagnostic {
    pub(crate) slot: SlotId,
    pub(crate) kind: ViolationKind,
}

impl Diagnostics {
    /// Adds a violation at a cursor.
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

    /// Returns the violations by slot, those of one slot in the order of the catalogue.
    pub(crate) fn sorted(self) -> Vec<Diagnostic> {
        let Self(mut diagnostics) = self;
        let key = |diagnostic: &Diagnostic| (diagnostic.slot, Rule::from(&diagnostic.kind));
        sort::sort(&mut diagnostics, |one, other| key(one).cmp(&key(other)));
        diagnostics
    }
}
