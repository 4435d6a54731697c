//! The report: violations, their paths, levels and messages.

mod facts;
mod level;
pub(crate) mod messages;
mod path;
mod rule;
mod suggestion;
mod violation;
mod violation_kind;

use std::{fmt, iter, slice, vec};

pub use facts::{Fact, FactInfo, FactType, FactValue};
pub use level::Level;
use messages::Locale;
pub(crate) use path::PathRef;
pub use path::{Path, Segment};
pub use rule::{MemberPart, ParseRuleError, Rule};
use serde::ser::{Error as _, Serialize, Serializer};
pub use suggestion::Suggestion;
pub use violation::{BodyKind, Violation};
pub use violation_kind::{Correction, Elsewhere, KnownIn, Loss, TaxIdKind, ValueFault, ViolationKind};

use crate::json::Writer;

/// Every violation in a request: errors, which the API refuses, and warnings, which a person should review.
///
/// Both lists are in the order of the request's fields. [`Display`](fmt::Display) and [`Serialize`] write the messages
/// in [`locale`](Report::locale).
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, validate_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = validate_json(r#"{"amount": 0, "currency": "CLP", "ui_mode": "embedded"}"#, &options);
/// assert!(!report.is_valid());
/// assert_eq!(report.errors[0].rule().as_str(), "amount-positive");
/// assert_eq!(report.errors[0].param(), "amount");
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Report {
    /// The violations that make the request invalid.
    pub errors: Vec<Violation>,
    /// The violations that the API may accept, but a person should review.
    pub warnings: Vec<Violation>,
    /// The number of violations beyond [`Options::max_violations`](crate::Options::max_violations), which are not
    /// listed.
    pub omitted: Omitted,
    /// The language of the messages.
    pub locale: Locale,
}

/// The number of violations that a report leaves out, as it lists at most
/// [`max_violations`](crate::Options::max_violations) of each level.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, validate_json};
///
/// let now: Timestamp = "2026-01-13T12:00:00Z".parse()?;
/// let report = validate_json("{}", &Options::new(now).max_violations(1));
/// assert_eq!((report.errors.len(), report.omitted.errors, report.omitted.warnings), (1, 3, 0));
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Omitted {
    /// The number of errors that are not listed.
    pub errors: usize,
    /// The number of warnings that are not listed.
    pub warnings: usize,
}

impl Omitted {
    /// True if every violation is listed.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.errors == 0 && self.warnings == 0
    }
}

impl Report {
    /// True if there are no errors, neither listed nor omitted.
    #[must_use]
    pub const fn is_valid(&self) -> bool {
        self.errors.is_empty() && self.omitted.errors == 0
    }

    /// True if the body could not be read, so that the report has that error alone.
    pub(crate) fn is_unreadable(&self) -> bool {
        self.errors.first().is_some_and(|violation| violation.rule().is_fixed())
    }

    /// Prefixes every path with `name`.
    pub(crate) fn within(mut self, name: &'static str) -> Self {
        for violation in self.errors.iter_mut().chain(&mut self.warnings) {
            violation.path = std::mem::take(&mut violation.path).within(name);
        }
        self
    }

    /// Truncates each list to `max_violations`, and adds the number of violations removed to `omitted`.
    pub(crate) fn bounded(mut self, max_violations: usize) -> Self {
        let lists = [(&mut self.errors, &mut self.omitted.errors), (&mut self.warnings, &mut self.omitted.warnings)];
        for (list, omitted) in lists {
            *omitted = omitted.saturating_add(list.len().saturating_sub(max_violations));
            list.truncate(max_violations);
        }
        self
    }

    /// Iterates over the listed errors, then the listed warnings.
    #[must_use]
    pub fn iter(&self) -> <&Self as IntoIterator>::IntoIter {
        self.errors.iter().chain(&self.warnings)
    }

