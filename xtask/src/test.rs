//! `cargo xtask test`: one function for each step.

use std::env::consts::EXE_SUFFIX;

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{big_endian, docs, integrations, interface, js, js_value, npm, python, recipes, reproducible};

pub(crate) fn run(shell: &Shell, all: bool) -> Result<()> {
    rust(shell)?;
    docs::check(shell)?;
    packed_crate(shell)?;
    npm(shell, all)?;
    integrations::tower(shell)?;
    python::test(shell, all)?;
    if all {
        integrations::envoy(shell)?;
        integrations::worker(shell)?;
        recipes::heavy(shell)?;
        js_value::test(shell)?;
        rust_without_features(shell)?;
        big_endian::check(shell)?;
    }
    Ok(())
}

/// Builds, packs, installs and tests the npm package.
pub(crate) fn npm(shell: &Shell, all: bool) -> Result<()> {
    npm::build(shell)?;
    interface::check_types(shell)?;
    fuel(shell)?;
    command(shell)?;
    js::test(shell, all)?;
    if all {
        reproducible::check(shell)?;
    }
    Ok(())
}

/// Tests the tower layer, the filter for Envoy and the Worker, in the real engines; and the recipes that need one.
pub(crate) fn integrations(shell: &Shell) -> Result<()> {
    let packages = ["--package", "fintoc-preflight-http", "--package", "fintoc-preflight-tower"];
    cmd!(shell, "cargo test {packages...} --all-features --no-fail-fast").run()?;
    integrations::tower(shell)?;
    integrations::envoy(shell)?;
    npm::build(shell)?;
    js::pack(shell)?;
    integrations::worker(shell)?;
    recipes::heavy(shell)
}

/// Compares the core's instructions with their budgets.
fn fuel(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "cargo run --profile fuel --package fintoc-preflight-fuel -- pkg/dist/core.wasm").run()?)
}

/// Builds the Rust command, with which the npm package's is compared. `cargo test` has built it already, unless only
/// the package is tested.
fn command(shell: &Shell) -> Result<()> {
    if shell.path_exists(format!("target/debug/fintoc-preflight{EXE_SUFFIX}")) {
        return Ok(());
    }
    Ok(cmd!(shell, "cargo build --package fintoc-preflight-cli").run()?)
}

/// Runs the tests, examples and doctests of every crate.
fn rust(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "cargo test --workspace --all-features --no-fail-fast").run()?)
}

/// Runs the tests without optional features, as most users build the core.
fn rust_without_features(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "cargo test --workspace --no-fail-fast").run()?)
}

/// Builds the core from the content of its package, without optional features, as most users do.
fn packed_crate(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "cargo package --package fintoc-preflight --allow-dirty").run()?)
}
