//! What a person types to work on fintoc-preflight: `cargo xtask build`, `demo`, `test`, `lint`, `docs`, `bench`.

mod bench;
mod demo;
mod deny;
mod docs;
mod js;
mod js_value;
mod layers;
mod lint;
mod npm;
mod reports;
mod reproducible;
mod root;
mod rules_page;
mod target;
mod test;
mod tools;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Error, Result};
use clap::{Parser, Subcommand};
use xshell::Shell;

/// What a person types to work on fintoc-preflight.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
    /// Shows each cause of an error on a line of its own, and a backtrace where `RUST_BACKTRACE` asks for one.
    #[arg(short, long, global = true)]
    verbose: bool,
}

#[derive(Subcommand)]
enum Task {
    /// Builds the npm package in pkg/dist.
    Build,
    /// Builds the playground in target/www, serves it on this machine, and opens it.
    Demo,
    /// Runs every test, and checks that the generated documentation is fresh.
    Test {
        /// Runs the longer ones too.
        #[arg(long)]
        all: bool,
        /// Runs those of the npm package alone.
        #[arg(long)]
        npm: bool,
    },
    /// Checks format, lints, documentation and dependencies.
    Lint,
    /// Writes what is generated from the catalogue: docs/rules.md.
    Docs {
        /// Writes nothing, and fails when what is there is stale.
        #[arg(long)]
        check: bool,
    },
    /// Measures the core and the npm package beside other validators, and writes docs/performance.md.
    Bench {
        /// Measures shortly, to see that everything works, and writes to target/bench instead.
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

/// An error and its causes, the outermost first.
fn in_one_line(error: &Error) -> String {
    let text = format!("{error:#}");
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn run(task: &Task, verbose: bool) -> Result<()> {
    let shell = Shell::new()?;
    shell.change_dir(Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask is a folder of the repository")?);
    if !verbose {
        // The programs of the workspace that are run from here end with an error as this one does. Panics keep their
        // backtraces.
        shell.set_var("RUST_LIB_BACKTRACE", "0");
    }
    match *task {
        Task::Build => npm::build(&shell),
        Task::Demo => demo::run(&shell),
        Task::Test { all, npm: true } => test::npm(&shell, all),
        Task::Test { all, npm: false } => test::run(&shell, all),
        Task::Lint => lint::run(&shell),
        Task::Docs { check: false } => docs::write(&shell),
        Task::Docs { check: true } => docs::check(&shell),
        Task::Bench { quick } => bench::run(&shell, quick),
    }
}
