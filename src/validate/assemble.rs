//! Makes a report of diagnostics: order, paths, levels, limit.

use std::cell::Cell;

use crate::options::Options;
use crate::report::{BodyKind, Level, Omitted, Path, PathRef, Report, Rule, Violation, ViolationKind};
use crate::rules::{Bound, Diagnostic};
use crate::sort;
use crate::tape::{Children, ObjectSchema, Slot, SlotId, Tape, Type};

/// Makes the report on a body that cannot be read: a single violation at the body.
pub(crate) fn report_unreadable(kind: ViolationKind, options: &Options) -> Report {
    let mut report = Report { locale: options.locale, ..Report::default() };
    if let Some(level) = options.level_of(Rule::from(&kind)) {
        let violation = Violation { level, path: Path::default(), kind, body: BodyKind::Request };
        let (list, omitted) = match level {
            Level::Error => (&mut report.errors, &mut report.omitted.errors),
            Level::Warning => (&mut report.warnings, &mut report.omitted.warnings),
        };
        if options.max_violations > 0 { list.push(violation) } else { *omitted = 1 }
    }
    report
}

/// Makes the report on a body. Violations are in the order of the schema, those at one path in the order of the
/// catalogue, and are split into errors and warnings by `level`.
pub(crate) struct Assembler<'t, 'a> {
    tape: &'t Tape<'a>,
    r#type: &'t Type,
    options: &'t Options,
    /// Returns the level of a violation; `None` if it is not reported.
    level: &'t dyn Fn(&Diagnostic) -> Option<Level>,
    /// The violations that were dropped so far.
    omitted: Cell<Omitted>,
}

impl<'t, 'a> Assembler<'t, 'a> {
    pub(crate) fn new(
        tape: &'t Tape<'a>,
        r#type: &'t Type,
        options: &'t Options,
        level: &'t dyn Fn(&Diagnostic) -> Option<Level>,
    ) -> Self {
        Self { tape, r#type, options, level, omitted: Cell::default() }
    }

    /// Makes the report of the violations that were kept.
    pub(crate) fn report(&self, mut list: Vec<Diagnostic>) -> Report {
        let mut report = Report { locale: self.options.locale, ..Report::default() };
        if list.is_empty() {
            return report;
        }
        if list.len() > self.options.max_violations {
            self.select(&mut list);
        }
        report.omitted = self.omitted.get();
        sort(&mut list);
        self.walk(&list, list.len(), &mut |Diagnostic { kind, .. }, level, path_ref| {
            let list = match level {
                Level::Error => &mut report.errors,
                Level::Warning => &mut report.warnings,
            };
            list.push(Violation { level, path: path_ref.path(), kind: *kind, body: BodyKind::Request });
            true
        });
        report
    }

    /// Walks the violations, which are sorted by slot, in the order of the report. Stops when `visit` has returned true
    /// `wanted` times.
    fn walk<'w>(
        &'w self,
        diagnostics: &'w [Diagnostic],
        wanted: usize,
        visit: &'w mut dyn FnMut(&Diagnostic, Level, &PathRef<'_>) -> bool,
    ) {
        let walk = &mut Walk { tape: self.tape, level: self.level, diagnostics, wanted, visit };
        walk.value(SlotId::BODY, self.r#type, &PathRef::BODY);
    }
}

impl Bound for Assembler<'_, '_> {
    /// Returns several times the number that a report lists, so that selecting them takes little time for each, and at
    /// least a small part of the tape, as selecting walks it.
    fn limit(&self) -> usize {
        const LEAST: usize = 8192;
        const PART_OF_TAPE: usize = 64;
        let listed = self.options.max_violations.saturating_mul(8);
        listed.max(LEAST).max(self.tape.len() / PART_OF_TAPE)
    }

    fn listed(&self) -> usize {
        self.options.max_violations
    }

    /// Keeps the first `max_violations` errors, and as many warnings.
    fn select(&self, list: &mut Vec<Diagnostic>) {
        sort(list);
        let mut omitted = self.omitted.get();
        let (mut errors, mut warnings) = (0, 0);
        for level in list.iter().filter_map(self.level) {
            let count: &mut usize = count(level, &mut errors, &mut warnings);
            *count = count.saturating_add(1);
        }
        let max = self.options.max_violations;
        let (mut errors_left, mut warnings_left) = (errors.min(max), warnings.min(max));
        omitted.errors = omitted.errors.saturating_add(errors.saturating_sub(errors_left));
        omitted.warnings = omitted.warnings.saturating_add(warnings.saturating_sub(warnings_left));
        let wanted = errors_left.saturating_add(warnings_left);
        let mut kept = Vec::with_capacity(wanted);
        self.walk(list, wanted, &mut |diagnostic, level, _| {
            let left = count(level, &mut errors_left, &mut warnings_left);
            let is_wanted = *left > 0;
            if is_wanted {
                *left = left.saturating_sub(1);
                kept.push(*diagnostic);
            }
            is_wanted
        });
        *list = kept;
        self.omitted.set(omitted);
    }
}

