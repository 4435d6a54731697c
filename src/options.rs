//! The options of a validation.

use crate::enums::{ParseEnumError, as_str};
use crate::report::Rule;
use crate::version::Version;
use thiserror::Error;

use crate::report::Level;
use crate::report::messages::Locale;
use crate::timestamp::Timestamp;

/// The options of a validation: version, time, language, levels and limits.
///
/// ```
/// use fintoc_preflight::{Levels, Locale, Options, Rule, LevelOverride, Timestamp, Version};
///
/// let now: Timestamp = "2026-01-13T12:00:00Z".parse()?;
/// let options = Options {
///     version: Version::V1,
///     locale: Locale::Es,
///     levels: Levels::default().with(Rule::UrlHttps, LevelOverride::Deny)?,
///     ..Options::new(now)
/// };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Options {
    /// The version of the API that the request is for. Ignored for a typed request, whose type gives the version.
    pub version: Version,
    /// The time at which the request is sent, to which `expires_at` is compared.
    pub now: Timestamp,
    /// The language of the messages.
    pub locale: Locale,
    /// If true, every warning that `levels` leaves becomes an error.
    pub strict: bool,
    /// Overrides of the levels of single rules.
    pub levels: Levels,
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

    /// Returns the level of a rule's violations; `None` if they are not reported.
    pub(crate) fn level(&self, rule: Rule) -> Option<Level> {
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
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
///
/// Levels only sort the violations of a report. They never change which ones are found: with `type` at `Allow`, a
/// malformed value still counts as malformed, and other rules skip it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Levels(Vec<(Rule, LevelOverride)>);

impl Levels {
    /// Returns the same levels with one rule set to `setting`. A later setting of a rule replaces an earlier one.
    ///
    /// # Errors
    ///
    /// `JsonSyntax`, `BodySize` or `NotSerializable` with `Allow` or `Warn`: such a body cannot be read at all, and a
    /// report without an error would pass it for valid.
    ///
    /// ```
    /// use fintoc_preflight::{Levels, Rule, LevelOverride};
    ///
    /// assert!(Levels::default().with(Rule::UrlHttps, LevelOverride::Allow).is_ok());
    /// assert!(Levels::default().with(Rule::JsonSyntax, LevelOverride::Warn).is_err());
    /// ```
    pub fn with(mut self, rule: Rule, setting: LevelOverride) -> Result<Self, FixedLevelError> {
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

/// The error of [`Levels::with`] for a rule whose level cannot be lowered.
///
/// ```
/// use fintoc_preflight::{Levels, Rule, LevelOverride};
///
/// let error = Levels::default().with(Rule::BodySize, LevelOverride::Allow).unwrap_err();
/// assert_eq!(error.to_string(), "the level of `body-size` cannot be lowered");
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
            assert_eq!(options.level(*rule), Some(rule.info().level), "{rule}");
        }
    }

    #[test]
    fn a_rule_has_the_level_that_was_set_last() {
        let set = |settings: &[LevelOverride]| {
            let levels =
                settings.iter().try_fold(Levels::default(), |levels, setting| levels.with(Rule::UrlHttps, *setting));
            Options { levels: levels.unwrap(), ..options() }.level(Rule::UrlHttps)
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
        assert!(Rule::ALL.iter().all(|rule| strict.level(*rule) == Some(Level::Error)));
        for (setting, level) in [
            (LevelOverride::Allow, None),
            (LevelOverride::Warn, Some(Level::Error)),
            (LevelOverride::Deny, Some(Level::Error)),
        ] {
            let levels = Levels::default().with(Rule::AmountPositive, setting).unwrap();
            assert_eq!(Options { levels, ..strict.clone() }.level(Rule::AmountPositive), level);
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
                assert_eq!(Options { levels, ..options() }.level(*rule), level, "{rule}");
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
