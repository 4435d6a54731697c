//! Writes a value of Python as JSON text, as `json.dumps(value, ensure_ascii=False, separators=(",", ":"),
//! allow_nan=False)` does, with which the official client writes its bodies; and three kinds of values beside.
//!
//! Objects are read once each, and no object that the caller's code may change is read while it is iterated over.

use fintoc_preflight::{
    BodyKind, Locale, Loss, Losses, Options, Path, Report, Segment, ValueFault, ViolationKind, report_unserializable,
};
use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyByteArray, PyDict, PyFloat, PyInt, PyList, PyMemoryView, PyString, PyTuple};
use serde_json::Value;

use crate::words::{Conversion, Fault};

/// The limit of nested objects and arrays, the body included: that of the core.
const MAX_DEPTH: usize = 127;

/// The number of digits of the largest integer that is written.
const MAX_DIGITS: i64 = 4300;

/// A value as JSON text.
pub(crate) struct Serialized {
    pub(crate) text: String,
    /// The values that `json.dumps` would refuse, in the order of the text.
    conversions: Vec<(Path, Conversion)>,
    /// The number of further ones.
    omitted: usize,
    /// The string in which half of a surrogate pair is. The text has it as an escape, which the core refuses.
    surrogate: Option<Path>,
}

impl Serialized {
    pub(crate) const fn losses_count(&self) -> usize {
        self.conversions.len()
    }

    pub(crate) const fn has_surrogate(&self) -> bool {
        self.surrogate.is_some()
    }

    /// Returns what the core must know of the value beside its text. The core has no word for these conversions: each is
    /// given as [`PLACEHOLDER`], whose words [`explain`](Self::explain) replaces.
    pub(crate) fn losses(&self) -> Losses {
        let listed = self.conversions.iter().map(|(path, _)| (path.clone(), PLACEHOLDER)).collect();
        Losses { listed, omitted: self.omitted, ..self.without_conversions() }
    }

    pub(crate) fn without_conversions(&self) -> Losses {
        Losses { lone_surrogate: self.surrogate.clone(), ..Losses::default() }
    }

    /// Returns a report as JSON, with the conversions in words of Python.
    pub(crate) fn explain(&self, report: &Report, locale: Locale) -> String {
        let kind_at = |violation: &Value| {
            let path = Path::list_from_json(&Value::from(vec![violation.get("path")?.clone()]).to_string()).pop()?;
            self.conversions.iter().find(|(place, _)| *place == path).map(|(_, kind)| (kind.id(), kind.words(locale)))
        };
        replace(report, "lost-in-json", phrase_of_placeholder(locale), kind_at)
    }
}

const PLACEHOLDER: Loss = Loss::InvalidDate;

const fn phrase_of_placeholder(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "an invalid Date, which is sent as null",
        Locale::Es => "una Date inválida, que se envía como null",
    }
}

/// A value that cannot be written as JSON.
pub(crate) struct Unserializable {
    fault: Fault,
    path: Path,
}

impl Unserializable {
    /// Returns the report, one error, as JSON.
    pub(crate) fn report(self, body: BodyKind, options: &Options) -> String {
        let Self { fault, path } = self;
        if fault == Fault::Size {
            let kind = ViolationKind::BodySize { limit: options.max_bytes };
            return report_unserializable(kind, Path::default(), body, options).to_json();
        }
        let kind = ViolationKind::NotSerializable { cause: ValueFault::Getter };
        let phrase = match options.locale {
            Locale::En => "reading it throws an error",
            Locale::Es => "leerlo lanza un error",
        };
        let report = report_unserializable(kind, path, body, options);
        replace(&report, "not-serializable", phrase, |_| Some((fault.id(), fault.words(options.locale))))
    }
}

/// Returns a report as JSON, with another cause and phrase in the violations of a rule. `words` returns both.
fn replace<'w>(
    report: &Report,
    rule: &str,
    phrase: &str,
    words: impl Fn(&Value) -> Option<(&'w str, &'w str)>,
) -> String {
    let text = report.to_json();
    let Ok(mut value) = serde_json::from_str::<Value>(&text) else { return text };
    for list in ["errors", "warnings"] {
        for violation in value.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
            if violation.get("rule").and_then(Value::as_str) != Some(rule) {
                continue;
            }
            let Some((id, words)) = words(violation) else { continue };
            if let Some(Value::String(message)) = violation.get_mut("message") {
                *message = message.replace(phrase, words);
            }
            if let Some(cause) = violation.get_mut("facts").and_then(|facts| facts.get_mut("cause")) {
                *cause = id.into();
            }
        }
    }
    value.to_string()
}

/// True for bytes that are no `bytes`: they can change, so they must be copied.
pub(crate) fn is_buffer(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(value.is_instance_of::<PyByteArray>() || value.is_instance(&value.py().get_type::<PyMemoryView>())?)
}

