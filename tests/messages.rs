//! The words of every violation, and the examples of the catalogue that they are shown with.

use std::collections::BTreeSet;

use fintoc_preflight::{
    BodyKind, Example, Level, Locale, Options, Path, Problem, Report, Rule, Timestamp, Version, Violation,
    validate_json,
};

#[test]
fn every_example_breaks_its_rule_and_no_other() {
    for &rule in Rule::ALL {
        if let Example::Body { version, body } = rule.info().breaks {
            let report = validate(version, body);
            let rules: Vec<Rule> = report.violations().map(Violation::rule).collect();
            assert_eq!(rules, [rule], "the example that breaks {rule}:\n{report}");
        }
    }
}

#[test]
fn every_counterexample_keeps_every_rule() {
    for &rule in Rule::ALL {
        if let Example::Body { version, body } = rule.info().keeps {
            let report = validate(version, body);
            assert_eq!(report.violations().count(), 0, "the example that keeps {rule}:\n{report}");
        }
    }
}

#[test]
fn every_message_is_one_sentence_in_two_languages() {
    for violation in violations() {
        let [en, es] = messages(&violation);
        for message in [&en, &es] {
            let sentence = message.strip_suffix('.').unwrap_or_else(|| panic!("no full stop: {message}"));
            assert!(!sentence.is_empty() && !sentence.contains(". ") && !sentence.ends_with('.'), "{message}");
            assert!(!sentence.contains(['\n', '\r', '\t']) && !sentence.contains("  "), "{message}");
        }
        assert_ne!(en, es);
    }
}

#[test]
fn both_languages_give_the_same_names_and_numbers() {
    for violation in violations() {
        let [en, es] = messages(&violation);
        assert_eq!(names_and_numbers(&en), names_and_numbers(&es), "{en}\n{es}");
    }
}

#[test]
fn the_words() {
    let mut violations = violations();
    violations.sort_by_key(Violation::rule);
    let page = violations.iter().fold(String::new(), |page, violation| {
        let [en, es] = messages(violation);
        page + &format!("{} [{}]\n  {en}\n  {es}\n\n", violation.rule(), violation.param())
    });
    insta::assert_snapshot!(page);
}

/// A violation of every rule, by the example that breaks it; then the other sentences that some rules have.
fn violations() -> Vec<Violation> {
    let examples = Rule::ALL.iter().flat_map(|rule| match rule.info().breaks {
        Example::Body { version, body } => validate(version, body).violations().cloned().collect(),
        Example::Words(_) => without_a_body(*rule),
    });
    let others = OTHER_SENTENCES.iter().flat_map(|&(version, body)| {
        let violations: Vec<Violation> = validate(version, body).violations().cloned().collect();
        assert!(!violations.is_empty(), "nothing is wrong with {body}");
        violations
    });
    let too_deep = validate(Version::V2, "[".repeat(128)).errors;
    let not_utf8 = validate(Version::V2, b"{\"note\": \"\xff\"}").errors;
    examples.chain(others).chain(too_deep).chain(not_utf8).collect()
}

/// The violations of the rules whose examples are words.
fn without_a_body(rule: Rule) -> Vec<Violation> {
    let problem = match rule {
        Rule::BodySize => Problem::BodySize { limit: 1024 * 1024 },
        Rule::NotSerializable => Problem::NotSerializable,
        _ => panic!("{rule} has no request that breaks it"),
    };
    vec![Violation { level: Level::Error, path: Path::default(), problem, body: BodyKind::Request }]
}

