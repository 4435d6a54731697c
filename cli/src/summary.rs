//! `--summary`: counts in place of reports.

use std::collections::BTreeMap;
use std::io::{self, Write};

use fintoc_preflight::{Path, Report, Rule, Segment, locate};
use serde_json::{Value, json};

use crate::request::Tally;
use crate::visible::visible_text;

/// The number of groups that are counted by themselves; requests of further ones are counted together.
const MAX_GROUPS: usize = 10_000;

/// The number of characters of a group's value that are kept.
const MAX_CHARACTERS: usize = 100;

/// The key of the further groups: no JSON text, so no value has it.
const OTHERS: &str = "others";

/// The counts of requests and of violations by rule, in all and by group.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Summary {
    all: Counts,
    /// By the JSON text of the value.
    groups: BTreeMap<String, Counts>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Counts {
    tally: Tally,
    /// By whether the level is `warning`, and the rule.
    rules: BTreeMap<(bool, Rule), Found>,
}

/// The numbers of violations of a rule, and of requests that have one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Found {
    violations: usize,
    requests: usize,
}

impl Summary {
    /// Counts a request. `group_by` is the path to the value that its group has.
    pub(crate) fn add(&mut self, report: &Report, body: &[u8], group_by: Option<&Path>) {
        let mut counts = Counts { tally: Tally::of(report), rules: BTreeMap::new() };
        for (is_warning, violations) in [(false, &report.errors), (true, &report.warnings)] {
            for violation in violations {
                let found = counts.rules.entry((is_warning, violation.rule())).or_default();
                found.violations += 1;
                found.requests = 1;
            }
        }
        if let Some(path) = group_by {
            self.group(group_of(body, path)).merge(&counts);
        }
        self.all.merge(&counts);
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.all.merge(&other.all);
        for (group, counts) in &other.groups {
            self.group(group.clone()).merge(counts);
        }
    }

    fn group(&mut self, group: String) -> &mut Counts {
        let is_counted = self.groups.len() < MAX_GROUPS || self.groups.contains_key(&group);
        self.groups.entry(if is_counted { group } else { OTHERS.to_owned() }).or_default()
    }

    pub(crate) const fn tally(&self) -> Tally {
        self.all.tally
    }

    /// Returns the summary as a JSON value, which [`from_value`](Self::from_value) reads.
    pub(crate) fn to_value(&self) -> Value {
        let mut value = self.all.to_value();
        if !self.groups.is_empty() {
            let groups = self.groups.iter().map(|(group, counts)| {
                let mut value = counts.to_value();
                match serde_json::from_str::<Value>(group) {
                    Ok(group) => value["group"] = group,
                    Err(_) => value[OTHERS] = true.into(),
                }
                value
            });
            value["groups"] = groups.collect();
        }
        value
    }

    pub(crate) fn from_value(value: &Value) -> Option<Self> {
        let groups = value.get("groups").and_then(Value::as_array).into_iter().flatten();
        let groups = groups.map(|value| {
            let group = value.get("group").map_or_else(|| OTHERS.to_owned(), Value::to_string);
            Some((group, Counts::from_value(value)?))
        });
        Some(Self { all: Counts::from_value(value)?, groups: groups.collect::<Option<_>>()? })
    }

    /// Writes the rules, the most frequent first, of all requests and then of each group.
    pub(crate) fn write_text(&self, out: &mut dyn Write) -> io::Result<()> {
        self.all.write_text("", out)?;
        for (group, counts) in &self.groups {
            let Tally { requests, invalid, .. } = counts.tally;
            writeln!(out, "{}: {invalid}/{requests}", visible_text(group))?;
            counts.write_text("  ", out)?;
        }
        Ok(())
    }
}

impl Counts {
    fn merge(&mut self, other: &Self) {
        self.tally += other.tally;
        for (rule, found) in &other.rules {
            let sum = self.rules.entry(*rule).or_default();
            sum.violations += found.violations;
            sum.requests += found.requests;
        }
    }

    /// Returns the rules, the most frequent first.
    fn sorted(&self) -> Vec<(bool, Rule, Found)> {
        let mut rules: Vec<_> =
            self.rules.iter().map(|((is_warning, rule), found)| (*is_warning, *rule, *found)).collect();
        rules.sort_by_key(|(.., found)| std::cmp::Reverse(found.violations));
        rules
    }

    fn to_value(&self) -> Value {
        let Tally { requests, invalid, errors, warnings } = self.tally;
        let rules: Vec<Value> = self
            .sorted()
            .into_iter()
            .map(|(is_warning, rule, Found { violations, requests })| {
                json!({"rule": rule.as_str(), "level": level(is_warning), "violations": violations, "requests": requests})
            })
            .collect();
        json!({"requests": requests, "invalid": invalid, "errors": errors, "warnings": warnings, "rules": rules})
    }

    fn from_value(value: &Value) -> Option<Self> {
        let number = |value: &Value, name: &str| usize::try_from(value.get(name)?.as_u64()?).ok();
        let tally = Tally {
            requests: number(value, "requests")?,
            invalid: number(value, "invalid")?,
            errors: number(value, "errors")?,
            warnings: number(value, "warnings")?,
        };
        let rules = value.get("rules")?.as_array()?.iter().map(|found| {
            let rule = found.get("rule")?.as_str()?.parse().ok()?;
            let found_in = Found { violations: number(found, "violations")?, requests: number(found, "requests")? };
            Some(((found.get("level")?.as_str()? == level(true), rule), found_in))
        });
        Some(Self { tally, rules: rules.collect::<Option<_>>()? })
    }

    fn write_text(&self, indent: &str, out: &mut dyn Write) -> io::Result<()> {
        for (is_warning, rule, Found { violations, .. }) in self.sorted() {
            writeln!(out, "{indent}{violations:>10} {:<8} {rule}", level(is_warning))?;
        }
        Ok(())
    }
}

const fn level(is_warning: bool) -> &'static str {
    if is_warning { "warning" } else { "error" }
}

/// Returns the JSON text of a group: of the value at a path; of an object or an array only its brackets; `null` if there
/// is no value, or the body is not JSON.
fn group_of(body: &[u8], path: &Path) -> String {
    let text = std::str::from_utf8(body).unwrap_or_default();
    let found = locate(text, path).first().and_then(|found| text.get(found.value.clone()));
    match serde_json::from_str::<Value>(found.unwrap_or("null")) {
        Ok(Value::String(text)) => Value::String(text.chars().take(MAX_CHARACTERS).collect()).to_string(),
        Ok(Value::Object(_)) => "{}".to_owned(),
        Ok(Value::Array(_)) => "[]".to_owned(),
        Ok(value) => value.to_string(),
        Err(_) => "null".to_owned(),
    }
}

/// Parses a path in the form of Fintoc's `param`, such as `metadata.store` or `line_items[0].price`.
///
/// # Errors
///
/// - an empty text: no name
/// - `metadata.`, `a..b`: an empty name
/// - `line_items[x]`: no index
pub(crate) fn parse_path(text: &str) -> Result<Path, String> {
    let mut segments = Vec::new();
    for part in text.split('.') {
        let (name, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
        if name.is_empty() {
            return Err("a path is names with dots between them, such as metadata.store".to_owned());
        }
        segments.push(Segment::Key(name.to_owned().into()));
        while !rest.is_empty() {
            let index = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'));
            let (index, after) = index.ok_or("an index is a number in brackets, such as line_items[0]")?;
            segments.push(Segment::Index(index.parse().map_err(|_| "an index is a number in brackets")?));
            rest = after;
        }
    }
    Ok(segments.into())
}