/// Writes a value as JSON text.
///
/// # Errors
///
/// What the caller's own code raises, if it is no `Exception`, such as `KeyboardInterrupt`.
pub(crate) fn serialize(value: &Bound<'_, PyAny>) -> PyResult<Result<Serialized, Unserializable>> {
    let mut writer = Writer::default();
    match writer.value(value, &Trail::body(value), 0) {
        Ok(()) => {
            let Writer { text, conversions, omitted, surrogate } = writer;
            Ok(Ok(Serialized { text, conversions, omitted, surrogate }))
        }
        Err(Stop::Fault(fault, path)) => Ok(Err(Unserializable { fault, path })),
        Err(Stop::Interrupt(error)) => Err(error),
    }
}

/// The reason why writing ended.
enum Stop {
    Fault(Fault, Path),
    Interrupt(PyErr),
}

/// The place of a value: a list of steps on the stack, which allocates only when something is reported there.
struct Trail<'t, 'py> {
    parent: Option<&'t Trail<'t, 'py>>,
    step: Step<'t>,
    /// The object at the place.
    object: &'t Bound<'py, PyAny>,
}

enum Step<'t> {
    /// The same place: the value of an enum.
    None,
    Name(&'t str),
    Index(usize),
}

impl<'t, 'py> Trail<'t, 'py> {
    const fn body(object: &'t Bound<'py, PyAny>) -> Self {
        Self { parent: None, step: Step::None, object }
    }

    const fn at(&'t self, step: Step<'t>, object: &'t Bound<'py, PyAny>) -> Self {
        Self { parent: Some(self), step, object }
    }

    fn path(&self) -> Path {
        let mut segments = Vec::new();
        let mut trail = Some(self);
        while let Some(Self { parent, step, .. }) = trail {
            match step {
                Step::None => {}
                Step::Name(name) => segments.push(Segment::Key((*name).to_owned().into())),
                Step::Index(index) => segments.push(Segment::Index(*index)),
            }
            trail = *parent;
        }
        segments.reverse();
        segments.into()
    }

    /// True if an object around this one is the same.
    fn is_cycle(&self) -> bool {
        let mut trail = self.parent;
        while let Some(Trail { parent, object, .. }) = trail {
            if object.is(self.object) {
                return true;
            }
            trail = *parent;
        }
        false
    }

    fn fault(&self, fault: Fault) -> Stop {
        Stop::Fault(fault, self.path())
    }

    /// Returns the reason to stop for an exception of the caller's code.
    fn raised(&self, error: PyErr) -> Stop {
        if error.is_instance_of::<PyException>(self.object.py()) {
            self.fault(Fault::Raises)
        } else {
            Stop::Interrupt(error)
        }
    }
}

#[derive(Default)]
struct Writer {
    text: String,
    conversions: Vec<(Path, Conversion)>,
    omitted: usize,
    surrogate: Option<Path>,
}

