//! Parses the bodies of requests, as a gateway does, and answers with a report in Spanish if one is invalid:
//! `cargo run --example parse`.

use fintoc_preflight::{CheckoutSessionRequest, Locale, Options, ParseTimestampError, Timestamp, parse_json};

fn main() -> Result<(), ParseTimestampError> {
    let now: Timestamp = "2026-01-13T12:00:00Z".parse()?;
    for body in [
        r#"{"amount": 24990, "currency": "CLP", "ui_mode": "embedded"}"#,
        r#"{"amount": "24990", "currency": "clp", "ui_mode": "embedded"}"#,
        r#"{"amount": 24990, "#,
    ] {
        let (status, answer) = handle(body.as_bytes(), now);
        println!("{status} {answer}");
    }
    Ok(())
}

/// Returns the status and the body of the answer to a request.
fn handle(body: &[u8], now: Timestamp) -> (u16, String) {
    let options = Options { locale: Locale::Es, ..Options::new(now) };
    match parse_json::<CheckoutSessionRequest>(body, &options) {
        // A gateway would send the request to Fintoc here.
        Ok(request) => (200, request.to_json()),
        Err(report) => (422, report.to_json()),
    }
}
