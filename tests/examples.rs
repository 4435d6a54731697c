//! Validates the requests of `examples/requests/`, so that each violates the rules that its name suggests.

use std::fs;
use std::path::PathBuf;

use fintoc_preflight::{Options, Report, Timestamp, Version, Violation, validate_json};

/// Each request, with the rules of its errors and of its warnings, in the order of the report.
const REQUESTS: [(&str, &[&str], &[&str]); 24] = [
    ("payment-both-customers.json", &["customer-xor-customer-data", "customer-identified"], &[]),
    ("payment-chosen-bank.json", &[], &[]),
    ("payment-embedded-mexico.json", &[], &[]),
    ("payment-expired.json", &["expires-at-lead"], &["expires-at-utc"]),
    (
        "payment-incomplete-account.json",
        &["options-match-types"],
        &[
            "holder-id-format",
            "institution-currency",
            "account-number-format",
            "recipient-account-complete",
            "payment-method-types-unique",
        ],
    ),
    (
        "payment-many-mistakes.json",
        &[
            "redirect-urls-required",
            "enum",
            "email-format",
            "expires-at-format",
            "type",
            "url-format",
            "quantity-positive",
            "required",
            "payment-method-types-for-flow",
            "payment-method-types-for-flow",
            "redirect-url-http",
        ],
        &["rut-check-digit", "metadata-flat", "unknown-field"],
    ),
    ("payment-new-customer.json", &[], &[]),
    ("payment-on-localhost.json", &["redirect-url-http", "redirect-url-http"], &[]),
    (
        "payment-save-for-nobody.json",
        &["payment-method-needs-customer", "save-payment-method-needs-customer", "payment-method-needs-bank-transfer"],
        &[],
    ),
    ("payment-saved-method.json", &[], &[]),
    ("payment-trailing-comma.json", &["json-syntax"], &[]),
    ("payment-with-crowded-metadata.json", &[], &["metadata-key-size", "metadata-flat", "metadata-flat"]),
    ("payment-with-items.json", &[], &[]),
    ("payment-wrong-total.json", &["amount-equals-total"], &[]),
    ("payment.json", &[], &[]),
    ("setup-with-amount.json", &["amount-forbidden-in-setup"], &[]),
    ("setup.json", &[], &[]),
    (
        "subscription-many-mistakes.json",
        &[
            "amount-required-in-subscription",
            "customer-xor-customer-data",
            "currency-matches-session",
            "options-match-types",
            "payment-method-types-for-flow",
            "save-payment-method-only-in-payment",
        ],
        &["recurring-expected", "unknown-field", "sender-account-form", "ui-mode-only-in-payment"],
    ),
    ("subscription-wrong-total.json", &["amount-equals-total"], &[]),
    ("subscription.json", &[], &[]),
    (
        "v1-amount-and-items.json",
        &["amount-limit", "amount-with-line-items"],
        &["redirect-urls-together", "currency-case"],
    ),
    ("v1-payment-for-a-merchant.json", &[], &[]),
    ("v1-payment.json", &[], &[]),
    ("v1-with-fields-of-v2.json", &["type", "enum"], &["unknown-field", "unknown-field"]),
];

#[test]
fn requests_break_the_rules_that_they_show() {
    for (name, errors, warnings) in REQUESTS {
        let report = validate(name);
        assert_eq!(rules(&report.errors), errors, "errors of {name}");
        assert_eq!(rules(&report.warnings), warnings, "warnings of {name}");
    }
}

#[test]
fn every_request_is_listed() {
    let files = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = files.collect();
    files.sort();
    assert_eq!(files, REQUESTS.map(|(name, ..)| name));
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/requests")
}

/// Validates a request, for version 1 of the API if its name begins with `v1-`. Its times are far from now.
fn validate(name: &str) -> Report {
    let version = if name.starts_with("v1-") { Version::V1 } else { Version::V2 };
    let now: Timestamp = "2026-01-13T12:00:00Z".parse().unwrap();
    validate_json(fs::read(folder().join(name)).unwrap(), &Options::new(now).version(version))
}

fn rules(violations: &[Violation]) -> Vec<&'static str> {
    violations.iter().map(|violation| violation.rule().as_str()).collect()
}
