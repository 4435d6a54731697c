//! The violations of a request, each with its position in the file.

use fintoc_preflight::{Level, Report, Rule, Violation, ViolationKind};

use crate::excerpt::{Mark, lines_and_columns};
use crate::request::Request;
use crate::visible::visible;

/// The maximum length of a message or param, in characters: a key that it names can be of any length.
const LONGEST: usize = 500;

/// A violation as annotations and lines of text show it.
#[derive(Debug)]
pub(crate) struct Finding {
    pub(crate) level: Level,
    pub(crate) rule: Rule,
    /// The line in the file, from 1.
    pub(crate) line: usize,
    /// The column in characters, from 1.
    pub(crate) column: usize,
    /// The path, safe for a terminal; empty for the body.
    pub(crate) param: String,
    /// The message, safe for a terminal.
    pub(crate) message: String,
}

impl Finding {
    /// Returns the first `most` violations of a report.
    pub(crate) fn all(report: &Report, request: &Request<'_>, most: usize) -> Vec<Self> {
        let text = std::str::from_utf8(request.body).ok();
        let violations: Vec<&Violation> = report.iter().take(most).collect();
        let marks = text.map(|text| Mark::all(&violations, text)).unwrap_or_default();
        let offsets: Vec<usize> = marks.iter().map(|mark| mark.as_ref().map_or(0, Mark::start)).collect();
        let places = lines_and_columns(text.unwrap_or_default(), &offsets);
        let mut places = places.into_iter().zip(marks).map(|(place, mark)| mark.map(|_| place));
        let findings = violations.into_iter().map(|violation| {
            let place = places.next().flatten();
            let (line, column) = place.unwrap_or_else(|| place_of(&violation.kind));
            Self {
                level: violation.level,
                rule: violation.rule(),
                line: request.line_of_file(line),
                column,
                param: violation.path.to_string(),
                message: cut(&violation.message(report.locale)),
            }
        });
        findings.collect()
    }
}

/// Returns the line and column of a violation without a mark.
pub(crate) const fn place_of(kind: &ViolationKind) -> (usize, usize) {
    match kind {
        ViolationKind::JsonSyntax { line, column, .. } => (*line, *column),
        _ => (1, 1),
    }
}

/// Returns the text safe for a terminal, cut to [`LONGEST`] characters.
pub(crate) fn cut(text: &str) -> String {
    let mut characters = text.chars().map(visible);
    let mut shown: String = characters.by_ref().take(LONGEST).collect();
    if characters.next().is_some() {
        shown.push('…');
    }
    shown
}
