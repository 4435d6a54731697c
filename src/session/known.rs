//! What typed access gives of an answer, as JSON text for JavaScript.

use crate::document::{Document, Place, Slot};
use crate::json::Writer;
use crate::request::Expected;
use crate::request::table::{Holds, Table, Type};
use crate::rules::shape::{Occurrence, Occurrences};

/// The data of an event, read as the object that it is.
type Data<'d, 'a> = (&'d Document<'a>, &'d Type);

/// Writes an answer without its malformed values, which are left out of objects and arrays, and with only the first value of
/// a repeated name. What a type promises of a field is true of what is written.
pub(super) fn write_known(document: &Document<'_>, r#type: &Type, data: Option<Data<'_, '_>>, out: &mut String) {
    Known { document, data }.value(document.slot(Place::BODY), r#type, out);
}

struct Known<'d, 'a> {
    document: &'d Document<'a>,
    data: Option<Data<'d, 'a>>,
}

impl<'a> Known<'_, 'a> {
    fn value(&self, slot: &Slot<'a>, r#type: &Type, out: &mut String) {
        match (slot, r#type.holds, r#type.expected) {
            (Slot::Object { .. }, Holds::Fields(table), _) => {
                let mut separator = "{";
                self.fields(slot, table, &mut separator, out);
                out.raw(if separator == "{" { "{}" } else { "}" });
            }
            (Slot::Array { .. }, Holds::Elements(r#type), _) => self.elements(slot, r#type, out),
            (Slot::Entries { .. }, ..) => {
                let mut separator = "{";
                self.entries(slot, &[], &mut separator, out);
                out.raw(if separator == "{" { "{}" } else { "}" });
            }
            (Slot::Any(raw), ..) => out.raw(raw.json().as_str()),
            (Slot::Integer(value), ..) => out.integer(*value),
            (Slot::Boolean(value), ..) => out.raw(if *value { "true" } else { "false" }),
            (Slot::Word(index), _, Expected::OneOf { values, .. }) => {
                out.string(values.get(*index).copied().unwrap_or_default());
            }
            _ => match self.document.text(slot) {
                Some(text) => out.string(text),
                None => out.raw("null"),
            },
        }
    }

    fn fields(&self, slot: &Slot<'a>, table: &Table, separator: &mut &'static str, out: &mut String) {
        let Some((others, fields)) = self.document.object(slot) else { return };
        for (row, slot) in table.fields.iter().zip(fields) {
            if matches!(slot, Slot::Absent | Slot::Malformed(_)) {
                continue;
            }
            write_name(row.name, separator, out);
            match self.data.filter(|_| row.name == "data") {
                Some((document, r#type)) => write_known(document, r#type, None, out),
                None => self.value(slot, &row.r#type, out),
            }
        }
        self.entries(others, table.names, separator, out);
    }

    /// Writes the names that have no field, which are not among `fields`.
    fn entries(&self, slot: &Slot<'a>, fields: &[&str], separator: &mut &'static str, out: &mut String) {
        let entries = self.document.entries(slot);
        let occurrences = Occurrences::of_names(entries.clone());
        for (index, entry) in entries.enumerate() {
            if occurrences.at(index) != Occurrence::Repeat && !fields.contains(&entry.name) {
                write_name(entry.name, separator, out);
                out.raw(entry.value.json().as_str());
            }
        }
    }

    fn elements(&self, slot: &Slot<'a>, r#type: &Type, out: &mut String) {
        let mut separator = "[";
        for place in self.document.elements(slot) {
            let element = self.document.slot(place);
            if element.is_present() && !matches!(element, Slot::Malformed(_)) {
                out.raw(separator);
                separator = ",";
                self.value(element, r#type, out);
            }
        }
        out.raw(if separator == "[" { "[]" } else { "]" });
    }
}

/// Writes the name of a member; its value is to follow.
fn write_name(name: &str, separator: &mut &'static str, out: &mut String) {
    out.raw(separator);
    *separator = ",";
    out.string(name);
    out.raw(":");
}
