//! Rules of shape: that a body can be read, and that what it holds is of the right type and under the right name.

use super::amount::AMOUNT_LIMIT_V1;
use super::elsewhere::elsewhere;
use super::method_options::CARD_TYPES;
use super::payment_methods::types_of_session;
use super::redirects::is_far_enough;
use super::session::currency_in_any_case;
use super::{Session, create_v1, create_v2, guide, inference, object, v1, v2};
use crate::catalogue::{Example, RuleInfo, Version};
use crate::document::{At, Document, Entry, Place, Slot};
use crate::findings::Findings;
use crate::formats::{closest_match, is_blank};
use crate::json::{JsonType, Raw, integer};
use crate::problem::{Correction, Problem};
use crate::report::{Code, Level};
use crate::request::table::{Holds, Table, Type};
use crate::request::{Expected, Integer, LineItem};
use crate::sort;
use crate::timestamp::Timestamp;

pub(crate) const JSON_SYNTAX: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidJson],
    scope: "all",
    when: "the body is not one JSON text: bad syntax, bad UTF-8, a byte order mark, half of a surrogate pair, text \
           after the value, a number beyond every 64-bit float, or nesting deeper than 127 levels; alone in its report",
    at: "the body",
    judges: &[""],
    reads: &[],
    sources: &[inference("the API reads JSON, RFC 8259")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded",}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

pub(crate) const BODY_SIZE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidJson],
    scope: "all",
    when: "the body is longer than the limit, 1 MiB (1,048,576 bytes) unless an option sets it; judged before the \
           syntax, and alone in its report",
    at: "the body",
    judges: &[""],
    reads: &[],
    sources: &[inference("work must be bounded for every input")],
    breaks: Example::Words("a body of 1,048,577 bytes"),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

pub(crate) const NOT_SERIALIZABLE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidJson],
    scope: "all, in JavaScript",
    when: "the value cannot be sent as JSON: a cycle, a BigInt, a getter or toJSON that throws, nesting deeper than \
           127 levels, or a body of which JSON has no text; alone in its report",
    at: "the body",
    judges: &[""],
    reads: &[],
    sources: &[inference("what JSON.stringify refuses cannot be sent")],
    breaks: Example::Words("validate({ amount: 350000n, currency: \"CLP\", ui_mode: \"embedded\" })"),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

pub(crate) const LOST_IN_JSON: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidParams],
    scope: "all, in JavaScript",
    when: "JSON.stringify would leave a value out or change it: a function, a symbol, NaN or an infinity, an invalid Date, a \
           Map or a Set, a Promise, `undefined` in an array; it hides nothing: what the text gives is reported too",
    at: "the value",
    judges: &["*"],
    reads: &[],
    sources: &[inference("what is not sent cannot be received")],
    breaks: Example::Words("validate({ amount: NaN, currency: \"CLP\", ui_mode: \"embedded\" })"),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

