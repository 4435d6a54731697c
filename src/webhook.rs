//! The signature of a webhook: whether a notification comes from Fintoc, and just now.
//!
//! Fintoc signs each webhook with the secret of its endpoint, in the header `Fintoc-Signature: t=…,v1=…`. `t` is the
//! time in seconds since 1970, and `v1` the HMAC-SHA256 of `t`, a dot and the body, in hexadecimal.
//!
//! ```
//! use fintoc_preflight::{Timestamp, webhook};
//!
//! let body = br#"{"type": "checkout_session.finished"}"#; // the bytes as they came, before anything parses them
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

/// How far from now the time of a signature may be, in Fintoc's own clients: five minutes.
pub const TOLERANCE: Duration = Duration::from_mins(5);

/// The longest header that is read; Fintoc's has some 80 bytes.
const MAX_HEADER_BYTES: usize = 4096;

/// Why a webhook is not to be trusted.
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
    /// The header is not `t=…,v1=…`, with a time in seconds and at least one signature, or it is over 4096 bytes.
    #[error("the header Fintoc-Signature is not of the form t=<seconds>,v1=<signature>")]
    MalformedHeader,
    /// The time of the signature is further from now than the tolerance: an old webhook, sent again by somebody else,
    /// or a clock that is wrong.
    #[error("the time of the signature is outside the tolerance")]
    OutsideTolerance,
    /// No signature is that of this time and body with this secret.
    #[error("the signature does not fit the body and the secret")]
    Mismatch,
}

/// Verifies that whoever knows the secret has signed the body, at a time no further from `now` than the tolerance.
///
/// `header` is the value of `Fintoc-Signature`. A webhook is verified when both official clients, for Node and for
/// Python, accept it. Where they differ, the stricter one counts: the client for Python takes any time to come, an
/// empty secret, and a tolerance of 0 for none; the client for Node takes text after the time or the signature, and
/// parts of the header that are no pairs. Unlike both, this takes any of several `v1`, and not only the last, so that a
/// secret can be changed while both are in use; and no header over 4096 bytes. [`Duration::MAX`] accepts any time.
///
/// # Errors
///
/// The first of [`SignatureError`] that holds, in the order in which it lists them.
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

/// What a header says.
struct Header<'a> {
    seconds: i64,
    signatures: Vec<&'a str>,
}

impl<'a> Header<'a> {
    /// Reads pairs of a name and a value; of several `t` the last counts, and other names are for schemes to come.
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

/// Reads a number, with what both official clients take before it: blanks, a plus sign, and zeros.
fn parse_seconds(text: &str) -> Option<i64> {
    let seconds: u64 = text.trim_matches([' ', '\t']).parse().ok()?;
    i64::try_from(seconds).ok().filter(|seconds| *seconds <= MAX_SAFE_INTEGER)
}

/// The signature as it stands in the header.
fn sign(body: &[u8], seconds: i64, secret: &str) -> Result<String, SignatureError> {
    // A key of any length will do, so that this does not fail.
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(|_| SignatureError::EmptySecret)?;
    mac.update(format!("{seconds}.").as_bytes());
    mac.update(body);
    Ok(encode_string(&mac.finalize().into_bytes()))
}
