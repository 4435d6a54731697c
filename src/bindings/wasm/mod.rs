//! The binding to JavaScript: text in, text out. It converts, and decides nothing.
//!
//! JavaScript writes its arguments one after the other into the input, calls a function, and reads the output: one copy
//! each way, only numbers across the boundary, and nothing that the module would have to import. The options have been
//! checked by then.
//!
//! There are two modules, as most programs need but one: what judges requests (feature `wasm`), and what reads what comes
//! back (feature `wasm-session`).

#![expect(unreachable_pub, reason = "wasm-bindgen takes only what is public")]

#[cfg(feature = "wasm")]
mod request;
#[cfg(feature = "wasm-session")]
mod session;

use std::sync::Mutex;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::options::Options;
use crate::report::ViolationKind;
use crate::report::messages::Locale;
use crate::report::{BodyKind, Report};

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

/// Writes the report of a value that JavaScript cannot write as JSON: 0, a request; 1, a session; 2, an event.
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
    write(|out| Report::refusal(kind, body, locale(is_es)).write(out));
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
