//! A request on each line.

mod common;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use common::{DOUBTFUL, INVALID, VALID, command, output, run};
use tempfile::TempDir;

const JSON: &[&str] = &["--ndjson", "--format", "json"];

const VALID_REPORT: &str = r#"{"valid":true,"errors":[],"warnings":[]}"#;

#[test]
fn every_line_has_its_report_in_order() {
    // An unknown name makes the report of every line unique.
    let line = |number: usize| match number {
        6000 => "{\"amount\": \"not the end".to_owned(),
        _ => format!(r#"{{"amount": {}, "currency": "CLP", "ui_mode": "embedded", "k{number}": 1}}"#, number % 3),
    };
    let lines: Vec<String> = (0..10_000).map(line).collect();
    let run = run(JSON, lines.join("\n"));
    assert_eq!(run.code, 1);
    let reports: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(reports.len(), 10_000);
    for (number, report) in reports.iter().enumerate() {
        if number == 6000 {
            assert!(report.contains("json-syntax"), "{report}");
        } else {
            assert_eq!(report.contains("amount-positive"), number % 3 == 0, "{number}: {report}");
            assert!(report.contains(&format!(r#""param":"k{number}""#)), "{number}: {report}");
        }
    }
}

#[test]
fn lines_are_numbered_across_batches() {
    let mut lines = vec![VALID; 10_000];
    lines[9_000] = INVALID;
    let run = run(&["--ndjson", "--no-source"], lines.join("\n"));
    assert!(run.stdout.starts_with("<stdin>:9001:12: error[amount-positive]"), "{}", run.stdout);
}

#[test]
fn reports_stay_aligned_with_their_lines() {
    let over_the_limit = format!("{}{}", VALID, " ".repeat(1024 * 1024 + 1 - VALID.len()));
    let at_the_limit = &over_the_limit[..1024 * 1024];
    let mut stream = Vec::new();
    for line in [VALID.as_bytes(), b"", b"\xff", over_the_limit.as_bytes(), b"\0", at_the_limit.as_bytes()] {
        stream.extend_from_slice(line);
        stream.extend_from_slice(b"\r\n");
    }
    stream.extend_from_slice(VALID.as_bytes());
    let run = run(JSON, stream);
    let rule = |report: &str| match report {
        VALID_REPORT => "valid".to_owned(),
        _ => report.split('"').nth(7).expect("a rule").to_owned(),
    };
    let rules: Vec<String> = run.stdout.lines().map(rule).collect();
    assert_eq!(rules, ["valid", "json-syntax", "json-syntax", "body-size", "json-syntax", "valid", "valid"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
}

#[test]
fn the_last_line_needs_no_end() {
    assert_eq!(run(JSON, format!("{VALID}\n{VALID}")).stdout, format!("{VALID_REPORT}\n{VALID_REPORT}\n"));
    assert_eq!(run(JSON, format!("{VALID}\n")).stdout, format!("{VALID_REPORT}\n"));
    assert_eq!(run(JSON, "").stdout, "");
    assert_eq!(run(&["--ndjson"], "").stdout, "0 requests: 0 valid, 0 invalid\n");
}

#[test]
fn text_names_the_line_and_is_silent_about_valid_ones() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("day.ndjson"), [VALID, INVALID, VALID, DOUBTFUL].join("\n")).unwrap();
    let stdout = |args: &[&str]| output(command().current_dir(&folder).args(["--ndjson", "day.ndjson"]).args(args));
    let text = stdout(&[]).stdout;
    let heads: Vec<&str> = text.lines().filter(|line| line.starts_with("day.ndjson")).collect();
    assert_eq!(heads, ["day.ndjson:2: 1 error", "day.ndjson:4: valid, 1 warning"]);
    assert!(text.contains(" --> day.ndjson:2:12\n") && text.contains("\n2 | {\"amount\": 0,"), "{text}");
    assert!(text.ends_with("\n4 requests: 3 valid, 1 invalid (1 error, 1 warning)\n"), "{text}");
    let text = stdout(&["--no-source"]).stdout;
    let starts =
        ["day.ndjson:2:12: error[amount-positive] amount: ", "day.ndjson:4:62: warning[unknown-field] colour: "];
    for (line, start) in text.lines().zip(starts) {
        assert!(line.starts_with(start), "{text}");
    }
    assert_eq!(text.lines().count(), 3);
}

#[test]
fn several_files_are_one_stream_of_reports() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a"), format!("{VALID}\n{INVALID}\n")).unwrap();
    let run = output(command().current_dir(&folder).args(JSON).args(["a", "-", "a"]).write_stdin(VALID));
    let valid: Vec<bool> = run.stdout.lines().map(|report| report == VALID_REPORT).collect();
    assert_eq!(valid, [true, false, true, true, false]);
}

#[test]
fn a_report_does_not_wait_for_the_next_line() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fintoc-preflight"))
        .args(JSON)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for _ in 0..3 {
        writeln!(stdin, "{VALID}").unwrap();
        let mut report = String::new();
        stdout.read_line(&mut report).unwrap();
        assert_eq!(report.trim_end(), VALID_REPORT);
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_reader_that_goes_away_ends_the_stream_quietly() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fintoc-preflight"))
        .args(JSON)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    writeln!(stdin, "{VALID}").unwrap();
    let mut first = String::new();
    stdout.read_line(&mut first).unwrap();
    drop(stdout);
    // Standard input stays open: the command must not wait for its end. What is written first may still find a reader, since
    // a program that another test is starting has copies of all pipes for a moment.
    let status = loop {
        match child.try_wait().unwrap() {
            Some(status) => break status,
            None => _ = writeln!(stdin, "{VALID}"),
        }
        sleep(Duration::from_millis(5));
    };
    assert_eq!(status.code(), Some(141));
    let mut complaints = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaints).unwrap();
    assert_eq!(complaints, "");
}
