//! The `validator` feature, through extractors that expect its traits: those of `axum-valid`, in a router without a
//! socket.

use axum::body::{Body, to_bytes};
use axum::extract::FromRef;
use axum::http::{Request, StatusCode, header};
use axum::routing::post;
use axum::{Json, Router};
use axum_valid::{Valid, ValidEx};
use fintoc_preflight::{
    CheckoutSessionRequest, CheckoutSessionRequestV1, LevelOverride, Locale, Options, Report, Rule, validate_json,
};
use serde_json::{Value, json};
use tower::ServiceExt;

#[test]
fn a_valid_request_reaches_the_handler() {
    for path in ["/v1", "/v2", "/v2/own-options"] {
        let body = json!({
            "amount": 350_000,
            "cancel_url": "https://merchant.com/cancel",
            "currency": "CLP",
            "success_url": "https://merchant.com/success",
        });
        assert_eq!(answer(path, &body), (StatusCode::OK, body), "{path}");
    }
}

#[test]
fn every_error_is_under_its_param() {
    let body = json!({
        "a name that is only a warning": 1,
        "amount": 0,
        "currency": "CLP",
        "customer": "cus_1",
        "customer_data": { "email": "ana" },
        "line_items": [{
            "quantity": 0,
            "price_data": { "currency": "MXN", "unit_amount": 500, "product_data": { "name": "Silla" } },
        }],
        "payment_method_types": ["cards"],
        "ui_mode": "embedded",
    });
    let (status, errors) = answer("/v2", &body);
    assert_eq!(status, StatusCode::BAD_REQUEST);
    let expected = json!({
        "amount": [{
            "code": "invalid_positive_integer",
            "params": { "rule": "amount-positive", "path": ["amount"] },
        }],
        "customer_data": [{
            "code": "invalid_params",
            "params": { "rule": "customer-xor-customer-data", "path": ["customer_data"] },
        }],
        "customer_data.email": [{
            "code": "invalid_string",
            "params": { "rule": "email-format", "path": ["customer_data", "email"] },
        }],
        "line_items[0].quantity": [{
            "code": "invalid_positive_integer",
            "params": { "rule": "quantity-positive", "path": ["line_items", 0, "quantity"] },
        }],
        "line_items[0].price_data.currency": [{
            "code": "currency_mismatch",
            "params": {
                "rule": "currency-matches-session",
                "path": ["line_items", 0, "price_data", "currency"],
            },
        }],
        "payment_method_types[0]": [{
            "code": "invalid_enum",
            "params": {
                "rule": "payment-method-types-for-flow",
                "path": ["payment_method_types", 0],
                "suggestion": "card",
            },
        }],
    });
    assert_eq!(without_messages(errors.clone()), expected);
    assert_eq!(messages(&errors), messages_of(&validate_json(body.to_string(), &options())));
}

#[test]
fn the_errors_of_one_param_keep_their_order() {
    let body = json!({
        "amount": 1, "currency": "CLP", "payment_method": "pm_1", "payment_method_types": ["bank_transfer"],
        "save_payment_method": "enabled", "ui_mode": "embedded",
    });
    let (status, errors) = answer("/v2", &body);
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(rules(&errors, "customer"), ["payment-method-needs-customer", "save-payment-method-needs-customer"]);
}

#[test]
fn a_suggested_number_is_a_number() {
    let item = json!({
        "quantity": 2,
        "price_data": { "currency": "CLP", "unit_amount": 500, "product_data": { "name": "Silla" } },
    });
    let body = json!({ "amount": 1, "currency": "CLP", "line_items": [item], "ui_mode": "embedded" });
    let (_, errors) = answer("/v2", &body);
    assert_eq!(errors["amount"][0]["params"]["suggestion"], 1000);
}

