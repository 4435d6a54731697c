//! Checks that the root of the repository contains only the listed entries.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

/// The folders and files of the root that git may track. Add a new one here, and to the overview in CONTRIBUTING.md.
const ENTRIES: &[&str] = &[
    ".cargo",
    ".ci",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".pre-commit-hooks.yaml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.es.md",
    "README.md",
    "RELEASING.md",
    "SECURITY.md",
    "action.yml",
    "benches",
    "cli",
    "clippy.toml",
    "deny.toml",
    "docs",
    "examples",
    "fuzz",
    "integrations",
    "pkg",
    "proptest-regressions",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "src",
    "tests",
    "wasm",
    "www",
    "xtask",
];

/// Compares the root with [`ENTRIES`].
///
/// # Errors
///
/// - `notes.txt` is tracked by git, and not listed
/// - `docs` is listed, and not tracked by git
pub(crate) fn check(shell: &Shell) -> Result<()> {
    let files = cmd!(shell, "git ls-files").quiet().read()?;
    let known: BTreeSet<&str> = files.lines().filter_map(|file| file.split('/').next()).collect();
    let listed: BTreeSet<&str> = ENTRIES.iter().copied().collect();
    let stray: Vec<&str> = known.difference(&listed).copied().collect();
    let missing: Vec<&str> = listed.difference(&known).copied().collect();
    ensure!(stray.is_empty(), "{} must not be at the root: move it, or add it to xtask/src/root.rs", stray.join(", "));
    ensure!(missing.is_empty(), "{} is not at the root: take it from xtask/src/root.rs", missing.join(", "));
    Ok(())
}
