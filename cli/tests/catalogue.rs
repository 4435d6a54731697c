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
        for example in ["invalid", "valid"] {
            let example = entry[example].get("body").or(entry[example].get("words")).and_then(Value::as_str).unwrap();
            assert!(text.contains(&format!("\n\n{example}\n")), "{text}");
        }
        if let Some(version) = entry["invalid"].get("version") {
            assert!(text.contains(&format!("[{rule}]: ")), "{version}: {text}");
        }
        let json = run(&["explain", rule, "--format", "json"], "").stdout;
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), entry);
    }
}

#[test]
fn rules_speaks_the_language_asked_for() {
    let listed = run(&["rules", "--lang", "es"], "").stdout;
    let header = listed.lines().next().unwrap();
    assert!(header.starts_with("regla ") && header.ends_with("se informa cuando"), "{header}");
    let json = run(&["rules", "--lang", "es", "--format", "json"], "").stdout;
    assert_eq!(json.lines().count(), entries().len());
    for (line, (text, entry)) in json.lines().zip(listed.lines().skip(1).zip(entries())) {
        let spanish: Value = serde_json::from_str(line).unwrap();
        assert_eq!(spanish["rule"], entry["rule"]);
        assert_ne!(spanish["when"], entry["when"]);
        assert!(text.ends_with(spanish["when"].as_str().unwrap()), "{text}");
    }
}

#[test]
fn an_explanation_is_in_the_language_asked_for() {
    for entry in entries() {
        let rule = entry["rule"].as_str().unwrap();
        let text = run(&["explain", rule, "--lang", "es"], "").stdout;
        assert!(text.contains("\nSe informa cuando ") && text.contains("\nfuente   "), "{text}");
        for english in ["Reported when", "source ", "scope ", "Invalid example", "Valid example", "note: ", "help: "] {
            assert!(!text.contains(english), "{english}: {text}");
        }
        let json = run(&["explain", rule, "--lang", "es", "--format", "json"], "").stdout;
        let spanish: Value = serde_json::from_str(&json).unwrap();
        assert!(text.contains(spanish["when"].as_str().unwrap()), "{text}");
    }
}

#[test]
fn a_note_mentions_a_contradicting_newer_page() {
    let text = run(&["explain", "amount-required-in-subscription"], "").stdout;
    assert!(text.contains("\nFintoc's newer page on creating a session says the opposite: "), "{text}");
    let text = run(&["explain", "amount-required-in-subscription", "--lang", "es"], "").stdout;
    assert!(text.contains("\nLa página más nueva de Fintoc sobre crear una sesión dice lo contrario: "), "{text}");
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
