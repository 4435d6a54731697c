use checkout_session_request_v1_builder::{SetAmount, SetCurrency};
use serde_json::{Map, Value};

use super::object::object;
use super::value::{list, map};
use super::{
    BusinessProfile, Currency, CustomerData, FlowV1, LineItem, OpenEnum, PaymentMethodOptionsV1, PaymentMethodType,
    Text,
};

object! {
    /// A request to create a checkout session with version 1 of the API.
    ///
    /// Built like a [`CheckoutSessionRequest`](crate::CheckoutSessionRequest):
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequestV1, Currency};
    ///
    /// let request = CheckoutSessionRequestV1::payment(1000, Currency::Clp).build();
    /// assert_eq!(request.to_json(), r#"{"amount":1000,"currency":"CLP"}"#);
    /// ```
    ///
    /// Source: create-v1.
    pub struct CheckoutSessionRequestV1: closed {
        /// The amount to pay, in the smallest unit of the currency: 1 to 6,999,999. Excludes `line_items`.
        pub amount: i64,
        /// The business on whose behalf a payment aggregator collects.
        pub business_profile: BusinessProfile,
        /// The URL to return to if the customer gives up: absolute, over HTTPS.
        pub cancel_url: String,
        /// The currency of every amount. Required. Version 1 accepts lower case too.
        ///
        /// [`parse_json`](crate::parse_json) reads it in any case, and it is written in upper case.
        pub currency: Currency,
        /// The customer who pays.
        pub customer: CustomerData,
        /// The e-mail address to notify of refunds.
        pub customer_email: String,
        /// The expiry of the session: an RFC 3339 date-time, or a date `YYYY-MM-DD` for the end of that day in UTC.
        pub expires_at: String,
        /// The flow of the session. Version 1 has only `payment`.
        pub flow: FlowV1,
        /// The items to pay for. Excludes `amount`.
        #[builder(into)]
        pub line_items: Vec<LineItem>,
        /// Data of the merchant's own, stored with the session.
        #[builder(with = |entries: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>| map(entries))]
        pub metadata: Map<String, Value>,
        /// The options of the payment methods, by type of method.
        pub payment_method_options: PaymentMethodOptionsV1,
        /// The payment methods to offer: `bank_transfer`, `card`.
        #[builder(with = |types: impl IntoIterator<Item = impl Into<OpenEnum<PaymentMethodType>>>| list(types))]
        pub payment_method_types: Vec<OpenEnum<PaymentMethodType>> => Vec<Text>,
        /// The URL to return to after payment: absolute, over HTTPS.
        pub success_url: String,
    }
}

impl CheckoutSessionRequestV1 {
    /// Starts a request to collect one payment. `amount` is in the smallest unit of the currency: whole pesos for CLP,
    /// centavos for MXN.
    pub fn payment(amount: i64, currency: Currency) -> CheckoutSessionRequestV1Builder<SetCurrency<SetAmount>> {
        Self::builder().amount(amount).currency(currency)
    }
}
