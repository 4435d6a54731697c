//! Sessions and events, and the comparison of a session with its request.

use fintoc_preflight::session::{checkout_session_json, compare_json, event_json, parse_checkout_session, parse_event};
use fintoc_preflight::{CheckoutSessionRequest, Locale, Version, parse_json};
use serde_json::Value;

use crate::options;

/// Checks two texts, of a request and an answer, which are separated by a line feed: any other may be `\n` in JSON.
pub fn check(bytes: &[u8]) {
    let at = bytes.iter().position(|byte| *byte == b'\n').unwrap_or_default();
    let (request, answer) = bytes.split_at(at);
    let options = options(Version::V2);
    check_session(answer);
    check_event(answer);
    let Ok(comparison) = compare_json(request, answer, &options) else { return };
    let text: Value = serde_json::from_str(&comparison.to_json(Locale::Es)).expect("JSON");
    assert_eq!(text["matches"], comparison.matches());
    let session = parse_checkout_session(answer, &options).expect("a session that was compared");
    if let Ok(request) = parse_json::<CheckoutSessionRequest>(request, &options) {
        // serde keeps the last of repeated names in the raw answer, the comparison the first.
        let has_repeats = session.report.iter().any(|it| it.rule() == fintoc_preflight::Rule::DuplicateKey);
        let is_beside = session.raw.to_string().len() == answer.trim_ascii().len();
        if !has_repeats && is_beside {
            assert_eq!(session.compare(&request).matches(), comparison.matches());
        }
    }
}

/// Both functions refuse the same sessions, with the same report; the value is the same session if it is read again,
/// and all its values are of the documented types.
fn check_session(answer: &[u8]) {
    let options = options(Version::V2);
    match (parse_checkout_session(answer, &options), checkout_session_json(answer, &options)) {
        (Err(one), Err(other)) => assert!(!one.is_valid() && one == other),
        (Ok(parsed), Ok(text)) => {
            assert!(parsed.report.is_valid());
            assert!(text.ends_with(&format!(",\"report\":{}}}", parsed.report.to_json())));
            let value = &text["{\"value\":".len()..text.len() - parsed.report.to_json().len() - ",\"report\":}".len()];
            let again = parse_checkout_session(value, &options).expect("a session");
            assert_eq!(again.value, parsed.value);
            assert!(again.report.iter().all(|it| it.rule() != fintoc_preflight::Rule::Type), "{}", again.report);
        }
        (one, other) => panic!("{} and {}", one.is_ok(), other.is_ok()),
    }
}

fn check_event(answer: &[u8]) {
    let options = options(Version::V2);
    match (parse_event(answer, &options), event_json(answer, &options)) {
        (Err(one), Err(other)) => assert!(!one.is_valid() && one == other),
        (Ok(parsed), Ok(text)) => {
            assert!(parsed.report.is_valid());
            assert!(text.ends_with(&format!(",\"report\":{}}}", parsed.report.to_json())));
        }
        (one, other) => panic!("{} and {}", one.is_ok(), other.is_ok()),
    }
}
