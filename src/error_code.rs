use crate::enums::strum::{EnumString, IntoStaticStr, VariantArray};
use crate::enums::{ParseEnumError, as_str};

/// An error code of Fintoc's API. This project assigns the codes to its rules; Fintoc may answer with others.
///
/// ```
/// use fintoc_preflight::ErrorCode;
///
/// assert_eq!(ErrorCode::MissingParameter.as_str(), "missing_parameter");
/// assert_eq!("missing_parameter".parse(), Ok(ErrorCode::MissingParameter));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
#[cfg_attr(all(feature = "js-value", target_arch = "wasm32"), derive(tsify::Tsify), serde(rename_all = "snake_case"))]
#[allow(missing_docs, reason = "the names are Fintoc's, and all that there is to say")]
#[non_exhaustive]
pub enum ErrorCode {
    CurrencyMismatch,
    EmptyString,
    InvalidAccountNumber,
    InvalidAccountType,
    InvalidAmount,
    InvalidArray,
    InvalidBoolean,
    InvalidBusinessProfileTaxId,
    InvalidCurrency,
    InvalidDate,
    InvalidEnum,
    InvalidExpiresAt,
    InvalidHash,
    InvalidHolderId,
    InvalidInstitutionId,
    InvalidInteger,
    InvalidJson,
    InvalidParams,
    InvalidPaymentRecipientAccount,
    InvalidPositiveInteger,
    InvalidString,
    InvalidStringSize,
    MissingParameter,
    NotSupportedCurrency,
}

as_str!(ErrorCode);
