use serde_json::{Map, Value};

use super::{Mode, PaymentIntent, SetupStatus, Status};
use crate::request::object::object;
use crate::request::{
    AnyObject, BusinessProfile, Currency, Flow, OpenEnum, PaymentMethodType, ProductData, Recurring, SavePaymentMethod,
    TaxId, UiMode,
};

object! {
    /// A checkout session, as the API returns it.
    ///
    /// Source: object; guide, "Create a session".
    ///
    /// ```
    /// use fintoc_preflight::{Options, Timestamp, session::parse_checkout_session};
    ///
    /// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
    /// let text = r#"{"id": "cs_1", "object": "checkout_session", "status": "created", "amount": 350000}"#;
    /// let session = parse_checkout_session(text, &options)?.value;
    /// assert_eq!(session.amount, Some(350_000));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct CheckoutSession: answer {
        /// The id, `cs_…`. Always present.
        pub id: String,
        /// `checkout_session`.
        pub object: String,
        /// The amount to pay, in the smallest unit of the currency. Absent in a setup; null in a subscription.
        pub amount: i64,
        /// The business on whose behalf a payment aggregator collects.
        pub business_profile: BusinessProfile,
        /// The URL to which the customer is sent after giving up.
        pub cancel_url: String,
        /// The creation time: a date-time in UTC.
        pub created_at: String,
        /// The currency.
        pub currency: OpenEnum<Currency>,
        /// The customer who pays.
        pub customer: Customer,
        /// The e-mail address for notices of a refund; null when the request had none.
        pub customer_email: String,
        /// The expiry time: a date-time in UTC.
        pub expires_at: String,
        /// The flow: a payment, a subscription or a setup.
        pub flow: OpenEnum<Flow>,
        /// The items to pay for; null when the request had none.
        pub line_items: Vec<LineItem>,
        /// The merchant's own data; null in some events when the request had none.
        pub metadata: Map<String, Value>,
        /// The mode: live, or test without real money.
        pub mode: OpenEnum<Mode>,
        /// The id of the saved payment method, `pm_…`; null when none is used.
        pub payment_method: String,
        /// The options of the payment methods, by type.
        pub payment_method_options: Map<String, Value> => AnyObject,
        /// The payment methods that the customer may use.
        pub payment_method_types: Vec<OpenEnum<PaymentMethodType>>,
        /// The payment; null until it exists.
        pub payment_resource: PaymentResource,
        /// The URL of Fintoc's page for the customer.
        pub redirect_url: String,
        /// `enabled` if the customer may save their payment method.
        pub save_payment_method: OpenEnum<SavePaymentMethod>,
        /// The token that starts the widget; null when the request had both URLs.
        pub session_token: String,
        /// The attempt to save a payment method, in a setup or a subscription.
        pub setup_intent: SetupIntent,
        /// The status.
        pub status: OpenEnum<Status>,
        /// The id of the subscription, `sub_…`; null in other flows.
        pub subscription: String,
        /// The URL to which the customer is sent after paying.
        pub success_url: String,
        /// The place of the checkout: Fintoc's page, or embedded in the merchant's.
        pub ui_mode: OpenEnum<UiMode>,
        /// The time of the last change: a date-time in UTC.
        pub updated_at: String,
    }
}

object! {
    /// The customer of a session.
    ///
    /// Source: object, "Customer Object".
    ///
    /// ```
    /// use fintoc_preflight::session::Customer;
    ///
    /// let customer: Customer = serde_json::from_str(r#"{"id": "cus_1", "tax_id": null}"#)?;
    /// assert_eq!((customer.id.as_deref(), customer.tax_id), (Some("cus_1"), None));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Customer: answer {
        /// The id, `cus_…`.
        pub id: String,
        /// `customer`.
        pub object: String,
        /// The e-mail address.
        pub email: String,
        /// The merchant's own data.
        pub metadata: Map<String, Value>,
        /// The full name, or that of the business.
        pub name: String,
        /// The tax identifier; null when there is none.
        pub tax_id: TaxId,
        /// The phone number; null when there is none.
        pub phone: String,
        /// The address, which the documentation does not describe; null when there is none.
        pub address: Map<String, Value> => AnyObject,
    }
}

object! {
    /// An attempt to save a payment method for later charges.
    ///
    /// Source: Fintoc's page "The Setup Intent object".
    ///
    /// ```
    /// use fintoc_preflight::session::{SetupIntent, SetupStatus};
    ///
    /// let setup: SetupIntent = serde_json::from_str(r#"{"id": "seti_1", "status": "failed"}"#)?;
    /// assert!(setup.status.is_some_and(|status| status == SetupStatus::Failed));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct SetupIntent: answer {
        /// The id, `seti_…`.
        pub id: String,
        /// `setup_intent`.
        pub object: String,
        /// The status.
        pub status: OpenEnum<SetupStatus>,
        /// The reason why the last attempt failed; null if it did not.
        pub error_reason: String,
    }
}

object! {
    /// The resource that a session created.
    ///
    /// Source: object, `payment_resource`.
    ///
    /// ```
    /// use fintoc_preflight::session::PaymentResource;
    ///
    /// assert_eq!(PaymentResource::default().payment_intent, None);
    /// ```
    pub struct PaymentResource: answer {
        /// The payment.
        pub payment_intent: PaymentIntent,
    }
}

object! {
    /// An item of a session.
    ///
    /// Source: guide, "Include a list of items".
    ///
    /// ```
    /// use fintoc_preflight::session::LineItem;
    ///
    /// let item: LineItem = serde_json::from_str(r#"{"quantity": 2, "price": "price_1"}"#)?;
    /// assert_eq!((item.quantity, item.price_data), (Some(2), None));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct LineItem: answer {
        /// The number of units.
        pub quantity: i64,
        /// The price and the product.
        pub price_data: PriceData,
        /// The id of a price stored by Fintoc.
        pub price: String,
    }
}

object! {
    /// The price of an item of a session.
    ///
    /// Source: guide, "The `price_data` object".
    ///
    /// ```
    /// use fintoc_preflight::session::PriceData;
    ///
    /// let price_data: PriceData = serde_json::from_str(r#"{"currency": "USD"}"#)?;
    /// assert_eq!(price_data.currency, Some("USD".into())); // a currency of later
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct PriceData: answer {
        /// The currency.
        pub currency: OpenEnum<Currency>,
        /// The price of one unit in the smallest unit of the currency.
        pub unit_amount: i64,
        /// The product.
        pub product_data: ProductData,
        /// The id of a product stored by Fintoc.
        pub product: String,
        /// The interval at which a subscription charges the price.
        pub recurring: Recurring,
    }
}
