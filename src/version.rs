use crate::enums::strum::{IntoStaticStr, VariantNames};
use crate::enums::{ParseEnumError, as_str};

/// A version of the Fintoc API, by the endpoint of its checkout sessions.
///
/// ```
/// use fintoc_preflight::Version;
///
/// assert_eq!(Version::default(), Version::V2);
/// assert_eq!("v1".parse(), Ok(Version::V1));
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, IntoStaticStr, crate::enums::strum::EnumString, VariantNames,
)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(rename_all = "snake_case"))]
pub enum Version {
    /// `/v1/checkout_sessions`
    V1,
    /// `/v2/checkout_sessions`
    #[default]
    V2,
}

as_str!(Version);
