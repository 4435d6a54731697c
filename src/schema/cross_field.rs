//! Rules between the fields of a request.

use serde_json::Value;

use super::keywords::{Schema, keywords, member, merge, only, strings};
use super::logic::{any_present, fields, is_absent, is_present, nothing, optional, present, rule, when};
use crate::report::Rule;
use crate::request::{Currency, Flow, PaymentMethodOptions};
use crate::rules::payment_methods::{DIRECT_DEBIT, PAYMENT_TYPES, SETUP_TYPES, SUBSCRIPTION_TYPES, V1_TYPES};
use crate::version::Version;

pub(super) fn rules(version: Version) -> Vec<Schema> {
    match version {
        Version::V1 => v1(),
        Version::V2 => v2(),
    }
}

fn v1() -> Vec<Schema> {
    // Version 1 accepts currencies in any case. The first letter distinguishes them.
    let begins_with = |letter: &str| keywords([member("type", "string"), member("pattern", letter)]);
    vec![
        amount_or_line_items(),
        rule(Rule::AmountWithLineItems, when(has_items(), is_absent("amount"))),
        currency_matches_session(begins_with("^[Cc]")),
        currency_matches_session(begins_with("^[Mm]")),
        types_for_flow(V1_TYPES),
        total_is_positive(),
    ]
}

fn v2() -> Vec<Schema> {
    let in_currency = |currency: Currency| currency_matches_session(only("const", currency.as_str()));
    let one_customer = vec![is_absent("customer"), is_absent("customer_data")];
    let mut rules = vec![
        in_flow(Flow::Payment),
        in_flow(Flow::Subscription),
        in_flow(Flow::Setup),
        in_currency(Currency::Clp),
        in_currency(Currency::Mxn),
        rule(Rule::CustomerXorCustomerData, only("anyOf", one_customer)),
    ];
    rules.extend(PaymentMethodOptions::NAMES.iter().map(|key| option_matches_types(key)));
    rules
}

/// Returns the rules of a flow, on condition that the request has it.
fn in_flow(flow: Flow) -> Schema {
    let word: &str = flow.into();
    match flow {
        Flow::Payment => {
            let is_payment = fields(&[("flow", only("enum", vec![Value::from(word), Value::Null]))]);
            when(is_payment, only("allOf", payment()))
        }
        Flow::Subscription => when(present(&[("flow", only("const", word))]), only("allOf", subscription())),
        Flow::Setup => when(present(&[("flow", only("const", word))]), only("allOf", setup())),
    }
}

fn payment() -> Vec<Schema> {
    let is_embedded = present(&[("ui_mode", only("const", "embedded"))]);
    let both_urls = only("allOf", vec![is_present("cancel_url"), is_present("success_url")]);
    let saves = present(&[("save_payment_method", only("const", "enabled"))]);
    vec![
        amount_or_line_items(),
        types_for_flow(PAYMENT_TYPES),
        options_for_flow(PAYMENT_TYPES),
        rule(Rule::SavePaymentMethodNeedsCustomer, when(saves, any_present(&["customer", "customer_data"]))),
        rule(Rule::RedirectUrlsRequired, only("anyOf", vec![is_embedded, both_urls])),
        total_is_positive(),
        saved_method_needs_customer(),
        saved_method_needs_bank_transfer(),
    ]
}

fn subscription() -> Vec<Schema> {
    let types = [SUBSCRIPTION_TYPES, &[DIRECT_DEBIT]].concat();
    vec![
        rule(Rule::AmountRequiredInSubscription, is_present("amount")),
        rule(Rule::LineItemsRequiredInSubscription, has_items()),
        types_for_flow(&types),
        options_for_flow(&types),
        rule(Rule::PaymentMethodInSubscription, is_absent("payment_method")),
        rule(Rule::SavePaymentMethodOnlyInPayment, is_absent("save_payment_method")),
    ]
}

fn setup() -> Vec<Schema> {
    let types = [SETUP_TYPES, &[DIRECT_DEBIT]].concat();
    vec![
        rule(Rule::AmountForbiddenInSetup, is_absent("amount")),
        types_for_flow(&types),
        options_for_flow(&types),
        saved_method_needs_customer(),
        saved_method_needs_bank_transfer(),
        rule(Rule::SavePaymentMethodOnlyInPayment, is_absent("save_payment_method")),
    ]
}

fn amount_or_line_items() -> Schema {
    rule(Rule::AmountOrLineItems, only("anyOf", vec![is_present("amount"), has_items()]))
}

/// Requires, if there is no amount, that an item is not free. Other rules refuse the other causes of an unknown total.
fn total_is_positive() -> Schema {
    let is_free = keywords([member("type", "integer"), member("maximum", 0)]);
    let price_data = merge([only("type", "object"), present(&[("unit_amount", is_free)])]);
    let free_item = merge([only("type", "object"), present(&[("price_data", price_data)])]);
    let free_items = keywords([member("type", "array"), member("minItems", 1), member("items", free_item)]);
    let are_not_free = only("not", present(&[("line_items", free_items)]));
    rule(Rule::AmountPositive, only("anyOf", vec![is_present("amount"), are_not_free]))
}

fn has_items() -> Schema {
    present(&[("line_items", keywords([member("type", "array"), member("minItems", 1)]))])
}

/// Requires that the items' currencies match `such` if the session's does.
fn currency_matches_session(such: Schema) -> Schema {
    let price_data = optional("object", fields(&[("currency", such.clone())]));
    let item = merge([only("type", "object"), fields(&[("price_data", price_data)])]);
    let line_items = optional("array", only("items", item));
    rule(Rule::CurrencyMatchesSession, when(present(&[("currency", such)]), fields(&[("line_items", line_items)])))
}

fn types_for_flow(types: &[&str]) -> Schema {
    let types = optional("array", only("items", only("enum", strings(types))));
    rule(Rule::PaymentMethodTypesForFlow, fields(&[("payment_method_types", types)]))
}

/// Forbids options of payment methods that a flow does not accept.
fn options_for_flow(types: &[&str]) -> Schema {
    let unknown = PaymentMethodOptions::NAMES.iter().filter(|key| !types.contains(key));
    let unknown: Vec<(&str, Schema)> = unknown.map(|key| (*key, nothing())).collect();
    let options = optional("object", fields(&unknown));
    rule(Rule::OptionsMatchTypes, fields(&[("payment_method_options", options)]))
}

/// Requires that a payment method with options is in `payment_method_types`, if that is present.
fn option_matches_types(key: &str) -> Schema {
    let has_option = merge([only("type", "object"), is_present(key)]);
    let types = optional("array", only("contains", only("const", key)));
    rule(
        Rule::OptionsMatchTypes,
        when(present(&[("payment_method_options", has_option)]), fields(&[("payment_method_types", types)])),
    )
}

fn saved_method_needs_customer() -> Schema {
    rule(Rule::PaymentMethodNeedsCustomer, when(is_present("payment_method"), is_present("customer")))
}

fn saved_method_needs_bank_transfer() -> Schema {
    let types =
        keywords([member("type", "array"), member("items", only("const", "bank_transfer")), member("maxItems", 1)]);
    let takes_it_alone = present(&[("payment_method_types", types)]);
    rule(Rule::PaymentMethodNeedsBankTransfer, when(is_present("payment_method"), takes_it_alone))
}
