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
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

const VERSIONS: [Version; 2] = [Version::V1, Version::V2];

/// The number of requests generated for each version.
const GENERATED: usize = 10_000;

/// The number of texts generated for each form and version.
const TEXTS: usize = 3_000;

/// The dialects that the validator knows. OpenAPI 3.0 is draft 4 with `nullable`, which is rewritten here.
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

/// Rewrites `nullable` as a type: the one keyword of OpenAPI 3.0 that these schemas use and JSON Schema lacks.
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

/// Counts of a comparison of the schemas with the core.
#[derive(Debug, Default)]
struct Tally {
    compared: usize,
    refused: usize,
    /// Texts that a schema cannot validate: those that are not JSON, and those that repeat names.
    beyond: usize,
    /// Requests that break nothing but rules that are covered in part, and hold the characters that patterns let pass.
    in_part: usize,
    disagreements: Vec<String>,
    /// The rules that alone made the schemas refuse a request.
    alone: BTreeMap<&'static str, usize>,
}

/// True if a text in a value holds one of the characters that patterns let pass.
fn holds_tags(value: &Value) -> bool {
    match value {
        Value::String(text) => text.chars().any(|character| ('\u{e0000}'..='\u{e0fff}').contains(&character)),
        Value::Array(elements) => elements.iter().any(holds_tags),
        Value::Object(members) => members.values().any(holds_tags),
        _ => false,
    }
}

impl Tally {
    /// Compares the verdict of every dialect on a request with that of the core.
    fn compare(&mut self, version: Version, validators: &[(Target, Validator)], body: &str, options: &Options) {
        let report = validate_json(body, options);
        if report.errors.iter().any(|error| {
            matches!(error.rule(), Rule::JsonSyntax | Rule::BodySize | Rule::NotSerializable | Rule::DuplicateKey)
        }) {
            self.beyond += 1;
            return;
        }
        let request: Value = serde_json::from_str(body).expect("JSON");
        let covered: Vec<&Violation> =
            report.iter().filter(|violation| coverage(violation.rule()).includes(violation)).collect();
        let is_certain = |violation: &&Violation| coverage(violation.rule()) != Coverage::Part || !holds_tags(&request);
        if !covered.is_empty() && !covered.iter().any(is_certain) {
            self.in_part += 1;
            return;
        }
        for (target, validator) in validators {
            if validator.is_valid(&request) != covered.is_empty() {
                let rules: Vec<&str> = covered.iter().map(|violation| violation.rule().as_str()).collect();
                self.disagreements.push(format!("{} {}: {rules:?} in {body}", version.as_str(), target.as_str()));
            }
        }
        self.compared += 1;
        self.refused += usize::from(!covered.is_empty());
        if let Some(first) = covered.first().filter(|first| covered.iter().all(|other| other.rule() == first.rule())) {
            *self.alone.entry(first.rule().as_str()).or_default() += 1;
        }
    }

    fn finish(&self, what: &str) {
        assert!(
            self.disagreements.is_empty(),
            "{} disagreements\n{}",
            self.disagreements.len(),
            self.disagreements[..self.disagreements.len().min(10)].join("\n")
        );
        // Written past the test runner, which captures printed text.
        let mut out = io::stdout().lock();
        writeln!(
            out,
            "{what}: {} compared in {} dialects, {} of them refused; {} beyond schemas, {} covered in part; 0 disagreements",
            self.compared,
            Target::ALL.len(),
            self.refused,
            self.beyond,
            self.in_part
        )
        .unwrap();
    }
}

fn options(version: Version, now: &str) -> Options {
    Options::new(now.parse().unwrap()).version(version)
}

/// Every vector of this repository, and of the folder beside it when there is one.
fn vectors() -> Vec<Value> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["tests/conformance", "../shared/conformance-2nd"].map(|folder| repository.join(folder));
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
fn schemas_agree_with_the_core_on_every_vector() {
    let mut tally = Tally::default();
    for version in VERSIONS {
        let validators = validators(version);
        for vector in vectors().iter().filter(|vector| vector["version"] == version.as_str()) {
            let body =
                vector.get("body").map_or_else(|| vector["request"].to_string(), |body| body.as_str().unwrap().into());
            tally.compare(version, &validators, &body, &options(version, vector["now"].as_str().unwrap()));
        }
    }
    tally.finish("vectors");
    assert!(tally.compared > 200);
    for rule in Rule::ALL.iter().filter(|rule| coverage(**rule) != Coverage::None) {
        assert!(
            tally.alone.contains_key(rule.as_str()),
            "no vector violates {rule} alone of the rules that are covered"
        );
    }
}

