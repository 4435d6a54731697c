//! The extractor of axum.

mod support;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::routing::post;
use axum::{Extension, Router};
use fintoc_preflight::{CheckoutSessionRequest, CheckoutSessionRequestV1, Locale};
use fintoc_preflight_tower::{Checked, Preflight};
use http::StatusCode;
use serde_json::Value;
use support::{NOW, VALID, chunks, failing, options, send};

fn router() -> Router {
    let v2 = |Checked { request, body }: Checked<CheckoutSessionRequest>| async move {
        assert_eq!(request.amount, Some(24_990));
        body
    };
    let v1 = |Checked { body, .. }: Checked<CheckoutSessionRequestV1>| async { body };
    Router::new().route("/pay", post(v2)).route("/pay/v1", post(v1))
}

async fn answer(router: Router, path: &str, body: impl Into<Body>) -> (StatusCode, Bytes) {
    let (parts, body) = send(router, Request::post(path).body(body.into()).unwrap()).await;
    (parts.status, body)
}

#[tokio::test]
async fn the_handler_gets_the_typed_request_and_the_bytes() {
    for body in [Body::from(VALID), chunks(VALID, 9)] {
        assert_eq!(answer(router(), "/pay", body).await, (StatusCode::OK, Bytes::from(VALID)));
    }
}

#[tokio::test]
async fn an_invalid_request_is_answered() {
    let (status, body) = answer(router(), "/pay", r#"{"amount": 0, "currency": "CLP", "ui_mode": "embedded"}"#).await;
    let body: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(body["error"]["code"], "invalid_positive_integer");
    assert_eq!(body["report"]["errors"][0]["rule"], "amount-positive");
    assert_eq!(answer(router(), "/pay", "[]").await.0, StatusCode::BAD_REQUEST);
    assert_eq!(answer(router(), "/pay", failing(VALID)).await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_type_gives_the_version() {
    let body =
        r#"{"amount": 7000000, "currency": "CLP", "success_url": "https://m.com/", "cancel_url": "https://m.com/"}"#;
    let (status, body) = answer(router(), "/pay/v1", body).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(body.windows(12).any(|part| part == b"amount-limit"));
}

#[tokio::test]
async fn the_options_are_those_of_the_extension() {
    let preflight = Preflight::with_options(options().locale(Locale::Es).max_bytes(100)).clock(|| NOW.parse().unwrap());
    let router = router().layer(Extension(preflight));
    let (_, body) = answer(router.clone(), "/pay", r#"{"amount": 1, "ui_mode": "embedded"}"#).await;
    let body: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(body["error"]["message"], "falta currency.");
    let (status, _) = answer(router, "/pay", " ".repeat(101)).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_compressed_body_is_refused() {
    let request = Request::post("/pay").header("content-encoding", "gzip").body(VALID.into()).unwrap();
    assert_eq!(send(router(), request).await.0.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}
