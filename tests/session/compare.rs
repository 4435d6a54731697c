//! Comparisons of sessions with requests.

use fintoc_preflight::session::{Difference, DifferenceKind, compare_json, parse_checkout_session, parse_event};
use fintoc_preflight::{BodyKind, CheckoutSessionRequest, LevelOverride, Rule, Version, parse_json};
use serde_json::{Value, json};

use super::{SESSION, event_of, found, options, session_with, strict, with};

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

/// The differences of `SESSION`, with some fields set, from the request with some set.
fn differences(asked: &Value, answered: &Value) -> Vec<(String, DifferenceKind)> {
    let request = with(request(), asked);
    let request: CheckoutSessionRequest = parse_json(&request, &options()).unwrap();
    let mut answer: Value = serde_json::from_str(SESSION).unwrap();
    answer.as_object_mut().unwrap().extend(answered.as_object().unwrap().clone());
    let answer = answer.to_string();
    let differences = listed(parse_checkout_session(&answer, &options()).unwrap().compare(&request).differences);
    let event = event_of("checkout_session.finished", &serde_json::from_str(&answer).unwrap());
    let in_event = parse_event(event, &options()).unwrap().compare(&request);
    assert_eq!(in_event.map(|comparison| listed(comparison.differences)), Some(differences.clone()));
    differences
}

fn listed(differences: Vec<Difference>) -> Vec<(String, DifferenceKind)> {
    differences.into_iter().map(|difference| (difference.path.to_string(), difference.kind)).collect()
}

/// The differences of `SESSION` without a field from the request.
fn differences_without(name: &str) -> Vec<(String, DifferenceKind)> {
    let text = session_with(&json!({ name: null }));
    let request = request().to_string();
    listed(compare_json(&request, &text, &options()).unwrap().differences)
}

#[test]
fn a_session_that_fits_has_no_differences() {
    assert_eq!(differences(&json!({}), &json!({})), []);
    assert_eq!(differences(&json!({"amount": null}), &json!({})), []);
    // Fields that the request leaves open.
    let open = json!({"flow": null, "payment_method_types": null, "metadata": null, "line_items": null});
    assert_eq!(differences(&open, &json!({"flow": "setup", "payment_method_types": ["pac"], "line_items": []})), []);
    assert_eq!(differences(&json!({}), &json!({"metadata": {"order": "7", "cart": {"sku": "A-1"}, "more": 1}})), []);
}

#[test]
fn a_name_that_the_session_does_not_have_is_no_difference() {
    for name in request().as_object().unwrap().keys() {
        assert_eq!(differences_without(name), [], "{name}");
    }
    // As in answers of older versions of the API.
    let older = json!({"payment_methods": ["payment_intent"], "payment_method_types": null});
    let text = session_with(&older);
    assert!(compare_json(request().to_string(), &text, &options()).unwrap().matches());
    assert_eq!(differences(&json!({}), &json!({"line_items": [{"quantity": 1}]})), []);
}

#[test]
fn null_is_no_difference_where_nothing_was_asked() {
    let subscription = json!({
        "flow": "subscription", "customer": "cus_1", "payment_method_types": ["card"],
        "line_items": [{"quantity": 1, "price_data": {"currency": "MXN", "unit_amount": 12500,
            "product_data": {"name": "Silla"}, "recurring": {"interval": "month", "interval_count": 1}}}],
    });
    let session =
        json!({"flow": "subscription", "payment_method_types": ["card"], "amount": null, "customer": {"id": "cus_1"}});
    assert_eq!(differences(&subscription, &session), []);
    assert_eq!(differences(&json!({"metadata": {}}), &json!({"metadata": null})), []);
    assert_eq!(differences(&json!({"metadata": {"a": null}}), &json!({"metadata": null})), []);
    assert_eq!(differences(&json!({"flow": "payment"}), &json!({"flow": null})), []);
    assert_eq!(differences(&json!({"save_payment_method": "disabled"}), &json!({"save_payment_method": null})), []);
    let open = request().as_object().unwrap().keys().map(|name| (name.clone(), Value::Null)).collect::<Value>();
    assert_eq!(
        differences(&json!({"metadata": null, "line_items": null}), &json!({"metadata": null, "line_items": null})),
        []
    );
    assert_eq!(
        listed(
            compare_json("{}", with(serde_json::from_str(SESSION).unwrap(), &open), &options()).unwrap().differences
        ),
        []
    );
}

