use super::Words;
use crate::path::{Path, Subject};
use crate::problem::Problem;
use crate::report::{BodyKind, Violation};
use crate::request::Expected;

/// What a name in braces stands for.
pub(super) enum Fact {
    /// A word of the API's, or nothing.
    Word(&'static str),
    Number(i64),
    /// One of these words of the API's.
    AnyOf(&'static [&'static str]),
    /// Words of the language, which may hold names in braces themselves.
    Phrase(&'static str),
}

/// The fact of a name in a sentence or phrase; nothing where the problem has none.
pub(super) fn fact(name: &str, violation: &Violation, words: &Words) -> Fact {
    match name {
        "it" => it(violation, words),
        "name" => match violation.path.subject() {
            Subject::Body => NOTHING,
            Subject::Field(name) | Subject::Element(name) => Fact::Word(name),
        },
        _ => of_problem(name, violation, words),
    }
}

const NOTHING: Fact = Fact::Word("");

/// Names tell the facts of one problem apart, and no more: they need not be looked at where there is but one.
#[inline(never)]
fn of_problem(name: &str, violation: &Violation, words: &Words) -> Fact {
    match &violation.problem {
        Problem::JsonSyntax { fault, line, column } => match name {
            "line" => count(*line),
            "column" => count(*column),
            _ => Fact::Phrase((words.syntax_fault)(*fault)),
        },
        Problem::Type { expected, found, .. } => match (name, expected) {
            ("expected", _) => Fact::Phrase((words.expected)(*expected)),
            ("values", Expected::OneOf { values, .. }) => Fact::AnyOf(values),
            _ => Fact::Phrase((words.json_type)(*found)),
        },
        Problem::Enum { values, similar, .. } => match name {
            "values" => Fact::AnyOf(values),
            _ => clause(name == "perhaps", words.perhaps, *similar),
        },
        Problem::UnknownField { similar } => clause(name == "perhaps", words.perhaps, *similar),
        Problem::IdPrefix { expected } => Fact::Word(expected),
        Problem::BodySize { limit: number }
        | Problem::ProductNameSize { characters: number }
        | Problem::MetadataKeySize { characters: number }
        | Problem::MetadataValueSize { characters: number }
        | Problem::MetadataCount { keys: number } => count(*number),
        Problem::AmountLimit { .. } | Problem::AmountInt32 { .. } if name == "sum" => sum(&violation.path, words),
        Problem::AmountEqualsTotal { total, .. } if name == "total" => Fact::Number(*total),
        Problem::AmountPositive { amount: number }
        | Problem::AmountLimit { amount: number }
        | Problem::AmountInt32 { amount: number }
        | Problem::AmountEqualsTotal { amount: number, .. }
        | Problem::QuantityPositive { quantity: number }
        | Problem::UnitAmountNegative { unit_amount: number } => Fact::Number(*number),
        Problem::CurrencyMatchesSession { session, .. } if name == "session" => Fact::Word((*session).into()),
        Problem::TypeCurrency { method, .. } if name == "method" => Fact::Word(method),
        Problem::CurrencyMatchesSession { item: currency, .. }
        | Problem::CurrencyCase { currency }
        | Problem::TypeCurrency { currency, .. } => Fact::Word((*currency).into()),
        Problem::CustomerRequired { flow } => Fact::Word((*flow).into()),
        Problem::PaymentMethodTypesForFlow { allowed, flow, renamed } => match name {
            "allowed" => Fact::AnyOf(allowed),
            "in_flow" | "flow" => clause(name == "in_flow", words.in_flow, flow.map(Into::into)),
            _ => clause(name == "old_name", words.old_name, *renamed),
        },
        Problem::OptionsMatchTypes { flow } => match (name, flow) {
            ("flow", Some(flow)) => Fact::Word((*flow).into()),
            _ => key(&violation.path, words),
        },
        Problem::ExpiresAtLead { minutes } => Fact::Number((*minutes).into()),
        _ => NOTHING,
    }
}

/// A clause about a word, or the word itself; nothing where there is none.
fn clause(is_clause: bool, phrase: &'static str, word: Option<&'static str>) -> Fact {
    match word {
        Some(_) if is_clause => Fact::Phrase(phrase),
        Some(word) => Fact::Word(word),
        None => NOTHING,
    }
}

/// What a violation is about.
fn it(violation: &Violation, words: &Words) -> Fact {
    match violation.path.subject() {
        Subject::Body => Fact::Phrase(match violation.body {
            BodyKind::Request => words.body,
            BodyKind::Session => words.session,
            BodyKind::Event | BodyKind::ApiError => words.event,
        }),
        Subject::Field(name) => Fact::Word(name),
        Subject::Element(_) => Fact::Phrase(words.element),
    }
}

/// The options of a payment method, whose name may be the request's own.
fn key(path: &Path, words: &Words) -> Fact {
    Fact::Phrase(if path.ends_in_other_name() { words.key } else { "{name}" })
}

/// What is to be paid: where it stands, or what it is calculated from.
fn sum(path: &Path, words: &Words) -> Fact {
    match path.subject() {
        Subject::Field("line_items") => Fact::Phrase(words.total),
        _ => Fact::Word("amount"),
    }
}

fn count(number: usize) -> Fact {
    Fact::Number(i64::try_from(number).unwrap_or(i64::MAX))
}
