//! Rules of metadata, of the session and of a new customer.

use super::context::Context;
use super::diagnostics::Diagnostics;
use super::info::{RuleInfo, other, v2};
use super::occurrences::{Occurrence, Occurrences};
use super::scope::Scope;
use crate::error_code::ErrorCode;
use crate::formats::characters;
use crate::json::JsonType;
use crate::report::{Level, ViolationKind};
use crate::request::{Cursor, Metadata};
use crate::tape::{Entry, SlotId};

/// In keys, each counted once.
const MOST_KEYS: usize = 50;
/// In characters.
const LONGEST_KEY: usize = 40;
/// In characters.
const LONGEST_VALUE: usize = 500;

pub(super) fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    check_metadata(context.metadata, diagnostics);
    check_metadata(context.customer_data.metadata(), diagnostics);
}

fn check_metadata(metadata: Cursor<'_, Metadata>, diagnostics: &mut Diagnostics) {
    if metadata.entries().next().is_none() {
        return;
    }
    let occurrences = Occurrences::of_names(metadata.entries());
    metadata_count(&occurrences, metadata, diagnostics);
    for (index, Entry { slot_id, name, value, .. }) in metadata.entries().enumerate() {
        let occurrence = occurrences.at(index);
        if occurrence != Occurrence::Repeat {
            if occurrence == Occurrence::First {
                diagnostics.push_at(ViolationKind::DuplicateKey, slot_id);
            }
            metadata_key_size(name, slot_id, diagnostics);
            match value.kind() {
                JsonType::String => metadata_value_size(&value.string().unwrap_or_default(), slot_id, diagnostics),
                kind => metadata_flat(kind, slot_id, diagnostics),
            }
        }
    }
}

/// `metadata-count`
///
/// A warning: the limit comes from outside the four documents.
pub(crate) const METADATA_COUNT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidHash],
    scope: Scope::ALL,
    when: "metadata has over 50 keys",
    at: "the metadata",
    fields: &["metadata", "customer_data.metadata", "customer.metadata"],
    depends_on: &["metadata.*", "customer_data.metadata.*", "customer.metadata.*"],
    sources: &[other("limits of metadata")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"a0": 0, "a1": 1, "a2": 2, "a3": 3, "a4": 4, "a5": 5, "a6": 6, "a7": 7, "a8": 8, "a9": 9, "b0": 0, "b1": 1, "b2": 2, "b3": 3, "b4": 4, "b5": 5, "b6": 6, "b7": 7, "b8": 8, "b9": 9, "c0": 0, "c1": 1, "c2": 2, "c3": 3, "c4": 4, "c5": 5, "c6": 6, "c7": 7, "c8": 8, "c9": 9, "d0": 0, "d1": 1, "d2": 2, "d3": 3, "d4": 4, "d5": 5, "d6": 6, "d7": 7, "d8": 8, "d9": 9, "e0": 0, "e1": 1, "e2": 2, "e3": 3, "e4": 4, "e5": 5, "e6": 6, "e7": 7, "e8": 8, "e9": 9, "f0": 0}}"#,
    ),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"order": "987654321"}}"#),
};

fn metadata_count(occurrences: &Occurrences, metadata: Cursor<'_, Metadata>, diagnostics: &mut Diagnostics) {
    let count =
        metadata.entries().enumerate().filter(|(index, _)| occurrences.at(*index) != Occurrence::Repeat).count();
    if count > MOST_KEYS {
        diagnostics.push(ViolationKind::MetadataCount { count, limit: MOST_KEYS }, metadata);
    }
}

/// `metadata-key-size`
///
/// A warning: the limit comes from outside the four documents.
pub(crate) const METADATA_KEY_SIZE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidStringSize],
    scope: Scope::ALL,
    when: "a key of metadata is over 40 characters long",
    at: "the key",
    fields: &["metadata.*", "customer_data.metadata.*", "customer.metadata.*"],
    depends_on: &[],
    sources: &[other("limits of metadata")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"the_number_of_the_order_in_our_own_system": "1"}}"#,
    ),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"order": "1"}}"#),
};

fn metadata_key_size(name: &str, slot_id: SlotId, diagnostics: &mut Diagnostics) {
    let length = characters(name.as_bytes());
    if length > LONGEST_KEY {
        diagnostics.push_at(ViolationKind::MetadataKeySize { length, limit: LONGEST_KEY }, slot_id);
    }
}

/// `metadata-value-size`
///
/// A warning: the limit comes from outside the four documents.
pub(crate) const METADATA_VALUE_SIZE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidStringSize],
    scope: Scope::ALL,
    when: "a string value of metadata is over 500 characters long",
    at: "the key",
    fields: &["metadata.*", "customer_data.metadata.*", "customer.metadata.*"],
    depends_on: &[],
    sources: &[other("limits of metadata")],
    invalid: v2(concat!(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"note": ""#,
        "This note is longer than it may be: it goes on and on, and says the same thing again and again and again. ",
        "This note is longer than it may be: it goes on and on, and says the same thing again and again and again. ",
        "This note is longer than it may be: it goes on and on, and says the same thing again and again and again. ",
        "This note is longer than it may be: it goes on and on, and says the same thing again and again and again. ",
        "This note is longer than it may be: it goes on and on, and says the same thing again and again and again. ",
        r#""}}"#,
    )),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"note": "Short"}}"#),
};

fn metadata_value_size(text: &str, slot_id: SlotId, diagnostics: &mut Diagnostics) {
    let length = characters(text.as_bytes());
    if length > LONGEST_VALUE {
        diagnostics.push_at(ViolationKind::MetadataValueSize { length, limit: LONGEST_VALUE }, slot_id);
    }
}

/// `metadata-flat`
///
/// A warning: the limit comes from outside the four documents.
pub(crate) const METADATA_FLAT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidHash],
    scope: Scope::ALL,
    when: "a value of metadata is an object or an array",
    at: "the key",
    fields: &["metadata.*", "customer_data.metadata.*", "customer.metadata.*"],
    depends_on: &[],
    sources: &[other("values of metadata are plain")],
    invalid: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"cart": {"sku": "A-1"}}}"#,
    ),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"cart_sku": "A-1"}}"#),
};

fn metadata_flat(kind: JsonType, slot_id: SlotId, diagnostics: &mut Diagnostics) {
    if matches!(kind, JsonType::Object | JsonType::Array) {
        diagnostics.push_at(ViolationKind::MetadataFlat, slot_id);
    }
}