#[test]
fn the_same_in_another_spelling_is_no_difference() {
    let bare = |url: &str| json!({"success_url": url});
    for (sent, found) in [
        ("https://m.cl", "https://m.cl/"),
        ("https://m.cl/", "https://m.cl"),
        ("https://m.cl?order=1", "https://m.cl/?order=1"),
        ("https://m.cl#a", "https://m.cl/#a"),
    ] {
        assert_eq!(differences(&bare(sent), &bare(found)), [], "{sent} {found}");
    }
    for (sent, found) in
        [("1", "\"1\""), ("\"1.50\"", "1.5"), ("1e2", "\"100\""), ("12345678901234567890", "\"12345678901234567890\"")]
    {
        let metadata = |value: &str| json!({"metadata": {"order": serde_json::from_str::<Value>(value).unwrap()}});
        assert_eq!(differences(&metadata(sent), &metadata(found)), [], "{sent} {found}");
    }
    let email = |email: &str| json!({ "customer_email": email });
    assert_eq!(differences(&email("Ana@Example.com"), &email("ana@example.com")), []);
    let expires = |time: &str| json!({ "expires_at": time });
    for found in
        ["2026-02-14T12:00:00Z", "2026-02-14T12:00:00.000Z", "2026-02-14T09:00:00-03:00", "2026-02-14t12:00:00+00:00"]
    {
        assert_eq!(differences(&expires("2026-02-14T09:00:00.25-03:00"), &expires(found)), [], "{found}");
    }
    // No time to compare.
    assert_eq!(differences(&expires("2026-02-14T12:00:00Z"), &expires("soon")), []);
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
        (json!({"currency": null}), "currency", Missing),
        (json!({"flow": "setup"}), "flow", Other),
        (json!({"success_url": "https://shop.example/success/"}), "success_url", Other),
        (json!({"success_url": "http://shop.example/success"}), "success_url", Other),
        (json!({"cancel_url": null}), "cancel_url", Missing),
        (json!({"line_items": null}), "line_items", Missing),
        (json!({"line_items": []}), "line_items", Other),
        (json!({"line_items": item(2, 12500, "MXN", "Silla")}), "line_items[0].quantity", Other),
        (json!({"line_items": item(1, 125, "MXN", "Silla")}), "line_items[0].price_data.unit_amount", Other),
        (json!({"line_items": item(1, 12500, "CLP", "Silla")}), "line_items[0].price_data.currency", Other),
        (json!({"line_items": item(1, 12500, "MXN", "Mesa")}), "line_items[0].price_data.product_data.name", Other),
        (json!({"line_items": [{"quantity": 1, "price_data": null}]}), "line_items[0].price_data", Missing),
        (json!({"payment_method_types": ["card"]}), "payment_method_types", Other),
        (json!({"payment_method_types": null}), "payment_method_types", Missing),
        (json!({"payment_method_types": ["card", "bank_transfer", "wallet"]}), "payment_method_types", Other),
        (json!({"metadata": null}), "metadata", Missing),
        (json!({"metadata": {"cart": {"sku": "A-1"}}}), "metadata.order", Missing),
        (json!({"metadata": {"cart": {"sku": "A-2"}, "order": "7"}}), "metadata.cart", Other),
        (json!({"metadata": {"cart": {"sku": "A-1"}, "order": 8}}), "metadata.order", Other),
        (json!({"metadata": {"cart": {"sku": "A-1"}, "order": true}}), "metadata.order", Other),
    ] {
        assert_eq!(differences(&json!({}), &answered), [(path.to_owned(), kind)], "{answered}");
    }
    for (asked, answered, path, kind) in [
        (json!({"customer": "cus_1"}), json!({"customer": {"id": "cus_2"}}), "customer.id", Other),
        (json!({"customer": "cus_1"}), json!({"customer": "cus_2"}), "customer", Other),
        (json!({"customer": "cus_1"}), json!({"customer": null}), "customer", Missing),
        (json!({"customer": "cus_1"}), json!({"customer": {"id": null}}), "customer.id", Missing),
        (
            json!({"customer_email": "ana@example.com"}),
            json!({"customer_email": "eva@example.com"}),
            "customer_email",
            Other,
        ),
        (json!({"customer_email": "ana@example.com"}), json!({"customer_email": null}), "customer_email", Missing),
        (
            json!({"expires_at": "2026-02-14T12:00:00Z"}),
            json!({"expires_at": "2026-02-14T12:00:01Z"}),
            "expires_at",
            Other,
        ),
        (json!({"expires_at": "2026-02-14T12:00:00Z"}), json!({"expires_at": null}), "expires_at", Missing),
        (
            json!({"save_payment_method": "enabled", "customer": "cus_1"}),
            json!({"save_payment_method": "disabled", "customer": {"id": "cus_1"}}),
            "save_payment_method",
            Other,
        ),
        (json!({"ui_mode": "embedded"}), json!({"ui_mode": "hosted"}), "ui_mode", Other),
        (json!({"ui_mode": "hosted"}), json!({"ui_mode": null}), "ui_mode", Missing),
        // Without an amount, it is the total of the items.
        (json!({"amount": null}), json!({"amount": 125}), "amount", Other),
    ] {
        assert_eq!(differences(&asked, &answered), [(path.to_owned(), kind)], "{asked} {answered}");
    }
    assert_eq!(differences(&json!({"customer": "cus_1"}), &json!({"customer": "cus_1"})), []);
}

