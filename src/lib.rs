//! Checks a request to create a [Fintoc](https://fintoc.com) checkout session before it is sent, and says every mistake
//! at once. This project is not Fintoc's.
//!
//! # From text
//!
//! [`validate_json`] takes the body as text or bytes, and always answers with a [`Report`]:
//!
//! ```
//! use fintoc_preflight::{Options, Timestamp, validate_json};
//!
//! let now: Timestamp = "2026-01-13T12:00:00Z".parse()?;
//! let body = r#"{
//!     "amount": 45000, "currency": "clp", "ui_mode": "embedded",
//!     "line_items": [{"quantity": 4, "price_data": {
//!         "currency": "CLP", "unit_amount": 45000, "product_data": {"name": "Silla"}
//!     }}]
//! }"#;
//! let report = validate_json(body, &Options::new(now));
//! let rules: Vec<&str> = report.errors.iter().map(|violation| violation.rule().id()).collect();
//! assert_eq!(rules, ["amount-equals-total", "enum"]);
//! # Ok::<(), fintoc_preflight::ParseTimestampError>(())
//! ```
//!
//! [`parse_json`] gives the typed request instead, when it has no error.
//!
//! # From Rust
//!
//! [`CheckoutSessionRequest`] is built with struct update syntax; whatever a [`Field`] takes goes into it with
//! `.into()`. It says what it would send ([`to_json`](CheckoutSessionRequest::to_json), or serde), and judges it:
//!
//! ```
//! use fintoc_preflight::{CheckoutSessionRequest, Currency, Options, Timestamp};
//!
//! let request = CheckoutSessionRequest {
//!     amount: 350_000.into(), // whole pesos; for MXN it would be centavos
//!     currency: Currency::Clp.into(),
//!     success_url: "https://merchant.com/success".into(),
//!     cancel_url: "https://merchant.com/cancel".into(),
//!     ..CheckoutSessionRequest::default()
//! };
//! assert!(request.validate(&Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?)).is_valid());
//! # Ok::<(), fintoc_preflight::ParseTimestampError>(())
//! ```
//!
//! Requests borrow from the text that they were read from. `CheckoutSessionRequest<'static>`, which serde and
//! [`into_owned`](request::IntoOwned) give, borrows nothing. [`CheckoutSessionRequestV1`] is the request of version 1.
//!
//! # Reports
//!
//! A [`Report`] has errors and warnings. An error is what Fintoc's documents say is refused, a value that cannot be what its
//! field is named, or what several integrators saw the API refuse; a warning is what a person should look at. Each
//! [`Violation`] has a [`Rule`], a [`ErrorCode`] in Fintoc's vocabulary, a [`Path`], a message in English or Spanish, and where it is certain a
//! [`Suggestion`]. One mistake is one violation: what is malformed is reported for that alone, and hides nothing else.
//! No string from the request is ever in a message, so that reports can be logged; only the keys in a path are the
//! request's own.
//!
//! [`Options`] set the version of the API, the time, the language, and the [`Levels`] of single rules. The crate never
//! reads a clock, but for the feature `validator`.
//!
//! # Schemas
//!
//! [`schema`] says the same as JSON Schema, as far as that can say it, and describes the operation as OpenAPI.
//!
//! # What comes back
//!
//! [`session`] has the checkout session and the events that Fintoc sends, and
//! [`compare_session`](session::compare_session) says whether a session is what was asked for.
//!
//! # Features
//!
//! None is on by default.
//!
//! - `wasm`, `wasm-session`, `typescript`: the binding that the npm package is built from, and its types; of no use to Rust code.
//! - `js-value`: on `wasm32`, gives a report as a JavaScript object (`Report::to_js_value`) with its TypeScript type
//!   (`tsify::Ts<Report>`), for Rust code that is itself an application of wasm-bindgen.
//! - `validator`: implements `validator::Validate` (of `validator` 0.20) for both requests, for the extractors of web
//!   frameworks. The trait takes no time, so this reads the system's clock.
//! - `webhook`: verifies the signature of the webhooks that Fintoc sends.
#![forbid(unsafe_code)]
// Hostile input must not be able to make the core panic.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::todo,
    clippy::unimplemented,
    clippy::unreachable,
    clippy::unwrap_used
)]

mod formats;
mod json;
mod sort;
mod timestamp;

mod error_code;
mod version;

mod report;
pub mod request;
mod rules;
mod tape;

mod locate;
mod options;
mod validate;

pub mod schema;
pub mod session;
#[cfg(feature = "webhook")]
pub mod webhook;

mod bindings;

#[cfg(all(feature = "js-value", target_arch = "wasm32"))]
pub use bindings::JsReport;
#[cfg(feature = "typescript")]
pub use bindings::typescript;
pub use error_code::ErrorCode;
pub use formats::{EmailFault, IdFault, UrlFault};
pub use json::{Json, JsonType, SyntaxError, SyntaxFault};
pub use locate::{Location, locate};
pub use options::{FixedLevelError, LevelOverride, Levels, Options};
pub use report::messages::Locale;
pub use report::{
    BodyKind, Correction, Elsewhere, KnownIn, Level, Omitted, ParseRuleError, Path, Report, Rule, Segment, Suggestion,
    TaxIdKind, Violation, ViolationKind,
};
pub use request::{CheckoutSessionRequest, CheckoutSessionRequestV1, Currency, Field, Flow};
pub use rules::{Citation, Description, Example, Reference, RuleInfo};
pub use timestamp::{ExpiresAtFault, ParseTimestampError, Timestamp};
pub use validate::{Request, parse_json, validate_json};
pub use version::Version;

/// The examples of the README run too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
