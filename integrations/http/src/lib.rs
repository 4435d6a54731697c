//! What the integrations over HTTP have in common: which requests create a checkout session, how an invalid one is
//! answered, and the header that summarises a report.
#![forbid(unsafe_code)]
#![deny(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use std::fmt::Write;

use fintoc_preflight::{Options, Report, Rule, Version, validate_json};
use serde_json::json;

/// The header with the [`summary`] of a report. What a client sends in it is never passed on.
pub const HEADER: &str = "fintoc-preflight";

/// The value of [`HEADER`] for a request that creates a checkout session, but was not checked: its body is compressed,
/// or could not be read.
pub const UNCHECKED: &str = "unchecked";

/// The number of rules that [`summary`] names at most.
const MAX_RULES: usize = 10;

/// Returns the version of the API in which a request creates a checkout session; `None` for any other request, which is
/// not checked.
///
/// The method must be `POST`, and the path must end in the segments `v1` or `v2` and `checkout_sessions`. A query,
/// repeated slashes and a slash at the end make no difference.
///
/// ```
/// use fintoc_preflight::Version;
/// use fintoc_preflight_http::version_of;
///
/// assert_eq!(version_of("POST", "/v2/checkout_sessions"), Some(Version::V2));
/// assert_eq!(version_of("POST", "/fintoc/v1/checkout_sessions?x=1"), Some(Version::V1));
/// assert_eq!(version_of("GET", "/v2/checkout_sessions"), None);
/// assert_eq!(version_of("POST", "/v2/checkout_sessions/cs_1/expire"), None);
/// ```
#[must_use]
pub fn version_of(method: &str, path: &str) -> Option<Version> {
    if method != "POST" {
        return None;
    }
    let path = path.split(['?', '#']).next()?;
    let mut segments = path.rsplit('/').filter(|segment| !segment.is_empty());
    match (segments.next()?, segments.next()?) {
        ("checkout_sessions", version) => version.parse().ok(),
        _ => None,
    }
}

/// True if a body with this value of `Content-Encoding` is the text of the request itself, not a compressed form.
///
/// ```
/// use fintoc_preflight_http::is_plain;
///
/// assert!(is_plain(None) && is_plain(Some("identity")));
/// assert!(!is_plain(Some("gzip")));
/// ```
#[must_use]
pub fn is_plain(content_encoding: Option<&str>) -> bool {
    content_encoding.is_none_or(|coding| coding.trim().is_empty() || coding.trim().eq_ignore_ascii_case("identity"))
}

/// The answer to a request that is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status of HTTP.
    pub status: u16,
    /// JSON: the error as Fintoc's API writes it, and beside it the report, if there is one.
    pub body: String,
}

impl Answer {
    /// Returns the answer to an invalid request: 413 if the body was too long, and 400 otherwise. `None` if the report
    /// has no errors.
    ///
    /// Fintoc's API answers with one error, so `error` is the first of the report.
    ///
    /// ```
    /// use fintoc_preflight::{Options, Timestamp, validate_json};
    /// use fintoc_preflight_http::Answer;
    ///
    /// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
    /// let report = validate_json(r#"{"amount": 1, "ui_mode": "embedded"}"#, &options);
    /// let answer = Answer::to(&report).ok_or("the report has errors")?;
    /// assert_eq!(answer.status, 400);
    /// assert!(answer.body.starts_with(concat!(
    ///     r#"{"error":{"type":"invalid_request_error","code":"missing_parameter","message":"currency is missing.","#,
    ///     r#""param":"currency","doc_url":"https://fintoc.com/docs#invalid-request-error"},"report":{"valid":false,"#,
    /// )));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to(report: &Report) -> Option<Self> {
        if report.is_valid() {
            return None;
        }
        let (code, message, param) = match report.errors.first() {
            Some(error) => (error.code().as_str(), error.message(report.locale), error.param()),
            // The options list no violation.
            None => ("invalid_params", "the request is invalid.".to_owned(), String::new()),
        };
        let is_too_long = report.errors.first().is_some_and(|error| error.rule() == Rule::BodySize);
        Some(Self {
            status: if is_too_long { 413 } else { 400 },
            body: format!(r#"{{"error":{},"report":{}}}"#, error(code, &message, &param), report.to_json()),
        })
    }

    /// Returns the answer to a compressed body: 415.
    #[must_use]
    pub fn to_compressed() -> Self {
        Self::without_report(415, "the request body must not be compressed: it cannot be checked.")
    }

    /// Returns the answer to a body that ended in an error: 400.
    #[must_use]
    pub fn to_unreadable() -> Self {
        Self::without_report(400, "the request body could not be read to its end.")
    }

