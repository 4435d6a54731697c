//! The tests of the npm package and of the playground, which are JavaScript: in `tests/`, and `pkg/tests` for the parts.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::demo;
use crate::npm::{BUILT, ci, install_with_package};
use crate::reports::add_reports;

/// The projects that use the packed package. Together they take about a minute, most of it to install them.
const CONSUMERS: [&str; 4] = ["tests/types", "tests/standard-schema", "tests/bundlers", "tests/runners"];

/// Those that wait for `--all`: Next builds its app twice, which takes a minute or two on its own, and both are large to
/// install. What they bundle is much what the others do.
const LARGE_CONSUMERS: [&str; 2] = ["tests/parcel", "tests/next"];

pub(crate) fn test(shell: &Shell, all: bool) -> Result<()> {
    node_tests(shell, "pkg")?;
    install(shell, all)?;
    cases(shell)?;
    node_tests(shell, "tests/js")?;
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
pub(crate) fn install(shell: &Shell, all: bool) -> Result<()> {
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

/// A project that uses the packed package, with tests of how it fares there.
fn consumer(shell: &Shell, folder: &str) -> Result<()> {
    install_with_package(shell, folder)?;
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

/// Pages in browsers, used as people do.
fn pages(shell: &Shell, folder: &str, all: bool) -> Result<()> {
    let all = all.then_some("--all");
    ci(shell, folder)?;
    Ok(cmd!(shell, "node tests/js/browse.js {folder} {all...}").run()?)
}
