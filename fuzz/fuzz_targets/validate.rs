//! A JSON text to a report and its text: one call, for many executions.
#![no_main]

libfuzzer_sys::fuzz_target!(|body: &[u8]| fintoc_preflight_fuzz::report::check_text(body));
