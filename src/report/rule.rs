//! Ids of the rules.

use std::str::FromStr;

use thiserror::Error;

pub use super::violation_kind::Rule;
use crate::enums::as_str;
use crate::enums::strum::{IntoStaticStr, VariantArray};
use crate::formats::closest_match;

as_str!(Rule);

impl Rule {
    /// Every rule, in the order of the catalogue.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// True if the level cannot be lowered: the rules on a body that cannot be read at all.
    #[must_use]
    pub const fn is_fixed(self) -> bool {
        matches!(self, Self::JsonSyntax | Self::BodySize | Self::NotSerializable)
    }

    /// Returns the part of the member at a violation's path that is wrong, for editors and excerpts. An element of an
    /// array has a value only.
    #[must_use]
    pub const fn marks(self) -> MemberPart {
        match self {
            Self::DuplicateKey | Self::UnknownField | Self::MetadataKeySize | Self::OptionsMatchTypes => {
                MemberPart::Name
            }
            _ => MemberPart::Value,
        }
    }
}

/// The part of a member of an object: its name or its value.
///
/// ```
/// use fintoc_preflight::{MemberPart, Rule};
///
/// assert_eq!(Rule::UnknownField.marks(), MemberPart::Name);
/// assert_eq!(Rule::Enum.marks().as_str(), "value");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
pub enum MemberPart {
    /// The name.
    Name,
    /// The value.
    Value,
}

as_str!(MemberPart);

impl FromStr for Rule {
    type Err = ParseRuleError;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        let rule = Self::ALL.iter().copied().find(|rule| rule.as_str() == id);
        rule.ok_or_else(|| ParseRuleError {
            suggestion: closest_match(id, &Self::ALL.iter().map(|rule| rule.as_str()).collect::<Vec<_>>()),
        })
    }
}

/// An error for an id that no rule has.
///
/// ```
/// use fintoc_preflight::Rule;
///
/// let error = "url-http".parse::<Rule>().unwrap_err();
/// assert_eq!(error.to_string(), "there is no such rule; did you mean `url-https`?");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("there is no such rule{}", .suggestion.map(|id| format!("; did you mean `{id}`?")).unwrap_or_default())]
pub struct ParseRuleError {
    /// The rule with the closest id, if one is close enough.
    pub suggestion: Option<&'static str>,
}
