//! The compared fields of a request and its session: one model for both, a subset of theirs.

use crate::request::object::object;
use crate::request::{Integer, Metadata, Text};

object! {
    /// The compared fields of a request of either version, or of a session: those of the session, with strings for
    /// enums.
    ///
    /// A customer that is not an object is malformed: it is an id then.
    pub enum Compared {
        amount: Integer,
        cancel_url: Text,
        currency: Text,
        customer: ComparedCustomer,
        customer_email: Text,
        expires_at: Text,
        flow: Text,
        line_items: Vec<Item>,
        metadata: Metadata,
        payment_method_types: Vec<Text>,
        save_payment_method: Text,
        success_url: Text,
        ui_mode: Text,
    }
}

object! {
    /// The customer of a session.
    pub enum ComparedCustomer {
        id: Text,
    }
}

object! {
    /// An item.
    pub enum Item {
        quantity: Integer,
        price_data: Price,
        price: Text,
    }
}

object! {
    /// The price of an item.
    pub enum Price {
        currency: Text,
        unit_amount: Integer,
        product_data: Product,
        product: Text,
    }
}

object! {
    /// The product.
    pub enum Product {
        name: Text,
        image_url: Text,
    }
}
