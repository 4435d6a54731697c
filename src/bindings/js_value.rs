//! Reports as JavaScript objects with a TypeScript type, for Rust applications that wasm-bindgen compiles to
//! WebAssembly.

use tsify::serde_wasm_bindgen::Error;
use tsify::{SerializationConfig, Tsify};
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

    const DECL: &'static str = r"
/** What is found in a request. */
export interface Report {
  /** Whether there are no errors. */
  valid: boolean;
  /** What makes the request invalid. */
  errors: Violation[];
  /** What the API may accept, but a person should look at. */
  warnings: Violation[];
  /** How many violations of each level are not listed; absent when all are. */
  omitted?: { errors: number; warnings: number };
}

/** One violation of one rule at one place. */
export interface Violation {
  rule: Rule;
  level: Level;
  code: Code;
  path: (string | number)[];
  /** The path as Fintoc writes it. */
  param: string;
  message: string;
  /** What to put in place of the value, or of an unknown name; only where it is certain. */
  suggestion?: string | number | string[];
  /** The facts of the rule, by name. */
  facts?: Record<string, number | boolean | string | string[]>;
}
";

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
    pub fn to_js_value(&self) -> Result<JsReport, Error> {
        self.into_js()
    }
}