#[test]
fn differences_come_in_the_order_of_the_fields() {
    let session = r#"{"id": "cs_1", "object": "checkout_session", "ui_mode": "a", "success_url": "a", "save_payment_method": "a",
        "payment_method_types": ["a"], "metadata": {}, "line_items": [], "flow": "a", "expires_at": "2026-01-01T00:00:00Z",
        "customer_email": "a", "customer": {"id": "a"}, "currency": "a", "cancel_url": "a", "amount": 1}"#;
    let request = r#"{"amount": 2, "cancel_url": "b", "currency": "CLP", "customer": "b", "customer_email": "b",
        "expires_at": "2026-02-01T00:00:00Z", "flow": "setup", "line_items": [{}], "metadata": {"b": 1},
        "payment_method_types": ["b"], "save_payment_method": "enabled", "success_url": "b", "ui_mode": "embedded"}"#;
    let differences = compare_json(request, session, &options()).unwrap().differences;
    let paths: Vec<String> = differences.iter().map(|difference| difference.path.to_string()).collect();
    assert_eq!(
        paths,
        [
            "amount",
            "cancel_url",
            "currency",
            "customer.id",
            "customer_email",
            "expires_at",
            "flow",
            "line_items",
            "metadata.b",
            "payment_method_types",
            "save_payment_method",
            "success_url",
            "ui_mode",
        ]
    );
}

#[test]
fn a_request_of_version_1_is_compared() {
    let v1 = options().version(Version::V1);
    let request = json!({
        "amount": 1000, "currency": "clp", "customer": {"email": "ana@example.com", "tax_id": {"type": "cl_rut", "value": "11.111.111-1"}},
        "expires_at": "2026-01-14", "metadata": {},
    });
    let session = json!({
        "id": "cs_1", "object": "checkout_session", "status": "created", "amount": 1000, "currency": "CLP", "metadata": null,
        "customer": {"id": "cus_1"}, "expires_at": "2026-01-15T00:00:00Z",
    });
    let compare = |request: &Value, options| compare_json(request.to_string(), session.to_string(), options);
    assert!(compare(&request, &v1).unwrap().matches());
    let other = json!({"amount": 999, "currency": "mxn", "expires_at": "2026-01-15"});
    let paths: Vec<String> = compare(&other, &v1).unwrap().differences.iter().map(|it| it.path.to_string()).collect();
    assert_eq!(paths, ["amount", "currency", "expires_at"]);
    // As a request of version 2 it has mistakes.
    assert_eq!(found(&compare(&request, &options()).unwrap_err().errors), ["enum currency", "type customer"]);
}

#[test]
fn an_incomparable_request_or_session_has_a_report() {
    let error = |request: &str, session: &str| {
        let report = compare_json(request, session, &strict()).unwrap_err();
        (report.errors[0].body, found(&report.errors))
    };
    assert_eq!(error("[]", "[]"), (BodyKind::Request, vec!["type ".to_owned()]));
    assert_eq!(error(r#"{"amount": "1"}"#, "{}"), (BodyKind::Request, vec!["type amount".to_owned()]));
    assert_eq!(error("{}", "{}"), (BodyKind::Session, vec!["required id".to_owned()]));
    assert_eq!(error("{}", r#"{"error": {}}"#), (BodyKind::ApiError, vec!["enum error".to_owned()]));
    // Only the types of a request are checked, whatever the levels.
    let levels = strict().level(Rule::UnknownField, LevelOverride::Deny).unwrap();
    for options in [strict(), levels] {
        assert!(compare_json(r#"{"currency": "", "unknown": 1}"#, r#"{"id": "cs_1"}"#, &options).is_ok());
    }
    // A session that is not as documented is compared all the same.
    assert!(compare_json("{}", r#"{"id": "cs_1", "amount": "1"}"#, &strict()).unwrap().matches());
}
