use std::fmt;

use serde::{Deserialize, Serialize};

use super::object::object;
use super::{AccountType, FromSlot, OpenEnum, Schema, Structure, Text};
use crate::tape::{Children, Expected, ObjectDoc, Slot, Tape};

object! {
    /// The account that receives a bank transfer.
    ///
    /// Source: object, "Recipient Account Object".
    ///
    /// ```
    /// use fintoc_preflight::request::{AccountType, RecipientAccount};
    ///
    /// let account = RecipientAccount::builder()
    ///     .holder_id("77143385-5")
    ///     .institution_id("cl_banco_de_chile")
    ///     .number("813990168")
    ///     .r#type(AccountType::CheckingAccount)
    ///     .build();
    /// assert_eq!(account.number.as_deref(), Some("813990168"));
    /// ```
    pub struct RecipientAccount: closed {
        /// The tax identifier of the owner: in Chile a RUT, in Mexico an RFC or a CURP.
        pub holder_id: String,
        /// The bank, such as `cl_banco_de_chile`.
        pub institution_id: String,
        /// The account number: digits, without hyphens or leading zeros.
        pub number: String,
        /// The account type: `checking_account` or `sight_account`.
        pub r#type as "type": OpenEnum<AccountType> => Text,
    }
}

object! {
    /// The account that the customer pays from. Fields that are given are pre-selected.
    ///
    /// Sources: guide, "Pre-select a payment method"; object, "Sender Account Object".
    ///
    /// ```
    /// use fintoc_preflight::request::{Preset, SenderAccount, SenderField};
    ///
    /// let bank = Preset::builder().value("cl_banco_estado").build();
    /// let account = SenderAccount::builder().institution_id(bank.clone()).build();
    /// assert_eq!(account.institution_id, Some(SenderField::Preset(bank)));
    /// ```
    pub struct SenderAccount: closed {
        /// The tax identifier of the owner: in Chile a RUT, in Mexico an RFC or a CURP.
        pub holder_id: SenderField,
        /// The bank, such as `cl_banco_estado`.
        pub institution_id: SenderField,
        /// The account number: digits, without hyphens or leading zeros.
        pub number: String,
        /// The account type: `checking_account` or `sight_account`.
        pub r#type as "type": OpenEnum<AccountType> => Text,
    }
}

object! {
    /// A value that is pre-selected for the customer.
    ///
    /// Source: guide, "Pre-select a payment method".
    ///
    /// ```
    /// use fintoc_preflight::request::Preset;
    ///
    /// let holder = Preset::builder().value("11.111.111-1").editable(false).build();
    /// assert_eq!(holder.editable, Some(false));
    /// ```
    pub struct Preset: closed {
        /// The value.
        pub value: String,
        /// True if the customer may change it.
        pub editable: bool,
    }
}

/// A field of a sender account: an object in requests, a plain string in responses.
///
/// ```
/// use fintoc_preflight::request::{Preset, SenderField};
///
/// let bank = SenderField::from(Preset::builder().value("cl_banco_estado").build());
/// assert_ne!(bank, SenderField::Plain("cl_banco_estado".into()));
/// ```
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum SenderField {
    /// The form of responses.
    Plain(String),
    /// The form of requests.
    Preset(Preset),
}

impl Structure for SenderField {
    fn structure(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(text) => text.structure(f),
            Self::Preset(preset) => preset.structure(f),
        }
    }
}

/// Writes the structure, but no value.
impl fmt::Debug for SenderField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.structure(f)
    }
}

impl From<Preset> for SenderField {
    fn from(preset: Preset) -> Self {
        Self::Preset(preset)
    }
}

impl Schema for SenderField {
    const EXPECTED: Expected = Expected::StringOrObject;

    const CHILDREN: Children = Preset::CHILDREN;

    const DOC: Option<&'static ObjectDoc> = Preset::DOC;
}

impl FromSlot for SenderField {
    fn from_slot(slot: &Slot<'_>, tape: &Tape<'_>) -> Option<Self> {
        Text::from_slot(slot, tape).map(Self::Plain).or_else(|| Preset::from_slot(slot, tape).map(Self::Preset))
    }
}