/// A value of another type does not reach the rules: the extractor of JSON refuses it, as of any type of serde.
#[test]
fn a_value_of_another_type_is_refused_by_serde() {
    let body = json!({ "amount": "1000", "currency": "CLP", "ui_mode": "embedded" }).to_string();
    assert_eq!(status("/v2", &body), StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn violations_of_the_body_have_their_own_name() {
    let body = json!({
        "amount": 1,
        "currency": "CLP",
        "ui_mode": "embedded",
        "metadata": { "long": "x".repeat(1024 * 1024) },
    });
    let (status, errors) = answer("/v2", &body);
    assert_eq!(status, StatusCode::BAD_REQUEST);
    let expected = json!({
        "__all__": [{ "code": "invalid_json", "params": { "rule": "body-size", "path": [] } }],
    });
    assert_eq!(without_messages(errors), expected);
}

#[test]
fn a_request_of_version_1_is_validated_as_one() {
    let (status, errors) = answer("/v1", &json!({ "amount": 7_000_000, "currency": "CLP" }));
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(rules(&errors, "amount"), ["amount-limit"]);
}

#[test]
fn the_time_is_that_of_the_system_unless_the_options_say_it() {
    let expiring = |at| json!({ "amount": 1, "currency": "CLP", "ui_mode": "embedded", "expires_at": at });
    for path in ["/v1", "/v2"] {
        let (status, errors) = answer(path, &expiring("2026-01-13T13:00:00Z"));
        assert_eq!(status, StatusCode::BAD_REQUEST, "{path}");
        assert_eq!(rules(&errors, "expires_at"), ["expires-at-lead"], "{path}");
        assert_eq!(answer(path, &expiring("9999-12-31T00:00:00Z")).0, StatusCode::OK, "{path}");
    }
    assert_eq!(answer("/v2/own-options", &expiring("2026-01-13T13:00:00Z")).0, StatusCode::OK);
}

#[test]
fn a_warning_is_no_error_unless_the_options_make_it_one() {
    let body = json!({
        "amount": 1,
        "cancel_url": "https://merchant.com/cancel",
        "currency": "CLP",
        "success_url": "myapp://paid",
    });
    assert_eq!(answer("/v2", &body).0, StatusCode::OK);
    let (status, errors) = answer("/v2/own-options", &body);
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(rules(&errors, "success_url"), ["url-https"]);
    let options = Options::from_ref(&OwnOptions);
    assert_eq!(messages(&errors), messages_of(&validate_json(body.to_string(), &options)));
}

/// The state of a service that has options of its own.
#[derive(Clone)]
struct OwnOptions;

impl FromRef<OwnOptions> for Options {
    fn from_ref(_: &OwnOptions) -> Self {
        options().locale(Locale::Es).level(Rule::UrlHttps, LevelOverride::Deny).unwrap()
    }
}

fn options() -> Options {
    Options::new("2026-01-13T12:00:00Z".parse().unwrap())
}

/// Returns the answer of a service that takes requests by the extractors, and sends them back.
fn answer(path: &str, body: &Value) -> (StatusCode, Value) {
    let (status, body) = send(path, body.to_string());
    (status, serde_json::from_slice(&body).unwrap())
}

fn status(path: &str, body: &str) -> StatusCode {
    send(path, body.to_owned()).0
}

fn send(path: &str, body: String) -> (StatusCode, Vec<u8>) {
    let service = Router::new()
        .route("/v1", post(async |Valid(request): Valid<Json<CheckoutSessionRequestV1>>| request))
        .route("/v2", post(async |Valid(request): Valid<Json<CheckoutSessionRequest>>| request))
        .route("/v2/own-options", post(async |ValidEx(request): ValidEx<Json<CheckoutSessionRequest>>| request))
        .with_state(OwnOptions);
    let request = Request::post(path).header(header::CONTENT_TYPE, "application/json").body(Body::from(body)).unwrap();
    pollster::block_on(async {
        let response = service.oneshot(request).await.unwrap();
        let status = response.status();
        (status, to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec())
    })
}

/// The rules of the errors under a param.
fn rules<'a>(errors: &'a Value, param: &str) -> Vec<&'a str> {
    errors[param].as_array().unwrap().iter().map(|error| error["params"]["rule"].as_str().unwrap()).collect()
}

fn without_messages(mut errors: Value) -> Value {
    for error in errors.as_object_mut().unwrap().values_mut().flat_map(|list| list.as_array_mut().unwrap()) {
        error.as_object_mut().unwrap().remove("message").unwrap();
    }
    errors
}

/// Every param and message, sorted: a `ValidationErrors` has no order.
fn messages(errors: &Value) -> Vec<(String, String)> {
    let errors = errors.as_object().unwrap().iter().flat_map(|(param, list)| {
        list.as_array().unwrap().iter().map(|error| (param.clone(), error["message"].as_str().unwrap().to_owned()))
    });
    sorted(errors)
}

fn messages_of(report: &Report) -> Vec<(String, String)> {
    sorted(report.errors.iter().map(|violation| (violation.param(), violation.message(report.locale))))
}

fn sorted(messages: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    let mut messages: Vec<_> = messages.collect();
    messages.sort();
    messages
}
