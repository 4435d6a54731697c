//! `cargo xtask test`: one function a step.

use std::env::consts::EXE_SUFFIX;

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{docs, js, js_value, npm, reproducible};

pub(crate) fn run(shell: &Shell, all: bool) -> Result<()> {
    rust(shell)?;
    docs::check(shell)?;
    npm(shell, all)?;
    if all {
        js_value::test(shell)?;
        rust_without_features(shell)?;
        packed_crate(shell)?;
    }
    Ok(())
}

/// The npm package, built, packed and installed.
pub(crate) fn npm(shell: &Shell, all: bool) -> Result<()> {
    npm::build(shell)?;
    fuel(shell)?;
    command(shell)?;
    js::test(shell, all)?;
    if all {
        reproducible::check(shell)?;
    }
    Ok(())
}

/// The instructions that the core takes, against their budgets.
fn fuel(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "cargo run --package fintoc-preflight-fuel -- pkg/dist/core.wasm").run()?)
}

/// The Rust command, which that of the npm package is compared with. `cargo test` has built it, unless only the package is
/// tested.
fn command(shell: &Shell) -> Result<()> {
    if shell.path_exists(format!("target/debug/fintoc-preflight{EXE_SUFFIX}")) {
        return Ok(());
    }
    Ok(cmd!(shell, "cargo build --package fintoc-preflight-cli").run()?)
}

/// The tests, examples and doctests of every crate.
fn rust(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "cargo test --workspace --all-features --no-fail-fast").run()?)
}

/// The same without optional features, as most people build the core.
fn rust_without_features(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "cargo test --workspace --no-fail-fast").run()?)
}

/// The core builds from what its package holds.
fn packed_crate(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "cargo package --package fintoc-preflight --allow-dirty").run()?)
}
