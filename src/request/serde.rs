//! Implements serde's traits for the requests.

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Error as _, Serialize, Serializer};

use super::{CheckoutSessionRequest, CheckoutSessionRequestV1, Field, Value};
use crate::tape::Tape;

/// Serializes the members that [`to_json`](CheckoutSessionRequest::to_json) writes.
impl Serialize for CheckoutSessionRequest<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(&self.to_json(), serializer)
    }
}

/// Deserializes any object. Malformed fields are no error here; they are reported when the request is validated.
impl<'de> Deserialize<'de> for CheckoutSessionRequest<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize::<CheckoutSessionRequest<'_>, D>(&to_text(deserializer)?)
    }
}

/// Serializes the members that [`to_json`](CheckoutSessionRequestV1::to_json) writes.
impl Serialize for CheckoutSessionRequestV1<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(&self.to_json(), serializer)
    }
}

/// Deserializes any object. Malformed fields are no error here; they are reported when the request is validated.
impl<'de> Deserialize<'de> for CheckoutSessionRequestV1<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize::<CheckoutSessionRequestV1<'_>, D>(&to_text(deserializer)?)
    }
}

pub(crate) fn serialize<S: Serializer>(json: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serde_transcode::transcode(&mut serde_json::Deserializer::from_str(json), serializer).map_err(S::Error::custom)
}

/// Transcodes the input of a deserializer to JSON text, and keeps repeated names.
fn to_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let mut text = Vec::new();
    serde_transcode::transcode(deserializer, &mut serde_json::Serializer::new(&mut text)).map_err(D::Error::custom)?;
    String::from_utf8(text).map_err(D::Error::custom)
}

fn deserialize<'a, 'de, T: Value<'a>, D: Deserializer<'de>>(text: &'a str) -> Result<T::Owned, D::Error> {
    let tape = Tape::read(text, &T::TYPE).map_err(D::Error::custom)?;
    match tape.typed::<T>() {
        Field::Value(request) => Ok(request.into_owned()),
        _ => Err(D::Error::custom("a request is an object")),
    }
}
