//! The files that are read and checked, and the exit code.

mod common;

use std::process::{Command, Stdio};
use std::{fs, io};

use common::{DOUBTFUL, INVALID, VALID, command, output, run};
use tempfile::TempDir;

/// A folder with a file for each name and content.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

#[test]
fn the_exit_code_says_whether_all_are_valid() {
    assert_eq!(run(&[], VALID).code, 0);
    assert_eq!(run(&[], DOUBTFUL).code, 0);
    assert_eq!(run(&["--strict"], DOUBTFUL).code, 1);
    assert_eq!(run(&[], INVALID).code, 1);
    assert_eq!(run(&[], "").code, 1);
    let folder = folder(&[("a.json", VALID), ("b.json", INVALID), ("c.json", VALID)]);
    let run = output(command().current_dir(&folder).args(["a.json", "b.json", "c.json"]));
    assert_eq!(run.code, 1);
    assert!(run.stdout.ends_with("c.json: valid\n3 requests: 2 valid, 1 invalid (1 error)\n"), "{}", run.stdout);
}

#[test]
fn files_and_standard_input_are_read_in_order() {
    let folder = folder(&[("a.json", INVALID)]);
    let reports = |args: &[&str]| {
        let run = output(command().current_dir(&folder).args(["--format", "json"]).args(args).write_stdin(VALID));
        run.stdout.lines().map(|line| line.starts_with(r#"{"valid":true"#)).collect::<Vec<_>>()
    };
    assert_eq!(reports(&[]), [true]);
    assert_eq!(reports(&["-"]), [true]);
    assert_eq!(reports(&["a.json"]), [false]);
    assert_eq!(reports(&["a.json", "-", "a.json"]), [false, true, false]);
}

#[test]
fn check_is_the_command_without_a_name() {
    let (named, unnamed) = (run(&["check", "--strict", "-"], DOUBTFUL), run(&["--strict", "-"], DOUBTFUL));
    assert_eq!((named.code, &named.stdout), (1, &unnamed.stdout));
    let folder = folder(&[("rules", VALID)]);
    assert_eq!(output(command().current_dir(&folder).args(["./rules"])).stdout, "./rules: valid\n");
}

#[test]
fn a_file_that_cannot_be_read_is_reported_and_the_others_are_checked() {
    let folder = folder(&[("a.json", VALID), ("b.json", INVALID)]);
    let run = output(command().current_dir(&folder).args(["nothing.json", "a.json", ".", "b.json"]));
    assert_eq!(run.code, 2);
    let complaints: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(complaints.len(), 2, "{}", run.stderr);
    assert!(complaints[0].starts_with("fintoc-preflight: nothing.json: "), "{}", run.stderr);
    assert!(complaints[1].starts_with("fintoc-preflight: .: "), "{}", run.stderr);
    assert!(run.stdout.contains("a.json: valid\n") && run.stdout.contains("b.json: 1 error\n"), "{}", run.stdout);
    let run = output(command().current_dir(&folder).args(["--ndjson", "nothing.json", "a.json"]));
    assert_eq!((run.code, run.stdout.as_str()), (2, "1 request: 1 valid, 0 invalid\n"));
}

#[test]
fn a_body_over_the_limit_is_not_read_to_its_end() {
    let mut body = VALID.to_owned();
    body.push_str(&" ".repeat(1024 * 1024 - VALID.len()));
    assert_eq!(run(&[], body.clone()).code, 0);
    body.push(' ');
    let run = run(&["--no-source"], body.repeat(3));
    assert_eq!(run.code, 1);
    assert!(run.stdout.starts_with("<stdin>:1:1: error[body-size]: "), "{}", run.stdout);
}

#[test]
fn the_version_is_that_of_the_option() {
    let clp = r#"{"amount": 1000, "currency": "clp"}"#;
    assert_eq!((run(&["--api", "v1"], clp).code, run(&["--api", "v2"], clp).code), (0, 1));
    let run = run(&["--api", "v3"], clp);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("[possible values: v1, v2]"), "{}", run.stderr);
}

#[test]
fn now_is_a_time_or_milliseconds() {
    let at_noon =
        r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "expires_at": "2026-01-13T12:00:00Z"}"#;
    let code = |now| run(&["--now", now], at_noon).code;
    assert_eq!((code("2026-01-13T11:50:00Z"), code("2026-01-13T11:50:00.001Z")), (0, 1));
    assert_eq!((code("1768305000000"), code("1768305000001")), (0, 1));
    assert_eq!(run(&[], at_noon).code, 1, "the system's clock is later");
    for wrong in ["tomorrow", "", "2026-01-13", "9223372036854775807", "1e3", "NaN"] {
        let run = run(&["--now", wrong], at_noon);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert!(run.stderr.contains("not a time: expected an RFC 3339 date-time"), "{}", run.stderr);
    }
}

