//! Rules of the customer: an existing one by its id, or the data of a new one.

use super::context::Context;
use super::diagnostics::Diagnostics;
use super::info::{RuleInfo, create_v2, guide, other, v2};
use super::scope::Scope;
use crate::error_code::ErrorCode;
use crate::report::{Level, ViolationKind};
use crate::request::Flow;
use crate::version::Version;

pub(super) fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    customer_xor_customer_data(context, diagnostics);
    customer_identified(context, diagnostics);
    tax_id_complete(context, diagnostics);
    customer_required(context, diagnostics);
    subscription_only_in_setup(context, diagnostics);
}

/// `customer-xor-customer-data`
///
/// Together they name two customers: one that exists and one to create.
pub(crate) const CUSTOMER_XOR_CUSTOMER_DATA: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::V2,
    when: "`customer` and `customer_data` are both present, and `customer` is not malformed",
    at: "`customer_data`",
    fields: &["customer_data"],
    depends_on: &["customer"],
    sources: &[create_v2("customer, customer_data")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "customer_data": {"email": "ana@example.com"}}"#,
    ),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1"}"#),
};

fn customer_xor_customer_data(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.customer.text().is_some() && context.customer_data.is_present() {
        diagnostics.push(ViolationKind::CustomerXorCustomerData, context.customer_data);
    }
}

/// `customer-identified`
///
/// Other data, such as a name, identify nobody.
pub(crate) const CUSTOMER_IDENTIFIED: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::V2,
    when: "`customer_data` has neither `email` nor `tax_id`",
    at: "`customer_data`",
    fields: &["customer_data"],
    depends_on: &["customer_data.email", "customer_data.tax_id"],
    sources: &[create_v2("customer_data"), guide("Include customer data")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"name": "Felipe Castro"}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"name": "Felipe Castro", "email": "felipe@example.com"}}"#,
    ),
};

fn customer_identified(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.version == Version::V2
        && context.customer_data.is_object()
        && context.customer_data.email().is_absent()
        && context.customer_data.tax_id().is_absent()
    {
        diagnostics.push(ViolationKind::CustomerIdentified, context.customer_data);
    }
}

/// `tax-id-complete`
///
/// `type` says how to read `value`, so neither is of use alone.
pub(crate) const TAX_ID_COMPLETE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::ALL,
    when: "a `tax_id` lacks `type` or `value`",
    at: "the one that is missing",
    fields: &[
        "customer_data.tax_id.type",
        "customer.tax_id.type",
        "customer_data.tax_id.value",
        "customer.tax_id.value",
    ],
    depends_on: &[],
    sources: &[create_v2("customer_data"), guide("tax_id"), other("the new customer of version 1 is the same object")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"value": "11.111.111-1"}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "cl_rut", "value": "11.111.111-1"}}}"#,
    ),
};

fn tax_id_complete(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let tax_id = context.customer_data.tax_id();
    if !tax_id.is_object() {
        return;
    }
    for field in [tax_id.r#type(), tax_id.value()] {
        if field.is_absent() {
            diagnostics.push(ViolationKind::TaxIdComplete, field);
        }
    }
}

/// `customer-required`
pub(crate) const CUSTOMER_REQUIRED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::v2(&[Flow::Subscription, Flow::Setup]),
    when: "`customer` and `customer_data` are both absent; in a setup `subscription` too, which has its customer",
    at: "`customer`",
    fields: &["customer"],
    depends_on: &["customer_data", "flow", "subscription"],
    sources: &[other("subscriptions and setups belong to a customer")],
    invalid: v2(
        r#"{"flow": "setup", "currency": "CLP", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn customer_required(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if let Some(flow @ (Flow::Subscription | Flow::Setup)) = context.flow_v2()
        && context.has_no_customer()
        && !(flow == Flow::Setup && context.subscription.is_present())
    {
        // A saved payment method, which a setup may name, belongs to an existing customer.
        let takes_data = flow == Flow::Subscription || context.payment_method.is_absent();
        diagnostics.push(ViolationKind::CustomerRequired { flow, takes_data }, context.customer);
    }
}

/// `subscription-only-in-setup`
pub(crate) const SUBSCRIPTION_ONLY_IN_SETUP: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::v2(&[Flow::Payment, Flow::Subscription]),
    when: "`subscription` is present: only a setup renews the payment method of a subscription",
    at: "`subscription`",
    fields: &["subscription"],
    depends_on: &["flow"],
    sources: &[other("the guide on updating the payment method of a subscription")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "subscription": "sub_1"}"#),
    valid: v2(
        r#"{"flow": "setup", "currency": "CLP", "subscription": "sub_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn subscription_only_in_setup(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if let Some(flow @ (Flow::Payment | Flow::Subscription)) = context.flow_v2()
        && context.subscription.is_present()
    {
        diagnostics.push(ViolationKind::SubscriptionOnlyInSetup { flow }, context.subscription);
    }
}
