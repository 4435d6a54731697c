//! Standard output, and diagnostics on standard error.

use std::fmt::Display;
use std::io::{self, BufWriter, Write};

use anstream::AutoStream;
use clap::ColorChoice;
use terminal_size::{Width, terminal_size_of};

use crate::visible::visible_text;

/// The exit code for a wrong argument, or a file that cannot be read or written.
pub(crate) const TROUBLE: u8 = 2;

/// Returns standard output, buffered. Text is coloured before it is written: the stream only converts colours for
/// terminals that need another form.
pub(crate) fn stdout() -> impl Write {
    BufWriter::with_capacity(64 * 1024, AutoStream::always(io::stdout().lock()))
}

/// True if standard output is to be coloured.
pub(crate) fn is_colored(choice: ColorChoice) -> bool {
    match choice {
        ColorChoice::Auto => AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
        ColorChoice::Always => true,
        ColorChoice::Never => false,
    }
}

/// Returns the width of standard output in columns; `None` if it is not a terminal.
pub(crate) fn width() -> Option<usize> {
    terminal_size_of(io::stdout()).map(|(Width(width), _)| width.into())
}

/// Writes the problem with a file to standard error. If that fails too, only the exit code reports it.
pub(crate) fn complain(name: &str, problem: &impl Display) {
    let _ = writeln!(io::stderr(), "fintoc-preflight: {name}: {}", visible_text(&problem.to_string()));
}
