//! Typed requests whose fields are in any state.

use std::fmt::Debug;

use fintoc_preflight::request::{
    AnyObject, BankTransferOptions, BusinessProfile, CardOptions, CustomerData, FlowV1, Integer, LineItem, Metadata,
    PacOptions, PaymentMethodOptions, PaymentMethodOptionsV1, Preset, PriceData, ProductData, RecipientAccount,
    Recurring, SavePaymentMethod, SenderAccount, SenderField, TaxId, Text, UiMode, Unknown,
};
use fintoc_preflight::{CheckoutSessionRequest, CheckoutSessionRequestV1, Currency, Field, Flow, Json};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::trees;

/// A field that may be absent, `null`, anything at all, or a value of its type. Boxed, as a request of many fields is
/// more than a stack holds.
fn field<T: Debug + Clone + 'static>(value: impl Strategy<Value = T> + 'static) -> BoxedStrategy<Field<'static, T>> {
    prop_oneof![
        3 => Just(Field::Absent),
        1 => Just(Field::Null),
        1 => json().prop_map(Field::Malformed),
        6 => value.prop_map(Field::Value),
    ]
    .boxed()
}

fn json() -> impl Strategy<Value = Json<'static>> {
    trees::tree().prop_map(|tree| Json::parse(&tree.to_string()).unwrap().into_owned())
}

fn text() -> impl Strategy<Value = Text<'static>> {
    trees::text().prop_map(Text::from)
}

fn integer() -> impl Strategy<Value = Integer> {
    prop_oneof![
        (-2..3_i32).prop_map(Integer::from),
        select(vec![990, 7_000_000, 1 << 31, (1 << 53) - 1, -(1 << 53) + 1])
            .prop_map(|amount| Integer::new(amount).unwrap()),
    ]
}

fn list<T: Debug + Clone + 'static>(
    element: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Field<'static, Vec<Field<'static, T>>>> {
    field(vec(field(element), 0..3))
}

fn entries() -> impl Strategy<Value = Vec<(String, Json<'static>)>> {
    prop_oneof![3 => Just(Vec::new()), 1 => vec((trees::name(), json()), 0..4)]
}

fn unknown() -> impl Strategy<Value = Unknown<'static>> {
    entries().prop_map(|entries| {
        let mut unknown = Unknown::default();
        for (name, value) in entries {
            unknown.push(name, value);
        }
        unknown
    })
}

fn metadata() -> impl Strategy<Value = Metadata<'static>> {
    entries().prop_map(Metadata::from_iter)
}

fn any_object() -> impl Strategy<Value = AnyObject<'static>> {
    entries().prop_map(|entries| {
        let members: Vec<String> = entries
            .iter()
            .map(|(name, value)| format!("{}:{}", serde_json::Value::from(name.as_str()), value.as_str()))
            .collect();
        let text = format!("{{{}}}", members.join(","));
        AnyObject::new(Json::parse(&text).unwrap().into_owned()).unwrap()
    })
}

fn currency() -> impl Strategy<Value = Currency> {
    select(vec![Currency::Clp, Currency::Clp, Currency::Mxn])
}

prop_compose! {
    fn business_profile()(
        category in field(text()), name in field(text()), tax_id in field(text()), unknown in unknown(),
    ) -> BusinessProfile<'static> {
        BusinessProfile { category, name, tax_id, unknown }
    }
}

prop_compose! {
    fn tax_id()(r#type in field(text()), value in field(text()), unknown in unknown()) -> TaxId<'static> {
        TaxId { r#type, value, unknown }
    }
}

prop_compose! {
    fn customer_data()(
        tax_id in field(tax_id()), name in field(text()), email in field(text()), metadata in field(metadata()),
        unknown in unknown(),
    ) -> CustomerData<'static> {
        CustomerData { tax_id, name, email, metadata, unknown }
    }
}

prop_compose! {
    fn product_data()(name in field(text()), image_url in field(text()), unknown in unknown()) -> ProductData<'static> {
        ProductData { name, image_url, unknown }
    }
}

prop_compose! {
    fn recurring()(interval in field(text()), interval_count in field(integer()), unknown in unknown()) -> Recurring<'static> {
        Recurring { interval, interval_count, unknown }
    }
}

prop_compose! {
    fn price_data()(
        currency in field(currency()), unit_amount in field(integer()), product_data in field(product_data()),
        product in field(text()), recurring in field(recurring()), unknown in unknown(),
    ) -> PriceData<'static> {
        PriceData { currency, unit_amount, product_data, product, recurring, unknown }
    }
}

