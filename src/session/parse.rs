//! From text to what Fintoc sent, or to a report of what is wrong with it.

use super::{CheckoutSession, Event, EventData, EventType, PaymentIntent, Word};
#[cfg(feature = "wasm-session")]
use super::{Comparison, compare_session};
use crate::catalogue::Rule;
use crate::document::{At, Document};
use crate::findings::{Findings, report_of};
use crate::options::Options;
use crate::problem::Problem;
use crate::report::{Code, Report};
#[cfg(feature = "wasm-session")]
use crate::request::CheckoutSessionRequest;
use crate::request::{Field, Text, Value};
use crate::rules::shape::{Shape, need};
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
    /// Judges what a shape cannot say.
    fn check(answer: At<'_, Self>, findings: &mut Findings);

    /// Reads and judges what can be read only now that the rest is known.
    fn complete(&mut self, _: &Options) -> Report {
        Report::default()
    }
}

impl<'a> Answer<'a> for CheckoutSession<'a> {
    fn check(session: At<'_, Self>, findings: &mut Findings) {
        need(session.id(), findings);
        need(session.status(), findings);
        check_object(session.object(), &["checkout_session"], findings);
        let payment = session.payment_resource().payment_intent();
        if payment.is_object() {
            PaymentIntent::check(payment, findings);
        }
    }
}

#[cfg(feature = "wasm-session")]
impl<'a> Answer<'a> for CheckoutSessionRequest<'a> {
    fn check(_: At<'_, Self>, _: &mut Findings) {}
}

impl<'a> Answer<'a> for PaymentIntent<'a> {
    fn check(payment: At<'_, Self>, findings: &mut Findings) {
        need(payment.id(), findings);
        need(payment.status(), findings);
        check_object(payment.object(), &["payment_intent"], findings);
    }
}

impl<'a> Answer<'a> for Event<'a> {
    fn check(event: At<'_, Self>, findings: &mut Findings) {
        need(event.id(), findings);
        need(event.r#type(), findings);
        need(event.data(), findings);
        check_object(event.object(), &["event"], findings);
    }

    /// Reads what the event happened to again: its type may stand after it.
    fn complete(&mut self, options: &Options) -> Report {
        let data = (self.r#type.value(), self.data.value());
        let (Some(Word::Known(r#type)), Some(EventData::Other(object))) = data else { return Report::default() };
        let Some(text) = object.json().borrowed() else { return Report::default() };
        let (data, report) = match r#type {
            EventType::CheckoutSessionFinished | EventType::CheckoutSessionExpired => {
                read_data::<CheckoutSession<'a>>(text, options)
            }
            EventType::PaymentIntentSucceeded
            | EventType::PaymentIntentFailed
            | EventType::PaymentIntentRequiresAction => read_data::<PaymentIntent<'a>>(text, options),
        };
        if let Some(data) = data {
            self.data = data.into();
        }
        report.within("data")
    }
}

/// Reads and judges the text of an object, which has been read as such before.
fn read_data<'a, A: Answer<'a> + Into<EventData<'a>>>(
    text: &'a str,
    options: &Options,
) -> (Option<EventData<'a>>, Report) {
    match Document::read(text, &A::TYPE) {
        Ok(document) => {
            let (answer, report) = judge::<A>(&document, options);
            (answer.map(A::into), report)
        }
        Err(_) => (None, Report::default()),
    }
}

/// `required` and `enum`: an object says which of the API's it is.
fn check_object<'a>(object: At<'a, Text<'a>>, values: &'static [&'static str], findings: &mut Findings) {
    need(object, findings);
    if object.value().is_some_and(|name| !values.contains(&name)) {
        findings.add(Problem::Enum { values, code: Code::InvalidEnum, suggestion: None }, object);
    }
}

fn parse<'a, A: Answer<'a>>(body: &'a [u8], options: &Options) -> Result<A, Report> {
    let document = read(body, &A::TYPE, options.max_bytes).map_err(|problem| report_of(problem, options))?;
    let (answer, report) = judge::<A>(&document, options);
    answer.filter(|_| report.is_valid()).ok_or(report)
}

fn judge<'a, A: Answer<'a>>(document: &Document<'a>, options: &Options) -> (Option<A>, Report) {
    let mut findings = Findings::default();
    Shape { session: None, document, findings: &mut findings }.check(&A::TYPE);
    let mut answer = None;
    if let Field::Value(value) = document.typed::<A>() {
        A::check(document.body(), &mut findings);
        answer = Some(value);
    }
    let mut report = findings.report(document, &A::TYPE, options);
    for violations in [&mut report.errors, &mut report.warnings] {
        violations.retain(|violation| !LENIENT.contains(&violation.rule()));
    }
    let rest = answer.as_mut().map(|answer| answer.complete(options)).unwrap_or_default();
    report.errors.extend(rest.errors);
    report.warnings.extend(rest.warnings);
    (answer, report)
}
