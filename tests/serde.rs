//! Requests and reports in and out of serde's formats.

use fintoc_preflight::request::{LineItem, PaymentMethodType, UiMode};
use fintoc_preflight::{
    CheckoutSessionRequest, CheckoutSessionRequestV1, Currency, Flow, Options, Report, Rule, Version, parse_json,
    validate_json,
};
use serde_json::{Value, json};

/// Every field of version 2, in the order of the model, and unknown names.
const EVERY_FIELD: &str = concat!(
    r#"{"amount":1,"business_profile":{"category":"009613","name":"Tienda","tax_id":"1-9"},"#,
    r#""cancel_url":"https://a.cl","currency":"CLP","customer":"cus_1","#,
    r#""customer_data":{"tax_id":{"type":"cl_rut","value":"1-9"},"name":"Ana","email":"ana@a.cl","metadata":{"a":[1.5]}},"#,
    r#""customer_email":"ana@a.cl","expires_at":"2026-01-14T12:00:00Z","flow":"payment","#,
    r#""line_items":[{"quantity":1,"price_data":{"currency":"CLP","unit_amount":1,"#,
    r#""product_data":{"name":"Pan","image_url":"https://a.cl/b"},"product":"prod_1","#,
    r#""recurring":{"interval":"month","interval_count":1}},"price":"price_1"}],"#,
    r#""metadata":{"b":1,"a":null,"c":{"d":[]}},"payment_method":"pm_1","#,
    r#""payment_method_options":{"bank_transfer":{"#,
    r#""recipient_account":{"holder_id":"1-9","institution_id":"cl_a","number":"1","type":"checking_account"},"#,
    r#""sender_account":{"holder_id":{"value":"1-9","editable":true},"institution_id":"cl_a","number":"1","#,
    r#""type":"vista"}},"card":{"types":["debit","amex"]},"pac":{"sender_account":{}},"#,
    r#""installments":{"a":1},"direct_debit":{},"wallet":1},"payment_method_types":["card","wallet"],"#,
    r#""save_payment_method":"disabled","subscription":"sub_1","success_url":"https://a.cl","ui_mode":"hosted","#,
    r#""z":1,"y":null,"a":{"b":"ñ"}}"#,
);

/// Every field of version 1.
const EVERY_FIELD_V1: &str = concat!(
    r#"{"amount":1,"business_profile":{},"cancel_url":"https://a.cl","currency":"CLP","customer":{"email":"ana@a.cl"},"#,
    r#""customer_email":"ana@a.cl","expires_at":"2026-01-14","flow":"payment","line_items":[],"metadata":{},"#,
    r#""payment_method_options":{"bank_transfer":{},"card":{},"pac":1},"payment_method_types":[],"#,
    r#""success_url":"https://a.cl","ui_mode":1}"#,
);

fn options(version: Version) -> Options {
    Options::new("2026-01-13T12:00:00Z".parse().unwrap()).version(version)
}

#[test]
fn every_value_goes_round_and_keeps_its_place() {
    let request: CheckoutSessionRequest = serde_json::from_str(EVERY_FIELD).unwrap();
    assert_eq!(request.to_json(), EVERY_FIELD);
    assert_eq!(serde_json::to_string(&request).unwrap(), EVERY_FIELD);
    assert_eq!(serde_json::from_value(serde_json::to_value(&request).unwrap()).ok(), Some(request.clone()));
    assert_eq!(request.unknown.keys().collect::<Vec<_>>(), ["z", "y", "a"]);
    assert_eq!(request.payment_method_types, Some(vec![PaymentMethodType::Card.into(), "wallet".into()]));
    assert_eq!(request.validate(&options(Version::V2)), validate_json(EVERY_FIELD, &options(Version::V2)));

    let request: CheckoutSessionRequestV1 = serde_json::from_str(EVERY_FIELD_V1).unwrap();
    assert_eq!(request.to_json(), EVERY_FIELD_V1);
    assert_eq!(request.validate(&options(Version::V1)), validate_json(EVERY_FIELD_V1, &options(Version::V1)));
}

