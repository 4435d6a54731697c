//! Reports as text: each violation with an excerpt of the request, in the style of compilers.

use std::fmt::Write;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use fintoc_preflight::{self as preflight, Citation, Locale, Reference, Report, Version, Violation};

use crate::excerpt::{Excerpt, Mark, line_and_column};
use crate::findings::{Finding, cut, place_of};
use crate::fix::Fix;
use crate::request::{Request, Tally};
use crate::{output, words};

/// The maximum number of violations shown for a request: a hostile one has hundreds of thousands.
pub(crate) const MOST_SHOWN: usize = 100;

/// The style of reports as text.
#[derive(Clone)]
pub(crate) struct Style {
    renderer: Renderer,
    width: usize,
    /// True to show excerpts of the request; false to show only lines and columns.
    source: bool,
}

impl Style {
    pub(crate) fn new(color: bool, source: bool) -> Self {
        /// The minimum width in columns. Narrower terminals wrap lines, as a shorter excerpt would show too little.
        const NARROWEST: usize = 60;
        /// The width in columns if standard output is not a terminal.
        const USUAL: usize = 100;

        let width = output::width().unwrap_or(USUAL).max(NARROWEST);
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        Self { renderer: renderer.term_width(width), width, source }
    }

    /// Returns the report on a request: its violations, then the verdict. With `--ndjson`, empty for a request without
    /// violations.
    pub(crate) fn report(&self, report: &Report, request: &Request<'_>) -> String {
        let verdict = words::verdict(Tally::of(report), report.locale);
        let violations = self.violations(report, request);
        match request.line {
            Some(_) if violations.is_empty() => String::new(),
            Some(_) if !self.source => violations,
            Some(line) => format!("{}:{line}: {verdict}\n{violations}", request.name),
            None => format!("{violations}{}: {verdict}\n", request.name),
        }
    }

    /// Returns the violations of a request, each followed by an end of line and, with excerpts, by an empty line.
    pub(crate) fn violations(&self, report: &Report, request: &Request<'_>) -> String {
        if !self.source {
            return violations(report, request);
        }
        let more = words::more(report, MOST_SHOWN).map(|more| format!("{}: {more}\n\n", request.name));
        self.excerpts(report, request) + &more.unwrap_or_default()
    }

    /// Returns the first violations of a request, each with an excerpt.
    fn excerpts(&self, report: &Report, request: &Request<'_>) -> String {
        let text = std::str::from_utf8(request.body).ok();
        let violations: Vec<&Violation> = report.iter().take(MOST_SHOWN).collect();
        let marks = text.map(|text| Mark::all(&violations, text)).unwrap_or_default();
        let marks = marks.into_iter().chain(std::iter::repeat_with(|| None));
        let mut shown = String::new();
        for (violation, mark) in violations.into_iter().zip(marks) {
            let view = View { violation, locale: report.locale, request, text, mark };
            shown += &self.renderer.render(&view.groups(self.width));
            shown += "\n\n";
        }
        shown
    }
}

/// Returns the first violations of a request, each on a line, `FILE:line:column: error[rule] param: message`, then how
/// many more there are.
pub(crate) fn violations(report: &Report, request: &Request<'_>) -> String {
    let (name, mut lines) = (request.name, String::new());
    for Finding { level, rule, line, column, param, message } in Finding::all(report, request, MOST_SHOWN) {
        let level = words::level(level, report.locale);
        let separator = if param.is_empty() { "" } else { " " };
        let _ = writeln!(lines, "{name}:{line}:{column}: {level}[{rule}]{separator}{param}: {message}");
    }
    if let Some(more) = words::more(report, MOST_SHOWN) {
        let _ = writeln!(lines, "{name}: {more}");
    }
    lines
}

/// Returns the fixes of a request, each on a line.
pub(crate) fn fixes(fixes: &[Fix], request: &Request<'_>, locale: Locale) -> String {
    let (name, mut lines) = (request.name, String::new());
    for Fix { line, rule, path, json } in fixes.iter().take(MOST_SHOWN) {
        let (line, fixed) = (request.line_of_file(*line), words::fixed(locale));
        let _ = writeln!(lines, "{name}:{line}: {fixed}[{rule}] {path}: {}", words::wrote(json, locale));
    }
    if let Some(more @ 1..) = fixes.len().checked_sub(MOST_SHOWN) {
        let _ = writeln!(lines, "{name}: {}", words::more_fixes(more, locale));
    }
    lines
}

