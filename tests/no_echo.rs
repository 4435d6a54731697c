//! No string of a request may be in a message or a suggestion: neither a value nor a name. Only paths hold names. No value
//! of a request or an answer may be in anything that is reported or formatted.
//!
//! Each test puts sentinels into a request and looks for them in what is reported.

use std::fmt::{Debug, Display};
use std::fs;
use std::path::Path;

use fintoc_preflight::schema::{Target, json_schema};
use fintoc_preflight::session::{compare_json, parse_checkout_session, parse_event};
use fintoc_preflight::{
    CheckoutSessionRequest, CheckoutSessionRequestV1, Example, Locale, Options, Report, Request, Rule, Timestamp,
    Version, parse_json, validate_json,
};
use serde_json::{Value, json};

const SENTINEL: &str = "SENTINEL";

/// Every field of the schema has a sentinel: as its string or, where it is no string, as a value of the wrong type.
#[test]
fn in_every_field_of_the_model() {
    for version in VERSIONS {
        let schema: Value = serde_json::from_str(&json_schema(version, Target::default()).to_string()).unwrap();
        let body = Sentinels::default().value(&schema, &schema).to_string();
        assert!(body.matches(SENTINEL).count() > 50, "{body}");
        assert_silent(&validate_json(&body, &options(version)), &body);
        validate_mutants(&body, version);
    }
}

/// Nor does `Debug` of a typed request write any.
#[test]
fn in_no_debug_of_a_request() {
    let body = |version| {
        let schema: Value = serde_json::from_str(&json_schema(version, Target::default()).to_string()).unwrap();
        Sentinels { is_typed: true, ..Sentinels::default() }.value(&schema, &schema)
    };
    let v2: CheckoutSessionRequest = serde_json::from_value(body(Version::V2)).unwrap();
    let v1: CheckoutSessionRequestV1 = serde_json::from_value(body(Version::V1)).unwrap();
    assert!(v2.to_json().contains(SENTINEL) && v1.to_json().contains(SENTINEL));
    for debug in [format!("{v2:?}"), format!("{v1:#?}")] {
        assert!(!debug.contains(SENTINEL), "{debug}");
    }
    let line_items =
        "customer_email: string, expires_at: string, flow: string, line_items: [{\"quantity\"".replace('"', "");
    assert!(format!("{v2:?}").contains(&line_items), "{v2:?}");
}

