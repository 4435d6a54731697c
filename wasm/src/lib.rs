//! The binding to JavaScript: text in, text out. It converts, and decides nothing.
//!
//! JavaScript writes its arguments one after the other into the input buffer, calls a function with their lengths in
//! bytes, and reads the output buffer. Text is copied once each way, only numbers cross the boundary, and the module
//! imports nothing. JavaScript checks the options before.
//!
//! ```text
//! input                     each text is UTF-8; nothing separates the parts
//!   validate      | body: JSON    | time: RFC 3339 | rule | level | rule | level | ... |
//!                 |<---- body --->|<---- time ---->|<----------- levels ------------->|
//!   read_session  | body: JSON    |
//!   read_event    | body: JSON    |
//!   compare       | request: JSON | session: JSON  |
//!   rule_index    | id of a rule  |
//!
//!   rule          one byte, the index in Rule::ALL
//!   level         one byte: 0 allow, 1 warn, 2 deny
//!   time          0 bytes if the argument `now` is a number
//!
//! output
//!   report, value or comparison as JSON, or the id of a rule; UTF-8, `output_length` bytes from `output` on
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

use std::sync::Mutex;

use fintoc_preflight::{BodyKind, Level, Locale, Options, Path, Report, Violation, ViolationKind};
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

/// Writes the report of a body that JavaScript cannot serialize as JSON. `body` is 0 for a request, 1 for a session, 2
/// for an event.
#[wasm_bindgen]
pub fn refuse_value(is_too_large: bool, is_es: bool, body: u8) {
    let body = match body {
        0 => BodyKind::Request,
        1 => BodyKind::Session,
        _ => BodyKind::Event,
    };
    let kind = if is_too_large {
        ViolationKind::BodySize { limit: Options::MAX_BYTES }
    } else {
        ViolationKind::NotSerializable
    };
    let violation = Violation { level: Level::Error, path: Path::default(), kind, body };
    let report = Report { errors: vec![violation], locale: locale(is_es), ..Report::default() };
    write(|out| report.write_json(out));
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
