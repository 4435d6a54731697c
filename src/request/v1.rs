use super::object::object;
use super::{
    BusinessProfile, Currency, CustomerData, Field, FlowV1, Integer, LineItem, Metadata, PaymentMethodOptionsV1, Text,
};

object! {
    /// A request to create a checkout session with version 1 of the API.
    ///
    /// Built like a [`CheckoutSessionRequest`](crate::CheckoutSessionRequest):
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequestV1, Currency};
    ///
    /// let request = CheckoutSessionRequestV1 {
    ///     amount: 1000.into(),
    ///     currency: Currency::Clp.into(),
    ///     ..CheckoutSessionRequestV1::default()
    /// };
    /// assert_eq!(request.to_json(), r#"{"amount":1000,"currency":"CLP"}"#);
    /// ```
    ///
    /// Source: create-v1.
    pub struct CheckoutSessionRequestV1: closed {
        /// The amount to pay, in the smallest unit of the currency: 1 to 6,999,999. Excludes `line_items`.
        pub amount: Integer,
        /// The business on whose behalf a payment aggregator collects.
        pub business_profile: BusinessProfile<'a>,
        /// The URL to return to if the customer gives up: absolute, over HTTPS.
        pub cancel_url: Text<'a>,
        /// The currency of every amount. Required. Version 1 accepts lower case too.
        ///
        /// In this struct lower case is [`Field::Malformed`].
        pub currency: Currency,
        /// The customer who pays.
        pub customer: CustomerData<'a>,
        /// The e-mail address to notify of refunds.
        pub customer_email: Text<'a>,
        /// The expiry of the session: an RFC 3339 date-time, or a date `YYYY-MM-DD` for the end of that day in UTC.
        pub expires_at: Text<'a>,
        /// The flow of the session. Version 1 has only `payment`.
        pub flow: FlowV1,
        /// The items to pay for. Excludes `amount`.
        pub line_items: Vec<Field<'a, LineItem<'a>>>,
        /// Data of the merchant's own, stored with the session.
        pub metadata: Metadata<'a>,
        /// The options of the payment methods, by type of method.
        pub payment_method_options: PaymentMethodOptionsV1<'a>,
        /// The payment methods to offer: `bank_transfer`, `card`.
        pub payment_method_types: Vec<Field<'a, Text<'a>>>,
        /// The URL to return to after payment: absolute, over HTTPS.
        pub success_url: Text<'a>,
    }
}
