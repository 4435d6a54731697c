//! `cargo xtask demo`: the playground, built from `www/` and the npm package.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::npm;

/// The folder of the built playground: files for any static host.
pub(crate) const BUILT: &str = "target/www";

pub(crate) fn build(shell: &Shell) -> Result<()> {
    npm::ci(shell, "www")?;
    Ok(cmd!(shell, "node www/build.js {BUILT}").run()?)
}

/// Builds the playground, and serves it until it is stopped.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    npm::build(shell)?;
    build(shell)?;
    Ok(cmd!(shell, "node www/serve.js {BUILT}").run()?)
}
