//! Rules of `payment_method_types`.

use super::context::Context;
use super::diagnostics::Diagnostics;
use super::info::{RuleInfo, create_v1, create_v2, guide, inference, object, other, v2};
use super::occurrences::{Occurrence, Occurrences};
use super::scope::Scope;
use crate::error_code::ErrorCode;
use crate::formats::alike;
use crate::report::{KnownIn, Level, ViolationKind};
use crate::request::{Currency, Flow};
use crate::sort;
use crate::tape::{Slot, SlotId};
use crate::version::Version;

pub(crate) const PAYMENT_TYPES: &[&str] = &["card", "bank_transfer", "installments"];
pub(crate) const SUBSCRIPTION_TYPES: &[&str] = &["card", "pac"];
pub(crate) const SETUP_TYPES: &[&str] = &["card", "bank_transfer", "pac"];
pub(crate) const V1_TYPES: &[&str] = &["bank_transfer", "card"];
const TYPES_OF_ANY_FLOW: &[&str] = &["card", "bank_transfer", "installments", "pac"];

/// The type on which the documents disagree: **object** lists it for subscriptions and setups, **create-v2** nowhere.
pub(crate) const DIRECT_DEBIT: &str = "direct_debit";

pub(super) fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    payment_method_types_empty(context, diagnostics);
    payment_method_types_unique(context, diagnostics);
    let mut others: usize = 0;
    for (slot_id, method) in well_formed_types(context) {
        if !is_type_of_session(method, context) {
            payment_method_types_for_flow(method, others, context, slot_id, diagnostics);
            others = others.saturating_add(1);
        }
        direct_debit_unlisted(method, context, slot_id, diagnostics);
        type_currency(method, context, slot_id, diagnostics);
    }
}

/// Iterates over the well-formed elements of `payment_method_types`, with their slots.
fn well_formed_types<'s>(context: &Context<'s>) -> impl Iterator<Item = (SlotId, &'s str)> + Clone {
    context.payment_method_types.elements().filter_map(|element| Some((element.slot_id(), element.text()?)))
}

/// Returns the well-formed elements of `payment_method_types`, in order.
fn methods<'s>(context: &Context<'s>) -> Vec<&'s str> {
    well_formed_types(context).map(|(_, method)| method).collect()
}

/// Returns the elements of `payment_method_types`, sorted; an empty list if it is absent. `None` if it is of the wrong
/// type, or one of its elements is no string or blank.
pub(super) fn listed_types<'s>(context: &Context<'s>) -> Option<Vec<&'s str>> {
    let field = context.payment_method_types;
    let methods = methods(context);
    if matches!(field.slot(), Slot::Malformed(_)) || methods.len() != field.elements().count() {
        return None;
    }
    let order = sort::order(&methods, Ord::cmp).into_iter();
    Some(order.filter_map(|index| methods.get(index).copied()).collect())
}

/// `payment-method-types-for-flow`
///
/// The lists are those of the pages that describe the request; `object` describes what comes back.
pub(crate) const PAYMENT_METHOD_TYPES_FOR_FLOW: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidEnum],
    scope: Scope::ALL,
    when: "an element of `payment_method_types` is not a type of the flow (payment: `card`, `bank_transfer`, \
           `installments`; subscription: `card`, `pac`; setup: `card`, `bank_transfer`, `pac`; version 1: \
           `bank_transfer`, `card`), or, while the flow is malformed, not a type of any flow; outside payments \
           `direct_debit` has a rule of its own",
    at: "the element",
    fields: &["payment_method_types[]"],
    depends_on: &["flow"],
    sources: &[create_v2("payment_method_types"), create_v1("payment_method_types")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["pac"]}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["card"]}"#),
};

/// Reports a method that is no type of the session; `index` is the number of those before it.
fn payment_method_types_for_flow(
    method: &str,
    index: usize,
    context: &Context<'_>,
    slot_id: SlotId,
    diagnostics: &mut Diagnostics,
) {
    let (allowed, known_in) = (types_of_flow(context), where_known(method, context.version));
    let suggestion = if diagnostics.may_list(index) { closest_type(method, context) } else { None };
    let flow = context.flow;
    diagnostics.push_at(ViolationKind::PaymentMethodTypesForFlow { allowed, flow, known_in, suggestion }, slot_id);
}

