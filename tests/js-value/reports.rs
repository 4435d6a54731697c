//! The reports that JavaScript gets are those of the core.
#![cfg(target_arch = "wasm32")]

use fintoc_preflight::{Locale, Options, Report, Timestamp, validate_json};
use js_sys::JSON;
use js_value_test::check;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

const NOW: &str = "2026-01-13T12:00:00Z";

const BODIES: [&str; 5] = [
    r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#,
    r#"{"amount": 1.5, "currency": "clp", "ui_mode": "embedded", "colour": "red", "metadata": {"ñ\u0000": []}}"#,
    r#"{"line_items": [{"quantity": 0, "price_data": {"unit_amount": "1"}}], "amount": 45000, "currency": "CLP"}"#,
    "{",
    "[]",
];

fn report(body: &str, locale: Locale) -> Report {
    let now: Timestamp = NOW.parse().unwrap();
    validate_json(body, &Options::new(now).locale(locale))
}

fn text(value: &JsValue) -> String {
    JSON::stringify(value).unwrap().into()
}

#[wasm_bindgen_test]
fn a_report_is_the_object_that_its_json_is() {
    for body in BODIES {
        for locale in [Locale::En, Locale::Es] {
            let report = report(body, locale);
            assert_eq!(text(&report.to_js_value().unwrap()), report.to_json());
        }
    }
}

#[wasm_bindgen_test]
fn a_function_of_the_application_returns_it() {
    for body in BODIES {
        let value: JsValue = check(body, NOW).unwrap().into();
        assert_eq!(text(&value), report(body, Locale::En).to_json());
    }
    assert!(check("{}", "yesterday").is_err());
}
