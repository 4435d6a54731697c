//! Validation of Arrow arrays: bodies in, verdicts out, by the C data interface. Bodies are not copied.

use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, ListBuilder, StringBuilder, StructBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::TimestampMicrosecondType;
use arrow_array::{Array, ArrayRef, StructArray};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType, Field, FieldRef, Fields, TimeUnit};
use fintoc_preflight::{Options, Report, Timestamp, Violation, validate_json};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use pyo3_arrow::PyArray;
use pyo3_arrow::error::PyArrowResult;
use pyo3_arrow::ffi::{ArrayReader, to_array_pycapsules, to_schema_pycapsule, to_stream_pycapsule};
use pyo3_arrow::input::AnyArray;

use crate::options::Settings;

/// An Arrow array of verdicts: `struct<valid, errors, warnings>`, null where the body is null.
#[pyclass(module = "fintoc_preflight.arrow", frozen)]
pub(crate) struct Verdicts {
    array: ArrayRef,
}

#[pymethods]
impl Verdicts {
    #[expect(clippy::unused_self, reason = "a method of Python")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyArrowResult<Bound<'py, PyCapsule>> {
        to_schema_pycapsule(py, field().as_ref())
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyArrowResult<Bound<'py, PyTuple>> {
        to_array_pycapsules(py, field(), &self.array, requested_schema)
    }

    fn __len__(&self) -> usize {
        self.array.len()
    }

    fn __repr__(&self) -> String {
        format!("Verdicts(len={})", self.array.len())
    }
}

/// A stream of Arrow arrays of verdicts. Each chunk of bodies is read and validated when its verdicts are asked for.
#[pyclass(module = "fintoc_preflight.arrow", frozen)]
pub(crate) struct VerdictStream {
    reader: std::sync::Mutex<Option<Box<dyn ArrayReader + Send>>>,
}

#[pymethods]
impl VerdictStream {
    #[expect(clippy::unused_self, reason = "a method of Python")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyArrowResult<Bound<'py, PyCapsule>> {
        to_schema_pycapsule(py, field().as_ref())
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyArrowResult<Bound<'py, PyCapsule>> {
        let reader = self.reader.lock().ok().and_then(|mut reader| reader.take());
        let reader = reader.ok_or_else(|| PyValueError::new_err("the stream of verdicts has been read"))?;
        to_stream_pycapsule(py, reader, requested_schema)
    }

    #[expect(clippy::unused_self, reason = "a method of Python")]
    fn __repr__(&self) -> &'static str {
        "VerdictStream()"
    }
}

/// Validates an array of bodies, or a stream of arrays. With `times`, an array of timestamps, each body is validated at
/// its own time.
#[pyfunction]
#[pyo3(signature = (bodies, times, version, now, locale, strict, levels))]
#[expect(clippy::too_many_arguments, reason = "the options, as Python passes them")]
pub(crate) fn validate_arrow(
    py: Python<'_>,
    bodies: AnyArray,
    times: Option<PyArray>,
    version: &str,
    now: Option<&str>,
    locale: &str,
    strict: bool,
    levels: Option<Vec<(String, String)>>,
) -> PyResult<Py<PyAny>> {
    let options = Settings { version, now, locale, strict, levels }.options()?;
    match bodies {
        AnyArray::Array(array) => {
            let bodies = array.array();
            let times = times.map(|times| Times::read(times.array(), bodies.len())).transpose()?;
            let array = py.detach(|| verdicts(bodies, times.as_ref(), &options));
            let array = array.map_err(|error| PyTypeError::new_err(error.to_string()))?;
            Ok(Py::new(py, Verdicts { array })?.into_any())
        }
        AnyArray::Stream(stream) => {
            if times.is_some() {
                return Err(PyTypeError::new_err("now must be one time for a stream of bodies"));
            }
            let bodies = stream.into_reader()?;
            if !is_body(bodies.field().data_type()) {
                return Err(PyTypeError::new_err(NOT_BODIES));
            }
            let reader: Box<dyn ArrayReader + Send> = Box::new(Validated { bodies, options });
            Ok(Py::new(py, VerdictStream { reader: Some(reader).into() })?.into_any())
        }
    }
}

const NOT_BODIES: &str = "bodies must be an Arrow array of strings or of bytes";

const fn is_body(r#type: &DataType) -> bool {
    matches!(
        r#type,
        DataType::Utf8
            | DataType::LargeUtf8
            | DataType::Utf8View
            | DataType::Binary
            | DataType::LargeBinary
            | DataType::BinaryView
    )
}

/// The verdicts of a stream of bodies.
struct Validated {
    bodies: Box<dyn ArrayReader + Send>,
    options: Options,
}

impl Iterator for Validated {
    type Item = Result<ArrayRef, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.bodies.next()?.and_then(|bodies| verdicts(&bodies, None, &self.options)))
    }
}

impl ArrayReader for Validated {
    fn field(&self) -> FieldRef {
        field()
    }
}

/// The times of bodies, in microseconds since 1970-01-01T00:00:00Z.
struct Times(ArrayRef);