prop_compose! {
    fn line_item()(
        quantity in field(integer()), price_data in field(price_data()), price in field(text()), unknown in unknown(),
    ) -> LineItem<'static> {
        LineItem { quantity, price_data, price, unknown }
    }
}

prop_compose! {
    fn recipient_account()(
        holder_id in field(text()), institution_id in field(text()), number in field(text()),
        r#type in field(text()), unknown in unknown(),
    ) -> RecipientAccount<'static> {
        RecipientAccount { holder_id, institution_id, number, r#type, unknown }
    }
}

prop_compose! {
    fn preset()(value in field(text()), editable in field(any::<bool>()), unknown in unknown()) -> Preset<'static> {
        Preset { value, editable, unknown }
    }
}

fn sender_field() -> impl Strategy<Value = SenderField<'static>> {
    prop_oneof![text().prop_map(SenderField::Plain), preset().prop_map(SenderField::Preset)]
}

prop_compose! {
    fn sender_account()(
        holder_id in field(sender_field()), institution_id in field(sender_field()), number in field(text()),
        r#type in field(text()), unknown in unknown(),
    ) -> SenderAccount<'static> {
        SenderAccount { holder_id, institution_id, number, r#type, unknown }
    }
}

prop_compose! {
    fn bank_transfer()(
        recipient_account in field(recipient_account()), sender_account in field(sender_account()), unknown in unknown(),
    ) -> BankTransferOptions<'static> {
        BankTransferOptions { recipient_account, sender_account, unknown }
    }
}

prop_compose! {
    fn card()(types in list(text()), unknown in unknown()) -> CardOptions<'static> {
        CardOptions { types, unknown }
    }
}

prop_compose! {
    fn pac()(sender_account in field(sender_account()), unknown in unknown()) -> PacOptions<'static> {
        PacOptions { sender_account, unknown }
    }
}

prop_compose! {
    fn options()(
        bank_transfer in field(bank_transfer()), card in field(card()), pac in field(pac()),
        installments in field(any_object()), direct_debit in field(any_object()), unknown in unknown(),
    ) -> PaymentMethodOptions<'static> {
        PaymentMethodOptions { bank_transfer, card, pac, installments, direct_debit, unknown }
    }
}

prop_compose! {
    fn options_v1()(
        bank_transfer in field(bank_transfer()), card in field(card()), unknown in unknown(),
    ) -> PaymentMethodOptionsV1<'static> {
        PaymentMethodOptionsV1 { bank_transfer, card, unknown }
    }
}

prop_compose! {
    pub(crate) fn v2()(
        amount in field(integer()), business_profile in field(business_profile()), cancel_url in field(text()),
        currency in field(currency()), customer in field(text()), customer_data in field(customer_data()),
        customer_email in field(text()), expires_at in field(text()),
        flow in field(select(vec![Flow::Payment, Flow::Subscription, Flow::Setup])), line_items in list(line_item()),
        metadata in field(metadata()), payment_method in field(text()), payment_method_options in field(options()),
        payment_method_types in list(text()),
        save_payment_method in field(select(vec![SavePaymentMethod::Enabled, SavePaymentMethod::Disabled])),
        subscription in field(text()), success_url in field(text()),
        ui_mode in field(select(vec![UiMode::Hosted, UiMode::Embedded])), unknown in unknown(),
    ) -> CheckoutSessionRequest<'static> {
        CheckoutSessionRequest {
            amount, business_profile, cancel_url, currency, customer, customer_data, customer_email, expires_at, flow,
            line_items, metadata, payment_method, payment_method_options, payment_method_types, save_payment_method,
            subscription, success_url, ui_mode, unknown,
        }
    }
}

prop_compose! {
    pub(crate) fn v1()(
        amount in field(integer()), business_profile in field(business_profile()), cancel_url in field(text()),
        currency in field(currency()), customer in field(customer_data()), customer_email in field(text()),
        expires_at in field(text()), flow in field(Just(FlowV1::Payment)), line_items in list(line_item()),
        metadata in field(metadata()), payment_method_options in field(options_v1()),
        payment_method_types in list(text()), success_url in field(text()), unknown in unknown(),
    ) -> CheckoutSessionRequestV1<'static> {
        CheckoutSessionRequestV1 {
            amount, business_profile, cancel_url, currency, customer, customer_email, expires_at, flow, line_items,
            metadata, payment_method_options, payment_method_types, success_url, unknown,
        }
    }
}
