use super::{Customer, Mode, PaymentMethodType, PaymentStatus, Word};
use crate::request::object::object;
use crate::request::{AccountType, AnyObject, BusinessProfile, Currency, Integer, Metadata, Text};

object! {
    /// A payment, as Fintoc answers it.
    ///
    /// Source: the samples of object, `payment_resource`, and of guide, "Complete the payment on your backend".
    ///
    /// ```
    /// use fintoc_preflight::session::{PaymentIntent, PaymentStatus, Word};
    ///
    /// let payment = PaymentIntent { status: Word::from(PaymentStatus::Succeeded).into(), ..PaymentIntent::default() };
    /// assert!(payment.error_reason.is_absent());
    /// ```
    pub struct PaymentIntent: open {
        /// The id, `pi_…`.
        pub id: Text<'a>,
        /// `payment_intent`.
        pub object: Text<'a>,
        /// What is paid, in the smallest unit of the currency.
        pub amount: Integer,
        /// The business on whose behalf a payment aggregator collects.
        pub business_profile: BusinessProfile<'a>,
        /// When it was created: a date-time in UTC.
        pub created_at: Text<'a>,
        /// The currency.
        pub currency: Word<'a, Currency>,
        /// Who pays; null when the session has no customer.
        pub customer: Customer<'a>,
        /// Where the customer is told of a refund.
        pub customer_email: Text<'a>,
        /// Why it failed; null unless it has.
        pub error_reason: Text<'a>,
        /// When it expires: a date-time in UTC.
        pub expires_at: Text<'a>,
        /// What the merchant keeps with it.
        pub metadata: Metadata<'a>,
        /// Whether money moves.
        pub mode: Word<'a, Mode>,
        /// What the customer must do, when the status is `requires_action`; the documents do not describe it.
        pub next_action: AnyObject<'a>,
        /// How it is paid.
        pub payment_type: Word<'a, PaymentMethodType>,
        /// The options of the type, which the documents do not describe.
        pub payment_type_options: AnyObject<'a>,
        /// The account that receives it.
        pub recipient_account: Account<'a>,
        /// A reference of the bank's.
        pub reference_id: Text<'a>,
        /// The account that it is paid from; null when the customer gave up before naming one.
        pub sender_account: Account<'a>,
        /// The status.
        pub status: Word<'a, PaymentStatus>,
        /// When the bank has booked it.
        pub transaction_date: Text<'a>,
        /// What the widget is started with.
        pub widget_token: Text<'a>,
    }
}

object! {
    /// A bank account of a payment.
    ///
    /// Source: object, "Recipient Account Object", "Sender Account Object".
    ///
    /// ```
    /// use fintoc_preflight::{request::AccountType, session::{Account, Word}};
    ///
    /// let account = Account { r#type: Word::from(AccountType::SightAccount).into(), ..Account::default() };
    /// assert!(account.number.is_absent());
    /// ```
    pub struct Account: open {
        /// The owner: in Chile a RUT, in Mexico an RFC or a CURP.
        pub holder_id: Text<'a>,
        /// The bank, such as `cl_banco_falabella`.
        pub institution_id: Text<'a>,
        /// The number of the account.
        pub number: Text<'a>,
        /// The type of the account.
        pub r#type as "type": Word<'a, AccountType>,
    }
}
