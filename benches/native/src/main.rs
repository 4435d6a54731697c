//! Measures the time to validate a request natively, as a multiple of a plain typed parse by `serde_json`.
//!
//! The candidates take turns in every round, so that other load on the machine slows all of them. The figures are
//! medians over the rounds of each round's multiple.

mod candidates;
mod growth;
mod inputs;
mod ndjson;
mod request;
mod schema;
mod session;
mod summary;

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use candidates::{Candidate, PLAIN};
use clap::Parser;
use inputs::Input;
use serde::Serialize;
use summary::Summary;

/// Measures the core beside the Rust validators and the command beside the core, and writes the requests for the benches
/// in JavaScript.
#[derive(Parser)]
struct Arguments {
    /// Runs briefly, as a smoke test.
    #[arg(long)]
    quick: bool,
    /// Path of the command `fintoc-preflight`.
    command: PathBuf,
    /// Folder to write to.
    folder: PathBuf,
}

/// The time of one candidate for one request, as a multiple of the plain parse.
#[derive(Serialize)]
struct Figure {
    input: &'static str,
    candidate: &'static str,
    violations: usize,
    #[serde(flatten)]
    multiple: Summary,
}

fn main() -> Result<()> {
    let Arguments { quick, command, folder } = Arguments::parse();
    let (rounds, turn) = if quick { (10, Duration::from_micros(100)) } else { (300, Duration::from_micros(500)) };
    let candidates = candidates::all();
    let mut figures = Vec::new();
    for input in inputs::all() {
        figures.extend(measure(&input, &candidates, rounds, turn)?);
    }
    fs::create_dir_all(&folder)?;
    write(&folder, "requests.json", &inputs::all())?;
    write(&folder, "items.json", &inputs::of_many_sizes())?;
    write(&folder, "native.json", &figures)?;
    write(&folder, "growth.json", &growth::measure(&candidates, rounds / 5, turn))?;
    write(&folder, "ndjson.json", &ndjson::measure(&command, &folder, quick)?)
}

fn write(folder: &Path, name: &str, figures: &impl Serialize) -> Result<()> {
    Ok(fs::write(folder.join(name), serde_json::to_string_pretty(figures)?)?)
}

fn measure(input: &Input, candidates: &[Candidate], rounds: usize, turn: Duration) -> Result<Vec<Figure>> {
    let Input { name, ref text, violations } = *input;
    let times: Vec<Vec<f64>> = (0..rounds)
        .map(|_| candidates.iter().map(|candidate| nanoseconds(turn, || (candidate.run)(black_box(text)))).collect())
        .collect();
    let figures = candidates.iter().enumerate().map(|(index, candidate)| {
        let found = (candidate.run)(text);
        let agrees = !candidate.name.starts_with("validate_json") || found == violations;
        ensure!(agrees, "{} finds {found} violations in {name}, not {violations}", candidate.name);
        let multiples = times.iter().map(|round| round[index] / round[PLAIN]);
        let multiple = Summary::of(multiples.collect());
        Ok(Figure { input: name, candidate: candidate.name, violations: found, multiple })
    });
    figures.collect()
}

/// Returns the time of one call in nanoseconds, as the mean over a turn.
fn nanoseconds(turn: Duration, call: impl Fn() -> usize) -> f64 {
    let start = Instant::now();
    let mut calls = 0_u32;
    while start.elapsed() < turn {
        for _ in 0..8 {
            black_box(call());
        }
        calls += 8;
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(calls)
}
