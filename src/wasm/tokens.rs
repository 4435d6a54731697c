//! A JavaScript value as its words: what a text would say of it, without being written and read.
//!
//! Each word says in its low three bits what it is, and in the others how long that is, or which. Strings stand one after
//! the other in a text of their own. `pkg/src/tokens.js` writes both.

use std::borrow::Cow;

use crate::json::{Raw, Source, is_same};

/// What the low bits of a word say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    End,
    Object,
    Array,
    /// A string of so many UTF-16 units.
    Text,
    /// The name at this index among those of the model.
    Name,
    /// Another name, of so many UTF-16 units.
    OtherName,
    /// An integer that fits the word.
    Integer,
    /// One of those below.
    Special,
}

const KINDS: [Kind; 8] =
    [Kind::End, Kind::Object, Kind::Array, Kind::Text, Kind::Name, Kind::OtherName, Kind::Integer, Kind::Special];

const NULL: i32 = 0;
const FALSE: i32 = 1;
const TRUE: i32 = 2;
/// An integer in the next two words, the lower first.
const LARGE: i32 = 3;
/// A number with decimals is the last of them. One beyond ±(2^53 - 1) goes by its text.
const KIND_BITS: u32 = 3;

/// The words do not say for sure what the text would.
pub(super) struct Unsure;

/// Reads a value from its words.
pub(super) struct Tokens<'a> {
    words: &'a [[u8; 4]],
    at: usize,
    text: &'a str,
    text_at: usize,
    /// Where the string begins that was looked at last.
    string: usize,
    names: &'a [&'static str],
}

impl<'a> Tokens<'a> {
    pub(super) fn new(words: &'a [u8], text: &'a str, names: &'a [&'static str]) -> Self {
        Self { words: words.as_chunks().0, at: 0, text, text_at: 0, string: 0, names }
    }

    /// The next word: what it is, and what it says of that.
    #[inline]
    fn look(&self) -> (Kind, i32) {
        let word = self.words.get(self.at).copied().map_or(0, i32::from_le_bytes);
        let kind = KINDS.get((word.cast_unsigned() & 0b111) as usize).copied().unwrap_or(Kind::End);
        (kind, word >> KIND_BITS)
    }

    #[inline]
    fn advance(&mut self) {
        self.at = self.at.wrapping_add(1);
    }

    /// Takes a string of so many UTF-16 units.
    fn take(&mut self, units: i32) -> Result<&'a str, Unsure> {
        let units = usize::try_from(units).map_err(|_| Unsure)?;
        let rest = self.text.get(self.text_at..).ok_or(Unsure)?;
        let length = length_of(units, rest)?;
        let text = rest.get(..length).ok_or(Unsure)?;
        self.text_at = self.text_at.wrapping_add(length);
        Ok(text)
    }
}

/// How many bytes of a text are so many UTF-16 units. A surrogate pair whose halves are in two strings is none.
fn length_of(units: usize, text: &str) -> Result<usize, Unsure> {
    if text.as_bytes().get(..units).is_some_and(<[u8]>::is_ascii) {
        return Ok(units);
    }
    let mut left = units;
    let mut characters = text.chars();
    while left > 0 {
        let character = characters.next().ok_or(Unsure)?;
        left = left.checked_sub(character.len_utf16()).ok_or(Unsure)?;
    }
    Ok(text.len().wrapping_sub(characters.as_str().len()))
}

impl<'a> Source<'a> for Tokens<'a> {
    type Fault = Unsure;

    #[inline]
    fn peek(&mut self) -> u8 {
        self.string = self.text_at;
        match self.look() {
            (Kind::Object, _) => b'{',
            (Kind::Array, _) => b'[',
            (Kind::Text, _) => b'"',
            (Kind::Special, NULL) => b'n',
            (Kind::Special, FALSE) => b'f',
            (Kind::Special, TRUE) => b't',
            (Kind::Integer | Kind::Special, _) => b'0',
            (Kind::End | Kind::Name | Kind::OtherName, _) => 0,
        }
    }

    #[inline]
    fn offset(&self) -> usize {
        self.at
    }

    #[inline]
    fn open(&mut self, _: u8) -> Result<(), Unsure> {
        self.advance();
        Ok(())
    }

    #[inline]
    fn more(&mut self, _: u8) -> Result<bool, Unsure> {
        let is_end = self.look().0 == Kind::End;
        if is_end {
            self.advance();
        }
        if self.at > self.words.len() { Err(Unsure) } else { Ok(!is_end) }
    }

    #[inline]
    fn pass_name(&mut self, name: &str) -> Result<bool, Unsure> {
        let (Kind::Name, index) = self.look() else { return Ok(false) };
        let known = self.names.get(index.cast_unsigned() as usize);
        let is_next = known.is_some_and(|known| is_same(known.as_bytes(), name.as_bytes()));
        if is_next {
            self.advance();
        }
        Ok(is_next)
    }

    fn name(&mut self) -> Result<Cow<'a, str>, Unsure> {
        let (kind, value) = self.look();
        self.advance();
        match kind {
            Kind::Name => self.names.get(value.cast_unsigned() as usize).map(|name| Cow::Borrowed(*name)).ok_or(Unsure),
            Kind::OtherName => self.take(value).map(Cow::Borrowed),
            _ => Err(Unsure),
        }
    }

    #[inline]
    fn string(&mut self) -> Result<Cow<'a, str>, Unsure> {
        let (_, units) = self.look();
        self.advance();
        self.take(units).map(Cow::Borrowed)
    }

    #[inline]
    fn number(&mut self) -> Result<Option<i64>, Unsure> {
        let (kind, value) = self.look();
        self.advance();
        if kind == Kind::Integer {
            return Ok(Some(value.into()));
        }
        if value != LARGE {
            return Ok(None);
        }
        let words = self.words.get(self.at..).and_then(|words| words.first_chunk()).ok_or(Unsure)?;
        let [low, high] = words.map(i32::from_le_bytes);
        self.at = self.at.wrapping_add(2);
        Ok(Some(i64::from(high) << 32 | i64::from(low.cast_unsigned())))
    }

    fn skip(&mut self) -> Result<(), Unsure> {
        let mut depth: u32 = 0;
        loop {
            let (kind, value) = self.look();
            match kind {
                Kind::Object | Kind::Array => depth = depth.wrapping_add(1),
                Kind::End => depth = depth.checked_sub(1).ok_or(Unsure)?,
                Kind::Text | Kind::OtherName => drop(self.take(value)?),
                Kind::Special if value == LARGE => self.at = self.at.wrapping_add(2),
                Kind::Name | Kind::Integer | Kind::Special => {}
            }
            self.advance();
            if self.at > self.words.len() {
                return Err(Unsure);
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }

    /// Nothing is asked of what is no string but its type.
    fn since(&self, start: usize) -> Raw<'a> {
        let kind = Self { at: start, ..*self }.peek();
        match kind {
            b'"' => Raw::Text(self.text.get(self.string..self.text_at).unwrap_or_default()),
            b'{' => Raw::Json("{}"),
            b'[' => Raw::Json("[]"),
            b't' => Raw::Json("true"),
            b'f' => Raw::Json("false"),
            b'n' => Raw::NULL,
            _ => Raw::Number(Self { at: start, ..*self }.number().ok().flatten()),
        }
    }
}
