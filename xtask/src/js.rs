//! The tests of the npm package, which are JavaScript: `tests/js`, and `pkg/tests` for its parts.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::npm::{BUILT, ci};
use crate::reports::{add_outcomes, add_reports};

pub(crate) fn test(shell: &Shell, all: bool) -> Result<()> {
    node_tests(shell, "pkg")?;
    install(shell, all)?;
    cases(shell)?;
    webhooks(shell)?;
    node_tests(shell, "tests/js")?;
    types(shell)?;
    runtimes(shell, all)?;
    if all {
        python_client(shell)?;
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

/// Webhooks, with what the native core says of them.
fn webhooks(shell: &Shell) -> Result<()> {
    let path = format!("{BUILT}/webhooks.jsonl");
    cmd!(shell, "node tests/js/webhook/cases.js").run()?;
    let webhooks = add_outcomes(&shell.read_file(&path)?)?;
    Ok(shell.write_file(path, webhooks)?)
}

/// Webhooks once more, against the official client for Python.
fn python_client(shell: &Shell) -> Result<()> {
    let folder = "target/python";
    cmd!(shell, "python3 -m venv {folder}").run()?;
    cmd!(shell, "{folder}/bin/pip install --quiet --disable-pip-version-check -r tests/webhook/requirements.txt")
        .run()?;
    Ok(cmd!(shell, "node tests/js/webhook/pypi.js {folder}/bin/python").run()?)
}

/// The types, by the compilers that they are for.
fn types(shell: &Shell) -> Result<()> {
    let package = shell.current_dir().join(BUILT).join("fintoc-preflight.tgz");
    ci(shell, "tests/types")?;
    {
        let _folder = shell.push_dir("tests/types");
        cmd!(shell, "npm install --no-save --ignore-scripts --no-audit --no-fund --silent {package}").run()?;
    }
    node_tests(shell, "tests/types")
}

/// Every case in every runtime.
fn runtimes(shell: &Shell, all: bool) -> Result<()> {
    let all = all.then_some("--all");
    Ok(cmd!(shell, "node tests/js/run.js {all...}").run()?)
}
