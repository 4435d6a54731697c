//! Answers of Fintoc: the checkout session, and the events about it.
//!
//! [`parse_checkout_session`] and [`parse_event`] read them leniently, so that a program continues to work when Fintoc
//! adds or changes something. A string that an open enum does not have is [kept](crate::OpenEnum), and so is an unknown
//! field. `null` is accepted wherever a value may be missing. A value of another type than documented is `None`, with a
//! warning in the report beside the answer and the value in its raw JSON. Only an answer that cannot be used at all is
//! an error. serde's `Deserialize`, on the other hand, is strict about types.
//!
//! ```
//! use fintoc_preflight::{Options, Timestamp, session::{EventData, EventType, Status, parse_event}};
//!
//! let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
//! let event = parse_event(
//!     r#"{
//!         "id": "evt_1", "object": "event", "type": "checkout_session.finished",
//!         "data": {"id": "cs_1", "object": "checkout_session", "status": "finished", "amount": 350000}
//!     }"#,
//!     &options,
//! )?
//! .value;
//! assert_eq!(event.r#type, Some(EventType::CheckoutSessionFinished.into()));
//! let Some(EventData::CheckoutSession(session)) = event.data else { unreachable!() };
//! assert_eq!(session.status, Some(Status::Finished.into()));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod checkout_session;
mod compare;
mod compared;
mod event;
mod known;
mod parse;
mod payment_intent;
mod vocabulary;

pub use checkout_session::{CheckoutSession, Customer, LineItem, PaymentResource, PriceData, SetupIntent};
pub use compare::{Comparison, Difference, DifferenceKind};
pub use event::{Event, EventData};
pub use parse::{Parsed, checkout_session_json, compare_json, event_json, parse_checkout_session, parse_event};
pub use payment_intent::{Account, PaymentIntent};
pub use vocabulary::{EventType, Mode, PaymentStatus, SetupStatus, Status};
