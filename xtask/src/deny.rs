//! Checks the dependencies with cargo-deny, as configured in deny.toml.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::integrations::FILTER;
use crate::tools::installed;

const VERSION: &str = "0.20.2";

pub(crate) fn run(shell: &Shell) -> Result<()> {
    let cargo_deny = installed(shell, "cargo-deny", VERSION, "cargo-deny", true)?;
    for workspace in [".", FILTER] {
        let graph =
            ["--manifest-path", &format!("{workspace}/Cargo.toml"), "--workspace", "--all-features", "--locked"];
        cmd!(shell, "{cargo_deny} {graph...} --config deny.toml check licenses bans sources").run()?;
    }
    Ok(())
}
