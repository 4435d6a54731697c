//! Makes a report of diagnostics: order, paths, levels, limit.

use crate::options::Options;
use crate::report::{BodyKind, Level, Path, PathRef, Report, Rule, Violation, ViolationKind};
use crate::rules::Diagnostic;
use crate::rules::Diagnostics;
use crate::tape::{Children, ObjectSchema, Slot, SlotId, Tape, Type};

/// Makes the report on a body. Violations are in the order of the schema, those at one path in the order of the
/// catalogue, and are split into errors and warnings by the levels of `options`.
pub(crate) fn report(diagnostics: Diagnostics, tape: &Tape<'_>, r#type: &Type, options: &Options) -> Report {
    let mut report = Report { locale: options.locale, ..Report::default() };
    let diagnostics = diagnostics.sorted();
    if !diagnostics.is_empty() {
        Walk { tape, diagnostics: &diagnostics, options, report: &mut report }.value(
            SlotId::BODY,
            r#type,
            &PathRef::BODY,
        );
    }
    report
}

/// Makes the report on a body that cannot be read: a single violation at the body.
pub(crate) fn report_unreadable(kind: ViolationKind, options: &Options) -> Report {
    let mut report = Report { locale: options.locale, ..Report::default() };
    add(&mut report, Path::default, kind, options);
    report
}

/// Appends a violation to the errors or the warnings, or counts it if the list is full. Drops it at level `Allow`.
fn add(report: &mut Report, path: impl FnOnce() -> Path, kind: ViolationKind, options: &Options) {
    let Some(level) = options.level(Rule::from(&kind)) else { return };
    let (list, omitted) = match level {
        Level::Error => (&mut report.errors, &mut report.omitted.errors),
        Level::Warning => (&mut report.warnings, &mut report.omitted.warnings),
    };
    if list.len() < options.max_violations {
        list.push(Violation { level, path: path(), kind, body: BodyKind::Request });
    } else {
        *omitted = omitted.saturating_add(1);
    }
}

/// Walks a tape in the order of the schema, and reports the diagnostics at each slot with their path.
struct Walk<'w, 'a> {
    tape: &'w Tape<'a>,
    /// Sorted by slot.
    diagnostics: &'w [Diagnostic],
    options: &'w Options,
    report: &'w mut Report,
}

impl<'w, 'a> Walk<'w, 'a> {
    fn value(&mut self, slot_id: SlotId, r#type: &Type, path_ref: &PathRef<'_>) {
        self.add_first(self.from(slot_id), slot_id, path_ref);
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
            diagnostics = self.add_first(diagnostics, slot_id, &path_ref);
            self.inside(self.tape.slot(slot_id), &field.r#type, &path_ref);
        }
        self.entries(self.tape.slot(unknown), path_ref);
    }

    fn array(&mut self, slot: &Slot<'a>, r#type: &Type, path_ref: &PathRef<'_>) {
        let mut elements = self.tape.elements(slot);
        let mut index: usize = 0;
        while let Some(slot_id) = elements.next() {
            // All slots of an element precede the next element's link, so an element without diagnostics is skipped.
            if self.from(slot_id).first().is_some_and(|diagnostic| diagnostic.slot < elements.end()) {
                self.value(slot_id, r#type, &path_ref.element(index));
            }
            index = index.saturating_add(1);
        }
    }

    fn entries(&mut self, slot: &Slot<'a>, path_ref: &PathRef<'_>) {
        for entry in self.tape.entries(slot) {
            self.add_first(self.from(entry.slot_id), entry.slot_id, &path_ref.other(entry.name));
        }
    }

    /// Returns the diagnostics from a slot on.
    fn from(&self, slot_id: SlotId) -> &'w [Diagnostic] {
        let before = self.diagnostics.partition_point(|diagnostic| diagnostic.slot < slot_id);
        self.diagnostics.get(before..).unwrap_or_default()
    }

    /// Reports the leading diagnostics that are at `slot_id`, whose path is `path_ref`, and returns the rest.
    fn add_first(
        &mut self,
        mut diagnostics: &'w [Diagnostic],
        slot_id: SlotId,
        path_ref: &PathRef<'_>,
    ) -> &'w [Diagnostic] {
        while let [Diagnostic { kind, slot: found }, rest @ ..] = diagnostics
            && *found == slot_id
        {
            add(self.report, || path_ref.path(), *kind, self.options);
            diagnostics = rest;
        }
        diagnostics
    }
}
