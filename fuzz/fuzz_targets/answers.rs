//! Sessions, events, and comparisons with requests.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fintoc_preflight_fuzz::answers::check(bytes));
