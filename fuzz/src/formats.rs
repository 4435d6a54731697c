//! Texts in the fields that parse them, each beside a second implementation.

use chrono::DateTime;
use fintoc_preflight::{Rule, Timestamp, Version, validate_json, visible};
use serde_json::{Value, json};

use crate::options;

/// Checks a text in the field that `kind` selects, modulo the number of kinds.
pub fn check(kind: u8, text: &str) {
    let is_blank = text.trim_matches(|character: char| character.is_whitespace() || character == '\u{feff}').is_empty();
    match kind % 10 {
        0 => check_timestamp(text),
        1 => check_number(text),
        _ if is_blank => {} // `empty-string`, or no report: blank strings have one definition, not one for each format.
        2 => check_rut(text),
        3 => assert_eq!(accepts(Rule::TaxIdFormat, &tax_id("mx_rfc", text)), is_rfc(text), "{text:?}"),
        4 => assert_eq!(
            accepts(Rule::HolderIdFormat, &account("holder_id", text)),
            is_rfc(text) || is_curp(text),
            "{text:?}"
        ),
        5 => check_clabe(text),
        6 => check_email(text),
        7 => check_url(text),
        8 => check_date_time(text),
        _ => check_currency(text),
    }
}

/// True if a request does not violate a rule.
fn accepts(rule: Rule, request: &Value) -> bool {
    accepts_in(Version::V2, rule, request)
}

fn accepts_in(version: Version, rule: Rule, request: &Value) -> bool {
    let report = validate_json(request.to_string(), &options(version));
    report.iter().all(|violation| violation.rule() != rule)
}

fn tax_id(r#type: &str, value: &str) -> Value {
    json!({"customer_data": {"tax_id": {"type": r#type, "value": value}}})
}

/// An account of a request in MXN.
fn account(field: &str, value: &str) -> Value {
    json!({"currency": "MXN", "payment_method_options": {"bank_transfer": {"sender_account": {field: value}}}})
}

/// A time of the caller is one of chrono's, and is written as it was read.
fn check_timestamp(text: &str) {
    if let Ok(instant) = text.parse::<Timestamp>() {
        let expected = DateTime::parse_from_rfc3339(text).expect("RFC 3339");
        let written = instant.to_string();
        // In UTC, the last hours of 9999 are in a year that RFC 3339 cannot write, and the first of 0 too.
        if written.starts_with(|first: char| first.is_ascii_digit()) {
            assert_eq!(DateTime::parse_from_rfc3339(&written).ok(), Some(expected), "{text:?}");
            assert_eq!(written.parse(), Ok(instant));
        }
    }
    let shown: String = text.chars().map(visible).collect();
    assert!(shown.chars().count() == text.chars().count() && !shown.contains(char::is_control));
}

/// An amount is of the right type exactly if it is an integer within ±(2^53 - 1) as a 64-bit float.
fn check_number(text: &str) {
    let body = format!("{{\"amount\":{text}}}");
    let Ok(Value::Object(members)) = serde_json::from_str::<Value>(&body) else { return };
    let Some(number) = members["amount"].as_f64().filter(|_| members.len() == 1) else { return };
    let is_integer = number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_991.0;
    let report = validate_json(&body, &options(Version::V2));
    let has_type = report.iter().all(|violation| violation.rule() != Rule::Type);
    // Beyond 2^53, a float may round to an integer that the text is not.
    if number.abs() < 9_007_199_254_740_991.0 {
        assert_eq!(has_type, is_integer, "{text}");
    }
}

/// Modulo 11, with the weights 2 to 7 from the right: here over the digits as text, from a table of check characters.
fn check_rut(text: &str) {
    let request = tax_id("cl_rut", text);
    let expected = rut(text);
    assert_eq!(accepts(Rule::TaxIdFormat, &request), expected.is_some(), "{text:?}");
    if let Some(fits) = expected {
        assert_eq!(accepts(Rule::RutCheckDigit, &request), fits, "{text:?}");
    }
}

/// True if the check character fits, `None` if the text is no RUT.
fn rut(text: &str) -> Option<bool> {
    let compact: Vec<char> = text.chars().filter(|character| !". -".contains(*character)).collect();
    let (check, body) = compact.split_last()?;
    let ends_in_hyphen = text.trim_end_matches(['.', ' ']).ends_with('-');
    let is_rut = !ends_in_hyphen
        && (1..=12).contains(&body.len())
        && body.iter().all(char::is_ascii_digit)
        && body.iter().rev().skip(8).all(|digit| *digit == '0')
        && (check.is_ascii_digit() || "kK".contains(*check));
    if !is_rut {
        return None;
    }
    let digits: Vec<usize> = body.iter().rev().map(|digit| *digit as usize - '0' as usize).collect();
    let sum: usize =
        digits.iter().zip([2, 3, 4, 5, 6, 7].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    let expected = ['0', 'K', '9', '8', '7', '6', '5', '4', '3', '2', '1'][sum % 11];
    Some(digits.iter().any(|digit| *digit > 0) && check.to_ascii_uppercase() == expected)
}

/// 3 or 4 letters, a date, 3 letters or digits: here by positions from the right.
fn is_rfc(text: &str) -> bool {
    let compact: Vec<char> = text.chars().filter(|character| !"- ".contains(*character)).collect();
    let upper: Vec<char> =
        compact.iter().map(|character| if *character == 'ñ' { 'Ñ' } else { character.to_ascii_uppercase() }).collect();
    if !matches!(upper.len(), 12 | 13) {
        return false;
    }
    let (name, rest) = upper.split_at(upper.len() - 9);
    let number = |at: usize| {
        let digits: String = rest[at..at + 2].iter().collect();
        if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse::<u8>().ok() } else { None }
    };
    name.iter().all(|letter| letter.is_ascii_uppercase() || "&Ñ".contains(*letter))
        && number(0).is_some()
        && number(2).is_some_and(|month| (1..=12).contains(&month))
        && number(4).is_some_and(|day| (1..=31).contains(&day))
        && rest[6..].iter().all(|last| last.is_ascii_uppercase() || last.is_ascii_digit())
}

fn is_curp(text: &str) -> bool {
    let kinds = "AAAA000000SAAAAAX0";
    text.chars().count() == kinds.len()
        && text.chars().zip(kinds.chars()).all(|(character, kind)| match (character.to_ascii_uppercase(), kind) {
            (character, 'A') => character.is_ascii_uppercase(),
            (character, '0') => character.is_ascii_digit(),
            (character, 'S') => "HMX".contains(character),
            (character, _) => character.is_ascii_uppercase() || character.is_ascii_digit(),
        })
}

/// The check digit as the standard states it: each product modulo 10, then 10 minus their sum modulo 10.
fn check_clabe(text: &str) {
    let request = account("number", text);
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit()) && matches!(text.len(), 10 | 16 | 18);
    assert_eq!(accepts(Rule::AccountNumberFormat, &request), is_number, "{text:?}");
    let digits: Vec<u32> = text.chars().filter_map(|character| character.to_digit(10)).collect();
    let fits = match digits.split_last() {
        Some((check, body)) if is_number && text.len() == 18 => {
            let sum: u32 =
                body.iter().zip([3, 7, 1].into_iter().cycle()).map(|(digit, weight)| digit * weight % 10).sum();
            (10 - sum % 10) % 10 == *check
        }
        _ => true,
    };
    assert_eq!(accepts(Rule::ClabeCheckDigit, &request), fits, "{text:?}");
}

/// The grammar of the HTML standard. Beyond ASCII the contract is stricter than it is general, so only ASCII is compared.
fn check_email(text: &str) {
    let is_fine = accepts(Rule::EmailFormat, &json!({"customer_email": text}));
    if !text.is_ascii() {
        return;
    }
    let is_local = |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte);
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let expected = text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && local.bytes().all(is_local) && domain.split('.').all(is_label)
    });
    assert_eq!(is_fine, expected, "{text:?}");
}