/// A violation, with its mark in the request.
struct View<'v> {
    violation: &'v Violation,
    locale: Locale,
    request: &'v Request<'v>,
    /// The request as text; `None` if it is not UTF-8.
    text: Option<&'v str>,
    mark: Option<Mark>,
}

impl<'v> View<'v> {
    /// Returns the parts of a compiler-style report: the message, the marked line, the suggestion, the sources.
    fn groups(&self, width: usize) -> Vec<Group<'v>> {
        let level = match self.violation.level {
            preflight::Level::Error => Level::ERROR,
            preflight::Level::Warning => Level::WARNING,
        };
        let level = level.with_name(words::level(self.violation.level, self.locale));
        let title = level.primary_title(self.message()).id(self.violation.rule().as_str());
        let (primary, context) = (AnnotationKind::Primary, AnnotationKind::Context);
        let excerpt =
            |range, kind, label| self.snippet(&Excerpt::of(self.text.unwrap_or_default(), range, width), kind, label);
        match &self.mark {
            None => vec![self.footer(title.element(self.origin()))],
            Some(Mark::Wrong(range)) => vec![self.footer(title.element(excerpt(range, primary, None)))],
            Some(Mark::Missing(range)) => {
                let label = Some(words::missing_here(self.locale));
                vec![self.footer(title.element(excerpt(range, primary, label)))]
            }
            Some(Mark::Repeated { name, first }) => {
                let note = Level::NOTE.with_name(words::note(self.locale));
                let note = note.secondary_title(words::first_given_here(self.locale));
                vec![
                    title.element(excerpt(name, primary, None)),
                    self.footer(note.element(excerpt(first, context, None))),
                ]
            }
        }
    }

    fn message(&self) -> String {
        cut(&self.violation.message(self.locale))
    }

    /// Returns the position in the file, for a violation without an excerpt.
    fn origin(&self) -> Origin<'v> {
        let (line, column) = self.position();
        Origin::path(self.request.name).line(line).char_column(column)
    }

    fn snippet(
        &self,
        excerpt: &Excerpt,
        kind: AnnotationKind,
        label: Option<&'static str>,
    ) -> Snippet<'v, annotate_snippets::Annotation<'v>> {
        Snippet::source(excerpt.source.clone())
            .path(self.request.name)
            .line_start(self.request.line_of_file(excerpt.line))
            .annotation(kind.span(excerpt.span.clone()).label(label))
    }

    /// Adds the suggestion, and the sources of the rule.
    fn footer(&self, group: Group<'v>) -> Group<'v> {
        let help = self.violation.suggestion().map(|suggestion| {
            let help = Level::HELP.with_name(words::help(self.locale));
            help.message(words::suggestion(&suggestion, self.locale))
        });
        let note = Level::NOTE.with_name(words::note(self.locale)).message(self.sources().join("\n"));
        group.elements(help).element(note)
    }

    /// Returns the sources of the rule: those of the request's version or, if it has none, all.
    fn sources(&self) -> Vec<String> {
        let sources = self.violation.rule().describe(self.locale).sources;
        let other_reference = match self.request.version {
            Version::V1 => Reference::CreateV2,
            Version::V2 => Reference::CreateV1,
        };
        let text = |source: &Citation| words::source(source, self.locale);
        let of_version = sources.iter().filter(|source| source.reference != other_reference);
        let of_version: Vec<String> = of_version.map(text).collect();
        if of_version.is_empty() { sources.iter().map(text).collect() } else { of_version }
    }

    /// Returns the line in the file and the column, both from 1.
    fn position(&self) -> (usize, usize) {
        let (line, column) = match (&self.mark, self.text) {
            (Some(mark), Some(text)) => line_and_column(text, mark.start()),
            _ => place_of(&self.violation.kind),
        };
        (self.request.line_of_file(line), column)
    }
}
