//! The compared fields of a request and its session: one model for both, a subset of theirs.

#![expect(unreachable_pub, reason = "`object!` declares what is public")]

use crate::request::object::object;
use crate::request::{Field, Integer, Metadata, Text};

object! {
    /// The compared fields of a request of either version, or of a session: those of the session, with strings for
    /// enums.
    ///
    /// A customer that is not an object is malformed: it is an id then.
    pub struct Compared: open {
        pub amount: Integer,
        pub cancel_url: Text<'a>,
        pub currency: Text<'a>,
        pub customer: ComparedCustomer<'a>,
        pub customer_email: Text<'a>,
        pub expires_at: Text<'a>,
        pub flow: Text<'a>,
        pub line_items: Vec<Field<'a, Item<'a>>>,
        pub metadata: Metadata<'a>,
        pub payment_method_types: Vec<Field<'a, Text<'a>>>,
        pub save_payment_method: Text<'a>,
        pub success_url: Text<'a>,
        pub ui_mode: Text<'a>,
    }
}

object! {
    /// The customer of a session.
    pub struct ComparedCustomer: open {
        pub id: Text<'a>,
    }
}

object! {
    /// An item.
    pub struct Item: open {
        pub quantity: Integer,
        pub price_data: Price<'a>,
        pub price: Text<'a>,
    }
}

object! {
    /// The price of an item.
    pub struct Price: open {
        pub currency: Text<'a>,
        pub unit_amount: Integer,
        pub product_data: Product<'a>,
        pub product: Text<'a>,
    }
}

object! {
    /// The product.
    pub struct Product: open {
        pub name: Text<'a>,
        pub image_url: Text<'a>,
    }
}
