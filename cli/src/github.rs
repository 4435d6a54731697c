//! `--format github`: an annotation for each violation, as a workflow command of GitHub Actions.
//!
//! ```text
//! ::error file=a.json,line=2,col=13,title=amount-positive (amount)::amount must be at least 1, but is 0.
//! ```

use std::fmt::Write;

use fintoc_preflight::{Level, Report};

use crate::findings::Finding;
use crate::request::Request;
use crate::text::MOST_SHOWN;
use crate::words;

/// Returns the annotations of a request, one a line: the first hundred violations, and how many more there are.
pub(crate) fn annotations(report: &Report, request: &Request<'_>) -> String {
    let mut lines = String::new();
    let file = property(request.name);
    for Finding { level, rule, line, column, param, message } in Finding::all(report, request, MOST_SHOWN) {
        let title = if param.is_empty() { rule.to_string() } else { format!("{rule} ({param})") };
        let (title, message) = (property(&title), data(&message));
        let _ = writeln!(lines, "::{} file={file},line={line},col={column},title={title}::{message}", command(level));
    }
    if let Some(more) = words::more(report, MOST_SHOWN) {
        let level = if report.is_valid() { Level::Warning } else { Level::Error };
        let line = request.line_of_file(1);
        let _ = writeln!(lines, "::{} file={file},line={line}::{}", command(level), data(&more));
    }
    lines
}

const fn command(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
    }
}

/// Escapes the message of a workflow command, as `@actions/core` does.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
