//! The tests of `integrations/`, beyond those that cargo runs.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::js::node_tests;
use crate::npm::ci;
use crate::python::python_with;

/// Tests the example server of the tower layer with Fintoc's official clients.
pub(crate) fn tower(shell: &Shell) -> Result<()> {
    const CLIENTS: &str = "integrations/tower/tests/clients";
    cmd!(shell, "cargo build --package fintoc-preflight-tower --all-features --example server").run()?;
    python_with(shell, "python", "tests/webhook/requirements.txt")?;
    ci(shell, CLIENTS)?;
    node_tests(shell, CLIENTS)
}
