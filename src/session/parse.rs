//! Reads answers of Fintoc, and reports differences from the documentation.

use std::fmt;
use std::str::from_utf8;

use serde_json::Value;

use super::compare::{Comparison, compare_texts};
use super::known::write_known;
use super::{CheckoutSession, Event, EventData, PaymentIntent, SetupIntent};
use crate::error_code::ErrorCode;
use crate::json::JsonType;
use crate::options::{LevelOverride, Levels, Options};
use crate::report::{BodyKind, Level, Path, Report, Rule, Segment, Violation, ViolationKind};
use crate::request::{CheckoutSessionRequest, CheckoutSessionRequestV1, Cursor, FromSlot, Schema, Text};
use crate::rules::shape::{Shape, need};
use crate::rules::{Context, Diagnostic, Diagnostics};
use crate::tape::{Entry, Slot, SlotId, Tape, Type};
use crate::validate::assemble::{Assembler, report_unreadable};
use crate::validate::{Request, read, to_json};
use crate::version::Version;

/// An answer, with a report of its differences from the documentation.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, session::{Parsed, parse_checkout_session}};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let text = r#"{"id": "cs_1", "object": "checkout_session", "status": "created", "amount": "350000"}"#;
/// let Parsed { value: session, report, raw, .. } = parse_checkout_session(text, &options)?;
/// assert_eq!(session.amount, None); // not an integer
/// assert_eq!(raw["amount"], "350000");
/// assert_eq!(report.to_string(), "warning[type] amount: amount is documented as an integer, but is a string.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parsed<T> {
    /// The answer. A value of another type than documented is `None`, and an element of another type is left out.
    pub value: T,
    /// The differences from the documentation, as warnings. It has no errors.
    pub report: Report,
    /// The answer as it was received. Of a repeated name it has the last value, where `value` has the first.
    pub raw: Value,
}

/// Writes the structure of the answer and the report, but no value.
impl<T: fmt::Debug> fmt::Debug for Parsed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parsed").field("value", &self.value).field("report", &self.report).finish_non_exhaustive()
    }
}

impl Parsed<CheckoutSession> {
    /// Returns every difference between the session and its request of either version, in the order of the session's
    /// fields.
    ///
    /// Compares `amount`, `cancel_url`, `currency`, the id of `customer`, `customer_email`, `expires_at`, `flow`,
    /// `line_items`, `metadata`, `payment_method_types`, `save_payment_method`, `success_url` and `ui_mode`, and no other
    /// field.
    ///
    /// - A value that the request omits, or sends empty (`{}`, `[]`), matches anything in the session.
    /// - A name that the session does not have is unknown, and no difference. `null` is one ([`Missing`]), except for the
    ///   defaults `"payment"` and `"disabled"`, and the `amount` of a subscription.
    /// - A malformed value in the session is no difference, except for the id of a customer in place of the customer.
    /// - `amount`: if the request has none, the session's must be the total of the items.
    /// - URLs: `https://merchant.com` equals `https://merchant.com/`. E-mail addresses and currencies ignore case.
    /// - `expires_at`: the same second, in any offset. A text that is not a date-time with an offset is not compared.
    /// - `metadata`: the session must have every entry sent, and may have more. A number equals its string.
    /// - `payment_method_types`: in any order.
    ///
    /// Lists at most [`Options::MAX_VIOLATIONS`] differences, and counts the others.
    ///
    /// [`Missing`]: super::DifferenceKind::Missing
    ///
    /// ```
    /// use fintoc_preflight::{CheckoutSessionRequest, Currency, Options, Timestamp, session::parse_checkout_session};
    ///
    /// let request = CheckoutSessionRequest::payment(350_000, Currency::Clp).build();
    /// let text = r#"{"id": "cs_1", "object": "checkout_session", "status": "created", "amount": 350000}"#;
    /// let session = parse_checkout_session(text, &Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?))?;
    /// assert!(session.compare(&request).matches());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn compare<R: Request>(&self, request: &R) -> Comparison {
        compare_texts(&to_json(request), &self.raw.to_string(), Options::MAX_VIOLATIONS)
    }
}

