//! Rules of payment methods: how the customer may pay.

use super::shape::{Occurrence, Occurrences};
use super::{Session, create_v1, create_v2, guide, inference, object, other, v2};
use crate::catalogue::{RuleInfo, Version};
use crate::document::{Place, Slot};
use crate::findings::Findings;
use crate::formats::alike;
use crate::problem::{KnownIn, Problem};
use crate::report::{Code, Level};
use crate::request::{Currency, Flow};
use crate::sort;

pub(crate) const PAYMENT_TYPES: &[&str] = &["card", "bank_transfer", "installments"];
pub(crate) const SUBSCRIPTION_TYPES: &[&str] = &["card", "pac"];
pub(crate) const SETUP_TYPES: &[&str] = &["card", "bank_transfer", "pac"];
pub(crate) const V1_TYPES: &[&str] = &["bank_transfer", "card"];
const TYPES_OF_ANY_FLOW: &[&str] = &["card", "bank_transfer", "installments", "pac"];

/// The one type on which the documents differ: **object** lists it in subscriptions and setups, **create-v2** nowhere.
pub(crate) const DIRECT_DEBIT: &str = "direct_debit";

pub(super) fn check(session: &Session<'_>, findings: &mut Findings) {
    payment_method_types_empty(session, findings);
    payment_method_types_unique(session, findings);
    for (place, method) in well_formed_types(session) {
        payment_method_types_for_flow(method, session, place, findings);
        direct_debit_unlisted(method, session, place, findings);
        type_currency(method, session, place, findings);
    }
}

/// The elements of `payment_method_types` that are well-formed, with their places.
fn well_formed_types<'s>(session: &Session<'s>) -> impl Iterator<Item = (Place, &'s str)> + Clone {
    session.payment_method_types.elements().filter_map(|element| Some((element.place(), element.text()?)))
}

/// The elements of `payment_method_types` that are well-formed.
fn methods<'s>(session: &Session<'s>) -> Vec<&'s str> {
    well_formed_types(session).map(|(_, method)| method).collect()
}

/// The elements of `payment_method_types`, sorted; none when it is absent. `None` when it is of the wrong type, or one of
/// its elements is malformed.
pub(super) fn listed_types<'s>(session: &Session<'s>) -> Option<Vec<&'s str>> {
    let field = session.payment_method_types;
    let methods = methods(session);
    if matches!(field.slot(), Slot::Malformed(_)) || methods.len() != field.elements().count() {
        return None;
    }
    let order = sort::order(&methods, Ord::cmp).into_iter();
    Some(order.filter_map(|index| methods.get(index).copied()).collect())
}

pub(crate) const PAYMENT_METHOD_TYPES_FOR_FLOW: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidEnum],
    scope: "all",
    when: "an element of `payment_method_types` is not a type of the flow (payment: `card`, `bank_transfer`, \
           `installments`; subscription: `card`, `pac`; setup: `card`, `bank_transfer`, `pac`; version 1: \
           `bank_transfer`, `card`), or, while the flow is malformed, not a type of any flow; outside payments \
           `direct_debit` has a rule of its own",
    at: "the element",
    judges: &["payment_method_types[]"],
    reads: &["flow"],
    sources: &[create_v2("payment_method_types"), create_v1("payment_method_types")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["pac"]}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["card"]}"#),
};

fn payment_method_types_for_flow(method: &str, session: &Session<'_>, place: Place, findings: &mut Findings) {
    if !is_type_of_session(method, session) {
        let (allowed, known_in) = (types_of_flow(session), where_known(method, session.version));
        let suggestion = closest_type(method, session);
        let flow = session.flow;
        findings.add_at(Problem::PaymentMethodTypesForFlow { allowed, flow, known_in, suggestion }, place);
    }
}

