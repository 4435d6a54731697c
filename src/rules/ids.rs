//! Rules of ids: that an id is of the right kind of object, and could be an id at all.

use super::{Session, other, v2};
use crate::catalogue::RuleInfo;
use crate::document::At;
use crate::findings::Findings;
use crate::formats::{has_other_prefix, id_fault, institution_fault};
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
    id_form(id, expected, findings);
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
    if id.text().is_some_and(|id| has_other_prefix(id, expected)) {
        findings.add(Problem::IdPrefix { expected }, id);
    }
}

pub(crate) const ID_FORM: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidString],
    scope: "all",
    when: "an id holds white space or `@`, or is the prefix of one and nothing else, and `id-prefix` does not report it; or an \
           `institution_id` holds white space or a capital letter",
    at: "the field, or its `value`",
    judges: &[
        "customer",
        "payment_method",
        "subscription",
        "line_items[].price",
        "line_items[].price_data.product",
        "payment_method_options.bank_transfer.recipient_account.institution_id",
        "payment_method_options.bank_transfer.sender_account.institution_id",
        "payment_method_options.bank_transfer.sender_account.institution_id.value",
        "payment_method_options.pac.sender_account.institution_id",
        "payment_method_options.pac.sender_account.institution_id.value",
    ],
    reads: &[],
    sources: &[other("the forms of ids")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "ana@example.com"}"#),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_3B2bODrQFje7ZVkT69xyaTSDwXQ"}"#,
    ),
};

fn id_form<'a>(id: At<'a, Text<'a>>, expected: &'static str, findings: &mut Findings) {
    if let Some(text) = id.text()
        && !has_other_prefix(text, expected)
        && let Some(fault) = id_fault(text)
    {
        findings.add(Problem::IdForm { fault }, id);
    }
}

/// `id-form`, of an institution
pub(super) fn institution_form<'a>(institution: At<'a, Text<'a>>, findings: &mut Findings) {
    if let Some(fault) = institution.text().and_then(institution_fault) {
        findings.add(Problem::IdForm { fault }, institution);
    }
}