impl Parsed<Event> {
    /// Compares the session of the event with its request, as [`Parsed::compare`] does; `None` if the event is not of a
    /// session.
    #[must_use]
    pub fn compare<R: Request>(&self, request: &R) -> Option<Comparison> {
        match self.value.data {
            Some(EventData::CheckoutSession(_)) => {
                let session = self.raw.get("data")?;
                Some(compare_texts(&to_json(request), &session.to_string(), Options::MAX_VIOLATIONS))
            }
            _ => None,
        }
    }
}

/// Reads a checkout session, as the API returns it.
///
/// Differences from the documentation are warnings in the report beside the session. Of the options, only `locale`,
/// `max_bytes`, `max_violations` and `strict` apply.
///
/// # Errors
///
/// The report, if the answer cannot be used:
///
/// - `{"id": "cs_1", `: not JSON, or over `max_bytes`
/// - `[]`: not an object
/// - `{"error": {…}}`: an error of the API, reported only at `error`, with [`BodyKind::ApiError`]
/// - `{"object": "checkout_session"}`: `id` is missing, or not a string
/// - `{"id": "cus_1", "object": "customer"}`: another object
///
/// With `strict`, a value that is of another type than documented, missing or repeated is an error too.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, session::parse_checkout_session};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = parse_checkout_session(r#"{"id": "cs_1", "object": "customer", "amount": "350000"}"#, &options).unwrap_err();
/// let params = |violations: &[fintoc_preflight::Violation]| violations.iter().map(|it| it.param()).collect::<Vec<_>>();
/// assert_eq!(params(&report.errors), ["object"]);
/// assert_eq!(params(&report.warnings), ["amount", "status"]);
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
pub fn parse_checkout_session(body: impl AsRef<[u8]>, options: &Options) -> Result<Parsed<CheckoutSession>, Report> {
    let body = body.as_ref();
    let Reading { tape, report, .. } = read_answer::<CheckoutSession>(body, options)?;
    typed(body, &tape, report)
}

/// Reads an event, the body of a webhook. Verify its signature first.
///
/// Differences from the documentation are warnings in the report beside the event. Of the options, only `locale`,
/// `max_bytes`, `max_violations` and `strict` apply.
///
/// # Errors
///
/// The report, if the event cannot be used:
///
/// - `{"id": "evt_1", `: not JSON, or over `max_bytes`
/// - `[]`: not an object
/// - `{"error": {…}}`: an error of the API, reported only at `error`, with [`BodyKind::ApiError`]
/// - `{"object": "event"}`: `id` is missing, or not a string
/// - `{"id": "cs_1", "object": "checkout_session"}`: another object
///
/// With `strict`, a value that is of another type than documented, missing or repeated is an error too, in `data` as
/// well.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, session::{EventData, parse_event}};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let text = r#"{
///     "id": "evt_1", "object": "event", "type": "payment_intent.failed",
///     "data": {"id": "pi_1", "object": "payment_intent", "status": "failed", "reference_id": 7, "customer": "cus_1"}
/// }"#;
/// let event = parse_event(text, &options)?;
/// let Some(EventData::PaymentIntent(payment)) = event.value.data else { unreachable!() };
/// assert_eq!(payment.status, Some("failed".into()));
/// let params: Vec<String> = event.report.warnings.iter().map(|violation| violation.param()).collect();
/// assert_eq!(params, ["data.customer", "data.reference_id"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn parse_event(body: impl AsRef<[u8]>, options: &Options) -> Result<Parsed<Event>, Report> {
    let body = body.as_ref();
    let Reading { tape, data, report } = read_answer::<Event>(body, options)?;
    let mut parsed = typed::<Event>(body, &tape, report)?;
    if let Some(data) = data.and_then(|data| data.typed()) {
        parsed.value.data = Some(data);
    }
    Ok(parsed)
}

