//! Rules of a single item: quantity, price, product and recurrence.

use super::context::Context;
use super::diagnostics::Diagnostics;
use super::info::{RuleInfo, guide, inference, other, v2};
use super::scope::Scope;
use super::total::{Total, other_currency};
use crate::error_code::ErrorCode;
use crate::report::{Level, ViolationKind};
use crate::request::{Cursor, Flow, LineItem, PriceData, Recurring};
use crate::version::Version;

/// The source of the rules on `recurring`, `price` and `product`.
const RECURRING_GUIDE: &str = "the guide on recurring payments";

pub(super) fn check(item: Cursor<'_, LineItem>, total: Total, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    quantity_positive(item, diagnostics);
    price_xor_price_data(item, context, diagnostics);
    let price_data = item.price_data();
    if price_data.is_object() {
        unit_amount_negative(price_data, diagnostics);
        unit_amount_zero(price_data, total, diagnostics);
        currency_matches_session(price_data, context, diagnostics);
        product_xor_product_data(price_data, context, diagnostics);
        recurring_only_in_subscription(price_data, context, diagnostics);
        recurring_expected(item, context, diagnostics);
        interval_count_positive(price_data.recurring(), diagnostics);
    }
}

/// `quantity-positive`
pub(crate) const QUANTITY_POSITIVE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidPositiveInteger],
    scope: Scope::ALL,
    when: "the `quantity` of an item is less than 1",
    at: "`quantity`",
    fields: &["line_items[].quantity"],
    depends_on: &[],
    sources: &[guide("quantity"), inference("nobody buys less than one")],
    invalid: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 0, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
    valid: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn quantity_positive(item: Cursor<'_, LineItem>, diagnostics: &mut Diagnostics) {
    if let Some(quantity) = item.quantity().value()
        && quantity < 1
    {
        diagnostics.push(ViolationKind::QuantityPositive { quantity }, item.quantity());
    }
}

/// `interval-count-positive`
///
/// An error although no page on the request describes it: nothing can be charged every 0 months.
pub(crate) const INTERVAL_COUNT_POSITIVE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidPositiveInteger],
    scope: Scope::ALL,
    when: "the `interval_count` of a `recurring` is less than 1",
    at: "`interval_count`",
    fields: &["line_items[].price_data.recurring.interval_count"],
    depends_on: &[],
    sources: &[other(RECURRING_GUIDE)],
    invalid: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 0}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn interval_count_positive(recurring: Cursor<'_, Recurring>, diagnostics: &mut Diagnostics) {
    if let Some(interval_count) = recurring.interval_count().value()
        && interval_count < 1
    {
        diagnostics.push(ViolationKind::IntervalCountPositive { interval_count }, recurring.interval_count());
    }
}

/// `recurring-only-in-subscription`
pub(crate) const RECURRING_ONLY_IN_SUBSCRIPTION: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::v2(&[Flow::Payment, Flow::Setup]),
    when: "`recurring` is present in the `price_data` of an item: only a subscription charges again",
    at: "`recurring`",
    fields: &["line_items[].price_data.recurring"],
    depends_on: &["flow"],
    sources: &[other(RECURRING_GUIDE)],
    invalid: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}, "recurring": {"interval": "month", "interval_count": 1}}}]}"#,
    ),
    valid: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn recurring_only_in_subscription(
    price_data: Cursor<'_, PriceData>,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) {
    if let Some(flow @ (Flow::Payment | Flow::Setup)) = context.flow_v2()
        && price_data.recurring().is_present()
    {
        diagnostics.push(ViolationKind::RecurringOnlyInSubscription { flow }, price_data.recurring());
    }
}

/// `recurring-expected`
pub(crate) const RECURRING_EXPECTED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::v2(&[Flow::Subscription]),
    when: "the `price_data` of an item is an object without `recurring`, and the item has no `price` either: nothing says how \
           often it is charged",
    at: "`recurring`",
    fields: &["line_items[].price_data.recurring"],
    depends_on: &["flow", "line_items[].price"],
    sources: &[other("the guide on recurring payments, in all its examples")],
    invalid: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn recurring_expected(item: Cursor<'_, LineItem>, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let recurring = item.price_data().recurring();
    if context.flow_v2() == Some(Flow::Subscription) && recurring.is_absent() && item.price().is_absent() {
        diagnostics.push(ViolationKind::RecurringExpected, recurring);
    }
}

