//! Counts the instructions of the npm package's WebAssembly module for each request, and compares them with budgets.
//! Also checks that they grow linearly with the length of bodies that are made to be slow.
//!
//! The interpreter counts instructions as fuel: the same number on every machine, under any load. A budget is slightly
//! above the number counted when it was set. The run fails if a request exceeds its budget; raise the budget only for a
//! reason.

#[path = "../../native/src/inputs.rs"]
#[expect(dead_code, reason = "budgets need no series of sizes")]
mod inputs;
mod model;
mod slow;

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use fintoc_preflight::Version;
use inputs::Input;
use model::Part;
use wasmi::{Config, Engine, Instance, Linker, Module, Store, WasmParams, WasmResults};

const BUDGETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/budgets.json");

/// Status codes of the module.
const NOTHING_FOUND: i32 = 1;
const REPORT: i32 = 2;

/// 2026-01-13T12:00:00Z, in milliseconds since 1970-01-01T00:00:00Z.
const NOW: f64 = 1_768_305_600_000.0;

/// The default of `Options::max_violations`.
const MAX_VIOLATIONS: i32 = 1000;

fn main() -> Result<()> {
    let module = env::args_os().nth(1).context("the module to measure")?;
    let budgets: BTreeMap<String, u64> = serde_json::from_str(&fs::read_to_string(BUDGETS)?)?;
    let mut core = Core::new(Path::new(&module))?;
    let mut is_over = false;
    for input in inputs::all() {
        let budget = *budgets.get(input.name).with_context(|| format!("{BUDGETS} has no budget for {}", input.name))?;
        let fuel = core.fuel_for(&input)?;
        is_over |= fuel > budget;
        println!("{:<16}{fuel:>9} of {budget:>9}{}", input.name, if fuel > budget { ": too much" } else { "" });
    }
    ensure!(!is_over, "the core takes more instructions than {BUDGETS} allows");
    growth(Path::new(&module))?;
    growth_of_the_model(Path::new(&module))
}

/// The maximum ratio of the instructions for each byte of a large body to those of a small one: 1 if the work is linear,
/// 100 if it is quadratic. Sorting takes slightly more than 1.
const MAX_GROWTH: f64 = 1.2;

/// The most memory of the module for a large body, in bytes: that of `docs/performance.md`, with the buffers for the
/// body and the report.
const MAX_MEMORY: usize = 64 * 1024 * 1024;

/// Fails if the instructions for a hostile body grow faster than its length, or its memory is not bounded. Each body has
/// an instance of its own, as memory never shrinks.
fn growth(module: &Path) -> Result<()> {
    let mut is_over = false;
    for (name, body) in slow::ALL {
        let mut core = Core::new(module)?;
        let small = core.fuel_per_byte(&body(slow::SMALL))?;
        let large = core.fuel_per_byte(&body(slow::LARGE))?;
        let (growth, memory) = (large / small, core.memory()?);
        let is_too_much = growth > MAX_GROWTH || memory > MAX_MEMORY;
        is_over |= is_too_much;
        println!(
            "{name:<24}{small:>7.0} instructions for each byte of 10 kB, {large:>7.0} of 1 MB: {growth:.2} times; {:>3} MiB{}",
            memory / 1024 / 1024,
            if is_too_much { ": too much" } else { "" }
        );
    }
    ensure!(!is_over, "the core takes more instructions or memory than the length of a body explains");
    Ok(())
}

/// Fails if the instructions for a body of which one string, list or object is nearly all grow faster than its length, or
/// the memory is not bounded. Prints the worst. The report has one violation of each level: a thousand, which a body of
/// 10 kB can have too, would cost more than the reading.
fn growth_of_the_model(module: &Path) -> Result<()> {
    let mut core = Core::new(module)?;
    let mut all = Vec::new();
    for part in [Version::V1, Version::V2].into_iter().flat_map(Part::all) {
        for filling in part.fillings() {
            let mut cost = |size| core.fuel_per_byte_of(&part.body(filling, size), part.version, 1);
            all.push((cost(slow::LARGE)? / cost(slow::SMALL)?, part.version.as_str(), part.path.clone(), *filling));
        }
    }
    all.sort_by(|one, other| other.0.total_cmp(&one.0));
    let memory = core.memory()?;
    println!(
        "{} bodies of the parts of the model; the instance has {} MiB; the worst:",
        all.len(),
        memory / 1024 / 1024
    );
    for (growth, version, path, filling) in all.iter().take(5) {
        println!("{growth:>8.2} times  {version} {path} of {filling}");
    }
    let worst = all.first().context("parts of the model")?;
    ensure!(
        worst.0 <= MAX_GROWTH && memory <= MAX_MEMORY,
        "{} of {} is not linear in length, or takes too much",
        worst.2,
        worst.3
    );
    Ok(())
}

