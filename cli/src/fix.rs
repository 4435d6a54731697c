//! The certain fixes of a request, applied until none is left.

use fintoc_preflight::{Edit, Options, Path, Rule, validate_json};

use crate::excerpt::lines_and_columns;

/// The most violations of each level that are looked at in one round. What is beyond waits for the next round.
const MOST_VIOLATIONS: usize = 10_000;

/// The most rounds. One brings a misspelt name to light, the next its value; a large request needs one for every
/// [`MOST_VIOLATIONS`].
const MOST_ROUNDS: usize = 100;

/// A request with its fixes.
#[derive(Debug)]
pub(crate) struct Fixed {
    pub(crate) body: Vec<u8>,
    pub(crate) fixes: Vec<Fix>,
}

/// One value or name that was replaced.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fix {
    /// The line in the request, from 1. No fix adds or removes a line.
    pub(crate) line: usize,
    pub(crate) rule: Rule,
    pub(crate) path: Path,
    /// The new value or name, as JSON.
    pub(crate) json: String,
}

/// Returns the request with every certain fix; `None` if there is none. After that there is none again.
pub(crate) fn fix(body: &[u8], options: &Options) -> Option<Fixed> {
    let options = options.clone().max_violations(MOST_VIOLATIONS);
    let mut text = std::str::from_utf8(body).ok()?.to_owned();
    let mut fixes = Vec::new();
    for _ in 0..MOST_ROUNDS {
        let report = validate_json(&text, &options);
        let edits = report.edits(&text);
        if edits.is_empty() {
            break;
        }
        fixes.extend(fixes_of(edits, &text));
        text = report.apply(&text);
    }
    fixes.sort_by_key(|fix| fix.line);
    (!fixes.is_empty()).then(|| Fixed { body: text.into_bytes(), fixes })
}

fn fixes_of(edits: Vec<Edit>, text: &str) -> Vec<Fix> {
    let offsets: Vec<usize> = edits.iter().map(|edit| edit.range.start).collect();
    let places = lines_and_columns(text, &offsets);
    edits
        .into_iter()
        .zip(places)
        .map(|(edit, (line, _))| Fix { line, rule: edit.rule, json: edit.json(), path: edit.path })
        .collect()
}
