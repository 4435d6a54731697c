//! Rules of shape: JSON syntax, types, closed enums, blank strings, and unknown or repeated names.

use super::amount::AMOUNT_LIMIT_V1;
use super::context::{Context, currency_in_any_case};
use super::diagnostics::Diagnostics;
use super::elsewhere::elsewhere;
use super::info::{Example, RuleInfo, create_v1, create_v2, guide, inference, object, v1, v2};
use super::method_options::CARD_TYPES;
use super::occurrences::{Occurrence, Occurrences};
use super::payment_methods::types_of_session;
use super::redirects::is_far_enough;
use super::scope::{Scope, ScopeCondition};
use crate::error_code::ErrorCode;
use crate::formats::{closest_match, is_blank};
use crate::json::{JsonType, Raw, integer};
use crate::report::{Correction, Elsewhere, Level, ViolationKind};
use crate::request::{Cursor, INTEGERS, LineItem};
use crate::tape::{Children, Expected, ObjectSchema, Slot, SlotId, Tape, Type};
use crate::timestamp::Timestamp;
use crate::version::Version;

/// `json-syntax`
pub(crate) const JSON_SYNTAX: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidJson],
    scope: Scope::ALL,
    when: "the body is not one JSON text: bad syntax, bad UTF-8, a byte order mark, half of a surrogate pair, text \
           after the value, a number beyond every 64-bit float, or nesting deeper than 127 levels; alone in its report",
    at: "the body; half of a surrogate pair in a JavaScript value: its string",
    fields: &[""],
    depends_on: &[],
    sources: &[inference("the API reads JSON, RFC 8259")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded",}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

/// `body-size`
pub(crate) const BODY_SIZE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidJson],
    scope: Scope::ALL,
    when: "the body is longer than the limit, 1 MiB (1,048,576 bytes) unless an option sets it; checked before the \
           syntax, and alone in its report",
    at: "the body",
    fields: &[""],
    depends_on: &[],
    sources: &[inference("work must be bounded for every input")],
    invalid: Example::Words("a body of 1,048,577 bytes"),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

/// `not-serializable`
pub(crate) const NOT_SERIALIZABLE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidJson],
    scope: Scope::ALL.with(ScopeCondition::JavaScript),
    when: "the value cannot be sent as JSON: a cycle, a BigInt, a getter or toJSON that throws, nesting deeper than \
           127 levels, or a body of which JSON has no text; alone in its report",
    at: "the value",
    fields: &["", "*"],
    depends_on: &[],
    sources: &[inference("what JSON.stringify refuses cannot be sent")],
    invalid: Example::Words("validate({ amount: 350000n, currency: \"CLP\", ui_mode: \"embedded\" })"),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

/// `lost-in-json`
pub(crate) const LOST_IN_JSON: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::ALL.with(ScopeCondition::JavaScript),
    when: "JSON.stringify would leave a value out or change it: a function, a symbol, NaN or an infinity, an invalid Date, a \
           Map or a Set, a Promise, `undefined` in an array, a FormData, URLSearchParams, Request or Response as the \
           body; it hides nothing: what the text gives is reported too",
    at: "the value",
    fields: &["", "*"],
    depends_on: &[],
    sources: &[inference("what is not sent cannot be received")],
    invalid: Example::Words("validate({ amount: NaN, currency: \"CLP\", ui_mode: \"embedded\" })"),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

