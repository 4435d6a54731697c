//! The signature of a webhook, which proves that Fintoc sent the notification, and when.
//!
//! Fintoc signs each webhook with the secret of its endpoint, in the header `Fintoc-Signature`:
//!
//! ```text
//! t=1768305600,v1=1b2410a4f97bc64afb254348adbca11de43f83bf65477e29160e7c930d7b4f2f
//!   |             |
//!   |             HMAC-SHA256, with the secret as its key, of t, a dot and the body; in lower-case hexadecimal
//!   seconds since 1970-01-01T00:00:00Z
//! ```
//!
//! ```
//! use fintoc_preflight::{Timestamp, webhook};
//!
//! let body = br#"{"type": "checkout_session.finished"}"#; // the raw bytes, before anything parses them
//! let header = "t=1768305600,v1=1b2410a4f97bc64afb254348adbca11de43f83bf65477e29160e7c930d7b4f2f";
//! let now: Timestamp = "2026-01-13T12:00:30Z".parse()?;
//!
//! webhook::verify_signature(body, header, "whsec_example", now, webhook::TOLERANCE)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::time::Duration;

use base16ct::lower::encode_string;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use thiserror::Error;

use crate::json::MAX_SAFE_INTEGER;
use crate::timestamp::Timestamp;

/// The tolerance of Fintoc's own clients: five minutes between the time of a signature and now, in either direction.
pub const TOLERANCE: Duration = Duration::from_secs(5 * 60);

/// The maximum length of a header that is parsed, in bytes; Fintoc's has about 80.
const MAX_HEADER_BYTES: usize = 4096;

/// The reason why a webhook must not be trusted.
///
/// ```
/// use fintoc_preflight::{Timestamp, webhook::{SignatureError, TOLERANCE, verify_signature}};
///
/// let now: Timestamp = "2026-01-13T12:00:00Z".parse()?;
/// let verify = |header| verify_signature(b"{}", header, "whsec_example", now, TOLERANCE);
/// assert_eq!(verify("v1=5f"), Err(SignatureError::MalformedHeader));
/// assert_eq!(verify("t=1768300000,v1=5f"), Err(SignatureError::OutsideTolerance));
/// assert_eq!(verify("t=1768305600,v1=5f"), Err(SignatureError::Mismatch));
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SignatureError {
    /// The secret is empty: anyone could sign with it.
    #[error("the secret is empty")]
    EmptySecret,
    /// The header is not `t=…,v1=…` with a time in seconds and at least one signature, or is over 4096 bytes.
    #[error("the header Fintoc-Signature is not of the form t=<seconds>,v1=<signature>")]
    MalformedHeader,
    /// The time of the signature differs from now by more than the tolerance: an old webhook, sent again by an
    /// attacker, or a wrong clock.
    #[error("the time of the signature is outside the tolerance")]
    OutsideTolerance,
    /// No signature matches this time and body with this secret.
    #[error("the signature does not fit the body and the secret")]
    Mismatch,
}

/// Verifies that someone who knows the secret signed the body, at a time within `tolerance` of `now`.
///
/// `header` is the value of `Fintoc-Signature`. [`Duration::MAX`] accepts any time. A webhook is verified if both
/// official clients, for Node and for Python, accept it. Where they differ, the stricter one counts: the client for
/// Python accepts any time in the future, an empty secret, and a tolerance of 0 as none; the client for Node accepts
/// text after the time or the signature, and parts of the header that are not pairs. Unlike both, this accepts any of
/// several `v1` and not only the last, so that a secret can be rotated; and it refuses a header over 4096 bytes.
///
/// # Errors
///
/// The first of these that applies:
///
/// - [`EmptySecret`](SignatureError::EmptySecret): `secret` is `""`, with which anyone could sign
/// - [`MalformedHeader`](SignatureError::MalformedHeader): `v1=1b24…` has no time, `t=1768305600` no signature,
///   `t=now,v1=1b24…` no number, `t=1768305600,v1` no pair; or the header is over 4096 bytes
/// - [`OutsideTolerance`](SignatureError::OutsideTolerance): with [`TOLERANCE`], `t` is 301 seconds before or after
///   `now`
/// - [`Mismatch`](SignatureError::Mismatch): the body was changed, or signed with another secret
pub fn verify_signature(
    body: &[u8],
    header: &str,
    secret: &str,
    now: Timestamp,
    tolerance: Duration,
) -> Result<(), SignatureError> {
    if secret.is_empty() {
        return Err(SignatureError::EmptySecret);
    }
    let Header { seconds, signatures } = Header::parse(header).ok_or(SignatureError::MalformedHeader)?;
    if Duration::from_secs(now.seconds().abs_diff(seconds)) > tolerance {
        return Err(SignatureError::OutsideTolerance);
    }
    let expected = sign(body, seconds, secret)?;
    let fits = |signature: &&str| expected.as_bytes().ct_eq(signature.as_bytes()).into();
    signatures.iter().any(fits).then_some(()).ok_or(SignatureError::Mismatch)
}

/// The parsed header.
struct Header<'a> {
    seconds: i64,
    signatures: Vec<&'a str>,
}

impl<'a> Header<'a> {
    /// Parses pairs of a name and a value. Of several `t`, the last counts; other names are reserved for future
    /// schemes.
    fn parse(text: &'a str) -> Option<Self> {
        if text.len() > MAX_HEADER_BYTES {
            return None;
        }
        let mut seconds = None;
        let mut signatures = Vec::new();
        for pair in text.split(',') {
            match pair.split_once('=')? {
                ("t", value) => seconds = Some(value),
                ("v1", value) => signatures.push(value),
                _ => {}
            }
        }
        let seconds = parse_seconds(seconds?)?;
        (!signatures.is_empty()).then_some(Self { seconds, signatures })
    }
}

/// Parses seconds since 1970-01-01T00:00:00Z. Like both official clients, accepts blanks around the number, a plus sign
/// and leading zeros.
fn parse_seconds(text: &str) -> Option<i64> {
    let seconds: u64 = text.trim_matches([' ', '\t']).parse().ok()?;
    i64::try_from(seconds).ok().filter(|seconds| *seconds <= MAX_SAFE_INTEGER)
}

/// Returns the signature in the form of the header: lower-case hexadecimal.
fn sign(body: &[u8], seconds: i64, secret: &str) -> Result<String, SignatureError> {
    // HMAC accepts a key of any length, so this does not fail.
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(|_| SignatureError::EmptySecret)?;
    mac.update(format!("{seconds}.").as_bytes());
    mac.update(body);
    Ok(encode_string(&mac.finalize().into_bytes()))
}
