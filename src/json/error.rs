use thiserror::Error;

/// A fault in JSON text, and its offset in bytes.
///
/// The message quotes nothing of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("invalid JSON at byte {offset}")]
pub(crate) struct SyntaxError {
    /// The kind of fault.
    pub(crate) fault: SyntaxFault,
    /// The number of bytes before the fault.
    pub(crate) offset: usize,
}

/// The kinds of faults in JSON text.
///
/// ```
/// use fintoc_preflight::{Options, SyntaxFault, Timestamp, ViolationKind, validate_json};
///
/// let report = validate_json(r#"{"amount": 1,"#, &Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?));
/// assert!(matches!(report.errors[0].kind, ViolationKind::JsonSyntax { fault: SyntaxFault::End, .. }));
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, crate::enums::strum::IntoStaticStr, crate::enums::strum::VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
#[non_exhaustive]
pub enum SyntaxFault {
    /// The text ends before the value does.
    End,
    /// A character that is not allowed at its place, other than those below.
    Unexpected,
    /// A comma without a value after it, `[1, 2,]`, or before it, `[1,, 2]`: the fault is at the comma.
    ExtraComma,
    /// No comma before a value or name: `[1 2]`. The fault is at the value or name.
    MissingComma,
    /// A string or name in single quotes: `{'a': 1}`.
    SingleQuote,
    /// A name without quotes: `{a: 1}`.
    UnquotedName,
    /// A comment: `// …` or `/* … */`.
    Comment,
    /// A word other than `true`, `false` and `null`: `NaN`, `-Infinity`, `undefined`, `True`, `None`.
    Word,
    /// A string holds a raw control character, U+0000 to U+001F.
    ControlCharacter,
    /// A backslash is followed by a character that JSON does not escape, or `\u` by other than four hexadecimal digits.
    Escape,
    /// A `\u` escape is half of a surrogate pair.
    LoneSurrogate,
    /// A number is beyond every 64-bit float.
    NumberRange,
    /// Arrays and objects are nested deeper than 127 levels.
    Depth,
    /// More text follows the value.
    Trailing,
    /// The text begins with a byte order mark.
    ByteOrderMark,
    /// The bytes are not UTF-8.
    Encoding,
}

/// Returns the line and column of an offset in bytes, both from 1; columns count characters. An offset beyond the text
/// counts as its end.
pub(crate) fn line_and_column(text: &[u8], offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    before.iter().fold((1_usize, 1_usize), |(line, column), &byte| match byte {
        b'\n' => (line.saturating_add(1), 1),
        _ if is_continuation(byte) => (line, column),
        _ => (line, column.saturating_add(1)),
    })
}

/// True for a byte of UTF-8 that continues a character.
pub(crate) const fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_1() {
        let text = b"ab\n\ncd";
        let places = [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2), (3, 3)];
        for (offset, place) in places.into_iter().enumerate() {
            assert_eq!(line_and_column(text, offset), place, "{offset}");
        }
        assert_eq!(line_and_column(b"", 0), (1, 1));
    }

    #[test]
    fn columns_count_characters_and_not_bytes() {
        let text = "\"ñ€😀\"\n\"ñ\"!";
        assert_eq!(line_and_column(text.as_bytes(), text.find('€').unwrap()), (1, 3));
        assert_eq!(line_and_column(text.as_bytes(), text.find('\n').unwrap()), (1, 6));
        assert_eq!(line_and_column(text.as_bytes(), text.find('!').unwrap()), (2, 4));
    }

    #[test]
    fn a_line_may_end_in_a_carriage_return() {
        let text = b"{\r\n  x\r\n}";
        assert_eq!(line_and_column(text, 5), (2, 3));
        assert_eq!(line_and_column(text, 8), (3, 1));
    }

    #[test]
    fn an_offset_beyond_the_text_is_its_end() {
        assert_eq!(line_and_column(b"a\nb", 99), (2, 2));
    }

    #[test]
    fn bytes_that_are_not_utf_8_do_not_matter() {
        assert_eq!(line_and_column(b"\xff\xfe\n\xffa", 4), (2, 2));
    }
}
