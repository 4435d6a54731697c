//! Rules for single fields and objects, beyond their types.

use serde_json::Value;

use super::keywords::{Member, Schema, keywords, member, only, strings};
use super::logic::{any_present, fields, nothing, present, rule, when};
use super::patterns;
use crate::enums::strum::VariantNames;
use crate::report::Rule;
use crate::request::AccountType;
use crate::version::Version;

/// The fields that their objects require, by the rules `required` and `tax-id-complete`.
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

/// Returns the constraints on a field's value, with an example if its form is not obvious.
pub(super) fn constraints(path: &str, version: Version) -> Schema {
    match path {
        "amount" => match version {
            Version::V1 => keywords([member("minimum", 1), member("maximum", 6_999_999)]),
            Version::V2 => keywords([member("minimum", 1)]),
        },
        "line_items[].quantity" | "line_items[].price_data.recurring.interval_count" => {
            keywords([member("minimum", 1)])
        }
        "line_items[].price_data.unit_amount" => keywords([member("minimum", 0)]),
        "currency" | "line_items[].price_data.currency" if version == Version::V1 => {
            keywords([member("pattern", patterns::CURRENCY_V1), examples("CLP")])
        }
        "customer_email" | "customer_data.email" | "customer.email" => {
            keywords([member("allOf", vec![reference(EMAIL)]), examples("ana@example.com")])
        }
        "success_url" => redirect_url("https://merchant.com/success"),
        "cancel_url" => redirect_url("https://merchant.com/cancel"),
        "line_items[].price_data.product_data.image_url" => {
            keywords([member("allOf", vec![reference(HTTPS_URL)]), examples("https://merchant.com/images/silla.png")])
        }
        "expires_at" => match version {
            Version::V1 => keywords([member("pattern", patterns::DATE_TIME_OR_DATE), examples("2026-01-14")]),
            Version::V2 => keywords([member("pattern", patterns::DATE_TIME), examples("2026-01-14T12:00:00Z")]),
        },
        "payment_method_types" => keywords([member("minItems", 1)]),
        _ if path.ends_with("_account.type") => {
            keywords([member("examples", strings(<AccountType as VariantNames>::VARIANTS))])
        }
        _ => Schema::new(),
    }
}

/// Constrains a redirect URL: a scheme to which a browser can be sent and, for `http` and `https`, only the latter.
fn redirect_url(example: &str) -> Schema {
    let is_unusable = keywords([member("type", "string"), member("pattern", patterns::UNUSABLE_SCHEME)]);
    let is_of_the_web = only("pattern", patterns::HTTP_OR_HTTPS);
    let rules = vec![only("not", is_unusable), rule(Rule::RedirectUrlHttp, when(is_of_the_web, reference(HTTPS_URL)))];
    keywords([member("pattern", patterns::URL), member("allOf", rules), examples(example)])
}

/// The names of shared definitions, which keep the long patterns out of each field.
const HTTPS_URL: &str = "HttpsUrl";
const EMAIL: &str = "EmailAddress";

pub(super) fn shared_definitions() -> Schema {
    let then_is = |condition, pattern| when(only("pattern", condition), only("pattern", pattern));
    let hosts = vec![
        then_is(patterns::HOST_IN_BRACKETS, patterns::IPV6_HOST),
        then_is(patterns::ENDS_IN_NUMBER, patterns::IPV4_HOST),
    ];
    let https_url = keywords([member("pattern", patterns::HTTPS_URL), member("allOf", hosts)]);
    keywords([
        text_definition(HTTPS_URL, "A URL over HTTPS, whose host can be one.", https_url),
        text_definition(EMAIL, "An e-mail address.", only("pattern", patterns::EMAIL)),
    ])
}

fn text_definition(name: &str, description: &str, rules: Schema) -> Member {
    let mut schema = keywords([
        member("title", name),
        member("description", description),
        member("type", strings(&["string", "null"])),
    ]);
    schema.extend(rules);
    member(name, schema)
}

fn reference(definition: &str) -> Schema {
    only("$ref", format!("#/$defs/{definition}"))
}

fn examples(example: &str) -> Member {
    member("examples", [Value::from(example)])
}

/// Returns the rules between the fields of one object.
pub(super) fn object_rules(path: &str, version: Version) -> Schema {
    match path {
        "line_items[]" => rule(Rule::Required, any_present(&["price_data", "price"])),
        "line_items[].price_data" => rule(Rule::Required, any_present(&["product_data", "product"])),
        "customer_data" => rule(Rule::CustomerIdentified, any_present(&["email", "tax_id"])),
        "customer_data.tax_id" | "customer.tax_id" => {
            only("allOf", vec![tax_id("cl_rut", patterns::RUT), tax_id("mx_rfc", patterns::RFC)])
        }
        // Sessions accept no options of other payment methods.
        "payment_method_options" if version == Version::V2 => only("additionalProperties", nothing()),
        _ => Schema::new(),
    }
}

/// Constrains the value of a tax identifier of one type.
fn tax_id(r#type: &str, pattern: &str) -> Schema {
    let is_of_type = present(&[("type", only("const", r#type))]);
    let value = keywords([member("type", "string"), member("pattern", pattern)]);
    rule(Rule::TaxIdFormat, when(is_of_type, fields(&[("value", value)])))
}
