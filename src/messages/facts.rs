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
pub(super) fn fact(name: &str, violation: &Violation, words: &Words) -> Fact {
    let mut found = Fact::Word("");
    let mut is = |known: &str, fact: Fact| {
        if known == name {
            found = fact;
        }
    };
    of_path(violation, words, &mut is);
    of_problem(violation, words, &mut is);
    found
}

fn of_path(violation: &Violation, words: &Words, is: &mut dyn FnMut(&str, Fact)) {
    match violation.path.subject() {
        Subject::Body => is("it", Fact::Phrase(words.body)),
        Subject::Field(name) => {
            is("it", Fact::Word(name));
            is("name", Fact::Word(name));
        }
        Subject::Element(name) => {
            is("it", Fact::Phrase(words.element));
            is("name", Fact::Word(name));
        }
    }
}

fn of_problem(violation: &Violation, words: &Words, is: &mut dyn FnMut(&str, Fact)) {
    match &violation.problem {
        Problem::JsonSyntax { fault, line, column } => {
            is("line", count(*line));
            is("column", count(*column));
            is("fault", Fact::Phrase((words.syntax_fault)(*fault)));
        }
        Problem::BodySize { limit } => is("limit", count(*limit)),
        Problem::Type { expected, found, .. } => {
            is("expected", Fact::Phrase((words.expected)(*expected)));
            is("found", Fact::Phrase((words.json_type)(*found)));
            if let Expected::OneOf { values, .. } = expected {
                is("values", Fact::AnyOf(values));
            }
        }
        Problem::Enum { values, similar, .. } => {
            is("values", Fact::AnyOf(values));
            perhaps(*similar, words, is);
        }
        Problem::UnknownField { similar } => perhaps(*similar, words, is),
        Problem::IdPrefix { expected } => is("expected", Fact::Word(expected)),
        Problem::ProductNameSize { characters }
        | Problem::MetadataKeySize { characters }
        | Problem::MetadataValueSize { characters } => is("characters", count(*characters)),
        Problem::MetadataCount { keys } => is("keys", count(*keys)),
        Problem::AmountPositive { amount } | Problem::AmountLimit { amount } | Problem::AmountInt32 { amount } => {
            is("amount", Fact::Number(*amount));
            is("sum", sum(&violation.path, words));
        }
        Problem::AmountEqualsTotal { amount, total } => {
            is("amount", Fact::Number(*amount));
            is("total", Fact::Number(*total));
        }
        Problem::QuantityPositive { quantity } => is("quantity", Fact::Number(*quantity)),
        Problem::UnitAmountNegative { unit_amount } => is("unit_amount", Fact::Number(*unit_amount)),
        Problem::CurrencyMatchesSession { session, item } => {
            is("session", Fact::Word((*session).into()));
            is("item", Fact::Word((*item).into()));
        }
        Problem::CurrencyCase { currency } => is("currency", Fact::Word((*currency).into())),
        Problem::CustomerRequired { flow } => is("flow", Fact::Word((*flow).into())),
        Problem::PaymentMethodTypesForFlow { allowed, flow, renamed } => {
            is("allowed", Fact::AnyOf(allowed));
            if let Some(flow) = flow {
                is("in_flow", Fact::Phrase(words.in_flow));
                is("flow", Fact::Word((*flow).into()));
            }
            if let Some(renamed) = renamed {
                is("old_name", Fact::Phrase(words.old_name));
                is("renamed", Fact::Word(renamed));
            }
        }
        Problem::TypeCurrency { method, currency } => {
            is("method", Fact::Word(method));
            is("currency", Fact::Word((*currency).into()));
        }
        Problem::OptionsMatchTypes { flow } => {
            let of_options = violation.path.ends_in_other_name();
            is("key", Fact::Phrase(if of_options { words.key } else { "{name}" }));
            if let Some(flow) = flow {
                is("flow", Fact::Word((*flow).into()));
            }
        }
        Problem::ExpiresAtLead { minutes } => is("minutes", Fact::Number((*minutes).into())),
        _ => {}
    }
}

/// A name that is near, if there is one.
fn perhaps(similar: Option<&'static str>, words: &Words, is: &mut dyn FnMut(&str, Fact)) {
    if let Some(similar) = similar {
        is("perhaps", Fact::Phrase(words.perhaps));
        is("similar", Fact::Word(similar));
    }
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
