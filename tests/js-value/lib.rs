//! An application of wasm-bindgen that uses the core, which is how the feature `js-value` is tested.
#![cfg(target_arch = "wasm32")]

use fintoc_preflight::{Options, Report, Timestamp, validate_json};
use tsify::{Ts, Tsify};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// The report of a body, with its type.
///
/// # Errors
///
/// When `now` is no time.
#[wasm_bindgen]
pub fn check(body: &str, now: &str) -> Result<Ts<Report>, JsError> {
    let now: Timestamp = now.parse()?;
    Ok(validate_json(body, &Options::new(now)).into_ts()?)
}
