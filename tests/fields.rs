//! Compares `fields` and `depends_on` of each rule in the catalogue with the fields that change its verdicts.
//!
//! Every request of the vectors is changed in one field at a time. A verdict may change only with a field that is in
//! the rule's `fields` or `depends_on`, and each field of `depends_on` must change a verdict of the rule in some
//! request.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use fintoc_preflight::{Example, Flow, Options, Rule, Scope, Segment, Timestamp, Version, validate_json};
use serde_json::Value;

/// A field as the catalogue writes it: names, `[]` for an index, and `*` for any name.
type Pattern = Vec<String>;

/// The most values that replace a value, of those that the vectors have for its field.
const MOST_VALUES: usize = 7;

struct Request {
    version: Version,
    now: Timestamp,
    body: Value,
}

/// A verdict that changed with a field: the rule, where it is reported, and the field.
struct Change {
    rule: Rule,
    reported: Vec<Segment>,
    field: Vec<Segment>,
}

#[test]
fn a_verdict_changes_with_the_fields_that_its_rule_reads_and_no_others() {
    // For each rule, the fields that changed one of its verdicts at another field.
    let mut read: HashSet<(Rule, Pattern)> = HashSet::new();
    for Change { rule, reported, field } in changes() {
        if !reported.starts_with(&field) {
            read.insert((rule, pattern(&field)));
        }
    }
    for (rule, field) in &read {
        let is_named = rule.info().depends_on.iter().any(|named| covers(&parse(named), field));
        assert!(is_named, "{rule} reads {field:?}");
    }
    let named = Rule::ALL.iter().flat_map(|rule| rule.info().depends_on.iter().map(|field| (*rule, field)));
    let idle: Vec<_> = named
        .filter(|(rule, named)| !read.iter().any(|(of, field)| of == rule && is_at(&parse(named), field)))
        .collect();
    assert!(idle.is_empty(), "these change nothing: {idle:?}");
}

#[test]
fn a_rule_is_reported_at_the_fields_of_its_entry_and_at_each_of_them() {
    let mut seen: HashSet<(Rule, &str)> = HashSet::new();
    for request in requests() {
        for (rule, reported) in violations(&request, &request.body) {
            let reported = pattern(&reported);
            let fields = rule.info().fields.iter().filter(|field| is_at(&parse(field), &reported));
            let count = fields.map(|field| seen.insert((rule, field))).count();
            assert_eq!(count, 1, "{rule} at {reported:?}");
        }
    }
    // No value violates these.
    let texts = [Rule::JsonSyntax, Rule::BodySize, Rule::NotSerializable, Rule::LostInJson, Rule::DuplicateKey];
    let rules = Rule::ALL.iter().filter(|rule| !texts.contains(rule));
    let fields = rules.flat_map(|rule| rule.info().fields.iter().map(|field| (*rule, *field)));
    let unseen: Vec<_> = fields.filter(|fields| !seen.contains(fields)).collect();
    assert!(unseen.is_empty(), "never reported: {unseen:?}");
}

#[test]
fn a_rule_is_reported_in_the_versions_and_flows_of_its_scope_and_in_each_of_them() {
    let mut seen: HashSet<(Rule, Version, Option<Flow>)> = HashSet::new();
    for request in requests() {
        let flow = flow(&request);
        for (rule, _) in violations(&request, &request.body) {
            let Scope { versions, flows, .. } = rule.info().scope;
            assert!(versions.contains(&request.version), "{rule} in {}: {}", request.version, request.body);
            if request.version == Version::V2 {
                // A malformed flow could be any.
                let is_in_scope = flow.is_none_or(|flow| flows.contains(&flow));
                assert!(is_in_scope, "{rule} in {flow:?}: {}", request.body);
            }
            seen.insert((rule, request.version, flow));
        }
    }
    // A rule that is not of all flows is seen in each of its own.
    for rule in Rule::ALL.iter().filter(|rule| rule.info().scope.flows.len() < 3) {
        let Scope { versions, flows, .. } = rule.info().scope;
        let in_v1 = versions.contains(&Version::V1).then_some((Version::V1, Some(Flow::Payment)));
        let in_v2 = flows.iter().map(|flow| (Version::V2, Some(*flow)));
        for (version, flow) in in_v1.into_iter().chain(in_v2) {
            assert!(seen.contains(&(*rule, version, flow)), "{rule} is never reported in {version}, {flow:?}");
        }
    }
}

/// The flow of a request; `None` if it is malformed.
fn flow(request: &Request) -> Option<Flow> {
    match &request.body["flow"] {
        Value::Null => Some(Flow::Payment),
        flow => flow.as_str()?.parse().ok(),
    }
}

/// Every change of a verdict that is caused by a change of one field.
fn changes() -> Vec<Change> {
    let requests = requests();
    let values = values(&requests);
    requests.iter().flat_map(|request| changes_of(request, &values)).collect()
}

fn changes_of(request: &Request, values: &BTreeMap<Pattern, Vec<Value>>) -> Vec<Change> {
    let before = violations(request, &request.body);
    let mut changes = Vec::new();
    for field in fields(&request.body) {
        let others = values[&pattern(&field)].iter().map(|value| replaced(&request.body, &field, value));
        // Without an element, the others move: it is the array that changes then.
        let is_element = matches!(field.last(), Some(Segment::Index(_)));
        let without = (!is_element).then(|| removed(&request.body, &field));
        for body in others.chain(without) {
            let after = violations(request, &body);
            for (rule, reported) in before.symmetric_difference(&after) {
                changes.push(Change { rule: *rule, reported: reported.clone(), field: field.clone() });
            }
        }
    }
    changes
}

