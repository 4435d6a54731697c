//! Applies the certain suggestions of a report, and changes nothing else.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use serde_json::{Map, Value};

use crate::locate::{Nearest, locate_all};
use crate::report::{MemberPart, Path, Report, Rule, Segment, Suggestion, Violation};

/// A replacement of one value or one name in a request.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, validate_json};
///
/// let text = r#"{"amount": 1, "curency": "CLP", "ui_mode": "embedded"}"#;
/// let report = validate_json(text, &Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?));
/// let [edit] = report.edits(text).try_into().unwrap();
/// assert_eq!((&text[edit.range.clone()], edit.json().as_str()), (r#""curency""#, r#""currency""#));
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edit {
    /// The replaced value, or name with its quotes, as a range of bytes.
    pub range: Range<usize>,
    /// The path of the violation.
    pub path: Path,
    /// The violated rule. Its [`marks`](Rule::marks) says whether the name or the value is replaced.
    pub rule: Rule,
    /// The replacement.
    pub suggestion: Suggestion,
}

impl Edit {
    /// Returns the replacement as JSON text.
    #[must_use]
    pub fn json(&self) -> String {
        self.suggestion.to_json()
    }
}

impl Report {
    /// Returns the edits of `text` that are certain, in its order; they do not overlap. `text` must be the request that
    /// the report is on.
    ///
    /// A suggestion is left out if it is not certain in this text:
    ///
    /// - two suggestions for one value disagree, or two names would become the same;
    /// - a name on its path is repeated, or the new name is already in its object;
    /// - it would replace an array or object;
    /// - it would change a currency by more than its case.
    #[must_use]
    pub fn edits(&self, text: &str) -> Vec<Edit> {
        let suggestions: Vec<(&Violation, Suggestion)> =
            self.iter().filter_map(|violation| Some((violation, violation.suggestion()?))).collect();
        let paths: Vec<Path> =
            suggestions.iter().flat_map(|(violation, suggestion)| searched(violation, suggestion)).collect();
        let mut found = locate_all(text, &paths, 2).into_iter();
        let edits: Vec<Edit> = suggestions
            .into_iter()
            .filter_map(|(violation, suggestion)| {
                let parents: Vec<Nearest> = found.by_ref().take(violation.path.len()).collect();
                let renamed = if renames(violation) { found.next() } else { None };
                edit(text, violation, suggestion, &parents, renamed.as_ref())
            })
            .collect();
        undisputed(edits)
    }

    /// Returns `text` with its [edits](Self::edits). Every other byte is as it was.
    ///
    /// A fix can bring another to light, such as the value of a misspelt name: validate again, until there are no edits.
    ///
    /// ```
    /// use fintoc_preflight::{Options, Timestamp, validate_json};
    ///
    /// let text = "{\n  \"amount\": \"5000\", \"currency\": \"clp\",\n  \"ui_mode\": \"embedded\"\n}";
    /// let report = validate_json(text, &Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?));
    /// assert_eq!(report.apply(text), "{\n  \"amount\": 5000, \"currency\": \"CLP\",\n  \"ui_mode\": \"embedded\"\n}");
    /// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
    /// ```
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let mut fixed = String::with_capacity(text.len());
        let mut end = 0;
        for edit in self.edits(text) {
            fixed.push_str(text.get(end..edit.range.start).unwrap_or_default());
            fixed.push_str(&edit.json());
            end = edit.range.end;
        }
        fixed + text.get(end..).unwrap_or_default()
    }

    /// Applies the edits to a value, in place, and returns them. Their ranges are those of `value.to_string()`, as it was
    /// before.
    ///
    /// ```
    /// use fintoc_preflight::{Options, Timestamp, validate_json};
    /// use serde_json::json;
    ///
    /// let mut value = json!({"amount": "5000", "curency": "CLP", "ui_mode": "embedded"});
    /// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
    /// let edits = validate_json(value.to_string(), &options).apply_to_value(&mut value);
    /// assert_eq!(edits.len(), 2);
    /// assert_eq!(value, json!({"amount": 5000, "currency": "CLP", "ui_mode": "embedded"}));
    /// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
    /// ```
    pub fn apply_to_value(&self, value: &mut Value) -> Vec<Edit> {
        let edits = self.edits(&value.to_string());
        let (names, values): (Vec<&Edit>, Vec<&Edit>) =
            edits.iter().partition(|edit| edit.rule.marks() == MemberPart::Name);
        for edit in values {
            if let Some(found) = value_at(value, edit.path.segments()) {
                *found = edit.suggestion.to_value();
            }
        }
        // Inner names first, as the path of an inner name has the outer one as it was.
        for edit in names.into_iter().rev() {
            let Some((Segment::Key(old), parents)) = edit.path.segments().split_last() else { continue };
            if let (Some(Value::Object(parent)), Suggestion::Text(new)) = (value_at(value, parents), &edit.suggestion) {
                rename(parent, old, new);
            }
        }
        edits
    }
}

