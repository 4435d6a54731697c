//! Rules of `payment_method_options`.

use super::context::Context;
use super::diagnostics::Diagnostics;
use super::info::{RuleInfo, create_v2, other, v2};
use super::occurrences::{Occurrence, Occurrences};
use super::payment_methods::{closest_type, is_type_of_session, listed_types, types_of_flow, where_known};
use super::scope::Scope;
use crate::error_code::ErrorCode;
use crate::formats::alike;
use crate::json::JsonType;
use crate::report::{Level, ViolationKind};
use crate::request::{Cursor, PaymentMethodOptions};
use crate::tape::{Entry, SlotId};
use crate::version::Version;

/// The types of card that Fintoc documents.
pub(crate) const CARD_TYPES: &[&str] = &["credit", "debit", "prepaid"];

pub(super) fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.options.v2.is_present() {
        let keys = Keys::of(context);
        options_match_types(&keys, context, diagnostics);
        options_incomplete(&keys, context, diagnostics);
    }
    card_type_unlisted(context, diagnostics);
}

/// The keys that `payment_method_options` may have.
enum Keys<'s> {
    /// Any key, as `payment_method_types` is malformed, or lists nothing while the flow is malformed.
    Unknown,
    /// The elements of `payment_method_types`, sorted.
    Listed(Vec<&'s str>),
    /// The types of the session, as `payment_method_types` is absent or empty.
    OfSession,
}

impl<'s> Keys<'s> {
    fn of(context: &Context<'s>) -> Self {
        match listed_types(context) {
            None => Self::Unknown,
            Some(listed) if !listed.is_empty() => Self::Listed(listed),
            Some(_) if context.flow.is_none() => Self::Unknown,
            Some(_) => Self::OfSession,
        }
    }

    fn accept(&self, key: &str, context: &Context<'_>) -> bool {
        match self {
            Self::Unknown => true,
            Self::Listed(listed) => listed.binary_search(&key).is_ok(),
            Self::OfSession => is_type_of_session(key, context),
        }
    }
}

/// `options-match-types`
///
/// Options configure a method that the session offers, so one of the two fields is wrong.
pub(crate) const OPTIONS_MATCH_TYPES: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidHash],
    scope: Scope::V2,
    when: "a key of `payment_method_options` is not in `payment_method_types`, or, when that is absent or an empty \
           array, not a type of the flow (`direct_debit` is one in subscriptions and setups)",
    at: "the key",
    fields: &["payment_method_options.*"],
    depends_on: &["flow", "payment_method_types", "payment_method_types[]"],
    sources: &[create_v2("payment_method_options")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["bank_transfer"], "payment_method_options": {"card": {"types": ["credit"]}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_types": ["card"], "payment_method_options": {"card": {"types": ["credit"]}}}"#,
    ),
};

fn options_match_types(keys: &Keys<'_>, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let options = context.options.v2;
    if !options.is_object() {
        return;
    }
    let is_listed = matches!(keys, Keys::Listed(_));
    let mut index: usize = 0;
    each_option(options, |key, slot_id| {
        if !keys.accept(key, context) {
            let (allowed, known_in) = (types_of_flow(context), where_known(key, context.version));
            let suggestion = if diagnostics.may_list(index) { closest_type(key, context) } else { None };
            let suggestion =
                suggestion.filter(|suggestion| keys.accept(suggestion, context) && !has_option(options, suggestion));
            index = index.saturating_add(1);
            let flow = context.flow.filter(|_| !is_listed);
            diagnostics.push_at(ViolationKind::OptionsMatchTypes { allowed, flow, known_in, suggestion }, slot_id);
        }
    });
}

/// True if a known key is present.
fn has_option(options: Cursor<'_, PaymentMethodOptions>, key: &str) -> bool {
    let position = PaymentMethodOptions::NAMES.iter().position(|name| *name == key);
    position.is_some_and(|position| options.field::<()>(position).is_present())
}

/// Calls `visit` with each present key, known or unknown, and its slot; once for a repeated key.
fn each_option(options: Cursor<'_, PaymentMethodOptions>, mut visit: impl FnMut(&str, SlotId)) {
    for (position, key) in PaymentMethodOptions::NAMES.iter().enumerate() {
        let option = options.field::<()>(position);
        if option.is_present() {
            visit(key, option.slot_id());
        }
    }
    let occurrences = Occurrences::of_names(options.unknown());
    for (index, Entry { slot_id, name: key, value, .. }) in options.unknown().enumerate() {
        if occurrences.at(index) != Occurrence::Repeat
            && value.kind() != JsonType::Null
            && !PaymentMethodOptions::NAMES.contains(&key)
        {
            visit(key, slot_id);
        }
    }
}

/// `options-incomplete`
///
/// A warning: the source says how to set the options, not that a session needs them.
pub(crate) const OPTIONS_INCOMPLETE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::V2,
    when: "`pac` has no `sender_account`, or `card` has no `types`, or an empty array of them; not a key that \
           `options-match-types` reports",
    at: "the missing member",
    fields: &["payment_method_options.card.types", "payment_method_options.pac.sender_account"],
    depends_on: &["flow", "payment_method_types", "payment_method_types[]"],
    sources: &[create_v2("payment_method_options")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"card": {}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"card": {"types": ["credit"]}}}"#,
    ),
};

fn options_incomplete(keys: &Keys<'_>, context: &Context<'_>, diagnostics: &mut Diagnostics) {
    if context.version == Version::V1 {
        return;
    }
    let (pac, card) = (context.options.pac, context.options.card);
    if pac.is_object() && pac.sender_account().is_absent() && keys.accept("pac", context) {
        diagnostics.push(ViolationKind::OptionsIncomplete, pac.sender_account());
    }
    if card.is_object() && (card.types().is_absent() || card.types().is_empty()) && keys.accept("card", context) {
        diagnostics.push(ViolationKind::OptionsIncomplete, card.types());
    }
}

/// `card-type-unlisted`
///
/// A warning: the list comes from outside the four documents.
pub(crate) const CARD_TYPE_UNLISTED: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidEnum],
    scope: Scope::ALL,
    when: "an element of `card.types` is none of `credit`, `debit` and `prepaid`",
    at: "the element",
    fields: &["payment_method_options.card.types[]"],
    depends_on: &[],
    sources: &[other("the types of card")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"card": {"types": ["visa"]}}}"#,
    ),
    valid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "payment_method_options": {"card": {"types": ["debit"]}}}"#,
    ),
};

fn card_type_unlisted(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let mut index: usize = 0;
    for card_type in context.options.card.types().elements() {
        if let Some(text) = card_type.text()
            && !CARD_TYPES.contains(&text)
        {
            let suggestion = if diagnostics.may_list(index) { alike(text, CARD_TYPES) } else { None };
            diagnostics.push(ViolationKind::CardTypeUnlisted { allowed: CARD_TYPES, suggestion }, card_type);
            index = index.saturating_add(1);
        }
    }
}
