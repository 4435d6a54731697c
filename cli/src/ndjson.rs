//! `--ndjson`: a request on each line.
//!
//! There is a thread for each core. A free thread reads the next block of lines and validates it while it is in the
//! core's cache. The main thread writes the reports in the order of the lines.
//!
//! Of the input a thread holds one block and one line, of the output two parts and the report on one line; the sizes of
//! all are bounded.

use std::io::{self, IsTerminal, Read, Write};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Arc, Mutex};
use std::{mem, thread};

use indicatif::{ProgressBar, ProgressStyle};

use crate::checker::Checker;
use crate::input::{Failure, Input};
use crate::lines::{Block, Lines};
use crate::request::{Request, Tally};
use crate::summary::Summary;

/// Validates a file with a request on each line, and writes the reports in order.
pub(crate) fn check(
    input: &Input<'_>,
    checker: &Checker,
    total: &mut Tally,
    summary: &mut Summary,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let bar = progress_bar(input);
    let checked = check_lines(input, checker, &bar, (total, summary), out);
    bar.finish_and_clear();
    checked
}

fn check_lines(
    input: &Input<'_>,
    checker: &Checker,
    bar: &ProgressBar,
    (total, summary): (&mut Tally, &mut Summary),
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let is_terminal = io::stdout().is_terminal();
    for turn in start(input, checker, bar).map_err(Failure::Input)? {
        let mut is_last = false;
        while !is_last {
            let checked = turn.recv().unwrap_or_else(|error| Err(io::Error::other(error)));
            let part = checked.map_err(Failure::Input)?;
            *total += part.tally;
            summary.merge(&part.summary);
            // On a terminal, the progress bar must be hidden during a write.
            let written = if is_terminal { bar.suspend(|| write(&part.text, out)) } else { write(&part.text, out) };
            written.map_err(Failure::Output)?;
            is_last = part.is_last;
        }
    }
    Ok(())
}

/// The length in bytes at which the reports on a block are passed on in a part of their own. A line of 3 bytes can have
/// a report of 1,300, so a block of 256 KiB would have one of 100 MB, for each core.
const PART_BYTES: usize = 256 * 1024;

/// Reports on successive lines of a block, and their tally.
#[derive(Debug, Default)]
struct Part {
    text: String,
    tally: Tally,
    /// The counts, in place of the text.
    summary: Summary,
    /// True for the last part of a block.
    is_last: bool,
}

type Checked = io::Result<Part>;

/// The state that all threads share.
struct Work {
    checker: Checker,
    name: String,
    uri: String,
    source: Mutex<BlockSource>,
}

/// The input, and the queue of blocks to be written. The queue is bounded, so that no thread reads far ahead.
struct BlockSource {
    lines: Lines<Box<dyn Read + Send>>,
    turns: SyncSender<Receiver<Checked>>,
}

/// Starts the threads, and returns a receiver for the parts of each block's reports, in the order of the blocks.
///
/// The threads are never joined: after a failed write, one of them may still be blocked on its input.
fn start(input: &Input<'_>, checker: &Checker, bar: &ProgressBar) -> io::Result<Receiver<Receiver<Checked>>> {
    let threads = thread::available_parallelism()?.get();
    let (turns, queue) = mpsc::sync_channel(threads);
    let lines = Lines::new(input.decoded(bar.wrap_read(input.open()?))?, checker.options()?.max_bytes);
    let source = Mutex::new(BlockSource { lines, turns });
    let work = Arc::new(Work { checker: checker.clone(), name: input.name(), uri: input.uri(), source });
    for _ in 0..threads {
        let work = Arc::clone(&work);
        thread::Builder::new().spawn(move || work.run())?;
    }
    Ok(queue)
}

impl Work {
    fn run(&self) {
        let mut block = Block::default();
        while let Some((read, turn)) = self.next(&mut block) {
            if let Err(error) = read.and_then(|()| self.check(&block, &turn)) {
                // Fails if the main thread has stopped; then `next` returns `None`.
                let _ = turn.send(Err(error));
            }
        }
    }

    /// Reads the next block and queues a receiver for its reports; returns the sender. `None` at the end of the input,
    /// or after the main thread has stopped.
    fn next(&self, block: &mut Block) -> Option<(io::Result<()>, SyncSender<Checked>)> {
        let BlockSource { lines, turns } = &mut *self.source.lock().ok()?;
        let read = lines.read(block);
        if read.is_ok() && block.is_empty() {
            return None;
        }
        let (sender, turn) = mpsc::sync_channel(1);
        turns.send(turn).ok()?;
        Some((read, sender))
    }

    /// Validates the lines of a block, and sends the reports in parts. Waits while the part before is not yet taken.
    fn check(&self, block: &Block, turn: &SyncSender<Checked>) -> io::Result<()> {
        let options = self.checker.options()?;
        let mut part = Part::default();
        for (number, body) in block.lines() {
            let request =
                Request { name: &self.name, uri: &self.uri, version: options.version, line: Some(number), body };
            part.tally += self.checker.check(&request, &options, &mut part.text, &mut part.summary);
            if part.text.len() >= PART_BYTES {
                // Fails if the main thread has stopped, as below.
                let _ = turn.send(Ok(mem::take(&mut part)));
            }
        }
        part.is_last = true;
        let _ = turn.send(Ok(part));
        Ok(())
    }
}

/// Writes the reports on a block, and flushes them, as a reader may be waiting.
fn write(text: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Returns a progress bar for a file, hidden if its size is unknown. indicatif shows it only if standard error is a
/// terminal.
fn progress_bar(input: &Input<'_>) -> ProgressBar {
    let Some(size) = input.size() else { return ProgressBar::hidden() };
    let style = ProgressStyle::with_template("{wide_bar} {percent:>3}% {bytes_per_sec} {eta}");
    ProgressBar::new(size).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::args::Cli;

    #[test]
    fn parts_are_bounded_however_long_the_reports() {
        for format in ["json", "text"] {
            let args = Cli::try_parse_from(["fintoc-preflight", "--ndjson", "--format", format]).unwrap().check;
            let lines = "{}\n".repeat(2000);
            let mut stream = Lines::new(Box::new(io::Cursor::new(lines)) as Box<dyn Read + Send>, 1024);
            let mut block = Block::default();
            stream.read(&mut block).unwrap();
            let source = Mutex::new(BlockSource { lines: stream, turns: mpsc::sync_channel(1).0 });
            let work = Work { checker: Checker::new(&args).unwrap(), name: "-".into(), uri: "-".into(), source };
            let (sender, turn) = mpsc::sync_channel(1000);
            work.check(&block, &sender).unwrap();
            drop(sender);
            let parts: Vec<Part> = turn.into_iter().map(Result::unwrap).collect();
            let longest = parts.iter().map(|part| part.text.len()).max();
            assert!(parts.len() > 5 && longest < Some(PART_BYTES + 2000), "{}, {longest:?}", parts.len());
            assert_eq!(parts.iter().map(|part| part.tally.requests).sum::<usize>(), 2000);
            assert_eq!(parts.iter().position(|part| part.is_last), Some(parts.len() - 1));
        }
    }
}
