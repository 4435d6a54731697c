//! `--fix` and `--diff`: writes each request with its certain fixes, or the difference.

use std::io::{self, BufRead, BufReader, Read, Write};

use crate::checker::Checker;
use crate::diff::Diff;
use crate::input::{Failure, Input};
use crate::output::stdout;
use crate::replace::Replacement;
use crate::request::{Request, Tally};
use crate::summary::Summary;

/// The number of bytes in which a text that is too long is passed on.
const PART_BYTES: u64 = 64 * 1024;

/// Where the fixed requests of an input go.
enum Target {
    /// Standard output, for a request from standard input.
    Stdout(Box<dyn Write>),
    /// The file, at its end and if a request was fixed.
    File(Replacement),
    Diff(Diff<Box<dyn Write>>),
}

impl Target {
    fn new(input: &Input<'_>, is_diff: bool) -> io::Result<Self> {
        Ok(match input {
            _ if is_diff => Self::Diff(Diff::new(&input.name(), Box::new(stdout()))),
            Input::Stdin => Self::Stdout(Box::new(stdout())),
            Input::File(path) => Self::File(Replacement::new(path)?),
        })
    }

    /// Adds a text, and the one in its place; `None` if it stays.
    fn add(&mut self, old: &[u8], new: Option<&[u8]>) -> Result<(), Failure> {
        match self {
            Self::Stdout(out) => out.write_all(new.unwrap_or(old)).map_err(Failure::Output),
            Self::File(file) => file.write_all(new.unwrap_or(old)).map_err(Failure::Input),
            Self::Diff(diff) => diff.add(old, new).map_err(Failure::Output),
        }
    }

    /// Adds a text that is too long for a request, with the rest of it that was not read: of the line or of the input. It
    /// is held in memory only for a diff with lines, which may show it beside a change.
    fn pass(&mut self, text: &mut Vec<u8>, reader: &mut impl BufRead, has_lines: bool) -> Result<(), Failure> {
        let is_diff = matches!(self, Self::Diff(_));
        if !has_lines && !matches!(self, Self::Stdout(_)) {
            return Ok(());
        }
        while !(has_lines && text.ends_with(b"\n")) {
            if !is_diff {
                self.add(text, None)?;
                text.clear();
            }
            let mut part = reader.take(PART_BYTES);
            let read = if has_lines { part.read_until(b'\n', text) } else { part.read_to_end(text) };
            if read.map_err(Failure::Input)? == 0 {
                break;
            }
        }
        self.add(text, None)
    }

    fn finish(self, is_changed: bool) -> Result<(), Failure> {
        match self {
            Self::Stdout(mut out) => out.flush().map_err(Failure::Output),
            Self::File(file) if is_changed => file.commit().map_err(Failure::Input),
            Self::File(_) => Ok(()),
            Self::Diff(diff) => diff.finish().map_err(Failure::Output),
        }
    }
}

/// The fixes and reports of one run.
pub(crate) struct Fixer<'c> {
    pub(crate) checker: &'c Checker,
    pub(crate) is_diff: bool,
    /// True if there is a request on each line.
    pub(crate) has_lines: bool,
    /// True once a request was changed.
    pub(crate) has_changed: bool,
}

impl Fixer<'_> {
    /// Fixes the requests of an input, and writes the reports on what is left to `out`.
    pub(crate) fn fix(&mut self, input: &Input<'_>, total: &mut Tally, out: &mut dyn Write) -> Result<(), Failure> {
        let mut target = Target::new(input, self.is_diff).map_err(Failure::Input)?;
        let mut reader = BufReader::new(input.open().map_err(Failure::Input)?);
        let (name, uri) = (input.name(), input.uri());
        let (mut text, mut number, mut is_changed) = (Vec::new(), 0, false);
        // That on a request in a file is written when the file is.
        let mut report = String::new();
        // An empty file is a request, but no line.
        while self.read(&mut reader, &mut text)? > 0 || (number == 0 && !self.has_lines) {
            number += 1;
            let line = self.has_lines.then_some(number);
            let (body, end) = if self.has_lines { split_end(&text) } else { (text.as_slice(), [].as_slice()) };
            let options = self.checker.options().map_err(Failure::Input)?;
            let mut request = Request { name: &name, uri: &uri, version: options.version, line, body };
            let fixed = self.checker.fix(&request, &options, &mut report, !self.is_diff);
            request.body = fixed.as_deref().unwrap_or(body);
            *total += self.checker.check(&request, &options, &mut report, &mut Summary::default());
            is_changed |= fixed.is_some();
            let new = fixed.map(|fixed| [&fixed, end].concat());
            if new.is_none() && text.len() > options.max_bytes {
                target.pass(&mut text, &mut reader, self.has_lines)?;
            } else {
                target.add(&text, new.as_deref())?;
            }
            if !self.has_lines {
                break;
            }
            out.write_all(report.as_bytes()).map_err(Failure::Output)?;
            report.clear();
        }
        target.finish(is_changed)?;
        out.write_all(report.as_bytes()).map_err(Failure::Output)?;
        self.has_changed |= is_changed;
        Ok(())
    }

    /// Reads the next line or, without lines, the request: enough of it to report it as too long. Returns its length.
    fn read(&self, reader: &mut impl BufRead, text: &mut Vec<u8>) -> Result<usize, Failure> {
        let limit = self.checker.options().map_err(Failure::Input)?.max_bytes;
        // A line of the maximum length may end with CR LF.
        let mut part = reader.take(u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(2));
        text.clear();
        let read = if self.has_lines { part.read_until(b'\n', text) } else { part.read_to_end(text) };
        read.map_err(Failure::Input)
    }
}

/// Splits a line before its LF or CR LF.
fn split_end(line: &[u8]) -> (&[u8], &[u8]) {
    let body = line.strip_suffix(b"\n").unwrap_or(line);
    let body = body.strip_suffix(b"\r").unwrap_or(body);
    line.split_at(body.len())
}
