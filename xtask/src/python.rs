//! The tests of the Python package: the wheel in an empty environment of every Python that is here, and in one beside
//! the tools and engines of the tests. Environments are in `target/venv`, and nothing is installed elsewhere.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::reports::add_reports;

pub(crate) const PACKAGE: &str = "integrations/python";

const BUILT: &str = "target/wheel";

const ENVIRONMENTS: &str = "target/venv";

/// The supported versions of Python. `python3` alone must be here; of the others, those that are.
const VERSIONS: [&str; 6] = ["3.10", "3.11", "3.12", "3.13", "3.14", "3.15"];

/// The vectors: those of this repository, and those beside it if they exist.
const VECTORS: [&str; 2] = ["tests/conformance", "../shared/conformance-2nd"];

pub(crate) fn test(shell: &Shell, all: bool) -> Result<()> {
    let wheel = build(shell, "dev")?;
    let cases = cases(shell)?;
    for python in pythons(shell)? {
        let environment = environment(shell, &python, "wheel", None, &wheel)?;
        cmd!(shell, "{environment}/bin/python -I {PACKAGE}/tests/wheel/vectors.py {cases}").run()?;
    }
    let environment = environment(shell, Path::new("python3"), "test", Some("test"), &wheel)?;
    engines(shell, &environment, all)?;
    // The tool for pyright downloads pyright itself, by npm.
    let _cache = shell.push_env("PYRIGHT_PYTHON_CACHE_DIR", shell.current_dir().join(ENVIRONMENTS).join("pyright"));
    let _all = all.then(|| shell.push_env("PREFLIGHT_TEST_ALL", "1"));
    let _cases = shell.push_env("PREFLIGHT_CASES", &cases);
    let _folder = shell.push_dir(PACKAGE);
    Ok(cmd!(shell, "{environment}/bin/python -m pytest -q").run()?)
}

/// Checks format and lints of the native module, which has a workspace of its own.
pub(crate) fn lint(shell: &Shell) -> Result<()> {
    let target = shell.current_dir().join(BUILT).join("build");
    let _folder = shell.push_dir(PACKAGE);
    cmd!(shell, "cargo fmt --check").run()?;
    Ok(cmd!(shell, "cargo clippy --locked --all-targets --target-dir {target} -- -D warnings").run()?)
}

/// Builds the wheel with a profile of cargo, and returns its path.
pub(crate) fn build(shell: &Shell, profile: &str) -> Result<PathBuf> {
    let tools = shell.current_dir().join(ENVIRONMENTS).join("build");
    create(shell, Path::new("python3"), &tools)?;
    install(shell, &tools, "build")?;
    let (out, target) = (format!("{BUILT}/wheels/{profile}"), format!("{BUILT}/build"));
    shell.remove_path(&out)?;
    let manifest = format!("{PACKAGE}/Cargo.toml");
    cmd!(shell, "{tools}/bin/maturin build --quiet --locked --manifest-path {manifest} --profile {profile} --out {out} --target-dir {target}")
        .run()?;
    let wheels = shell.read_dir(&out)?;
    wheels.into_iter().next().with_context(|| format!("no wheel in {out}"))
}

/// Writes every vector as a case, with the report of the native core, and returns the path of the file.
fn cases(shell: &Shell) -> Result<PathBuf> {
    let folders = VECTORS.into_iter().filter(|folder| shell.path_exists(folder));
    let cases = cmd!(shell, "python3 {PACKAGE}/tests/wheel/cases.py {folders...}").read()?;
    let path = shell.current_dir().join(BUILT).join("cases.jsonl");
    shell.write_file(&path, add_reports(&cases)?)?;
    Ok(path)
}

/// Returns every supported Python in `PATH`, or of pyenv; at least one.
fn pythons(shell: &Shell) -> Result<Vec<PathBuf>> {
    let pyenv = env::home_dir().map(|home| home.join(".pyenv/versions"));
    let of_pyenv = pyenv.and_then(|folder| shell.read_dir(folder).ok()).unwrap_or_default();
    let mut found = Vec::new();
    for version in VERSIONS {
        let is_version = |folder: &&PathBuf| {
            folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&format!("{version}.")))
        };
        let by_name = PathBuf::from(format!("python{version}"));
        let candidates = of_pyenv.iter().filter(is_version).map(|folder| folder.join("bin/python"));
        let mut candidates = candidates.chain([by_name]);
        found
            .extend(candidates.find(|python| cmd!(shell, "{python} --version").quiet().ignore_stderr().read().is_ok()));
    }
    ensure!(!found.is_empty(), "the Python package is tested with Python 3.10 or newer (https://www.python.org)");
    Ok(found)
}

/// Returns an environment with the wheel, and with some requirements if they are named; made anew if there are none, so
/// that it has nothing else.
fn environment(shell: &Shell, python: &Path, name: &str, requirements: Option<&str>, wheel: &Path) -> Result<PathBuf> {
    let version = cmd!(shell, "{python} -c 'import sys; print(sys.version_info.minor)'").quiet().read()?;
    let environment = shell.current_dir().join(ENVIRONMENTS).join(format!("{name}-3.{version}"));
    if requirements.is_none() {
        shell.remove_path(&environment)?;
    }
    create(shell, python, &environment)?;
    if let Some(requirements) = requirements {
        install(shell, &environment, requirements)?;
    }
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    let alone = ["--no-index", "--no-deps", "--force-reinstall"];
    cmd!(shell, "{environment}/bin/python {pip...} {alone...} {wheel}").run()?;
    Ok(environment)
}

fn create(shell: &Shell, python: &Path, environment: &Path) -> Result<()> {
    if shell.path_exists(environment.join("bin/python")) {
        return Ok(());
    }
    Ok(cmd!(shell, "{python} -m venv {environment}").run()?)
}

fn install(shell: &Shell, environment: &Path, requirements: &str) -> Result<()> {
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    Ok(cmd!(shell, "{environment}/bin/python {pip...} --require-hashes -r {PACKAGE}/requirements/{requirements}.txt")
        .run()?)
}

/// Installs the other engines, which weigh a gigabyte.
fn engines(shell: &Shell, environment: &Path, all: bool) -> Result<()> {
    if all { install(shell, environment, "engines") } else { Ok(()) }
}