impl Times {
    fn read(array: &ArrayRef, length: usize) -> PyResult<Self> {
        let DataType::Timestamp(_, Some(_)) = array.data_type() else {
            return Err(PyTypeError::new_err("now must be an Arrow array of timestamps with a time zone"));
        };
        if array.len() != length {
            return Err(PyValueError::new_err("now must have as many times as there are bodies"));
        }
        let microseconds = DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()));
        cast(array, &microseconds).map(Self).map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// Returns the time of a row; `None` for a null, and outside the years that a [`Timestamp`] has.
    fn get(&self, row: usize) -> Option<Timestamp> {
        let times = self.0.as_primitive::<TimestampMicrosecondType>();
        let microseconds = times.is_valid(row).then(|| times.values().get(row).copied()).flatten()?;
        Timestamp::from_milliseconds(microseconds.div_euclid(1000)).ok()
    }
}

/// Validates the bodies of an array.
///
/// # Errors
///
/// An array of another type than strings or bytes.
fn verdicts(bodies: &ArrayRef, times: Option<&Times>, options: &Options) -> Result<ArrayRef, ArrowError> {
    let mut out = Builder::new(bodies.len());
    match bodies.data_type() {
        DataType::Utf8 => out.extend(bodies.as_string::<i32>().iter(), times, options),
        DataType::LargeUtf8 => out.extend(bodies.as_string::<i64>().iter(), times, options),
        DataType::Utf8View => out.extend(bodies.as_string_view().iter(), times, options),
        DataType::Binary => out.extend(bodies.as_binary::<i32>().iter(), times, options),
        DataType::LargeBinary => out.extend(bodies.as_binary::<i64>().iter(), times, options),
        DataType::BinaryView => out.extend(bodies.as_binary_view().iter(), times, options),
        _ => return Err(ArrowError::InvalidArgumentError(NOT_BODIES.to_owned())),
    }
    out.finish()
}

/// The fields of a violation.
fn violation_fields() -> Fields {
    ["rule", "code", "param", "message"].map(|name| Field::new(name, DataType::Utf8, false)).to_vec().into()
}

/// The field of a list of violations.
fn list_field(name: &str) -> Field {
    let element = Field::new("item", DataType::Struct(violation_fields()), false);
    Field::new(name, DataType::List(Arc::new(element)), false)
}

fn verdict_fields() -> Fields {
    vec![Field::new("valid", DataType::Boolean, false), list_field("errors"), list_field("warnings")].into()
}

/// The field of an array of verdicts.
fn field() -> FieldRef {
    Arc::new(Field::new("verdict", DataType::Struct(verdict_fields()), true))
}

type ViolationsBuilder = ListBuilder<StructBuilder>;

struct Builder {
    valid: BooleanBuilder,
    errors: ViolationsBuilder,
    warnings: ViolationsBuilder,
    /// True for each row that has a verdict.
    present: Vec<bool>,
}

impl Builder {
    fn new(rows: usize) -> Self {
        let violations = || {
            let element = Field::new("item", DataType::Struct(violation_fields()), false);
            ListBuilder::with_capacity(StructBuilder::from_fields(violation_fields(), 0), rows).with_field(element)
        };
        Self {
            valid: BooleanBuilder::with_capacity(rows),
            errors: violations(),
            warnings: violations(),
            present: Vec::with_capacity(rows),
        }
    }

    fn extend<B: AsRef<[u8]>>(
        &mut self,
        bodies: impl Iterator<Item = Option<B>>,
        times: Option<&Times>,
        options: &Options,
    ) {
        for (row, body) in bodies.enumerate() {
            let report = match (body, times) {
                (Some(body), None) => Some(validate_json(body, options)),
                (Some(body), Some(times)) => times.get(row).map(|now| validate_json(body, &options.clone().now(now))),
                (None, _) => None,
            };
            self.append(report.as_ref(), options);
        }
    }

    fn append(&mut self, report: Option<&Report>, options: &Options) {
        self.present.push(report.is_some());
        self.valid.append_value(report.is_some_and(Report::is_valid));
        for (list, violations) in [
            (&mut self.errors, report.map(|report| &report.errors)),
            (&mut self.warnings, report.map(|report| &report.warnings)),
        ] {
            for violation in violations.into_iter().flatten() {
                append(list.values(), violation, options);
            }
            list.append(true);
        }
    }

    fn finish(mut self) -> Result<ArrayRef, ArrowError> {
        let columns: Vec<ArrayRef> =
            vec![Arc::new(self.valid.finish()), Arc::new(self.errors.finish()), Arc::new(self.warnings.finish())];
        Ok(Arc::new(StructArray::try_new(verdict_fields(), columns, Some(self.present.into()))?))
    }
}

fn append(element: &mut StructBuilder, violation: &Violation, options: &Options) {
    let values =
        [violation.rule().as_str(), violation.code().as_str(), &violation.param(), &violation.message(options.locale)];
    for (index, value) in values.into_iter().enumerate() {
        if let Some(column) = element.field_builder::<StringBuilder>(index) {
            column.append_value(value);
        }
    }
    element.append(true);
}