    fn without_report(status: u16, message: &str) -> Self {
        Self { status, body: format!(r#"{{"error":{}}}"#, error("invalid_params", message, "")) }
    }
}

/// An error of Fintoc's API, with the URL format of the example in <https://docs.fintoc.com/reference/errors-object>.
fn error(code: &str, message: &str, param: &str) -> String {
    json!({
        "type": "invalid_request_error",
        "code": code,
        "message": message,
        "param": (!param.is_empty()).then_some(param),
        "doc_url": "https://fintoc.com/docs#invalid-request-error",
    })
    .to_string()
}

/// Returns the report on a body that is longer than `options.max_bytes`, whose rest need not be read.
#[must_use]
pub fn report_too_long(options: &Options) -> Report {
    // The content makes no difference, as the size is checked first. The system gives such memory without writing it.
    validate_json(vec![0; options.max_bytes.saturating_add(1)], options)
}

/// Returns a report in the form of a header: whether the request is valid, the number of errors and warnings, and the
/// rules that were violated, errors first. At most ten rules are named.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, validate_json};
/// use fintoc_preflight_http::summary;
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": "1", "currency": "CLP", "ui_mode": "embedded"}"#, &options);
/// assert_eq!(summary(&report), r#"invalid; errors=1; warnings=0; rules="type""#);
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[must_use]
pub fn summary(report: &Report) -> String {
    let mut rules: Vec<&str> = Vec::new();
    for violation in report {
        let rule = violation.rule().as_str();
        if rules.len() < MAX_RULES && !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    let mut text = String::from(if report.is_valid() { "valid" } else { "invalid" });
    let errors = report.errors.len().saturating_add(report.omitted.errors);
    let warnings = report.warnings.len().saturating_add(report.omitted.warnings);
    // Writing to memory cannot fail.
    let _ = write!(text, "; errors={errors}; warnings={warnings}; rules=\"{}\"", rules.join(" "));
    text
}

#[cfg(test)]
mod tests {
    use fintoc_preflight::{LevelOverride, Locale, Timestamp};
    use serde_json::Value;

    use super::*;

    fn options() -> Options {
        Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>().unwrap())
    }

    #[test]
    fn the_last_two_segments_of_the_path_decide() {
        for path in ["/v1/checkout_sessions", "//v1//checkout_sessions/", "/a/v1/checkout_sessions?b=/v2/c"] {
            assert_eq!(version_of("POST", path), Some(Version::V1), "{path}");
        }
        for path in ["", "/", "/checkout_sessions", "/v3/checkout_sessions", "/v2/checkout_sessions/x", "/v2/payments"]
        {
            assert_eq!(version_of("POST", path), None, "{path}");
        }
        assert_eq!(version_of("post", "/v2/checkout_sessions"), None, "methods are case-sensitive");
    }

    #[test]
    fn the_answer_has_the_first_error_and_the_whole_report() {
        let report = validate_json(r#"{"amount": "1", "currency": "clp"}"#, &options().locale(Locale::Es));
        let answer = Answer::to(&report).unwrap();
        let body: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(body["report"], serde_json::from_str::<Value>(&report.to_json()).unwrap());
        assert_eq!(body["report"]["errors"].as_array().unwrap().len(), 4);
        for name in ["code", "message", "param"] {
            assert_eq!(body["error"][name], body["report"]["errors"][0][name]);
        }
    }

    #[test]
    fn a_body_without_a_param_has_null_as_fintoc_does() {
        let answer = Answer::to(&validate_json("{", &options())).unwrap();
        let body: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(
            (answer.status, &body["error"]["param"], &body["error"]["code"]),
            (400, &Value::Null, &json!("invalid_json"))
        );
    }

    #[test]
    fn a_body_that_is_too_long_is_answered_with_413() {
        let options = options().max_bytes(3);
        let report = report_too_long(&options);
        assert_eq!(report, validate_json("{}  ", &options));
        assert_eq!(Answer::to(&report).unwrap().status, 413);
    }

    #[test]
    fn an_invalid_request_is_refused_even_if_no_violation_is_listed() {
        let report = validate_json("{}", &options().max_violations(0));
        assert_eq!(Answer::to(&report).unwrap().status, 400);
        assert!(summary(&report).starts_with("invalid; errors=4; "));
    }

    #[test]
    fn warnings_are_summarised_but_not_refused() {
        let options = options().level(Rule::Type, LevelOverride::Warn).unwrap();
        let report = validate_json(r#"{"amount": "1", "currency": "CLP", "ui_mode": "embedded"}"#, &options);
        assert_eq!(Answer::to(&report), None);
        assert_eq!(summary(&report), r#"valid; errors=0; warnings=1; rules="type""#);
    }

    #[test]
    fn every_rule_fits_a_header() {
        let body = r#"{"amount": -1, "currency": "clp", "x": 1, "line_items": [{}], "success_url": "a", "cancel_url": "http://b"}"#;
        let text = summary(&validate_json(body, &options()));
        assert!(text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' '), "{text}");
    }
}
