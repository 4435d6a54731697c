//! Generates docs/rules.md and docs/rules.es.md from the catalogue.

mod words;

use std::iter;

use fintoc_preflight::schema::{Coverage, coverage};
use fintoc_preflight::{Citation, Example, FactInfo, FactType, Level, Locale, Reference, Rule, Version};

use self::words::{Counts, Words};

/// The first rule of each area.
const AREAS: [Rule; 6] = [
    Rule::JsonSyntax,
    Rule::EmailFormat,
    Rule::AmountPositive,
    Rule::CustomerXorCustomerData,
    Rule::PaymentMethodTypesForFlow,
    Rule::UiModeOnlyInPayment,
];

const REFERENCES: [Reference; 6] = [
    Reference::CreateV2,
    Reference::CreateV1,
    Reference::Object,
    Reference::Guide,
    Reference::Other,
    Reference::Inference,
];

pub(crate) fn rules_page(locale: Locale) -> String {
    let words = Words::of(locale);
    format!(
        "\
<!-- Generated from the catalogue of rules in src/ by `cargo xtask docs`. Change the rule, not this page. -->

{introduction}

{header}
|---|---|---|---|---|
{contents}

{areas}

## {sources}

{sources_header}
|---|---|
{documents}

{disagreements}
",
        introduction = words.introduction(&counts()),
        header = words.header,
        contents = lines(by_area(words).flat_map(|(area, rules)| rows(area, rules, words))),
        areas = paragraphs(by_area(words).map(|(area, rules)| section_of_area(area, rules, words))),
        sources = words.sources,
        sources_header = words.sources_header,
        documents = lines(REFERENCES.iter().map(|document| format!(
            "| {} | {} |",
            document.as_str(),
            document.title_in(locale)
        ))),
        disagreements = words.disagreements,
    )
}

fn counts() -> Counts {
    let count = |is_counted: fn(&Rule) -> bool| Rule::ALL.iter().filter(|rule| is_counted(rule)).count();
    Counts {
        all: Rule::ALL.len(),
        errors: count(|rule| rule.info().level == Level::Error),
        warnings: count(|rule| rule.info().level == Level::Warning),
        covered: count(|rule| coverage(*rule) != Coverage::None),
        in_part: count(|rule| matches!(coverage(*rule), Coverage::At(_) | Coverage::Part)),
    }
}

/// Iterates over the areas and their rules, in the order of the catalogue.
fn by_area(words: &Words) -> impl Iterator<Item = (&'static str, &'static [Rule])> {
    words.areas.into_iter().zip(Rule::ALL.chunk_by(|_, next| !AREAS.contains(next)))
}

/// Returns the rows of an area in the table of all rules; the first of them names it.
fn rows(area: &str, rules: &[Rule], words: &Words) -> impl Iterator<Item = String> {
    let anchor = area.to_lowercase().replace(' ', "-");
    let names = iter::once(format!("[{area}](#{anchor})")).chain(iter::repeat(String::new()));
    names.zip(rules).map(|(area, rule)| {
        let info = rule.info();
        let sources = commas(info.sources.iter().map(|source| source.reference.as_str().to_owned()));
        format!(
            "| {area} | [`{rule}`](#{rule}) | {} | {} | {sources} |",
            words.level(info.level),
            info.scope.describe(words.locale)
        )
    })
}

fn section_of_area(area: &str, rules: &[Rule], words: &Words) -> String {
    format!("## {area}\n\n{}", paragraphs(rules.iter().map(|rule| section(*rule, words))))
}

fn section(rule: Rule, words: &Words) -> String {
    let info = rule.info();
    let description = rule.describe(words.locale);
    format!(
        "\
### {rule}

{reported_when} {when}.
{note}
- {level_label}: {level}{fixed}
- {code}: {codes}
- {scope_label}: {scope}
- {reported_at}: {at}
{depends_on}{facts}- JSON Schema: {schema}
{sources}

{invalid}

{valid}",
        reported_when = words.reported_when,
        when = description.when,
        note = description.note.map(|note| format!("\n{note}.\n")).unwrap_or_default(),
        level_label = words.level,
        level = words.level(info.level),
        fixed = if rule.is_fixed() { words.fixed } else { "" },
        code = words.code,
        codes = commas(info.codes.iter().map(|code| format!("`{code}`"))),
        scope_label = words.scope,
        scope = description.scope,
        reported_at = words.reported_at,
        at = description.at,
        depends_on = depends_on(info.depends_on, words),
        facts = facts(rule.facts(), words),
        schema = schema(rule, words),
        sources = lines(description.sources.iter().map(|citation| source(citation, words))),
        invalid = example(words.invalid, description.invalid, words),
        valid = example(words.valid, description.valid, words),
    )
}

/// Returns a line with the fields that a rule depends on; empty if there are none.
fn depends_on(fields: &[&str], words: &Words) -> String {
    if fields.is_empty() {
        return String::new();
    }
    format!("- {}: {}\n", words.depends_on, commas(fields.iter().map(|field| format!("`{field}`"))))
}

/// Returns a line with the facts of a rule's violations; empty if there are none.
fn facts(facts: &[FactInfo], words: &Words) -> String {
    if facts.is_empty() {
        return String::new();
    }
    let fact = |fact: &FactInfo| {
        let optional = if fact.is_optional { format!(", {}", words.optional) } else { String::new() };
        let values = match fact.r#type {
            FactType::Text(values @ [_, ..]) => {
                format!(": {}", values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(" "))
            }
            _ => String::new(),
        };
        format!("`{}` ({}{optional}{values})", fact.name, fact.r#type.as_str())
    };
    format!("- {}: {}\n", words.facts, commas(facts.iter().map(fact)))
}

/// Returns the coverage of a rule by the schemas.
fn schema(rule: Rule, words: &Words) -> String {
    match coverage(rule) {
        Coverage::Whole => words.schema_whole.to_owned(),
        Coverage::At(field) => {
            let (before, after) = words.schema_at;
            format!("{before} `{field}`{after}")
        }
        Coverage::Part => words.schema_part.to_owned(),
        _ => words.schema_none.to_owned(),
    }
}

fn source(citation: &Citation, words: &Words) -> String {
    format!("- {}: {} ({})", words.source, citation.reference.title_in(words.locale), citation.part)
}

fn example(title: &str, example: Example, words: &Words) -> String {
    match example {
        Example::Body { version: Version::V1, body } => format!("{title}{}:\n\n```json\n{body}\n```", words.in_v1),
        Example::Body { version: Version::V2, body } => format!("{title}:\n\n```json\n{body}\n```"),
        Example::Words(words) => format!("{title}:\n\n```text\n{words}\n```"),
    }
}

fn commas(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

fn lines(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("\n")
}

fn paragraphs(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_in_the_order_of_the_catalogue() {
        assert!(AREAS.is_sorted());
        assert_eq!(AREAS[0], Rule::ALL[0], "the first rule is in an area");
    }

    #[test]
    fn every_document_is_explained() {
        let sources = Rule::ALL.iter().flat_map(|rule| rule.info().sources);
        for source in sources {
            assert!(REFERENCES.contains(&source.reference), "{} is not listed", source.reference.as_str());
        }
    }
}
