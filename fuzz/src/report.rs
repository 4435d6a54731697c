//! A JSON text and its report.

use std::str::from_utf8;

use fintoc_preflight::{
    CheckoutSessionRequest, CheckoutSessionRequestV1, Locale, Path, Report, Request, Rule, Segment, Version, Violation,
    locate_all, parse_json, validate_json,
};
use serde_json::Value;

use crate::{options, version_of};

/// Checks that the body has a report, whatever it is, and that the JSON text of the report agrees with it.
pub fn check_text(body: &[u8]) {
    let report = validate_json(body, &options(version_of(body)));
    let text = report.to_json();
    let start = if report.is_valid() { "{\"valid\":true,\"errors\":[]" } else { "{\"valid\":false,\"errors\":[{" };
    assert!(text.starts_with(start), "{text}");
}

/// Checks every invariant of a report.
pub fn check(body: &[u8]) {
    let version = version_of(body);
    let report = validate_json(body, &options(version));
    check_syntax(body, &report);
    check_json(&report);
    check_paths(body, &report);
    check_order(&report, version);
    check_bound(body, version, &report);
    match version {
        Version::V1 => check_typed::<CheckoutSessionRequestV1>(body, &report, |request| {
            (request.to_json(), request.validate(&options(version)))
        }),
        Version::V2 => check_typed::<CheckoutSessionRequest>(body, &report, |request| {
            (request.to_json(), request.validate(&options(version)))
        }),
    }
}

/// `json-syntax` is reported for what `serde_json` refuses, and then alone.
fn check_syntax(body: &[u8], report: &Report) {
    let is_refused = report.iter().any(|violation| violation.rule() == Rule::JsonSyntax);
    assert_eq!(is_refused, serde_json::from_slice::<Value>(body).is_err());
    assert!(!is_refused || report.iter().count() == 1);
}

/// The text of the report is JSON, and every violation is in it with a message in both languages.
fn check_json(report: &Report) {
    let value: Value = serde_json::from_str(&report.to_json()).expect("JSON");
    assert_eq!(value["valid"], report.is_valid());
    for (list, violations) in [("errors", &report.errors), ("warnings", &report.warnings)] {
        let written = value[list].as_array().expect("a list");
        assert_eq!(written.len(), violations.len());
        for (written, violation) in written.iter().zip(violations) {
            assert_eq!(written["rule"], violation.rule().as_str());
            assert_eq!(written["param"], violation.param());
            for locale in [Locale::En, Locale::Es] {
                let message = violation.message(locale);
                let is_filled =
                    message.split('{').skip(1).all(|rest| !rest.starts_with(|first: char| first.is_ascii_lowercase()));
                assert!(!message.is_empty() && is_filled && !message.contains(char::is_control), "{message}");
            }
        }
    }
}

/// Every path leads to a value of the body, or to a field of the API that is absent.
fn check_paths(body: &[u8], report: &Report) {
    let Ok(text) = from_utf8(body) else { return };
    let paths: Vec<Path> = report.iter().map(|violation| violation.path.clone()).collect();
    if report.iter().any(|violation| violation.rule() == Rule::JsonSyntax) {
        return assert_eq!(paths, [Path::default()]);
    }
    for (violation, found) in report.iter().zip(locate_all(text, &paths, 1)) {
        let missing = violation.path.segments().get(found.depth..).expect("no deeper than the path");
        assert_eq!(found.locations.len(), 1, "{violation}");
        assert!(
            missing.iter().all(|segment| matches!(segment, Segment::Key(std::borrow::Cow::Borrowed(_)))),
            "{violation} is in no body"
        );
    }
}

/// Both lists are in the order of the model: names of the API first, and indexes ascending.
fn check_order(report: &Report, version: Version) {
    for list in [&report.errors, &report.warnings] {
        for pair in list.windows(2) {
            let [first, second] = pair else { unreachable!("windows of two") };
            assert!(is_in_order(first, second), "{first} comes before {second} in {}", version.as_str());
        }
    }
}

/// False if two paths differ first in an index that descends, or in a name of the request before one of the API.
fn is_in_order(first: &Violation, second: &Violation) -> bool {
    let pairs = first.path.iter().zip(&second.path);
    match pairs.into_iter().find(|(first, second)| first != second) {
        Some((Segment::Index(first), Segment::Index(second))) => first < second,
        Some((Segment::Key(first), Segment::Key(second))) => {
            !matches!(first, std::borrow::Cow::Owned(_)) || matches!(second, std::borrow::Cow::Owned(_))
        }
        _ => true,
    }
}

/// A bounded report begins as the whole does, and counts the rest; a strict one has the warnings among the errors.
fn check_bound(body: &[u8], version: Version, report: &Report) {
    for most in [0, 1, 3] {
        let bounded = validate_json(body, &options(version).max_violations(most));
        for (bounded, omitted, whole) in [
            (&bounded.errors, bounded.omitted.errors, &report.errors),
            (&bounded.warnings, bounded.omitted.warnings, &report.warnings),
        ] {
            assert_eq!(bounded.as_slice(), &whole[..most.min(whole.len())]);
            assert_eq!(bounded.len() + omitted, whole.len());
        }
        assert_eq!(bounded.is_valid(), report.is_valid());
    }
    let strict = validate_json(body, &options(version).strict(true));
    assert!(strict.warnings.is_empty());
    assert_eq!(strict.errors.len(), report.iter().count());
    let rest = strict.errors.iter().filter(|violation| report.errors.iter().any(|error| is_same(error, violation)));
    assert!(rest.map(Violation::rule).eq(report.errors.iter().map(Violation::rule)));
}

fn is_same(one: &Violation, other: &Violation) -> bool {
    one.path == other.path && one.kind == other.kind
}

/// A body parses exactly if it is valid; the request is valid as it would be sent, and the same when it is parsed again.
fn check_typed<R: Request + PartialEq + std::fmt::Debug>(
    body: &[u8],
    report: &Report,
    send: impl Fn(&R) -> (String, Report),
) {
    match parse_json::<R>(body, &options(R::VERSION)) {
        Err(refused) => assert!(!report.is_valid() && refused == *report),
        Ok(request) => {
            assert!(report.is_valid());
            let (text, report) = send(&request);
            assert!(report.is_valid(), "{report}");
            assert_eq!(parse_json(text, &options(R::VERSION)).as_ref(), Ok(&request));
        }
    }
}
