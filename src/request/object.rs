use super::field::Field;
use super::value::{IntoOwned, Text, Value};
use crate::json::{Json, Reader, SyntaxError, Writer};
use crate::path::Place;
use crate::rules::shape::Shape;

/// An object of the request. [`object!`] implements it from one list of fields.
pub(crate) trait Object<'a>: Default {
    /// The names of the fields, in the order of their table.
    const NAMES: &'static [&'static str];

    /// Whether another rule than `unknown-field` judges names that are not in the table.
    const OPEN: bool;

    /// Reads the value of the member `name`.
    fn read_member(&mut self, name: Text<'a>, reader: &mut Reader<'a>) -> Result<(), SyntaxError>;

    fn write_members(&self, out: &mut Members<'_, impl Writer>);

    fn shape_members(&self, at: &Place<'_>, shape: &mut Shape<'_>);

    fn extra(&self) -> &Extra<'a>;
}

/// Declares an object of the request: a struct with a [`Field`] for each name, in the order of the table of fields.
///
/// `closed` objects know all their names; the unknown names of `open` ones have a rule of their own. A field whose name
/// is a word of Rust is followed by the name on the wire.
macro_rules! object {
    (
        $(#[$meta:meta])*
        pub struct $Object:ident: $openness:ident {
            $( $(#[$field_meta:meta])* pub $field:ident $(as $wire:literal)?: $Type:ty, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct $Object<'a> {
            $( $(#[$field_meta])* pub $field: $crate::request::Field<'a, $Type>, )*
            /// What the object holds beside its fields.
            pub extra: $crate::request::Extra<'a>,
        }

        impl<'a> $crate::request::object::Object<'a> for $Object<'a> {
            const NAMES: &'static [&'static str] = &[$( $crate::request::object::wire!($field $($wire)?) ),*];
            const OPEN: bool = $crate::request::object::is_open!($openness);

            fn read_member(
                &mut self,
                name: $crate::request::Text<'a>,
                reader: &mut $crate::json::Reader<'a>,
            ) -> Result<(), $crate::json::SyntaxError> {
                match name.as_ref() {
                    $( $crate::request::object::wire!($field $($wire)?)
                        if matches!(self.$field, $crate::request::Field::Absent) =>
                    {
                        self.$field = $crate::request::Field::read(reader)?;
                    } )*
                    _ => self.extra.push(name, reader.skip()?),
                }
                Ok(())
            }

            fn write_members(
                &self,
                out: &mut $crate::request::object::Members<'_, impl $crate::json::Writer>,
            ) {
                $( out.field($crate::request::object::wire!($field $($wire)?), &self.$field); )*
            }

            fn shape_members(&self, at: &$crate::path::Place<'_>, shape: &mut $crate::rules::shape::Shape<'_>) {
                $( self.$field.shape(&at.member(Self::NAMES, $crate::request::object::wire!($field $($wire)?)), shape); )*
            }

            fn extra(&self) -> &$crate::request::Extra<'a> {
                &self.extra
            }
        }

        impl<'a> $crate::request::Value<'a> for $Object<'a> {
            const EXPECTED: $crate::request::Expected = $crate::request::Expected::Object;

            fn read(reader: &mut $crate::json::Reader<'a>) -> Result<Option<Self>, $crate::json::SyntaxError> {
                $crate::request::object::read(reader)
            }

            fn write(&self, out: &mut impl $crate::json::Writer) {
                $crate::request::object::write(self, out);
            }

            fn shape(&self, at: &$crate::path::Place<'_>, shape: &mut $crate::rules::shape::Shape<'_>) {
                $crate::request::object::shape(self, at, shape);
            }
        }

        impl $crate::request::IntoOwned for $Object<'_> {
            type Owned = $Object<'static>;

            fn into_owned(self) -> Self::Owned {
                $Object {
                    $( $field: self.$field.into_owned(), )*
                    extra: self.extra.into_owned(),
                }
            }
        }
    };
}

/// The name of a field on the wire.
macro_rules! wire {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $wire:literal) => {
        $wire
    };
}

macro_rules! is_open {
    (open) => {
        true
    };
    (closed) => {
        false
    };
}

pub(crate) use {is_open, object, wire};

pub(crate) fn read<'a, T: Object<'a>>(reader: &mut Reader<'a>) -> Result<Option<T>, SyntaxError> {
    if reader.peek() != Some(b'{') {
        return reader.skip().map(|_| None);
    }
    let mut object = T::default();
    reader.object(|reader, name| object.read_member(name, reader))?;
    Ok(Some(object))
}

pub(crate) fn write<'a, T: Object<'a>>(object: &T, out: &mut impl Writer) {
    let mut members = Members::open(out);
    object.write_members(&mut members);
    for (name, value) in object.extra().iter() {
        members.raw(name, value);
    }
    members.close();
}

pub(crate) fn shape<'a, T: Object<'a>>(object: &T, at: &Place<'_>, shape: &mut Shape<'_>) {
    object.shape_members(at, shape);
    shape.extra(T::NAMES, T::OPEN, object.extra(), at);
}

/// Writes the members of an object.
pub(crate) struct Members<'w, W> {
    out: &'w mut W,
    separator: &'static str,
}

impl<'w, W: Writer> Members<'w, W> {
    pub(crate) const fn open(out: &'w mut W) -> Self {
        Self { out, separator: "{" }
    }

    /// Writes a field, unless nothing is there.
    pub(crate) fn field<'a>(&mut self, name: &str, field: &Field<'a, impl Value<'a>>) {
        if !matches!(field, Field::Absent) {
            self.name(name);
            field.write(self.out);
        }
    }

    pub(crate) fn raw(&mut self, name: &str, value: &Json<'_>) {
        self.name(name);
        self.out.raw(value.as_str());
    }

    pub(crate) fn close(self) {
        self.out.raw(if self.separator == "{" { "{}" } else { "}" });
    }

    fn name(&mut self, name: &str) {
        self.out.raw(self.separator);
        self.separator = ",";
        self.out.string(name);
        self.out.raw(":");
    }
}

/// What an object holds beside its fields: names that are not in the documentation, and values of names that had been
/// there before, which do not count.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, Options, Timestamp, parse_json};
///
/// let text = r#"{"amount":1,"currency":"CLP","success_url":"https://a.cl","cancel_url":"https://a.cl","colour":"red"}"#;
/// let request = parse_json::<CheckoutSessionRequest>(text, &Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?))
///     .expect("an unknown name is only a warning");
/// assert_eq!(request.extra.iter().next().map(|(name, value)| (name, value.as_str())), Some(("colour", "\"red\"")));
/// # Ok::<(), fintoc_preflight::InvalidTimestamp>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Extra<'a>(Vec<(Text<'a>, Json<'a>)>);

impl<'a> Extra<'a> {
    /// Adds a name and its value after the others.
    pub fn push(&mut self, name: impl Into<Text<'a>>, value: Json<'a>) {
        self.0.push((name.into(), value));
    }

    /// The names and values, in the order in which they stand in the request.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json<'a>)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }
}

impl IntoOwned for Extra<'_> {
    type Owned = Extra<'static>;

    fn into_owned(self) -> Self::Owned {
        Extra(self.0.into_iter().map(|(name, value)| (IntoOwned::into_owned(name), value.into_owned())).collect())
    }
}
