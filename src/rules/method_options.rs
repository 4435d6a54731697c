//! Rules of the options of payment methods.

use super::payment_methods::{closest_type, is_type_of_session, listed_types, types_of_flow, where_known};
use super::shape::{Occurrence, Occurrences};
use super::{Session, create_v2, other, v2};
use crate::catalogue::{RuleInfo, Version};
use crate::document::{At, Entry, Place};
use crate::findings::Findings;
use crate::formats::alike;
use crate::json::JsonType;
use crate::problem::Problem;
use crate::report::{Code, Level};
use crate::request::PaymentMethodOptions;

/// The types of card that Fintoc documents.
pub(crate) const CARD_TYPES: &[&str] = &["credit", "debit", "prepaid"];

pub(super) fn check(session: &Session<'_>, findings: &mut Findings) {
    let keys = Keys::of(session);
    options_match_types(&keys, session, findings);
    options_incomplete(&keys, session, findings);
    card_type_unlisted(session, findings);
}

/// The keys that `payment_method_options` may have.
enum Keys<'s> {
    /// Nobody can tell: `payment_method_types` is malformed, or the flow is needed and malformed.
    Unknown,
    /// The elements of `payment_method_types`, sorted.
    Listed(Vec<&'s str>),
    /// The types of the session, as none are listed.
    OfSession,
}

impl<'s> Keys<'s> {
    fn of(session: &Session<'s>) -> Self {
        match listed_types(session) {
            None => Self::Unknown,
            Some(listed) if !listed.is_empty() => Self::Listed(listed),
            Some(_) if session.flow.is_none() => Self::Unknown,
            Some(_) => Self::OfSession,
        }
    }

    fn accept(&self, key: &str, session: &Session<'_>) -> bool {
        match self {
            Self::Unknown => true,
            Self::Listed(listed) => listed.binary_search(&key).is_ok(),
            Self::OfSession => is_type_of_session(key, session),
        }
    }
}

pub(crate) const OPTIONS_MATCH_TYPES: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidHash],
    scope: "v2",
    when: "a key of `payment_method_options` is not in `payment_method_types`, or, when that is absent or an empty \
           array, not a type of the flow (`direct_debit` is one in subscriptions and setups)",
    at: "the key",
    judges: &["payment_method_options.*"],
    reads: &["flow", "payment_method_types", "payment_method_types[]"],
    sources: &[create_v2("payment_method_options")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["bank_transfer"], "payment_method_options": {"card": {"types": ["credit"]}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["card"], "payment_method_options": {"card": {"types": ["credit"]}}}"#,
    ),
};

fn options_match_types(keys: &Keys<'_>, session: &Session<'_>, findings: &mut Findings) {
    let options = session.options.v2;
    if !options.is_object() {
        return;
    }
    let is_listed = matches!(keys, Keys::Listed(_));
    each_option(options, |key, place| {
        if !keys.accept(key, session) {
            let (allowed, known_in) = (types_of_flow(session), where_known(key, session.version));
            let suggestion = closest_type(key, session)
                .filter(|suggestion| keys.accept(suggestion, session) && !has_option(options, suggestion));
            let flow = session.flow.filter(|_| !is_listed);
            findings.add_at(Problem::OptionsMatchTypes { allowed, flow, known_in, suggestion }, place);
        }
    });
}

/// Whether a known key is present.
fn has_option<'a>(options: At<'a, PaymentMethodOptions<'a>>, key: &str) -> bool {
    let position = PaymentMethodOptions::NAMES.iter().position(|name| *name == key);
    position.is_some_and(|position| options.field::<()>(position).is_present())
}

/// Calls `visit` with each key that is present, and its place; with a repeated one once.
fn each_option<'a>(options: At<'a, PaymentMethodOptions<'a>>, mut visit: impl FnMut(&str, Place)) {
    for (position, key) in PaymentMethodOptions::NAMES.iter().enumerate() {
        let option = options.field::<()>(position);
        if option.is_present() {
            visit(key, option.place());
        }
    }
    let occurrences = Occurrences::of_names(options.others());
    for (index, Entry { place, name: key, value, .. }) in options.others().enumerate() {
        if occurrences.at(index) != Occurrence::Repeat
            && value.kind() != JsonType::Null
            && !PaymentMethodOptions::NAMES.contains(&key)
        {
            visit(key, place);
        }
    }
}

pub(crate) const OPTIONS_INCOMPLETE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::MissingParameter],
    scope: "v2",
    when: "`pac` has no `sender_account`, or `card` has no `types`, or an empty array of them; not a key that \
           `options-match-types` reports",
    at: "the missing member",
    judges: &["payment_method_options.card.types", "payment_method_options.pac.sender_account"],
    reads: &["flow", "payment_method_types", "payment_method_types[]"],
    sources: &[create_v2("payment_method_options")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"card": {}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"card": {"types": ["credit"]}}}"#,
    ),
};

fn options_incomplete(keys: &Keys<'_>, session: &Session<'_>, findings: &mut Findings) {
    if session.version == Version::V1 {
        return;
    }
    let (pac, card) = (session.options.pac, session.options.card);
    if pac.is_object() && pac.sender_account().is_absent() && keys.accept("pac", session) {
        findings.add(Problem::OptionsIncomplete, pac.sender_account());
    }
    if card.is_object() && (card.types().is_absent() || card.types().is_empty()) && keys.accept("card", session) {
        findings.add(Problem::OptionsIncomplete, card.types());
    }
}

pub(crate) const CARD_TYPE_UNLISTED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidEnum],
    scope: "all",
    when: "an element of `card.types` is none of `credit`, `debit` and `prepaid`",
    at: "the element",
    judges: &["payment_method_options.card.types[]"],
    reads: &[],
    sources: &[other("the types of card")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"card": {"types": ["visa"]}}}"#,
    ),
    keeps: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"card": {"types": ["debit"]}}}"#,
    ),
};

fn card_type_unlisted(session: &Session<'_>, findings: &mut Findings) {
    for card_type in session.options.card.types().elements() {
        if let Some(text) = card_type.text()
            && !CARD_TYPES.contains(&text)
        {
            findings.add(Problem::CardTypeUnlisted { suggestion: alike(text, CARD_TYPES) }, card_type);
        }
    }
}
