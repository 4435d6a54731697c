//! The forms of text: predicates that know nothing of requests.

mod email;
mod similar;
mod tax_id;
mod url;

pub(crate) use email::is_email;
pub(crate) use similar::the_similar;
pub(crate) use tax_id::{Rut, is_curp, is_rfc};
pub(crate) use url::scheme_of_url;

use crate::json::is_continuation;

/// What stands before and after the first `byte`, which is ASCII. It takes a third of what `str::split_once` does.
pub(crate) fn split_at_byte(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|found| found == byte)?;
    Some((text.get(..at)?, text.get(at.checked_add(1)?..)?))
}

fn has_space_or_control(text: &str) -> bool {
    if text.is_ascii() {
        return text.bytes().any(|byte| byte <= b' ' || byte == 0x7f);
    }
    text.chars().any(|character| character.is_whitespace() || character.is_control())
}

/// How many characters a text in UTF-8 has. `str::chars().count()` weighs ten times as much, since it counts several
/// bytes at a time.
pub(crate) fn characters(text: &[u8]) -> usize {
    text.iter().filter(|byte| !is_continuation(**byte)).count()
}
