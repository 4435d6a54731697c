//! Requests and reports in and out of serde's formats.

use fintoc_preflight::request::{Integer, Metadata};
use fintoc_preflight::{
    CheckoutSessionRequest, CheckoutSessionRequestV1, Currency, Field, Flow, Json, Options, Report, Version,
    validate_json,
};
use serde_json::{Value, json};

const NEARLY_RIGHT: &str = r#"{"amount":"350000","currency":"CLP","flow":null,"line_items":[7,null,{"quantity":1.5,"qty":2}],
    "metadata":{"a":1,"a":{"b":[]}},"ui_mode":"embeded","colour":{"red":1,"red":2},"currency":"MXN","colour":null}"#;

fn options(version: Version) -> Options {
    Options { version, ..Options::new("2026-01-13T12:00:00Z".parse().unwrap()) }
}

#[test]
fn a_request_with_malformed_fields_is_deserialized() {
    let request: CheckoutSessionRequest<'static> = serde_json::from_str(NEARLY_RIGHT).unwrap();
    assert_eq!(request.amount, Field::Malformed("350000".into()));
    assert_eq!(request.currency, Currency::Clp.into());
    assert_eq!(request.flow, Field::Null);
    assert_eq!(request.ui_mode, Field::Malformed("embeded".into()));
    assert_eq!(request.success_url, Field::Absent);
    let items = request.line_items.value().unwrap();
    assert_eq!(items[..2], [Field::Malformed(7.into()), Field::Null]);
    let item = items[2].value().unwrap();
    assert_eq!(item.quantity, Field::Malformed(1.5.into()));
    assert_eq!(item.unknown.iter().collect::<Vec<_>>(), [("qty", &Json::from(2))]);
}

