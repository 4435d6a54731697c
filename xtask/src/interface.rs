//! `cargo xtask interface`: the public interfaces as text, so that a review sees every change of them: the core's in
//! Rust, the catalogue of rules, and the types of the npm package.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use fintoc_preflight::{FactInfo, Rule};
use public_api::{Builder, MINIMUM_NIGHTLY_RUST_VERSION};
use serde_json::Value;
use xshell::{Shell, cmd};

/// The folder of the texts.
const FOLDER: &str = "tests/interface";

/// The format of rustdoc's JSON that the crate `public-api` reads. Rust 1.95 writes it.
const FORMAT: u64 = 57;

/// A file name and its content.
type Texts = BTreeMap<String, String>;

/// Writes all texts. The npm package must be built.
pub(crate) fn write(shell: &Shell) -> Result<()> {
    for (name, text) in [core(shell)?, types(shell)?].into_iter().flatten() {
        shell.write_file(format!("{FOLDER}/{name}"), text)?;
    }
    Ok(())
}

/// Fails if the interface of the core or the catalogue is another than in [`FOLDER`].
pub(crate) fn check_core(shell: &Shell) -> Result<()> {
    compare(shell, &core(shell)?)
}

/// Fails if the types of the npm package are others than in [`FOLDER`]. The package must be built.
pub(crate) fn check_types(shell: &Shell) -> Result<()> {
    let types = types(shell)?;
    let known = fs::read_dir(shell.current_dir().join(FOLDER))?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<Vec<String>>>()?;
    let stale: Vec<&String> =
        known.iter().filter(|name| name.ends_with(".d.ts") && !types.contains_key(*name)).collect();
    ensure!(stale.is_empty(), "{FOLDER} has types that the package lacks: {stale:?}");
    compare(shell, &types)
}

fn compare(shell: &Shell, texts: &Texts) -> Result<()> {
    for (name, text) in texts {
        let known = shell.read_file(format!("{FOLDER}/{name}")).unwrap_or_default();
        if &known != text {
            let difference = first_difference(&known, text);
            ensure!(
                false,
                "{FOLDER}/{name} is another interface, first at {difference}: if RELEASING.md permits the change, run \
                 `cargo xtask interface`, and say in CHANGELOG.md what has changed"
            );
        }
    }
    Ok(())
}

/// Returns the number of the first line that differs, and that line of both texts.
fn first_difference(known: &str, text: &str) -> String {
    let (mut known, mut text) = (known.lines(), text.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (known.next(), text.next()) {
            (None, None) => return format!("line {number}"),
            (before, after) if before == after => {}
            (before, after) => {
                return format!(
                    "line {number} (`{}`, now `{}`)",
                    before.unwrap_or_default(),
                    after.unwrap_or_default()
                );
            }
        }
    }
}

/// The texts that are made without Node.js.
fn core(shell: &Shell) -> Result<Texts> {
    let mut texts = Texts::from([("catalogue.txt".to_owned(), catalogue())]);
    if let Some(text) = rust(shell)? {
        texts.insert("rust.txt".to_owned(), text);
    }
    Ok(texts)
}

/// Lists every public item of the core with its signature. Returns `None` with a notice if this toolchain writes
/// another format of rustdoc's JSON, which no version of Rust promises to keep.
fn rust(shell: &Shell) -> Result<Option<String>> {
    let features = "validator,webhook";
    {
        // The stable rustdoc writes JSON too, with this variable.
        let _unstable = shell.push_env("RUSTC_BOOTSTRAP", "1");
        let options = ["-Z", "unstable-options", "--output-format", "json"];
        cmd!(
            shell,
            "cargo rustdoc --package fintoc-preflight --lib --features {features} --target-dir target -- {options...}"
        )
        .run()?;
    }
    let path = shell.current_dir().join("target/doc/fintoc_preflight.json");
    let json: Value = serde_json::from_slice(&fs::read(&path)?)?;
    let format = json["format_version"].as_u64().context("rustdoc's JSON has a version")?;
    if format != FORMAT {
        eprintln!(
            "The Rust interface was NOT compared: this rustdoc writes format {format}, and `public-api` in \
             xtask/Cargo.toml reads {FORMAT} (that of {MINIMUM_NIGHTLY_RUST_VERSION})."
        );
        return Ok(None);
    }
    let interface = Builder::from_rustdoc_json(path)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()?;
    Ok(Some(interface.to_string()))
}

/// Lists the rules: id, level, codes and facts, one rule a line.
fn catalogue() -> String {
    let line = |rule: &Rule| {
        let info = rule.info();
        let level = if rule.is_fixed() { "fixed" } else { info.level.as_str() };
        let codes: Vec<&str> = info.codes.iter().map(|code| code.as_str()).collect();
        let facts: Vec<String> = rule.facts().iter().map(fact).collect();
        let line = format!("{rule} [{level}] {}", codes.join(" | "));
        if facts.is_empty() { line + "\n" } else { format!("{line} {{ {} }}\n", facts.join(", ")) }
    };
    Rule::ALL.iter().map(line).collect()
}

fn fact(fact: &FactInfo) -> String {
    format!("{}{}: {}", fact.name, if fact.is_optional { "?" } else { "" }, fact.r#type.as_str())
}

/// The types of every entry of the npm package. Those for `CommonJS` differ only in the endings of imports.
fn types(shell: &Shell) -> Result<Texts> {
    let files = shell.read_dir("pkg/dist")?;
    let types = files.iter().filter(|path| path.to_string_lossy().ends_with(".d.ts"));
    types
        .map(|path| {
            let name = path.file_name().context("a file has a name")?.to_string_lossy().into_owned();
            Ok((name, shell.read_file(path)?))
        })
        .collect()
}
