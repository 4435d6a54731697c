//! The format of reports as text.

mod common;

use common::run;
use insta::assert_snapshot;

const NOW: &str = "2026-01-13T12:00:00Z";

fn text(args: &[&str], request: &str) -> String {
    run(&[&["--now", NOW], args].concat(), request).stdout
}

/// Each way of marking: a value, a name, a repeated name, what is missing, a value of several lines, `null`.
const MISTAKES: &str = r#"{
  "amount": 45000,
  "amount": 46000,
  "currency": "clp",
  "customer_mail": "ana@example.com",
  "line_items": [
    {
      "quantity": "4",
      "price_data": {
        "currency": "CLP",
        "unit_amount": 45000,
        "product_data": {}
      }
    }
  ],
  "metadata": {
    "cart": {
      "id": 7
    }
  },
  "cancel_url": null
}
"#;

#[test]
fn mistakes() {
    assert_snapshot!(text(&[], MISTAKES));
}

#[test]
fn mistakes_in_spanish() {
    assert_snapshot!(text(&["--lang", "es"], MISTAKES));
}

#[test]
fn mistakes_in_color() {
    assert_snapshot!(text(&["--color", "always"], MISTAKES));
}

#[test]
fn mistakes_without_source() {
    assert_snapshot!(text(&["--no-source"], MISTAKES));
}

#[test]
fn bad_syntax() {
    assert_snapshot!(text(&[], "{\n  \"amount\": 350000,\n  \"currency\": \"CLP\",\n}\n"));
}

#[test]
fn a_text_that_ends_too_soon() {
    assert_snapshot!(text(&[], "{\n  \"amount\": 350000\n"));
}

#[test]
fn a_long_line_is_cut_around_the_mark() {
    let request = format!(
        r#"{{"metadata":{{"note":"{}"}},"currency":"CLP","ui_mode":"embedded","amount":0,"business_profile":{{"name":"{}"}}}}"#,
        "n".repeat(499),
        "b".repeat(5000),
    );
    assert_snapshot!(text(&[], &request));
}

#[test]
fn a_long_value_is_cut() {
    let request = format!(r#"{{"amount":1,"currency":"{}","ui_mode":"embedded"}}"#, "C".repeat(100_000));
    assert_snapshot!(text(&[], &request));
}

#[test]
fn lines() {
    let lines = [
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#,
        r#"{"amount": 350000, "currency": "CLP"}"#,
        "",
        r#"{"amount": 0, "currency": "CLP", "ui_mode": "embedded"}"#,
    ];
    assert_snapshot!(text(&["--ndjson"], &lines.join("\n")));
}

#[test]
fn explanation() {
    assert_snapshot!(run(&["explain", "amount-equals-total"], "").stdout);
}

#[test]
fn explanation_in_spanish() {
    assert_snapshot!(run(&["explain", "amount-equals-total", "--lang", "es"], "").stdout);
}

#[test]
fn help() {
    assert_snapshot!(run(&["--help"], "").stdout);
}
