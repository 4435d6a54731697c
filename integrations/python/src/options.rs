//! The options of a validation, as Python passes them.

use std::str::FromStr;
use std::time::SystemTime;

use fintoc_preflight::{LevelOverride, Locale, Options, Rule, Timestamp};
use pyo3::PyResult;
use pyo3::exceptions::PyValueError;

/// The options as given.
pub(crate) struct Settings<'a> {
    pub(crate) version: &'a str,
    /// RFC 3339; `None` for the time of the system's clock.
    pub(crate) now: Option<&'a str>,
    pub(crate) locale: &'a str,
    pub(crate) strict: bool,
    /// Pairs of a rule and its level.
    pub(crate) levels: Option<Vec<(String, String)>>,
}

impl Settings<'_> {
    /// Reads the options.
    ///
    /// # Errors
    ///
    /// A `ValueError` that names the wrong option:
    ///
    /// - `version="v3"`
    /// - `now="2026-01-13"`: no date-time
    /// - `locale="fr"`
    /// - `levels={"url-http": "warn"}`: no such rule; or a level that cannot be lowered
    pub(crate) fn options(self) -> PyResult<Options> {
        let options = Options::new(time(self.now)?)
            .version(parsed("version", self.version, "\"v1\" or \"v2\"")?)
            .locale(locale_of(self.locale)?)
            .strict(self.strict);
        self.levels.unwrap_or_default().iter().try_fold(options, |options, (rule, level)| {
            let rule: Rule = rule.parse().map_err(|error: fintoc_preflight::ParseRuleError| {
                let hint = error.suggestion.map(|id| format!("; did you mean {id}?")).unwrap_or_default();
                PyValueError::new_err(format!("levels has a name that is not a rule{hint}"))
            })?;
            let level: LevelOverride = parsed("a level of levels", level, "\"allow\", \"warn\" or \"deny\"")?;
            options.level(rule, level).map_err(|error| PyValueError::new_err(error.to_string()))
        })
    }
}

/// Parses the value of an option.
pub(crate) fn parsed<T: FromStr>(name: &str, value: &str, expected: &str) -> PyResult<T> {
    value.parse().map_err(|_| PyValueError::new_err(format!("{name} must be {expected}")))
}

/// Returns the language of a BCP 47 tag, also of one with `_`, as in the locales of POSIX.
pub(crate) fn locale_of(tag: &str) -> PyResult<Locale> {
    let language = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    parsed("locale", &language, "a language tag that begins with \"es\" or \"en\"")
}

/// Returns the time of a text, or of the system's clock.
pub(crate) fn time(text: Option<&str>) -> PyResult<Timestamp> {
    match text {
        Some(text) => parsed("now", text, "a datetime with a time zone, or an RFC 3339 date-time"),
        None => Timestamp::try_from(SystemTime::now())
            .map_err(|_| PyValueError::new_err("the clock of the system is before 1970")),
    }
}
