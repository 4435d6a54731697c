//! The check of dependencies by cargo-deny, as deny.toml has it.

use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;

use anyhow::Result;
use xshell::{Shell, cmd};

const VERSION: &str = "0.20.2";

pub(crate) fn run(shell: &Shell) -> Result<()> {
    let cargo_deny = installed(shell)?;
    Ok(cmd!(shell, "{cargo_deny} --workspace --all-features --locked check licenses bans sources").run()?)
}

/// The program; built from source into `target/tools` unless it is there, without optimisation, which takes longer than
/// it saves.
fn installed(shell: &Shell) -> Result<PathBuf> {
    let folder = shell.current_dir().join("target/tools").join(format!("cargo-deny-{VERSION}"));
    let program = folder.join("bin").join(format!("cargo-deny{EXE_SUFFIX}"));
    if !program.exists() {
        cmd!(shell, "cargo install cargo-deny --version {VERSION} --locked --debug --root {folder}").run()?;
    }
    Ok(program)
}