/// `duplicate-key`
pub(crate) const DUPLICATE_KEY: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidJson],
    scope: Scope::ALL,
    when: "a name occurs more than once in an object of the request or in metadata, but not inside `installments`, \
           `direct_debit` or a value of metadata; the first value counts",
    at: "the name",
    fields: &["*"],
    depends_on: &[],
    sources: &[inference("RFC 8259 leaves open which of the values counts")],
    invalid: v2(r#"{"amount": 350000, "amount": 990, "currency": "CLP", "ui_mode": "embedded"}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

/// `type`
///
/// Rules on the value of a field skip one of the wrong type, so that one mistake is one violation.
pub(crate) const TYPE: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[
        ErrorCode::InvalidInteger,
        ErrorCode::InvalidString,
        ErrorCode::InvalidArray,
        ErrorCode::InvalidHash,
        ErrorCode::InvalidBoolean,
    ],
    scope: Scope::ALL,
    when: "a value is of another JSON type than its field takes, as is `null` in an array; an integer has no fraction \
           and lies within ±(2^53 - 1)",
    at: "the value",
    fields: &["*"],
    depends_on: &[],
    sources: &[create_v2("Body Params"), create_v1("Body Params"), guide("Include a list of items")],
    invalid: v2(r#"{"amount": "350000", "currency": "CLP", "ui_mode": "embedded"}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

/// `required`
///
/// `null` counts as absent.
pub(crate) const REQUIRED: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::MissingParameter],
    scope: Scope::ALL,
    when: "a field is absent that its object always needs: `currency`; `quantity` and `price_data` of an item \
           (`price_data` unless `price` is there); `currency`, `unit_amount` and `product_data` of `price_data` \
           (`product_data` unless `product` is there); `name` of `product_data`",
    at: "the field",
    fields: &[
        "currency",
        "line_items[].price_data",
        "line_items[].price_data.currency",
        "line_items[].price_data.product_data",
        "line_items[].price_data.product_data.name",
        "line_items[].price_data.unit_amount",
        "line_items[].quantity",
    ],
    depends_on: &["line_items[].price", "line_items[].price_data.product"],
    sources: &[create_v2("currency"), create_v1("currency"), guide("Include a list of items")],
    invalid: v2(r#"{"amount": 350000, "ui_mode": "embedded"}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

/// `empty-string`
pub(crate) const EMPTY_STRING: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::EmptyString],
    scope: Scope::ALL,
    when: "a string field, or an element of an array of strings, holds nothing or only white space; values of metadata \
           are free",
    at: "the field",
    fields: &["*"],
    depends_on: &[],
    sources: &[inference("nothing is no e-mail address, no URL, no name and no id")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": ""}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": null}"#),
};

/// `enum`
///
/// The list is closed: the documents name every value.
pub(crate) const ENUM: RuleInfo = RuleInfo {
    level: Level::Error,
    codes: &[ErrorCode::InvalidCurrency, ErrorCode::InvalidEnum],
    scope: Scope::ALL,
    when: "a string is none of those that its field takes",
    at: "the field",
    fields: &["currency", "flow", "line_items[].price_data.currency", "save_payment_method", "ui_mode"],
    depends_on: &[],
    sources: &[
        create_v2("currency, flow, save_payment_method, ui_mode"),
        create_v1("currency, flow"),
        guide("currency"),
        object("ui_mode"),
    ],
    invalid: v2(r#"{"amount": 350000, "currency": "clp", "ui_mode": "embedded"}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#),
};

/// `unknown-field`
///
/// A warning: the API may take names that its documentation lacks.
pub(crate) const UNKNOWN_FIELD: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidParams],
    scope: Scope::ALL,
    when: "a name is not in the documentation, at any depth, except inside metadata, `installments` and `direct_debit`",
    at: "the name",
    fields: &["*"],
    depends_on: &[],
    sources: &[inference("the documents do not name it")],
    invalid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_mail": "ana@example.com"}"#),
    valid: v2(r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "customer_email": "ana@example.com"}"#),
};

