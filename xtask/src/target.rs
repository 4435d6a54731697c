//! The standard libraries for WebAssembly, with which the npm package and the filter for Envoy are compiled.

use std::path::Path;

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The target of proxy-wasm.
pub(crate) const WASI: &str = "wasm32-wasip1";

/// Installs a target for the active toolchain if it is missing. `rust-toolchain.toml` lists [`TARGET`], but rustup does
/// not install it if `RUSTUP_AUTO_INSTALL` is 0, and a rustc from elsewhere does not read that file.
///
/// # Errors
///
/// - The machine has no rustup: rustc came from another source, such as Debian's package.
/// - rustup cannot download the target, or manages a different rustc than the one in `PATH`.
pub(crate) fn ensure_target(shell: &Shell, target: &str) -> Result<()> {
    if is_installed(shell, target)? {
        return Ok(());
    }
    ensure!(
        has_rustup(shell),
        "rustc has no standard library for {target}: type `rustup target add {target}` where rustup manages it \
         (https://rustup.rs), or `apt-get install libstd-rust-dev-wasm32` where Debian does"
    );
    cmd!(shell, "rustup target add {target}").run()?;
    ensure!(
        is_installed(shell, target)?,
        "rustup added {target}, but not to the rustc that is run: put rustup's folder, ~/.cargo/bin, first in PATH"
    );
    Ok(())
}

fn is_installed(shell: &Shell, target: &str) -> Result<bool> {
    let folder = cmd!(shell, "rustc --print target-libdir --target {target}").quiet().read()?;
    Ok(Path::new(&folder).exists())
}

fn has_rustup(shell: &Shell) -> bool {
    cmd!(shell, "rustup --version").quiet().ignore_stderr().read().is_ok()
}
