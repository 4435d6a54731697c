//! The words that Fintoc sends back, beside those that a request has too.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use crate::report::Code;
use crate::request::vocabulary::Vocabulary;

/// Where a session stands.
///
/// ```
/// use fintoc_preflight::session::Status;
///
/// assert_eq!("in_progress".parse(), Ok(Status::InProgress));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Nobody has begun to pay.
    Created,
    /// The customer is paying.
    InProgress,
    /// It has come to its end; the payment may still be pending.
    Finished,
    /// Nobody has paid in time.
    Expired,
}

/// Whether money moves.
///
/// ```
/// use fintoc_preflight::session::Mode;
///
/// assert_eq!("test".parse(), Ok(Mode::Test));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Mode {
    /// It does.
    Live,
    /// It does not.
    Test,
}

/// What an event tells.
///
/// ```
/// use fintoc_preflight::session::EventType;
///
/// assert_eq!("payment_intent.failed".parse(), Ok(EventType::PaymentIntentFailed));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
pub enum EventType {
    /// A session has come to its end; its payment may still be pending.
    #[strum(serialize = "checkout_session.finished")]
    CheckoutSessionFinished,
    /// Nobody has paid in time.
    #[strum(serialize = "checkout_session.expired")]
    CheckoutSessionExpired,
    /// The payment has succeeded.
    #[strum(serialize = "payment_intent.succeeded")]
    PaymentIntentSucceeded,
    /// The payment has failed.
    #[strum(serialize = "payment_intent.failed")]
    PaymentIntentFailed,
    /// The customer must do something, such as have the payment approved by another representative.
    #[strum(serialize = "payment_intent.requires_action")]
    PaymentIntentRequiresAction,
}

/// Where a payment stands.
///
/// ```
/// use fintoc_preflight::session::PaymentStatus;
///
/// assert_eq!("requires_action".parse(), Ok(PaymentStatus::RequiresAction));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum PaymentStatus {
    /// It has succeeded.
    Succeeded,
    /// It has failed.
    Failed,
    /// The customer must do something.
    RequiresAction,
}

/// How a customer may pay.
///
/// ```
/// use fintoc_preflight::session::PaymentMethodType;
///
/// assert_eq!("pac".parse(), Ok(PaymentMethodType::Pac));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum PaymentMethodType {
    /// By bank transfer.
    BankTransfer,
    /// By card.
    Card,
    /// By installments.
    Installments,
    /// By automatic debit in Chile.
    Pac,
    /// By direct debit in Mexico.
    DirectDebit,
}

impl Vocabulary for Status {
    const CODE: Code = Code::InvalidEnum;
}

impl Vocabulary for Mode {
    const CODE: Code = Code::InvalidEnum;
}

impl Vocabulary for EventType {
    const CODE: Code = Code::InvalidEnum;
}

impl Vocabulary for PaymentStatus {
    const CODE: Code = Code::InvalidEnum;
}

impl Vocabulary for PaymentMethodType {
    const CODE: Code = Code::InvalidEnum;
}
