use std::fmt::{self, Write};

/// Writes JSON text.
pub(crate) trait Writer: Write {
    /// Writes what cannot fail: neither a `String` nor a [`Count`] refuses anything.
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

/// A writer that keeps only how many bytes it was given.
#[derive(Debug, Default)]
pub(crate) struct Count(pub(crate) usize);

impl Write for Count {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.saturating_add(text.len());
        Ok(())
    }
}
