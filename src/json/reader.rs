use std::borrow::Cow;
use std::ops::Range;

use super::number::Decimal;
use super::{Json, MAX_DEPTH, MAX_SAFE_INTEGER, SyntaxError, SyntaxFault};

/// Reads JSON text in one pass: the caller asks for what it expects, and looks ahead with [`Reader::peek`].
///
/// Strings without escapes are borrowed from the text. Whatever is read or skipped is checked in full, so that a text
/// that was read to its end is one JSON text.
pub(crate) struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// How many more levels may be opened.
    levels: u8,
    /// Where the name that was read last stands, with its quotes.
    name: Range<usize>,
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self::with_depth(text, MAX_DEPTH)
    }

    pub(crate) const fn with_depth(text: &'a str, levels: u8) -> Self {
        Self { text, at: 0, levels, name: 0..0 }
    }

    /// The next byte after white space, which is passed over.
    pub(crate) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.advance(),
                next => return next,
            }
        }
    }

    /// How many bytes have been read.
    pub(crate) const fn offset(&self) -> usize {
        self.at
    }

    /// Where the name that was handed to [`Reader::object`]'s `member` stands, while its value has not been read.
    pub(crate) fn name_range(&self) -> Range<usize> {
        self.name.clone()
    }

    /// The value that has been read since `start`.
    pub(crate) fn since(&self, start: usize) -> Json<'a> {
        Json::checked(self.slice(start))
    }

    /// Fails unless nothing but white space follows.
    pub(crate) fn end(&mut self) -> Result<(), SyntaxError> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.error(SyntaxFault::Trailing)),
        }
    }

    /// Reads an object, handing each name to `member`, which must read the value.
    pub(crate) fn object(
        &mut self,
        mut member: impl FnMut(&mut Self, Cow<'a, str>) -> Result<(), SyntaxError>,
    ) -> Result<(), SyntaxError> {
        self.open(b'{')?;
        if self.peek() == Some(b'}') {
            self.close();
            return Ok(());
        }
        loop {
            self.peek();
            let start = self.at;
            let name = self.string()?;
            self.name = start..self.at;
            self.peek();
            self.expect(b':')?;
            member(self, name)?;
            match self.peek() {
                Some(b',') => self.advance(),
                Some(b'}') => {
                    self.close();
                    return Ok(());
                }
                _ => return Err(self.unexpected()),
            }
        }
    }

    /// Reads an array, calling `element` where each element stands; it must read it.
    pub(crate) fn array(
        &mut self,
        mut element: impl FnMut(&mut Self) -> Result<(), SyntaxError>,
    ) -> Result<(), SyntaxError> {
        self.open(b'[')?;
        if self.peek() == Some(b']') {
            self.close();
            return Ok(());
        }
        loop {
            element(self)?;
            match self.peek() {
                Some(b',') => self.advance(),
                Some(b']') => {
                    self.close();
                    return Ok(());
                }
                _ => return Err(self.unexpected()),
            }
        }
    }

    /// Reads a string, unescaped.
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        self.expect(b'"')?;
        let plain = self.plain();
        if self.byte() == Some(b'"') {
            self.advance();
            return Ok(Cow::Borrowed(plain));
        }
        let mut text = plain.to_owned();
        loop {
            match self.byte() {
                Some(b'"') => {
                    self.advance();
                    return Ok(Cow::Owned(text));
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(_) => return Err(self.error(SyntaxFault::ControlCharacter)),
                None => return Err(self.unexpected()),
            }
            text.push_str(self.plain());
        }
    }

    /// Reads a number: the integer that it is, or `None` for one with a fraction or beyond ±(2^53 - 1).
    ///
    /// It counts as the 64-bit float that is nearest to it.
    pub(crate) fn number(&mut self) -> Result<Option<i64>, SyntaxError> {
        let start = self.at;
        let is_negative = self.pass(b"-");
        // No other digit follows a zero.
        let whole = if self.pass(b"0") { "0" } else { self.digits()? };
        let fraction = if self.pass(b".") { self.digits()? } else { "" };
        let mut exponent = "0";
        if self.pass(b"eE") {
            let start = self.at;
            self.pass(b"+-");
            self.digits()?;
            exponent = self.slice(start);
        }
        let magnitude = match whole.parse() {
            // Most numbers are as simple as that.
            Ok(integer) if fraction.is_empty() && exponent == "0" => Some(integer),
            _ => {
                let number = Decimal::new(whole, fraction, exponent);
                if number.is_infinite() {
                    return Err(SyntaxError { fault: SyntaxFault::NumberRange, offset: start });
                }
                number.nearest_integer()
            }
        };
        let magnitude = magnitude.filter(|magnitude| *magnitude <= MAX_SAFE_INTEGER);
        Ok(magnitude.map(|magnitude| if is_negative { magnitude.saturating_neg() } else { magnitude }))
    }

    /// Reads `true`, `false` or `null`.
    pub(crate) fn literal(&mut self, word: &str) -> Result<(), SyntaxError> {
        word.bytes().try_for_each(|byte| self.expect(byte))
    }

    /// Reads a value of any type, and keeps its text.
    pub(crate) fn skip(&mut self) -> Result<Json<'a>, SyntaxError> {
        let next = self.peek();
        let start = self.at;
        match next {
            Some(b'{') => self.object(|reader, _| reader.skip().map(drop))?,
            Some(b'[') => self.array(|reader| reader.skip().map(drop))?,
            Some(b'"') => self.string().map(drop)?,
            Some(b'-' | b'0'..=b'9') => self.number().map(drop)?,
            Some(b't') => self.literal("true")?,
            Some(b'f') => self.literal("false")?,
            Some(b'n') => self.literal("null")?,
            _ => return Err(self.unexpected()),
        }
        Ok(self.since(start))
    }

    fn open(&mut self, bracket: u8) -> Result<(), SyntaxError> {
        let Some(levels) = self.levels.checked_sub(1) else {
            return Err(self.error(SyntaxFault::Depth));
        };
        self.levels = levels;
        self.expect(bracket)
    }

    fn close(&mut self) {
        self.levels = self.levels.saturating_add(1);
        self.advance();
    }

    /// Passes over the characters of a string up to its end, an escape or a control character.
    fn plain(&mut self) -> &'a str {
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        self.at = start.saturating_add(plain_length(rest));
        self.slice(start)
    }

    /// Reads an escape, from its backslash on.
    fn escape(&mut self) -> Result<char, SyntaxError> {
        let start = self.at;
        self.advance();
        let Some(letter) = self.byte() else {
            return Err(self.unexpected());
        };
        self.advance();
        match letter {
            b'"' | b'\\' | b'/' => Ok(char::from(letter)),
            b'b' => Ok('\u{8}'),
            b'f' => Ok('\u{c}'),
            b'n' => Ok('\n'),
            b'r' => Ok('\r'),
            b't' => Ok('\t'),
            b'u' => {
                let first = self.hex()?;
                let units = if (0xd800..0xdc00).contains(&first) && self.slice_from_here().starts_with("\\u") {
                    self.advance();
                    self.advance();
                    [Some(first), Some(self.hex()?)]
                } else {
                    [Some(first), None]
                };
                let mut characters = char::decode_utf16(units.into_iter().flatten());
                match (characters.next(), characters.next()) {
                    (Some(Ok(character)), None) => Ok(character),
                    _ => Err(SyntaxError { fault: SyntaxFault::LoneSurrogate, offset: start }),
                }
            }
            _ => Err(SyntaxError { fault: SyntaxFault::Escape, offset: start }),
        }
    }

    /// Reads four hexadecimal digits.
    fn hex(&mut self) -> Result<u16, SyntaxError> {
        let mut value: u16 = 0;
        for _ in 0..4 {
            let digit = self.byte().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit.and_then(|digit| u16::try_from(digit).ok()) else {
                return Err(if self.byte().is_none() { self.unexpected() } else { self.error(SyntaxFault::Escape) });
            };
            value = (value << 4) | digit;
            self.advance();
        }
        Ok(value)
    }

    /// Reads digits; at least one must stand here.
    fn digits(&mut self) -> Result<&'a str, SyntaxError> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.byte() {
            self.advance();
        }
        if self.at == start { Err(self.unexpected()) } else { Ok(self.slice(start)) }
    }

    /// Passes over the next byte if it is one of `bytes`, and returns whether it is.
    fn pass(&mut self, bytes: &[u8]) -> bool {
        let passes = self.byte().is_some_and(|byte| bytes.contains(&byte));
        if passes {
            self.advance();
        }
        passes
    }

    fn expect(&mut self, byte: u8) -> Result<(), SyntaxError> {
        if self.byte() == Some(byte) {
            self.advance();
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn advance(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn slice(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn slice_from_here(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    const fn error(&self, fault: SyntaxFault) -> SyntaxError {
        SyntaxError { fault, offset: self.at }
    }

    /// The error of a byte that cannot stand here, or of no byte at all.
    fn unexpected(&self) -> SyntaxError {
        self.error(match self.byte() {
            None => SyntaxFault::End,
            Some(_) if self.at == 0 && self.text.starts_with('\u{feff}') => SyntaxFault::ByteOrderMark,
            Some(_) => SyntaxFault::Unexpected,
        })
    }
}

/// How many bytes stand before the first quote, backslash or control character; eight at a time.
fn plain_length(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    /// The high bit of each byte that is zero, exact up to the first such byte.
    const fn zeros(word: u64) -> u64 {
        word.wrapping_sub(ONES) & !word & (ONES << 7)
    }

    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let quotes = zeros(word ^ u64::from_le_bytes([b'"'; 8]));
        let backslashes = zeros(word ^ u64::from_le_bytes([b'\\'; 8]));
        let controls = word.wrapping_sub(u64::from_le_bytes([b' '; 8])) & !word & (ONES << 7);
        let ends = quotes | backslashes | controls;
        if ends != 0 {
            return index.saturating_mul(8).saturating_add((ends.trailing_zeros() / 8) as usize);
        }
    }
    let length = rest.iter().position(|&byte| byte == b'"' || byte == b'\\' || byte < b' ');
    words.len().saturating_mul(8).saturating_add(length.unwrap_or(rest.len()))
}

#[cfg(test)]
mod tests;
