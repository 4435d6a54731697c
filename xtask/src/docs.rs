//! `cargo xtask docs`: generates pages from the catalogue.

use anyhow::{Result, ensure};
use xshell::Shell;

use crate::rules_page::rules_page;

const RULES: &str = "docs/rules.md";

pub(crate) fn write(shell: &Shell) -> Result<()> {
    Ok(shell.write_file(RULES, rules_page())?)
}

pub(crate) fn check(shell: &Shell) -> Result<()> {
    let is_fresh = shell.read_file(RULES).is_ok_and(|page| page == rules_page());
    ensure!(is_fresh, "{RULES} is stale: run `cargo xtask docs`");
    Ok(())
}
