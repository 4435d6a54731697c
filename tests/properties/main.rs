//! Properties that hold for every input.

mod fixes;
mod requests;
mod trees;

use std::collections::HashMap;

use fintoc_preflight::{
    CheckoutSessionRequest, CheckoutSessionRequestV1, ErrorCode, Level, LevelOverride, Options, Path, Report, Rule,
    Segment, Version, Violation, locate, parse_json, validate_json,
};
use proptest::collection::{hash_map, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

const VERSIONS: [Version; 2] = [Version::V1, Version::V2];

fn options(version: Version) -> Options {
    Options::new("2026-01-13T12:00:00Z".parse().unwrap()).version(version)
}

/// Options under which every body that is an object parses.
fn lenient(version: Version) -> Options {
    let rules = Rule::ALL.iter().filter(|rule| !rule.is_fixed());
    rules.fold(options(version), |options, rule| options.level(*rule, LevelOverride::Allow).unwrap())
}

/// Texts that are JSON, nearly JSON, or made of its tokens.
fn texts() -> impl Strategy<Value = Vec<u8>> {
    let edits = vec((any::<Index>(), 0..3_usize, token()), 0..4);
    let edited = (trees::request(), edits).prop_map(|(tree, edits)| {
        let mut text = tree.to_string().into_bytes();
        for (at, removed, inserted) in edits {
            let at = at.index(text.len() + 1);
            text.splice(at..(at + removed).min(text.len()), inserted);
        }
        text
    });
    prop_oneof![vec(token(), 0..24).prop_map(|tokens| tokens.concat()), edited, vec(any::<u8>(), 0..64)]
}

/// Tokens of JSON, and texts that look like them.
fn token() -> impl Strategy<Value = Vec<u8>> {
    const BYTES: &[u8] = b" \n\t\r\x00\x1f\x7f\xc3\xff";
    let tokens = trees::word(
        r#"{ } [ ] : , " \ 0 1 - + . e E 1e5 -0 00 0.5 1e999 1e-999 12345678901234567890 true false null nul NaN ' /* //
        "a" "amount" "currency":"CLP" \u0041 \ud83d \ude00 \n \x ñ 😀"#,
    );
    prop_oneof![
        7 => tokens.prop_map(String::into_bytes),
        2 => select(BYTES).prop_map(|byte| vec![byte]),
        1 => select(vec!["\u{feff}", "\u{a0}"]).prop_map(|space| space.as_bytes().to_vec()),
    ]
}

/// True if every number is the same when it is read again: the last bit of some is not.
fn goes_round(text: &str) -> bool {
    let read: Value = serde_json::from_str(text).unwrap();
    let written = read.to_string();
    written == text
}

fn is_json_syntax(report: &Report) -> bool {
    report.errors.iter().any(|error| error.rule() == Rule::JsonSyntax)
}

proptest! {
    /// Any bytes have a report; that of a body which cannot be read has one violation.
    #[test]
    fn any_bytes_have_a_report(body in texts()) {
        for version in VERSIONS {
            let report = validate_json(&body, &options(version));
            if is_json_syntax(&report) {
                prop_assert_eq!(report.iter().count(), 1);
            }
            let parsed = match version {
                Version::V1 => parse_json::<CheckoutSessionRequestV1>(&body, &options(version)).err(),
                Version::V2 => parse_json::<CheckoutSessionRequest>(&body, &options(version)).err(),
            };
            prop_assert_eq!(parsed, (!report.is_valid()).then_some(report));
        }
    }

    /// Both refuse the same texts: nesting over 127 levels, half of a surrogate pair and numbers beyond every float
    /// too.
    #[test]
    fn the_syntax_is_that_of_serde_json(body in texts()) {
        let refused = serde_json::from_slice::<Value>(&body).is_err();
        for version in VERSIONS {
            prop_assert_eq!(is_json_syntax(&validate_json(&body, &options(version))), refused);
        }
    }

    /// A request that was parsed is valid as it would be sent, and is the same when it is parsed again.
    #[test]
    fn what_was_parsed_can_be_sent(tree in trees::request()) {
        let text = tree.to_string();
        if let Ok(request) = parse_json::<CheckoutSessionRequest>(&text, &options(Version::V2)) {
            prop_assert!(request.validate(&options(Version::V2)).is_valid());
        }
        if let Ok(request) = parse_json::<CheckoutSessionRequest>(&text, &lenient(Version::V2)) {
            prop_assert_eq!(parse_json(request.to_json(), &lenient(Version::V2)), Ok(request.clone()));
        }
        if let Ok(request) = parse_json::<CheckoutSessionRequestV1>(&text, &options(Version::V1)) {
            prop_assert!(request.validate(&options(Version::V1)).is_valid());
        }
        if let Ok(request) = parse_json::<CheckoutSessionRequestV1>(&text, &lenient(Version::V1)) {
            prop_assert_eq!(parse_json(request.to_json(), &lenient(Version::V1)), Ok(request.clone()));
        }
    }

    /// A typed request has the report of its text, and goes through serde unchanged.
    #[test]
    fn a_typed_request_is_what_would_be_sent(request in requests::v2()) {
        let (options, text) = (options(Version::V2), request.to_json());
        prop_assert_eq!(request.validate(&options), validate_json(&text, &options));
        prop_assert_eq!(&serde_json::to_string(&request).unwrap(), &text);
        if goes_round(&text) {
            prop_assert_eq!(serde_json::from_str(&text).ok(), Some(request.clone()));
            prop_assert_eq!(serde_json::from_value(serde_json::to_value(&request).unwrap()).ok(), Some(request));
        }
    }

    #[test]
    fn a_typed_request_of_version_1_is_what_would_be_sent(request in requests::v1()) {
        let (options, text) = (options(Version::V1), request.to_json());
        prop_assert_eq!(request.validate(&options), validate_json(&text, &options));
        prop_assert_eq!(&serde_json::to_string(&request).unwrap(), &text);
        if goes_round(&text) {
            prop_assert_eq!(serde_json::from_str(&text).ok(), Some(request.clone()));
            prop_assert_eq!(serde_json::from_value(serde_json::to_value(&request).unwrap()).ok(), Some(request));
        }
    }

    /// A text that serde deserializes is parsed to the same request, if that is valid.
    #[test]
    fn serde_and_parse_json_give_the_same(tree in trees::request()) {
        let text = tree.without_repeats().to_string();
        let parsed = parse_json::<CheckoutSessionRequest>(&text, &lenient(Version::V2));
        if let (Ok(parsed), Ok(deserialized)) = (parsed, serde_json::from_str::<CheckoutSessionRequest>(&text)) {
            prop_assert_eq!(parsed, deserialized);
        }
        let parsed = parse_json::<CheckoutSessionRequestV1>(&text, &lenient(Version::V1));
        if let (Ok(parsed), Ok(deserialized)) = (parsed, serde_json::from_str::<CheckoutSessionRequestV1>(&text)) {
            prop_assert_eq!(parsed, deserialized);
        }
    }

    /// The order of names changes only the position of violations at unknown names.
    #[test]
    fn the_order_of_names_does_not_matter(tree in trees::request(), seed in any::<u64>()) {
        let tree = tree.without_repeats();
        let shuffled = tree.clone().shuffled(seed);
        for version in VERSIONS {
            let [one, other] = [&tree, &shuffled].map(|tree| validate_json(tree.to_string(), &options(version)));
            let in_order = |report: &Report| -> Vec<Violation> {
                report.iter().filter(|violation| !is_at_a_name_of_its_own(violation)).cloned().collect()
            };
            prop_assert_eq!(in_order(&one), in_order(&other));
            let sorted = |report: &Report| {
                let mut violations: Vec<String> = report.iter().map(|violation| format!("{violation:?}")).collect();
                violations.sort();
                violations
            };
            prop_assert_eq!(sorted(&one), sorted(&other));
        }
    }

    /// The path of every violation is in the text; that of a missing field has its parent there.
    #[test]
    fn every_violation_has_its_place(tree in trees::request()) {
        let text = tree.to_string();
        for version in VERSIONS {
            for violation in &validate_json(&text, &options(version)) {
                let may_be_absent = match violation.rule() {
                    Rule::PaymentMethodNeedsBankTransfer | Rule::RecipientAccountComplete | Rule::SenderAccountForm => true,
                    Rule::CustomerIdentified => false,
                    _ => violation.code() == ErrorCode::MissingParameter,
                };
                let path = if may_be_absent { parent(&violation.path) } else { violation.path.clone() };
                prop_assert!(!locate(&text, &path).is_empty(), "{} {}", violation.rule(), violation.param());
            }
        }
    }

    /// The JSON of a report is the same as by serde, and has the content of the report.
    #[test]
    fn a_report_is_json(tree in trees::request()) {
        for version in VERSIONS {
            let report = validate_json(tree.to_string(), &options(version));
            let text = report.to_json();
            prop_assert_eq!(&serde_json::to_string(&report).unwrap(), &text);
            let json: Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(&json["valid"], &Value::from(report.is_valid()));
            for (name, level, violations) in [("errors", Level::Error, &report.errors), ("warnings", Level::Warning, &report.warnings)] {
                let list = json[name].as_array().unwrap();
                prop_assert_eq!(list.len(), violations.len());
                for (json, violation) in list.iter().zip(violations) {
                    prop_assert_eq!((violation.level, violation.rule().info().level), (level, level));
                    prop_assert!(violation.rule().info().codes.contains(&violation.code()));
                    prop_assert_eq!(&json["level"], &Value::from(level.as_str()));
                    prop_assert_eq!(&json["rule"], &Value::from(violation.rule().as_str()));
                    prop_assert_eq!(&json["code"], &Value::from(violation.code().as_str()));
                    prop_assert_eq!(&json["param"], &Value::from(violation.param()));
                    prop_assert_eq!(json["path"].as_array().unwrap().len(), violation.path.segments().len());
                    prop_assert_eq!(json.get("suggestion").is_some(), violation.suggestion().is_some());
                }
            }
        }
    }

    /// Levels sort a report; they do not change what is checked.
    #[test]
    fn levels_only_sort(tree in trees::request(), settings in settings(), strict in any::<bool>()) {
        let level = |rule: Rule| match settings.get(&rule) {
            Some(LevelOverride::Allow) => None,
            _ if strict => Some(Level::Error),
            Some(LevelOverride::Warn) => Some(Level::Warning),
            Some(LevelOverride::Deny) => Some(Level::Error),
            None => Some(rule.info().level),
        };
        for version in VERSIONS {
            let set = |options: Options, (rule, setting): (&Rule, &LevelOverride)| options.level(*rule, *setting).unwrap();
            let sorted = validate_json(tree.to_string(), &settings.iter().fold(options(version).strict(strict), set));
            let everything = validate_json(tree.to_string(), &options(version).strict(true)).errors;
            for (list, of_list) in [(sorted.errors, Level::Error), (sorted.warnings, Level::Warning)] {
                let of_list = |violation: &Violation| {
                    (level(violation.rule()) == Some(of_list)).then(|| {
                        let mut violation = violation.clone();
                        violation.level = of_list;
                        violation
                    })
                };
                prop_assert_eq!(list, everything.iter().filter_map(of_list).collect::<Vec<_>>());
            }
        }
    }
}

/// Levels of some rules.
fn settings() -> impl Strategy<Value = HashMap<Rule, LevelOverride>> {
    let rules: Vec<Rule> = Rule::ALL.iter().copied().filter(|rule| !rule.is_fixed()).collect();
    hash_map(select(rules), select(vec![LevelOverride::Allow, LevelOverride::Warn, LevelOverride::Deny]), 0..30)
}

/// True if a violation is at a name that the request chose: an unknown one, or a key of metadata.
fn is_at_a_name_of_its_own(violation: &Violation) -> bool {
    matches!(violation.rule(), Rule::UnknownField | Rule::OptionsMatchTypes)
        || violation.path.segments().iter().any(|segment| *segment == Segment::from("metadata"))
}

fn parent(path: &Path) -> Path {
    let segments = path.segments();
    segments.iter().take(segments.len().saturating_sub(1)).cloned().collect()
}
