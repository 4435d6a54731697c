//! Rules of `ui_mode`, of the redirect URLs, and of the time of expiry.

use super::context::Context;
use super::diagnostics::Diagnostics;
use super::info::{RuleInfo, create_v1, create_v2, guide, inference, other, v2};
use super::scope::{Scope, ScopeCondition};
use crate::error_code::ErrorCode;
use crate::report::{Level, ViolationKind};
use crate::request::{Cursor, Flow, Text, UiMode};
use crate::timestamp::Timestamp;
use crate::version::Version;

/// The least time from now to the expiry of a session of version 2, in minutes.
const LEAD_MINUTES: u32 = 10;

/// The minimum plus a minute for the request to arrive, in minutes.
const EASY_MINUTES: u32 = 11;

pub(super) fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    ui_mode_only_in_payment(context, diagnostics);
    redirect_urls_required(context, diagnostics);
    redirect_urls_expected(context, diagnostics);
    redirect_urls_together(context, diagnostics);
    expires_at_lead(context, diagnostics);
    expires_at_tight(context, diagnostics);
}

/// Iterates over the redirect URLs that are absent.
fn missing_urls<'a>(context: &Context<'a>) -> impl Iterator<Item = Cursor<'a, Text>> + use<'a> {
    [context.cancel_url, context.success_url].into_iter().filter(|url| url.is_absent())
}

/// `ui-mode-only-in-payment`
///
/// A warning: create-v2 says that it is for payments, but does not forbid it elsewhere.
pub(crate) const UI_MODE_ONLY_IN_PAYMENT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::v2(&[Flow::Subscription, Flow::Setup]),
    when: "`ui_mode` is present",
    at: "`ui_mode`",
    fields: &["ui_mode"],
    depends_on: &["flow"],
    sources: &[create_v2("ui_mode")],
    invalid: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel", "ui_mode": "hosted"}"#,
    ),
    valid: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn ui_mode_only_in_payment(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if let Some(Flow::Subscription | Flow::Setup) = context.flow_v2()
        && context.ui_mode.is_present()
    {
        diagnostics.push(ViolationKind::UiModeOnlyInPayment, context.ui_mode);
    }
}

/// `redirect-urls-required`
///
/// The customer leaves for a page of Fintoc's and needs a way back.
pub(crate) const REDIRECT_URLS_REQUIRED: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::v2(&[Flow::Payment]),
    when: "`ui_mode` is absent or `hosted`, and `success_url` or `cancel_url` is absent",
    at: "the one that is missing",
    fields: &["cancel_url", "success_url"],
    depends_on: &["flow", "ui_mode"],
    sources: &[guide("success_url, cancel_url"), create_v2("ui_mode")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "success_url": "https://merchant.com/success"}"#),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn redirect_urls_required(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.flow_v2() == Some(Flow::Payment) && context.is_hosted() {
        missing_urls(context).for_each(|url| diagnostics.push(ViolationKind::RedirectUrlsRequired, url));
    }
}

/// `redirect-urls-expected`
pub(crate) const REDIRECT_URLS_EXPECTED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::v2(&[Flow::Subscription, Flow::Setup]),
    when: "`ui_mode` is absent or `hosted`, and `success_url` or `cancel_url` is absent",
    at: "the one that is missing",
    fields: &["cancel_url", "success_url"],
    depends_on: &["flow", "ui_mode"],
    sources: &[other("examples of both flows have them")],
    invalid: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success"}"#,
    ),
    valid: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn redirect_urls_expected(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if let Some(Flow::Subscription | Flow::Setup) = context.flow_v2()
        && context.is_hosted()
    {
        missing_urls(context).for_each(|url| diagnostics.push(ViolationKind::RedirectUrlsExpected, url));
    }
}

/// `redirect-urls-together`
///
/// With one URL the customer has a way back from only one of the two outcomes.
pub(crate) const REDIRECT_URLS_TOGETHER: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::v1_and_v2(&[Flow::Payment]).with(ScopeCondition::Embedded),
    when: "one of `success_url` and `cancel_url` is present, and the other is absent",
    at: "the one that is missing",
    fields: &["cancel_url", "success_url"],
    depends_on: &["cancel_url", "success_url", "flow", "ui_mode"],
    sources: &[create_v1("success_url, cancel_url"), create_v2("ui_mode")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "success_url": "https://merchant.com/success"}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn redirect_urls_together(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let applies = match context.version {
        Version::V1 => true,
        Version::V2 => context.flow == Some(Flow::Payment) && context.ui_mode.value() == Some(UiMode::Embedded),
    };
    if applies && context.success_url.is_present() != context.cancel_url.is_present() {
        missing_urls(context).for_each(|url| diagnostics.push(ViolationKind::RedirectUrlsTogether, url));
    }
}

/// `expires-at-lead`
pub(crate) const EXPIRES_AT_LEAD: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidExpiresAt],
    scope: Scope::ALL,
    when: "`expires_at` is less than 10 minutes after now; in version 1, not after now",
    at: "`expires_at`",
    fields: &["expires_at"],
    depends_on: &[],
    sources: &[create_v2("expires_at"), inference("in version 1, what has expired cannot be paid")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-13T12:05:00Z"}"#,
    ),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-13T13:00:00Z"}"#),
};

fn expires_at_lead(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.expires().is_some_and(|instant| !is_far_enough(instant, context)) {
        diagnostics.push(ViolationKind::ExpiresAtLead { minutes: lead_minutes(context.version) }, context.expires_at);
    }
}

const fn lead_minutes(version: Version) -> u32 {
    match version {
        Version::V1 => 0,
        Version::V2 => LEAD_MINUTES,
    }
}

/// True if a session may expire at an instant: at least 10 minutes from now; in version 1, any time after now.
pub(super) fn is_far_enough(instant: Timestamp, context: &Context<'_>) -> bool {
    match context.version {
        Version::V1 => instant > context.now,
        Version::V2 => instant >= context.now.plus_minutes(LEAD_MINUTES),
    }
}

/// `expires-at-tight`
pub(crate) const EXPIRES_AT_TIGHT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidExpiresAt],
    scope: Scope::V2,
    when: "`expires_at` is at least 10 but less than 11 minutes after now",
    at: "`expires_at`",
    fields: &["expires_at"],
    depends_on: &[],
    sources: &[inference("the request may arrive too late")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-13T12:10:30Z"}"#,
    ),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-13T13:00:00Z"}"#),
};

fn expires_at_tight(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let tight = context.now.plus_minutes(LEAD_MINUTES)..context.now.plus_minutes(EASY_MINUTES);
    if context.version == Version::V2 && context.expires().is_some_and(|instant| tight.contains(&instant)) {
        diagnostics.push(ViolationKind::ExpiresAtTight, context.expires_at);
    }
}
