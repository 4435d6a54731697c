//! The words that Fintoc sends back, beside those that a request has too.

use crate::error_code::ErrorCode;
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

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

/// What an event tells: the types of the guide, and those that other public pages name. A type that Fintoc adds later is
/// kept as [`Word::Other`](super::Word::Other).
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
    /// An older name of `checkout_session.finished`.
    #[strum(serialize = "checkout_session.completed")]
    CheckoutSessionCompleted,
    /// The payment has succeeded.
    #[strum(serialize = "payment_intent.succeeded")]
    PaymentIntentSucceeded,
    /// The payment has failed.
    #[strum(serialize = "payment_intent.failed")]
    PaymentIntentFailed,
    /// The customer must do something, such as have the payment approved by another representative.
    #[strum(serialize = "payment_intent.requires_action")]
    PaymentIntentRequiresAction,
    /// The final status is not known yet; another event tells it.
    #[strum(serialize = "payment_intent.pending")]
    PaymentIntentPending,
    /// The customer or their bank has rejected the payment.
    #[strum(serialize = "payment_intent.rejected")]
    PaymentIntentRejected,
    /// The customer has not completed the payment in time.
    #[strum(serialize = "payment_intent.expired")]
    PaymentIntentExpired,
    /// A refund has started.
    #[strum(serialize = "refund.in_progress")]
    RefundInProgress,
    /// A refund has succeeded.
    #[strum(serialize = "refund.succeeded")]
    RefundSucceeded,
    /// A refund has failed.
    #[strum(serialize = "refund.failed")]
    RefundFailed,
    /// A charge has succeeded.
    #[strum(serialize = "charge.succeeded")]
    ChargeSucceeded,
    /// A charge has failed.
    #[strum(serialize = "charge.failed")]
    ChargeFailed,
    /// A subscription may be charged from now on.
    #[strum(serialize = "subscription.activated")]
    SubscriptionActivated,
    /// A subscription has been cancelled.
    #[strum(serialize = "subscription.canceled")]
    SubscriptionCanceled,
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
    /// The customer has not begun to pay.
    Created,
    /// The customer is paying.
    InProgress,
    /// The final status is not known yet.
    Pending,
    /// It has succeeded.
    Succeeded,
    /// It has failed.
    Failed,
    /// The customer must do something.
    RequiresAction,
    /// The customer or their bank has rejected it.
    Rejected,
    /// The customer has not completed it in time.
    Expired,
}

/// The status of a setup.
///
/// ```
/// use fintoc_preflight::session::SetupStatus;
///
/// assert_eq!("waiting_for_retry".parse(), Ok(SetupStatus::WaitingForRetry));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum SetupStatus {
    /// The customer has not begun.
    Created,
    /// The customer has begun.
    Started,
    /// An attempt has failed, and the customer may try again.
    WaitingForRetry,
    /// The payment method is saved.
    Succeeded,
    /// The payment method is not saved.
    Failed,
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
    const CODE: ErrorCode = ErrorCode::InvalidEnum;
}

impl Vocabulary for Mode {
    const CODE: ErrorCode = ErrorCode::InvalidEnum;
}

impl Vocabulary for EventType {
    const CODE: ErrorCode = ErrorCode::InvalidEnum;
}

impl Vocabulary for PaymentStatus {
    const CODE: ErrorCode = ErrorCode::InvalidEnum;
}

impl Vocabulary for SetupStatus {
    const CODE: ErrorCode = ErrorCode::InvalidEnum;
}

impl Vocabulary for PaymentMethodType {
    const CODE: ErrorCode = ErrorCode::InvalidEnum;
}
