//! The reports on every vector are the same in eight threads at once. They are also written to a file, which
//! `cargo xtask test --all` compares with that of a machine of the other byte order.

use std::path::{Path, PathBuf};
use std::{fs, thread};

use fintoc_preflight::{LevelOverride, Locale, Options, Timestamp, Version, validate_json};
use serde_json::Value;

const THREADS: usize = 8;

#[test]
fn threads_give_the_same_reports() {
    let vectors = vectors();
    assert!(vectors.len() > 1000, "{} vectors", vectors.len());
    let all = thread::scope(|scope| {
        let threads = [(); THREADS].map(|()| scope.spawn(|| reports(&vectors)));
        threads.map(|thread| thread.join().unwrap())
    });
    let [first, others @ ..] = &all;
    assert!(first.lines().count() == 2 * vectors.len());
    for other in others {
        // Not `assert_eq`, which would print some megabytes.
        assert!(first == other, "two threads have different reports");
    }
    let order = if cfg!(target_endian = "big") { "big" } else { "little" };
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("reports-{order}.jsonl")), first).unwrap();
}

/// Returns the reports on all vectors in both languages, one line each.
fn reports(vectors: &[Value]) -> String {
    let locales = [Locale::En, Locale::Es];
    let report = |(vector, locale)| report(vector, locale) + "\n";
    vectors.iter().flat_map(|vector| locales.map(|locale| (vector, locale))).map(report).collect()
}

fn report(vector: &Value, locale: Locale) -> String {
    let body = vector.get("body").map_or_else(|| vector["request"].to_string(), |body| text(body).to_owned());
    let now: Timestamp = text(&vector["now"]).parse().unwrap();
    let version: Version = text(&vector["version"]).parse().unwrap();
    let options = Options::new(now).version(version).locale(locale).strict(vector["strict"] == true);
    let levels = vector.get("levels").and_then(Value::as_object).into_iter().flatten();
    let options = levels.fold(options, |options, (rule, level)| {
        let level: LevelOverride = text(level).parse().unwrap();
        options.level(rule.parse().unwrap(), level).unwrap()
    });
    validate_json(body, &options).to_json()
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// Returns the vectors of this repository.
fn vectors() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let cases = |file: PathBuf| -> Vec<Value> {
        let vectors: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        vectors["cases"].as_array().expect("a list of cases").clone()
    };
    files.into_iter().flat_map(cases).collect()
}
