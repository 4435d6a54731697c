use std::cmp::Ordering;
use std::ops::Range;

use crate::json::{Reader, SyntaxFault};
use crate::report::{Path, Segment};
use crate::sort;

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
    let found = locate_all(text, std::slice::from_ref(path), usize::MAX).pop().unwrap_or_default();
    if found.depth == path.segments().len() { found.locations } else { Vec::new() }
}

/// The result of [`locate_all`] for one path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Nearest {
    /// The number of segments that lead to `locations`: all segments of the path, or fewer if its value is absent.
    pub depth: usize,
    /// The occurrences of the value, or of the innermost object or array that would contain it; empty if the text is not
    /// JSON.
    pub locations: Vec<Location>,
}

/// Finds at most `most` occurrences of each of many paths in one pass over `text`, in O(n log n) time. The results are in
/// the order of `paths`.
///
/// ```
/// use fintoc_preflight::{Path, Segment, locate_all};
///
/// let text = r#"{"line_items": [{"quantity": 1}, {}]}"#;
/// let path = |index| Path::from_iter(["line_items".into(), Segment::Index(index), "quantity".into()]);
/// let [first, second] = locate_all(text, &[path(0), path(1)], 2).try_into().unwrap();
/// assert_eq!((first.depth, &text[first.locations[0].value.clone()]), (3, "1"));
/// assert_eq!((second.depth, &text[second.locations[0].value.clone()]), (2, "{}"));
/// ```
#[must_use]
pub fn locate_all(text: &str, paths: &[Path], most: usize) -> Vec<Nearest> {
    let mut search = Search { paths, most, found: vec![Nearest::default(); paths.len()] };
    let order = sort::order(paths, compare_paths);
    let mut reader = Reader::new(text);
    if search.value(&mut reader, None, &order, 0).and_then(|()| reader.end()).is_err() {
        search.found.fill(Nearest::default());
    }
    search.found
}

/// A search for paths.
struct Search<'p> {
    paths: &'p [Path],
    /// The most locations of each path.
    most: usize,
    found: Vec<Nearest>,
}

impl<'p> Search<'p> {
    /// Consumes a value, to which the first `depth` segments of some paths lead. `order` has their indexes, sorted by
    /// path; `key` is the range of the value's name.
    fn value(
        &mut self,
        reader: &mut Reader<'_>,
        key: Option<&Range<usize>>,
        order: &[usize],
        depth: usize,
    ) -> Result<(), SyntaxFault> {
        let next = reader.peek();
        let start = reader.offset();
        // The paths that end here are the first.
        let ends = order.partition_point(|index| self.segment(*index, depth).is_none());
        let below = order.get(ends..).unwrap_or_default();
        let after = depth.saturating_add(1);
        match next {
            b'{' if !below.is_empty() => {
                reader.open(b'{')?;
                while reader.has_next(b'}')? {
                    reader.peek();
                    let start = reader.offset();
                    let name = reader.string()?;
                    let key = start..reader.offset();
                    reader.colon()?;
                    let paths = self.with(below, depth, |segment| match segment {
                        Segment::Key(key) => key.as_ref().cmp(name.as_ref()),
                        Segment::Index(_) => Ordering::Greater,
                    });
                    self.value(reader, Some(&key), paths, after)?;
                }
            }
            b'[' if !below.is_empty() => {
                reader.open(b'[')?;
                let mut index: usize = 0;
                while reader.has_next(b']')? {
                    let paths = self.with(below, depth, |segment| match segment {
                        Segment::Key(_) => Ordering::Less,
                        Segment::Index(other) => other.cmp(&index),
                    });
                    self.value(reader, None, paths, after)?;
                    index = index.saturating_add(1);
                }
            }
            _ => reader.skip()?,
        }
        for index in order {
            if let Some(found) = self.found.get_mut(*index) {
                if found.depth < depth {
                    *found = Nearest { depth, locations: Vec::new() };
                }
                if found.depth == depth && found.locations.len() < self.most {
                    found.locations.push(Location { key: key.cloned(), value: start..reader.offset() });
                }
            }
        }
        Ok(())
    }

