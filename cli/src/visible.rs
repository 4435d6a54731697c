//! Text that is safe for a terminal: requests and names of files can contain any character.

/// Replaces every character by [`visible`].
pub(crate) fn visible_text(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// Returns the character or, if it could control the terminal, hide text or reorder it, a replacement.
pub(crate) const fn visible(character: char) -> char {
    match character {
        '\t' => ' ',
        // The control pictures are in the order of the control characters.
        '\0'..='\u{1f}' => match char::from_u32(0x2400 | character as u32) {
            Some(picture) => picture,
            None => char::REPLACEMENT_CHARACTER,
        },
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => char::REPLACEMENT_CHARACTER,
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_controls_the_terminal() {
        let shown = (char::MIN..=char::MAX).map(visible);
        assert_eq!(shown.filter(|character| character.is_control()).count(), 0);
        assert_eq!(visible_text("\u{1b}[2J\u{9b}2J\u{202e}\r\t."), "␛[2J\u{fffd}2J\u{fffd}␍ .");
    }

    #[test]
    fn harmless_characters_are_kept() {
        let harmless = "{\"name\": \"Ñandú café 東京 🎉\"}";
        assert_eq!(visible_text(harmless), harmless);
    }
}
