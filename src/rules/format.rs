//! Rules of format: that text has the form of what its field is named.

use super::redirects::is_far_enough;
use super::{Session, create_v1, create_v2, guide, object, other, v2};
use crate::catalogue::{RuleInfo, Version};
use crate::document::At;
use crate::findings::Findings;
use crate::formats::{Email, Rut, alike, characters, is_rfc, is_same_word};
use crate::problem::{Problem, TaxIdKind};
use crate::report::{Code, Level};
use crate::request::{BusinessProfile, Currency, CustomerData, LineItem, TaxId, Text};
use crate::timestamp::{ExpiresAt, Spelling, Timestamp};

/// The types of tax id that the guide gives as examples.
pub(crate) const TAX_ID_TYPES: &[&str] = &["cl_rut", "mx_rfc"];

pub(super) fn check(session: &Session<'_>, findings: &mut Findings) {
    check_email(session.customer_email, findings);
    expires_at_format(session, findings);
    expires_at_rfc3339(session, findings);
    expires_at_utc(session, findings);
    if session.customer_data.is_object() {
        check_customer(session.customer_data, findings);
    }
    if session.business_profile.is_object() && session.currency == Some(Currency::Clp) {
        check_business(session.business_profile, findings);
    }
}

fn check_customer<'a>(customer: At<'a, CustomerData<'a>>, findings: &mut Findings) {
    check_email(customer.email(), findings);
    let tax_id = customer.tax_id();
    if tax_id.is_object() {
        tax_id_type(tax_id, findings);
        tax_id_format(tax_id, findings);
        if tax_id.r#type().text() == Some("cl_rut") {
            rut_check_digit(tax_id.value(), findings);
        }
    }
}

fn check_business<'a>(business: At<'a, BusinessProfile<'a>>, findings: &mut Findings) {
    business_category(business.category(), findings);
    business_tax_id(business.tax_id(), findings);
    rut_check_digit(business.tax_id(), findings);
}

pub(super) fn check_item<'a>(item: At<'a, LineItem<'a>>, findings: &mut Findings) {
    product_name_size(item.price_data().product_data().name(), findings);
}

fn check_email<'a>(field: At<'a, Text<'a>>, findings: &mut Findings) {
    if let Some(email) = email_format(field, findings) {
        email_domain(email, field, findings);
    }
}

pub(crate) const EMAIL_FORMAT: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidString],
    scope: "all",
    when: "`customer_email`, or the `email` of a new customer, is not an e-mail address as the HTML standard's `<input \
           type=email>` has it; an internationalised domain is fine",
    at: "the field",
    judges: &["customer_email", "customer_data.email", "customer.email"],
    reads: &[],
    sources: &[create_v2("customer_email")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": "ana.example.com"}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": "ana@example.com"}"#),
};

/// Reads the address of a field; none where it is absent or malformed.
fn email_format<'a>(field: At<'a, Text<'a>>, findings: &mut Findings) -> Option<Email<'a>> {
    match Email::parse(field.text()?) {
        Ok(email) => Some(email),
        Err(fault) => {
            findings.add(Problem::EmailFormat { fault }, field);
            None
        }
    }
}

pub(crate) const EMAIL_DOMAIN: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidString],
    scope: "all",
    when: "`customer_email`, or the `email` of a new customer, is well-formed and has no dot after the `@`",
    at: "the field",
    judges: &["customer_email", "customer_data.email", "customer.email"],
    reads: &[],
    sources: &[other("no receipt arrives there")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": "ana@gmail"}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": "ana@gmail.com"}"#),
};

fn email_domain<'a>(email: Email<'_>, field: At<'a, Text<'a>>, findings: &mut Findings) {
    if !email.has_dot() {
        findings.add(Problem::EmailDomain, field);
    }
}

pub(crate) const EXPIRES_AT_FORMAT: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidDate],
    scope: "all",
    when: "`expires_at` is no date-time that exists, as RFC 3339 or ISO 8601 has it, with `T` between date and time and without \
           leap seconds; version 1 also takes a date `YYYY-MM-DD`, which is the midnight that ends that day in UTC",
    at: "`expires_at`",
    judges: &["expires_at"],
    reads: &[],
    sources: &[create_v2("expires_at"), create_v1("expires_at")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-14 12:00:00"}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-14T12:00:00Z"}"#),
};

