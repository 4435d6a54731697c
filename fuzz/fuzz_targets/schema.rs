//! Generated requests, with the JSON Schema.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fintoc_preflight_fuzz::schema::check(bytes));
