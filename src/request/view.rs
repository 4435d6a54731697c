use std::fmt;

use super::owned::Text;
use crate::json::{Json, JsonType, Writer};

/// A borrowed value of a field, whatever its type, so that the code that writes requests is not repeated for each type.
pub(crate) enum View<'v, 'a> {
    Absent,
    Null,
    Integer(i64),
    Boolean(bool),
    Text(&'v str),
    /// A value of an enum.
    EnumValue(&'static str),
    Array(&'v dyn Array<'a>),
    Object(&'v dyn Object<'a>),
    /// Any names and values, as those of metadata.
    Entries(&'v [(Text<'a>, Json<'a>)]),
    /// A value of any type.
    Json(&'v Json<'a>),
}

/// An array of the request, whatever the type of its elements.
pub(crate) trait Array<'a> {
    /// Calls `visit` with each element.
    fn each(&self, visit: &mut dyn FnMut(View<'_, 'a>));
}

/// An object of the request as a list of fields, whatever its type. The macro `object!` implements it.
pub(crate) trait Object<'a> {
    /// Calls `visit` with the name and value of each field, in the order of the schema.
    fn each_field(&self, visit: &mut dyn FnMut(&'static str, View<'_, 'a>));

    /// Returns the members that are no fields, in the order of the request.
    fn unknown_entries(&self) -> &[(Text<'a>, Json<'a>)];
}

impl View<'_, '_> {
    /// Writes the value as JSON. Absent elements are written as `null`.
    pub(crate) fn write(&self, out: &mut String) {
        match self {
            Self::Absent | Self::Null => out.raw("null"),
            Self::Json(json) => out.raw(json.as_str()),
            Self::Integer(value) => out.integer(*value),
            Self::Boolean(value) => out.raw(if *value { "true" } else { "false" }),
            Self::Text(text) => out.string(text),
            Self::EnumValue(value) => out.string(value),
            Self::Array(array) => write_array(*array, out),
            Self::Object(object) => write_object(*object, out),
            Self::Entries(entries) => {
                let mut members = Members::open(out);
                members.entries(entries);
                members.close();
            }
        }
    }
}

/// Writes the structure of the value: names of fields and JSON types, but no name and no value of the request.
impl fmt::Debug for View<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => f.write_str("absent"),
            Self::Null => f.write_str("null"),
            Self::Integer(_) => f.write_str("integer"),
            Self::Boolean(_) => f.write_str(JsonType::Boolean.into()),
            Self::Text(_) | Self::EnumValue(_) => f.write_str(JsonType::String.into()),
            Self::Array(array) => {
                let mut list = f.debug_list();
                array.each(&mut |element| {
                    list.entry(&element);
                });
                list.finish()
            }
            Self::Object(object) => {
                let mut map = f.debug_map();
                object.each_field(&mut |name, view| {
                    if !matches!(view, View::Absent) {
                        map.entry(&format_args!("{name}"), &view);
                    }
                });
                match object.unknown_entries() {
                    [] => map.finish(),
                    unknown => map.entry(&format_args!("unknown"), &View::Entries(unknown)).finish(),
                }
            }
            Self::Entries(entries) => write!(f, "{{{} names}}", entries.len()),
            Self::Json(json) => write!(f, "{json:?}"),
        }
    }
}

fn write_array(array: &dyn Array<'_>, out: &mut String) {
    let mut separator = "[";
    array.each(&mut |element| {
        out.raw(separator);
        separator = ",";
        element.write(out);
    });
    out.raw(if separator == "[" { "[]" } else { "]" });
}

fn write_object(object: &dyn Object<'_>, out: &mut String) {
    let mut members = Members::open(out);
    object.each_field(&mut |name, view| match view {
        View::Absent => {}
        view => view.write(members.name(name)),
    });
    members.entries(object.unknown_entries());
    members.close();
}

/// Writes the members of an object.
struct Members<'w> {
    out: &'w mut String,
    separator: &'static str,
}

impl<'w> Members<'w> {
    const fn open(out: &'w mut String) -> Self {
        Self { out, separator: "{" }
    }

    fn entries(&mut self, entries: &[(Text<'_>, Json<'_>)]) {
        for (name, value) in entries {
            self.name(name).raw(value.as_str());
        }
    }

    /// Writes a name and its colon. The caller writes the value to the buffer that is returned.
    fn name(&mut self, name: &str) -> &mut String {
        self.out.raw(self.separator);
        self.separator = ",";
        self.out.string(name);
        self.out.raw(":");
        self.out
    }

    fn close(self) {
        self.out.raw(if self.separator == "{" { "{}" } else { "}" });
    }
}
