//! `check`: validates every request of every file.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::CommandFactory;

use crate::args::{CheckArgs, Cli, ReportFormat};
use crate::checker::Checker;
use crate::files::expand;
use crate::fixer::Fixer;
use crate::input::{Failure, Input, stdin_is_terminal};
use crate::output::{TROUBLE, complain, stdout};
use crate::progress::Progress;
use crate::request::{Request, Tally};
use crate::summary::Summary;
use crate::{junit, ndjson, sarif, words};

pub(crate) fn run(args: &CheckArgs) -> io::Result<ExitCode> {
    if args.files.is_empty() && stdin_is_terminal() {
        write!(anstream::stderr(), "{}", Cli::command().render_help().ansi())?;
        return Ok(TROUBLE.into());
    }
    let checker = Checker::new(args)?;
    let mut trouble = false;
    let files = files(args, &mut trouble);
    let inputs = inputs(&files, args.files.is_empty());
    let mut fixer = Fixer { checker: &checker, is_diff: args.fixes.diff, has_lines: args.ndjson, has_changed: false };
    let mut out = Reports { out: reports(args, &inputs), is_first: args.format == ReportFormat::Sarif };
    let mut total = Tally::default();
    if args.summary && !matches!(args.format, ReportFormat::Text | ReportFormat::Json) {
        complain("--summary", &"it has the formats text and json");
        return Ok(TROUBLE.into());
    }
    let mut progress = match Progress::read(args) {
        Ok(progress) => progress,
        Err(error) => {
            complain(&args.resume.as_deref().unwrap_or(Path::new("")).to_string_lossy(), &error);
            return Ok(TROUBLE.into());
        }
    };
    // The counts of files that could not be read to their end.
    let mut partial = Summary::default();
    start(args, &mut out.out)?;
    for input in inputs {
        if args.summary {
            match input.path().map_or(Ok(false), |path| progress.has(path)) {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => {
                    complain(&input.name(), &error);
                    trouble = true;
                    continue;
                }
            }
        }
        let mut tally = Tally::default();
        let mut summary = Summary::default();
        let mut cases = Vec::new();
        // A suite begins with the number of its cases.
        let to: &mut dyn Write = if args.format == ReportFormat::Junit { &mut cases } else { &mut out };
        let checked = match (args.fixes.fix || args.fixes.diff, args.ndjson) {
            (true, _) => fixer.fix(&input, &mut tally, to),
            (false, true) => ndjson::check(&input, &checker, &mut tally, &mut summary, to),
            (false, false) => check(&input, &checker, &mut tally, to),
        };
        if args.format == ReportFormat::Junit {
            let cases = String::from_utf8_lossy(&cases);
            out.write_all(junit::suite(&input.name(), tally, &cases).as_bytes())?;
        }
        total += tally;
        match checked {
            Ok(()) if args.summary => progress.add(input.path(), &summary)?,
            Ok(()) => {}
            Err(Failure::Input(error)) => {
                out.flush()?;
                complain(&input.name(), &error);
                trouble = true;
                partial.merge(&summary);
            }
            Err(Failure::Output(error)) => return Err(error),
        }
    }
    if args.summary {
        partial.merge(&progress.summary);
        total = partial.tally();
        match args.format {
            ReportFormat::Json => writeln!(out, "{}", partial.to_value())?,
            _ => partial.write_text(&mut out)?,
        }
    }
    end(args, total, &mut out.out)?;
    out.flush()?;
    let failed = total.invalid > 0 || (args.fixes.diff && fixer.has_changed);
    Ok(if trouble { TROUBLE.into() } else { u8::from(failed).into() })
}

/// Returns the stream for the reports: standard output, unless that is for a diff or a fixed request.
fn reports(args: &CheckArgs, inputs: &[Input<'_>]) -> Box<dyn Write> {
    let has_stdin = inputs.iter().any(|input| matches!(input, Input::Stdin));
    if args.fixes.diff || (args.fixes.fix && has_stdin) { Box::new(anstream::stderr()) } else { Box::new(stdout()) }
}

/// The reports of all inputs.
struct Reports {
    out: Box<dyn Write>,
    /// True until something is written, from which a comma is removed.
    is_first: bool,
}

impl Write for Reports {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        match text.strip_prefix(b",") {
            Some(rest) if self.is_first => {
                self.out.write_all(rest)?;
                self.is_first = false;
                Ok(text.len())
            }
            _ => self.out.write(text),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Writes what precedes all reports.
fn start(args: &CheckArgs, out: &mut dyn Write) -> io::Result<()> {
    match args.format {
        ReportFormat::Sarif => out.write_all(sarif::start(args.language.locale()).as_bytes()),
        ReportFormat::Junit => out.write_all(junit::START.as_bytes()),
        ReportFormat::Text | ReportFormat::Json | ReportFormat::Github => Ok(()),
    }
}

/// Writes what follows all reports.
fn end(args: &CheckArgs, total: Tally, out: &mut dyn Write) -> io::Result<()> {
    match args.format {
        ReportFormat::Text if args.ndjson || args.files.len() > 1 => {
            writeln!(out, "{}", words::total(total, args.language.locale()))
        }
        ReportFormat::Sarif => out.write_all(sarif::END.as_bytes()),
        ReportFormat::Junit => out.write_all(junit::END.as_bytes()),
        ReportFormat::Text | ReportFormat::Json | ReportFormat::Github => Ok(()),
    }
}

/// Returns the files, those of folders and patterns too if there is a request on each line.
fn files(args: &CheckArgs, trouble: &mut bool) -> Vec<PathBuf> {
    if !args.ndjson {
        return args.files.clone();
    }
    let mut files = Vec::new();
    for file in &args.files {
        match expand(file) {
            Ok(found) => files.extend(found),
            Err(error) => {
                complain(&file.to_string_lossy(), &error);
                *trouble = true;
            }
        }
    }
    files
}

/// Returns the inputs: the files or, if none were named, standard input.
fn inputs(files: &[PathBuf], is_stdin: bool) -> Vec<Input<'_>> {
    if is_stdin { vec![Input::Stdin] } else { files.iter().map(PathBuf::as_path).map(Input::of).collect() }
}

/// Validates a file that is one request.
fn check(input: &Input<'_>, checker: &Checker, total: &mut Tally, out: &mut dyn Write) -> Result<(), Failure> {
    let options = checker.options().map_err(Failure::Input)?;
    let body = input.read(options.max_bytes).map_err(Failure::Input)?;
    let (name, uri) = (input.name(), input.uri());
    let request = Request { name: &name, uri: &uri, version: options.version, line: None, body: &body };
    let mut text = String::new();
    *total += checker.check(&request, &options, &mut text, &mut Summary::default());
    out.write_all(text.as_bytes()).map_err(Failure::Output)
}
