//! The schemas refuse what the core finds to break a rule that they cover, and nothing else.

#[allow(dead_code, reason = "the other tests that generate requests use the rest")]
#[path = "../properties/trees.rs"]
mod trees;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use fintoc_preflight::schema::{Coverage, Target, coverage, json_schema};
use fintoc_preflight::{Options, Rule, Version, Violation, validate_json};
use jsonschema::{Draft, Validator};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::Value;

const VERSIONS: [Version; 2] = [Version::V1, Version::V2];

/// How many requests are generated for each version.
const GENERATED: usize = 10_000;

/// The dialects that the validator knows. OpenAPI 3.0 is draft 4 with `nullable`, which is put into other words here.
fn validators(version: Version) -> Vec<(Target, Validator)> {
    let schema = |target| serde_json::from_str(&json_schema(version, target).to_string()).expect("JSON");
    let validator = |target, draft, schema: Value| {
        (target, jsonschema::options().with_draft(draft).build(&schema).expect("a schema"))
    };
    vec![
        validator(Target::Draft202012, Draft::Draft202012, schema(Target::Draft202012)),
        validator(Target::Draft07, Draft::Draft7, schema(Target::Draft07)),
        validator(Target::OpenApi30, Draft::Draft7, without_nullable(schema(Target::OpenApi30))),
    ]
}

