//! `cargo xtask coverage`: the lines and regions of the core that the tests in Rust run.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::tools::installed;

const VERSION: &str = "0.9.1";

/// The report of cargo-llvm-cov.
const REPORT: &str = "target/coverage.json";

/// The lines that no test runs, each with the reason.
const GAPS: &str = "tests/coverage-gaps.txt";

/// The least share of regions that the tests run, in percent.
const REGIONS: f64 = 98.0;

/// Runs the tests of the core, and prints the share of its lines and regions that they run.
///
/// # Errors
///
/// - A line that no test runs is not in [`GAPS`], or one in [`GAPS`] is run.
/// - Fewer regions than [`REGIONS`] are run.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    let cargo_llvm_cov = installed(shell, "cargo-llvm-cov", VERSION, "cargo-llvm-cov", true)?;
    cmd!(shell, "rustup component add llvm-tools").quiet().run()?;
    let options = ["--package", "fintoc-preflight", "--all-features", "--json", "--output-path", REPORT];
    cmd!(shell, "{cargo_llvm_cov} llvm-cov {options...}").run()?;
    let report: Value = serde_json::from_str(&shell.read_file(REPORT)?)?;
    let data = &report["data"][0];
    let percent = |kind: &str| data["totals"][kind]["percent"].as_f64().context("a share");
    let (lines, regions) = (percent("lines")?, percent("regions")?);
    println!("{lines:.2} % of lines, {regions:.2} % of regions");

    let missed = missed_lines(shell, data)?;
    let gaps = shell.read_file(GAPS)?;
    let gaps: BTreeSet<String> = gaps.lines().filter(|line| line.starts_with("src/")).map(str::to_owned).collect();
    let unexplained: Vec<&str> = missed.difference(&gaps).map(String::as_str).collect();
    let stale: Vec<&str> = gaps.difference(&missed).map(String::as_str).collect();
    ensure!(unexplained.is_empty(), "no test runs these lines:\n{}", unexplained.join("\n"));
    ensure!(stale.is_empty(), "{GAPS} lists lines that tests run:\n{}", stale.join("\n"));
    ensure!(regions >= REGIONS, "the tests run {regions:.2} % of regions, less than {REGIONS} %");
    Ok(())
}

/// Lists the lines that no test runs as `file: text`, without numbers, which change with every line above.
fn missed_lines(shell: &Shell, data: &Value) -> Result<BTreeSet<String>> {
    let root = shell.current_dir();
    let mut missed = BTreeSet::new();
    for file in data["files"].as_array().context("a list of files")? {
        let path = file["filename"].as_str().context("a file name")?;
        let text = shell.read_file(path)?;
        let name = path.strip_prefix(&*root.to_string_lossy()).unwrap_or(path).trim_start_matches('/');
        let segments = file["segments"].as_array().context("a list of segments")?;
        for number in unrun(segments) {
            let line = text.lines().nth(number - 1).context("a line of the file")?;
            missed.insert(format!("{name}: {}", line.trim()));
        }
    }
    Ok(missed)
}

/// Returns the numbers of the lines in which a region begins that is never run, and none that is run.
fn unrun(segments: &[Value]) -> BTreeSet<usize> {
    let mut run = BTreeSet::new();
    let mut unrun = BTreeSet::new();
    for segment in segments {
        // [line, column, count, has count, is the entry of a region, is a gap]
        let number = segment[0].as_u64().and_then(|line| usize::try_from(line).ok()).unwrap_or_default();
        let [has_count, is_entry, is_gap] = [3, 4, 5].map(|index| segment[index].as_bool().unwrap_or_default());
        if has_count && is_entry && !is_gap {
            if segment[2] == 0 {
                unrun.insert(number)
            } else {
                run.insert(number)
            };
        }
    }
    unrun.difference(&run).copied().collect()
}
