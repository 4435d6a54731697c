//! The parts of the public interface that bindings and programs call besides validating.

use std::borrow::Cow;
use std::collections::HashSet;

use fintoc_preflight::request::{LineItem, Preset, PriceData, SenderField, TaxId, TaxIdType};
use fintoc_preflight::schema::{Target, json_schema, openapi};
use fintoc_preflight::session::{
    DifferenceKind, EventData, Status, checkout_session_json, compare_json, event_json, parse_checkout_session,
    parse_event,
};
use fintoc_preflight::{
    BodyKind, CheckoutSessionRequest, CheckoutSessionRequestV1, Currency, ErrorCode, Flow, LevelOverride, Locale, Loss,
    Losses, OpenEnum, Options, Path, Reference, Report, Rule, Segment, Suggestion, Timestamp, ValueFault, Version,
    Violation, ViolationKind, locate_all, parse_json, report_unserializable, validate_json, validate_lossy,
};
use serde_json::{Value, json};

const SESSION: &str = include_str!("session/session.json");

fn options() -> Options {
    Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>().unwrap())
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_path_is_a_list_of_segments() {
    let segments = vec![Segment::from("line_items"), Segment::Index(3), Segment::from("quantity")];
    let path = Path::from(segments.clone());
    assert_eq!(path.len(), 3);
    assert!(!path.is_empty() && Path::default().is_empty());
    assert_eq!(path.get(1), Some(&Segment::Index(3)));
    assert_eq!(path.get(3), None);
    assert_eq!(path.iter().cloned().collect::<Vec<_>>(), segments);
    assert_eq!((&path).into_iter().count(), 3);
    assert_eq!(path.clone().into_iter().collect::<Vec<_>>(), segments);
    assert_eq!(path.to_string(), "line_items[3].quantity");
}

#[test]
fn paths_are_read_from_the_text_that_bindings_pass() {
    let paths = Path::list_from_json(r#"[["line_items", 12, "na\u006de"], [], [0]]"#);
    let texts: Vec<String> = paths.iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["line_items[12].name", "", "[0]"]);
    for text in ["", "{", "{}", "1", "[", "[[}"] {
        assert!(Path::list_from_json(text).is_empty(), "{text}");
    }
    assert_eq!(Path::list_from_json("[1, [\"a\"]]").len(), 2);
}

