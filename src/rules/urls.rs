//! Rules of URLs: form, scheme, and placeholders left in them.

use super::context::Context;
use super::diagnostics::Diagnostics;
use super::info::{RuleInfo, create_v2, guide, other, v2};
use super::scope::Scope;
use crate::error_code::ErrorCode;
use crate::formats::Url;
use crate::report::{Level, ViolationKind};
use crate::request::{Cursor, LineItem, Text};

pub(super) fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    for field in [context.cancel_url, context.success_url] {
        if let Some(url) = url_format(field, diagnostics) {
            redirect_url_http(url, field, diagnostics);
            url_https(url, field, diagnostics);
            url_placeholder(url, field, diagnostics);
        }
    }
}

pub(super) fn check_item(item: Cursor<'_, LineItem>, diagnostics: &mut Diagnostics) {
    let field = item.price_data().product_data().image_url();
    if let Some(url) = url_format(field, diagnostics) {
        image_url_https(url, field, diagnostics);
        url_placeholder(url, field, diagnostics);
    }
}

/// `url-format`
///
/// No browser can open such a value, so it cannot be what its field is named.
pub(crate) const URL_FORMAT: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidString],
    scope: Scope::ALL,
    when: "`success_url`, `cancel_url` or `image_url` is not an absolute URL to which someone can be sent: it has no scheme \
           or no `//`, a scheme such as `javascript` or `mailto`, white space, control or invisible characters, or, as \
           `http` or `https`, a host or a port that cannot be",
    at: "the field",
    fields: &["cancel_url", "success_url", "line_items[].price_data.product_data.image_url"],
    depends_on: &[],
    sources: &[create_v2("success_url, cancel_url")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

/// Parses the URL of a field and reports one that is not well-formed; `None` if there is no well-formed URL. The other
/// rules of this file take the [`Url`], so that one mistake is one violation.
fn url_format<'a>(field: Cursor<'a, Text>, diagnostics: &mut Diagnostics) -> Option<Url<'a>> {
    match Url::parse(field.text()?) {
        Ok(url) => Some(url),
        Err(fault) => {
            diagnostics.push(ViolationKind::UrlFormat { fault }, field);
            None
        }
    }
}

/// `redirect-url-http`
pub(crate) const REDIRECT_URL_HTTP: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidString],
    scope: Scope::ALL,
    when: "`success_url` or `cancel_url` is a URL whose scheme is `http`",
    at: "the field",
    fields: &["cancel_url", "success_url"],
    depends_on: &[],
    sources: &[other("the API answers 400 to it, in test mode and for localhost too: tried by three projects")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "http://localhost:3000/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "https://localhost:3000/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn redirect_url_http<'a>(url: Url<'a>, field: Cursor<'a, Text>, diagnostics: &mut Diagnostics) {
    if url.is_http() {
        diagnostics.push(ViolationKind::RedirectUrlHttp, field);
    }
}

/// `url-https`
pub(crate) const URL_HTTPS: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidString],
    scope: Scope::ALL,
    when: "`success_url` or `cancel_url` is a URL whose scheme is neither `https` nor `http`",
    at: "the field",
    fields: &["cancel_url", "success_url"],
    depends_on: &[],
    sources: &[other("integrators use schemes of apps, and no document names them")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "myapp://paid", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn url_https<'a>(url: Url<'a>, field: Cursor<'a, Text>, diagnostics: &mut Diagnostics) {
    if !url.is_https() && !url.is_http() {
        diagnostics.push(ViolationKind::UrlHttps, field);
    }
}

/// `image-url-https`
pub(crate) const IMAGE_URL_HTTPS: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidString],
    scope: Scope::ALL,
    when: "`image_url` is a URL whose scheme is not `https`",
    at: "the field",
    fields: &["line_items[].price_data.product_data.image_url"],
    depends_on: &[],
    sources: &[guide("image_url")],
    invalid: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan", "image_url": "http://merchant.com/pan.png"}}}]}"#,
    ),
    valid: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan", "image_url": "https://merchant.com/pan.png"}}}]}"#,
    ),
};

fn image_url_https<'a>(url: Url<'a>, field: Cursor<'a, Text>, diagnostics: &mut Diagnostics) {
    if !url.is_https() {
        diagnostics.push(ViolationKind::ImageUrlHttps, field);
    }
}

/// `url-placeholder`
pub(crate) const URL_PLACEHOLDER: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidString],
    scope: Scope::ALL,
    when: "`success_url`, `cancel_url` or `image_url` is a URL that holds `{` or `}`, or an `http` or `https` URL whose host is \
           `undefined`, `null`, `nan`, `http` or `https`",
    at: "the field",
    fields: &["cancel_url", "success_url", "line_items[].price_data.product_data.image_url"],
    depends_on: &[],
    sources: &[other("a template that was not filled, a base that is not set or has its scheme twice")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "https://merchant.com/success?session={CHECKOUT_SESSION_ID}", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "https://merchant.com/success?session=1", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn url_placeholder<'a>(url: Url<'a>, field: Cursor<'a, Text>, diagnostics: &mut Diagnostics) {
    if url.has_placeholder() {
        diagnostics.push(ViolationKind::UrlPlaceholder, field);
    }
}
