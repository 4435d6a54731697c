//! Rules of saved payment methods: `payment_method` and `save_payment_method`.

use super::context::Context;
use super::diagnostics::Diagnostics;
use super::info::{RuleInfo, create_v2, inference, v2};
use super::payment_methods::listed_types;
use super::scope::Scope;
use crate::error_code::ErrorCode;
use crate::report::{Level, ViolationKind};
use crate::request::{Flow, SavePaymentMethod};

pub(super) fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.payment_method.is_present() {
        payment_method_needs_customer(context, diagnostics);
        payment_method_needs_bank_transfer(context, diagnostics);
        payment_method_in_subscription(context, diagnostics);
        payment_method_in_setup(context, diagnostics);
    }
    save_payment_method_only_in_payment(context, diagnostics);
    save_payment_method_needs_customer(context, diagnostics);
}

/// True if `payment_method` may be the id of a saved method: it begins with `pm_`, is no string, or is blank. False for
/// the name of a type, such as `card`.
fn is_saved_method(context: &Context<'_>) -> bool {
    context.payment_method.text().is_none_or(|id| id.starts_with("pm_"))
}

/// True if the flow takes a saved payment method.
fn takes_saved_method(context: &Context<'_>) -> bool {
    matches!(context.flow_v2(), Some(Flow::Payment | Flow::Setup))
}

/// `payment-method-needs-customer`
///
/// A saved payment method belongs to a customer that exists.
pub(crate) const PAYMENT_METHOD_NEEDS_CUSTOMER: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::v2(&[Flow::Payment, Flow::Setup]),
    when: "`payment_method` is present and `customer` is absent",
    at: "`customer`",
    fields: &["customer"],
    depends_on: &["flow", "payment_method"],
    sources: &[create_v2("payment_method")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method": "pm_1", "payment_method_types": ["bank_transfer"]}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "payment_method": "pm_1", "payment_method_types": ["bank_transfer"]}"#,
    ),
};

fn payment_method_needs_customer(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if takes_saved_method(context) && context.customer.is_absent() {
        let is_saved_method = is_saved_method(context);
        diagnostics.push(ViolationKind::PaymentMethodNeedsCustomer { is_saved_method }, context.customer);
    }
}

/// `payment-method-needs-bank-transfer`
///
/// Saved cards exist, but create-v2 takes bank transfers alone here.
pub(crate) const PAYMENT_METHOD_NEEDS_BANK_TRANSFER: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::v2(&[Flow::Payment, Flow::Setup]),
    when: "`payment_method` is present and `payment_method_types` is absent, or well-formed, not empty and other than \
           exactly `[\"bank_transfer\"]`",
    at: "`payment_method_types`",
    fields: &["payment_method_types"],
    depends_on: &["flow", "payment_method", "payment_method_types[]"],
    sources: &[create_v2("payment_method")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "payment_method": "pm_1", "payment_method_types": ["card"]}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "payment_method": "pm_1", "payment_method_types": ["bank_transfer"]}"#,
    ),
};

fn payment_method_needs_bank_transfer(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if !takes_saved_method(context) {
        return;
    }
    let is_fine = listed_types(context).is_none_or(|types| matches!(types.as_slice(), [] | ["bank_transfer"]));
    if context.payment_method_types.is_absent() || !is_fine {
        let is_saved_method = is_saved_method(context);
        diagnostics
            .push(ViolationKind::PaymentMethodNeedsBankTransfer { is_saved_method }, context.payment_method_types);
    }
}

/// `payment-method-in-subscription`
pub(crate) const PAYMENT_METHOD_IN_SUBSCRIPTION: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::v2(&[Flow::Subscription]),
    when: "`payment_method` is present: it requires `bank_transfer`, which a subscription does not take",
    at: "`payment_method`",
    fields: &["payment_method"],
    depends_on: &["flow"],
    sources: &[create_v2("payment_method, payment_method_types")],
    invalid: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "payment_method": "pm_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn payment_method_in_subscription(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.flow_v2() == Some(Flow::Subscription) {
        let is_saved_method = is_saved_method(context);
        diagnostics.push(ViolationKind::PaymentMethodInSubscription { is_saved_method }, context.payment_method);
    }
}

/// `payment-method-in-setup`
pub(crate) const PAYMENT_METHOD_IN_SETUP: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::v2(&[Flow::Setup]),
    when: "`payment_method` is present: a setup pays nothing",
    at: "`payment_method`",
    fields: &["payment_method"],
    depends_on: &["flow"],
    sources: &[create_v2("payment_method"), inference("a setup pays nothing")],
    invalid: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "payment_method": "pm_1", "payment_method_types": ["bank_transfer"], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "payment_method_types": ["bank_transfer"], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn payment_method_in_setup(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.flow_v2() == Some(Flow::Setup) {
        diagnostics.push(
            ViolationKind::PaymentMethodInSetup { is_saved_method: is_saved_method(context) },
            context.payment_method,
        );
    }
}

/// `save-payment-method-only-in-payment`
///
/// create-v2 forbids it in the other flows.
pub(crate) const SAVE_PAYMENT_METHOD_ONLY_IN_PAYMENT: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::v2(&[Flow::Subscription, Flow::Setup]),
    when: "`save_payment_method` is present",
    at: "`save_payment_method`",
    fields: &["save_payment_method"],
    depends_on: &["flow"],
    sources: &[create_v2("save_payment_method")],
    invalid: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "save_payment_method": "enabled", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn save_payment_method_only_in_payment(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if let Some(Flow::Subscription | Flow::Setup) = context.flow_v2()
        && context.save_payment_method.is_present()
    {
        diagnostics.push(ViolationKind::SavePaymentMethodOnlyInPayment, context.save_payment_method);
    }
}

/// `save-payment-method-needs-customer`
///
/// The method is saved for a customer, and `customer_email` identifies none.
pub(crate) const SAVE_PAYMENT_METHOD_NEEDS_CUSTOMER: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::v2(&[Flow::Payment]),
    when: "`save_payment_method` is `enabled`, and `customer` and `customer_data` are both absent",
    at: "`customer`",
    fields: &["customer"],
    depends_on: &["customer_data", "flow", "save_payment_method"],
    sources: &[create_v2("save_payment_method")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "save_payment_method": "enabled"}"#),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "save_payment_method": "enabled"}"#,
    ),
};

fn save_payment_method_needs_customer(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.flow_v2() == Some(Flow::Payment)
        && context.save_payment_method.value() == Some(SavePaymentMethod::Enabled)
        && context.has_no_customer()
    {
        diagnostics.push(ViolationKind::SavePaymentMethodNeedsCustomer, context.customer);
    }
}
