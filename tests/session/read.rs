//! Reading of sessions and events.

use std::fs;
use std::path::Path;

use fintoc_preflight::session::{
    Event, EventData, EventType, Parsed, PaymentStatus, SetupStatus, Status, parse_checkout_session, parse_event,
};
use fintoc_preflight::{BodyKind, Locale, OpenEnum, Report};
use serde_json::{Value, json};

use super::{SESSION, event, event_of, found, options, read, session, session_with, strict, with, without_nulls};

#[test]
fn a_session_is_read_whole_and_written_back() {
    let session = session(SESSION);
    assert_eq!(session.status, Some(Status::Finished.into()));
    assert!(session.unknown.is_empty());
    let payment = session.payment_resource.as_ref().unwrap().payment_intent.as_ref().unwrap();
    assert_eq!(payment.status, Some(PaymentStatus::Succeeded.into()));
    assert_eq!(without_nulls(serde_json::to_value(&session).unwrap()), read(SESSION));
    assert_eq!(serde_json::from_str(SESSION).ok(), Some(session));
    assert_eq!(
        parse_checkout_session(SESSION, &options()).unwrap().raw,
        serde_json::from_str::<Value>(SESSION).unwrap()
    );
}

#[test]
fn words_and_fields_that_are_not_known_are_kept() {
    let text = session_with(&json!({
        "status": "paused", "currency": "COP", "flow": "refund", "mode": "", "ui_mode": "popup", "new_field": {"a": [1]},
        "customer": {"id": "", "loyalty": 3}, "payment_method_types": ["card", "wallet"],
    }));
    let session = session(&text);
    assert_eq!(session.status, Some(OpenEnum::Other("paused".into())));
    assert_eq!(session.unknown.keys().collect::<Vec<_>>(), ["new_field"]);
    assert_eq!(without_nulls(serde_json::to_value(&session).unwrap()), read(&text));
    assert_eq!(serde_json::from_str(&text).ok(), Some(session));
}

#[test]
fn null_is_taken_wherever_a_value_may_be_missing() {
    let fields: Value = serde_json::from_str(SESSION).unwrap();
    for name in fields.as_object().unwrap().keys().filter(|name| !["id", "object", "status"].contains(&name.as_str())) {
        let mut without = fields.clone();
        without[name] = Value::Null;
        session(&without.to_string());
        session(&session_with(&json!({ name: null })));
    }
}

