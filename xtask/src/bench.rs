//! `cargo xtask bench`: the native benches, then those in JavaScript, which write the page.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::npm::{self, BUILT, ci};

/// Where what is measured is put.
const MEASURED: &str = "target/bench";

pub(crate) fn run(shell: &Shell, quick: bool) -> Result<()> {
    let quick = quick.then_some("--quick");
    npm::build(shell)?;
    install(shell)?;
    cmd!(shell, "cargo run --release --package fintoc-preflight-bench -- {quick...} {MEASURED}").run()?;
    Ok(cmd!(shell, "node benches/js/main.js {quick...}").run()?)
}

/// The peers, and the package as its users get it.
fn install(shell: &Shell) -> Result<()> {
    ci(shell, "benches/js")?;
    cmd!(shell, "node tests/js/install.js").run()?;
    let package = shell.current_dir().join(BUILT).join("fintoc-preflight.tgz");
    npm::add(shell, "benches/js", &package)
}
