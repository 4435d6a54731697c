use std::borrow::Cow;

use super::number::{Decimal, integer};
use super::{MAX_DEPTH, MAX_SAFE_INTEGER, Raw, SyntaxFault};

/// A pull parser of JSON text, in one pass: the caller looks ahead with [`Reader::peek`], and asks for the type it
/// expects.
///
/// Strings without escapes are borrowed from the text. Skipped values are validated too, so a text that was read up to
/// [`Reader::end`] is valid JSON. After an error, [`Reader::offset`] is the offset of the fault.
pub(crate) struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// The number of levels that may still be opened.
    levels: u8,
    /// True right after an opening bracket, before the first element or member.
    is_opened: bool,
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self::with_depth(text, MAX_DEPTH)
    }

    pub(crate) const fn with_depth(text: &'a str, levels: u8) -> Self {
        Self { text, at: 0, levels, is_opened: false }
    }

    /// Skips white space, and returns the byte that follows; 0 at the end of the text.
    #[inline]
    pub(crate) fn peek(&mut self) -> u8 {
        match self.byte() {
            b' ' | b'\n' | b'\t' | b'\r' => self.peek_after_space(),
            byte => byte,
        }
    }

    #[inline(never)]
    fn peek_after_space(&mut self) -> u8 {
        while let b' ' | b'\n' | b'\t' | b'\r' = self.byte() {
            self.advance();
        }
        self.byte()
    }

    /// Returns the number of bytes that have been read.
    pub(crate) const fn offset(&self) -> usize {
        self.at
    }

    /// Returns the number of things in the whole text, if there are `count` up to here and the rest is like it.
    pub(crate) fn extrapolate(&self, count: usize) -> usize {
        let whole = (count as u64).saturating_mul(self.text.len() as u64).checked_div(self.at as u64);
        whole.and_then(|whole| usize::try_from(whole).ok()).unwrap_or(count)
    }

    /// Consumes an opening bracket, `[` or `{`. Elements or members follow while [`has_next`](Self::has_next) is true.
    ///
    /// Fails with `Depth` if no more levels may be opened.
    pub(crate) fn open(&mut self, bracket: u8) -> Result<(), SyntaxFault> {
        self.levels = self.levels.checked_sub(1).ok_or(SyntaxFault::Depth)?;
        self.is_opened = true;
        self.expect(bracket)
    }

    /// True if another element or member follows; the comma before it is consumed. At the closing `bracket`, consumes
    /// that and returns false.
    #[inline]
    pub(crate) fn has_next(&mut self, bracket: u8) -> Result<bool, SyntaxFault> {
        let is_first = std::mem::take(&mut self.is_opened);
        let next = self.peek();
        if next == bracket {
            self.levels = self.levels.saturating_add(1);
            self.advance();
            return Ok(false);
        }
        if is_first {
            return Ok(true);
        }
        if next == b',' {
            self.advance();
            return Ok(true);
        }
        Err(self.no_comma())
    }

    /// Consumes the name of the next member, and its colon, if it is `name`. May miss a name written with escapes; call
    /// [`name`](Self::name) then.
    #[inline]
    pub(crate) fn consume_name(&mut self, name: &str) -> Result<bool, SyntaxFault> {
        let is_next = self.text.as_bytes().get(self.at..).is_some_and(|rest| begins_with_name(rest, name));
        if is_next {
            self.at = self.at.wrapping_add(name.len()).wrapping_add(2);
            self.colon()?;
        }
        Ok(is_next)
    }

    /// Consumes the name of a member, and its colon. Returns the name unescaped.
    #[inline]
    pub(crate) fn name(&mut self) -> Result<Cow<'a, str>, SyntaxFault> {
        self.peek();
        let name = self.string()?;
        self.colon()?;
        Ok(name)
    }

    /// Consumes a string, and returns it unescaped.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<Cow<'a, str>, SyntaxFault> {
        if self.byte() != b'"' {
            return Err(self.no_name());
        }
        self.advance();
        let plain = self.plain();
        if self.byte() == b'"' {
            self.advance();
            return Ok(Cow::Borrowed(plain));
        }
        self.escaped(plain)
    }

    /// Consumes a number. Returns its value as `JSON.parse` rounds it, so that `1.0` and `1e2` are integers; `None` if
    /// it has a fraction or is beyond ±(2^53 - 1).
    #[inline]
    pub(crate) fn number(&mut self) -> Result<Option<i64>, SyntaxFault> {
        let start = self.at;
        if let Some(value) = self.plain_number() {
            return Ok(Some(value));
        }
        self.at = start;
        self.any_number()
    }

    /// Skips and validates a value of any type.
    pub(crate) fn skip(&mut self) -> Result<(), SyntaxFault> {
        match self.peek() {
            b'{' => {
                self.open(b'{')?;
                while self.has_next(b'}')? {
                    self.name()?;
                    self.skip()?;
                }
                Ok(())
            }
            b'[' => {
                self.open(b'[')?;
                while self.has_next(b']')? {
                    self.skip()?;
                }
                Ok(())
            }
            b'"' => self.skip_string(),
            b'-' | b'0'..=b'9' => self.number().map(drop),
            b't' => self.literal("true"),
            b'f' => self.literal("false"),
            b'n' => self.literal("null"),
            _ => Err(self.no_value()),
        }
    }

    /// Returns the text from the offset `start` up to here, which must be one value that was read.
    pub(crate) fn slice_from(&self, start: usize) -> Raw<'a> {
        Raw::checked(self.slice(start))
    }

    /// Fails with `Trailing` if anything but white space follows.
    pub(crate) fn end(&mut self) -> Result<(), SyntaxFault> {
        self.peek();
        match self.is_at_end() {
            true => Ok(()),
            false if self.is_comment() => Err(SyntaxFault::Comment),
            false => Err(SyntaxFault::Trailing),
        }
    }

    /// Consumes the colon between a name and its value.
    #[inline]
    pub(crate) fn colon(&mut self) -> Result<(), SyntaxFault> {
        self.peek();
        self.expect(b':')
    }

    /// Reads the rest of a string, from its first escape on; `plain` is the text before.
    #[cold]
    #[inline(never)]
    fn escaped(&mut self, plain: &str) -> Result<Cow<'a, str>, SyntaxFault> {
        let mut text = plain.to_owned();
        loop {
            match self.byte() {
                b'"' => {
                    self.advance();
                    return Ok(Cow::Owned(text));
                }
                b'\\' => text.push(self.escape()?),
                _ => return Err(self.unended()),
            }
            text.push_str(self.plain());
        }
    }

    /// Reads 1 to 15 digits without sign, leading zero, fraction or exponent, as most numbers are. `None` for any other
    /// number, which may have been read in part.
    #[inline]
    fn plain_number(&mut self) -> Option<i64> {
        const FEW: usize = 15;
        let start = self.at;
        let mut value: i64 = 0;
        while self.byte().is_ascii_digit() {
            value = value.wrapping_mul(10).wrapping_add((self.byte() & 0xf).into());
            self.advance();
        }
        let has_few = (1..=FEW).contains(&self.at.wrapping_sub(start));
        let begins_with_zero = self.text.as_bytes().get(start) == Some(&b'0');
        (has_few && !begins_with_zero && !matches!(self.byte(), b'.' | b'e' | b'E')).then_some(value)
    }

    #[inline(never)]
    fn any_number(&mut self) -> Result<Option<i64>, SyntaxFault> {
        let start = self.at;
        let is_negative = self.pass(b"-");
        let mantissa = self.at;
        if is_negative && self.byte() == b'I' {
            return Err(self.fault_at(start, SyntaxFault::Word));
        }
        // A leading zero is the only digit before the point.
        if !self.pass(b"0") {
            self.digits()?;
        }
        let is_whole = !self.pass(b".");
        if !is_whole {
            self.digits()?;
        }
        let mantissa = self.slice(mantissa);
        let mut exponent = "";
        if self.pass(b"eE") {
            let start = self.at;
            self.pass(b"+-");
            self.digits()?;
            exponent = self.slice(start);
        }
        // Most numbers are safe integers without point and exponent.
        let mut magnitude = (is_whole && exponent.is_empty()).then(|| integer(mantissa));
        if magnitude.is_none_or(|magnitude| magnitude > MAX_SAFE_INTEGER) {
            let number = Decimal::new(mantissa, exponent);
            if number.is_infinite() {
                return Err(self.fault_at(start, SyntaxFault::NumberRange));
            }
            magnitude = number.nearest_integer();
        }
        let magnitude = magnitude.filter(|magnitude| *magnitude <= MAX_SAFE_INTEGER);
        Ok(magnitude.map(|magnitude| if is_negative { magnitude.saturating_neg() } else { magnitude }))
    }

    /// Consumes `word`: `true`, `false` or `null`.
    pub(crate) fn literal(&mut self, word: &str) -> Result<(), SyntaxFault> {
        let start = self.at;
        let end = start.wrapping_add(word.len());
        if self.text.as_bytes().get(start..end).is_some_and(|found| is_same(found, word.as_bytes())) {
            self.at = end;
            return Ok(());
        }
        Err(self.no_literal(word))
    }

    /// Consumes a value of any type, and returns its text.
    pub(crate) fn value(&mut self) -> Result<Raw<'a>, SyntaxFault> {
        self.peek();
        let start = self.at;
        self.skip()?;
        Ok(Raw::checked(self.slice(start)))
    }

    fn skip_string(&mut self) -> Result<(), SyntaxFault> {
        self.expect(b'"')?;
        loop {
            self.plain();
            match self.byte() {
                b'"' => {
                    self.advance();
                    return Ok(());
                }
                b'\\' => drop(self.escape()?),
                _ => return Err(self.unended()),
            }
        }
    }

    /// Returns the fault of a string that breaks off, at the end of the text or at a control character.
    fn unended(&self) -> SyntaxFault {
        if self.is_at_end() { SyntaxFault::End } else { SyntaxFault::ControlCharacter }
    }

    /// Consumes the characters of a string up to its end, an escape or a control character.
    #[inline]
    fn plain(&mut self) -> &'a str {
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        self.at = start.wrapping_add(plain_length(rest));
        self.slice(start)
    }

    /// Consumes an escape, from its backslash on.
    fn escape(&mut self) -> Result<char, SyntaxFault> {
        let start = self.at;
        self.advance();
        let letter = self.byte();
        if self.is_at_end() {
            return Err(SyntaxFault::End);
        }
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
                let second = if (0xd800..0xdc00).contains(&first) && self.slice_from_here().starts_with("\\u") {
                    self.advance();
                    self.advance();
                    self.hex()?
                } else {
                    0
                };
                decode(first, second).ok_or_else(|| self.fault_at(start, SyntaxFault::LoneSurrogate))
            }
            _ => Err(self.fault_at(start, SyntaxFault::Escape)),
        }
    }

    /// Consumes four hexadecimal digits.
    fn hex(&mut self) -> Result<u32, SyntaxFault> {
        let mut value: u32 = 0;
        for _ in 0..4 {
            let Some(digit) = char::from(self.byte()).to_digit(16) else {
                return Err(if self.is_at_end() { SyntaxFault::End } else { SyntaxFault::Escape });
            };
            value = (value << 4) | digit;
            self.advance();
        }
        Ok(value)
    }

    /// Consumes one digit or more.
    fn digits(&mut self) -> Result<(), SyntaxFault> {
        let start = self.at;
        while self.byte().is_ascii_digit() {
            self.advance();
        }
        if self.at == start { Err(self.unexpected()) } else { Ok(()) }
    }

    /// Consumes the next byte if it is one of `bytes`, and returns true then.
    fn pass(&mut self, bytes: &[u8]) -> bool {
        let passes = bytes.contains(&self.byte());
        if passes {
            self.advance();
        }
        passes
    }

    #[inline]
    fn expect(&mut self, byte: u8) -> Result<(), SyntaxFault> {
        if self.byte() == byte {
            self.advance();
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    /// Returns the next byte; 0 at the end of the text.
    #[inline]
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    const fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Consumes a byte. Cannot overflow: a text has at most `isize::MAX` bytes.
    #[inline]
    fn advance(&mut self) {
        self.at = self.at.wrapping_add(1);
    }

    #[inline]
    fn slice(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn slice_from_here(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Moves back to `start`, where the fault began, and returns it.
    const fn fault_at(&mut self, start: usize, fault: SyntaxFault) -> SyntaxFault {
        self.at = start;
        fault
    }

    /// Returns the fault of a byte that is not allowed here, or of the end of the text.
    #[cold]
    #[inline(never)]
    fn unexpected(&mut self) -> SyntaxFault {
        let before = self.text.get(..self.at).unwrap_or_default().trim_end_matches([' ', '\n', '\t', '\r']);
        match (before.bytes().last(), self.byte()) {
            _ if self.is_at_end() => SyntaxFault::End,
            _ if self.at == 0 && self.text.starts_with('\u{feff}') => SyntaxFault::ByteOrderMark,
            (Some(b','), b'}' | b']') => self.fault_at(before.len().wrapping_sub(1), SyntaxFault::ExtraComma),
            (Some(b',' | b'[' | b'{'), b',') => SyntaxFault::ExtraComma,
            (_, b'\'') => SyntaxFault::SingleQuote,
            _ if self.is_comment() => SyntaxFault::Comment,
            _ => SyntaxFault::Unexpected,
        }
    }

    /// Returns the fault where a name must begin.
    #[cold]
    #[inline(never)]
    fn no_name(&mut self) -> SyntaxFault {
        match self.byte() {
            b'_' | b'$' => SyntaxFault::UnquotedName,
            byte if byte.is_ascii_alphanumeric() => SyntaxFault::UnquotedName,
            _ => self.unexpected(),
        }
    }

    /// Returns the fault where a value must begin.
    #[cold]
    #[inline(never)]
    fn no_value(&mut self) -> SyntaxFault {
        if self.byte().is_ascii_alphabetic() { SyntaxFault::Word } else { self.unexpected() }
    }

    /// Returns the fault where `word` must be, of which at least the first byte is here: it breaks off, or is another.
    #[cold]
    #[inline(never)]
    fn no_literal(&mut self, word: &str) -> SyntaxFault {
        let rest = self.slice_from_here();
        if word.starts_with(rest) {
            self.at = self.text.len();
            SyntaxFault::End
        } else {
            SyntaxFault::Word
        }
    }

    /// Returns the fault where a comma or a closing bracket must be.
    #[cold]
    #[inline(never)]
    fn no_comma(&mut self) -> SyntaxFault {
        let is_apart = self.text.as_bytes().get(self.at.wrapping_sub(1)).is_some_and(u8::is_ascii_whitespace);
        match self.byte() {
            b'"' | b'{' | b'[' => SyntaxFault::MissingComma,
            byte if is_apart && (byte == b'-' || byte.is_ascii_alphanumeric()) => SyntaxFault::MissingComma,
            _ => self.unexpected(),
        }
    }

    /// True if a comment begins here.
    fn is_comment(&self) -> bool {
        let rest = self.slice_from_here();
        rest.starts_with("//") || rest.starts_with("/*")
    }
}

/// Decodes a UTF-16 unit, or a surrogate pair; `None` for half of one. `second` is 0 if there is none.
const fn decode(first: u32, second: u32) -> Option<char> {
    match (first, second) {
        (0xd800..0xdc00, 0xdc00..0xe000) => {
            char::from_u32(0x1_0000_u32.saturating_add((first & 0x3ff) << 10 | second & 0x3ff))
        }
        _ => char::from_u32(first),
    }
}

/// True if `text` begins with `name` in quotes, without escapes.
#[inline]
fn begins_with_name(text: &[u8], name: &str) -> bool {
    text.split_first().is_some_and(|(quote, rest)| {
        rest.split_at_checked(name.len()).is_some_and(|(begin, rest)| {
            *quote == b'"' && rest.first() == Some(&b'"') && is_same(begin, name.as_bytes())
        })
    })
}

/// True if both are equal. Faster than `==` on a few bytes, for which a call of `memcmp` takes longer.
#[inline]
pub(crate) fn is_same(one: &[u8], other: &[u8]) -> bool {
    let ((words, rest), (other_words, other_rest)) = (one.as_chunks::<8>(), other.as_chunks::<8>());
    one.len() == other.len()
        && words.iter().zip(other_words).all(|(one, other)| u64::from_le_bytes(*one) == u64::from_le_bytes(*other))
        && rest.iter().zip(other_rest).all(|(one, other)| one == other)
}

/// Returns the number of bytes before the first quote, backslash or control character. Reads eight at a time.
#[inline]
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    /// Repeats a byte eight times.
    const fn all(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }

    let (words, rest) = bytes.as_chunks::<8>();
    let mut length: usize = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        // Subtracting sets the high bit of each byte that falls below zero, which is exact up to the first such byte.
        // `!word` leaves out the bytes beyond ASCII, whose high bit was set before.
        let quotes = (word ^ all(b'"')).wrapping_sub(all(1));
        let backslashes = (word ^ all(b'\\')).wrapping_sub(all(1));
        let controls = word.wrapping_sub(all(b' '));
        let ends = (quotes | backslashes | controls) & !word & all(0x80);
        if ends != 0 {
            return length.wrapping_add((ends.trailing_zeros() / 8) as usize);
        }
        length = length.wrapping_add(8);
    }
    let plain = rest.iter().position(|&byte| byte == b'"' || byte == b'\\' || byte < b' ');
    length.wrapping_add(plain.unwrap_or(rest.len()))
}

#[cfg(test)]
mod tests;
