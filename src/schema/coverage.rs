//! The rules that a schema covers. Tests check that a schema refuses the requests that violate one of these, and no
//! others.

use crate::report::{Level, Rule, Violation};
use crate::version::Version;

/// The extent to which a schema covers a rule.
///
/// ```
/// use fintoc_preflight::{Rule, schema::{Coverage, coverage}};
///
/// assert_eq!(coverage(Rule::CustomerXorCustomerData), Coverage::Whole);
/// assert_eq!(coverage(Rule::UrlFormat), Coverage::Part);
/// assert_eq!(coverage(Rule::AmountLimit), Coverage::At("amount"));
/// assert_eq!(coverage(Rule::AmountEqualsTotal), Coverage::None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Coverage {
    /// Every request that violates the rule is refused.
    Whole,
    /// Every request that violates the rule at this field is refused; elsewhere, the schema would have to compute sums.
    At(&'static str),
    /// Every request that violates the rule is refused, unless only by a character from U+E0000 to U+E0FFF: no pattern
    /// for these works in every regular expression engine.
    Part,
    /// No request is refused for the rule, which only a description mentions: it is a warning, or JSON Schema cannot
    /// express it.
    None,
}

impl Coverage {
    /// True if a schema with this coverage refuses a request for this violation. Ignores the exception of
    /// [`Part`](Self::Part).
    #[must_use]
    pub fn includes(self, violation: &Violation) -> bool {
        match self {
            Self::Whole | Self::Part => true,
            Self::At(field) => violation.param() == field,
            Self::None => false,
        }
    }
}

/// Returns how much of a rule the schemas cover.
#[must_use]
pub fn coverage(rule: Rule) -> Coverage {
    match rule {
        Rule::AmountLimit => Coverage::At("amount"),
        Rule::EmailFormat | Rule::UrlFormat => Coverage::Part,
        // A schema sees the value and not its text, and can neither add nor read the clock.
        Rule::JsonSyntax
        | Rule::BodySize
        | Rule::NotSerializable
        | Rule::DuplicateKey
        | Rule::AmountEqualsTotal
        | Rule::TotalRange
        | Rule::ExpiresAtLead => Coverage::None,
        rule if rule.info().level == Level::Warning => Coverage::None,
        _ => Coverage::Whole,
    }
}

/// Returns the rules of a version that its schema covers, whole or in part, in the order of the catalogue.
pub(super) fn covered(version: Version) -> impl Iterator<Item = Rule> {
    holding_in(version).filter(|rule| coverage(*rule) != Coverage::None)
}

/// Returns the rules that apply to a version.
pub(super) fn holding_in(version: Version) -> impl Iterator<Item = Rule> {
    Rule::ALL.iter().copied().filter(move |rule| rule.info().scope.versions.contains(&version))
}
