//! The typed model of requests, for versions 1 and 2 of the API.
//!
//! Fields have the API's names, in the order of its reference. Every field is an `Option`: one that is `None` is not
//! sent. Every object has a builder, which leaves out what it is not given:
//!
//! ```
//! use fintoc_preflight::Currency;
//! use fintoc_preflight::request::{LineItem, PriceData};
//!
//! let price_data = PriceData::of_product("Silla", 4990, Currency::Clp);
//! let item = LineItem::builder().quantity(4).price_data(price_data).build();
//! assert_eq!(item.quantity, Some(4));
//! assert_eq!(item.price, None);
//! ```

mod accounts;
mod business_profile;
mod checkout_session;
mod cursor;
mod customer;
#[cfg(feature = "typescript")]
mod declared;
mod line_items;
pub(crate) mod object;
mod open_enum;
mod payment_method_options;
mod structure;
mod v1;
mod value;
pub(crate) mod vocabulary;

pub use accounts::{Preset, RecipientAccount, SenderAccount, SenderField};
pub use business_profile::BusinessProfile;
pub use checkout_session::CheckoutSessionRequest;
pub(crate) use cursor::Cursor;
pub use customer::{CustomerData, TaxId};
#[cfg(feature = "typescript")]
pub(crate) use declared::{Declared, Field};
pub use line_items::{LineItem, PriceData, ProductData, Recurring};
pub use open_enum::OpenEnum;
pub use payment_method_options::{
    BankTransferOptions, CardOptions, PacOptions, PaymentMethodOptions, PaymentMethodOptionsV1,
};
pub(crate) use structure::{Structure, Structured};
pub use v1::CheckoutSessionRequestV1;
pub(crate) use value::{AnyObject, FromSlot, INTEGERS, Integer, Metadata, Schema, Text, unknown};
pub use vocabulary::{
    AccountType, CardType, Currency, Flow, FlowV1, PaymentMethodType, SavePaymentMethod, TaxIdType, UiMode,
};

pub use crate::tape::Expected;
