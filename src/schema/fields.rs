//! What single fields and objects must keep beside their types: the rules that look at nothing else.

use strum::VariantNames;

use super::logic::{any_present, fields, nothing, present, rule, when};
use super::node::{Member, Node, Schema, member, only, words};
use super::patterns;
use crate::catalogue::{Rule, Version};
use crate::request::AccountType;

/// The fields that their objects always need: of `required`, and of `tax-id-complete`.
const REQUIRED: &[&str] = &[
    "currency",
    "line_items[].quantity",
    "line_items[].price_data.currency",
    "line_items[].price_data.unit_amount",
    "line_items[].price_data.product_data.name",
    "customer_data.tax_id.type",
    "customer_data.tax_id.value",
    "customer.tax_id.type",
    "customer.tax_id.value",
];

pub(super) fn is_required(path: &str) -> bool {
    REQUIRED.contains(&path)
}

/// What the value of a field must keep, with an example where its form is not plain.
pub(super) fn constraints(path: &str, version: Version) -> Schema {
    match path {
        "amount" => match version {
            Version::V1 => vec![member("minimum", 1), member("maximum", 6_999_999)],
            Version::V2 => vec![member("minimum", 1)],
        },
        "line_items[].quantity" | "line_items[].price_data.recurring.interval_count" => vec![member("minimum", 1)],
        "line_items[].price_data.unit_amount" => vec![member("minimum", 0)],
        "currency" | "line_items[].price_data.currency" if version == Version::V1 => {
            vec![member("pattern", patterns::CURRENCY_V1), examples("CLP")]
        }
        "customer_email" | "customer_data.email" | "customer.email" => {
            vec![member("pattern", patterns::EMAIL), examples("ana@example.com")]
        }
        "success_url" => redirect_url("https://merchant.com/success"),
        "cancel_url" => redirect_url("https://merchant.com/cancel"),
        "line_items[].price_data.product_data.image_url" => vec![
            member("pattern", patterns::HTTPS_URL),
            member("allOf", vec![number_as_address()]),
            examples("https://merchant.com/images/silla.png"),
        ],
        "expires_at" => match version {
            Version::V1 => vec![member("pattern", patterns::DATE_TIME_OR_DATE), examples("2026-01-14")],
            Version::V2 => vec![member("pattern", patterns::DATE_TIME), examples("2026-01-14T12:00:00Z")],
        },
        "payment_method_types" => vec![member("minItems", 1)],
        _ if path.ends_with("_account.type") => {
            vec![member("examples", words(<AccountType as VariantNames>::VARIANTS))]
        }
        _ => Vec::new(),
    }
}

/// A URL to which someone can be sent; of the web, one over HTTPS.
fn redirect_url(example: &str) -> Schema {
    let is_unusable = vec![member("type", "string"), member("pattern", patterns::UNUSABLE_SCHEME)];
    let over_https = only("pattern", patterns::HTTPS_URL);
    let rules = vec![
        only("not", is_unusable),
        rule(Rule::RedirectUrlHttp, when(only("pattern", patterns::HTTP_OR_HTTPS), over_https)),
        number_as_address(),
    ];
    vec![member("pattern", patterns::URL), member("allOf", rules), examples(example)]
}

/// Makes a host that ends in a number an IPv4 address.
fn number_as_address() -> Schema {
    // Nothing is asked of the hosts of other schemes.
    let is_number = vec![only("pattern", patterns::HTTP_OR_HTTPS), only("pattern", patterns::ENDS_IN_NUMBER)];
    when(only("allOf", is_number), only("pattern", patterns::IPV4_HOST))
}

fn examples(example: &str) -> Member {
    member("examples", [Node::from(example)])
}

/// What the fields of one object must keep among themselves.
pub(super) fn object_rules(path: &str, version: Version) -> Schema {
    match path {
        "line_items[]" => rule(Rule::Required, any_present(&["price_data", "price"])),
        "line_items[].price_data" => rule(Rule::Required, any_present(&["product_data", "product"])),
        "customer_data" => rule(Rule::CustomerIdentified, any_present(&["email", "tax_id"])),
        "customer_data.tax_id" | "customer.tax_id" => {
            only("allOf", vec![tax_id("cl_rut", patterns::RUT), tax_id("mx_rfc", patterns::RFC)])
        }
        // The names of other payment methods are none that a session takes.
        "payment_method_options" if version == Version::V2 => only("additionalProperties", nothing()),
        _ => Vec::new(),
    }
}

/// The form of the tax identifiers of one type.
fn tax_id(r#type: &str, pattern: &str) -> Schema {
    let is_of_type = present(&[("type", only("const", r#type))]);
    let value = vec![member("type", "string"), member("pattern", pattern)];
    rule(Rule::TaxIdFormat, when(is_of_type, fields(&[("value", value)])))
}
