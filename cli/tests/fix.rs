//! `--fix` and `--diff`: the certain fixes, written to the files or shown, and nothing else.

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::{Run, VALID, command, output};
use tempfile::TempDir;

/// A request with two certain fixes, one of them in two steps, in a layout of its own.
const MESSY: &str =
    "{\r\n\t\"amount\" : \"45000\",\n  \"curency\":\"clp\" ,\n\n\"note\":1e5, \"ui_mode\": \"embedded\"}\n\n";
const FIXED: &str =
    "{\r\n\t\"amount\" : 45000,\n  \"currency\":\"CLP\" ,\n\n\"note\":1e5, \"ui_mode\": \"embedded\"}\n\n";

/// Requests without a certain fix: another currency, a repeated name, no JSON.
const UNCERTAIN: [&str; 5] = [
    r#"{"amount": 1, "currency": "COP", "ui_mode": "embedded"}"#,
    r#"{"amount": 1, "currency": "clp", "currency": "MXN", "ui_mode": "embedded"}"#,
    r#"{"amount": "1", "currency": "clp""#,
    "",
    "\u{feff}{\"amount\": \"1\"}",
];

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

fn run(folder: &TempDir, args: &[&str], stdin: &str) -> Run {
    output(command().current_dir(folder).args(["--now", "2026-01-13T12:00:00Z"]).args(args).write_stdin(stdin))
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

/// The names in a folder: no new content may be left beside a file.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn only_the_changed_bytes_of_a_file_are_written() {
    let folder = folder(&[("a.json", MESSY), ("b.json", VALID)]);
    let first = run(&folder, &["--fix", "a.json", "b.json"], "");
    assert_eq!((first.code, read(&folder, "a.json").as_str(), read(&folder, "b.json").as_str()), (0, FIXED, VALID));
    let fixes = "a.json:2: fixed[type] amount: now `45000`\n\
                 a.json:3: fixed[unknown-field] curency: now `\"currency\"`\n\
                 a.json:3: fixed[enum] currency: now `\"CLP\"`\n";
    assert!(first.stdout.starts_with(fixes), "{}", first.stdout);
    assert_eq!(names(folder.path()), ["a.json", "b.json"]);
    let second = run(&folder, &["--fix", "a.json"], "");
    assert!(!second.stdout.contains("fixed["), "{}", second.stdout);
    assert_eq!(read(&folder, "a.json"), FIXED);
}

#[test]
fn standard_input_is_fixed_to_standard_output() {
    let folder = folder(&[]);
    for args in [&["--fix"][..], &["--fix", "-"], &["--fix", "--format", "json"]] {
        let run = run(&folder, args, MESSY);
        assert_eq!((run.code, run.stdout.as_str()), (0, FIXED));
        assert!(run.stderr.contains("valid"), "{}", run.stderr);
    }
    // What has no fix, and what is too long, goes through whole.
    let long = format!("[{}]", " ".repeat(3 << 20));
    for text in UNCERTAIN.into_iter().chain([VALID, long.as_str()]) {
        assert!(run(&folder, &["--fix"], text).stdout == text);
        assert!(run(&folder, &["--fix", "--ndjson"], &format!("{text}\n{text}")).stdout == format!("{text}\n{text}"));
    }
}

#[test]
fn what_is_not_certain_stays() {
    for text in UNCERTAIN {
        let folder = folder(&[("a.json", text)]);
        assert_eq!((run(&folder, &["--fix", "a.json"], "").code, read(&folder, "a.json").as_str()), (1, text));
        let diff = run(&folder, &["--diff", "a.json"], "");
        assert_eq!((diff.code, diff.stdout.as_str()), (1, ""));
    }
}

