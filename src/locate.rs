use std::ops::Range;

use crate::json::{Reader, SyntaxFault};
use crate::report::{Path, Segment};

/// One occurrence of a path in a text, as ranges of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The name with its quotes; `None` for the body and for elements of arrays.
    pub key: Option<Range<usize>>,
    /// The value.
    pub value: Range<usize>,
}

/// Finds every occurrence of `path` in `text`, in order; there are several if a name is repeated.
///
/// Empty if the path leads to an absent value, or if `text` is not JSON.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, locate, validate_json};
///
/// let text = r#"{"amount": 0, "currency": "CLP", "ui_mode": "embedded"}"#;
/// let report = validate_json(text, &Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?));
/// let found = locate(text, &report.errors[0].path);
/// assert_eq!(&text[found[0].value.clone()], "0");
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
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

/// Reads a value, and appends each occurrence of `path` in it to `found`. `key` is the range of the value's name.
fn descend(
    reader: &mut Reader<'_>,
    key: Option<Range<usize>>,
    path: &[Segment],
    found: &mut Vec<Location>,
) -> Result<(), SyntaxFault> {
    let next = reader.peek();
    let start = reader.offset();
    match (path.split_first(), next) {
        (None, _) => {
            reader.skip()?;
            found.push(Location { key, value: start..reader.offset() });
        }
        (Some((Segment::Key(wanted), rest)), b'{') => {
            reader.open(b'{')?;
            while reader.has_next(b'}')? {
                reader.peek();
                let start = reader.offset();
                let name = reader.string()?;
                let key = start..reader.offset();
                reader.colon()?;
                if name == *wanted { descend(reader, Some(key), rest, found)? } else { reader.skip()? }
            }
        }
        (Some((Segment::Index(wanted), rest)), b'[') => {
            reader.open(b'[')?;
            let mut index: usize = 0;
            while reader.has_next(b']')? {
                if index == *wanted {
                    descend(reader, None, rest, found)?;
                } else {
                    reader.skip()?;
                }
                index = index.saturating_add(1);
            }
        }
        _ => reader.skip()?,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#" {"a": {"b": [1, {"c": "ñ"}]}, "\u0064": 2, "e": 3, "e": {"b": 4}} "#;

    /// The text of each occurrence of a path: the name with its quotes, and the value.
    fn found<'t>(text: &'t str, path: &[Segment]) -> Vec<(Option<&'t str>, &'t str)> {
        let slice = |range| text.get(range).unwrap();
        let locations = locate(text, &path.iter().cloned().collect());
        locations.into_iter().map(|Location { key, value }| (key.map(slice), slice(value))).collect()
    }

    #[test]
    fn a_path_leads_to_a_name_and_its_value() {
        let [a, b, c] = ["a", "b", "c"].map(Segment::from);
        assert_eq!(found(TEXT, &[]), [(None, TEXT.trim())]);
        assert_eq!(found(TEXT, &[a.clone(), b.clone(), 0.into()]), [(None, "1")]);
        assert_eq!(found(TEXT, &[a.clone(), b.clone(), 1.into(), c]), [(Some("\"c\""), "\"ñ\"")]);
        assert_eq!(found(TEXT, &[a, b]), [(Some("\"b\""), r#"[1, {"c": "ñ"}]"#)]);
    }

    #[test]
    fn names_are_compared_without_their_escapes() {
        assert_eq!(found(TEXT, &["d".into()]), [(Some(r#""\u0064""#), "2")]);
    }

    #[test]
    fn a_repeated_name_is_found_everywhere() {
        assert_eq!(found(TEXT, &["e".into()]), [(Some("\"e\""), "3"), (Some("\"e\""), r#"{"b": 4}"#)]);
        assert_eq!(found(TEXT, &["e".into(), "b".into()]), [(Some("\"b\""), "4")]);
    }

    #[test]
    fn an_absent_value_is_not_found() {
        for path in [
            vec!["x".into()],
            vec!["a".into(), "x".into()],
            vec!["a".into(), "b".into(), 2.into()],
            vec!["a".into(), 0.into()],
            vec!["a".into(), "b".into(), "0".into()],
            vec!["d".into(), "x".into()],
            vec![0.into()],
        ] {
            assert_eq!(found(TEXT, &path), [], "{path:?}");
        }
    }

    #[test]
    fn nothing_is_found_in_invalid_json() {
        assert_eq!(found(r#"{"a": 1} x"#, &["a".into()]), []);
        assert_eq!(found(r#"{"a": 1, "b": }"#, &["a".into()]), []);
        assert_eq!(found("", &[]), []);
    }
}
