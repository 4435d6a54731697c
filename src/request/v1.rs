use super::object::object;
use super::{
    BusinessProfile, Currency, CustomerData, Field, FlowV1, Integer, LineItem, Metadata, PaymentMethodOptionsV1, Text,
};

object! {
    /// A request to create a checkout session with version 1 of the API.
    ///
    /// It is built as [`CheckoutSessionRequest`](crate::CheckoutSessionRequest) is:
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
        /// What the customer pays, in the smallest unit of the currency: 1 to 6,999,999. Not beside `line_items`.
        pub amount: Integer,
        /// The business on whose behalf a payment aggregator collects.
        pub business_profile: BusinessProfile<'a>,
        /// Where the customer is sent when they give up: an absolute URL over HTTPS.
        pub cancel_url: Text<'a>,
        /// The currency of every amount. Needed. Version 1 takes lower case too.
        ///
        /// Lower case is kept as malformed.
        pub currency: Currency,
        /// Who pays.
        pub customer: CustomerData<'a>,
        /// Where the customer is told of a refund: an e-mail address.
        pub customer_email: Text<'a>,
        /// When the session expires: an RFC 3339 date-time, or a date `YYYY-MM-DD` for the end of that day in UTC.
        pub expires_at: Text<'a>,
        /// What the session does; version 1 knows one flow.
        pub flow: FlowV1,
        /// What the customer pays for. Not beside `amount`.
        pub line_items: Vec<Field<'a, LineItem<'a>>>,
        /// Whatever the merchant wants to keep with the session.
        pub metadata: Metadata<'a>,
        /// The options of the payment methods, by type.
        pub payment_method_options: PaymentMethodOptionsV1<'a>,
        /// How the customer may pay: `bank_transfer`, `card`.
        pub payment_method_types: Vec<Field<'a, Text<'a>>>,
        /// Where the customer is sent after paying: an absolute URL over HTTPS.
        pub success_url: Text<'a>,
    }
}
