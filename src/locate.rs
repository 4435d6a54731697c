use std::borrow::Cow;
use std::cmp::Ordering;
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
    locate_all(text, [path]).pop().unwrap_or_default()
}

/// Finds every occurrence of each of several paths in one pass over `text`, as [`locate`] does of one. Returns one list
/// for each path, in the order of `paths`.
///
/// ```
/// use fintoc_preflight::{Options, Timestamp, locate_all, validate_json};
///
/// let text = r#"{"amount": 0, "currency": "USD", "ui_mode": "embedded"}"#;
/// let report = validate_json(text, &Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?));
/// let found = locate_all(text, report.violations().map(|violation| &violation.path));
/// assert_eq!(&text[found[1][0].value.clone()], r#""USD""#);
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[must_use]
pub fn locate_all<'p>(text: &str, paths: impl IntoIterator<Item = &'p Path>) -> Vec<Vec<Location>> {
    let mut wanted: Vec<Wanted<'p>> =
        paths.into_iter().enumerate().map(|(index, path)| Wanted { segments: path.segments(), index }).collect();
    let mut found = vec![Vec::new(); wanted.len()];
    wanted.sort_by(|one, other| compare(one.segments, other.segments));
    let mut reader = Reader::new(text);
    if descend(&mut reader, None, 0, &wanted, &mut found).and_then(|()| reader.end()).is_err() {
        found.iter_mut().for_each(Vec::clear);
    }
    found
}

/// A path that is looked for, and its index in the result.
struct Wanted<'p> {
    segments: &'p [Segment],
    index: usize,
}

/// Compares paths so that those with the same beginning are adjacent, the shortest first.
fn compare(one: &[Segment], other: &[Segment]) -> Ordering {
    let different = one.iter().zip(other).map(|(one, other)| compare_segments(one, other)).find(|order| order.is_ne());
    different.unwrap_or_else(|| one.len().cmp(&other.len()))
}

fn compare_segments(one: &Segment, other: &Segment) -> Ordering {
    match (one, other) {
        (Segment::Key(one), Segment::Key(other)) => one.cmp(other),
        (Segment::Index(one), Segment::Index(other)) => one.cmp(other),
        (Segment::Key(_), Segment::Index(_)) => Ordering::Less,
        (Segment::Index(_), Segment::Key(_)) => Ordering::Greater,
    }
}

/// Reads a value, and appends each occurrence in it of a wanted path to the list of that path. `key` is the range of the
/// value's name, `depth` the number of segments that lead here, and `wanted` the paths that begin with them, sorted.
fn descend(
    reader: &mut Reader<'_>,
    key: Option<&Range<usize>>,
    depth: usize,
    wanted: &[Wanted<'_>],
    found: &mut [Vec<Location>],
) -> Result<(), SyntaxFault> {
    let next = reader.peek();
    let start = reader.offset();
    let (here, inside) = wanted.split_at(wanted.partition_point(|path| path.segments.len() <= depth));
    // Returns the paths inside whose next segment is this one.
    let of = |segment: &Segment| {
        let order = |path: &Wanted<'_>| {
            path.segments.get(depth).map_or(Ordering::Less, |other| compare_segments(other, segment))
        };
        let from = inside.partition_point(|path| order(path).is_lt());
        let rest = inside.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|path| order(path).is_eq())).unwrap_or_default()
    };
    let below = depth.saturating_add(1);
    match next {
        b'{' if !inside.is_empty() => {
            reader.open(b'{')?;
            while reader.has_next(b'}')? {
                reader.peek();
                let start = reader.offset();
                let name = reader.string()?;
                let key = start..reader.offset();
                reader.colon()?;
                match of(&Segment::Key(Cow::Owned(name.into_owned()))) {
                    [] => reader.skip()?,
                    wanted => descend(reader, Some(&key), below, wanted, found)?,
                }
            }
        }
        b'[' if !inside.is_empty() => {
            reader.open(b'[')?;
            let mut index: usize = 0;
            while reader.has_next(b']')? {
                match of(&Segment::Index(index)) {
                    [] => reader.skip()?,
                    wanted => descend(reader, None, below, wanted, found)?,
                }
                index = index.saturating_add(1);
            }
        }
        _ => reader.skip()?,
    }
    for path in here {
        if let Some(found) = found.get_mut(path.index) {
            found.push(Location { key: key.cloned(), value: start..reader.offset() });
        }
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
    fn several_paths_are_found_as_each_alone() {
        let [a, b, c] = ["a", "b", "c"].map(Segment::from);
        let paths: Vec<Path> = [
            vec!["e".into()],
            vec![a.clone(), b.clone(), 1.into(), c],
            vec![],
            vec![a.clone(), b.clone(), 1.into()],
            vec!["e".into(), b.clone()],
            vec!["x".into()],
            vec![a.clone(), b.clone(), 0.into()],
            vec!["e".into()],
            vec![a.clone(), b, "1".into()],
            vec![a],
        ]
        .into_iter()
        .map(Path::from_iter)
        .collect();
        let each: Vec<Vec<Location>> = paths.iter().map(|path| locate(TEXT, path)).collect();
        assert_eq!(locate_all(TEXT, &paths), each);
        assert_eq!(each.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1, 1, 1, 1, 0, 1, 2, 0, 1]);
        assert_eq!(locate_all("[", &paths), vec![vec![]; paths.len()]);
    }

    #[test]
    fn what_is_absent_is_not_found() {
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
    fn nothing_is_found_in_what_is_not_json() {
        assert_eq!(found(r#"{"a": 1} x"#, &["a".into()]), []);
        assert_eq!(found(r#"{"a": 1, "b": }"#, &["a".into()]), []);
        assert_eq!(found("", &[]), []);
    }
}
