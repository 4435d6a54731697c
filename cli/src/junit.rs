//! `--format junit`: a test suite for each file, with a test case for each request.

use fintoc_preflight::Report;

use crate::request::{Request, Tally};
use crate::text::violations;
use crate::words;

pub(crate) const START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"fintoc-preflight\">\n";

pub(crate) const END: &str = "</testsuites>\n";

/// Returns the suite of a file, given its test cases.
pub(crate) fn suite(name: &str, tally: Tally, cases: &str) -> String {
    let (name, Tally { requests, invalid, .. }) = (escape(name), tally);
    format!(
        "<testsuite name=\"{name}\" tests=\"{requests}\" failures=\"{invalid}\" errors=\"0\" skipped=\"0\">\n{cases}</testsuite>\n"
    )
}

/// Returns the test case of a request: it fails if the request is invalid; warnings are its output.
pub(crate) fn case(report: &Report, request: &Request<'_>) -> String {
    let name = request.line.map_or_else(|| request.name.to_owned(), |line| format!("{}:{line}", request.name));
    let (class, name) = (escape(request.name), escape(&name));
    let case = format!("<testcase classname=\"{class}\" name=\"{name}\"");
    if report.is_empty() {
        return format!("{case}/>\n");
    }
    let text = escape(&violations(report, request));
    match report.errors.first() {
        Some(first) => {
            let (kind, verdict) = (first.rule(), escape(&words::verdict(Tally::of(report), report.locale)));
            format!("{case}><failure type=\"{kind}\" message=\"{verdict}\">{text}</failure></testcase>\n")
        }
        None => format!("{case}><system-out>{text}</system-out></testcase>\n"),
    }
}

/// Escapes a text for XML, which has no form for control characters and non-characters. Those of requests are visible
/// ones already.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(character),
        }
    }
    escaped
}
