//! `cargo xtask bench`: runs the native benches, then those in JavaScript, which write docs/performance.md.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{js, npm};

/// The command, as built for its users.
const COMMAND: &str = "target/release/fintoc-preflight";

/// The folder for measurements.
const MEASURED: &str = "target/bench";

pub(crate) fn run(shell: &Shell, quick: bool) -> Result<()> {
    let quick = quick.then_some("--quick");
    npm::build(shell)?;
    js::install(shell, false)?;
    npm::install_with_package(shell, "benches/js")?;
    cmd!(shell, "cargo build --release --package fintoc-preflight-cli").run()?;
    cmd!(shell, "cargo run --release --package fintoc-preflight-bench -- {quick...} {COMMAND} {MEASURED}").run()?;
    Ok(cmd!(shell, "node benches/js/main.js {quick...}").run()?)
}
