//! Bindings to other languages and libraries: they convert, and decide nothing.

#[cfg(all(feature = "js-value", target_arch = "wasm32"))]
mod js_value;
#[cfg(feature = "typescript")]
pub mod typescript;
#[cfg(feature = "validator")]
mod validator;

#[cfg(all(feature = "js-value", target_arch = "wasm32"))]
pub use js_value::{JsReport, JsValueError};