#[test]
fn a_report_without_violations_is_empty() {
    assert!(Report::default().is_empty());
    let warned = validate_json(r#"{"amount":1,"currency":"CLP","ui_mode":"embedded","x":1}"#, &options());
    assert!(warned.is_valid() && !warned.warnings.is_empty() && !warned.is_empty());
    let refused = validate_json("{}", &options());
    assert!(!refused.errors.is_empty() && !refused.is_empty());
    let none_listed = validate_json("{}", &options().max_violations(0));
    assert!(none_listed.errors.is_empty() && !none_listed.omitted.is_none() && !none_listed.is_empty());
}

#[test]
fn a_report_iterates_over_errors_then_warnings() {
    let report = validate_json(r#"{"amount":0,"currency":"CLP","ui_mode":"embedded","x":1}"#, &options());
    let lines: Vec<String> = report.iter().map(ToString::to_string).collect();
    assert_eq!(report.to_string(), lines.join("\n"));
    assert!(lines[0].starts_with("error[amount-positive] amount: "), "{}", lines[0]);
    assert!(lines[1].starts_with("warning["), "{}", lines[1]);
    let borrowed: Vec<String> = (&report).into_iter().map(ToString::to_string).collect();
    assert_eq!(borrowed, lines);
    let owned: Vec<String> = report.into_iter().map(|violation| violation.to_string()).collect();
    assert_eq!(owned, lines);
}

#[test]
fn the_time_of_options_can_be_set_again() {
    let body = r#"{"amount":1,"currency":"CLP","ui_mode":"embedded","expires_at":"2026-01-14T12:00:00Z"}"#;
    assert!(validate_json(body, &options()).is_valid());
    let later = options().now("2026-01-15T12:00:00Z".parse().unwrap());
    assert!(!validate_json(body, &later).is_valid());
}

#[test]
fn a_typed_request_is_refused_where_it_cannot_hold_a_value_at_any_level() {
    let body = r#"{"amount":1,"currency":"CLP","ui_mode":"embedded","customer":7}"#;
    for level in [LevelOverride::Allow, LevelOverride::Warn] {
        let options = options().level(Rule::Type, level).unwrap();
        assert!(validate_json(body, &options).is_valid());
        let report = parse_json::<CheckoutSessionRequest>(body, &options).unwrap_err();
        let rules: Vec<Rule> = report.errors.iter().map(Violation::rule).collect();
        assert_eq!(rules, [Rule::Type]);
    }
    let options = options().level(Rule::Type, LevelOverride::Allow).unwrap();
    let body = r#"{"amount":1,"currency":"CLP","ui_mode":"embedded","unknown":7}"#;
    assert!(parse_json::<CheckoutSessionRequest>(body, &options).is_ok());
}

/// Returns the facts of the only violation of a rule.
fn facts(body: &Value, rule: Rule) -> Value {
    let report = validate_json(body.to_string(), &options());
    let report = parsed(&report.to_json());
    let mut found = report["errors"].as_array().unwrap().iter().filter(|violation| violation["rule"] == rule.as_str());
    let facts = found.next().expect("a violation")["facts"].clone();
    assert!(found.next().is_none());
    facts
}

#[test]
fn the_flows_that_know_a_type_are_named() {
    let types = |r#type: &str, flow: &str| {
        let body = json!({ "currency": "CLP", "flow": flow, "payment_method_types": [r#type] });
        let facts = facts(&body, Rule::PaymentMethodTypesForFlow);
        (facts["known_in"].clone(), facts["flows"].clone())
    };
    assert_eq!(types("bank_transfer", "subscription"), (json!("flows"), json!(["payment", "setup"])));
    assert_eq!(types("pac", "payment"), (json!("flows"), json!(["subscription", "setup"])));
    assert_eq!(types("installments", "setup"), (json!("flows"), json!(["payment"])));
}

#[test]
fn too_few_digits_are_the_fault_even_if_the_hour_is_no_hour() {
    let of = |time: &str| {
        let body = json!({ "amount": 1, "currency": "CLP", "ui_mode": "embedded", "expires_at": time });
        facts(&body, Rule::ExpiresAtFormat)["fault"].clone()
    };
    assert_eq!(of("2026-12-14T25:00:5"), "digits");
    assert_eq!(of("2026-12-14T25:00:05Z"), "time_range");
}

#[test]
fn a_loss_is_reported_unless_the_text_cannot_be_read() {
    let amount = Path::from(vec!["amount".into()]);
    let lost = || Losses { listed: vec![(amount.clone(), Loss::NotFinite)], ..Losses::default() };
    let text = r#"{"amount":null,"currency":"CLP","ui_mode":"embedded"}"#;
    let report = validate_lossy(text, lost(), &options());
    let rules: Vec<Rule> = report.iter().map(Violation::rule).collect();
    assert_eq!(rules, [Rule::AmountOrLineItems, Rule::LostInJson]);
    assert_eq!(report.warnings[0].path, amount);
    let report = validate_lossy(text, lost(), &options().max_bytes(10));
    let rules: Vec<Rule> = report.iter().map(Violation::rule).collect();
    assert_eq!(rules, [Rule::BodySize]);
}

#[test]
fn a_value_that_cannot_be_written_is_one_error() {
    let path = |segments: &[Segment]| Path::from(segments.to_vec());
    // A name of the request is owned: one that is known at compile time may be in a message.
    let secret = Segment::Key(Cow::Owned("secret".to_owned()));
    let unknown = path(&["line_items".into(), Segment::Index(2), secret, Segment::Index(1)]);
    let known = path(&["amount".into()]);
    let owned = path(&[Segment::Key(Cow::Owned("amount".to_owned()))]);
    let kind = ViolationKind::NotSerializable { cause: ValueFault::BigInt };
    let message = |path: &Path, body, locale| {
        let report = report_unserializable(kind, path.clone(), body, &options().locale(locale));
        assert_eq!((report.iter().count(), report.is_valid()), (1, false));
        let violation = &report.errors[0];
        assert_eq!(violation.rule(), Rule::NotSerializable);
        assert_eq!(violation.param(), path.to_string());
        assert!(report.to_string().contains(&violation.message(locale)), "{report}");
        let message = violation.message(locale);
        message.split(':').next().unwrap_or_default().to_owned()
    };
    for (path, body, en, es) in [
        (
            &unknown,
            BodyKind::Request,
            "a value in an element of line_items cannot be sent as JSON",
            "un valor en un elemento de line_items no se puede enviar como JSON",
        ),
        (&known, BodyKind::Request, "amount cannot be sent as JSON", "amount no se puede enviar como JSON"),
        (
            &unknown,
            BodyKind::Session,
            "a value in an element of line_items cannot be read as JSON",
            "un valor en un elemento de line_items no se puede leer como JSON",
        ),
        (&owned, BodyKind::Request, "amount cannot be sent as JSON", "amount no se puede enviar como JSON"),
        (
            &owned,
            BodyKind::Session,
            "a value in the session cannot be read as JSON",
            "un valor en la sesión no se puede leer como JSON",
        ),
        (&known, BodyKind::Session, "amount cannot be read as JSON", "amount no se puede leer como JSON"),
    ] {
        assert_eq!(message(path, body, Locale::En), en);
        assert_eq!(message(path, body, Locale::Es), es);
    }
}

#[test]
fn an_unreadable_body_counts_as_omitted_if_nothing_may_be_listed() {
    let report = validate_json("{", &options().max_violations(0));
    assert_eq!((report.iter().count(), report.omitted.errors, report.is_valid()), (0, 1, false));
}

#[test]
fn half_of_a_character_is_said_of_its_text() {
    // An own name of the request is owned, and is not in a message.
    let own = Path::from(vec!["metadata".into(), Segment::Key(Cow::Owned("secret".to_owned()))]);
    for (path, en, es) in [
        (own, "a text in metadata has half", "un texto en metadata tiene la mitad"),
        (Path::from(vec!["currency".into()]), "currency has half", "currency tiene la mitad"),
    ] {
        for (locale, expected) in [(Locale::En, en), (Locale::Es, es)] {
            let losses = Losses { lone_surrogate: Some(path.clone()), ..Losses::default() };
            let report = validate_lossy(r#"{"a":"\ud800"}"#, losses, &options().locale(locale));
            let message = report.errors[0].message(locale);
            assert!(message.starts_with(expected), "{message}");
        }
    }
}

#[test]
fn an_answer_is_described_in_spanish_too() {
    let messages = |text: &str, options: &Options| -> Vec<String> {
        let report = parse_checkout_session(text, options).map_or_else(|report| report, |parsed| parsed.report);
        report.iter().map(|violation| violation.message(Locale::Es)).collect()
    };
    let options = options().locale(Locale::Es);
    let has = |found: &[String], part: &str| assert!(found.iter().any(|each| each.contains(part)), "{found:?}");
    has(&messages(SESSION, &options.clone().max_bytes(10)), "debe tener como máximo 10 bytes.");
    let twice = messages(r#"{"id": "cs_0", "id": "cs_1", "own": 1, "own": 2}"#, &options);
    has(&twice, "id aparece más de una vez: cuenta el primer valor.");
    has(&twice, "un nombre aparece más de una vez en la sesión: cuenta el primer valor.");
}

#[test]
fn paths_of_names_and_of_indexes_are_located_together() {
    let [first, name, second] = [Segment::Index(0), "a".into(), Segment::Index(1)].map(|step| Path::from(vec![step]));
    let depths = |text: &str, paths: [&Path; 3]| {
        let found = locate_all(text, &paths.map(Clone::clone), 2);
        found.into_iter().map(|nearest| nearest.depth).collect::<Vec<usize>>()
    };
    assert_eq!(depths(r#"{"a": 1}"#, [&first, &name, &second]), [0, 1, 0]);
    assert_eq!(depths("[7, 8]", [&first, &name, &second]), [1, 0, 1]);
    assert_eq!(depths("[7, 8]", [&name, &first, &second]), [0, 1, 1]);
}

#[test]
fn the_catalogue_is_the_list_of_its_entries() {
    for (catalogue, locale) in [(Rule::catalogue_json(), Locale::En), (Rule::catalogue_json_in(Locale::Es), Locale::Es)]
    {
        let entries: Vec<Value> = Rule::ALL.iter().map(|rule| parsed(&rule.to_json_in(locale))).collect();
        assert_eq!(parsed(&catalogue), Value::from(entries));
    }
}

#[test]
fn references_have_a_title_in_each_language() {
    let references = [
        Reference::CreateV2,
        Reference::CreateV1,
        Reference::Object,
        Reference::Guide,
        Reference::Other,
        Reference::Inference,
    ];
    let titles = |locale| references.map(|reference| reference.title_in(locale));
    assert_eq!(titles(Locale::En), references.map(Reference::title));
    let all: HashSet<&str> = titles(Locale::En).into_iter().chain(titles(Locale::Es)).collect();
    assert_eq!(all.len(), 2 * references.len());
    // The names of Fintoc's pages stay in English.
    for (en, es) in titles(Locale::En).into_iter().zip(titles(Locale::Es)).take(4) {
        assert_eq!(en.split(": ").nth(1), es.split(": ").nth(1));
    }
}

#[test]
fn every_flow_has_a_constructor() {
    let item = LineItem::new(2, PriceData::of_product("Plan", 500, Currency::Clp));
    let subscription = CheckoutSessionRequest::subscription(1000, Currency::Clp, [item]).build();
    assert_eq!(subscription.flow, Some(Flow::Subscription));
    let price = json!({ "currency": "CLP", "unit_amount": 500, "product_data": { "name": "Plan" } });
    let expected = json!({
        "amount": 1000, "currency": "CLP", "flow": "subscription",
        "line_items": [{ "quantity": 2, "price_data": price }],
    });
    assert_eq!(parsed(&subscription.to_json()), expected);
    let setup = CheckoutSessionRequest::setup(Currency::Mxn).build();
    assert_eq!(parsed(&setup.to_json()), json!({ "currency": "MXN", "flow": "setup" }));
    let payment = CheckoutSessionRequestV1::payment(100, Currency::Mxn).build();
    assert_eq!(parsed(&payment.to_json()), json!({ "amount": 100, "currency": "MXN" }));
    let tax_id = TaxId::new(TaxIdType::ClRut, "12.345.678-5");
    assert_eq!(serde_json::to_value(&tax_id).unwrap(), json!({ "type": "cl_rut", "value": "12.345.678-5" }));
}

#[test]
fn an_open_enum_keeps_what_it_does_not_know() {
    let (known, other): (OpenEnum<Status>, OpenEnum<Status>) = (Status::Finished.into(), "refunded".into());
    assert_eq!((known.known(), other.known()), (Some(Status::Finished), None));
    assert_eq!((known.as_str(), other.as_str()), ("finished", "refunded"));
    assert!(known == Status::Finished && known != Status::Expired && other != Status::Finished);
    assert_eq!(format!("{known:>10}|{other}"), "  finished|refunded");
    assert_eq!((format!("{known:?}"), format!("{other:?}")), ("Known(Finished)".into(), "Other(string)".into()));
}

#[test]
fn an_answer_as_text_is_the_parsed_one() {
    let text = checkout_session_json(SESSION, &options()).unwrap();
    let parsed_session = parse_checkout_session(SESSION, &options()).unwrap();
    let answer = parsed(&text);
    assert_eq!(answer["value"], parsed(SESSION));
    let debug = format!("{parsed_session:?}");
    assert!(debug.contains("amount: integer") && !debug.contains("cs_"), "{debug}");
    assert_eq!(answer["report"], parsed(&parsed_session.report.to_json()));
    assert!(checkout_session_json("{", &options()).is_err());

    // Without malformed values, and with the first of repeated names; unknown names stay.
    let text = r#"{"id":"cs_1","object":"checkout_session","amount":"1","later":{"a":[1]},"id":"cs_2",
        "metadata":{"a":"1","a":"2"},"line_items":[{"quantity":2},3],"payment_method_types":["card",1,"new"],"livemode":7}"#;
    let answer = parsed(&checkout_session_json(text, &options()).unwrap());
    assert_eq!(answer["value"]["id"], "cs_1");
    assert_eq!(answer["value"]["later"], json!({ "a": [1] }));
    assert_eq!(answer["value"]["metadata"], json!({ "a": "1" }));
    assert_eq!(answer["value"]["line_items"], json!([{ "quantity": 2 }]));
    assert_eq!(answer["value"]["payment_method_types"], json!(["card", "new"]));
    assert!(answer["value"].get("amount").is_none());
    assert!(answer["report"]["errors"].as_array().is_some() && answer["report"]["warnings"].as_array().is_some());
}

#[test]
fn an_event_as_text_is_the_parsed_one() {
    let session = parsed(SESSION);
    let payment =
        json!({ "id": "pi_1", "object": "payment_intent", "amount": 1000, "currency": "CLP", "status": "succeeded" });
    let other = json!({ "id": "x_1", "object": "later", "list": [1, null] });
    for (data, r#type) in
        [(session, "checkout_session.finished"), (payment, "payment_intent.succeeded"), (other, "later.happened")]
    {
        let event =
            json!({ "id": "evt_1", "object": "event", "type": r#type, "mode": "test", "data": data }).to_string();
        let answer = parsed(&event_json(&event, &options()).unwrap());
        assert_eq!(answer["value"], parsed(&event));
        let value = parse_event(&event, &options()).unwrap().value;
        let debug = format!("{:?}", value.data.as_ref().unwrap());
        assert!(!debug.is_empty());
        for secret in ["pi_1", "x_1", "cs_"] {
            assert!(!debug.contains(secret), "{debug}");
        }
        let kind = match value.data.unwrap() {
            EventData::CheckoutSession(_) => "checkout_session",
            EventData::PaymentIntent(_) => "payment_intent",
            _ => "later",
        };
        assert_eq!(kind, data["object"]);
        // serde reads the same.
        let read: EventData = serde_json::from_value(data.clone()).unwrap();
        assert_eq!(serde_json::to_value(&read).unwrap()["id"], data["id"]);
        assert_eq!(matches!(read, EventData::PaymentIntent(_)), kind == "payment_intent");
    }
    assert!(event_json("[]", &options()).is_err());
}

#[test]
fn a_difference_is_one_line() {
    let request = r#"{"amount":1000,"currency":"CLP","ui_mode":"embedded"}"#;
    let answered = r#"{"id":"cs_1","object":"checkout_session","amount":2000,"currency":null}"#;
    let comparison = compare_json(request, answered, &options()).unwrap();
    let of = |kind| comparison.differences.iter().find(|difference| difference.kind == kind).unwrap();
    let (other, missing) = (of(DifferenceKind::Other), of(DifferenceKind::Missing));
    assert_eq!(other.to_string(), "amount: the session has another value than the request.");
    assert_eq!(missing.to_string(), "currency: the request has a value, the session has none.");
    assert_eq!(other.message(Locale::Es), "la sesión tiene otro valor que la solicitud.");
    assert_eq!(missing.message(Locale::Es), "la solicitud tiene un valor; la sesión, ninguno.");

    let json = parsed(&comparison.to_json(Locale::En));
    assert_eq!((&json["matches"], json.get("omitted")), (&json!(false), None));
    let differences = json["differences"].as_array().unwrap();
    assert_eq!(differences.len(), comparison.differences.len());
    for (difference, written) in comparison.differences.iter().zip(differences) {
        assert_eq!(written["param"], difference.path.to_string());
        assert_eq!(written["kind"], difference.kind.as_str());
        assert_eq!(written["message"], difference.message(Locale::En));
    }
    let limited = compare_json(request, answered, &options().max_violations(1)).unwrap();
    assert_eq!(limited.differences.len(), 1);
    assert_eq!(parsed(&limited.to_json(Locale::En))["omitted"], comparison.differences.len() - 1);
}

#[test]
fn a_field_of_a_sender_account_is_a_text_in_answers_and_an_object_in_requests() {
    let preset = SenderField::from(Preset::builder().value("cl_banco_estado").editable(false).build());
    let plain = SenderField::Plain("cl_banco_estado".into());
    assert_eq!(serde_json::to_value(&preset).unwrap(), json!({ "value": "cl_banco_estado", "editable": false }));
    assert_eq!(serde_json::to_value(&plain).unwrap(), "cl_banco_estado");
    assert_eq!([preset, plain].map(|field| format!("{field:?}")), ["{value: string, editable: boolean}", "string"]);
}

#[test]
fn the_references_of_the_openapi_document_resolve() {
    let document = parsed(&openapi().to_string());
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(document["components"]["securitySchemes"]["secretKey"]["name"], "Authorization");
    let references = references(&document);
    assert!(references.len() > 10, "{references:?}");
    for reference in &references {
        let pointer = reference.strip_prefix('#').expect("a reference within the document");
        assert!(document.pointer(pointer).is_some_and(Value::is_object), "{reference}");
    }
    for (version, operation) in [("v1", "createCheckoutSessionV1"), ("v2", "createCheckoutSession")] {
        let post = &document["paths"][format!("/{version}/checkout_sessions")]["post"];
        assert_eq!(post["operationId"], operation);
        assert_eq!(post["requestBody"]["required"], true);
        assert!(["200", "400", "409"].iter().all(|status| post["responses"][status].is_object()), "{post}");
    }
    // Both versions have objects of the same names, of which none may take the place of the other.
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for name in ["CheckoutSessionRequest", "CheckoutSessionRequestV1", "CheckoutSession", "Error"] {
        assert_eq!(schemas[name]["type"], "object", "{name}");
    }
    let answered = schemas.keys().filter(|name| name.starts_with("Answered")).count();
    assert!(answered > 3 && schemas.keys().filter(|name| name.ends_with("V1")).count() > 3);
    let codes = schemas["Error"]["properties"]["error"]["properties"]["code"]["examples"].as_array().unwrap();
    assert!(codes.iter().all(|code| code.as_str().unwrap().parse::<ErrorCode>().is_ok()) && codes.len() > 20);
    for operation in document["paths"].as_object().unwrap().values() {
        let answers = operation["post"]["responses"].as_object().unwrap().iter().map(|(status, answer)| {
            let reference = answer["content"]["application/json"]["schema"]["$ref"].as_str().unwrap();
            (status.as_str(), reference.rsplit('/').next().unwrap())
        });
        assert!(answers.eq([("200", "CheckoutSession"), ("400", "Error"), ("409", "Error")]));
    }
    // Texts of requests may not be blank; those of answers may.
    let has_pattern = |name: &str| {
        schemas[name]["properties"].as_object().unwrap().values().any(|field| field.get("pattern").is_some())
    };
    assert_eq!(["CheckoutSessionRequest", "CheckoutSession"].map(has_pattern), [true, false]);
    // Its examples are those of the operation, and not of each schema.
    assert!(schemas.values().all(|schema| schema.get("examples").is_none()));
}

#[test]
fn fields_with_a_form_of_their_own_have_an_example_in_the_schema() {
    for (version, expires_at) in [(Version::V1, "2026-01-14"), (Version::V2, "2026-01-14T12:00:00Z")] {
        let schema = parsed(&json_schema(version, Target::default()).to_string());
        let (fields, objects) = (&schema["properties"], &schema["$defs"]);
        // What a pattern of an e-mail does not say is in its description.
        let description = fields["customer_email"]["description"].as_str().unwrap();
        assert!(description.contains("it holds a character from U+E0000 to U+E0FFF"), "{description}");
        assert!(description.starts_with("The e-mail address to "), "{description}");
        assert_eq!(fields["customer_email"]["examples"], json!(["ana@example.com"]));
        assert_eq!(fields["success_url"]["examples"], json!(["https://merchant.com/success"]));
        assert_eq!(fields["expires_at"]["examples"], json!([expires_at]));
        for account in ["RecipientAccount", "SenderAccount"] {
            let r#type = &objects[account]["properties"]["type"];
            assert_eq!(r#type["examples"], json!(["checking_account", "sight_account"]));
        }
    }
}

/// Returns every value of `$ref` in a document.
fn references(value: &Value) -> HashSet<String> {
    match value {
        Value::Object(members) => members
            .iter()
            .flat_map(|(name, value)| match value {
                Value::String(reference) if name == "$ref" => HashSet::from([reference.clone()]),
                _ => references(value),
            })
            .collect(),
        Value::Array(elements) => elements.iter().flat_map(references).collect(),
        _ => HashSet::new(),
    }
}

#[test]
fn a_suggestion_is_a_json_value() {
    for (suggestion, json, text) in [
        (Suggestion::Text("CLP".into()), r#""CLP""#, "CLP"),
        (Suggestion::Number(-7), "-7", "-7"),
        (Suggestion::Texts(vec!["card".into(), "pac".into()]), r#"["card","pac"]"#, r#"["card","pac"]"#),
    ] {
        assert_eq!(suggestion.to_json(), json);
        assert_eq!(suggestion.to_value(), parsed(json));
        assert_eq!(suggestion.to_string().replace(' ', ""), text);
    }
}

#[test]
fn debug_writes_the_structure_and_no_value() {
    let mut request = CheckoutSessionRequest::payment(1000, Currency::Clp).build();
    request.payment_method_types = Some(vec!["card".into(), "new".into()]);
    request.line_items = Some(vec![LineItem::new(1, PriceData::of_product("Silla", 1000, Currency::Clp))]);
    let debug = format!("{request:?}");
    for part in ["amount: integer", "currency: string", "payment_method_types: [string, string]", "quantity: integer"] {
        assert!(debug.contains(part), "{debug} lacks {part}");
    }
    assert!(!debug.contains("Silla") && !debug.contains("1000"), "{debug}");
    let price = PriceData::of_product("Silla", 1000, Currency::Clp);
    assert_eq!((price.unit_amount, price.product_data.unwrap().name), (Some(1000), Some("Silla".to_owned())));
}
