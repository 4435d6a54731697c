//! Names that are unknown in one place but belong to another object, another version or another API.
//!
//! A message names the right place, but there is no suggestion: the value often has another form than the API takes.

use crate::report::Elsewhere;
use crate::request::{
    BankTransferOptions, CheckoutSessionRequest, CheckoutSessionRequestV1, CustomerData, LineItem, PacOptions,
    PaymentMethodOptions, PaymentMethodOptionsV1, Preset, PriceData, ProductData, RecipientAccount, SenderAccount,
    TaxId,
};
use crate::tape::ObjectSchema;

/// Names, separated by spaces, and the place that they belong to.
type Names = (&'static str, Elsewhere);

const fn called(name: &'static str) -> Elsewhere {
    Elsewhere::Called { name }
}

const fn inside(objects: &'static [&'static str]) -> Elsewhere {
    Elsewhere::Inside { objects }
}

const fn new_customer(name: &'static str) -> Elsewhere {
    Elsewhere::NewCustomer { name }
}

/// Names in the body, for both versions. [`elsewhere`] asks the table of a single version before this one.
const BODY: &[Names] = &[
    (
        "order order_id order_number reference reference_id external_id external_reference client_reference_id \
         merchant_order_id buy_order invoice_id user_id cart_id transaction_id description",
        Elsewhere::Metadata,
    ),
    ("idempotency_key", Elsewhere::Header { name: "Idempotency-Key" }),
    ("fintoc_version api_version", Elsewhere::Header { name: "Fintoc-Version" }),
    ("api_key secret_key authorization", Elsewhere::Header { name: "Authorization" }),
    ("return_url redirect_url callback_url back_url redirect_uri", called("success_url")),
    ("failure_url error_url", called("cancel_url")),
    ("items products cart", called("line_items")),
    ("mode", called("flow")),
    ("total total_amount price", called("amount")),
    ("currency_code", called("currency")),
    ("expires expiration expiration_date expiry", called("expires_at")),
    ("expires_in", Elsewhere::Duration),
    ("payment_methods", Elsewhere::OldName),
    ("payment_types", called("payment_method_types")),
    ("recipient_account sender_account", inside(&["payment_method_options.bank_transfer"])),
    ("bank_transfer card pac installments direct_debit", inside(&["payment_method_options"])),
    ("quantity price_data", inside(&["line_items"])),
    ("unit_amount product_data recurring", inside(&["line_items[].price_data"])),
    ("product_name", called("line_items[].price_data.product_data.name")),
    ("checkout_session session checkout body payload", Elsewhere::Wrapper),
];

const BODY_V2: &[Names] = &[
    ("email payer_email", new_customer("customer_data.email")),
    ("name customer_name full_name payer_name", new_customer("customer_data.name")),
    ("tax_id customer_tax_id rut rfc", new_customer("customer_data.tax_id")),
    ("customer_id", called("customer")),
    ("payment_method_id", called("payment_method")),
    ("subscription_id", called("subscription")),
];

const BODY_V1: &[Names] = &[
    ("email payer_email", called("customer.email")),
    ("name customer_name full_name payer_name", called("customer.name")),
    ("tax_id customer_tax_id rut rfc", called("customer.tax_id")),
];

/// Names in each other object, by the name of its schema.
const OBJECTS: &[(&str, &[Names])] = &[
    (
        LineItem::SCHEMA.name,
        &[
            ("unit_amount amount unit_price", called("price_data.unit_amount")),
            ("currency", called("price_data.currency")),
            ("product", called("price_data.product")),
            ("product_data", called("price_data.product_data")),
            ("recurring", called("price_data.recurring")),
            ("name product_name title description", called("price_data.product_data.name")),
            ("image_url image", called("price_data.product_data.image_url")),
            ("qty", called("quantity")),
        ],
    ),
    (
        PriceData::SCHEMA.name,
        &[
            ("name product_name title description", called("product_data.name")),
            ("image_url image", called("product_data.image_url")),
            ("interval interval_count", inside(&["recurring"])),
            ("amount unit_price", called("unit_amount")),
            ("quantity", inside(&["line_items[]"])),
        ],
    ),
    (
        ProductData::SCHEMA.name,
        &[
            ("title product_name", called("name")),
            ("image images", called("image_url")),
            ("unit_amount currency recurring", inside(&["price_data"])),
        ],
    ),
    (
        CustomerData::SCHEMA.name,
        &[
            ("rut rfc", called("tax_id")),
            ("full_name customer_name", called("name")),
            ("type value", inside(&["tax_id"])),
        ],
    ),
    (TaxId::SCHEMA.name, &[("number id rut rfc", called("value"))]),
    (Preset::SCHEMA.name, &[("id", called("value"))]),
    (
        BankTransferOptions::SCHEMA.name,
        &[("holder_id institution_id number type", inside(&["recipient_account", "sender_account"]))],
    ),
    (PacOptions::SCHEMA.name, &[("holder_id institution_id number type", inside(&["sender_account"]))]),
    (RecipientAccount::SCHEMA.name, ACCOUNT),
    (SenderAccount::SCHEMA.name, ACCOUNT),
];

const ACCOUNT: &[Names] = &[
    ("rut rfc tax_id", called("holder_id")),
    ("bank bank_id institution", called("institution_id")),
    ("account_number", called("number")),
    ("account_type", called("type")),
];

