//! The tests of the npm package, which are JavaScript: `tests/js`, and `pkg/tests` for its parts.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::npm::{BUILT, ci};
use crate::reports::add_reports;

pub(crate) fn test(shell: &Shell, all: bool) -> Result<()> {
    node_tests(shell, "pkg")?;
    install(shell, all)?;
    cases(shell)?;
    node_tests(shell, "tests/js")?;
    schemas(shell)?;
    consumer(shell, "tests/types")?;
    consumer(shell, "tests/standard-schema")?;
    runtimes(shell, all)?;
    if all {
        endurance(shell)?;
    }
    Ok(())
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

/// The schemas, by a validator and a linter. Their counts are shown.
fn schemas(shell: &Shell) -> Result<()> {
    ci(shell, "tests/schema")?;
    let _folder = shell.push_dir("tests/schema");
    Ok(cmd!(shell, "node --test --test-reporter spec").run()?)
}

/// A project that uses the packed package, with tests of how it fares there.
fn consumer(shell: &Shell, folder: &str) -> Result<()> {
    let package = shell.current_dir().join(BUILT).join("fintoc-preflight.tgz");
    ci(shell, folder)?;
    {
        let _folder = shell.push_dir(folder);
        cmd!(shell, "npm install --no-save --ignore-scripts --no-audit --no-fund --silent {package}").run()?;
    }
    node_tests(shell, folder)
}

/// Every case in every runtime.
fn runtimes(shell: &Shell, all: bool) -> Result<()> {
    let all = all.then_some("--all");
    Ok(cmd!(shell, "node tests/js/run.js {all...}").run()?)
}

/// Millions of calls in one process.
fn endurance(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "node --expose-gc tests/js/endurance.js").run()?)
}
