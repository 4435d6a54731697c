//! Rules of ids: that an id is of the right kind of object, and could be an id at all.

use super::{Session, other, v2};
use crate::catalogue::RuleInfo;
use crate::document::At;
use crate::findings::Findings;
use crate::problem::Problem;
use crate::report::{Code, Level};
use crate::request::{LineItem, Text};

pub(super) fn check(session: &Session<'_>, findings: &mut Findings) {
    check_id(session.customer, "cus_", findings);
    check_id(session.payment_method, "pm_", findings);
    check_id(session.subscription, "sub_", findings);
}

pub(super) fn check_item<'a>(item: At<'a, LineItem<'a>>, findings: &mut Findings) {
    check_id(item.price(), "price_", findings);
    check_id(item.price_data().product(), "prod_", findings);
}

fn check_id<'a>(id: At<'a, Text<'a>>, expected: &'static str, findings: &mut Findings) {
    id_prefix(id, expected, findings);
}

pub(crate) const ID_PREFIX: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidString],
    scope: "all",
    when: "`customer`, `payment_method`, `subscription`, or the `price` or `product` of an item begins with the prefix of \
           another kind of object",
    at: "the field",
    judges: &["customer", "payment_method", "subscription", "line_items[].price", "line_items[].price_data.product"],
    reads: &[],
    sources: &[other("the prefixes of ids")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cs_li5531onlFDi235"}"#),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_3B2bODrQFje7ZVkT69xyaTSDwXQ"}"#,
    ),
};

fn id_prefix<'a>(id: At<'a, Text<'a>>, expected: &'static str, findings: &mut Findings) {
    const PREFIXES: [&str; 8] = ["cs_", "cus_", "pm_", "pi_", "sub_", "evt_", "price_", "prod_"];
    let is_of_another = |id: &str| PREFIXES.iter().any(|prefix| *prefix != expected && id.starts_with(prefix));
    if id.text().is_some_and(is_of_another) {
        findings.add(Problem::IdPrefix { expected }, id);
    }
}

pub(super) fn institution_form<'a>(_: At<'a, Text<'a>>, _: &mut Findings) {}
pub(crate) const ID_FORM: RuleInfo = ID_PREFIX;
