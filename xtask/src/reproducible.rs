//! Checks that the npm package is the same, byte for byte, if built from another folder.

use std::path::Path;

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use crate::npm::{BUILT, build};

/// The other folder, for a copy of the source.
const ELSEWHERE: &str = "target/elsewhere";

/// Builds the package again in the other folder. The package built here must be of the same source.
pub(crate) fn check(shell: &Shell) -> Result<()> {
    copy_source(shell)?;
    let here = pack(shell)?;
    let there = {
        // Shares the build of the tools: only the core must be compiled again.
        let _tools = shell.push_env("CARGO_TARGET_DIR", shell.current_dir().join("target"));
        let _elsewhere = shell.push_dir(ELSEWHERE);
        build(shell)?;
        pack(shell)?
    };
    ensure!(here == there, "the package that is built in {ELSEWHERE} is another");
    Ok(())
}

/// Copies the files of the working tree that git tracks, or would add.
fn copy_source(shell: &Shell) -> Result<()> {
    shell.remove_path(ELSEWHERE)?;
    let files = cmd!(shell, "git ls-files --cached --others --exclude-standard").quiet().read()?;
    for file in files.lines().filter(|file| shell.path_exists(file)) {
        let copy = Path::new(ELSEWHERE).join(file);
        shell.create_dir(copy.parent().unwrap_or(Path::new(ELSEWHERE)))?;
        shell.copy_file(file, copy)?;
    }
    Ok(())
}

/// Returns the bytes of the package, to which npm writes no times.
fn pack(shell: &Shell) -> Result<Vec<u8>> {
    let folder = shell.current_dir().join(BUILT);
    let name = {
        let _pkg = shell.push_dir("pkg");
        cmd!(shell, "npm pack --silent --pack-destination {folder}").read()?
    };
    let package = folder.join(name);
    let bytes = shell.read_binary_file(&package)?;
    shell.remove_path(package)?;
    Ok(bytes)
}