fn expires_at_format(session: &Session<'_>, findings: &mut Findings) {
    if let Some(Err(fault)) = session.expiry {
        let takes_date = session.version == Version::V1;
        let instant = session.expires_at.text().and_then(Timestamp::from_unix_text);
        let instant = instant.filter(|instant| is_far_enough(*instant, session));
        findings.add(Problem::ExpiresAtFormat { fault, takes_date, instant }, session.expires_at);
    }
}

pub(crate) const EXPIRES_AT_RFC3339: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidDate],
    scope: "all",
    when: "`expires_at` is spelt as ISO 8601 allows and RFC 3339 does not: an offset `+0300` or `+03`, no seconds, a comma before \
           the fraction",
    at: "`expires_at`",
    judges: &["expires_at"],
    reads: &[],
    sources: &[create_v2("expires_at"), other("libraries write these")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-14T12:00:00+0000"}"#,
    ),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-14T12:00:00Z"}"#),
};

fn expires_at_rfc3339(session: &Session<'_>, findings: &mut Findings) {
    if let Some(Ok(ExpiresAt { instant, spelling: Spelling::Iso8601 })) = session.expiry {
        findings.add(Problem::ExpiresAtRfc3339 { instant }, session.expires_at);
    }
}

pub(crate) const EXPIRES_AT_UTC: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidDate],
    scope: "all",
    when: "`expires_at` has no offset, or one that is not zero, and `expires-at-rfc3339` does not report it",
    at: "`expires_at`",
    judges: &["expires_at"],
    reads: &[],
    sources: &[create_v2("expires_at")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-14T09:00:00-03:00"}"#,
    ),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-14T12:00:00Z"}"#),
};

fn expires_at_utc(session: &Session<'_>, findings: &mut Findings) {
    if let Some(Ok(ExpiresAt { instant, spelling: Spelling::NoOffset | Spelling::Offset })) = session.expiry {
        findings.add(Problem::ExpiresAtUtc { instant }, session.expires_at);
    }
}

pub(crate) const TAX_ID_TYPE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidEnum],
    scope: "all",
    when: "the type of a `tax_id` is neither `cl_rut` nor `mx_rfc`",
    at: "`type`",
    judges: &["customer_data.tax_id.type", "customer.tax_id.type"],
    reads: &[],
    sources: &[guide("tax_id, which gives the two as examples")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "rut", "value": "11.111.111-1"}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "cl_rut", "value": "11.111.111-1"}}}"#,
    ),
};

fn tax_id_type<'a>(tax_id: At<'a, TaxId<'a>>, findings: &mut Findings) {
    if let Some(kind) = tax_id.r#type().text()
        && !TAX_ID_TYPES.contains(&kind)
    {
        let bare = |word: &str, kind_of_word| is_same_word(kind, word).then_some(kind_of_word);
        let suggestion = alike(kind, TAX_ID_TYPES).or_else(|| bare("rut", "cl_rut")).or_else(|| bare("rfc", "mx_rfc"));
        findings.add(Problem::TaxIdType { suggestion }, tax_id.r#type());
    }
}

pub(crate) const TAX_ID_FORMAT: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidString],
    scope: "all",
    when: "the value of a `cl_rut` is not a body of 1 to 8 digits, leading zeros aside, and a check character (dots, hyphens and spaces aside), or \
           that of an `mx_rfc` is not 3 or 4 letters, a date `YYMMDD` and 3 letters or digits (hyphens and spaces \
           aside)",
    at: "`tax_id.value`",
    judges: &["customer_data.tax_id.value", "customer.tax_id.value"],
    reads: &["customer_data.tax_id.type", "customer.tax_id.type"],
    sources: &[guide("tax_id"), other("the forms of RUT and RFC")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "cl_rut", "value": "11.11A.111-1"}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "cl_rut", "value": "11.111.111-1"}}}"#,
    ),
};

