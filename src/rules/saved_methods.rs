//! Rules of saved payment methods: paying with one, and saving one.

use super::payment_methods::listed_types;
use super::{Session, create_v2, inference, v2};
use crate::catalogue::RuleInfo;
use crate::findings::Findings;
use crate::problem::Problem;
use crate::report::{Code, Level};
use crate::request::{Flow, SavePaymentMethod};

pub(super) fn check(session: &Session<'_>, findings: &mut Findings) {
    if session.payment_method.is_present() {
        payment_method_needs_customer(session, findings);
        payment_method_needs_bank_transfer(session, findings);
        payment_method_in_subscription(session, findings);
        payment_method_in_setup(session, findings);
    }
    save_payment_method_only_in_payment(session, findings);
    save_payment_method_needs_customer(session, findings);
}

/// Whether `payment_method` may be the id of a saved method, as far as can be seen; `card` is not.
fn is_saved_method(session: &Session<'_>) -> bool {
    session.payment_method.text().is_none_or(|id| id.starts_with("pm_"))
}

/// Whether the flow is one that takes a saved payment method.
fn takes_saved_method(session: &Session<'_>) -> bool {
    matches!(session.flow_v2(), Some(Flow::Payment | Flow::Setup))
}

pub(crate) const PAYMENT_METHOD_NEEDS_CUSTOMER: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::MissingParameter],
    scope: "v2 payment, setup",
    when: "`payment_method` is present and `customer` is absent",
    at: "`customer`",
    judges: &["customer"],
    reads: &["flow", "payment_method"],
    sources: &[create_v2("payment_method")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method": "pm_1", "payment_method_types": ["bank_transfer"]}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "payment_method": "pm_1", "payment_method_types": ["bank_transfer"]}"#,
    ),
};

fn payment_method_needs_customer(session: &Session<'_>, findings: &mut Findings) {
    if takes_saved_method(session) && session.customer.is_absent() {
        let is_saved_method = is_saved_method(session);
        findings.add(Problem::PaymentMethodNeedsCustomer { is_saved_method }, session.customer);
    }
}

pub(crate) const PAYMENT_METHOD_NEEDS_BANK_TRANSFER: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidParams],
    scope: "v2 payment, setup",
    when: "`payment_method` is present and `payment_method_types` is absent, or well-formed, not empty and other than \
           exactly `[\"bank_transfer\"]`",
    at: "`payment_method_types`",
    judges: &["payment_method_types"],
    reads: &["flow", "payment_method", "payment_method_types[]"],
    sources: &[create_v2("payment_method")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "payment_method": "pm_1", "payment_method_types": ["card"]}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "payment_method": "pm_1", "payment_method_types": ["bank_transfer"]}"#,
    ),
};

fn payment_method_needs_bank_transfer(session: &Session<'_>, findings: &mut Findings) {
    if !takes_saved_method(session) {
        return;
    }
    let is_fine = listed_types(session).is_none_or(|types| matches!(types.as_slice(), [] | ["bank_transfer"]));
    if session.payment_method_types.is_absent() || !is_fine {
        let is_saved_method = is_saved_method(session);
        findings.add(Problem::PaymentMethodNeedsBankTransfer { is_saved_method }, session.payment_method_types);
    }
}

pub(crate) const PAYMENT_METHOD_IN_SUBSCRIPTION: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidParams],
    scope: "v2 subscription",
    when: "`payment_method` is present: it requires `bank_transfer`, which a subscription does not take",
    at: "`payment_method`",
    judges: &["payment_method"],
    reads: &["flow"],
    sources: &[create_v2("payment_method, payment_method_types")],
    breaks: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "payment_method": "pm_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn payment_method_in_subscription(session: &Session<'_>, findings: &mut Findings) {
    if session.flow_v2() == Some(Flow::Subscription) {
        let is_saved_method = is_saved_method(session);
        findings.add(Problem::PaymentMethodInSubscription { is_saved_method }, session.payment_method);
    }
}

pub(crate) const PAYMENT_METHOD_IN_SETUP: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidParams],
    scope: "v2 setup",
    when: "`payment_method` is present: a setup pays nothing",
    at: "`payment_method`",
    judges: &["payment_method"],
    reads: &["flow"],
    sources: &[create_v2("payment_method"), inference("a setup pays nothing")],
    breaks: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "payment_method": "pm_1", "payment_method_types": ["bank_transfer"], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "payment_method_types": ["bank_transfer"], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn payment_method_in_setup(session: &Session<'_>, findings: &mut Findings) {
    if session.flow_v2() == Some(Flow::Setup) {
        findings
            .add(Problem::PaymentMethodInSetup { is_saved_method: is_saved_method(session) }, session.payment_method);
    }
}

pub(crate) const SAVE_PAYMENT_METHOD_ONLY_IN_PAYMENT: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidParams],
    scope: "v2 subscription, setup",
    when: "`save_payment_method` is present",
    at: "`save_payment_method`",
    judges: &["save_payment_method"],
    reads: &["flow"],
    sources: &[create_v2("save_payment_method")],
    breaks: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "save_payment_method": "enabled", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn save_payment_method_only_in_payment(session: &Session<'_>, findings: &mut Findings) {
    if let Some(Flow::Subscription | Flow::Setup) = session.flow_v2()
        && session.save_payment_method.is_present()
    {
        findings.add(Problem::SavePaymentMethodOnlyInPayment, session.save_payment_method);
    }
}

pub(crate) const SAVE_PAYMENT_METHOD_NEEDS_CUSTOMER: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::MissingParameter],
    scope: "v2 payment",
    when: "`save_payment_method` is `enabled`, and `customer` and `customer_data` are both absent",
    at: "`customer`",
    judges: &["customer"],
    reads: &["customer_data", "flow", "save_payment_method"],
    sources: &[create_v2("save_payment_method")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "save_payment_method": "enabled"}"#),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "save_payment_method": "enabled"}"#,
    ),
};

fn save_payment_method_needs_customer(session: &Session<'_>, findings: &mut Findings) {
    if session.flow_v2() == Some(Flow::Payment)
        && session.save_payment_method.value() == Some(SavePaymentMethod::Enabled)
        && session.has_no_customer()
    {
        findings.add(Problem::SavePaymentMethodNeedsCustomer, session.customer);
    }
}
