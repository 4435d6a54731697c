//! The facts of violations: those that the catalogue declares, and enough to write every message anew.

mod message;
mod reports;

use fintoc_preflight::{FactInfo, FactType, FactValue, Locale, Rule, Violation};
use message::message;
use reports::reports;
use serde_json::Value;

/// Every violation of the vectors and of the examples in the catalogue, with its JSON.
fn violations() -> Vec<(Violation, Value)> {
    let violations = reports().into_iter().flat_map(|report| {
        let json: Value = serde_json::from_str(&report.to_json()).unwrap();
        let lists = [&json["errors"], &json["warnings"]].map(|list| list.as_array().unwrap().clone());
        report.iter().cloned().zip(lists.into_iter().flatten().collect::<Vec<_>>()).collect::<Vec<_>>()
    });
    violations.collect()
}

#[test]
fn every_violation_has_the_facts_that_its_rule_declares() {
    for (violation, _) in violations() {
        let rule = violation.rule();
        let facts = violation.facts();
        let mut names = facts.iter().map(|fact| fact.name).peekable();
        for declared in rule.facts() {
            let is_there = names.next_if_eq(&declared.name).is_some();
            assert!(is_there || declared.is_optional, "{rule} without {}: {facts:?}", declared.name);
        }
        assert_eq!(names.next(), None, "{rule} does not declare it");
        for fact in &facts {
            let declared = rule.facts().iter().find(|declared| declared.name == fact.name).unwrap();
            assert!(is_of_type(fact.value, declared), "{rule}: {fact:?} is no {:?}", declared.r#type);
        }
    }
}

#[test]
fn the_types_of_facts_are_named_as_in_typescript() {
    let types = [FactType::Integer, FactType::Boolean, FactType::Text(&[]), FactType::Texts];
    assert_eq!(types.map(FactType::as_str), ["integer", "boolean", "string", "string[]"]);
}

fn is_of_type(value: FactValue, declared: &FactInfo) -> bool {
    match (value, declared.r#type) {
        (FactValue::Integer(_), FactType::Integer)
        | (FactValue::Boolean(_), FactType::Boolean)
        | (FactValue::Texts(_), FactType::Texts)
        | (FactValue::Text(_), FactType::Text([])) => true,
        (FactValue::Text(text), FactType::Text(values)) => values.contains(&text),
        _ => false,
    }
}

#[test]
fn facts_are_the_last_member_of_a_violation_in_json() {
    for (violation, json) in violations() {
        let facts: Vec<String> =
            violation.facts().iter().map(|fact| format!("\"{}\":{}", fact.name, fact.value.to_json())).collect();
        assert_eq!(json.get("facts").is_some(), !facts.is_empty(), "{json}");
        if !facts.is_empty() {
            let end = format!(",\"facts\":{{{}}}}}", facts.join(","));
            assert!(json.to_string().ends_with(&end), "{json} does not end in {end}");
        }
    }
}

#[test]
fn every_fact_that_is_declared_occurs() {
    let violations = violations();
    for rule in Rule::ALL {
        for declared in rule.facts() {
            let occurs = violations.iter().any(|(violation, _)| {
                violation.rule() == *rule && violation.facts().iter().any(|fact| fact.name == declared.name)
            });
            assert!(occurs || *rule == Rule::NotSerializable, "{rule}: {}", declared.name);
        }
    }
}

/// From the rule, the path, the facts and the suggestion alone.
#[test]
fn every_english_message_can_be_written_from_the_facts() {
    let violations = violations();
    assert!(violations.len() > 1000);
    for (violation, json) in violations {
        assert_eq!(message(&json), violation.message(Locale::En), "{json}");
    }
}
