//! Runs the command.
#![allow(dead_code, reason = "each test file uses a part")]

use assert_cmd::Command;

/// A request without errors or warnings.
pub(crate) const VALID: &str = r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded"}"#;

/// A request with one error, `amount-positive`.
pub(crate) const INVALID: &str = r#"{"amount": 0, "currency": "CLP", "ui_mode": "embedded"}"#;

/// A request with one warning, `unknown-field`.
pub(crate) const DOUBTFUL: &str = r#"{"amount": 350000, "currency": "CLP", "ui_mode": "embedded", "colour": "red"}"#;

/// Returns the command, without the variables of the environment that set the language and colours.
pub(crate) fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fintoc-preflight"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// The result of a run.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs the command with arguments and standard input.
pub(crate) fn run(args: &[&str], stdin: impl Into<Vec<u8>>) -> Run {
    output(command().args(args).write_stdin(stdin))
}

pub(crate) fn output(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        code: output.status.code().expect("an exit code"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}
