//! Validation of requests.

use std::ops::Range;
use std::str::from_utf8;

use fintoc_preflight::{
    LevelOverride, Location, Loss, Losses, Nearest, Options, ParseTimestampError, Rule, Segment, Timestamp, Version,
    locate_all, validate_json, validate_lossy,
};
use wasm_bindgen::prelude::wasm_bindgen;

use super::{INPUT, locale, read_paths, with, write};

/// Status codes. 0 means that the buffer was busy, so that no failure reads as "valid".
const NOTHING_FOUND: i32 = 1;
/// The output is a report.
const REPORT: i32 = 2;
const NO_TIME: i32 = 3;

/// Validates a body, and returns a status code. `body`, `time`, `levels` and `losses` are the lengths of the input's
/// parts in bytes. `now` is in milliseconds since 1970-01-01T00:00:00Z, or NaN to read the time from the input. The report lists
/// at most `max_violations` of each level.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "only numbers cross the boundary")]
pub fn validate(
    body: usize,
    time: usize,
    levels: usize,
    losses: usize,
    now: f64,
    max_violations: usize,
    is_v1: bool,
    is_es: bool,
    strict: bool,
) -> i32 {
    with(&INPUT, |input| {
        let (body, rest) = input.split_at_checked(body).unwrap_or_default();
        let (time, rest) = rest.split_at_checked(time).unwrap_or_default();
        let (levels, rest) = rest.split_at_checked(levels).unwrap_or_default();
        let Ok(now) = timestamp(now, time) else { return NO_TIME };
        let version = if is_v1 { Version::V1 } else { Version::V2 };
        let options = Options::new(now).version(version).locale(locale(is_es)).strict(strict);
        let options = set_levels(levels, options.max_violations(max_violations));
        let report = match losses {
            0 => validate_json(body, &options),
            _ => validate_lossy(body, read_losses(rest.get(..losses)), &options),
        };
        if report.is_empty() {
            return NOTHING_FOUND;
        }
        write(|out| report.write_json(out));
        REPORT
    })
}

/// Returns the index in [`Rule::ALL`] of the rule with the id in the input; or -1, and writes the closest id, or
/// nothing if none is close.
#[wasm_bindgen]
pub fn rule_index(length: usize) -> i32 {
    with(&INPUT, |input| {
        let id = input.get(..length).and_then(|id| from_utf8(id).ok());
        match id.unwrap_or_default().parse::<Rule>() {
            Ok(rule) => rule as i32,
            Err(unknown) => {
                write(|out| out.push_str(unknown.suggestion.unwrap_or_default()));
                -1
            }
        }
    })
}

fn read_losses(bytes: Option<&[u8]>) -> Losses {
    let mut losses = Losses::default();
    for path in read_paths(bytes) {
        let [Segment::Key(id), path @ ..] = path.segments() else { continue };
        match (Loss::from_id(id), path) {
            (Some(loss), _) => losses.listed.push((path.iter().cloned().collect(), loss)),
            (None, [Segment::Index(count)]) => losses.omitted = *count,
            (None, _) => losses.lone_surrogate = Some(path.iter().cloned().collect()),
        }
    }
    losses
}

/// Writes where the paths are in the text: of each the occurrences, all of them if `is_all`, else the first two or the
/// place of its innermost parent.
#[wasm_bindgen]
pub fn locate(length: usize, paths: usize, is_all: bool) {
    with(&INPUT, |input| {
        let (body, rest) = input.split_at_checked(length).unwrap_or_default();
        let body = from_utf8(body).unwrap_or_default();
        let found = locate_all(body, &read_paths(rest.get(..paths)), if is_all { usize::MAX } else { 2 });
        write(|out| {
            let mut separator = "[[";
            for Nearest { depth, locations } in &found {
                out.push_str(separator);
                separator = ",[";
                write_number(Some(*depth), out);
                for Location { key, value } in locations {
                    write_range(key.as_ref(), out);
                    write_range(Some(value), out);
                }
                out.push(']');
            }
            out.push_str(if found.is_empty() { "[]" } else { "]" });
        });
    });
}

/// Writes the start and the end of a range, each after a comma; -1 for no range.
fn write_range(range: Option<&Range<usize>>, out: &mut String) {
    let ends = range.map_or([None, None], |range| [range.start, range.end].map(Some));
    for end in ends {
        out.push(',');
        write_number(end, out);
    }
}

/// Writes an integer; -1 for none.
fn write_number(number: Option<usize>, out: &mut String) {
    match number {
        Some(number) => write_digits(number, out),
        None => out.push_str("-1"),
    }
}

/// Writes an integer without `core::fmt`, which would be linked for nothing else.
#[expect(clippy::cast_possible_truncation, reason = "a digit")]
fn write_digits(number: usize, out: &mut String) {
    if number > 9 {
        write_digits(number / 10, out);
    }
    out.push(char::from(b'0' | (number % 10) as u8));
}

#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds; what is beyond is refused")]
fn timestamp(milliseconds: f64, text: &[u8]) -> Result<Timestamp, ParseTimestampError> {
    if milliseconds.is_nan() {
        from_utf8(text).map_err(|_| ParseTimestampError)?.parse()
    } else {
        Timestamp::from_milliseconds(milliseconds.floor() as i64)
    }
}

fn set_levels(bytes: &[u8], options: Options) -> Options {
    bytes.chunks_exact(2).fold(options, |options, pair| {
        let [rule, level] = pair else { return options };
        let level = match level {
            0 => LevelOverride::Allow,
            1 => LevelOverride::Warn,
            _ => LevelOverride::Deny,
        };
        match Rule::ALL.get(usize::from(*rule)) {
            Some(rule) => options.clone().level(*rule, level).unwrap_or(options),
            None => options,
        }
    })
}
