use std::borrow::Cow;
use std::fmt;

use super::compared::{Compared, ComparedCustomer, Item, Price};
use crate::enums::as_str;
use crate::enums::strum::IntoStaticStr;
use crate::expires_at::ExpiresAt;
use crate::json::{JsonType, Raw, Writer};
use crate::report::messages::Locale;
use crate::report::{Path, PathRef};
use crate::request::{Cursor, Integer, Metadata, Schema, Text};
use crate::sort;
use crate::tape::{Entry, Slot, Tape};

/// A value that a request asked for and the session does not have.
///
/// [`Display`](fmt::Display) writes its path and one sentence, which contains neither of the values.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, session::compare_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let differences = compare_json(r#"{"amount": 350000}"#, r#"{"id": "cs_1", "amount": 350}"#, &options)?.differences;
/// assert_eq!(differences[0].to_string(), "amount: the session has another value than the request.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The path in the session.
    pub path: Path,
    /// The kind of difference.
    pub kind: DifferenceKind,
}

/// The way in which a session differs from a request.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, session::{DifferenceKind, compare_json}};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let comparison = compare_json(r#"{"amount": 350000}"#, r#"{"id": "cs_1", "amount": null}"#, &options)?;
/// assert_eq!(comparison.differences[0].kind, DifferenceKind::Missing);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
pub enum DifferenceKind {
    /// The request has a value, and the session has `null`.
    Missing,
    /// The session has another value than the request.
    Other,
}

as_str!(DifferenceKind);

impl Difference {
    /// Returns one sentence, which contains neither of the values.
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
/// use fintoc_preflight::{Options, Timestamp, session::compare_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let comparison = compare_json(r#"{"amount": 350000}"#, r#"{"id": "cs_1", "amount": 350000}"#, &options)?;
/// assert!(comparison.matches());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// The differences, in the order of the session's fields.
    pub differences: Vec<Difference>,
    /// The number of differences beyond [`Options::max_violations`](crate::Options::max_violations), which are not listed.
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
    /// use fintoc_preflight::{Locale, Options, Timestamp, session::compare_json};
    ///
    /// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
    /// let comparison = compare_json("{}", r#"{"id": "cs_1"}"#, &options)?;
    /// assert_eq!(comparison.to_json(Locale::En), r#"{"matches":true,"differences":[]}"#);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
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

/// Compares two JSON texts, as the modules for JavaScript do, which have no typed values.
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
    fn session(&mut self, sent: Cursor<'_, Compared>, found: Cursor<'_, Compared>) {
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
        sent: Cursor<'_, Text>,
        found: Cursor<'_, Text>,
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
    fn word(&mut self, sent: Cursor<'_, Text>, default: &str, found: Cursor<'_, Text>, at: &PathRef<'_>) {
        if text(sent) != Some(default) || found.is_present() {
            self.text(sent, found, str::eq, at);
        }
    }

    fn currency(&mut self, sent: Cursor<'_, Text>, found: Cursor<'_, Text>, at: &PathRef<'_>) {
        self.text(sent, found, str::eq_ignore_ascii_case, at);
    }

    /// Compares the amounts. Newer answers have none in a subscription, which charges its items.
    fn amount(&mut self, sent: Cursor<'_, Compared>, found: Cursor<'_, Compared>, at: &PathRef<'_>) {
        if text(sent.flow()) == Some("subscription") && found.amount().is_absent() {
            return;
        }
        let amount = if sent.amount().is_absent() { total(sent.line_items()) } else { sent.amount().value() };
        self.integer(amount, found.amount(), at);
    }

    /// Compares the id that was sent with the session's customer: an object, or an id alone.
    fn customer(&mut self, sent: Cursor<'_, ComparedCustomer>, found: Cursor<'_, ComparedCustomer>, at: &PathRef<'_>) {
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

    fn items<'a>(&mut self, sent: Cursor<'a, Items>, found: Cursor<'a, Items>, at: &PathRef<'_>) {
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

    fn item(&mut self, sent: Cursor<'_, Item>, found: Cursor<'_, Item>, at: &PathRef<'_>) {
        self.integer(sent.quantity().value(), found.quantity(), &at.name("quantity"));
        if sent.price_data().is_object() {
            self.price_data(sent.price_data(), found.price_data(), &at.name("price_data"));
        }
        self.text(sent.price(), found.price(), str::eq, &at.name("price"));
    }

    fn price_data(&mut self, sent: Cursor<'_, Price>, found: Cursor<'_, Price>, at: &PathRef<'_>) {
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
    fn metadata<'a>(&mut self, sent: Cursor<'a, Metadata>, found: Cursor<'a, Metadata>, at: &PathRef<'_>) {
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
                Some(found) if !is_same_metadata(entry.value, found.value) => {
                    self.add(DifferenceKind::Other, &at);
                }
                Some(_) => {}
            }
        }
    }

    fn types<'a>(&mut self, sent: Cursor<'a, Texts>, found: Cursor<'a, Texts>, at: &PathRef<'_>) {
        let sent = set(sent.elements().filter_map(Cursor::<Text>::value));
        if !sent.is_empty() {
            self.field(found.slot(), sent == set(found.elements().filter_map(Cursor::<Text>::value)), at);
        }
    }
}

type Items = Vec<Item>;

type Texts = Vec<Text>;

fn text(at: Cursor<'_, Text>) -> Option<&str> {
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
        (authority, rest.strip_prefix('/').unwrap_or(rest))
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
fn is_same_metadata(sent: Raw<'_>, found: Raw<'_>) -> bool {
    let is_number_of = |number: Raw<'_>, text: Raw<'_>| {
        let text = text.string().filter(|_| number.kind() == JsonType::Number);
        text.is_some_and(|text| Raw::parse(&text).is_ok_and(|other| number.is_same(other)))
    };
    sent.is_same(found) || is_number_of(sent, found) || is_number_of(found, sent)
}

/// Returns the total of the items; `None` if there are none, if one has no quantity or price, or on overflow.
fn total(items: Cursor<'_, Items>) -> Option<i64> {
    let mut items = items.elements().peekable();
    items.peek()?;
    items.try_fold(0_i64, |sum, item| {
        sum.checked_add(item.quantity().value()?.checked_mul(item.price_data().unit_amount().value()?)?)
    })
}
