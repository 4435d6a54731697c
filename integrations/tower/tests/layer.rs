//! The layer, around an axum router and around a plain service.

mod support;

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::routing::post;
use fintoc_preflight::{LevelOverride, Options, Rule, Timestamp, Version};
use fintoc_preflight_tower::{CheckedReport, HEADER, Mode, Preflight, Replayed};
use http::{Response, StatusCode};
use http_body_util::{BodyExt, Full};
use serde_json::{Value, json};
use support::{CHUNKED, NOW, VALID, chunks, failing, options, send};
use tower::{Layer, ServiceExt, service_fn};

/// A router that answers with the body that it gets, and counts the requests that reach it.
fn echo(preflight: Preflight) -> (Router, Arc<AtomicUsize>) {
    let reached = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&reached);
    let handler = move |body: Bytes| {
        count.fetch_add(1, Ordering::Relaxed);
        async { body }
    };
    let router = Router::new()
        .route("/v1/checkout_sessions", post(handler.clone()).get(|| async { "all sessions" }))
        .route("/v2/checkout_sessions", post(handler.clone()))
        .route("/v2/checkout_sessions/cs_1/expire", post(handler.clone()))
        .route("/pay", post(handler));
    (router.layer(preflight), reached)
}

fn preflight() -> Preflight {
    Preflight::with_options(options()).clock(|| NOW.parse().unwrap())
}

async fn answer(preflight: Preflight, path: &str, body: impl Into<Body>) -> (StatusCode, Bytes, usize) {
    let (router, reached) = echo(preflight);
    let (response, body) = send(router, Request::post(path).body(body.into()).unwrap()).await;
    (response.status, body, reached.load(Ordering::Relaxed))
}

#[tokio::test]
async fn a_valid_body_reaches_the_handler_byte_for_byte() {
    // Blanks, escapes and a name twice are kept, which a parsed and serialised body would not.
    let odd = "{ \"amount\":24990,\n\"currency\": \"C\\u004cP\",\"ui_mode\":\"embedded\"}\r\n";
    for body in [VALID, odd] {
        assert_eq!(answer(preflight(), "/v2/checkout_sessions", body).await, (StatusCode::OK, Bytes::from(body), 1));
    }
    for size in [1, 7, 1000] {
        let (status, body, reached) = answer(preflight(), "/v2/checkout_sessions", chunks(odd, size)).await;
        assert_eq!((status, &body[..], reached), (StatusCode::OK, odd.as_bytes(), 1), "in chunks of {size}");
    }
}

#[tokio::test]
async fn an_invalid_body_is_answered_and_does_not_reach_the_handler() {
    let (status, body, reached) = answer(
        preflight(),
        "/v2/checkout_sessions",
        r#"{"amount": "24990", "currency": "clp", "ui_mode": "embedded"}"#,
    )
    .await;
    let body: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!((status, reached), (StatusCode::BAD_REQUEST, 0));
    let error = &body["error"];
    assert_eq!(
        (&error["type"], &error["code"], &error["param"]),
        (&json!("invalid_request_error"), &json!("invalid_integer"), &json!("amount"))
    );
    let rules: Vec<&Value> = body["report"]["errors"].as_array().unwrap().iter().map(|error| &error["rule"]).collect();
    assert_eq!(rules, ["type", "enum"]);
}