/// An instance of the module.
struct Core {
    store: Store<()>,
    instance: Instance,
}

impl Core {
    fn new(path: &Path) -> Result<Self> {
        let mut config = Config::default();
        config.consume_fuel(true);
        let engine = Engine::new(&config);
        let module = Module::new(&engine, fs::read(path)?)?;
        let mut store = Store::new(&engine, ());
        store.set_fuel(u64::MAX)?;
        let instance = Linker::new(&engine).instantiate_and_start(&mut store, &module)?;
        Ok(Self { store, instance })
    }

    /// Returns the instructions for the report of a request. The first call is not counted, as memory may grow in it.
    fn fuel_for(&mut self, input: &Input) -> Result<u64> {
        self.report(&input.text, Version::V2, MAX_VIOLATIONS)?;
        let (fuel, report) = self.fuel(&input.text, Version::V2, MAX_VIOLATIONS)?;
        let violations = report.matches("\"rule\":").count();
        ensure!(violations == input.violations, "{} has {violations} violations", input.name);
        Ok(fuel)
    }

    /// Returns the instructions for the report of a body, and the report.
    fn fuel(&mut self, body: &str, version: Version, max_violations: i32) -> Result<(u64, String)> {
        let before = self.store.get_fuel()?;
        let report = self.report(body, version, max_violations)?;
        let after = self.store.get_fuel()?;
        Ok((before - after, report))
    }

    /// Returns the instructions for the report of a body, for each of its bytes.
    fn fuel_per_byte(&mut self, body: &str) -> Result<f64> {
        self.fuel_per_byte_of(body, Version::V2, MAX_VIOLATIONS)
    }

    /// The same for a version of the API, with a report of at most `max_violations` of each level.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    fn fuel_per_byte_of(&mut self, body: &str, version: Version, max_violations: i32) -> Result<f64> {
        let (fuel, _) = self.fuel(body, version, max_violations)?;
        Ok(fuel as f64 / body.len() as f64)
    }

    /// Returns the size of the memory, in bytes.
    fn memory(&mut self) -> Result<usize> {
        let memory = self.instance.get_memory(&self.store, "memory").context("the module exports its memory")?;
        Ok(memory.data_size(&self.store))
    }

    /// Returns the report of a body, empty if nothing is found: calls the module as the npm package does.
    fn report(&mut self, text: &str, version: Version, max_violations: i32) -> Result<String> {
        let is_v1 = i32::from(version == Version::V1);
        let length = i32::try_from(text.len())?;
        let at: i32 = self.call("input", length)?;
        let memory = self.instance.get_memory(&self.store, "memory").context("the module exports its memory")?;
        memory.write(&mut self.store, usize::try_from(at)?, text.as_bytes())?;
        let outcome: i32 = self.call("validate", (length, 0, 0, 0, NOW, max_violations, is_v1, 0, 0))?;
        if outcome == NOTHING_FOUND {
            return Ok(String::new());
        }
        ensure!(outcome == REPORT, "there is a report");
        let (at, length): (i32, i32) = (self.call("output", ())?, self.call("output_length", ())?);
        let mut report = vec![0; usize::try_from(length)?];
        memory.read(&self.store, usize::try_from(at)?, &mut report)?;
        Ok(String::from_utf8(report)?)
    }

    fn call<P: WasmParams, R: WasmResults>(&mut self, name: &str, parameters: P) -> Result<R> {
        let function = self.instance.get_typed_func::<P, R>(&self.store, name)?;
        Ok(function.call(&mut self.store, parameters)?)
    }
}