pub(crate) const DUPLICATE_KEY: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidJson],
    scope: "all",
    when: "a name occurs more than once in an object of the request or in metadata, but not inside `installments`, \
           `direct_debit` or a value of metadata; the first value counts",
    at: "the name",
    judges: &["*"],
    reads: &[],
    sources: &[inference("RFC 8259 leaves open which of the values counts")],
    breaks: v2(r#"{"amount": 350000, "amount": 990, "currency": "CLP", "ui_mode": "embedded"}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

pub(crate) const TYPE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidInteger, Code::InvalidString, Code::InvalidArray, Code::InvalidHash, Code::InvalidBoolean],
    scope: "all",
    when: "a value is of another JSON type than its field takes, as is `null` in an array; an integer has no fraction \
           and lies within ±(2^53 - 1)",
    at: "the value",
    judges: &["*"],
    reads: &[],
    sources: &[create_v2("Body Params"), create_v1("Body Params"), guide("Include a list of items")],
    breaks: v2(r#"{"amount": "350000", "currency": "CLP", "ui_mode": "embedded"}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

pub(crate) const REQUIRED: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::MissingParameter],
    scope: "all",
    when: "a field is absent that its object always needs: `currency`; `quantity` and `price_data` of an item \
           (`price_data` unless `price` is there); `currency`, `unit_amount` and `product_data` of `price_data` \
           (`product_data` unless `product` is there); `name` of `product_data`",
    at: "the field",
    judges: &[
        "currency",
        "line_items[].price_data",
        "line_items[].price_data.currency",
        "line_items[].price_data.product_data",
        "line_items[].price_data.product_data.name",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    reads: &["line_items[].price", "line_items[].price_data.product"],
    sources: &[create_v2("currency"), create_v1("currency"), guide("Include a list of items")],
    breaks: v2(r#"{"amount": 350000, "ui_mode": "embedded"}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

pub(crate) const EMPTY_STRING: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::EmptyString],
    scope: "all",
    when: "a string field, or an element of an array of strings, holds nothing or only white space; values of metadata \
           are free",
    at: "the field",
    judges: &["*"],
    reads: &[],
    sources: &[inference("nothing is no e-mail address, no URL, no name and no id")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": ""}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": null}"#),
};

pub(crate) const ENUM: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[Code::InvalidCurrency, Code::InvalidEnum],
    scope: "all",
    when: "a string is none of those that its field takes",
    at: "the field",
    judges: &["currency", "flow", "line_items[].price_data.currency", "save_payment_method", "ui_mode"],
    reads: &[],
    sources: &[
        create_v2("currency, flow, save_payment_method, ui_mode"),
        create_v1("currency, flow"),
        guide("currency"),
        object("ui_mode"),
    ],
    breaks: v2(r#"{"amount": 350000, "currency": "clp", "ui_mode": "embedded"}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

pub(crate) const UNKNOWN_FIELD: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidParams],
    scope: "all",
    when: "a name is not in the documentation, at any depth, except inside metadata, `installments` and `direct_debit`",
    at: "the name",
    judges: &["*"],
    reads: &[],
    sources: &[inference("the documents do not name it")],
    breaks: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_mail": "ana@example.com"}"#),
    keeps: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": "ana@example.com"}"#),
};

pub(crate) const CURRENCY_CASE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[Code::InvalidCurrency],
    scope: "v1",
    when: "a currency is `CLP` or `MXN` but for its case, which version 1 accepts",
    at: "the currency",
    judges: &["currency", "line_items[].price_data.currency"],
    reads: &[],
    sources: &[create_v1("currency")],
    breaks: v1(r#"{"amount": 1000, "currency": "clp"}"#),
    keeps: v1(r#"{"amount": 1000, "currency": "CLP"}"#),
};

/// Checks the shape of a body: types, closed vocabularies, blank strings, unknown and repeated names.
pub(crate) struct Shape<'d, 'a, 'f> {
    /// What the rest of the request says; corrections depend on it. An answer has none.
    pub(crate) session: Option<&'d Session<'d>>,
    pub(crate) document: &'d Document<'a>,
    pub(crate) findings: &'f mut Findings,
}

