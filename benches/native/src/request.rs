//! The request as a plain serde model, with the attributes of both validators.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;
use validator::{Validate, ValidationError};

type Text<'a> = Cow<'a, str>;
type Map<'a> = HashMap<Text<'a>, serde_json::Value>;

/// A text that is not blank.
static TEXT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\S").expect("a pattern"));

#[derive(Deserialize, Validate, garde::Validate)]
#[garde(allow_unvalidated)]
pub(crate) struct Request<'a> {
    #[validate(range(min = 1))]
    #[garde(range(min = 1))]
    pub(crate) amount: Option<i64>,
    #[serde(borrow)]
    #[validate(nested)]
    #[garde(dive)]
    business_profile: Option<BusinessProfile<'a>>,
    #[validate(url)]
    #[garde(url)]
    pub(crate) cancel_url: Option<Text<'a>>,
    #[validate(custom(function = currency))]
    #[garde(custom(currency_garde))]
    pub(crate) currency: Text<'a>,
    #[validate(regex(path = *TEXT))]
    #[garde(pattern(TEXT))]
    pub(crate) customer: Option<Text<'a>>,
    #[validate(nested)]
    #[garde(dive)]
    pub(crate) customer_data: Option<CustomerData<'a>>,
    #[validate(email)]
    #[garde(email)]
    customer_email: Option<Text<'a>>,
    pub(crate) expires_at: Option<Text<'a>>,
    pub(crate) flow: Option<Text<'a>>,
    #[validate(nested)]
    #[garde(dive)]
    pub(crate) line_items: Option<Vec<LineItem<'a>>>,
    #[allow(dead_code, reason = "holds whatever it holds")]
    metadata: Option<Map<'a>>,
    #[validate(regex(path = *TEXT))]
    #[garde(pattern(TEXT))]
    pub(crate) payment_method: Option<Text<'a>>,
    pub(crate) payment_method_options: Option<Map<'a>>,
    #[validate(length(min = 1))]
    #[garde(length(min = 1), inner(inner(pattern(TEXT))))]
    pub(crate) payment_method_types: Option<Vec<Text<'a>>>,
    pub(crate) save_payment_method: Option<Text<'a>>,
    #[validate(regex(path = *TEXT))]
    #[garde(pattern(TEXT))]
    subscription: Option<Text<'a>>,
    #[validate(url)]
    #[garde(url)]
    pub(crate) success_url: Option<Text<'a>>,
    pub(crate) ui_mode: Option<Text<'a>>,
}

#[derive(Deserialize, Validate, garde::Validate)]
struct BusinessProfile<'a> {
    #[validate(regex(path = *TEXT))]
    #[garde(pattern(TEXT))]
    category: Option<Text<'a>>,
    #[validate(regex(path = *TEXT))]
    #[garde(pattern(TEXT))]
    name: Option<Text<'a>>,
    #[validate(regex(path = *TEXT))]
    #[garde(pattern(TEXT))]
    tax_id: Option<Text<'a>>,
}

#[derive(Deserialize, Validate, garde::Validate)]
#[garde(allow_unvalidated)]
pub(crate) struct CustomerData<'a> {
    #[serde(borrow)]
    #[validate(nested)]
    #[garde(dive)]
    pub(crate) tax_id: Option<TaxId<'a>>,
    #[validate(regex(path = *TEXT))]
    #[garde(pattern(TEXT))]
    name: Option<Text<'a>>,
    #[validate(email)]
    #[garde(email)]
    pub(crate) email: Option<Text<'a>>,
    #[allow(dead_code, reason = "holds whatever it holds")]
    metadata: Option<Map<'a>>,
}

#[derive(Deserialize, Validate, garde::Validate)]
pub(crate) struct TaxId<'a> {
    #[validate(regex(path = *TEXT))]
    #[garde(pattern(TEXT))]
    pub(crate) r#type: Text<'a>,
    #[validate(regex(path = *TEXT))]
    #[garde(pattern(TEXT))]
    pub(crate) value: Text<'a>,
}

#[derive(Deserialize, Validate, garde::Validate)]
pub(crate) struct LineItem<'a> {
    #[validate(range(min = 1))]
    #[garde(range(min = 1))]
    pub(crate) quantity: i64,
    #[serde(borrow)]
    #[validate(nested)]
    #[garde(dive)]
    pub(crate) price_data: Option<PriceData<'a>>,
    #[validate(regex(path = *TEXT))]
    #[garde(pattern(TEXT))]
    pub(crate) price: Option<Text<'a>>,
}

#[derive(Deserialize, Validate, garde::Validate)]
pub(crate) struct PriceData<'a> {
    #[validate(custom(function = currency))]
    #[garde(custom(currency_garde))]
    pub(crate) currency: Text<'a>,
    #[validate(range(min = 0))]
    #[garde(range(min = 0))]
    pub(crate) unit_amount: i64,
    #[serde(borrow)]
    #[validate(nested)]
    #[garde(dive)]
    pub(crate) product_data: Option<ProductData<'a>>,
    #[validate(regex(path = *TEXT))]
    #[garde(pattern(TEXT))]
    pub(crate) product: Option<Text<'a>>,
    #[serde(borrow)]
    #[validate(nested)]
    #[garde(dive)]
    recurring: Option<Recurring<'a>>,
}

#[derive(Deserialize, Validate, garde::Validate)]
struct Recurring<'a> {
    #[validate(regex(path = *TEXT))]
    #[garde(pattern(TEXT))]
    interval: Option<Text<'a>>,
    #[validate(range(min = 1))]
    #[garde(range(min = 1))]
    interval_count: Option<i64>,
}

#[derive(Deserialize, Validate, garde::Validate)]
pub(crate) struct ProductData<'a> {
    #[validate(regex(path = *TEXT))]
    #[garde(pattern(TEXT))]
    name: Text<'a>,
    #[validate(url)]
    #[garde(url, prefix("https:"))]
    image_url: Option<Text<'a>>,
}

fn is_currency(currency: &str) -> bool {
    matches!(currency, "CLP" | "MXN")
}

fn currency(currency: &str) -> Result<(), ValidationError> {
    if is_currency(currency) { Ok(()) } else { Err(ValidationError::new("enum")) }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as garde calls it")]
fn currency_garde(currency: &str, (): &()) -> garde::Result {
    if is_currency(currency) { Ok(()) } else { Err(garde::Error::new("must be CLP or MXN")) }
}
