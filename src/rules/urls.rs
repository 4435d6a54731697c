//! Rules of URLs: that someone can be sent there.

use super::{Session, create_v2, guide, other, v2};
use crate::catalogue::RuleInfo;
use crate::document::At;
use crate::findings::Findings;
use crate::formats::Url;
use crate::problem::Problem;
use crate::report::{Code, Level};
use crate::request::{LineItem, Text};

pub(super) fn check(session: &Session<'_>, findings: &mut Findings) {
    for field in [session.cancel_url, session.success_url] {
        if let Some(url) = url_format(field, findings) {
            redirect_url_http(url, field, findings);
            url_https(url, field, findings);
            url_placeholder(url, field, findings);
        }
    }
}

pub(super) fn check_item<'a>(item: At<'a, LineItem<'a>>, findings: &mut Findings) {
    let field = item.price_data().product_data().image_url();
    if let Some(url) = url_format(field, findings) {
        image_url_https(url, field, findings);
        url_placeholder(url, field, findings);
    }
}

pub(crate) const URL_FORMAT: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidString],
    scope: "all",
    when: "`success_url`, `cancel_url` or `image_url` is not an absolute URL to which someone can be sent: it has no scheme \
           or no `//`, a scheme such as `javascript` or `mailto`, white space, control or invisible characters, or, as \
           `http` or `https`, a host or a port that cannot be",
    at: "the field",
    judges: &["cancel_url", "success_url", "line_items[].price_data.product_data.image_url"],
    reads: &[],
    sources: &[create_v2("success_url, cancel_url")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

/// Reads the URL of a field; none where it is absent or malformed.
fn url_format<'a>(field: At<'a, Text<'a>>, findings: &mut Findings) -> Option<Url<'a>> {
    match Url::parse(field.text()?) {
        Ok(url) => Some(url),
        Err(fault) => {
            findings.add(Problem::UrlFormat { fault }, field);
            None
        }
    }
}

pub(crate) const REDIRECT_URL_HTTP: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidString],
    scope: "all",
    when: "`success_url` or `cancel_url` is a URL whose scheme is `http`",
    at: "the field",
    judges: &["cancel_url", "success_url"],
    reads: &[],
    sources: &[other("the API answers 400 to it, in test mode and for localhost too: tried by three projects")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "http://localhost:3000/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "https://localhost:3000/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn redirect_url_http<'a>(url: Url<'a>, field: At<'a, Text<'a>>, findings: &mut Findings) {
    if url.is_http() {
        findings.add(Problem::RedirectUrlHttp, field);
    }
}

pub(crate) const URL_HTTPS: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidString],
    scope: "all",
    when: "`success_url` or `cancel_url` is a URL whose scheme is neither `https` nor `http`",
    at: "the field",
    judges: &["cancel_url", "success_url"],
    reads: &[],
    sources: &[other("integrators use schemes of apps, and no document names them")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "myapp://paid", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn url_https<'a>(url: Url<'a>, field: At<'a, Text<'a>>, findings: &mut Findings) {
    if !url.is_https() && !url.is_http() {
        findings.add(Problem::UrlHttps, field);
    }
}

pub(crate) const IMAGE_URL_HTTPS: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidString],
    scope: "all",
    when: "`image_url` is a URL whose scheme is not `https`",
    at: "the field",
    judges: &["line_items[].price_data.product_data.image_url"],
    reads: &[],
    sources: &[guide("image_url")],
    breaks: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan", "image_url": "http://merchant.com/pan.png"}}}]}"#,
    ),
    keeps: v2(
        r#"{"amount": 990, "currency": "CLP", "ui_mode": "embedded", "line_items": [{"quantity": 1, "price_data": {"currency": "CLP", "unit_amount": 990, "product_data": {"name": "Pan", "image_url": "https://merchant.com/pan.png"}}}]}"#,
    ),
};

fn image_url_https<'a>(url: Url<'a>, field: At<'a, Text<'a>>, findings: &mut Findings) {
    if !url.is_https() {
        findings.add(Problem::ImageUrlHttps, field);
    }
}

pub(crate) const URL_PLACEHOLDER: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidString],
    scope: "all",
    when: "`success_url`, `cancel_url` or `image_url` is a URL that holds `{` or `}`, or an `http` or `https` URL whose host is \
           `undefined`, `null`, `nan`, `http` or `https`",
    at: "the field",
    judges: &["cancel_url", "success_url", "line_items[].price_data.product_data.image_url"],
    reads: &[],
    sources: &[other("a template that was not filled, a base that is not set or has its scheme twice")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "https://merchant.com/success?session={CHECKOUT_SESSION_ID}", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "https://merchant.com/success?session=1", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn url_placeholder<'a>(url: Url<'a>, field: At<'a, Text<'a>>, findings: &mut Findings) {
    if url.has_placeholder() {
        findings.add(Problem::UrlPlaceholder, field);
    }
}
