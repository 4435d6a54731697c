//! No string of a request may be in a message or a suggestion: neither a value nor a name. Only paths hold names.
//!
//! Each test puts sentinels into a request and looks for them in what is reported.

use std::fs;
use std::path::Path;

use fintoc_preflight::request::{
    AnyObject, BankTransferOptions, BusinessProfile, CardOptions, CustomerData, LineItem, Metadata, PacOptions,
    PaymentMethodOptions, PaymentMethodOptionsV1, Preset, PriceData, ProductData, RecipientAccount, Recurring,
    SenderAccount, SenderField, TaxId, Text, Unknown,
};
use fintoc_preflight::{
    CheckoutSessionRequest, CheckoutSessionRequestV1, Example, Field, Json, Locale, Options, Report, Rule, Timestamp,
    Version, validate_json,
};
use serde_json::{Value, json};

const SENTINEL: &str = "SENTINEL";

/// Every field that takes a string has a sentinel, and so has every other one, where it is of the wrong type. The
/// structs are named in full, so that compiling fails when a field is added to the model.
#[test]
fn in_every_field_of_the_model() {
    let s = &mut Sentinels::default();
    let v2 = CheckoutSessionRequest {
        amount: s.malformed(),
        business_profile: s.business_profile().into(),
        cancel_url: s.text(),
        currency: s.malformed(),
        customer: s.text(),
        customer_data: s.customer_data().into(),
        customer_email: s.text(),
        expires_at: s.text(),
        flow: s.malformed(),
        line_items: vec![s.line_item(), s.line_item()].into(),
        metadata: s.metadata().into(),
        payment_method: s.text(),
        payment_method_options: PaymentMethodOptions {
            bank_transfer: s.bank_transfer().into(),
            card: s.card().into(),
            pac: PacOptions { sender_account: s.sender_account().into(), unknown: s.unknown() }.into(),
            installments: s.any_object(),
            direct_debit: s.any_object(),
            unknown: s.unknown(),
        }
        .into(),
        payment_method_types: s.texts(),
        save_payment_method: s.malformed(),
        subscription: s.text(),
        success_url: s.text(),
        ui_mode: s.malformed(),
        unknown: s.unknown(),
    };
    let v1 = CheckoutSessionRequestV1 {
        amount: s.malformed(),
        business_profile: s.business_profile().into(),
        cancel_url: s.text(),
        currency: s.malformed(),
        customer: s.customer_data().into(),
        customer_email: s.text(),
        expires_at: s.text(),
        flow: s.malformed(),
        line_items: vec![s.line_item(), s.line_item()].into(),
        metadata: s.metadata().into(),
        payment_method_options: PaymentMethodOptionsV1 {
            bank_transfer: s.bank_transfer().into(),
            card: s.card().into(),
            unknown: s.unknown(),
        }
        .into(),
        payment_method_types: s.texts(),
        success_url: s.text(),
        unknown: s.unknown(),
    };
    for debug in [format!("{v2:?}"), format!("{v1:#?}"), format!("{:?}", v2.customer_email)] {
        assert!(!debug.contains(SENTINEL), "{debug}");
    }
    assert!(
        format!("{v2:?}").contains("customer_email: string, expires_at: string, flow: string, line_items: [{"),
        "{v2:?}"
    );
    assert_silent(&v2.validate(&options(Version::V2)), "the request of version 2");
    assert_silent(&v1.validate(&options(Version::V1)), "the request of version 1");
    for version in VERSIONS {
        validate_mutants(&v2.to_json(), version);
        validate_mutants(&v1.to_json(), version);
    }
}

