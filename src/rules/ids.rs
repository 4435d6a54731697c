//! Rules of ids: the prefix and the form.

use super::context::Context;
use super::diagnostics::Diagnostics;
use super::info::{RuleInfo, other, v2};
use super::scope::Scope;
use crate::error_code::ErrorCode;
use crate::formats::{has_other_prefix, id_fault, institution_fault};
use crate::report::{Level, ViolationKind};
use crate::request::{Cursor, LineItem, Text};

pub(super) fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    check_id(context.customer, "cus_", diagnostics);
    check_id(context.payment_method, "pm_", diagnostics);
    check_id(context.subscription, "sub_", diagnostics);
}

pub(super) fn check_item(item: Cursor<'_, LineItem>, diagnostics: &mut Diagnostics) {
    check_id(item.price(), "price_", diagnostics);
    check_id(item.price_data().product(), "prod_", diagnostics);
}

fn check_id(id: Cursor<'_, Text>, expected: &'static str, diagnostics: &mut Diagnostics) {
    id_prefix(id, expected, diagnostics);
    id_form(id, expected, diagnostics);
}

/// `id-prefix`
///
/// The prefix tells the kind of object, so another prefix means the id of another object.
pub(crate) const ID_PREFIX: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidString],
    scope: Scope::ALL,
    when: "`customer`, `payment_method`, `subscription`, or the `price` or `product` of an item begins with the prefix of \
           another kind of object",
    at: "the field",
    fields: &["customer", "payment_method", "subscription", "line_items[].price", "line_items[].price_data.product"],
    depends_on: &[],
    sources: &[other("the prefixes of ids")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cs_li5531onlFDi235"}"#),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_3B2bODrQFje7ZVkT69xyaTSDwXQ"}"#,
    ),
};

fn id_prefix(id: Cursor<'_, Text>, expected: &'static str, diagnostics: &mut Diagnostics) {
    if id.text().is_some_and(|id| has_other_prefix(id, expected)) {
        diagnostics.push(ViolationKind::IdPrefix { expected }, id);
    }
}

/// `id-form`
///
/// Detects an e-mail address, a name, or a prefix without its id.
pub(crate) const ID_FORM: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidString],
    scope: Scope::ALL,
    when: "an id holds white space or `@`, or is the prefix of one and nothing else, and `id-prefix` does not report it; or an \
           `institution_id` holds white space or a capital letter",
    at: "the field, or its `value`",
    fields: &[
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
    depends_on: &[],
    sources: &[other("the forms of ids")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "ana@example.com"}"#),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_3B2bODrQFje7ZVkT69xyaTSDwXQ"}"#,
    ),
};

fn id_form(id: Cursor<'_, Text>, expected: &'static str, diagnostics: &mut Diagnostics) {
    if let Some(text) = id.text()
        && !has_other_prefix(text, expected)
        && let Some(fault) = id_fault(text)
    {
        diagnostics.push(ViolationKind::IdForm { fault }, id);
    }
}

/// Checks `id-form` for an `institution_id`, which has no prefix.
pub(super) fn institution_form(institution: Cursor<'_, Text>, diagnostics: &mut Diagnostics) {
    if let Some(fault) = institution.text().and_then(institution_fault) {
        diagnostics.push(ViolationKind::IdForm { fault }, institution);
    }
}
