use crate::request::Cursor;
use std::borrow::Cow;
use std::fmt;

use strum::IntoStaticStr;

use super::CheckoutSession;
use super::compared::{Compared, ComparedCustomer, Item, Price};
use crate::enums::as_str;
use crate::expires_at::ExpiresAt;
use crate::json::{Json, JsonType, Writer};
use crate::options::Options;
use crate::report::messages::Locale;
use crate::report::{Path, PathRef};
use crate::request::{CheckoutSessionRequest, CheckoutSessionRequestV1, Field, Integer, Metadata, Text, Value};
use crate::sort;
use crate::tape::{Entry, Slot, Tape};

/// A value that a request asked for and the session does not have.
///
/// [`Display`](fmt::Display) writes its path and one sentence, which contains neither of the values.
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
    /// The path in the session.
    pub path: Path,
    /// The kind of difference.
    pub kind: DifferenceKind,
}

/// The way in which a session differs from a request.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, Field, session::{CheckoutSession, DifferenceKind, compare_session}};
///
/// let request = CheckoutSessionRequest { amount: 350_000.into(), ..CheckoutSessionRequest::default() };
/// let session = CheckoutSession { amount: Field::Null, ..CheckoutSession::default() };
/// assert_eq!(compare_session(&request, &session).differences[0].kind, DifferenceKind::Missing);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum DifferenceKind {
    /// The request has a value, and the session has `null`.
    Missing,
    /// The session has another value than the request.
    Other,
}

as_str!(DifferenceKind);

impl Difference {
    /// Returns one sentence, which contains neither of the values.
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
        out.string(self.kind.as_str());
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

/// The result of comparing a session with a request.
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
    /// The number of differences beyond [`Options::max_violations`], which are not listed.
    pub omitted: usize,
}

impl Comparison {
    /// True if there are no differences.
    #[must_use]
    pub const fn matches(&self) -> bool {
        self.differences.is_empty() && self.omitted == 0
    }

    /// Returns the comparison as JSON text on one line: the same bytes in every binding.
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
        if self.omitted > 0 {
            out.raw(",\"omitted\":");
            out.digits(self.omitted as u64, 1);
        }
        out.raw("}");
        out
    }
}

/// A request of either version, to compare a session with. Made from a reference to a request.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequestV1, session::{CheckoutSession, compare_session}};
///
/// let request = CheckoutSessionRequestV1 { amount: 350_000.into(), ..CheckoutSessionRequestV1::default() };
/// assert!(compare_session(&request, &CheckoutSession::default()).matches());
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct SentRequest {
    /// The JSON text of the request.
    text: String,
}

/// Writes nothing of the request.
impl fmt::Debug for SentRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SentRequest").finish_non_exhaustive()
    }
}

impl From<&CheckoutSessionRequest<'_>> for SentRequest {
    fn from(request: &CheckoutSessionRequest<'_>) -> Self {
        Self { text: request.to_json() }
    }
}

impl From<&CheckoutSessionRequestV1<'_>> for SentRequest {
    fn from(request: &CheckoutSessionRequestV1<'_>) -> Self {
        Self { text: request.to_json() }
    }
}

/// Returns every difference between a session and a request of either version, in the order of the session's fields.
///
/// Compares `amount`, `cancel_url`, `currency`, the id of `customer`, `customer_email`, `expires_at`, `flow`,
/// `line_items`, `metadata`, `payment_method_types`, `save_payment_method`, `success_url` and `ui_mode`, and no other
/// field.
///
/// - A value that the request omits, or sends as `null` or empty (`{}`, `[]`), matches anything in the session.
/// - A name that the session does not have is unknown, and no difference. `null` is one ([`Missing`]), except for the
///   defaults `"payment"` and `"disabled"`, and the `amount` of a subscription.
/// - A malformed value on either side is no difference, except for the id of a customer in place of the customer in the
///   session.
/// - `amount`: if the request has none, the session's must be the total of the items.
/// - URLs: `https://merchant.com` equals `https://merchant.com/`. E-mail addresses and currencies ignore case.
/// - `expires_at`: the same second, in any offset. A text that is not a date-time with an offset is not compared.
/// - `metadata`: the session must have every entry sent, and may have more. A number equals its string.
/// - `payment_method_types`: in any order.
///
/// Lists at most [`Options::MAX_VIOLATIONS`] differences, and counts the others.
///
/// [`Missing`]: DifferenceKind::Missing
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, Currency, session::{CheckoutSession, OpenEnum, compare_session}};
///
/// let request = CheckoutSessionRequest { currency: Currency::Clp.into(), ..CheckoutSessionRequest::default() };
/// let session = CheckoutSession { currency: OpenEnum::from(Currency::Clp).into(), ..CheckoutSession::default() };
/// assert!(compare_session(&request, &session).matches());
/// ```
#[must_use]
pub fn compare_session(request: impl Into<SentRequest>, session: &CheckoutSession<'_>) -> Comparison {
    compare_texts(&request.into().text, &session.to_json(), Options::MAX_VIOLATIONS)
}

