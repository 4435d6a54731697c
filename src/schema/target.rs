//! The dialects of JSON Schema. A schema is built in the newest, and converted to the others.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::enums::{ParseEnumError, as_str};

use super::node::{Member, Node, Schema, member, only};

/// A dialect of JSON Schema, named as in [Standard Schema](https://standardschema.dev).
///
/// ```
/// use fintoc_preflight::schema::Target;
///
/// assert_eq!("draft-07".parse(), Ok(Target::Draft07));
/// assert_eq!(Target::default().as_str(), "draft-2020-12");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumString, IntoStaticStr, VariantArray)]
#[strum(parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
pub enum Target {
    /// Draft 2020-12, which OpenAPI 3.1 uses.
    #[default]
    #[strum(serialize = "draft-2020-12")]
    Draft202012,
    /// Draft 7.
    #[strum(serialize = "draft-07")]
    Draft07,
    /// The schema object of OpenAPI 3.0, with all definitions inlined: it has no references.
    #[strum(serialize = "openapi-3.0")]
    OpenApi30,
}

as_str!(Target);

impl Target {
    /// Every dialect, the newest first.
    pub const ALL: &'static [Self] = Self::VARIANTS;
}

/// Converts a schema from draft 2020-12 to a dialect.
pub(super) fn in_dialect(schema: Schema, target: Target) -> Schema {
    let with_dialect = |uri: &str, schema| [only("$schema", uri), schema].concat();
    match target {
        Target::Draft202012 => with_dialect("https://json-schema.org/draft/2020-12/schema", schema),
        Target::Draft07 => with_dialect("http://json-schema.org/draft-07/schema#", everywhere(schema, &draft_07)),
        Target::OpenApi30 => openapi_30(schema),
    }
}

/// Applies `change` to a schema, after its subschemas.
pub(super) fn everywhere(schema: Schema, change: &impl Fn(Schema) -> Schema) -> Schema {
    let within = |schema: Node| match schema {
        Node::Object(schema) => Node::Object(everywhere(schema, change)),
        other => other,
    };
    let keyword = |(keyword, value): Member| {
        let value = match (keyword.as_str(), value) {
            ("properties" | "$defs", Node::Object(schemas)) => {
                Node::Object(schemas.into_iter().map(|(name, schema)| (name, within(schema))).collect())
            }
            ("allOf" | "anyOf", Node::List(schemas)) => Node::List(schemas.into_iter().map(within).collect()),
            ("items" | "contains" | "not" | "if" | "then" | "additionalProperties", schema) => within(schema),
            (_, value) => value,
        };
        (keyword, value)
    };
    change(schema.into_iter().map(keyword).collect())
}

fn draft_07(schema: Schema) -> Schema {
    let older = |(keyword, value): Member| match (keyword.as_str(), value) {
        ("$defs", definitions) => member("definitions", definitions),
        ("$ref", Node::Text(reference)) => member("$ref", reference.replace("#/$defs/", "#/definitions/")),
        (_, value) => (keyword, value),
    };
    schema.into_iter().map(older).collect()
}

/// Inlines the definitions, and expresses the keywords that OpenAPI 3.0 lacks by others.
fn openapi_30(schema: Schema) -> Schema {
    let (definitions, schema): (Schema, Schema) = schema.into_iter().partition(|(keyword, _)| keyword == "$defs");
    let definitions = match definitions.into_iter().next() {
        Some((_, Node::Object(definitions))) => definitions,
        _ => Vec::new(),
    };
    inlined(schema, &definitions)
}

fn inlined(schema: Schema, definitions: &[Member]) -> Schema {
    everywhere(schema, &|schema| {
        let mut older = Schema::new();
        for (keyword, value) in schema.into_iter().flat_map(|keyword| older_keywords(keyword, definitions)) {
            // A keyword of the field precedes the same keyword of the definition, and overrides it.
            if !older.iter().any(|(known, _)| *known == keyword) {
                older.push((keyword, value));
            }
        }
        conditions_as_alternatives(older)
    })
}

fn older_keywords((keyword, value): Member, definitions: &[Member]) -> Schema {
    match (keyword.as_str(), value) {
        ("$comment", comment) => only("x-comment", comment),
        ("$ref", Node::Text(reference)) => match definition(&reference, definitions) {
            Some(definition) => inlined(definition, definitions),
            None => only("$ref", reference),
        },
        ("type", Node::List(types)) => match types.into_iter().next() {
            Some(first) => vec![member("type", first), member("nullable", Node::True)],
            None => Schema::new(),
        },
        ("const", value) => only("enum", vec![value]),
        ("examples", Node::List(examples)) => {
            examples.into_iter().take(1).flat_map(|one| only("example", one)).collect()
        }
        ("contains", schema) => {
            let no_element = vec![member("type", "array"), member("items", only("not", schema))];
            only("not", no_element)
        }
        (_, value) => vec![(keyword, value)],
    }
}

fn definition(reference: &str, definitions: &[Member]) -> Option<Schema> {
    let name = reference.strip_prefix("#/$defs/")?;
    match definitions.iter().find(|(known, _)| known == name) {
        Some((_, Node::Object(definition))) => Some(definition.clone()),
        _ => None,
    }
}

/// Converts `if` and `then` to `anyOf`: the condition does not hold, or the consequence does.
fn conditions_as_alternatives(schema: Schema) -> Schema {
    let (conditions, mut rest): (Schema, Schema) =
        schema.into_iter().partition(|(keyword, _)| matches!(keyword.as_str(), "if" | "then"));
    if let Ok([(_, condition), (_, consequence)]) = <[Member; 2]>::try_from(conditions) {
        rest.push(member("anyOf", vec![Node::Object(only("not", condition)), consequence]));
    }
    rest
}
