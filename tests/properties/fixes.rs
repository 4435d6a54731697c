//! What holds when the fixes of a report are applied.

use fintoc_preflight::{Edit, MemberPart, Options, Report, Timestamp, Version, validate_json};
use proptest::prelude::*;
use serde_json::Value;

use crate::trees;

fn options(version: Version) -> Options {
    let now: Timestamp = "2026-01-13T12:00:00Z".parse().unwrap();
    Options::new(now).version(version)
}

/// The texts between the edits, which must stay.
fn kept(text: &str, edits: &[Edit]) -> String {
    let mut kept = String::new();
    let mut end = 0;
    for edit in edits {
        assert!(end <= edit.range.start, "edits are in order, and do not overlap");
        kept += &text[end..edit.range.start];
        end = edit.range.end;
    }
    kept + &text[end..]
}

/// The currencies of a request, in its order: the strings in fields of this name.
fn currencies(value: &Value) -> Vec<String> {
    match value {
        Value::Array(elements) => elements.iter().flat_map(currencies).collect(),
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, value)| match value {
                Value::String(currency) if name == "currency" => vec![currency.to_uppercase()],
                other => currencies(other),
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// A tree as text with a layout of its own.
fn laid_out(tree: &trees::Tree, seed: usize) -> String {
    let text = tree.to_string();
    if seed.is_multiple_of(2) { text } else { text.replace("\":", "\" :\r\n\t ").replace(",\"", " ,\n\"") }
}

proptest! {
    /// Applying the fixes until there are none takes few rounds, and then there are none. Only the edits differ, and no
    /// currency but in its case.
    #[test]
    fn fixes_come_to_an_end_and_change_nothing_else(tree in trees::request(), seed in 0..2_usize) {
        for version in VERSIONS {
            let mut text = laid_out(&tree, seed);
            let mut rounds = 0;
            loop {
                let report = validate_json(&text, &options(version));
                let edits = report.edits(&text);
                let fixed = report.apply(&text);
                if edits.is_empty() {
                    prop_assert_eq!(&fixed, &text);
                    break;
                }
                rounds += 1;
                prop_assert!(rounds < 6, "{}", text);
                prop_assert!(fixed != text);
                for edit in &edits {
                    let is_container = text[edit.range.clone()].starts_with(['{', '[']);
                    prop_assert!(!is_container);
                }
                let mut end_shift: isize = 0;
                let replaced: Vec<Edit> = edits.iter().map(|edit| {
                    let mut edit = edit.clone();
                    let start = edit.range.start.checked_add_signed(end_shift).unwrap();
                    end_shift += isize::try_from(edit.json().len()).unwrap() - isize::try_from(edit.range.len()).unwrap();
                    edit.range = start..start + edit.json().len();
                    edit
                }).collect();
                prop_assert_eq!(kept(&fixed, &replaced), kept(&text, &edits));
                let [before, after] = [&text, &fixed].map(|text| serde_json::from_str::<Value>(text).unwrap());
                let is_renamed_to_currency = edits.iter().any(|edit| edit.json() == "\"currency\"");
                if !is_renamed_to_currency {
                    prop_assert_eq!(currencies(&before), currencies(&after));
                }
                text = fixed;
            }
        }
    }

    /// A value gets the same edits as its text.
    #[test]
    fn a_value_is_fixed_as_its_text(tree in trees::request()) {
        let mut value: Value = serde_json::from_str(&tree.without_repeats().to_string()).unwrap();
        let text = value.to_string();
        let report = validate_json(&text, &options(Version::V2));
        let edits = report.apply_to_value(&mut value);
        prop_assert_eq!(edits, report.edits(&text));
        // A number may differ in its last bit when it is parsed.
        prop_assert_eq!(value.to_string(), report.apply(&text));
    }

    /// What a fix wrote is not what its rule reports.
    #[test]
    fn no_rule_refuses_its_own_fix(tree in trees::request()) {
        for version in VERSIONS {
            let text = tree.to_string();
            let report = validate_json(&text, &options(version));
            let fixed = validate_json(report.apply(&text), &options(version));
            for edit in report.edits(&text).iter().filter(|edit| edit.rule.marks() == MemberPart::Value) {
                let reports = |report: &Report| report.iter().any(|found| found.rule() == edit.rule && found.path == edit.path);
                prop_assert!(!reports(&fixed), "{} {} in {}", edit.rule, edit.path, text);
            }
        }
    }
}

const VERSIONS: [Version; 2] = [Version::V1, Version::V2];
