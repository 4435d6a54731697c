//! A text in a field, beside a second implementation of its format. The first byte selects the field.
#![no_main]

use std::str::from_utf8;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some((kind, text)) = bytes.split_first()
        && let Ok(text) = from_utf8(text)
    {
        fintoc_preflight_fuzz::formats::check(*kind, text);
    }
});