/// Returns the types that create-v1 or create-v2 lists for the flow; those of every flow if the flow is malformed.
pub(super) const fn types_of_flow(context: &Context<'_>) -> &'static [&'static str] {
    match (context.version, context.flow) {
        (Version::V1, _) => V1_TYPES,
        (Version::V2, Some(Flow::Payment)) => PAYMENT_TYPES,
        (Version::V2, Some(Flow::Subscription)) => SUBSCRIPTION_TYPES,
        (Version::V2, Some(Flow::Setup)) => SETUP_TYPES,
        (Version::V2, None) => TYPES_OF_ANY_FLOW,
    }
}

/// True if a method is a type of the session: one of its flow, or `direct_debit` outside payments and version 1, where
/// it is at most a warning.
///
/// Not inlined: each of its three callers would carry a copy of all comparisons.
#[inline(never)]
pub(super) fn is_type_of_session(method: &str, context: &Context<'_>) -> bool {
    types_of_flow(context).contains(&method) || (method == DIRECT_DEBIT && takes_direct_debit(context))
}

/// Returns the types of the session, with `direct_debit` if the session takes it.
pub(super) fn types_of_session(context: &Context<'_>) -> Vec<&'static str> {
    let mut types = types_of_flow(context).to_vec();
    if takes_direct_debit(context) {
        types.push(DIRECT_DEBIT);
    }
    types
}

fn takes_direct_debit(context: &Context<'_>) -> bool {
    context.version == Version::V2 && context.flow != Some(Flow::Payment)
}

/// Returns the type of the session to suggest for a name: the new name of an old one, or the one that differs from it
/// only slightly. `None` for the name of another type, which is no typing error.
pub(super) fn closest_type(name: &str, context: &Context<'_>) -> Option<&'static str> {
    if let Some(new_name) = new_name(name) {
        return types_of_flow(context).contains(&new_name).then_some(new_name);
    }
    let is_type = name == DIRECT_DEBIT || TYPES_OF_ANY_FLOW.contains(&name);
    if is_type { None } else { alike(name, &types_of_session(context)) }
}

/// Returns the name of a payment method type since API version 2026-02-01, given the name before it.
fn new_name(name: &str) -> Option<&'static str> {
    match name {
        "payment_intent" | "payment_initiation" => Some("bank_transfer"),
        "installments_payment" => Some("installments"),
        _ => None,
    }
}

/// Returns the flows or the version in which the API knows a name that is no type of the session.
pub(super) fn where_known(name: &str, version: Version) -> KnownIn {
    match (version, name) {
        _ if new_name(name).is_some() => KnownIn::OlderVersion,
        (Version::V2, "installments") => KnownIn::Flows(&["payment"]),
        (Version::V2, "bank_transfer") => KnownIn::Flows(&["payment", "setup"]),
        (Version::V2, "pac" | DIRECT_DEBIT) => KnownIn::Flows(&["subscription", "setup"]),
        _ => KnownIn::Nowhere,
    }
}

/// `direct-debit-unlisted`
///
/// Not reported with MXN: `object` names it for Mexico, as the only way to debit an account there.
pub(crate) const DIRECT_DEBIT_UNLISTED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidEnum],
    scope: Scope::v2(&[Flow::Subscription, Flow::Setup]),
    when: "an element of `payment_method_types` is `direct_debit`, which one document lists and another does not, unless \
           the currency is MXN",
    at: "the element",
    fields: &["payment_method_types[]"],
    depends_on: &["currency", "flow"],
    sources: &[object("payment_method_types")],
    invalid: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "payment_method_types": ["direct_debit"], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"flow": "setup", "currency": "MXN", "customer": "cus_1", "payment_method_types": ["direct_debit"], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn direct_debit_unlisted(method: &str, context: &Context<'_>, slot_id: SlotId, diagnostics: &mut Diagnostics) {
    if let Some(Flow::Subscription | Flow::Setup) = context.flow_v2()
        && method == DIRECT_DEBIT
        && context.currency != Some(Currency::Mxn)
    {
        diagnostics.push_at(ViolationKind::DirectDebitUnlisted, slot_id);
    }
}

/// `payment-method-types-empty`
///
/// An empty list leaves the customer no way to pay.
pub(crate) const PAYMENT_METHOD_TYPES_EMPTY: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidArray],
    scope: Scope::ALL,
    when: "`payment_method_types` is an empty array",
    at: "`payment_method_types`",
    fields: &["payment_method_types"],
    depends_on: &[],
    sources: &[guide("payment_method_types"), object("payment_method_types")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": []}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["card"]}"#),
};

fn payment_method_types_empty(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.payment_method_types.is_empty() {
        diagnostics.push(ViolationKind::PaymentMethodTypesEmpty, context.payment_method_types);
    }
}

/// `payment-method-types-unique`
pub(crate) const PAYMENT_METHOD_TYPES_UNIQUE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidArray],
    scope: Scope::ALL,
    when: "an element of `payment_method_types` repeats an earlier one",
    at: "the repeat",
    fields: &["payment_method_types[]"],
    depends_on: &["payment_method_types[]"],
    sources: &[inference("the second says nothing that the first did not")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["card", "card"]}"#,
    ),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["card"]}"#),
};

fn payment_method_types_unique(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let occurrences = Occurrences::of(&methods(context));
    for (index, (slot_id, _)) in well_formed_types(context).enumerate() {
        if occurrences.at(index) == Occurrence::Repeat {
            diagnostics.push_at(ViolationKind::PaymentMethodTypesUnique, slot_id);
        }
    }
}

/// `type-currency`
pub(crate) const TYPE_CURRENCY: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::NotSupportedCurrency],
    scope: Scope::V2,
    when: "an element of `payment_method_types` is `pac` or `installments` while the currency is MXN, or \
           `direct_debit` while it is CLP; not an element that the flow does not take",
    at: "the element",
    fields: &["payment_method_types[]"],
    depends_on: &["currency", "flow"],
    sources: &[object("payment_method_types"), other("the countries of each payment method")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "MXN", "ui_mode": "embedded", "payment_method_types": ["installments"]}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["installments"]}"#,
    ),
};

fn type_currency(method: &str, context: &Context<'_>, slot_id: SlotId, diagnostics: &mut Diagnostics) {
    let (Version::V2, Some(currency)) = (context.version, context.currency) else { return };
    let elsewhere: &[&'static str] = match currency {
        Currency::Clp => &[DIRECT_DEBIT],
        Currency::Mxn => &["pac", "installments"],
    };
    if let Some(&method) = elsewhere.iter().find(|elsewhere| **elsewhere == method)
        && is_type_of_session(method, context)
    {
        diagnostics.push_at(ViolationKind::TypeCurrency { method, currency }, slot_id);
    }
}
