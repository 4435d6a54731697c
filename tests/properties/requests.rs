//! Typed requests whose fields have any value of their type.

use std::fmt::Debug;

use fintoc_preflight::request::{
    AccountType, BankTransferOptions, BusinessProfile, CardOptions, CardType, CustomerData, FlowV1, LineItem,
    PacOptions, PaymentMethodOptions, PaymentMethodOptionsV1, PaymentMethodType, Preset, PriceData, ProductData,
    RecipientAccount, Recurring, SavePaymentMethod, SenderAccount, SenderField, TaxId, TaxIdType, UiMode,
};
use fintoc_preflight::{CheckoutSessionRequest, CheckoutSessionRequestV1, Currency, Flow, OpenEnum};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value};

use crate::trees;

/// A field that may be absent. Boxed, as a request of many fields is more than a stack holds.
fn field<T: Debug + Clone + 'static>(value: impl Strategy<Value = T> + 'static) -> BoxedStrategy<Option<T>> {
    prop_oneof![1 => Just(None), 2 => value.prop_map(Some)].boxed()
}

fn json() -> impl Strategy<Value = Value> {
    trees::tree().prop_map(|tree| serde_json::from_str(&tree.to_string()).unwrap())
}

fn text() -> impl Strategy<Value = String> {
    trees::text()
}

fn integer() -> impl Strategy<Value = i64> {
    prop_oneof![
        -2..3_i64,
        select(vec![990, 7_000_000, 1 << 31, (1 << 53) - 1, -(1 << 53) + 1, 1 << 53, i64::MAX, i64::MIN]),
    ]
}

fn list<T: Debug + Clone + 'static>(element: impl Strategy<Value = T> + 'static) -> BoxedStrategy<Option<Vec<T>>> {
    field(vec(element, 0..3))
}

/// A known value of an open enum, or any other string.
fn open<T: Debug + Copy + 'static>(values: &[T]) -> impl Strategy<Value = OpenEnum<T>> + use<T>
where
    OpenEnum<T>: From<T> + From<String>,
{
    prop_oneof![3 => select(values.to_vec()).prop_map(OpenEnum::from), 1 => text().prop_map(OpenEnum::from)]
}

fn map() -> impl Strategy<Value = Map<String, Value>> {
    let entries = prop_oneof![3 => Just(Vec::new()), 1 => vec((trees::name(), json()), 0..4)];
    entries.prop_map(Map::from_iter)
}

/// Members that are no fields: a name begins with an `x`, which none of a field does.
fn unknown() -> impl Strategy<Value = Map<String, Value>> {
    map().prop_map(|entries| entries.into_iter().map(|(name, value)| (format!("x{name}"), value)).collect())
}

fn currency() -> impl Strategy<Value = Currency> {
    select(vec![Currency::Clp, Currency::Clp, Currency::Mxn])
}

fn sender_field() -> impl Strategy<Value = SenderField> {
    prop_oneof![text().prop_map(SenderField::Plain), preset().prop_map(SenderField::Preset)]
}

fn account_type() -> impl Strategy<Value = OpenEnum<AccountType>> {
    open(&[AccountType::CheckingAccount, AccountType::SightAccount])
}

fn methods() -> BoxedStrategy<Option<Vec<OpenEnum<PaymentMethodType>>>> {
    use PaymentMethodType::{BankTransfer, Card, Installments, Pac};
    list(open(&[BankTransfer, Card, Installments, Pac]))
}