/// Compares the text of a request with that of its session, as [`Parsed::compare`] does.
///
/// Of the options, only `version` (of the request), `locale`, `max_bytes` and `max_violations` apply.
///
/// # Errors
///
/// The report of the request, if it is not JSON (`{"amount": `), not an object (`[]`), or has a field of another type
/// than documented (`{"amount": "1000"}`); the other rules are not checked again. Otherwise the report of the session,
/// if it cannot be used, such as `{"object": "checkout_session"}` without an `id`.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, Version, session::compare_json};
///
/// let now: Timestamp = "2026-01-13T12:00:00Z".parse()?;
/// let options = Options::new(now).version(Version::V1);
/// let request = r#"{"amount": 1000, "currency": "clp", "customer": {"email": "ana@example.com"}}"#;
/// let session = r#"{"id": "cs_1", "object": "checkout_session", "amount": 1000, "currency": "CLP"}"#;
/// assert!(compare_json(request, session, &options)?.matches());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compare_json(
    request: impl AsRef<[u8]>,
    session: impl AsRef<[u8]>,
    options: &Options,
) -> Result<Comparison, Report> {
    let (request, session) = (request.as_ref(), session.as_ref());
    let request = request_text(request, options)?;
    read_answer::<CheckoutSession>(session, &Options { strict: false, ..options.clone() })?;
    Ok(compare_texts(request, from_utf8(session).unwrap_or_default(), options.max_violations))
}

/// Returns the text of a request after checking only that its values are of the types of their fields.
fn request_text<'a>(body: &'a [u8], options: &Options) -> Result<&'a str, Report> {
    let levels = set(&[(Rule::EmptyString, LevelOverride::Allow), (Rule::UnknownField, LevelOverride::Allow)]);
    let options = &Options { levels, ..options.clone() };
    let r#type = match options.version {
        Version::V1 => &CheckoutSessionRequestV1::TYPE,
        Version::V2 => &CheckoutSessionRequest::TYPE,
    };
    let tape = read(body, r#type, options.max_bytes).map_err(|kind| report_unreadable(kind, options))?;
    let level = |diagnostic: &Diagnostic| options.level_of(Rule::from(&diagnostic.kind));
    let assembler = Assembler::new(&tape, r#type, options, &level);
    let mut diagnostics = Diagnostics::new(&assembler);
    let session = Context::of(options.version, &tape, options.now);
    Shape::new(Some(&session), &tape, &mut diagnostics).check(r#type);
    let report = assembler.report(diagnostics.into_list());
    if report.is_valid() { Ok(from_utf8(body).unwrap_or_default()) } else { Err(report) }
}

/// Reads a checkout session as [`parse_checkout_session`] does, and returns it as JSON text for programs in other
/// languages: `{"value":…,"report":…}`.
///
/// The value conforms to the documented types: it is the session without its malformed values, and with the first value
/// of each repeated name.
///
/// # Errors
///
/// The report, for the same answers as [`parse_checkout_session`].
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, session::checkout_session_json};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let text = r#"{"id": "cs_1", "object": "checkout_session", "status": "created", "amount": "350000"}"#;
/// let json = checkout_session_json(text, &options)?;
/// assert!(json.starts_with(r#"{"value":{"id":"cs_1","object":"checkout_session","status":"created"},"report":{"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn checkout_session_json(body: impl AsRef<[u8]>, options: &Options) -> Result<String, Report> {
    text_of::<CheckoutSession>(body.as_ref(), options)
}

/// Reads an event as [`parse_event`] does, and returns it as JSON text, as [`checkout_session_json`] does.
///
/// # Errors
///
/// The report, for the same answers as [`parse_event`].
pub fn event_json(body: impl AsRef<[u8]>, options: &Options) -> Result<String, Report> {
    text_of::<Event>(body.as_ref(), options)
}

fn text_of<T: Answer>(body: &[u8], options: &Options) -> Result<String, Report> {
    read_answer::<T>(body, options).map(|reading| reading.text(&T::TYPE))
}

/// An answer that can be used, with its report.
struct Reading<'a> {
    tape: Tape<'a>,
    /// The data of an event, if its type is known.
    data: Option<Data<'a>>,
    report: Report,
}

