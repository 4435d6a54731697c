//! Requests are judged.

use std::str::from_utf8;
use std::sync::OnceLock;

use wasm_bindgen::prelude::wasm_bindgen;

use super::tokens::Tokens;
use super::{INPUT, locale, with, write};
use crate::catalogue::{Rule, Version};
use crate::options::{Levels, Options, Setting};
use crate::report::Report;
use crate::request::table::{Holds, Type};
use crate::request::{CheckoutSessionRequest, CheckoutSessionRequestV1, Value};
use crate::timestamp::{InvalidTimestamp, Timestamp};
use crate::validate::{validate_json, validate_source};

/// What has come of a question; 0, when something else holds the input, lest what was not judged pass for valid.
const NOTHING_FOUND: i32 = 1;
/// The report is the output.
const REPORT: i32 = 2;
const NO_TIME: i32 = 3;
/// The words of a value do not say for sure what its text would: that must be asked about then.
const UNSURE: i32 = 4;

/// Judges a body. The input holds the body, the time as RFC 3339 (when `now` is not a number), and for each level that is
/// set two bytes: the index of the rule, and that of the setting.
#[wasm_bindgen]
pub fn validate(body: usize, time: usize, levels: usize, now: f64, is_v1: bool, is_es: bool, strict: bool) -> i32 {
    with(&INPUT, |input| {
        let (body, rest) = input.split_at_checked(body).unwrap_or_default();
        let (time, rest) = rest.split_at_checked(time).unwrap_or_default();
        let (levels, _) = rest.split_at_checked(levels).unwrap_or_default();
        let Ok(now) = timestamp(now, time) else { return NO_TIME };
        write_report(&validate_json(body, &options(now, levels, is_v1, is_es, strict)))
    })
}

/// Judges a value by its words, which the input holds, then its strings, and the levels; the time is a number.
#[wasm_bindgen]
pub fn validate_tokens(
    words: usize,
    text: usize,
    levels: usize,
    now: f64,
    is_v1: bool,
    is_es: bool,
    strict: bool,
) -> i32 {
    with(&INPUT, |input| {
        let (words, rest) = input.split_at_checked(words).unwrap_or_default();
        let (text, rest) = rest.split_at_checked(text).unwrap_or_default();
        let (levels, _) = rest.split_at_checked(levels).unwrap_or_default();
        let Ok(now) = timestamp(now, &[]) else { return NO_TIME };
        let Ok(text) = from_utf8(text) else { return UNSURE };
        let options = options(now, levels, is_v1, is_es, strict);
        let report = validate_source(&mut Tokens::new(words, text, names()), &options);
        report.map_or(UNSURE, |report| write_report(&report))
    })
}

/// Writes the names of the model's fields, which words stand for by their indexes, with a line feed after each.
#[wasm_bindgen]
pub fn write_names() {
    write(|out| {
        for name in names() {
            out.push_str(name);
            out.push('\n');
        }
    });
}

/// The names of all fields, each once.
fn names() -> &'static [&'static str] {
    static NAMES: OnceLock<Vec<&'static str>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = Vec::new();
        for r#type in [CheckoutSessionRequest::TYPE, CheckoutSessionRequestV1::TYPE] {
            add_names(&r#type, &mut names);
        }
        names
    })
}

fn add_names(r#type: &Type, names: &mut Vec<&'static str>) {
    match r#type.holds {
        Holds::Elements(r#type) => add_names(r#type, names),
        Holds::Fields(table) => {
            for row in table.fields {
                if !names.contains(&row.name) {
                    names.push(row.name);
                }
                add_names(&row.r#type, names);
            }
        }
        _ => {}
    }
}

fn write_report(report: &Report) -> i32 {
    if report.is_empty() {
        return NOTHING_FOUND;
    }
    write(|out| report.write(out));
    REPORT
}

fn options(now: Timestamp, levels: &[u8], is_v1: bool, is_es: bool, strict: bool) -> Options {
    Options {
        version: if is_v1 { Version::V1 } else { Version::V2 },
        locale: locale(is_es),
        strict,
        levels: read_levels(levels),
        ..Options::new(now)
    }
}

/// The index of the rule whose id is in the input; -1 when there is none, and writes the id that is similar, if one is.
#[wasm_bindgen]
pub fn rule_index(length: usize) -> i32 {
    with(&INPUT, |input| {
        let id = input.get(..length).and_then(|id| from_utf8(id).ok());
        match id.unwrap_or_default().parse::<Rule>() {
            Ok(rule) => rule as i32,
            Err(unknown) => {
                write(|out| out.push_str(unknown.similar.unwrap_or_default()));
                -1
            }
        }
    })
}

#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds; what is beyond is refused")]
fn timestamp(milliseconds: f64, text: &[u8]) -> Result<Timestamp, InvalidTimestamp> {
    if milliseconds.is_nan() {
        from_utf8(text).map_err(|_| InvalidTimestamp)?.parse()
    } else {
        Timestamp::from_milliseconds(milliseconds.floor() as i64)
    }
}

fn read_levels(bytes: &[u8]) -> Levels {
    bytes.chunks_exact(2).fold(Levels::default(), |levels, pair| {
        let [rule, setting] = pair else { return levels };
        let setting = match setting {
            0 => Setting::Allow,
            1 => Setting::Warn,
            _ => Setting::Deny,
        };
        match Rule::ALL.get(usize::from(*rule)) {
            Some(rule) => levels.clone().with(*rule, setting).unwrap_or(levels),
            None => levels,
        }
    })
}
