//! The rules as JSON Schema, and the operation that creates a session as OpenAPI.
//!
//! The schemas are made from the model of the request and from the catalogue. They refuse the requests that violate a
//! rule that [`coverage`] lists, and no others. Warnings, and rules that JSON Schema cannot express, such as sums and
//! times, are in the descriptions with the ids of their rules.
//!
//! `format` is not used: some validators refuse values by it, and no format accepts everything that a rule accepts
//! (`date-time` is RFC 3339 only, `uri` is ASCII only).

mod coverage;
mod cross_field;
mod fields;
mod keywords;
mod logic;
mod model;
mod openapi;
mod patterns;
mod target;

use std::fmt;

pub use coverage::{Coverage, coverage};
use keywords::{Schema, merge, only};
use model::{Model, first_paragraph};
use serde_json::Value;
pub use target::Target;

use crate::report::Rule;
use crate::request::{CheckoutSessionRequest, CheckoutSessionRequestV1};
use crate::rules::Example;
use crate::version::Version;

/// A JSON document. [`Display`](fmt::Display) writes it on one line, or indented with `{:#}`.
#[derive(Debug, Clone, PartialEq)]
pub struct JsonDocument(Value);

impl fmt::Display for JsonDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Returns the JSON Schema of a version's request, in a dialect.
///
/// ```
/// use fintoc_preflight::{Version, schema::{Target, json_schema}};
///
/// let schema = json_schema(Version::V2, Target::Draft202012).to_string();
/// assert!(schema.starts_with(r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","#));
/// ```
#[must_use]
pub fn json_schema(version: Version, target: Target) -> JsonDocument {
    JsonDocument(target::in_dialect(request(version), target).into())
}

/// Returns an OpenAPI 3.1 document of the operation that creates a session, in both versions: the request, the session
/// and the error.
///
/// ```
/// assert!(fintoc_preflight::schema::openapi().to_string().starts_with(r#"{"openapi":"3.1.0","#));
/// ```
#[must_use]
pub fn openapi() -> JsonDocument {
    JsonDocument(openapi::document().into())
}

/// Returns the schema of a request in draft 2020-12, without `$schema`.
fn request(version: Version) -> Schema {
    let (body, doc) = match version {
        Version::V1 => (&CheckoutSessionRequestV1::SCHEMA, &CheckoutSessionRequestV1::OBJECT_DOC),
        Version::V2 => (&CheckoutSessionRequest::SCHEMA, &CheckoutSessionRequest::OBJECT_DOC),
    };
    let mut model = Model::of_request(version);
    let object = model.object(body, doc, "");
    let unexpressed = model.unexpressed("").unwrap_or_default();
    merge([
        only("$comment", comment(version)),
        only("title", body.name),
        only("description", format!("{}\n\n{unexpressed}", first_paragraph(doc.lines))),
        only("examples", examples(version)),
        only("type", "object"),
        object,
        only("allOf", cross_field::rules(version)),
        only("$defs", merge([model.definitions, fields::shared_definitions()])),
    ])
}

/// Returns a comment that names the rules that the schema covers.
fn comment(version: Version) -> String {
    let rules: Vec<String> = coverage::covered(version)
        .map(|rule| match coverage(rule) {
            Coverage::At(field) => format!("{rule} (at {field})"),
            Coverage::Part => format!("{rule} (in part)"),
            Coverage::Whole | Coverage::None => rule.to_string(),
        })
        .collect();
    format!("Made by fintoc-preflight. Covers the rules: {}", rules.join(", "))
}

/// Returns requests from the catalogue without errors or warnings.
fn examples(version: Version) -> Vec<Value> {
    let rules: &[Rule] = match version {
        Version::V1 => &[Rule::AmountLimit, Rule::AmountWithLineItems],
        Version::V2 => &[
            Rule::RedirectUrlsRequired,
            Rule::AmountEqualsTotal,
            Rule::LineItemsRequiredInSubscription,
            Rule::AmountForbiddenInSetup,
        ],
    };
    let body = |rule: &Rule| match rule.info().valid {
        Example::Body { body, .. } => serde_json::from_str(body).ok(),
        Example::Words(_) => None,
    };
    rules.iter().filter_map(body).collect()
}
