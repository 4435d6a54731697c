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

/// Implements serde's traits for enums that derive `EnumString` and have an `as_str`: a value is its string. An error
/// does not repeat a string that is none.
macro_rules! serde_str {
    ($($Enum:ty),+ $(,)?) => {
        $(
            impl serde::Serialize for $Enum {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.as_str())
                }
            }

            impl<'de> serde::Deserialize<'de> for $Enum {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                    text.parse().map_err(serde::de::Error::custom)
                }
            }
        )+
    };
}

pub(crate) use as_str;
pub(crate) use serde_str;

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

/// The derives of `strum`, and the traits that they implement under the names that they expect: so that the traits are
/// not public, as those of `strum` itself would be on public enums.
pub(crate) mod strum {
    pub(crate) use ::strum::*;

    pub(crate) trait VariantArray: Sized + 'static {
        const VARIANTS: &'static [Self];
    }

    pub(crate) trait VariantNames {
        const VARIANTS: &'static [&'static str];
    }

    pub(crate) trait IntoDiscriminant {
        type Discriminant;

        #[expect(dead_code, reason = "derived")]
        fn discriminant(&self) -> Self::Discriminant;
    }
}
