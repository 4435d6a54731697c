//! `cargo bench`: what parsing and judging a request costs, as multiples of what `serde_json` takes for it.
//!
//! The candidates take turns in every round, so that whatever else the machine does slows all of them; the figures are
//! medians over the rounds, and the ratios are medians of each round's ratio.

use std::hint::black_box;
use std::time::{Duration, Instant};

use fintoc_preflight::{CheckoutSessionRequest, Options, Timestamp, parse_json, validate_json};
use serde::de::IgnoredAny;

#[path = "native/inputs.rs"]
mod inputs;
#[path = "native/plain.rs"]
mod plain;

const ROUNDS: usize = 200;

/// How long one candidate runs in one round.
const TURN: Duration = Duration::from_micros(500);

/// Something that is measured: its name, and what it does with a text.
type Candidate = (&'static str, fn(&str, &Options));

const CANDIDATES: [Candidate; 5] = [
    ("serde_json, IgnoredAny", |text, _| {
        black_box(serde_json::from_str::<IgnoredAny>(text)).ok();
    }),
    ("serde_json, plain structs", |text, _| {
        black_box(serde_json::from_str::<plain::Request<'_>>(text)).ok();
    }),
    ("parse_json", |text, options| {
        black_box(parse_json::<CheckoutSessionRequest<'_>>(text, options)).ok();
    }),
    ("validate_json", |text, options| {
        black_box(validate_json(text, options));
    }),
    ("validate_json and to_json", |text, options| {
        black_box(validate_json(text, options).to_json());
    }),
];

fn main() {
    let now: Timestamp = "2026-01-13T12:00:00Z".parse().expect("a time");
    let options = Options::new(now);
    for (name, text) in inputs::all() {
        let violations = validate_json(&text, &options).violations().count();
        println!("\n{name}: {} bytes, {violations} violations", text.len());
        println!("{:<28}{:>12}{:>16}{:>16}", "", "median", "x IgnoredAny", "x plain");
        report(&measure(&text, &options));
    }
}

/// The time of one call of each candidate, in each round.
fn measure(text: &str, options: &Options) -> Vec<[f64; CANDIDATES.len()]> {
    (0..ROUNDS).map(|_| CANDIDATES.map(|(_, run)| nanoseconds(|| run(black_box(text), options)))).collect()
}

/// The time of one call, over as many as fit a turn.
fn nanoseconds(call: impl Fn()) -> f64 {
    let start = Instant::now();
    let mut calls = 0_u32;
    while start.elapsed() < TURN {
        for _ in 0..8 {
            call();
        }
        calls += 8;
    }
    start.elapsed().as_secs_f64() * 1e9 / f64::from(calls)
}

fn report(rounds: &[[f64; CANDIDATES.len()]]) {
    for (index, (name, _)) in CANDIDATES.iter().enumerate() {
        let median_of = |figure: &dyn Fn(&[f64; CANDIDATES.len()]) -> f64| median(rounds.iter().map(figure).collect());
        let time = median_of(&|round| round[index]);
        let to_ignored = median_of(&|round| round[index] / round[0]);
        let to_plain = median_of(&|round| round[index] / round[1]);
        println!("{name:<28}{time:>9.0} ns{to_ignored:>16.2}{to_plain:>16.2}");
    }
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}