impl Reading<'_> {
    fn text(&self, r#type: &Type) -> String {
        let mut text = String::from("{\"value\":");
        let data = self.data.as_ref().map(|data| (&data.tape, data.kind.r#type()));
        write_known(&self.tape, r#type, data, &mut text);
        text.push_str(",\"report\":");
        self.report.write_json(&mut text);
        text.push('}');
        text
    }
}

/// The data of an event on a tape of its own: its schema is known only after the event was read.
struct Data<'a> {
    kind: Kind,
    tape: Tape<'a>,
}

/// The type of an event's data.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    CheckoutSession,
    PaymentIntent,
}

impl Kind {
    /// Returns the kind with this `object`, if there is one.
    fn of(object: &str) -> Option<Self> {
        match object {
            "checkout_session" => Some(Self::CheckoutSession),
            "payment_intent" => Some(Self::PaymentIntent),
            _ => None,
        }
    }

    const fn r#type(self) -> &'static Type {
        match self {
            Self::CheckoutSession => &CheckoutSession::TYPE,
            Self::PaymentIntent => &PaymentIntent::TYPE,
        }
    }

    /// Returns the allowed values of `object`.
    const fn objects(self) -> &'static [&'static str] {
        match self {
            Self::CheckoutSession => &["checkout_session"],
            Self::PaymentIntent => &["payment_intent"],
        }
    }
}