#[test]
fn an_answer_that_cannot_be_used_is_an_error() {
    for (body, rules) in [
        ("{", "json-syntax "),
        ("\u{feff}{}", "json-syntax "),
        ("[]", "type "),
        ("null", "type "),
        ("{}", "required id"),
        (r#"{"id": null, "status": 1}"#, "required id"),
        (r#"{"id": 7}"#, "type id"),
        (r#"{"id": "x_1", "object": "customer"}"#, "enum object"),
        (r#"{"id": "x_1", "object": 7}"#, "type object"),
        (r#"{"error": {"type": "invalid_request_error", "code": "x", "message": "y"}}"#, "enum error"),
    ] {
        for options in [options(), options().locale(Locale::Es)] {
            assert_eq!(found(&parse_checkout_session(body, &options).unwrap_err().errors), [rules], "{body}");
            assert_eq!(found(&parse_event(body, &options).unwrap_err().errors), [rules], "{body}");
        }
    }
    let small = options().max_bytes(10);
    assert_eq!(found(&parse_checkout_session(SESSION, &small).unwrap_err().errors), ["body-size "]);
    // An object of another kind, each way.
    let event = event_of("refund.succeeded", &json!({"id": "re_1"}));
    assert_eq!(found(&parse_checkout_session(&event, &options()).unwrap_err().errors), ["enum object"]);
    assert_eq!(found(&parse_event(SESSION, &options()).unwrap_err().errors), ["enum object"]);
}

#[test]
fn messages_name_the_type_of_the_answer() {
    let message = |report: Report| report.errors[0].message(report.locale);
    let es = options().locale(Locale::Es);
    for (body, session_en, event_es) in [
        ("[]", "the session must be an object, but is an array.", "el evento debe ser un objeto, pero es un arreglo."),
        (
            "{",
            "the session is not valid JSON at line 1, column 2: it ends too early.",
            "el evento no es JSON válido en la línea 1, columna 2: termina antes de tiempo.",
        ),
        (
            r#"{"error": {}}"#,
            "this is an error of the API: checkout_session was expected.",
            "esto es un error de la API: se esperaba event.",
        ),
    ] {
        assert_eq!(message(parse_checkout_session(body, &options()).unwrap_err()), session_en);
        assert_eq!(message(parse_event(body, &es).unwrap_err()), event_es);
    }
    let twice = SESSION.replacen('{', r#"{"own": 1, "own": 2,"#, 1);
    let other_object = r#"{"id": "cs_1", "object": "other"}"#;
    for (options, own_name_twice, not_a_session) in [
        (
            options(),
            "a name occurs more than once in the session: the first value counts.",
            "object must be checkout_session.",
        ),
        (
            es.clone(),
            "un nombre aparece más de una vez en la sesión: cuenta el primer valor.",
            "object debe ser checkout_session.",
        ),
    ] {
        let report = parse_checkout_session(&twice, &options).unwrap().report;
        assert_eq!(report.warnings[0].message(options.locale), own_name_twice);
        assert_eq!(message(parse_checkout_session(other_object, &options).unwrap_err()), not_a_session);
    }
    let api_error = parse_checkout_session(r#"{"error": {"message": "secret"}}"#, &options()).unwrap_err();
    assert_eq!(api_error.errors[0].body, BodyKind::ApiError);
    let text = session_with(&json!({"amount": 1.5, "metadata": [], "customer_email": 1}));
    let messages = |options| parse_checkout_session(&text, &options).unwrap().report.to_string();
    assert_eq!(
        messages(options()),
        "warning[type] amount: amount is documented as an integer, but has decimals or is beyond 9007199254740991.\n\
         warning[type] customer_email: customer_email is documented as a string, but is a number.\n\
         warning[type] metadata: metadata is documented as an object, but is an array."
    );
    assert_eq!(
        messages(es),
        "warning[type] amount: amount es un entero según la documentación, pero tiene decimales o pasa de \
         9007199254740991.\n\
         warning[type] customer_email: customer_email es una cadena de texto según la documentación, pero llegó un \
         número.\n\
         warning[type] metadata: metadata es un objeto según la documentación, pero llegó un arreglo."
    );
}

/// Changes that Fintoc may make to its answers: each alone is one warning, and with `strict` one error.
#[test]
fn an_undocumented_answer_can_still_be_used() {
    let payment = |fields: Value| {
        let payment = json!({"id": "pi_1", "object": "payment_intent", "status": "failed"});
        json!({"payment_resource": {"payment_intent": serde_json::from_str::<Value>(&with(payment, &fields)).unwrap()}})
    };
    for (fields, warning) in [
        // Expanded objects
        (json!({"payment_method": {"id": "pm_1"}}), "type payment_method"),
        (json!({"subscription": {"id": "sub_1"}}), "type subscription"),
        (json!({"line_items": [{"price": {"id": "price_1"}}]}), "type line_items[0].price"),
        (json!({"line_items": [{"price_data": {"product": {}}}]}), "type line_items[0].price_data.product"),
        // Ids instead of objects
        (json!({"customer": "cus_1"}), "type customer"),
        (json!({"payment_resource": {"payment_intent": "pi_1"}}), "type payment_resource.payment_intent"),
        (json!({"setup_intent": "seti_1"}), "type setup_intent"),
        // Numbers instead of strings
        (json!({"created_at": 1_768_330_000}), "type created_at"),
        (payment(json!({"reference_id": 1})), "type payment_resource.payment_intent.reference_id"),
        (
            payment(json!({"sender_account": {"number": 1}})),
            "type payment_resource.payment_intent.sender_account.number",
        ),
        // Others
        (payment(json!({"next_action": "approve"})), "type payment_resource.payment_intent.next_action"),
        (payment(json!({"error_reason": {"code": "x"}})), "type payment_resource.payment_intent.error_reason"),
        // Empty maps as arrays
        (json!({"metadata": []}), "type metadata"),
        (json!({"business_profile": []}), "type business_profile"),
        (json!({"payment_method_options": []}), "type payment_method_options"),
        (payment(json!({"payment_type_options": []})), "type payment_resource.payment_intent.payment_type_options"),
        // Objects and null in arrays
        (json!({"payment_method_types": [{"type": "card"}]}), "type payment_method_types[0]"),
        (json!({"payment_method_types": ["card", null]}), "type payment_method_types[1]"),
        (json!({"line_items": [null]}), "type line_items[0]"),
        // Missing fields of each object
        (payment(json!({"id": null})), "required payment_resource.payment_intent.id"),
        (payment(json!({"object": null})), "required payment_resource.payment_intent.object"),
        (payment(json!({"status": null})), "required payment_resource.payment_intent.status"),
        (payment(json!({"object": "charge"})), "enum payment_resource.payment_intent.object"),
        (json!({"setup_intent": {"id": "seti_1", "object": "setup_intent"}}), "required setup_intent.status"),
        (json!({"status": null}), "required status"),
        (json!({"object": null}), "required object"),
    ] {
        let text = session_with(&fields);
        let Parsed { report, raw, .. } = parse_checkout_session(&text, &options()).unwrap();
        assert_eq!((report.errors.len(), found(&report.warnings)), (0, vec![warning.to_owned()]));
        // It is kept as it came.
        assert_eq!(raw, serde_json::from_str::<Value>(&text).unwrap());
        assert_eq!(found(&parse_checkout_session(&text, &strict()).unwrap_err().errors), [warning]);
        // It is so in an event too.
        let data: Value = serde_json::from_str(&text).unwrap();
        let text = event_of("checkout_session.finished", &data);
        let warning = warning.replacen(' ', " data.", 1);
        let Parsed { value, report, raw, .. } = parse_event(&text, &options()).unwrap();
        assert_eq!((report.errors.len(), found(&report.warnings)), (0, vec![warning.clone()]));
        assert!(matches!(value.data, Some(EventData::CheckoutSession(_))));
        assert_eq!(raw["data"], data);
        assert_eq!(found(&parse_event(&text, &strict()).unwrap_err().errors), [warning]);
    }
}

#[test]
fn typed_access_gives_nothing_of_another_type_and_all_of_the_rest() {
    let text = session_with(&json!({"customer": "cus_1", "amount": "12500", "payment_method_types": ["card", null]}));
    let session = parse_checkout_session(&text, &options()).unwrap().value;
    assert_eq!((session.customer, session.amount), (None, None));
    assert_eq!(session.payment_method_types, Some(vec!["card".into()]));
    assert_eq!(session.currency.as_ref().map(OpenEnum::as_str), Some("MXN"));
}

#[test]
fn of_a_repeated_name_the_first_value_counts() {
    let text = r#"{"id": "cs_1", "object": "checkout_session", "status": "created", "amount": 1, "amount": "2", "x": 1, "x": 2}"#;
    let Parsed { value, report, .. } = parse_checkout_session(text, &options()).unwrap();
    assert_eq!(found(&report.warnings), ["duplicate-key amount", "duplicate-key x"]);
    assert_eq!((value.amount, &value.unknown["x"]), (Some(1), &json!(1)));
    assert_eq!(found(&parse_checkout_session(text, &strict()).unwrap_err().errors), found(&report.warnings));
    let text = r#"{"id": "evt_1", "id": "evt_2", "object": "event", "type": "x.y", "data": {}, "object": "customer"}"#;
    let Parsed { value, report, .. } = parse_event(text, &options()).unwrap();
    assert_eq!(found(&report.warnings), ["duplicate-key id", "duplicate-key object"]);
    assert_eq!(value.id.as_deref(), Some("evt_1"));
}

#[test]
fn errors_come_with_the_warnings() {
    let text = r#"{
        "object": "customer", "amount": "12500", "amount": 1, "currency": 7, "line_items": [null, {"quantity": 1.5}],
        "payment_resource": {"payment_intent": {"sender_account": {"type": true}}}
    }"#;
    let report = parse_checkout_session(text, &options()).unwrap_err();
    assert_eq!(found(&report.errors), ["required id", "enum object"]);
    let others = [
        "duplicate-key amount",
        "type amount",
        "type currency",
        "type line_items[0]",
        "type line_items[1].quantity",
        "required payment_resource.payment_intent.id",
        "required payment_resource.payment_intent.object",
        "type payment_resource.payment_intent.sender_account.type",
        "required payment_resource.payment_intent.status",
        "required status",
    ];
    assert_eq!(found(&report.warnings), others);
    let report = parse_checkout_session(text, &strict()).unwrap_err();
    assert_eq!(found(&report.errors), [&["required id", "enum object"], &others[..]].concat());
}

#[test]
fn levels_of_rules_do_not_count() {
    use fintoc_preflight::{LevelOverride, Rule};
    let options = options().level(Rule::Type, LevelOverride::Deny).unwrap();
    let options = options.level(Rule::Required, LevelOverride::Allow).unwrap();
    assert!(parse_checkout_session(session_with(&json!({"amount": "1"})), &options).is_ok());
    assert!(parse_checkout_session("{}", &options).is_err());
}

#[test]
fn the_type_of_event_data_follows_its_object() {
    let session: Value = serde_json::from_str(SESSION).unwrap();
    let payment = &session["payment_resource"]["payment_intent"];
    let is_session = |event: &Event| matches!(event.data, Some(EventData::CheckoutSession(_)));
    let is_payment = |event: &Event| matches!(event.data, Some(EventData::PaymentIntent(_)));
    for r#type in ["finished", "expired", "completed", "archived"].map(|tail| format!("checkout_session.{tail}")) {
        let text = event_of(&r#type, &session);
        assert!(is_session(&event(&text)), "{type}");
        let written = serde_json::to_value(event(&text)).unwrap();
        assert_eq!(without_nulls(written["data"].clone()), without_nulls(session.clone()));
        assert_eq!(serde_json::from_str(&text).ok(), Some(event(&text)));
    }
    for tail in ["succeeded", "failed", "requires_action", "pending", "rejected", "expired", "captured"] {
        assert!(is_payment(&event(&event_of(&format!("payment_intent.{tail}"), payment))), "{tail}");
    }
    assert!(is_session(&event(&event_of("something", &session))));
    assert!(is_payment(&event(&event_of("charge.succeeded", payment))));
    let text = event_of("refund.succeeded", &json!({"id": "re_1", "x": 1}));
    let event = event(&text);
    assert_eq!(event.r#type, Some(EventType::RefundSucceeded.into()));
    assert!(
        matches!(event.data, Some(EventData::Other(data)) if Value::Object(data.clone()) == json!({"id": "re_1", "x": 1}))
    );
}

#[test]
fn an_event_whose_type_and_data_disagree_goes_by_its_data() {
    let session: Value = serde_json::from_str(SESSION).unwrap();
    let read = |r#type: &str, data: &Value| {
        let text = event_of(r#type, data);
        let Parsed { value, report, .. } = parse_event(&text, &options()).unwrap();
        let kind = match value.data {
            Some(EventData::CheckoutSession(_)) => "session",
            Some(EventData::PaymentIntent(_)) => "payment",
            Some(_) => "other",
            None => "nothing",
        };
        (kind, found(&report.warnings))
    };
    let warnings = |warnings: &[&str]| warnings.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(read("payment_intent.succeeded", &session), ("session", warnings(&["enum data.object"])));
    assert_eq!(
        read("checkout_session.finished", &json!({"id": "pi_1", "object": "payment_intent", "amount": 1.5})),
        ("payment", warnings(&["enum data.object", "type data.amount", "required data.status"]))
    );
    let refund = json!({"id": "re_1", "object": "refund", "amount": "1"});
    assert_eq!(read("payment_intent.failed", &refund), ("other", warnings(&["enum data.object"])));
    // Without an `object` of its own, the type of the event decides.
    assert_eq!(
        read("payment_intent.failed", &json!({"amount": "1"})),
        (
            "payment",
            warnings(&["required data.id", "required data.object", "type data.amount", "required data.status"])
        )
    );
    assert_eq!(read("payment_intent.failed", &json!([])), ("nothing", warnings(&["type data"])));
    assert_eq!(read("payment_intent.failed", &Value::Null), ("nothing", warnings(&["required data"])));
}

#[test]
fn an_error_of_the_api_is_an_object_beside_no_id() {
    let body =
        |text: &str| parse_event(text, &options()).map_or_else(|report| report.errors[0].body, |_| BodyKind::Event);
    assert_eq!(body(r#"{"error": {}}"#), BodyKind::ApiError);
    for text in [r#"{"id": "evt_1", "error": {}}"#, r#"{"error": "x"}"#, r#"{"other": {}}"#] {
        assert_eq!(body(text), BodyKind::Event, "{text}");
    }
    assert!(parse_checkout_session(r#"{"id": "cs_1", "object": "checkout_session", "error": {}}"#, &options()).is_ok());
}

#[test]
fn an_event_needs_its_id_alone() {
    let Parsed { value, report, .. } = parse_event(r#"{"id": "evt_1"}"#, &options()).unwrap();
    assert_eq!(value.id.as_deref(), Some("evt_1"));
    assert_eq!(found(&report.warnings), ["required object", "required type", "required data"]);
    let text =
        r#"{"id": "evt_1", "object": "event", "type": 7, "mode": {}, "created_at": 1, "data": {"object": "refund"}}"#;
    let report = parse_event(text, &options()).unwrap().report;
    assert_eq!(found(&report.warnings), ["type type", "type mode", "type created_at"]);
}

#[test]
fn fields_of_newer_pages_are_typed() {
    let text = session_with(&json!({
        "setup_intent": {"id": "seti_1", "object": "setup_intent", "status": "waiting_for_retry", "error_reason": null},
        "customer": {"id": "cus_1", "phone": "+56911111111", "address": {"city": "Santiago"}},
        "payment_resource": {"payment_intent": {
            "id": "pi_1", "object": "payment_intent", "status": "rejected", "customer": {"id": "cus_1"},
        }},
    }));
    let session = session(&text);
    assert_eq!(session.setup_intent.unwrap().status, Some(SetupStatus::WaitingForRetry.into()));
    let customer = session.customer.unwrap();
    assert_eq!(customer.phone.as_deref(), Some("+56911111111"));
    assert!(customer.address.is_some());
    let payment = session.payment_resource.unwrap().payment_intent.unwrap();
    assert_eq!(payment.status, Some(PaymentStatus::Rejected.into()));
    assert!(payment.customer.unwrap().id.is_some());
}

/// The samples of the documents, where they are at hand: every object or event in them.
#[test]
fn the_samples_of_the_documents_are_read_without_a_warning() {
    let folder = Path::new("../shared/seeds");
    if !folder.exists() {
        return;
    }
    let mut counts = (0, 0);
    for file in ["object.txt", "guide.txt"] {
        let page = fs::read_to_string(folder.join(file)).unwrap();
        for sample in page.split("\n{\n").skip(1).map(|rest| format!("{{\n{}\n}}", rest.split_once("\n}").unwrap().0)) {
            let options = options().strict(true);
            let kind = serde_json::from_str::<Value>(&sample).unwrap()["object"].clone();
            if kind == "event" {
                let event = parse_event(&sample, &options).unwrap().value;
                assert_eq!(event.r#type, Some(EventType::CheckoutSessionFinished.into()));
                assert_eq!(event.unknown.iter().count(), 0);
                let Some(EventData::CheckoutSession(session)) = &event.data else { panic!("{event:?}") };
                assert_eq!(session.unknown.iter().count(), 0);
                counts.1 += 1;
            } else {
                let session = parse_checkout_session(&sample, &options).unwrap().value;
                assert_eq!(session.unknown.iter().count(), 0, "{file}");
                counts.0 += 1;
            }
        }
    }
    assert_eq!(counts, (5, 1));
}
