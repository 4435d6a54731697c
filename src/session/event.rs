use super::word::Open;
use super::{CheckoutSession, EventType, PaymentIntent};
use crate::request::object::object;
use crate::request::{AnyObject, IntoOwned, Text};

object! {
    /// An event that tells of a session.
    ///
    /// Source: guide, `checkout_session.finished`.
    pub struct SessionEvent: open {
        /// The id, `evt_…`.
        pub id: Text<'a>,
        /// What the object is: `event`.
        pub object: Text<'a>,
        /// What the event tells.
        pub r#type as "type": Open<'a, EventType>,
        /// The session.
        pub data: CheckoutSession<'a>,
    }
}

object! {
    /// An event that tells of a payment.
    ///
    /// Source: guide, the table of events.
    pub struct PaymentEvent: open {
        /// The id, `evt_…`.
        pub id: Text<'a>,
        /// What the object is: `event`.
        pub object: Text<'a>,
        /// What the event tells.
        pub r#type as "type": Open<'a, EventType>,
        /// The payment.
        pub data: PaymentIntent<'a>,
    }
}

object! {
    /// An event of a type that is not known.
    pub struct OtherEvent: open {
        /// The id, `evt_…`.
        pub id: Text<'a>,
        /// What the object is: `event`.
        pub object: Text<'a>,
        /// What the event tells.
        pub r#type as "type": Open<'a, EventType>,
        /// What it tells of.
        pub data: AnyObject<'a>,
    }
}

/// An event, by what it tells of.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, session::{Event, parse_event}};
///
/// let body = r#"{"id": "evt_1", "object": "event", "type": "payment_intent.failed", "data": {"id": "pi_1"}}"#;
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let Event::Payment(event) = parse_event(body, &options)? else { unreachable!() };
/// assert_eq!(event.data.value().and_then(|payment| payment.id.value()).map(AsRef::as_ref), Some("pi_1"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "events are not kept by the thousand")]
pub enum Event<'a> {
    /// `checkout_session.finished` and `checkout_session.expired`.
    Session(SessionEvent<'a>),
    /// `payment_intent.succeeded`, `payment_intent.failed` and `payment_intent.requires_action`.
    Payment(PaymentEvent<'a>),
    /// One of a type that is not known.
    Other(OtherEvent<'a>),
}

impl IntoOwned for Event<'_> {
    type Owned = Event<'static>;

    fn into_owned(self) -> Self::Owned {
        match self {
            Self::Session(event) => Event::Session(event.into_owned()),
            Self::Payment(event) => Event::Payment(event.into_owned()),
            Self::Other(event) => Event::Other(event.into_owned()),
        }
    }
}
