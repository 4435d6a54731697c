//! Whether the root of the repository holds what belongs there, and nothing that came in by accident.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

/// The folders and files of the root that git may know. A new one is added here, and to CONTRIBUTING.md where it says what
/// is where.
const ENTRIES: &[&str] = &[
    ".cargo",
    ".ci",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "benches",
    "cli",
    "clippy.toml",
    "deny.toml",
    "docs",
    "examples",
    "pkg",
    "proptest-regressions",
    "rust-toolchain.toml",
    "rustfmt.toml",
    "src",
    "tests",
    "www",
    "xtask",
];

/// # Errors
///
/// git knows an entry that is not on the list, or the list names one that git does not know.
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
