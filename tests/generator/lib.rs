//! Makes requests that are nearly right from any bytes: one of the vectors in `tests/conformance`, changed in a few
//! places. The names, strings and numbers that are put in come from the vectors too, so the generator knows each field
//! and rule as soon as it has a vector.

mod pool;
mod tree;

use arbitrary::{Result, Unstructured};
pub use pool::{Pool, Vector};
use tree::{Change, Tree};

/// The most changes of a request.
const MAX_CHANGES: usize = 5;

impl Pool {
    /// Makes a request of a version of the API, `"v1"` or `"v2"`.
    ///
    /// # Errors
    ///
    /// None: bytes that run out are read as zeros.
    ///
    /// # Panics
    ///
    /// If there is no vector of the version.
    pub fn request(&self, version: &str, u: &mut Unstructured<'_>) -> Result<String> {
        let vectors = self.trees(version);
        let mut tree = u.choose(vectors)?.clone();
        for _ in 0..u.int_in_range(0..=MAX_CHANGES)? {
            let at = u.int_in_range(0..=tree.nodes().saturating_sub(1))?;
            let change = self.change(u, vectors)?;
            tree.change(at, &change);
        }
        Ok(tree.to_string())
    }

    fn change(&self, u: &mut Unstructured<'_>, vectors: &[Tree]) -> Result<Change> {
        Ok(match u.int_in_range(0..=9)? {
            0..=2 => Change::Replace(self.leaf(u)?),
            3 => Change::Replace(Self::subtree(u, vectors)?),
            4 => Change::Add(self.name(u)?, self.leaf(u)?),
            5 => Change::Add(self.name(u)?, Self::subtree(u, vectors)?),
            6 => Change::Remove(u.arbitrary()?),
            7 => Change::Rename(u.arbitrary()?, self.name(u)?),
            8 => Change::Repeat(u.arbitrary()?),
            _ => Change::Edit { at: u.arbitrary()?, removed: u.int_in_range(0..=2)?, inserted: character(u)? },
        })
    }

    /// A value of any vector, with all that it contains.
    fn subtree(u: &mut Unstructured<'_>, vectors: &[Tree]) -> Result<Tree> {
        let tree = u.choose(vectors)?;
        Ok(tree.node(u.int_in_range(0..=tree.nodes().saturating_sub(1))?).clone())
    }

    fn leaf(&self, u: &mut Unstructured<'_>) -> Result<Tree> {
        Ok(match u.int_in_range(0..=9)? {
            0 => Tree::literal(u.choose(&["null", "true", "false", "{}", "[]", "[[]]", "{\"a\":[1]}"])?),
            1 => Tree::literal(u.choose(NUMBERS)?),
            2 => Tree::literal(&u.arbitrary::<i32>()?.to_string()),
            3 | 4 => Tree::literal(u.choose(&self.numbers)?),
            5 => Tree::string(text(u)?),
            _ => Tree::string(u.choose(&self.strings)?.clone()),
        })
    }

    fn name(&self, u: &mut Unstructured<'_>) -> Result<String> {
        Ok(if u.ratio(1, 8)? { text(u)? } else { u.choose(&self.names)?.clone() })
    }
}

/// Numbers at the edges of integers and floats, in several spellings.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "1",
    "-1",
    "1.0",
    "1e3",
    "1E+3",
    "1.5",
    "1e-7",
    "10e-1",
    "-0.0",
    "2147483647",
    "2147483648",
    "9007199254740991",
    "9007199254740992",
    "-9007199254740992",
    "18446744073709551616",
    "1e308",
    "1e309",
    "2.4703282292062327208828439643411068618259e-324",
    "4503599627370497.5",
    "0.1e1",
    "01",
];

/// Characters at which parsers of URLs, addresses, dates and identifiers decide.
const CHARACTERS: &[char] = &[
    ' ',
    '.',
    '-',
    '@',
    ':',
    '/',
    '0',
    '9',
    'K',
    'k',
    'a',
    'Z',
    'T',
    '+',
    ',',
    '%',
    '[',
    ']',
    '{',
    '}',
    '\\',
    '"',
    '#',
    '?',
    '_',
    '\t',
    '\n',
    '\r',
    '\0',
    '\u{7f}',
    '\u{85}',
    '\u{a0}',
    '\u{ad}',
    '\u{b7}',
    'ñ',
    '\u{200b}',
    '\u{200d}',
    '\u{2028}',
    '\u{202e}',
    '\u{3000}',
    '\u{3164}',
    '。',
    '＠',
    '\u{fe0f}',
    '\u{feff}',
    '\u{fffd}',
    '\u{ffff}',
    '😀',
    '\u{e0041}',
    '\u{10ffff}',
];

fn character(u: &mut Unstructured<'_>) -> Result<char> {
    Ok(*u.choose(CHARACTERS)?)
}

fn text(u: &mut Unstructured<'_>) -> Result<String> {
    let length = u.int_in_range(0..=12)?;
    let mut text: String = (0..length).map(|_| character(u)).collect::<Result<_>>()?;
    if u.ratio(1, 16)? {
        text = text.repeat(60);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_make_a_request() {
        let pool = Pool::load();
        let bytes: Vec<u8> = (0..40_000_u32).map(|index| index.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
        let requests: Vec<String> = bytes
            .chunks(80)
            .flat_map(|chunk| ["v1", "v2"].map(|version| pool.request(version, &mut Unstructured::new(chunk)).unwrap()))
            .collect();
        let is_json = |text: &&String| serde_json::from_str::<serde_json::Value>(text).is_ok();
        let json = requests.iter().filter(is_json).count();
        assert!((800..1000).contains(&json), "{json} of {} are JSON", requests.len());
        assert!(requests.iter().all(|request| !request.is_empty()));
        assert_eq!(pool.request("v2", &mut Unstructured::new(&[])), pool.request("v2", &mut Unstructured::new(&[])));
    }
}
