//! Schemas of the fields of a request or an answer, from the schemas of the model, with the constraints of the
//! catalogue's rules.

use serde_json::Value;

use super::coverage::{Coverage, coverage, holding_in};
use super::keywords::{Member, Schema, keywords, member, merge, only, strings};
use super::{fields, patterns};
use crate::report::Rule;
use crate::request::{Expected, INTEGERS};
use crate::tape::{Children, FieldDoc, FieldSchema, ObjectDoc, ObjectSchema, Type};
use crate::version::Version;

/// Collects the schemas of the objects in a request or an answer, each as one definition.
pub(super) struct Model {
    /// The version of a request, whose rules apply; `None` for an answer, to which none apply.
    version: Option<Version>,
    pub(super) definitions: Schema,
}

impl Model {
    pub(super) fn of_request(version: Version) -> Self {
        Self { version: Some(version), definitions: Schema::new() }
    }

    pub(super) fn of_answer() -> Self {
        Self { version: None, definitions: Schema::new() }
    }

    /// Returns the schema of an object at `path`, without its type. The path of the body is empty.
    pub(super) fn object(&mut self, object: &ObjectSchema, doc: &ObjectDoc, path: &str) -> Schema {
        let mut required_names = Vec::new();
        let mut properties = Schema::new();
        for (field, doc) in object.fields.iter().zip(doc.fields) {
            let path = if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
            let required = self.is_request() && fields::is_required(&path);
            if required {
                required_names.push(field.name);
            }
            properties.insert(field.name.to_owned(), self.property(field, doc, &path, required).into());
        }
        let mut members = keywords([member("properties", properties)]);
        if !required_names.is_empty() {
            members.extend(only("required", strings(&required_names)));
        }
        members.extend(self.version.map(|version| fields::object_rules(path, version)).unwrap_or_default());
        members
    }

    const fn is_request(&self) -> bool {
        self.version.is_some()
    }

