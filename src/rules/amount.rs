//! Rules of amount: what the customer pays, and the items that it is made of.

use super::items::other_currency;
use super::{Session, create_v1, create_v2, guide, inference, object, other, v1, v2};
use crate::catalogue::{RuleInfo, Version};
use crate::document::{At, Place};
use crate::findings::Findings;
use crate::json::MAX_SAFE_INTEGER;
use crate::problem::Problem;
use crate::report::{Code, Level};
use crate::request::{Flow, LineItem};

/// The amount from which on version 1 refuses one, in the smallest unit of its currency.
pub(super) const AMOUNT_LIMIT_V1: i64 = 7_000_000;

pub(super) fn check(total: Total, session: &Session<'_>, findings: &mut Findings) {
    amount_positive(total, session, findings);
    amount_limit(total, session, findings);
    amount_int32(total, session, findings);
    amount_or_line_items(session, findings);
    amount_with_line_items(session, findings);
    amount_required_in_subscription(total, session, findings);
    line_items_required_in_subscription(session, findings);
    amount_forbidden_in_setup(session, findings);
    line_items_in_setup(session, findings);
    line_items_empty(session, findings);
    amount_equals_total(total, session, findings);
    total_range(total, session, findings);
}

/// The sum of quantity x unit amount over the items.
#[derive(Debug, Clone, Copy)]
pub(super) enum Total {
    /// An item is missing something or malformed, is in another currency, or there are no items.
    Unknown,
    /// The sum, up to 2^53 - 1.
    Sum(i64),
    /// The sum is over 2^53 - 1.
    OutOfRange,
}

impl Total {
    pub(super) fn of(session: &Session<'_>) -> Self {
        let mut total = Self::Unknown;
        for item in session.line_items.elements() {
            let Some(subtotal) = subtotal(item, session) else { return Self::Unknown };
            let sum = match total {
                Self::Unknown => Some(subtotal),
                Self::Sum(sum) => sum.checked_add(subtotal),
                Self::OutOfRange => None,
            };
            total = sum.filter(|sum| *sum <= MAX_SAFE_INTEGER).map_or(Self::OutOfRange, Self::Sum);
        }
        total
    }

    /// True if the sum is known, and at least 1.
    pub(super) const fn is_positive(self) -> bool {
        match self {
            Self::Unknown => false,
            Self::Sum(sum) => sum >= 1,
            Self::OutOfRange => true,
        }
    }

    /// The sum, where it is known and in range.
    pub(super) const fn sum(self) -> Option<i64> {
        match self {
            Self::Sum(sum) => Some(sum),
            Self::Unknown | Self::OutOfRange => None,
        }
    }
}

/// Quantity x unit amount of an item that can be added to the session's total; what is beyond every sum stays there.
fn subtotal<'a>(item: At<'a, LineItem<'a>>, session: &Session<'_>) -> Option<i64> {
    let price_data = item.price_data();
    let quantity = item.quantity().value()?;
    let unit_amount = price_data.unit_amount().value()?;
    if quantity < 1 || unit_amount < 0 || other_currency(price_data, session).is_some() {
        return None;
    }
    Some(quantity.saturating_mul(unit_amount))
}

