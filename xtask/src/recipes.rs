//! The tests of the recipes in `docs/recipes`. Each copies its recipe to `target/recipes`, installs and starts it by the
//! commands of its README, with the npm package that was packed here, and has the mock in place of Fintoc.

use anyhow::Result;
use xshell::{Shell, cmd};

const TESTS: &str = "tests/npm/recipes";

/// Tests the pages, and the recipes that are light to install.
pub(crate) fn light(shell: &Shell) -> Result<()> {
    run(shell, &["pages", "express", "fastify", "hono", "supabase"])
}

/// Tests the Worker, for which wrangler is installed.
pub(crate) fn worker(shell: &Shell) -> Result<()> {
    run(shell, &["cloudflare-worker"])
}

fn run(shell: &Shell, names: &[&str]) -> Result<()> {
    let files = names.iter().map(|name| format!("{name}.test.js"));
    let _folder = shell.push_dir(TESTS);
    Ok(cmd!(shell, "node --test --test-reporter dot {files...}").run()?)
}