impl<'a> Data<'a> {
    fn read(kind: Kind, text: &'a str) -> Option<Self> {
        Some(Self { kind, tape: Tape::read(text, kind.r#type()).ok()? })
    }

    fn object(&self) -> Cursor<'_, Text> {
        match self.kind {
            Kind::CheckoutSession => self.tape.body::<CheckoutSession>().object(),
            Kind::PaymentIntent => self.tape.body::<PaymentIntent>().object(),
        }
    }

    fn typed(&self) -> Option<EventData> {
        match self.kind {
            Kind::CheckoutSession => self.tape.typed::<CheckoutSession>().map(EventData::from),
            Kind::PaymentIntent => self.tape.typed::<PaymentIntent>().map(EventData::from),
        }
    }
}

/// A whole body that Fintoc sends.
trait Answer: Schema + Sized {
    const BODY: BodyKind;

    /// The allowed values of `object`.
    const OBJECTS: &'static [&'static str];

    /// True if the answer has an id.
    fn has_id(answer: Cursor<'_, Self>) -> bool;

    /// Returns the slots of `id` and `object`.
    fn identity(answer: Cursor<'_, Self>) -> [SlotId; 2];

    /// Checks the rules beyond the shape.
    fn check(answer: Cursor<'_, Self>, diagnostics: &mut Diagnostics);

    /// Reads and checks the data of an answer whose type depends on the answer itself. By default, there is none.
    fn data<'a>(_: &Tape<'a>, _: &Options) -> (Option<Data<'a>>, Report) {
        (None, Report::default())
    }
}

impl Answer for CheckoutSession {
    const BODY: BodyKind = BodyKind::Session;

    const OBJECTS: &'static [&'static str] = Kind::CheckoutSession.objects();

    fn has_id(session: Cursor<'_, Self>) -> bool {
        session.id().is_present()
    }

    fn identity(session: Cursor<'_, Self>) -> [SlotId; 2] {
        [session.id().slot_id(), session.object().slot_id()]
    }

    fn check(session: Cursor<'_, Self>, diagnostics: &mut Diagnostics) {
        check_session(session, Self::OBJECTS, diagnostics);
    }
}

impl Answer for Event {
    const BODY: BodyKind = BodyKind::Event;

    const OBJECTS: &'static [&'static str] = &["event"];

    fn has_id(event: Cursor<'_, Self>) -> bool {
        event.id().is_present()
    }

    fn identity(event: Cursor<'_, Self>) -> [SlotId; 2] {
        [event.id().slot_id(), event.object().slot_id()]
    }

    fn check(event: Cursor<'_, Self>, diagnostics: &mut Diagnostics) {
        need(event.id(), diagnostics);
        need(event.r#type(), diagnostics);
        need(event.data(), diagnostics);
        check_object(event.object(), Self::OBJECTS, diagnostics);
    }

    fn data<'a>(tape: &Tape<'a>, options: &Options) -> (Option<Data<'a>>, Report) {
        let event = tape.body::<Self>();
        let of_type = tape.text(event.r#type().slot()).and_then(|r#type| r#type.split('.').next()).and_then(Kind::of);
        let position = Self::NAMES.iter().position(|name| *name == "data").unwrap_or_default();
        let data = tape.object(tape.slot(SlotId::BODY)).and_then(|(_, fields)| fields.get(position));
        match data {
            Some(Slot::Any(data)) => read_data(data.text(), of_type, options),
            _ => (None, Report::default()),
        }
    }
}

/// Reads the data of an event as the type of its `object` or, if there is none, as the type in the event's `type`.
fn read_data<'a>(text: &'a str, of_type: Option<Kind>, options: &Options) -> (Option<Data<'a>>, Report) {
    let mut data = Data::read(of_type.unwrap_or(Kind::CheckoutSession), text);
    let kind = data.as_ref().and_then(|data| data.object().value().map_or(of_type, Kind::of));
    if kind.is_some() && kind != data.as_ref().map(|data| data.kind) {
        // Dropped first: a tape can take fifty times the memory of its text.
        drop(data);
        data = kind.and_then(|kind| Data::read(kind, text));
    }
    let Some(data) = data else { return (None, Report::default()) };
    let level = |diagnostic: &Diagnostic| options.level_of(Rule::from(&diagnostic.kind));
    let assembler = Assembler::new(&data.tape, data.kind.r#type(), options, &level);
    let mut diagnostics = Diagnostics::new(&assembler);
    let objects = of_type.or(kind).map(Kind::objects).unwrap_or_default();
    if kind.is_none() {
        check_object(data.object(), objects, &mut diagnostics);
    } else {
        Shape::new(None, &data.tape, &mut diagnostics).check(data.kind.r#type());
        match data.kind {
            Kind::CheckoutSession => check_session(data.tape.body(), objects, &mut diagnostics),
            Kind::PaymentIntent => check_payment(data.tape.body(), objects, &mut diagnostics),
        }
    }
    let report = assembler.report(diagnostics.into_list()).within("data");
    (kind.map(|_| data), report)
}

fn check_session(
    session: Cursor<'_, CheckoutSession>,
    objects: &'static [&'static str],
    diagnostics: &mut Diagnostics,
) {
    need(session.id(), diagnostics);
    need(session.status(), diagnostics);
    check_object(session.object(), objects, diagnostics);
    let payment = session.payment_resource().payment_intent();
    if payment.is_object() {
        check_payment(payment, Kind::PaymentIntent.objects(), diagnostics);
    }
    let setup: Cursor<'_, SetupIntent> = session.setup_intent();
    if setup.is_object() {
        need(setup.id(), diagnostics);
        need(setup.status(), diagnostics);
        check_object(setup.object(), &["setup_intent"], diagnostics);
    }
}

fn check_payment(payment: Cursor<'_, PaymentIntent>, objects: &'static [&'static str], diagnostics: &mut Diagnostics) {
    need(payment.id(), diagnostics);
    need(payment.status(), diagnostics);
    check_object(payment.object(), objects, diagnostics);
}

/// Checks `required` and `enum` for the field `object`. Any value passes if `objects` is empty.
fn check_object(object: Cursor<'_, Text>, objects: &'static [&'static str], diagnostics: &mut Diagnostics) {
    if objects.is_empty() {
        return;
    }
    need(object, diagnostics);
    if object.value().is_some_and(|name| !objects.contains(&name)) {
        diagnostics.push(other_object(objects), object);
    }
}

const fn other_object(objects: &'static [&'static str]) -> ViolationKind {
    ViolationKind::Enum { allowed: objects, code: ErrorCode::InvalidEnum, suggestion: None }
}

/// Reads an answer, and fails if it cannot be used.
fn read_answer<'a, A: Answer>(body: &'a [u8], options: &Options) -> Result<Reading<'a>, Report> {
    let options = &lenient(options);
    let tape =
        read(body, &A::TYPE, options.max_bytes).map_err(|kind| in_body(A::BODY, report_unreadable(kind, options)))?;
    if is_api_error::<A>(&tape) {
        return Err(api_error(A::OBJECTS, options));
    }
    let identity = A::identity(tape.body());
    let level = |diagnostic: &Diagnostic| {
        let level = options.level_of(Rule::from(&diagnostic.kind));
        level.map(|level| if is_fatal(diagnostic, identity) { Level::Error } else { level })
    };
    let assembler = Assembler::new(&tape, &A::TYPE, options, &level);
    let mut diagnostics = Diagnostics::new(&assembler);
    Shape::new(None, &tape, &mut diagnostics).check(&A::TYPE);
    let mut data = None;
    let mut rest = Report::default();
    if tape.body::<A>().is_object() {
        A::check(tape.body(), &mut diagnostics);
        (data, rest) = A::data(&tape, options);
    }
    let mut report = assembler.report(diagnostics.into_list());
    report.errors.extend(rest.errors);
    report.warnings.extend(rest.warnings);
    report.omitted.errors = report.omitted.errors.saturating_add(rest.omitted.errors);
    report.omitted.warnings = report.omitted.warnings.saturating_add(rest.omitted.warnings);
    let report = in_body(A::BODY, report).bounded(options.max_violations);
    if report.is_valid() { Ok(Reading { tape, data, report }) } else { Err(report) }
}

/// Sets the kind of body of the violations that have none yet.
#[inline(never)] // Each type of answer would contain two copies.
fn in_body(body: BodyKind, mut report: Report) -> Report {
    for violation in report.errors.iter_mut().chain(&mut report.warnings) {
        if violation.body == BodyKind::Request {
            violation.body = body;
        }
    }
    report
}

fn typed<A: FromSlot>(body: &[u8], tape: &Tape<'_>, report: Report) -> Result<Parsed<A>, Report> {
    match tape.typed() {
        Some(value) => Ok(Parsed { value, report, raw: serde_json::from_slice(body).unwrap_or_default() }),
        None => Err(report),
    }
}

/// True for `{"error": {…}}` without an id.
fn is_api_error<A: Answer>(tape: &Tape<'_>) -> bool {
    let body = tape.body::<A>();
    let is_error = |entry: Entry<'_, '_>| entry.name == "error" && entry.value.kind() == JsonType::Object;
    !A::has_id(body) && body.unknown().any(is_error)
}

fn api_error(objects: &'static [&'static str], options: &Options) -> Report {
    let path = Path::from_iter([Segment::from("error")]);
    let violation = Violation { level: Level::Error, path, kind: other_object(objects), body: BodyKind::ApiError };
    Report { errors: vec![violation], locale: options.locale, ..Report::default() }
}

