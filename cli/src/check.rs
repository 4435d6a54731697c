//! `check`: validates every request of every file.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::CommandFactory;

use crate::args::{CheckArgs, Cli, Format};
use crate::checker::Checker;
use crate::input::{Failure, Input, stdin_is_terminal};
use crate::ndjson;
use crate::output::{TROUBLE, complain, stdout};
use crate::request::{Request, Tally};
use crate::words;

pub(crate) fn run(args: &CheckArgs) -> io::Result<ExitCode> {
    if args.files.is_empty() && stdin_is_terminal() {
        write!(anstream::stderr(), "{}", Cli::command().render_help().ansi())?;
        return Ok(TROUBLE.into());
    }
    let checker = Checker::new(args)?;
    let mut out = stdout();
    let mut total = Tally::default();
    let mut trouble = false;
    for input in inputs(&args.files) {
        let check = if args.ndjson { ndjson::check } else { check };
        match check(&input, &checker, &mut total, &mut out) {
            Ok(()) => {}
            Err(Failure::Input(error)) => {
                out.flush()?;
                complain(&input.name(), &error);
                trouble = true;
            }
            Err(Failure::Output(error)) => return Err(error),
        }
    }
    if args.format == Format::Text && (args.ndjson || args.files.len() > 1) {
        writeln!(out, "{}", words::total(total, args.language.locale()))?;
    }
    out.flush()?;
    Ok(if trouble { TROUBLE.into() } else { u8::from(total.invalid > 0).into() })
}

/// Returns the inputs: the files or, if there are none, standard input.
fn inputs(files: &[PathBuf]) -> Vec<Input<'_>> {
    let files: Vec<Input<'_>> = files.iter().map(PathBuf::as_path).map(Input::of).collect();
    if files.is_empty() { vec![Input::Stdin] } else { files }
}

/// Validates a file that is one request.
fn check(input: &Input<'_>, checker: &Checker, total: &mut Tally, out: &mut dyn Write) -> Result<(), Failure> {
    let options = checker.options().map_err(Failure::Input)?;
    let body = input.read(options.max_bytes).map_err(Failure::Input)?;
    let request = Request { name: &input.name(), version: options.version, line: None, body: &body };
    let mut text = String::new();
    *total += checker.check(&request, &options, &mut text);
    out.write_all(text.as_bytes()).map_err(Failure::Output)
}
