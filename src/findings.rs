//! From what the rules find to the report.

use crate::Rule;
use crate::document::{At, Document, Place, Slot};
use crate::options::Options;
use crate::path::{Path, Segment};
use crate::problem::Problem;
use crate::report::{Level, Report, Violation};
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
        let Self(findings) = self;
        let mut report = Report { locale: options.locale, ..Report::default() };
        if !findings.is_empty() {
            let key = |finding: &Finding| (finding.place, Rule::from(&finding.problem));
            let order = sort::order(&findings, |one, other| key(one).cmp(&key(other)));
            let findings: Vec<Finding> = order.iter().filter_map(|index| findings.get(*index).copied()).collect();
            Walk { document, findings: &findings, options, path: Vec::new(), report: &mut report }
                .value(Place::BODY, r#type);
        }
        report
    }
}

/// The report on a body that cannot be read.
pub(crate) fn report_of(problem: Problem, options: &Options) -> Report {
    let mut report = Report { locale: options.locale, ..Report::default() };
    add(&mut report, Path::default(), problem, options);
    report
}

fn add(report: &mut Report, path: Path, problem: Problem, options: &Options) {
    if let Some(level) = options.level(Rule::from(&problem)) {
        let list = match level {
            Level::Error => &mut report.errors,
            Level::Warning => &mut report.warnings,
        };
        list.push(Violation { level, path, problem });
    }
}

/// Goes through a document in the order of the tables, and reports what was found at each place.
struct Walk<'w, 'a> {
    document: &'w Document<'a>,
    /// Sorted by place.
    findings: &'w [Finding],
    options: &'w Options,
    path: Vec<Segment>,
    report: &'w mut Report,
}

impl<'w, 'a> Walk<'w, 'a> {
    fn value(&mut self, place: Place, r#type: &Type) {
        self.here(place);
        let slot = self.document.slot(place);
        match (slot, r#type.holds) {
            (Slot::Object { others }, Holds::Fields(table)) => self.object(*others, table),
            (Slot::Array { .. }, Holds::Elements(r#type)) => self.array(slot, r#type),
            (Slot::Entries { .. }, _) => self.entries(slot),
            _ => {}
        }
    }

    fn object(&mut self, others: Place, table: &Table) {
        for (position, row) in table.fields.iter().enumerate() {
            self.path.push(row.name.into());
            self.value(others.after(1).after(position), &row.r#type);
            self.path.pop();
        }
        self.entries(self.document.slot(others));
    }

    fn array(&mut self, slot: &Slot<'a>, r#type: &Type) {
        let mut elements = self.document.elements(slot);
        let mut index: usize = 0;
        while let Some(place) = elements.next() {
            // Whatever an element holds stands before the next.
            if !self.between(place, elements.end()).is_empty() {
                self.path.push(index.into());
                self.value(place, r#type);
                self.path.pop();
            }
            index = index.saturating_add(1);
        }
    }

    fn entries(&mut self, slot: &Slot<'a>) {
        for entry in self.document.entries(slot) {
            if !self.between(entry.place, entry.place.after(1)).is_empty() {
                self.path.push(Segment::Key(entry.name.to_owned().into()));
                self.here(entry.place);
                self.path.pop();
            }
        }
    }

    /// Reports what was found at a place, to which the path leads.
    fn here(&mut self, place: Place) {
        for finding in self.between(place, place.after(1)) {
            let path = self.path.iter().cloned().collect();
            add(self.report, path, finding.problem, self.options);
        }
    }

    /// What was found from a place up to another.
    fn between(&self, start: Place, end: Place) -> &'w [Finding] {
        let before = |place: Place| self.findings.partition_point(|finding| finding.place < place);
        self.findings.get(before(start)..before(end)).unwrap_or_default()
    }
}
