//! `--ndjson`: a request on each line.
//!
//! There is a thread for each core. Whichever is free reads the next lines and judges them, while they are in its cache.
//! The main thread writes what they say, in the order of the lines.

use std::io::{self, IsTerminal, Read, Write};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Arc, Mutex};
use std::thread;

use indicatif::{ProgressBar, ProgressStyle};

use crate::check::Failure;
use crate::input::Input;
use crate::judge::{Judge, Request, Tally};
use crate::lines::{Block, Lines};

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
    let is_terminal = io::stdout().is_terminal();
    for turn in start(input, judge, bar).map_err(Failure::Input)? {
        let judged = turn.recv().unwrap_or_else(|error| Err(io::Error::other(error)));
        let (text, tally) = judged.map_err(Failure::Input)?;
        *total += tally;
        // On a terminal the bar must make way for what is written.
        let written = if is_terminal { bar.suspend(|| write(&text, out)) } else { write(&text, out) };
        written.map_err(Failure::Output)?;
    }
    Ok(())
}

/// What there is to write about a block of lines, and what counts.
type Judged = io::Result<(String, Tally)>;

/// What all threads share.
struct Work {
    judge: Judge,
    name: String,
    source: Mutex<Citation>,
}

/// Where blocks come from, and where they queue up to be written. The queue is short, so that nobody runs far ahead.
struct Citation {
    lines: Lines<Box<dyn Read + Send>>,
    turns: SyncSender<Receiver<Judged>>,
}

/// Starts the threads, and gives the turns of the blocks in their order.
///
/// The threads are not waited for: when nothing can be written any more, one of them may be waiting for input itself.
fn start(input: &Input<'_>, judge: &Judge, bar: &ProgressBar) -> io::Result<Receiver<Receiver<Judged>>> {
    let threads = thread::available_parallelism()?.get();
    let (turns, queue) = mpsc::sync_channel(threads);
    let lines = Lines::new(Box::new(bar.wrap_read(input.open()?)) as _, judge.options()?.max_bytes);
    let source = Mutex::new(Citation { lines, turns });
    let work = Arc::new(Work { judge: judge.clone(), name: input.name(), source });
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
            let judged = read.and_then(|()| self.judge(&block));
            // When nobody waits for it any more, there will be no next turn.
            let _ = turn.send(judged);
        }
    }

    /// Reads the next lines, and takes their turn; none when there are no more, or when nobody waits for any.
    fn next(&self, block: &mut Block) -> Option<(io::Result<()>, SyncSender<Judged>)> {
        let Citation { lines, turns } = &mut *self.source.lock().ok()?;
        let read = lines.read(block);
        if read.is_ok() && block.is_empty() {
            return None;
        }
        let (sender, turn) = mpsc::sync_channel(1);
        turns.send(turn).ok()?;
        Some((read, sender))
    }

    fn judge(&self, block: &Block) -> Judged {
        let options = self.judge.options()?;
        let (mut text, mut total) = (String::new(), Tally::default());
        for (number, body) in block.lines() {
            let request = Request { name: &self.name, version: options.version, line: Some(number), body };
            total += self.judge.judge(&request, &options, &mut text);
        }
        Ok((text, total))
    }
}

/// Writes what there is about a block; at once, as someone may be waiting for it.
fn write(text: &str, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// A progress bar for a file; indicatif shows it only where standard error is a terminal.
fn progress_bar(input: &Input<'_>) -> ProgressBar {
    let Some(size) = input.size() else { return ProgressBar::hidden() };
    let style = ProgressStyle::with_template("{wide_bar} {percent:>3}% {bytes_per_sec} {eta}");
    ProgressBar::new(size).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
