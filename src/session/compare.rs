use std::fmt;

use super::{CheckoutSession, LineItem, PaymentMethodType, PriceData, Word};
use crate::json::{Json, Writer};
use crate::messages::Locale;
use crate::path::{Path, Trail};
use crate::request::{self, CheckoutSessionRequest, Field, Integer, Metadata, Text};
use crate::sort;

/// Something that a request asked for, and the session does not have.
///
/// It is displayed as its path and one sentence, which says neither of the values.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, session::{CheckoutSession, compare_session}};
///
/// let request = CheckoutSessionRequest { amount: 350_000.into(), ..CheckoutSessionRequest::default() };
/// let session = CheckoutSession { amount: 350.into(), ..CheckoutSession::default() };
/// let differences = compare_session(&request, &session).differences;
/// assert_eq!(differences[0].to_string(), "amount: the session has another value than the request.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where in the session it is.
    pub path: Path,
    /// What it is.
    pub kind: DifferenceKind,
}

/// How a session differs from a request.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, session::{CheckoutSession, DifferenceKind, compare_session}};
///
/// let request = CheckoutSessionRequest { amount: 350_000.into(), ..CheckoutSessionRequest::default() };
/// let differences = compare_session(&request, &CheckoutSession::default()).differences;
/// assert_eq!(differences[0].kind, DifferenceKind::Missing);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DifferenceKind {
    /// The request has a value, and the session has none.
    Missing,
    /// The session has another value than the request.
    Other,
}

impl DifferenceKind {
    /// `missing` or `other`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Other => "other",
        }
    }
}

impl Difference {
    /// One sentence, which says neither of the values.
    ///
    /// ```
    /// use fintoc_preflight::{Locale, session::{Difference, DifferenceKind}};
    ///
    /// let difference = Difference { path: ["amount".into()].into_iter().collect(), kind: DifferenceKind::Missing };
    /// assert_eq!(difference.message(Locale::Es), "la solicitud tiene un valor; la sesión, ninguno.");
    /// ```
    #[must_use]
    pub const fn message(&self, locale: Locale) -> &'static str {
        match (locale, self.kind) {
            (Locale::En, DifferenceKind::Missing) => "the request has a value, the session has none.",
            (Locale::En, DifferenceKind::Other) => "the session has another value than the request.",
            (Locale::Es, DifferenceKind::Missing) => "la solicitud tiene un valor; la sesión, ninguno.",
            (Locale::Es, DifferenceKind::Other) => "la sesión tiene otro valor que la solicitud.",
        }
    }

    fn write(&self, locale: Locale, out: &mut String) {
        out.raw("{");
        self.path.write_members(out);
        out.raw(",\"kind\":");
        out.string(self.kind.id());
        out.raw(",\"message\":");
        out.string(self.message(locale));
        out.raw("}");
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message(Locale::En))
    }
}

/// Whether a session is what a request asked for, and where it is not.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, session::{CheckoutSession, compare_session}};
///
/// let comparison = compare_session(&CheckoutSessionRequest::default(), &CheckoutSession::default());
/// assert!(comparison.matches());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The differences, in the order of the session's fields.
    pub differences: Vec<Difference>,
}

impl Comparison {
    /// Whether there are no differences.
    #[must_use]
    pub const fn matches(&self) -> bool {
        self.differences.is_empty()
    }

    /// The comparison as JSON text on one line: the same bytes in every binding.
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, Locale, session::{CheckoutSession, compare_session}};
    ///
    /// let comparison = compare_session(&CheckoutSessionRequest::default(), &CheckoutSession::default());
    /// assert_eq!(comparison.to_json(Locale::En), r#"{"matches":true,"differences":[]}"#);
    /// ```
    #[must_use]
    pub fn to_json(&self, locale: Locale) -> String {
        let mut out = String::new();
        out.raw(if self.matches() { "{\"matches\":true" } else { "{\"matches\":false" });
        out.raw(",\"differences\":");
        out.list(&self.differences, |difference, out| difference.write(locale, out));
        out.raw("}");
        out
    }
}

/// Whether a session is what was asked for: every difference in amount, currency, flow, URLs, items, payment method types
/// and metadata, in the order of the session's fields.
///
/// What the request leaves open may be anything in the session, and so may what is malformed in either of the two. Without
/// an amount, that of the session must be the total of the items. Payment method types may stand in another order.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, Currency, session::{CheckoutSession, Word, compare_session}};
///
/// let request = CheckoutSessionRequest { currency: Currency::Clp.into(), ..CheckoutSessionRequest::default() };
/// let session = CheckoutSession { currency: Word::from(Currency::Clp).into(), ..CheckoutSession::default() };
/// assert!(compare_session(&request, &session).matches());
/// ```
#[must_use]
pub fn compare_session(request: &CheckoutSessionRequest<'_>, session: &CheckoutSession<'_>) -> Comparison {
    let mut differences = Differences(Vec::new());
    let at = |name| Trail::BODY.name(name);
    let amount = if request.amount.is_absent() { total(request) } else { request.amount.value().copied() };
    differences.value(&amount.map_or(Field::Absent, Field::Value), &session.amount, &at("amount"));
    differences.value(&request.cancel_url, &session.cancel_url, &at("cancel_url"));
    differences.word(&request.currency, &session.currency, &at("currency"));
    differences.word(&request.flow, &session.flow, &at("flow"));
    differences.items(&request.line_items, &session.line_items, &at("line_items"));
    differences.metadata(&request.metadata, &session.metadata, &at("metadata"));
    differences.types(&request.payment_method_types, &session.payment_method_types, &at("payment_method_types"));
    differences.value(&request.success_url, &session.success_url, &at("success_url"));
    Comparison { differences: differences.0 }
}

