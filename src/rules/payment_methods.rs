//! Rules of payment methods: how the customer may pay, with which options, and what is saved.

use super::shape::{Occurrence, Occurrences};
use super::{Session, create_v1, create_v2, inference, object, other, v2};
use crate::catalogue::{RuleInfo, Version};
use crate::document::{At, Entry, Place, Slot};
use crate::findings::Findings;
use crate::json::JsonType;
use crate::problem::Problem;
use crate::report::{Code, Level};
use crate::request::{Currency, Flow, PaymentMethodOptions, SavePaymentMethod};
use crate::sort;

pub(crate) const PAYMENT_TYPES: &[&str] = &["card", "bank_transfer", "installments"];
pub(crate) const SUBSCRIPTION_TYPES: &[&str] = &["card", "pac"];
pub(crate) const SETUP_TYPES: &[&str] = &["card", "bank_transfer", "pac"];
pub(crate) const V1_TYPES: &[&str] = &["bank_transfer", "card"];
const TYPES_OF_ANY_FLOW: &[&str] = &["card", "bank_transfer", "installments", "pac"];

/// The one type on which the documents differ: **object** has it in subscriptions and setups, **create-v2** nowhere.
pub(crate) const DIRECT_DEBIT: &str = "direct_debit";

pub(super) fn check(session: &Session<'_>, findings: &mut Findings) {
    payment_method_types_empty(session, findings);
    payment_method_types_unique(session, findings);
    for (place, method) in well_formed_types(session) {
        payment_method_types_for_flow(method, session, place, findings);
        direct_debit_unlisted(method, session, place, findings);
        type_currency(method, session, place, findings);
    }
    card_type_unlisted(session, findings);
    options_match_types(session, findings);
    payment_method_needs_customer(session, findings);
    payment_method_needs_bank_transfer(session, findings);
    payment_method_in_setup(session, findings);
    save_payment_method_only_in_payment(session, findings);
    save_payment_method_needs_customer(session, findings);
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
fn listed_types<'s>(session: &Session<'s>) -> Option<Vec<&'s str>> {
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
    if is_type_of_flow(method, session) {
        return;
    }
    let renamed = match method {
        "payment_intent" | "payment_initiation" => Some("bank_transfer"),
        "installments_payment" => Some("installments"),
        _ => None,
    };
    let allowed = types_of_flow(session);
    findings.add_at(Problem::PaymentMethodTypesForFlow { allowed, flow: session.flow, renamed }, place);
}

/// The types that the documentation of creating a session lists for its flow.
const fn types_of_flow(session: &Session<'_>) -> &'static [&'static str] {
    match (session.version, session.flow) {
        (Version::V1, _) => V1_TYPES,
        (Version::V2, Some(Flow::Payment)) => PAYMENT_TYPES,
        (Version::V2, Some(Flow::Subscription)) => SUBSCRIPTION_TYPES,
        (Version::V2, Some(Flow::Setup)) => SETUP_TYPES,
        (Version::V2, None) => TYPES_OF_ANY_FLOW,
    }
}

/// Whether a method is of the flow. `direct_debit` is, everywhere but in payments; there it is at most a warning.
///
/// It is called at three places, and each copy of it would compare the method with every type of every flow.
#[inline(never)]
fn is_type_of_flow(method: &str, session: &Session<'_>) -> bool {
    types_of_flow(session).contains(&method) || (method == DIRECT_DEBIT && session.flow != Some(Flow::Payment))
}

pub(crate) const DIRECT_DEBIT_UNLISTED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidEnum],
    scope: "v2 subscription, setup",
    when: "an element of `payment_method_types` is `direct_debit`, which one document lists and another does not",
    at: "the element",
    judges: &["payment_method_types[]"],
    reads: &["flow"],
    sources: &[object("payment_method_types")],
    breaks: v2(
        r#"{"flow": "setup", "currency": "MXN", "customer": "cus_1", "payment_method_types": ["direct_debit"], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "setup", "currency": "MXN", "customer": "cus_1", "payment_method_types": ["card"], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn direct_debit_unlisted(method: &str, session: &Session<'_>, place: Place, findings: &mut Findings) {
    if let Some(Flow::Subscription | Flow::Setup) = session.flow_v2()
        && method == DIRECT_DEBIT
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
    sources: &[object("payment_method_types")],
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
           `direct_debit` while it is CLP",
    at: "the element",
    judges: &["payment_method_types[]"],
    reads: &["currency"],
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
    if let Some(&method) = elsewhere.iter().find(|elsewhere| **elsewhere == method) {
        findings.add_at(Problem::TypeCurrency { method, currency }, place);
    }
}

