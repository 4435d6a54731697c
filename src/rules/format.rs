//! Rules of format: e-mail addresses, times, tax ids, categories and names.

use super::context::Context;
use super::diagnostics::Diagnostics;
use super::info::{RuleInfo, create_v1, create_v2, guide, object, other, v2};
use super::redirects::is_far_enough;
use super::scope::Scope;
use crate::error_code::ErrorCode;
use crate::expires_at::{ExpiresAt, Spelling};
use crate::formats::{Email, Rut, alike, characters, is_rfc, is_same_word};
use crate::report::{Level, TaxIdKind, ViolationKind};
use crate::request::{BusinessProfile, Currency, Cursor, CustomerData, LineItem, TaxId, Text};
use crate::timestamp::Timestamp;
use crate::version::Version;

/// The types of tax id that the guide gives as examples.
pub(crate) const TAX_ID_TYPES: &[&str] = &["cl_rut", "mx_rfc"];

pub(super) fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    check_email(context.customer_email, diagnostics);
    expires_at_format(context, diagnostics);
    expires_at_rfc3339(context, diagnostics);
    expires_at_utc(context, diagnostics);
    if context.customer_data.is_object() {
        check_customer(context.customer_data, diagnostics);
    }
    if context.business_profile.is_object() && context.currency == Some(Currency::Clp) {
        check_business(context.business_profile, diagnostics);
    }
}

fn check_customer(customer: Cursor<'_, CustomerData>, diagnostics: &mut Diagnostics) {
    check_email(customer.email(), diagnostics);
    let tax_id = customer.tax_id();
    if tax_id.is_object() {
        tax_id_type(tax_id, diagnostics);
        tax_id_format(tax_id, diagnostics);
        if tax_id.r#type().text() == Some("cl_rut") {
            rut_check_digit(tax_id.value(), diagnostics);
        }
    }
}

fn check_business(business: Cursor<'_, BusinessProfile>, diagnostics: &mut Diagnostics) {
    business_category(business.category(), diagnostics);
    business_tax_id(business.tax_id(), diagnostics);
    rut_check_digit(business.tax_id(), diagnostics);
}

pub(super) fn check_item(item: Cursor<'_, LineItem>, diagnostics: &mut Diagnostics) {
    product_name_size(item.price_data().product_data().name(), diagnostics);
}

fn check_email(field: Cursor<'_, Text>, diagnostics: &mut Diagnostics) {
    if let Some(email) = email_format(field, diagnostics) {
        email_domain(email, field, diagnostics);
    }
}

/// `email-format`
///
/// The receipt is sent there, so a value that cannot be an address is an error.
pub(crate) const EMAIL_FORMAT: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidString],
    scope: Scope::ALL,
    when: "`customer_email`, or the `email` of a new customer, is not an e-mail address as the HTML standard's `<input \
           type=email>` has it; an internationalised domain is fine",
    at: "the field",
    fields: &["customer_email", "customer_data.email", "customer.email"],
    depends_on: &[],
    sources: &[create_v2("customer_email")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": "ana.example.com"}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": "ana@example.com"}"#),
};

/// Parses the address of a field and reports one that is not well-formed; `None` if there is no well-formed address.
fn email_format<'a>(field: Cursor<'a, Text>, diagnostics: &mut Diagnostics) -> Option<Email<'a>> {
    match Email::parse(field.text()?) {
        Ok(email) => Some(email),
        Err(fault) => {
            diagnostics.push(ViolationKind::EmailFormat { fault }, field);
            None
        }
    }
}

/// `email-domain`
pub(crate) const EMAIL_DOMAIN: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidString],
    scope: Scope::ALL,
    when: "`customer_email`, or the `email` of a new customer, is well-formed and has no dot after the `@`",
    at: "the field",
    fields: &["customer_email", "customer_data.email", "customer.email"],
    depends_on: &[],
    sources: &[other("no receipt arrives there")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": "ana@gmail"}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": "ana@gmail.com"}"#),
};

fn email_domain(email: Email<'_>, field: Cursor<'_, Text>, diagnostics: &mut Diagnostics) {
    if !email.has_dot() {
        diagnostics.push(ViolationKind::EmailDomain, field);
    }
}

