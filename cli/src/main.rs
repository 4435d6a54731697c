//! The command `fintoc-preflight`: judges requests in files and pipes, lists and explains the rules, and prints what they say
//! as JSON Schema.
#![forbid(unsafe_code)]

mod args;
mod catalogue;
mod check;
mod excerpt;
mod input;
mod judge;
mod lines;
mod ndjson;
mod output;
mod text;
mod visible;
mod words;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};
use output::complain;

/// The exit code of what could not be done: a file that cannot be read, a wrong argument.
const TROUBLE: u8 = 2;

/// The exit code of a command whose reader went away; a shell says the same of one that the signal SIGPIPE ended.
const BROKEN_PIPE: u8 = 141;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command.unwrap_or(Command::Check(cli.check)) {
        Command::Check(args) => check::run(&args),
        Command::Rules(args) => catalogue::rules(&args),
        Command::Explain(args) => catalogue::explain(&args),
        Command::Schema(args) => catalogue::schema(&args),
    };
    match done {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => BROKEN_PIPE.into(),
        Err(error) => {
            complain("<stdout>", &error);
            TROUBLE.into()
        }
    }
}
