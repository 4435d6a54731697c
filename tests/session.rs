//! What comes back: sessions and events.

use std::fs;
use std::path::Path;

use fintoc_preflight::request::{AccountType, IntoOwned};
use fintoc_preflight::session::{
    CheckoutSession, Event, EventType, Open, PaymentStatus, SessionStatus, parse_checkout_session, parse_event,
};
use fintoc_preflight::{Field, Options, Report, Rule, Setting};

const SESSION: &str = r#"{
    "id": "cs_1", "object": "checkout_session", "amount": 9990, "business_profile": {}, "currency": "CLP",
    "cancel_url": "https://merchant.com/cancel", "created_at": "2026-01-13T18:48:25Z", "customer_email": null,
    "customer": {"id": "cus_1", "object": "customer", "email": "", "metadata": {}, "name": "Ana", "tax_id": null},
    "flow": "payment", "line_items": null, "metadata": {"order": "1"}, "mode": "test", "payment_method": null,
    "payment_method_types": ["bank_transfer"], "payment_resource": {"payment_intent": {
        "id": "pi_1", "amount": 9990, "status": "succeeded", "sender_account": {"holder_id": "11.111.111-1",
        "institution_id": "cl_banco_estado", "number": "813990168", "type": "checking_account"}}},
    "status": "finished", "session_token": null, "ui_mode": "hosted", "updated_at": "2026-01-13T18:48:25Z"
}"#;

fn options() -> Options {
    Options::new("2026-01-13T12:00:00Z".parse().unwrap())
}

/// Options under which a warning is an error.
fn strict() -> Options {
    Options { strict: true, ..options() }
}

fn refused<T>(parsed: Result<T, Report>) -> Vec<(Rule, String)> {
    let report = parsed.err().expect("a report");
    report.errors.iter().map(|error| (error.rule(), error.param())).collect()
}

