use super::object::object;
use super::{
    BusinessProfile, Currency, CustomerData, Field, Flow, Integer, LineItem, Metadata, PaymentMethodOptions,
    SavePaymentMethod, Text, UiMode,
};

object! {
    /// A request to create a checkout session with version 2 of the API.
    ///
    /// Fields may be malformed until the request is validated. Build one with struct update syntax, and convert every
    /// value with `.into()`:
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, Currency};
    ///
    /// let request = CheckoutSessionRequest {
    ///     amount: 350_000.into(),
    ///     currency: Currency::Clp.into(),
    ///     success_url: "https://merchant.com/success".into(),
    ///     cancel_url: "https://merchant.com/cancel".into(),
    ///     ..CheckoutSessionRequest::default()
    /// };
    /// assert_eq!(
    ///     request.to_json(),
    ///     r#"{"amount":350000,"cancel_url":"https://merchant.com/cancel","currency":"CLP","success_url":"https://merchant.com/success"}"#,
    /// );
    /// ```
    ///
    /// Sources: create-v2, guide.
    pub struct CheckoutSessionRequest: closed {
        /// The amount to pay, in the smallest unit of the currency: whole pesos for CLP, centavos for MXN; 1 or more. A
        /// payment has `amount` or `line_items`; a subscription has both, with equal totals; a setup has neither.
        pub amount: Integer,
        /// The business on whose behalf a payment aggregator collects.
        pub business_profile: BusinessProfile<'a>,
        /// The URL to return to if the payment is not completed: absolute, over HTTPS.
        pub cancel_url: Text<'a>,
        /// The currency of every amount. Required.
        pub currency: Currency,
        /// The id of an existing customer, `cus_…`. Excludes `customer_data`.
        pub customer: Text<'a>,
        /// A customer to create. Excludes `customer`.
        pub customer_data: CustomerData<'a>,
        /// The e-mail address to send the receipt to.
        pub customer_email: Text<'a>,
        /// The expiry of the session: an RFC 3339 date-time in UTC, 10 minutes or more ahead. 24 hours ahead by
        /// default.
        pub expires_at: Text<'a>,
        /// The flow of the session; `payment` by default.
        pub flow: Flow,
        /// The items to pay for. Required in a subscription.
        pub line_items: Vec<Field<'a, LineItem<'a>>>,
        /// Data of the merchant's own, stored with the session.
        pub metadata: Metadata<'a>,
        /// The id of a saved payment method to pay with, `pm_…`. Requires `customer`, and `payment_method_types` of
        /// `["bank_transfer"]`.
        pub payment_method: Text<'a>,
        /// The options of the payment methods, by type of method. Each type must be in `payment_method_types`.
        pub payment_method_options: PaymentMethodOptions<'a>,
        /// The payment methods to offer. Payment: `card`, `bank_transfer`, `installments`; subscription: `card`, `pac`;
        /// setup: `card`, `bank_transfer`, `pac`. All that the organisation has enabled by default.
        pub payment_method_types: Vec<Field<'a, Text<'a>>>,
        /// `enabled` to let the customer save their payment method. Payments only; `enabled` requires a customer.
        pub save_payment_method: SavePaymentMethod,
        /// The id of the subscription whose payment method a setup renews, `sub_…`. Setups only.
        pub subscription: Text<'a>,
        /// The URL to return to after payment: absolute, over HTTPS.
        pub success_url: Text<'a>,
        /// The place to show the checkout in: Fintoc's page or the merchant's. Payments only.
        pub ui_mode: UiMode,
    }
}
