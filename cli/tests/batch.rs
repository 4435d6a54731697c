//! Folders, patterns, compressed files, `--summary` and `--resume`.

mod common;

use std::fs;
use std::io::Write;
use std::path::Path;

use common::{DOUBTFUL, INVALID, VALID, command, output, run};
use serde_json::{Value, json};
use tempfile::TempDir;

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

/// A folder with one request in each of five files, and a file that is not for the command.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &[u8]| fs::write(folder.path().join(name), content).unwrap();
    fs::create_dir(folder.path().join("b")).unwrap();
    write("a.ndjson", VALID.as_bytes());
    write("b/a.jsonl", INVALID.as_bytes());
    // Two members, as `cat a.gz b.gz` makes them.
    write("b/b.ndjson.gz", &[gzip(&format!("{DOUBTFUL}\n")), gzip(VALID)].concat());
    write("c.ndjson.zst", &zstd::encode_all(INVALID.as_bytes(), 0).unwrap());
    write("notes.txt", b"{");
    folder
}

fn in_folder(folder: &Path, args: &[&str]) -> common::Run {
    output(command().current_dir(folder).args(args))
}

#[test]
fn a_folder_is_read_in_order_at_any_depth_compressed_or_not() {
    let folder = folder();
    let run = in_folder(folder.path(), &["--ndjson", "--no-source", "."]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let lines: Vec<&str> = run.stdout.lines().map(|line| line.split(' ').next().unwrap()).collect();
    let starts = ["./b/a.jsonl:1:12:", "./b/b.ndjson.gz:1:", "./c.ndjson.zst:1:12:", "5"];
    assert_eq!(lines.len(), starts.len(), "{}", run.stdout);
    assert!(lines.iter().zip(starts).all(|(line, start)| line.starts_with(start)), "{}", run.stdout);
    assert!(run.stdout.ends_with("5 requests: 3 valid, 2 invalid (2 errors, 1 warning)\n"), "{}", run.stdout);
}

#[test]
fn a_pattern_matches_files_and_folders() {
    let folder = folder();
    let requests = |pattern: &str| {
        let run = in_folder(folder.path(), &["--ndjson", "--summary", "--format", "json", pattern]);
        serde_json::from_str::<Value>(&run.stdout).unwrap()["requests"].as_u64().unwrap()
    };
    assert_eq!((requests("*.ndjson"), requests("[bc]*"), requests("**/*.gz")), (1, 4, 2));
    for (file, problem) in [("*.csv", "no file matches"), ("[", "attern")] {
        let run = in_folder(folder.path(), &["--ndjson", file]);
        assert_eq!((run.code, run.stderr.contains(problem)), (2, true), "{}", run.stderr);
    }
    fs::create_dir(folder.path().join("empty")).unwrap();
    let run = in_folder(folder.path(), &["--ndjson", "empty", "a.ndjson"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("empty: no file in it"), "{}", run.stderr);
    assert!(run.stdout.contains("1 request"), "{}", run.stdout);
}

#[test]
fn a_truncated_file_is_trouble_and_the_others_are_read() {
    let folder = folder();
    let whole = gzip(&format!("{VALID}\n").repeat(1000));
    fs::write(folder.path().join("a.ndjson.gz"), &whole[..whole.len() - 9]).unwrap();
    let run = in_folder(folder.path(), &["--ndjson", "."]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("a.ndjson.gz"), "{}", run.stderr);
    assert!(run.stdout.contains("c.ndjson.zst"), "{}", run.stdout);
}

#[test]
fn a_summary_counts_by_rule_and_by_group() {
    let request = |store: &str, amount: i64| {
        format!(r#"{{"amount": {amount}, "currency": "CLP", "ui_mode": "embedded", "metadata": {{"store": {store}}}}}"#)
    };
    let lines =
        [request("\"a\"", 0), request("\"a\"", 1), request("7", 0), request("{}", 0), INVALID.into(), "{".into()];
    let args = ["--ndjson", "--summary", "--group-by", "metadata.store"];
    let run = run(&[&args[..], &["--format", "json"]].concat(), lines.join("\n"));
    assert_eq!(run.code, 1);
    let summary: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(
        [&summary["requests"], &summary["invalid"], &summary["errors"], &summary["warnings"]],
        [&json!(6), &json!(5), &json!(5), &json!(1)]
    );
    let rule = |rule: &str, count: u64| json!({"rule": rule, "level": "error", "violations": count, "requests": count});
    let rules = summary["rules"].as_array().unwrap();
    assert_eq!(rules[..2], [rule("amount-positive", 4), rule("json-syntax", 1)]);
    assert_eq!((rules.len(), &rules[2]["level"]), (3, &json!("warning"))); // an object in metadata
    let groups = summary["groups"].as_array().unwrap();
    let counts: Vec<(&Value, &Value, &Value)> =
        groups.iter().map(|group| (&group["group"], &group["requests"], &group["invalid"])).collect();
    let expected = [(json!("a"), 2, 1), (json!(7), 1, 1), (json!(null), 2, 2), (json!({}), 1, 1)];
    assert_eq!(counts.len(), expected.len());
    for (group, requests, invalid) in &expected {
        assert!(counts.contains(&(group, &json!(requests), &json!(invalid))), "{group} in {counts:?}");
    }
    let text = common::run(&args, lines.join("\n")).stdout;
    assert!(text.starts_with("         4 error    amount-positive\n"), "{text}");
    assert!(text.contains("\n\"a\": 1/2\n           1 error    amount-positive\n"), "{text}");
    assert!(text.ends_with("6 requests: 1 valid, 5 invalid (5 errors, 1 warning)\n"), "{text}");
}

#[test]
fn a_summary_without_groups_has_no_text_of_a_request() {
    let run = run(&["--ndjson", "--summary"], r#"{"amount": "s3cr3t", "s3cr3t": 1}"#);
    assert!(!run.stdout.contains("s3cr3t") && run.stdout.contains("unknown-field"), "{}", run.stdout);
}

#[test]
fn groups_are_bounded() {
    let lines: Vec<String> = (0..10_050).map(|number| format!(r#"{{"amount": {number}}}"#)).collect();
    let args = ["--ndjson", "--summary", "--group-by", "amount", "--format", "json"];
    let summary: Value = serde_json::from_str(&run(&args, lines.join("\n")).stdout).unwrap();
    let groups = summary["groups"].as_array().unwrap();
    let others = groups.iter().find(|group| group["others"] == true).unwrap();
    assert!(groups.len() <= 10_001 && others["requests"].as_u64() >= Some(50), "{}", groups.len());
    let counted: u64 = groups.iter().map(|group| group["requests"].as_u64().unwrap()).sum();
    assert_eq!(counted, 10_050);
}

#[test]
fn a_run_continues_from_its_progress() {
    let folder = folder();
    let args = ["--ndjson", "--summary", "--format", "json", "--group-by", "amount"];
    let whole = in_folder(folder.path(), &[&args[..], &["."]].concat());
    let resumed = [&args[..], &["--resume", "progress", "."]].concat();
    // The first run fails at one file, and keeps the others.
    let broken = folder.path().join("b/a.jsonl");
    fs::remove_file(&broken).unwrap();
    fs::write(folder.path().join("b/a.jsonl.gz"), b"not gzip").unwrap();
    assert_eq!(in_folder(folder.path(), &resumed).code, 2);
    fs::remove_file(folder.path().join("b/a.jsonl.gz")).unwrap();
    fs::write(&broken, INVALID).unwrap();
    // If the others were read again, they would be missed.
    let before = fs::read(folder.path().join("progress")).unwrap();
    assert_eq!(in_folder(folder.path(), &resumed).stdout, whole.stdout);
    assert_ne!(fs::read(folder.path().join("progress")).unwrap(), before);
    // All is counted: nothing is added.
    assert_eq!(in_folder(folder.path(), &resumed).stdout, whole.stdout);
    let other = in_folder(folder.path(), &[&resumed[..], &["--strict"]].concat());
    assert_eq!((other.code, other.stderr.contains("other options")), (2, true), "{}", other.stderr);
    fs::write(&broken, format!("{INVALID}\n{INVALID}")).unwrap();
    let changed = in_folder(folder.path(), &resumed);
    assert_eq!((changed.code, changed.stderr.contains("has changed")), (2, true), "{}", changed.stderr);
    fs::write(folder.path().join("progress"), "{}").unwrap();
    assert_eq!(in_folder(folder.path(), &resumed).code, 2);
}

#[test]
fn a_wrong_path_or_a_missing_flag_is_named() {
    for path in ["", "a..b", "line_items[x]", "[0]"] {
        assert_eq!(run(&["--ndjson", "--summary", "--group-by", path], "").code, 2, "{path}");
    }
    assert_eq!(run(&["--summary"], "").code, 2);
    assert_eq!(run(&["--ndjson", "--resume", "p"], "").code, 2);
}