impl Shape<'_, '_, '_> {
    /// Checks the body against its type.
    pub(crate) fn check(&mut self, r#type: &Type) {
        if self.document.is_odd() {
            self.needed(Place::BODY, r#type);
        }
    }

    /// Checks a value that must be there, as an element of an array: `null` is of the wrong type.
    fn needed(&mut self, place: Place, r#type: &Type) {
        if self.document.slot(place).is_present() {
            self.value(place, r#type, "");
        } else {
            self.malformed(r#type.expected, Raw::NULL, place, "");
        }
    }

    /// Checks the value of a field, and all values inside it. An element or the body has no `name`.
    fn value(&mut self, place: Place, r#type: &Type, name: &str) {
        let document = self.document;
        let slot = document.slot(place);
        match (slot, r#type.holds) {
            (Slot::Malformed(raw), _) => self.malformed(r#type.expected, *raw, place, name),
            (Slot::Text(_) | Slot::Escaped(_), _) if document.text(slot).is_some_and(is_blank) => {
                self.findings.add_at(Problem::EmptyString, place);
            }
            (Slot::Array { .. }, Holds::Elements(r#type)) => {
                document.elements(slot).for_each(|element| self.needed(element, r#type));
            }
            (Slot::Object { others }, Holds::Fields(table)) => {
                for (position, row) in table.fields.iter().enumerate() {
                    self.value(others.after(1).after(position), &row.r#type, row.name);
                }
                self.others(table, *others);
            }
            _ => {}
        }
    }

    /// `type`, `enum`, `empty-string` and `currency-case`: a value of the wrong type, or a string outside the enum.
    fn malformed(&mut self, expected: Expected, found: Raw<'_>, place: Place, name: &str) {
        match (expected, found.string()) {
            (Expected::OneOf { .. }, Some(text)) if is_blank(&text) => {
                self.findings.add_at(Problem::EmptyString, place);
            }
            (Expected::OneOf { values, code }, Some(text)) => self.not_allowed(values, code, &text, place),
            _ => {
                let has_decimals = expected == Expected::Integer && found.has_decimals();
                let correction = self.session.and_then(|session| correction(name, found, session));
                self.findings.add_at(Problem::Type { expected, found: found.kind(), has_decimals, correction }, place);
            }
        }
    }

    fn not_allowed(&mut self, values: &'static [&'static str], code: Code, text: &str, place: Place) {
        let problem = match (code, self.session, currency_in_any_case(text)) {
            (Code::InvalidCurrency, Some(Session { version: Version::V1, .. }), Some(currency)) => {
                Problem::CurrencyCase { currency }
            }
            // Another currency is another amount: CLF and COP are no slips for CLP.
            (Code::InvalidCurrency, _, currency) => {
                Problem::Enum { values, code, suggestion: currency.map(Into::into) }
            }
            _ => Problem::Enum { values, code, suggestion: closest_match(text, values) },
        };
        self.findings.add_at(problem, place);
    }

    /// `duplicate-key` and `unknown-field`: what an object holds beside its fields. The names of an open one have a rule of
    /// their own.
    fn others(&mut self, table: &Table, others: Place) {
        let document = self.document;
        let entries = document.entries(document.slot(others));
        let occurrences = Occurrences::of_names(entries.clone());
        for (index, entry) in entries.enumerate() {
            let known = table.names.iter().position(|known| *known == entry.name);
            match (known, occurrences.at(index)) {
                (_, Occurrence::Repeat) => {}
                // The first value is in the field, so that even the first one here repeats it.
                (Some(position), _) => self.findings.add_at(Problem::DuplicateKey, others.after(1).after(position)),
                (None, occurrence) => {
                    if occurrence == Occurrence::First {
                        self.findings.add_at(Problem::DuplicateKey, entry.place);
                    }
                    if !table.is_open && entry.value.kind() != JsonType::Null {
                        let is_free = |name: &&str| {
                            let position = table.names.iter().position(|known| known == name);
                            let slot = position.map(|position| document.slot(others.after(1).after(position)));
                            slot.is_none_or(|slot| !slot.is_present())
                        };
                        let suggestion = closest_name(entry.name, table.names).filter(is_free);
                        let elsewhere = elsewhere(entry.name, table);
                        self.findings.add_at(Problem::UnknownField { suggestion, elsewhere }, entry.place);
                    }
                }
            }
        }
    }
}

/// `required`, of the session itself
pub(super) fn required(session: &Session<'_>, findings: &mut Findings) {
    need(session.currency_field, findings);
}

/// `required`, of an item
pub(super) fn required_in_item<'a>(item: At<'a, LineItem<'a>>, findings: &mut Findings) {
    need(item.quantity(), findings);
    let price_data = item.price_data();
    if item.price().is_absent() {
        need(price_data, findings);
    }
    if !price_data.is_object() {
        return;
    }
    need(price_data.currency(), findings);
    need(price_data.unit_amount(), findings);
    let product_data = price_data.product_data();
    if price_data.product().is_absent() {
        need(product_data, findings);
    }
    if product_data.is_object() {
        need(product_data.name(), findings);
    }
}

pub(crate) fn need<T>(at: At<'_, T>, findings: &mut Findings) {
    if at.is_absent() {
        findings.add(Problem::Required, at);
    }
}

/// The known name that an unknown one certainly was meant to be: its new name, or the one that is near.
fn closest_name(name: &str, names: &[&'static str]) -> Option<&'static str> {
    match name {
        "payment_methods" => names.iter().copied().find(|known| *known == "payment_method_types"),
        // A duration is no time.
        _ if name.eq_ignore_ascii_case("expires_in") => None,
        _ => closest_match(name, names),
    }
}

/// The value that a value of the wrong type certainly was meant to be; `None` where another rule of its field would refuse
/// that.
fn correction(name: &str, found: Raw<'_>, session: &Session<'_>) -> Option<Correction> {
    let text = found.string();
    let word = |words: &[&'static str]| {
        words.iter().find(|word| Some(**word) == text.as_deref()).map(|word| Correction::ArrayOf(word))
    };
    match name {
        "amount" => {
            let limit = if session.version == Version::V1 { AMOUNT_LIMIT_V1 } else { i64::MAX };
            digits(&text?, 1).filter(|amount| *amount < limit).map(Correction::Integer)
        }
        "quantity" | "interval_count" => digits(&text?, 1).map(Correction::Integer),
        "unit_amount" => digits(&text?, 0).map(Correction::Integer),
        "expires_at" => {
            let instant = Timestamp::from_unix(found.integer()?)?;
            is_far_enough(instant, session).then_some(Correction::Instant(instant))
        }
        "payment_method_types" => word(&types_of_session(session)),
        "types" => word(CARD_TYPES),
        _ => None,
    }
}

/// The integer that a string of digits spells, if it is at least `least`.
fn digits(text: &str, least: i64) -> Option<i64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    Some(integer(text)).filter(|number| is_number && Integer::new(*number).is_some() && *number >= least)
}

/// Whether a name stands among others once, or more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Occurrence {
    /// The only one.
    Only,
    /// The first of several.
    First,
    /// Not the first.
    Repeat,
}

/// How each of some names occurs among them.
pub(crate) struct Occurrences(Vec<Occurrence>);

impl Occurrences {
    /// Counts them, in time n log n.
    pub(super) fn of(names: &[&str]) -> Self {
        Self(if are_few_and_unique(names) { Vec::new() } else { count(names) })
    }

    /// Counts the names of entries.
    pub(crate) fn of_names<'e>(entries: impl Iterator<Item = Entry<'e, 'e>>) -> Self {
        Self::of(&entries.map(|entry| entry.name).collect::<Vec<_>>())
    }

    pub(crate) fn at(&self, index: usize) -> Occurrence {
        self.0.get(index).copied().unwrap_or(Occurrence::Only)
    }
}

/// Whether all names differ, where there are so few that to compare each with each costs less than to sort them.
fn are_few_and_unique(names: &[&str]) -> bool {
    const FEW: usize = 8;
    let is_new = |(index, name)| names.iter().take(index).all(|other| other != name);
    names.len() <= FEW && names.iter().enumerate().all(is_new)
}

fn count(names: &[&str]) -> Vec<Occurrence> {
    let mut occurrences = vec![Occurrence::Only; names.len()];
    let order = sort::order(names, Ord::cmp);
    for pair in order.windows(2) {
        if let [one, other] = *pair
            && names.get(one) == names.get(other)
        {
            if let Some(occurrence @ Occurrence::Only) = occurrences.get_mut(one) {
                *occurrence = Occurrence::First;
            }
            if let Some(occurrence) = occurrences.get_mut(other) {
                *occurrence = Occurrence::Repeat;
            }
        }
    }
    occurrences
}
