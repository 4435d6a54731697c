//! Bodies in which one part of the model is as long as the body: each string, each list and each object of both versions,
//! as the JSON Schema has them. A new field is measured as soon as it is in the model.

use std::fmt::Write;

use fintoc_preflight::Version;
use fintoc_preflight::schema::{Target, json_schema};
use serde_json::Value;

use crate::slow::many;

/// A part of the model that can be of any length.
pub(crate) struct Part {
    /// The path, such as `line_items[].price`.
    pub(crate) path: String,
    pub(crate) version: Version,
    kind: Kind,
    /// The body before and after the part.
    before: String,
    after: String,
}

#[derive(Clone, Copy)]
enum Kind {
    String,
    List,
    Object,
}

/// Texts that strings are made of, as they are written in JSON: each is repeated.
const TEXTS: [&str; 6] = ["a", "7", ".-", "ñ", r"\u0041", "https://a@b.cl/"];

/// Elements of lists. In each, `#` becomes the index.
const ELEMENTS: [&str; 6] = ["null", "0", "{}", r#""""#, r#""a#""#, r#"{"a":[],"quantity":0,"price_data":{}}"#];

/// Members of objects.
const MEMBERS: [&str; 4] = [r#""n#":1"#, r#""n#":{"a":[]}"#, r#""n":"a""#, r#""payment_method_#":null"#];

impl Part {
    /// Every part of a version.
    pub(crate) fn all(version: Version) -> Vec<Self> {
        let schema = json_schema(version, Target::Draft07).to_string();
        let schema = serde_json::from_str(&schema).expect("the schema is JSON");
        let mut parts = Vec::new();
        let root =
            Self { path: String::new(), version, kind: Kind::Object, before: String::new(), after: String::new() };
        root.collect(&schema, &schema, &mut parts);
        parts
    }

    fn collect(self, schema: &Value, root: &Value, parts: &mut Vec<Self>) {
        if let Some(reference) = schema["$ref"].as_str() {
            let target = reference.strip_prefix('#').and_then(|pointer| root.pointer(pointer));
            return self.collect(target.expect("a definition"), root, parts);
        }
        // A field of a sender account is a string or an object. Other alternatives have no type of their own.
        for form in schema["anyOf"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|form| form.get("type").is_some() || form.get("$ref").is_some())
        {
            self.with(self.kind, "", "", "").collect(form, root, parts);
        }
        if let Some(properties) = schema["properties"].as_object() {
            for (name, property) in properties {
                let path = if self.path.is_empty() { name.clone() } else { format!(".{name}") };
                self.with(self.kind, &path, &format!("{{\"{name}\":"), "}").collect(property, root, parts);
            }
        }
        if schema["items"].is_object() {
            self.with(self.kind, "[]", "[", "]").collect(&schema["items"], root, parts);
        }
        let is = |name: &str| schema["type"] == name || schema["type"].as_array().is_some_and(|types| types[0] == name);
        let kind = [("string", Kind::String), ("array", Kind::List), ("object", Kind::Object)];
        if let Some((_, kind)) = kind.into_iter().find(|(name, _)| is(name)) {
            parts.push(self.with(kind, "", "", ""));
        }
    }

    /// Returns a part at a place in this one.
    fn with(&self, kind: Kind, path: &str, before: &str, after: &str) -> Self {
        Self {
            path: self.path.clone() + path,
            version: self.version,
            kind,
            before: self.before.clone() + before,
            after: after.to_owned() + &self.after,
        }
    }

    /// The texts, elements or members that the part is filled with.
    pub(crate) const fn fillings(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::String => &TEXTS,
            Kind::List => &ELEMENTS,
            Kind::Object => &MEMBERS,
        }
    }

    /// Returns a body of nearly `size` bytes.
    pub(crate) fn body(&self, filling: &str, size: usize) -> String {
        let size = size - self.before.len() - self.after.len() - 2;
        let (open, close) = match self.kind {
            Kind::String => ("\"", "\""),
            Kind::List => ("[", "]"),
            Kind::Object => ("{", "}"),
        };
        let content = match self.kind {
            Kind::String => filling.repeat(size / filling.len()),
            Kind::List | Kind::Object => many(size, |text, index| match filling.split_once('#') {
                Some((before, after)) => write!(text, "{before}{index:05}{after}").expect("a String takes everything"),
                None => text.push_str(filling),
            }),
        };
        format!("{}{open}{content}{close}{}", self.before, self.after)
    }
}
