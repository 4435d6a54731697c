//! The messages of every violation, and the examples of the catalogue that show them.

use std::collections::BTreeSet;

use fintoc_preflight::{
    Example, Locale, Loss, Options, Path, Report, Rule, Segment, Timestamp, ValueFault, Version, Violation,
    ViolationKind, validate_json,
};

#[test]
fn every_example_breaks_its_rule_and_no_other() {
    for &rule in Rule::ALL {
        if let Example::Body { version, body } = rule.info().invalid {
            let report = validate(version, body);
            let rules: Vec<Rule> = report.iter().map(Violation::rule).collect();
            // Of the currencies that are known, only CLP raises the one, and it raises the other.
            let companion = (rule == Rule::DirectDebitUnlisted).then_some(Rule::TypeCurrency);
            let expected: Vec<Rule> = [rule].into_iter().chain(companion).collect();
            assert_eq!(rules, expected, "the example that violates {rule}:\n{report}");
        }
    }
}

#[test]
fn every_counterexample_keeps_every_rule() {
    for &rule in Rule::ALL {
        if let Example::Body { version, body } = rule.info().valid {
            let report = validate(version, body);
            assert_eq!(report.iter().count(), 0, "the valid example of {rule}:\n{report}");
        }
    }
}

#[test]
fn every_message_is_one_sentence_in_two_languages() {
    for violation in violations() {
        let [en, es] = messages(&violation);
        for message in [&en, &es] {
            let sentence = message.strip_suffix(['.', '?']).unwrap_or_else(|| panic!("no full stop: {message}"));
            assert!(
                !sentence.is_empty()
                    && !sentence.contains(". ")
                    && !sentence.contains("? ")
                    && !sentence.ends_with('.'),
                "{message}"
            );
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
    // The first of several violations with the same message.
    let mut shown = BTreeSet::new();
    violations.retain(|violation| shown.insert(messages(violation)));
    let page = violations.iter().fold(String::new(), |page, violation| {
        let [en, es] = messages(violation);
        page + &format!("{} [{}]\n  {en}\n  {es}\n\n", violation.rule(), violation.param())
    });
    insta::assert_snapshot!(page);
}

/// A violation of every rule, by the example that violates it; then the other sentences that some rules have.
fn violations() -> Vec<Violation> {
    let examples = Rule::ALL.iter().flat_map(|rule| match rule.info().invalid {
        Example::Body { version, body } => validate(version, body).iter().cloned().collect(),
        Example::Words(_) => without_a_body(*rule),
    });
    let others = OTHER_SENTENCES.iter().flat_map(|&(version, body)| {
        let violations: Vec<Violation> = validate(version, body).iter().cloned().collect();
        assert!(!violations.is_empty(), "nothing is wrong with {body}");
        violations
    });
    let payments = IN_A_PAYMENT.iter().flat_map(|members| {
        let body = format!(r#"{{"amount": 1, "currency": "CLP", "ui_mode": "embedded", {members}}}"#);
        let violations: Vec<Violation> = validate(Version::V2, &body).iter().cloned().collect();
        assert!(!violations.is_empty(), "nothing is wrong with {body}");
        violations
    });
    let too_deep = validate(Version::V2, "[".repeat(128)).errors;
    let not_utf8 = validate(Version::V2, b"{\"note\": \"\xff\"}").errors;
    examples.chain(others).chain(payments).chain(too_deep).chain(not_utf8).collect()
}

/// A value for each reason why it cannot be written as JSON: the body, a field, or a name of the request's own.
fn faults() -> impl Iterator<Item = Violation> {
    let of_body = ["undefined", "function", "symbol", "not_text"].map(|id| (id, vec![]));
    let of_field = ["cycle", "bigint", "getter", "to_json", "depth"].map(|id| (id, vec![Segment::from("metadata")]));
    of_body.into_iter().chain(of_field).chain([("bigint", vec!["metadata".into(), own_name()])]).map(|(id, path)| {
        let kind = ViolationKind::NotSerializable { cause: ValueFault::from_id(id).unwrap() };
        Violation::new(kind, path.into_iter().collect())
    })
}

/// A value for each way in which JSON loses it.
fn losses() -> impl Iterator<Item = Violation> {
    let of_body = ["form_data", "url_search_params", "request", "response"].map(|id| (id, vec![]));
    let of_field = ["function", "symbol", "undefined", "not_finite", "invalid_date", "map", "set", "promise"]
        .map(|id| (id, vec![Segment::from("metadata")]));
    of_body.into_iter().chain(of_field).chain([("not_finite", vec!["metadata".into(), own_name()])]).map(
        |(id, path)| {
            let kind = ViolationKind::LostInJson { cause: Loss::from_id(id).unwrap() };
            Violation::new(kind, path.into_iter().collect())
        },
    )
}

fn own_name() -> Segment {
    Segment::Key("order".to_owned().into())
}

/// The violations of the rules whose examples are prose.
fn without_a_body(rule: Rule) -> Vec<Violation> {
    let kind = match rule {
        Rule::BodySize => ViolationKind::BodySize { limit: 1024 * 1024 },
        Rule::NotSerializable => return faults().collect(),
        Rule::LostInJson => return losses().collect(),
        _ => panic!("{rule} has no request that violates it"),
    };
    vec![Violation::new(kind, Path::default())]
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
    (Version::V2, r#"{"amount" 1}"#),
    (Version::V2, r#"{"amount": 1 "currency": "CLP"}"#),
    (Version::V2, "{'amount': 1}"),
    (Version::V2, "{amount: 1}"),
    (Version::V2, "{} // end"),
    (Version::V2, r#"{"amount": NaN}"#),
    (Version::V2, "\u{feff}{}"),
    // A text that was encoded twice
    (Version::V2, r#""{}""#),
    // The object with a repeated name
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
    // Blank fields
    (Version::V2, r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": [" "]}"#),
    // Similar names
    (Version::V2, r#"{"amount": 1, "currency": "USD", "ui_mode": "embedded", "save_payment_method": "true"}"#),
    (
        Version::V2,
        r#"{"currency": "CLP", "ui_mode": "embedded", "colour": 1, "line_items": [{"quantity": 1, "price": "price_1", "colour": 1}], "customer_data": {"e-mail": 1, "email": "ana@example.com"}}"#,
    ),
    (Version::V1, r#"{"amount": 1, "currency": "CLP", "flow": "Payment"}"#),
    (Version::V1, r#"{"amount": 1, "currency": "CLP", "flow": "subscription", "customer_data": {}, "email": 1}"#),
    (Version::V1, r#"{"amount": 1, "currency": "CLP", "payment_method_options": {"pac": {}}}"#),
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
    // The amount and the total of the items
    (
        Version::V1,
        r#"{"currency": "CLP", "line_items": [{"quantity": 7000, "price_data": {"currency": "CLP", "unit_amount": 1000, "product_data": {"name": "Pan"}}}]}"#,
    ),
    (
        Version::V2,
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 3000000, "price_data": {"currency": "CLP", "unit_amount": 1000, "product_data": {"name": "Pan"}}}]}"#,
    ),
    (
        Version::V2,
        r#"{"currency": "MXN", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "MXN", "unit_amount": 0, "product_data": {"name": "Bolsa"}}}]}"#,
    ),
    (
        Version::V2,
        r#"{"amount": 1, "currency": "MXN", "ui_mode": "embedded", "payment_method_options": {"bank_transfer": {"recipient_account": {"number": "123"}}}}"#,
    ),
    // The flow
    (Version::V2, r#"{"flow": "subscription", "currency": "CLP", "payment_method": "card"}"#),
    (
        Version::V2,
        r#"{"flow": "setup", "currency": "CLP", "payment_method": "card", "payment_method_types": ["card"]}"#,
    ),
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

/// The same, by the members that a payment has beside an amount, a currency and a mode.
const IN_A_PAYMENT: &[&str] = &[
    // Numbers: with decimals, out of range, as text
    r#""line_items": [{"quantity": 1.5, "price_data": {"currency": "CLP", "unit_amount": 500.5, "product_data": {"name": "Pan"}}}]"#,
    r#""line_items": [{"quantity": 1e20, "price_data": {"currency": "CLP", "unit_amount": "500", "product_data": {"name": "Pan"}, "recurring": "month"}}]"#,
    r#""expires_at": 1768392000"#,
    r#""payment_method_types": "card", "payment_method_options": {"card": {"types": "credit"}}"#,
    // Fields of nested objects
    r#""line_items": [{}]"#,
    r#""line_items": [{"quantity": 1, "price_data": {"product_data": {"image_url": "pan.png"}}}]"#,
    r#""line_items": [{"quantity": 1, "price_data": {"currency": "COP", "unit_amount": -1, "product_data": {"name": " "}}}]"#,
    r#""line_items": [{"quantity": 1, "price_data": {"currency": "clp", "unit_amount": 1, "product_data": {"name": "Pan"}}}]"#,
    r#""customer_data": {"email": 1, "tax_id": {"type": ""}, "metadata": {"a": []}}"#,
    r#""business_profile": {"name": 7, "category": "1", "tax_id": "1-1"}"#,
    r#""payment_method_options": {"bank_transfer": {"recipient_account": {"holder_id": "1-1", "institution_id": "mx_bbva", "number": "0-1"}}}"#,
    r#""payment_method_options": {"bank_transfer": {"recipient_account": {}, "sender_account": {"holder_id": "1-1", "institution_id": {}, "type": "checking"}}}"#,
    // Names that belong elsewhere
    r#""email": "ana@example.com", "tax_id": "11.111.111-1", "order_id": 7, "idempotency_key": "k", "return_url": "https://merchant.com""#,
    r#""checkout_session": {}, "expires_in": 600, "payment_methods": ["card"], "recipient_account": {}, "items": []"#,
    r#""payment_method_options": {"bank_transfer": {"institution_id": "cl_banco_estado"}}"#,
    r#""line_items": [{"quantity": 1, "price": "price_1", "unit_amount": 1, "name": "Pan"}]"#,
    // E-mail addresses, URLs and dates
    "\"customer_email\": \"ana@example.com\u{200b}\"",
    r#""success_url": "merchant.com/ok", "cancel_url": "localhost:3000/ok""#,
    r#""success_url": "https:/merchant.com", "cancel_url": "javascript://x""#,
    "\"success_url\": \"https://merchant.com/\u{200b}\", \"cancel_url\": \"https://merchant.com/a b\"",
    r#""success_url": "https://", "cancel_url": "https://merchant.com:99999""#,
    r#""expires_at": "2026-02-30T12:00:00Z""#,
    r#""expires_at": "2026-01-14""#,
    r#""expires_at": "2026-01-14 12:00:00Z""#,
    r#""expires_at": "2026-1-14T12:00:00Z""#,
    r#""expires_at": "2026-01-14T24:00:00Z""#,
    r#""expires_at": "tomorrow""#,
    // Tax identifiers, accounts and ids
    r#""customer_data": {"tax_id": {"type": "cl_rut", "value": "0-0"}}"#,
    r#""customer_data": {"tax_id": {"type": "RUT", "value": "11.111.111-1"}}"#,
    r#""customer": " cus_1""#,
    r#""customer_email": {}"#,
    r#""customer": "ana@example.com""#,
    r#""customer": "cus_""#,
    r#""payment_method_options": {"bank_transfer": {"sender_account": {"institution_id": {"value": "Banco"}}}}"#,
    r#""line_items": [{"quantity": 1, "price": "prod_1"}]"#,
    // Payment methods: similar names, old names, and a type instead of an id
    r#""payment_method_types": ["CARD", "bank transfer"], "payment_method_options": {"Card": {}}"#,
    r#""payment_method_options": {"cards": {}, "card": {"types": ["Credit"]}}"#,
    r#""payment_method": "card", "payment_method_types": ["card"]"#,
];

fn validate(version: Version, body: impl AsRef<[u8]>) -> Report {
    let now: Timestamp = "2026-01-13T12:00:00Z".parse().unwrap();
    validate_json(body, &Options::new(now).version(version))
}

fn messages(violation: &Violation) -> [String; 2] {
    [Locale::En, Locale::Es].map(|locale| violation.message(locale))
}

/// The tokens of a message that are the same in every language: those with an underscore or a digit.
fn names_and_numbers(message: &str) -> BTreeSet<&str> {
    let words = message.split(|character: char| !character.is_alphanumeric() && character != '_');
    words.filter(|word| word.contains(|character: char| character == '_' || character.is_ascii_digit())).collect()
}
