//! A JSON text, and every invariant of its report.
#![no_main]

libfuzzer_sys::fuzz_target!(|body: &[u8]| fintoc_preflight_fuzz::report::check(body));
