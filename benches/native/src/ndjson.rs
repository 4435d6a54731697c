//! Compares the throughput of the command with `--ndjson` with that of all cores on the same requests in memory.

use std::fs::{self, File};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use fintoc_preflight::validate_json;
use serde::Serialize;

use crate::candidates::{NOW, options};
use crate::inputs;
use crate::summary::Summary;

/// The command's report on each request.
const REPORT: &str = "{\"valid\":true,\"errors\":[],\"warnings\":[]}\n";

#[derive(Serialize)]
pub(crate) struct Figures {
    cores: usize,
    requests: u32,
    bytes: usize,
    /// Requests per second: in memory, and by the command.
    predicted: Summary,
    reached: Summary,
    /// `reached` divided by `predicted`, round by round.
    ratio: Summary,
    /// The peak memory of the command in bytes, for a tenth of the requests and for all; `None` where the system does
    /// not report it.
    resident: [Option<u64>; 2],
}

/// Measures with "L", valid: typical for a log, and the case that leaves the command the least time besides validation.
pub(crate) fn measure(command: &Path, folder: &Path, quick: bool) -> Result<Figures> {
    let (requests, rounds) = if quick { (20_000, 4) } else { (200_000, 40) };
    let count = usize::try_from(requests)?;
    let text = (inputs::large() + "\n").repeat(count);
    let lines: Vec<&str> = text.lines().collect();
    let cores = thread::available_parallelism()?.get();
    let [tenth, all] = ["tenth.ndjson", "all.ndjson"].map(|name| Run::of(command, folder.join(name)));
    fs::write(&tenth.requests, &text[..text.len() / 10])?;
    fs::write(&all.requests, &text)?;

    let rate = |start: Instant| f64::from(requests) / start.elapsed().as_secs_f64();
    let mut rates = Vec::new();
    for _ in 0..rounds {
        let start = Instant::now();
        validate_in_memory(&lines, cores);
        let predicted = rate(start);
        let start = Instant::now();
        all.finish()?;
        rates.push((predicted, rate(start)));
    }
    ensure!(all.reports()? == REPORT.repeat(count), "the command reports otherwise");
    let figures = Figures {
        cores,
        requests,
        bytes: text.len(),
        predicted: Summary::of(rates.iter().map(|(predicted, _)| *predicted).collect()),
        reached: Summary::of(rates.iter().map(|(_, reached)| *reached).collect()),
        ratio: Summary::of(rates.iter().map(|(predicted, reached)| reached / predicted).collect()),
        resident: [tenth.most_resident()?, all.most_resident()?],
    };
    tenth.clean()?;
    all.clean()?;
    Ok(figures)
}

/// Validates all lines with a thread for each core. A free thread takes the next 64.
fn validate_in_memory(lines: &[&str], cores: usize) {
    let options = options();
    let parts = Mutex::new(lines.chunks(64));
    let next = || parts.lock().expect("no thread panics").next();
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some(part) = next() {
                    for line in part {
                        black_box(validate_json(line, &options).to_json());
                    }
                }
            });
        }
    });
}

/// The command on a file of requests, and the file for its reports.
struct Run<'r> {
    command: &'r Path,
    requests: PathBuf,
    reports: PathBuf,
}

impl<'r> Run<'r> {
    fn of(command: &'r Path, requests: PathBuf) -> Self {
        Self { command, reports: requests.with_extension("reports"), requests }
    }

    fn start(&self) -> Result<Child> {
        let mut command = Command::new(self.command);
        command.args(["--ndjson", "--format", "json", "--now", NOW]).arg(&self.requests);
        Ok(command.stdout(File::create(&self.reports)?).spawn()?)
    }

    fn finish(&self) -> Result<()> {
        let status = self.start()?.wait()?;
        ensure!(status.success(), "the command ends with {status}");
        Ok(())
    }

    fn reports(&self) -> Result<String> {
        Ok(fs::read_to_string(&self.reports)?)
    }

    /// Returns the maximum of several runs' peak memory, in bytes.
    fn most_resident(&self) -> Result<Option<u64>> {
        const RUNS: usize = 5;
        let mut most = None;
        for _ in 0..RUNS {
            let mut command = self.start()?;
            while command.try_wait()?.is_none() {
                most = most.max(most_resident_so_far(command.id()));
                thread::sleep(Duration::from_millis(1));
            }
        }
        Ok(most)
    }

    fn clean(self) -> Result<()> {
        fs::remove_file(self.requests)?;
        Ok(fs::remove_file(self.reports)?)
    }
}

/// Returns the peak memory of a process until now, in bytes; `None` except on Linux.
fn most_resident_so_far(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1024)
}
