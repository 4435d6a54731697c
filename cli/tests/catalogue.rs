//! `rules`, `explain` and `schema`.

mod common;

use common::run;
use serde_json::Value;

fn entries() -> Vec<Value> {
    let run = run(&["rules", "--format", "json"], "");
    assert_eq!(run.code, 0);
    run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn rules_lists_each_rule_on_a_line() {
    let entries = entries();
    let listed = run(&["rules"], "").stdout;
    let mut lines = listed.lines();
    assert!(lines.next().is_some_and(|header| header.starts_with("rule ") && header.ends_with("reported when")));
    assert_eq!(lines.clone().count(), entries.len());
    for (line, entry) in lines.zip(&entries) {
        let (rule, when) = (entry["rule"].as_str().unwrap(), entry["when"].as_str().unwrap());
        assert!(line.starts_with(&format!("{rule} ")) && line.ends_with(when), "{line}");
        assert!(line.contains(entry["level"].as_str().unwrap()) && line.contains(entry["scope"].as_str().unwrap()));
    }
    assert!(entries.len() > 60);
}

#[test]
fn every_rule_is_explained_with_the_report_on_its_example() {
    for entry in entries() {
        let rule = entry["rule"].as_str().unwrap();
        let explained = run(&["explain", rule], "");
        assert_eq!((explained.code, explained.stderr.as_str()), (0, ""));
        let text = explained.stdout;
        assert!(text.starts_with(&format!("{rule}: ")), "{text}");
        assert!(text.contains(&format!("\nReported when {}.\n", entry["when"].as_str().unwrap())), "{text}");
        for source in entry["sources"].as_array().unwrap() {
            assert!(text.contains(source["title"].as_str().unwrap()), "{text}");
        }
        for example in ["breaks", "keeps"] {
            let example = entry[example].get("body").or(entry[example].get("words")).and_then(Value::as_str).unwrap();
            assert!(text.contains(&format!("\n\n{example}\n")), "{text}");
        }
        if let Some(version) = entry["breaks"].get("version") {
            assert!(text.contains(&format!("[{rule}]: ")), "{version}: {text}");
        }
        let json = run(&["explain", rule, "--format", "json"], "").stdout;
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), entry);
    }
}

#[test]
fn an_explanation_shows_its_report_in_the_language_asked_for() {
    assert!(run(&["explain", "enum", "--lang", "es"], "").stdout.contains("ayuda: "));
}

#[test]
fn schema_prints_that_of_the_version_and_the_dialect() {
    let schema = |args: &[&str]| {
        let run = run(&[&["schema"], args].concat(), "");
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        serde_json::from_str::<Value>(&run.stdout).unwrap()
    };
    let usual = schema(&[]);
    assert_eq!(usual["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(usual["title"], "CheckoutSessionRequest");
    assert_eq!(schema(&["--api", "v2", "--target", "draft-2020-12"]), usual);
    assert_eq!(schema(&["--api", "v1"])["title"], "CheckoutSessionRequestV1");
    assert_eq!(schema(&["--target", "draft-07"])["$schema"], "http://json-schema.org/draft-07/schema#");
    assert_eq!(schema(&["--target", "openapi-3.0"]).get("$schema"), None);
    assert_eq!(run(&["schema", "--target", "draft-04"], "").code, 2);
}
