//! Programs that are built from source into `target/tools` if they are missing; without optimisation, which would take
//! longer than it saves.

use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;

use anyhow::Result;
use xshell::{Shell, cmd};

/// Returns the path of a program after installing one version of its package. `locked` uses the lock file it was
/// published with.
pub(crate) fn installed(shell: &Shell, package: &str, version: &str, program: &str, locked: bool) -> Result<PathBuf> {
    let folder = shell.current_dir().join("target/tools").join(format!("{package}-{version}"));
    let program = folder.join("bin").join(format!("{program}{EXE_SUFFIX}"));
    if !program.exists() {
        let locked = locked.then_some("--locked");
        cmd!(shell, "cargo install {package} --version {version} {locked...} --debug --root {folder}").run()?;
    }
    Ok(program)
}