/// True if the violation's suggestion replaces a name.
fn renames(violation: &Violation) -> bool {
    violation.rule().marks() == MemberPart::Name
}

/// Returns the paths to look for: of every name and index that leads to the violation, then of the new name.
fn searched(violation: &Violation, suggestion: &Suggestion) -> impl Iterator<Item = Path> {
    let segments = violation.path.segments();
    let parents = (1..=segments.len()).filter_map(|depth| segments.get(..depth)).map(|path| path.to_vec().into());
    let new = renames(violation).then(|| {
        let name = Segment::Key(suggestion.to_string().into());
        segments.iter().take(segments.len().saturating_sub(1)).cloned().chain([name]).collect()
    });
    parents.chain(new)
}

/// Returns the edit for a suggestion, given what the text has at each step of the violation's path, and at the new name.
/// `None` unless it is certain.
fn edit(
    text: &str,
    violation: &Violation,
    suggestion: Suggestion,
    parents: &[Nearest],
    renamed: Option<&Nearest>,
) -> Option<Edit> {
    let is_once =
        |(index, found): (usize, &Nearest)| index.checked_add(1) == Some(found.depth) && found.locations.len() == 1;
    let is_taken = renamed.is_some_and(|found| found.depth >= parents.len());
    if !parents.iter().enumerate().all(is_once) || is_taken {
        return None;
    }
    let [location] = parents.last()?.locations.as_slice() else { return None };
    let range = match violation.rule().marks() {
        MemberPart::Name => location.key.clone()?,
        MemberPart::Value => location.value.clone(),
    };
    let old = text.get(range.clone())?;
    let is_currency = violation.path.segments().last() == Some(&"currency".into()) && !renames(violation);
    let changes_currency = is_currency && !old.eq_ignore_ascii_case(&suggestion.to_json());
    let edit = Edit { range, path: violation.path.clone(), rule: violation.rule(), suggestion };
    (!changes_currency && !old.starts_with(['{', '[']) && old != edit.json()).then_some(edit)
}

/// Sorts the edits, and leaves out those that dispute a value, or a new name, with another.
fn undisputed(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort_by_key(|edit| edit.range.start);
    edits.dedup_by(|one, other| one.range == other.range && one.suggestion == other.suggestion);
    let mut places: HashMap<usize, usize> = HashMap::new();
    let mut names: HashMap<(&[Segment], String), usize> = HashMap::new();
    for edit in &edits {
        let count = places.entry(edit.range.start).or_default();
        *count = count.saturating_add(1);
        if let Some(name) = new_name(edit) {
            let count = names.entry(name).or_default();
            *count = count.saturating_add(1);
        }
    }
    let disputed: HashSet<usize> = edits
        .iter()
        .filter(|edit| {
            places.get(&edit.range.start) != Some(&1) || new_name(edit).is_some_and(|name| names.get(&name) != Some(&1))
        })
        .map(|edit| edit.range.start)
        .collect();
    edits.retain(|edit| !disputed.contains(&edit.range.start));
    edits
}

/// Returns the object and the name that an edit of a name writes.
fn new_name(edit: &Edit) -> Option<(&[Segment], String)> {
    let (_, parents) = edit.path.segments().split_last()?;
    (edit.rule.marks() == MemberPart::Name).then(|| (parents, edit.suggestion.to_string()))
}

/// Returns the value at a path.
fn value_at<'v>(value: &'v mut Value, path: &[Segment]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, segment| match segment {
        Segment::Key(name) => value.get_mut(name.as_ref()),
        Segment::Index(index) => value.get_mut(*index),
    })
}