prop_compose! {
    fn business_profile()(
        category in field(text()),
        name in field(text()),
        tax_id in field(text()),
        unknown in unknown(),
    ) -> BusinessProfile {
        let mut object = BusinessProfile::default();
        object.category = category;
        object.name = name;
        object.tax_id = tax_id;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn tax_id()(
        r#type in field(open(&[TaxIdType::ClRut, TaxIdType::MxRfc])),
        value in field(text()),
        unknown in unknown(),
    ) -> TaxId {
        let mut object = TaxId::default();
        object.r#type = r#type;
        object.value = value;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn customer_data()(
        tax_id in field(tax_id()),
        name in field(text()),
        email in field(text()),
        metadata in field(map()),
        unknown in unknown(),
    ) -> CustomerData {
        let mut object = CustomerData::default();
        object.tax_id = tax_id;
        object.name = name;
        object.email = email;
        object.metadata = metadata;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn product_data()(
        name in field(text()),
        image_url in field(text()),
        unknown in unknown(),
    ) -> ProductData {
        let mut object = ProductData::default();
        object.name = name;
        object.image_url = image_url;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn recurring()(
        interval in field(text()),
        interval_count in field(integer()),
        unknown in unknown(),
    ) -> Recurring {
        let mut object = Recurring::default();
        object.interval = interval;
        object.interval_count = interval_count;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn price_data()(
        currency in field(currency()),
        unit_amount in field(integer()),
        product_data in field(product_data()),
        product in field(text()),
        recurring in field(recurring()),
        unknown in unknown(),
    ) -> PriceData {
        let mut object = PriceData::default();
        object.currency = currency;
        object.unit_amount = unit_amount;
        object.product_data = product_data;
        object.product = product;
        object.recurring = recurring;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn line_item()(
        quantity in field(integer()),
        price_data in field(price_data()),
        price in field(text()),
        unknown in unknown(),
    ) -> LineItem {
        let mut object = LineItem::default();
        object.quantity = quantity;
        object.price_data = price_data;
        object.price = price;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn recipient_account()(
        holder_id in field(text()),
        institution_id in field(text()),
        number in field(text()),
        r#type in field(account_type()),
        unknown in unknown(),
    ) -> RecipientAccount {
        let mut object = RecipientAccount::default();
        object.holder_id = holder_id;
        object.institution_id = institution_id;
        object.number = number;
        object.r#type = r#type;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn preset()(
        value in field(text()),
        editable in field(any::<bool>()),
        unknown in unknown(),
    ) -> Preset {
        let mut object = Preset::default();
        object.value = value;
        object.editable = editable;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn sender_account()(
        holder_id in field(sender_field()),
        institution_id in field(sender_field()),
        number in field(text()),
        r#type in field(account_type()),
        unknown in unknown(),
    ) -> SenderAccount {
        let mut object = SenderAccount::default();
        object.holder_id = holder_id;
        object.institution_id = institution_id;
        object.number = number;
        object.r#type = r#type;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn bank_transfer()(
        recipient_account in field(recipient_account()),
        sender_account in field(sender_account()),
        unknown in unknown(),
    ) -> BankTransferOptions {
        let mut object = BankTransferOptions::default();
        object.recipient_account = recipient_account;
        object.sender_account = sender_account;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn card()(
        types in list(open(&[CardType::Credit, CardType::Debit])),
        unknown in unknown(),
    ) -> CardOptions {
        let mut object = CardOptions::default();
        object.types = types;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn pac()(
        sender_account in field(sender_account()),
        unknown in unknown(),
    ) -> PacOptions {
        let mut object = PacOptions::default();
        object.sender_account = sender_account;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn options()(
        bank_transfer in field(bank_transfer()),
        card in field(card()),
        pac in field(pac()),
        installments in field(map()),
        direct_debit in field(map()),
        unknown in unknown(),
    ) -> PaymentMethodOptions {
        let mut object = PaymentMethodOptions::default();
        object.bank_transfer = bank_transfer;
        object.card = card;
        object.pac = pac;
        object.installments = installments;
        object.direct_debit = direct_debit;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    fn options_v1()(
        bank_transfer in field(bank_transfer()),
        card in field(card()),
        unknown in unknown(),
    ) -> PaymentMethodOptionsV1 {
        let mut object = PaymentMethodOptionsV1::default();
        object.bank_transfer = bank_transfer;
        object.card = card;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    pub(crate) fn v2()(
        amount in field(integer()),
        business_profile in field(business_profile()),
        cancel_url in field(text()),
        currency in field(currency()),
        customer in field(text()),
        customer_data in field(customer_data()),
        customer_email in field(text()),
        expires_at in field(text()),
        flow in field(select(vec![Flow::Payment, Flow::Subscription, Flow::Setup])),
        line_items in list(line_item()),
        metadata in field(map()),
        payment_method in field(text()),
        payment_method_options in field(options()),
        payment_method_types in methods(),
        save_payment_method in field(select(vec![SavePaymentMethod::Enabled, SavePaymentMethod::Disabled])),
        subscription in field(text()),
        success_url in field(text()),
        ui_mode in field(select(vec![UiMode::Hosted, UiMode::Embedded])),
        unknown in unknown(),
    ) -> CheckoutSessionRequest {
        let mut object = CheckoutSessionRequest::default();
        object.amount = amount;
        object.business_profile = business_profile;
        object.cancel_url = cancel_url;
        object.currency = currency;
        object.customer = customer;
        object.customer_data = customer_data;
        object.customer_email = customer_email;
        object.expires_at = expires_at;
        object.flow = flow;
        object.line_items = line_items;
        object.metadata = metadata;
        object.payment_method = payment_method;
        object.payment_method_options = payment_method_options;
        object.payment_method_types = payment_method_types;
        object.save_payment_method = save_payment_method;
        object.subscription = subscription;
        object.success_url = success_url;
        object.ui_mode = ui_mode;
        object.unknown = unknown;
        object
    }
}

prop_compose! {
    pub(crate) fn v1()(
        amount in field(integer()),
        business_profile in field(business_profile()),
        cancel_url in field(text()),
        currency in field(currency()),
        customer in field(customer_data()),
        customer_email in field(text()),
        expires_at in field(text()),
        flow in field(Just(FlowV1::Payment)),
        line_items in list(line_item()),
        metadata in field(map()),
        payment_method_options in field(options_v1()),
        payment_method_types in methods(),
        success_url in field(text()),
        unknown in unknown(),
    ) -> CheckoutSessionRequestV1 {
        let mut object = CheckoutSessionRequestV1::default();
        object.amount = amount;
        object.business_profile = business_profile;
        object.cancel_url = cancel_url;
        object.currency = currency;
        object.customer = customer;
        object.customer_email = customer_email;
        object.expires_at = expires_at;
        object.flow = flow;
        object.line_items = line_items;
        object.metadata = metadata;
        object.payment_method_options = payment_method_options;
        object.payment_method_types = payment_method_types;
        object.success_url = success_url;
        object.unknown = unknown;
        object
    }
}
