//! `cargo xtask lint`: one function for each step.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::integrations::FILTER;
use crate::target::{WASI, ensure_target};
use crate::{deny, fuzz, interface, layers, publish, python, root};

pub(crate) fn run(shell: &Shell) -> Result<()> {
    root::check(shell)?;
    layers::check(shell)?;
    publish::check(shell)?;
    format(shell)?;
    for features in [None, Some("--all-features")] {
        clippy(shell, features)?;
        documentation(shell, features)?;
    }
    interface::check_core(shell)?;
    filter(shell)?;
    python::lint(shell)?;
    fuzz_targets(shell)?;
    deny::run(shell)
}

/// Checks the filter for Envoy, which is a workspace of its own.
fn filter(shell: &Shell) -> Result<()> {
    ensure_target(shell, WASI)?;
    let _folder = shell.push_dir(FILTER);
    cmd!(shell, "cargo fmt --check").run()?;
    Ok(cmd!(shell, "cargo clippy --locked --all-features --target {WASI} -- -D warnings").run()?)
}

/// Checks the fuzz targets, a workspace of its own. Only to run them takes a nightly toolchain.
fn fuzz_targets(shell: &Shell) -> Result<()> {
    let target = shell.current_dir().join(fuzz::FOLDER).join("lint");
    // Nothing is linked, so libFuzzer need not be compiled.
    let _no_library = shell.push_env("CUSTOM_LIBFUZZER_PATH", target.join("none"));
    let _folder = shell.push_dir(fuzz::PACKAGE);
    cmd!(shell, "cargo fmt --check").run()?;
    Ok(cmd!(shell, "cargo clippy --locked --all-targets --target-dir {target} -- -D warnings").run()?)
}

fn format(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "cargo fmt --all --check").run()?)
}

fn clippy(shell: &Shell, features: Option<&str>) -> Result<()> {
    Ok(cmd!(shell, "cargo clippy --workspace --all-targets {features...} -- -D warnings").run()?)
}

fn documentation(shell: &Shell, features: Option<&str>) -> Result<()> {
    let _warnings_are_errors = shell.push_env("RUSTDOCFLAGS", "-D warnings");
    Ok(cmd!(shell, "cargo doc --workspace --no-deps {features...}").run()?)
}