    /// Returns the report as JSON text on one line: the same bytes in every binding.
    ///
    /// ```
    /// # use fintoc_preflight::{Options, Timestamp, validate_json};
    /// # let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
    /// let report = validate_json(r#"{"amount": 1, "ui_mode": "embedded"}"#, &options);
    /// assert_eq!(
    ///     report.to_json(),
    ///     concat!(
    ///         r#"{"valid":false,"errors":[{"rule":"required","level":"error","code":"missing_parameter","#,
    ///         r#""path":["currency"],"param":"currency","message":"currency is missing."}],"warnings":[]}"#,
    ///     ),
    /// );
    /// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        /// Initial capacity for each violation, in bytes: enough for a typical one.
        const USUAL_LENGTH: usize = 256;
        let mut out = String::with_capacity(self.iter().count().saturating_add(1).saturating_mul(USUAL_LENGTH));
        self.write_json(&mut out);
        out
    }

    /// True if there are neither errors nor warnings, listed or omitted.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.errors.is_empty() && self.warnings.is_empty() && self.omitted.is_none()
    }

    /// Appends the report as JSON text, as [`to_json`](Self::to_json) returns it, to a string that can be reused.
    ///
    /// ```
    /// # use fintoc_preflight::{Options, Timestamp, validate_json};
    /// # let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
    /// let mut lines = String::new();
    /// for body in [r#"{"amount": 1}"#, "{"] {
    ///     validate_json(body, &options).write_json(&mut lines);
    ///     lines.push('\n');
    /// }
    /// assert_eq!(lines.lines().count(), 2);
    /// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
    /// ```
    pub fn write_json(&self, out: &mut String) {
        let begin = if self.is_valid() { "{\"valid\":true,\"errors\":" } else { "{\"valid\":false,\"errors\":" };
        for (name, violations) in [(begin, &self.errors), (",\"warnings\":", &self.warnings)] {
            out.raw(name);
            out.list(violations, |violation, out| violation.write(self.locale, out));
        }
        if !self.omitted.is_none() {
            for (name, count) in
                [(",\"omitted\":{\"errors\":", self.omitted.errors), (",\"warnings\":", self.omitted.warnings)]
            {
                out.raw(name);
                out.integer(i64::try_from(count).unwrap_or(i64::MAX));
            }
            out.raw("}");
        }
        out.raw("}");
    }
}

/// Writes one line for each violation, such as `error[amount-positive] amount: …`. A name of the request is written in
/// [visible](crate::visible) characters, cut after 100, so that none can forge a line of a log.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            violation.write_line(self.locale, f)?;
        }
        Ok(())
    }
}

/// Iterates over the listed errors, then the listed warnings.
impl<'r> IntoIterator for &'r Report {
    type Item = &'r Violation;

    type IntoIter = iter::Chain<slice::Iter<'r, Violation>, slice::Iter<'r, Violation>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Iterates over the listed errors, then the listed warnings.
impl IntoIterator for Report {
    type Item = Violation;

    type IntoIter = iter::Chain<vec::IntoIter<Violation>, vec::IntoIter<Violation>>;

    fn into_iter(self) -> Self::IntoIter {
        self.errors.into_iter().chain(self.warnings)
    }
}

/// Allows a report to be the error of a `Result`.
impl std::error::Error for Report {}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value: serde_json::Value = serde_json::from_str(&self.to_json()).map_err(S::Error::custom)?;
        value.serialize(serializer)
    }
}

/// Writes the line of a report, in English: `error[amount-positive] amount: …`. [`message`](Self::message) has the
/// sentence in another language.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_line(Locale::En, f)
    }
}

/// Allows a violation to be the error of a `Result`.
impl std::error::Error for Violation {}

impl Violation {
    /// Writes `level[rule] param: message`.
    fn write_line(&self, locale: Locale, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (level, rule, path) = (self.level.as_str(), self.rule(), self.path.to_string());
        let separator = if path.is_empty() { "" } else { " " };
        write!(f, "{level}[{rule}]{separator}{path}: {}", self.message(locale))
    }

