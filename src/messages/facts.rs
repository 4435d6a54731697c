use super::Words;
use crate::path::{Path, Subject};
use crate::problem::Problem;
use crate::report::Violation;
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

/// The fact of a name. A name that the problem has no fact for stands for nothing.
#[inline(never)]
pub(super) fn fact(name: &str, violation: &Violation, words: &Words) -> Fact {
    match name {
        "it" => it(&violation.path, words),
        "name" => match violation.path.subject() {
            Subject::Body => Fact::Word(""),
            Subject::Field(name) | Subject::Element(name) => Fact::Word(name),
        },
        _ => of_problem(name, violation, words).unwrap_or(Fact::Word("")),
    }
}

#[inline(never)]
fn of_problem(name: &str, violation: &Violation, words: &Words) -> Option<Fact> {
    Some(match (&violation.problem, name) {
        (Problem::JsonSyntax { line, .. }, "line") => count(*line),
        (Problem::JsonSyntax { column, .. }, "column") => count(*column),
        (Problem::JsonSyntax { fault, .. }, "fault") => Fact::Phrase((words.syntax_fault)(*fault)),
        (Problem::BodySize { limit }, "limit") => count(*limit),
        (Problem::Type { expected, .. }, "expected") => Fact::Phrase((words.expected)(*expected)),
        (Problem::Type { found, .. }, "found") => Fact::Phrase((words.json_type)(*found)),
        (Problem::Type { expected: Expected::OneOf { values, .. }, .. } | Problem::Enum { values, .. }, "values") => {
            Fact::AnyOf(values)
        }
        (Problem::Enum { similar, .. } | Problem::UnknownField { similar }, "perhaps") => {
            return similar.map(|_| Fact::Phrase(words.perhaps));
        }
        (Problem::Enum { similar, .. } | Problem::UnknownField { similar }, "similar") => {
            return similar.map(Fact::Word);
        }
        (Problem::IdPrefix { expected }, "expected") => Fact::Word(expected),
        (
            Problem::ProductNameSize { characters }
            | Problem::MetadataKeySize { characters }
            | Problem::MetadataValueSize { characters },
            "characters",
        ) => count(*characters),
        (Problem::MetadataCount { keys }, "keys") => count(*keys),
        (
            Problem::AmountPositive { amount }
            | Problem::AmountLimit { amount }
            | Problem::AmountInt32 { amount }
            | Problem::AmountEqualsTotal { amount, .. },
            "amount",
        ) => Fact::Number(*amount),
        (Problem::AmountLimit { .. } | Problem::AmountInt32 { .. }, "sum") => sum(&violation.path, words),
        (Problem::AmountEqualsTotal { total, .. }, "total") => Fact::Number(*total),
        (Problem::QuantityPositive { quantity }, "quantity") => Fact::Number(*quantity),
        (Problem::UnitAmountNegative { unit_amount }, "unit_amount") => Fact::Number(*unit_amount),
        (Problem::CurrencyMatchesSession { session, .. }, "session") => Fact::Word((*session).into()),
        (Problem::CurrencyMatchesSession { item, .. }, "item") => Fact::Word((*item).into()),
        (Problem::CurrencyCase { currency } | Problem::TypeCurrency { currency, .. }, "currency") => {
            Fact::Word((*currency).into())
        }
        (Problem::TypeCurrency { method, .. }, "method") => Fact::Word(method),
        (Problem::CustomerRequired { flow }, "flow") => Fact::Word((*flow).into()),
        (Problem::PaymentMethodTypesForFlow { allowed, .. }, "allowed") => Fact::AnyOf(allowed),
        (Problem::PaymentMethodTypesForFlow { flow, .. }, "in_flow") => {
            return flow.map(|_| Fact::Phrase(words.in_flow));
        }
        (Problem::PaymentMethodTypesForFlow { flow, .. } | Problem::OptionsMatchTypes { flow }, "flow") => {
            return flow.map(|flow| Fact::Word(flow.into()));
        }
        (Problem::PaymentMethodTypesForFlow { renamed, .. }, "old_name") => {
            return renamed.map(|_| Fact::Phrase(words.old_name));
        }
        (Problem::PaymentMethodTypesForFlow { renamed, .. }, "renamed") => return renamed.map(Fact::Word),
        (Problem::OptionsMatchTypes { .. }, "key") => key(&violation.path, words),
        (Problem::ExpiresAtLead { minutes }, "minutes") => Fact::Number((*minutes).into()),
        _ => return None,
    })
}

/// What a violation is about.
fn it(path: &Path, words: &Words) -> Fact {
    match path.subject() {
        Subject::Body => Fact::Phrase(words.body),
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
