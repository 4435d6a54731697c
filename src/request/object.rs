use super::field::{self, AnyField};
use super::value::{IntoOwned, Text};
use crate::json::{Json, Reader, SyntaxFault};

/// An object of the request, as its fields. [`object!`] implements it from one list of them.
pub(crate) trait Object<'a> {
    /// The names of the fields, in the order of their table.
    fn names(&self) -> &'static [&'static str];

    /// Whether another rule than `unknown-field` judges names that are not in the table.
    fn is_open(&self) -> bool;

    /// Calls `visit` with each name and its field, in the order of their table.
    fn each_field(&self, visit: &mut dyn FnMut(&'static str, &dyn AnyField<'a>));

    /// The field of a name.
    fn field_mut(&mut self, name: &str) -> Option<&mut dyn AnyField<'a>>;

    fn extra(&self) -> &Extra<'a>;

    fn extra_mut(&mut self) -> &mut Extra<'a>;
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
        #[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
        pub struct $Object<'a> {
            $(
                $(#[$field_meta])*
                #[cfg_attr(feature = "typescript", tsify(optional))]
                pub $field: $crate::request::Field<'a, $Type>,
            )*
            /// What the object holds beside its fields.
            #[cfg_attr(feature = "typescript", serde(skip))]
            pub extra: $crate::request::Extra<'a>,
        }

        impl $Object<'_> {
            /// The names of the fields, in the order of their table.
            pub(crate) const NAMES: &'static [&'static str] = &[$( $crate::request::object::wire!($field $($wire)?) ),*];
        }

        impl<'a> $crate::request::object::Object<'a> for $Object<'a> {
            fn names(&self) -> &'static [&'static str] {
                Self::NAMES
            }

            fn is_open(&self) -> bool {
                $crate::request::object::is_open!($openness)
            }

            fn each_field(&self, visit: &mut dyn FnMut(&'static str, &dyn $crate::request::field::AnyField<'a>)) {
                $( visit($crate::request::object::wire!($field $($wire)?), &self.$field); )*
            }

            fn field_mut(&mut self, name: &str) -> Option<&mut dyn $crate::request::field::AnyField<'a>> {
                match name {
                    $( $crate::request::object::wire!($field $($wire)?) => Some(&mut self.$field), )*
                    _ => None,
                }
            }

            fn extra(&self) -> &$crate::request::Extra<'a> {
                &self.extra
            }

            fn extra_mut(&mut self) -> &mut $crate::request::Extra<'a> {
                &mut self.extra
            }
        }

        impl<'a> $crate::request::Value<'a> for $Object<'a> {
            const EXPECTED: $crate::request::Expected = $crate::request::Expected::Object;

            fn read(
                field: &mut $crate::request::Field<'a, Self>,
                reader: &mut $crate::json::Reader<'a>,
            ) -> Result<bool, $crate::json::SyntaxFault> {
                *field = $crate::request::Field::Value(Self::default());
                match field {
                    $crate::request::Field::Value(object) => $crate::request::object::read(object, reader),
                    _ => Ok(false),
                }
            }

            fn view(&self) -> $crate::request::view::View<'_, 'a> {
                $crate::request::view::View::Object(self)
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

/// Reads an object; `false` when there is a value of another type.
pub(crate) fn read<'a>(object: &mut dyn Object<'a>, reader: &mut Reader<'a>) -> Result<bool, SyntaxFault> {
    if reader.peek() != b'{' {
        return Ok(false);
    }
    reader.open(b'{')?;
    while reader.more(b'}')? {
        let name = reader.name()?;
        match object.field_mut(&name) {
            Some(field) if field.is_untouched() => field::read(field, reader)?,
            _ => {
                let value = reader.value()?;
                object.extra_mut().push(name, value);
            }
        }
    }
    Ok(true)
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

    pub(crate) fn entries(&self) -> &[(Text<'a>, Json<'a>)] {
        &self.0
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
