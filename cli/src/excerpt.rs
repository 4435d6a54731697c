//! Excerpts of a request: at most one line for each violation, cut if it is long, and safe for a terminal.

use std::ops::Range;

use fintoc_preflight::{Location, MemberPart, Nearest, Path, Violation, ViolationKind, locate_all};

use crate::visible::{visible, visible_text};

/// The part of a request that a violation marks, as a range of bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A wrong value or name.
    Wrong(Range<usize>),
    /// The opening brace of the object that lacks a field.
    Missing(Range<usize>),
    /// A repeated name, and its first occurrence.
    Repeated { name: Range<usize>, first: Range<usize> },
}

impl Mark {
    /// Returns the mark of each violation; `None` for one that concerns no part of the text. Reads the text once.
    pub(crate) fn all(violations: &[&Violation], text: &str) -> Vec<Option<Self>> {
        let paths: Vec<Path> = violations.iter().map(|violation| violation.path.clone()).collect();
        let found = locate_all(text, &paths, 2);
        violations.iter().zip(&found).map(|(violation, nearest)| Self::of(violation, text, nearest)).collect()
    }

    /// Returns the mark of a violation, given the value at its path or the innermost one around it.
    fn of(violation: &Violation, text: &str, nearest: &Nearest) -> Option<Self> {
        let is_there = nearest.depth == violation.path.segments().len();
        match &violation.kind {
            ViolationKind::BodySize { .. } | ViolationKind::NotSerializable { .. } => None,
            ViolationKind::JsonSyntax { line, column, .. } => Some(Self::Wrong(character(text, *line, *column))),
            kind => match (kind, nearest.locations.as_slice()) {
                (_, []) => None,
                (_, [around, ..]) if !is_there => {
                    Some(Self::Missing(around.value.start..around.value.start.saturating_add(1)))
                }
                (ViolationKind::DuplicateKey, [first, second, ..]) => {
                    Some(Self::Repeated { name: name(second), first: name(first) })
                }
                (_, [first, ..]) => Some(Self::Wrong(match violation.rule().marks() {
                    MemberPart::Name => name(first),
                    MemberPart::Value => first.value.clone(),
                })),
            },
        }
    }

    /// Returns the offset of the mark's first byte.
    pub(crate) const fn start(&self) -> usize {
        match self {
            Self::Wrong(range) | Self::Missing(range) | Self::Repeated { name: range, .. } => range.start,
        }
    }
}

fn name(location: &Location) -> Range<usize> {
    location.key.clone().unwrap_or_else(|| location.value.clone())
}

/// Returns the range of the character at a line and column, both from 1; empty at the end of the text.
fn character(text: &str, line: usize, column: usize) -> Range<usize> {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut characters = text.get(before..).unwrap_or_default().char_indices().skip(column.saturating_sub(1));
    match characters.next() {
        Some((offset, character)) => {
            let start = before.saturating_add(offset);
            start..start.saturating_add(character.len_utf8())
        }
        None => text.len()..text.len(),
    }
}

/// Returns the line and column of an offset in bytes, both from 1; columns count characters.
pub(crate) fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let (lines, last) = before.rsplit_once('\n').map_or((0, before), |(above, last)| (above.split('\n').count(), last));
    (lines.saturating_add(1), last.chars().count().saturating_add(1))
}

/// Returns the line and column of each offset, as [`line_and_column`] does. Walks through the text once.
pub(crate) fn lines_and_columns(text: &str, offsets: &[usize]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_by_key(|index| offsets.get(*index));
    let mut places = vec![(1, 1); offsets.len()];
    let (mut line, mut column, mut passed) = (1_usize, 1_usize, 0);
    for index in order {
        let (Some(offset), Some(place)) = (offsets.get(index), places.get_mut(index)) else { continue };
        for character in text.get(passed..*offset).unwrap_or_default().chars() {
            (line, column) =
                if character == '\n' { (line.saturating_add(1), 1) } else { (line, column.saturating_add(1)) };
        }
        passed = *offset;
        *place = (line, column);
    }
    places
}

/// A line of a request, prepared for display.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The line number, from 1.
    pub(crate) line: usize,
    /// The line, from its start, so that columns can be counted, to at most `width` characters after the mark.
    pub(crate) source: String,
    /// The marked range of `source`, in bytes.
    pub(crate) span: Range<usize>,
}

