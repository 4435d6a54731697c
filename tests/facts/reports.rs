//! Reports with every rule: of the vectors, of the examples in the catalogue, and of answers.

use std::fs;
use std::path::Path;

use fintoc_preflight::session::{parse_checkout_session, parse_event};
use fintoc_preflight::{
    Example, Loss, Losses, Options, Path as Place, Report, Rule, Segment, Version, validate_json, validate_lossy,
};
use serde_json::Value;

pub(crate) fn reports() -> Vec<Report> {
    let folders = ["tests/conformance", "../shared/conformance-2nd"]
        .map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    let vectors = folders.iter().filter(|folder| folder.is_dir()).flat_map(|folder| vectors(folder));
    let examples = Rule::ALL.iter().filter_map(|rule| match rule.info().invalid {
        Example::Body { version, body } => Some(validate_json(body, &options().version(version))),
        Example::Words(_) => None,
    });
    let deep = "[".repeat(128);
    let bodies: Vec<Report> = BODIES
        .iter()
        .copied()
        .chain([deep.as_str()])
        .map(|body| validate_json(body, &options().max_bytes(300)))
        .collect();
    let not_utf8 = validate_json(b"\"\xff\"", &options());
    vectors.chain(examples).chain(bodies).chain([not_utf8]).chain(losses()).chain(answers()).collect()
}

fn options() -> Options {
    Options::new("2026-01-13T12:00:00Z".parse().unwrap())
}

fn vectors(folder: &Path) -> Vec<Report> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = files.filter(|file| file.extension().is_some_and(|extension| extension == "json"));
    let cases = texts.flat_map(|file| {
        let vectors: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        vectors["cases"].as_array().unwrap().clone()
    });
    cases.map(|vector| report(&vector)).collect()
}

fn report(vector: &Value) -> Report {
    let body =
        vector.get("body").map_or_else(|| vector["request"].to_string(), |body| body.as_str().unwrap().to_owned());
    let version: Version = vector["version"].as_str().unwrap().parse().unwrap();
    let now = vector["now"].as_str().unwrap().parse().unwrap();
    validate_json(body, &Options::new(now).version(version))
}

/// Requests with facts that no vector has.
const BODIES: &[&str] =
    &["", "\u{feff}{}", "{\"a\": \"\u{1}\"}", r#"{"a": "\x"}"#, r#"{"a": "\ud83d"}"#, r#"{"a": 1e999}"#, "{} {}", "[]"];

/// The reports on values of which something is lost, at a field and at a name of the request's own; and of a value with
/// half of a surrogate pair.
fn losses() -> Vec<Report> {
    let ids = ["function", "symbol", "undefined", "not_finite", "invalid_date", "map", "set", "promise"];
    let bodies = ["form_data", "url_search_params", "request", "response"];
    let place =
        |names: &[&str]| -> Place { names.iter().map(|name| (*name).to_owned().into()).map(Segment::Key).collect() };
    let paths = [place(&[]), place(&["amount"]), place(&["metadata", "order"])];
    let listed =
        |path: &Place| ids.iter().chain(&bodies).map(|id| (path.clone(), Loss::from_id(id).unwrap())).collect();
    let lost = paths.iter().map(|path| Losses { listed: listed(path), ..Losses::default() });
    let lone_surrogate = Losses { lone_surrogate: Some(place(&["amount"])), ..Losses::default() };
    let broken = validate_lossy(r#"{"amount": "\ud83d"}"#, lone_surrogate, &options());
    lost.map(|losses| validate_lossy("{}", losses, &options())).chain([broken]).collect()
}

/// The reports on answers.
fn answers() -> Vec<Report> {
    let options = options().max_bytes(300);
    let bodies = [
        "{".to_owned(),
        " ".repeat(301),
        "[]".to_owned(),
        "{}".to_owned(),
        r#"{"error": {"code": "invalid_integer"}}"#.to_owned(),
        r#"{"id": "cus_1", "object": "customer", "amount": 0.5, "currency": 1, "customer": []}"#.to_owned(),
        r#"{"id": 1, "id": 2, "object": "event", "type": "a", "data": {"object": 1}}"#.to_owned(),
        r#"{"id": "cs_1", "object": "checkout_session", "status": "created", "line_items": [0], "metadata": {"a": 1, "a": 2}}"#.to_owned(),
        r#"{"id": "evt_1", "object": "event", "type": "payment_intent.failed", "data": {"id": 1, "object": "payment_intent"}}"#.to_owned(),
    ];
    let reports = bodies.iter().flat_map(|body| {
        let session = parse_checkout_session(body, &options).map_or_else(|report| report, |parsed| parsed.report);
        let event = parse_event(body, &options).map_or_else(|report| report, |parsed| parsed.report);
        [session, event]
    });
    reports.collect()
}
