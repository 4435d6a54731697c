//! Refuses invalid requests to create a Fintoc checkout session before a handler sees them: [`Preflight`] is a tower
//! layer, and `Checked`, with the feature `axum`, an extractor of axum.
//!
//! ```
//! use axum::{Router, body::Bytes, routing::post};
//! use fintoc_preflight_tower::Preflight;
//!
//! async fn create(body: Bytes) -> Bytes {
//!     body // the bytes that came in: send them to Fintoc
//! }
//!
//! let app: Router = Router::new().route("/v2/checkout_sessions", post(create)).layer(Preflight::new());
//! ```
//!
//! An invalid request is answered with the status 400, and the first error in the form of Fintoc's API, which Fintoc's
//! clients raise as their own exception; the whole report is beside it, in `report`. A body above the limit is answered
//! with 413 as soon as the limit is exceeded, and a compressed one with 415. A valid body reaches the handler byte for
//! byte.
//!
//! Neither the layer nor the extractor writes a log. A report contains no value of the request.
#![forbid(unsafe_code)]
#![deny(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod body;
#[cfg(feature = "axum")]
mod extractor;
mod preflight;
mod service;

pub use body::Replayed;
#[cfg(feature = "axum")]
pub use extractor::{Checked, Rejection};
pub use fintoc_preflight_http::HEADER;
pub use preflight::{Mode, Preflight};
pub use service::{CheckedReport, PreflightService};

/// Runs the examples of the README as tests.
#[cfg(all(doctest, feature = "axum"))]
#[doc = include_str!("../README.md")]
mod readme {}
