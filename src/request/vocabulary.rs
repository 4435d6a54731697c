//! The words that the API knows.

use std::str::FromStr;

use strum::{EnumString, IntoStaticStr, VariantNames};

use super::value::{Expected, IntoOwned, Value};
use crate::json::{Reader, SyntaxError, Writer};
use crate::report::Code;

/// A currency that Fintoc supports, by its ISO 4217 code.
///
/// Amounts are in its smallest unit: whole pesos for `CLP`, centavos for `MXN`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "UPPERCASE")]
pub enum Currency {
    /// Chilean pesos, which have no minor unit: 350000 is 350,000 pesos.
    Clp,
    /// Mexican pesos, counted in centavos: 350000 is 3,500.00 pesos.
    Mxn,
}

/// What a session does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Flow {
    /// Collects one payment; the flow when none is named.
    #[default]
    Payment,
    /// Starts a subscription.
    Subscription,
    /// Saves a payment method for later.
    Setup,
}

/// What a session of version 1 does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum FlowV1 {
    /// Collects one payment: the one flow of version 1.
    #[default]
    Payment,
}

/// The type of a bank account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum AccountType {
    /// `checking_account`
    CheckingAccount,
    /// `sight_account`
    SightAccount,
}

/// Whether the customer may save their payment method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum SavePaymentMethod {
    /// The customer is asked.
    Enabled,
    /// The customer is not asked.
    Disabled,
}

/// Where the checkout is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum UiMode {
    /// On a page of Fintoc's.
    Hosted,
    /// In the merchant's own page.
    Embedded,
}

/// A field that takes one of some words.
trait Vocabulary: Copy + FromStr + Into<&'static str> + VariantNames {
    /// The code of a violation of `enum`.
    const CODE: Code;
}

impl Vocabulary for Currency {
    const CODE: Code = Code::InvalidCurrency;
}

impl Vocabulary for Flow {
    const CODE: Code = Code::InvalidEnum;
}

impl Vocabulary for FlowV1 {
    const CODE: Code = Code::InvalidEnum;
}

impl Vocabulary for AccountType {
    const CODE: Code = Code::InvalidAccountType;
}

impl Vocabulary for SavePaymentMethod {
    const CODE: Code = Code::InvalidEnum;
}

impl Vocabulary for UiMode {
    const CODE: Code = Code::InvalidEnum;
}

impl<T: Vocabulary> IntoOwned for T {
    type Owned = T;

    fn into_owned(self) -> T {
        self
    }
}

impl<'a, T: Vocabulary> Value<'a> for T {
    const EXPECTED: Expected = Expected::OneOf { values: T::VARIANTS, code: T::CODE };

    fn read(reader: &mut Reader<'a>) -> Result<Option<Self>, SyntaxError> {
        match reader.peek() {
            Some(b'"') => Ok(T::from_str(&reader.string()?).ok()),
            _ => reader.skip().map(|_| None),
        }
    }

    fn write(&self, out: &mut impl Writer) {
        out.string((*self).into());
    }
}
