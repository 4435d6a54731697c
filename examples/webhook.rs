//! Handles webhooks as a server does: verifies, acknowledges and processes them:
//! `cargo run --features webhook --example webhook`.

use fintoc_preflight::session::{EventData, Parsed, PaymentStatus, parse_event};
use fintoc_preflight::webhook::{TOLERANCE, verify_signature};
use fintoc_preflight::{Options, ParseTimestampError, Timestamp};

const SECRET: &str = "whsec_example";

/// An event in which three fields are not of their documented types: `customer` is an id, `reference_id` a number, and
/// `metadata` an empty array.
pub(crate) const EVENT: &str = r#"{"id":"evt_1","object":"event","type":"payment_intent.succeeded","data":{"id":"pi_1","object":"payment_intent","status":"succeeded","amount":350000,"currency":"CLP","customer":"cus_1","reference_id":31415,"metadata":[]}}"#;

pub(crate) const SIGNATURE: &str = "t=1768305600,v1=9b28cbd2050ed8ae4369f0ea2051fe976b4bb444d232607e16858db0b1ad93ba";

fn main() -> Result<(), ParseTimestampError> {
    let now: Timestamp = "2026-01-13T12:00:30Z".parse()?;
    for (body, signature) in [(EVENT, SIGNATURE), (EVENT, "t=1768305600,v1=00")] {
        let (status, lines) = handle(body.as_bytes(), signature, now);
        println!("{status}\n  {}", lines.join("\n  "));
    }
    Ok(())
}

/// Returns the status of the answer, and the lines that a server would write to its log.
pub(crate) fn handle(body: &[u8], signature: &str, now: Timestamp) -> (u16, Vec<String>) {
    if let Err(error) = verify_signature(body, signature, SECRET, now, TOLERANCE) {
        return (400, vec![format!("refuse: {error}")]);
    }
    // From here on the answer is 200: the event is Fintoc's, and sending it again would not change it.
    let Parsed { value: event, report, .. } = match parse_event(body, &Options::new(now)) {
        Ok(parsed) => parsed,
        Err(report) => return (200, vec![format!("keep the body, and look at it later: {report}")]),
    };
    let mut lines: Vec<String> = report.warnings.iter().map(|warning| format!("log: {}", warning.param())).collect();
    lines.push(match event.data {
        Some(EventData::PaymentIntent(payment)) => match (payment.id, payment.status) {
            (Some(id), Some(status)) if status == PaymentStatus::Succeeded => format!("confirm the order of {id}"),
            (Some(id), Some(status)) => format!("note that {id} is {status}"),
            _ => "ask the API for the payment".to_owned(),
        },
        _ => "nothing to do".to_owned(),
    });
    (200, lines)
}
