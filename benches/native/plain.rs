//! The request as anyone would write it down for serde: what a plain typed parse costs.
#![allow(dead_code, reason = "only parsed")]

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Deserialize;

#[derive(Deserialize)]
pub(crate) struct Request<'a> {
    amount: Option<i64>,
    #[serde(borrow)]
    business_profile: Option<BusinessProfile<'a>>,
    cancel_url: Option<Cow<'a, str>>,
    currency: Cow<'a, str>,
    customer: Option<Cow<'a, str>>,
    customer_data: Option<CustomerData<'a>>,
    customer_email: Option<Cow<'a, str>>,
    expires_at: Option<Cow<'a, str>>,
    flow: Option<Cow<'a, str>>,
    line_items: Option<Vec<LineItem<'a>>>,
    metadata: Option<HashMap<Cow<'a, str>, serde_json::Value>>,
    payment_method: Option<Cow<'a, str>>,
    payment_method_types: Option<Vec<Cow<'a, str>>>,
    save_payment_method: Option<Cow<'a, str>>,
    success_url: Option<Cow<'a, str>>,
    ui_mode: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct BusinessProfile<'a> {
    category: Option<Cow<'a, str>>,
    name: Option<Cow<'a, str>>,
    tax_id: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct CustomerData<'a> {
    #[serde(borrow)]
    tax_id: Option<TaxId<'a>>,
    name: Option<Cow<'a, str>>,
    email: Option<Cow<'a, str>>,
    metadata: Option<HashMap<Cow<'a, str>, serde_json::Value>>,
}

#[derive(Deserialize)]
struct TaxId<'a> {
    r#type: Cow<'a, str>,
    value: Cow<'a, str>,
}

#[derive(Deserialize)]
struct LineItem<'a> {
    quantity: i64,
    #[serde(borrow)]
    price_data: Option<PriceData<'a>>,
    price: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct PriceData<'a> {
    currency: Cow<'a, str>,
    unit_amount: i64,
    #[serde(borrow)]
    product_data: Option<ProductData<'a>>,
    product: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct ProductData<'a> {
    name: Cow<'a, str>,
    image_url: Option<Cow<'a, str>>,
}