#[test]
fn a_diff_is_what_git_applies() {
    let lines = format!("{VALID}\n{{\"amount\": 1, \"currency\": \"Clp\", \"ui_mode\": \"embedded\"}}\r\n{VALID}\n\n[")
        .repeat(9);
    for (name, text, args) in [("a b.json", MESSY, &["--diff"][..]), ("log", &lines, &["--diff", "--ndjson"])] {
        let folder = folder(&[(name, text)]);
        let diff = run(&folder, &[args, &[name]].concat(), "");
        assert_eq!((diff.code, read(&folder, name).as_str()), (1, text), "the file stays");
        assert!(diff.stdout.starts_with("--- ") && !diff.stderr.contains("fixed["), "{diff:?}");
        fs::write(folder.path().join("fix.diff"), &diff.stdout).unwrap();
        let git = Command::new("git").args(["apply", "-p0", "fix.diff"]).current_dir(&folder).status().unwrap();
        assert!(git.success(), "{}", diff.stdout);
        let by_git = read(&folder, name);
        fs::write(folder.path().join(name), text).unwrap();
        run(&folder, &[&["--fix"], &args[1..], &[name]].concat(), "");
        assert_eq!(read(&folder, name), by_git);
        assert_eq!(run(&folder, &[args, &[name]].concat(), "").stdout, "");
    }
}

#[test]
fn lines_are_fixed_each_by_itself() {
    let (bad, good) = (MESSY.replace(['\r', '\n'], " "), FIXED.replace(['\r', '\n'], " "));
    let text = format!("{bad}\r\n\n[\n{bad}\n{VALID}\n{bad}");
    let folder = folder(&[("log", &text)]);
    let run = run(&folder, &["--fix", "--ndjson", "--no-source", "log"], "");
    assert_eq!(read(&folder, "log"), format!("{good}\r\n\n[\n{good}\n{VALID}\n{good}"));
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("log:4: fixed[type] amount: now `45000`\n"), "{}", run.stdout);
    assert!(run.stdout.ends_with("6 requests: 4 valid, 2 invalid (2 errors, 3 warnings)\n"), "{}", run.stdout);
}

#[test]
fn a_line_that_is_too_long_is_kept() {
    let long = format!("{{\"amount\": \"1\"{}}}", " ".repeat(3 << 20));
    let text = format!("{long}\r\n{{\"amount\": 1, \"currency\": \"clp\", \"ui_mode\": \"embedded\"}}\n{long}");
    let folder = folder(&[("log", &text)]);
    let diff = run(&folder, &["--diff", "--ndjson", "log"], "").stdout;
    assert!(
        diff.contains("\n@@ -1,3 +1,3 @@\n")
            && diff.contains(&long)
            && diff.contains("\n+{\"amount\": 1, \"currency\": \"CLP\"")
    );
    run(&folder, &["--fix", "--ndjson", "log"], "");
    assert!(read(&folder, "log") == text.replace("clp", "CLP"));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder(&[("a.json", MESSY)]);
    let file = folder.path().join("a.json");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("a.json", folder.path().join("link.json")).unwrap();
    assert_eq!(run(&folder, &["--fix", "link.json"], "").code, 0);
    assert_eq!(read(&folder, "a.json"), FIXED);
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    assert!(folder.path().join("link.json").is_symlink());
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_stays_whole() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.json", MESSY), ("b.json", MESSY)]);
    let file = folder.path().join("a.json");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o440)).unwrap();
    let run = run(&folder, &["--fix", "a.json", "/dev/null", "none.json", "b.json"], "");
    assert_eq!((run.code, read(&folder, "a.json").as_str(), read(&folder, "b.json").as_str()), (2, MESSY, FIXED));
    let complaints: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(complaints.len(), 3, "{}", run.stderr);
    assert_eq!(complaints[0], "fintoc-preflight: a.json: the file is write-protected");
    assert_eq!(complaints[1], "fintoc-preflight: /dev/null: not a regular file, which --fix needs");
    assert!(!run.stdout.contains("a.json"), "{}", run.stdout);
    assert_eq!(names(folder.path()), ["a.json", "b.json"]);
}

#[test]
fn fix_and_diff_exclude_each_other() {
    assert_eq!(run(&folder(&[]), &["--fix", "--diff"], VALID).code, 2);
}

#[test]
fn allowed_rules_are_not_fixed() {
    let run = run(&folder(&[]), &["--fix", "--allow", "type", "--allow", "unknown-field"], MESSY);
    assert_eq!(run.stdout, MESSY);
}