pub(crate) const OPTIONS_MATCH_TYPES: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidHash],
    scope: "v2",
    when: "a key of `payment_method_options` is not in `payment_method_types`, or, when that is absent or an empty \
           array, not a type of the flow (`direct_debit` is one in subscriptions and setups)",
    at: "the key",
    judges: &["payment_method_options.*"],
    reads: &["flow", "payment_method_types", "payment_method_types[]"],
    sources: &[create_v2("payment_method_options")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["bank_transfer"], "payment_method_options": {"card": {"types": ["credit"]}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["card"], "payment_method_options": {"card": {"types": ["credit"]}}}"#,
    ),
};

fn options_match_types(session: &Session<'_>, findings: &mut Findings) {
    let options = session.options.v2;
    if !options.is_object() {
        return;
    }
    let Some(listed) = listed_types(session) else { return };
    // Without a list, the flow decides.
    let flow = if listed.is_empty() { session.flow } else { None };
    if listed.is_empty() && flow.is_none() {
        return;
    }
    let is_fine = |key: &str| {
        if listed.is_empty() { is_type_of_flow(key, session) } else { listed.binary_search(&key).is_ok() }
    };
    each_option(options, |key, place| {
        if !is_fine(key) {
            findings.add_at(Problem::OptionsMatchTypes { flow }, place);
        }
    });
}

/// Calls `visit` with each key that is present, and its place; with a repeated one once.
fn each_option<'a>(options: At<'a, PaymentMethodOptions<'a>>, mut visit: impl FnMut(&str, Place)) {
    for (position, key) in PaymentMethodOptions::NAMES.iter().enumerate() {
        let option = options.field::<()>(position);
        if option.is_present() {
            visit(key, option.place());
        }
    }
    let occurrences = Occurrences::of_names(options.others());
    for (index, Entry { place, name: key, value, .. }) in options.others().enumerate() {
        if occurrences.at(index) != Occurrence::Repeat
            && value.kind() != JsonType::Null
            && !PaymentMethodOptions::NAMES.contains(&key)
        {
            visit(key, place);
        }
    }
}

pub(crate) const CARD_TYPE_UNLISTED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidEnum],
    scope: "all",
    when: "an element of `card.types` is none of `credit`, `debit` and `prepaid`",
    at: "the element",
    judges: &["payment_method_options.card.types[]"],
    reads: &[],
    sources: &[other("the types of card")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"card": {"types": ["visa"]}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"card": {"types": ["debit"]}}}"#,
    ),
};

fn card_type_unlisted(session: &Session<'_>, findings: &mut Findings) {
    for card_type in session.options.card.types().elements() {
        if card_type.text().is_some_and(|text| !matches!(text, "credit" | "debit" | "prepaid")) {
            findings.add(Problem::CardTypeUnlisted, card_type);
        }
    }
}

pub(crate) const PAYMENT_METHOD_NEEDS_CUSTOMER: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::MissingParameter],
    scope: "v2",
    when: "`payment_method` is present and `customer` is absent",
    at: "`customer`",
    judges: &["customer"],
    reads: &["payment_method"],
    sources: &[create_v2("payment_method")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method": "pm_1", "payment_method_types": ["bank_transfer"]}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "payment_method": "pm_1", "payment_method_types": ["bank_transfer"]}"#,
    ),
};

