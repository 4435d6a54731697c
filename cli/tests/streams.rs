//! Streams that are endless, slow, broken or full: a clear message, constant memory, the right exit code, and whatever
//! else can be validated is.
#![cfg(target_os = "linux")]

mod common;

use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;

use common::{INVALID, VALID, command, output};
use tempfile::TempDir;

const JSON: &[&str] = &["--ndjson", "--format", "json"];

const VALID_REPORT: &str = r#"{"valid":true,"errors":[],"warnings":[]}"#;

/// 100 MB, in parts that are written one at a time.
const PARTS: usize = 100;
const PART: usize = 1_000_000;

/// The most memory of a process with a thread for each core: the blocks of all threads, but no line of 100 MB.
const MAX_KILOBYTES: u64 = 64 * 1024;

fn start(args: &[&str]) -> (Child, ChildStdin) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fintoc-preflight"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let stdin = child.stdin.take().unwrap();
    (child, stdin)
}

/// Returns the peak of a running process's resident memory.
fn peak_kilobytes(child: &Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().strip_suffix(" kB").unwrap().parse().unwrap()
}

/// Writes 100 MB of a byte.
fn flood(stdin: &mut ChildStdin, byte: u8) {
    let part = vec![byte; PART];
    for _ in 0..PARTS {
        stdin.write_all(&part).unwrap();
    }
}

#[test]
fn a_line_of_100_megabytes_is_too_long_and_the_next_is_judged() {
    for byte in [b'x', b'[', b'\0'] {
        let (mut child, mut stdin) = start(JSON);
        let mut reports = BufReader::new(child.stdout.take().unwrap()).lines();
        flood(&mut stdin, byte);
        write!(stdin, "\n{VALID}\n").unwrap();
        assert!(reports.next().unwrap().unwrap().contains("\"rule\":\"body-size\""));
        assert_eq!(reports.next().unwrap().unwrap(), VALID_REPORT);
        let peak = peak_kilobytes(&child);
        assert!(peak < MAX_KILOBYTES, "{peak} kB for a line of {byte}");
        drop(stdin);
        assert_eq!(child.wait().unwrap().code(), Some(1));
    }
}

