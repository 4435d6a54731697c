//! Validation of a text that a binding wrote from a value, of which parts were lost in the text.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::{type_of, validate_json};
use crate::options::Options;
use crate::report::{BodyKind, Level, Loss, Path, Report, Rule, Segment, Violation, ViolationKind};
use crate::sort;
use crate::tape::{Children, Type};
use crate::version::Version;

/// What is known of a value beside its JSON text.
///
/// ```
/// use fintoc_preflight::{Loss, Losses, Options, Path, Rule, Segment, Timestamp, validate_lossy};
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let text = r#"{"amount": null, "currency": "CLP", "ui_mode": "embedded"}"#;
/// let amount = Path::from_iter([Segment::from("amount")]);
/// let losses = Losses { listed: vec![(amount, Loss::NotFinite)], ..Losses::default() };
/// let report = validate_lossy(text, losses, &options);
/// assert_eq!(report.warnings[0].rule(), Rule::LostInJson);
/// assert_eq!(report.errors[0].rule(), Rule::AmountOrLineItems);
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Losses {
    /// The values that the text lacks or has otherwise, in the order of the value.
    pub listed: Vec<(Path, Loss)>,
    /// The number of further such values.
    pub omitted: usize,
    /// The string or name in which half of a surrogate pair is, if there is one.
    pub lone_surrogate: Option<Path>,
}

/// Validates the text of a value: returns the report of [`validate_json`], and a violation of the rule `lost-in-json`
/// for each loss.
#[must_use]
pub fn validate_lossy(text: impl AsRef<[u8]>, losses: Losses, options: &Options) -> Report {
    let mut report = validate_json(text, options);
    if let [Violation { kind: ViolationKind::JsonSyntax { .. }, path, .. }] = report.errors.as_mut_slice() {
        *path = known_path(&losses.lone_surrogate.unwrap_or_default(), options.version);
        return report;
    }
    let Some(level) = options.level_of(Rule::LostInJson).filter(|_| !report.is_unreadable()) else { return report };
    let (list, omitted) = match level {
        Level::Error => (&mut report.errors, &mut report.omitted.errors),
        Level::Warning => (&mut report.warnings, &mut report.omitted.warnings),
    };
    for (path, cause) in losses.listed {
        let kind = ViolationKind::LostInJson { cause };
        list.push(Violation { level, path: known_path(&path, options.version), kind, body: BodyKind::Request });
    }
    *omitted = omitted.saturating_add(losses.omitted);
    let order = sort::order(list, |one, other| compare(one, other, options.version));
    let mut unsorted: Vec<Option<Violation>> = std::mem::take(list).into_iter().map(Some).collect();
    *list = order.iter().filter_map(|index| unsorted.get_mut(*index).and_then(Option::take)).collect();
    report.bounded(options.max_violations)
}

/// Returns the report on a value that a binding cannot write as JSON text: one error, of the rule `not-serializable` or
/// `body-size`, at the part of the value that is the cause.
///
/// Of the options, only `locale` and, for a request, `version` apply.
///
/// ```
/// use fintoc_preflight::{
///     BodyKind, Options, Path, Segment, Timestamp, ValueFault, ViolationKind, report_unserializable,
/// };
///
/// let options = Options::new("2026-01-13T12:00:00Z".parse::<Timestamp>()?);
/// let path = Path::from_iter([Segment::from("amount")]);
/// let kind = ViolationKind::NotSerializable { cause: ValueFault::BigInt };
/// let report = report_unserializable(kind, path, BodyKind::Request, &options);
/// assert_eq!(report.errors[0].param(), "amount");
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[must_use]
pub fn report_unserializable(kind: ViolationKind, path: Path, body: BodyKind, options: &Options) -> Report {
    let path = if body == BodyKind::Request { known_path(&path, options.version) } else { path };
    let violation = Violation { level: Level::Error, path, kind, body };
    Report { errors: vec![violation], locale: options.locale, ..Report::default() }
}

