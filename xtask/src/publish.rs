//! `cargo xtask publish` and `msrv`: the tasks of a release.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use xshell::{Shell, cmd};

use crate::npm;

/// The crates that are published, each after those that it needs.
const CRATES: [&str; 4] =
    ["fintoc-preflight", "fintoc-preflight-cli", "fintoc-preflight-http", "fintoc-preflight-tower"];

/// The oldest Rust that the crates promise.
const RUST: &str = env!("CARGO_PKG_RUST_VERSION");

const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// The part of [`REPOSITORY`] until it is set.
const UNSET: &str = "OWNER";

/// Fails if the npm package names another author, address or version than the crates.
pub(crate) fn check(shell: &Shell) -> Result<()> {
    let manifest: Value = serde_json::from_str(&shell.read_file("pkg/package.json")?)?;
    let expected = [
        ("version", json!(env!("CARGO_PKG_VERSION"))),
        ("license", json!(env!("CARGO_PKG_LICENSE"))),
        ("author", json!(env!("CARGO_PKG_AUTHORS"))),
        ("homepage", json!(env!("CARGO_PKG_HOMEPAGE"))),
        ("repository", json!({ "type": "git", "url": format!("git+{REPOSITORY}.git"), "directory": "pkg" })),
        ("bugs", json!({ "url": format!("{REPOSITORY}/issues") })),
    ];
    for (name, value) in expected {
        let found = manifest.get(name).with_context(|| format!("pkg/package.json has no {name}"))?;
        ensure!(*found == value, "pkg/package.json has {found} as its {name}, Cargo.toml {value}");
    }
    Ok(())
}

/// Publishes the crates, each after those that it needs, and the npm package. Everything is built before the first
/// upload, so that a failure leaves nothing half published.
pub(crate) fn run(shell: &Shell, dry_run: bool) -> Result<()> {
    check(shell)?;
    if !dry_run {
        ensure_set(REPOSITORY)?;
    }
    npm::build(shell)?;
    let flags: &[&str] = if dry_run { &["--dry-run", "--allow-dirty"] } else { &[] };
    let crates = packages();
    cmd!(shell, "cargo publish {crates...} --locked {flags...}").run()?;
    let flags: &[&str] = if dry_run { &["--dry-run"] } else { &["--provenance"] };
    let _pkg = shell.push_dir("pkg");
    Ok(cmd!(shell, "npm publish --access public {flags...}").run()?)
}

/// Fails if the address has the placeholder for its owner. A dry run needs no owner.
fn ensure_set(repository: &str) -> Result<()> {
    ensure!(
        !repository.contains(UNSET),
        "Cargo.toml has no repository yet: set {UNSET} there, in pkg/package.json and in cli/README.md"
    );
    Ok(())
}

/// Returns the arguments that name the crates.
fn packages() -> Vec<&'static str> {
    CRATES.into_iter().flat_map(|name| ["--package", name]).collect()
}

/// Compiles the crates by the oldest Rust that they promise.
pub(crate) fn msrv(shell: &Shell) -> Result<()> {
    cmd!(shell, "rustup toolchain install {RUST} --profile minimal").run()?;
    // Not through the toolchain that runs this task, which cargo names in the environment.
    let _toolchain = shell.push_env("RUSTUP_TOOLCHAIN", RUST);
    let crates = packages();
    let features = ["--features", "fintoc-preflight/webhook,fintoc-preflight/validator"];
    Ok(cmd!(shell, "rustup run {RUST} cargo check --locked {crates...} {features...} --target-dir target/msrv")
        .run()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_published_without_an_owner() {
        assert!(ensure_set("https://github.com/OWNER/fintoc-preflight").is_err());
        assert!(ensure_set("https://github.com/merchant/fintoc-preflight").is_ok());
    }
}
