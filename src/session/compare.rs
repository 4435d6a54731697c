use std::borrow::Cow;
use std::fmt;

use super::{CheckoutSession, Customer, LineItem, PaymentMethodType, PriceData, Word};
use crate::json::{Json, JsonType, Writer};
use crate::messages::Locale;
use crate::path::{Path, Trail};
use crate::request::{
    self, CheckoutSessionRequest, CheckoutSessionRequestV1, Currency, Field, Integer, Metadata, Text,
};
use crate::sort;
use crate::timestamp::Expiry;

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
/// use fintoc_preflight::{CheckoutSessionRequest, Field, session::{CheckoutSession, DifferenceKind, compare_session}};
///
/// let request = CheckoutSessionRequest { amount: 350_000.into(), ..CheckoutSessionRequest::default() };
/// let session = CheckoutSession { amount: Field::Null, ..CheckoutSession::default() };
/// assert_eq!(compare_session(&request, &session).differences[0].kind, DifferenceKind::Missing);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DifferenceKind {
    /// The request has a value, and the session has `null`.
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

/// What a request of either version asks for; made from a reference to one.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequestV1, session::{CheckoutSession, compare_session}};
///
/// let request = CheckoutSessionRequestV1 { amount: 350_000.into(), ..CheckoutSessionRequestV1::default() };
/// assert!(compare_session(&request, &CheckoutSession::default()).matches());
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Asked<'r> {
    amount: &'r Field<'r, Integer>,
    cancel_url: &'r Field<'r, Text<'r>>,
    currency: &'r Field<'r, Currency>,
    /// The id of a customer; none in version 1, which sends a customer's data.
    customer: Option<&'r str>,
    customer_email: &'r Field<'r, Text<'r>>,
    expires_at: &'r Field<'r, Text<'r>>,
    flow: Option<&'static str>,
    line_items: &'r Field<'r, Vec<Field<'r, request::LineItem<'r>>>>,
    metadata: &'r Field<'r, Metadata<'r>>,
    payment_method_types: &'r Field<'r, Vec<Field<'r, Text<'r>>>>,
    save_payment_method: Option<&'static str>,
    success_url: &'r Field<'r, Text<'r>>,
    ui_mode: Option<&'static str>,
}

impl<'r> From<&'r CheckoutSessionRequest<'_>> for Asked<'r> {
    fn from(request: &'r CheckoutSessionRequest<'_>) -> Self {
        Self {
            amount: &request.amount,
            cancel_url: &request.cancel_url,
            currency: &request.currency,
            customer: request.customer.value().map(AsRef::as_ref),
            customer_email: &request.customer_email,
            expires_at: &request.expires_at,
            flow: word(&request.flow),
            line_items: &request.line_items,
            metadata: &request.metadata,
            payment_method_types: &request.payment_method_types,
            save_payment_method: word(&request.save_payment_method),
            success_url: &request.success_url,
            ui_mode: word(&request.ui_mode),
        }
    }
}

impl<'r> From<&'r CheckoutSessionRequestV1<'_>> for Asked<'r> {
    fn from(request: &'r CheckoutSessionRequestV1<'_>) -> Self {
        Self {
            amount: &request.amount,
            cancel_url: &request.cancel_url,
            currency: &request.currency,
            customer: None,
            customer_email: &request.customer_email,
            expires_at: &request.expires_at,
            flow: word(&request.flow),
            line_items: &request.line_items,
            metadata: &request.metadata,
            payment_method_types: &request.payment_method_types,
            save_payment_method: None,
            success_url: &request.success_url,
            ui_mode: None,
        }
    }
}

fn word<T: Copy + Into<&'static str>>(field: &Field<'_, T>) -> Option<&'static str> {
    field.value().map(|word| (*word).into())
}

