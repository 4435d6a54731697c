//! Classes of characters, and searches in text that take less code than those of `str`.

use crate::json::is_continuation;

/// True for a character that is not visible on a screen, though it is neither white space nor a control character:
/// direction marks, joiners, fillers, variation selectors, tags; and for U+FFFD, which replaces undecodable bytes.
#[inline(never)] // Its ranges take more code than a call.
pub(crate) const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}'
            | '\u{fffd}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// True for a character beyond ASCII that no domain name has: white space, control characters, invisible characters,
/// signs and punctuation. False for fullwidth letters and digits, which browsers convert to ASCII.
///
/// False for all of ASCII, of which a domain and the host of a URL refuse different characters.
#[inline(never)] // As above.
const fn is_refused_in_domain(character: char) -> bool {
    is_invisible(character)
        || matches!(
            character,
            // Latin-1 but for letters and U+00B7, the middle dot of Catalan.
            '\u{80}'..='\u{b6}' | '\u{b8}'..='\u{bf}' | '\u{d7}' | '\u{f7}'
            // The only white space outside the other ranges.
            | '\u{1680}'
            | '\u{2000}'..='\u{206f}'
            | '\u{2100}'..='\u{214f}'
            | '\u{3000}'..='\u{3004}'
            | '\u{3008}'..='\u{3020}'
            | '\u{3030}'
            | '\u{fe10}'..='\u{fe1f}'
            | '\u{fe30}'..='\u{fe6f}'
            // Fullwidth ASCII but for letters and digits, and the signs after it.
            | '\u{ff01}'..='\u{ff0f}'
            | '\u{ff1a}'..='\u{ff20}'
            | '\u{ff3b}'..='\u{ff40}'
            | '\u{ff5b}'..='\u{ff65}'
            | '\u{ffe0}'..='\u{ffff}'
        )
}

/// True if `text` has a character beyond ASCII that no domain name has.
pub(crate) fn has_refused_in_domain(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_refused_in_domain)
}

/// True for white space (Unicode's `White_Space`) and control characters (U+0000-001F and U+007F-009F).
pub(super) fn is_space_or_control(character: char) -> bool {
    character.is_whitespace() || character.is_control()
}

/// True for an empty text, or one of white space alone.
#[inline]
#[allow(dead_code)] // Until the rules of shape call it.
pub(crate) fn is_blank(text: &str) -> bool {
    // Most texts begin with a graphic byte, which decides at once.
    !text.bytes().next().is_some_and(|first| first.is_ascii_graphic()) && text.chars().all(char::is_whitespace)
}

/// True if all bytes are ASCII, and neither spaces nor controls. Reads eight at a time.
pub(super) fn is_graphic(bytes: &[u8]) -> bool {
    /// Repeats a byte eight times.
    const fn all(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }

    let (words, rest) = bytes.as_chunks::<8>();
    // The high bit of a byte is set if the byte is below `!` or above `~`. A borrow or a carry may change later bytes,
    // but one hit is enough.
    let is_word_graphic = |word: &[u8; 8]| {
        let word = u64::from_le_bytes(*word);
        (word.wrapping_sub(all(b'!')) | word | word.wrapping_add(all(1))) & all(0x80) == 0
    };
    words.iter().all(is_word_graphic) && rest.iter().all(u8::is_ascii_graphic)
}

/// Returns the text before and after the first `byte`, which is ASCII; `None` if there is none. Takes a third of the
/// time of `str::split_once`.
pub(crate) fn split_at_byte(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|found| found == byte)?;
    Some((text.get(..at)?, text.get(at.checked_add(1)?..)?))
}

/// Counts the characters of a text in UTF-8. `str::chars().count()` takes ten times the code, as it counts several
/// bytes at a time.
pub(crate) fn characters(text: &[u8]) -> usize {
    text.iter().filter(|byte| !is_continuation(**byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_character() -> impl Iterator<Item = char> {
        '\0'..=char::MAX
    }

    #[test]
    fn invisible_characters_end_where_their_ranges_do() {
        for (first, last) in [
            (0xad, 0xad),
            (0x34f, 0x34f),
            (0x61c, 0x61c),
            (0x115f, 0x1160),
            (0x17b4, 0x17b5),
            (0x180b, 0x180f),
            (0x200b, 0x200f),
            (0x202a, 0x202e),
            (0x2060, 0x206f),
            (0x3164, 0x3164),
            (0xfe00, 0xfe0f),
            (0xfeff, 0xfeff),
            (0xffa0, 0xffa0),
            (0xfff0, 0xfffb),
            (0xfffd, 0xfffd),
            (0xe0000, 0xe0fff),
        ] {
            let is_invisible = |code: u32| is_invisible(char::from_u32(code).unwrap());
            assert!((first..=last).all(is_invisible), "{first:x}");
            assert!(!is_invisible(first - 1) && !is_invisible(last + 1), "{first:x}");
        }
        let count = every_character().filter(|character| is_invisible(*character)).count();
        assert_eq!(count, 3 + 2 + 2 + 5 + 5 + 5 + 16 + 1 + 16 + 1 + 1 + 12 + 1 + 0x1000);
    }

    #[test]
    fn no_domain_has_white_space_controls_or_invisible_characters() {
        for character in every_character().filter(|character| !character.is_ascii()) {
            if is_space_or_control(character) || is_invisible(character) {
                assert!(is_refused_in_domain(character), "{character:?}");
            }
        }
        assert!(!('\0'..='\x7f').any(is_refused_in_domain));
    }

    #[test]
    fn no_domain_has_punctuation_beyond_ascii() {
        for character in "¡¿×÷«»–—“”•…№™、。〈〉【】〰︒﹏！／：；＠［］｀｛～｡･￠￿".chars()
        {
            assert!(is_refused_in_domain(character), "{character:?}");
        }
        for character in "·ñÑßàþÿłи例子々〇〆〡ー公０９ＡＺａｚｱﾝ🙂".chars() {
            assert!(!is_refused_in_domain(character), "{character:?}");
        }
    }

    #[test]
    fn a_blank_text_has_only_white_space() {
        for text in ["", " ", "\t\r\n", "\u{a0}\u{3000}", "\u{85}"] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["a", " a", "\u{a0}a", "\u{200b}", "\0", "ñ"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn graphic_bytes_are_those_of_ascii() {
        for byte in 0..=u8::MAX {
            for at in 0..20 {
                let mut bytes = [b'!', b'~'].repeat(10);
                bytes[at] = byte;
                assert_eq!(is_graphic(&bytes), byte.is_ascii_graphic(), "{byte:x} at {at}");
            }
        }
    }
}
