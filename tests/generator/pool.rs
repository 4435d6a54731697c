//! The vectors, and what they are made of.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::tree::Tree;

/// The body of a vector, and its version of the API.
#[derive(Debug, Clone)]
pub struct Vector {
    /// `"v1"` or `"v2"`.
    pub version: String,
    /// The text of the request, which may be no JSON.
    pub body: String,
}

/// Every vector, and the names, strings and numbers in them, without repeats.
#[derive(Debug, Default)]
pub struct Pool {
    /// The vectors, in the order of their files.
    pub vectors: Vec<Vector>,
    /// The names in objects.
    pub names: Vec<String>,
    /// The strings, unescaped.
    pub strings: Vec<String>,
    /// The numbers, as JSON text.
    pub numbers: Vec<String>,
    v1: Vec<Tree>,
    v2: Vec<Tree>,
}

impl Pool {
    /// Reads `tests/conformance`.
    ///
    /// # Panics
    ///
    /// If the folder is missing, or a file is not of its form.
    #[must_use]
    pub fn load() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../conformance");
        let mut files: Vec<_> =
            fs::read_dir(folder).expect("vectors").map(|entry| entry.expect("a file").path()).collect();
        files.sort();
        let mut pool = Self::default();
        for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "json")) {
            let vectors: Value = serde_json::from_str(&fs::read_to_string(file).expect("a text")).expect("JSON");
            vectors["cases"].as_array().expect("a list of cases").iter().for_each(|vector| pool.add(vector));
        }
        for list in [&mut pool.names, &mut pool.strings, &mut pool.numbers] {
            list.sort();
            list.dedup();
        }
        pool
    }

    /// The requests of a version, but for those of hundreds of values: a change of one is lost in them.
    pub(crate) fn trees(&self, version: &str) -> &[Tree] {
        if version == "v1" { &self.v1 } else { &self.v2 }
    }

    fn add(&mut self, vector: &Value) {
        let version = vector["version"].as_str().expect("a version").to_owned();
        let body = vector["body"].as_str().map_or_else(|| vector["request"].to_string(), str::to_owned);
        if let Ok(request) = serde_json::from_str::<Value>(&body) {
            let tree = Tree::from(&request);
            if tree.nodes() <= MAX_NODES {
                self.collect(&request);
                if version == "v1" { &mut self.v1 } else { &mut self.v2 }.push(tree);
            }
        }
        self.vectors.push(Vector { version, body });
    }

    fn collect(&mut self, value: &Value) {
        match value {
            Value::String(text) if text.len() <= MAX_LENGTH => self.strings.push(text.clone()),
            Value::Number(number) => self.numbers.push(number.to_string()),
            Value::Array(elements) => elements.iter().for_each(|element| self.collect(element)),
            Value::Object(members) => {
                self.names.extend(members.keys().filter(|name| name.len() <= MAX_LENGTH).cloned());
                members.values().for_each(|member| self.collect(member));
            }
            _ => {}
        }
    }
}

/// The most values of a request that is changed.
const MAX_NODES: usize = 150;

/// The length in bytes of the longest string that is put in.
const MAX_LENGTH: usize = 200;
