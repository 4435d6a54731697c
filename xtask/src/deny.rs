//! Checks the dependencies with cargo-deny, as configured in deny.toml.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::tools::installed;

const VERSION: &str = "0.20.2";

pub(crate) fn run(shell: &Shell) -> Result<()> {
    let cargo_deny = installed(shell, "cargo-deny", VERSION, "cargo-deny", true)?;
    Ok(cmd!(shell, "{cargo_deny} --workspace --all-features --locked check licenses bans sources").run()?)
}