#[test]
fn the_last_level_of_a_rule_counts() {
    let code = |args: &[&str]| run(args, DOUBTFUL).code;
    assert_eq!(code(&["--deny", "unknown-field"]), 1);
    assert_eq!(code(&["--deny", "unknown-field", "--warn", "unknown-field"]), 0);
    assert_eq!(code(&["--warn", "unknown-field", "--deny", "unknown-field"]), 1);
    assert_eq!(code(&["--deny", "unknown-field", "--strict", "--allow", "unknown-field"]), 0);
    assert_eq!(code(&["--allow", "unknown-field", "--deny", "url-https", "--deny", "unknown-field"]), 1);
    assert_eq!(run(&["--allow", "unknown-field"], DOUBTFUL).stdout, "<stdin>: valid\n");
}

#[test]
fn a_wrong_rule_is_a_usage_error_with_the_nearest_name() {
    for args in
        [&["--allow", "url-http"][..], &["--warn=url-http"], &["check", "--deny", "url-http"], &["explain", "url-http"]]
    {
        let run = run(args, VALID);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
        assert!(run.stderr.contains("there is no such rule; did you mean `url-https`?"), "{}", run.stderr);
    }
    let run = run(&["--deny", "no-such-thing"], VALID);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("there is no such rule\n"), "{}", run.stderr);
}

#[test]
fn lowering_a_fixed_level_is_a_usage_error() {
    let lowered = run(&["--warn", "json-syntax"], "{");
    assert_eq!((lowered.code, lowered.stdout.as_str()), (2, ""));
    assert!(lowered.stderr.starts_with("error: the level of `json-syntax` cannot be lowered\n"), "{}", lowered.stderr);
    assert_eq!(run(&["--deny", "json-syntax"], "{").code, 1);
}

#[test]
fn the_language_is_that_of_the_option_or_the_environment() {
    let stdout = |args: &[&str], variables: &[(&str, &str)]| {
        output(command().args(args).envs(variables.iter().copied()).write_stdin(VALID)).stdout
    };
    assert_eq!(stdout(&["--lang", "es"], &[]), "<stdin>: válida\n");
    assert_eq!(stdout(&[], &[("LANG", "es_CL.UTF-8")]), "<stdin>: válida\n");
    assert_eq!(stdout(&[], &[("LANG", "es_CL.UTF-8"), ("LC_ALL", "C")]), "<stdin>: valid\n");
    assert_eq!(stdout(&["--lang", "en"], &[("LC_ALL", "es_MX")]), "<stdin>: valid\n");
    assert_eq!(run(&["--lang", "fr"], VALID).code, 2);
}

#[test]
fn a_reader_that_goes_away_ends_the_command_quietly() {
    for args in [&["rules"][..], &["explain", "enum"], &["--format", "json"], &["--ndjson"]] {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let mut command = Command::new(env!("CARGO_BIN_EXE_fintoc-preflight"));
        let output = command.args(args).stdin(Stdio::null()).stdout(writer).output().unwrap();
        assert_eq!(output.status.code(), Some(141), "{args:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{args:?}");
    }
}