/// Every difference between a session and what a request of either version asked for, in the order of the session's fields.
///
/// These are compared, and nothing else: `amount`, `cancel_url`, `currency`, the id of `customer`, `customer_email`,
/// `expires_at`, `flow`, `line_items`, `metadata`, `payment_method_types`, `save_payment_method`, `success_url` and
/// `ui_mode`.
///
/// - What the request leaves open, sends as `null`, or sends empty (`{}`, `[]`) may be anything in the session.
/// - A name that the session does not have is unknown, and no difference. `null` is one ([`Missing`]), but for the defaults
///   `"payment"` and `"disabled"`, and the `amount` of a subscription.
/// - What is malformed in either of the two is no difference, but for the id of a customer where the session should have
///   the customer.
/// - `amount`: without one, that of the session must be the total of the items.
/// - URLs: `https://merchant.com` is `https://merchant.com/`. E-mail addresses and currencies: in either case of letters.
/// - `expires_at`: the same second, in whichever offset. A text that is no date-time with an offset is not compared.
/// - `metadata`: every entry sent must be in the session's, where there may be more. A number is its string.
/// - `payment_method_types`: in any order.
///
/// [`Missing`]: DifferenceKind::Missing
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, Currency, session::{CheckoutSession, Word, compare_session}};
///
/// let request = CheckoutSessionRequest { currency: Currency::Clp.into(), ..CheckoutSessionRequest::default() };
/// let session = CheckoutSession { currency: Word::from(Currency::Clp).into(), ..CheckoutSession::default() };
/// assert!(compare_session(&request, &session).matches());
/// ```
#[must_use]
pub fn compare_session<'r>(request: impl Into<Asked<'r>>, session: &CheckoutSession<'_>) -> Comparison {
    let request: Asked<'r> = request.into();
    let mut differences = Differences(Vec::new());
    let at = |name| Trail::BODY.name(name);
    differences.amount(&request, session, &at("amount"));
    differences.url(request.cancel_url, &session.cancel_url, &at("cancel_url"));
    differences.currency(request.currency, &session.currency, &at("currency"));
    differences.customer(request.customer, &session.customer, &at("customer"));
    differences.field(request.customer_email, &session.customer_email, &at("customer_email"), |sent, found| {
        sent.eq_ignore_ascii_case(found)
    });
    differences
        .field(request.expires_at, &session.expires_at, &at("expires_at"), |sent, found| is_same_time(sent, found));
    differences.word(request.flow, Some("payment"), &session.flow, &at("flow"));
    differences.items(request.line_items, &session.line_items, &at("line_items"));
    differences.metadata(request.metadata, &session.metadata, &at("metadata"));
    differences.types(request.payment_method_types, &session.payment_method_types, &at("payment_method_types"));
    differences.word(
        request.save_payment_method,
        Some("disabled"),
        &session.save_payment_method,
        &at("save_payment_method"),
    );
    differences.url(request.success_url, &session.success_url, &at("success_url"));
    differences.word(request.ui_mode, None, &session.ui_mode, &at("ui_mode"));
    Comparison { differences: differences.0 }
}

struct Differences(Vec<Difference>);

impl Differences {
    fn add(&mut self, kind: DifferenceKind, at: &Trail<'_>) {
        self.0.push(Difference { path: at.path(), kind });
    }

    /// Compares two fields by `fits`, when the request has a value and the session has the name.
    fn field<A, B>(
        &mut self,
        sent: &Field<'_, A>,
        found: &Field<'_, B>,
        at: &Trail<'_>,
        fits: impl Fn(&A, &B) -> bool,
    ) {
        match (sent, found) {
            (Field::Value(_), Field::Null) => self.add(DifferenceKind::Missing, at),
            (Field::Value(sent), Field::Value(found)) if !fits(sent, found) => self.add(DifferenceKind::Other, at),
            _ => {}
        }
    }

    fn value<T: PartialEq>(&mut self, sent: &Field<'_, T>, found: &Field<'_, T>, at: &Trail<'_>) {
        self.field(sent, found, at, T::eq);
    }

    fn url(&mut self, sent: &Field<'_, Text<'_>>, found: &Field<'_, Text<'_>>, at: &Trail<'_>) {
        self.field(sent, found, at, |sent, found| is_same_url(sent, found));
    }