#[test]
fn schemas_agree_with_the_core_on_generated_requests() {
    for version in VERSIONS {
        let mut tally = Tally::default();
        let (validators, options) = (validators(version), options(version, "2026-01-13T12:00:00Z"));
        let mut runner = TestRunner::deterministic();
        while tally.compared < GENERATED {
            let tree = trees::request().new_tree(&mut runner).unwrap().current();
            tally.compare(version, &validators, &tree.without_repeats().to_string(), &options);
        }
        tally.finish(&format!("generated requests of {}", version.as_str()));
        assert!((500..9500).contains(&tally.refused), "{} are refused", tally.refused);
    }
}

/// Text of pieces, one from each list in turn, mostly the first of it; with a character put in at times.
fn text_of(pieces: &[&'static str], odd: &'static str) -> BoxedStrategy<String> {
    let piece = |list: &&'static str| {
        let list: Vec<&str> = list.split(' ').collect();
        prop_oneof![3 => Just(list[0]), 1 => select(list)]
    };
    let pieces: Vec<_> = pieces.iter().map(piece).collect();
    let odd = select(odd.chars().collect::<Vec<_>>());
    (pieces, prop_oneof![3 => Just(None), 1 => (any::<Index>(), odd).prop_map(Some)])
        .prop_map(|(pieces, odd)| {
            let mut characters: Vec<char> = pieces.concat().chars().collect();
            if let Some((at, character)) = odd {
                characters.insert(at.index(characters.len() + 1), character);
            }
            characters.into_iter().collect()
        })
        .boxed()
}

/// Texts that nearly have the form of a field.
fn urls() -> BoxedStrategy<String> {
    let address = text_of(
        &[
            "https http HTTPS Http myapp javascript DATA view-source a+b-1. 1a ",
            ":// : :/ /",
            " u@ u:p@ u@v@ 1.2@ {}@",
            "a.cl localhost 1.2.3.4 1.2.3.4. 1.2.3 256.1.1.1 1.2.3.04 a.1 a.1. a.1.. a.0xf a.0xg 0x . a..b 09 ñ.cl ａ.cl \
             undefined [::] [1::] [::1.2.3.4] [1:2:3:4:5:6:7:8] [1:2:3:4:5:6:7::] [1:2:3:4:5:6:1.2.3.4] [1::2:3:4:5:1.2.3.4] \
             [1:2:3:4:5:6:7] [1:2:3:4:5:6:7:8:9] [1::2::3] [1:2:3:4:5:6:7:8::] [12345::] [::1.2.3] [g::] [::1 ::1 a%b [a]",
            " : :0 :80 :65535 :65536 :99999 :00080 :000080 :x :8:0",
            " / /ok ?a=1 #b \\ok /{id} //a@b:c",
        ],
        " \t@:.[]{}%/\\?#\0\u{7f}\u{85}\u{a0}\u{ad}\u{200b}\u{200d}\u{202e}\u{fe0f}\u{feff}\u{fffd}\u{ffff}\u{3164}ñ×＠。·\u{e0041}😀",
    );
    let ipv6 = "(:?[0-9a-f]{1,4}|::|(:1\\.2\\.3\\.4)){1,9}".prop_map(|address| format!("https://[{address}]"));
    prop_oneof![4 => address, 1 => ipv6].boxed()
}

fn emails() -> BoxedStrategy<String> {
    text_of(
        &[
            "ana ana.maria+1 .a. !#$%&'*+/=?^_`{|}~- ñandú ",
            "@ @ @ @@ ",
            "a b-c -a a- a_b ñ 実례 · ａ ",
            ". . .. ",
            "cl com c-l 1 ß ",
        ],
        "@.-_ \t\u{7f}\u{80}\u{b6}\u{b7}\u{b8}\u{d7}\u{f7}\u{ad}\u{200b}\u{2070}\u{2100}\u{2150}\u{3003}\u{3005}\u{fe20}\u{fe6f}\u{fe70}\u{ff20}\u{ff21}\u{ffdf}\u{ffe0}\u{e0041}😀",
    )
}

fn dates() -> BoxedStrategy<String> {
    text_of(
        &[
            "2026 2024 2000 1900 0000 9999 20260",
            "- - -- ",
            "01 02 04 12 13 00 1",
            "-28 -29 -30 -31 -32 -00",
            "T T T t _ ",
            "12:30 23:59 24:00 00:00 9:30 12:60 12 ",
            ":00 :59 :60 :5 ",
            " .5 ,5 .123456789012 . ",
            "Z z +00:00 -0330 +23 +24:00 -00:60 +0 +0:00  Z",
        ],
        "0:-+.,TtZz \u{661}−",
    )
}