/// `expires-at-format`
///
/// create-v1 alone shows a day without a time, so version 2 refuses one.
pub(crate) const EXPIRES_AT_FORMAT: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidDate],
    scope: Scope::ALL,
    when: "`expires_at` is no date-time that exists, as RFC 3339 or ISO 8601 has it, with `T` between date and time and without \
           leap seconds; version 1 also takes a date `YYYY-MM-DD`, which is the midnight that ends that day in UTC",
    at: "`expires_at`",
    fields: &["expires_at"],
    depends_on: &[],
    sources: &[create_v2("expires_at"), create_v1("expires_at")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-14 12:00:00"}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-14T12:00:00Z"}"#),
};

fn expires_at_format(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if let Some(Err(fault)) = context.expiry {
        let takes_date = context.version == Version::V1;
        let instant = context.expires_at.text().and_then(Timestamp::from_unix_text);
        let instant = instant.filter(|instant| is_far_enough(*instant, context));
        diagnostics.push(ViolationKind::ExpiresAtFormat { fault, takes_date, instant }, context.expires_at);
    }
}

/// `expires-at-rfc3339`
pub(crate) const EXPIRES_AT_RFC3339: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidDate],
    scope: Scope::ALL,
    when: "`expires_at` is spelt as ISO 8601 allows and RFC 3339 does not: an offset `+0300` or `+03`, no seconds, a comma before \
           the fraction",
    at: "`expires_at`",
    fields: &["expires_at"],
    depends_on: &[],
    sources: &[create_v2("expires_at"), other("libraries write these")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-14T12:00:00+0000"}"#,
    ),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-14T12:00:00Z"}"#),
};

fn expires_at_rfc3339(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if let Some(Ok(ExpiresAt { instant, spelling: Spelling::Iso8601 })) = context.expiry {
        diagnostics.push(ViolationKind::ExpiresAtRfc3339 { instant }, context.expires_at);
    }
}

/// `expires-at-utc`
///
/// A warning: create-v2 asks for UTC, but an instant is the same in any offset, so the API may take it.
pub(crate) const EXPIRES_AT_UTC: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidDate],
    scope: Scope::ALL,
    when: "`expires_at` has no offset, or one that is not zero, and `expires-at-rfc3339` does not report it",
    at: "`expires_at`",
    fields: &["expires_at"],
    depends_on: &[],
    sources: &[create_v2("expires_at")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-14T09:00:00-03:00"}"#,
    ),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-14T12:00:00Z"}"#),
};

fn expires_at_utc(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if let Some(Ok(ExpiresAt { instant, spelling: Spelling::NoOffset | Spelling::Offset })) = context.expiry {
        diagnostics.push(ViolationKind::ExpiresAtUtc { instant }, context.expires_at);
    }
}

/// `tax-id-type`
pub(crate) const TAX_ID_TYPE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidEnum],
    scope: Scope::ALL,
    when: "the type of a `tax_id` is neither `cl_rut` nor `mx_rfc`",
    at: "`type`",
    fields: &["customer_data.tax_id.type", "customer.tax_id.type"],
    depends_on: &[],
    sources: &[guide("tax_id, which gives the two as examples")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "rut", "value": "11.111.111-1"}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "cl_rut", "value": "11.111.111-1"}}}"#,
    ),
};

fn tax_id_type(tax_id: Cursor<'_, TaxId>, diagnostics: &mut Diagnostics) {
    if let Some(kind) = tax_id.r#type().text()
        && !TAX_ID_TYPES.contains(&kind)
    {
        let bare = |word: &str, kind_of_word| is_same_word(kind, word).then_some(kind_of_word);
        let suggestion = alike(kind, TAX_ID_TYPES).or_else(|| bare("rut", "cl_rut")).or_else(|| bare("rfc", "mx_rfc"));
        diagnostics.push(ViolationKind::TaxIdType { allowed: TAX_ID_TYPES, suggestion }, tax_id.r#type());
    }
}

/// `tax-id-format`
///
/// Other types are not checked: `tax-id-type` reports them, and their forms are not documented.
pub(crate) const TAX_ID_FORMAT: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidString],
    scope: Scope::ALL,
    when: "the value of a `cl_rut` is not a body of 1 to 8 digits, leading zeros aside, and a check character (dots, hyphens and spaces aside), or \
           that of an `mx_rfc` is not 3 or 4 letters, a date `YYMMDD` and 3 letters or digits (hyphens and spaces \
           aside)",
    at: "`tax_id.value`",
    fields: &["customer_data.tax_id.value", "customer.tax_id.value"],
    depends_on: &["customer_data.tax_id.type", "customer.tax_id.type"],
    sources: &[guide("tax_id"), other("the forms of RUT and RFC")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "cl_rut", "value": "11.11A.111-1"}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "cl_rut", "value": "11.111.111-1"}}}"#,
    ),
};

