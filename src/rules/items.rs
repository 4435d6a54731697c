//! Rules of items: what one item costs, how often it is charged, and what it is.

use super::amount::Total;
use super::session::currency;
use super::{Session, guide, inference, other, v2};
use crate::catalogue::{RuleInfo, Version};
use crate::document::At;
use crate::findings::Findings;
use crate::problem::Problem;
use crate::report::{Code, Level};
use crate::request::{Flow, LineItem, PriceData, Recurring};

/// The guide that the rules of `recurring`, `price` and `product` come from.
const RECURRING_GUIDE: &str = "the guide on recurring payments";

pub(super) fn check<'a>(item: At<'a, LineItem<'a>>, total: Total, session: &Session<'_>, findings: &mut Findings) {
    quantity_positive(item, findings);
    price_xor_price_data(item, session, findings);
    let price_data = item.price_data();
    if price_data.is_object() {
        unit_amount_negative(price_data, findings);
        unit_amount_zero(price_data, total, findings);
        currency_matches_session(price_data, session, findings);
        product_xor_product_data(price_data, session, findings);
        recurring_only_in_subscription(price_data, session, findings);
        recurring_expected(item, session, findings);
        interval_count_positive(price_data.recurring(), findings);
    }
}

pub(crate) const QUANTITY_POSITIVE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidPositiveInteger],
    scope: "all",
    when: "the `quantity` of an item is less than 1",
    at: "`quantity`",
    judges: &["line_items[].quantity"],
    reads: &[],
    sources: &[guide("quantity"), inference("nobody buys less than one")],
    breaks: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 0, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
    keeps: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn quantity_positive<'a>(item: At<'a, LineItem<'a>>, findings: &mut Findings) {
    if let Some(quantity) = item.quantity().value()
        && quantity < 1
    {
        findings.add(Problem::QuantityPositive { quantity }, item.quantity());
    }
}

pub(crate) const INTERVAL_COUNT_POSITIVE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidPositiveInteger],
    scope: "all",
    when: "the `interval_count` of a `recurring` is less than 1",
    at: "`interval_count`",
    judges: &["line_items[].price_data.recurring.interval_count"],
    reads: &[],
    sources: &[other(RECURRING_GUIDE)],
    breaks: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 0}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn interval_count_positive<'a>(recurring: At<'a, Recurring<'a>>, findings: &mut Findings) {
    if let Some(interval_count) = recurring.interval_count().value()
        && interval_count < 1
    {
        findings.add(Problem::IntervalCountPositive { interval_count }, recurring.interval_count());
    }
}

pub(crate) const RECURRING_ONLY_IN_SUBSCRIPTION: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidParams],
    scope: "v2 payment, setup",
    when: "`recurring` is present in the `price_data` of an item: only a subscription charges again",
    at: "`recurring`",
    judges: &["line_items[].price_data.recurring"],
    reads: &["flow"],
    sources: &[other(RECURRING_GUIDE)],
    breaks: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}, "recurring": {"interval": "month", "interval_count": 1}}}]}"#,
    ),
    keeps: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn recurring_only_in_subscription<'a>(
    price_data: At<'a, PriceData<'a>>,
    session: &Session<'_>,
    findings: &mut Findings,
) {
    if let Some(flow @ (Flow::Payment | Flow::Setup)) = session.flow_v2()
        && price_data.recurring().is_present()
    {
        findings.add(Problem::RecurringOnlyInSubscription { flow }, price_data.recurring());
    }
}

pub(crate) const RECURRING_EXPECTED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::MissingParameter],
    scope: "v2 subscription",
    when: "the `price_data` of an item is an object without `recurring`, and the item has no `price` either: nothing says how \
           often it is charged",
    at: "`recurring`",
    judges: &["line_items[].price_data.recurring"],
    reads: &["flow", "line_items[].price"],
    sources: &[other("the guide on recurring payments, in all its examples")],
    breaks: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn recurring_expected<'a>(item: At<'a, LineItem<'a>>, session: &Session<'_>, findings: &mut Findings) {
    let recurring = item.price_data().recurring();
    if session.flow_v2() == Some(Flow::Subscription) && recurring.is_absent() && item.price().is_absent() {
        findings.add(Problem::RecurringExpected, recurring);
    }
}