pub(crate) const AMOUNT_POSITIVE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidPositiveInteger],
    scope: "v1; v2 payment, subscription",
    when: "`amount`, or the total of the items when it is absent, is less than 1",
    at: "`amount`, or `line_items`",
    judges: &["amount", "line_items"],
    reads: &[
        "amount",
        "currency",
        "flow",
        "line_items[].price_data.currency",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    sources: &[guide("amount"), create_v1("amount"), object("amount")],
    breaks: v2(r#"{"amount": 0, "currency": "CLP", "ui_mode": "embedded"}"#),
    keeps: v2(r#"{"amount": 1, "currency": "CLP", "ui_mode": "embedded"}"#),
};

fn amount_positive(total: Total, session: &Session<'_>, findings: &mut Findings) {
    if session.flow_v2() != Some(Flow::Setup)
        && let Some((amount, place)) = to_pay(total, session)
        && amount < 1
    {
        findings.add_at(Problem::AmountPositive { amount }, place);
    }
}

pub(crate) const AMOUNT_LIMIT: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidAmount],
    scope: "v1",
    when: "`amount`, or the total of the items when it is absent, is 7,000,000 or more",
    at: "`amount`, or `line_items`",
    judges: &["amount", "line_items"],
    reads: &[
        "amount",
        "currency",
        "line_items[].price_data.currency",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    sources: &[create_v1("amount")],
    breaks: v1(r#"{"amount": 7000000, "currency": "CLP"}"#),
    keeps: v1(r#"{"amount": 6999999, "currency": "CLP"}"#),
};

fn amount_limit(total: Total, session: &Session<'_>, findings: &mut Findings) {
    if session.version == Version::V1
        && let Some((amount, place)) = to_pay(total, session)
        && amount >= AMOUNT_LIMIT_V1
    {
        findings.add_at(Problem::AmountLimit { amount }, place);
    }
}

/// What is to be paid, and where it says so: `amount`, or, when it is absent, the total.
fn to_pay(total: Total, session: &Session<'_>) -> Option<(i64, Place)> {
    if session.amount.is_present() {
        session.amount.value().map(|amount| (amount, session.amount.place()))
    } else {
        total.sum().map(|sum| (sum, session.line_items.place()))
    }
}

pub(crate) const AMOUNT_INT32: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidAmount],
    scope: "v2",
    when: "`amount`, or the total of the items when it is absent, is over 2,147,483,647",
    at: "`amount`, or `line_items`",
    judges: &["amount", "line_items"],
    reads: &[
        "amount",
        "currency",
        "line_items[].price_data.currency",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    sources: &[other("amounts are 32-bit integers elsewhere in the API")],
    breaks: v2(r#"{"amount": 2147483648, "currency": "CLP", "ui_mode": "embedded"}"#),
    keeps: v2(r#"{"amount": 2147483647, "currency": "CLP", "ui_mode": "embedded"}"#),
};

fn amount_int32(total: Total, session: &Session<'_>, findings: &mut Findings) {
    if session.version == Version::V2
        && let Some((amount, place)) = to_pay(total, session)
        && amount > i64::from(i32::MAX)
    {
        findings.add_at(Problem::AmountInt32 { amount }, place);
    }
}

pub(crate) const AMOUNT_OR_LINE_ITEMS: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::MissingParameter],
    scope: "v1; v2 payment",
    when: "`amount` is absent, and `line_items` is absent or an empty array",
    at: "`amount`",
    judges: &["amount"],
    reads: &["flow", "line_items"],
    sources: &[create_v2("amount, line_items"), create_v1("amount, line_items")],
    breaks: v2(r#"{"currency": "CLP", "ui_mode": "embedded"}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

fn amount_or_line_items(session: &Session<'_>, findings: &mut Findings) {
    if session.flow == Some(Flow::Payment) && session.amount.is_absent() && session.has_no_items() {
        findings.add(Problem::AmountOrLineItems, session.amount);
    }
}

pub(crate) const AMOUNT_WITH_LINE_ITEMS: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidParams],
    scope: "v1",
    when: "`amount` and `line_items` (not an empty array) are both present",
    at: "`amount`",
    judges: &["amount"],
    reads: &["line_items"],
    sources: &[create_v1("line_items")],
    breaks: v1(
        r#"{"amount": 990, "currency": "CLP", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
    keeps: v1(
        r#"{"currency": "CLP", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn amount_with_line_items(session: &Session<'_>, findings: &mut Findings) {
    if session.version == Version::V1 && session.amount.is_present() && !session.has_no_items() {
        findings.add(Problem::AmountWithLineItems, session.amount);
    }
}

pub(crate) const AMOUNT_REQUIRED_IN_SUBSCRIPTION: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::MissingParameter],
    scope: "v2 subscription",
    when: "`amount` is absent",
    at: "`amount`",
    judges: &["amount"],
    reads: &["flow"],
    sources: &[create_v2("amount")],
    breaks: v2(
        r#"{"flow": "subscription", "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

/// Why a caller may want another level for it.
pub(crate) const AMOUNT_REQUIRED_IN_SUBSCRIPTION_NOTE: &str = "Fintoc's newer page on creating a session says the opposite: \
     to omit `amount` in a subscription. To follow that page, set the level of this rule to `allow` or `warn`";

fn amount_required_in_subscription(total: Total, session: &Session<'_>, findings: &mut Findings) {
    if session.flow_v2() == Some(Flow::Subscription) && session.amount.is_absent() {
        findings.add(Problem::AmountRequiredInSubscription { total: total.sum() }, session.amount);
    }
}

pub(crate) const LINE_ITEMS_REQUIRED_IN_SUBSCRIPTION: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::MissingParameter],
    scope: "v2 subscription",
    when: "`line_items` is absent or an empty array",
    at: "`line_items`",
    judges: &["line_items"],
    reads: &["flow"],
    sources: &[create_v2("line_items")],
    breaks: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "subscription", "amount": 9990, "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}, "recurring": {"interval": "month", "interval_count": 1}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn line_items_required_in_subscription(session: &Session<'_>, findings: &mut Findings) {
    if session.flow_v2() == Some(Flow::Subscription) && session.has_no_items() {
        findings.add(Problem::LineItemsRequiredInSubscription, session.line_items);
    }
}

pub(crate) const AMOUNT_FORBIDDEN_IN_SETUP: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidParams],
    scope: "v2 setup",
    when: "`amount` is present",
    at: "`amount`",
    judges: &["amount"],
    reads: &["flow"],
    sources: &[create_v2("amount"), object("amount")],
    breaks: v2(
        r#"{"flow": "setup", "amount": 9990, "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn amount_forbidden_in_setup(session: &Session<'_>, findings: &mut Findings) {
    if session.flow_v2() == Some(Flow::Setup) && session.amount.is_present() {
        findings.add(Problem::AmountForbiddenInSetup, session.amount);
    }
}

pub(crate) const LINE_ITEMS_IN_SETUP: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidParams],
    scope: "v2 setup",
    when: "`line_items` is present and not an empty array",
    at: "`line_items`",
    judges: &["line_items"],
    reads: &["flow"],
    sources: &[inference("a setup charges nothing")],
    breaks: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 9990, "product_data": {"name": "Plan"}}}], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn line_items_in_setup(session: &Session<'_>, findings: &mut Findings) {
    if session.flow_v2() == Some(Flow::Setup) && !session.has_no_items() {
        findings.add(Problem::LineItemsInSetup, session.line_items);
    }
}

