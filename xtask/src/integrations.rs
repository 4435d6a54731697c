//! The tests of `integrations/`, beyond those that cargo runs.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::js::node_tests;
use crate::npm::{ci, install_with_package};
use crate::target::{WASI, ensure_target};
use crate::venv::python_with;

/// The filter for Envoy, a workspace of its own.
pub(crate) const FILTER: &str = "integrations/envoy";

/// Tests the example server of the tower layer with Fintoc's official clients.
pub(crate) fn tower(shell: &Shell) -> Result<()> {
    const CLIENTS: &str = "integrations/tower/tests/clients";
    cmd!(shell, "cargo build --package fintoc-preflight-tower --all-features --example server").run()?;
    python_with(shell, "python", "tests/webhook/requirements.txt")?;
    ci(shell, CLIENTS)?;
    node_tests(shell, CLIENTS)
}

/// Tests the filter in Envoy, with a build that can be made to trap beside the one for use.
pub(crate) fn envoy(shell: &Shell) -> Result<()> {
    ensure_target(shell, WASI)?;
    python_with(shell, "envoy", &format!("{FILTER}/tests/requirements.txt"))?;
    let folder = shell.push_dir(FILTER);
    cmd!(shell, "cargo build --locked --release --target {WASI}").run()?;
    cmd!(shell, "cargo build --locked --features trap --target {WASI}").run()?;
    drop(folder);
    node_tests(shell, &format!("{FILTER}/tests"))
}

/// Builds the Worker by wrangler with the packed package, and tests it in workerd.
pub(crate) fn worker(shell: &Shell) -> Result<()> {
    const WORKER: &str = "integrations/worker";
    install_with_package(shell, WORKER)?;
    node_tests(shell, WORKER)
}
