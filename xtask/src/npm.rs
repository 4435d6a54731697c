//! `cargo xtask build`: builds the npm package, from Rust to `pkg/dist`.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use fintoc_preflight::schema::{Target, json_schema, openapi};
use fintoc_preflight::{Locale, Rule, Version, typescript};
use xshell::{Shell, cmd};

use crate::target::{TARGET, ensure_target};

/// The folder for intermediate files.
pub(crate) const BUILT: &str = "target/npm";

/// The crate of the binding.
const BINDING: &str = "fintoc-preflight-wasm";

/// The modules of the package: name, feature of the binding, and profile. Servers validate with `core`, optimised for
/// speed; pages with `core-small`, optimised for size. An answer is read once, so `session` is optimised for size too.
const MODULES: [(&str, &str, &str); 3] =
    [("core", "request", "wasm"), ("core-small", "request", "wasm-small"), ("session", "session", "wasm-small")];

/// The minimum major version of Node.js for the build and the tests.
const NODE: u32 = 20;

pub(crate) fn build(shell: &Shell) -> Result<()> {
    ensure_node(shell)?;
    ensure_target(shell, TARGET)?;
    announce(shell);
    shell.create_dir(BUILT)?;
    for (name, feature, profile) in MODULES {
        compile(shell, feature, profile)?;
        bindgen(shell, name, profile)?;
    }
    shell.write_file(format!("{BUILT}/catalogue.json"), Rule::catalogue_json())?;
    shell.write_file(format!("{BUILT}/catalogue_es.json"), Rule::catalogue_json_in(Locale::Es))?;
    shell.write_file(format!("{BUILT}/model.d.ts"), typescript::declarations())?;
    shell.write_file(format!("{BUILT}/answers.d.ts"), typescript::answers())?;
    schemas(shell)?;
    package(shell)
}

/// Fails before the compilation if Node.js or npm is missing or too old.
fn ensure_node(shell: &Shell) -> Result<()> {
    let requirement =
        || format!("the npm package is built with Node.js {NODE} or newer, and its npm (https://nodejs.org)");
    cmd!(shell, "npm --version").quiet().read().with_context(requirement)?;
    let version = cmd!(shell, "node --version").quiet().read().with_context(requirement)?;
    let major = version.strip_prefix('v').and_then(|version| version.split('.').next()?.parse::<u32>().ok());
    ensure!(major.is_some_and(|major| major >= NODE), "{}, but node is {version}", requirement());
    Ok(())
}

/// Prints that a first build takes a few minutes, and why.
fn announce(shell: &Shell) {
    if !shell.path_exists(format!("{BUILT}/core_binding.wasm")) {
        eprintln!(
            "The first build takes a few minutes: wasm-bindgen's library is compiled, and the core thrice for \
             WebAssembly, each time optimised as a whole. Later builds compile what has changed."
        );
    }
}

/// Writes the JSON Schemas and the OpenAPI document, which the package contains, and one file with the newest dialect
/// of both versions, from which the package makes the others.
fn schemas(shell: &Shell) -> Result<()> {
    let versions = [Version::V1, Version::V2];
    for (version, target) in
        versions.into_iter().flat_map(|version| Target::ALL.iter().map(move |target| (version, target)))
    {
        let path = format!("{BUILT}/schema/{}.{}.json", version.as_str(), target.as_str());
        shell.write_file(path, format!("{:#}\n", json_schema(version, *target)))?;
    }
    shell.write_file(format!("{BUILT}/schema/openapi.json"), format!("{:#}\n", openapi()))?;
    let newest =
        versions.map(|version| format!("\"{}\":{}", version.as_str(), json_schema(version, Target::default())));
    Ok(shell.write_file(format!("{BUILT}/schemas.json"), format!("{{{}}}", newest.join(",")))?)
}

/// Compiles the core with the binding to WebAssembly.
fn compile(shell: &Shell, feature: &str, profile: &str) -> Result<()> {
    let flags = reproducible(shell)?.join("\x1f");
    let _flags = shell.push_env("CARGO_ENCODED_RUSTFLAGS", flags);
    let library = ["--lib", "--crate-type", "cdylib", "--no-default-features", "--features", feature];
    Ok(cmd!(
        shell,
        "cargo rustc --package {BINDING} {library...} --profile {profile} --target {TARGET} --target-dir target"
    )
    .run()?)
}

/// Returns flags that give the folders of the source fixed names, so that the compiler writes the same bytes wherever
/// they are.
fn reproducible(shell: &Shell) -> Result<Vec<String>> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| Some(env::home_dir()?.join(".cargo"))).context("there is no home folder")?;
    let sysroot = cmd!(shell, "rustc --print sysroot").read()?;
    let version = cmd!(shell, "rustc --version --verbose").read()?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).context("rustc has a commit")?;
    Ok(vec![
        format!("--remap-path-prefix={}=/cargo", cargo_home.display()),
        format!("--remap-path-prefix={}=/project", shell.current_dir().display()),
        // The standard library's source, if it is installed, gets the name that rustc uses if it is not.
        format!("--remap-path-prefix={sysroot}/lib/rustlib/src/rust=/rustc/{commit}"),
    ])
}

/// Generates the bindings of wasm-bindgen. Fails unless macro and tool are of the same version.
fn bindgen(shell: &Shell, name: &str, profile: &str) -> Result<()> {
    let (macros, tool) = (version(shell, "wasm-bindgen")?, version(shell, "wasm-bindgen-cli-support")?);
    ensure!(macros == tool, "Cargo.lock has wasm-bindgen {macros} and wasm-bindgen-cli-support {tool}");
    let module = format!("target/{TARGET}/{profile}/fintoc_preflight_wasm.wasm");
    cmd!(shell, "cargo run --package xtask-bindgen -- {module} {BUILT}").run()?;
    Ok(shell.copy_file(format!("{BUILT}/fintoc_preflight_wasm_bg.wasm"), format!("{BUILT}/{name}_binding.wasm"))?)
}

/// Returns the version of a dependency in Cargo.lock.
pub(crate) fn version(shell: &Shell, name: &str) -> Result<String> {
    let id = cmd!(shell, "cargo pkgid {name}").quiet().read()?;
    Ok(id.rsplit_once('@').context("an id that ends in a version")?.1.to_owned())
}

/// Builds `pkg/dist`.
fn package(shell: &Shell) -> Result<()> {
    let built = shell.current_dir().join(BUILT);
    let version = env!("CARGO_PKG_VERSION");
    ci(shell, "pkg")?;
    let _pkg = shell.push_dir("pkg");
    Ok(cmd!(shell, "node build/main.js {built} {version}").run()?)
}

/// Installs exactly the lock file of a folder, without running scripts.
pub(crate) fn ci(shell: &Shell, folder: &str) -> Result<()> {
    let _folder = shell.push_dir(folder);
    Ok(cmd!(shell, "npm ci --ignore-scripts --no-audit --no-fund --silent").run()?)
}

/// Installs the lock file of a folder, and the package that was packed here.
pub(crate) fn install_with_package(shell: &Shell, folder: &str) -> Result<()> {
    ci(shell, folder)?;
    add_package(shell, folder)
}

/// Adds the package that was packed here to what [`ci`] has installed, without changing the lock file.
pub(crate) fn add_package(shell: &Shell, folder: &str) -> Result<()> {
    let package = shell.current_dir().join(BUILT).join("fintoc-preflight.tgz");
    let _folder = shell.push_dir(folder);
    Ok(cmd!(shell, "npm install {package} --no-save --ignore-scripts --no-audit --no-fund --silent").run()?)
}
