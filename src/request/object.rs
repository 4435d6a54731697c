/// Declares an object of a request or an answer: a struct with an `Option` for each field, its schema, and a method of
/// [`Cursor`](super::Cursor) for each field.
///
/// In a `closed` object unknown names violate `unknown-field`; in an `open` one another rule covers them. A field whose
/// name is a keyword of Rust is followed by `as` and the name on the wire. If the schema of a field is not that of its
/// type, `=>` and the schema follow: `payment_method_types` of a request holds an open enum in Rust, and any text in its
/// schema.
macro_rules! object {
    // An object of answers, which is read.
    (
        $(#[doc = $doc:literal])*
        pub struct $Object:ident: answer {
            $(
                $(#[doc = $field_doc:literal])*
                pub $field:ident $(as $wire:literal)?: $Type:ty $(=> $Schema:ty)?,
            )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
        #[non_exhaustive]
        pub struct $Object {
            $(
                $(#[doc = $field_doc])*
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $field: Option<$Type>,
            )*
            /// The members that are no fields of the object, in their order. The first value of a repeated name counts.
            #[serde(flatten)]
            pub unknown: serde_json::Map<String, serde_json::Value>,
        }

        $crate::request::object::typed! { $Object { $($field $(as $wire)?: $Type $(=> $Schema)?,)* } }
        $crate::request::object::schema! {
            $(#[doc = $doc])*
            $Object: open { $( $(#[doc = $field_doc])* $field $(as $wire)?: $Type $(=> $Schema)?, )* }
        }
    };
    // An object of requests, which is built.
    (
        $(#[doc = $doc:literal])*
        pub struct $Object:ident: $openness:ident {
            $(
                $(#[doc = $field_doc:literal])*
                $(#[builder $builder:tt])?
                pub $field:ident $(as $wire:literal)?: $Type:ty $(=> $Schema:ty)?,
            )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, bon::Builder)]
        #[builder(on(String, into), on(OpenEnum<_>, into), on(SenderField, into))]
        #[non_exhaustive]
        pub struct $Object {
            $(
                $(#[doc = $field_doc])*
                #[serde(skip_serializing_if = "Option::is_none")]
                $(#[builder $builder])?
                pub $field: Option<$Type>,
            )*
            /// The members that are no fields of the object, in their order. The first value of a repeated name counts.
            #[serde(flatten)]
            #[builder(default)]
            pub unknown: serde_json::Map<String, serde_json::Value>,
        }

        $crate::request::object::typed! { $Object { $($field $(as $wire)?: $Type $(=> $Schema)?,)* } }
        $crate::request::object::schema! {
            $(#[doc = $doc])*
            $Object: $openness { $( $(#[doc = $field_doc])* $field $(as $wire)?: $Type $(=> $Schema)?, )* }
        }
    };
    // A schema without typed values.
    (
        $(#[doc = $doc:literal])*
        pub enum $Object:ident { $( $field:ident: $Type:ty, )* }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug)]
        pub(crate) enum $Object {}

        $crate::request::object::schema! { $(#[doc = $doc])* $Object: open { $( $field: $Type, )* } }
    };
}

/// Implements the conversion of an object from a tape, and `Debug`.
macro_rules! typed {
    ($Object:ident { $($field:ident $(as $wire:literal)?: $Type:ty $(=> $Schema:ty)?,)* }) => {
        impl $crate::request::FromSlot for $Object {
            fn from_slot(slot: &$crate::tape::Slot<'_>, tape: &$crate::tape::Tape<'_>) -> Option<Self> {
                let (unknown, fields) = tape.object(slot)?;
                let mut fields = fields.iter();
                Some(Self {
                    $( $field: <$Type as $crate::request::FromSlot>::from_slot(fields.next()?, tape), )*
                    unknown: $crate::request::unknown(unknown, Self::NAMES, tape),
                })
            }
        }

        impl $crate::request::Structure for $Object {
            fn structure(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut map = f.debug_map();
                $(
                    if let Some(value) = &self.$field {
                        let name = $crate::request::object::wire!($field $($wire)?);
                        map.entry(&format_args!("{name}"), &$crate::request::Structured(value));
                    }
                )*
                if !self.unknown.is_empty() {
                    map.entry(&format_args!("unknown"), &$crate::request::Structured(&self.unknown));
                }
                map.finish()
            }
        }

        /// Writes the names of the fields and the types of their values, but no value.
        impl std::fmt::Debug for $Object {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($Object), " "))?;
                $crate::request::Structure::structure(self, f)
            }
        }
    };
}

/// Implements the schema of an object, and a method of `Cursor` for each of its fields.
macro_rules! schema {
    (
        $(#[doc = $doc:literal])*
        $Object:ident: $openness:ident {
            $(
                $(#[doc = $field_doc:literal])*
                $field:ident $(as $wire:literal)?: $Type:ty $(=> $Schema:ty)?,
            )*
        }
    ) => {
        impl $Object {
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
                        r#type: <$crate::request::object::last!($Type $(, $Schema)?) as $crate::request::Schema>::TYPE,
                    }
                ),*],
            };

            /// The documentation of the object.
            pub(crate) const OBJECT_DOC: $crate::tape::ObjectDoc = $crate::tape::ObjectDoc {
                lines: &[$($doc),*],
                fields: &[$(
                    $crate::tape::FieldDoc {
                        lines: &[$($field_doc),*],
                        object: <$crate::request::object::last!($Type $(, $Schema)?) as $crate::request::Schema>::DOC,
                    }
                ),*],
            };
        }

        impl $crate::request::Schema for $Object {
            const EXPECTED: $crate::request::Expected = $crate::request::Expected::Object;

            const DOC: Option<&'static $crate::tape::ObjectDoc> = Some(&Self::OBJECT_DOC);

            const CHILDREN: $crate::tape::Children = $crate::tape::Children::Fields(&Self::SCHEMA);
        }

        const _: () = {
            /// The positions of the fields in the schema.
            #[allow(non_camel_case_types, reason = "they have the names of the fields")]
            enum Position { $($field),* }

            /// Cursors to the fields; absent if this is not an object.
            #[allow(dead_code, reason = "not every field has a rule")]
            impl<'d> $crate::request::Cursor<'d, $Object> {
                $(
                    pub(crate) fn $field(self) -> $crate::request::Cursor<'d, $crate::request::object::last!($Type $(, $Schema)?)> {
                        self.field(Position::$field as usize)
                    }
                )*
            }
        };

        #[cfg(feature = "typescript")]
        const _: () = {
            type Object = $Object;

            const _: () = {
                use $crate::request::Field;

                $(#[doc = $doc])*
                #[derive(tsify::Tsify)]
                #[allow(dead_code, reason = "only its declaration counts")]
                struct $Object {
                    $(
                        $(#[doc = $field_doc])*
                        #[tsify(optional)]
                        $field: Field<$Type $(, $Schema)?>,
                    )*
                }

                impl $crate::request::Declared for Object {
                    const DECL: &'static str = <$Object as tsify::Tsify>::DECL;
                }
            };
        };
    };
}

/// Expands to the last of one or two types.
macro_rules! last {
    ($Type:ty) => {
        $Type
    };
    ($Type:ty, $Schema:ty) => {
        $Schema
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

pub(crate) use is_open;
pub(crate) use last;
pub(crate) use object;
pub(crate) use schema;
pub(crate) use typed;
pub(crate) use wire;
