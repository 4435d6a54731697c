//! Reports as JavaScript objects with a TypeScript type, for Rust applications that wasm-bindgen compiles to
//! WebAssembly.

use serde::Serialize;
use serde_wasm_bindgen::{Error, Serializer};
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

    const DECL: &'static str = r"
/** The report on a request. */
export interface Report {
  /** True if there are no errors. */
  valid: boolean;
  /** The errors, which make the request invalid. */
  errors: Violation[];
  /** The warnings: the API may accept the request, but a person should look. */
  warnings: Violation[];
  /** The numbers of errors and warnings that are not listed; absent if all are. */
  omitted?: { errors: number; warnings: number };
}

/** A violation of a rule at one path. */
export interface Violation {
  rule: Rule;
  level: Level;
  code: Code;
  path: (string | number)[];
  /** The path in Fintoc's notation. */
  param: string;
  message: string;
  /** The replacement for the value, or for an unknown name; absent unless it is certain. */
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
        self.serialize(&Serializer::new().serialize_maps_as_objects(true)).map(JsCast::unchecked_into)
    }
}
