//! The dialects of JSON Schema. A schema is built in the newest, and converted to the others.

use serde_json::Value;

use super::keywords::{Member, Schema, keywords, member, merge, only};
use crate::enums::strum::{EnumString, IntoStaticStr, VariantArray};
use crate::enums::{ParseEnumError, as_str};

/// A dialect of JSON Schema, named as in [Standard Schema](https://standardschema.dev).
///
/// ```
/// use fintoc_preflight::schema::Target;
///
/// assert_eq!("draft-07".parse(), Ok(Target::Draft07));
/// assert_eq!(Target::default().as_str(), "draft-2020-12");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumString, IntoStaticStr, VariantArray)]
#[strum(crate = "crate::enums::strum", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
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
    let with_dialect = |uri: &str, schema| merge([only("$schema", uri), schema]);
    match target {
        Target::Draft202012 => with_dialect("https://json-schema.org/draft/2020-12/schema", schema),
        Target::Draft07 => with_dialect("http://json-schema.org/draft-07/schema#", everywhere(schema, &draft_07)),
        Target::OpenApi30 => openapi_30(schema),
    }
}

/// Applies `change` to a schema, after its subschemas.
pub(super) fn everywhere(schema: Schema, change: &impl Fn(Schema) -> Schema) -> Schema {
    let within = |schema: Value| match schema {
        Value::Object(schema) => Value::Object(everywhere(schema, change)),
        other => other,
    };
    let keyword = |(keyword, value): Member| {
        let value = match (keyword.as_str(), value) {
            ("properties" | "$defs", Value::Object(schemas)) => {
                Value::Object(schemas.into_iter().map(|(name, schema)| (name, within(schema))).collect())
            }
            ("allOf" | "anyOf", Value::Array(schemas)) => Value::Array(schemas.into_iter().map(within).collect()),
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
        ("$ref", Value::String(reference)) => member("$ref", reference.replace("#/$defs/", "#/definitions/")),
        (_, value) => (keyword, value),
    };
    schema.into_iter().map(older).collect()
}

/// Inlines the definitions, and expresses the keywords that OpenAPI 3.0 lacks by others.
fn openapi_30(mut schema: Schema) -> Schema {
    match schema.shift_remove("$defs") {
        Some(Value::Object(definitions)) => inlined(schema, &definitions),
        _ => inlined(schema, &Schema::new()),
    }
}

fn inlined(schema: Schema, definitions: &Schema) -> Schema {
    everywhere(schema, &|schema| {
        let mut older = Schema::new();
        for (keyword, value) in schema.into_iter().flat_map(|keyword| older_keywords(keyword, definitions)) {
            // A keyword of the field precedes the same keyword of the definition, and overrides it.
            older.entry(keyword).or_insert(value);
        }
        conditions_as_alternatives(older)
    })
}

fn older_keywords((keyword, value): Member, definitions: &Schema) -> Schema {
    match (keyword.as_str(), value) {
        ("$comment", comment) => only("x-comment", comment),
        ("$ref", Value::String(reference)) => match definition(&reference, definitions) {
            Some(definition) => inlined(definition, definitions),
            None => only("$ref", reference),
        },
        ("type", Value::Array(types)) => match types.into_iter().next() {
            Some(first) => keywords([member("type", first), member("nullable", true)]),
            None => Schema::new(),
        },
        ("const", value) => only("enum", vec![value]),
        ("examples", Value::Array(examples)) => {
            examples.into_iter().next().map(|first| only("example", first)).unwrap_or_default()
        }
        ("contains", schema) => {
            let no_element = keywords([member("type", "array"), member("items", only("not", schema))]);
            only("not", no_element)
        }
        (_, value) => keywords([(keyword, value)]),
    }
}

fn definition(reference: &str, definitions: &Schema) -> Option<Schema> {
    let name = reference.strip_prefix("#/$defs/")?;
    definitions.get(name)?.as_object().cloned()
}

/// Converts `if` and `then` to `anyOf`: the condition does not hold, or the consequence does.
fn conditions_as_alternatives(mut schema: Schema) -> Schema {
    if let (Some(condition), Some(consequence)) = (schema.shift_remove("if"), schema.shift_remove("then")) {
        schema.extend(only("anyOf", vec![only("not", condition).into(), consequence]));
    }
    schema
}