    fn write(&self, locale: Locale, out: &mut String) {
        // Constants go through `push_str`, not `raw`: it is inlined, so that their lengths are known at compile time.
        out.push_str("{\"rule\":\"");
        out.raw(self.rule().as_str());
        out.push_str(match self.level {
            Level::Error => "\",\"level\":\"error\",\"code\":\"",
            Level::Warning => "\",\"level\":\"warning\",\"code\":\"",
        });
        out.raw(self.code().as_str());
        out.push_str("\",");
        self.path.write_members(out);
        out.push_str(",\"message\":");
        out.quoted(|out| locale.write_message(self, out));
        if let Some(suggestion) = self.suggestion() {
            out.raw(",\"suggestion\":");
            suggestion.write(out);
        }
        self.write_facts(out);
        out.raw("}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error_code::ErrorCode;
    use crate::{Options, validate_json};

    fn report(body: &str, locale: Locale) -> Report {
        validate_json(body, &Options { locale, ..Options::new("2026-01-13T12:00:00Z".parse().unwrap()) })
    }

    #[test]
    fn a_report_is_displayed_in_a_line_for_each_violation() {
        let body = r#"{"amount": 0, "currency": "CLP", "success_url": "app://a.cl", "ui_mode": "hosted"}"#;
        for locale in [Locale::En, Locale::Es] {
            let report = report(body, locale);
            let message = |violation: &Violation| violation.message(locale);
            let [amount, cancel_url] = report.errors.as_slice() else { panic!("{report}") };
            let [success_url] = report.warnings.as_slice() else { panic!("{report}") };
            let lines = [
                format!("error[amount-positive] amount: {}", message(amount)),
                format!("error[redirect-urls-required] cancel_url: {}", message(cancel_url)),
                format!("warning[url-https] success_url: {}", message(success_url)),
            ];
            assert_eq!(report.to_string(), lines.join("\n"));
        }
        assert_eq!(Report::default().to_string(), "");
    }

    #[test]
    fn a_name_cannot_forge_a_line() {
        let name = r"x\n2026-01-13 INFO payment 42 approved\u001b[2J\u202e".to_owned() + &"k".repeat(500_000);
        let body = format!(r#"{{"amount": 1, "currency": "CLP", "ui_mode": "embedded", "{name}": 1}}"#);
        let text = report(&body, Locale::En).to_string();
        assert_eq!(text.lines().count(), 1);
        assert!(
            text.starts_with("warning[unknown-field] x␊2026-01-13 INFO payment 42 approved␛[2J\u{fffd}kkk"),
            "{text}"
        );
        assert!(text.chars().count() < 300 && !text.contains(char::is_control), "{text}");
    }

    #[test]
    fn a_violation_of_the_body_has_no_param() {
        let report = report("[]", Locale::En);
        assert!(report.to_string().starts_with("error[type]: "));
        assert_eq!(report.errors.first().map(Violation::param).as_deref(), Some(""));
    }

    #[test]
    fn messages_are_in_the_language_that_was_asked_for() {
        let [en, es] = [Locale::En, Locale::Es].map(|locale| report("{}", locale));
        assert_eq!(en.errors, es.errors);
        assert_ne!(en.to_string(), es.to_string());
        assert_ne!(en.to_json(), es.to_json());
    }

    #[test]
    fn a_suggestion_is_displayed_as_it_is_put_in_place() {
        assert_eq!(Suggestion::Text("CLP".into()).to_string(), "CLP");
        assert_eq!(Suggestion::Number(-1).to_string(), "-1");
    }

    #[test]
    fn a_code_is_displayed_as_it_is_written() {
        assert_eq!(ErrorCode::InvalidPaymentRecipientAccount.to_string(), "invalid_payment_recipient_account");
    }
}
