use std::ops::Range;

use super::{Reader, SyntaxError};
use crate::path::{Path, Segment};

/// Where a path of a report stands in the text that was judged, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The name with its quotes; `None` for the body and for elements of arrays.
    pub key: Option<Range<usize>>,
    /// The value.
    pub value: Range<usize>,
}

/// Finds where `path` stands in `text`: at every occurrence of a name that is repeated, in order.
///
/// Nothing is found when the path leads to something that is absent, or when `text` is not one JSON text.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, locate, validate_json};
///
/// let text = r#"{"amount": 0, "currency": "CLP", "ui_mode": "embedded"}"#;
/// let report = validate_json(text, &Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?));
/// let found = locate(text, &report.errors[0].path);
/// assert_eq!(&text[found[0].value.clone()], "0");
/// # Ok::<(), fintoc_preflight::InvalidTimestamp>(())
/// ```
#[must_use]
pub fn locate(text: &str, path: &Path) -> Vec<Location> {
    let mut found = Vec::new();
    let mut reader = Reader::new(text);
    if descend(&mut reader, None, path.segments(), &mut found).and_then(|()| reader.end()).is_err() {
        found.clear();
    }
    found
}

/// Reads the value at the reader; what `path` leads to in it goes to `found`.
fn descend(
    reader: &mut Reader<'_>,
    key: Option<Range<usize>>,
    path: &[Segment],
    found: &mut Vec<Location>,
) -> Result<(), SyntaxError> {
    let next = reader.peek();
    let start = reader.offset();
    match (path.split_first(), next) {
        (None, _) => {
            reader.skip()?;
            found.push(Location { key, value: start..reader.offset() });
            Ok(())
        }
        (Some((Segment::Key(wanted), rest)), Some(b'{')) => reader.object(|reader, name| {
            let key = reader.name_range();
            if name == *wanted { descend(reader, Some(key), rest, found) } else { reader.skip().map(drop) }
        }),
        (Some((Segment::Index(wanted), rest)), Some(b'[')) => {
            let mut index: usize = 0;
            reader.array(|reader| {
                let here = index == *wanted;
                index = index.saturating_add(1);
                if here { descend(reader, None, rest, found) } else { reader.skip().map(drop) }
            })
        }
        _ => reader.skip().map(drop),
    }
}
