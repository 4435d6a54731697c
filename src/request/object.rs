use std::fmt;

use super::metadata::entries;
use super::owned::{IntoOwned, Text};
use super::view::View;
use crate::json::Json;
use crate::tape::{Slot, Tape};

/// Declares an object of the request: a struct with a [`Field`] for each name, its schema, and a method of
/// [`Cursor`](super::Cursor) for each field.
///
/// In a `closed` object unknown names violate `unknown-field`; in an `open` one another rule covers them. A field whose
/// name is a keyword of Rust is followed by `as` and the name on the wire.
macro_rules! object {
    (
        $(#[doc = $doc:literal])*
        pub struct $Object:ident: $openness:ident {
            $( $(#[doc = $field_doc:literal])* pub $field:ident $(as $wire:literal)?: $Type:ty, )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, Default)]
        #[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
        pub struct $Object<'a> {
            $(
                $(#[doc = $field_doc])*
                #[cfg_attr(feature = "typescript", tsify(optional))]
                pub $field: $crate::request::Field<'a, $Type>,
            )*
            /// The members that are no fields of the object.
            #[cfg_attr(feature = "typescript", serde(skip))]
            pub unknown: $crate::request::Unknown<'a>,
        }

        impl<'a> $Object<'a> {
            /// The names of the fields, in the order of the schema.
            pub(crate) const NAMES: &'static [&'static str] = &[$( $crate::request::object::wire!($field $($wire)?) ),*];

            /// The schema of the object.
            pub(crate) const SCHEMA: $crate::tape::ObjectSchema = $crate::tape::ObjectSchema {
                name: stringify!($Object),
                is_open: $crate::request::object::is_open!($openness),
                names: Self::NAMES,
                fields: &[$(
                    $crate::tape::FieldSchema {
                        name: $crate::request::object::wire!($field $($wire)?),
                        r#type: <$Type as $crate::request::Value<'a>>::TYPE,
                    }
                ),*],
            };

            /// The documentation of the object.
            pub(crate) const OBJECT_DOC: $crate::tape::ObjectDoc = $crate::tape::ObjectDoc {
                lines: &[$($doc),*],
                fields: &[$(
                    $crate::tape::FieldDoc {
                        lines: &[$($field_doc),*],
                        object: <$Type as $crate::request::Value<'a>>::DOC,
                    }
                ),*],
            };
        }

        impl<'a> $crate::request::view::Object<'a> for $Object<'a> {
            fn each_field(&self, visit: &mut dyn FnMut(&'static str, $crate::request::view::View<'_, 'a>)) {
                $( visit($crate::request::object::wire!($field $($wire)?), $crate::request::field::view(&self.$field)); )*
            }

            fn unknown_entries(&self) -> &[($crate::request::Text<'a>, $crate::json::Json<'a>)] {
                self.unknown.entries()
            }
        }

        /// Writes the names of the fields and the types of their values, but no value.
        impl std::fmt::Debug for $Object<'_> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($Object), " "))?;
                std::fmt::Debug::fmt(&$crate::request::view::View::Object(self), f)
            }
        }

        impl<'a> $crate::request::Value<'a> for $Object<'a> {
            const EXPECTED: $crate::request::Expected = $crate::request::Expected::Object;

            const CHILDREN: $crate::tape::Children = $crate::tape::Children::Fields(&Self::SCHEMA);

            const DOC: Option<&'static $crate::tape::ObjectDoc> = Some(&Self::OBJECT_DOC);

            fn of(slot: &$crate::tape::Slot<'a>, tape: &$crate::tape::Tape<'a>) -> Option<Self> {
                let (unknown, fields) = tape.object(slot)?;
                let mut fields = fields.iter();
                Some(Self {
                    $( $field: $crate::request::field::of(fields.next()?, tape), )*
                    unknown: $crate::request::Unknown::of(unknown, tape),
                })
            }

            fn view(&self) -> $crate::request::view::View<'_, 'a> {
                $crate::request::view::View::Object(self)
            }
        }

        const _: () = {
            /// The positions of the fields in the schema.
            #[allow(non_camel_case_types, reason = "they have the names of the fields")]
            enum Position { $($field),* }

            /// Cursors to the fields; absent if this is not an object.
            #[allow(dead_code, reason = "not every field has a rule")]
            impl<'a> $crate::request::Cursor<'a, $Object<'a>> {
                $(
                    pub(crate) fn $field(self) -> $crate::request::Cursor<'a, $Type> {
                        self.field(Position::$field as usize)
                    }
                )*
            }
        };

        impl $crate::request::IntoOwned for $Object<'_> {
            type Owned = $Object<'static>;

            fn into_owned(self) -> Self::Owned {
                $Object {
                    $( $field: self.$field.into_owned(), )*
                    unknown: self.unknown.into_owned(),
                }
            }
        }
    };
}

/// Expands to the name of a field on the wire.
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

/// The members of an object that are no fields: undocumented names, and repeated names, of which only the first value
/// counts.
///
/// ```
/// use fintoc_preflight::{CheckoutSessionRequest, Options, Timestamp, parse_json};
///
/// let text = r#"{"amount":1,"currency":"CLP","success_url":"https://a.cl","cancel_url":"https://a.cl","colour":"red"}"#;
/// let request = parse_json::<CheckoutSessionRequest>(text,
/// &Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?))     .expect("an unknown name is only a warning");
/// assert_eq!(request.unknown.iter().next().map(|(name, value)| (name, value.as_str())), Some(("colour", "\"red\"")));
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Unknown<'a>(Vec<(Text<'a>, Json<'a>)>);

impl<'a> Unknown<'a> {
    /// Appends a name and its value.
    pub fn push(&mut self, name: impl Into<Text<'a>>, value: Json<'a>) {
        self.0.push((name.into(), value));
    }

    /// Copies the names and values of a `Slot::Entries`; empty for any other slot.
    pub(crate) fn of(slot: &Slot<'a>, tape: &Tape<'a>) -> Self {
        Self(entries(slot, tape))
    }

    pub(crate) fn entries(&self) -> &[(Text<'a>, Json<'a>)] {
        &self.0
    }

    /// Iterates over the names and values, in the order of the request.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Json<'a>)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }
}

/// Writes the number of members, but neither their names nor their values.
impl fmt::Debug for Unknown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        View::Entries(&self.0).fmt(f)
    }
}

impl IntoOwned for Unknown<'_> {
    type Owned = Unknown<'static>;

    fn into_owned(self) -> Self::Owned {
        Unknown(self.0.into_iter().map(|(name, value)| (IntoOwned::into_owned(name), value.into_owned())).collect())
    }
}
