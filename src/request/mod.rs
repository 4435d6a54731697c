//! The typed model of requests, for versions 1 and 2 of the API.
//!
//! Fields have the API's names, in the order of its reference. Every field is a [`Field`], so that a request can be
//! built from some of them, and so that a malformed field does not prevent the others from being read.

mod accounts;
mod business_profile;
mod checkout_session;
mod cursor;
mod customer;
pub(crate) mod field;
mod line_items;
mod metadata;
pub(crate) mod object;
mod owned;
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
pub use owned::{IntoOwned, Text};
pub use payment_method_options::{
    BankTransferOptions, CardOptions, PacOptions, PaymentMethodOptions, PaymentMethodOptionsV1,
};
pub use v1::CheckoutSessionRequestV1;
pub(crate) use value::Value;
pub use value::{AnyObject, Integer};
pub use vocabulary::{AccountType, Currency, Flow, FlowV1, SavePaymentMethod, UiMode};

#[cfg(test)]
mod tests;
