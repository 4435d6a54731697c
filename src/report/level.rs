use crate::enums::as_str;
use crate::enums::strum::IntoStaticStr;

/// The severity of a violation: only errors make the request invalid.
///
/// ```
/// use fintoc_preflight::{Level, Rule};
///
/// assert_eq!(Rule::UrlHttps.info().level, Level::Warning);
/// assert_eq!(Level::Warning.as_str(), "warning");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
#[cfg_attr(
    any(feature = "typescript", all(feature = "js-value", target_arch = "wasm32")),
    derive(tsify::Tsify),
    serde(rename_all = "snake_case")
)]
pub enum Level {
    /// The API refuses the request, according to the documentation.
    Error,
    /// The API may accept the request; a person should review it.
    Warning,
}

as_str!(Level);
