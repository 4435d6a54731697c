//! The words: made from the facts of a violation on demand, in the language asked for.
//!
//! A message is one sentence that says what is wrong and what is expected: what an error *must* be, a warning *should*
//! be. It is made of the API's own names, of numbers, and of nothing else that a request holds.

mod en;
mod es;

use strum::{EnumString, IntoStaticStr};

use crate::report::Violation;

/// A language of the messages.
///
/// ```
/// use fintoc_preflight::Locale;
///
/// assert_eq!("es".parse(), Ok(Locale::Es));
/// assert_eq!(Locale::default().id(), "en");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

impl Locale {
    /// `en` or `es`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }

    pub(crate) fn message(self, violation: &Violation) -> String {
        match self {
            Self::En => en::message(violation),
            Self::Es => es::message(violation),
        }
    }
}

/// `a`, `a or b`, `a, b or c`, with the `or` of the language.
fn list(words: &[&str], or: &str) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} {or} {last}", first.join(", ")),
        _ => words.concat(),
    }
}

/// A word of the API's, such as a currency or a flow, as it is written in a request.
fn word(word: impl Into<&'static str>) -> &'static str {
    word.into()
}