/// Says `nullable` by a type: the one keyword of OpenAPI 3.0 that these schemas use and JSON Schema lacks.
fn without_nullable(schema: Value) -> Value {
    match schema {
        Value::Object(mut members) => {
            if members.remove("nullable").is_some() {
                let r#type = members["type"].take();
                members["type"] = Value::from(vec![r#type, "null".into()]);
            }
            members.into_iter().map(|(name, value)| (name, without_nullable(value))).collect()
        }
        Value::Array(elements) => elements.into_iter().map(without_nullable).collect(),
        other => other,
    }
}

/// What is counted while schemas and the core are compared.
#[derive(Debug, Default)]
struct Tally {
    compared: usize,
    refused: usize,
    /// What a schema cannot be asked about: texts that are not JSON, and those that repeat names.
    beyond: usize,
    disagreements: Vec<String>,
    /// The rules that alone made the schemas refuse a request.
    alone: BTreeMap<&'static str, usize>,
}

impl Tally {
    /// Compares what every dialect says of a request with what the core does.
    fn compare(&mut self, version: Version, validators: &[(Target, Validator)], body: &str, options: &Options) {
        let report = validate_json(body, options);
        if report.errors.iter().any(|error| {
            matches!(error.rule(), Rule::JsonSyntax | Rule::BodySize | Rule::NotSerializable | Rule::DuplicateKey)
        }) {
            self.beyond += 1;
            return;
        }
        let covered: Vec<&Violation> =
            report.violations().filter(|violation| coverage(violation.rule()).includes(violation)).collect();
        let request: Value = serde_json::from_str(body).expect("JSON");
        for (target, validator) in validators {
            if validator.is_valid(&request) != covered.is_empty() {
                let rules: Vec<&str> = covered.iter().map(|violation| violation.rule().id()).collect();
                self.disagreements.push(format!("{} {}: {rules:?} in {body}", version.id(), target.id()));
            }
        }
        self.compared += 1;
        self.refused += usize::from(!covered.is_empty());
        if let Some(first) = covered.first().filter(|first| covered.iter().all(|other| other.rule() == first.rule())) {
            *self.alone.entry(first.rule().id()).or_default() += 1;
        }
    }

    fn finish(&self, what: &str) {
        assert!(
            self.disagreements.is_empty(),
            "{} disagreements\n{}",
            self.disagreements.len(),
            self.disagreements[..self.disagreements.len().min(10)].join("\n")
        );
        // Past the test runner, which keeps to itself what is printed.
        let mut out = io::stdout().lock();
        writeln!(
            out,
            "{what}: {} compared in {} dialects, {} of them refused, {} beyond schemas, 0 disagreements",
            self.compared,
            Target::ALL.len(),
            self.refused,
            self.beyond
        )
        .unwrap();
    }
}

fn options(version: Version, now: &str) -> Options {
    Options { version, ..Options::new(now.parse().unwrap()) }
}

/// Every vector of this repository, and of the folder beside it when there is one.
fn vectors() -> Vec<Value> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["tests/conformance", "../shared/conformance"].map(|folder| repository.join(folder));
    let files =
        folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().map(|entry| entry.unwrap().path());
    files
        .filter(|file| file.extension().is_some_and(|extension| extension == "json"))
        .flat_map(|file| {
            let vectors: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
            vectors["cases"].as_array().expect("a list of cases").clone()
        })
        .collect()
}

#[test]
fn schemas_say_of_every_vector_what_the_core_does() {
    let mut tally = Tally::default();
    for version in VERSIONS {
        let validators = validators(version);
        for vector in vectors().iter().filter(|vector| vector["version"] == version.id()) {
            let body =
                vector.get("body").map_or_else(|| vector["request"].to_string(), |body| body.as_str().unwrap().into());
            tally.compare(version, &validators, &body, &options(version, vector["now"].as_str().unwrap()));
        }
    }
    tally.finish("vectors");
    assert!(tally.compared > 200);
    for rule in Rule::ALL.iter().filter(|rule| coverage(**rule) != Coverage::None) {
        assert!(tally.alone.contains_key(rule.id()), "no vector breaks {rule} alone of the rules that are covered");
    }
}

#[test]
fn schemas_say_of_generated_requests_what_the_core_does() {
    for version in VERSIONS {
        let mut tally = Tally::default();
        let (validators, options) = (validators(version), options(version, "2026-01-13T12:00:00Z"));
        let mut runner = TestRunner::deterministic();
        while tally.compared < GENERATED {
            let tree = trees::request().new_tree(&mut runner).unwrap().current();
            tally.compare(version, &validators, &tree.without_repeats().to_string(), &options);
        }
        tally.finish(&format!("generated requests of {}", version.id()));
        assert!((500..9500).contains(&tally.refused), "{} are refused", tally.refused);
    }
}

#[test]
fn schemas_are_what_their_meta_schemas_want() {
    for version in VERSIONS {
        for target in [Target::Draft202012, Target::Draft07] {
            let schema: Value = serde_json::from_str(&json_schema(version, target).to_string()).unwrap();
            assert!(jsonschema::meta::is_valid(&schema), "{} {}", version.id(), target.id());
        }
    }
}

#[test]
fn a_schema_names_the_rules_that_it_covers() {
    for version in VERSIONS {
        let schema: Value = serde_json::from_str(&json_schema(version, Target::Draft202012).to_string()).unwrap();
        let comment = schema["$comment"].as_str().unwrap();
        let named: Vec<&str> = comment.split_once("rules: ").unwrap().1.split(", ").collect();
        for rule in Rule::ALL {
            let (scope, id) = (rule.info().scope, rule.id());
            let holds = scope.starts_with("all") || scope.contains(version.id());
            let name = match coverage(*rule) {
                Coverage::At(field) => format!("{id} (at {field})"),
                _ => id.to_owned(),
            };
            assert_eq!(named.contains(&name.as_str()), holds && coverage(*rule) != Coverage::None, "{name}");
        }
    }
}

/// Rules that a schema does not say are named where they would be reported.
#[test]
fn a_schema_names_the_rules_that_it_does_not_say() {
    for version in VERSIONS {
        let schema = json_schema(version, Target::OpenApi30).to_string();
        for rule in Rule::ALL.iter().filter(|rule| coverage(**rule) != Coverage::Whole) {
            let scope = rule.info().scope;
            let holds = scope.starts_with("all") || scope.contains(version.id());
            assert_eq!(schema.contains(&format!("`{rule}`, ")), holds, "{rule} in {}", version.id());
        }
    }
}

#[test]
fn the_examples_have_no_error_and_no_warning() {
    for version in VERSIONS {
        let schema: Value = serde_json::from_str(&json_schema(version, Target::Draft202012).to_string()).unwrap();
        let examples = schema["examples"].as_array().unwrap();
        assert!(examples.len() > 1);
        for example in examples {
            let report = validate_json(example.to_string(), &options(version, "2026-01-13T12:00:00Z"));
            assert_eq!(report.violations().count(), 0, "{report}");
        }
    }
}

#[test]
fn both_ways_of_writing_say_the_same() {
    let schema = json_schema(Version::V2, Target::Draft07);
    let [line, indented] = [schema.to_string(), format!("{schema:#}")];
    assert_eq!(line.lines().count(), 1);
    assert!(indented.starts_with("{\n  \"$schema\": "));
    let [line, indented] = [line, indented].map(|text| serde_json::from_str::<Value>(&text).unwrap());
    assert_eq!(line, indented);
}

#[test]
fn descriptions_hold_no_rust() {
    for version in VERSIONS {
        let schema = json_schema(version, Target::OpenApi30).to_string();
        for rust in ["::", "[`", "struct ", "crate"] {
            assert!(!schema.contains(rust), "{rust}");
        }
    }
}
