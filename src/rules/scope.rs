//! The versions and flows that a rule applies to.

use crate::enums::strum::VariantArray;
use crate::report::messages::Locale;
use crate::request::Flow;
use crate::version::Version;

const VERSIONS: &[Version] = &[Version::V1, Version::V2];
const FLOWS: &[Flow] = <Flow as VariantArray>::VARIANTS;

/// The versions and flows that a rule applies to.
///
/// ```
/// use fintoc_preflight::{Flow, Locale, Rule, Version};
///
/// let scope = Rule::AmountOrLineItems.info().scope;
/// assert_eq!(scope.versions, [Version::V1, Version::V2]);
/// assert_eq!(scope.flows, [Flow::Payment]);
/// assert_eq!(scope.describe(Locale::En), "v1; v2 payment");
/// assert_eq!(Rule::Enum.info().scope.describe(Locale::Es), "todos");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// The versions of the API; never empty.
    pub versions: &'static [Version],
    /// The flows of version 2; empty if the rule does not apply to version 2. Version 1 has payments only.
    pub flows: &'static [Flow],
    /// A further condition; `None` for most rules.
    pub condition: Option<ScopeCondition>,
}

/// A condition that narrows a [`Scope`] further.
///
/// ```
/// use fintoc_preflight::{Rule, ScopeCondition};
///
/// assert_eq!(Rule::NotSerializable.info().scope.condition, Some(ScopeCondition::JavaScript));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ScopeCondition {
    /// The request is a JavaScript value.
    JavaScript,
    /// `ui_mode` is `embedded`.
    Embedded,
}

impl Scope {
    /// Every flow of both versions.
    pub(super) const ALL: Self = Self { versions: VERSIONS, flows: FLOWS, condition: None };

    /// Version 1.
    pub(super) const V1: Self = Self { versions: &[Version::V1], flows: &[], condition: None };

    /// Every flow of version 2.
    pub(super) const V2: Self = Self::v2(FLOWS);

    /// Returns some flows of version 2.
    pub(super) const fn v2(flows: &'static [Flow]) -> Self {
        Self { versions: &[Version::V2], flows, condition: None }
    }

    /// Returns version 1, and some flows of version 2.
    pub(super) const fn v1_and_v2(flows: &'static [Flow]) -> Self {
        Self { versions: VERSIONS, flows, condition: None }
    }

    /// Returns the same scope with a condition.
    pub(super) const fn with(self, condition: ScopeCondition) -> Self {
        Self { condition: Some(condition), ..self }
    }

    /// Returns the scope in words, such as `v1; v2 payment`. Names of the API are not translated.
    #[must_use]
    pub fn describe(self, locale: Locale) -> String {
        let mut words = self.versions_and_flows(locale);
        if let Some(condition) = self.condition {
            words.push_str(", ");
            words.push_str(condition.describe(locale));
        }
        words
    }

    fn versions_and_flows(self, locale: Locale) -> String {
        let has_all_flows = self.flows.len() == FLOWS.len();
        if has_all_flows && self.versions.len() == VERSIONS.len() {
            return match locale {
                Locale::En => "all".to_owned(),
                Locale::Es => "todos".to_owned(),
            };
        }
        let of_version = |version: &Version| match version {
            Version::V2 if !has_all_flows => format!("{version} {}", self.flow_names().join(", ")),
            Version::V1 | Version::V2 => version.to_string(),
        };
        self.versions.iter().map(of_version).collect::<Vec<String>>().join("; ")
    }

    fn flow_names(self) -> Vec<&'static str> {
        self.flows.iter().map(|flow| flow.as_str()).collect()
    }
}

impl ScopeCondition {
    const fn describe(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::JavaScript, Locale::En) => "in JavaScript",
            (Self::JavaScript, Locale::Es) => "en JavaScript",
            (Self::Embedded, _) => "embedded",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_described_by_its_versions_and_flows() {
        let some = &[Flow::Payment, Flow::Setup];
        for (scope, english, spanish) in [
            (Scope::ALL, "all", "todos"),
            (Scope::ALL.with(ScopeCondition::JavaScript), "all, in JavaScript", "todos, en JavaScript"),
            (Scope::V1, "v1", "v1"),
            (Scope::V2, "v2", "v2"),
            (Scope::v2(some), "v2 payment, setup", "v2 payment, setup"),
            (Scope::v1_and_v2(some), "v1; v2 payment, setup", "v1; v2 payment, setup"),
            (
                Scope::v1_and_v2(&[Flow::Payment]).with(ScopeCondition::Embedded),
                "v1; v2 payment, embedded",
                "v1; v2 payment, embedded",
            ),
        ] {
            assert_eq!(scope.describe(Locale::En), english);
            assert_eq!(scope.describe(Locale::Es), spanish);
        }
    }
}