#[test]
fn a_session_is_typed() {
    let session = parse_checkout_session(SESSION, &strict()).unwrap();
    assert_eq!(session.amount.value().map(|amount| amount.get()), Some(9990));
    assert_eq!(session.status.value(), Some(&Open::Known(SessionStatus::Finished)));
    assert_eq!(session.line_items, Field::Null);
    assert_eq!(session.subscription, Field::Absent);
    let payment = session.payment_resource.value().and_then(|resource| resource.payment_intent.value()).unwrap();
    assert_eq!(payment.status.value().and_then(Open::known), Some(&PaymentStatus::Succeeded));
    let account = payment.sender_account.value().unwrap();
    assert_eq!(account.r#type.value().and_then(Open::known), Some(&AccountType::CheckingAccount));
}

#[test]
fn words_and_names_that_are_not_known_are_kept() {
    let body =
        r#"{"id": "cs_1", "status": "asleep", "currency": "USD", "colour": {"a": [1]}, "customer": {"vip": true}}"#;
    let session: CheckoutSession<'static> = parse_checkout_session(body, &strict()).unwrap().into_owned();
    assert_eq!(session.status.value(), Some(&Open::Other("asleep".into())));
    assert_eq!(session.currency.value(), Some(&Open::Other("USD".into())));
    let extra: Vec<(&str, &str)> = session.extra.iter().map(|(name, value)| (name, value.as_str())).collect();
    assert_eq!(extra, [("colour", r#"{"a": [1]}"#)]);
    assert_eq!(session.customer.value().unwrap().extra.iter().count(), 1);
}

#[test]
fn every_problem_is_reported_at_once() {
    let body = r#"{"amount": "9990", "metadata": [], "customer": {"tax_id": {"value": 7}}, "payment_method_types": [null], "flow": 1, "flow": 2}"#;
    let found = refused(parse_checkout_session(body, &options()));
    let expected = [
        (Rule::Required, "id"),
        (Rule::Type, "amount"),
        (Rule::Type, "customer.tax_id.value"),
        (Rule::DuplicateKey, "flow"),
        (Rule::Type, "flow"),
        (Rule::Type, "metadata"),
        (Rule::Type, "payment_method_types[0]"),
    ];
    assert_eq!(found, expected.map(|(rule, param)| (rule, param.to_owned())));
}

#[test]
fn a_body_that_is_no_object_is_refused_whatever_the_levels_are() {
    assert_eq!(refused(parse_checkout_session("[", &options())), [(Rule::JsonSyntax, String::new())]);
    for body in ["null", "[]", "7"] {
        assert_eq!(refused(parse_checkout_session(body, &options())), [(Rule::Type, String::new())]);
        let levels = options().levels.with(Rule::Type, Setting::Allow).unwrap();
        assert!(parse_checkout_session(body, &Options { levels, ..options() }).is_err());
    }
    let short = Options { max_bytes: 1, ..options() };
    assert_eq!(refused(parse_event("{}", &short)), [(Rule::BodySize, String::new())]);
}

#[test]
fn an_event_is_told_apart_by_its_type() {
    let event =
        |word: &str| format!(r#"{{"id": "evt_1", "object": "event", "type": "{word}", "data": {{"id": "x_1"}}}}"#);
    for (word, r#type) in [
        ("checkout_session.finished", EventType::CheckoutSessionFinished),
        ("checkout_session.expired", EventType::CheckoutSessionExpired),
    ] {
        let body = event(word);
        let Ok(Event::Session(event)) = parse_event(&body, &strict()) else { panic!("{word}") };
        assert_eq!(event.r#type.value(), Some(&Open::Known(r#type)));
        assert_eq!(event.data.value().unwrap().id, "x_1".into());
    }
    for (word, r#type) in [
        ("payment_intent.succeeded", EventType::PaymentIntentSucceeded),
        ("payment_intent.failed", EventType::PaymentIntentFailed),
        ("payment_intent.requires_action", EventType::PaymentIntentRequiresAction),
    ] {
        let body = event(word);
        let Ok(Event::Payment(event)) = parse_event(&body, &strict()) else { panic!("{word}") };
        assert_eq!(event.r#type.value(), Some(&Open::Known(r#type)));
        assert_eq!(event.data.value().unwrap().id, "x_1".into());
    }
    let body = event("refund.succeeded");
    let Ok(Event::Other(event)) = parse_event(&body, &strict()) else { panic!("not another event") };
    assert_eq!(event.r#type.value(), Some(&Open::Other("refund.succeeded".into())));
    assert_eq!(event.data.value().unwrap().json().as_str(), r#"{"id": "x_1"}"#);
}

#[test]
fn the_problems_of_an_event_are_those_of_what_it_tells_of() {
    let body = r#"{"type": "payment_intent.failed", "data": {"amount": 1.5}}"#;
    assert_eq!(
        refused(parse_event(body, &options())),
        [(Rule::Required, "id".to_owned()), (Rule::Type, "data.amount".to_owned())]
    );
    let nothing = ["id", "type", "data"].map(|name| (Rule::Required, name.to_owned()));
    assert_eq!(refused(parse_event("{}", &options())), nothing);
}

/// The examples of Fintoc's documents, where these are beside the repository; e-mail addresses are blotted out in them.
#[test]
fn the_examples_of_the_documents_have_no_problem() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if !folder.is_dir() {
        return;
    }
    let examples = |name: &str| -> Vec<String> {
        let page = fs::read_to_string(folder.join(name)).unwrap().replace("[email protected]", "ana@example.com");
        let answers = objects(&page).filter(|object| object.contains("\"object\": \"checkout_session\""));
        answers.map(str::to_owned).collect()
    };
    let of_object = examples("object.txt");
    assert_eq!(of_object.len(), 1);
    let (events, sessions): (Vec<String>, Vec<String>) =
        examples("guide.txt").into_iter().partition(|object| object.contains("\"object\": \"event\""));
    assert!(!events.is_empty() && !sessions.is_empty());
    for session in of_object.iter().chain(&sessions) {
        let parsed = parse_checkout_session(session, &strict()).unwrap();
        assert!(parsed.status.value().unwrap().known().is_some());
    }
    for event in &events {
        assert!(matches!(parse_event(event, &strict()), Ok(Event::Session(_))));
    }
}

/// The JSON objects of a page, each of which begins and ends a line.
fn objects(page: &str) -> impl Iterator<Item = &str> {
    page.match_indices("\n{\n").filter_map(|(start, _)| {
        let rest = page[start..].trim_start();
        rest.find("\n}\n").map(|end| &rest[..end + 2])
    })
}