/// Renames a member, which keeps its place.
fn rename(object: &mut Map<String, Value>, old: &str, new: &str) {
    let members = std::mem::take(object).into_iter();
    object.extend(members.map(|(name, value)| (if name == old { new.to_owned() } else { name }, value)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, Version, validate_json};

    fn options() -> Options {
        Options::new("2026-01-13T12:00:00Z".parse().unwrap())
    }

    fn applied(text: &str) -> String {
        validate_json(text, &options()).apply(text)
    }

    #[test]
    fn only_the_changed_bytes_differ() {
        let text = "\t{ \"amount\" :\r\n\"5000\",\n\n\"currency\":\"Clp\" , \"ui_mode\":\"embeded\",\"note\": 1e5}\n\n";
        let fixed = "\t{ \"amount\" :\r\n5000,\n\n\"currency\":\"CLP\" , \"ui_mode\":\"embedded\",\"note\": 1e5}\n\n";
        assert_eq!(applied(text), fixed);
    }

    #[test]
    fn a_name_and_its_value_are_replaced_one_after_the_other() {
        let once = applied(r#"{"amount": 1, "curency": "clp", "ui_mode": "embedded"}"#);
        assert_eq!(once, r#"{"amount": 1, "currency": "clp", "ui_mode": "embedded"}"#);
        assert_eq!(applied(&once), r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded"}"#);
    }

    #[test]
    fn an_amount_becomes_the_total() {
        let text = |amount: u8| {
            format!(
                r#"{{"amount": {amount}, "currency": "CLP", "ui_mode": "embedded", "line_items":
                [{{"quantity": 1, "price_data": {{"currency": "CLP", "unit_amount": 2, "product_data": {{"name": "a"}}}}}}]}}"#
            )
        };
        assert_eq!(applied(&text(1)), text(2));
    }

    #[test]
    fn names_within_renamed_objects_are_replaced_at_once() {
        let text = r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded",
            "payment_method_types": ["card"], "payment_method_options": {"crad": {}, "card": {"tpyes": ["credti"]}}}"#;
        let mut value: Value = serde_json::from_str(text).unwrap();
        let report = validate_json(text, &options());
        report.apply_to_value(&mut value);
        assert_eq!(value, serde_json::from_str::<Value>(&report.apply(text)).unwrap());
    }

    #[test]
    fn what_is_not_certain_stays() {
        for text in [
            // Another currency
            r#"{"amount": 1, "currency": "COP", "ui_mode": "embedded"}"#,
            r#"{"amount": 1, "currency": "CLF", "ui_mode": "embedded"}"#,
            // Two names that would be the same
            r#"{"amount": 1, "curency": "CLP", "currrency": "MXN", "ui_mode": "embedded"}"#,
            // A name that is there already
            r#"{"amount": 1, "currency": null, "curency": "CLP", "ui_mode": "embedded"}"#,
            // A value that is repeated
            r#"{"amount": 1, "currency": "clp", "currency": "MXN", "ui_mode": "embedded"}"#,
            r#"{"amount": 1, "curency": "CLP", "curency": "MXN", "ui_mode": "embedded"}"#,
            r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": "1"}], "line_items": []}"#,
            // No JSON
            r#"{"amount": "1", "currency": "clp", "ui_mode": "embedded""#,
            "",
        ] {
            let report = validate_json(text, &options());
            assert!(!report.is_empty(), "{text}");
            assert_eq!((report.apply(text), report.edits(text)), (text.to_owned(), vec![]));
        }
    }

    #[test]
    fn suggestions_that_agree_are_one_and_those_that_disagree_are_none() {
        let edit = |rule, suggestion| Edit { range: 1..2, path: Path::from_iter(["amount".into()]), rule, suggestion };
        let [one, other] = [Rule::Type, Rule::AmountEqualsTotal].map(|rule| edit(rule, Suggestion::Number(1)));
        let third = edit(Rule::AmountEqualsTotal, Suggestion::Number(2));
        assert_eq!(undisputed(vec![one.clone(), other]), std::slice::from_ref(&one));
        assert_eq!(undisputed(vec![one, third]), []);
    }

    #[test]
    fn a_report_on_another_text_changes_no_currency() {
        let report = validate_json(r#"{"amount": 1, "currency": "clp", "ui_mode": "embedded"}"#, &options());
        let other = r#"{"amount": 1, "currency": "MXN", "ui_mode": "embedded"}"#;
        assert_eq!(report.apply(other), other);
    }

    #[test]
    fn a_value_keeps_the_order_of_its_members() {
        let text = r#"{"ui_mode": "embedded", "curency": "CLP", "amount": "1", "metadata": {"z": 1, "a": 2}}"#;
        let mut value: Value = serde_json::from_str(text).unwrap();
        let report = validate_json(value.to_string(), &options());
        let edits = report.apply_to_value(&mut value);
        let rules: Vec<Rule> = edits.iter().map(|edit| edit.rule).collect();
        assert_eq!(rules, [Rule::UnknownField, Rule::Type]);
        let fixed = r#"{"ui_mode":"embedded","currency":"CLP","amount":1,"metadata":{"z":1,"a":2}}"#;
        assert_eq!(value.to_string(), fixed);
    }

    #[test]
    fn warnings_are_fixed_too() {
        let text = r#"{"amount": 1, "currency": "clp", "success_url": "https://a.cl", "cancel_url": "https://a.cl"}"#;
        let report = validate_json(text, &options().version(Version::V1));
        assert!(report.is_valid() && report.apply(text).contains("\"CLP\""), "{report}");
    }
}
