//! `cargo xtask fuzz`: runs the fuzz targets of `fuzz/` for a fixed number of executions each.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use fintoc_preflight_generator::Pool;
use xshell::{Shell, cmd};

use crate::tools::installed;

const VERSION: &str = "0.13.1";

/// The toolchain: libFuzzer needs the options of an unstable compiler.
const NIGHTLY: &str = "nightly";

/// The targets, a workspace of its own.
pub(crate) const PACKAGE: &str = "fuzz";

/// The folder for seeds, found inputs, and what libFuzzer keeps of a run for the next.
pub(crate) const FOLDER: &str = "target/fuzz";

/// The targets, in the order of their runs, each with the maximum length of its inputs, and its share of the
/// executions: a cheap one has more.
const TARGETS: [(&str, usize, u64); 7] = [
    ("formats", 128, 8),
    ("webhook", 256, 8),
    ("ndjson", 512, 8),
    ("validate", 2048, 4),
    ("answers", 2048, 1),
    ("report", 2048, 1),
    ("schema", 1024, 1),
];

/// What to run.
pub(crate) struct Settings {
    /// The number of executions of the slowest target; the others have a multiple.
    pub(crate) runs: u64,
    /// One target; all if it is `None`.
    pub(crate) target: Option<String>,
    /// True to run with `AddressSanitizer`.
    pub(crate) address: bool,
    /// Where the pseudo-random numbers begin.
    pub(crate) seed: u32,
}

/// Runs the targets. Prints that it is skipped if there is no nightly toolchain, and none can be installed.
///
/// # Errors
///
/// A target found an input that breaks an invariant. The error names the file.
pub(crate) fn run(shell: &Shell, settings: &Settings) -> Result<()> {
    if !has_nightly(shell) {
        eprintln!("SKIPPED: fuzzing, as there is no nightly toolchain: type `rustup toolchain install {NIGHTLY}`");
        return Ok(());
    }
    let cargo_fuzz = installed(shell, "cargo-fuzz", VERSION, "cargo-fuzz", true)?;
    let sanitizer = if settings.address { "address" } else { "none" };
    let built = format!("{FOLDER}/{sanitizer}");
    let host = host(shell)?;
    prepare(shell)?;
    // The variables with which cargo runs this program select the stable toolchain.
    cmd!(shell, "rustup run {NIGHTLY} {cargo_fuzz} fuzz build --fuzz-dir fuzz --target-dir {built} --sanitizer {sanitizer} --release")
        .env_remove("CARGO")
        .env_remove("RUSTUP_TOOLCHAIN")
        .run()?;
    let mut total = 0;
    for (name, length, share) in TARGETS {
        if settings.target.as_ref().is_none_or(|target| target == name) {
            let program = shell.current_dir().join(format!("{built}/{host}/release/{name}"));
            total += run_target(shell, &program, name, length, settings.runs * share, settings.seed)?;
        }
    }
    ensure!(total > 0, "there is no target {}", settings.target.as_deref().unwrap_or_default());
    println!("{total} executions in all, sanitizer: {sanitizer}");
    Ok(())
}

/// True if there is a nightly toolchain, after an attempt to install one.
fn has_nightly(shell: &Shell) -> bool {
    let is_there = || cmd!(shell, "rustup run {NIGHTLY} rustc --version").quiet().ignore_stderr().read().is_ok();
    is_there() || {
        _ = cmd!(shell, "rustup toolchain install {NIGHTLY} --profile minimal").run();
        is_there()
    }
}

fn host(shell: &Shell) -> Result<String> {
    let version = cmd!(shell, "rustc --version --verbose").quiet().read()?;
    Ok(version.lines().find_map(|line| line.strip_prefix("host: ")).context("rustc has a host")?.to_owned())
}

/// Runs a target, and returns the number of its executions.
fn run_target(shell: &Shell, program: &PathBuf, name: &str, length: usize, runs: u64, seed: u32) -> Result<u64> {
    let (corpus, seeds) = (format!("{FOLDER}/corpus/{name}"), format!("{FOLDER}/seeds/{name}"));
    let found = format!("{FOLDER}/found/{name}-");
    shell.create_dir(&corpus)?;
    shell.create_dir(&seeds)?;
    shell.create_dir(format!("{FOLDER}/found"))?;
    let options = [
        format!("-runs={runs}"),
        format!("-seed={seed}"),
        format!("-max_len={length}"),
        format!("-dict={FOLDER}/dictionary"),
        format!("-artifact_prefix={found}"),
        "-print_final_stats=1".to_owned(),
        "-verbosity=0".to_owned(),
    ];
    let output = cmd!(shell, "{program} {options...} {corpus} {seeds}").quiet().ignore_status().output()?;
    let report = String::from_utf8_lossy(&output.stderr);
    let executed = report.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    let executed: u64 = executed.and_then(|number| number.trim().parse().ok()).unwrap_or_default();
    if !output.status.success() || executed == 0 {
        eprintln!("{report}");
        bail!("{name} found an input: see {found}*, fix the fault, and add the input to tests/conformance");
    }
    println!("{name:<9}{executed:>12} executions, 0 found");
    Ok(executed)
}

