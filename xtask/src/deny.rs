//! Checks the dependencies with cargo-deny, as configured in deny.toml.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::integrations::FILTER;
use crate::tools::installed;
use crate::{fuzz, python};

const VERSION: &str = "0.20.2";

/// Every folder with a lock file of its own.
const WORKSPACES: [&str; 4] = [".", FILTER, python::PACKAGE, fuzz::PACKAGE];

pub(crate) fn run(shell: &Shell) -> Result<()> {
    let cargo_deny = installed(shell, "cargo-deny", VERSION, "cargo-deny", true)?;
    // What one workspace needs the others do not encounter.
    let quiet = ["unmatched-skip", "license-not-encountered", "license-exception-not-encountered"];
    let quiet = quiet.map(|code| format!("--allow={code}"));
    for workspace in WORKSPACES {
        let quiet = &quiet;
        let graph =
            ["--manifest-path", &format!("{workspace}/Cargo.toml"), "--workspace", "--all-features", "--locked"];
        cmd!(shell, "{cargo_deny} {graph...} --config deny.toml check {quiet...} licenses bans sources").run()?;
    }
    Ok(())
}
