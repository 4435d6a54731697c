use serde_json::{Map, Value};

use super::{Customer, Mode, PaymentStatus};
use crate::request::object::object;
use crate::request::{AccountType, AnyObject, BusinessProfile, Currency, OpenEnum, PaymentMethodType};

object! {
    /// A payment, as the API returns it.
    ///
    /// Source: the samples of object, `payment_resource`, and of guide, "Complete the payment on your backend".
    ///
    /// ```
    /// use fintoc_preflight::session::{PaymentIntent, PaymentStatus};
    ///
    /// let payment: PaymentIntent = serde_json::from_str(r#"{"id": "pi_1", "status": "succeeded"}"#)?;
    /// assert!(payment.status.is_some_and(|status| status == PaymentStatus::Succeeded));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct PaymentIntent: answer {
        /// The id, `pi_…`.
        pub id: String,
        /// `payment_intent`.
        pub object: String,
        /// The amount to pay, in the smallest unit of the currency.
        pub amount: i64,
        /// The business on whose behalf a payment aggregator collects.
        pub business_profile: BusinessProfile,
        /// The creation time: a date-time in UTC.
        pub created_at: String,
        /// The currency.
        pub currency: OpenEnum<Currency>,
        /// The customer who pays; null when the session has none.
        pub customer: Customer,
        /// The e-mail address for notices of a refund.
        pub customer_email: String,
        /// The reason why it failed; null if it did not.
        pub error_reason: String,
        /// The expiry time: a date-time in UTC.
        pub expires_at: String,
        /// The merchant's own data.
        pub metadata: Map<String, Value>,
        /// The mode: live, or test without real money.
        pub mode: OpenEnum<Mode>,
        /// The action that the status `requires_action` asks of the customer; the documentation does not describe it.
        pub next_action: Map<String, Value> => AnyObject,
        /// The payment method.
        pub payment_type: OpenEnum<PaymentMethodType>,
        /// The options of the payment method, which the documentation does not describe.
        pub payment_type_options: Map<String, Value> => AnyObject,
        /// The account that receives the payment.
        pub recipient_account: Account,
        /// The bank's reference.
        pub reference_id: String,
        /// The account that the payment comes from; null when the customer gave up before naming one.
        pub sender_account: Account,
        /// The status.
        pub status: OpenEnum<PaymentStatus>,
        /// The time at which the bank booked the payment.
        pub transaction_date: String,
        /// The token that starts the widget.
        pub widget_token: String,
    }
}

object! {
    /// A bank account of a payment.
    ///
    /// Source: object, "Recipient Account Object", "Sender Account Object".
    ///
    /// ```
    /// use fintoc_preflight::{request::AccountType, session::Account};
    ///
    /// let account: Account = serde_json::from_str(r#"{"type": "sight_account"}"#)?;
    /// assert_eq!(account.r#type, Some(AccountType::SightAccount.into()));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Account: answer {
        /// The owner's identifier: in Chile a RUT, in Mexico an RFC or a CURP.
        pub holder_id: String,
        /// The bank's identifier, such as `cl_banco_falabella`.
        pub institution_id: String,
        /// The account number.
        pub number: String,
        /// The account type.
        pub r#type as "type": OpenEnum<AccountType>,
    }
}