fn payment_method_needs_customer(session: &Session<'_>, findings: &mut Findings) {
    if session.payment_method.is_present() && session.customer.is_absent() {
        findings.add(Problem::PaymentMethodNeedsCustomer, session.customer);
    }
}

pub(crate) const PAYMENT_METHOD_NEEDS_BANK_TRANSFER: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidParams],
    scope: "v2",
    when: "`payment_method` is present and `payment_method_types` is absent, or well-formed, not empty and other than \
           exactly `[\"bank_transfer\"]`",
    at: "`payment_method_types`",
    judges: &["payment_method_types"],
    reads: &["payment_method", "payment_method_types[]"],
    sources: &[create_v2("payment_method")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "payment_method": "pm_1", "payment_method_types": ["card"]}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "payment_method": "pm_1", "payment_method_types": ["bank_transfer"]}"#,
    ),
};

fn payment_method_needs_bank_transfer(session: &Session<'_>, findings: &mut Findings) {
    if session.payment_method.is_absent() {
        return;
    }
    let is_fine = listed_types(session).is_none_or(|types| matches!(types.as_slice(), [] | ["bank_transfer"]));
    if session.payment_method_types.is_absent() || !is_fine {
        findings.add(Problem::PaymentMethodNeedsBankTransfer, session.payment_method_types);
    }
}

pub(crate) const PAYMENT_METHOD_IN_SETUP: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidParams],
    scope: "v2 setup",
    when: "`payment_method` is present: a setup pays nothing",
    at: "`payment_method`",
    judges: &["payment_method"],
    reads: &["flow"],
    sources: &[create_v2("payment_method"), inference("a setup pays nothing")],
    breaks: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "payment_method": "pm_1", "payment_method_types": ["bank_transfer"], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "payment_method_types": ["bank_transfer"], "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn payment_method_in_setup(session: &Session<'_>, findings: &mut Findings) {
    if session.flow_v2() == Some(Flow::Setup) && session.payment_method.is_present() {
        findings.add(Problem::PaymentMethodInSetup, session.payment_method);
    }
}

pub(crate) const SAVE_PAYMENT_METHOD_ONLY_IN_PAYMENT: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidParams],
    scope: "v2 subscription, setup",
    when: "`save_payment_method` is present",
    at: "`save_payment_method`",
    judges: &["save_payment_method"],
    reads: &["flow"],
    sources: &[create_v2("save_payment_method")],
    breaks: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "save_payment_method": "enabled", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn save_payment_method_only_in_payment(session: &Session<'_>, findings: &mut Findings) {
    if let Some(Flow::Subscription | Flow::Setup) = session.flow_v2()
        && session.save_payment_method.is_present()
    {
        findings.add(Problem::SavePaymentMethodOnlyInPayment, session.save_payment_method);
    }
}

pub(crate) const SAVE_PAYMENT_METHOD_NEEDS_CUSTOMER: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::MissingParameter],
    scope: "v2 payment",
    when: "`save_payment_method` is `enabled`, and `customer` and `customer_data` are both absent",
    at: "`customer`",
    judges: &["customer"],
    reads: &["customer_data", "flow", "save_payment_method"],
    sources: &[create_v2("save_payment_method")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "save_payment_method": "enabled"}"#),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer": "cus_1", "save_payment_method": "enabled"}"#,
    ),
};

fn save_payment_method_needs_customer(session: &Session<'_>, findings: &mut Findings) {
    if session.flow_v2() == Some(Flow::Payment)
        && session.save_payment_method.value() == Some(SavePaymentMethod::Enabled)
        && session.has_no_customer()
    {
        findings.add(Problem::SavePaymentMethodNeedsCustomer, session.customer);
    }
}
