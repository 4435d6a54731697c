//! The `webhook` feature, by the vectors that the npm package is tested with too.

use std::fs;
use std::time::Duration;

use fintoc_preflight::webhook::{SignatureError, TOLERANCE, verify_signature};
use serde::Deserialize;

#[allow(dead_code, reason = "its `main` prints")]
#[path = "../examples/webhook.rs"]
mod handler;

#[derive(Deserialize)]
struct Vector {
    name: String,
    body: String,
    header: String,
    secret: String,
    now: String,
    tolerance: Option<u64>,
    outcome: String,
}

#[test]
fn every_vector_has_its_outcome() {
    let text = fs::read_to_string("tests/webhook/vectors.json").unwrap();
    let vectors: Vec<Vector> = serde_json::from_str(&text).unwrap();
    assert!(vectors.len() > 30);
    for Vector { name, body, header, secret, now, tolerance, outcome } in vectors {
        let tolerance = tolerance.map_or(TOLERANCE, Duration::from_secs);
        let verified = verify_signature(body.as_bytes(), &header, &secret, now.parse().unwrap(), tolerance);
        assert_eq!(word(verified), outcome, "{name}");
    }
}

/// The outcome as the vectors have it.
fn word(verified: Result<(), SignatureError>) -> &'static str {
    match verified {
        Ok(()) => "verified",
        Err(SignatureError::EmptySecret) => "empty-secret",
        Err(SignatureError::MalformedHeader) => "malformed-header",
        Err(SignatureError::OutsideTolerance) => "outside-tolerance",
        Err(SignatureError::Mismatch) => "mismatch",
    }
}

#[test]
fn an_empty_secret_is_refused() {
    let now = "2026-01-13T12:00:00Z".parse().unwrap();
    let refused = verify_signature(b"", "t=1768305600,v1=00", "", now, TOLERANCE);
    assert_eq!(refused, Err(SignatureError::EmptySecret));
}

#[test]
fn the_body_is_bytes() {
    // `openssl dgst -sha256 -hmac whsec_test` of `1768305600.` and the three bytes.
    let header = "t=1768305600,v1=150a9a15d79580a81d1c04296c9e75ec6a935e9f109d1a51b9d36366a015248d";
    let now = "2026-01-13T12:00:00Z".parse().unwrap();
    assert_eq!(verify_signature(b"\xff\xfe\x00", header, "whsec_test", now, TOLERANCE), Ok(()));
    assert_eq!(
        verify_signature("\u{fffd}\u{fffd}\0".as_bytes(), header, "whsec_test", now, TOLERANCE),
        Err(SignatureError::Mismatch)
    );
}

#[test]
fn the_longest_tolerance_takes_any_time() {
    let header = "t=1768305600,v1=150a9a15d79580a81d1c04296c9e75ec6a935e9f109d1a51b9d36366a015248d";
    let late = "9999-12-31T23:59:59Z".parse().unwrap();
    assert_eq!(verify_signature(b"\xff\xfe\x00", header, "whsec_test", late, Duration::MAX), Ok(()));
}

#[test]
fn a_handler_goes_on_with_an_event_that_is_not_as_documented() {
    let now = "2026-01-13T12:00:30Z".parse().unwrap();
    let (status, lines) = handler::handle(handler::EVENT.as_bytes(), handler::SIGNATURE, now);
    assert_eq!(status, 200);
    assert_eq!(
        lines,
        ["log: data.customer", "log: data.metadata", "log: data.reference_id", "confirm the order of pi_1"]
    );
    let (status, lines) = handler::handle(b"{}", handler::SIGNATURE, now);
    assert_eq!((status, lines.len()), (400, 1));
}