    /// Returns those of some sorted paths whose segment at `depth` compares as equal.
    fn with<'o>(&self, order: &'o [usize], depth: usize, compare: impl Fn(&Segment) -> Ordering) -> &'o [usize] {
        let until = |limit: Ordering| {
            order.partition_point(|index| self.segment(*index, depth).is_some_and(|segment| compare(segment) < limit))
        };
        let start = until(Ordering::Equal);
        order.get(start..until(Ordering::Greater)).unwrap_or_default()
    }

    fn segment(&self, index: usize, depth: usize) -> Option<&'p Segment> {
        self.paths.get(index).and_then(|path| path.segments().get(depth))
    }
}

/// Compares paths segment by segment, names before indexes, so that a path precedes those below it.
fn compare_paths(one: &Path, other: &Path) -> Ordering {
    let pairs = one.segments().iter().zip(other.segments());
    let by_segment = pairs.map(|pair| match pair {
        (Segment::Key(one), Segment::Key(other)) => one.cmp(other),
        (Segment::Index(one), Segment::Index(other)) => one.cmp(other),
        (Segment::Key(_), Segment::Index(_)) => Ordering::Less,
        (Segment::Index(_), Segment::Key(_)) => Ordering::Greater,
    });
    let first = by_segment.into_iter().find(|order| order.is_ne());
    first.unwrap_or_else(|| one.segments().len().cmp(&other.segments().len()))
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
        let each: Vec<Nearest> =
            paths.iter().flat_map(|path| locate_all(TEXT, std::slice::from_ref(path), 2)).collect();
        assert_eq!(locate_all(TEXT, &paths, 2), each);
        assert_eq!(locate_all("[", &paths, 2), vec![Nearest::default(); paths.len()]);
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

    #[test]
    fn many_paths_are_found_in_one_pass_as_one_by_one() {
        let key = |name: &'static str| Segment::from(name);
        let paths = [
            vec![],
            vec![key("e")],
            vec![key("a"), key("b"), 1.into(), key("c")],
            vec![key("a"), key("b"), 0.into()],
            vec![key("a")],
            vec![key("e")],
            vec![key("e"), key("b")],
            vec![key("d")],
        ]
        .map(|segments| segments.into_iter().collect::<Path>());
        for (path, found) in paths.iter().zip(locate_all(TEXT, &paths, usize::MAX)) {
            assert_eq!((found.depth, found.locations), (path.segments().len(), locate(TEXT, path)), "{path}");
        }
    }

    #[test]
    fn of_what_is_absent_the_nearest_parent_is_found() {
        let nearest = |text: &str, path: &[Segment]| {
            let found = locate_all(text, &[path.iter().cloned().collect()], 2).pop().unwrap();
            let values: Vec<String> =
                found.locations.into_iter().map(|Location { value, .. }| text.get(value).unwrap().to_owned()).collect();
            (found.depth, values)
        };
        assert_eq!(nearest(TEXT, &["x".into(), "y".into()]), (0, vec![TEXT.trim().to_owned()]));
        assert_eq!(nearest(TEXT, &["a".into(), "b".into(), 2.into()]), (2, vec![r#"[1, {"c": "ñ"}]"#.to_owned()]));
        assert_eq!(nearest(TEXT, &["a".into(), 0.into()]), (1, vec![r#"{"b": [1, {"c": "ñ"}]}"#.to_owned()]));
        assert_eq!(nearest("{", &["a".into()]), (0, vec![]));
        assert_eq!(nearest(r#"{"a":1,"a":2,"a":3}"#, &["a".into()]), (1, vec!["1".to_owned(), "2".to_owned()]));
    }
}
