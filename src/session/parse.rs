//! From text to what Fintoc sent, or to a report of what is wrong with it.

use super::{CheckoutSession, Event, EventData, EventType, PaymentIntent, Word};
#[cfg(feature = "wasm-session")]
use super::{Comparison, compare_session};
use crate::catalogue::{Rule, Version};
use crate::document::Document;
use crate::options::Options;
use crate::path::Place;
use crate::problem::Problem;
use crate::report::{Code, Findings, Report};
#[cfg(feature = "wasm-session")]
use crate::request::CheckoutSessionRequest;
use crate::request::{Field, Text, Value};
use crate::rules::shape::Shape;
use crate::validate::read;

/// The rules that an answer may break: what Fintoc writes is not ours to mend.
const LENIENT: [Rule; 2] = [Rule::EmptyString, Rule::UnknownField];

/// Reads a checkout session, as the API answers it.
///
/// Of the options, the language, the levels and the greatest size of a body count here.
///
/// # Errors
///
/// The report, when it holds an error: the text is no JSON, a value is of another type than its field's, a name is
/// repeated, `id` or `status` is missing, or `object` is not `checkout_session`.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, session::parse_checkout_session};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let report = parse_checkout_session(r#"{"id": "cs_1", "object": "customer", "amount": "350000"}"#, &options).unwrap_err();
/// let params: Vec<String> = report.errors.iter().map(|violation| violation.param()).collect();
/// assert_eq!(params, ["object", "amount", "status"]);
/// # Ok::<(), fintoc_preflight::InvalidTimestamp>(())
/// ```
pub fn parse_checkout_session<'a>(
    body: &'a (impl AsRef<[u8]> + ?Sized),
    options: &Options,
) -> Result<CheckoutSession<'a>, Report> {
    parse(body.as_ref(), options)
}

/// Reads an event, the body of a webhook. Verify its signature first.
///
/// Of the options, the language, the levels and the greatest size of a body count here.
///
/// # Errors
///
/// The report, when it holds an error: the text is no JSON, a value is of another type than its field's, a name is
/// repeated, `id`, `type` or `data` is missing, or `object` is not `event`; and likewise for the session or payment in
/// `data`, as the type of the event has it.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, session::parse_event};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let text = r#"{"id": "evt_1", "object": "event", "type": "payment_intent.failed", "data": {"object": "payment_intent"}}"#;
/// let report = parse_event(text, &options).unwrap_err();
/// let params: Vec<String> = report.errors.iter().map(|violation| violation.param()).collect();
/// assert_eq!(params, ["data.id", "data.status"]);
/// # Ok::<(), fintoc_preflight::InvalidTimestamp>(())
/// ```
pub fn parse_event<'a>(body: &'a (impl AsRef<[u8]> + ?Sized), options: &Options) -> Result<Event<'a>, Report> {
    parse(body.as_ref(), options)
}

/// Compares the texts of a request and a session. The request is judged by its shape alone: that it was valid when it was
/// sent is not asked again.
///
/// # Errors
///
/// The report of the request, or else of the session, when it cannot be read whole.
#[cfg(feature = "wasm-session")]
pub(crate) fn compare_texts(request: &[u8], session: &[u8], options: &Options) -> Result<Comparison, Report> {
    let request: CheckoutSessionRequest<'_> = parse(request, options)?;
    let session = parse_checkout_session(session, options)?;
    Ok(compare_session(&request, &session))
}

/// What Fintoc sends: an object of its API, which says what it is.
trait Answer<'a>: Value<'a> {
    /// Judges what a shape cannot say, and completes what cannot be read at once.
    fn check(&mut self, at: &Place<'_>, findings: &mut Findings);
}

impl<'a> Answer<'a> for CheckoutSession<'a> {
    fn check(&mut self, at: &Place<'_>, findings: &mut Findings) {
        let mut need = |present: bool, name| require(present, &at.member(CheckoutSession::NAMES, name), findings);
        need(self.id.is_present(), "id");
        need(self.status.is_present(), "status");
        check_object(&self.object, &["checkout_session"], &at.member(CheckoutSession::NAMES, "object"), findings);
        if let Field::Value(resource) = &mut self.payment_resource
            && let Field::Value(payment) = &mut resource.payment_intent
        {
            let at = at.member(CheckoutSession::NAMES, "payment_resource");
            payment.check(&at.member(super::PaymentResource::NAMES, "payment_intent"), findings);
        }
    }
}

