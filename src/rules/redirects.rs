//! Rules of redirects and expiry: where the customer goes, and until when.

use super::{Session, create_v1, create_v2, guide, inference, other, v2};
use crate::catalogue::{RuleInfo, Version};
use crate::document::At;
use crate::findings::Findings;
use crate::problem::Problem;
use crate::report::{Code, Level};
use crate::request::{Flow, Text, UiMode};
use crate::timestamp::Timestamp;

/// How far ahead a session must expire in version 2, in minutes.
const LEAD_MINUTES: u32 = 10;

/// The minimum plus a minute for the request to arrive.
const EASY_MINUTES: u32 = 11;

pub(super) fn check(session: &Session<'_>, findings: &mut Findings) {
    ui_mode_only_in_payment(session, findings);
    redirect_urls_required(session, findings);
    redirect_urls_expected(session, findings);
    redirect_urls_together(session, findings);
    expires_at_lead(session, findings);
    expires_at_tight(session, findings);
}

/// The places of the redirect URLs that are absent.
fn missing_urls<'a>(session: &Session<'a>) -> impl Iterator<Item = At<'a, Text<'a>>> + use<'a> {
    [session.cancel_url, session.success_url].into_iter().filter(|url| url.is_absent())
}

pub(crate) const UI_MODE_ONLY_IN_PAYMENT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidParams],
    scope: "v2 subscription, setup",
    when: "`ui_mode` is present",
    at: "`ui_mode`",
    judges: &["ui_mode"],
    reads: &["flow"],
    sources: &[create_v2("ui_mode")],
    breaks: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel", "ui_mode": "hosted"}"#,
    ),
    keeps: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn ui_mode_only_in_payment(session: &Session<'_>, findings: &mut Findings) {
    if let Some(Flow::Subscription | Flow::Setup) = session.flow_v2()
        && session.ui_mode.is_present()
    {
        findings.add(Problem::UiModeOnlyInPayment, session.ui_mode);
    }
}

pub(crate) const REDIRECT_URLS_REQUIRED: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::MissingParameter],
    scope: "v2 payment",
    when: "`ui_mode` is absent or `hosted`, and `success_url` or `cancel_url` is absent",
    at: "the one that is missing",
    judges: &["cancel_url", "success_url"],
    reads: &["flow", "ui_mode"],
    sources: &[guide("success_url, cancel_url"), create_v2("ui_mode")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "success_url": "https://merchant.com/success"}"#),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn redirect_urls_required(session: &Session<'_>, findings: &mut Findings) {
    if session.flow_v2() == Some(Flow::Payment) && session.is_hosted() {
        missing_urls(session).for_each(|url| findings.add(Problem::RedirectUrlsRequired, url));
    }
}

pub(crate) const REDIRECT_URLS_EXPECTED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::MissingParameter],
    scope: "v2 subscription, setup",
    when: "`ui_mode` is absent or `hosted`, and `success_url` or `cancel_url` is absent",
    at: "the one that is missing",
    judges: &["cancel_url", "success_url"],
    reads: &["flow", "ui_mode"],
    sources: &[other("examples of both flows have them")],
    breaks: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success"}"#,
    ),
    keeps: v2(
        r#"{"flow": "setup", "currency": "CLP", "customer": "cus_1", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn redirect_urls_expected(session: &Session<'_>, findings: &mut Findings) {
    if let Some(Flow::Subscription | Flow::Setup) = session.flow_v2()
        && session.is_hosted()
    {
        missing_urls(session).for_each(|url| findings.add(Problem::RedirectUrlsExpected, url));
    }
}

pub(crate) const REDIRECT_URLS_TOGETHER: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::MissingParameter],
    scope: "v1; v2 payment, embedded",
    when: "one of `success_url` and `cancel_url` is present, and the other is absent",
    at: "the one that is missing",
    judges: &["cancel_url", "success_url"],
    reads: &["cancel_url", "success_url", "flow", "ui_mode"],
    sources: &[create_v1("success_url, cancel_url"), create_v2("ui_mode")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "success_url": "https://merchant.com/success"}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "success_url": "https://merchant.com/success", "cancel_url": "https://merchant.com/cancel"}"#,
    ),
};

fn redirect_urls_together(session: &Session<'_>, findings: &mut Findings) {
    let holds = match session.version {
        Version::V1 => true,
        Version::V2 => session.flow == Some(Flow::Payment) && session.ui_mode.value() == Some(UiMode::Embedded),
    };
    if holds && session.success_url.is_present() != session.cancel_url.is_present() {
        missing_urls(session).for_each(|url| findings.add(Problem::RedirectUrlsTogether, url));
    }
}

pub(crate) const EXPIRES_AT_LEAD: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidExpiresAt],
    scope: "all",
    when: "`expires_at` is less than 10 minutes after now; in version 1, not after now",
    at: "`expires_at`",
    judges: &["expires_at"],
    reads: &[],
    sources: &[create_v2("expires_at"), inference("in version 1, what has expired cannot be paid")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-13T12:05:00Z"}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-13T13:00:00Z"}"#),
};

fn expires_at_lead(session: &Session<'_>, findings: &mut Findings) {
    if session.expires().is_some_and(|instant| !is_far_enough(instant, session)) {
        findings.add(Problem::ExpiresAtLead { minutes: lead_minutes(session.version) }, session.expires_at);
    }
}

const fn lead_minutes(version: Version) -> u32 {
    match version {
        Version::V1 => 0,
        Version::V2 => LEAD_MINUTES,
    }
}

/// Whether a session may expire at an instant.
pub(super) fn is_far_enough(instant: Timestamp, session: &Session<'_>) -> bool {
    match session.version {
        Version::V1 => instant > session.now,
        Version::V2 => instant >= session.now.plus_minutes(LEAD_MINUTES),
    }
}

pub(crate) const EXPIRES_AT_TIGHT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidExpiresAt],
    scope: "v2",
    when: "`expires_at` is at least 10 but less than 11 minutes after now",
    at: "`expires_at`",
    judges: &["expires_at"],
    reads: &[],
    sources: &[inference("the request may arrive too late")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-13T12:10:30Z"}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-13T13:00:00Z"}"#),
};

fn expires_at_tight(session: &Session<'_>, findings: &mut Findings) {
    let tight = session.now.plus_minutes(LEAD_MINUTES)..session.now.plus_minutes(EASY_MINUTES);
    if session.version == Version::V2 && session.expires().is_some_and(|instant| tight.contains(&instant)) {
        findings.add(Problem::ExpiresAtTight, session.expires_at);
    }
}
