//! `--format sarif`: one log of SARIF 2.1.0 for all requests, as code scanning reads it.

use std::fmt::Write;

use fintoc_preflight::{Level, Locale, Report, Rule};
use serde_json::{Value, json};

use crate::findings::Finding;
use crate::request::Request;

/// Returns the log up to its first result.
pub(crate) fn start(locale: Locale) -> String {
    let rules: Vec<Value> = Rule::ALL.iter().map(|rule| descriptor(*rule, locale)).collect();
    let driver = json!({ "name": "fintoc-preflight", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    format!(
        "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\
         \"tool\":{{\"driver\":{driver}}},\"columnKind\":\"unicodeCodePoints\",\"results\":["
    )
}

fn descriptor(rule: Rule, locale: Locale) -> Value {
    json!({
        "id": rule.as_str(),
        "shortDescription": { "text": rule.describe(locale).when },
        "defaultConfiguration": { "level": level(rule.info().level) },
    })
}

/// Returns the results of a request, each after a comma and an LF. The first of the log goes without its comma.
pub(crate) fn results(report: &Report, request: &Request<'_>) -> String {
    let mut results = String::new();
    for finding in Finding::all(report, request, usize::MAX) {
        let _ = write!(results, ",\n{}", result(finding, request));
    }
    results
}

fn result(finding: Finding, request: &Request<'_>) -> Value {
    let Finding { level: found, rule, line, column, param, message } = finding;
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": request.uri },
            "region": { "startLine": line, "startColumn": column },
        },
    });
    if let (false, Some(location)) = (param.is_empty(), location.as_object_mut()) {
        location.insert("logicalLocations".into(), json!([{ "fullyQualifiedName": param }]));
    }
    json!({
        "ruleId": rule.as_str(),
        "ruleIndex": Rule::ALL.iter().position(|other| *other == rule),
        "level": level(found),
        "message": { "text": message },
        "locations": [location],
    })
}

/// The end of the log, after its last result.
pub(crate) const END: &str = "]}]}\n";

const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
    }
}
