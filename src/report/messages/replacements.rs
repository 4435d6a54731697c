use super::Words;
use crate::report::facts::FactValue;
use crate::report::path::{Owner, Path, Subject};
use crate::report::violation::{BodyKind, Violation};
use crate::report::violation_kind::{KnownIn, ViolationKind};

/// The replacement for a name in braces.
pub(super) enum Replacement {
    /// A name or value of the API, or the empty string.
    Word(&'static str),
    Number(i64),
    /// A number with its digits in groups of three.
    Amount(i64),
    /// One of these names or values of the API, as a list.
    AnyOf(&'static [&'static str]),
    /// A phrase of the language, which may contain names in braces itself.
    Phrase(&'static str),
}

use Replacement::{Amount, AnyOf, Number, Phrase, Word};

const NOTHING: Replacement = Word("");

/// Returns what replaces `name` in a sentence or phrase: a fact of that name, unless it is one of the names that are
/// listed here; [`NOTHING`] if the violation lacks it.
pub(super) fn replacement(name: &str, violation: &Violation, words: &Words) -> Replacement {
    let subject = violation.path.subject();
    match (name, violation.kind) {
        ("it", _) => it(violation, words),
        ("field", _) => field(subject, words),
        ("owner", _) => match subject {
            Subject::Field(Owner::Field(owner), _) | Subject::Element(Owner::Field(owner), _) => Word(owner),
            _ => NOTHING,
        },
        ("field_name", _) => match subject {
            Subject::Body => NOTHING,
            Subject::Field(_, name) | Subject::Element(_, name) => Word(name),
        },
        ("key", _) => key(&violation.path, words),
        ("sum", _) => sum(subject, words),
        ("object", _) => Word(r#"{"value": "..."}"#),
        ("perhaps", _) => violation.kind.suggested_name().map_or(Word("."), |_| Phrase(words.perhaps)),
        ("suggestion", _) => violation.kind.suggested_name().map_or(NOTHING, Word),
        ("in_flow", _) => violation.fact("flow").map_or(NOTHING, |_| Phrase(words.in_flow)),
        (
            "of_flows",
            ViolationKind::PaymentMethodTypesForFlow { known_in, .. }
            | ViolationKind::OptionsMatchTypes { known_in, .. },
        ) => match known_in {
            KnownIn::Nowhere => NOTHING,
            KnownIn::Flows(_) => Phrase(words.of_flows),
            KnownIn::OlderVersion => Phrase(words.of_older_version),
        },
        ("fault", ViolationKind::JsonSyntax { fault, .. }) => Phrase((words.syntax_fault)(fault)),
        ("cause", ViolationKind::NotSerializable { cause }) => Phrase((words.value_fault)(cause)),
        ("cause", ViolationKind::LostInJson { cause }) => Phrase((words.loss)(cause)),
        ("fault", ViolationKind::ExpiresAtFormat { fault, .. }) => Phrase((words.expires_at_fault)(fault)),
        ("or_date", ViolationKind::ExpiresAtFormat { takes_date, .. }) => {
            if takes_date {
                Phrase(words.or_date)
            } else {
                NOTHING
            }
        }
        ("expected", ViolationKind::Type { expected, .. }) => Phrase((words.expected)(expected)),
        ("found", ViolationKind::Type { found, .. }) => Phrase((words.json_type)(found)),
        (_, kind) => match violation.fact(name) {
            Some(FactValue::Integer(number)) => match kind {
                ViolationKind::AmountLimit { .. } | ViolationKind::AmountInt32 { .. } => Amount(number),
                _ => Number(number),
            },
            Some(FactValue::Text(text)) => Word(text),
            Some(FactValue::Texts(texts)) => AnyOf(texts),
            Some(FactValue::Boolean(_)) | None => NOTHING,
        },
    }
}

/// Returns the subject of a violation: a field, an element or the whole body.
fn it(violation: &Violation, words: &Words) -> Replacement {
    match violation.path.subject() {
        subject @ Subject::Field(..) => field(subject, words),
        Subject::Body => Phrase(match violation.body {
            BodyKind::Request => words.body,
            BodyKind::Session => words.session,
            BodyKind::Event | BodyKind::ApiError => words.event,
        }),
        Subject::Element(..) => Phrase(words.element),
    }
}

/// Returns the name of a field, or of an element's array, with its parent's name, so that `tax_id.type` and
/// `recipient_account.type` differ. The currency of an item needs no parent: it has only one.
fn field(subject: Subject, words: &Words) -> Replacement {
    match subject {
        Subject::Body => NOTHING,
        Subject::Field(Owner::Body, name) | Subject::Element(Owner::Body, name) => Word(name),
        Subject::Field(Owner::Field("price_data"), "currency") => Phrase(words.item_currency),
        Subject::Field(Owner::Field(_), _) | Subject::Element(Owner::Field(_), _) => Phrase("{owner}.{field_name}"),
        Subject::Field(Owner::Item, _) | Subject::Element(Owner::Item, _) => Phrase(words.of_item),
    }
}

/// Returns the key of a payment method's options. A key that is not the API's own is not repeated.
fn key(path: &Path, words: &Words) -> Replacement {
    Phrase(if path.has_other_name() { words.key } else { "{field}" })
}

/// Returns the subject of a rule on the sum to pay: `amount`, or the total of the items if there is no amount.
fn sum(subject: Subject, words: &Words) -> Replacement {
    match subject {
        Subject::Field(_, "line_items") => Phrase(words.total),
        _ => Word("amount"),
    }
}
