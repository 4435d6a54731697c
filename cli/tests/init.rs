//! `init` in a Rust project: the test that it writes compiles and passes. The other languages are in `tests/npm/js`.

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::{command, output};
use tempfile::TempDir;

#[test]
fn the_test_of_a_rust_project_passes() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let folder = TempDir::new().unwrap();
    let manifest = format!(
        "[package]\nname = \"shop\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[lib]\npath = \"lib.rs\"\n\n\
         [dev-dependencies]\nfintoc-preflight = {{ path = {repository:?} }}\n"
    );
    fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.path().join("lib.rs"), "").unwrap();
    // The versions that are here already.
    fs::copy(repository.join("Cargo.lock"), folder.path().join("Cargo.lock")).unwrap();
    let run = output(command().current_dir(&folder).arg("init"));
    assert_eq!(
        (run.code, run.stdout.as_str()),
        (
            0,
            "checkout-request.json\ntests/checkout_request.rs\n\
             try it: cargo add --dev fintoc-preflight && cargo test --test checkout_request\n"
        )
    );
    let test = |request: &str| {
        fs::write(folder.path().join("checkout-request.json"), request).unwrap();
        let cargo = Command::new(env!("CARGO"))
            .args(["test", "--offline", "--quiet", "--test", "checkout_request"])
            .env("CARGO_TARGET_DIR", repository.join("target"))
            .current_dir(&folder)
            .output()
            .unwrap();
        (
            cargo.status.success(),
            String::from_utf8_lossy(&cargo.stdout).into_owned() + &String::from_utf8_lossy(&cargo.stderr),
        )
    };
    let request = fs::read_to_string(folder.path().join("checkout-request.json")).unwrap();
    let (passed, text) = test(&request);
    assert!(passed, "{text}");
    let (passed, text) = test(&request.replace("350000", "0"));
    assert!(!passed && text.contains("amount must be at least 1"), "{text}");
}
