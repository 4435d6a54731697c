//! The enums of the API.

use super::value::{FromSlot, Schema};
use crate::enums::strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use crate::enums::{ParseEnumError, as_str, serde_str};
use crate::error_code::ErrorCode;
use crate::json::Raw;
use crate::tape::{Expected, Slot, Tape};

/// A currency that Fintoc supports, by its ISO 4217 code.
///
/// Amounts are in its smallest unit: whole pesos for `CLP`, centavos for `MXN`.
///
/// ```
/// use fintoc_preflight::Currency;
///
/// assert_eq!("CLP".parse(), Ok(Currency::Clp));
/// assert_eq!(Currency::Mxn.as_str(), "MXN");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "UPPERCASE", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(rename_all = "UPPERCASE"))]
pub enum Currency {
    /// Chilean pesos, which have no minor unit: 350000 is 350,000 pesos.
    Clp,
    /// Mexican pesos, counted in centavos: 350000 is 3,500.00 pesos.
    Mxn,
}

/// The flow of a session.
///
/// ```
/// use fintoc_preflight::Flow;
///
/// assert_eq!(Flow::default(), Flow::Payment);
/// assert_eq!(Flow::Setup.as_str(), "setup");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(rename_all = "snake_case"))]
pub enum Flow {
    /// Collects one payment. The default.
    #[default]
    Payment,
    /// Starts a subscription.
    Subscription,
    /// Saves a payment method for later.
    Setup,
}

/// The flow of a session of version 1.
///
/// ```
/// use fintoc_preflight::request::FlowV1;
///
/// assert_eq!(FlowV1::Payment.as_str(), "payment");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(rename_all = "snake_case"))]
pub enum FlowV1 {
    /// Collects one payment: the only flow of version 1.
    #[default]
    Payment,
}

/// The type of a bank account.
///
/// ```
/// use fintoc_preflight::request::AccountType;
///
/// assert_eq!(AccountType::SightAccount.as_str(), "sight_account");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(rename_all = "snake_case"))]
pub enum AccountType {
    /// `checking_account`
    CheckingAccount,
    /// `sight_account`
    SightAccount,
}

/// The setting that lets a customer save their payment method.
///
/// ```
/// use fintoc_preflight::request::SavePaymentMethod;
///
/// assert_eq!(SavePaymentMethod::Enabled.as_str(), "enabled");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(rename_all = "snake_case"))]
pub enum SavePaymentMethod {
    /// The customer is asked whether to save it.
    Enabled,
    /// The customer is not asked.
    Disabled,
}

/// The place where the checkout is shown.
///
/// ```
/// use fintoc_preflight::request::UiMode;
///
/// assert_eq!(UiMode::Embedded.as_str(), "embedded");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(rename_all = "snake_case"))]
pub enum UiMode {
    /// On Fintoc's page.
    Hosted,
    /// In the merchant's page.
    Embedded,
}

/// A payment method.
///
/// ```
/// use fintoc_preflight::request::PaymentMethodType;
///
/// assert_eq!("pac".parse(), Ok(PaymentMethodType::Pac));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
pub enum PaymentMethodType {
    /// Bank transfer.
    BankTransfer,
    /// Card.
    Card,
    /// Installments.
    Installments,
    /// Automatic debit in Chile.
    Pac,
    /// Direct debit in Mexico.
    DirectDebit,
}

/// A type of card.
///
/// ```
/// use fintoc_preflight::request::CardType;
///
/// assert_eq!(CardType::Prepaid.as_str(), "prepaid");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
pub enum CardType {
    /// Credit card.
    Credit,
    /// Debit card.
    Debit,
    /// Prepaid card.
    Prepaid,
}

/// The kind of a tax identifier.
///
/// ```
/// use fintoc_preflight::request::TaxIdType;
///
/// assert_eq!(TaxIdType::ClRut.as_str(), "cl_rut");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
pub enum TaxIdType {
    /// A Chilean RUT, `cl_rut`.
    ClRut,
    /// A Mexican RFC, `mx_rfc`.
    MxRfc,
}

as_str!(AccountType, CardType, Currency, Flow, FlowV1, PaymentMethodType, SavePaymentMethod, TaxIdType, UiMode);
serde_str!(AccountType, CardType, Currency, Flow, FlowV1, PaymentMethodType, SavePaymentMethod, TaxIdType, UiMode);

/// A closed enum of strings.
pub(crate) trait Vocabulary: Copy + Into<&'static str> + VariantArray + VariantNames {
    /// The error code of a violation of `enum`.
    const CODE: ErrorCode;

    /// Returns the value that a string outside the enum stands for; `None` if the API does not take it.
    fn from_malformed(_: Raw<'_>) -> Option<Self> {
        None
    }
}

impl Vocabulary for Currency {
    const CODE: ErrorCode = ErrorCode::InvalidCurrency;

    /// Version 1 takes a currency in any case.
    fn from_malformed(raw: Raw<'_>) -> Option<Self> {
        let text = raw.string()?;
        <Self as VariantArray>::VARIANTS.iter().copied().find(|currency| currency.as_str().eq_ignore_ascii_case(&text))
    }
}

impl Vocabulary for Flow {
    const CODE: ErrorCode = ErrorCode::InvalidEnum;
}

impl Vocabulary for FlowV1 {
    const CODE: ErrorCode = ErrorCode::InvalidEnum;
}

impl Vocabulary for AccountType {
    const CODE: ErrorCode = ErrorCode::InvalidAccountType;
}

impl Vocabulary for SavePaymentMethod {
    const CODE: ErrorCode = ErrorCode::InvalidEnum;
}

impl Vocabulary for UiMode {
    const CODE: ErrorCode = ErrorCode::InvalidEnum;
}

impl Vocabulary for PaymentMethodType {
    const CODE: ErrorCode = ErrorCode::InvalidEnum;
}

impl Vocabulary for CardType {
    const CODE: ErrorCode = ErrorCode::InvalidEnum;
}

impl Vocabulary for TaxIdType {
    const CODE: ErrorCode = ErrorCode::InvalidEnum;
}

impl<T: Vocabulary> Schema for T {
    const EXPECTED: Expected = Expected::OneOf { values: <T as VariantNames>::VARIANTS, code: T::CODE };
}

impl<T: Vocabulary> FromSlot for T {
    fn from_slot(slot: &Slot<'_>, _: &Tape<'_>) -> Option<Self> {
        match slot {
            Slot::EnumValue(index) => <T as VariantArray>::VARIANTS.get(*index).copied(),
            Slot::Malformed(raw) => T::from_malformed(*raw),
            _ => None,
        }
    }
}