#[test]
fn names_that_are_unknown_or_repeated_are_kept() {
    let request: CheckoutSessionRequest<'static> = serde_json::from_str(NEARLY_RIGHT).unwrap();
    let unknown: Vec<(&str, &str)> = request.unknown.iter().map(|(name, value)| (name, value.as_str())).collect();
    assert_eq!(unknown, [("colour", r#"{"red":1,"red":2}"#), ("currency", "\"MXN\""), ("colour", "null")]);
    let metadata: Vec<(&str, &str)> = request
        .metadata
        .value()
        .into_iter()
        .flat_map(Metadata::iter)
        .map(|(name, value)| (name, value.as_str()))
        .collect();
    assert_eq!(metadata, [("a", "1"), ("a", r#"{"b":[]}"#)]);
}

#[test]
fn a_deserialized_request_is_validated_as_its_text() {
    let request: CheckoutSessionRequest<'static> = serde_json::from_str(NEARLY_RIGHT).unwrap();
    let options_v2 = options(Version::V2);
    assert_eq!(request.validate(&options_v2), validate_json(NEARLY_RIGHT, &options_v2));
    let request: CheckoutSessionRequestV1<'static> = serde_json::from_str(NEARLY_RIGHT).unwrap();
    let options_v1 = options(Version::V1);
    assert_eq!(request.validate(&options_v1), validate_json(NEARLY_RIGHT, &options_v1));
}

#[test]
fn a_deserialized_request_borrows_nothing() {
    let text = String::from(r#"{"customer":"cus_1"}"#);
    let request: CheckoutSessionRequest<'static> = serde_json::from_str(&text).unwrap();
    drop(text);
    assert_eq!(request.customer, "cus_1".into());
}

#[test]
fn a_request_is_deserialized_from_bytes_readers_and_values() {
    let value = json!({"amount": 1000, "currency": "CLP", "flow": "payment", "x": [1, 2.5, "ñ", null, {}]});
    let text = value.to_string();
    let from_str: CheckoutSessionRequest<'static> = serde_json::from_str(&text).unwrap();
    assert_eq!(from_str.flow, Flow::Payment.into());
    assert_eq!(serde_json::from_slice(text.as_bytes()).ok(), Some(from_str.clone()));
    assert_eq!(serde_json::from_reader(text.as_bytes()).ok(), Some(from_str.clone()));
    assert_eq!(serde_json::from_value(value.clone()).ok(), Some(from_str.clone()));
    assert_eq!(serde_json::to_value(&from_str).unwrap(), value);
}

#[test]
fn a_value_goes_round() {
    let every_field: Value = serde_json::from_str(NEARLY_RIGHT).unwrap();
    let request: CheckoutSessionRequest<'static> = serde_json::from_value(every_field.clone()).unwrap();
    // A `Value` has kept the last of what is repeated, and so has the request.
    assert_eq!(serde_json::to_value(&request).unwrap(), every_field);
    assert_eq!(request.currency, Currency::Mxn.into());
}

#[test]
fn a_request_is_serialized_as_it_would_be_sent() {
    let request = CheckoutSessionRequest {
        amount: 350_000.into(),
        currency: Currency::Clp.into(),
        flow: Field::Null,
        payment_method_types: ["card"].into(),
        ..CheckoutSessionRequest::default()
    };
    let text = r#"{"amount":350000,"currency":"CLP","flow":null,"payment_method_types":["card"]}"#;
    assert_eq!(serde_json::to_string(&request).unwrap(), text);
    assert_eq!(serde_json::to_string(&request).unwrap(), request.to_json());
    let of_version_1 = CheckoutSessionRequestV1 { amount: 1.into(), ..CheckoutSessionRequestV1::default() };
    assert_eq!(serde_json::to_string(&of_version_1).unwrap(), r#"{"amount":1}"#);
    assert_eq!(
        serde_json::to_string_pretty(&of_version_1).unwrap(),
        "{\n  \"amount\": 1\n}",
        "the format is the serializer's"
    );
}

#[test]
fn a_request_is_a_part_of_other_types() {
    let order = json!({"id": 7, "session": {"amount": 350_000, "currency": "clp"}, "none": null});
    let sessions: std::collections::BTreeMap<String, Value> = serde_json::from_value(order).unwrap();
    let session: CheckoutSessionRequest<'static> = serde_json::from_value(sessions["session"].clone()).unwrap();
    assert_eq!(session.amount, Field::Value(Integer::from(350_000)));
    let sessions: Vec<CheckoutSessionRequest<'static>> = serde_json::from_str(r#"[{}, {"amount": 1}]"#).unwrap();
    assert_eq!(serde_json::to_string(&sessions).unwrap(), r#"[{},{"amount":1}]"#);
}

#[test]
fn numbers_are_the_same_in_every_spelling() {
    for (text, is_integer) in
        [("1000.0", true), ("1e3", true), ("-0", true), ("9007199254740992", false), ("1.5", false)]
    {
        let request: CheckoutSessionRequest<'static> =
            serde_json::from_str(&format!(r#"{{"amount":{text}}}"#)).unwrap();
        assert_eq!(request.amount.value().is_some(), is_integer, "{text}");
    }
}

#[test]
fn only_an_object_is_a_request() {
    for text in ["null", "[]", "7", "\"{}\"", "true"] {
        let error = serde_json::from_str::<CheckoutSessionRequest<'_>>(text).unwrap_err();
        assert!(error.is_data() && !error.to_string().contains(text), "{error}");
        assert!(serde_json::from_str::<CheckoutSessionRequestV1<'_>>(text).is_err());
    }
}

#[test]
fn a_fault_of_syntax_has_its_place() {
    let error = serde_json::from_str::<CheckoutSessionRequest<'_>>("{\n  \"amount\": 1,\n}").unwrap_err();
    assert_eq!((error.line(), error.column()), (3, 1));
    assert!(serde_json::from_str::<CheckoutSessionRequest<'_>>(&"[".repeat(1_000_000)).is_err());
}

#[test]
fn a_report_is_serialized_as_its_json() {
    let report = validate_json(NEARLY_RIGHT, &options(Version::V2));
    assert_eq!(serde_json::to_string(&report).unwrap(), report.to_json());
    let value = serde_json::to_value(&report).unwrap();
    assert_eq!(value["valid"], false);
    assert_eq!(value["errors"][0]["rule"], "type");
    assert_eq!(value["errors"][0]["path"], json!(["amount"]));
    assert_eq!(value["errors"][0]["suggestion"], 350_000);
    let members: Vec<&String> = value["errors"][0].as_object().unwrap().keys().collect();
    assert_eq!(members, ["rule", "level", "code", "path", "param", "message", "suggestion", "facts"]);
    let none = r#"{"valid":true,"errors":[],"warnings":[]}"#;
    assert_eq!(serde_json::to_string(&Report::default()).unwrap(), none);
}
