//! The native module of the Python package: it converts, and decides nothing.
//!
//! Reports cross as JSON text, the same bytes as in every other binding; the classes that Python programs see are in
//! `python/fintoc_preflight/`. The core runs without the GIL.

// As in the core, no input may cause a panic.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used
)]

mod arrow;
mod options;
mod serialize;
mod words;

use std::str::FromStr;
use std::time::Duration;

use fintoc_preflight::schema::{Target, json_schema as schema_of};
use fintoc_preflight::session::{checkout_session_json, compare_json, event_json};
use fintoc_preflight::webhook::verify_signature as verify;
use fintoc_preflight::{BodyKind, Options, Report, Rule, Timestamp, Version, validate_json, validate_lossy};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};

use self::options::{Settings, locale_of, parsed};
use self::serialize::{Serialized, Unserializable, serialize};

/// The native module of `fintoc_preflight`.
#[pymodule]
mod _core {
    #[pymodule_export]
    use super::arrow::{VerdictStream, Verdicts, validate_arrow};
    #[pymodule_export]
    use super::{
        catalogue, check, compare_session, json_schema, read_event, read_session, rule_ids, to_json, verify_signature,
        visible,
    };
}

/// A body: text or bytes as they are, or the JSON text of another value.
enum Body<'py> {
    Text(Bound<'py, PyString>),
    Bytes(Bound<'py, PyBytes>),
    Written(Serialized),
}

impl<'py> Body<'py> {
    /// Reads a body. A string with half of a surrogate pair is not UTF-8, so it is passed as bytes that are not either.
    fn read(value: &Bound<'py, PyAny>) -> PyResult<Result<Self, Unserializable>> {
        if let Ok(text) = value.cast::<PyString>() {
            return Ok(Ok(match text.to_str() {
                Ok(_) => Self::Text(text.clone()),
                Err(_) => Self::Bytes(PyBytes::new(value.py(), b"\xff")),
            }));
        }
        if let Ok(bytes) = value.cast::<PyBytes>() {
            return Ok(Ok(Self::Bytes(bytes.clone())));
        }
        if serialize::is_buffer(value)? {
            let bytes = value.py().get_type::<PyBytes>().call1((value,))?;
            return Ok(Ok(Self::Bytes(bytes.cast_into()?)));
        }
        Ok(serialize(value)?.map(Self::Written))
    }

    fn bytes(&self) -> PyResult<&[u8]> {
        Ok(match self {
            Self::Text(text) => text.to_str()?.as_bytes(),
            Self::Bytes(bytes) => bytes.as_bytes(),
            Self::Written(written) => written.text.as_bytes(),
        })
    }
}

/// The text of a request, if it has one and it was asked for; whether it is valid; and its report as JSON, `None` if it
/// is empty.
type Checked = (Option<String>, bool, Option<String>);

/// Validates a request. With `converts`, values that the package writes as JSON and `json.dumps` does not are no
/// warnings.
#[pyfunction]
#[pyo3(signature = (request, with_text, converts, version, now, locale, strict, levels))]
#[expect(clippy::too_many_arguments, reason = "the options, as Python passes them")]
fn check(
    py: Python<'_>,
    request: &Bound<'_, PyAny>,
    with_text: bool,
    converts: bool,
    version: &str,
    now: Option<&str>,
    locale: &str,
    strict: bool,
    levels: Option<Vec<(String, String)>>,
) -> PyResult<Checked> {
    let options = Settings { version, now, locale, strict, levels }.options()?;
    let body = match Body::read(request)? {
        Ok(body) => body,
        Err(fault) => return Ok((None, false, Some(fault.report(BodyKind::Request, &options)))),
    };
    let (valid, report) = match &body {
        Body::Written(written) if written.losses_count() > 0 && !converts || written.has_surrogate() => {
            let losses = if converts { written.without_conversions() } else { written.losses() };
            let report = py.detach(|| validate_lossy(&written.text, losses, &options));
            (report.is_valid(), Some(written.explain(&report, options.locale)))
        }
        _ => {
            let bytes = body.bytes()?;
            let report = py.detach(|| validate_json(bytes, &options));
            (report.is_valid(), (!report.is_empty()).then(|| report.to_json()))
        }
    };
    let text = with_text.then(|| body.bytes().ok().and_then(|bytes| String::from_utf8(bytes.to_vec()).ok()));
    Ok((text.flatten(), valid, report))
}

/// Returns the JSON text of a request, or the report on why it has none.
#[pyfunction]
fn to_json(request: &Bound<'_, PyAny>, locale: &str) -> PyResult<(Option<String>, Option<String>)> {
    let options = Options::new(Timestamp::UNIX_EPOCH).locale(locale_of(locale)?);
    Ok(match serialize(request)? {
        Ok(written) if written.has_surrogate() => {
            let report = validate_lossy(&written.text, written.without_conversions(), &options);
            (None, Some(report.to_json()))
        }
        Ok(written) => (Some(written.text), None),
        Err(fault) => (None, Some(fault.report(BodyKind::Request, &options))),
    })
}

/// The JSON text of an answer and its report, or the report alone.
type Answer = (Option<String>, Option<String>);

#[pyfunction]
fn read_session(py: Python<'_>, body: &Bound<'_, PyAny>, locale: &str, strict: bool) -> PyResult<Answer> {
    read(py, body, locale, strict, BodyKind::Session, |body, options| checkout_session_json(body, options))
}

#[pyfunction]
fn read_event(py: Python<'_>, body: &Bound<'_, PyAny>, locale: &str, strict: bool) -> PyResult<Answer> {
    read(py, body, locale, strict, BodyKind::Event, |body, options| event_json(body, options))
}

fn read(
    py: Python<'_>,
    body: &Bound<'_, PyAny>,
    locale: &str,
    strict: bool,
    kind: BodyKind,
    text: fn(&[u8], &Options) -> Result<String, Report>,
) -> PyResult<Answer> {
    let options = Options::new(Timestamp::UNIX_EPOCH).locale(locale_of(locale)?).strict(strict);
    let body = match Body::read(body)? {
        Ok(body) => body,
        Err(fault) => return Ok((None, Some(fault.report(kind, &options)))),
    };
    let bytes = body.bytes()?;
    Ok(answer(py.detach(|| text(bytes, &options))))
}

fn answer(result: Result<String, Report>) -> Answer {
    match result {
        Ok(text) => (Some(text), None),
        Err(report) => (None, Some(report.to_json())),
    }
}

/// Compares a session with its request.
#[pyfunction]
fn compare_session(
    py: Python<'_>,
    request: &Bound<'_, PyAny>,
    session: &Bound<'_, PyAny>,
    version: &str,
    locale: &str,
) -> PyResult<Answer> {
    let options =
        Settings { version, now: Some("1970-01-01T00:00:00Z"), locale, strict: false, levels: None }.options()?;
    let mut bodies = Vec::new();
    for (value, kind) in [(request, BodyKind::Request), (session, BodyKind::Session)] {
        match Body::read(value)? {
            Ok(body) => bodies.push(body),
            Err(fault) => return Ok((None, Some(fault.report(kind, &options)))),
        }
    }
    let [request, session] = bodies.as_slice() else { return Ok((None, None)) };
    let (request, session) = (request.bytes()?, session.bytes()?);
    let compared = py.detach(|| compare_json(request, session, &options));
    Ok(answer(compared.map(|comparison| comparison.to_json(options.locale))))
}

/// Verifies the signature of a webhook. Returns the id of the reason why it must not be trusted, and a sentence.
#[pyfunction]
fn verify_signature(
    body: &Bound<'_, PyAny>,
    header: &str,
    secret: &str,
    now: Option<&str>,
    tolerance: f64,
) -> PyResult<Option<(&'static str, String)>> {
    use fintoc_preflight::webhook::SignatureError;

    let tolerance = Duration::try_from_secs_f64(tolerance)
        .map_err(|_| PyValueError::new_err("tolerance must be a time of 0 or more"))?;
    let Ok(body @ (Body::Text(_) | Body::Bytes(_))) = Body::read(body)? else {
        return Err(PyTypeError::new_err("body must be the bytes as received"));
    };
    Ok(verify(body.bytes()?, header, secret, options::time(now)?, tolerance).err().map(|error| {
        let id = match error {
            SignatureError::EmptySecret => "empty-secret",
            SignatureError::MalformedHeader => "malformed-header",
            SignatureError::OutsideTolerance => "outside-tolerance",
            SignatureError::Mismatch => "mismatch",
        };
        (id, error.to_string())
    }))
}

/// Returns the catalogue of rules as JSON.
#[pyfunction]
fn catalogue(locale: &str) -> PyResult<String> {
    Ok(Rule::catalogue_json_in(locale_of(locale)?))
}

/// Returns the ids of all rules, in the order of the catalogue.
#[pyfunction]
fn rule_ids() -> Vec<&'static str> {
    Rule::ALL.iter().map(|rule| rule.as_str()).collect()
}

/// Returns the JSON Schema of a request as JSON.
#[pyfunction]
fn json_schema(version: &str, target: &str) -> PyResult<String> {
    let version = parsed::<Version>("version", version, "\"v1\" or \"v2\"")?;
    let target = Target::from_str(target).map_err(|_| {
        let names: Vec<&str> = Target::ALL.iter().map(|target| target.as_str()).collect();
        PyValueError::new_err(format!("target must be one of {}", names.join(", ")))
    })?;
    Ok(schema_of(version, target).to_string())
}

/// Returns a name in visible characters, cut after 100, as the core displays it.
#[pyfunction]
fn visible(name: &str) -> String {
    fintoc_preflight::Path::from_iter([fintoc_preflight::Segment::Key(name.to_owned().into())]).to_string()
}
