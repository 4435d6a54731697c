//! What comes back: the Checkout Session object, and the events that tell of sessions and payments.
//!
//! An answer is taken as it comes: unknown names are kept in `extra`, unknown words in [`Open::Other`], and any field may
//! be `null` or absent, but for those without which an object is not what it says (`id`, and of an event `type` and
//! `data`). What is reported is a body that cannot be read, a name that occurs twice, and a value of another type than the
//! documentation says.

mod event;
mod object;
mod word;

pub use event::{Event, OtherEvent, PaymentEvent, SessionEvent};
pub use object::{
    Account, CheckoutSession, Customer, PaymentIntent, PaymentResource, SessionBankTransfer, SessionMethodOptions,
};
pub use word::{EventType, Mode, Open, PaymentStatus, SessionStatus};

use crate::catalogue::Rule;
use crate::options::{Levels, Options, Setting};
use crate::path::Place;
use crate::problem::Problem;
use crate::report::{Findings, Report};
use crate::request::{Field, Value};
use crate::validate::{judge_shape, read};

/// Reads a Checkout Session object.
///
/// # Errors
///
/// The report, when it holds an error.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, session::{SessionStatus, parse_checkout_session}};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let session = parse_checkout_session(r#"{"id": "cs_1", "status": "finished", "colour": "red"}"#, &options)?;
/// assert_eq!(session.status.value().and_then(|status| status.known()), Some(&SessionStatus::Finished));
/// assert_eq!(session.extra.iter().next().map(|(name, _)| name), Some("colour"));
///
/// let report = parse_checkout_session(r#"{"amount": "350000"}"#, &options).unwrap_err();
/// assert_eq!(report.errors.len(), 2); // amount is no integer, and there is no id
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn parse_checkout_session<'a>(
    body: &'a (impl AsRef<[u8]> + ?Sized),
    options: &Options,
) -> Result<CheckoutSession<'a>, Report> {
    parse(body.as_ref(), options, |session: &CheckoutSession<'_>| {
        vec![(CheckoutSession::NAMES, "id", session.id.is_present())]
    })
}

/// Reads an event.
///
/// # Errors
///
/// The report, when it holds an error.
pub fn parse_event<'a>(body: &'a (impl AsRef<[u8]> + ?Sized), options: &Options) -> Result<Event<'a>, Report> {
    let body = body.as_ref();
    match type_of(body, options) {
        Some(EventType::CheckoutSessionFinished | EventType::CheckoutSessionExpired) => {
            parse(body, options, |event: &SessionEvent<'_>| {
                let needed = [event.id.is_present(), event.r#type.is_present(), event.data.is_present()];
                needed_of_event(SessionEvent::NAMES, needed)
            })
            .map(Event::Session)
        }
        Some(
            EventType::PaymentIntentSucceeded | EventType::PaymentIntentFailed | EventType::PaymentIntentRequiresAction,
        ) => parse(body, options, |event: &PaymentEvent<'_>| {
            let needed = [event.id.is_present(), event.r#type.is_present(), event.data.is_present()];
            needed_of_event(PaymentEvent::NAMES, needed)
        })
        .map(Event::Payment),
        None => parse(body, options, |event: &OtherEvent<'_>| {
            let needed = [event.id.is_present(), event.r#type.is_present(), event.data.is_present()];
            needed_of_event(OtherEvent::NAMES, needed)
        })
        .map(Event::Other),
    }
}

/// A field that an object needs: the names of the object, its own, and whether it is present.
type Needed = (&'static [&'static str], &'static str, bool);

fn needed_of_event(names: &'static [&'static str], [id, r#type, data]: [bool; 3]) -> Vec<Needed> {
    vec![(names, "id", id), (names, "type", r#type), (names, "data", data)]
}

/// What an event tells, if that is known.
fn type_of(body: &[u8], options: &Options) -> Option<EventType> {
    let mut event = Field::<OtherEvent<'_>>::Absent;
    read(body, &mut event, options.max_bytes).ok()?;
    event.value()?.r#type.value()?.known().copied()
}

fn parse<'a, T: Value<'a>>(body: &'a [u8], options: &Options, needed: impl Fn(&T) -> Vec<Needed>) -> Result<T, Report> {
    let mut answer = Field::Absent;
    let mut findings = Findings::default();
    match read(body, &mut answer, options.max_bytes) {
        Ok(()) => {
            judge_shape(&answer, options.version, &mut findings);
            let needed = answer.value().map(needed).unwrap_or_default();
            for (names, name, _) in needed.into_iter().filter(|(.., is_present)| !is_present) {
                findings.add(Problem::Required, &Place::BODY.member(names, name));
            }
        }
        Err(problem) => findings.add(problem, &Place::BODY),
    }
    let report = findings.report(&Options { levels: of_answers(&options.levels), ..options.clone() });
    match answer {
        Field::Value(answer) if report.is_valid() => Ok(answer),
        _ => Err(report),
    }
}

/// The levels of a caller, without what only a request must keep.
fn of_answers(levels: &Levels) -> Levels {
    [Rule::EmptyString, Rule::UnknownField]
        .into_iter()
        .fold(levels.clone(), |levels, rule| levels.clone().with(rule, Setting::Allow).unwrap_or(levels))
}
