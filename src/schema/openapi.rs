//! The operation that creates a session, as an OpenAPI 3.1 document.

use serde_json::Value;

use super::keywords::{Member, Schema, keywords, member, merge, only, strings};
use super::logic::optional;
use super::model::{Model, first_paragraph};
use super::request;
use super::target::everywhere;
use crate::enums::strum::VariantArray;
use crate::error_code::ErrorCode;
use crate::session::CheckoutSession;
use crate::version::Version;

pub(super) fn document() -> Schema {
    keywords([
        member("openapi", "3.1.0"),
        member("info", info()),
        member("servers", vec![only("url", "https://api.fintoc.com")]),
        member("security", vec![only("secretKey", Value::Array(Vec::new()))]),
        member("paths", keywords([path(Version::V2), path(Version::V1)])),
        member("components", keywords([member("schemas", schemas()), member("securitySchemes", security_schemes())])),
    ])
}

fn info() -> Schema {
    keywords([
        member("title", "Fintoc checkout sessions"),
        member("version", env!("CARGO_PKG_VERSION")),
        member("summary", "The operation that creates a checkout session."),
        member("description", "Made by fintoc-preflight from its rules. It is not Fintoc's."),
        member("license", keywords([member("name", "MIT OR Apache-2.0"), member("identifier", "MIT OR Apache-2.0")])),
    ])
}

fn security_schemes() -> Schema {
    let secret_key = keywords([
        member("type", "apiKey"),
        member("in", "header"),
        member("name", "Authorization"),
        member("description", "A secret key of the organisation, of live or test mode."),
    ]);
    only("secretKey", secret_key)
}

fn path(version: Version) -> Member {
    let (operation, body) = match version {
        Version::V1 => ("createCheckoutSessionV1", "CheckoutSessionRequestV1"),
        Version::V2 => ("createCheckoutSession", "CheckoutSessionRequest"),
    };
    let responses = keywords([
        member("200", answer("The session.", "CheckoutSession")),
        member("400", answer("The request is wrong.", "Error")),
        member("409", answer("Another customer has the tax identifier.", "Error")),
    ]);
    let post = keywords([
        member("operationId", operation),
        member("summary", format!("Create a checkout session, version {}", &version.as_str().replace('v', ""))),
        member("requestBody", keywords([member("required", true), content(body)])),
        member("responses", responses),
    ]);
    member(&format!("/{}/checkout_sessions", version.as_str()), only("post", post))
}

fn answer(description: &str, schema: &str) -> Schema {
    keywords([member("description", description), content(schema)])
}

fn content(schema: &str) -> Member {
    member("content", only("application/json", only("schema", only("$ref", format!("{COMPONENTS}{schema}")))))
}

const COMPONENTS: &str = "#/components/schemas/";

fn schemas() -> Schema {
    let of_v1 = |name: &str| if name.ends_with("V1") { name.to_owned() } else { format!("{name}V1") };
    merge([
        components(without_examples(request(Version::V2)), str::to_owned),
        components(without_examples(request(Version::V1)), of_v1),
        components(
            session(),
            |name| if name == "CheckoutSession" { name.to_owned() } else { format!("Answered{name}") },
        ),
        only("Error", error()),
    ])
}

/// Removes the examples: linters check them against each branch of a schema alone.
fn without_examples(schema: Schema) -> Schema {
    schema.into_iter().filter(|(keyword, _)| keyword != "examples").collect()
}

/// Returns a schema and its definitions as components. `rename` keeps the names of versions and answers distinct.
fn components(schema: Schema, rename: impl Fn(&str) -> String) -> Schema {
    let refer = |schema: Schema| -> Schema {
        let refer = |(keyword, value): Member| match (keyword.as_str(), &value) {
            ("$ref", Value::String(reference)) => {
                member("$ref", format!("{COMPONENTS}{}", rename(reference.trim_start_matches("#/$defs/"))))
            }
            _ => (keyword, value),
        };
        schema.into_iter().map(refer).collect()
    };
    let mut root = everywhere(schema, &refer);
    let definitions = match root.shift_remove("$defs") {
        Some(Value::Object(definitions)) => definitions,
        _ => Schema::new(),
    };
    let name = root.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
    let components = merge([only(&name, root), definitions]);
    components.into_iter().map(|(name, schema)| (rename(&name), schema)).collect()
}

/// Returns the schema of the session in the response.
fn session() -> Schema {
    let (schema, doc) = (&CheckoutSession::SCHEMA, &CheckoutSession::OBJECT_DOC);
    let mut model = Model::of_answer();
    let object = model.object(schema, doc, "");
    merge([
        only("title", schema.name),
        only("description", first_paragraph(doc.lines)),
        only("type", "object"),
        object,
        only("$defs", model.definitions),
    ])
}

/// Returns the schema of the error in the response.
fn error() -> Schema {
    let text = |description: &str| keywords([member("type", "string"), member("description", description)]);
    let codes: Vec<&str> = ErrorCode::VARIANTS.iter().map(|code| code.as_str()).collect();
    let fields = keywords([
        member("type", merge([text("The kind of error."), only("examples", strings(&["invalid_request_error"]))])),
        member("code", merge([text("What is wrong, for programs."), only("examples", strings(&codes))])),
        member("message", text("What is wrong, for people.")),
        member("param", optional("string", only("description", "The field that is wrong; `null` for the body."))),
        member("doc_url", text("Where errors of the kind are documented.")),
    ]);
    let error = keywords([
        member("type", "object"),
        member("properties", fields),
        member("required", strings(&["type", "message"])),
    ]);
    keywords([
        member("title", "Error"),
        member("description", "What is answered when there is no session."),
        member("type", "object"),
        member("properties", only("error", error)),
        member("required", strings(&["error"])),
    ])
}