#[tokio::test]
async fn the_path_gives_the_version() {
    // Version 1 has no `ui_mode`, and its maximum amount is lower.
    let body = r#"{"amount": 7000000, "currency": "CLP"}"#;
    let (status, answered, _) = answer(preflight(), "/v1/checkout_sessions", body).await;
    let answered: Value = serde_json::from_slice(&answered).unwrap();
    assert_eq!((status, &answered["report"]["errors"][0]["rule"]), (StatusCode::BAD_REQUEST, &json!("amount-limit")));
    let (_, answered, _) = answer(preflight(), "/v2/checkout_sessions", body).await;
    let answered: Value = serde_json::from_slice(&answered).unwrap();
    assert_eq!(answered["report"]["errors"][0]["rule"], "redirect-urls-required");
    // A fixed version, for any path.
    assert_eq!(answer(preflight().version(Version::V1), "/pay", body).await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn other_requests_are_left_alone() {
    for path in ["/pay", "/v2/checkout_sessions/cs_1/expire"] {
        assert_eq!(answer(preflight(), path, "no JSON").await, (StatusCode::OK, Bytes::from("no JSON"), 1));
    }
    let request = Request::get("/v1/checkout_sessions").body(Body::from("no JSON")).unwrap();
    assert_eq!(send(echo(preflight()).0, request).await.1, "all sessions");
}

#[tokio::test]
async fn a_body_is_read_up_to_the_limit() {
    let limited = || Preflight::with_options(options().max_bytes(VALID.len())).clock(|| NOW.parse().unwrap());
    let path = "/v2/checkout_sessions";
    assert_eq!(answer(limited(), path, VALID).await.0, StatusCode::OK);
    let longer = format!("{VALID} ");
    for body in [Body::from(longer.clone()), chunks(&longer, 5)] {
        let (status, body, reached) = answer(limited(), path, body).await;
        assert_eq!((status, reached), (StatusCode::PAYLOAD_TOO_LARGE, 0));
        let body: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(body["report"]["errors"][0]["rule"], "body-size");
    }
}

#[tokio::test]
async fn a_body_without_end_is_not_read_to_its_end() {
    let endless = support::endless();
    let read = Arc::clone(&endless.read);
    let (status, _, _) = answer(preflight(), "/v2/checkout_sessions", Body::new(endless)).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(read.load(Ordering::Relaxed), Options::MAX_BYTES / CHUNKED + 1, "chunks read");
}

#[tokio::test]
async fn a_report_refuses_nothing_and_has_a_header() {
    let report = || preflight().mode(Mode::Report);
    let send_to = async |request: Request| send(echo(report()).0, request).await;
    let post = || Request::post("/v2/checkout_sessions");

    let (invalid, body) = send_to(post().body("{\"amount\": 1}".into()).unwrap()).await;
    assert_eq!((invalid.status, &body[..]), (StatusCode::OK, b"{\"amount\": 1}".as_slice()));
    assert_eq!(invalid.headers[HEADER], r#"invalid; errors=3; warnings=0; rules="redirect-urls-required required""#);

    let (valid, _) = send_to(post().body(VALID.into()).unwrap()).await;
    assert_eq!(valid.headers[HEADER], r#"valid; errors=0; warnings=0; rules="""#);

    let (compressed, body) = send_to(post().header("content-encoding", "gzip").body("\x1f".into()).unwrap()).await;
    assert_eq!((&compressed.headers[HEADER], &body[..]), (&"unchecked".parse().unwrap(), b"\x1f".as_slice()));

    // The part of a long body that was read, and the rest.
    let long = format!("{VALID}{}", " ".repeat(Options::MAX_BYTES));
    let (too_long, body) = send_to(post().body(chunks(&long, 1000)).unwrap()).await;
    assert_eq!((too_long.status, body.len()), (StatusCode::OK, long.len()));
    assert_eq!(too_long.headers[HEADER], r#"invalid; errors=1; warnings=0; rules="body-size""#);

    let (other, _) = send_to(Request::post("/pay").body("{}".into()).unwrap()).await;
    assert!(!other.headers.contains_key(HEADER));
}

#[tokio::test]
async fn a_compressed_body_is_refused() {
    let (router, reached) = echo(preflight());
    let request = Request::post("/v2/checkout_sessions").header("content-encoding", "br").body(VALID.into()).unwrap();
    let (response, body) = send(router, request).await;
    assert_eq!((response.status, reached.load(Ordering::Relaxed)), (StatusCode::UNSUPPORTED_MEDIA_TYPE, 0));
    assert_eq!(serde_json::from_slice::<Value>(&body).unwrap()["error"]["type"], "invalid_request_error");
}

#[tokio::test]
async fn a_body_that_fails_is_refused_or_fails_in_the_handler_too() {
    let path = "/v2/checkout_sessions";
    let (status, _, reached) = answer(preflight(), path, failing(VALID)).await;
    assert_eq!((status, reached), (StatusCode::BAD_REQUEST, 0));
    // axum's `Bytes` fails before the handler is called.
    let (router, reached) = echo(preflight().mode(Mode::Report));
    let (response, body) = send(router, Request::post(path).body(failing(VALID)).unwrap()).await;
    assert_eq!((response.status, reached.load(Ordering::Relaxed)), (StatusCode::BAD_REQUEST, 0));
    assert_eq!(response.headers[HEADER], "unchecked");
    assert!(!body.starts_with(b"{"), "the answer is the handler's");
}

#[tokio::test]
async fn each_report_is_counted_and_the_handler_gets_its_own() {
    let counts: Arc<[AtomicUsize; 2]> = Arc::default();
    let counted = Arc::clone(&counts);
    let lenient = options().level(Rule::Enum, LevelOverride::Warn).unwrap();
    let preflight =
        Preflight::with_options(lenient).clock(|| NOW.parse().unwrap()).on_report(move |report, version| {
            assert_eq!(version, Version::V2);
            counted[usize::from(report.is_valid())].fetch_add(1, Ordering::Relaxed);
        });
    let handler = |request: Request| async move {
        let CheckedReport(report) = request.extensions().get().unwrap();
        report.warnings[0].rule().as_str()
    };
    let router = Router::new().route("/v2/checkout_sessions", post(handler)).layer(preflight);
    let body = r#"{"amount": 24990, "currency": "clp", "ui_mode": "embedded"}"#;
    for (body, answer) in [(body, Some("enum")), ("{}", None)] {
        let request = Request::post("/v2/checkout_sessions").body(body.into()).unwrap();
        let (response, body) = send(router.clone(), request).await;
        assert_eq!(response.status.is_success(), answer.is_some());
        assert!(answer.is_none_or(|answer| body == answer));
    }
    assert_eq!(counts.each_ref().map(|count| count.load(Ordering::Relaxed)), [1, 1]);
}

#[tokio::test]
async fn the_clock_of_the_system_is_read_at_each_request() {
    let body = |expires_at: &str| {
        format!(r#"{{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "expires_at": "{expires_at}"}}"#)
    };
    let path = "/v2/checkout_sessions";
    assert_eq!(answer(Preflight::new(), path, body("2020-01-01T00:00:00Z")).await.0, StatusCode::BAD_REQUEST);
    let now = Timestamp::try_from(std::time::SystemTime::now() + std::time::Duration::from_hours(1)).unwrap();
    assert_eq!(answer(Preflight::new(), path, body(&now.to_string())).await.0, StatusCode::OK);
}

#[tokio::test]
async fn any_service_of_http_can_have_the_layer() {
    let service = service_fn(|request: http::Request<Replayed<Full<Bytes>>>| async {
        Ok::<_, Infallible>(Response::new(Full::new(request.into_body().collect().await.unwrap().to_bytes())))
    });
    let request = |body: &'static str| {
        http::Request::post("/v2/checkout_sessions").body(Full::new(Bytes::from_static(body.as_bytes()))).unwrap()
    };
    let service = preflight().layer(service);
    assert_eq!(service.clone().oneshot(request("[]")).await.unwrap().status(), StatusCode::BAD_REQUEST);
    let body = service.oneshot(request(VALID)).await.unwrap().into_body().collect().await.unwrap().to_bytes();
    assert_eq!(body, VALID);
}