pub(crate) const PRICE_XOR_PRICE_DATA: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidParams],
    scope: "v2",
    when: "an item has both `price` and `price_data`",
    at: "`price_data`",
    judges: &["line_items[].price_data"],
    reads: &["line_items[].price"],
    sources: &[other(RECURRING_GUIDE)],
    breaks: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price": "price_1", "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
    keeps: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn price_xor_price_data<'a>(item: At<'a, LineItem<'a>>, session: &Session<'_>, findings: &mut Findings) {
    if session.version == Version::V2 && item.price().is_present() && item.price_data().is_present() {
        findings.add(Problem::PriceXorPriceData, item.price_data());
    }
}

pub(crate) const PRODUCT_XOR_PRODUCT_DATA: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidParams],
    scope: "v2",
    when: "a `price_data` has both `product` and `product_data`",
    at: "`product_data`",
    judges: &["line_items[].price_data.product_data"],
    reads: &["line_items[].price_data.product"],
    sources: &[other(RECURRING_GUIDE)],
    breaks: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}, "product": "prod_1"}}]}"#,
    ),
    keeps: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn product_xor_product_data<'a>(price_data: At<'a, PriceData<'a>>, session: &Session<'_>, findings: &mut Findings) {
    if session.version == Version::V2 && price_data.product().is_present() && price_data.product_data().is_present() {
        findings.add(Problem::ProductXorProductData, price_data.product_data());
    }
}

pub(crate) const UNIT_AMOUNT_NEGATIVE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidAmount],
    scope: "all",
    when: "the `unit_amount` of an item is less than 0",
    at: "`unit_amount`",
    judges: &["line_items[].price_data.unit_amount"],
    reads: &[],
    sources: &[guide("unit_amount"), inference("a price is not negative; the API has no discounts")],
    breaks: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": -990, "product_data": {"name": "Pan"}}}]}"#,
    ),
    keeps: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn unit_amount_negative<'a>(price_data: At<'a, PriceData<'a>>, findings: &mut Findings) {
    if let Some(unit_amount) = price_data.unit_amount().value()
        && unit_amount < 0
    {
        findings.add(Problem::UnitAmountNegative { unit_amount }, price_data.unit_amount());
    }
}

pub(crate) const UNIT_AMOUNT_ZERO: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidAmount],
    scope: "all",
    when: "the `unit_amount` of an item is 0, unless the total is computable and at least 1, as a free item beside paid \
           ones leaves it",
    at: "`unit_amount`",
    judges: &["line_items[].price_data.unit_amount"],
    reads: &[
        "currency",
        "line_items[].price_data.currency",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    sources: &[inference("an item that costs nothing may be refused")],
    breaks: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price": "price_1"}, {"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 0, "product_data": {"name": "Bolsa"}}}]}"#,
    ),
    keeps: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 0, "product_data": {"name": "Bolsa"}}}, {"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn unit_amount_zero<'a>(price_data: At<'a, PriceData<'a>>, total: Total, findings: &mut Findings) {
    if price_data.unit_amount().value() == Some(0) && !total.is_positive() {
        findings.add(Problem::UnitAmountZero, price_data.unit_amount());
    }
}

pub(crate) const CURRENCY_MATCHES_SESSION: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::CurrencyMismatch],
    scope: "all",
    when: "the currency of an item is not that of the session",
    at: "the item's `currency`",
    judges: &["line_items[].price_data.currency"],
    reads: &["currency"],
    sources: &[inference("amounts in two currencies have no total")],
    breaks: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "MXN", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
    keeps: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn currency_matches_session<'a>(price_data: At<'a, PriceData<'a>>, session: &Session<'_>, findings: &mut Findings) {
    if let Some(problem) = other_currency(price_data, session) {
        findings.add(problem, price_data.currency());
    }
}

/// The violation of `currency-matches-session` by an item, if there is one.
pub(super) fn other_currency<'a>(price_data: At<'a, PriceData<'a>>, session: &Session<'_>) -> Option<Problem> {
    let (item, session) = (currency(price_data.currency(), session.version)?, session.currency?);
    (item != session).then_some(Problem::CurrencyMatchesSession { session, item })
}
