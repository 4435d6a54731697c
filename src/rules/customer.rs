//! Rules of the customer: one that exists, or the data of a new one.

use super::{Session, create_v2, guide, other, v2};
use crate::catalogue::{RuleInfo, Version};
use crate::findings::Findings;
use crate::problem::Problem;
use crate::report::{Code, Level};
use crate::request::Flow;

pub(super) fn check(session: &Session<'_>, findings: &mut Findings) {
    customer_xor_customer_data(session, findings);
    customer_identified(session, findings);
    tax_id_complete(session, findings);
    customer_required(session, findings);
    subscription_only_in_setup(session, findings);
}

pub(crate) const CUSTOMER_XOR_CUSTOMER_DATA: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidParams],
    scope: "v2",
    when: "`customer` and `customer_data` are both present, and `customer` is not malformed",
    at: "`customer_data`",
    judges: &["customer_data"],
    reads: &["customer"],
    sources: &[create_v2("customer, customer_data")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "customer_data": {"email": "ana@example.com"}}"#,
    ),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1"}"#),
};

fn customer_xor_customer_data(session: &Session<'_>, findings: &mut Findings) {
    if session.customer.text().is_some() && session.customer_data.is_present() {
        findings.add(Problem::CustomerXorCustomerData, session.customer_data);
    }
}

pub(crate) const CUSTOMER_IDENTIFIED: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::MissingParameter],
    scope: "v2",
    when: "`customer_data` has neither `email` nor `tax_id`",
    at: "`customer_data`",
    judges: &["customer_data"],
    reads: &["customer_data.email", "customer_data.tax_id"],
    sources: &[create_v2("customer_data"), guide("Include customer data")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"name": "Felipe Castro"}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"name": "Felipe Castro", "email": "felipe@example.com"}}"#,
    ),
};

fn customer_identified(session: &Session<'_>, findings: &mut Findings) {
    if session.version == Version::V2
        && session.customer_data.is_object()
        && session.customer_data.email().is_absent()
        && session.customer_data.tax_id().is_absent()
    {
        findings.add(Problem::CustomerIdentified, session.customer_data);
    }
}

pub(crate) const TAX_ID_COMPLETE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::MissingParameter],
    scope: "all",
    when: "a `tax_id` lacks `type` or `value`",
    at: "the one that is missing",
    judges: &[
        "customer_data.tax_id.type",
        "customer.tax_id.type",
        "customer_data.tax_id.value",
        "customer.tax_id.value",
    ],
    reads: &[],
    sources: &[create_v2("customer_data"), guide("tax_id"), other("the new customer of version 1 is the same object")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"value": "11.111.111-1"}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "cl_rut", "value": "11.111.111-1"}}}"#,
    ),
};

fn tax_id_complete(session: &Session<'_>, findings: &mut Findings) {
    let tax_id = session.customer_data.tax_id();
    if !tax_id.is_object() {
        return;
    }
    for field in [tax_id.r#type(), tax_id.value()] {
        if field.is_absent() {
            findings.add(Problem::TaxIdComplete, field);
        }
    }
}

pub(crate) const CUSTOMER_REQUIRED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::MissingParameter],
    scope: "v2 subscription, setup",
    when: "`customer` and `customer_data` are both absent; in a setup `subscription` too, which has its customer",
    at: "`customer`",
    judges: &["customer"],
    reads: &["customer_data", "flow", "subscription"],
    sources: &[other("subscriptions and setups belong to a customer")],
    breaks: v2(
        r#"{"flow": "setup", "currency": "CLP", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn customer_required(session: &Session<'_>, findings: &mut Findings) {
    if let Some(flow @ (Flow::Subscription | Flow::Setup)) = session.flow_v2()
        && session.has_no_customer()
        && !(flow == Flow::Setup && session.subscription.is_present())
    {
        // A saved payment method, which a setup may have, belongs to a customer that exists.
        let takes_data = flow == Flow::Subscription || session.payment_method.is_absent();
        findings.add(Problem::CustomerRequired { flow, takes_data }, session.customer);
    }
}

pub(crate) const SUBSCRIPTION_ONLY_IN_SETUP: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidParams],
    scope: "v2 payment, subscription",
    when: "`subscription` is present: only a setup renews the payment method of a subscription",
    at: "`subscription`",
    judges: &["subscription"],
    reads: &["flow"],
    sources: &[other("the guide on updating the payment method of a subscription")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "subscription": "sub_1"}"#),
    keeps: v2(
        r#"{"flow": "setup", "currency": "CLP", "subscription": "sub_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn subscription_only_in_setup(session: &Session<'_>, findings: &mut Findings) {
    if let Some(flow @ (Flow::Payment | Flow::Subscription)) = session.flow_v2()
        && session.subscription.is_present()
    {
        findings.add(Problem::SubscriptionOnlyInSetup { flow }, session.subscription);
    }
}