    fn property(&mut self, field: &FieldSchema, doc: &FieldDoc, path: &str, required: bool) -> Schema {
        merge([
            only("description", self.description(doc.lines, path)),
            self.value(field.r#type, doc.object, path, required),
        ])
    }

    /// Returns the schema of a field's value. `null` is allowed unless the value is `required`.
    fn value(&mut self, r#type: Type, doc: Option<&ObjectDoc>, path: &str, required: bool) -> Schema {
        let own = self.version.map(|version| fields::constraints(path, version)).unwrap_or_default();
        let mut schema = match (r#type.expected, r#type.children) {
            (Expected::StringOrObject, Children::Fields(object)) => {
                // Several fields share the definition, so the rules are in each field's description.
                let reference = self.reference(object, doc, object.name, true);
                return keywords([member("anyOf", vec![text(false), reference])]);
            }
            (_, Children::Fields(object)) => return self.reference(object, doc, path, required),
            (_, Children::Elements(element)) => {
                let path = format!("{path}[]");
                let description = self.unexpressed(&path).map(|description| only("description", description));
                let items = merge([description.unwrap_or_default(), self.value(*element, doc, &path, true)]);
                keywords([type_of("array", required), member("items", items)])
            }
            // Version 1 accepts currencies in any case, by a pattern of its own.
            (Expected::OneOf { values, .. }, _) if own.is_empty() => one_of(values, required),
            (Expected::Integer, _) => integer(required),
            (Expected::Boolean, _) => keywords([type_of("boolean", required)]),
            (Expected::Array, _) => keywords([type_of("array", required)]),
            (Expected::Object, _) => keywords([type_of("object", required)]),
            (Expected::String, Children::KnownValues(known)) => {
                keywords([type_of("string", required), member("examples", strings(known))])
            }
            // A request must not be blank here; an answer may.
            (Expected::String | Expected::StringOrObject | Expected::OneOf { .. }, _) if !self.is_request() => {
                keywords([type_of("string", required)])
            }
            (Expected::String | Expected::StringOrObject | Expected::OneOf { .. }, _) => text(required),
        };
        // A field's own constraint replaces the type's, such as `pattern`.
        schema.retain(|name, _| !own.contains_key(name));
        schema.extend(own);
        schema
    }

    /// Returns a reference to the definition of an object, and adds the definition on first use.
    fn reference(&mut self, object: &ObjectSchema, doc: Option<&ObjectDoc>, path: &str, required: bool) -> Schema {
        // Every object that is declared is documented.
        let Some(doc) = doc else { return Schema::new() };
        if !self.definitions.contains_key(object.name) {
            // Reserves the position, so that the definition precedes those of its fields.
            self.definitions.insert(object.name.to_owned(), Value::Null);
            let definition = merge([
                only("title", object.name),
                only("description", first_paragraph(doc.lines)),
                keywords([type_of("object", required)]),
                self.object(object, doc, path),
            ]);
            self.definitions.insert(object.name.to_owned(), definition.into());
        }
        keywords([member("$ref", format!("#/$defs/{}", object.name))])
    }

    /// Returns the description of a field, with the rules that the schema does not express.
    fn description(&self, doc: &[&str], path: &str) -> String {
        let doc = first_paragraph(doc);
        match self.unexpressed(path) {
            Some(rules) => format!("{doc}\n\n{rules}"),
            None => doc,
        }
    }

    /// Returns the rules for a field that the schema does not express, one per line; `None` if there are none.
    pub(super) fn unexpressed(&self, path: &str) -> Option<String> {
        let names = format!("{path}.*");
        let is_here = |field: &str| field == path || field == names || (path.is_empty() && field == "*");
        let is_expressed = |rule: Rule| match coverage(rule) {
            Coverage::Whole => true,
            Coverage::At(field) => field == path,
            Coverage::Part | Coverage::None => false,
        };
        let when = |rule: Rule| match coverage(rule) {
            Coverage::Part => "it holds a character from U+E0000 to U+E0FFF",
            _ => rule.info().when,
        };
        let rules: Vec<String> = holding_in(self.version?)
            .filter(|rule| rule.info().fields.iter().any(|field| is_here(field)) && !is_expressed(*rule))
            .map(|rule| format!("- `{rule}`, {}: {}", rule.info().level.as_str(), when(rule)))
            .collect();
        (!rules.is_empty()).then(|| format!("This schema does not say:\n{}", rules.join("\n")))
    }
}

/// Returns the first paragraph of a documentation on one line; the rest is for Rust.
pub(super) fn first_paragraph(doc: &[&str]) -> String {
    let lines: Vec<&str> = doc.iter().map(|line| line.trim()).take_while(|line| !line.is_empty()).collect();
    lines.join(" ")
}

fn type_of(name: &str, required: bool) -> Member {
    let r#type = if required { Value::from(name) } else { strings(&[name, "null"]) };
    member("type", r#type)
}

fn integer(required: bool) -> Schema {
    keywords([type_of("integer", required), member("minimum", *INTEGERS.start()), member("maximum", *INTEGERS.end())])
}

fn text(required: bool) -> Schema {
    keywords([type_of("string", required), member("pattern", patterns::NOT_BLANK)])
}

fn one_of(values: &[&str], required: bool) -> Schema {
    let mut values: Vec<Value> = values.iter().map(|value| Value::from(*value)).collect();
    if !required {
        values.push(Value::Null);
    }
    keywords([type_of("string", required), member("enum", values)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::{CheckoutSessionRequest, CheckoutSessionRequestV1, Schema as _};
    use crate::session::CheckoutSession;

    fn check(r#type: &Type, doc: Option<&ObjectDoc>, path: &str) {
        match r#type.children {
            Children::Elements(element) => check(element, doc, path),
            Children::Fields(object) => {
                let doc = doc.unwrap_or_else(|| panic!("{path} has no documentation"));
                assert!(!doc.lines.is_empty(), "{path}");
                assert_eq!(object.fields.len(), doc.fields.len(), "{path}");
                for (field, doc) in object.fields.iter().zip(doc.fields) {
                    assert!(!doc.lines.is_empty(), "{path}.{}", field.name);
                    check(&field.r#type, doc.object, &format!("{path}.{}", field.name));
                }
            }
            Children::Nothing | Children::KnownValues(_) | Children::Entries => {
                assert!(doc.is_none(), "{path} has the documentation of an object");
            }
        }
    }

    #[test]
    fn a_description_lists_the_rules_that_the_schema_does_not_express() {
        let model = Model::of_request(Version::V1);
        let rules = |path: &str| {
            let text = model.unexpressed(path).unwrap_or_default();
            text.lines().skip(1).map(|line| line.split('`').nth(1).unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            rules(""),
            ["json-syntax", "body-size", "not-serializable", "lost-in-json", "duplicate-key", "unknown-field"]
        );
        assert_eq!(rules("metadata"), ["metadata-count", "metadata-key-size", "metadata-value-size", "metadata-flat"]);
        // Its limit is expressed.
        assert!(rules("amount").is_empty());
    }

    #[test]
    fn every_object_and_field_is_documented() {
        check(&CheckoutSessionRequest::TYPE, CheckoutSessionRequest::DOC, "v2");
        check(&CheckoutSessionRequestV1::TYPE, CheckoutSessionRequestV1::DOC, "v1");
        check(&CheckoutSession::TYPE, CheckoutSession::DOC, "session");
    }
}
