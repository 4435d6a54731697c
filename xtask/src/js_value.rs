//! Tests the feature `js-value` with an application of wasm-bindgen that uses the core, in Node.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use crate::npm::version;
use crate::target::{TARGET, ensure_target};
use crate::tools::installed;

const PACKAGE: &str = "js-value-test";

pub(crate) fn test(shell: &Shell) -> Result<()> {
    ensure_target(shell, TARGET)?;
    reports(shell)?;
    types(shell)
}

fn reports(shell: &Shell) -> Result<()> {
    let _runner =
        shell.push_env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", wasm_bindgen(shell, "wasm-bindgen-test-runner")?);
    Ok(cmd!(shell, "cargo test --package {PACKAGE} --target {TARGET}").run()?)
}

/// Tests the TypeScript declarations of wasm-bindgen.
fn types(shell: &Shell) -> Result<()> {
    let folder = "target/js-value";
    let program = wasm_bindgen(shell, "wasm-bindgen")?;
    cmd!(shell, "cargo build --package {PACKAGE} --target {TARGET} --target-dir target").run()?;
    let module = format!("target/{TARGET}/debug/js_value_test.wasm");
    cmd!(shell, "{program} {module} --target nodejs --out-dir {folder}").run()?;
    let types = shell.read_file(format!("{folder}/js_value_test.d.ts"))?;
    for part in [
        "export function check(body: string, now: string): Report;",
        "export interface Report {",
        "export interface Violation extends ViolationBase {",
        r#"export type Rule = "json-syntax" | "#,
        r#"export type Level = "error" | "warning";"#,
        r#"export type ErrorCode = "currency_mismatch" | "#,
    ] {
        ensure!(types.contains(part), "{folder}: the types lack {part}");
    }
    Ok(())
}

/// Installs a program of wasm-bindgen, in the version of Cargo.lock. Without `--locked`, as its published lock file
/// does not build.
fn wasm_bindgen(shell: &Shell, program: &str) -> Result<PathBuf> {
    installed(shell, "wasm-bindgen-cli", &version(shell, "wasm-bindgen")?, program, false)
}