fn violations(request: &Request, body: &Value) -> HashSet<(Rule, Vec<Segment>)> {
    let options = Options::new(request.now).version(request.version);
    let report = validate_json(body.to_string(), &options);
    report.iter().map(|violation| (violation.rule(), violation.path.segments().to_vec())).collect()
}

/// The requests of the vectors, and those that show the rules.
fn requests() -> Vec<Request> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = [repository.join("tests/conformance"), repository.join("../shared/conformance-2nd")];
    let vectors = folders.iter().filter(|folder| folder.is_dir()).flat_map(|folder| vectors(folder));
    // Each field is changed in turn, so a body of a thousand would be checked a thousand times.
    let is_small = |request: &Request| fields(&request.body).len() <= 200;
    vectors
        .filter_map(|vector| of_vector(&vector))
        .filter(is_small)
        .chain(Rule::ALL.iter().flat_map(|rule| of_rule(*rule)))
        .collect()
}

fn vectors(folder: &Path) -> Vec<Value> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts = files.map(|file| fs::read_to_string(file).unwrap());
    texts.flat_map(|text| serde_json::from_str::<Value>(&text).unwrap()["cases"].as_array().unwrap().clone()).collect()
}

fn of_vector(vector: &Value) -> Option<Request> {
    let text = |name: &str| vector[name].as_str().expect("a text");
    let body = vector.get("request").filter(|request| request.is_object())?.clone();
    Some(Request { version: text("version").parse().unwrap(), now: text("now").parse().unwrap(), body })
}

fn of_rule(rule: Rule) -> impl Iterator<Item = Request> {
    [rule.info().invalid, rule.info().valid].into_iter().filter_map(|example| {
        let Example::Body { version, body } = example else { return None };
        let body = serde_json::from_str(body).ok()?;
        Some(Request { version, now: "2026-01-13T12:00:00Z".parse().unwrap(), body })
    })
}

/// For each field, values that it has somewhere, and some that it should not have.
fn values(requests: &[Request]) -> BTreeMap<Pattern, Vec<Value>> {
    let mut values: BTreeMap<Pattern, Vec<Value>> = BTreeMap::new();
    for request in requests {
        for field in fields(&request.body) {
            let values = values.entry(pattern(&field)).or_insert_with(|| {
                vec![Value::Null, "x".into(), 7.into(), Value::Array(Vec::new()), Value::Object(serde_json::Map::new())]
            });
            let value = at(&request.body, &field);
            if values.len() < MOST_VALUES && !values.contains(value) {
                values.push(value.clone());
            }
        }
    }
    values
}

/// The paths of all that a value holds.
fn fields(value: &Value) -> Vec<Vec<Segment>> {
    let members: Vec<(Segment, &Value)> = match value {
        Value::Object(object) => {
            object.iter().map(|(name, value)| (Segment::Key(name.clone().into()), value)).collect()
        }
        Value::Array(array) => array.iter().enumerate().map(|(index, value)| (index.into(), value)).collect(),
        _ => Vec::new(),
    };
    let below = |(segment, value): (Segment, &Value)| {
        let deeper = fields(value).into_iter().map(|path| [vec![segment.clone()], path].concat()).collect();
        [vec![vec![segment.clone()]], deeper].concat()
    };
    members.into_iter().flat_map(below).collect()
}

fn at<'v>(value: &'v Value, path: &[Segment]) -> &'v Value {
    path.iter().fold(value, |value, segment| match segment {
        Segment::Key(name) => &value[name.as_ref()],
        Segment::Index(index) => &value[index],
    })
}

fn at_mut<'v>(value: &'v mut Value, path: &[Segment]) -> &'v mut Value {
    path.iter().fold(value, |value, segment| match segment {
        Segment::Key(name) => &mut value[name.as_ref()],
        Segment::Index(index) => &mut value[index],
    })
}

fn replaced(body: &Value, path: &[Segment], value: &Value) -> Value {
    let mut body = body.clone();
    *at_mut(&mut body, path) = value.clone();
    body
}

fn removed(body: &Value, path: &[Segment]) -> Value {
    let mut body = body.clone();
    if let Some((Segment::Key(name), parent)) = path.split_last() {
        at_mut(&mut body, parent).as_object_mut().expect("an object").shift_remove(name.as_ref());
    }
    body
}

/// The field of a path.
fn pattern(path: &[Segment]) -> Pattern {
    let step = |segment: &Segment| match segment {
        Segment::Key(name) => name.to_string(),
        Segment::Index(_) => "[]".to_owned(),
    };
    path.iter().map(step).collect()
}

/// The field that the catalogue writes as text.
fn parse(field: &str) -> Pattern {
    let steps = field.split('.').flat_map(|name| match name.strip_suffix("[]") {
        Some(name) => vec![name.to_owned(), "[]".to_owned()],
        None => vec![name.to_owned()],
    });
    steps.filter(|step| !step.is_empty()).collect()
}

/// True if a field is the one that the catalogue writes.
fn is_at(written: &Pattern, field: &Pattern) -> bool {
    *written == ["*"] || (written.len() == field.len() && covers(written, field))
}

/// True if a field is the one that the catalogue writes, or contains it.
fn covers(written: &Pattern, field: &Pattern) -> bool {
    field.len() <= written.len() && field.iter().zip(written).all(|(step, written)| step == written || written == "*")
}
