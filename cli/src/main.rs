//! The command `fintoc-preflight`: validates requests in files and pipes, lists and explains the rules, and prints them
//! as JSON Schema.
#![forbid(unsafe_code)]

mod args;
mod catalogue;
mod check;
mod checker;
mod diff;
mod excerpt;
mod files;
mod findings;
mod fix;
mod fixer;
mod github;
mod init;
mod input;
mod junit;
mod lines;
mod ndjson;
mod output;
mod progress;
mod replace;
mod request;
mod sarif;
mod summary;
mod text;
mod visible;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};
use output::{TROUBLE, complain};

/// The exit code when the reader of the output closed it: 128 + SIGPIPE (13), as in a shell.
const BROKEN_PIPE: u8 = 141;

fn main() -> ExitCode {
    match Cli::try_parse().map_or_else(|error| print(&error), run) {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => BROKEN_PIPE.into(),
        Err(error) => {
            complain("<stdout>", &error);
            TROUBLE.into()
        }
    }
}

fn run(cli: Cli) -> io::Result<ExitCode> {
    match cli.command.unwrap_or(Command::Check(cli.check)) {
        Command::Check(args) => check::run(&args),
        Command::Rules(args) => catalogue::rules(&args),
        Command::Explain(args) => catalogue::explain(&args),
        Command::Schema(args) => catalogue::schema(&args),
        Command::Init(args) => init::run(&args),
    }
}

/// Prints the help or the version, or to standard error which argument is wrong. `Cli::parse` would ignore a full disk.
fn print(error: &clap::Error) -> io::Result<ExitCode> {
    let printed = error.print().and_then(|()| io::stdout().flush());
    if error.use_stderr() {
        return Ok(TROUBLE.into());
    }
    printed.map(|()| ExitCode::SUCCESS)
}
