//! The well-formed part of an answer as JSON text, for programs in other languages.

use crate::json::Writer;
use crate::rules::occurrences::{Occurrence, Occurrences};
use crate::tape::{Children, Expected, ObjectSchema, Slot, SlotId, Tape, Type};

/// The data of an event, read as the type that its `object` names.
type Data<'d, 'a> = (&'d Tape<'a>, &'d Type);

/// Writes an answer without its malformed values, which are left out of objects and arrays, and with only the first
/// value of a repeated name: the text conforms to the declared types of the fields.
pub(super) fn write_known(tape: &Tape<'_>, r#type: &Type, data: Option<Data<'_, '_>>, out: &mut String) {
    Known { tape, data }.value(tape.slot(SlotId::BODY), r#type, out);
}

struct Known<'d, 'a> {
    tape: &'d Tape<'a>,
    data: Option<Data<'d, 'a>>,
}

impl<'a> Known<'_, 'a> {
    fn value(&self, slot: &Slot<'a>, r#type: &Type, out: &mut String) {
        match (slot, r#type.children, r#type.expected) {
            (Slot::Object { .. }, Children::Fields(schema), _) => {
                let mut separator = "{";
                self.fields(slot, schema, &mut separator, out);
                out.raw(if separator == "{" { "{}" } else { "}" });
            }
            (Slot::Array { .. }, Children::Elements(r#type), _) => self.elements(slot, r#type, out),
            (Slot::Entries { .. }, ..) => {
                let mut separator = "{";
                self.entries(slot, &[], &mut separator, out);
                out.raw(if separator == "{" { "{}" } else { "}" });
            }
            (Slot::Any(raw), ..) => out.raw(raw.text()),
            (Slot::Integer(value), ..) => out.integer(*value),
            (Slot::Boolean(value), ..) => out.raw(if *value { "true" } else { "false" }),
            (Slot::EnumValue(index), _, Expected::OneOf { values, .. }) => {
                out.string(values.get(*index).copied().unwrap_or_default());
            }
            _ => match self.tape.text(slot) {
                Some(text) => out.string(text),
                None => out.raw("null"),
            },
        }
    }

    fn fields(&self, slot: &Slot<'a>, schema: &ObjectSchema, separator: &mut &'static str, out: &mut String) {
        let Some((unknown, fields)) = self.tape.object(slot) else { return };
        for (field, slot) in schema.fields.iter().zip(fields) {
            if matches!(slot, Slot::Absent | Slot::Malformed(_)) {
                continue;
            }
            write_name(field.name, separator, out);
            match self.data.filter(|_| field.name == "data") {
                Some((tape, r#type)) => write_known(tape, r#type, None, out),
                None => self.value(slot, &field.r#type, out),
            }
        }
        self.entries(unknown, schema.names, separator, out);
    }

    /// Writes the unknown members, whose names are not among `fields`.
    fn entries(&self, slot: &Slot<'a>, fields: &[&str], separator: &mut &'static str, out: &mut String) {
        let entries = self.tape.entries(slot);
        let occurrences = Occurrences::of_names(entries.clone());
        for (index, entry) in entries.enumerate() {
            if occurrences.at(index) != Occurrence::Repeat && !fields.contains(&entry.name) {
                write_name(entry.name, separator, out);
                out.raw(entry.value.text());
            }
        }
    }

    fn elements(&self, slot: &Slot<'a>, r#type: &Type, out: &mut String) {
        let mut separator = "[";
        for slot_id in self.tape.elements(slot) {
            let element = self.tape.slot(slot_id);
            if element.is_present() && !matches!(element, Slot::Malformed(_)) {
                out.raw(separator);
                separator = ",";
                self.value(element, r#type, out);
            }
        }
        out.raw(if separator == "[" { "[]" } else { "]" });
    }
}

/// Writes the name of a member, before its value.
fn write_name(name: &str, separator: &mut &'static str, out: &mut String) {
    out.raw(separator);
    *separator = ",";
    out.string(name);
    out.raw(":");
}
