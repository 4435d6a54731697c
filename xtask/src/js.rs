//! The tests of the npm package, which are JavaScript: `tests/js`, and `pkg/tests` for its parts.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::npm::{BUILT, add, ci};
use crate::reports::add_reports;

pub(crate) fn test(shell: &Shell, all: bool) -> Result<()> {
    node_tests(shell, "pkg")?;
    install(shell, all)?;
    cases(shell)?;
    node_tests(shell, "tests/js")?;
    types(shell)?;
    runtimes(shell, all)
}

/// The files of a folder that end in `.test.js`.
fn node_tests(shell: &Shell, folder: &str) -> Result<()> {
    let _folder = shell.push_dir(folder);
    Ok(cmd!(shell, "node --test --test-reporter dot").run()?)
}

/// What the tests need, and the package as its users get it.
fn install(shell: &Shell, all: bool) -> Result<()> {
    ci(shell, "tests/js")?;
    if all {
        ci(shell, "tests/js/nodes")?;
    }
    Ok(cmd!(shell, "node tests/js/install.js").run()?)
}

/// Every vector, with what the native core answers.
fn cases(shell: &Shell) -> Result<()> {
    let path = format!("{BUILT}/cases.jsonl");
    cmd!(shell, "node tests/js/cases.js").run()?;
    let cases = add_reports(&shell.read_file(&path)?)?;
    Ok(shell.write_file(path, cases)?)
}

/// The types, by the compilers that they are for.
fn types(shell: &Shell) -> Result<()> {
    let package = shell.current_dir().join(BUILT).join("fintoc-preflight.tgz");
    ci(shell, "tests/types")?;
    add(shell, "tests/types", &package)?;
    node_tests(shell, "tests/types")
}

/// Every case in every runtime.
fn runtimes(shell: &Shell, all: bool) -> Result<()> {
    let all = all.then_some("--all");
    Ok(cmd!(shell, "node tests/js/run.js {all...}").run()?)
}
