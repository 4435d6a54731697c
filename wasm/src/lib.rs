//! The binding to JavaScript: text in, text out. It converts, and decides nothing.
//!
//! JavaScript writes its arguments one after the other into the input buffer, calls a function with their lengths in
//! bytes, and reads the output buffer. Text is copied once each way, only numbers cross the boundary, and the module
//! imports nothing. JavaScript checks the options before.
//!
//! ```text
//! input                      each text is UTF-8; nothing separates the parts
//!   validate      | body: JSON    | time: RFC 3339 | rule | level | rule | level | ... | losses: JSON |
//!                 |<---- body --->|<---- time ---->|<----------- levels ------------->|<-- losses -->|
//!   locate        | text: JSON    | paths: JSON    |
//!   refuse        | id of a cause | paths: JSON    |
//!   read_session  | body: JSON    |
//!   read_event    | body: JSON    |
//!   compare       | request: JSON | session: JSON  |
//!   rule_index    | id of a rule  |
//!
//!   paths         arrays of names and indexes, [["line_items",0],...]
//!   losses        0 bytes, or paths with an id before each, [["map","metadata"],["omitted",7],...]
//!   rule          one byte, the index in Rule::ALL
//!   level         one byte: 0 allow, 1 warn, 2 deny
//!   time          0 bytes if the argument `now` is a number
//!
//! output
//!   report, value or comparison as JSON, or the id of a rule; UTF-8, `output_length` bytes from `output` on
//!   locate        for each path [depth,key start,key end,value start,value end,...]: bytes; -1 where there is no key
//! ```
//!
//! There are two modules, as most programs need only one: the validation of requests (feature `request`), and the
//! reading of answers (feature `session`).

#![forbid(unsafe_code)]
// As in the core, no input may cause a panic.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used
)]
#![allow(clippy::must_use_candidate, reason = "JavaScript calls the functions")]

#[cfg(feature = "request")]
pub mod request;
#[cfg(feature = "session")]
pub mod session;

use std::str::from_utf8;
use std::sync::Mutex;

use fintoc_preflight::{
    BodyKind, Locale, Options, Path, Timestamp, ValueFault, Version, ViolationKind, report_unserializable,
};
use wasm_bindgen::prelude::wasm_bindgen;

/// A third of the code size of the standard library's allocator, and as fast.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

static INPUT: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static OUTPUT: Mutex<String> = Mutex::new(String::new());

/// Calls `work` with the content of a buffer. Returns the default if the buffer is in use: never, as there is one
/// thread and no call within another.
fn with<T, R: Default>(buffer: &Mutex<T>, work: impl FnOnce(&mut T) -> R) -> R {
    buffer.try_lock().map(|mut buffer| work(&mut buffer)).unwrap_or_default()
}

/// Grows the input to at least `length` bytes, and returns its address. Growing may move it: call this before each
/// write.
#[wasm_bindgen]
pub fn input(length: usize) -> usize {
    with(&INPUT, |input| {
        let length = length.max(input.len());
        input.resize(length, 0);
        input.as_ptr() as usize
    })
}

/// Returns the address of the last call's output.
#[wasm_bindgen]
pub fn output() -> usize {
    with(&OUTPUT, |output| output.as_ptr() as usize)
}

/// Returns the length of the last call's output, in bytes.
#[wasm_bindgen]
pub fn output_length() -> usize {
    with(&OUTPUT, |output| output.len())
}

/// Writes the report of a body that JavaScript cannot serialize as JSON. The input is the id of the cause, of `id`
/// bytes, or nothing if the body is too large; and the path of the value, as the only one of some paths. `body` is 0 for
/// a request, 1 for a session, 2 for an event.
#[wasm_bindgen]
pub fn refuse(id: usize, paths: usize, is_es: bool, is_v1: bool, body: u8) {
    let version = if is_v1 { Version::V1 } else { Version::V2 };
    let body = match body {
        0 => BodyKind::Request,
        1 => BodyKind::Session,
        _ => BodyKind::Event,
    };
    with(&INPUT, |input| {
        let (id, rest) = input.split_at_checked(id).unwrap_or_default();
        let kind = match from_utf8(id).ok().and_then(ValueFault::from_id) {
            Some(cause) => ViolationKind::NotSerializable { cause },
            None => ViolationKind::BodySize { limit: Options::MAX_BYTES },
        };
        let path = read_paths(rest.get(..paths)).pop().unwrap_or_default();
        let options = Options::new(Timestamp::UNIX_EPOCH).version(version).locale(locale(is_es));
        write(|out| report_unserializable(kind, path, body, &options).write_json(out));
    });
}

/// Reads paths: a JSON array of arrays of names and indexes. Returns none for other bytes.
fn read_paths(bytes: Option<&[u8]>) -> Vec<Path> {
    let text = bytes.and_then(|bytes| from_utf8(bytes).ok()).unwrap_or_default();
    Path::list_from_json(text)
}

fn write(write: impl FnOnce(&mut String)) {
    with(&OUTPUT, |output| {
        output.clear();
        write(output);
    });
}

const fn locale(is_es: bool) -> Locale {
    if is_es { Locale::Es } else { Locale::En }
}
