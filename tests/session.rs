//! What Fintoc sends back: sessions and events are read, and sessions compared with requests.

use std::fs;
use std::path::Path;

use fintoc_preflight::request::IntoOwned;
use fintoc_preflight::session::{
    CheckoutSession, DifferenceKind, Event, EventData, EventType, PaymentStatus, Status, Word, compare_session,
    parse_checkout_session, parse_event,
};
use fintoc_preflight::{CheckoutSessionRequest, Options, Report, parse_json};
use serde_json::{Value, json};

const SESSION: &str = include_str!("session/session.json");

fn options() -> Options {
    Options::new("2026-01-13T12:00:00Z".parse().unwrap())
}

fn session(text: &str) -> CheckoutSession<'_> {
    parse_checkout_session(text, &options()).unwrap()
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

/// The rules that are broken, each with its place.
fn broken(report: &Report) -> Vec<String> {
    report.violations().map(|violation| format!("{} {}", violation.rule(), violation.param())).collect()
}

fn event_of(r#type: &str, data: &Value) -> String {
    json!({"id": "evt_1", "object": "event", "data": data, "type": r#type}).to_string()
}

#[test]
fn a_session_is_read_whole_and_written_back() {
    let session = session(SESSION);
    assert_eq!(session.status.value(), Some(&Word::Known(Status::Finished)));
    assert_eq!(session.extra.iter().count(), 0);
    let payment = session.payment_resource.value().unwrap().payment_intent.value().unwrap();
    assert_eq!(payment.status.value(), Some(&Word::Known(PaymentStatus::Succeeded)));
    let [written, read] = [&session.to_json(), SESSION].map(|text| serde_json::from_str::<Value>(text).unwrap());
    assert_eq!(written, read);
}

#[test]
fn words_and_fields_that_are_not_known_are_kept() {
    let text = session_with(&json!({
        "status": "paused", "currency": "COP", "flow": "refund", "mode": "", "ui_mode": "popup", "new_field": {"a": [1]},
        "customer": {"id": "", "loyalty": 3}, "payment_method_types": ["card", "wallet"],
    }));
    let session = session(&text);
    assert_eq!(session.status.value(), Some(&Word::Other("paused".into())));
    assert_eq!(session.extra.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["new_field"]);
    let [written, read] = [&session.to_json(), &text].map(|text| serde_json::from_str::<Value>(text).unwrap());
    assert_eq!(written, read);
}

#[test]
fn null_may_stand_wherever_nothing_may() {
    let fields: Value = serde_json::from_str(SESSION).unwrap();
    for name in fields.as_object().unwrap().keys().filter(|name| !["id", "object", "status"].contains(&name.as_str())) {
        let mut without = fields.clone();
        without[name] = Value::Null;
        assert!(parse_checkout_session(&without.to_string(), &options()).is_ok(), "{name}");
        assert!(parse_checkout_session(&session_with(&json!({ name: null })), &options()).is_ok(), "{name}");
    }
}

#[test]
fn every_problem_of_a_session_is_reported_at_once() {
    let text = r#"{
        "object": "customer", "amount": "12500", "amount": 1, "currency": 7, "customer": [], "line_items": [null, {"quantity": 1.5}],
        "payment_resource": {"payment_intent": {"object": "payment_intent", "sender_account": {"type": true}}}
    }"#;
    let report = parse_checkout_session(text, &options()).unwrap_err();
    assert_eq!(
        broken(&report),
        [
            "required id",
            "enum object",
            "duplicate-key amount",
            "type amount",
            "type currency",
            "type customer",
            "type line_items[0]",
            "type line_items[1].quantity",
            "required payment_resource.payment_intent.id",
            "type payment_resource.payment_intent.sender_account.type",
            "required payment_resource.payment_intent.status",
            "required status",
        ]
    );
}

#[test]
fn what_is_no_object_or_no_json_is_reported_alone() {
    for (body, rule) in [("[]", "type "), ("null", "type "), ("{", "json-syntax "), ("\u{feff}{}", "json-syntax ")] {
        assert_eq!(broken(&parse_checkout_session(body, &options()).unwrap_err()), [rule], "{body}");
        assert_eq!(broken(&parse_event(body, &options()).unwrap_err()), [rule], "{body}");
    }
    let small = Options { max_bytes: 10, ..options() };
    assert_eq!(broken(&parse_checkout_session(SESSION, &small).unwrap_err()), ["body-size "]);
}

#[test]
fn the_type_of_an_event_says_what_its_data_is() {
    let session: Value = serde_json::from_str(SESSION).unwrap();
    let payment = &session["payment_resource"]["payment_intent"];
    for r#type in ["checkout_session.finished", "checkout_session.expired"] {
        let text = event_of(r#type, &session);
        let event = parse_event(&text, &options()).unwrap();
        assert!(matches!(event.data.value(), Some(EventData::CheckoutSession(_))), "{type}");
        assert_eq!(serde_json::from_str::<Value>(&event.to_json()).unwrap()["data"], session);
    }
    for r#type in ["payment_intent.succeeded", "payment_intent.failed", "payment_intent.requires_action"] {
        let text = event_of(r#type, payment);
        let event = parse_event(&text, &options()).unwrap();
        assert!(matches!(event.data.value(), Some(EventData::PaymentIntent(_))), "{type}");
    }
    let text = event_of("refund.succeeded", &json!({"id": "re_1", "x": 1}));
    let event: Event<'static> = parse_event(&text, &options()).unwrap().into_owned();
    assert_eq!(event.r#type.value(), Some(&Word::Other("refund.succeeded".into())));
    assert!(
        matches!(event.data.value(), Some(EventData::Other(data)) if data.json().as_str() == r#"{"id":"re_1","x":1}"#)
    );
}

#[test]
fn every_problem_of_an_event_is_reported_at_once() {
    let report = |text: &str| broken(&parse_event(text, &options()).unwrap_err());
    assert_eq!(report("{}"), ["required id", "required object", "required type", "required data"]);
    assert_eq!(
        report(&json!({"id": 1, "object": "checkout_session", "type": "x", "data": []}).to_string()),
        ["type id", "enum object", "type data"]
    );
    assert_eq!(
        report(&event_of(
            "checkout_session.finished",
            &json!({"id": "pi_1", "object": "payment_intent", "amount": 1.5})
        )),
        ["enum data.object", "type data.amount", "required data.status"]
    );
    assert_eq!(
        report(&event_of("payment_intent.failed", &json!({"amount": "1"}))),
        ["required data.id", "required data.object", "type data.amount", "required data.status"]
    );
}

/// A request that `SESSION` fits.
fn request() -> Value {
    json!({
        "amount": 12500, "currency": "MXN", "flow": "payment",
        "success_url": "https://shop.example/success", "cancel_url": "https://shop.example/cancel",
        "payment_method_types": ["bank_transfer", "card"], "metadata": {"cart": {"sku": "A-1"}, "order": "\u{37}"},
        "line_items": [
            {"quantity": 1, "price_data": {"currency": "MXN", "unit_amount": 12500, "product_data": {"name": "Silla"}}},
        ],
    })
}

/// How `SESSION`, with some fields set, differs from the request with some set.
fn differences(asked: &Value, answered: &Value) -> Vec<(String, DifferenceKind)> {
    let request = with(request(), asked);
    let request: CheckoutSessionRequest<'_> = parse_json(&request, &options()).unwrap();
    let session_text = session_with(answered);
    let differences = compare_session(&request, &session(&session_text)).differences;
    differences.into_iter().map(|difference| (difference.path.to_string(), difference.kind)).collect()
}

#[test]
fn a_session_that_fits_has_no_differences() {
    assert_eq!(differences(&json!({}), &json!({})), []);
    assert_eq!(differences(&json!({"amount": null}), &json!({})), []);
    // What the request leaves open.
    let open = json!({"flow": null, "payment_method_types": null, "metadata": null, "line_items": null});
    assert_eq!(differences(&open, &json!({"flow": "setup", "payment_method_types": ["pac"], "line_items": []})), []);
    assert_eq!(differences(&json!({}), &json!({"metadata": {"order": "7", "cart": {"sku": "A-1"}, "more": 1}})), []);
}

#[test]
fn each_difference_is_found() {
    use DifferenceKind::{Missing, Other};
    let item = |quantity: i32, price: i32, currency: &str, name: &str| {
        json!([{"quantity": quantity, "price_data": {
            "currency": currency, "unit_amount": price, "product_data": {"name": name},
        }}])
    };
    for (answered, path, kind) in [
        (json!({"amount": 125}), "amount", Other),
        (json!({"amount": null}), "amount", Missing),
        (json!({"currency": "CLP"}), "currency", Other),
        (json!({"currency": "COP"}), "currency", Other),
        (json!({"flow": "setup"}), "flow", Other),
        (json!({"success_url": "https://shop.example/success/"}), "success_url", Other),
        (json!({"cancel_url": null}), "cancel_url", Missing),
        (json!({"line_items": null}), "line_items", Missing),
        (json!({"line_items": []}), "line_items", Other),
        (json!({"line_items": item(2, 12500, "MXN", "Silla")}), "line_items[0].quantity", Other),
        (json!({"line_items": item(1, 125, "MXN", "Silla")}), "line_items[0].price_data.unit_amount", Other),
        (json!({"line_items": item(1, 12500, "CLP", "Silla")}), "line_items[0].price_data.currency", Other),
        (json!({"line_items": item(1, 12500, "MXN", "Mesa")}), "line_items[0].price_data.product_data.name", Other),
        (json!({"line_items": [{"quantity": 1}]}), "line_items[0].price_data", Missing),
        (json!({"payment_method_types": ["card"]}), "payment_method_types", Other),
        (json!({"payment_method_types": ["card", "bank_transfer", "wallet"]}), "payment_method_types", Other),
        (json!({"metadata": null}), "metadata", Missing),
        (json!({"metadata": {"cart": {"sku": "A-1"}}}), "metadata.order", Missing),
        (json!({"metadata": {"cart": {"sku": "A-2"}, "order": "7"}}), "metadata.cart", Other),
        (json!({"metadata": {"cart": {"sku": "A-1"}, "order": 7}}), "metadata.order", Other),
    ] {
        assert_eq!(differences(&json!({}), &answered), [(path.to_owned(), kind)], "{answered}");
    }
    // Without an amount, the items say it.
    assert_eq!(differences(&json!({"amount": null}), &json!({"amount": 125})), [("amount".to_owned(), Other)]);
}

/// The samples of the documents, where they are at hand: every object or event in them.
#[test]
fn the_samples_of_the_documents_are_read_without_a_warning() {
    let folder = Path::new("../shared/seeds");
    if !folder.exists() {
        return;
    }
    let mut counts = (0, 0);
    for file in ["object.txt", "guide.txt"] {
        let page = fs::read_to_string(folder.join(file)).unwrap();
        for sample in page.split("\n{\n").skip(1).map(|rest| format!("{{\n{}\n}}", rest.split_once("\n}").unwrap().0)) {
            let options = Options { strict: true, ..options() };
            let kind = serde_json::from_str::<Value>(&sample).unwrap()["object"].clone();
            if kind == "event" {
                let event = parse_event(&sample, &options).unwrap();
                assert_eq!(event.r#type.value(), Some(&Word::Known(EventType::CheckoutSessionFinished)));
                assert_eq!(event.extra.iter().count(), 0);
                let Some(EventData::CheckoutSession(session)) = event.data.value() else { panic!("{event:?}") };
                assert_eq!(session.extra.iter().count(), 0);
                counts.1 += 1;
            } else {
                let session = parse_checkout_session(&sample, &options).unwrap();
                assert_eq!(session.extra.iter().count(), 0, "{file}");
                counts.0 += 1;
            }
        }
    }
    assert_eq!(counts, (5, 1));
}
