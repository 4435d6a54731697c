//! Rules of the amount and of the total of the items.

use super::context::Context;
use super::diagnostics::Diagnostics;
use super::info::{RuleInfo, create_v1, create_v2, guide, inference, object, other, v1, v2};
use super::scope::Scope;
use super::total::Total;
use crate::error_code::ErrorCode;
use crate::report::{Level, ViolationKind};
use crate::request::Flow;
use crate::tape::SlotId;
use crate::version::Version;

/// The least amount that version 1 refuses, in the smallest unit of the currency: pesos for CLP, centavos for MXN.
pub(super) const AMOUNT_LIMIT_V1: i64 = 7_000_000;

/// The largest 32-bit integer.
const INT32_MAX: i64 = 0x7fff_ffff;

pub(super) fn check(total: Total, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    amount_positive(total, context, diagnostics);
    amount_limit(total, context, diagnostics);
    amount_int32(total, context, diagnostics);
    amount_or_line_items(context, diagnostics);
    amount_with_line_items(context, diagnostics);
    amount_required_in_subscription(total, context, diagnostics);
    line_items_required_in_subscription(context, diagnostics);
    amount_forbidden_in_setup(context, diagnostics);
    line_items_in_setup(context, diagnostics);
    line_items_empty(context, diagnostics);
    amount_equals_total(total, context, diagnostics);
    total_range(total, context, diagnostics);
}