fn tax_id_format<'a>(tax_id: At<'a, TaxId<'a>>, findings: &mut Findings) {
    let (Some(kind), Some(value)) = (tax_id.r#type().text(), tax_id.value().text()) else { return };
    let (expected, is_fine) = match kind {
        "cl_rut" => (TaxIdKind::Rut, Rut::parse(value).is_some()),
        "mx_rfc" => (TaxIdKind::Rfc, is_rfc(value)),
        _ => return,
    };
    if !is_fine {
        findings.add(Problem::TaxIdFormat { expected }, tax_id.value());
    }
}

pub(crate) const RUT_CHECK_DIGIT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidString],
    scope: "all",
    when: "the check digit of a well-formed RUT is not that of its other digits (modulus 11)",
    at: "the field",
    judges: &[
        "business_profile.tax_id",
        "customer_data.tax_id.value",
        "customer.tax_id.value",
        "payment_method_options.bank_transfer.recipient_account.holder_id",
        "payment_method_options.bank_transfer.sender_account.holder_id",
        "payment_method_options.bank_transfer.sender_account.holder_id.value",
        "payment_method_options.pac.sender_account.holder_id",
        "payment_method_options.pac.sender_account.holder_id.value",
    ],
    reads: &["currency", "customer_data.tax_id.type", "customer.tax_id.type"],
    sources: &[other("the check digit of the RUT; real documents may break it")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "cl_rut", "value": "12.345.678-9"}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_data": {"tax_id": {"type": "cl_rut", "value": "12.345.678-5"}}}"#,
    ),
};

/// Checks a text that is read as a RUT.
pub(super) fn rut_check_digit<'a>(field: At<'a, Text<'a>>, findings: &mut Findings) {
    if let Some(rut) = field.text().and_then(Rut::parse)
        && !rut.check_fits()
    {
        findings.add(Problem::RutCheckDigit { is_zeros: rut.is_zeros() }, field);
    }
}

pub(crate) const BUSINESS_CATEGORY: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidStringSize],
    scope: "all",
    when: "the currency is CLP and `category` is not 6 digits",
    at: "`category`",
    judges: &["business_profile.category"],
    reads: &["currency"],
    sources: &[object("Business Profile category")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "business_profile": {"category": "9613"}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "business_profile": {"category": "009613"}}"#,
    ),
};

fn business_category<'a>(category: At<'a, Text<'a>>, findings: &mut Findings) {
    if category.text().is_some_and(|code| code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit())) {
        findings.add(Problem::BusinessCategory, category);
    }
}

pub(crate) const BUSINESS_TAX_ID: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidBusinessProfileTaxId],
    scope: "all",
    when: "the currency is CLP and `business_profile.tax_id` is no well-formed RUT",
    at: "`tax_id`",
    judges: &["business_profile.tax_id"],
    reads: &["currency"],
    sources: &[object("Business Profile tax_id")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "business_profile": {"tax_id": "GODE561231GR8"}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "business_profile": {"tax_id": "77.498.112-8"}}"#,
    ),
};

fn business_tax_id<'a>(tax_id: At<'a, Text<'a>>, findings: &mut Findings) {
    if tax_id.text().is_some_and(|tax_id| Rut::parse(tax_id).is_none()) {
        findings.add(Problem::BusinessTaxId, tax_id);
    }
}

pub(crate) const PRODUCT_NAME_SIZE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidStringSize],
    scope: "all",
    when: "the name of a product is over 100 characters long",
    at: "`name`",
    judges: &["line_items[].price_data.product_data.name"],
    reads: &[],
    sources: &[other("the longest name of a product")],
    breaks: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan amasado de campo hecho a mano con harina integral, masa madre, sal de mar y aceite de oliva de Chile"}}}]}"#,
    ),
    keeps: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan amasado"}}}]}"#,
    ),
};

fn product_name_size<'a>(name: At<'a, Text<'a>>, findings: &mut Findings) {
    const LONGEST_NAME: usize = 100;
    let characters = name.text().map_or(0, |name| characters(name.as_bytes()));
    if characters > LONGEST_NAME {
        findings.add(Problem::ProductNameSize { characters }, name);
    }
}