/// Requests that show the sentences which no example of the catalogue shows, by what decides the sentence.
const OTHER_SENTENCES: &[(Version, &str)] = &[
    // The fault in the syntax
    (Version::V2, ""),
    (Version::V2, "{\"metadata\": {\"note\": \"\u{1}\"}}"),
    (Version::V2, r#"{"metadata": {"note": "\x41"}}"#),
    (Version::V2, r#"{"metadata": {"note": "\ud83d"}}"#),
    (Version::V2, "{\n  \"amount\": 1e999\n}"),
    (Version::V2, "{} {}"),
    (Version::V2, "\u{feff}{}"),
    // What holds a name that is repeated
    (Version::V2, r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "a": null, "a": null}"#),
    (Version::V2, r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "metadata": {"a": 1, "a": 2}}"#),
    // The type that is expected, and the one that is found
    (Version::V2, "null"),
    (Version::V2, r#"{"amount": 3500.5, "currency": false, "flow": 1, "line_items": "pan"}"#),
    (
        Version::V2,
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [null], "payment_method_types": ["card", 1]}"#,
    ),
    (
        Version::V2,
        r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "customer": {"email": "ana@example.com"}}"#,
    ),
    (
        Version::V2,
        r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"holder_id": [], "institution_id": {"editable": "yes"}}}}}"#,
    ),
    (Version::V1, r#"{"amount": 1, "currency": "CLP", "customer": "cus_1", "flow": []}"#),
    // What is blank
    (Version::V2, r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": [" "]}"#),
    // Whether a name is near
    (Version::V2, r#"{"amount": 1, "currency": "USD", "ui_mode": "embedded", "save_payment_method": "true"}"#),
    (
        Version::V2,
        r#"{"currency": "CLP", "ui_mode": "embedded", "colour": 1, "line_items": [{"quantity": 1, "price": "price_1", "colour": 1}], "customer_data": {"e-mail": 1, "email": "ana@example.com"}}"#,
    ),
    (Version::V1, r#"{"amount": 1, "currency": "CLP", "flow": "Payment"}"#),
    // The version
    (Version::V1, r#"{"amount": 1, "currency": "CLP", "expires_at": "tomorrow", "payment_method_types": ["pac"]}"#),
    (Version::V1, r#"{"amount": 1, "currency": "CLP", "expires_at": "2026-01-12"}"#),
    // The currency
    (
        Version::V2,
        r#"{"amount": 1, "currency": "MXN", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "mx_rfc", "value": "GODE"}}, "payment_method_options": {"bank_transfer": {"sender_account": {"holder_id": {"value": "11.111.111-1"}}}}}"#,
    ),
    (
        Version::V2,
        r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"sender_account": {"institution_id": {"value": "mx_bbva"}}}}}"#,
    ),
    // Whether the amount is that of the items
    (
        Version::V1,
        r#"{"currency": "CLP", "line_items": [{"quantity": 7000, "price_data": {"currency": "CLP", "unit_amount": 1000, "product_data": {"name": "Pan"}}}]}"#,
    ),
    (
        Version::V2,
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 3000000, "price_data": {"currency": "CLP", "unit_amount": 1000, "product_data": {"name": "Pan"}}}]}"#,
    ),
    // The flow
    (
        Version::V2,
        r#"{"flow": "subscription", "currency": "CLP", "payment_method_types": ["installments", "payment_intent"]}"#,
    ),
    (Version::V2, r#"{"flow": "monthly", "currency": "CLP", "payment_method_types": ["cash"]}"#),
    (
        Version::V2,
        r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"pac": {}, "cash": {}}}"#,
    ),
    (
        Version::V2,
        r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["card"], "payment_method_options": {"cash": {}}}"#,
    ),
    // The kind of object
    (
        Version::V2,
        r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "payment_method": "cus_1", "payment_method_types": ["bank_transfer"]}"#,
    ),
];

fn validate(version: Version, body: impl AsRef<[u8]>) -> Report {
    let now: Timestamp = "2026-01-13T12:00:00Z".parse().unwrap();
    validate_json(body, &Options { version, ..Options::new(now) })
}

fn messages(violation: &Violation) -> [String; 2] {
    [Locale::En, Locale::Es].map(|locale| violation.message(locale))
}

/// The words of a message that are the same in every language: those with an underscore or a digit.
fn names_and_numbers(message: &str) -> BTreeSet<&str> {
    let words = message.split(|character: char| !character.is_alphanumeric() && character != '_');
    words.filter(|word| word.contains(|character: char| character == '_' || character.is_ascii_digit())).collect()
}
