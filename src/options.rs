//! The options of a validation.

use thiserror::Error;

use crate::enums::{ParseEnumError, as_str};
use crate::report::messages::Locale;
use crate::report::{Level, Rule};
use crate::timestamp::Timestamp;
use crate::version::Version;

/// The options of a validation: version, time, language, levels and limits.
///
/// ```
/// use fintoc_preflight::{LevelOverride, Locale, Options, Rule, Timestamp, Version};
///
/// let now: Timestamp = "2026-01-13T12:00:00Z".parse()?;
/// let options = Options::new(now)
///     .version(Version::V1)
///     .locale(Locale::Es)
///     .level(Rule::UrlHttps, LevelOverride::Deny)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Options {
    /// The version of the API that the request is for. Ignored for a typed request, whose type gives the version.
    pub version: Version,
    /// The time at which the request is sent, to which `expires_at` is compared.
    pub now: Timestamp,
    /// The language of the messages.
    pub locale: Locale,
    /// If true, every warning that is not set to a level becomes an error.
    pub strict: bool,
    /// Overrides of the levels of single rules.
    pub(crate) levels: Levels,
    /// The size in bytes above which a body is not read; [`MAX_BYTES`](Self::MAX_BYTES) by default.
    pub max_bytes: usize,
    /// The number of errors, and of warnings, that a report lists at most; [`MAX_VIOLATIONS`](Self::MAX_VIOLATIONS) of
    /// each by default. [`Report::omitted`](crate::Report::omitted) counts the rest.
    pub max_violations: usize,
}

impl Options {
    /// The default of [`max_bytes`](Self::max_bytes): 1 MiB.
    pub const MAX_BYTES: usize = 1024 * 1024;

    /// The default of [`max_violations`](Self::max_violations): 1,000 errors and 1,000 warnings.
    pub const MAX_VIOLATIONS: usize = 1000;

    /// Returns the default options at the time `now`: version 2, English, not strict, every rule at its own level,
    /// bodies up to 1 MiB, up to 1,000 errors and 1,000 warnings.
    #[must_use]
    pub fn new(now: Timestamp) -> Self {
        Self {
            version: Version::default(),
            now,
            locale: Locale::default(),
            strict: false,
            levels: Levels::default(),
            max_bytes: Self::MAX_BYTES,
            max_violations: Self::MAX_VIOLATIONS,
        }
    }

    /// Sets the version of the API.
    #[must_use]
    pub const fn version(mut self, version: Version) -> Self {
        self.version = version;
        self
    }

    /// Sets the time at which the request is sent.
    #[must_use]
    pub const fn now(mut self, now: Timestamp) -> Self {
        self.now = now;
        self
    }

    /// Sets the language of the messages.
    #[must_use]
    pub const fn locale(mut self, locale: Locale) -> Self {
        self.locale = locale;
        self
    }

    /// Sets whether warnings are errors.
    #[must_use]
    pub const fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }

    /// Sets the level of a rule, in place of its own. The last setting of a rule counts.
    ///
    /// Levels only sort the violations of a report. They never change which ones are found: with `type` at `Allow`, a
    /// malformed value still counts as malformed, and other rules skip it.
    ///
    /// # Errors
    ///
    /// `JsonSyntax`, `BodySize` or `NotSerializable` with `Allow` or `Warn`: such a body cannot be read at all, and a
    /// report without an error would pass it for valid.
    ///
    /// ```
    /// use fintoc_preflight::{LevelOverride, Options, Rule, Timestamp};
    ///
    /// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
    /// assert!(options.clone().level(Rule::UrlHttps, LevelOverride::Allow).is_ok());
    /// assert!(options.level(Rule::JsonSyntax, LevelOverride::Warn).is_err());
    /// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
    /// ```
    pub fn level(self, rule: Rule, level: LevelOverride) -> Result<Self, FixedLevelError> {
        Ok(Self { levels: self.levels.with(rule, level)?, ..self })
    }

    /// Sets the size in bytes above which a body is not read.
    #[must_use]
    pub const fn max_bytes(mut self, max_bytes: usize) -> Self {
        self.max_bytes = max_bytes;
        self
    }

    /// Sets the number of errors, and of warnings, that a report lists at most.
    #[must_use]
    pub const fn max_violations(mut self, max_violations: usize) -> Self {
        self.max_violations = max_violations;
        self
    }

    /// True if one of the rules, which are errors by themselves, is set to a lower level.
    pub(crate) fn lowers(&self, rules: &[Rule]) -> bool {
        let is_lower = |rule: &Rule| self.levels.of(*rule).is_some_and(|level| level != LevelOverride::Deny);
        rules.iter().any(is_lower)
    }

    /// Sets the rules to `Deny`.
    pub(crate) fn denying(mut self, rules: &[Rule]) -> Self {
        self.levels.0.retain(|(rule, _)| !rules.contains(rule));
        self.levels.0.extend(rules.iter().map(|rule| (*rule, LevelOverride::Deny)));
        self
    }

    /// Returns the level of a rule's violations; `None` if they are not reported.
    pub(crate) fn level_of(&self, rule: Rule) -> Option<Level> {
        let level = match self.levels.of(rule) {
            Some(LevelOverride::Allow) => return None,
            Some(LevelOverride::Warn) => Level::Warning,
            Some(LevelOverride::Deny) => Level::Error,
            None => rule.level(),
        };
        Some(if self.strict { Level::Error } else { level })
    }
}

