use super::reader::plain_length;

/// Writes JSON text to the end of a string. With `serde_json`, which takes each message as a string of its own, a report
/// on three violations takes 15 % more instructions.
pub(crate) trait Writer {
    /// Writes text unchanged.
    fn raw(&mut self, text: &str);

    /// Writes a string in quotes, escaped as by `JSON.stringify`.
    fn string(&mut self, text: &str);

    /// Writes the output of `write` as a string: in quotes, and escaped.
    fn quoted(&mut self, write: impl FnOnce(&mut Self));

    /// Writes an array, each element with `write`.
    fn list<T>(&mut self, elements: &[T], write: impl Fn(&T, &mut Self));

    /// Writes an integer.
    fn integer(&mut self, value: i64);

    /// Writes the digits of an integer, padded with zeros to at least `least` digits.
    fn digits(&mut self, value: u64, least: u8);
}

impl Writer for String {
    #[inline(never)]
    fn raw(&mut self, text: &str) {
        self.push_str(text);
    }

    fn string(&mut self, text: &str) {
        self.quoted(|out| out.raw(text));
    }

    fn quoted(&mut self, write: impl FnOnce(&mut Self)) {
        self.push('"');
        let start = self.len();
        write(self);
        escape_from(start, self);
        self.push('"');
    }

    fn list<T>(&mut self, elements: &[T], write: impl Fn(&T, &mut Self)) {
        self.push('[');
        for (index, element) in elements.iter().enumerate() {
            if index > 0 {
                self.push(',');
            }
            write(element, self);
        }
        self.push(']');
    }

    fn integer(&mut self, value: i64) {
        if value < 0 {
            self.push('-');
        }
        self.digits(value.unsigned_abs(), 1);
    }

    fn digits(&mut self, value: u64, least: u8) {
        if value > 9 || least > 1 {
            self.digits(value / 10, least.saturating_sub(1));
        }
        self.push(char::from(b'0' | (value % 10) as u8));
    }
}

/// Calls [`plain_length`], which would otherwise be inlined here twice.
#[inline(never)]
fn unescaped(text: &[u8]) -> usize {
    plain_length(text)
}

/// Escapes `out` from the byte `start` on, in place.
fn escape_from(start: usize, out: &mut String) {
    let plain = unescaped(out.as_bytes().get(start..).unwrap_or_default());
    let end = start.saturating_add(plain);
    if end < out.len() {
        let rest = out.split_off(end);
        escape(&rest, out);
    }
}

/// Appends `text` to `out`, escaped.
fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((plain, byte, after)) = split_at_escape(rest) {
        out.raw(plain);
        out.raw(match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x8 => "\\b",
            0xc => "\\f",
            0..0x10 => "\\u000",
            _ => "\\u001",
        });
        if byte < b' ' && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x8 | 0xc) {
            out.extend(char::from_digit((byte & 0xf).into(), 16));
        }
        rest = after;
    }
    out.raw(rest);
}

/// Returns the first byte that must be escaped, between the text before and after it; `None` if there is none.
fn split_at_escape(text: &str) -> Option<(&str, u8, &str)> {
    let at = unescaped(text.as_bytes());
    Some((text.get(..at)?, *text.as_bytes().get(at)?, text.get(at.checked_add(1)?..)?))
}

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
        // No other character is escaped.
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
        for value in [0, 9, 10, -1, -9_007_199_254_740_991, i64::MAX, i64::MIN] {
            let mut out = String::new();
            out.integer(value);
            assert_eq!(out, value.to_string());
        }
    }
}
