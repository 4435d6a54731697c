//! `cargo xtask soak`: the long runs that need the npm package, and those over every identifier of a kind.

use anyhow::{Result, ensure};
use arbitrary::Unstructured;
use fintoc_preflight::{LevelOverride, Locale, Options, Rule, Version, validate_json};
use fintoc_preflight_generator::Pool;
use serde_json::{Value, json};
use xshell::{Shell, cmd};

use crate::js::{MANY_CALLS, endurance, install};
use crate::npm::{self, BUILT};

/// The builds of the core in the package: the name, the condition with which Node.js resolves it, and the entry.
const BUILDS: [(&str, Option<&str>, &str); 3] = [
    ("core.wasm", None, "fintoc-preflight"),
    ("core-small.wasm", Some("--conditions=browser"), "fintoc-preflight"),
    ("JavaScript", None, "fintoc-preflight/js"),
];

/// The number of requests that are compared at once: a file of some 40 MB.
const AT_ONCE: u64 = 20_000;

/// Compares the builds on `requests` requests, which `seed` selects; makes two million calls in one process; and checks
/// every RUT. With `built`, uses the package that was last built and installed.
pub(crate) fn run(shell: &Shell, requests: u64, seed: u64, built: bool) -> Result<()> {
    if !built {
        npm::build(shell)?;
        install(shell, false)?;
    }
    differences(shell, requests, seed)?;
    endurance(shell, MANY_CALLS)?;
    Ok(cmd!(shell, "cargo run --release --package fintoc-preflight-generator --bin every_rut").run()?)
}

/// Compares the report of the native core with that of each build of the package, byte for byte.
///
/// # Errors
///
/// The first request on which a build differs.
pub(crate) fn differences(shell: &Shell, requests: u64, seed: u64) -> Result<()> {
    let (pool, file) = (Pool::load(), format!("{BUILT}/differences.jsonl"));
    let mut random = Random(seed);
    let (mut compared, mut valid) = (0, 0);
    while compared < requests {
        let mut cases = String::new();
        let count = AT_ONCE.min(requests - compared);
        for _ in 0..count {
            let case = case(&pool, &mut random)?;
            valid += u64::from(case["report"].as_str().is_some_and(|report| report.starts_with("{\"valid\":true")));
            cases.push_str(&case.to_string());
            cases.push('\n');
        }
        shell.write_file(&file, cases)?;
        for (name, condition, entry) in BUILDS {
            let found = cmd!(shell, "node {condition...} tests/npm/js/differences.js {entry} {file}").quiet().read()?;
            ensure!(found == count.to_string(), "{name} compared {found} of {count} requests");
        }
        compared += count;
    }
    shell.remove_path(&file)?;
    let names = BUILDS.map(|(name, ..)| name).join(", ");
    println!("{compared} requests compared ({valid} of them valid) in {names}: no difference");
    Ok(())
}

/// A request with its options, and the report of the native core.
fn case(pool: &Pool, random: &mut Random) -> Result<Value> {
    let bytes = random.bytes(256);
    let mut bytes = Unstructured::new(&bytes);
    let version = if bytes.ratio(1, 3)? { Version::V1 } else { Version::V2 };
    let locale = if bytes.arbitrary()? { Locale::En } else { Locale::Es };
    let strict = bytes.ratio(1, 4)?;
    let max_violations = if bytes.ratio(1, 8)? { bytes.int_in_range(1..=3)? } else { Options::MAX_VIOLATIONS };
    let now = "2026-01-13T12:00:00Z";
    let mut options = Options::new(now.parse()?).version(version).locale(locale).strict(strict);
    options.max_violations = max_violations;
    let mut levels = serde_json::Map::new();
    for _ in 0..bytes.int_in_range(0..=2)? {
        let rule = *bytes.choose(Rule::ALL)?;
        let (name, level) = *bytes.choose(&[
            ("allow", LevelOverride::Allow),
            ("warn", LevelOverride::Warn),
            ("deny", LevelOverride::Deny),
        ])?;
        if let Ok(with_level) = options.clone().level(rule, level) {
            options = with_level;
            levels.insert(rule.as_str().to_owned(), name.into());
        }
    }
    let body = pool.request(version.as_str(), &mut bytes)?;
    let report = validate_json(&body, &options).to_json();
    let options = json!({
        "version": version.as_str(), "now": now, "locale": locale.as_str(), "strict": strict, "levels": levels,
        "maxViolations": max_violations,
    });
    Ok(json!({ "body": body, "options": options, "report": report }))
}

/// The pseudo-random numbers of splitmix64: the same for a seed everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn bytes(&mut self, count: usize) -> Vec<u8> {
        std::iter::repeat_with(|| self.next().to_le_bytes()).flatten().take(count).collect()
    }
}
