//! The configuration of the filter, as JSON in Envoy's `configuration`.

use std::collections::BTreeMap;
use std::error::Error;

use fintoc_preflight::{LevelOverride, Locale, Options, Timestamp};
use serde::Deserialize;

/// What happens to an invalid request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Mode {
    /// It is answered.
    #[default]
    Refuse,
    /// It is passed on with a header.
    Report,
}

/// The configuration as it is written. Every entry may be missing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Entries {
    mode: Mode,
    locale: String,
    strict: bool,
    max_bytes: usize,
    /// `allow`, `warn` or `deny` by rule.
    levels: BTreeMap<String, String>,
}

impl Default for Entries {
    fn default() -> Self {
        let locale = Locale::default().as_str().to_owned();
        let max_bytes = Options::MAX_BYTES;
        Self { mode: Mode::default(), locale, strict: false, max_bytes, levels: BTreeMap::new() }
    }
}

pub(crate) struct Config {
    pub(crate) mode: Mode,
    options: Options,
}

impl Default for Config {
    fn default() -> Self {
        Self { mode: Mode::default(), options: Options::new(Timestamp::UNIX_EPOCH) }
    }
}

impl Config {
    /// Reads JSON; an empty text is the default.
    ///
    /// # Errors
    ///
    /// - `{"mod": "report"}`: an unknown name
    /// - `{"levels": {"amounts": "warn"}}`: an unknown rule
    /// - `{"levels": {"json-syntax": "warn"}}`: a rule whose level is fixed
    pub(crate) fn read(text: &[u8]) -> Result<Self, Box<dyn Error>> {
        let Entries { mode, locale, strict, max_bytes, levels } =
            if text.is_empty() { Entries::default() } else { serde_json::from_slice(text)? };
        let mut options =
            Options::new(Timestamp::UNIX_EPOCH).locale(locale.parse()?).strict(strict).max_bytes(max_bytes);
        for (rule, level) in levels {
            options = options.level(rule.parse()?, level.parse::<LevelOverride>()?)?;
        }
        Ok(Self { mode, options })
    }

    pub(crate) fn options(&self) -> Options {
        self.options.clone()
    }

    pub(crate) fn max_bytes(&self) -> usize {
        self.options.max_bytes
    }
}
