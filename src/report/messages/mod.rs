//! Messages in English and Spanish, made on demand from the facts of a violation.
//!
//! A message is one sentence that says what is wrong and what is expected. Errors say *must*, warnings *should*. It
//! contains names of the API and numbers, and no other part of the request.
//!
//! In the sentences and phrases of a language, `{name}` is replaced by the fact of that name, or by one of the phrases
//! in `replacements.rs`.

mod en;
mod es;
mod replacements;

use replacements::{Replacement, replacement};

use crate::enums::strum::{EnumString, IntoStaticStr};
use crate::enums::{ParseEnumError, as_str};
use crate::expires_at::ExpiresAtFault;
use crate::formats::split_at_byte;
use crate::json::{JsonType, SyntaxFault, Writer};
use crate::report::violation::Violation;
use crate::report::violation_kind::{Loss, ValueFault};
use crate::tape::Expected;

/// A language of the messages.
///
/// ```
/// use fintoc_preflight::Locale;
///
/// assert_eq!("es".parse(), Ok(Locale::Es));
/// assert_eq!(Locale::default().as_str(), "en");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumString, IntoStaticStr)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

as_str!(Locale);

impl Locale {
    pub(crate) fn message(self, violation: &Violation) -> String {
        let mut message = String::new();
        self.write_message(violation, &mut message);
        message
    }

    pub(crate) fn write_message(self, violation: &Violation, out: &mut String) {
        let words = match self {
            Self::En => &en::ENGLISH,
            Self::Es => &es::SPANISH,
        };
        words.fill((words.sentence)(violation), violation, out);
    }
}

/// The sentences and phrases of one language.
struct Words {
    /// The sentence for a violation.
    sentence: fn(&Violation) -> &'static str,
    /// The expected type or form of a field.
    expected: fn(Expected) -> &'static str,
    /// The JSON type of the value that was found.
    json_type: fn(JsonType) -> &'static str,
    /// The reason why a text is not JSON.
    syntax_fault: fn(SyntaxFault) -> &'static str,
    /// The reason why a value cannot be written as JSON.
    value_fault: fn(ValueFault) -> &'static str,
    /// A value that JSON leaves out or changes, and what to do.
    loss: fn(Loss) -> &'static str,
    /// The whole request.
    body: &'static str,
    /// The whole session.
    session: &'static str,
    /// The whole event.
    event: &'static str,
    /// The field `{field_name}` of an item.
    of_item: &'static str,
    /// The currency in the price of an item.
    item_currency: &'static str,
    /// An element of the array `{field}`.
    element: &'static str,
    /// One of the names in the object `{field}`.
    key: &'static str,
    /// The total of the items in `{field_name}`.
    total: &'static str,
    /// Restricts a sentence to one flow.
    in_flow: &'static str,
    /// Adds that the type belongs to other flows, `{flows}`.
    of_flows: &'static str,
    /// Adds that the name belongs to older versions of the API.
    of_older_version: &'static str,
    /// Ends the sentence with "did you mean `{suggestion}`?".
    perhaps: &'static str,
    /// Ends a list of the forms of `expires_at` with a date without a time.
    or_date: &'static str,
    /// The fault in a date and time.
    expires_at_fault: fn(ExpiresAtFault) -> &'static str,
    /// The separator before the last of several alternatives.
    or: &'static str,
    /// The separator between groups of three digits.
    group: char,
}

impl Words {
    /// Writes a sentence or phrase, and replaces the names in braces.
    fn fill(&self, text: &'static str, violation: &Violation, out: &mut String) {
        let mut rest = text;
        while let Some((plain, name, after)) = split_at_name(rest) {
            out.raw(plain);
            match replacement(name, violation, self) {
                Replacement::Word(word) => out.raw(word),
                Replacement::Number(number) => out.integer(number),
                Replacement::Amount(number) => self.grouped(number, out),
                Replacement::AnyOf(words) => self.list(words, out),
                Replacement::Phrase(phrase) => self.fill(phrase, violation, out),
            }
            rest = after;
        }
        out.raw(rest);
    }