impl Excerpt {
    /// Returns the excerpt for `range` of a text. Marks only its first line, and at most half of `width` characters.
    pub(crate) fn of(text: &str, range: &Range<usize>, width: usize) -> Self {
        let (line, _) = line_and_column(text, range.start);
        let line_start =
            text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |end| end.saturating_add(1));
        let before = visible_text(text.get(line_start..range.start).unwrap_or_default());
        let rest = text.get(range.start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let marked_bytes = range.len().min(rest.len());
        // As `floor_char_boundary` does, which Rust has since 1.91.
        let marked_bytes = (0..=marked_bytes).rev().find(|end| rest.is_char_boundary(*end)).unwrap_or_default();
        let (marked, after) = rest.split_at_checked(marked_bytes).unwrap_or((rest, ""));
        let shown: String = marked.chars().take(width / 2).map(visible).collect();
        let span = before.len()..before.len().saturating_add(shown.len());
        let after = marked.chars().skip(width / 2).chain(after.chars()).take(width).map(visible);
        Self { line, source: before + &shown + &after.collect::<String>(), span }
    }
}

#[cfg(test)]
mod tests {
    use fintoc_preflight::{Options, Rule, Timestamp, validate_json};

    use super::*;

    /// Returns the mark of the first violation of `rule` in `text`.
    fn marked(text: &str, rule: Rule) -> Option<Mark> {
        let report = validate_json(text, &Options::new(Timestamp::from_milliseconds(0).unwrap()));
        let violation = report.iter().find(|violation| violation.rule() == rule).expect("the rule is violated");
        Mark::all(&[violation], text).remove(0)
    }

    fn wrong(text: &str, part: &str) -> Mark {
        let start = text.find(part).expect("the part is in the text");
        Mark::Wrong(start..start + part.len())
    }

    #[test]
    fn values_are_marked() {
        let text = r#"{"amount": -5, "currency": "CLP", "ui_mode": "embedded"}"#;
        assert_eq!(marked(text, Rule::AmountPositive), Some(wrong(text, "-5")));
        assert_eq!(marked("[]", Rule::Type), Some(Mark::Wrong(0..2)));
    }

    #[test]
    fn a_wrong_name_is_marked_at_the_name() {
        let text = r#"{"amount": 1, "curency": "CLP", "payment_method_options": {"pac": {}}}"#;
        assert_eq!(marked(text, Rule::UnknownField), Some(wrong(text, r#""curency""#)));
        assert_eq!(marked(text, Rule::OptionsMatchTypes), Some(wrong(text, r#""pac""#)));
    }

    #[test]
    fn the_object_is_marked_from_which_something_is_missing() {
        let text = r#" {"line_items": [{"quantity": 1, "price_data": {"unit_amount": 1}}]}"#;
        assert_eq!(marked(text, Rule::Required), Some(Mark::Missing(1..2)), "currency of the body");
        let text = r#"{"currency": "CLP", "line_items": [{"quantity": 1}]}"#;
        assert_eq!(marked(text, Rule::Required), Some(Mark::Missing(35..36)), "price_data of the item");
        let text = r#"{"amount": 1, "currency": null}"#;
        assert_eq!(marked(text, Rule::Required), Some(wrong(text, "null")));
    }

    #[test]
    fn the_second_of_two_names_is_marked_and_the_first_beside_it() {
        let mark = marked(r#"{"amount": 1, "amount": 2, "amount": 3}"#, Rule::DuplicateKey);
        assert_eq!(mark, Some(Mark::Repeated { name: 14..22, first: 1..9 }));
    }

    #[test]
    fn bad_syntax_is_marked_at_its_line_and_column() {
        assert_eq!(marked("{\n  \"é\" 1}", Rule::JsonSyntax), Some(Mark::Wrong(9..10)));
        assert_eq!(marked("{\n", Rule::JsonSyntax), Some(Mark::Wrong(2..2)));
        assert_eq!(marked("", Rule::JsonSyntax), Some(Mark::Wrong(0..0)));
    }

    #[test]
    fn lines_and_columns_count_from_1() {
        assert_eq!(line_and_column("", 0), (1, 1));
        assert_eq!(line_and_column("é\n\nab", 5), (3, 2));
        assert_eq!(line_and_column("a\n", 2), (2, 1));
        assert_eq!(lines_and_columns("é\n\nab", &[5, 0, 2, 5]), [(3, 2), (1, 1), (1, 2), (3, 2)]);
    }

    #[test]
    fn an_excerpt_is_one_line_and_ends_soon_after_the_mark() {
        let text = format!("[\n\"\u{1b}é\", [\n{}]]", "9".repeat(1000));
        let excerpt = |range| Excerpt::of(&text, &range, 20);
        assert_eq!(excerpt(2..7), Excerpt { line: 2, source: "\"␛é\", [".into(), span: 0..7 });
        assert_eq!(excerpt(9..text.len() - 1), Excerpt { line: 2, source: "\"␛é\", [".into(), span: 9..10 });
        assert_eq!(excerpt(11..1011), Excerpt { line: 3, source: "9".repeat(30), span: 0..10 });
        assert_eq!(Excerpt::of("[\r\n", &(1..1), 20), Excerpt { line: 1, source: "[".into(), span: 1..1 });
    }
}
