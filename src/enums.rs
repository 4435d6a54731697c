//! Enums whose values are strings: in requests and answers, in options, and in reports.

use thiserror::Error;

/// Implements `as_str` and `Display` for enums that derive `IntoStaticStr`.
macro_rules! as_str {
    ($($Enum:ty),+ $(,)?) => {
        $(
            impl $Enum {
                /// Returns the value as it is written in JSON; stable.
                #[must_use]
                pub fn as_str(self) -> &'static str {
                    self.into()
                }
            }

            /// Writes [`as_str`](Self::as_str).
            impl std::fmt::Display for $Enum {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.pad(self.as_str())
                }
            }
        )+
    };
}

pub(crate) use as_str;

/// An error for a string that is not a value of an enum.
///
/// ```
/// use fintoc_preflight::{Currency, Version};
///
/// let error = "clp".parse::<Currency>().unwrap_err(); // the case counts
/// assert_eq!(error.to_string(), "the string is not a value of the enum");
/// assert!("v3".parse::<Version>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the string is not a value of the enum")]
pub struct ParseEnumError;

impl ParseEnumError {
    /// Returns the error for any string. `strum` calls it where a string is not a value.
    pub(crate) const fn new(_: &str) -> Self {
        Self
    }
}