impl Writer {
    /// Writes a value, in the order of `json.dumps`: a subclass of `str`, `int`, `float`, `list`, `tuple` or `dict` is
    /// written as what it extends.
    fn value<'py>(&mut self, value: &Bound<'py, PyAny>, trail: &Trail<'_, 'py>, depth: usize) -> Result<(), Stop> {
        if let Ok(text) = value.cast::<PyString>() {
            self.string(text, trail)
        } else if value.is_none() {
            self.push("null", trail)
        } else if let Ok(boolean) = value.cast::<PyBool>() {
            self.push(if boolean.is_true() { "true" } else { "false" }, trail)
        } else if let Ok(integer) = value.cast::<PyInt>() {
            self.integer(integer, trail)
        } else if let Ok(float) = value.cast::<PyFloat>() {
            self.float(float.value(), trail)
        } else if let Ok(object) = value.cast::<PyDict>() {
            self.object(object, trail, depth)
        } else if let Ok(list) = value.cast::<PyList>() {
            // A copy: a list may change while its elements are read.
            self.array(&list.to_tuple(), trail, depth)
        } else if let Ok(tuple) = value.cast::<PyTuple>() {
            self.array(tuple, trail, depth)
        } else {
            self.convert(value, trail, depth)
        }
    }

    fn push(&mut self, text: &str, trail: &Trail<'_, '_>) -> Result<(), Stop> {
        if self.text.len().saturating_add(text.len()) > Options::MAX_BYTES {
            return Err(trail.fault(Fault::Size));
        }
        self.text.push_str(text);
        Ok(())
    }

    fn string(&mut self, text: &Bound<'_, PyString>, trail: &Trail<'_, '_>) -> Result<(), Stop> {
        match text.to_str() {
            Ok(text) => self.quoted(text, trail),
            Err(_) => self.surrogate(trail),
        }
    }

    /// Writes half of a surrogate pair in place of a string that has one.
    fn surrogate(&mut self, trail: &Trail<'_, '_>) -> Result<(), Stop> {
        self.surrogate.get_or_insert_with(|| trail.path());
        self.push("\"\\ud800\"", trail)
    }

    fn quoted(&mut self, text: &str, trail: &Trail<'_, '_>) -> Result<(), Stop> {
        self.push("\"", trail)?;
        let is_escaped = |byte: &u8| matches!(byte, b'"' | b'\\' | ..=0x1f);
        if text.as_bytes().iter().any(is_escaped) {
            // Writing a string to memory cannot fail.
            let quoted = serde_json::to_string(text).unwrap_or_default();
            let escaped = quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or_default();
            self.push(escaped, trail)?;
        } else {
            self.push(text, trail)?;
        }
        self.push("\"", trail)
    }

    fn integer(&mut self, integer: &Bound<'_, PyInt>, trail: &Trail<'_, '_>) -> Result<(), Stop> {
        if let Ok(number) = integer.extract::<i64>() {
            return self.push(&number.to_string(), trail);
        }
        // As json.dumps does: a subclass cannot change the text.
        let text = integer.py().get_type::<PyInt>().call_method1("__repr__", (integer,));
        let text = text.map_err(|error| trail.raised(error))?.to_string();
        self.push(&text, trail)
    }

    fn float(&mut self, number: f64, trail: &Trail<'_, '_>) -> Result<(), Stop> {
        if !number.is_finite() {
            return Err(trail.fault(Fault::NotFinite));
        }
        let text = PyFloat::new(trail.object.py(), number).repr().map_err(|error| trail.raised(error))?.to_string();
        self.push(&text, trail)
    }

    fn array<'py>(&mut self, list: &Bound<'py, PyTuple>, trail: &Trail<'_, 'py>, depth: usize) -> Result<(), Stop> {
        let depth = enter(trail, depth)?;
        self.push("[", trail)?;
        for (index, element) in list.iter().enumerate() {
            if index > 0 {
                self.push(",", trail)?;
            }
            self.value(&element, &trail.at(Step::Index(index), &element), depth)?;
        }
        self.push("]", trail)
    }

    fn object<'py>(&mut self, dict: &Bound<'py, PyDict>, trail: &Trail<'_, 'py>, depth: usize) -> Result<(), Stop> {
        let depth = enter(trail, depth)?;
        if dict.is_empty() {
            return self.push("{}", trail);
        }
        // A copy, as json.dumps makes one; a subclass may have an `items` of its own.
        let items = if dict.is_exact_instance_of::<PyDict>() {
            dict.items()
        } else {
            let items = dict.call_method0("items").and_then(|items| items.try_iter()?.collect::<PyResult<Vec<_>>>());
            PyList::new(dict.py(), items.map_err(|error| trail.raised(error))?).map_err(|error| trail.raised(error))?
        };
        self.push("{", trail)?;
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.push(",", trail)?;
            }
            let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) =
                item.extract().map_err(|error| trail.raised(error))?;
            self.member(&name, &value, trail, depth)?;
        }
        self.push("}", trail)
    }

    fn member<'py>(
        &mut self,
        name: &Bound<'py, PyAny>,
        value: &Bound<'py, PyAny>,
        trail: &Trail<'_, 'py>,
        depth: usize,
    ) -> Result<(), Stop> {
        let other;
        let name = if let Ok(name) = name.cast::<PyString>() {
            let Ok(name) = name.to_str() else {
                self.surrogate(trail)?;
                self.push(":", trail)?;
                return self.value(value, &trail.at(Step::None, value), depth);
            };
            name
        } else {
            other = name_of(name, trail)?;
            &other
        };
        self.quoted(name, trail)?;
        self.push(":", trail)?;
        self.value(value, &trail.at(Step::Name(name), value), depth)
    }

    /// Writes a value that `json.dumps` refuses: a datetime, a whole Decimal, the value of an Enum.
    fn convert<'py>(&mut self, value: &Bound<'py, PyAny>, trail: &Trail<'_, 'py>, depth: usize) -> Result<(), Stop> {
        match known(value).map_err(|error| trail.raised(error))? {
            Known::Conversion(kind, written) => {
                let depth = enter(trail, depth)?;
                if self.conversions.len() < Options::MAX_VIOLATIONS {
                    self.conversions.push((trail.path(), kind));
                } else {
                    self.omitted = self.omitted.saturating_add(1);
                }
                self.value(&written, &trail.at(Step::None, &written), depth)
            }
            Known::Fault(fault) => Err(trail.fault(fault)),
        }
    }
}

/// What is known of a value that `json.dumps` refuses.
enum Known<'py> {
    Conversion(Conversion, Bound<'py, PyAny>),
    Fault(Fault),
}

