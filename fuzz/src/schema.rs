//! Requests that are nearly right, with the core and with the JSON Schema made from it.

use std::sync::LazyLock;

use arbitrary::Unstructured;
use fintoc_preflight::schema::{Coverage, Target, coverage, json_schema};
use fintoc_preflight::{Rule, Version, Violation, validate_json};
use fintoc_preflight_generator::Pool;
use jsonschema::{Draft, Validator};
use serde_json::Value;

use crate::options;

static POOL: LazyLock<Pool> = LazyLock::new(Pool::load);

static V1: LazyLock<Validator> = LazyLock::new(|| validator(Version::V1));
static V2: LazyLock<Validator> = LazyLock::new(|| validator(Version::V2));

fn validator(version: Version) -> Validator {
    let schema = serde_json::from_str(&json_schema(version, Target::Draft202012).to_string()).expect("JSON");
    jsonschema::options().with_draft(Draft::Draft202012).build(&schema).expect("a schema")
}

/// Checks a generated request with every invariant of its report, and with the schema: it refuses the request exactly if
/// a rule is violated that it covers.
pub fn check(bytes: &[u8]) {
    let mut bytes = Unstructured::new(bytes);
    let version = if bytes.ratio(1, 3).unwrap_or_default() { Version::V1 } else { Version::V2 };
    let Ok(mut body) = POOL.request(version.as_str(), &mut bytes) else { return };
    let report = validate_json(&body, &options(version));
    let is_beyond = |violation: &Violation| matches!(violation.rule(), Rule::JsonSyntax | Rule::DuplicateKey);
    if !report.iter().any(is_beyond) {
        let request: Value = serde_json::from_str(&body).expect("JSON");
        let covered: Vec<&Violation> = report.iter().filter(|it| coverage(it.rule()).includes(it)).collect();
        // No pattern sees the characters from U+E0000 on.
        let is_in_part = body.contains(|character| ('\u{e0000}'..='\u{e0fff}').contains(&character))
            && covered.iter().all(|violation| coverage(violation.rule()) == Coverage::Part);
        if !is_in_part {
            let validator = if version == Version::V1 { &V1 } else { &V2 };
            assert_eq!(validator.is_valid(&request), covered.is_empty(), "{} {covered:?} {body}", version.as_str());
        }
    }
    // Blanks at the end set the version that the text is validated for.
    while crate::version_of(body.as_bytes()) != version {
        body.push(' ');
    }
    crate::report::check(body.as_bytes());
}
