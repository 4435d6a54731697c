use super::Words;
use crate::report::path::{Owner, Path, Subject};
use crate::report::violation::{BodyKind, Violation};
use crate::report::violation_kind::{Elsewhere, KnownIn, ViolationKind};
use crate::tape::Expected;

/// The replacement for a name in braces.
pub(super) enum Fact {
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

/// Returns the fact that replaces `name` in a sentence or phrase; [`NOTHING`] if the violation has none.
pub(super) fn fact(name: &str, violation: &Violation, words: &Words) -> Fact {
    match name {
        "it" => it(violation, words),
        "field" => field(violation.path.subject(), words),
        "owner" => match violation.path.subject() {
            Subject::Field(Owner::Field(owner), _) | Subject::Element(Owner::Field(owner), _) => Fact::Word(owner),
            _ => NOTHING,
        },
        "name" => match violation.path.subject() {
            Subject::Body => NOTHING,
            Subject::Field(_, name) | Subject::Element(_, name) => Fact::Word(name),
        },
        _ => of_problem(name, violation, words),
    }
}

const NOTHING: Fact = Fact::Word("");

/// Returns a fact of the violation's kind. `name` is compared only for kinds with several facts: a kind with one
/// returns it for any name.
#[inline(never)]
fn of_problem(name: &str, violation: &Violation, words: &Words) -> Fact {
    match &violation.kind {
        ViolationKind::JsonSyntax { fault, line, column } => match name {
            "line" => count(*line),
            "column" => count(*column),
            _ => Fact::Phrase((words.syntax_fault)(*fault)),
        },
        ViolationKind::NotSerializable { cause } => Fact::Phrase((words.value_fault)(*cause)),
        ViolationKind::LostInJson { cause } => Fact::Phrase((words.loss)(*cause)),
        ViolationKind::Type { expected, found, .. } => match (name, expected) {
            ("expected", _) => Fact::Phrase((words.expected)(*expected)),
            ("values", Expected::OneOf { values, .. }) => Fact::AnyOf(values),
            _ => Fact::Phrase((words.json_type)(*found)),
        },
        ViolationKind::Enum { values, suggestion, .. } => match name {
            "values" => Fact::AnyOf(values),
            _ => question(name, words, *suggestion),
        },
        ViolationKind::UnknownField { elsewhere: Some(elsewhere), .. } => match elsewhere {
            Elsewhere::Version2 { name }
            | Elsewhere::NewCustomer { name }
            | Elsewhere::Called { name }
            | Elsewhere::Header { name } => Fact::Word(name),
            Elsewhere::Inside { objects } => Fact::AnyOf(objects),
            _ => NOTHING,
        },
        ViolationKind::UnknownField { suggestion, elsewhere: None }
        | ViolationKind::TaxIdType { suggestion }
        | ViolationKind::AccountTypeUnlisted { suggestion }
        | ViolationKind::CardTypeUnlisted { suggestion } => question(name, words, *suggestion),
        ViolationKind::IdPrefix { expected } => Fact::Word(expected),
        ViolationKind::BodySize { limit: number }
        | ViolationKind::ProductNameSize { characters: number }
        | ViolationKind::MetadataKeySize { characters: number }
        | ViolationKind::MetadataValueSize { characters: number }
        | ViolationKind::MetadataCount { keys: number } => count(*number),
        ViolationKind::AmountPositive { .. }
        | ViolationKind::AmountLimit { .. }
        | ViolationKind::AmountInt32 { .. }
            if name == "sum" =>
        {
            sum(&violation.path, words)
        }
        ViolationKind::AmountEqualsTotal { total, .. } if name == "total" => Fact::Number(*total),
        ViolationKind::AmountLimit { amount } | ViolationKind::AmountInt32 { amount } => Fact::Amount(*amount),
        ViolationKind::AmountPositive { amount: number }
        | ViolationKind::AmountEqualsTotal { amount: number, .. }
        | ViolationKind::QuantityPositive { quantity: number }
        | ViolationKind::IntervalCountPositive { interval_count: number }
        | ViolationKind::AmountRequiredInSubscription { total: Some(number) }
        | ViolationKind::UnitAmountNegative { unit_amount: number } => Fact::Number(*number),
        ViolationKind::CurrencyMatchesSession { session, .. } if name == "session" => Fact::Word((*session).into()),
        ViolationKind::TypeCurrency { method, .. } if name == "method" => Fact::Word(method),
        ViolationKind::CurrencyMatchesSession { item: currency, .. }
        | ViolationKind::CurrencyCase { currency }
        | ViolationKind::TypeCurrency { currency, .. } => Fact::Word((*currency).into()),
        ViolationKind::CustomerRequired { flow, .. }
        | ViolationKind::RecurringOnlyInSubscription { flow }
        | ViolationKind::SubscriptionOnlyInSetup { flow } => Fact::Word((*flow).into()),
        ViolationKind::PaymentMethodTypesForFlow { allowed, flow, known_in, suggestion }
        | ViolationKind::OptionsMatchTypes { allowed, flow, known_in, suggestion } => match name {
            "allowed" => Fact::AnyOf(allowed),
            "in_flow" | "flow" => clause(name == "in_flow", words.in_flow, flow.map(Into::into)),
            "of_flows" => match known_in {
                KnownIn::Nowhere => NOTHING,
                KnownIn::Flows(_) => Fact::Phrase(words.of_flows),
                KnownIn::OlderVersion => Fact::Phrase(words.of_older_version),
            },
            "flows" => match known_in {
                KnownIn::Flows(flows) => Fact::AnyOf(flows),
                _ => NOTHING,
            },
            "key" => key(&violation.path, words),
            _ => question(name, words, *suggestion),
        },
        ViolationKind::SenderAccountForm { .. } => Fact::Word(r#"{"value": "..."}"#),
        ViolationKind::ExpiresAtFormat { fault, takes_date, .. } => match name {
            "or_date" if !takes_date => NOTHING,
            "or_date" => Fact::Phrase(words.or_date),
            _ => Fact::Phrase((words.expires_at_fault)(*fault)),
        },
        ViolationKind::ExpiresAtLead { minutes } => Fact::Number((*minutes).into()),
        _ => NOTHING,
    }
}

/// Returns the end of a sentence for `perhaps`: "did you mean ...?", or a full stop if there is no suggestion. For any
/// other name, the suggestion.
fn question(name: &str, words: &Words, word: Option<&'static str>) -> Fact {
    match word {
        Some(_) if name == "perhaps" => Fact::Phrase(words.perhaps),
        Some(word) => Fact::Word(word),
        None => Fact::Word("."),
    }
}

/// Returns `phrase` if `is_clause`, otherwise `word`; nothing if there is no `word`.
fn clause(is_clause: bool, phrase: &'static str, word: Option<&'static str>) -> Fact {
    match word {
        Some(_) if is_clause => Fact::Phrase(phrase),
        Some(word) => Fact::Word(word),
        None => NOTHING,
    }
}

/// Returns the subject of a violation: a field, an element or the whole body.
fn it(violation: &Violation, words: &Words) -> Fact {
    match violation.path.subject() {
        subject @ Subject::Field(..) => field(subject, words),
        Subject::Body => Fact::Phrase(match violation.body {
            BodyKind::Request => words.body,
            BodyKind::Session => words.session,
            BodyKind::Event | BodyKind::ApiError => words.event,
        }),
        Subject::Element(..) => Fact::Phrase(words.element),
    }
}

/// Returns the name of a field, or of an element's array, with its parent's name, so that `tax_id.type` and
/// `recipient_account.type` differ. The currency of an item needs no parent: it has only one.
fn field(subject: Subject, words: &Words) -> Fact {
    match subject {
        Subject::Body => NOTHING,
        Subject::Field(Owner::Body, name) | Subject::Element(Owner::Body, name) => Fact::Word(name),
        Subject::Field(Owner::Field("price_data"), "currency") => Fact::Phrase(words.item_currency),
        Subject::Field(Owner::Field(_), _) | Subject::Element(Owner::Field(_), _) => Fact::Phrase("{owner}.{name}"),
        Subject::Field(Owner::Item, _) | Subject::Element(Owner::Item, _) => Fact::Phrase(words.of_item),
    }
}

/// Returns the key of a payment method's options. A key that is not the API's own is not repeated.
fn key(path: &Path, words: &Words) -> Fact {
    Fact::Phrase(if path.ends_in_other_name() { words.key } else { "{field}" })
}

/// Returns the subject of a rule on the sum to pay: `amount`, or the total of the items if there is no amount.
fn sum(path: &Path, words: &Words) -> Fact {
    match path.subject() {
        Subject::Field(_, "line_items") => Fact::Phrase(words.total),
        _ => Fact::Word("amount"),
    }
}

fn count(number: usize) -> Fact {
    Fact::Number(i64::try_from(number).unwrap_or(i64::MAX))
}