#[test]
fn in_names_that_are_repeated() {
    let object = r#"{"SENTINEL1": 1, "SENTINEL1": "SENTINEL2", "SENTINEL1": 3}"#;
    let places = [
        object.to_owned(),
        format!(r#"{{"metadata": {object}}}"#),
        format!(r#"{{"customer": {object}}}"#),
        format!(r#"{{"customer_data": {{"tax_id": {object}, "metadata": {object}}}}}"#),
        format!(r#"{{"payment_method_options": {object}}}"#),
        format!(r#"{{"line_items": [{object}, {{"price_data": {object}}}]}}"#),
    ];
    for (version, body) in VERSIONS.into_iter().flat_map(|version| places.iter().map(move |body| (version, body))) {
        assert_silent(&validate_json(body, &options(version)), body);
    }
}

#[test]
fn in_text_that_is_not_json() {
    let body = r#"{"SENTINEL": {"SENTINEL": ["SENTINEL\u0041", -1.5e+3, true, null]}, "amount": 1}"#;
    for end in 0..body.len() {
        let cut = &body[..end];
        for text in [cut.to_owned(), format!("{cut}\u{1}SENTINEL"), format!("{cut}\\qSENTINEL")] {
            let report = validate_json(&text, &options(Version::V2));
            assert_silent(&report, &text);
        }
        let report = validate_json([cut.as_bytes(), b"SENTINEL\xff"].concat(), &options(Version::V2));
        assert_silent(&report, cut);
    }
}

#[test]
fn in_every_example_of_the_catalogue() {
    for rule in Rule::ALL {
        if let Example::Body { version, body } = rule.info().invalid {
            validate_mutants(body, version);
        }
    }
}

#[test]
fn in_every_vector() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["tests/conformance", "../shared/conformance-2nd"].map(|folder| repository.join(folder)) {
        let files = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
        for file in files.filter(|file| file.extension().is_some_and(|extension| extension == "json")) {
            let vectors: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
            for vector in vectors["cases"].as_array().expect("a list of cases") {
                let body = match vector.get("body") {
                    Some(body) => body.as_str().expect("a text").to_owned(),
                    None => vector["request"].to_string(),
                };
                validate_mutants(&body, vector["version"].as_str().expect("a version").parse().unwrap());
            }
        }
    }
}

/// Every string of every vector is replaced by a sentinel, one at a time, and extended by one.
#[test]
fn in_nothing_that_is_written_of_a_request() {
    let mut cases = 0;
    for (version, body) in vectors() {
        for mutant in mutants(&body) {
            for options in in_both_languages(version) {
                assert_hidden(&validate_json(&mutant, &options), &mutant);
                match version {
                    Version::V1 => assert_parsing_hides::<CheckoutSessionRequestV1>(&mutant, &options),
                    Version::V2 => assert_parsing_hides::<CheckoutSessionRequest>(&mutant, &options),
                }
                cases += 1;
            }
        }
    }
    assert!(cases > 5000, "{cases} cases");
}

#[test]
fn in_nothing_that_is_written_of_an_answer() {
    let session: Value = serde_json::from_str(include_str!("session/session.json")).unwrap();
    let event = json!({"id": "evt_1", "object": "event", "type": "checkout_session.finished", "data": session});
    let payment = json!({"id": "evt_1", "object": "event", "type": "payment_intent.failed", "data": {"id": "pi_1",
        "object": "payment_intent", "status": "failed", "customer": {"id": "cus_1", "email": "a"}, "reference_id": "r",
        "recipient_account": {"holder_id": "1", "number": "2"}, "error_reason": "c", "metadata": {"a": "b"}}});
    let error = json!({"error": {"type": "a", "code": "b", "message": "c", "param": "d"}});
    let request =
        r#"{"amount": 7, "currency": "CLP", "customer_email": "SENTINEL@a.cl", "metadata": {"a": "SENTINEL"}}"#;
    let mut cases = 0;
    for mutant in [session, event, payment, error].iter().flat_map(mutants) {
        for options in in_both_languages(Version::V2) {
            match parse_checkout_session(&mutant, &options) {
                Ok(parsed) => assert_hidden(&Shown(&parsed, &parsed.report.to_json()), &mutant),
                Err(report) => assert_hidden(&report, &mutant),
            }
            match parse_event(&mutant, &options) {
                Ok(parsed) => assert_hidden(&Shown(&parsed, &parsed.report.to_json()), &mutant),
                Err(report) => assert_hidden(&report, &mutant),
            }
            match compare_json(request, &mutant, &options) {
                Ok(comparison) => {
                    assert_hidden(&Shown(&comparison, &comparison.to_json(options.locale)), &mutant);
                    comparison.differences.iter().for_each(|difference| assert_hidden(difference, &mutant));
                }
                Err(report) => assert_hidden(&report, &mutant),
            }
            cases += 1;
        }
    }
    assert!(cases > 200, "{cases} cases");
}

#[cfg(feature = "webhook")]
#[test]
fn in_no_error_of_a_webhook() {
    use fintoc_preflight::webhook::{TOLERANCE, verify_signature};
    let now: Timestamp = "2026-01-13T12:00:00Z".parse().unwrap();
    for header in
        ["SENTINEL", "t=SENTINEL,v1=SENTINEL", "t=1,v1=SENTINEL", "t=1768305600,v1=SENTINEL", "SENTINEL=1,t=1"]
    {
        for secret in ["SENTINEL", ""] {
            let error = verify_signature(b"SENTINEL", header, secret, now, TOLERANCE).unwrap_err();
            assert_hidden(&error, header);
        }
    }
}

/// Something that is written as JSON too.
struct Shown<'s, T>(&'s T, &'s str);

impl<T: Debug> Debug for Shown<'_, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl<T> Display for Shown<'_, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.1)
    }
}

fn assert_hidden(shown: &(impl Debug + Display), of: &str) {
    for text in [format!("{shown}"), format!("{shown:?}"), format!("{shown:#?}")] {
        assert!(!text.to_uppercase().contains(SENTINEL), "{text} of {of}");
    }
}

/// Neither the request nor the report nor an error of serde shows a value.
fn assert_parsing_hides<R: Request + Debug + serde::de::DeserializeOwned>(body: &str, options: &Options) {
    match parse_json::<R>(body, options) {
        Ok(request) => assert_hidden(&Shown(&request, ""), body),
        Err(report) => {
            assert_hidden(&report, body);
            assert_hidden(&Shown(&report, &report.to_json()), body);
        }
    }
}

fn in_both_languages(version: Version) -> [Options; 2] {
    [Locale::En, Locale::Es].map(|locale| options(version).locale(locale))
}

/// Every vector of this repository that is JSON of at most [`MOST_VALUES`].
fn vectors() -> Vec<(Version, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let mut all = Vec::new();
    for file in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let vectors: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        for vector in vectors["cases"].as_array().expect("a list of cases") {
            let body = vector["body"].as_str().map_or_else(|| vector["request"].to_string(), str::to_owned);
            if let Ok(body) = serde_json::from_str(&body) {
                all.push((vector["version"].as_str().expect("a version").parse().unwrap(), body));
            }
        }
    }
    all
}

/// Texts in which one value is a sentinel.
fn mutants(body: &Value) -> Vec<String> {
    let pointers = pointers(body);
    let strings =
        pointers.iter().filter(|pointer| pointers.len() <= MOST_VALUES && body.pointer(pointer).unwrap().is_string());
    let mutants = strings.flat_map(|pointer| {
        let text = body.pointer(pointer).unwrap().as_str().unwrap();
        [SENTINEL.to_owned(), format!("{text}{SENTINEL}"), format!("{SENTINEL}{text}")].map(|replacement| {
            let mut mutant = body.clone();
            *mutant.pointer_mut(pointer).unwrap() = replacement.into();
            mutant.to_string()
        })
    });
    mutants.collect()
}

