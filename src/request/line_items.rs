use super::object::object;
use super::{Currency, Integer, Text};

object! {
    /// One item that the customer pays for.
    ///
    /// Source: guide, "Include a list of items".
    pub struct LineItem: closed {
        /// How many units; 1 or more.
        pub quantity: Integer,
        /// The price of one unit and what it is. Needed unless `price` is there.
        pub price_data: PriceData<'a>,
        /// The id of a price that Fintoc knows.
        pub price: Text<'a>,
    }
}

object! {
    /// The price of an item.
    ///
    /// Source: guide, "The `price_data` object".
    pub struct PriceData: closed {
        /// The currency, which must be that of the session.
        pub currency: Currency,
        /// The price of one unit in the smallest unit of the currency: whole pesos for CLP, centavos for MXN.
        pub unit_amount: Integer,
        /// What is sold. Needed unless `product` is there.
        pub product_data: ProductData<'a>,
        /// The id of a product that Fintoc knows.
        pub product: Text<'a>,
        /// How often the price is charged in a subscription.
        pub recurring: Recurring<'a>,
    }
}

object! {
    /// What is sold.
    ///
    /// Source: guide, "The `product_data` object".
    pub struct ProductData: closed {
        /// The name that the customer sees.
        pub name: Text<'a>,
        /// The URL of a picture, over HTTPS.
        pub image_url: Text<'a>,
    }
}

object! {
    /// How often a price is charged: every `interval_count` of `interval`.
    pub struct Recurring: closed {
        /// The unit of time, such as `month`.
        pub interval: Text<'a>,
        /// How many units of time pass between two charges.
        pub interval_count: Integer,
    }
}
