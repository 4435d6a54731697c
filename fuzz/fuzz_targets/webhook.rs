//! The header of a webhook.
#![no_main]

libfuzzer_sys::fuzz_target!(|header: &str| fintoc_preflight_fuzz::webhook::check(header));