/// Returns the place that an unknown name of an object belongs to, if it is in a table.
#[cold]
#[inline(never)]
pub(super) fn elsewhere(name: &str, object: &ObjectSchema) -> Option<Elsewhere> {
    if object.name == CheckoutSessionRequest::SCHEMA.name {
        find(name, BODY_V2).or_else(|| find(name, BODY))
    } else if object.name == CheckoutSessionRequestV1::SCHEMA.name {
        of_version2(name, CheckoutSessionRequest::NAMES).or_else(|| find(name, BODY_V1)).or_else(|| find(name, BODY))
    } else if object.name == PaymentMethodOptionsV1::SCHEMA.name {
        of_version2(name, PaymentMethodOptions::NAMES)
    } else {
        OBJECTS.iter().find(|(table, _)| *table == object.name).and_then(|(_, names)| find(name, names))
    }
}

fn of_version2(name: &str, names: &[&'static str]) -> Option<Elsewhere> {
    names.iter().find(|known| **known == name).map(|name| Elsewhere::Version2 { name })
}

#[inline(never)]
fn find(name: &str, object: &[Names]) -> Option<Elsewhere> {
    object.iter().find(|(names, _)| contains(names, name)).map(|(_, elsewhere)| *elsewhere)
}

/// True if `name` equals one of `names` but for case, `_` and `-`, as `orderId` equals `order_id`.
fn contains(names: &str, name: &str) -> bool {
    names.as_bytes().split(|byte| *byte == b' ').any(|known| letters(known).eq(letters(name.as_bytes())))
}

fn letters(name: &[u8]) -> impl Iterator<Item = u8> {
    name.iter().copied().filter(|byte| !matches!(byte, b'_' | b'-')).map(|byte| byte.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tape::Children;

    /// True if a path from an object leads to a field.
    fn leads_to_a_field(path: &str, object: &ObjectSchema) -> bool {
        let (name, rest) = path.split_once('.').unwrap_or((path, ""));
        let name = name.trim_end_matches("[]");
        let Some(field) = object.fields.iter().find(|field| field.name == name) else { return false };
        let inner = match field.r#type.children {
            Children::Elements(r#type) => r#type.children,
            children => children,
        };
        rest.is_empty() || matches!(inner, Children::Fields(table) if leads_to_a_field(rest, table))
    }

    #[test]
    fn every_known_alias_leads_to_a_field() {
        let v2 = (CheckoutSessionRequest::SCHEMA, [BODY, BODY_V2].concat());
        let v1 = (CheckoutSessionRequestV1::SCHEMA, BODY_V1.to_vec());
        let objects = [
            (LineItem::SCHEMA, LineItem::SCHEMA.name),
            (PriceData::SCHEMA, PriceData::SCHEMA.name),
            (ProductData::SCHEMA, ProductData::SCHEMA.name),
            (CustomerData::SCHEMA, CustomerData::SCHEMA.name),
            (TaxId::SCHEMA, TaxId::SCHEMA.name),
            (Preset::SCHEMA, Preset::SCHEMA.name),
            (RecipientAccount::SCHEMA, RecipientAccount::SCHEMA.name),
            (SenderAccount::SCHEMA, SenderAccount::SCHEMA.name),
        ];
        let of_objects = objects.map(|(table, name)| {
            let (_, names) = OBJECTS.iter().find(|(object, _)| *object == name).unwrap();
            (table, names.to_vec())
        });
        for (table, names) in [v2, v1].into_iter().chain(of_objects) {
            for (names, elsewhere) in names {
                if let Elsewhere::Called { name } | Elsewhere::NewCustomer { name } = elsewhere {
                    assert!(leads_to_a_field(name, &table), "{names} in {}: {name}", table.name);
                }
            }
        }
    }

    #[test]
    fn a_name_is_known_in_whichever_way_its_parts_are_joined() {
        for name in ["order_id", "orderId", "OrderID", "order-id"] {
            assert_eq!(elsewhere(name, &CheckoutSessionRequest::SCHEMA), Some(Elsewhere::Metadata), "{name}");
        }
        assert_eq!(elsewhere("orders_id", &CheckoutSessionRequest::SCHEMA), None);
    }

    #[test]
    fn a_name_is_told_from_the_object_and_the_version() {
        let in_v2 = |name: &str| elsewhere(name, &CheckoutSessionRequest::SCHEMA);
        let in_v1 = |name: &str| elsewhere(name, &CheckoutSessionRequestV1::SCHEMA);
        assert_eq!(in_v2("email"), Some(new_customer("customer_data.email")));
        assert_eq!(in_v1("email"), Some(called("customer.email")));
        assert_eq!(in_v1("customer_data"), Some(Elsewhere::Version2 { name: "customer_data" }));
        assert_eq!(in_v2("customer_data"), None);
        assert_eq!(elsewhere("name", &LineItem::SCHEMA), Some(called("price_data.product_data.name")));
        assert_eq!(elsewhere("name", &PriceData::SCHEMA), Some(called("product_data.name")));
    }

    #[test]
    fn no_field_of_an_object_is_reported_as_elsewhere() {
        let objects = [CheckoutSessionRequest::SCHEMA, LineItem::SCHEMA, PriceData::SCHEMA, ProductData::SCHEMA];
        let others = [CustomerData::SCHEMA, TaxId::SCHEMA, BankTransferOptions::SCHEMA, SenderAccount::SCHEMA];
        for object in objects.iter().chain(&others) {
            for name in object.names {
                assert_eq!(elsewhere(name, object), None, "{}.{name}", object.name);
            }
        }
        for name in CheckoutSessionRequestV1::NAMES {
            assert_eq!(find(name, BODY_V1).or_else(|| find(name, BODY)), None, "{name}");
        }
    }

    #[test]
    fn every_field_of_version_2_that_version_1_lacks_is_told() {
        for name in CheckoutSessionRequest::NAMES.iter().filter(|name| !CheckoutSessionRequestV1::NAMES.contains(name))
        {
            let found = elsewhere(name, &CheckoutSessionRequestV1::SCHEMA);
            assert_eq!(found, Some(Elsewhere::Version2 { name }));
        }
    }
}
