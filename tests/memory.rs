//! The memory for a body with hundreds of thousands of mistakes is bounded: bytes are counted, beside the body, at their
//! peak.

#![allow(clippy::cast_precision_loss, reason = "figures to read")]

use std::alloc::System;
use std::hint::black_box;
use std::io::{self, Write};

use fintoc_preflight::session::{compare_json, parse_checkout_session, parse_event};
use fintoc_preflight::{Options, validate_json};
use peakmem_alloc::{INSTRUMENTED_SYSTEM, PeakMemAlloc, PeakMemAllocTrait};
use serde_json::Value;

#[global_allocator]
static ALLOCATOR: &PeakMemAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The length of every body, in bytes.
const SIZE: usize = 1024 * 1024;

/// The most bytes beside a body of 1 MiB.
const MOST: usize = 64 * SIZE;

/// The most bytes for each that `serde_json` takes for the same body.
const MOST_TIMES: usize = 10;

/// Returns the peak of the bytes that `work` allocates.
fn peak<T>(work: impl FnOnce() -> T) -> usize {
    ALLOCATOR.reset_peak_memory();
    let before = ALLOCATOR.get_peak_memory();
    black_box(work());
    ALLOCATOR.get_peak_memory() - before
}

/// Returns `element(0),element(1),…` between `before` and `after`, of nearly 1 MiB.
fn filled(before: &str, element: impl Fn(usize) -> String, after: &str) -> String {
    let mut body = String::with_capacity(SIZE);
    body.push_str(before);
    for index in 0.. {
        let element = element(index);
        if body.len() + element.len() + after.len() + 1 > SIZE {
            break;
        }
        body.push_str(if index > 0 { "," } else { "" });
        body.push_str(&element);
    }
    body + after
}

fn same(element: &str) -> impl Fn(usize) -> String {
    move |_| element.to_owned()
}

/// Bodies of which nearly every byte is a mistake.
fn bombs() -> Vec<(&'static str, String)> {
    let items = |element: &str| filled(r#"{"line_items":["#, same(element), "]}");
    let types = |element: &str| filled(r#"{"payment_method_types":["#, same(element), "]}");
    vec![
        ("items: {}", items("{}")),
        ("items: 0", items("0")),
        ("items: null", items("null")),
        ("items: {\"a\":0}", items(r#"{"a":0}"#)),
        ("items: {\"quantity\":0}", items(r#"{"quantity":0}"#)),
        ("items: {\"price_data\":{}}", items(r#"{"price_data":{}}"#)),
        ("types: \"a\"", types("\"a\"")),
        ("types: \"\"", types("\"\"")),
        ("types: 0", types("0")),
        ("types: \"\\u0041\"", types(r#""\u0041""#)),
        ("types: distinct", filled(r#"{"payment_method_types":["#, |index| format!("\"{index}\""), "]}")),
        ("types: direct_debit", filled(r#"{"flow":"setup","payment_method_types":["#, same("\"direct_debit\""), "]}")),
        ("card types: \"a\"", filled(r#"{"payment_method_options":{"card":{"types":["#, same("\"a\""), "]}}}")),
        ("unknown keys", filled("{", |index| format!("\"{index}\":0"), "}")),
        ("repeated keys", filled("{", |index| format!("\"{}\":0", index / 2), "}")),
        ("metadata of arrays", filled(r#"{"metadata":{"#, |index| format!("\"{index}\":[]"), "}}")),
        ("options", filled(r#"{"payment_method_options":{"#, |index| format!("\"{index}\":0"), "}}")),
        ("a long key", format!("{{\"{}\":1}}", "k".repeat(SIZE - 10))),
    ]
}

#[test]
fn memory_is_bounded() {
    let options = Options::new("2026-01-13T12:00:00Z".parse().unwrap());
    let mut failures = Vec::new();
    // Past the test runner, which keeps to itself what is printed.
    let mut out = io::stdout().lock();
    let mut check = |what: &str, name: &str, parsed: usize, bytes: usize, length: usize| {
        let tenths = |count: usize, of: usize| format!("{}.{}", count / of, count * 10 / of % 10);
        let (mib, times) = (tenths(bytes, SIZE), tenths(bytes, parsed));
        writeln!(out, "{what} {name}: {mib} MiB, {times} times serde_json, {length} bytes of JSON").unwrap();
        // A body that is one key or string takes serde_json no more than its length.
        if bytes > MOST || bytes > MOST_TIMES * parsed.max(SIZE) {
            failures.push(format!("{what} {name}: {mib} MiB, {times} times serde_json"));
        }
    };
    let parsed = |body: &str| peak(|| serde_json::from_str::<Value>(body).unwrap());
    for (name, body) in bombs() {
        let parsed = parsed(&body);
        let mut length = 0;
        let bytes = peak(|| length = validate_json(&body, &options).to_json().len());
        check("request", name, parsed, bytes, length);
        let bytes = peak(|| {
            let report = parse_checkout_session(&body, &options).map_or_else(|report| report, |read| read.report);
            length = report.to_json().len();
        });
        check("session", name, parsed, bytes, length);
        if !name.starts_with("items") {
            continue;
        }
        let event = format!(r#"{{"id":"evt_1","object":"event","type":"checkout_session.expired","data":{body}}}"#);
        // A strict report is an error, so no typed event is made, whose size is that of its data.
        let options = options.clone().max_bytes(usize::MAX).strict(true);
        let bytes = peak(|| parse_event(&event, &options).map_or_else(|report| report, |read| read.report).to_json());
        check("event", name, parsed, bytes, 0);
    }
    for (name, sent, found) in
        [("items", r#"{"quantity":1}"#, r#"{"quantity":2}"#), ("short items", r#"{"price":"a"}"#, r#"{"price":"b"}"#)]
    {
        let request = filled(r#"{"line_items":["#, same(sent), "]}");
        let session = filled(r#"{"id":"cs_1","object":"checkout_session","line_items":["#, same(found), "]}");
        let count = session.matches('{').count() - 1;
        let request: String = filled_to(&request, sent, count);
        let mut length = 0;
        let bytes = peak(|| {
            length = compare_json(&request, &session, &options).unwrap().to_json(options.locale).len();
        });
        check("comparison", name, parsed(&session), bytes / 2, length);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Returns a request with this number of items.
fn filled_to(request: &str, item: &str, count: usize) -> String {
    let start = request.find(item).unwrap();
    format!("{}{}]}}", &request[..start], vec![item; count].join(","))
}