/// A level that a caller sets for a rule; written `allow`, `warn` or `deny`.
///
/// ```
/// use fintoc_preflight::LevelOverride;
///
/// assert_eq!("warn".parse(), Ok(LevelOverride::Warn));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, crate::enums::strum::EnumString, crate::enums::strum::IntoStaticStr)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(rename_all = "snake_case"))]
pub enum LevelOverride {
    /// Its violations are not reported.
    Allow,
    /// Its violations are warnings.
    Warn,
    /// Its violations are errors.
    Deny,
}

as_str!(LevelOverride);

/// Overrides of the levels of single rules; all other rules keep their own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Levels(Vec<(Rule, LevelOverride)>);

impl Levels {
    /// Sets a rule, as [`Options::level`] does.
    pub(crate) fn with(mut self, rule: Rule, setting: LevelOverride) -> Result<Self, FixedLevelError> {
        if rule.is_fixed() && setting != LevelOverride::Deny {
            return Err(FixedLevelError { rule });
        }
        self.0.retain(|(set, _)| *set != rule);
        self.0.push((rule, setting));
        Ok(self)
    }

    fn of(&self, rule: Rule) -> Option<LevelOverride> {
        self.0.iter().find(|(set, _)| *set == rule).map(|(_, setting)| *setting)
    }
}

/// The error of [`Options::level`] for a rule whose level cannot be lowered.
///
/// ```
/// use fintoc_preflight::{LevelOverride, Options, Rule, Timestamp};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let error = options.level(Rule::BodySize, LevelOverride::Allow).unwrap_err();
/// assert_eq!(error.to_string(), "the level of `body-size` cannot be lowered");
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the level of `{rule}` cannot be lowered")]
pub struct FixedLevelError {
    /// The rule.
    pub rule: Rule,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Options {
        Options::new(Timestamp::from_milliseconds(0).unwrap())
    }

    #[test]
    fn the_usual_options() {
        let options = options();
        assert_eq!((options.version, options.locale, options.strict), (Version::V2, Locale::En, false));
        assert_eq!(options.max_bytes, 1_048_576);
        for rule in Rule::ALL {
            assert_eq!(options.level_of(*rule), Some(rule.info().level), "{rule}");
        }
    }

    #[test]
    fn a_rule_has_the_level_that_was_set_last() {
        let set = |settings: &[LevelOverride]| {
            let levels =
                settings.iter().try_fold(Levels::default(), |levels, setting| levels.with(Rule::UrlHttps, *setting));
            Options { levels: levels.unwrap(), ..options() }.level_of(Rule::UrlHttps)
        };
        assert_eq!(set(&[]), Some(Level::Warning));
        assert_eq!(set(&[LevelOverride::Allow]), None);
        assert_eq!(set(&[LevelOverride::Deny]), Some(Level::Error));
        assert_eq!(set(&[LevelOverride::Allow, LevelOverride::Warn]), Some(Level::Warning));
        assert_eq!(set(&[LevelOverride::Deny, LevelOverride::Allow]), None);
    }

    #[test]
    fn strict_makes_errors_of_the_remaining_warnings() {
        let strict = Options { strict: true, ..options() };
        assert!(Rule::ALL.iter().all(|rule| strict.level_of(*rule) == Some(Level::Error)));
        for (setting, level) in [
            (LevelOverride::Allow, None),
            (LevelOverride::Warn, Some(Level::Error)),
            (LevelOverride::Deny, Some(Level::Error)),
        ] {
            let levels = Levels::default().with(Rule::AmountPositive, setting).unwrap();
            assert_eq!(Options { levels, ..strict.clone() }.level_of(Rule::AmountPositive), level);
        }
    }

    #[test]
    fn a_body_that_cannot_be_read_is_always_an_error() {
        for rule in [Rule::JsonSyntax, Rule::BodySize, Rule::NotSerializable] {
            for setting in [LevelOverride::Allow, LevelOverride::Warn] {
                let error = Levels::default().with(rule, setting).unwrap_err();
                assert_eq!(error, FixedLevelError { rule });
                assert!(error.to_string().contains(rule.as_str()));
            }
            assert!(Levels::default().with(rule, LevelOverride::Deny).is_ok());
        }
    }

    #[test]
    fn every_other_rule_can_be_set() {
        for rule in Rule::ALL.iter().filter(|rule| !rule.is_fixed()) {
            for (setting, level) in [
                (LevelOverride::Allow, None),
                (LevelOverride::Warn, Some(Level::Warning)),
                (LevelOverride::Deny, Some(Level::Error)),
            ] {
                let levels = Levels::default().with(*rule, setting).unwrap();
                assert_eq!(Options { levels, ..options() }.level_of(*rule), level, "{rule}");
            }
        }
    }

    #[test]
    fn settings_are_written_in_lower_case() {
        assert_eq!("allow".parse(), Ok(LevelOverride::Allow));
        assert_eq!("warn".parse(), Ok(LevelOverride::Warn));
        assert_eq!("deny".parse(), Ok(LevelOverride::Deny));
        assert!("Deny".parse::<LevelOverride>().is_err());
    }
}
