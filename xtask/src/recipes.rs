//! The tests of the recipes in `docs/recipes`. Each copies its recipe to `target/recipes`, installs and starts it by the
//! commands of its README, with the npm package that was packed here, and has the mock in place of Fintoc.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::python;

const TESTS: &str = "tests/npm/recipes";

/// Tests the pages, and the recipes that are light to install.
pub(crate) fn light(shell: &Shell) -> Result<()> {
    run(shell, &["pages", "express", "fastify", "hono", "supabase"])
}

/// Tests the others. A newer Node.js, which some need, must be installed by the tests of the npm package or of the Worker.
pub(crate) fn heavy(shell: &Shell) -> Result<()> {
    let wheel = shell.current_dir().join(python::build(shell, "dev")?);
    let _wheel = shell.push_env("WHEEL", wheel);
    run(shell, &["cloudflare-worker", "next", "astro", "fastapi", "axum"])
}

fn run(shell: &Shell, names: &[&str]) -> Result<()> {
    let files = names.iter().map(|name| format!("{name}.test.js"));
    let _folder = shell.push_dir(TESTS);
    Ok(cmd!(shell, "node --test --test-reporter dot {files...}").run()?)
}
