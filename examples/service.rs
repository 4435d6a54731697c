//! A service that takes a request as bytes, and answers with the report if it is invalid: `cargo run --example service`.
//!
//! ```console
//! $ curl localhost:3000/checkout_sessions -d '{"amount": "24990", "currency": "clp", "ui_mode": "embedded"}'
//! ```

use std::time::SystemTime;

use axum::Router;
use axum::body::Bytes;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use fintoc_preflight::{CheckoutSessionRequest, Locale, Options, Timestamp, parse_json};
use tokio::net::TcpListener;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    axum::serve(TcpListener::bind("127.0.0.1:3000").await?, service()).await
}

pub(crate) fn service() -> Router {
    Router::new().route("/checkout_sessions", post(create))
}

async fn create(body: Bytes) -> Response {
    let Ok(now) = Timestamp::try_from(SystemTime::now()) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    match parse_json::<CheckoutSessionRequest>(body, &Options::new(now).locale(Locale::Es)) {
        // A service would send the request to Fintoc here.
        Ok(request) => json(StatusCode::CREATED, request.to_json()),
        Err(report) => json(StatusCode::UNPROCESSABLE_ENTITY, report.to_json()),
    }
}

fn json(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}