#[test]
fn serde_is_strict_about_types() {
    for (body, place) in [
        (r#"{"amount":"350000"}"#, "string"),
        (r#"{"amount":1000.0}"#, "floating point"),
        (r#"{"amount":99999999999999999999}"#, "floating point"),
        (r#"{"currency":"clp"}"#, "not a value of the enum"),
        (r#"{"line_items":[null]}"#, "null"),
        (r#"{"metadata":[]}"#, "sequence"),
        (r#"{"amount":1,"amount":2}"#, "duplicate field"),
        ("null", "null"),
        ("[1]", "sequence"),
        ("7", "integer"),
    ] {
        let error = serde_json::from_str::<CheckoutSessionRequest>(body).unwrap_err().to_string();
        assert!(error.contains(place), "{body}: {error}");
    }
    let error = serde_json::from_str::<CheckoutSessionRequest>("{\n  \"amount\": 1,\n}").unwrap_err();
    assert_eq!((error.line(), error.column()), (3, 1));
    assert!(serde_json::from_str::<CheckoutSessionRequest>(&"[".repeat(1_000_000)).is_err());
}

#[test]
fn null_is_absent_except_for_a_name_that_is_unknown() {
    let request: CheckoutSessionRequest = serde_json::from_str(r#"{"amount":null,"flow":null,"x":null}"#).unwrap();
    assert_eq!((request.amount, request.flow), (None, None));
    assert_eq!(request.to_json(), r#"{"x":null}"#);
}

#[test]
fn a_request_is_deserialized_from_bytes_readers_and_values() {
    let value = json!({"amount": 1000, "currency": "CLP", "flow": "payment", "x": [1, 2.5, "ñ", null, {}]});
    let text = value.to_string();
    let from_str: CheckoutSessionRequest = serde_json::from_str(&text).unwrap();
    assert_eq!(from_str.flow, Some(Flow::Payment));
    assert_eq!(serde_json::from_slice(text.as_bytes()).ok(), Some(from_str.clone()));
    assert_eq!(serde_json::from_reader(text.as_bytes()).ok(), Some(from_str.clone()));
    assert_eq!(serde_json::from_value(value.clone()).ok(), Some(from_str.clone()));
    assert_eq!(serde_json::to_value(&from_str).unwrap(), value);
}

#[test]
fn a_request_is_a_part_of_other_types() {
    let sessions: Vec<CheckoutSessionRequest> = serde_json::from_str(r#"[{}, {"amount": 1}]"#).unwrap();
    assert_eq!(serde_json::to_string(&sessions).unwrap(), r#"[{},{"amount":1}]"#);
    assert_eq!(serde_json::to_string_pretty(&sessions[1]).unwrap(), "{\n  \"amount\": 1\n}", "the serializer's format");
}

/// `parse_json` reads more than serde: what is another spelling of the same value.
#[test]
fn a_request_is_parsed_in_any_spelling() {
    let parse = |body: &str| parse_json::<CheckoutSessionRequest>(body, &options(Version::V2));
    for text in ["1000.0", "1e3", "10e2"] {
        let request = parse(&format!(r#"{{"amount":{text},"currency":"CLP","ui_mode":"embedded"}}"#)).unwrap();
        assert_eq!(request.amount, Some(1000), "{text}");
    }
    let request = parse(r#"{"ui_mode":"embedded","\u0061mount":1,"currency":"\u0043LP","flow":null,"x":[]}"#).unwrap();
    assert_eq!(request.to_json(), r#"{"amount":1,"currency":"CLP","ui_mode":"embedded","x":[]}"#);
    let request: CheckoutSessionRequestV1 =
        parse_json(r#"{"amount":1,"currency":"clp"}"#, &options(Version::V1)).unwrap();
    assert_eq!(request.currency, Some(Currency::Clp));
}

#[test]
fn an_integer_is_exact_and_one_that_readers_round_is_refused() {
    for beyond in [1_i64 << 53, i64::MAX, i64::MIN] {
        let request = CheckoutSessionRequest::payment(beyond, Currency::Clp).ui_mode(UiMode::Embedded).build();
        assert_eq!(request.to_json(), format!(r#"{{"amount":{beyond},"currency":"CLP","ui_mode":"embedded"}}"#));
        let report = request.validate(&options(Version::V2));
        assert_eq!(report.errors.iter().map(fintoc_preflight::Violation::rule).collect::<Vec<_>>(), [Rule::Type]);
    }
}

#[test]
fn an_unknown_name_that_is_a_field_is_a_repeated_name() {
    let mut request = CheckoutSessionRequest::payment(1, Currency::Clp).ui_mode(UiMode::Embedded).build();
    request.unknown.insert("amount".into(), 2.into());
    let report = request.validate(&options(Version::V2));
    assert_eq!(report.errors.iter().map(fintoc_preflight::Violation::rule).collect::<Vec<_>>(), [Rule::DuplicateKey]);
}

#[test]
fn a_builder_takes_each_field_as_it_is_given() {
    let time: fintoc_preflight::Timestamp = "2026-01-14T09:00:00-03:00".parse().unwrap();
    let request = CheckoutSessionRequest::builder()
        .amount(1)
        .maybe_customer(None::<String>)
        .customer_email(String::from("ana@a.mx"))
        .expires_at(time)
        .line_items(vec![LineItem::builder().quantity(-2).build()])
        .metadata([("order", 7)])
        .payment_method_types(["card", "wallet"])
        .build();
    let written = concat!(
        r#"{"amount":1,"customer_email":"ana@a.mx","expires_at":"2026-01-14T12:00:00Z","line_items":[{"quantity":-2}],"#,
        r#""metadata":{"order":7},"payment_method_types":["card","wallet"]}"#,
    );
    assert_eq!(request.to_json(), written);
    assert_eq!(CheckoutSessionRequest::builder().build(), CheckoutSessionRequest::default());
    assert_eq!(CheckoutSessionRequest::default().to_json(), "{}");
}

#[test]
fn a_report_is_serialized_as_its_json() {
    let body = r#"{"amount":"350000","currency":"CLP","ui_mode":"embeded"}"#;
    let report = validate_json(body, &options(Version::V2));
    assert_eq!(serde_json::to_string(&report).unwrap(), report.to_json());
    let value: Value = serde_json::to_value(&report).unwrap();
    assert_eq!(value["valid"], false);
    assert_eq!(value["errors"][0]["rule"], "type");
    assert_eq!(value["errors"][0]["path"], json!(["amount"]));
    assert_eq!(value["errors"][0]["suggestion"], 350_000);
    let members: Vec<&String> = value["errors"][0].as_object().unwrap().keys().collect();
    assert_eq!(members, ["rule", "level", "code", "path", "param", "message", "suggestion", "facts"]);
    let none = r#"{"valid":true,"errors":[],"warnings":[]}"#;
    assert_eq!(serde_json::to_string(&Report::default()).unwrap(), none);
}
