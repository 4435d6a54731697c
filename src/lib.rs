//! Checks a request to create a Fintoc checkout session before it is sent.
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

mod catalogue;
mod formats;
mod json;
mod messages;
mod options;
mod path;
mod problem;
mod report;
pub mod request;
mod rules;
mod timestamp;
mod validate;

pub use catalogue::{Document, Example, Rule, RuleInfo, Source, UnknownRule, Version};
pub use json::{Json, JsonType, Location, SyntaxError, SyntaxFault, locate};
pub use messages::Locale;
pub use options::{FixedLevel, Levels, Options, Setting};
pub use path::{Path, Segment};
pub use problem::{Problem, TaxIdKind};
pub use report::{Code, Level, Report, Suggestion, Violation};
pub use request::{CheckoutSessionRequest, CheckoutSessionRequestV1, Currency, Field, Flow};
pub use timestamp::{InvalidTimestamp, Timestamp};
pub use validate::{Request, parse_json, validate_json};