    /// Writes an integer with its digits in groups of three, such as `7,000,000`.
    #[cold]
    #[inline(never)]
    fn grouped(&self, number: i64, out: &mut String) {
        let mut digits = String::new();
        digits.integer(number);
        let count = digits.trim_start_matches('-').len();
        let first = digits.len().saturating_sub(count);
        for (index, digit) in digits.chars().enumerate() {
            let are_left = digits.len().saturating_sub(index);
            if index > first && are_left % 3 == 0 {
                out.push(self.group);
            }
            out.push(digit);
        }
    }

    /// Writes `a`, `a or b`, `a, b or c`.
    fn list(&self, words: &[&str], out: &mut String) {
        for (index, word) in words.iter().enumerate() {
            if index > 0 {
                out.raw(if index.saturating_add(1) == words.len() { self.or } else { ", " });
            }
            out.raw(word);
        }
    }
}

/// Splits a text at its first name in braces: the text before, the name, the text after. `None` if there is no name.
fn split_at_name(text: &str) -> Option<(&str, &str, &str)> {
    let (plain, rest) = split_at_byte(text, b'{')?;
    let (name, rest) = split_at_byte(rest, b'}')?;
    Some((plain, name, rest))
}

impl Violation {
    /// Returns one sentence for the developer: what is wrong, and what is expected.
    #[must_use]
    pub fn message(&self, locale: Locale) -> String {
        locale.message(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Example, Options, Rule, validate_json};

    /// Clauses that a sentence may leave empty.
    const CLAUSES: [&str; 4] = ["in_flow", "of_flows", "or_date", "perhaps"];

    /// Names that are replaced by something else than a fact: a constant, or a part of the path.
    const PLACES: [&str; 4] = ["it", "key", "object", "sum"];

    fn names(text: &str) -> Vec<&str> {
        std::iter::successors(split_at_name(text), |(_, _, rest)| split_at_name(rest))
            .map(|(_, name, _)| name)
            .collect()
    }

    fn each_violation(check: impl Fn(Rule, &Violation)) {
        for rule in Rule::ALL {
            if let Example::Body { version, body } = rule.info().invalid {
                let options = Options { version, ..Options::new("2026-01-13T12:00:00Z".parse().unwrap()) };
                validate_json(body, &options).iter().for_each(|violation| check(*rule, violation));
            }
        }
    }

    #[test]
    fn every_name_in_a_sentence_is_a_fact() {
        each_violation(|rule, violation| {
            for words in [&en::ENGLISH, &es::SPANISH] {
                for name in names((words.sentence)(violation)) {
                    let is_nothing = matches!(replacement(name, violation, words), Replacement::Word(""));
                    assert!(!is_nothing || CLAUSES.contains(&name), "{rule}: {name}");
                    let is_fact = violation.fact(name).is_some();
                    assert!(is_fact || [&CLAUSES[..], &PLACES].concat().contains(&name), "{rule}: {name}");
                }
            }
        });
    }

    #[test]
    fn digits_are_grouped_from_the_right() {
        let grouped = |words: &Words, number: i64| {
            let mut text = String::new();
            words.grouped(number, &mut text);
            text
        };
        for (number, english) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (7_000_000, "7,000,000"),
            (-1, "-1"),
            (-100, "-100"),
            (-123_456, "-123,456"),
            (i64::MIN, "-9,223,372,036,854,775,808"),
        ] {
            assert_eq!(grouped(&en::ENGLISH, number), english);
            assert_eq!(grouped(&es::SPANISH, number), english.replace(',', "."));
        }
    }

    #[test]
    fn no_brace_is_left() {
        each_violation(|rule, violation| {
            for locale in [Locale::En, Locale::Es] {
                // The only braces that belong in a message.
                let message = locale.message(violation).replace(r#"{"value": "..."}"#, "");
                assert!(!message.contains(['{', '}']), "{rule}");
            }
        });
    }
}
