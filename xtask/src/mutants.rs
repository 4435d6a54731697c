//! `cargo xtask mutants`: tests the tests of the core, by changing the core and running them.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::tools::installed;

const VERSION: &str = "27.1.0";

/// The rounds, from the fastest tests to all: each runs only the mutants that those before it missed.
const ROUNDS: [&[&str]; 3] = [&["--test=conformance"], &["--lib"], &["--lib", "--tests"]];

const OUTPUT: &str = "target/mutants";

/// Changes one operator, result or match arm at a time, as configured in .cargo/mutants.toml, and runs tests on each
/// change.
///
/// # Errors
///
/// A change that no test detects, unless .cargo/mutants.toml excludes it with the reason.
pub(crate) fn run(shell: &Shell, arguments: &[String]) -> Result<()> {
    let cargo_mutants = installed(shell, "cargo-mutants", VERSION, "cargo-mutants", true)?;
    // Debugging information would take most of the time of a build.
    let _debug = shell.push_env("CARGO_PROFILE_DEV_DEBUG", "0");
    shell.remove_path(OUTPUT)?;
    shell.create_dir(OUTPUT)?;
    for (round, tests) in ROUNDS.iter().enumerate() {
        let iterate = (round > 0).then_some("--iterate");
        let tests = tests.iter().map(|test| format!("--cargo-arg={test}"));
        let command = cmd!(
            shell,
            "{cargo_mutants} mutants --package fintoc-preflight --output {OUTPUT} {iterate...} {tests...} {arguments...}"
        );
        let status = Command::from(command).status()?.code().context("cargo-mutants was stopped")?;
        // 2: mutants were missed, which a later round may catch. 3: some ran for too long, which detects them.
        ensure!([0, 2, 3].contains(&status), "cargo-mutants failed with status {status}");
    }
    let missed = shell.read_file(format!("{OUTPUT}/mutants.out/missed.txt"))?;
    ensure!(missed.is_empty(), "no test detects these changes:\n{missed}");
    Ok(())
}