/// `price-xor-price-data`
///
/// The guide sends `price` in place of `price_data`; no page says which one counts if both are sent.
pub(crate) const PRICE_XOR_PRICE_DATA: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::V2,
    when: "an item has both `price` and `price_data`",
    at: "`price_data`",
    fields: &["line_items[].price_data"],
    depends_on: &["line_items[].price"],
    sources: &[other(RECURRING_GUIDE)],
    invalid: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price": "price_1", "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
    valid: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn price_xor_price_data(item: Cursor<'_, LineItem>, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.version == Version::V2 && item.price().is_present() && item.price_data().is_present() {
        diagnostics.push(ViolationKind::PriceXorPriceData, item.price_data());
    }
}

/// `product-xor-product-data`
///
/// The guide sends `product` in place of `product_data`; no page says which one counts if both are sent.
pub(crate) const PRODUCT_XOR_PRODUCT_DATA: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::V2,
    when: "a `price_data` has both `product` and `product_data`",
    at: "`product_data`",
    fields: &["line_items[].price_data.product_data"],
    depends_on: &["line_items[].price_data.product"],
    sources: &[other(RECURRING_GUIDE)],
    invalid: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}, "product": "prod_1"}}]}"#,
    ),
    valid: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn product_xor_product_data(price_data: Cursor<'_, PriceData>, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.version == Version::V2 && price_data.product().is_present() && price_data.product_data().is_present() {
        diagnostics.push(ViolationKind::ProductXorProductData, price_data.product_data());
    }
}

/// `unit-amount-negative`
pub(crate) const UNIT_AMOUNT_NEGATIVE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidAmount],
    scope: Scope::ALL,
    when: "the `unit_amount` of an item is less than 0",
    at: "`unit_amount`",
    fields: &["line_items[].price_data.unit_amount"],
    depends_on: &[],
    sources: &[guide("unit_amount"), inference("a price is not negative; the API has no discounts")],
    invalid: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": -990, "product_data": {"name": "Pan"}}}]}"#,
    ),
    valid: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn unit_amount_negative(price_data: Cursor<'_, PriceData>, diagnostics: &mut Diagnostics) {
    if let Some(unit_amount) = price_data.unit_amount().value()
        && unit_amount < 0
    {
        diagnostics.push(ViolationKind::UnitAmountNegative { unit_amount }, price_data.unit_amount());
    }
}

/// `unit-amount-zero`
pub(crate) const UNIT_AMOUNT_ZERO: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidAmount],
    scope: Scope::ALL,
    when: "the `unit_amount` of an item is 0, unless the total is computable and at least 1, as a free item beside paid \
           ones leaves it",
    at: "`unit_amount`",
    fields: &["line_items[].price_data.unit_amount"],
    depends_on: &[
        "currency",
        "line_items[].price_data.currency",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    sources: &[inference("an item that costs nothing may be refused")],
    invalid: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price": "price_1"}, {"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 0, "product_data": {"name": "Bolsa"}}}]}"#,
    ),
    valid: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 0, "product_data": {"name": "Bolsa"}}}, {"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn unit_amount_zero(price_data: Cursor<'_, PriceData>, total: Total, diagnostics: &mut Diagnostics) {
    if price_data.unit_amount().value() == Some(0) && !total.is_positive() {
        diagnostics.push(ViolationKind::UnitAmountZero, price_data.unit_amount());
    }
}

/// `currency-matches-session`
pub(crate) const CURRENCY_MATCHES_SESSION: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::CurrencyMismatch],
    scope: Scope::ALL,
    when: "the currency of an item is not that of the session",
    at: "the item's `currency`",
    fields: &["line_items[].price_data.currency"],
    depends_on: &["currency"],
    sources: &[inference("amounts in two currencies have no total")],
    invalid: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "MXN", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
    valid: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn currency_matches_session(price_data: Cursor<'_, PriceData>, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if let Some(kind) = other_currency(price_data, context) {
        diagnostics.push(kind, price_data.currency());
    }
}