/// Reports are longer than their lines, so memory is counted for what is written too.
#[test]
fn lines_of_mistakes_take_constant_memory() {
    const END: &str = r#"{"the_last_one": 1}"#;
    // A line of 1 MiB takes at most 64 MiB (tests/memory.rs of the core), and each thread has one.
    let threads = u64::try_from(thread::available_parallelism().unwrap().get()).unwrap();
    let bomb = format!(r#"{{"line_items":[{}{{}}]}}"#, "{},".repeat(340_000));
    let text: &[&str] = &["--ndjson"];
    for (line, count, most, formats) in
        [("{}", 200_000, MAX_KILOBYTES, &[JSON][..]), (&bomb, 6, MAX_KILOBYTES * (1 + threads), &[JSON, text][..])]
    {
        for args in formats {
            let (mut child, mut stdin) = start(args);
            let mut written = BufReader::new(child.stdout.take().unwrap()).lines();
            let line = line.to_owned();
            let writer = thread::spawn(move || {
                for line in std::iter::repeat_n(line.as_str(), count).chain([END]) {
                    writeln!(stdin, "{line}").unwrap();
                }
                stdin
            });
            assert!(written.any(|line| line.unwrap().contains("the_last_one")));
            let peak = peak_kilobytes(&child);
            assert!(peak < most, "{peak} kB for {count} lines, {args:?}");
            drop(writer.join().unwrap());
            written.for_each(drop);
            assert_eq!(child.wait().unwrap().code(), Some(1));
        }
    }
}

#[test]
fn a_stream_without_a_line_end_is_one_request() {
    let (child, mut stdin) = start(JSON);
    flood(&mut stdin, b' ');
    let peak = peak_kilobytes(&child);
    assert!(peak < MAX_KILOBYTES, "{peak} kB");
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!((text.lines().count(), text.contains("body-size")), (1, true), "{text}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn of_a_request_only_the_limit_is_read() {
    let (child, mut stdin) = start(&["--format", "json"]);
    // Fails with a broken pipe once the command has stopped reading.
    let part = vec![b' '; PART];
    let written = (0..PARTS).take_while(|_| stdin.write_all(&part).is_ok()).count();
    assert!(written < 5, "{written} MB");
    let output = child.wait_with_output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().contains("body-size"));
    assert_eq!((output.status.code(), output.stderr.len()), (Some(1), 0));
}

#[test]
fn lines_of_nul_and_empty_lines_are_refused_one_by_one() {
    let lines = format!("{VALID}\n\0\n\0\0{VALID}\n{VALID}\0\n\n{VALID}\n");
    let run = common::run(JSON, lines);
    let valid: Vec<bool> = run.stdout.lines().map(|report| report == VALID_REPORT).collect();
    assert_eq!(valid, [true, false, false, false, false, true]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
}

#[test]
fn a_pipe_may_deliver_single_bytes() {
    let (mut child, mut stdin) = start(JSON);
    let mut reports = BufReader::new(child.stdout.take().unwrap()).lines();
    for (request, is_valid) in [(VALID, true), (INVALID, false), (VALID, true)] {
        for byte in request.bytes().chain([b'\r', b'\n']) {
            stdin.write_all(&[byte]).unwrap();
        }
        assert_eq!(reports.next().unwrap().unwrap() == VALID_REPORT, is_valid);
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn a_full_disk_is_reported() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("request");
    fs::write(&file, INVALID).unwrap();
    let file = file.to_str().unwrap();
    for args in [
        &["--format", "json", file][..],
        &[file],
        &["--ndjson", file],
        &["--ndjson", "--format", "json", file],
        &["rules"],
        &["explain", "enum"],
        &["schema"],
        &["--help"],
        &["-h"],
        &["--version"],
        &["explain", "--help"],
        &["help", "rules"],
    ] {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_fintoc-preflight"))
            .args(args)
            .stdin(Stdio::null())
            .stdout(full)
            .output()
            .unwrap();
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {complaint}");
        assert!(complaint.starts_with("fintoc-preflight: <stdout>: No space left"), "{args:?}: {complaint}");
        assert_eq!(complaint.lines().count(), 1, "{args:?}: {complaint}");
    }
}

#[test]
fn a_reader_that_is_gone_before_the_first_byte_ends_the_command_quietly() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("request");
    fs::write(&file, INVALID).unwrap();
    let file = file.to_str().unwrap();
    for args in [&["--format", "json", file][..], &[file, file], &["--ndjson", file], &["rules"], &["schema"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = Command::new(env!("CARGO_BIN_EXE_fintoc-preflight"))
            .args(args)
            .stdin(Stdio::null())
            .stdout(writer)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(141), "{args:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
    }
}

#[test]
fn a_fifo_is_read_and_what_cannot_be_read_hides_nothing() {
    let folder = TempDir::new().unwrap();
    let fifo = folder.path().join("fifo");
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    fs::write(folder.path().join("file"), INVALID).unwrap();
    let writer = thread::spawn(move || {
        // Waits until the command opens the other end.
        let mut fifo = File::create(fifo).unwrap();
        for half in VALID.as_bytes().chunks(30) {
            fifo.write_all(half).unwrap();
        }
    });
    let args = ["--format", "json", "missing", ".", "fifo", "file"];
    let run = output(command().current_dir(&folder).args(args));
    writer.join().unwrap();
    let valid: Vec<bool> = run.stdout.lines().map(|report| report == VALID_REPORT).collect();
    assert_eq!(valid, [true, false]);
    assert_eq!(run.code, 2);
    let complaints: Vec<&str> = run.stderr.lines().collect();
    assert!(complaints[0].starts_with("fintoc-preflight: missing: No such file"), "{complaints:?}");
    assert!(complaints[1].starts_with("fintoc-preflight: .: Is a directory"), "{complaints:?}");
    assert_eq!(complaints.len(), 2);
}
