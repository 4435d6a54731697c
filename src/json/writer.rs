use std::fmt::{self, Write};

/// Writes JSON text.
pub(crate) trait Writer: Write {
    /// Writes what cannot fail: a `String` refuses nothing.
    fn raw(&mut self, text: &str) {
        let _ = self.write_str(text);
    }

    /// Writes a string, with its quotes, escaped as `JSON.stringify` does it.
    fn string(&mut self, text: &str) {
        self.raw("\"");
        for character in text.chars() {
            let _ = match character {
                '"' => self.write_str("\\\""),
                '\\' => self.write_str("\\\\"),
                '\n' => self.write_str("\\n"),
                '\r' => self.write_str("\\r"),
                '\t' => self.write_str("\\t"),
                '\u{8}' => self.write_str("\\b"),
                '\u{c}' => self.write_str("\\f"),
                '\0'..=' ' if character != ' ' => write!(self, "\\u{:04x}", u32::from(character)),
                _ => self.write_char(character),
            };
        }
        self.raw("\"");
    }

    /// Writes an array, each element with `write`.
    fn list<T>(&mut self, elements: &[T], write: impl Fn(&T, &mut Self)) {
        self.raw("[");
        for (index, element) in elements.iter().enumerate() {
            if index > 0 {
                self.raw(",");
            }
            write(element, self);
        }
        self.raw("]");
    }

    /// Writes an integer.
    fn integer(&mut self, value: impl fmt::Display) {
        let _ = write!(self, "{value}");
    }
}

impl<W: Write + ?Sized> Writer for W {}

#[cfg(test)]
mod tests {
    use super::*;

    fn string(text: &str) -> String {
        let mut out = String::new();
        out.string(text);
        out
    }

    #[test]
    fn strings_are_escaped_as_json_stringify_does_it() {
        assert_eq!(string(""), r#""""#);
        assert_eq!(string("a \"b\" \\ /"), r#""a \"b\" \\ /""#);
        assert_eq!(string("\u{8}\u{c}\n\r\t"), r#""\b\f\n\r\t""#);
        assert_eq!(string("\0\u{1}\u{b}\u{1f}"), r#""\u0000\u0001\u000b\u001f""#);
        // Of the rest nothing must be escaped, and nothing is.
        assert_eq!(string("ñ 😀 \u{7f}\u{2028}"), "\"ñ 😀 \u{7f}\u{2028}\"");
    }

    #[test]
    fn every_character_is_read_back() {
        for character in (char::MIN..=char::MAX).step_by(7).chain('\0'..'\u{100}') {
            let text = String::from(character);
            assert_eq!(serde_json::from_str::<String>(&string(&text)).unwrap(), text);
        }
    }

    #[test]
    fn integers_are_written_in_full() {
        let mut out = String::new();
        out.integer(-9_007_199_254_740_991_i64);
        assert_eq!(out, "-9007199254740991");
    }
}
