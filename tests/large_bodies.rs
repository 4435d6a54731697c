//! Reports on bodies of megabytes are complete, or omit exactly what they count as omitted. The work for such bodies is
//! counted elsewhere: instructions in `benches/fuel`, memory in `memory.rs`.

use std::fmt::Write;

use fintoc_preflight::{LevelOverride, Options, Report, Rule, Version, Violation, validate_json};

/// The report of a body, which may be of any length, in both versions.
fn reports(body: &str) -> [Report; 2] {
    let now = "2026-01-13T12:00:00Z".parse().unwrap();
    [Version::V1, Version::V2].map(|version| {
        let report =
            validate_json(body, &Options::new(now).version(version).max_bytes(usize::MAX).max_violations(usize::MAX));
        let written = report.to_json().matches(r#"{"rule":"#).count();
        assert_eq!(written, report.iter().count(), "every violation is written");
        report
    })
}

fn count(report: &Report, rule: Rule) -> usize {
    report.iter().filter(|violation| violation.rule() == rule).count()
}

/// `count` elements, separated by commas.
fn many(count: usize, mut element: impl FnMut(&mut String, usize)) -> String {
    let mut text = String::new();
    for index in 0..count {
        text.push_str(if index > 0 { "," } else { "" });
        element(&mut text, index);
    }
    text
}

/// Members of an object, all of different names.
fn names(count: usize) -> String {
    many(count, |text, index| write!(text, "\"n{index}\":1").unwrap())
}

#[test]
fn repeated_names() {
    let repeats = many(40_000, |text, _| text.push_str(r#""a":{}"#));
    let body = format!(
        r#"{{{repeats},"metadata":{{{repeats}}},"payment_method_options":{{{repeats}}},"business_profile":{{{repeats}}}}}"#
    );
    for report in reports(&body) {
        assert_eq!(count(&report, Rule::DuplicateKey), 4);
        assert_eq!(count(&report, Rule::MetadataFlat), 1);
    }
}

#[test]
fn every_name_twice() {
    let names = names(15_000);
    for report in reports(&format!(r#"{{{names},{names},"metadata":{{{names},{names}}}}}"#)) {
        assert_eq!(count(&report, Rule::DuplicateKey), 30_000);
        assert_eq!(count(&report, Rule::UnknownField), 15_000);
    }
}

#[test]
fn unknown_names() {
    for report in reports(&format!("{{{}}}", names(30_000))) {
        assert_eq!(count(&report, Rule::UnknownField), 30_000);
    }
    // Names that must be compared with those that are known.
    let similar = many(15_000, |text, index| write!(text, "\"payment_method_{index:05}\":1").unwrap());
    for report in reports(&format!("{{{similar}}}")) {
        assert_eq!(count(&report, Rule::UnknownField), 15_000);
    }
    let long = "payment_method_types".repeat(50_000);
    for report in reports(&format!(r#"{{"{long}":1}}"#)) {
        assert_eq!(count(&report, Rule::UnknownField), 1);
    }
}

#[test]
fn payment_method_types() {
    let types = many(30_000, |text, index| write!(text, "\"n{index}\"").unwrap());
    for report in reports(&format!(r#"{{"payment_method_types":[{types},{types}]}}"#)) {
        assert_eq!(count(&report, Rule::PaymentMethodTypesForFlow), 60_000);
        assert_eq!(count(&report, Rule::PaymentMethodTypesUnique), 30_000);
    }
    let options = names(60_000);
    let body = format!(r#"{{"payment_method_types":[{types}],"payment_method_options":{{{options}}}}}"#);
    let [v1, v2] = reports(&body);
    assert_eq!(count(&v1, Rule::UnknownField), 60_000);
    assert_eq!(count(&v2, Rule::OptionsMatchTypes), 30_000);
}

#[test]
fn line_items() {
    let items = many(8000, |text, _| text.push_str(r#"{"quantity":0,"price_data":{"currency":"MXN","a":1,"a":2}}"#));
    for report in reports(&format!(r#"{{"currency":"CLP","line_items":[{items}]}}"#)) {
        assert_eq!(count(&report, Rule::QuantityPositive), 8000);
        assert_eq!(count(&report, Rule::CurrencyMatchesSession), 8000);
        assert_eq!(count(&report, Rule::DuplicateKey), 8000);
    }
}

/// Findings are selected while rules still run, in the order of the slots, which is not that of the report.
#[test]
fn a_bounded_report_begins_as_the_whole_does() {
    let items = many(9000, |text, index| text.push_str(["{}", "0", r#"{"a":1,"quantity":0}"#][index % 3]));
    let names = names(9000);
    let body = format!(
        r#"{{"z":1,"line_items":[{items}],"metadata":{{{names},{names}}},"payment_method_types":[0,"a","a",""],{names},
            "customer_data":{{"email":"a","b":1,"tax_id":{{}}}},"amount":-1,"currency":"x","cancel_url":"http://a.cl",
            "payment_method_options":{{"card":{{"types":[0,"a"]}},"a":1}},"business_profile":{{"a":1}}}}"#
    );
    let options = Options::new("2026-01-13T12:00:00Z".parse().unwrap());
    let with_levels = options.clone().version(Version::V1).level(Rule::Type, LevelOverride::Warn).unwrap();
    let with_levels = with_levels.level(Rule::Required, LevelOverride::Allow).unwrap();
    for options in [options.clone(), options.strict(true), with_levels] {
        let whole = validate_json(&body, &options.clone().max_violations(usize::MAX));
        assert!(whole.errors.len() + whole.warnings.len() > 20_000 && whole.omitted.is_none());
        for max_violations in [1, 2, 10, 1000, 5000] {
            let bounded = validate_json(&body, &options.clone().max_violations(max_violations));
            let first = |list: &[Violation]| list[..max_violations.min(list.len())].to_vec();
            assert_eq!(bounded.errors, first(&whole.errors));
            assert_eq!(bounded.warnings, first(&whole.warnings));
            assert_eq!(bounded.errors.len() + bounded.omitted.errors, whole.errors.len());
            assert_eq!(bounded.warnings.len() + bounded.omitted.warnings, whole.warnings.len());
        }
    }
}

#[test]
fn nesting() {
    for text in ["[", r#"{"a":"#, r#"{"metadata":"#, r#"{"payment_method_options":{"bank_transfer":"#] {
        for report in reports(&text.repeat(1_000_000 / text.len())) {
            assert_eq!(count(&report, Rule::JsonSyntax), 1);
        }
    }
    let deepest = format!("{}{}", "[".repeat(125), "]".repeat(125));
    let nests = many(4000, |text, index| write!(text, "\"n{index}\":{deepest}").unwrap());
    for report in reports(&format!(r#"{{"metadata":{{{nests}}}}}"#)) {
        assert_eq!(count(&report, Rule::MetadataFlat), 4000);
    }
}

#[test]
fn long_texts() {
    for text in [".", "-", "@", "a@", "1.", "K", ":", "https://", " ", r"\u0041", "ñ", "😀"] {
        let text = text.repeat(200_000 / text.len());
        let body = format!(
            r#"{{"currency":"{text}","customer_email":"{text}","expires_at":"{text}","success_url":"{text}",
                "business_profile":{{"category":"{text}","tax_id":"{text}"}},"flow":"{text}",
                "customer_data":{{"email":"a@{text}","tax_id":{{"type":"mx_rfc","value":"{text}"}}}},
                "metadata":{{"{text}":"{text}"}},"payment_method_types":["{text}"],
                "payment_method_options":{{"bank_transfer":{{"sender_account":{{"number":"{text}","holder_id":"{text}"}}}}}}}}"#
        );
        for report in reports(&body) {
            assert_eq!(count(&report, Rule::MetadataKeySize), 1);
        }
    }
}

#[test]
fn long_numbers() {
    let digits = "7".repeat(1_000_000);
    for number in [digits.clone(), format!("0.{digits}"), format!("1e-{digits}")] {
        let is_beyond = number == digits;
        for report in reports(&format!(r#"{{"amount":{number},"metadata":{{"a":{number}}}}}"#)) {
            assert_eq!(count(&report, Rule::JsonSyntax), usize::from(is_beyond));
        }
        for report in reports(&format!(r#"{{"amount":"{number}"}}"#)) {
            assert_eq!(count(&report, Rule::Type), 1);
        }
    }
}
