//! `--format github`, `sarif` and `junit`.

mod common;

use std::fs;

use common::{DOUBTFUL, INVALID, VALID, command, output};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A value of the request that no report may hold, and a name that must not end a line, a tag or a property.
const HOSTILE: &str =
    r#"{"amount": 0, "currency": "CLP", "ui_mode": "SECRET", "a\n::error::<b>&\",:%\u001b[2J\u202e\uffff": "SECRET"}"#;

fn report(format: &str, args: &[&str], files: &[(&str, &str)]) -> String {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    let names = files.iter().map(|(name, _)| *name);
    let now = ["--now", "2026-01-13T12:00:00Z", "--format", format];
    output(command().current_dir(&folder).args(now).args(args).args(names)).stdout
}

#[test]
fn github_annotations_are_one_line_each() {
    let text = report("github", &[], &[("a,b.json", INVALID), ("b.json", VALID), ("c.json", HOSTILE)]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        "::error file=a%2Cb.json,line=1,col=12,title=amount-positive (amount)::amount must be at least 1, but is 0."
    );
    assert_eq!(lines.len(), 4, "{text}");
    assert!(lines[3].contains("title=unknown-field (a␊%3A%3Aerror%3A%3A<b>&\"%2C%3A%25␛[2J\u{fffd}"), "{}", lines[3]);
    assert!(!text.contains("SECRET"));
}

#[test]
fn github_annotations_are_bounded() {
    let many = format!("{{\"line_items\": [{}{{}}]}}", "{},".repeat(5000));
    let text = report("github", &[], &[("a.json", &many)]);
    assert_eq!(text.lines().count(), 101);
    assert!(text.lines().last().unwrap().starts_with("::error file=a.json,line=1::and "), "{text}");
}

#[test]
fn a_sarif_log_is_one_document_for_all_requests() {
    let files = [("a b.json", INVALID), ("b.json", VALID), ("c.json", HOSTILE)];
    let log: Value = serde_json::from_str(&report("sarif", &[], &files)).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 4);
    assert_eq!(
        results[0],
        json!({
            "ruleId": "amount-positive", "ruleIndex": results[0]["ruleIndex"], "level": "error",
            "message": {"text": "amount must be at least 1, but is 0."},
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": {"uri": "a%20b.json"}, "region": {"startLine": 1, "startColumn": 12},
                },
                "logicalLocations": [{"fullyQualifiedName": "amount"}],
            }],
        })
    );
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    for result in results {
        assert_eq!(rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()]["id"], result["ruleId"]);
    }
    assert!(!log.to_string().contains("SECRET"));
    let none: Value = serde_json::from_str(&report("sarif", &[], &files[1..2])).unwrap();
    assert_eq!(none["runs"][0]["results"], json!([]));
    let lines = format!("{VALID}\n{INVALID}\n{VALID}\n{INVALID}\n");
    let log: Value = serde_json::from_str(&report("sarif", &["--ndjson"], &[("log", &lines)])).unwrap();
    let line =
        |index: usize| &log["runs"][0]["results"][index]["locations"][0]["physicalLocation"]["region"]["startLine"];
    assert_eq!((line(0), line(1)), (&json!(2), &json!(4)));
}

#[test]
fn a_junit_report_has_a_suite_for_each_file() {
    let text = report("junit", &[], &[("a.json", INVALID), ("b.json", DOUBTFUL), ("c.json", VALID)]);
    assert_eq!(
        text,
        r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="fintoc-preflight">
<testsuite name="a.json" tests="1" failures="1" errors="0" skipped="0">
<testcase classname="a.json" name="a.json"><failure type="amount-positive" message="1 error">a.json:1:12: error[amount-positive] amount: amount must be at least 1, but is 0.
</failure></testcase>
</testsuite>
<testsuite name="b.json" tests="1" failures="0" errors="0" skipped="0">
<testcase classname="b.json" name="b.json"><system-out>b.json:1:62: warning[unknown-field] colour: the request body has no documented field of this name: the API may ignore or refuse it.
</system-out></testcase>
</testsuite>
<testsuite name="c.json" tests="1" failures="0" errors="0" skipped="0">
<testcase classname="c.json" name="c.json"/>
</testsuite>
</testsuites>
"#
    );
}

#[test]
fn a_junit_report_escapes_names() {
    let lines = format!("{HOSTILE}\n{VALID}\n");
    let text = report("junit", &["--ndjson"], &[("a&b.json", &lines)]);
    assert!(text.contains(r#"<testsuite name="a&amp;b.json" tests="2" failures="1""#), "{text}");
    assert!(text.contains("a␊::error::&lt;b&gt;&amp;&quot;,:%␛[2J\u{fffd}\u{fffd}"), "{text}");
    assert!(!text.contains("SECRET"));
}
