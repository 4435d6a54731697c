use std::fmt;

use strum::{EnumString, IntoStaticStr, VariantArray};

/// An error code of Fintoc's API. This project assigns the codes to its rules; Fintoc may answer with others.
///
/// ```
/// use fintoc_preflight::ErrorCode;
///
/// assert_eq!(ErrorCode::MissingParameter.id(), "missing_parameter");
/// assert_eq!("missing_parameter".parse(), Ok(ErrorCode::MissingParameter));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
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

impl ErrorCode {
    /// Returns the code as a string, such as `missing_parameter`.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
