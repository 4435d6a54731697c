use super::*;
use crate::json::Json;
use std::fmt::Debug;

use crate::tape::Tape;
use crate::{Options, Report, Rule, Timestamp, ViolationKind};

/// Every field of version 2, in the order of the schemas, and unknown members.
const EVERY_FIELD: &str = concat!(
    r#"{"amount":1,"business_profile":{"category":"009613","name":"Tienda","tax_id":"1-9"},"#,
    r#""cancel_url":"https://a.cl","currency":"CLP","customer":"cus_1","#,
    r#""customer_data":{"tax_id":{"type":"cl_rut","value":"1-9"},"name":"Ana","email":"ana@a.cl","metadata":{"a":[1e3]}},"#,
    r#""customer_email":"ana@a.cl","expires_at":"2026-01-14T12:00:00Z","flow":"payment","#,
    r#""line_items":[{"quantity":1,"price_data":{"currency":"CLP","unit_amount":1,"#,
    r#""product_data":{"name":"Pan","image_url":"https://a.cl/b"},"product":"prod_1","#,
    r#""recurring":{"interval":"month","interval_count":1}},"price":"price_1"}],"#,
    r#""metadata":{"b":1,"a":null,"b":2},"payment_method":"pm_1","#,
    r#""payment_method_options":{"bank_transfer":{"#,
    r#""recipient_account":{"holder_id":"1-9","institution_id":"cl_a","number":"1","type":"checking_account"},"#,
    r#""sender_account":{"holder_id":{"value":"1-9","editable":true},"institution_id":"cl_a","number":"1","#,
    r#""type":"sight_account"}},"card":{"types":["debit"]},"pac":{"sender_account":{}},"#,
    r#""installments":{"a": 1},"direct_debit":{},"wallet":1},"payment_method_types":["card"],"#,
    r#""save_payment_method":"disabled","success_url":"https://a.cl","ui_mode":"hosted","z":1,"amount":2,"a":{}}"#,
);

/// Every field of version 1.
const EVERY_FIELD_V1: &str = concat!(
    r#"{"amount":1,"business_profile":{},"cancel_url":"https://a.cl","currency":"clp","customer":{"email":"ana@a.cl"},"#,
    r#""customer_email":"ana@a.cl","expires_at":"2026-01-14","flow":"payment","line_items":[],"metadata":{},"#,
    r#""payment_method_options":{"bank_transfer":{},"card":{},"pac":1},"payment_method_types":[],"#,
    r#""success_url":"https://a.cl","ui_mode":1}"#,
);

fn read<'a, T: Value<'a> + Debug>(text: &'a str) -> T {
    match Tape::read(text, &T::TYPE).unwrap().typed() {
        Field::Value(request) => request,
        other => panic!("{other:?}"),
    }
}

fn v2(text: &str) -> CheckoutSessionRequest<'_> {
    read(text)
}

fn v1(text: &str) -> CheckoutSessionRequestV1<'_> {
    read(text)
}

fn report(request: &CheckoutSessionRequest<'_>) -> Report {
    request.validate(&Options::new("2026-01-13T12:00:00Z".parse().unwrap()))
}

#[test]
fn a_request_is_written_as_it_was_read() {
    assert_eq!(v2(EVERY_FIELD).to_json(), EVERY_FIELD);
    assert_eq!(v1(EVERY_FIELD_V1).to_json(), EVERY_FIELD_V1);
}

#[test]
fn a_request_is_written_in_the_order_of_the_tables() {
    let text = r#" { "z" : 1, "ui_mode": "hosted", "amount": 1e3, "flow": null, "a": [ 1 ], "currency": "clp" } "#;
    let written = r#"{"amount":1000,"currency":"clp","flow":null,"ui_mode":"hosted","z":1,"a":[ 1 ]}"#;
    assert_eq!(v2(text).to_json(), written);
}

#[test]
fn nothing_is_sent_of_a_request_without_fields() {
    assert_eq!(CheckoutSessionRequest::default().to_json(), "{}");
    assert_eq!(CheckoutSessionRequestV1::default().to_json(), "{}");
    assert_eq!(v2("{}"), CheckoutSessionRequest::default());
}

