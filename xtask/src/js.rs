//! The JavaScript tests of the npm package and of the playground: projects in `tests/npm`, and unit tests in `pkg/tests`.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::demo;
use crate::npm::{BUILT, add_package, ci, install_with_package};
use crate::recipes;
use crate::reports::{add_outcomes, add_readings, add_reports};
use crate::soak::differences;
use crate::venv::python_with;

/// The workspace: all projects of its `package.json` share a lock file and an installation.
const WORKSPACE: &str = "tests/npm";

/// Projects of the workspace that use the packed package.
const CONSUMERS: [&str; 5] = ["types", "standard-schema", "typedoc", "bundlers", "runners"];

/// The number of calls in one process of each kind, in every change and with `--all`.
const CALLS: u64 = 100_000;
pub(crate) const MANY_CALLS: u64 = 1_000_000;

/// The number of generated requests on which each build of the package is compared with the native core.
const GENERATED: u64 = 100_000;

/// Versions of Node.js tested only with `--all`. They have their own lock file, as they weigh 517 MB.
const NODES: &str = "tests/npm/js/nodes";

/// Consumers tested only with `--all`. They have their own lock files, as they are large to install. Next builds its app
/// twice, and Metro that of React Native four times, which takes a minute or two each.
const LARGE_CONSUMERS: [&str; 3] = ["tests/npm/parcel", "tests/npm/next", "tests/npm/native"];

pub(crate) fn test(shell: &Shell, all: bool) -> Result<()> {
    node_tests(shell, "pkg")?;
    install(shell, all)?;
    browsers(shell, all)?;
    cases(shell)?;
    webhooks(shell)?;
    sessions(shell)?;
    node_tests(shell, "tests/npm/js")?;
    schemas(shell)?;
    for project in CONSUMERS {
        node_tests(shell, &format!("{WORKSPACE}/{project}"))?;
    }
    recipes::light(shell)?;
    runtimes(shell, all)?;
    differences(shell, GENERATED, 1)?;
    pages(shell, "tests/npm/forms", all)?;
    demo::build(shell)?;
    pages(shell, "tests/npm/playground", all)?;
    if all {
        for folder in LARGE_CONSUMERS {
            install_with_package(shell, folder)?;
            node_tests(shell, folder)?;
        }
        python_client(shell)?;
    }
    endurance(shell, if all { MANY_CALLS } else { CALLS })?;
    Ok(())
}

/// Runs the files of a folder that end in `.test.js`.
pub(crate) fn node_tests(shell: &Shell, folder: &str) -> Result<()> {
    let _folder = shell.push_dir(folder);
    Ok(cmd!(shell, "node --test --test-reporter dot").run()?)
}

/// Packs the package, and installs it as its users do: alone in `target/npm/consumer`, and beside the dependencies of the
/// tests.
pub(crate) fn install(shell: &Shell, all: bool) -> Result<()> {
    pack(shell)?;
    ci(shell, WORKSPACE)?;
    add_package(shell, WORKSPACE)?;
    if all {
        ci(shell, NODES)?;
    }
    Ok(())
}

/// Packs the package, and installs it alone.
pub(crate) fn pack(shell: &Shell) -> Result<()> {
    Ok(cmd!(shell, "node tests/npm/js/install.js").run()?)
}

/// Installs the browsers, once and before several tests ask for one at the same time.
fn browsers(shell: &Shell, all: bool) -> Result<()> {
    let firefox = all.then_some("firefox");
    Ok(cmd!(shell, "node tests/npm/js/browsers.js chromium {firefox...}").run()?)
}

/// Writes every test vector, with the report of the native core.
fn cases(shell: &Shell) -> Result<()> {
    let path = format!("{BUILT}/cases.jsonl");
    cmd!(shell, "node tests/npm/js/cases.js").run()?;
    let cases = add_reports(&shell.read_file(&path)?)?;
    Ok(shell.write_file(path, cases)?)
}

/// Writes the webhooks, with the outcome of the native core.
fn webhooks(shell: &Shell) -> Result<()> {
    let path = format!("{BUILT}/webhooks.jsonl");
    cmd!(shell, "node tests/npm/js/webhook/cases.js").run()?;
    let webhooks = add_outcomes(&shell.read_file(&path)?)?;
    Ok(shell.write_file(path, webhooks)?)
}

/// Writes the answers of Fintoc, with the outcome of the native core.
fn sessions(shell: &Shell) -> Result<()> {
    let path = format!("{BUILT}/sessions.jsonl");
    cmd!(shell, "node tests/npm/js/session/cases.js").run()?;
    let sessions = add_readings(&shell.read_file(&path)?)?;
    Ok(shell.write_file(path, sessions)?)
}

/// Tests the webhooks and the mock with the official client for Python.
fn python_client(shell: &Shell) -> Result<()> {
    let python = python_with(shell, "python", "tests/webhook/requirements.txt")?;
    cmd!(shell, "node tests/npm/js/webhook/pypi.js {python}").run()?;
    Ok(cmd!(shell, "node tests/npm/js/mock/pypi.js {python}").run()?)
}

/// Tests the schemas with a validator and a linter, and shows the number of checks.
fn schemas(shell: &Shell) -> Result<()> {
    let _folder = shell.push_dir("tests/npm/schema");
    Ok(cmd!(shell, "node --test --test-reporter spec").run()?)
}

/// Runs every test vector in every runtime.
fn runtimes(shell: &Shell, all: bool) -> Result<()> {
    let all = all.then_some("--all");
    Ok(cmd!(shell, "node tests/npm/js/run.js {all...}").run()?)
}

/// Makes a number of calls of each kind in one process, whose memory must not grow.
pub(crate) fn endurance(shell: &Shell, calls: u64) -> Result<()> {
    let calls = calls.to_string();
    Ok(cmd!(shell, "node --expose-gc tests/npm/js/endurance.js {calls}").run()?)
}

/// Tests pages in browsers by using them as people do.
fn pages(shell: &Shell, folder: &str, all: bool) -> Result<()> {
    let all = all.then_some("--all");
    Ok(cmd!(shell, "node tests/npm/js/browse.js {folder} {all...}").run()?)
}
