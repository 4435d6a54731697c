//! A server in place of Fintoc's API that refuses invalid requests: `cargo run --example server --features axum`.
//!
//! - `POST /v1/checkout_sessions` and `POST /v2/checkout_sessions`: checked by the layer
//! - `POST /typed`: checked by the extractor
//! - `POST /unchecked`: the same handler without a check
//!
//! A valid request is answered with a session that has the request, byte for byte, in `request`. A service would send
//! these bytes to Fintoc. `--report` refuses nothing, and the first other argument is the address.

use std::env;

use axum::body::{Body, Bytes};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Extension, Router};
use fintoc_preflight::CheckoutSessionRequest;
use fintoc_preflight_tower::{Checked, Mode, Preflight};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let (flags, addresses): (Vec<String>, Vec<String>) =
        env::args().skip(1).partition(|argument| argument == "--report");
    let mode = if flags.is_empty() { Mode::Refuse } else { Mode::Report };
    let address = addresses.first().map_or("127.0.0.1:3000", String::as_str);
    let listener = TcpListener::bind(address).await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, server(Preflight::new().mode(mode))).await
}

pub(crate) fn server(preflight: Preflight) -> Router {
    Router::new()
        .route("/v1/checkout_sessions", post(create))
        .route("/v2/checkout_sessions", post(create))
        .route("/unchecked", post(create))
        .route("/typed", post(create_typed))
        .layer(Extension(preflight.clone()))
        .layer(preflight)
}

async fn create(body: Bytes) -> Response {
    session(&body)
}

async fn create_typed(Checked { request, body }: Checked<CheckoutSessionRequest>) -> Response {
    // Code that needs values of the request reads them here, and sends the bytes.
    let _amount: Option<i64> = request.amount;
    session(&body)
}

fn session(request: &[u8]) -> Response {
    let body = [br#"{"id":"cs_example","object":"checkout_session","request":"#, request, b"}"].concat();
    (StatusCode::CREATED, [(header::CONTENT_TYPE, "application/json")], Body::from(body)).into_response()
}
