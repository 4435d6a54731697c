//! Rules of metadata: of the session, and of a new customer.

use super::shape::{Occurrence, Occurrences};
use super::{Session, other, v2};
use crate::catalogue::RuleInfo;
use crate::document::{At, Entry, Place};
use crate::findings::Findings;
use crate::formats::characters;
use crate::json::JsonType;
use crate::problem::Problem;
use crate::report::{Code, Level};
use crate::request::Metadata;

const MOST_KEYS: usize = 50;
const LONGEST_KEY: usize = 40;
const LONGEST_VALUE: usize = 500;

pub(super) fn check(session: &Session<'_>, findings: &mut Findings) {
    check_metadata(session.metadata, findings);
    check_metadata(session.customer_data.metadata(), findings);
}

fn check_metadata<'a>(metadata: At<'a, Metadata<'a>>, findings: &mut Findings) {
    let occurrences = Occurrences::of_names(metadata.entries());
    metadata_count(&occurrences, metadata, findings);
    for (index, Entry { place, name, value, .. }) in metadata.entries().enumerate() {
        let occurrence = occurrences.at(index);
        if occurrence != Occurrence::Repeat {
            if occurrence == Occurrence::First {
                findings.add_at(Problem::DuplicateKey, place);
            }
            metadata_key_size(name, place, findings);
            match value.kind() {
                JsonType::String => metadata_value_size(&value.string().unwrap_or_default(), place, findings),
                kind => metadata_flat(kind, place, findings),
            }
        }
    }
}

pub(crate) const METADATA_COUNT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidHash],
    scope: "all",
    when: "metadata has over 50 keys",
    at: "the metadata",
    judges: &["metadata", "customer_data.metadata", "customer.metadata"],
    reads: &["metadata.*", "customer_data.metadata.*", "customer.metadata.*"],
    sources: &[other("limits of metadata")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"a0": 0, "a1": 1, "a2": 2, "a3": 3, "a4": 4, "a5": 5, "a6": 6, "a7": 7, "a8": 8, "a9": 9, "b0": 0, "b1": 1, "b2": 2, "b3": 3, "b4": 4, "b5": 5, "b6": 6, "b7": 7, "b8": 8, "b9": 9, "c0": 0, "c1": 1, "c2": 2, "c3": 3, "c4": 4, "c5": 5, "c6": 6, "c7": 7, "c8": 8, "c9": 9, "d0": 0, "d1": 1, "d2": 2, "d3": 3, "d4": 4, "d5": 5, "d6": 6, "d7": 7, "d8": 8, "d9": 9, "e0": 0, "e1": 1, "e2": 2, "e3": 3, "e4": 4, "e5": 5, "e6": 6, "e7": 7, "e8": 8, "e9": 9, "f0": 0}}"#,
    ),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"order": "987654321"}}"#),
};

fn metadata_count<'a>(occurrences: &Occurrences, metadata: At<'a, Metadata<'a>>, findings: &mut Findings) {
    let keys = metadata.entries().enumerate().filter(|(index, _)| occurrences.at(*index) != Occurrence::Repeat).count();
    if keys > MOST_KEYS {
        findings.add(Problem::MetadataCount { keys }, metadata);
    }
}

pub(crate) const METADATA_KEY_SIZE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidStringSize],
    scope: "all",
    when: "a key of metadata is over 40 characters long",
    at: "the key",
    judges: &["metadata.*", "customer_data.metadata.*", "customer.metadata.*"],
    reads: &[],
    sources: &[other("limits of metadata")],
    breaks: v2(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"the_number_of_the_order_in_our_own_system": "1"}}"#,
    ),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"order": "1"}}"#),
};

fn metadata_key_size(name: &str, place: Place, findings: &mut Findings) {
    let characters = characters(name.as_bytes());
    if characters > LONGEST_KEY {
        findings.add_at(Problem::MetadataKeySize { characters }, place);
    }
}

pub(crate) const METADATA_VALUE_SIZE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidStringSize],
    scope: "all",
    when: "a string value of metadata is over 500 characters long",
    at: "the key",
    judges: &["metadata.*", "customer_data.metadata.*", "customer.metadata.*"],
    reads: &[],
    sources: &[other("limits of metadata")],
    breaks: v2(concat!(
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"note": ""#,
        "This note is longer than it may be: it goes on and on, and says the same thing again and again and again. ",
        "This note is longer than it may be: it goes on and on, and says the same thing again and again and again. ",
        "This note is longer than it may be: it goes on and on, and says the same thing again and again and again. ",
        "This note is longer than it may be: it goes on and on, and says the same thing again and again and again. ",
        "This note is longer than it may be: it goes on and on, and says the same thing again and again and again. ",
        r#""}}"#,
    )),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"note": "Short"}}"#),
};

fn metadata_value_size(text: &str, place: Place, findings: &mut Findings) {
    let characters = characters(text.as_bytes());
    if characters > LONGEST_VALUE {
        findings.add_at(Problem::MetadataValueSize { characters }, place);
    }
}

pub(crate) const METADATA_FLAT: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidHash],
    scope: "all",
    when: "a value of metadata is an object or an array",
    at: "the key",
    judges: &["metadata.*", "customer_data.metadata.*", "customer.metadata.*"],
    reads: &[],
    sources: &[other("values of metadata are plain")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"cart": {"sku": "A-1"}}}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "metadata": {"cart_sku": "A-1"}}"#),
};

fn metadata_flat(kind: JsonType, place: Place, findings: &mut Findings) {
    if matches!(kind, JsonType::Object | JsonType::Array) {
        findings.add_at(Problem::MetadataFlat, place);
    }
}