/// `currency-case`
pub(crate) const CURRENCY_CASE: RuleInfo = RuleInfo {
    level: Level::Warning,
    codes: &[ErrorCode::InvalidCurrency],
    scope: Scope::V1,
    when: "a currency is `CLP` or `MXN` but for its case, which version 1 accepts",
    at: "the currency",
    fields: &["currency", "line_items[].price_data.currency"],
    depends_on: &[],
    sources: &[create_v1("currency")],
    invalid: v1(r#"{"amount": 1000, "currency": "clp"}"#),
    valid: v1(r#"{"amount": 1000, "currency": "CLP"}"#),
};

/// The check of a body against its schema: types, closed enums, blank strings, unknown and repeated names.
pub(crate) struct Shape<'d, 'a, 'f, 'b> {
    /// The request, on which corrections depend; `None` for a session or an event of Fintoc's.
    context: Option<&'d Context<'d>>,
    tape: &'d Tape<'a>,
    diagnostics: &'f mut Diagnostics<'b>,
    /// The number of unknown fields so far.
    unknown_fields: usize,
}

impl<'d, 'a, 'f, 'b> Shape<'d, 'a, 'f, 'b> {
    pub(crate) const fn new(
        context: Option<&'d Context<'d>>,
        tape: &'d Tape<'a>,
        diagnostics: &'f mut Diagnostics<'b>,
    ) -> Self {
        Self { context, tape, diagnostics, unknown_fields: 0 }
    }
}

impl Shape<'_, '_, '_, '_> {
    /// Checks the body against its type. Skips the walk if the reader found everything well-formed.
    pub(crate) fn check(&mut self, r#type: &Type) {
        if self.tape.needs_shape_check() {
            self.required(SlotId::BODY, r#type);
        }
    }

    /// Checks the body or an element of an array, where `null` is a value of the wrong type.
    fn required(&mut self, slot_id: SlotId, r#type: &Type) {
        if self.tape.slot(slot_id).is_present() {
            self.value(slot_id, r#type, "");
        } else {
            self.malformed(r#type.expected, Raw::NULL, slot_id, "");
        }
    }

    /// Checks a value and all values inside it. `name` is that of its field, and empty for an element or the body.
    fn value(&mut self, slot_id: SlotId, r#type: &Type, name: &str) {
        let tape = self.tape;
        let slot = tape.slot(slot_id);
        match (slot, r#type.children) {
            (Slot::Malformed(raw), _) => self.malformed(r#type.expected, *raw, slot_id, name),
            (Slot::Text(_) | Slot::Escaped(_), _) if tape.text(slot).is_some_and(is_blank) => {
                self.diagnostics.push_at(ViolationKind::EmptyString, slot_id);
            }
            (Slot::Array { .. }, Children::Elements(r#type)) => {
                tape.elements(slot).for_each(|element| self.required(element, r#type));
            }
            (Slot::Object { unknown }, Children::Fields(schema)) => {
                for (position, field) in schema.fields.iter().enumerate() {
                    self.value(unknown.after(1).after(position), &field.r#type, field.name);
                }
                self.unknown(schema, *unknown);
            }
            _ => {}
        }
    }

    /// Reports a malformed value: one of the wrong type (`type`), or a string outside the enum (`enum`, `empty-string`,
    /// `currency-case`).
    fn malformed(&mut self, expected: Expected, found: Raw<'_>, slot_id: SlotId, name: &str) {
        match (expected, found.string()) {
            (Expected::OneOf { .. }, Some(text)) if is_blank(&text) => {
                self.diagnostics.push_at(ViolationKind::EmptyString, slot_id);
            }
            (Expected::OneOf { values, code }, Some(text)) => self.not_allowed(values, code, &text, slot_id),
            _ => {
                let has_decimals = expected == Expected::Integer && found.has_decimals();
                let correction = self.context.and_then(|context| correction(name, found, context));
                self.diagnostics
                    .push_at(ViolationKind::Type { expected, found: found.kind(), has_decimals, correction }, slot_id);
            }
        }
    }

    /// Reports a string outside the enum.
    fn not_allowed(&mut self, values: &'static [&'static str], code: ErrorCode, text: &str, slot_id: SlotId) {
        let kind = match (code, self.context, currency_in_any_case(text)) {
            (ErrorCode::InvalidCurrency, Some(Context { version: Version::V1, .. }), Some(currency)) => {
                ViolationKind::CurrencyCase { currency }
            }
            // Currencies are never corrected by similarity: CLF and COP are currencies of their own, not misspelt CLP.
            (ErrorCode::InvalidCurrency, _, currency) => {
                ViolationKind::Enum { allowed: values, code, suggestion: currency.map(Into::into) }
            }
            _ => ViolationKind::Enum { allowed: values, code, suggestion: closest_match(text, values) },
        };
        self.diagnostics.push_at(kind, slot_id);
    }

    /// Returns the known name to suggest for an unknown one, unless it is taken, and the place where the API has it.
    /// `unknown` is the slot of the object's unknown entries. Nothing, once the report cannot list more of them.
    fn hint(
        &mut self,
        name: &str,
        schema: &ObjectSchema,
        unknown: SlotId,
    ) -> (Option<&'static str>, Option<Elsewhere>) {
        let index = self.unknown_fields;
        self.unknown_fields = index.saturating_add(1);
        if !self.diagnostics.may_list(index) {
            return (None, None);
        }
        let is_free = |name: &&str| {
            let position = schema.names.iter().position(|known| known == name);
            let slot = position.map(|position| self.tape.slot(unknown.after(1).after(position)));
            slot.is_none_or(|slot| !slot.is_present())
        };
        (closest_name(name, schema.names).filter(is_free), elsewhere(name, schema))
    }

    /// Reports the unknown entries of an object: `duplicate-key` and `unknown-field`. In an open object unknown names
    /// are left to another rule.
    fn unknown(&mut self, schema: &ObjectSchema, unknown: SlotId) {
        let tape = self.tape;
        let entries = tape.entries(tape.slot(unknown));
        let occurrences = Occurrences::of_names(entries.clone());
        for (index, entry) in entries.enumerate() {
            let known = schema.names.iter().position(|known| *known == entry.name);
            match (known, occurrences.at(index)) {
                (_, Occurrence::Repeat) => {}
                // The first value is in the field, so every entry of that name here is a repeat.
                (Some(position), _) => {
                    self.diagnostics.push_at(ViolationKind::DuplicateKey, unknown.after(1).after(position));
                }
                (None, occurrence) => {
                    if occurrence == Occurrence::First {
                        self.diagnostics.push_at(ViolationKind::DuplicateKey, entry.slot_id);
                    }
                    if !schema.is_open && entry.value.kind() != JsonType::Null {
                        let (suggestion, elsewhere) = self.hint(entry.name, schema, unknown);
                        self.diagnostics.push_at(ViolationKind::UnknownField { suggestion, elsewhere }, entry.slot_id);
                    }
                }
            }
        }
    }
}

/// Checks `required` for the body.
pub(super) fn required(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    need(context.currency_field, diagnostics);
}

/// Checks `required` for an item.
pub(super) fn required_in_item(item: Cursor<'_, LineItem>, diagnostics: &mut Diagnostics) {
    need(item.quantity(), diagnostics);
    let price_data = item.price_data();
    if item.price().is_absent() {
        need(price_data, diagnostics);
    }
    if !price_data.is_object() {
        return;
    }
    need(price_data.currency(), diagnostics);
    need(price_data.unit_amount(), diagnostics);
    let product_data = price_data.product_data();
    if price_data.product().is_absent() {
        need(product_data, diagnostics);
    }
    if product_data.is_object() {
        need(product_data.name(), diagnostics);
    }
}

/// Reports `required` at a field that is absent.
pub(crate) fn need<T>(at: Cursor<'_, T>, diagnostics: &mut Diagnostics) {
    if at.is_absent() {
        diagnostics.push(ViolationKind::Required, at);
    }
}

/// Returns the known name to suggest for an unknown one: the new name of an old one, or its only close match.
fn closest_name(name: &str, names: &[&'static str]) -> Option<&'static str> {
    match name {
        "payment_methods" => names.iter().copied().find(|known| *known == "payment_method_types"),
        // A duration cannot become an `expires_at` by renaming it.
        _ if name.eq_ignore_ascii_case("expires_in") => None,
        _ => closest_match(name, names),
    }
}

/// Returns the value to suggest for one of the wrong type; `None` if there is no certain one, or another rule would
/// report it.
fn correction(name: &str, found: Raw<'_>, context: &Context<'_>) -> Option<Correction> {
    let text = found.string();
    let word = |words: &[&'static str]| {
        words.iter().find(|word| Some(**word) == text.as_deref()).map(|word| Correction::ArrayOf(word))
    };
    match name {
        "amount" => {
            let limit = if context.version == Version::V1 { AMOUNT_LIMIT_V1 } else { i64::MAX };
            digits(&text?, 1).filter(|amount| *amount < limit).map(Correction::Integer)
        }
        "quantity" | "interval_count" => digits(&text?, 1).map(Correction::Integer),
        "unit_amount" => digits(&text?, 0).map(Correction::Integer),
        "expires_at" => {
            let instant = Timestamp::from_unix(found.integer()?)?;
            is_far_enough(instant, context).then_some(Correction::Instant(instant))
        }
        "payment_method_types" => word(&types_of_session(context)),
        "types" => word(CARD_TYPES),
        _ => None,
    }
}

/// Parses a string of ASCII digits; `None` if it is anything else, below `least`, or over 2^53 - 1.
fn digits(text: &str, least: i64) -> Option<i64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    Some(integer(text)).filter(|number| is_number && INTEGERS.contains(number) && *number >= least)
}
