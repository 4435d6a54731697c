use super::{CheckoutSession, EventType, Mode, OpenEnum, PaymentIntent};
use crate::request::object::object;
use crate::request::view::View;
use crate::request::{AnyObject, IntoOwned, Text, Value};
use crate::tape::Expected;
use crate::tape::{Slot, Tape};
use crate::validate::to_json;

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
    /// assert!(matches!(event.data.value(), Some(EventData::Other(_))));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Event: open {
        /// The id, `evt_…`. Always present.
        pub id: Text<'a>,
        /// `event`.
        pub object: Text<'a>,
        /// The type: what happened.
        pub r#type as "type": OpenEnum<'a, EventType>,
        /// The mode: live, or test without real money.
        pub mode: OpenEnum<'a, Mode>,
        /// The time of the event: a date-time in UTC.
        pub created_at: Text<'a>,
        /// The object that it happened to.
        pub data: EventData<'a>,
    }
}

/// The object of an event. Its own `object` field determines the variant or, if it has none, the type of the event.
///
/// ```
/// use fintoc_preflight::session::{CheckoutSession, EventData};
///
/// let data = EventData::from(CheckoutSession::default());
/// assert!(matches!(data, EventData::CheckoutSession(_)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum EventData<'a> {
    /// A session, `checkout_session`.
    CheckoutSession(Box<CheckoutSession<'a>>),
    /// A payment, `payment_intent`.
    PaymentIntent(Box<PaymentIntent<'a>>),
    /// Any other object.
    Other(AnyObject<'a>),
}

impl<'a> From<CheckoutSession<'a>> for EventData<'a> {
    fn from(session: CheckoutSession<'a>) -> Self {
        Self::CheckoutSession(Box::new(session))
    }
}

impl<'a> From<PaymentIntent<'a>> for EventData<'a> {
    fn from(payment: PaymentIntent<'a>) -> Self {
        Self::PaymentIntent(Box::new(payment))
    }
}

impl Event<'_> {
    /// Returns the JSON text: the fields in the order of the model, then the unknown members.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

impl IntoOwned for EventData<'_> {
    type Owned = EventData<'static>;

    fn into_owned(self) -> Self::Owned {
        match self {
            Self::CheckoutSession(session) => (*session).into_owned().into(),
            Self::PaymentIntent(payment) => (*payment).into_owned().into(),
            Self::Other(object) => EventData::Other(object.into_owned()),
        }
    }
}

impl<'a> Value<'a> for EventData<'a> {
    const EXPECTED: Expected = Expected::Object;

    fn of(slot: &Slot<'a>, tape: &Tape<'a>) -> Option<Self> {
        AnyObject::of(slot, tape).map(Self::Other)
    }

    fn view(&self) -> View<'_, 'a> {
        match self {
            Self::CheckoutSession(session) => session.view(),
            Self::PaymentIntent(payment) => payment.view(),
            Self::Other(object) => object.view(),
        }
    }
}
