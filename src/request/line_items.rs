use super::object::object;
use super::{Currency, Integer, Text};

object! {
    /// One item that the customer pays for.
    ///
    /// Source: guide, "Include a list of items".
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, request::LineItem};
    ///
    /// let item = LineItem { quantity: 2.into(), price: "price_1".into(), ..LineItem::default() };
    /// let request = CheckoutSessionRequest { line_items: [item].into(), ..CheckoutSessionRequest::default() };
    /// assert_eq!(request.to_json(), r#"{"line_items":[{"quantity":2,"price":"price_1"}]}"#);
    /// ```
    pub struct LineItem: closed {
        /// The number of units; 1 or more.
        pub quantity: Integer,
        /// The price of one unit, and the product. Required unless `price` is given.
        pub price_data: PriceData<'a>,
        /// The id of a price created in Fintoc, `price_…`.
        pub price: Text<'a>,
    }
}

object! {
    /// The price of one unit of an item, and its product.
    ///
    /// Source: guide, "The `price_data` object".
    ///
    /// ```
    /// use fintoc_preflight::{Currency, request::{LineItem, PriceData, ProductData}};
    ///
    /// let price_data = PriceData {
    ///     currency: Currency::Mxn.into(),
    ///     unit_amount: 129_900.into(), // 1,299.00 pesos, in centavos
    ///     product_data: ProductData { name: "Silla".into(), ..ProductData::default() }.into(),
    ///     ..PriceData::default()
    /// };
    /// let item = LineItem { quantity: 1.into(), price_data: price_data.into(), ..LineItem::default() };
    /// assert!(item.price_data.is_present());
    /// ```
    pub struct PriceData: closed {
        /// The currency. Must be that of the session.
        pub currency: Currency,
        /// The price of one unit, in the smallest unit of the currency: whole pesos for CLP, centavos for MXN.
        pub unit_amount: Integer,
        /// The product to sell. Required unless `product` is given.
        pub product_data: ProductData<'a>,
        /// The id of a product created in Fintoc, `prod_…`.
        pub product: Text<'a>,
        /// The billing interval of a subscription.
        pub recurring: Recurring<'a>,
    }
}

object! {
    /// A product to sell.
    ///
    /// Source: guide, "The `product_data` object".
    ///
    /// ```
    /// use fintoc_preflight::request::ProductData;
    ///
    /// let product = ProductData {
    ///     name: "Silla".into(),
    ///     image_url: "https://merchant.com/silla.png".into(),
    ///     ..ProductData::default()
    /// };
    /// assert_eq!(product.name.value().map(AsRef::as_ref), Some("Silla"));
    /// ```
    pub struct ProductData: closed {
        /// The name that the customer sees.
        pub name: Text<'a>,
        /// The URL of an image, over HTTPS.
        pub image_url: Text<'a>,
    }
}

object! {
    /// A billing interval: the price is charged every `interval_count` units of `interval`.
    ///
    /// ```
    /// use fintoc_preflight::request::{PriceData, Recurring};
    ///
    /// let monthly = Recurring { interval: "month".into(), interval_count: 1.into(), ..Recurring::default() };
    /// let price_data = PriceData { recurring: monthly.into(), ..PriceData::default() };
    /// assert!(price_data.recurring.is_present());
    /// ```
    pub struct Recurring: closed {
        /// The unit of time, such as `month`.
        pub interval: Text<'a>,
        /// The number of units of time between two charges.
        pub interval_count: Integer,
    }
}