#[test]
fn in_names_that_are_repeated() {
    let object = r#"{"SENTINEL1": 1, "SENTINEL1": "SENTINEL2", "SENTINEL1": 3}"#;
    let places = [
        object.to_owned(),
        format!(r#"{{"metadata": {object}}}"#),
        format!(r#"{{"customer": {object}}}"#),
        format!(r#"{{"customer_data": {{"tax_id": {object}, "metadata": {object}}}}}"#),
        format!(r#"{{"payment_method_options": {object}}}"#),
        format!(r#"{{"line_items": [{object}, {{"price_data": {object}}}]}}"#),
    ];
    for (version, body) in VERSIONS.into_iter().flat_map(|version| places.iter().map(move |body| (version, body))) {
        assert_silent(&validate_json(body, &options(version)), body);
    }
}

#[test]
fn in_text_that_is_not_json() {
    let body = r#"{"SENTINEL": {"SENTINEL": ["SENTINEL\u0041", -1.5e+3, true, null]}, "amount": 1}"#;
    for end in 0..body.len() {
        let cut = &body[..end];
        for text in [cut.to_owned(), format!("{cut}\u{1}SENTINEL"), format!("{cut}\\qSENTINEL")] {
            let report = validate_json(&text, &options(Version::V2));
            assert_silent(&report, &text);
        }
        let report = validate_json([cut.as_bytes(), b"SENTINEL\xff"].concat(), &options(Version::V2));
        assert_silent(&report, cut);
    }
}

#[test]
fn in_every_example_of_the_catalogue() {
    for rule in Rule::ALL {
        if let Example::Body { version, body } = rule.info().invalid {
            validate_mutants(body, version);
        }
    }
}

#[test]
fn in_every_vector() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["tests/conformance", "../shared/conformance-2nd"].map(|folder| repository.join(folder)) {
        let files = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
        for file in files.filter(|file| file.extension().is_some_and(|extension| extension == "json")) {
            let vectors: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
            for vector in vectors["cases"].as_array().expect("a list of cases") {
                let body = match vector.get("body") {
                    Some(body) => body.as_str().expect("a text").to_owned(),
                    None => vector["request"].to_string(),
                };
                validate_mutants(&body, vector["version"].as_str().expect("a version").parse().unwrap());
            }
        }
    }
}

const VERSIONS: [Version; 2] = [Version::V1, Version::V2];

fn options(version: Version) -> Options {
    let now: Timestamp = "2026-01-13T12:00:00Z".parse().unwrap();
    Options { version, ..Options::new(now) }
}

fn assert_silent(report: &Report, request: &str) {
    for violation in report.violations() {
        let suggestion = violation.suggestion().map(|suggestion| suggestion.to_string()).unwrap_or_default();
        let facts: String = violation.facts().iter().map(|fact| fact.value.to_json()).collect();
        for words in [violation.message(Locale::En), violation.message(Locale::Es), suggestion, facts] {
            assert!(!words.to_uppercase().contains(SENTINEL), "{} says {words:?} of {request}", violation.rule());
        }
    }
}

/// A body with more values is passed over: each of them is changed in turn.
const MOST_VALUES: usize = 200;

/// Validates the request with a sentinel for each value and each name that it holds, one at a time. A text that is
/// not JSON holds none.
fn validate_mutants(body: &str, version: Version) {
    let Ok(request) = serde_json::from_str::<Value>(body) else { return };
    let pointers = pointers(&request);
    for pointer in pointers.iter().filter(|_| pointers.len() <= MOST_VALUES) {
        for replacement in replacements(request.pointer(pointer).unwrap()) {
            let mut mutant = request.clone();
            *mutant.pointer_mut(pointer).unwrap() = replacement;
            let mutant = mutant.to_string();
            assert_silent(&validate_json(&mutant, &options(version)), &mutant);
        }
    }
}

/// The JSON pointers of a value and of all that it holds.
fn pointers(value: &Value) -> Vec<String> {
    let members: Vec<(String, &Value)> = match value {
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.replace('~', "~0").replace('/', "~1"), value)).collect()
        }
        Value::Array(elements) => {
            elements.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
        }
        _ => Vec::new(),
    };
    let inner = members
        .into_iter()
        .flat_map(|(name, value)| pointers(value).into_iter().map(move |pointer| format!("/{name}{pointer}")));
    std::iter::once(String::new()).chain(inner).collect()
}

/// Replacements of a value: a sentinel as a string, as one more name, in an array; of a string also a longer
/// one, which may keep its form; of an object also those with another name.
fn replacements(value: &Value) -> Vec<Value> {
    let mut all = vec![json!(SENTINEL), json!([SENTINEL]), json!({SENTINEL: SENTINEL})];
    match value {
        Value::String(text) => all.extend([json!(format!("{text}{SENTINEL}")), json!(format!("{SENTINEL}{text}"))]),
        Value::Array(elements) => all.push(elements.iter().cloned().chain([json!(SENTINEL)]).collect()),
        Value::Object(members) => all.extend(members.keys().map(|renamed| {
            let name = |name: &String| if name == renamed { SENTINEL.to_owned() } else { name.clone() };
            members.iter().map(|(other, value)| (name(other), value.clone())).collect()
        })),
        _ => {}
    }
    all
}

/// Makes parts of a request, each string and each name a sentinel of its own.
#[derive(Default)]
struct Sentinels(usize);

impl Sentinels {
    fn next(&mut self) -> String {
        self.0 += 1;
        format!("{SENTINEL}{}", self.0)
    }

    fn text(&mut self) -> Field<'static, Text<'static>> {
        self.next().into()
    }

    fn texts(&mut self) -> Field<'static, Vec<Field<'static, Text<'static>>>> {
        Field::Value(vec![self.text(), self.text(), Field::Malformed(json_of(&json!({ self.next(): self.next() })))])
    }

    /// A sentinel where no string belongs.
    fn malformed<T>(&mut self) -> Field<'static, T> {
        Field::Malformed(self.next().into())
    }

    fn unknown(&mut self) -> Unknown<'static> {
        let mut unknown = Unknown::default();
        unknown.push(self.next(), self.next().into());
        unknown
    }

    fn metadata(&mut self) -> Metadata<'static> {
        let name = self.next();
        let mut metadata = Metadata::from_iter([(name.clone(), self.next()), (name, self.next())]);
        metadata.push(self.next().repeat(60), self.next().repeat(60));
        metadata.push(self.next(), json_of(&json!({ self.next(): self.next() })));
        metadata
    }

    fn any_object(&mut self) -> Field<'static, AnyObject<'static>> {
        AnyObject::new(json_of(&json!({ self.next(): self.next() }))).unwrap().into()
    }

    fn business_profile(&mut self) -> BusinessProfile<'static> {
        BusinessProfile { category: self.text(), name: self.text(), tax_id: self.text(), unknown: self.unknown() }
    }

    fn customer_data(&mut self) -> CustomerData<'static> {
        CustomerData {
            tax_id: TaxId { r#type: self.text(), value: self.text(), unknown: self.unknown() }.into(),
            name: self.text(),
            email: self.text(),
            metadata: self.metadata().into(),
            unknown: self.unknown(),
        }
    }

    fn line_item(&mut self) -> LineItem<'static> {
        LineItem {
            quantity: self.malformed(),
            price_data: PriceData {
                currency: self.malformed(),
                unit_amount: self.malformed(),
                product_data: ProductData { name: self.text(), image_url: self.text(), unknown: self.unknown() }.into(),
                product: self.text(),
                recurring: Recurring {
                    interval: self.text(),
                    interval_count: self.malformed(),
                    unknown: self.unknown(),
                }
                .into(),
                unknown: self.unknown(),
            }
            .into(),
            price: self.text(),
            unknown: self.unknown(),
        }
    }

    fn bank_transfer(&mut self) -> BankTransferOptions<'static> {
        BankTransferOptions {
            recipient_account: RecipientAccount {
                holder_id: self.text(),
                institution_id: self.text(),
                number: self.text(),
                r#type: self.malformed(),
                unknown: self.unknown(),
            }
            .into(),
            sender_account: self.sender_account().into(),
            unknown: self.unknown(),
        }
    }

    fn sender_account(&mut self) -> SenderAccount<'static> {
        SenderAccount {
            holder_id: SenderField::Plain(self.next().into()).into(),
            institution_id: SenderField::Preset(Preset {
                value: self.text(),
                editable: self.malformed(),
                unknown: self.unknown(),
            })
            .into(),
            number: self.text(),
            r#type: self.malformed(),
            unknown: self.unknown(),
        }
    }

    fn card(&mut self) -> CardOptions<'static> {
        CardOptions { types: self.texts(), unknown: self.unknown() }
    }
}

fn json_of(value: &Value) -> Json<'static> {
    Json::parse(&value.to_string()).unwrap().into_owned()
}
