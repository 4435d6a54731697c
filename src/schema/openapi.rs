//! The operation that creates a session, as an OpenAPI 3.1 document.

use crate::error_code::ErrorCode;
use crate::version::Version;
use strum::VariantArray;

use super::logic::optional;
use super::model::{Model, first_paragraph};
use super::node::{Member, Node, Schema, member, only, words};
use super::request;
use super::target::everywhere;
use crate::session::CheckoutSession;

pub(super) fn document() -> Schema {
    vec![
        member("openapi", "3.1.0"),
        member("info", info()),
        member("servers", vec![only("url", "https://api.fintoc.com")]),
        member("security", vec![only("secretKey", Node::List(Vec::new()))]),
        member("paths", vec![path(Version::V2), path(Version::V1)]),
        member("components", vec![member("schemas", schemas()), member("securitySchemes", security_schemes())]),
    ]
}

fn info() -> Schema {
    vec![
        member("title", "Fintoc checkout sessions"),
        member("version", env!("CARGO_PKG_VERSION")),
        member("summary", "The operation that creates a checkout session."),
        member("description", "Made by fintoc-preflight from its rules. It is not Fintoc's."),
        member("license", vec![member("name", "MIT OR Apache-2.0"), member("identifier", "MIT OR Apache-2.0")]),
    ]
}

fn security_schemes() -> Schema {
    let secret_key = vec![
        member("type", "apiKey"),
        member("in", "header"),
        member("name", "Authorization"),
        member("description", "A secret key of the organisation, of live or test mode."),
    ];
    only("secretKey", secret_key)
}

fn path(version: Version) -> Member {
    let (operation, body) = match version {
        Version::V1 => ("createCheckoutSessionV1", "CheckoutSessionRequestV1"),
        Version::V2 => ("createCheckoutSession", "CheckoutSessionRequest"),
    };
    let responses = vec![
        member("200", answer("The session.", "CheckoutSession")),
        member("400", answer("The request is wrong.", "Error")),
        member("409", answer("Another customer has the tax identifier.", "Error")),
    ];
    let post = vec![
        member("operationId", operation),
        member("summary", format!("Create a checkout session, version {}", &version.as_str().replace('v', ""))),
        member("requestBody", vec![member("required", Node::True), content(body)]),
        member("responses", responses),
    ];
    member(&format!("/{}/checkout_sessions", version.as_str()), only("post", post))
}

fn answer(description: &str, schema: &str) -> Schema {
    vec![member("description", description), content(schema)]
}

fn content(schema: &str) -> Member {
    member("content", only("application/json", only("schema", only("$ref", format!("{COMPONENTS}{schema}")))))
}

const COMPONENTS: &str = "#/components/schemas/";

fn schemas() -> Schema {
    let of_v1 = |name: &str| if name.ends_with("V1") { name.to_owned() } else { format!("{name}V1") };
    [
        components(without_examples(request(Version::V2)), str::to_owned),
        components(without_examples(request(Version::V1)), of_v1),
        components(
            session(),
            |name| if name == "CheckoutSession" { name.to_owned() } else { format!("Answered{name}") },
        ),
        only("Error", error()),
    ]
    .concat()
}

/// Removes the examples: linters check them against each branch of a schema alone.
fn without_examples(schema: Schema) -> Schema {
    schema.into_iter().filter(|(keyword, _)| keyword != "examples").collect()
}

/// Returns a schema and its definitions as components. `rename` keeps the names of versions and answers distinct.
fn components(schema: Schema, rename: impl Fn(&str) -> String) -> Schema {
    let refer = |schema: Schema| -> Schema {
        let refer = |(keyword, value): Member| match (keyword.as_str(), &value) {
            ("$ref", Node::Text(reference)) => {
                member("$ref", format!("{COMPONENTS}{}", rename(reference.trim_start_matches("#/$defs/"))))
            }
            _ => (keyword, value),
        };
        schema.into_iter().map(refer).collect()
    };
    let mut components = Schema::new();
    let mut root = Schema::new();
    for (keyword, value) in everywhere(schema, &refer) {
        match (keyword.as_str(), value) {
            ("$defs", Node::Object(definitions)) => components = definitions,
            (_, value) => root.push((keyword, value)),
        }
    }
    let name = match root.iter().find(|(keyword, _)| keyword == "title") {
        Some((_, Node::Text(title))) => title.clone(),
        _ => String::new(),
    };
    components.insert(0, member(&name, root));
    components.into_iter().map(|(name, schema)| (rename(&name), schema)).collect()
}

/// Returns the schema of the session in the response.
fn session() -> Schema {
    let schema = &CheckoutSession::SCHEMA;
    let mut model = Model::of_answer();
    let object = model.object(schema, "");
    [
        only("title", schema.name),
        only("description", first_paragraph(schema.doc)),
        only("type", "object"),
        object,
        only("$defs", model.definitions),
    ]
    .concat()
}

/// Returns the schema of the error in the response.
fn error() -> Schema {
    let text = |description: &str| vec![member("type", "string"), member("description", description)];
    let codes: Vec<&str> = ErrorCode::VARIANTS.iter().map(|code| code.as_str()).collect();
    let fields = vec![
        member("type", [text("The kind of error."), only("examples", words(&["invalid_request_error"]))].concat()),
        member("code", [text("What is wrong, for programs."), only("examples", words(&codes))].concat()),
        member("message", text("What is wrong, for people.")),
        member("param", optional("string", only("description", "The field that is wrong; `null` for the body."))),
        member("doc_url", text("Where errors of the kind are documented.")),
    ];
    let error =
        vec![member("type", "object"), member("properties", fields), member("required", words(&["type", "message"]))];
    vec![
        member("title", "Error"),
        member("description", "What is answered when there is no session."),
        member("type", "object"),
        member("properties", only("error", error)),
        member("required", words(&["error"])),
    ]
}
