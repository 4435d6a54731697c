//! The sentences for values of Python that JSON does not have. The core's are for values of JavaScript.

use fintoc_preflight::Locale;

/// The kind of a value that the package writes as JSON, and `json.dumps` does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Conversion {
    /// A `datetime`, written as its `isoformat()`.
    DateTime,
    /// A `Decimal` without a fraction, written as an integer.
    Decimal,
    /// A member of an `Enum` that is neither a `str` nor an `int`, written as its value.
    Enum,
}

impl Conversion {
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::DateTime => "datetime",
            Self::Decimal => "decimal",
            Self::Enum => "enum",
        }
    }

    /// Returns the phrase that follows "amount is".
    pub(crate) const fn words(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::DateTime, Locale::Es) => {
                "un datetime, que json.dumps rechaza; guard(client) y to_json envían su isoformat()"
            }
            (Self::DateTime, _) => {
                "a datetime, which json.dumps refuses; guard(client) and to_json send its isoformat()"
            }
            (Self::Decimal, Locale::Es) => {
                "un Decimal, que json.dumps rechaza; guard(client) y to_json envían un entero"
            }
            (Self::Decimal, _) => "a Decimal, which json.dumps refuses; guard(client) and to_json send an integer",
            (Self::Enum, Locale::Es) => "un Enum, que json.dumps rechaza; guard(client) y to_json envían su value",
            (Self::Enum, _) => "an Enum, which json.dumps refuses; guard(client) and to_json send its value",
        }
    }
}

/// The reason why a value cannot be written as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    Cycle,
    Depth,
    Size,
    Raises,
    NotFinite,
    DecimalFraction,
    Bytes,
    Set,
    Date,
    Time,
    TimeDelta,
    Uuid,
    Mapping,
    Dataclass,
    Model,
    Iterator,
    Function,
    Name,
    Other,
}

impl Fault {
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Cycle => "cycle",
            Self::Depth => "depth",
            Self::Size => "size",
            Self::Raises => "raises",
            Self::NotFinite => "not_finite",
            Self::DecimalFraction => "decimal_fraction",
            Self::Bytes => "bytes",
            Self::Set => "set",
            Self::Date => "date",
            Self::Time => "time",
            Self::TimeDelta => "timedelta",
            Self::Uuid => "uuid",
            Self::Mapping => "mapping",
            Self::Dataclass => "dataclass",
            Self::Model => "model",
            Self::Iterator => "iterator",
            Self::Function => "function",
            Self::Name => "name",
            Self::Other => "other",
        }
    }

    /// Returns the clause that says what is wrong, and what to do.
    pub(crate) const fn words(self, locale: Locale) -> &'static str {
        match locale {
            Locale::Es => self.spanish(),
            Locale::En => self.english(),
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::Cycle => "it contains itself",
            Self::Depth => "it is nested deeper than 127 levels",
            Self::Size => "it is larger than 1 MiB",
            Self::Raises => "reading it raises an exception",
            Self::NotFinite => "it is NaN or infinite",
            Self::DecimalFraction => {
                "it is a Decimal that is not a whole number; amounts are whole, of the smallest unit"
            }
            Self::Bytes => "it is bytes; decode() makes a str of it",
            Self::Set => "it is a set; list() makes a list of it",
            Self::Date => "it is a date; isoformat() makes a str of it",
            Self::Time => "it is a time; isoformat() makes a str of it",
            Self::TimeDelta => "it is a timedelta; add it to a datetime",
            Self::Uuid => "it is a UUID; str() makes a str of it",
            Self::Mapping => "it is a mapping and not a dict; dict() makes a dict of it",
            Self::Dataclass => "it is a dataclass; dataclasses.asdict() makes a dict of it",
            Self::Model => "it is a model; model_dump(mode=\"json\") makes a dict of it",
            Self::Iterator => "it is an iterator; list() makes a list of it",
            Self::Function => "it is a function or a class",
            Self::Name => "a name in it is neither a str, a number, a bool nor None",
            Self::Other => "it is an object that JSON does not have",
        }
    }

    const fn spanish(self) -> &'static str {
        match self {
            Self::Cycle => "se contiene a sí mismo",
            Self::Depth => "está anidado a más de 127 niveles",
            Self::Size => "es mayor que 1 MiB",
            Self::Raises => "leerlo lanza una excepción",
            Self::NotFinite => "es NaN o infinito",
            Self::DecimalFraction => "es un Decimal que no es entero; los montos son enteros, de la unidad menor",
            Self::Bytes => "es bytes; decode() lo convierte en str",
            Self::Set => "es un set; list() lo convierte en lista",
            Self::Date => "es un date; isoformat() lo convierte en str",
            Self::Time => "es un time; isoformat() lo convierte en str",
            Self::TimeDelta => "es un timedelta; súmalo a un datetime",
            Self::Uuid => "es un UUID; str() lo convierte en str",
            Self::Mapping => "es un mapping y no un dict; dict() lo convierte en dict",
            Self::Dataclass => "es una dataclass; dataclasses.asdict() la convierte en dict",
            Self::Model => "es un modelo; model_dump(mode=\"json\") lo convierte en dict",
            Self::Iterator => "es un iterador; list() lo convierte en lista",
            Self::Function => "es una función o una clase",
            Self::Name => "un nombre en él no es str, número, bool ni None",
            Self::Other => "es un objeto que JSON no tiene",
        }
    }
}
