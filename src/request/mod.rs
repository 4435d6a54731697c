//! What a request may hold: the model of versions 1 and 2, one file a part.
//!
//! The fields have the API's own names, and stand in the order of its tables. Every field is a [`Field`], so that a
//! request can be built from what is known, and so that one malformed field hides nothing of the others.

mod accounts;
mod business_profile;
mod checkout_session;
mod cursor;
mod customer;
pub(crate) mod field;
mod line_items;
mod metadata;
pub(crate) mod object;
mod payment_method_options;
mod serde;
mod v1;
mod value;
pub(crate) mod view;
pub(crate) mod vocabulary;

pub(crate) use self::serde::serialize;
pub use crate::tape::Expected;
pub use accounts::{Preset, RecipientAccount, SenderAccount, SenderField};
pub use business_profile::BusinessProfile;
pub use checkout_session::CheckoutSessionRequest;
pub(crate) use cursor::Cursor;
pub use customer::{CustomerData, TaxId};
pub use field::Field;
pub use line_items::{LineItem, PriceData, ProductData, Recurring};
pub use metadata::Metadata;
pub use object::Unknown;
pub use payment_method_options::{
    BankTransferOptions, CardOptions, PacOptions, PaymentMethodOptions, PaymentMethodOptionsV1,
};
pub use v1::CheckoutSessionRequestV1;
pub(crate) use value::Value;
pub use value::{AnyObject, Integer, IntoOwned, Text};
pub use vocabulary::{AccountType, Currency, Flow, FlowV1, SavePaymentMethod, UiMode};

#[cfg(test)]
mod tests;
