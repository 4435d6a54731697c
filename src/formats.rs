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
    !is_graphic(text.as_bytes()) && text.chars().any(|character| character.is_whitespace() || character.is_control())
}

/// Whether all bytes are ASCII, and neither spaces nor controls; eight at a time.
fn is_graphic(bytes: &[u8]) -> bool {
    /// A word of eight times the same byte.
    const fn all(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }

    let (words, rest) = bytes.as_chunks::<8>();
    // The high bit of a byte becomes set where it is taken below zero, or beyond 0x7f; in any but the first such byte it
    // may be wrong.
    let is_word_graphic = |word: &[u8; 8]| {
        let word = u64::from_le_bytes(*word);
        (word.wrapping_sub(all(b'!')) | word | word.wrapping_add(all(1))) & all(0x80) == 0
    };
    words.iter().all(is_word_graphic) && rest.iter().all(u8::is_ascii_graphic)
}

/// How many characters a text in UTF-8 has. `str::chars().count()` weighs ten times as much, since it counts several
/// bytes at a time.
pub(crate) fn characters(text: &[u8]) -> usize {
    text.iter().filter(|byte| !is_continuation(**byte)).count()
}
