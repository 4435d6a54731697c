use std::fmt::Write;
use std::str::FromStr;

use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::json::{Reader, SyntaxError, Writer};
use crate::request::table::Holds;
use crate::request::{Expected, IntoOwned, Text, Value};

/// A word that the API answers with: one that is known, or whichever it has come to say since.
///
/// ```
/// use fintoc_preflight::{Flow, session::Open};
///
/// assert_eq!(Open::Known(Flow::Setup).known(), Some(&Flow::Setup));
/// assert_eq!(Open::<Flow>::Other("refund".into()).known(), None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(untagged))]
pub enum Open<'a, T> {
    /// A known word.
    Known(T),
    /// Another.
    Other(Text<'a>),
}

impl<T> Open<'_, T> {
    /// The word, when it is known.
    #[must_use]
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(word) => Some(word),
            Self::Other(_) => None,
        }
    }
}

/// A list of words of the API's.
pub(crate) trait Word: Copy + FromStr + Into<&'static str> + VariantNames {}

impl<T: Copy + FromStr + Into<&'static str> + VariantNames> Word for T {}

impl<T: Word> IntoOwned for Open<'_, T> {
    type Owned = Open<'static, T>;

    fn into_owned(self) -> Self::Owned {
        match self {
            Self::Known(word) => Open::Known(word),
            Self::Other(text) => Open::Other(IntoOwned::into_owned(text)),
        }
    }
}

impl<'a, T: Word> Value<'a> for Open<'a, T> {
    const EXPECTED: Expected = Expected::String;

    const HOLDS: Holds = Holds::Words(T::VARIANTS);

    fn read(reader: &mut Reader<'a>) -> Result<Option<Self>, SyntaxError> {
        let text = Text::read(reader)?;
        Ok(text.map(|text| text.parse().map_or_else(|_| Self::Other(text), Self::Known)))
    }

    fn write(&self, out: &mut dyn Write) {
        match self {
            Self::Known(word) => out.string((*word).into()),
            Self::Other(text) => out.string(text),
        }
    }
}

/// Whether money moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(rename_all = "snake_case"))]
pub enum Mode {
    /// It does.
    Live,
    /// It does not.
    Test,
}

/// How far a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(rename_all = "snake_case"))]
pub enum SessionStatus {
    /// The customer has not begun.
    Created,
    /// The customer is at it.
    InProgress,
    /// It has come to an end. The payment may still be pending.
    Finished,
    /// Its time is over.
    Expired,
}

/// How far a payment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), serde(rename_all = "snake_case"))]
pub enum PaymentStatus {
    /// The money has moved.
    Succeeded,
    /// It will not move.
    Failed,
    /// The customer must do something, such as to have it approved.
    RequiresAction,
}

/// What an event tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum EventType {
    /// A session has come to an end. Its payment may still be pending.
    #[strum(serialize = "checkout_session.finished")]
    #[cfg_attr(feature = "typescript", serde(rename = "checkout_session.finished"))]
    CheckoutSessionFinished,
    /// The time of a session is over.
    #[strum(serialize = "checkout_session.expired")]
    #[cfg_attr(feature = "typescript", serde(rename = "checkout_session.expired"))]
    CheckoutSessionExpired,
    /// A payment has succeeded.
    #[strum(serialize = "payment_intent.succeeded")]
    #[cfg_attr(feature = "typescript", serde(rename = "payment_intent.succeeded"))]
    PaymentIntentSucceeded,
    /// A payment has failed.
    #[strum(serialize = "payment_intent.failed")]
    #[cfg_attr(feature = "typescript", serde(rename = "payment_intent.failed"))]
    PaymentIntentFailed,
    /// A payment needs something of the customer.
    #[strum(serialize = "payment_intent.requires_action")]
    #[cfg_attr(feature = "typescript", serde(rename = "payment_intent.requires_action"))]
    PaymentIntentRequiresAction,
}