fn tax_ids() -> BoxedStrategy<String> {
    let rut = text_of(
        &[" 0 00000 000000000 .- ", "1 12.345.678 123456789 00000000 1.2 ", "- . .- -- ", "5 k K ñ ", " - . -. .-"],
        "0123Kk.- ,\u{a0}",
    );
    let rfc = text_of(
        &["GOD GODE Ñ&A ñña GO-D G1D ", "561231 560229 561301 561232 56-12-31 5612", "GR8 gr8 G-R8 GRÑ GR "],
        "A0-Ñ& .",
    );
    prop_oneof![rut, rfc].boxed()
}

#[test]
fn patterns_agree_with_the_core_on_texts() {
    for version in VERSIONS {
        let (validators, options) = (validators(version), options(version, "2026-01-13T12:00:00Z"));
        let item = |image_url: &str| {
            json!({"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 1000,
                "product_data": {"name": "Pan", "image_url": image_url}}})
        };
        let customer = if version == Version::V1 { "customer" } else { "customer_data" };
        let with = |name: &str, value: Value| {
            let mut request = json!({"currency": "CLP", "success_url": "https://a.cl", "cancel_url": "https://a.cl"});
            request["amount"] = if name == "line_items" { Value::Null } else { 1000.into() };
            request[name] = value;
            request.to_string()
        };
        let tax_id =
            move |r#type: &str, value: String| with(customer, json!({"tax_id": {"type": r#type, "value": value}}));
        let requests: [(&str, BoxedStrategy<String>); 6] = [
            ("redirect URLs", urls().prop_map(move |url| with("success_url", url.into())).boxed()),
            ("image URLs", urls().prop_map(move |url| with("line_items", vec![item(&url)].into())).boxed()),
            ("e-mail addresses", emails().prop_map(move |email| with("customer_email", email.into())).boxed()),
            ("dates", dates().prop_map(move |date| with("expires_at", date.into())).boxed()),
            ("RUTs", tax_ids().prop_map(move |value| tax_id("cl_rut", value)).boxed()),
            ("RFCs", tax_ids().prop_map(move |value| tax_id("mx_rfc", value)).boxed()),
        ];
        for (what, requests) in requests {
            let mut tally = Tally::default();
            let mut runner = TestRunner::deterministic();
            while tally.compared < TEXTS {
                tally.compare(version, &validators, &requests.new_tree(&mut runner).unwrap().current(), &options);
            }
            tally.finish(&format!("{what} of {}", version.as_str()));
            let accepted = tally.compared - tally.refused;
            assert!(accepted > TEXTS / 20 && tally.refused > TEXTS / 20, "{what}: {accepted} are accepted");
        }
    }
}

#[test]
fn schemas_are_valid_against_their_meta_schemas() {
    for version in VERSIONS {
        for target in [Target::Draft202012, Target::Draft07] {
            let schema: Value = serde_json::from_str(&json_schema(version, target).to_string()).unwrap();
            assert!(jsonschema::meta::is_valid(&schema), "{} {}", version.as_str(), target.as_str());
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
            let (applies, id) = (rule.info().scope.versions.contains(&version), rule.as_str());
            let name = match coverage(*rule) {
                Coverage::At(field) => format!("{id} (at {field})"),
                Coverage::Part => format!("{id} (in part)"),
                _ => id.to_owned(),
            };
            assert_eq!(named.contains(&name.as_str()), applies && coverage(*rule) != Coverage::None, "{name}");
        }
    }
}

/// Rules that a schema does not express are named in the description of their fields.
#[test]
fn a_schema_names_the_rules_that_it_does_not_say() {
    for version in VERSIONS {
        let schema = json_schema(version, Target::OpenApi30).to_string();
        for rule in Rule::ALL.iter().filter(|rule| coverage(**rule) != Coverage::Whole) {
            let applies = rule.info().scope.versions.contains(&version);
            assert_eq!(schema.contains(&format!("`{rule}`, ")), applies, "{rule} in {}", version.as_str());
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
            assert_eq!(report.iter().count(), 0, "{report}");
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
        let schema: Value = serde_json::from_str(&json_schema(version, Target::OpenApi30).to_string()).unwrap();
        let mut descriptions = Vec::new();
        collect_descriptions(&schema, &mut descriptions);
        assert!(descriptions.len() > 50);
        for description in descriptions {
            for rust in ["::", "[`", "struct ", "crate"] {
                assert!(!description.contains(rust), "{rust} in {description}");
            }
        }
    }
}

fn collect_descriptions<'v>(schema: &'v Value, descriptions: &mut Vec<&'v str>) {
    match schema {
        Value::Object(members) => {
            descriptions.extend(members.get("description").and_then(Value::as_str));
            members.values().for_each(|member| collect_descriptions(member, descriptions));
        }
        Value::Array(elements) => elements.iter().for_each(|element| collect_descriptions(element, descriptions)),
        _ => {}
    }
}
