use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::{CheckoutSession, EventType, Mode, PaymentIntent};
use crate::request::object::object;
use crate::request::{AnyObject, FromSlot, Metadata, OpenEnum, Schema, Structure};
use crate::tape::{Expected, Slot, Tape};

object! {
    /// An event, the body of a webhook.
    ///
    /// Source: guide, "Complete the payment on your backend".
    ///
    /// ```
    /// use fintoc_preflight::{Options, Timestamp, session::{EventData, parse_event}};
    ///
    /// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
    /// let text = r#"{"id": "evt_1", "object": "event", "type": "something.else", "data": {"id": "x_1"}}"#;
    /// let event = parse_event(text, &options)?.value;
    /// assert!(matches!(event.data, Some(EventData::Other(_))));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Event: answer {
        /// The id, `evt_…`. Always present.
        pub id: String,
        /// `event`.
        pub object: String,
        /// The type: what happened.
        pub r#type as "type": OpenEnum<EventType>,
        /// The mode: live, or test without real money.
        pub mode: OpenEnum<Mode>,
        /// The time of the event: a date-time in UTC.
        pub created_at: String,
        /// The object that it happened to.
        pub data: EventData,
    }
}

/// The object of an event. Its own `object` field determines the variant or, in [`parse_event`](super::parse_event), if
/// it has none, the type of the event.
///
/// ```
/// use fintoc_preflight::session::{CheckoutSession, EventData};
///
/// let data = EventData::from(CheckoutSession::default());
/// assert!(matches!(data, EventData::CheckoutSession(_)));
/// ```
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum EventData {
    /// A session, `checkout_session`.
    CheckoutSession(Box<CheckoutSession>),
    /// A payment, `payment_intent`.
    PaymentIntent(Box<PaymentIntent>),
    /// Any other object.
    Other(Map<String, Value>),
}

impl Structure for EventData {
    fn structure(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CheckoutSession(session) => write!(f, "{session:?}"),
            Self::PaymentIntent(payment) => write!(f, "{payment:?}"),
            Self::Other(object) => object.structure(f),
        }
    }
}

/// Writes the structure, but no value.
impl fmt::Debug for EventData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.structure(f)
    }
}

impl From<CheckoutSession> for EventData {
    fn from(session: CheckoutSession) -> Self {
        Self::CheckoutSession(Box::new(session))
    }
}

impl From<PaymentIntent> for EventData {
    fn from(payment: PaymentIntent) -> Self {
        Self::PaymentIntent(Box::new(payment))
    }
}

impl<'de> Deserialize<'de> for EventData {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let object = Map::deserialize(deserializer)?;
        let data = match object.get("object").and_then(Value::as_str) {
            Some("checkout_session") => CheckoutSession::deserialize(Value::Object(object)).map(Self::from),
            Some("payment_intent") => PaymentIntent::deserialize(Value::Object(object)).map(Self::from),
            _ => Ok(Self::Other(object)),
        };
        data.map_err(serde::de::Error::custom)
    }
}

impl Schema for EventData {
    const EXPECTED: Expected = AnyObject::EXPECTED;
}

impl FromSlot for EventData {
    fn from_slot(slot: &Slot<'_>, tape: &Tape<'_>) -> Option<Self> {
        Metadata::from_slot(slot, tape).map(Self::Other)
    }
}
