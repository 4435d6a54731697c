//! Output is safe for a terminal and a log: no escapes, bounded length, and in JSON no text of the request.

mod common;

use std::fs;

use common::{INVALID, command, output, run};
use serde_json::Value;
use tempfile::TempDir;

/// Control sequences that clear the screen, set the title or reverse the text, in every form that terminals accept.
const HOSTILE: &str = "\u{1b}[2J\u{9b}2J\u{1b}]0;title\u{7}\u{90}q\u{202e}\u{2066}\u{8}\r\u{7f}";

/// The characters of a text that are not for showing, but for the ends of lines and what colours it.
fn control_characters(text: &str) -> Vec<char> {
    let mut plain = String::new();
    let mut parts = text.split("\u{1b}[");
    plain.extend(parts.next());
    for part in parts {
        let (code, rest) = part.split_once('m').unwrap_or(("?", part));
        let is_color = code.chars().all(|character| character.is_ascii_digit() || character == ';');
        plain.push_str(if is_color { rest } else { "\u{1b}" });
    }
    let is_hostile = |character: &char| {
        (character.is_control() && *character != '\n')
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    plain.chars().filter(is_hostile).collect()
}

/// Requests that hold what is hostile in values, names, and where the syntax is wrong.
fn hostile_requests() -> Vec<String> {
    let escaped = HOSTILE.replace(|character: char| character < ' ', "\\u001b");
    let unescaped: String = HOSTILE.chars().filter(|character| *character >= ' ').collect();
    vec![
        format!(r#"{{"amount": 0, "customer_email": "{unescaped}", "{unescaped}": 1, "currency": "{escaped}"}}"#),
        format!(r#"{{"metadata": {{"{escaped}": [], "{unescaped}": "{}"}}, "flow": 1}}"#, unescaped.repeat(200)),
        format!(r#"{{"{HOSTILE}": 1}}"#),
        format!("{HOSTILE}{{}}"),
        format!("{{}} {HOSTILE}"),
    ]
}

#[test]
fn no_escape_of_a_request_reaches_the_output() {
    for request in hostile_requests() {
        for args in [&[][..], &["--color", "always"], &["--no-source"], &["--ndjson"], &["--ndjson", "--no-source"]] {
            let run = run(args, request.as_bytes());
            assert_eq!(control_characters(&run.stdout), [], "{args:?}: {:?}", run.stdout);
            assert_eq!(run.code, 1);
        }
    }
}

#[cfg(unix)]
#[test]
fn no_escape_of_a_file_name_reaches_the_output() {
    let folder = TempDir::new().unwrap();
    let name = format!("{HOSTILE}.json");
    fs::write(folder.path().join(&name), INVALID).unwrap();
    let run = output(command().current_dir(&folder).args([&name, "no\u{1b}[2J\n", "--color", "always"]));
    assert_eq!(run.code, 2);
    assert_eq!(control_characters(&run.stdout), []);
    assert_eq!(control_characters(&run.stderr), []);
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
}

#[test]
fn colour_is_for_terminals_and_those_who_ask() {
    let is_colored = |args: &[&str], variables: &[(&str, &str)]| {
        let run = output(command().args(args).envs(variables.iter().copied()).write_stdin(INVALID));
        run.stdout.contains("\u{1b}[")
    };
    assert!(!is_colored(&[], &[]));
    assert!(!is_colored(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
    assert!(is_colored(&["--color", "always"], &[]));
    assert!(is_colored(&["--color", "always"], &[("NO_COLOR", "1")]));
    assert!(is_colored(&["explain", "enum", "--color", "always"], &[]));
    assert!(!is_colored(&["explain", "enum"], &[]));
    assert!(!is_colored(&["--color", "always", "--format", "json"], &[]));
}

/// A request with the sentinel in every value, and something wrong with most.
const SECRET: &str = r#"{
  "amount": "S3CRET", "currency": "S3CRET", "customer": "cs_S3CRET", "customer_email": "S3CRET",
  "customer_data": {"name": "S3CRET", "email": "S3CRET@", "tax_id": {"type": "S3CRET", "value": "S3CRET"}},
  "expires_at": "S3CRET", "flow": "payment", "line_items": ["S3CRET", {"quantity": "S3CRET", "price_data": {
    "currency": "S3CRET", "unit_amount": "S3CRET", "product_data": {"name": ["S3CRET"], "image_url": "S3CRET"}
  }}],
  "metadata": {"a": ["S3CRET"], "b": {"c": "S3CRET"}}, "payment_method": "cus_S3CRET",
  "payment_method_types": ["S3CRET", "S3CRET", 5], "payment_method_options": {"card": {"types": ["S3CRET"]}},
  "save_payment_method": "S3CRET", "success_url": "S3CRET", "cancel_url": "http://S3CRET", "ui_mode": "S3CRET",
  "unknown": "S3CRET", "unknown": "S3CRET"
}"#;

#[test]
fn where_it_is_promised_nothing_of_the_request_is_shown() {
    assert!(run(&[], SECRET).stdout.contains("S3CRET"), "the excerpts do show it");
    let line = SECRET.replace('\n', " ");
    let broken = SECRET.replace("S3CRET\n}", "S3CRET");
    for request in [SECRET, &line, &broken, "\"S3CRET\"", "S3CRET", "{\"amount\": S3CRET}"] {
        for hidden in [&["--no-source"][..], &["--format", "json"]] {
            for more in [&[][..], &["--ndjson"], &["--lang", "es"], &["--api", "v1"], &["--color", "always"]] {
                let run = run(&[hidden, more].concat(), request);
                assert_eq!(run.code, 1);
                assert!(!run.stdout.contains("S3CRET"), "{hidden:?} {more:?}: {}", run.stdout);
                assert_eq!(run.stderr, "");
            }
        }
    }
}

/// Every string of every vector is replaced by a sentinel in turn, each in a line of its own.
#[test]
fn where_it_is_promised_no_string_of_any_vector_is_shown() {
    let lines = mutants_of_vectors();
    assert!(lines.len() > 2000, "{} lines", lines.len());
    let lines = lines.join("\n");
    for hidden in [&["--no-source"][..], &["--format", "json"]] {
        for more in [&[][..], &["--lang", "es"], &["--api", "v1"], &["--api", "v1", "--lang", "es"]] {
            let run = run(&[&["--ndjson"], hidden, more].concat(), lines.as_str());
            let shown = run.stdout.lines().find(|line| line.contains("S3CRET"));
            assert_eq!((shown, run.stderr.as_str(), run.code), (None, "", 1), "{hidden:?} {more:?}");
        }
    }
}

/// The vectors of the core as lines of JSON, in each of which one string is a sentinel.
fn mutants_of_vectors() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/conformance");
    let mut lines = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let vectors: Value = serde_json::from_str(&fs::read_to_string(file.unwrap().path()).unwrap()).unwrap();
        for request in vectors["cases"].as_array().unwrap().iter().filter_map(|vector| vector.get("request")) {
            let mut strings = 0;
            count_strings(request, &mut strings);
            for index in 0..strings.min(50) {
                let mut mutant = request.clone();
                replace_string(&mut mutant, &mut Some(index));
                lines.push(mutant.to_string());
            }
        }
    }
    lines
}

fn count_strings(value: &Value, count: &mut usize) {
    match value {
        Value::String(_) => *count += 1,
        Value::Array(elements) => elements.iter().for_each(|element| count_strings(element, count)),
        Value::Object(members) => members.values().for_each(|member| count_strings(member, count)),
        _ => {}
    }
}

/// Replaces the string at an index, from 0, in the order of [`count_strings`]. `None` once it is replaced.
fn replace_string(value: &mut Value, index: &mut Option<usize>) {
    match value {
        Value::String(text) => {
            if *index == Some(0) {
                "S3CRET".clone_into(text);
            }
            *index = index.and_then(|index| index.checked_sub(1));
        }
        Value::Array(elements) => elements.iter_mut().for_each(|element| replace_string(element, index)),
        Value::Object(members) => members.values_mut().for_each(|member| replace_string(member, index)),
        _ => {}
    }
}

#[test]
fn a_hostile_request_does_not_flood_the_terminal() {
    let items = vec!["0"; 5000].join(",");
    let requests = [
        format!(r#"{{"line_items": [{items}]}}"#),
        format!(r#"{{"{}": 1, "currency": "{}"}}"#, "k".repeat(400_000), "v".repeat(400_000)),
        format!(r#"{{"metadata": {{"{}": []}}}}"#, "東".repeat(100_000)),
        format!(r#"{{"amount": 1, {}"amount": 2}}"#, " ".repeat(500_000)),
        "[".repeat(500_000),
    ];
    for request in requests {
        for args in [&[][..], &["--no-source"]] {
            let run = run(args, request.as_bytes());
            let longest = run.stdout.lines().map(|line| line.chars().count()).max().unwrap_or_default();
            assert!(longest < 1200, "{longest}: {}", run.stdout);
            assert!(run.stdout.len() < 100_000, "{}", run.stdout.len());
        }
    }
    let run = run(&[], format!(r#"{{"line_items": [{items}], "currency": "CLP", "ui_mode": "embedded"}}"#));
    assert!(run.stdout.contains("<stdin>: and 4900 more, of which --format json lists 900\n"), "{}", run.stdout);
    assert!(run.stdout.ends_with("<stdin>: 5000 errors\n"), "{}", run.stdout);
}
