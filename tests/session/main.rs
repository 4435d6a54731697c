//! Reads sessions and events, and compares sessions with requests.

mod compare;
mod read;

use fintoc_preflight::session::{CheckoutSession, Event, Parsed, parse_checkout_session, parse_event};
use fintoc_preflight::{Options, Report, Violation};
use serde_json::{Value, json};

const SESSION: &str = include_str!("session.json");

fn options() -> Options {
    Options::new("2026-01-13T12:00:00Z".parse().unwrap())
}

fn strict() -> Options {
    options().strict(true)
}

/// A session that is as documented.
fn session(text: &str) -> CheckoutSession {
    let Parsed { value, report, .. } = parse_checkout_session(text, &options()).unwrap();
    assert_eq!(report, Report::default());
    value
}

/// An event that is as documented.
fn event(text: &str) -> Event {
    let Parsed { value, report, .. } = parse_event(text, &options()).unwrap();
    assert_eq!(report, Report::default());
    value
}

/// `SESSION` with some fields set, or, to `null`, taken out.
fn session_with(fields: &Value) -> String {
    with(serde_json::from_str(SESSION).unwrap(), fields)
}

fn with(mut value: Value, fields: &Value) -> String {
    let object = value.as_object_mut().unwrap();
    for (name, value) in fields.as_object().unwrap() {
        if value.is_null() {
            object.remove(name)
        } else {
            object.insert(name.clone(), value.clone())
        };
    }
    value.to_string()
}

/// A value without the members that are `null`, which a typed answer does not have.
fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name, without_nulls(value)))
            .collect(),
        Value::Array(elements) => elements.into_iter().map(without_nulls).collect(),
        other => other,
    }
}

/// A JSON text without the members that are `null`.
fn read(text: &str) -> Value {
    without_nulls(serde_json::from_str(text).unwrap())
}

/// The rules of some violations, each with its path.
fn found(violations: &[Violation]) -> Vec<String> {
    violations.iter().map(|violation| format!("{} {}", violation.rule(), violation.param())).collect()
}

fn event_of(r#type: &str, data: &Value) -> String {
    json!({"id": "evt_1", "object": "event", "data": data, "type": r#type}).to_string()
}
