//! The words in which rules are said. What is `null` is as absent as what is not there.

use super::node::{Member, Node, Schema, member, only, words};
use crate::report::Rule;

/// A part of a schema, with the rule that it says.
pub(super) fn rule(rule: Rule, schema: Schema) -> Schema {
    [only("$comment", rule.id()), schema].concat()
}

/// What an object must be when it fits a condition.
pub(super) fn when(condition: Schema, consequence: Schema) -> Schema {
    vec![member("if", condition), member("then", consequence)]
}

/// That fields are there, each as a schema has it.
pub(super) fn present(fields: &[(&str, Schema)]) -> Schema {
    let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    vec![member("required", words(&names)), properties(fields)]
}

/// That fields, where they are there, are as a schema has it.
pub(super) fn fields(fields: &[(&str, Schema)]) -> Schema {
    vec![properties(fields)]
}

fn properties(fields: &[(&str, Schema)]) -> Member {
    member("properties", fields.iter().map(|(name, schema)| member(name, schema.clone())).collect::<Schema>())
}

/// That a field is there.
pub(super) fn is_present(name: &str) -> Schema {
    present(&[(name, only("not", nothing()))])
}

/// That one of several fields is there, or more.
pub(super) fn any_present(names: &[&str]) -> Schema {
    only("anyOf", names.iter().map(|name| is_present(name)).collect::<Vec<Schema>>())
}

/// That a field is not there.
pub(super) fn is_absent(name: &str) -> Schema {
    fields(&[(name, nothing())])
}

pub(super) fn nothing() -> Schema {
    only("const", Node::Null)
}

/// The type of a field that may be absent, with what else is said of it.
pub(super) fn optional(r#type: &str, rest: Schema) -> Schema {
    [only("type", words(&[r#type, "null"])), rest].concat()
}
