//! Tests the feature `js-value`: an application of wasm-bindgen that uses the core.
#![cfg(target_arch = "wasm32")]

use fintoc_preflight::{Options, Report, Timestamp, validate_json};
use tsify::{Ts, Tsify};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// Returns the report on a body, with its TypeScript type.
///
/// # Errors
///
/// - `now` is `yesterday`: not a timestamp
#[wasm_bindgen]
pub fn check(body: &str, now: &str) -> Result<Ts<Report>, JsError> {
    let now: Timestamp = now.parse()?;
    Ok(validate_json(body, &Options::new(now)).into_ts()?)
}
