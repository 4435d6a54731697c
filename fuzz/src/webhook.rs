//! The header of a webhook.

use fintoc_preflight::Timestamp;
use fintoc_preflight::webhook::{TOLERANCE, verify_signature};

const BODY: &[u8] = br#"{"type": "checkout_session.finished"}"#;
const SECRET: &str = "whsec_example";
const SECONDS: i64 = 1_768_305_600;
const SIGNATURE: &str = "1b2410a4f97bc64afb254348adbca11de43f83bf65477e29160e7c930d7b4f2f";

/// Checks a header, in which `$` is the right signature and `@` its time. It is verified exactly if its last time is
/// that of the signature, one of its signatures is right, and nothing in it is no pair.
pub fn check(header: &str) {
    let header = header.replace('$', SIGNATURE).replace('@', "1768305600");
    let now = Timestamp::from_milliseconds(SECONDS * 1000).expect("a time");
    let is_verified = verify_signature(BODY, &header, SECRET, now, TOLERANCE).is_ok();
    assert_eq!(is_verified, expected(&header).is_some(), "{header:?}");
    assert!(verify_signature(b"{}", &header, SECRET, now, TOLERANCE).is_err(), "another body: {header:?}");
    assert!(verify_signature(BODY, &header, "whsec_other", now, TOLERANCE).is_err(), "another secret: {header:?}");
    assert!(verify_signature(BODY, &header, "", now, TOLERANCE).is_err(), "no secret: {header:?}");
}

fn expected(header: &str) -> Option<()> {
    let pairs: Vec<(&str, &str)> = header.split(',').map(|pair| pair.split_once('=')).collect::<Option<_>>()?;
    let time = pairs.iter().rev().find(|(name, _)| *name == "t")?.1.trim_matches(['\t', ' ']);
    let digits = time.strip_prefix('+').unwrap_or(time).trim_start_matches('0');
    let is_signed = pairs.contains(&("v1", SIGNATURE));
    (header.len() <= 4096 && digits == "1768305600" && is_signed).then_some(())
}
