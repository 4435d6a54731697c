//! What the rules say, as JSON Schema, and the operation that they are for, as OpenAPI.
//!
//! The schemas are made from the model of the request and from the catalogue. They refuse what breaks a rule that
//! [`coverage`] says they cover, and nothing else: warnings, and what JSON Schema cannot say, such as sums and the clock,
//! are in the descriptions with the ids of their rules.
//!
//! `format` is not used: some validators refuse what is not of a format, and none of the formats takes all that a rule
//! takes (a `date-time` is RFC 3339's, a `uri` is ASCII).

mod coverage;
mod cross_field;
mod fields;
mod logic;
mod model;
mod node;
mod openapi;
mod patterns;
mod target;

use std::fmt;

pub use coverage::{Coverage, coverage};
pub use target::Target;

use crate::report::Rule;
use crate::request::{CheckoutSessionRequest, CheckoutSessionRequestV1};
use crate::rules::Example;
use crate::version::Version;
use model::{Model, first_paragraph};
use node::{Node, Schema, only};

/// A document in JSON, which is written by its `Display`: on one line, or with `{:#}` indented.
#[derive(Debug, Clone, PartialEq)]
pub struct JsonDocument(Node);

impl fmt::Display for JsonDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The JSON Schema of the request of a version, in a dialect.
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

/// An OpenAPI 3.1 document of the operation that creates a session, in both versions: what is sent, what is answered, and
/// what an error looks like.
///
/// ```
/// assert!(fintoc_preflight::schema::openapi().to_string().starts_with(r#"{"openapi":"3.1.0","#));
/// ```
#[must_use]
pub fn openapi() -> JsonDocument {
    JsonDocument(openapi::document().into())
}

/// The schema of a request in draft 2020-12, but for the name of the draft.
fn request(version: Version) -> Schema {
    let table = match version {
        Version::V1 => &CheckoutSessionRequestV1::SCHEMA,
        Version::V2 => &CheckoutSessionRequest::SCHEMA,
    };
    let mut model = Model::of_request(version);
    let object = model.object(table, "");
    let unsaid = model.unsaid("").unwrap_or_default();
    [
        only("$comment", comment(version)),
        only("title", table.name),
        only("description", format!("{}\n\n{unsaid}", first_paragraph(table.doc))),
        only("examples", examples(version)),
        only("type", "object"),
        object,
        only("allOf", cross_field::rules(version)),
        only("$defs", [model.definitions, fields::shared_definitions()].concat()),
    ]
    .concat()
}

/// Names the rules that the schema covers.
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

/// Requests without errors or warnings, from the catalogue.
fn examples(version: Version) -> Vec<Node> {
    let rules: &[Rule] = match version {
        Version::V1 => &[Rule::AmountLimit, Rule::AmountWithLineItems],
        Version::V2 => &[
            Rule::RedirectUrlsRequired,
            Rule::AmountEqualsTotal,
            Rule::LineItemsRequiredInSubscription,
            Rule::AmountForbiddenInSetup,
        ],
    };
    let keeps = |rule: &Rule| match rule.info().valid {
        Example::Body { body, .. } => Some(Node::Raw(body)),
        Example::Words(_) => None,
    };
    rules.iter().filter_map(keeps).collect()
}
