//! `POST /checkout`: the extractor checks the body, and Fintoc gets the same bytes.

use std::{env, io, time::Duration};

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Router, routing::post};
use fintoc_preflight::{CheckoutSessionRequest, Options, Timestamp};
use fintoc_preflight_tower::{Checked, Preflight};
use reqwest::Client;

#[tokio::main]
async fn main() -> io::Result<()> {
    // The handler does not see warnings. `strict` makes them errors. The time of these options is not used.
    let preflight = Preflight::with_options(Options::new(Timestamp::UNIX_EPOCH).strict(true));
    let app = Router::new().route("/checkout", post(checkout)).layer(Extension(preflight)).with_state(Client::new());
    let port = env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(3000);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    println!("http://localhost:{}", listener.local_addr()?.port());
    axum::serve(listener, app).await
}

/// Sends a valid request, and returns Fintoc's answer. `request` has the typed fields, for a service that reads them.
async fn checkout(
    State(client): State<Client>,
    headers: HeaderMap,
    Checked { request: _, body }: Checked<CheckoutSessionRequest>,
) -> Result<Response, StatusCode> {
    let api = env::var("FINTOC_API").unwrap_or_else(|_| "https://api.fintoc.com".to_owned());
    let secret_key = env::var("FINTOC_SECRET_KEY").map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    let mut create = client.post(format!("{api}/v2/checkout_sessions")).timeout(Duration::from_secs(30)).body(body);
    create = create.header(header::AUTHORIZATION, secret_key).header(header::CONTENT_TYPE, "application/json");
    if let Some(key) = headers.get("idempotency-key") {
        create = create.header("idempotency-key", key);
    }
    let answer = create.send().await.map_err(|_| StatusCode::BAD_GATEWAY)?;
    let json = [(header::CONTENT_TYPE, "application/json")];
    Ok((answer.status(), json, answer.bytes().await.map_err(|_| StatusCode::BAD_GATEWAY)?).into_response())
}
