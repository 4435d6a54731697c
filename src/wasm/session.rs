//! What comes back is read.

use wasm_bindgen::prelude::wasm_bindgen;

use super::{INPUT, locale, with, write};
use crate::options::Options;
use crate::report::Report;
use crate::session::{compare_texts, parse_checkout_session, parse_event};
use crate::timestamp::Timestamp;

/// Whether the input is a session; if not, writes the report.
#[wasm_bindgen]
pub fn read_session(body: usize, is_es: bool) -> bool {
    read(body, is_es, |body, options| parse_checkout_session(body, options).map(drop))
}

/// Whether the input is an event; if not, writes the report.
#[wasm_bindgen]
pub fn read_event(body: usize, is_es: bool) -> bool {
    read(body, is_es, |body, options| parse_event(body, options).map(drop))
}

/// Writes how a session differs from a request, and returns whether it could; if not, writes the report of the one that
/// cannot be read. The input holds the request and the session.
#[wasm_bindgen]
pub fn compare(request: usize, session: usize, is_es: bool) -> bool {
    with(&INPUT, |input| {
        let (request, rest) = input.split_at_checked(request).unwrap_or_default();
        let (session, _) = rest.split_at_checked(session).unwrap_or_default();
        let options = options(is_es);
        match compare_texts(request, session, &options) {
            Ok(comparison) => write(|out| out.push_str(&comparison.to_json(options.locale))),
            Err(report) => {
                write(|out| report.write(out));
                return false;
            }
        }
        true
    })
}

fn read(body: usize, is_es: bool, parse: impl Fn(&[u8], &Options) -> Result<(), Report>) -> bool {
    with(&INPUT, |input| {
        let body = input.get(..body).unwrap_or_default();
        parse(body, &options(is_es)).map_err(|report| write(|out| report.write(out))).is_ok()
    })
}

/// Nothing that comes back is judged by the time.
fn options(is_es: bool) -> Options {
    Options { locale: locale(is_es), ..Options::new(Timestamp::EPOCH) }
}