const VERSIONS: [Version; 2] = [Version::V1, Version::V2];

fn options(version: Version) -> Options {
    let now: Timestamp = "2026-01-13T12:00:00Z".parse().unwrap();
    Options::new(now).version(version)
}

fn assert_silent(report: &Report, request: &str) {
    for violation in report {
        let suggestion = violation.suggestion().map(|suggestion| suggestion.to_string()).unwrap_or_default();
        let facts: String = violation.facts().iter().map(|fact| fact.value.to_json()).collect();
        for words in [violation.message(Locale::En), violation.message(Locale::Es), suggestion, facts] {
            assert!(!words.to_uppercase().contains(SENTINEL), "{} says {words:?} of {request}", violation.rule());
        }
    }
}

/// A body with more values is passed over: each of them is changed in turn.
const MOST_VALUES: usize = 200;

/// Validates the request with a sentinel for each value and each name that it holds, one at a time. A text that is
/// not JSON holds none.
fn validate_mutants(body: &str, version: Version) {
    let Ok(request) = serde_json::from_str::<Value>(body) else { return };
    let pointers = pointers(&request);
    for pointer in pointers.iter().filter(|_| pointers.len() <= MOST_VALUES) {
        for replacement in replacements(request.pointer(pointer).unwrap()) {
            let mut mutant = request.clone();
            *mutant.pointer_mut(pointer).unwrap() = replacement;
            let mutant = mutant.to_string();
            assert_silent(&validate_json(&mutant, &options(version)), &mutant);
        }
    }
}

/// The JSON pointers of a value and of all that it holds.
fn pointers(value: &Value) -> Vec<String> {
    let members: Vec<(String, &Value)> = match value {
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.replace('~', "~0").replace('/', "~1"), value)).collect()
        }
        Value::Array(elements) => {
            elements.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
        }
        _ => Vec::new(),
    };
    let inner = members
        .into_iter()
        .flat_map(|(name, value)| pointers(value).into_iter().map(move |pointer| format!("/{name}{pointer}")));
    std::iter::once(String::new()).chain(inner).collect()
}

/// Replacements of a value: a sentinel as a string, as one more name, in an array; of a string also a longer
/// one, which may keep its form; of an object also those with another name.
fn replacements(value: &Value) -> Vec<Value> {
    let mut all = vec![json!(SENTINEL), json!([SENTINEL]), json!({SENTINEL: SENTINEL})];
    match value {
        Value::String(text) => all.extend([json!(format!("{text}{SENTINEL}")), json!(format!("{SENTINEL}{text}"))]),
        Value::Array(elements) => all.push(elements.iter().cloned().chain([json!(SENTINEL)]).collect()),
        Value::Object(members) => all.extend(members.keys().map(|renamed| {
            let name = |name: &String| if name == renamed { SENTINEL.to_owned() } else { name.clone() };
            members.iter().map(|(other, value)| (name(other), value.clone())).collect()
        })),
        _ => {}
    }
    all
}

/// Makes values of a schema, in which each string and each name is a sentinel of its own.
#[derive(Default)]
struct Sentinels {
    count: usize,
    /// True for values of their types: only strings are sentinels then.
    is_typed: bool,
}

impl Sentinels {
    fn next(&mut self) -> String {
        self.count += 1;
        format!("{SENTINEL}{}", self.count)
    }

    fn value(&mut self, schema: &Value, root: &Value) -> Value {
        if let Some(reference) = schema["$ref"].as_str() {
            return self.value(root.pointer(reference.strip_prefix('#').unwrap()).unwrap(), root);
        }
        let is = |name| schema["type"] == name || schema["type"].as_array().is_some_and(|types| types[0] == name);
        if self.is_typed && (is("integer") || is("boolean")) {
            return if is("integer") { json!(7) } else { json!(true) };
        }
        let is_currency = schema["pattern"].as_str().is_some_and(|pattern| pattern.contains("[Cc]"));
        if self.is_typed && (schema.get("enum").is_some() || is_currency) {
            return schema["enum"].get(0).cloned().unwrap_or_else(|| json!("CLP"));
        }
        if let Some(items) = schema.get("items").filter(|_| self.is_typed) {
            return json!([self.value(items, root), self.value(items, root)]);
        }
        if let Some(items) = schema.get("items") {
            return json!([self.value(items, root), self.value(items, root), { self.next(): self.next() }]);
        }
        if let Some(properties) = schema["properties"].as_object() {
            let fields = properties.iter().map(|(name, schema)| (name.clone(), self.value(schema, root)));
            let mut fields: serde_json::Map<String, Value> = fields.collect();
            fields.insert(self.next(), self.next().into());
            return fields.into();
        }
        // A field of a sender account: the object of requests is last.
        if let Some(form) = schema["anyOf"].as_array().and_then(|forms| forms.last()) {
            return self.value(form, root);
        }
        if is("object") {
            return json!({
                self.next(): self.next(),
                self.next().repeat(60): self.next().repeat(60),
                self.next(): { self.next(): self.next() },
            });
        }
        self.next().into()
    }
}