fn tax_id_format(tax_id: Cursor<'_, TaxId>, diagnostics: &mut Diagnostics) {
    let (Some(kind), Some(value)) = (tax_id.r#type().text(), tax_id.value().text()) else { return };
    let (expected, is_fine) = match kind {
        "cl_rut" => (TaxIdKind::Rut, Rut::parse(value).is_some()),
        "mx_rfc" => (TaxIdKind::Rfc, is_rfc(value)),
        _ => return,
    };
    if !is_fine {
        diagnostics.push(ViolationKind::TaxIdFormat { expected }, tax_id.value());
    }
}

/// `rut-check-digit`
pub(crate) const RUT_CHECK_DIGIT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidString],
    scope: Scope::ALL,
    when: "the check digit of a well-formed RUT is not that of its other digits (modulus 11)",
    at: "the field",
    fields: &[
        "business_profile.tax_id",
        "customer_data.tax_id.value",
        "customer.tax_id.value",
        "payment_method_options.bank_transfer.recipient_account.holder_id",
        "payment_method_options.bank_transfer.sender_account.holder_id",
        "payment_method_options.bank_transfer.sender_account.holder_id.value",
        "payment_method_options.pac.sender_account.holder_id",
        "payment_method_options.pac.sender_account.holder_id.value",
    ],
    depends_on: &["currency", "customer_data.tax_id.type", "customer.tax_id.type"],
    sources: &[other("the check digit of the RUT; real documents may break it")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "cl_rut", "value": "12.345.678-9"}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "cl_rut", "value": "12.345.678-5"}}}"#,
    ),
};

/// Checks a field that holds a RUT. A text that is no RUT is left to the rule on its format.
pub(super) fn rut_check_digit(field: Cursor<'_, Text>, diagnostics: &mut Diagnostics) {
    if let Some(rut) = field.text().and_then(Rut::parse)
        && !rut.check_fits()
    {
        diagnostics.push(ViolationKind::RutCheckDigit { is_zeros: rut.is_zeros() }, field);
    }
}

/// `business-category`
///
/// A warning: the source describes responses.
pub(crate) const BUSINESS_CATEGORY: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidStringSize],
    scope: Scope::ALL,
    when: "the currency is CLP and `category` is not 6 digits",
    at: "`category`",
    fields: &["business_profile.category"],
    depends_on: &["currency"],
    sources: &[object("Business Profile category")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "business_profile": {"category": "9613"}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "business_profile": {"category": "009613"}}"#,
    ),
};

fn business_category(category: Cursor<'_, Text>, diagnostics: &mut Diagnostics) {
    if category.text().is_some_and(|code| code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit())) {
        diagnostics.push(ViolationKind::BusinessCategory, category);
    }
}

/// `business-tax-id`
///
/// A warning: the source describes responses.
pub(crate) const BUSINESS_TAX_ID: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidBusinessProfileTaxId],
    scope: Scope::ALL,
    when: "the currency is CLP and `business_profile.tax_id` is no well-formed RUT",
    at: "`tax_id`",
    fields: &["business_profile.tax_id"],
    depends_on: &["currency"],
    sources: &[object("Business Profile tax_id")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "business_profile": {"tax_id": "GODE561231GR8"}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "business_profile": {"tax_id": "77.498.112-8"}}"#,
    ),
};

fn business_tax_id(tax_id: Cursor<'_, Text>, diagnostics: &mut Diagnostics) {
    if tax_id.text().is_some_and(|tax_id| Rut::parse(tax_id).is_none()) {
        diagnostics.push(ViolationKind::BusinessTaxId, tax_id);
    }
}

/// `product-name-size`
pub(crate) const PRODUCT_NAME_SIZE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidStringSize],
    scope: Scope::ALL,
    when: "the name of a product is over 100 characters long",
    at: "`name`",
    fields: &["line_items[].price_data.product_data.name"],
    depends_on: &[],
    sources: &[other("the longest name of a product")],
    invalid: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan amasado de campo hecho a mano con harina integral, masa madre, sal de mar y aceite de oliva de Chile"}}}]}"#,
    ),
    valid: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan amasado"}}}]}"#,
    ),
};

fn product_name_size(name: Cursor<'_, Text>, diagnostics: &mut Diagnostics) {
    const LONGEST_NAME: usize = 100;
    let length = name.text().map_or(0, |name| characters(name.as_bytes()));
    if length > LONGEST_NAME {
        diagnostics.push(ViolationKind::ProductNameSize { length, limit: LONGEST_NAME }, name);
    }
}
