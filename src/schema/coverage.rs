//! Which rules a schema covers. The tests hold it to that: a schema refuses what breaks one of these, and nothing else.

use crate::report::Rule;
use crate::report::{Level, Violation};
use crate::version::Version;

/// How much of a rule a schema covers.
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
    /// Every request that breaks the rule is refused.
    Whole,
    /// A request that breaks it at this field is refused; elsewhere it would take sums.
    At(&'static str),
    /// A request that breaks it is refused, unless a character from U+E0000 to U+E0FFF alone breaks it: no pattern can name
    /// these that every engine of regular expressions reads.
    Part,
    /// The rule is only named in a description: it is a warning, or JSON Schema cannot say it.
    None,
}

impl Coverage {
    /// True if a schema refuses a request for a violation of a rule with this coverage; for [`Part`](Self::Part) with the
    /// exception that it names.
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
        // Of the text a schema sees no more than the value; and it knows neither sums nor the clock.
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

/// The rules of a version that its schema covers, whole or in part, in the order of the catalogue.
pub(super) fn covered(version: Version) -> impl Iterator<Item = Rule> {
    holding_in(version).filter(|rule| coverage(*rule) != Coverage::None)
}

/// The rules that hold in a version.
pub(super) fn holding_in(version: Version) -> impl Iterator<Item = Rule> {
    Rule::ALL.iter().copied().filter(move |rule| {
        let scope = rule.info().scope;
        scope.starts_with("all") || scope.contains(version.id())
    })
}
