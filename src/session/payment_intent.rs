use super::{Customer, Mode, OpenEnum, PaymentMethodType, PaymentStatus};
use crate::request::object::object;
use crate::request::{AccountType, AnyObject, BusinessProfile, Currency, Integer, Metadata, Text};

object! {
    /// A payment, as the API returns it.
    ///
    /// Source: the samples of object, `payment_resource`, and of guide, "Complete the payment on your backend".
    ///
    /// ```
    /// use fintoc_preflight::session::{PaymentIntent, PaymentStatus, OpenEnum};
    ///
    /// let payment = PaymentIntent { status: OpenEnum::from(PaymentStatus::Succeeded).into(), ..PaymentIntent::default() };
    /// assert!(payment.error_reason.is_absent());
    /// ```
    pub struct PaymentIntent: open {
        /// The id, `pi_…`.
        pub id: Text<'a>,
        /// `payment_intent`.
        pub object: Text<'a>,
        /// The amount to pay, in the smallest unit of the currency.
        pub amount: Integer,
        /// The business on whose behalf a payment aggregator collects.
        pub business_profile: BusinessProfile<'a>,
        /// The creation time: a date-time in UTC.
        pub created_at: Text<'a>,
        /// The currency.
        pub currency: OpenEnum<'a, Currency>,
        /// The customer who pays; null when the session has none.
        pub customer: Customer<'a>,
        /// The e-mail address for notices of a refund.
        pub customer_email: Text<'a>,
        /// The reason why it failed; null if it did not.
        pub error_reason: Text<'a>,
        /// The expiry time: a date-time in UTC.
        pub expires_at: Text<'a>,
        /// The merchant's own data.
        pub metadata: Metadata<'a>,
        /// The mode: live, or test without real money.
        pub mode: OpenEnum<'a, Mode>,
        /// The action that the status `requires_action` asks of the customer; the documentation does not describe it.
        pub next_action: AnyObject<'a>,
        /// The payment method.
        pub payment_type: OpenEnum<'a, PaymentMethodType>,
        /// The options of the payment method, which the documentation does not describe.
        pub payment_type_options: AnyObject<'a>,
        /// The account that receives the payment.
        pub recipient_account: Account<'a>,
        /// The bank's reference.
        pub reference_id: Text<'a>,
        /// The account that the payment comes from; null when the customer gave up before naming one.
        pub sender_account: Account<'a>,
        /// The status.
        pub status: OpenEnum<'a, PaymentStatus>,
        /// The time at which the bank booked the payment.
        pub transaction_date: Text<'a>,
        /// The token that starts the widget.
        pub widget_token: Text<'a>,
    }
}

object! {
    /// A bank account of a payment.
    ///
    /// Source: object, "Recipient Account Object", "Sender Account Object".
    ///
    /// ```
    /// use fintoc_preflight::{request::AccountType, session::{Account, OpenEnum}};
    ///
    /// let account = Account { r#type: OpenEnum::from(AccountType::SightAccount).into(), ..Account::default() };
    /// assert!(account.number.is_absent());
    /// ```
    pub struct Account: open {
        /// The owner's identifier: in Chile a RUT, in Mexico an RFC or a CURP.
        pub holder_id: Text<'a>,
        /// The bank's identifier, such as `cl_banco_falabella`.
        pub institution_id: Text<'a>,
        /// The account number.
        pub number: Text<'a>,
        /// The account type.
        pub r#type as "type": OpenEnum<'a, AccountType>,
    }
}
