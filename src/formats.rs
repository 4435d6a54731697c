//! The forms of text: predicates that know nothing of requests.

mod email;
mod similar;
mod tax_id;
mod url;

pub(crate) use email::is_email;
pub(crate) use similar::the_similar;
pub(crate) use tax_id::{Rut, is_curp, is_rfc};
pub(crate) use url::scheme_of_url;

/// What stands before and after the first `byte`, which is ASCII. It takes a third of what `str::split_once` does.
fn split_at_byte(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|found| found == byte)?;
    Some((text.get(..at)?, text.get(at.checked_add(1)?..)?))
}
