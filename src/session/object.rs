use super::word::Open;
use super::{Mode, PaymentStatus, SessionStatus};
use crate::request::object::object;
use crate::request::{
    AccountType, AnyObject, BusinessProfile, Currency, Field, Flow, Integer, Metadata, SavePaymentMethod, SenderField,
    TaxId, Text, UiMode,
};

object! {
    /// A checkout session, as the API answers.
    ///
    /// Source: object.
    pub struct CheckoutSession: open {
        /// The id, `cs_…`.
        pub id: Text<'a>,
        /// What the object is: `checkout_session`.
        pub object: Text<'a>,
        /// What the customer pays, in the smallest unit of the currency. A setup has none.
        pub amount: Integer,
        /// The business on whose behalf a payment aggregator collects.
        pub business_profile: BusinessProfile<'a>,
        /// Where the customer is sent when the payment is not completed.
        pub cancel_url: Text<'a>,
        /// When the session was created: an ISO 8601 date-time in UTC.
        pub created_at: Text<'a>,
        /// The currency of every amount.
        pub currency: Open<'a, Currency>,
        /// The customer.
        pub customer: Customer<'a>,
        /// Where the customer is told of a refund; `null` when none was given.
        pub customer_email: Text<'a>,
        /// When the session expires: an ISO 8601 date-time in UTC.
        pub expires_at: Text<'a>,
        /// What the session does.
        pub flow: Open<'a, Flow>,
        /// What the customer pays for; `null` when the session has no items.
        pub line_items: Vec<Field<'a, AnyObject<'a>>>,
        /// What the merchant keeps with the session.
        pub metadata: Metadata<'a>,
        /// Whether the session moves money.
        pub mode: Open<'a, Mode>,
        /// The id of the saved payment method that the customer pays with, `pm_…`; `null` otherwise.
        pub payment_method: Text<'a>,
        /// The options of the payment methods, by type.
        pub payment_method_options: SessionMethodOptions<'a>,
        /// How the customer may pay.
        pub payment_method_types: Vec<Field<'a, Text<'a>>>,
        /// What came of the payment; `null` until the session is finished.
        pub payment_resource: PaymentResource<'a>,
        /// Where to send the customer.
        pub redirect_url: Text<'a>,
        /// Whether the customer may save their payment method.
        pub save_payment_method: Open<'a, SavePaymentMethod>,
        /// What the widget is opened with; `null` when the customer is redirected.
        pub session_token: Text<'a>,
        /// How far the session is.
        pub status: Open<'a, SessionStatus>,
        /// The id of the subscription that the session started, `sub_…`; `null` otherwise.
        pub subscription: Text<'a>,
        /// Where the customer is sent after paying.
        pub success_url: Text<'a>,
        /// Where the checkout is shown.
        pub ui_mode: Open<'a, UiMode>,
    }
}

object! {
    /// The customer of a session.
    ///
    /// Source: object, "Customer Object".
    pub struct Customer: open {
        /// The id, `cus_…`.
        pub id: Text<'a>,
        /// What the object is: `customer`.
        pub object: Text<'a>,
        /// The e-mail address.
        pub email: Text<'a>,
        /// What the merchant keeps with the customer.
        pub metadata: Metadata<'a>,
        /// The full name, or that of the business.
        pub name: Text<'a>,
        /// The tax identifier; `null` when none was given.
        pub tax_id: TaxId<'a>,
    }
}

object! {
    /// The options of the payment methods of a session, by type.
    ///
    /// Source: object, "Bank Transfer Options".
    pub struct SessionMethodOptions: open {
        /// The options of bank transfers.
        pub bank_transfer: SessionBankTransfer<'a>,
    }
}

object! {
    /// The accounts of a bank transfer.
    ///
    /// Source: object, "Bank Transfer Options".
    pub struct SessionBankTransfer: open {
        /// The account that receives the payment.
        pub recipient_account: Account<'a>,
        /// The account that the customer pays from.
        pub sender_account: Account<'a>,
    }
}

object! {
    /// A bank account.
    ///
    /// Source: object, "Sender Account Object".
    pub struct Account: open {
        /// The owner: in Chile a RUT, in Mexico an RFC or a CURP.
        pub holder_id: SenderField<'a>,
        /// The bank, such as `cl_banco_estado`.
        pub institution_id: SenderField<'a>,
        /// The number of the account.
        pub number: Text<'a>,
        /// The type of the account.
        pub r#type as "type": Open<'a, AccountType>,
    }
}

object! {
    /// What came of the payment of a session.
    ///
    /// Source: object, `payment_resource`.
    pub struct PaymentResource: open {
        /// The payment.
        pub payment_intent: PaymentIntent<'a>,
    }
}

object! {
    /// A payment.
    ///
    /// Source: object, the example of `payment_resource`.
    pub struct PaymentIntent: open {
        /// The id, `pi_…`.
        pub id: Text<'a>,
        /// What the object is: `payment_intent`.
        pub object: Text<'a>,
        /// What the customer paid, in the smallest unit of the currency.
        pub amount: Integer,
        /// The business on whose behalf a payment aggregator collects.
        pub business_profile: BusinessProfile<'a>,
        /// When the payment was created: an ISO 8601 date-time in UTC.
        pub created_at: Text<'a>,
        /// The currency of the amount.
        pub currency: Open<'a, Currency>,
        /// Where the customer is told of a refund; `null` when none was given.
        pub customer_email: Text<'a>,
        /// Why the payment failed; `null` when it did not.
        pub error_reason: Text<'a>,
        /// When the payment expires: an ISO 8601 date-time in UTC.
        pub expires_at: Text<'a>,
        /// What the merchant keeps with the payment.
        pub metadata: Metadata<'a>,
        /// Whether the payment moves money.
        pub mode: Open<'a, Mode>,
        /// How the customer paid.
        pub payment_type: Text<'a>,
        /// The options of that payment method.
        pub payment_type_options: AnyObject<'a>,
        /// The account that received the payment.
        pub recipient_account: Account<'a>,
        /// The reference of the payment.
        pub reference_id: Text<'a>,
        /// The account that the customer paid from; `null` when they left before they chose one.
        pub sender_account: Account<'a>,
        /// How far the payment is.
        pub status: Open<'a, PaymentStatus>,
        /// When the money moved.
        pub transaction_date: Text<'a>,
        /// What the widget is opened with.
        pub widget_token: Text<'a>,
    }
}
