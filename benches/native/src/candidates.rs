//! The candidates: each takes a text, and returns the number of violations it finds.

use std::hint::black_box;

use fintoc_preflight::{CheckoutSessionRequest, Options, Report, Timestamp, parse_json, validate_json};
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::request::Request;
use crate::schema::schema;
use crate::session;

pub(crate) struct Candidate {
    pub(crate) name: &'static str,
    pub(crate) run: Box<dyn Fn(&str) -> usize>,
}

pub(crate) const NOW: &str = "2026-01-13T12:00:00Z";

/// The earliest time at which a session may expire.
const EARLIEST: &str = "2026-01-13T12:10:00Z";

/// The index of the plain typed parse among the candidates: the unit of all figures.
pub(crate) const PLAIN: usize = 0;

pub(crate) fn options() -> Options {
    Options::new(NOW.parse::<Timestamp>().expect("a time"))
}

pub(crate) fn all() -> Vec<Candidate> {
    let options = options();
    let schema = jsonschema::options().should_validate_formats(true).build(&schema()).expect("a JSON Schema");
    let (parsing, validating, writing) = (options.clone(), options.clone(), options.clone());
    let earliest: Timestamp = EARLIEST.parse().expect("a time");
    vec![
        candidate("serde_json, plain structs", |text| {
            black_box(plain(text));
            0
        }),
        candidate("serde_json, IgnoredAny", |text| {
            black_box(serde_json::from_str::<IgnoredAny>(text)).ok();
            0
        }),
        candidate("parse_json", move |text| {
            let parsed = black_box(parse_json::<CheckoutSessionRequest>(text, &parsing));
            parsed.err().map_or(0, |report| violations(&report))
        }),
        candidate("validate_json", move |text| violations(&black_box(validate_json(text, &validating)))),
        candidate("validate_json and to_json", move |text| {
            let report = validate_json(text, &writing);
            black_box(report.to_json());
            violations(&report)
        }),
        candidate("validator + serde_json", move |text| {
            let request = plain(text);
            let mut errors = validator::Validate::validate(&request).err().unwrap_or_default();
            session::validate(&request, earliest, |field, message| {
                errors.add(field, validator::ValidationError::new(message));
            });
            black_box(&errors);
            errors.errors().len()
        }),
        candidate("garde + serde_json", move |text| {
            let request = plain(text);
            let mut errors = garde::Validate::validate(&request).err().unwrap_or_else(garde::Report::new);
            session::validate(&request, earliest, |field, message| {
                errors.append(garde::Path::new(field), garde::Error::new(message));
            });
            black_box(errors).into_inner().len()
        }),
        candidate("jsonschema + serde_json", move |text| {
            let value: Value = serde_json::from_str(text).expect("JSON");
            schema.iter_errors(&value).map(black_box).count()
        }),
    ]
}

fn candidate(name: &'static str, run: impl Fn(&str) -> usize + 'static) -> Candidate {
    Candidate { name, run: Box::new(run) }
}

fn plain(text: &str) -> Request<'_> {
    serde_json::from_str(text).expect("a request")
}

fn violations(report: &Report) -> usize {
    report.iter().count()
}
