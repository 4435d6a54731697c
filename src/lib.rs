//! Validates a request to create a [Fintoc](https://fintoc.com) checkout session before it is sent, and reports every
//! mistake at once. An unofficial project.
//!
//! # From text
//!
//! [`validate_json`] takes a body as text or bytes, and always returns a [`Report`]:
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
//! let rules: Vec<&str> = report.errors.iter().map(|violation| violation.rule().as_str()).collect();
//! assert_eq!(rules, ["amount-equals-total", "enum"]);
//! # Ok::<(), fintoc_preflight::ParseTimestampError>(())
//! ```
//!
//! [`parse_json`] returns the typed request if the report has no error, and the report otherwise.
//!
//! # From Rust
//!
//! A [`CheckoutSessionRequest`] is built from the constructor of its flow, and `validate` returns the report on the JSON
//! that [`to_json`](CheckoutSessionRequest::to_json) and serde write:
//!
//! ```
//! use fintoc_preflight::{CheckoutSessionRequest, Currency, Options, Timestamp};
//!
//! let request = CheckoutSessionRequest::payment(350_000, Currency::Clp) // whole pesos; for MXN it would be centavos
//!     .success_url("https://merchant.com/success")
//!     .cancel_url("https://merchant.com/cancel")
//!     .build();
//! assert!(request.validate(&Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?)).is_valid());
//! # Ok::<(), fintoc_preflight::ParseTimestampError>(())
//! ```
//!
//! Requests are plain, owned types: an `Option` for each field, and `unknown` for names that the model does not have.
//! serde reads them strictly, and stops at the first value of the wrong type; [`parse_json`] reports all mistakes at
//! once. [`CheckoutSessionRequestV1`] is the request of version 1.
//!
//! # Reports
//!
//! A [`Report`] has errors and warnings. An error is a request that Fintoc's documents refuse, a value that cannot be
//! what its field is named, or a request that several integrators saw the API refuse. A warning is a doubt for a person
//! to look at. A request without errors is valid.
//!
//! Each [`Violation`] has a [`Rule`], an [`ErrorCode`] in Fintoc's vocabulary, a [`Path`], a message in English or
//! Spanish, [facts](Violation::facts) that say the same in numbers and names, and a [`Suggestion`] if the right value is
//! certain. One mistake is one violation: a malformed value is
//! reported once, and hides no other mistake. Messages and suggestions contain no string of the request, so reports can
//! be logged; the keys in paths are the only text from it, and `Display` writes them in [`visible`] characters. `Debug` of
//! requests and answers writes their structure, and no value.
//!
//! [`Options`] set the version of the API, the time, the language, the [levels](Options::level) of single rules, and limits. The time
//! is an input: the crate reads no clock, except with the feature `validator`.
//!
//! # Schemas
//!
//! [`schema`] returns the requests as JSON Schema, with the rules that JSON Schema can express, and the operation as
//! OpenAPI.
//!
//! # Sessions and events
//!
//! [`session`] parses the checkout sessions and events that Fintoc sends, and
//! [`Parsed::compare`](session::Parsed::compare) lists the differences between a request and its session.
//!
//! # Features
//!
//! None is on by default.
//!
//! - `typescript`: the types that the npm package is built from. Not for Rust code.
//! - `js-value`: on `wasm32`, returns a report as a JavaScript object (`Report::to_js_value`) with its TypeScript type
//!   (`tsify::Ts<Report>`), for Rust applications that use wasm-bindgen themselves.
//! - `validator`: implements `validator::Validate` (of `validator` 0.20) for both requests, for the extractors of web
//!   frameworks. The trait takes no time, so this reads the system clock.
//! - `webhook`: verifies the signature of the webhooks that Fintoc sends.
#![forbid(unsafe_code)]
// No input may make the core panic: these lints deny every construct that can.
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

mod enums;
mod expires_at;
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

mod apply;
mod locate;
mod options;
mod validate;

pub mod schema;
pub mod session;
#[cfg(feature = "webhook")]
pub mod webhook;

mod bindings;

pub use apply::Edit;
#[cfg(feature = "typescript")]
pub use bindings::typescript;
#[cfg(all(feature = "js-value", target_arch = "wasm32"))]
pub use bindings::{JsReport, JsValueError};
pub use enums::ParseEnumError;
pub use error_code::ErrorCode;
pub use expires_at::ExpiresAtFault;
pub use formats::{EmailFault, IdFault, UrlFault, visible};
pub use json::{JsonType, SyntaxFault};
pub use locate::{Location, Nearest, locate, locate_all};
pub use options::{FixedLevelError, LevelOverride, Options};
pub use report::messages::Locale;
pub use report::{
    BodyKind, Correction, Elsewhere, Fact, FactInfo, FactType, FactValue, KnownIn, Level, Loss, MemberPart, Omitted,
    ParseRuleError, Path, Report, Rule, Segment, Suggestion, TaxIdKind, ValueFault, Violation, ViolationKind,
};
pub use request::{CheckoutSessionRequest, CheckoutSessionRequestV1, Currency, Flow, OpenEnum};
pub use rules::{Citation, Description, Example, Reference, RuleInfo, Scope, ScopeCondition};
pub use timestamp::{ParseTimestampError, Timestamp};
pub use validate::lossy::{Losses, report_unserializable, validate_lossy};
pub use validate::{Request, parse_json, validate_json};
pub use version::Version;

/// Runs the examples of the README as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}

/// Runs the examples of the README in Spanish as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.es.md")]
mod readme_es {}

/// Runs the examples of the page for services as tests.
#[cfg(doctest)]
#[doc = include_str!("../docs/rust.md")]
mod service {}
