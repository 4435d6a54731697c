//! Validates the lines of a file with the core alone, and prints the processor time in nanoseconds per line.
//!
//! Usage: `bare FILE ROUNDS`. One thread; the fastest round counts.

use std::error::Error;
use std::time::Instant;
use std::{env, fs};

use fintoc_preflight::{Options, Timestamp, validate_json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let text = fs::read_to_string(arguments.next().ok_or("a file")?)?;
    let rounds: usize = arguments.next().ok_or("rounds")?.parse()?;
    let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
    let lines: Vec<&str> = text.lines().collect();
    let mut fastest = f64::INFINITY;
    let mut valid = 0_usize;
    for _ in 0..rounds {
        let start = Instant::now();
        valid = lines.iter().filter(|line| validate_json(line, &options).is_valid()).count();
        fastest = fastest.min(start.elapsed().as_secs_f64());
    }
    #[expect(clippy::cast_precision_loss, reason = "a number of lines")]
    let nanoseconds = fastest * 1e9 / lines.len() as f64;
    println!("{nanoseconds:.0} {valid}");
    Ok(())
}
