//! The catalogue is whole: every rule has an id, a source and the rest. Its examples are tested with the messages.

use std::collections::HashSet;
use std::fs;

use fintoc_preflight::{Description, ErrorCode, Locale, Reference, Rule, Scope};
use serde_json::Value;

#[test]
fn every_rule_says_where_it_comes_from_and_where_it_is_reported() {
    for rule in Rule::ALL {
        let info = rule.info();
        assert!(!info.codes.is_empty() && !info.sources.is_empty(), "{rule}");
        for words in [info.when, info.at].into_iter().chain(info.sources.iter().map(|source| source.part)) {
            assert!(!words.is_empty() && words.trim() == words, "{rule}");
        }
    }
}

#[test]
fn ids_are_one_for_each_rule_and_are_read_back() {
    let ids: HashSet<&str> = Rule::ALL.iter().map(|rule| rule.as_str()).collect();
    assert_eq!(ids.len(), Rule::ALL.len());
    for rule in Rule::ALL {
        assert_eq!(rule.as_str().parse(), Ok(*rule));
        assert!(
            rule.as_str().bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
            "{rule}"
        );
    }
}

#[test]
fn codes_are_read_back() {
    for code in Rule::ALL.iter().flat_map(|rule| rule.info().codes) {
        assert_eq!(code.as_str().parse::<ErrorCode>(), Ok(*code));
    }
}

#[test]
fn of_an_id_that_is_nearly_one_the_rule_is_named() {
    let suggestion = |id: &str| id.parse::<Rule>().unwrap_err().suggestion;
    assert_eq!(suggestion("url-http"), Some("url-https"));
    assert_eq!(suggestion("AMOUNT-POSITIVE"), Some("amount-positive"));
    assert_eq!(suggestion("metadata-flatt"), Some("metadata-flat"));
    assert_eq!(suggestion("amount"), None);
    assert_eq!(suggestion(""), None);
    assert_eq!("amount".parse::<Rule>().unwrap_err().to_string(), "there is no such rule");
}

#[test]
fn the_page_on_contradictions_links_to_rules_that_there_are() {
    let page = fs::read_to_string("docs/contradictions.md").unwrap();
    let links: Vec<_> = page.split("](rules.md#").skip(1).map(|rest| rest.split_once(')').unwrap().0).collect();
    assert!(links.len() > 30);
    for id in links {
        assert!(id.parse::<Rule>().is_ok(), "{id}");
        assert!(page.contains(&format!("[`{id}`](rules.md#{id})")), "{id}");
    }
    for document in [Reference::CreateV2, Reference::CreateV1, Reference::Object, Reference::Guide] {
        assert!(page.contains(&format!("| {} | {} |", document.as_str(), document.title())), "{document:?}");
    }
}

#[test]
fn a_rule_is_described_in_each_language() {
    let described = |locale| {
        let Description { when, invalid, .. } = Rule::BodySize.describe(locale);
        (when, format!("{invalid:?}"))
    };
    let (when, invalid) = described(Locale::En);
    assert!(when.starts_with("the body is longer"), "{when}");
    assert_eq!(invalid, r#"Words("a body of 1,048,577 bytes")"#);
    let (when, invalid) = described(Locale::Es);
    assert!(when.starts_with("el cuerpo es más largo"), "{when}");
    assert_eq!(invalid, r#"Words("un cuerpo de 1.048.577 bytes")"#);
}

#[test]
fn the_catalogue_as_json_is_complete() {
    for rule in Rule::ALL {
        let entry: Value = serde_json::from_str(&rule.to_json()).unwrap();
        assert_eq!(entry["fixed"], rule.is_fixed(), "{rule}");
        assert_eq!(entry["marks"], rule.marks().as_str(), "{rule}");
        let Scope { versions, flows, .. } = rule.info().scope;
        assert_eq!(entry["versions"], versions.iter().map(|version| version.as_str()).collect::<Value>(), "{rule}");
        assert_eq!(entry["flows"], flows.iter().map(|flow| flow.as_str()).collect::<Value>(), "{rule}");
        assert_eq!(entry["scope"], rule.info().scope.describe(Locale::En), "{rule}");
    }
    let fixed: Vec<&Rule> = Rule::ALL.iter().filter(|rule| rule.is_fixed()).collect();
    assert_eq!(fixed, [&Rule::JsonSyntax, &Rule::BodySize, &Rule::NotSerializable]);
}
