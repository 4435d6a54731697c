use super::object::object;
use super::{
    BusinessProfile, Currency, CustomerData, Field, Flow, Integer, LineItem, Metadata, PaymentMethodOptions,
    SavePaymentMethod, Text, UiMode,
};

object! {
    /// A request to create a checkout session with version 2 of the API.
    ///
    /// Fields hold what would be sent, well-formed or not; nothing is checked until it is validated. Build one with
    /// struct update syntax, every value with `.into()`:
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
        /// What the customer pays, in the smallest unit of the currency: whole pesos for CLP, centavos for MXN; 1 or
        /// more. A payment has `amount` or `line_items`; a subscription has both, and they agree; a setup has none.
        pub amount: Integer,
        /// The business on whose behalf a payment aggregator collects.
        pub business_profile: BusinessProfile<'a>,
        /// Where the customer is sent when the payment is not completed: an absolute URL over HTTPS.
        pub cancel_url: Text<'a>,
        /// The currency of every amount. Needed.
        pub currency: Currency,
        /// The id of a customer that exists, `cus_…`. Not beside `customer_data`.
        pub customer: Text<'a>,
        /// A customer to create. Not beside `customer`.
        pub customer_data: CustomerData<'a>,
        /// Where the receipt is sent: an e-mail address.
        pub customer_email: Text<'a>,
        /// When the session expires: an RFC 3339 date-time, in UTC, 10 minutes or more ahead. 24 hours ahead when it
        /// is not given.
        pub expires_at: Text<'a>,
        /// What the session does; `payment` when it is not given.
        pub flow: Flow,
        /// What the customer pays for. Needed in a subscription.
        pub line_items: Vec<Field<'a, LineItem<'a>>>,
        /// Whatever the merchant wants to keep with the session.
        pub metadata: Metadata<'a>,
        /// The id of a saved payment method to pay with, `pm_…`. Needs `customer`, and `payment_method_types` of
        /// `["bank_transfer"]`.
        pub payment_method: Text<'a>,
        /// The options of the payment methods, by type; each type is one of `payment_method_types`.
        pub payment_method_options: PaymentMethodOptions<'a>,
        /// How the customer may pay. Payment: `card`, `bank_transfer`, `installments`; subscription: `card`, `pac`;
        /// setup: `card`, `bank_transfer`, `pac`. All that the organisation has enabled when it is not given.
        pub payment_method_types: Vec<Field<'a, Text<'a>>>,
        /// Whether the customer may save their payment method. Payments only; `enabled` needs a customer.
        pub save_payment_method: SavePaymentMethod,
        /// The id of the subscription whose payment method a setup renews, `sub_…`. Setups only.
        pub subscription: Text<'a>,
        /// Where the customer is sent after paying: an absolute URL over HTTPS.
        pub success_url: Text<'a>,
        /// Where the checkout is shown. Payments only.
        pub ui_mode: UiMode,
    }
}
