use super::{Mode, OpenEnum, PaymentIntent, PaymentMethodType, SetupStatus, Status};
use crate::request::object::object;
use crate::request::{
    AnyObject, BusinessProfile, Currency, Field, Flow, Integer, Metadata, ProductData, Recurring, SavePaymentMethod,
    TaxId, Text, UiMode,
};
use crate::validate::to_json;

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
    /// assert_eq!(session.amount.value().map(|amount| amount.get()), Some(350_000));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct CheckoutSession: open {
        /// The id, `cs_…`. Always present.
        pub id: Text<'a>,
        /// `checkout_session`.
        pub object: Text<'a>,
        /// The amount to pay, in the smallest unit of the currency. Absent in a setup; null in a subscription.
        pub amount: Integer,
        /// The business on whose behalf a payment aggregator collects.
        pub business_profile: BusinessProfile<'a>,
        /// The URL to which the customer is sent after giving up.
        pub cancel_url: Text<'a>,
        /// The creation time: a date-time in UTC.
        pub created_at: Text<'a>,
        /// The currency.
        pub currency: OpenEnum<'a, Currency>,
        /// The customer who pays.
        pub customer: Customer<'a>,
        /// The e-mail address for notices of a refund; null when the request had none.
        pub customer_email: Text<'a>,
        /// The expiry time: a date-time in UTC.
        pub expires_at: Text<'a>,
        /// The flow: a payment, a subscription or a setup.
        pub flow: OpenEnum<'a, Flow>,
        /// The items to pay for; null when the request had none.
        pub line_items: Vec<Field<'a, LineItem<'a>>>,
        /// The merchant's own data; null in some events when the request had none.
        pub metadata: Metadata<'a>,
        /// The mode: live, or test without real money.
        pub mode: OpenEnum<'a, Mode>,
        /// The id of the saved payment method, `pm_…`; null when none is used.
        pub payment_method: Text<'a>,
        /// The options of the payment methods, by type.
        pub payment_method_options: AnyObject<'a>,
        /// The payment methods that the customer may use.
        pub payment_method_types: Vec<Field<'a, OpenEnum<'a, PaymentMethodType>>>,
        /// The payment; null until it exists.
        pub payment_resource: PaymentResource<'a>,
        /// The URL of Fintoc's page for the customer.
        pub redirect_url: Text<'a>,
        /// `enabled` if the customer may save their payment method.
        pub save_payment_method: OpenEnum<'a, SavePaymentMethod>,
        /// The token that starts the widget; null when the request had both URLs.
        pub session_token: Text<'a>,
        /// The attempt to save a payment method, in a setup or a subscription.
        pub setup_intent: SetupIntent<'a>,
        /// The status.
        pub status: OpenEnum<'a, Status>,
        /// The id of the subscription, `sub_…`; null in other flows.
        pub subscription: Text<'a>,
        /// The URL to which the customer is sent after paying.
        pub success_url: Text<'a>,
        /// The place of the checkout: Fintoc's page, or embedded in the merchant's.
        pub ui_mode: OpenEnum<'a, UiMode>,
        /// The time of the last change: a date-time in UTC.
        pub updated_at: Text<'a>,
    }
}

impl CheckoutSession<'_> {
    /// Returns the JSON text: the fields in the order of the model, then the unknown members.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
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
    /// let customer = Customer { id: "cus_1".into(), ..Customer::default() };
    /// assert!(customer.tax_id.is_absent());
    /// ```
    pub struct Customer: open {
        /// The id, `cus_…`.
        pub id: Text<'a>,
        /// `customer`.
        pub object: Text<'a>,
        /// The e-mail address.
        pub email: Text<'a>,
        /// The merchant's own data.
        pub metadata: Metadata<'a>,
        /// The full name, or that of the business.
        pub name: Text<'a>,
        /// The tax identifier; null when there is none.
        pub tax_id: TaxId<'a>,
        /// The phone number; null when there is none.
        pub phone: Text<'a>,
        /// The address, which the documentation does not describe; null when there is none.
        pub address: AnyObject<'a>,
    }
}

object! {
    /// An attempt to save a payment method for later charges.
    ///
    /// Source: Fintoc's page "The Setup Intent object".
    ///
    /// ```
    /// use fintoc_preflight::session::{SetupIntent, SetupStatus, OpenEnum};
    ///
    /// let setup = SetupIntent { status: OpenEnum::from(SetupStatus::Failed).into(), ..SetupIntent::default() };
    /// assert!(setup.error_reason.is_absent());
    /// ```
    pub struct SetupIntent: open {
        /// The id, `seti_…`.
        pub id: Text<'a>,
        /// `setup_intent`.
        pub object: Text<'a>,
        /// The status.
        pub status: OpenEnum<'a, SetupStatus>,
        /// The reason why the last attempt failed; null if it did not.
        pub error_reason: Text<'a>,
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
    /// assert!(PaymentResource::default().payment_intent.is_absent());
    /// ```
    pub struct PaymentResource: open {
        /// The payment.
        pub payment_intent: PaymentIntent<'a>,
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
    /// let item = LineItem { quantity: 2.into(), ..LineItem::default() };
    /// assert!(item.price_data.is_absent());
    /// ```
    pub struct LineItem: open {
        /// The number of units.
        pub quantity: Integer,
        /// The price and the product.
        pub price_data: PriceData<'a>,
        /// The id of a price stored by Fintoc.
        pub price: Text<'a>,
    }
}

object! {
    /// The price of an item of a session.
    ///
    /// Source: guide, "The `price_data` object".
    ///
    /// ```
    /// use fintoc_preflight::{Currency, session::{PriceData, OpenEnum}};
    ///
    /// let price_data = PriceData { currency: OpenEnum::from(Currency::Clp).into(), ..PriceData::default() };
    /// assert!(price_data.currency.is_present());
    /// ```
    pub struct PriceData: open {
        /// The currency.
        pub currency: OpenEnum<'a, Currency>,
        /// The price of one unit in the smallest unit of the currency.
        pub unit_amount: Integer,
        /// The product.
        pub product_data: ProductData<'a>,
        /// The id of a product stored by Fintoc.
        pub product: Text<'a>,
        /// The interval at which a subscription charges the price.
        pub recurring: Recurring<'a>,
    }
}