pub(crate) const LINE_ITEMS_EMPTY: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidArray],
    scope: "all",
    when: "`line_items` is an empty array, and no other rule asks for items",
    at: "`line_items`",
    judges: &["line_items"],
    reads: &["amount", "flow"],
    sources: &[inference("an empty list says nothing")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "line_items": []}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

fn line_items_empty(session: &Session<'_>, findings: &mut Findings) {
    let are_asked_for = match session.flow {
        Some(Flow::Payment) => session.amount.is_absent(),
        Some(Flow::Subscription) => true,
        Some(Flow::Setup) | None => false,
    };
    if session.has_empty_items() && !are_asked_for {
        findings.add(Problem::LineItemsEmpty, session.line_items);
    }
}

pub(crate) const AMOUNT_EQUALS_TOTAL: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidAmount],
    scope: "v2 payment, subscription",
    when: "`amount` is 1 or more and differs from the total of the items, the sum of `quantity` x `unit_amount`",
    at: "`amount`",
    judges: &["amount"],
    reads: &[
        "currency",
        "flow",
        "line_items[].price_data.currency",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    sources: &[create_v2("amount"), guide("Include a list of items")],
    breaks: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 2, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
    keeps: v2(
        r#"{"amount": 1980, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 2, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn amount_equals_total(total: Total, session: &Session<'_>, findings: &mut Findings) {
    if let Some(Flow::Payment | Flow::Subscription) = session.flow_v2()
        && let Some(amount) = session.amount.value()
        && let Some(total) = total.sum()
        && amount >= 1
        && amount != total
    {
        findings.add(Problem::AmountEqualsTotal { amount, total }, session.amount);
    }
}

pub(crate) const TOTAL_RANGE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidAmount],
    scope: "all",
    when: "the total of the items is over 2^53 - 1",
    at: "`line_items`",
    judges: &["line_items"],
    reads: &[
        "currency",
        "line_items[].price_data.currency",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    sources: &[inference("JSON readers do not keep larger integers exactly")],
    breaks: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 2, "price_data": {"currency": "CLP", "unit_amount": 9007199254740991, "product_data": {"name": "Pan"}}}]}"#,
    ),
    keeps: v2(
        r#"{"currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 2, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan"}}}]}"#,
    ),
};

fn total_range(total: Total, session: &Session<'_>, findings: &mut Findings) {
    if matches!(total, Total::OutOfRange) {
        findings.add(Problem::TotalRange, session.line_items);
    }
}