/// Compares two JSON texts. Typed values are compared by the text that they would be written as: so the module for
/// JavaScript, which has no typed values, contains one comparison only.
pub(super) fn compare_texts(request: &str, session: &str, max_differences: usize) -> Comparison {
    let [request, session] = [request, session].map(|text| Tape::read(text, &Compared::TYPE).unwrap_or_default());
    let mut differences = Differences { list: Vec::new(), omitted: 0, max: max_differences };
    differences.session(request.body(), session.body());
    Comparison { differences: differences.list, omitted: differences.omitted }
}

struct Differences {
    list: Vec<Difference>,
    omitted: usize,
    /// The number of differences to list.
    max: usize,
}

impl Differences {
    fn session<'a>(&mut self, sent: Cursor<'a, Compared<'a>>, found: Cursor<'_, Compared<'_>>) {
        let at = |name| PathRef::BODY.name(name);
        self.amount(sent, found, &at("amount"));
        self.text(sent.cancel_url(), found.cancel_url(), is_same_url, &at("cancel_url"));
        self.currency(sent.currency(), found.currency(), &at("currency"));
        self.customer(sent.customer(), found.customer(), &at("customer"));
        self.text(sent.customer_email(), found.customer_email(), str::eq_ignore_ascii_case, &at("customer_email"));
        self.text(sent.expires_at(), found.expires_at(), is_same_time, &at("expires_at"));
        self.word(sent.flow(), "payment", found.flow(), &at("flow"));
        self.items(sent.line_items(), found.line_items(), &at("line_items"));
        self.metadata(sent.metadata(), found.metadata(), &at("metadata"));
        self.types(sent.payment_method_types(), found.payment_method_types(), &at("payment_method_types"));
        let (saved, is_saved) = (sent.save_payment_method(), found.save_payment_method());
        self.word(saved, "disabled", is_saved, &at("save_payment_method"));
        self.text(sent.success_url(), found.success_url(), is_same_url, &at("success_url"));
        self.word(sent.ui_mode(), "", found.ui_mode(), &at("ui_mode"));
    }

    fn add(&mut self, kind: DifferenceKind, at: &PathRef<'_>) {
        if self.list.len() < self.max {
            self.list.push(Difference { path: at.path(), kind });
        } else {
            self.omitted = self.omitted.saturating_add(1);
        }
    }

    /// Adds `missing` if the session has `null` for a value that was sent; otherwise `other` if `fits` is false.
    fn field(&mut self, found: &Slot<'_>, fits: bool, at: &PathRef<'_>) {
        match found {
            Slot::Null => self.add(DifferenceKind::Missing, at),
            Slot::Absent | Slot::Malformed(_) => {}
            _ if !fits => self.add(DifferenceKind::Other, at),
            _ => {}
        }
    }

    fn text(
        &mut self,
        sent: Cursor<'_, Text<'_>>,
        found: Cursor<'_, Text<'_>>,
        fits: fn(&str, &str) -> bool,
        at: &PathRef<'_>,
    ) {
        if let Some(sent) = text(sent) {
            self.field(found.slot(), text(found).is_some_and(|found| fits(sent, found)), at);
        }
    }

    fn integer(&mut self, sent: Option<i64>, found: Cursor<'_, Integer>, at: &PathRef<'_>) {
        if sent.is_some() {
            self.field(found.slot(), sent == found.value(), at);
        }
    }

    /// Compares an enum value. `null` in the session equals `default`.
    fn word(&mut self, sent: Cursor<'_, Text<'_>>, default: &str, found: Cursor<'_, Text<'_>>, at: &PathRef<'_>) {
        if text(sent) != Some(default) || found.is_present() {
            self.text(sent, found, str::eq, at);
        }
    }

    fn currency(&mut self, sent: Cursor<'_, Text<'_>>, found: Cursor<'_, Text<'_>>, at: &PathRef<'_>) {
        self.text(sent, found, str::eq_ignore_ascii_case, at);
    }

    /// Compares the amounts. Newer answers have none in a subscription, which charges its items.
    fn amount<'a>(&mut self, sent: Cursor<'a, Compared<'a>>, found: Cursor<'_, Compared<'_>>, at: &PathRef<'_>) {
        if text(sent.flow()) == Some("subscription") && found.amount().is_absent() {
            return;
        }
        let amount = if sent.amount().is_absent() { total(sent.line_items()) } else { sent.amount().value() };
        self.integer(amount, found.amount(), at);
    }

    /// Compares the id that was sent with the session's customer: an object, or an id alone.
    fn customer(
        &mut self,
        sent: Cursor<'_, ComparedCustomer<'_>>,
        found: Cursor<'_, ComparedCustomer<'_>>,
        at: &PathRef<'_>,
    ) {
        fn id<'d>(slot: &Slot<'d>) -> Option<Cow<'d, str>> {
            match slot {
                Slot::Malformed(raw) => raw.string(),
                _ => None,
            }
        }
        let Some(sent) = id(sent.slot()) else { return };
        if found.is_object() {
            let has_id = text(found.id()).is_some_and(|found| found == sent);
            self.field(found.id().slot(), has_id, &at.name("id"));
        } else if found.is_present() {
            if id(found.slot()).is_some_and(|found| found != sent) {
                self.add(DifferenceKind::Other, at);
            }
        } else {
            self.field(found.slot(), true, at);
        }
    }

    fn items<'a>(&mut self, sent: Cursor<'a, Items<'a>>, found: Cursor<'a, Items<'a>>, at: &PathRef<'_>) {
        let count = sent.elements().count();
        if count == 0 {
            return;
        }
        let has_all = count == found.elements().count();
        self.field(found.slot(), has_all, at);
        if has_all {
            for (index, (sent, found)) in sent.elements().zip(found.elements()).enumerate() {
                self.item(sent, found, &at.element(index));
            }
        }
    }

    fn item(&mut self, sent: Cursor<'_, Item<'_>>, found: Cursor<'_, Item<'_>>, at: &PathRef<'_>) {
        self.integer(sent.quantity().value(), found.quantity(), &at.name("quantity"));
        if sent.price_data().is_object() {
            self.price_data(sent.price_data(), found.price_data(), &at.name("price_data"));
        }
        self.text(sent.price(), found.price(), str::eq, &at.name("price"));
    }

    fn price_data(&mut self, sent: Cursor<'_, Price<'_>>, found: Cursor<'_, Price<'_>>, at: &PathRef<'_>) {
        self.field(found.slot(), true, at);
        self.currency(sent.currency(), found.currency(), &at.name("currency"));
        self.integer(sent.unit_amount().value(), found.unit_amount(), &at.name("unit_amount"));
        let (product, found_product) = (sent.product_data(), found.product_data());
        if product.is_object() {
            let at = at.name("product_data");
            self.field(found_product.slot(), true, &at);
            self.text(product.name(), found_product.name(), str::eq, &at.name("name"));
            self.text(product.image_url(), found_product.image_url(), is_same_url, &at.name("image_url"));
        }
        self.text(sent.product(), found.product(), str::eq, &at.name("product"));
    }

    /// Compares metadata: every entry that was sent must be in the session, which may have more.
    fn metadata<'a>(&mut self, sent: Cursor<'a, Metadata<'a>>, found: Cursor<'a, Metadata<'a>>, at: &PathRef<'_>) {
        let sent: Vec<Entry<'_, '_>> = sent.entries().filter(|entry| entry.value.kind() != JsonType::Null).collect();
        if sent.is_empty() {
            return;
        }
        self.field(found.slot(), true, at);
        if !matches!(found.slot(), Slot::Entries { .. }) {
            return;
        }
        let found: Vec<Entry<'_, '_>> = found.entries().collect();
        let order = sort::order(&found, |one, other| one.name.cmp(other.name));
        let find = |name: &str| {
            let slot_id = order.partition_point(|index| found.get(*index).is_some_and(|other| other.name < name));
            found.get(*order.get(slot_id)?).filter(|other| other.name == name)
        };
        for entry in sent {
            let at = at.other(entry.name);
            match find(entry.name) {
                None => self.add(DifferenceKind::Missing, &at),
                Some(found) if !is_same_metadata(&entry.value.json(), &found.value.json()) => {
                    self.add(DifferenceKind::Other, &at);
                }
                Some(_) => {}
            }
        }
    }

    fn types<'a>(&mut self, sent: Cursor<'a, Texts<'a>>, found: Cursor<'a, Texts<'a>>, at: &PathRef<'_>) {
        let sent = set(sent.elements().filter_map(Cursor::<Text<'_>>::value));
        if !sent.is_empty() {
            self.field(found.slot(), sent == set(found.elements().filter_map(Cursor::<Text<'_>>::value)), at);
        }
    }
}

type Items<'a> = Vec<Field<'a, Item<'a>>>;

type Texts<'a> = Vec<Field<'a, Text<'a>>>;

fn text<'d>(at: Cursor<'d, Text<'_>>) -> Option<&'d str> {
    at.tape().text(at.slot())
}

/// Returns the distinct strings, sorted.
fn set<'w>(words: impl Iterator<Item = &'w str>) -> Vec<&'w str> {
    let words: Vec<&str> = words.collect();
    let order = sort::order(&words, Ord::cmp);
    let mut set: Vec<&str> = order.into_iter().filter_map(|index| words.get(index).copied()).collect();
    set.dedup();
    set
}

/// True for the same URL. An empty path equals `/`.
fn is_same_url(sent: &str, found: &str) -> bool {
    fn split(url: &str) -> (&str, &str) {
        let start = url.find("://").map_or(url.len(), |scheme| scheme.saturating_add(3));
        let host = url.get(start..).unwrap_or_default();
        let end = host.find(['/', '?', '#']).unwrap_or(host.len()).saturating_add(start);
        let (authority, rest) = url.split_at_checked(end).unwrap_or((url, ""));
        match rest.strip_prefix('/') {
            Some(path) if path.is_empty() || path.starts_with(['?', '#']) => (authority, path),
            _ => (authority, rest),
        }
    }
    sent == found || split(sent) == split(found)
}

/// True for the same second, as answers omit fractions. A text that is not a time equals any.
fn is_same_time(sent: &str, found: &str) -> bool {
    let seconds = |text: &str| {
        let time = ExpiresAt::parse(text).ok().or_else(|| ExpiresAt::parse_date(text))?;
        Some(time.instant.seconds())
    };
    match (seconds(sent), seconds(found)) {
        (Some(sent), Some(found)) => sent == found,
        _ => true,
    }
}

/// True for the same value. A number equals its string.
fn is_same_metadata(sent: &Json<'_>, found: &Json<'_>) -> bool {
    let is_number_of = |number: &Json<'_>, text: &Json<'_>| {
        let text = text.string().filter(|_| number.kind() == JsonType::Number);
        text.is_some_and(|text| Json::parse(&text).is_ok_and(|other| number.is_same(&other)))
    };
    sent.is_same(found) || is_number_of(sent, found) || is_number_of(found, sent)
}

/// Returns the total of the items; `None` if there are none, if one has no quantity or price, or on overflow.
fn total<'a>(items: Cursor<'a, Items<'a>>) -> Option<i64> {
    let mut items = items.elements().peekable();
    items.peek()?;
    items.try_fold(0_i64, |sum, item| {
        sum.checked_add(item.quantity().value()?.checked_mul(item.price_data().unit_amount().value()?)?)
    })
}
