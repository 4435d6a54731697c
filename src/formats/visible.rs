//! Text that is safe for a terminal or a log: requests and names of files can contain any character.

use std::fmt::{self, Write};

use super::characters::is_invisible;

/// Returns the character or, if it could control a terminal, end a line, reorder or hide text, a visible replacement:
/// the picture of a control character, a space for a tab, otherwise U+FFFD.
///
/// ```
/// use fintoc_preflight::visible;
///
/// assert_eq!("a\n\u{1b}[2J\u{202e}ñ".chars().map(visible).collect::<String>(), "a␊␛[2J\u{fffd}ñ");
/// ```
#[must_use]
pub const fn visible(character: char) -> char {
    match character {
        '\t' => ' ',
        // The control pictures are in the order of the control characters.
        '\0'..='\u{1f}' => match char::from_u32(0x2400 | character as u32) {
            Some(picture) => picture,
            None => char::REPLACEMENT_CHARACTER,
        },
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{2028}'..='\u{2029}' => char::REPLACEMENT_CHARACTER,
        _ if is_invisible(character) => char::REPLACEMENT_CHARACTER,
        _ => character,
    }
}

/// Writes a text in visible characters, cut after `most` of them.
pub(crate) fn write_visible(text: &str, most: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut characters = text.chars().map(visible);
    characters.by_ref().take(most).try_for_each(|character| f.write_char(character))?;
    if characters.next().is_some() { f.write_char('…') } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_controls_the_terminal() {
        let shown: String = (char::MIN..=char::MAX).map(visible).collect();
        assert_eq!(shown.chars().filter(|character| character.is_control()).count(), 0);
        for hidden in
            ['\n', '\u{85}', '\u{2028}', '\u{2029}', '\u{200e}', '\u{202e}', '\u{2066}', '\u{feff}', '\u{e0041}']
        {
            assert!(!shown.contains(hidden), "{hidden:?}");
        }
    }

    #[test]
    fn a_tab_is_a_space() {
        assert_eq!(visible('\t'), ' ');
    }

    #[test]
    fn what_is_harmless_stays() {
        let harmless = "{\"name\": \"Ñandú café 東京 🎉\"}";
        assert_eq!(harmless.chars().map(visible).collect::<String>(), harmless);
    }
}
