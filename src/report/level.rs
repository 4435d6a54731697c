use strum::IntoStaticStr;

/// Whether a violation makes the request invalid.
///
/// ```
/// use fintoc_preflight::{Level, Rule};
///
/// assert_eq!(Rule::UrlHttps.info().level, Level::Warning);
/// assert_eq!(Level::Warning.id(), "warning");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(
    any(feature = "typescript", all(feature = "js-value", target_arch = "wasm32")),
    derive(tsify::Tsify),
    serde(rename_all = "snake_case")
)]
pub enum Level {
    /// The documentation says that the API refuses it.
    Error,
    /// The API may accept it; a person should look.
    Warning,
}

impl Level {
    /// `error` or `warning`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }
}
