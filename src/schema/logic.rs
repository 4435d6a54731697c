//! Building blocks of the rules. A `null` field counts as absent.

use serde_json::Value;

use super::keywords::{Member, Schema, keywords, member, merge, only, strings};
use crate::report::Rule;

/// Marks a part of a schema with the rule that it expresses, in `$comment`.
pub(super) fn rule(rule: Rule, schema: Schema) -> Schema {
    merge([only("$comment", rule.as_str()), schema])
}

/// Requires `consequence` of an object that matches `condition`.
pub(super) fn when(condition: Schema, consequence: Schema) -> Schema {
    keywords([member("if", condition), member("then", consequence)])
}

/// Requires that the fields are present, and match their schemas.
pub(super) fn present(fields: &[(&str, Schema)]) -> Schema {
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    keywords([member("required", strings(&names)), properties(fields)])
}

/// Requires that the fields match their schemas if they are present.
pub(super) fn fields(fields: &[(&str, Schema)]) -> Schema {
    keywords([properties(fields)])
}

fn properties(fields: &[(&str, Schema)]) -> Member {
    member("properties", fields.iter().map(|(name, schema)| member(name, schema.clone())).collect::<Schema>())
}

/// Requires a field.
pub(super) fn is_present(name: &str) -> Schema {
    present(&[(name, only("not", nothing()))])
}

/// Requires at least one of the fields.
pub(super) fn any_present(names: &[&str]) -> Schema {
    only("anyOf", names.iter().map(|name| is_present(name)).collect::<Vec<Schema>>())
}

/// Forbids a field.
pub(super) fn is_absent(name: &str) -> Schema {
    fields(&[(name, nothing())])
}

pub(super) fn nothing() -> Schema {
    only("const", Value::Null)
}

/// Requires that a field is absent, or of this type and matches `rest`.
pub(super) fn optional(r#type: &str, rest: Schema) -> Schema {
    merge([only("type", strings(&[r#type, "null"])), rest])
}
