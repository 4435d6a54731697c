//! Runs the vectors of `tests/conformance/`, and of `../shared/conformance-2nd/` when it exists, through the native
//! core.
//!
//! A vector is a request, as JSON (`request`) or as the text itself (`body`), and everything that must be reported:
//! the whole set of level, rule, code, path and suggestion, in the order of the report. Anything missing or extra
//! fails.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use fintoc_preflight::{LevelOverride, Options, Report, Rule, Timestamp, Version, validate_json};
use serde_json::{Value, json};

#[test]
fn vectors_of_this_repository() {
    let run = run_folder(&repository().join("tests/conformance"));
    assert!(run > 0, "no vectors found");
}

#[test]
fn vectors_beside_this_repository() {
    let folder = repository().join("../shared/conformance-2nd");
    if folder.is_dir() {
        assert!(run_folder(&folder) > 0, "no vectors found");
    }
}

/// Vectors of a rule are named `rule: what it does`, and end in `, nearly` when they do not break it.
#[test]
fn every_rule_has_a_vector_that_breaks_it_and_one_that_nearly_does() {
    let vectors = vectors(&repository().join("tests/conformance"));
    for rule in
        Rule::ALL.iter().filter(|rule| !matches!(rule, Rule::BodySize | Rule::LostInJson | Rule::NotSerializable))
    {
        let of_rule = |vector: &&Value| name(vector).starts_with(&format!("{rule}: "));
        let (valid, invalid): (Vec<&Value>, Vec<&Value>) = vectors
            .iter()
            .map(|(_, vector)| vector)
            .filter(of_rule)
            .partition(|vector| name(vector).ends_with(", nearly"));
        assert!(invalid.iter().any(|vector| times(*rule, vector) == 1), "no vector violates {rule} once");
        assert!(!valid.is_empty(), "no vector nearly violates {rule}");
        for vector in valid {
            assert_eq!(times(*rule, vector), 0, "{}", name(vector));
        }
    }
}

/// Counts the violations of a rule that a vector expects.
fn times(rule: Rule, vector: &Value) -> usize {
    let lists = [&vector["errors"], &vector["warnings"]];
    lists
        .into_iter()
        .flat_map(|list| list.as_array().expect("a list"))
        .filter(|found| found["rule"] == rule.as_str())
        .count()
}

fn name(vector: &Value) -> &str {
    vector["name"].as_str().expect("a name")
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs every vector of a folder, and returns how many there are.
fn run_folder(folder: &Path) -> usize {
    let vectors = vectors(folder);
    let mut failures = Vec::new();
    for (file, vector) in &vectors {
        let (expected, found) = (expected(vector), found(&validate(vector), vector));
        if expected != found {
            let name = name(vector);
            failures.push(format!("{}: {name}\n  expected {expected}\n  found    {found}", file.display()));
        }
    }
    assert!(failures.is_empty(), "{} of {} vectors failed\n{}", failures.len(), vectors.len(), failures.join("\n"));
    // Written past the test runner, which captures printed text.
    let mut out = io::stdout().lock();
    writeln!(out, "{} vectors of {} passed", vectors.len(), folder.display()).unwrap();
    vectors.len()
}

/// Every vector of a folder, with the file that it is in.
fn vectors(folder: &Path) -> Vec<(PathBuf, Value)> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let cases = |file: &Path| -> Vec<Value> {
        let vectors: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        vectors["cases"].as_array().expect("a list of cases").clone()
    };
    files.iter().flat_map(|file| cases(file).into_iter().map(|vector| (file.clone(), vector))).collect()
}

fn validate(vector: &Value) -> Report {
    let body = match vector.get("body") {
        Some(body) => body.as_str().expect("a text").to_owned(),
        None => vector["request"].to_string(),
    };
    let now: Timestamp = vector["now"].as_str().expect("a time").parse().unwrap();
    let version: Version = vector["version"].as_str().expect("a version").parse().unwrap();
    let settings = vector.get("levels").and_then(Value::as_object).into_iter().flatten();
    let strict = vector.get("strict").and_then(Value::as_bool).unwrap_or(false);
    let options = settings.fold(Options::new(now).version(version).strict(strict), |options, (rule, level)| {
        let rule: Rule = rule.parse().unwrap();
        let level: LevelOverride = level.as_str().expect("a setting").parse().unwrap();
        options.level(rule, level).unwrap()
    });
    validate_json(body, &options)
}

fn expected(vector: &Value) -> Value {
    let mut expected = json!({ "valid": vector["valid"], "errors": vector["errors"], "warnings": vector["warnings"] });
    if let Some(omitted) = vector.get("omitted") {
        expected["omitted"] = omitted.clone();
    }
    expected
}

/// The part of a report that vectors record: everything except messages, and facts unless the vector has them.
fn found(report: &Report, vector: &Value) -> Value {
    let mut found: Value = serde_json::from_str(&report.to_json()).unwrap();
    for list in ["errors", "warnings"] {
        for (index, violation) in found[list].as_array_mut().expect("a list").iter_mut().enumerate() {
            let violation = violation.as_object_mut().expect("an object");
            for words in ["message", "param", "level"] {
                assert!(violation.remove(words).is_some(), "a violation without {words}");
            }
            if vector[list][index].get("facts").is_none() {
                violation.remove("facts");
            }
        }
    }
    found
}
