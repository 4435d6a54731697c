//! Enums of Fintoc's answers that a request does not have.

use crate::enums::strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use crate::enums::{ParseEnumError, as_str, serde_str};
use crate::error_code::ErrorCode;
use crate::request::vocabulary::Vocabulary;

/// The status of a checkout session.
///
/// ```
/// use fintoc_preflight::session::Status;
///
/// assert_eq!("in_progress".parse(), Ok(Status::InProgress));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
pub enum Status {
    /// The customer has not started.
    Created,
    /// The customer is paying.
    InProgress,
    /// The session has ended; the payment may still be pending.
    Finished,
    /// The session expired before the customer paid.
    Expired,
}

/// The mode of an answer: live or test.
///
/// ```
/// use fintoc_preflight::session::Mode;
///
/// assert_eq!("test".parse(), Ok(Mode::Test));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
pub enum Mode {
    /// Real money moves.
    Live,
    /// No money moves.
    Test,
}

/// The type of an event, in the guide or on another public page of Fintoc. A type added later is kept as
/// [`OpenEnum::Other`](crate::OpenEnum::Other).
///
/// ```
/// use fintoc_preflight::session::EventType;
///
/// assert_eq!("payment_intent.failed".parse(), Ok(EventType::PaymentIntentFailed));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(crate = "crate::enums::strum", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
pub enum EventType {
    /// A session has ended; its payment may still be pending.
    #[strum(serialize = "checkout_session.finished")]
    CheckoutSessionFinished,
    /// A session expired before the customer paid.
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
    /// The customer must act, for example have another representative approve the payment.
    #[strum(serialize = "payment_intent.requires_action")]
    PaymentIntentRequiresAction,
    /// The final status is not known yet; another event reports it.
    #[strum(serialize = "payment_intent.pending")]
    PaymentIntentPending,
    /// The customer or their bank has rejected the payment.
    #[strum(serialize = "payment_intent.rejected")]
    PaymentIntentRejected,
    /// The payment expired before the customer completed it.
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

/// The status of a payment.
///
/// ```
/// use fintoc_preflight::session::PaymentStatus;
///
/// assert_eq!("requires_action".parse(), Ok(PaymentStatus::RequiresAction));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray, VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
pub enum PaymentStatus {
    /// The customer has not started.
    Created,
    /// The customer is paying.
    InProgress,
    /// The final status is not known yet.
    Pending,
    /// The payment has succeeded.
    Succeeded,
    /// The payment has failed.
    Failed,
    /// The customer must act.
    RequiresAction,
    /// The customer or their bank has rejected the payment.
    Rejected,
    /// The payment expired before the customer completed it.
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
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case", parse_err_ty = ParseEnumError, parse_err_fn = ParseEnumError::new)]
pub enum SetupStatus {
    /// The customer has not started.
    Created,
    /// The customer has started.
    Started,
    /// An attempt has failed, and the customer may try again.
    WaitingForRetry,
    /// The payment method is saved.
    Succeeded,
    /// The payment method is not saved.
    Failed,
}

as_str!(EventType, Mode, PaymentStatus, SetupStatus, Status);
serde_str!(EventType, Mode, PaymentStatus, SetupStatus, Status);

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