/// `amount-positive`
///
/// Without `amount` the customer pays the total, so a total of 0 is an error too.
pub(crate) const AMOUNT_POSITIVE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidPositiveInteger],
    scope: Scope::v1_and_v2(&[Flow::Payment, Flow::Subscription]),
    when: "`amount`, or the total of the items when it is absent, is less than 1",
    at: "`amount`, or `line_items`",
    fields: &["amount", "line_items"],
    depends_on: &[
        "amount",
        "currency",
        "flow",
        "line_items[].price_data.currency",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    sources: &[guide("amount"), create_v1("amount"), object("amount")],
    invalid: v2(r#"{"amount": 0, "currency": "CLP", "ui_mode": "embedded"}"#),
    valid: v2(r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded"}"#),
};

fn amount_positive(total: Total, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.flow_v2() != Some(Flow::Setup)
        && let Some((amount, slot_id)) = to_pay(total, context)
        && amount < 1
    {
        diagnostics.push_at(ViolationKind::AmountPositive { amount }, slot_id);
    }
}

/// `amount-limit`
///
/// create-v1 calls it the maximum of any bank and names no currency, so it applies to both; version 2 has no limit.
pub(crate) const AMOUNT_LIMIT: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidAmount],
    scope: Scope::V1,
    when: "`amount`, or the total of the items when it is absent, is 7,000,000 or more",
    at: "`amount`, or `line_items`",
    fields: &["amount", "line_items"],
    depends_on: &[
        "amount",
        "currency",
        "line_items[].price_data.currency",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    sources: &[create_v1("amount")],
    invalid: v1(r#"{"amount": 7000000, "currency": "CLP"}"#),
    valid: v1(r#"{"amount": 6999999, "currency": "CLP"}"#),
};

fn amount_limit(total: Total, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.version == Version::V1
        && let Some((amount, slot_id)) = to_pay(total, context)
        && amount >= AMOUNT_LIMIT_V1
    {
        diagnostics.push_at(ViolationKind::AmountLimit { amount, limit: AMOUNT_LIMIT_V1 }, slot_id);
    }
}

/// Returns the amount to pay and its slot: `amount`, or the total at `line_items` if `amount` is absent. `None` if
/// `amount` is malformed, or the total is unknown or out of range.
fn to_pay(total: Total, context: &Context<'_>) -> Option<(i64, SlotId)> {
    if context.amount.is_present() {
        context.amount.value().map(|amount| (amount, context.amount.slot_id()))
    } else {
        total.sum().map(|sum| (sum, context.line_items.slot_id()))
    }
}

/// `amount-int32`
pub(crate) const AMOUNT_INT32: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidAmount],
    scope: Scope::V2,
    when: "`amount`, or the total of the items when it is absent, is over 2,147,483,647",
    at: "`amount`, or `line_items`",
    fields: &["amount", "line_items"],
    depends_on: &[
        "amount",
        "currency",
        "line_items[].price_data.currency",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    sources: &[other("amounts are 32-bit integers elsewhere in the API")],
    invalid: v2(r#"{"amount": 2147483648, "currency": "CLP", "ui_mode": "embedded"}"#),
    valid: v2(r#"{"amount": 2147483647, "currency": "CLP", "ui_mode": "embedded"}"#),
};

fn amount_int32(total: Total, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.version == Version::V2
        && let Some((amount, slot_id)) = to_pay(total, context)
        && amount > INT32_MAX
    {
        diagnostics.push_at(ViolationKind::AmountInt32 { amount, limit: INT32_MAX }, slot_id);
    }
}

/// `amount-or-line-items`
///
/// Without either there is no sum to charge.
pub(crate) const AMOUNT_OR_LINE_ITEMS: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::v1_and_v2(&[Flow::Payment]),
    when: "`amount` is absent, and `line_items` is absent or an empty array",
    at: "`amount`",
    fields: &["amount"],
    depends_on: &["flow", "line_items"],
    sources: &[create_v2("amount, line_items"), create_v1("amount, line_items")],
    invalid: v2(r#"{"currency": "CLP", "ui_mode": "embedded"}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

fn amount_or_line_items(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.flow == Some(Flow::Payment) && context.amount.is_absent() && context.has_no_items() {
        diagnostics.push(ViolationKind::AmountOrLineItems, context.amount);
    }
}

/// `amount-with-line-items`
///
/// Version 2 takes both, and `amount-equals-total` compares them.
pub(crate) const AMOUNT_WITH_LINE_ITEMS: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::V1,
    when: "`amount` and `line_items` (not an empty array) are both present",
    at: "`amount`",
    fields: &["amount"],
    depends_on: &["line_items"],
    sources: &[create_v1("line_items")],
    invalid: v1(
        r#"{"amount": 990, "currency": "CLP", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
    valid: v1(
        r#"{"currency": "CLP", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn amount_with_line_items(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.version == Version::V1 && context.amount.is_present() && !context.has_no_items() {
        diagnostics.push(ViolationKind::AmountWithLineItems, context.amount);
    }
}

/// `amount-required-in-subscription`
///
/// Fintoc's pages disagree: see [`AMOUNT_REQUIRED_IN_SUBSCRIPTION_NOTE`].
pub(crate) const AMOUNT_REQUIRED_IN_SUBSCRIPTION: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::v2(&[Flow::Subscription]),
    when: "`amount` is absent",
    at: "`amount`",
    fields: &["amount"],
    depends_on: &["flow"],
    sources: &[create_v2("amount")],
    invalid: v2(
        r#"{"flow": "subscription", "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

/// The note of `amount-required-in-subscription`: the reason to set another level for it.
pub(crate) const AMOUNT_REQUIRED_IN_SUBSCRIPTION_NOTE: &str = "Fintoc's newer page on creating a session says the opposite: \
     to omit `amount` in a subscription. To follow that page, set the level of this rule to `allow` or `warn`";

fn amount_required_in_subscription(total: Total, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.flow_v2() == Some(Flow::Subscription) && context.amount.is_absent() {
        diagnostics.push(ViolationKind::AmountRequiredInSubscription { total: total.sum() }, context.amount);
    }
}

/// `line-items-required-in-subscription`
///
/// The items say what is charged, and how often.
pub(crate) const LINE_ITEMS_REQUIRED_IN_SUBSCRIPTION: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::v2(&[Flow::Subscription]),
    when: "`line_items` is absent or an empty array",
    at: "`line_items`",
    fields: &["line_items"],
    depends_on: &["flow"],
    sources: &[create_v2("line_items")],
    invalid: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn line_items_required_in_subscription(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.flow_v2() == Some(Flow::Subscription) && context.has_no_items() {
        diagnostics.push(ViolationKind::LineItemsRequiredInSubscription, context.line_items);
    }
}

/// `amount-forbidden-in-setup`
///
/// A setup saves a payment method for later, and charges nothing.
pub(crate) const AMOUNT_FORBIDDEN_IN_SETUP: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::v2(&[Flow::Setup]),
    when: "`amount` is present",
    at: "`amount`",
    fields: &["amount"],
    depends_on: &["flow"],
    sources: &[create_v2("amount"), object("amount")],
    invalid: v2(
        r#"{"flow": "setup", "amount": 9990, "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn amount_forbidden_in_setup(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.flow_v2() == Some(Flow::Setup) && context.amount.is_present() {
        diagnostics.push(ViolationKind::AmountForbiddenInSetup, context.amount);
    }
}

/// `line-items-in-setup`
pub(crate) const LINE_ITEMS_IN_SETUP: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::v2(&[Flow::Setup]),
    when: "`line_items` is present and not an empty array",
    at: "`line_items`",
    fields: &["line_items"],
    depends_on: &["flow"],
    sources: &[inference("a setup charges nothing")],
    invalid: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn line_items_in_setup(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.flow_v2() == Some(Flow::Setup) && !context.has_no_items() {
        diagnostics.push(ViolationKind::LineItemsInSetup, context.line_items);
    }
}

/// `line-items-empty`
pub(crate) const LINE_ITEMS_EMPTY: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidArray],
    scope: Scope::ALL,
    when: "`line_items` is an empty array, and no other rule asks for items",
    at: "`line_items`",
    fields: &["line_items"],
    depends_on: &["amount", "flow"],
    sources: &[inference("an empty list says nothing")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "line_items": []}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

fn line_items_empty(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let are_asked_for = match context.flow {
        Some(Flow::Payment) => context.amount.is_absent(),
        Some(Flow::Subscription) => true,
        Some(Flow::Setup) | None => false,
    };
    if context.has_empty_items() && !are_asked_for {
        diagnostics.push(ViolationKind::LineItemsEmpty, context.line_items);
    }
}

/// `amount-equals-total`
///
/// An `amount` below 1 is left to `amount-positive`, so that one mistake is one violation.
pub(crate) const AMOUNT_EQUALS_TOTAL: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidAmount],
    scope: Scope::v2(&[Flow::Payment, Flow::Subscription]),
    when: "`amount` is 1 or more and differs from the total of the items, the sum of `quantity` x `unit_amount`",
    at: "`amount`",
    fields: &["amount"],
    depends_on: &[
        "currency",
        "flow",
        "line_items[].price_data.currency",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    sources: &[create_v2("amount"), guide("Include a list of items")],
    invalid: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 2, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
    valid: v2(
        r#"{"amount": 1980, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 2, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn amount_equals_total(total: Total, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if let Some(Flow::Payment | Flow::Subscription) = context.flow_v2()
        && let Some(amount) = context.amount.value()
        && let Some(total) = total.sum()
        && amount >= 1
        && amount != total
    {
        diagnostics.push(ViolationKind::AmountEqualsTotal { amount, total }, context.amount);
    }
}

/// `total-range`
pub(crate) const TOTAL_RANGE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidAmount],
    scope: Scope::ALL,
    when: "the total of the items is over 2^53 - 1",
    at: "`line_items`",
    fields: &["line_items"],
    depends_on: &[
        "currency",
        "line_items[].price_data.currency",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    sources: &[inference("JSON readers do not keep larger integers exactly")],
    invalid: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 2, "price_data": {"currency": "CLP", "unit_amount": 9007199254740991, "product_data": {"name": "Pan"}}}]}"#,
    ),
    valid: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 2, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn total_range(total: Total, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if matches!(total, Total::OutOfRange) {
        diagnostics.push(ViolationKind::TotalRange, context.line_items);
    }
}
