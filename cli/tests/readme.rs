//! The commands of the READMEs print the output below them.

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::{command, output};
use tempfile::TempDir;

const README: &str = include_str!("../README.md");

/// Returns the arguments of each `cargo run --`, and the output below it.
fn printed(page: &str) -> Vec<(&str, &str)> {
    page.split("```console\n$ cargo run -- ")
        .skip(1)
        .map(|rest| rest.split_once("\n```").unwrap().0.split_once('\n').unwrap())
        .collect()
}

#[test]
fn the_output_in_the_readmes_is_printed() {
    for path in ["../README.md", "../README.es.md"] {
        let page = fs::read_to_string(path).unwrap();
        let printed = printed(&page);
        assert!(printed.len() >= 2, "{path}");
        for (args, expected) in printed {
            let run = output(command().current_dir("..").args(args.split(' ')));
            assert_eq!(run.stdout.trim_end(), expected, "{path}: {args}");
        }
    }
}

/// Returns the blocks of a language.
fn blocks<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let start = format!("```{language}\n");
    page.split(start.as_str()).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

/// Runs the command of a console in a folder, and compares what it prints with the output below it.
#[cfg(unix)]
fn assert_printed(folder: &Path, console: &str) {
    let (line, expected) = console.split_once('\n').unwrap();
    let line = line.strip_prefix("$ ").unwrap();
    let programs = Path::new(env!("CARGO_BIN_EXE_fintoc-preflight")).parent().unwrap().display();
    let path = format!("{programs}:{}", std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.args(["-c", line]).env("PATH", path).env("LC_ALL", "C").current_dir(folder);
    let output = shell.output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected, "{line}");
}

#[cfg(unix)]
#[test]
fn commands_print_the_output_below_them() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("request.json"), blocks(README, "json")[0]).unwrap();
    let consoles = blocks(README, "console");
    assert_eq!(consoles.len(), 4);
    for console in consoles {
        assert_printed(folder.path(), console);
    }
}

#[cfg(unix)]
#[test]
fn the_summary_of_logs_is_printed() {
    let folder = TempDir::new().unwrap();
    let request = |amount: u32, rest: &str, store: &str| {
        format!(r#"{{"amount": {amount}, {rest}, "metadata": {{"store": "{store}"}}}}"#)
    };
    let monday = [
        request(0, r#""currency": "CLP", "ui_mode": "embedded""#, "Iquique"),
        request(45000, r#""currency": "CLP", "ui_mode": "embedded""#, "Iquique"),
        request(45000, r#""currency": "USD", "ui_mode": "embedded""#, "Temuco"),
    ];
    let older = request(12000, r#""currency": "CLP""#, "Temuco");
    fs::create_dir_all(folder.path().join("logs/2026")).unwrap();
    fs::create_dir(folder.path().join("older")).unwrap();
    fs::write(folder.path().join("logs/2026/monday.ndjson"), monday.join("\n")).unwrap();
    let compressed = zstd::encode_all(older.as_bytes(), 0).unwrap();
    fs::write(folder.path().join("older/2025.ndjson.zst"), compressed).unwrap();
    let page = fs::read_to_string("../docs/scale.md").unwrap();
    assert_printed(folder.path(), blocks(&page, "console")[0]);
}
