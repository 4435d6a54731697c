//! `--ndjson`: a request on each line. Lines are read on one thread, and judged on all cores.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc;
use std::thread;

use indicatif::{ProgressBar, ProgressStyle};
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::check::Failure;
use crate::input::Input;
use crate::judge::{Judge, Request, Tally};
use crate::lines::{Batch, Batches};

/// Judges a file with a request on each line, and writes about them in order.
pub(crate) fn check(input: &Input<'_>, judge: &Judge, total: &mut Tally, out: &mut dyn Write) -> Result<(), Failure> {
    let bar = progress_bar(input);
    let checked = check_lines(input, judge, &bar, total, out);
    bar.finish_and_clear();
    checked
}

fn check_lines(
    input: &Input<'_>,
    judge: &Judge,
    bar: &ProgressBar,
    total: &mut Tally,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let name = input.name();
    let limit = judge.options().map_err(Failure::Input)?.max_bytes;
    let is_terminal = io::stdout().is_terminal();
    let mut first_line = 1;
    for batch in read_ahead(input, bar, limit).map_err(Failure::Input)? {
        let batch = batch.map_err(Failure::Input)?;
        let judged = judge_batch(&batch, first_line, &name, judge).map_err(Failure::Input)?;
        first_line += batch.len();
        for (_, tally) in &judged {
            *total += *tally;
        }
        // On a terminal the bar must make way for what is written.
        let written = if is_terminal { bar.suspend(|| write(&judged, out)) } else { write(&judged, out) };
        written.map_err(Failure::Output)?;
    }
    Ok(())
}

/// Reads batches while others are judged: one waits while the next is read, and no more.
///
/// The thread is not waited for: when nothing can be written any more, it may be waiting for input itself.
fn read_ahead(
    input: &Input<'_>,
    bar: &ProgressBar,
    limit: usize,
) -> io::Result<impl Iterator<Item = io::Result<Batch>> + use<>> {
    let batches = Batches::new(bar.wrap_read(input.open()?), limit);
    let (sender, receiver) = mpsc::sync_channel(1);
    thread::Builder::new().spawn(move || {
        for batch in batches {
            if sender.send(batch).is_err() {
                break;
            }
        }
    })?;
    Ok(receiver.into_iter())
}

fn judge_batch(batch: &Batch, first_line: usize, name: &str, judge: &Judge) -> io::Result<Vec<(String, Tally)>> {
    let options = judge.options()?;
    let judge_line = |index| {
        let line = Some(first_line + index);
        let request = Request { name, version: options.version, line, body: batch.line(index) };
        judge.judge(&request, &options)
    };
    Ok((0..batch.len()).into_par_iter().map(judge_line).collect())
}

/// Writes what there is about a batch; at once, as someone may be waiting for it.
fn write(judged: &[(String, Tally)], out: &mut dyn Write) -> io::Result<()> {
    for (text, _) in judged {
        out.write_all(text.as_bytes())?;
    }
    out.flush()
}

/// A progress bar for a file; indicatif shows it only where standard error is a terminal.
fn progress_bar(input: &Input<'_>) -> ProgressBar {
    let Some(size) = input.size() else { return ProgressBar::hidden() };
    let style = ProgressStyle::with_template("{wide_bar} {percent:>3}% {bytes_per_sec} {eta}");
    ProgressBar::new(size).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