/// Returns a path whose names are those of the API, as far as the request has them, so that messages may name them.
fn known_path(path: &Path, version: Version) -> Path {
    let mut r#type = Some(type_of(version));
    let mut segments = Vec::with_capacity(path.segments().len());
    for segment in path.segments() {
        let (position, next) = step(segment, r#type);
        segments.push(match (position.name, segment) {
            (Some(name), _) => Segment::from(name),
            (None, Segment::Key(name)) => Segment::Key(Cow::Owned(name.to_string())),
            (None, Segment::Index(index)) => Segment::Index(*index),
        });
        r#type = next;
    }
    segments.into_iter().collect()
}

/// The place of a segment among the fields or elements of its parent.
struct Position {
    /// An unknown name comes after all fields.
    rank: usize,
    /// The name, if it is the API's.
    name: Option<&'static str>,
}

/// Returns the position of a segment in a value of a type, and the type of what it leads to.
fn step(segment: &Segment, r#type: Option<&'static Type>) -> (Position, Option<&'static Type>) {
    let unknown = Position { rank: usize::MAX, name: None };
    match (segment, r#type.map(|r#type| r#type.children)) {
        (Segment::Key(name), Some(Children::Fields(schema))) => {
            match schema.position(name, 0).and_then(|rank| Some((rank, schema.fields.get(rank)?))) {
                Some((rank, field)) => (Position { rank, name: Some(field.name) }, Some(&field.r#type)),
                None => (unknown, None),
            }
        }
        (Segment::Index(rank), Some(Children::Elements(r#type))) => {
            (Position { rank: *rank, name: None }, Some(r#type))
        }
        (Segment::Index(rank), _) => (Position { rank: *rank, name: None }, None),
        (Segment::Key(_), _) => (unknown, None),
    }
}

/// Compares two violations as a report orders them; those at two unknown names of one object as equal.
fn compare(one: &Violation, other: &Violation, version: Version) -> Ordering {
    let mut r#type = Some(type_of(version));
    for (segment, opposite) in one.path.segments().iter().zip(other.path.segments()) {
        let (position, next) = step(segment, r#type);
        if segment != opposite {
            return position.rank.cmp(&step(opposite, r#type).0.rank);
        }
        r#type = next;
    }
    let lengths = one.path.segments().len().cmp(&other.path.segments().len());
    lengths.then_with(|| one.rule().cmp(&other.rule()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::{LevelOverride, Levels};

    fn options() -> Options {
        Options::new("2026-01-13T12:00:00Z".parse().unwrap())
    }

    fn losses(paths: &[&[&'static str]]) -> Losses {
        let path =
            |names: &&[&'static str]| names.iter().map(|name| Segment::Key(Cow::Owned((*name).to_owned()))).collect();
        Losses { listed: paths.iter().map(|names| (path(names), Loss::Function)).collect(), ..Losses::default() }
    }

    /// The rule and the path of each violation.
    fn listed(violations: &[Violation]) -> Vec<String> {
        violations.iter().map(|violation| format!("{} {}", violation.rule(), violation.path)).collect()
    }

    const TEXT: &str =
        r#"{"x": 1, "amount": 1, "currency": "CLP", "success_url": "app://a.cl", "cancel_url": "app://a.cl"}"#;

    #[test]
    fn losses_are_in_the_order_of_the_fields_and_rules() {
        let found = losses(&[&["z"], &["y"], &["success_url"], &["metadata", "b", "c"], &["metadata"], &["amount"]]);
        let report = validate_lossy(TEXT, found, &options());
        assert_eq!(
            listed(&report.warnings),
            [
                "lost-in-json amount",
                "url-https cancel_url",
                "lost-in-json metadata",
                "lost-in-json metadata.b.c",
                "lost-in-json success_url",
                "url-https success_url",
                "unknown-field x",
                "lost-in-json z",
                "lost-in-json y",
            ]
        );
        assert!(report.is_valid());
    }

    #[test]
    fn a_name_of_the_api_is_named_in_the_message_and_another_is_not() {
        let report = validate_lossy("{}", losses(&[&["metadata", "amount"], &["amount"]]), &options());
        let messages: Vec<String> = report.warnings.iter().map(|violation| violation.message(report.locale)).collect();
        assert_eq!(
            messages,
            ["amount is a function, which is not sent.", "a value in metadata is a function, which is not sent.",]
        );
    }

    #[test]
    fn levels_and_the_limit_hold_for_losses() {
        let found = || Losses { omitted: 3, ..losses(&[&["amount"], &["flow"], &["ui_mode"]]) };
        let report = validate_lossy(TEXT, found(), &Options { max_violations: 2, ..options() });
        assert_eq!((listed(&report.warnings).len(), report.omitted.warnings), (2, 7));
        let strict = validate_lossy(TEXT, found(), &Options { strict: true, ..options() });
        assert_eq!((strict.is_valid(), strict.omitted.errors), (false, 3));
        let levels = Levels::default().with(Rule::LostInJson, LevelOverride::Allow).unwrap();
        let options = Options { levels, ..options() };
        assert_eq!(validate_lossy(TEXT, found(), &options), validate_json(TEXT, &options));
    }

    #[test]
    fn a_lone_surrogate_is_reported_at_its_field() {
        let lone_surrogate = Some(["customer_data", "name"].map(Segment::from).into_iter().collect());
        let found = Losses { lone_surrogate, ..losses(&[&["amount"]]) };
        let report = validate_lossy(r#"{"customer_data": {"name": "\ud83d"}}"#, found, &options());
        assert_eq!(listed(&report.errors), ["json-syntax customer_data.name"]);
        assert!(report.warnings.is_empty());
        let message = report.errors.first().unwrap().message(report.locale);
        assert!(message.starts_with("customer_data.name has half of a character"), "{message}");
    }
}