struct Differences(Vec<Difference>);

impl Differences {
    fn add(&mut self, kind: DifferenceKind, at: &Trail<'_>) {
        self.0.push(Difference { path: at.path(), kind });
    }

    /// Compares two fields by `fits`, when the request has a value.
    fn field<A, B>(
        &mut self,
        sent: &Field<'_, A>,
        found: &Field<'_, B>,
        at: &Trail<'_>,
        fits: impl Fn(&A, &B) -> bool,
    ) {
        match (sent, found) {
            (Field::Value(_), Field::Absent | Field::Null) => self.add(DifferenceKind::Missing, at),
            (Field::Value(sent), Field::Value(found)) if !fits(sent, found) => self.add(DifferenceKind::Other, at),
            _ => {}
        }
    }

    fn value<T: PartialEq>(&mut self, sent: &Field<'_, T>, found: &Field<'_, T>, at: &Trail<'_>) {
        self.field(sent, found, at, T::eq);
    }

    fn word<T: PartialEq>(&mut self, sent: &Field<'_, T>, found: &Field<'_, Word<'_, T>>, at: &Trail<'_>) {
        self.field(sent, found, at, |sent, found| matches!(found, Word::Known(word) if word == sent));
    }

    fn items<'a>(
        &mut self,
        sent: &Field<'_, Vec<Field<'_, request::LineItem<'a>>>>,
        found: &Field<'_, Vec<Field<'_, LineItem<'a>>>>,
        at: &Trail<'_>,
    ) {
        self.field(sent, found, at, |sent, found| sent.len() == found.len());
        if let (Some(sent), Some(found)) = (sent.value(), found.value())
            && sent.len() == found.len()
        {
            for (index, pair) in sent.iter().zip(found).enumerate() {
                if let (Field::Value(sent), Field::Value(found)) = pair {
                    self.item(sent, found, &at.element(index));
                }
            }
        }
    }

    fn item<'a>(&mut self, sent: &request::LineItem<'a>, found: &LineItem<'a>, at: &Trail<'_>) {
        let member = |name| at.name(name);
        self.value(&sent.quantity, &found.quantity, &member("quantity"));
        self.field(&sent.price_data, &found.price_data, &member("price_data"), |_, _| true);
        if let (Some(sent), Some(found)) = (sent.price_data.value(), found.price_data.value()) {
            self.price_data(sent, found, &member("price_data"));
        }
        self.value(&sent.price, &found.price, &member("price"));
    }

    fn price_data<'a>(&mut self, sent: &request::PriceData<'a>, found: &PriceData<'a>, at: &Trail<'_>) {
        let member = |name| at.name(name);
        self.word(&sent.currency, &found.currency, &member("currency"));
        self.value(&sent.unit_amount, &found.unit_amount, &member("unit_amount"));
        self.field(&sent.product_data, &found.product_data, &member("product_data"), |_, _| true);
        if let (Some(sent), Some(found)) = (sent.product_data.value(), found.product_data.value()) {
            let at = member("product_data");
            self.value(&sent.name, &found.name, &at.name("name"));
            self.value(&sent.image_url, &found.image_url, &at.name("image_url"));
        }
        self.value(&sent.product, &found.product, &member("product"));
    }

    /// What was sent must be there; what was not may be.
    fn metadata(&mut self, sent: &Field<'_, Metadata<'_>>, found: &Field<'_, Metadata<'_>>, at: &Trail<'_>) {
        self.field(sent, found, at, |_, _| true);
        let (Some(sent), Some(found)) = (sent.value(), found.value()) else { return };
        let found: Vec<(&str, &Json<'_>)> = found.iter().collect();
        let order = sort::order(&found, |(one, _), (other, _)| one.cmp(other));
        let find = |name: &str| {
            let place = order.partition_point(|index| found.get(*index).is_some_and(|(other, _)| *other < name));
            found.get(*order.get(place)?).filter(|(other, _)| *other == name)
        };
        for (name, value) in sent.iter().filter(|(_, value)| !value.is_null()) {
            let at = at.other(name);
            match find(name) {
                None => self.add(DifferenceKind::Missing, &at),
                Some((_, found)) if !value.is_same(found) => self.add(DifferenceKind::Other, &at),
                Some(_) => {}
            }
        }
    }

    fn types(
        &mut self,
        sent: &Field<'_, Vec<Field<'_, Text<'_>>>>,
        found: &Field<'_, Vec<Field<'_, Word<'_, PaymentMethodType>>>>,
        at: &Trail<'_>,
    ) {
        self.field(sent, found, at, |sent, found| {
            let sent = sent.iter().filter_map(Field::value).map(AsRef::as_ref);
            set(sent) == set(found.iter().filter_map(Field::value).map(Word::as_str))
        });
    }
}

/// The words, each once, in the order of the alphabet.
fn set<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let words: Vec<&str> = words.collect();
    let order = sort::order(&words, Ord::cmp);
    let mut set: Vec<&str> = order.into_iter().filter_map(|index| words.get(index).copied()).collect();
    set.dedup();
    set
}

/// What the items of a request come to, if each has a quantity and a price.
fn total(request: &CheckoutSessionRequest<'_>) -> Option<Integer> {
    let subtotal = |item: &Field<'_, request::LineItem<'_>>| {
        let item = item.value()?;
        item.quantity.value()?.get().checked_mul(item.price_data.value()?.unit_amount.value()?.get())
    };
    let items = request.line_items.value().filter(|items| !items.is_empty())?;
    let total = items.iter().map(subtotal).try_fold(0_i64, |sum, subtotal| sum.checked_add(subtotal?))?;
    Integer::new(total)
}