    /// Compares words; `null` in the session stands for `default`.
    fn word<T: Copy + Into<&'static str>>(
        &mut self,
        sent: Option<&'static str>,
        default: Option<&'static str>,
        found: &Field<'_, Word<'_, T>>,
        at: &Trail<'_>,
    ) {
        match (sent, found) {
            (Some(_), Field::Null) if sent != default => self.add(DifferenceKind::Missing, at),
            (Some(sent), Field::Value(found)) if found.as_str() != sent => self.add(DifferenceKind::Other, at),
            _ => {}
        }
    }

    /// A subscription has no amount of its own in newer answers, but the items that it charges.
    fn amount(&mut self, request: &Asked<'_>, session: &CheckoutSession<'_>, at: &Trail<'_>) {
        let is_subscription = request.flow == Some("subscription");
        if is_subscription && matches!(session.amount, Field::Null) {
            return;
        }
        let amount = if request.amount.is_absent() { total(request) } else { request.amount.value().copied() };
        self.value(&amount.map_or(Field::Absent, Field::Value), &session.amount, at);
    }

    /// Version 1 takes a currency in lower case, which its model keeps as malformed.
    fn currency(&mut self, sent: &Field<'_, Currency>, found: &Field<'_, Word<'_, Currency>>, at: &Trail<'_>) {
        let sent: Field<'_, Cow<'_, str>> = match sent {
            Field::Value(currency) => Field::Value(Cow::Borrowed((*currency).into())),
            Field::Malformed(json) => json.string().map_or(Field::Absent, Field::Value),
            _ => Field::Absent,
        };
        self.field(&sent, found, at, |sent, found| sent.eq_ignore_ascii_case(found.as_str()));
    }

    /// Compares the id of the customer with that of the session's, which may have come as an id alone.
    fn customer(&mut self, sent: Option<&str>, found: &Field<'_, Customer<'_>>, at: &Trail<'_>) {
        let Some(sent) = sent else { return };
        match found {
            Field::Null => self.add(DifferenceKind::Missing, at),
            Field::Malformed(json) if json.string().is_some_and(|id| id != sent) => self.add(DifferenceKind::Other, at),
            Field::Value(customer) => self.value(&Text::from(sent).into(), &customer.id, &at.name("id")),
            _ => {}
        }
    }

    fn items<'a>(
        &mut self,
        sent: &Field<'_, Vec<Field<'_, request::LineItem<'a>>>>,
        found: &Field<'_, Vec<Field<'_, LineItem<'a>>>>,
        at: &Trail<'_>,
    ) {
        if sent.value().is_none_or(Vec::is_empty) {
            return;
        }
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
        self.currency(&sent.currency, &found.currency, &member("currency"));
        self.value(&sent.unit_amount, &found.unit_amount, &member("unit_amount"));
        self.field(&sent.product_data, &found.product_data, &member("product_data"), |_, _| true);
        if let (Some(sent), Some(found)) = (sent.product_data.value(), found.product_data.value()) {
            let at = member("product_data");
            self.value(&sent.name, &found.name, &at.name("name"));
            self.url(&sent.image_url, &found.image_url, &at.name("image_url"));
        }
        self.value(&sent.product, &found.product, &member("product"));
    }

    /// What was sent must be there; what was not may be.
    fn metadata(&mut self, sent: &Field<'_, Metadata<'_>>, found: &Field<'_, Metadata<'_>>, at: &Trail<'_>) {
        if sent.value().is_none_or(|sent| sent.iter().all(|(_, value)| value.is_null())) {
            return;
        }
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
                Some((_, found)) if !is_same_metadata(value, found) => self.add(DifferenceKind::Other, &at),
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
        if sent.value().is_none_or(Vec::is_empty) {
            return;
        }
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

/// The same URL, where an empty path may be written `/`.
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

/// The same second, as answers leave out fractions. A text that is no time is taken for any.
fn is_same_time(sent: &str, found: &str) -> bool {
    let seconds = |text: &str| {
        let time = Expiry::of_date_time(text).or_else(|| Expiry::of_date(text))?;
        Some(time.instant.seconds())
    };
    match (seconds(sent), seconds(found)) {
        (Some(sent), Some(found)) => sent == found,
        _ => true,
    }
}

/// The same value, where a number may have become its string.
fn is_same_metadata(sent: &Json<'_>, found: &Json<'_>) -> bool {
    let is_number_of = |number: &Json<'_>, text: &Json<'_>| {
        let text = text.string().filter(|_| number.kind() == JsonType::Number);
        text.is_some_and(|text| Json::parse(&text).is_ok_and(|other| number.is_same(&other)))
    };
    sent.is_same(found) || is_number_of(sent, found) || is_number_of(found, sent)
}

/// What the items of a request come to, if each has a quantity and a price.
fn total(request: &Asked<'_>) -> Option<Integer> {
    let subtotal = |item: &Field<'_, request::LineItem<'_>>| {
        let item = item.value()?;
        item.quantity.value()?.get().checked_mul(item.price_data.value()?.unit_amount.value()?.get())
    };
    let items = request.line_items.value().filter(|items| !items.is_empty())?;
    let total = items.iter().map(subtotal).try_fold(0_i64, |sum, subtotal| sum.checked_add(subtotal?))?;
    Integer::new(total)
}
