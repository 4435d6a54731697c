//! The reports of a machine that stores numbers with the highest byte first, by an emulator.

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

const TARGET: &str = "s390x-unknown-linux-gnu";

/// Runs every test vector on IBM's s390x, and compares the text of all reports with those of this machine.
pub(crate) fn check(shell: &Shell) -> Result<()> {
    if !cfg!(all(target_os = "linux", target_endian = "little")) {
        println!("The reports of a big-endian machine were NOT compared: that needs Linux.");
        return Ok(());
    }
    if cmd!(shell, "qemu-s390x --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
        cmd!(
            shell,
            "apt-get install --yes --no-install-recommends qemu-user gcc-s390x-linux-gnu libc6-dev-s390x-cross"
        )
        .run()?;
    }
    cmd!(shell, "rustup target add {TARGET}").quiet().run()?;
    let _linker = shell.push_env("CARGO_TARGET_S390X_UNKNOWN_LINUX_GNU_LINKER", "s390x-linux-gnu-gcc");
    let _runner = shell.push_env("CARGO_TARGET_S390X_UNKNOWN_LINUX_GNU_RUNNER", "qemu-s390x -L /usr/s390x-linux-gnu");
    cmd!(shell, "cargo test --package fintoc-preflight --test determinism").run()?;
    cmd!(shell, "cargo test --package fintoc-preflight --test determinism --target {TARGET}").run()?;
    // Cargo has a folder for the files of tests for each target.
    let (little, big) =
        ("target/tmp/reports-little.jsonl".to_owned(), format!("target/{TARGET}/tmp/reports-big.jsonl"));
    ensure!(shell.read_file(&little)? == shell.read_file(&big)?, "{little} and {big} are not the same");
    Ok(())
}