#[test]
fn a_field_distinguishes_absent_null_and_malformed() {
    let request = v2(r#"{"amount":"1","currency":"clp","customer":"","flow":null,"line_items":{}}"#);
    assert_eq!(request.amount, Field::Malformed(Json::from("1")));
    assert_eq!(request.currency, Field::Malformed(Json::from("clp")));
    assert_eq!(request.customer, Field::Value("".into()));
    assert_eq!(request.flow, Field::Null);
    assert_eq!(request.line_items, Field::Malformed(Json::parse("{}").unwrap()));
    assert_eq!(request.ui_mode, Field::Absent);
    assert!(request.amount.is_present() && request.customer.is_present());
    assert!(request.flow.is_absent() && request.ui_mode.is_absent());
    assert_eq!((request.amount.value(), request.flow.value()), (None, None));
}

#[test]
fn a_malformed_value_keeps_its_text() {
    let request = v2(r#"{"amount": 1.50, "customer": {"id": "\u0061" } , "payment_method_types": [ 7, [ ] ]}"#);
    let malformed = |text| Json::parse(text).unwrap();
    assert_eq!(request.amount, Field::Malformed(malformed("1.50")));
    assert_eq!(request.customer, Field::Malformed(malformed(r#"{"id": "\u0061" }"#)));
    let types = [Field::Malformed(malformed("7")), Field::Malformed(malformed("[ ]"))];
    assert_eq!(request.payment_method_types, Field::Value(types.into()));
}

#[test]
fn of_a_repeated_name_the_first_value_is_in_the_field() {
    let request = v2(r#"{"amount":1,"x":1,"amount":2,"flow":null,"flow":"setup","x":2}"#);
    assert_eq!(request.amount, 1.into());
    assert_eq!(request.flow, Field::Null);
    let unknown: Vec<(&str, &str)> = request.unknown.iter().map(|(name, value)| (name, value.as_str())).collect();
    assert_eq!(unknown, [("x", "1"), ("amount", "2"), ("flow", "\"setup\""), ("x", "2")]);
}

#[test]
fn a_field_converts_from_every_type_that_it_accepts() {
    let time: Timestamp = "2026-01-14T09:00:00-03:00".parse().unwrap();
    let request = CheckoutSessionRequest {
        amount: 1_u32.into(),
        currency: Currency::Mxn.into(),
        customer: String::from("cus_1").into(),
        customer_email: "ana@a.mx".into(),
        expires_at: time.into(),
        flow: Flow::Payment.into(),
        line_items: vec![LineItem { quantity: (-2).into(), ..LineItem::default() }].into(),
        metadata: Metadata::from([("order", 7)]).into(),
        payment_method_options: PaymentMethodOptions {
            bank_transfer: BankTransferOptions {
                sender_account: SenderAccount {
                    holder_id: SenderField::Plain("1-9".into()).into(),
                    institution_id: SenderField::Preset(Preset { editable: false.into(), ..Preset::default() }).into(),
                    r#type: "sight_account".into(),
                    ..SenderAccount::default()
                }
                .into(),
                ..BankTransferOptions::default()
            }
            .into(),
            installments: AnyObject::new(Json::parse("{}").unwrap()).unwrap().into(),
            ..PaymentMethodOptions::default()
        }
        .into(),
        payment_method_types: ["card", "bank_transfer"].into(),
        save_payment_method: SavePaymentMethod::Enabled.into(),
        ui_mode: UiMode::Embedded.into(),
        ..CheckoutSessionRequest::default()
    };
    let written = concat!(
        r#"{"amount":1,"currency":"MXN","customer":"cus_1","customer_email":"ana@a.mx","#,
        r#""expires_at":"2026-01-14T12:00:00Z","flow":"payment","line_items":[{"quantity":-2}],"metadata":{"order":7},"#,
        r#""payment_method_options":{"bank_transfer":{"sender_account":{"holder_id":"1-9","#,
        r#""institution_id":{"editable":false},"type":"sight_account"}},"installments":{}},"#,
        r#""payment_method_types":["card","bank_transfer"],"save_payment_method":"enabled","ui_mode":"embedded"}"#,
    );
    assert_eq!(request.to_json(), written);
    assert_eq!(v2(written), request);
}

#[test]
fn an_integer_that_json_readers_do_not_keep_is_malformed() {
    const LARGEST: i64 = 9_007_199_254_740_991;
    let field = Field::<Integer>::from;
    assert_eq!(field(LARGEST).value().map(|amount| amount.get()), Some(LARGEST));
    assert_eq!(field(-LARGEST).value().map(|amount| amount.get()), Some(-LARGEST));
    for beyond in [LARGEST + 1, -LARGEST - 1, i64::MAX, i64::MIN] {
        assert_eq!(Integer::new(beyond), None);
        assert_eq!(field(beyond), Field::Malformed(beyond.into()));
        let amount = beyond.into();
        let request = CheckoutSessionRequest {
            amount,
            currency: Currency::Clp.into(),
            ui_mode: UiMode::Embedded.into(),
            ..CheckoutSessionRequest::default()
        };
        assert_eq!(request.to_json(), format!(r#"{{"amount":{beyond},"currency":"CLP","ui_mode":"embedded"}}"#));
        let rules: Vec<Rule> = report(&request).errors.iter().map(|violation| Rule::from(&violation.kind)).collect();
        assert_eq!(rules, [Rule::Type]);
    }
}

#[test]
fn an_absent_element_of_an_array_is_sent_as_null() {
    let types: Vec<Field<'_, Text<'_>>> = vec!["card".into(), Field::Absent, Field::Null];
    let request = CheckoutSessionRequest { payment_method_types: types.into(), ..CheckoutSessionRequest::default() };
    assert_eq!(request.to_json(), r#"{"payment_method_types":["card",null,null]}"#);
    let types = report(&request).errors.into_iter().filter(|error| matches!(error.kind, ViolationKind::Type { .. }));
    assert_eq!(
        types.map(|error| error.param()).collect::<Vec<_>>(),
        ["payment_method_types[1]", "payment_method_types[2]"]
    );
}

#[test]
fn text_is_escaped_when_it_is_sent() {
    let mut request = CheckoutSessionRequest { customer: "\"\\\n\u{1}ñ".into(), ..CheckoutSessionRequest::default() };
    request.unknown.push("\"", Json::from("\t"));
    assert_eq!(request.to_json(), r#"{"customer":"\"\\\n\u0001ñ","\"":"\t"}"#);
    assert_eq!(v2(&request.to_json()), request);
}

#[test]
fn an_owned_request_is_the_same() {
    for text in
        [EVERY_FIELD, r#"{"amount":"1","flow":null,"line_items":[7,null,{"quantity":[]}],"metadata":7,"x":[1]}"#]
    {
        let copy = String::from(text);
        let owned: CheckoutSessionRequest<'static> = v2(&copy).into_owned();
        assert_eq!(owned, v2(text));
        drop(copy);
        assert_eq!(owned.to_json(), text);
    }
    let owned: CheckoutSessionRequestV1<'static> = v1(&String::from(EVERY_FIELD_V1)).into_owned();
    assert_eq!(owned.to_json(), EVERY_FIELD_V1);
}

#[test]
fn metadata_keeps_its_order() {
    let mut metadata: Metadata<'_> = [("b", Json::from(1)), ("a", Json::from("x"))].into_iter().collect();
    metadata.push("b", true);
    metadata.push(String::from("c"), 1.5);
    let request = CheckoutSessionRequest { metadata: metadata.into(), ..CheckoutSessionRequest::default() };
    assert_eq!(request.to_json(), r#"{"metadata":{"b":1,"a":"x","b":true,"c":1.5}}"#);
}

#[test]
fn options_that_are_not_described_take_any_object_alone() {
    for (text, is_object) in
        [("{}", true), (r#"{"a":1,"a":2}"#, true), ("[]", false), ("null", false), ("\"{}\"", false)]
    {
        let json = Json::parse(text).unwrap();
        assert_eq!(AnyObject::new(json.clone()).map(|object| object.json().clone()), is_object.then_some(json));
    }
}
