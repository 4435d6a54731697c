use std::fmt;

use super::object::object;
use super::owned::{IntoOwned, Text};
use super::value::Value;
use super::view::View;
use crate::tape::Expected;
use crate::tape::{Children, ObjectDoc};
use crate::tape::{Slot, Tape};

object! {
    /// The account that receives a bank transfer.
    ///
    /// Source: object, "Recipient Account Object".
    ///
    /// ```
    /// use fintoc_preflight::request::RecipientAccount;
    ///
    /// let account = RecipientAccount {
    ///     holder_id: "77143385-5".into(),
    ///     institution_id: "cl_banco_de_chile".into(),
    ///     number: "813990168".into(),
    ///     r#type: "checking_account".into(),
    ///     ..RecipientAccount::default()
    /// };
    /// assert_eq!(account.r#type.value().map(AsRef::as_ref), Some("checking_account"));
    /// ```
    pub struct RecipientAccount: closed {
        /// The tax identifier of the owner: in Chile a RUT, in Mexico an RFC or a CURP.
        pub holder_id: Text<'a>,
        /// The bank, such as `cl_banco_de_chile`.
        pub institution_id: Text<'a>,
        /// The account number: digits, without hyphens or leading zeros.
        pub number: Text<'a>,
        /// The account type: `checking_account` or `sight_account`.
        pub r#type as "type": Text<'a>,
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
    /// let bank = Preset { value: "cl_banco_estado".into(), ..Preset::default() };
    /// let account = SenderAccount { institution_id: SenderField::Preset(bank).into(), ..SenderAccount::default() };
    /// assert!(account.institution_id.is_present());
    /// ```
    pub struct SenderAccount: closed {
        /// The tax identifier of the owner: in Chile a RUT, in Mexico an RFC or a CURP.
        pub holder_id: SenderField<'a>,
        /// The bank, such as `cl_banco_estado`.
        pub institution_id: SenderField<'a>,
        /// The account number: digits, without hyphens or leading zeros.
        pub number: Text<'a>,
        /// The account type: `checking_account` or `sight_account`.
        pub r#type as "type": Text<'a>,
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
    /// let holder = Preset { value: "11.111.111-1".into(), editable: false.into(), ..Preset::default() };
    /// assert_eq!(holder.editable.value(), Some(&false));
    /// ```
    pub struct Preset: closed {
        /// The value.
        pub value: Text<'a>,
        /// True if the customer may change it.
        pub editable: bool,
    }
}

/// A field of a sender account: an object in requests, a plain string in responses.
///
/// ```
/// use fintoc_preflight::request::{Preset, SenderField};
///
/// let bank = SenderField::Preset(Preset { value: "cl_banco_estado".into(), ..Preset::default() });
/// assert_ne!(bank, SenderField::Plain("cl_banco_estado".into()));
/// ```
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(untagged))]
pub enum SenderField<'a> {
    /// The form of responses.
    Plain(Text<'a>),
    /// The form of requests.
    Preset(Preset<'a>),
}

/// Writes the structure, but no value.
impl fmt::Debug for SenderField<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.view().fmt(f)
    }
}

impl IntoOwned for SenderField<'_> {
    type Owned = SenderField<'static>;

    fn into_owned(self) -> Self::Owned {
        match self {
            Self::Plain(text) => SenderField::Plain(IntoOwned::into_owned(text)),
            Self::Preset(preset) => SenderField::Preset(preset.into_owned()),
        }
    }
}

impl<'a> Value<'a> for SenderField<'a> {
    const EXPECTED: Expected = Expected::StringOrObject;

    const CHILDREN: Children = Preset::CHILDREN;

    const DOC: Option<&'static ObjectDoc> = Preset::DOC;

    fn of(slot: &Slot<'a>, tape: &Tape<'a>) -> Option<Self> {
        Text::of(slot, tape).map(Self::Plain).or_else(|| Preset::of(slot, tape).map(Self::Preset))
    }

    fn view(&self) -> View<'_, 'a> {
        match self {
            Self::Plain(text) => text.view(),
            Self::Preset(preset) => preset.view(),
        }
    }
}