/// Writes the seeds and the dictionary, which are made from the vectors and so from every field of the model.
fn prepare(shell: &Shell) -> Result<()> {
    let pool = Pool::load();
    let bodies: Vec<Vec<u8>> = pool.vectors.iter().map(|vector| vector.body.clone().into_bytes()).collect();
    write_seeds(shell, "validate", &bodies)?;
    write_seeds(shell, "report", &bodies)?;
    write_seeds(shell, "formats", &format_seeds(&pool))?;
    write_seeds(shell, "answers", &answer_seeds(shell, &bodies)?)?;
    let headers = ["t=@,v1=$", "t=1,v1=$", "v1=$,t=@", "t=@,v1=,v1=$", "t=@,v0=$", "t= +0@,v1=$,x=y", "t=@;v1=$"];
    write_seeds(shell, "webhook", &headers.map(|header| header.as_bytes().to_vec()))?;
    let lines = ["\u{7}\u{9}a\nb\r\nc", "\0\0\n\n", "\u{1}\u{2}abcdefgh\r\ni\rj\r\r\n", "~\u{1f}{}\n{\"a\":1}\n"];
    write_seeds(shell, "ndjson", &lines.map(|text| text.as_bytes().to_vec()))?;
    Ok(shell.write_file(format!("{FOLDER}/dictionary"), dictionary(&pool))?)
}

fn write_seeds(shell: &Shell, target: &str, seeds: &[Vec<u8>]) -> Result<()> {
    let folder = format!("{FOLDER}/seeds/{target}");
    shell.remove_path(&folder)?;
    shell.create_dir(&folder)?;
    for (number, seed) in seeds.iter().enumerate() {
        shell.write_file(format!("{folder}/{number}"), seed)?;
    }
    Ok(())
}

/// Every string of the vectors for every field that the target `formats` knows.
fn format_seeds(pool: &Pool) -> Vec<Vec<u8>> {
    let texts = pool.strings.iter().chain(&pool.numbers).filter(|text| text.len() <= 64);
    texts.flat_map(|text| (0..10_u8).map(move |kind| [&[kind], text.as_bytes()].concat())).collect()
}

/// Requests, each with a session or an event that differs from it.
fn answer_seeds(shell: &Shell, requests: &[Vec<u8>]) -> Result<Vec<Vec<u8>>> {
    let session: serde_json::Value = serde_json::from_str(&shell.read_file("tests/session/session.json")?)?;
    let event =
        serde_json::json!({"id": "evt_1", "object": "event", "type": "checkout_session.finished", "data": session});
    let answers = [session.to_string(), event.to_string(), r#"{"error": {"code": "a"}}"#.to_owned()];
    let requests = requests.iter().filter(|body| !body.contains(&b'\n')).enumerate();
    Ok(requests.map(|(at, body)| [body.as_slice(), b"\n", answers[at % 3].as_bytes()].concat()).collect())
}

/// Returns a dictionary of libFuzzer: the names and strings of the vectors, with and without their quotes, and numbers.
fn dictionary(pool: &Pool) -> String {
    let quoted = |text: &String| serde_json::Value::from(text.as_str()).to_string();
    let words = pool.names.iter().chain(&pool.strings).filter(|text| (1..=40).contains(&text.len()));
    let words = words.flat_map(|text| [text.clone(), quoted(text)]);
    let tokens = ["{\"", "\":", "[]", "{}", "null", "true", "\\u0000", "\\ud83d\\ude00", "v1=$", "t=@", ",v1="];
    let all: BTreeSet<String> = words
        .chain(pool.numbers.iter().cloned())
        .chain(tokens.map(str::to_owned))
        .filter(|text| !text.is_empty())
        .collect();
    let mut dictionary = String::new();
    for token in all {
        dictionary.push('"');
        for byte in token.bytes() {
            let is_plain = byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\');
            let written =
                if is_plain { write!(dictionary, "{}", char::from(byte)) } else { write!(dictionary, "\\x{byte:02x}") };
            written.unwrap_or_default();
        }
        dictionary.push_str("\"\n");
    }
    dictionary
}
