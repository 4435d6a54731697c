//! `cargo xtask lint`: one function for each step.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{deny, interface, layers, publish, root};

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
    deny::run(shell)
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
