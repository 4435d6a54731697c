//! The words: made from the facts of a violation on demand, in the language asked for.

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
