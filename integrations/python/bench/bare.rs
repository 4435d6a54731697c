//! Validates the lines of a file with the core alone, again and again. bench/main.py takes the processor time.
//!
//! Usage: `bare FILE ROUNDS`

use std::error::Error;
use std::{env, fs};

use fintoc_preflight::{Options, Timestamp, validate_json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let text = fs::read_to_string(arguments.next().ok_or("a file")?)?;
    let rounds: usize = arguments.next().ok_or("rounds")?.parse()?;
    let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
    let valid = (0..rounds).flat_map(|_| text.lines()).filter(|line| validate_json(line, &options).is_valid()).count();
    println!("{valid}");
    Ok(())
}
