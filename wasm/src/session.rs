//! Reading of answers.

use fintoc_preflight::session::{checkout_session_json, compare_json, event_json};
use fintoc_preflight::{Options, Report, Timestamp, Version};
use wasm_bindgen::prelude::wasm_bindgen;

use super::{INPUT, locale, with, write};

/// Reads the session in the input, of `body` bytes. Returns true and writes the well-formed part with its report; or
/// returns false and writes the report alone, if the session cannot be used.
#[wasm_bindgen]
pub fn read_session(body: usize, is_es: bool, strict: bool) -> bool {
    read(body, is_es, strict, |body, options| checkout_session_json(body, options))
}

/// Reads the event in the input, as [`read_session`] does.
#[wasm_bindgen]
pub fn read_event(body: usize, is_es: bool, strict: bool) -> bool {
    read(body, is_es, strict, |body, options| event_json(body, options))
}

/// Compares a session with its request: the input is both, of `request` and `session` bytes. Returns true and writes
/// the comparison; or returns false and writes the report of the one that cannot be used.
#[wasm_bindgen]
pub fn compare(request: usize, session: usize, is_es: bool, is_v1: bool) -> bool {
    with(&INPUT, |input| {
        let (request, rest) = input.split_at_checked(request).unwrap_or_default();
        let (session, _) = rest.split_at_checked(session).unwrap_or_default();
        let version = if is_v1 { Version::V1 } else { Version::V2 };
        let options = options(is_es, false).version(version);
        let comparison = compare_json(request, session, &options);
        write_result(&comparison.map(|comparison| comparison.to_json(options.locale)))
    })
}

fn read(body: usize, is_es: bool, strict: bool, text: fn(&[u8], &Options) -> Result<String, Report>) -> bool {
    with(&INPUT, |input| write_result(&text(input.get(..body).unwrap_or_default(), &options(is_es, strict))))
}

/// Writes the text or the report, and returns true for the text.
fn write_result(result: &Result<String, Report>) -> bool {
    write(|out| match result {
        Ok(text) => out.push_str(text),
        Err(report) => report.write_json(out),
    });
    result.is_ok()
}

/// Returns options for an answer. Their time is irrelevant: no rule on answers depends on it.
fn options(is_es: bool, strict: bool) -> Options {
    Options::new(Timestamp::UNIX_EPOCH).locale(locale(is_es)).strict(strict)
}
