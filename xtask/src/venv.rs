//! Environments of Python in `target`, each with the packages of one list.

use std::path::PathBuf;

use anyhow::Result;
use xshell::{Shell, cmd};

/// Installs the packages that `requirements` lists into `target/{name}`, and returns its Python.
pub(crate) fn python_with(shell: &Shell, name: &str, requirements: &str) -> Result<PathBuf> {
    let folder = shell.current_dir().join("target").join(name);
    cmd!(shell, "python3 -m venv {folder}").run()?;
    cmd!(shell, "{folder}/bin/pip install --quiet --disable-pip-version-check --require-hashes -r {requirements}")
        .run()?;
    Ok(folder.join("bin/python"))
}
