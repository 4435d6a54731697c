//! The binding to JavaScript: text in, text out. It converts, and decides nothing.
//!
//! JavaScript writes its arguments one after the other into the input, calls a function, and reads the output: one copy
//! each way, only numbers across the boundary, and nothing that the module would have to import. The options have been
//! checked by then.

#![expect(unreachable_pub, reason = "wasm-bindgen takes only what is public")]

use std::str::from_utf8;
use std::sync::Mutex;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::catalogue::{Rule, Version};
use crate::messages::Locale;
use crate::options::{Levels, Options, Setting};
use crate::problem::Problem;
use crate::report::Report;
use crate::timestamp::{InvalidTimestamp, Timestamp};
use crate::validate::validate_json;

/// A third of the size of the standard library's allocator, and as fast.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

static INPUT: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static OUTPUT: Mutex<String> = Mutex::new(String::new());

/// Lends what is in a buffer. Nothing else has it: there is one thread, and no call within another.
fn with<T, R: Default>(buffer: &Mutex<T>, work: impl FnOnce(&mut T) -> R) -> R {
    buffer.try_lock().map(|mut buffer| work(&mut buffer)).unwrap_or_default()
}

/// Makes room for `length` bytes of input, and says where.
#[wasm_bindgen]
pub fn input(length: usize) -> usize {
    with(&INPUT, |input| {
        let length = length.max(input.len());
        input.resize(length, 0);
        input.as_ptr() as usize
    })
}

/// Where the output of the last call is.
#[wasm_bindgen]
pub fn output() -> usize {
    with(&OUTPUT, |output| output.as_ptr() as usize)
}

/// How many bytes the output of the last call has.
#[wasm_bindgen]
pub fn output_length() -> usize {
    with(&OUTPUT, |output| output.len())
}

/// Writes the report of a body; returns whether the time is one. The input holds the body, the time as RFC 3339 (when
/// `now` is not a number), and for each level that is set two bytes: the index of the rule, and that of the setting.
#[wasm_bindgen]
pub fn validate(body: usize, time: usize, levels: usize, now: f64, is_v1: bool, is_es: bool, strict: bool) -> bool {
    with(&INPUT, |input| {
        let (body, rest) = input.split_at_checked(body).unwrap_or_default();
        let (time, rest) = rest.split_at_checked(time).unwrap_or_default();
        let (levels, _) = rest.split_at_checked(levels).unwrap_or_default();
        let Ok(now) = timestamp(now, time) else { return false };
        let options = Options {
            version: if is_v1 { Version::V1 } else { Version::V2 },
            locale: locale(is_es),
            strict,
            levels: read_levels(levels),
            ..Options::new(now)
        };
        write(validate_json(body, &options).to_json());
        true
    })
}

/// Writes the report of a value that JavaScript cannot send.
#[wasm_bindgen]
pub fn refuse_value(is_too_large: bool, is_es: bool) {
    let problem = if is_too_large { Problem::BodySize { limit: Options::MAX_BYTES } } else { Problem::NotSerializable };
    write(Report::refusal(problem, locale(is_es)).to_json());
}

/// The index of the rule whose id is in the input; -1 when there is none, and writes the id that is similar, if one is.
#[wasm_bindgen]
pub fn rule_index(length: usize) -> i32 {
    with(&INPUT, |input| {
        let id = input.get(..length).and_then(|id| from_utf8(id).ok());
        match id.unwrap_or_default().parse::<Rule>() {
            Ok(rule) => rule as i32,
            Err(unknown) => {
                write(unknown.similar.unwrap_or_default().to_owned());
                -1
            }
        }
    })
}

fn write(text: String) {
    with(&OUTPUT, |output| *output = text);
}

const fn locale(is_es: bool) -> Locale {
    if is_es { Locale::Es } else { Locale::En }
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