/// No URL of a browser is accepted that the WHATWG standard refuses, but for those that need the tables of IDNA: hosts
/// beyond ASCII, or encoded as `xn--`.
fn check_url(text: &str) {
    let is_fine = accepts(Rule::UrlFormat, &json!({"success_url": text}));
    if !is_fine {
        return;
    }
    assert!(text.chars().all(|character| !character.is_control() && !character.is_whitespace()), "{text:?}");
    let (scheme, _) = text.split_once("://").expect("a scheme with its slashes");
    let is_web = ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    let host = text[scheme.len() + 3..].split(['/', '?', '#', '\\']).next().unwrap_or_default();
    if is_web && host.is_ascii() && !host.to_ascii_lowercase().contains("xn--") && !host.contains('%') {
        assert!(url::Url::parse(text).is_ok(), "{text:?}");
    }
}

/// A date-time of RFC 3339 is accepted, but for leap seconds, blanks for `T`, and chrono's other signs.
fn check_date_time(text: &str) {
    let request = json!({"expires_at": text});
    let v2 = accepts(Rule::ExpiresAtFormat, &request);
    let v1 = accepts_in(Version::V1, Rule::ExpiresAtFormat, &request);
    assert!(v1 || !v2, "version 1 accepts what version 2 does: {text:?}");
    let is_rfc3339 = DateTime::parse_from_rfc3339(text).is_ok();
    let is_odd = !text.is_ascii() || text.get(10..11) == Some(" ") || text.contains(":60");
    if is_rfc3339 && !is_odd {
        assert!(v2, "{text:?}");
    }
    if text.parse::<Timestamp>().is_ok() {
        assert!(v2 && accepts(Rule::ExpiresAtRfc3339, &request), "{text:?}");
    }
}

fn check_currency(text: &str) {
    let is_currency = ["CLP", "MXN"].iter().any(|currency| text.eq_ignore_ascii_case(currency));
    let v1 = accepts_in(Version::V1, Rule::Enum, &json!({"currency": text}));
    assert_eq!(v1, is_currency, "{text:?}");
}
