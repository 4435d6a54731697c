//! The JavaScript tests of the npm package and of the playground: in `tests/`, and unit tests in `pkg/tests`.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::demo;
use crate::npm::{BUILT, ci, install_with_package};
use crate::reports::{add_outcomes, add_readings, add_reports};

/// Projects that use the packed package. Together they take about a minute, mostly to install.
const CONSUMERS: [&str; 4] = ["tests/types", "tests/standard-schema", "tests/bundlers", "tests/runners"];

/// Projects tested only with `--all`: they are large to install, and Next builds its app twice, which alone takes a
/// minute or two. The bundles of Parcel and Next differ little from the others'; typedoc reads the types.
const LARGE_CONSUMERS: [&str; 3] = ["tests/typedoc", "tests/parcel", "tests/next"];

pub(crate) fn test(shell: &Shell, all: bool) -> Result<()> {
    node_tests(shell, "pkg")?;
    install(shell, all)?;
    browsers(shell, all)?;
    cases(shell)?;
    webhooks(shell)?;
    sessions(shell)?;
    node_tests(shell, "tests/js")?;
    schemas(shell)?;
    for folder in CONSUMERS {
        consumer(shell, folder)?;
    }
    runtimes(shell, all)?;
    pages(shell, "tests/forms", all)?;
    demo::build(shell)?;
    pages(shell, "tests/playground", all)?;
    if all {
        for folder in LARGE_CONSUMERS {
            consumer(shell, folder)?;
        }
        python_client(shell)?;
        endurance(shell)?;
    }
    Ok(())
}

/// Runs the files of a folder that end in `.test.js`.
fn node_tests(shell: &Shell, folder: &str) -> Result<()> {
    let _folder = shell.push_dir(folder);
    Ok(cmd!(shell, "node --test --test-reporter dot").run()?)
}

/// Installs the dependencies of the tests, and the package as its users get it.
pub(crate) fn install(shell: &Shell, all: bool) -> Result<()> {
    ci(shell, "tests/js")?;
    if all {
        ci(shell, "tests/js/nodes")?;
    }
    Ok(cmd!(shell, "node tests/js/install.js").run()?)
}

/// Installs the browsers, once and before several tests ask for one at the same time.
fn browsers(shell: &Shell, all: bool) -> Result<()> {
    let firefox = all.then_some("firefox");
    Ok(cmd!(shell, "node tests/js/browsers.js chromium {firefox...}").run()?)
}

/// Writes every test vector, with the report of the native core.
fn cases(shell: &Shell) -> Result<()> {
    let path = format!("{BUILT}/cases.jsonl");
    cmd!(shell, "node tests/js/cases.js").run()?;
    let cases = add_reports(&shell.read_file(&path)?)?;
    Ok(shell.write_file(path, cases)?)
}

/// Writes the webhooks, with the outcome of the native core.
fn webhooks(shell: &Shell) -> Result<()> {
    let path = format!("{BUILT}/webhooks.jsonl");
    cmd!(shell, "node tests/js/webhook/cases.js").run()?;
    let webhooks = add_outcomes(&shell.read_file(&path)?)?;
    Ok(shell.write_file(path, webhooks)?)
}

/// Writes the answers of Fintoc, with the outcome of the native core.
fn sessions(shell: &Shell) -> Result<()> {
    let path = format!("{BUILT}/sessions.jsonl");
    cmd!(shell, "node tests/js/session/cases.js").run()?;
    let sessions = add_readings(&shell.read_file(&path)?)?;
    Ok(shell.write_file(path, sessions)?)
}

/// Tests the webhooks against the official client for Python.
fn python_client(shell: &Shell) -> Result<()> {
    let folder = "target/python";
    cmd!(shell, "python3 -m venv {folder}").run()?;
    cmd!(shell, "{folder}/bin/pip install --quiet --disable-pip-version-check -r tests/webhook/requirements.txt")
        .run()?;
    Ok(cmd!(shell, "node tests/js/webhook/pypi.js {folder}/bin/python").run()?)
}

/// Tests the schemas with a validator and a linter, and shows the number of checks.
fn schemas(shell: &Shell) -> Result<()> {
    ci(shell, "tests/schema")?;
    let _folder = shell.push_dir("tests/schema");
    Ok(cmd!(shell, "node --test --test-reporter spec").run()?)
}

/// Tests a project that uses the packed package.
fn consumer(shell: &Shell, folder: &str) -> Result<()> {
    install_with_package(shell, folder)?;
    node_tests(shell, folder)
}

/// Runs every test vector in every runtime.
fn runtimes(shell: &Shell, all: bool) -> Result<()> {
    let all = all.then_some("--all");
    Ok(cmd!(shell, "node tests/js/run.js {all...}").run()?)
}

/// Makes millions of calls in one process.
fn endurance(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "node --expose-gc tests/js/endurance.js").run()?)
}

/// Tests pages in browsers by using them as people do.
fn pages(shell: &Shell, folder: &str, all: bool) -> Result<()> {
    let all = all.then_some("--all");
    ci(shell, folder)?;
    Ok(cmd!(shell, "node tests/js/browse.js {folder} {all...}").run()?)
}