/// True if a violation makes an answer unusable: at the body itself, its `id` or its `object`.
fn is_fatal(diagnostic: &Diagnostic, [id, object]: [SlotId; 2]) -> bool {
    let (is_id, is_object) = (diagnostic.slot == id, diagnostic.slot == object);
    match diagnostic.kind {
        _ if diagnostic.slot == SlotId::BODY => true,
        ViolationKind::Type { .. } => is_id || is_object,
        ViolationKind::Required => is_id,
        ViolationKind::Enum { .. } => is_object,
        _ => false,
    }
}

/// Returns the options for a body that Fintoc writes: strings may be empty, unknown fields are not reported, and any
/// other difference from the documentation is a warning.
fn lenient(options: &Options) -> Options {
    let levels = set(&[
        (Rule::EmptyString, LevelOverride::Allow),
        (Rule::UnknownField, LevelOverride::Allow),
        (Rule::Type, LevelOverride::Warn),
        (Rule::DuplicateKey, LevelOverride::Warn),
        (Rule::Required, LevelOverride::Warn),
        (Rule::Enum, LevelOverride::Warn),
    ]);
    Options { levels, ..options.clone() }
}

/// Returns levels with these overrides. None of the rules may be fixed.
fn set(settings: &[(Rule, LevelOverride)]) -> Levels {
    settings
        .iter()
        .fold(Levels::default(), |levels, (rule, setting)| levels.clone().with(*rule, *setting).unwrap_or(levels))
}
