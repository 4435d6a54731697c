//! What a person types to work on fintoc-preflight: `cargo xtask build`, `demo`, `test`, `lint`, `docs`, `bench`.

mod bench;
mod demo;
mod deny;
mod docs;
mod js;
mod js_value;
mod lint;
mod npm;
mod reports;
mod reproducible;
mod rules_page;
mod test;
mod tools;

use std::path::Path;

use anyhow::{Context, Result};
use clap::Parser;
use xshell::Shell;

/// What a person types to work on fintoc-preflight.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
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

fn main() -> Result<()> {
    let task = Task::parse();
    let shell = Shell::new()?;
    shell.change_dir(Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask is a folder of the repository")?);
    match task {
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
