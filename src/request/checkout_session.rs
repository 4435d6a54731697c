use checkout_session_request_builder::{SetAmount, SetCurrency, SetFlow, SetLineItems};
use serde_json::{Map, Value};

use super::object::object;
use super::value::{list, map};
use super::{
    BusinessProfile, Currency, CustomerData, Flow, LineItem, OpenEnum, PaymentMethodOptions, PaymentMethodType,
    SavePaymentMethod, Text, UiMode,
};

object! {
    /// A request to create a checkout session with version 2 of the API.
    ///
    /// Built from the constructor of its flow:
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, Currency};
    ///
    /// let request = CheckoutSessionRequest::payment(350_000, Currency::Clp) // whole pesos; for MXN it would be centavos
    ///     .success_url("https://merchant.com/success")
    ///     .cancel_url("https://merchant.com/cancel")
    ///     .build();
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
        pub amount: i64,
        /// The business on whose behalf a payment aggregator collects.
        pub business_profile: BusinessProfile,
        /// The URL to return to if the payment is not completed: absolute, over HTTPS.
        pub cancel_url: String,
        /// The currency of every amount. Required.
        pub currency: Currency,
        /// The id of an existing customer, `cus_…`. Excludes `customer_data`.
        pub customer: String,
        /// A customer to create. Excludes `customer`.
        pub customer_data: CustomerData,
        /// The e-mail address to send the receipt to.
        pub customer_email: String,
        /// The expiry of the session: an RFC 3339 date-time in UTC, 10 minutes or more ahead. 24 hours ahead by
        /// default.
        pub expires_at: String,
        /// The flow of the session; `payment` by default.
        pub flow: Flow,
        /// The items to pay for. Required in a subscription.
        #[builder(into)]
        pub line_items: Vec<LineItem>,
        /// Data of the merchant's own, stored with the session.
        #[builder(with = |entries: impl IntoIterator<Item = (impl Into<String>, impl Into<Value>)>| map(entries))]
        pub metadata: Map<String, Value>,
        /// The id of a saved payment method to pay with, `pm_…`. Requires `customer`, and `payment_method_types` of
        /// `["bank_transfer"]`.
        pub payment_method: String,
        /// The options of the payment methods, by type of method. Each type must be in `payment_method_types`.
        pub payment_method_options: PaymentMethodOptions,
        /// The payment methods to offer. Payment: `card`, `bank_transfer`, `installments`; subscription: `card`, `pac`;
        /// setup: `card`, `bank_transfer`, `pac`. All that the organisation has enabled by default.
        #[builder(with = |types: impl IntoIterator<Item = impl Into<OpenEnum<PaymentMethodType>>>| list(types))]
        pub payment_method_types: Vec<OpenEnum<PaymentMethodType>> => Vec<Text>,
        /// `enabled` to let the customer save their payment method. Payments only; `enabled` requires a customer.
        pub save_payment_method: SavePaymentMethod,
        /// The id of the subscription whose payment method a setup renews, `sub_…`. Setups only.
        pub subscription: String,
        /// The URL to return to after payment: absolute, over HTTPS.
        pub success_url: String,
        /// The place to show the checkout in: Fintoc's page or the merchant's. Payments only.
        pub ui_mode: UiMode,
    }
}

/// One constructor for each flow, with what every request of the flow has.
impl CheckoutSessionRequest {
    /// Starts a request to collect one payment, the default flow. `amount` is in the smallest unit of the currency:
    /// whole pesos for CLP, centavos for MXN. For a payment of items without an amount, use
    /// [`builder`](Self::builder).
    pub fn payment(amount: i64, currency: Currency) -> CheckoutSessionRequestBuilder<SetCurrency<SetAmount>> {
        Self::builder().amount(amount).currency(currency)
    }

    /// Starts a request to start a subscription to items. `amount` is their total.
    ///
    /// ```
    /// use fintoc_preflight::request::{LineItem, PriceData, Recurring};
    /// use fintoc_preflight::{CheckoutSessionRequest, Currency, Options, Timestamp};
    ///
    /// let mut price_data = PriceData::of_product("Plan", 9990, Currency::Clp);
    /// price_data.recurring = Some(Recurring::builder().interval("month").interval_count(1).build());
    /// let request = CheckoutSessionRequest::subscription(9990, Currency::Clp, [LineItem::new(1, price_data)])
    ///     .customer("cus_3B2bODrQFje7ZVkT69xyaTSDwXQ")
    ///     .success_url("https://merchant.com/success")
    ///     .cancel_url("https://merchant.com/cancel")
    ///     .build();
    /// assert!(request.validate(&Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?)).is_valid());
    /// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
    /// ```
    pub fn subscription(
        amount: i64,
        currency: Currency,
        items: impl Into<Vec<LineItem>>,
    ) -> CheckoutSessionRequestBuilder<SetLineItems<SetFlow<SetCurrency<SetAmount>>>> {
        Self::payment(amount, currency).flow(Flow::Subscription).line_items(items)
    }

    /// Starts a request to save a payment method, which has no amount.
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, Currency, Options, Timestamp};
    ///
    /// let request = CheckoutSessionRequest::setup(Currency::Clp)
    ///     .customer("cus_3B2bODrQFje7ZVkT69xyaTSDwXQ")
    ///     .success_url("https://merchant.com/success")
    ///     .cancel_url("https://merchant.com/cancel")
    ///     .build();
    /// assert!(request.validate(&Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?)).is_valid());
    /// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
    /// ```
    pub fn setup(currency: Currency) -> CheckoutSessionRequestBuilder<SetFlow<SetCurrency>> {
        Self::builder().currency(currency).flow(Flow::Setup)
    }
}