/// The types that the documentation of creating a session lists for its flow.
pub(super) const fn types_of_flow(session: &Session<'_>) -> &'static [&'static str] {
    match (session.version, session.flow) {
        (Version::V1, _) => V1_TYPES,
        (Version::V2, Some(Flow::Payment)) => PAYMENT_TYPES,
        (Version::V2, Some(Flow::Subscription)) => SUBSCRIPTION_TYPES,
        (Version::V2, Some(Flow::Setup)) => SETUP_TYPES,
        (Version::V2, None) => TYPES_OF_ANY_FLOW,
    }
}

/// Whether a method is a type of the session: of its flow, or `direct_debit` outside payments and version 1, where it is at
/// most a warning.
///
/// Not inlined: each of its three callers would carry a copy of all comparisons.
#[inline(never)]
pub(super) fn is_type_of_session(method: &str, session: &Session<'_>) -> bool {
    types_of_flow(session).contains(&method) || (method == DIRECT_DEBIT && takes_direct_debit(session))
}

/// The types of the session, `direct_debit` included where it is one.
pub(super) fn types_of_session(session: &Session<'_>) -> Vec<&'static str> {
    let direct_debit: &[&str] = if takes_direct_debit(session) { &[DIRECT_DEBIT] } else { &[] };
    [types_of_flow(session), direct_debit].concat()
}

fn takes_direct_debit(session: &Session<'_>) -> bool {
    session.version == Version::V2 && session.flow != Some(Flow::Payment)
}

/// The type of the session that a name certainly was meant to be: its new name, or the one that is alike. A name of
/// another type is no slip, and has none.
pub(super) fn closest_type(name: &str, session: &Session<'_>) -> Option<&'static str> {
    if let Some(new_name) = new_name(name) {
        return types_of_flow(session).contains(&new_name).then_some(new_name);
    }
    let is_type = name == DIRECT_DEBIT || TYPES_OF_ANY_FLOW.contains(&name);
    if is_type { None } else { alike(name, &types_of_session(session)) }
}

/// The new name of a payment method type, by the one that it had before API version 2026-02-01.
fn new_name(name: &str) -> Option<&'static str> {
    match name {
        "payment_intent" | "payment_initiation" => Some("bank_transfer"),
        "installments_payment" => Some("installments"),
        _ => None,
    }
}

/// Where the API knows a name that is no type of the session.
pub(super) fn where_known(name: &str, version: Version) -> KnownIn {
    match (version, name) {
        _ if new_name(name).is_some() => KnownIn::OlderVersion,
        (Version::V2, "installments") => KnownIn::Flows(&["payment"]),
        (Version::V2, "bank_transfer") => KnownIn::Flows(&["payment", "setup"]),
        (Version::V2, "pac" | DIRECT_DEBIT) => KnownIn::Flows(&["subscription", "setup"]),
        _ => KnownIn::Nowhere,
    }
}

pub(crate) const DIRECT_DEBIT_UNLISTED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidEnum],
    scope: "v2 subscription, setup",
    when: "an element of `payment_method_types` is `direct_debit`, which one document lists and another does not, unless \
           the currency is MXN",
    at: "the element",
    judges: &["payment_method_types[]"],
    reads: &["currency", "flow"],
    sources: &[object("payment_method_types")],
    breaks: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "payment_method_types": ["direct_debit"], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "setup", "currency": "MXN", "customer": "cus_1", "payment_method_types": ["direct_debit"], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn direct_debit_unlisted(method: &str, session: &Session<'_>, place: Place, findings: &mut Findings) {
    if let Some(Flow::Subscription | Flow::Setup) = session.flow_v2()
        && method == DIRECT_DEBIT
        && session.currency != Some(Currency::Mxn)
    {
        findings.add_at(Problem::DirectDebitUnlisted, place);
    }
}

pub(crate) const PAYMENT_METHOD_TYPES_EMPTY: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidArray],
    scope: "all",
    when: "`payment_method_types` is an empty array",
    at: "`payment_method_types`",
    judges: &["payment_method_types"],
    reads: &[],
    sources: &[guide("payment_method_types"), object("payment_method_types")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": []}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["card"]}"#),
};

fn payment_method_types_empty(session: &Session<'_>, findings: &mut Findings) {
    if session.payment_method_types.is_empty() {
        findings.add(Problem::PaymentMethodTypesEmpty, session.payment_method_types);
    }
}

pub(crate) const PAYMENT_METHOD_TYPES_UNIQUE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidArray],
    scope: "all",
    when: "an element of `payment_method_types` repeats an earlier one",
    at: "the repeat",
    judges: &["payment_method_types[]"],
    reads: &["payment_method_types[]"],
    sources: &[inference("the second says nothing that the first did not")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["card", "card"]}"#,
    ),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["card"]}"#),
};

fn payment_method_types_unique(session: &Session<'_>, findings: &mut Findings) {
    let occurrences = Occurrences::of(&methods(session));
    for (index, (place, _)) in well_formed_types(session).enumerate() {
        if occurrences.at(index) == Occurrence::Repeat {
            findings.add_at(Problem::PaymentMethodTypesUnique, place);
        }
    }
}

pub(crate) const TYPE_CURRENCY: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::NotSupportedCurrency],
    scope: "v2",
    when: "an element of `payment_method_types` is `pac` or `installments` while the currency is MXN, or \
           `direct_debit` while it is CLP; not an element that the flow does not take",
    at: "the element",
    judges: &["payment_method_types[]"],
    reads: &["currency", "flow"],
    sources: &[object("payment_method_types"), other("the countries of each payment method")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "MXN", "ui_mode": "embedded", "payment_method_types": ["installments"]}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["installments"]}"#,
    ),
};

fn type_currency(method: &str, session: &Session<'_>, place: Place, findings: &mut Findings) {
    let (Version::V2, Some(currency)) = (session.version, session.currency) else { return };
    let elsewhere: &[&'static str] = match currency {
        Currency::Clp => &[DIRECT_DEBIT],
        Currency::Mxn => &["pac", "installments"],
    };
    if let Some(&method) = elsewhere.iter().find(|elsewhere| **elsewhere == method)
        && is_type_of_session(method, session)
    {
        findings.add_at(Problem::TypeCurrency { method, currency }, place);
    }
}
