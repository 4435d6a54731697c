use super::Currency;
use super::object::object;

object! {
    /// One item that the customer pays for.
    ///
    /// Source: guide, "Include a list of items".
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, request::LineItem};
    ///
    /// let item = LineItem::builder().quantity(2).price("price_1").build();
    /// let request = CheckoutSessionRequest::builder().line_items([item]).build();
    /// assert_eq!(request.to_json(), r#"{"line_items":[{"quantity":2,"price":"price_1"}]}"#);
    /// ```
    pub struct LineItem: closed {
        /// The number of units; 1 or more.
        pub quantity: i64,
        /// The price of one unit, and the product. Required unless `price` is given.
        pub price_data: PriceData,
        /// The id of a price created in Fintoc, `price_…`.
        pub price: String,
    }
}

object! {
    /// The price of one unit of an item, and its product.
    ///
    /// Source: guide, "The `price_data` object".
    ///
    /// ```
    /// use fintoc_preflight::{Currency, request::{PriceData, ProductData}};
    ///
    /// let price_data = PriceData::builder()
    ///     .currency(Currency::Mxn)
    ///     .unit_amount(129_900) // 1,299.00 pesos, in centavos
    ///     .product_data(ProductData::builder().name("Silla").build())
    ///     .build();
    /// assert_eq!(price_data, PriceData::of_product("Silla", 129_900, Currency::Mxn));
    /// ```
    pub struct PriceData: closed {
        /// The currency. Must be that of the session.
        pub currency: Currency,
        /// The price of one unit, in the smallest unit of the currency: whole pesos for CLP, centavos for MXN.
        pub unit_amount: i64,
        /// The product to sell. Required unless `product` is given.
        pub product_data: ProductData,
        /// The id of a product created in Fintoc, `prod_…`.
        pub product: String,
        /// The billing interval of a subscription.
        pub recurring: Recurring,
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
    /// let product = ProductData::builder().name("Silla").image_url("https://merchant.com/silla.png").build();
    /// assert_eq!(product.name.as_deref(), Some("Silla"));
    /// ```
    pub struct ProductData: closed {
        /// The name that the customer sees.
        pub name: String,
        /// The URL of an image, over HTTPS.
        pub image_url: String,
    }
}

object! {
    /// A billing interval: the price is charged every `interval_count` units of `interval`.
    ///
    /// ```
    /// use fintoc_preflight::request::Recurring;
    ///
    /// let monthly = Recurring::builder().interval("month").interval_count(1).build();
    /// assert_eq!(monthly.interval_count, Some(1));
    /// ```
    pub struct Recurring: closed {
        /// The unit of time, such as `month`.
        pub interval: String,
        /// The number of units of time between two charges.
        pub interval_count: i64,
    }
}

impl LineItem {
    /// Returns a number of units at a price.
    ///
    /// ```
    /// use fintoc_preflight::{Currency, request::{LineItem, PriceData}};
    ///
    /// let item = LineItem::new(4, PriceData::of_product("Silla", 4990, Currency::Clp));
    /// assert_eq!(item.quantity, Some(4));
    /// ```
    #[must_use]
    pub fn new(quantity: i64, price_data: PriceData) -> Self {
        Self::builder().quantity(quantity).price_data(price_data).build()
    }
}

impl PriceData {
    /// Returns the price of one unit of a product, in the smallest unit of the currency.
    #[must_use]
    pub fn of_product(name: impl Into<String>, unit_amount: i64, currency: Currency) -> Self {
        let product_data = ProductData::builder().name(name).build();
        Self::builder().currency(currency).unit_amount(unit_amount).product_data(product_data).build()
    }
}
