//! From what the rules find to the report.

use crate::Rule;
use crate::document::{At, Document, Place, Slot};
use crate::options::Options;
use crate::path::{Path, Trail};
use crate::problem::Problem;
use crate::report::{BodyKind, Level, Report, Violation};
use crate::request::table::{Holds, Table, Type};
use crate::sort;

/// Gathers problems with their places, in whatever order the rules find them.
#[derive(Debug, Default)]
pub(crate) struct Findings(Vec<Finding>);

#[derive(Debug, Clone, Copy)]
struct Finding {
    place: Place,
    problem: Problem,
}

impl Findings {
    #[inline]
    pub(crate) fn add<T>(&mut self, problem: Problem, at: At<'_, T>) {
        self.add_slot(problem, at.document(), at.slot());
    }

    #[cold]
    #[inline(never)]
    fn add_slot(&mut self, problem: Problem, document: &Document<'_>, slot: &Slot<'_>) {
        self.add_at(problem, document.place(slot));
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn add_at(&mut self, problem: Problem, place: Place) {
        self.0.push(Finding { place, problem });
    }

    /// The report on a document: in the order of the tables, then of the rules; errors apart from warnings, as the levels
    /// have it.
    pub(crate) fn report(self, document: &Document<'_>, r#type: &Type, options: &Options) -> Report {
        let Self(mut findings) = self;
        let mut report = Report { locale: options.locale, ..Report::default() };
        if !findings.is_empty() {
            let key = |finding: &Finding| (finding.place, Rule::from(&finding.problem));
            sort::sort(&mut findings, |one, other| key(one).cmp(&key(other)));
            Walk { document, findings: &findings, options, report: &mut report }.value(
                Place::BODY,
                r#type,
                &Trail::BODY,
            );
        }
        report
    }
}

/// The report on a body that cannot be read.
pub(crate) fn report_of(problem: Problem, options: &Options) -> Report {
    let mut report = Report { locale: options.locale, ..Report::default() };
    add(&mut report, Path::default, problem, options);
    report
}

/// Adds a violation at the end, or counts it where its list is full.
fn add(report: &mut Report, path: impl FnOnce() -> Path, problem: Problem, options: &Options) {
    let Some(level) = options.level(Rule::from(&problem)) else { return };
    let (list, omitted) = match level {
        Level::Error => (&mut report.errors, &mut report.omitted.errors),
        Level::Warning => (&mut report.warnings, &mut report.omitted.warnings),
    };
    if list.len() < options.max_violations {
        list.push(Violation { level, path: path(), problem, body: BodyKind::Request });
    } else {
        *omitted = omitted.saturating_add(1);
    }
}

/// Goes through a document in the order of the tables, and reports what was found at each place.
struct Walk<'w, 'a> {
    document: &'w Document<'a>,
    /// Sorted by place.
    findings: &'w [Finding],
    options: &'w Options,
    report: &'w mut Report,
}

impl<'w, 'a> Walk<'w, 'a> {
    fn value(&mut self, place: Place, r#type: &Type, trail: &Trail<'_>) {
        self.add_first(self.from(place), place, trail);
        self.inside(self.document.slot(place), r#type, trail);
    }

    #[inline]
    fn inside(&mut self, slot: &'w Slot<'a>, r#type: &Type, trail: &Trail<'_>) {
        match (slot, r#type.holds) {
            (Slot::Object { others }, Holds::Fields(table)) => self.object(*others, table, trail),
            (Slot::Array { .. }, Holds::Elements(r#type)) => self.array(slot, r#type, trail),
            (Slot::Entries { .. }, _) => self.entries(slot, trail),
            _ => {}
        }
    }

    fn object(&mut self, others: Place, table: &Table, trail: &Trail<'_>) {
        let first = others.after(1);
        // Fields stand side by side, so that what was found at them does too.
        let mut findings = self.from(first);
        for (position, row) in table.fields.iter().enumerate() {
            let (place, trail) = (first.after(position), trail.name(row.name));
            findings = self.add_first(findings, place, &trail);
            self.inside(self.document.slot(place), &row.r#type, &trail);
        }
        self.entries(self.document.slot(others), trail);
    }

    fn array(&mut self, slot: &Slot<'a>, r#type: &Type, trail: &Trail<'_>) {
        let mut elements = self.document.elements(slot);
        let mut index: usize = 0;
        while let Some(place) = elements.next() {
            // Whatever an element holds stands before the next.
            if self.from(place).first().is_some_and(|finding| finding.place < elements.end()) {
                self.value(place, r#type, &trail.element(index));
            }
            index = index.saturating_add(1);
        }
    }

    fn entries(&mut self, slot: &Slot<'a>, trail: &Trail<'_>) {
        for entry in self.document.entries(slot) {
            self.add_first(self.from(entry.place), entry.place, &trail.other(entry.name));
        }
    }

    /// What was found from a place on.
    fn from(&self, place: Place) -> &'w [Finding] {
        let before = self.findings.partition_point(|finding| finding.place < place);
        self.findings.get(before..).unwrap_or_default()
    }

    /// Reports the first of some findings, as far as they are those at a place, to which the trail leads; returns the rest.
    fn add_first(&mut self, mut findings: &'w [Finding], place: Place, trail: &Trail<'_>) -> &'w [Finding] {
        while let [Finding { problem, place: found }, rest @ ..] = findings
            && *found == place
        {
            add(self.report, || trail.path(), *problem, self.options);
            findings = rest;
        }
        findings
    }
}
