//! Where output goes: standard output, and complaints on standard error.

use std::fmt::Display;
use std::io::{self, BufWriter, Write};

use anstream::AutoStream;
use clap::ColorChoice;
use terminal_size::{Width, terminal_size_of};

use crate::visible::visible_text;

/// Standard output. What is written to it is coloured already, or not: the stream only serves the terminals that need
/// colours in another form.
pub(crate) fn stdout() -> impl Write {
    BufWriter::with_capacity(64 * 1024, AutoStream::always(io::stdout().lock()))
}

/// Whether standard output is to be coloured.
pub(crate) fn is_colored(choice: ColorChoice) -> bool {
    match choice {
        ColorChoice::Auto => AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
        ColorChoice::Always => true,
        ColorChoice::Never => false,
    }
}

/// The width of the terminal that standard output is, if it is one.
pub(crate) fn width() -> Option<usize> {
    terminal_size_of(io::stdout()).map(|(Width(width), _)| width.into())
}

/// Says on standard error what is wrong with a file. When even that fails, the exit code is left to say it.
pub(crate) fn complain(name: &str, problem: &impl Display) {
    let _ = writeln!(io::stderr(), "fintoc-preflight: {name}: {}", visible_text(&problem.to_string()));
}