/// Sorts by slot, those of one slot in the order of the catalogue. Not inlined twice: it is a kilobyte.
#[inline(never)]
fn sort(list: &mut Vec<Diagnostic>) {
    sort::sort(list, |one, other| one.key().cmp(&other.key()));
}

/// Returns the number of a level.
const fn count<'c>(level: Level, errors: &'c mut usize, warnings: &'c mut usize) -> &'c mut usize {
    match level {
        Level::Error => errors,
        Level::Warning => warnings,
    }
}

/// Walks a tape in the order of the schema, and visits the diagnostics at each slot with their level and path.
struct Walk<'w, 'a> {
    tape: &'w Tape<'a>,
    level: &'w dyn Fn(&Diagnostic) -> Option<Level>,
    /// Sorted by slot.
    diagnostics: &'w [Diagnostic],
    /// The number of times that `visit` has still to return true.
    wanted: usize,
    visit: &'w mut dyn FnMut(&Diagnostic, Level, &PathRef<'_>) -> bool,
}

impl<'w, 'a> Walk<'w, 'a> {
    fn value(&mut self, slot_id: SlotId, r#type: &Type, path_ref: &PathRef<'_>) {
        self.visit_first(self.from(slot_id), slot_id, path_ref);
        self.inside(self.tape.slot(slot_id), r#type, path_ref);
    }

    #[inline]
    fn inside(&mut self, slot: &'w Slot<'a>, r#type: &Type, path_ref: &PathRef<'_>) {
        match (slot, r#type.children) {
            (Slot::Object { unknown }, Children::Fields(schema)) => self.object(*unknown, schema, path_ref),
            (Slot::Array { .. }, Children::Elements(r#type)) => self.array(slot, r#type, path_ref),
            (Slot::Entries { .. }, _) => self.entries(slot, path_ref),
            _ => {}
        }
    }

    fn object(&mut self, unknown: SlotId, schema: &ObjectSchema, path_ref: &PathRef<'_>) {
        let first = unknown.after(1);
        // The slots of the fields are adjacent, so their diagnostics are too: one search finds the first.
        let mut diagnostics = self.from(first);
        for (position, field) in schema.fields.iter().enumerate() {
            let (slot_id, path_ref) = (first.after(position), path_ref.name(field.name));
            diagnostics = self.visit_first(diagnostics, slot_id, &path_ref);
            self.inside(self.tape.slot(slot_id), &field.r#type, &path_ref);
        }
        self.entries(self.tape.slot(unknown), path_ref);
    }

    fn array(&mut self, slot: &'w Slot<'a>, r#type: &Type, path_ref: &PathRef<'_>) {
        let mut elements = self.tape.elements(slot);
        let mut diagnostics: &[Diagnostic] = &[];
        let mut index: usize = 0;
        while self.wanted > 0
            && let Some(slot_id) = elements.next()
        {
            if index == 0 {
                diagnostics = self.from(slot_id);
            }
            // All slots of an element precede the next element's link, so an element without diagnostics is skipped.
            if diagnostics.first().is_some_and(|diagnostic| diagnostic.slot < elements.end()) {
                self.value(slot_id, r#type, &path_ref.element(index));
                while let [Diagnostic { slot, .. }, rest @ ..] = diagnostics
                    && *slot < elements.end()
                {
                    diagnostics = rest;
                }
            }
            index = index.saturating_add(1);
        }
    }

    fn entries(&mut self, slot: &Slot<'a>, path_ref: &PathRef<'_>) {
        for entry in self.tape.entries(slot) {
            if self.wanted == 0 {
                break;
            }
            self.visit_first(self.from(entry.slot_id), entry.slot_id, &path_ref.other(entry.name));
        }
    }

    /// Returns the diagnostics from a slot on.
    fn from(&self, slot_id: SlotId) -> &'w [Diagnostic] {
        let before = self.diagnostics.partition_point(|diagnostic| diagnostic.slot < slot_id);
        self.diagnostics.get(before..).unwrap_or_default()
    }

    /// Visits the leading diagnostics that are at `slot_id`, whose path is `path_ref`, and returns the rest.
    fn visit_first(
        &mut self,
        mut diagnostics: &'w [Diagnostic],
        slot_id: SlotId,
        path_ref: &PathRef<'_>,
    ) -> &'w [Diagnostic] {
        while let [diagnostic, rest @ ..] = diagnostics
            && diagnostic.slot == slot_id
        {
            if self.wanted > 0
                && let Some(level) = (self.level)(diagnostic)
                && (self.visit)(diagnostic, level, path_ref)
            {
                self.wanted = self.wanted.saturating_sub(1);
            }
            diagnostics = rest;
        }
        diagnostics
    }
}
