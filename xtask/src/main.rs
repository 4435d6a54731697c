//! Development commands of fintoc-preflight: `cargo xtask build`, `demo`, `test`, `lint`, `docs`, `interface`, `fuzz`,
//! `soak`, `bench`, `mutants`, `coverage`, and those of a release.

mod bench;
mod big_endian;
mod coverage;
mod demo;
mod deny;
mod docs;
mod fuzz;
mod integrations;
mod interface;
mod js;
mod js_value;
mod layers;
mod lint;
mod mutants;
mod npm;
mod publish;
mod python;
mod recipes;
mod reports;
mod reproducible;
mod root;
mod rules_page;
mod soak;
mod target;
mod test;
mod tools;
mod venv;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Error, Result};
use clap::{Parser, Subcommand};
use xshell::Shell;

/// Development commands of fintoc-preflight.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
    /// Shows each cause of an error on its own line, and a backtrace if `RUST_BACKTRACE` requests one.
    #[arg(short, long, global = true)]
    verbose: bool,
}

#[derive(Subcommand)]
enum Task {
    /// Builds the npm package in pkg/dist.
    Build,
    /// Builds the playground in target/www, serves it on this machine, and opens it.
    Demo,
    /// Runs the tests, and checks that the generated documentation is up to date.
    Test {
        /// Runs the longer tests too.
        #[arg(long)]
        all: bool,
        /// Runs only the tests of the npm package.
        #[arg(long, conflicts_with = "integrations")]
        npm: bool,
        /// Runs only the tests of the Python package.
        #[arg(long, conflicts_with_all = ["npm", "integrations"])]
        python: bool,
        /// Runs only the tests of `integrations/`, with their engines.
        #[arg(long, conflicts_with = "all")]
        integrations: bool,
    },
    /// Checks format, lints, documentation and dependencies.
    Lint,
    /// Writes docs/rules.md and docs/rules.es.md from the catalogue.
    Docs {
        /// Writes nothing, and fails if the page is out of date.
        #[arg(long)]
        check: bool,
    },
    /// Checks the crates with the oldest Rust that they promise, which rustup installs if it is missing.
    Msrv,
    /// Publishes the crates and the npm package.
    Publish {
        /// Does everything but the upload.
        #[arg(long)]
        dry_run: bool,
    },
    /// Writes the public interfaces to tests/interface. Builds the npm package.
    Interface,
    /// Changes the core, one operator or result at a time, and fails if no test detects a change. Takes hours.
    Mutants {
        /// Arguments of cargo-mutants, such as `--file 'src/rules/**'`.
        #[arg(last = true)]
        arguments: Vec<String>,
    },
    /// Measures the lines and regions of the core that the tests in Rust run.
    Coverage,
    /// Fuzzes the core, for a fixed number of executions.
    Fuzz {
        /// The number of executions of the slowest target; the others run for a multiple.
        #[arg(long, default_value_t = 5_000)]
        runs: u64,
        /// Runs one target of `fuzz/fuzz_targets` only.
        #[arg(long)]
        target: Option<String>,
        /// Runs with `AddressSanitizer`.
        #[arg(long)]
        address: bool,
        /// Where the pseudo-random numbers begin.
        #[arg(long, default_value_t = 1)]
        seed: u32,
    },
    /// Compares the npm package with the native core on generated requests, makes millions of calls in one process, and
    /// checks every RUT.
    Soak {
        /// The number of requests.
        #[arg(long, default_value_t = 1_000_000)]
        requests: u64,
        /// Where the pseudo-random numbers begin.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Uses the package that was last built and installed.
        #[arg(long)]
        built: bool,
    },
    /// Measures the core and the npm package beside other validators, and writes docs/performance.md.
    Bench {
        /// Runs briefly, as a smoke test, and writes to target/bench instead.
        #[arg(long)]
        quick: bool,
    },
}

fn main() -> ExitCode {
    let Arguments { task, verbose } = Arguments::parse();
    match run(&task, verbose) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}", if verbose { format!("{error:?}") } else { in_one_line(&error) });
            ExitCode::FAILURE
        }
    }
}

/// Returns an error and its causes on one line, the outermost first.
fn in_one_line(error: &Error) -> String {
    let text = format!("{error:#}");
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn run(task: &Task, verbose: bool) -> Result<()> {
    let shell = Shell::new()?;
    shell.change_dir(Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask is a folder of the repository")?);
    if !verbose {
        // Programs of the workspace that are run from here then report errors without a backtrace, as this one does.
        // Panics keep theirs.
        shell.set_var("RUST_LIB_BACKTRACE", "0");
    }
    match *task {
        Task::Fuzz { runs, ref target, address, seed } => {
            fuzz::run(&shell, &fuzz::Settings { runs, target: target.clone(), address, seed })
        }
        Task::Soak { requests, seed, built } => soak::run(&shell, requests, seed, built),
        Task::Build => npm::build(&shell),
        Task::Demo => demo::run(&shell),
        Task::Test { all, npm: true, .. } => test::npm(&shell, all),
        Task::Test { all, python: true, .. } => python::test(&shell, all),
        Task::Test { integrations: true, .. } => test::integrations(&shell),
        Task::Test { all, .. } => test::run(&shell, all),
        Task::Lint => lint::run(&shell),
        Task::Docs { check: false } => docs::write(&shell),
        Task::Docs { check: true } => docs::check(&shell),
        Task::Msrv => publish::msrv(&shell),
        Task::Publish { dry_run } => publish::run(&shell, dry_run),
        Task::Interface => npm::build(&shell).and_then(|()| interface::write(&shell)),
        Task::Mutants { ref arguments } => mutants::run(&shell, arguments),
        Task::Coverage => coverage::run(&shell),
        Task::Bench { quick } => bench::run(&shell, quick),
    }
}