/// Returns what a value is written as, or why it is not.
fn known<'py>(value: &Bound<'py, PyAny>) -> PyResult<Known<'py>> {
    let types = Types::of(value.py())?;
    if is(value, &types.enumeration)? {
        return Ok(Known::Conversion(Conversion::Enum, value.getattr("value")?));
    }
    if is(value, &types.datetime)? {
        return Ok(Known::Conversion(Conversion::DateTime, value.call_method0("isoformat")?));
    }
    if is(value, &types.decimal)? {
        return whole(value);
    }
    Ok(Known::Fault(types.fault_of(value)?))
}

/// Returns the integer that a Decimal is.
fn whole<'py>(decimal: &Bound<'py, PyAny>) -> PyResult<Known<'py>> {
    if !decimal.call_method0("is_finite")?.is_truthy()? {
        return Ok(Known::Fault(Fault::NotFinite));
    }
    // Checked first: the integer of `Decimal("1e999999")` has a million digits.
    if decimal.call_method0("adjusted")?.extract::<i64>()? >= MAX_DIGITS {
        return Ok(Known::Fault(Fault::DecimalFraction));
    }
    let integer = decimal.py().get_type::<PyInt>().call1((decimal,))?;
    Ok(if integer.eq(decimal)? {
        Known::Conversion(Conversion::Decimal, integer)
    } else {
        Known::Fault(Fault::DecimalFraction)
    })
}

/// Returns the depth within an object or array.
fn enter(trail: &Trail<'_, '_>, depth: usize) -> Result<usize, Stop> {
    if trail.is_cycle() {
        return Err(trail.fault(Fault::Cycle));
    }
    let depth = depth.saturating_add(1);
    if depth > MAX_DEPTH { Err(trail.fault(Fault::Depth)) } else { Ok(depth) }
}

/// Returns the text of a name that is no string, as `json.dumps` writes it.
fn name_of(name: &Bound<'_, PyAny>, trail: &Trail<'_, '_>) -> Result<String, Stop> {
    let mut writer = Writer::default();
    let is_name = name.is_none()
        || name.is_instance_of::<PyBool>()
        || name.is_instance_of::<PyInt>()
        || name.is_instance_of::<PyFloat>();
    if !is_name {
        return Err(trail.fault(Fault::Name));
    }
    writer.value(name, trail, 0)?;
    Ok(writer.text)
}

/// True for an instance of a class.
fn is(value: &Bound<'_, PyAny>, class: &Py<PyAny>) -> PyResult<bool> {
    value.is_instance(class.bind(value.py()))
}

/// The classes that are looked for, imported once.
struct Types {
    enumeration: Py<PyAny>,
    datetime: Py<PyAny>,
    decimal: Py<PyAny>,
    /// In the order in which they are tried.
    faults: Vec<(Py<PyAny>, Fault)>,
}

static TYPES: PyOnceLock<Types> = PyOnceLock::new();

impl Types {
    fn of(py: Python<'_>) -> PyResult<&Self> {
        TYPES.get_or_try_init(py, || {
            let class = |module: &str, name: &str| Ok::<_, PyErr>(py.import(module)?.getattr(name)?.unbind());
            let faults = [
                ("builtins", "bytes", Fault::Bytes),
                ("builtins", "bytearray", Fault::Bytes),
                ("builtins", "memoryview", Fault::Bytes),
                ("collections.abc", "Set", Fault::Set),
                ("datetime", "date", Fault::Date),
                ("datetime", "time", Fault::Time),
                ("datetime", "timedelta", Fault::TimeDelta),
                ("uuid", "UUID", Fault::Uuid),
                ("collections.abc", "Mapping", Fault::Mapping),
                ("collections.abc", "Iterator", Fault::Iterator),
            ];
            Ok(Self {
                enumeration: class("enum", "Enum")?,
                datetime: class("datetime", "datetime")?,
                decimal: class("decimal", "Decimal")?,
                faults: faults
                    .into_iter()
                    .map(|(module, name, fault)| Ok((class(module, name)?, fault)))
                    .collect::<PyResult<_>>()?,
            })
        })
    }

    /// Returns the fault that names the kind of a value.
    fn fault_of(&self, value: &Bound<'_, PyAny>) -> PyResult<Fault> {
        for (class, fault) in &self.faults {
            if is(value, class)? {
                return Ok(*fault);
            }
        }
        // Of the class, so that no `__getattr__` of the value's is called.
        let class = value.get_type();
        Ok(if class.hasattr("__dataclass_fields__")? {
            Fault::Dataclass
        } else if class.hasattr("model_dump")? {
            Fault::Model
        } else if value.is_callable() {
            Fault::Function
        } else {
            Fault::Other
        })
    }
}