#[cfg(feature = "wasm-session")]
impl<'a> Answer<'a> for CheckoutSessionRequest<'a> {
    fn check(&mut self, _: &Place<'_>, _: &mut Findings) {}
}

impl<'a> Answer<'a> for PaymentIntent<'a> {
    fn check(&mut self, at: &Place<'_>, findings: &mut Findings) {
        let mut need = |present: bool, name| require(present, &at.member(PaymentIntent::NAMES, name), findings);
        need(self.id.is_present(), "id");
        need(self.status.is_present(), "status");
        check_object(&self.object, &["payment_intent"], &at.member(PaymentIntent::NAMES, "object"), findings);
    }
}

impl<'a> Answer<'a> for Event<'a> {
    fn check(&mut self, at: &Place<'_>, findings: &mut Findings) {
        let mut need = |present: bool, name| require(present, &at.member(Event::NAMES, name), findings);
        need(self.id.is_present(), "id");
        need(self.r#type.is_present(), "type");
        need(self.data.is_present(), "data");
        check_object(&self.object, &["event"], &at.member(Event::NAMES, "object"), findings);
        if let Some(data) = read_data(self, &at.member(Event::NAMES, "data"), findings) {
            self.data = data.into();
        }
    }
}

/// Reads what an event happened to again, now that its type is known: the type may stand after it.
fn read_data<'a>(event: &Event<'a>, at: &Place<'_>, findings: &mut Findings) -> Option<EventData<'a>> {
    let (Some(Word::Known(r#type)), Some(EventData::Other(object))) = (event.r#type.value(), event.data.value()) else {
        return None;
    };
    let text = object.json().borrowed()?;
    match r#type {
        EventType::CheckoutSessionFinished | EventType::CheckoutSessionExpired => {
            read_object::<CheckoutSession<'a>>(text, at, findings).map(EventData::from)
        }
        EventType::PaymentIntentSucceeded | EventType::PaymentIntentFailed | EventType::PaymentIntentRequiresAction => {
            read_object::<PaymentIntent<'a>>(text, at, findings).map(EventData::from)
        }
    }
}

/// Reads and judges the text of an object, which has been read as such before.
fn read_object<'a, A: Answer<'a>>(text: &'a str, at: &Place<'_>, findings: &mut Findings) -> Option<A> {
    judge(&Document::read(text, A::TYPE).ok()?, at, findings)
}

/// `required`
fn require(present: bool, at: &Place<'_>, findings: &mut Findings) {
    if !present {
        findings.add(Problem::Required, at);
    }
}

/// `required` and `enum`: an object says which of the API's it is.
fn check_object(
    object: &Field<'_, Text<'_>>,
    values: &'static [&'static str],
    at: &Place<'_>,
    findings: &mut Findings,
) {
    require(object.is_present(), at, findings);
    if let Some(name) = object.value()
        && !values.contains(&name.as_ref())
    {
        findings.add(Problem::Enum { values, code: Code::InvalidEnum, similar: None }, at);
    }
}

fn parse<'a, A: Answer<'a>>(body: &'a [u8], options: &Options) -> Result<A, Report> {
    let mut findings = Findings::default();
    let answer = match read(body, A::TYPE, options.max_bytes) {
        Ok(document) => judge(&document, &Place::BODY, &mut findings),
        Err(problem) => {
            findings.add(problem, &Place::BODY);
            None
        }
    };
    let mut report = findings.report(options);
    for violations in [&mut report.errors, &mut report.warnings] {
        violations.retain(|violation| !LENIENT.contains(&violation.rule()));
    }
    answer.filter(|_| report.is_valid()).ok_or(report)
}

/// Judges what stands at a place, and takes it from its document.
fn judge<'a, A: Answer<'a>>(document: &Document<'a>, at: &Place<'_>, findings: &mut Findings) -> Option<A> {
    Shape { version: Version::V2, document, findings }.check(&A::TYPE, at);
    let Field::Value(mut answer) = document.typed::<A>() else { return None };
    answer.check(at, findings);
    Some(answer)
}
