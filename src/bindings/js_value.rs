//! Reports as JavaScript objects with a TypeScript type, for Rust applications that wasm-bindgen compiles to
//! WebAssembly.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use thiserror::Error;
use tsify::{SerializationConfig, Tsify};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::report::Report;

#[wasm_bindgen]
extern "C" {
    /// A report as a JavaScript object: `Report` in TypeScript.
    #[derive(Debug, Clone)]
    #[wasm_bindgen(typescript_type = "Report")]
    pub type JsReport;
}

#[wasm_bindgen(typescript_custom_section)]
const DECLARATION: &str = Report::DECL;

/// Allows a function of wasm-bindgen to return `tsify::Ts<Report>`.
impl Tsify for Report {
    type JsType = JsReport;

    const DECL: &'static str = concat!(
        include_str!("report.d.ts"),
        r"
/** A violation of a rule. */
export interface Violation extends ViolationBase {
  /** The violated rule. */
  rule: Rule;
  /** An error code of Fintoc's. The code of each rule is this project's reading of the documentation. */
  code: ErrorCode;
  /** The facts of the rule, by name; absent if there are none. */
  facts?: Record<string, number | boolean | string | string[]>;
}
"
    );

    const SERIALIZATION_CONFIG: SerializationConfig =
        SerializationConfig { missing_as_null: false, hashmap_as_object: true, large_number_types_as_bigints: false };
}

impl Report {
    /// Returns the report as a JavaScript object: the value of [`to_json`](Report::to_json). It converts to `JsValue`.
    ///
    /// # Errors
    ///
    /// A number that JavaScript cannot represent exactly, such as `9007199254740993`. No report has one: suggestions
    /// are within that range.
    pub fn to_js_value(&self) -> Result<JsReport, JsValueError> {
        let value = self.serialize(&Serializer::new().serialize_maps_as_objects(true)).map_err(|_| JsValueError)?;
        Ok(value.unchecked_into())
    }
}

/// An error of [`Report::to_js_value`]: a value that JavaScript cannot represent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the report has a value that JavaScript cannot represent")]
pub struct JsValueError;
