//! Generates docs/rules.md from the catalogue.

use std::iter;

use fintoc_preflight::schema::{Coverage, coverage};
use fintoc_preflight::{Citation, Example, FactInfo, FactType, Level, Locale, Reference, Rule, Version};

/// The areas of the catalogue, each with its first rule.
const AREAS: [(&str, Rule); 6] = [
    ("Shape", Rule::JsonSyntax),
    ("Format", Rule::EmailFormat),
    ("Amount", Rule::AmountPositive),
    ("Customer", Rule::CustomerXorCustomerData),
    ("Payment methods", Rule::PaymentMethodTypesForFlow),
    ("Redirects and expiry", Rule::UiModeOnlyInPayment),
];

const REFERENCES: [Reference; 6] = [
    Reference::CreateV2,
    Reference::CreateV1,
    Reference::Object,
    Reference::Guide,
    Reference::Other,
    Reference::Inference,
];

pub(crate) fn rules_page() -> String {
    let (errors, warnings): (Vec<Rule>, Vec<Rule>) =
        Rule::ALL.iter().partition(|rule| rule.info().level == Level::Error);
    format!(
        "\
<!-- Generated from the catalogue of rules in src/ by `cargo xtask docs`. Change the rule, not this page. -->

# Rules

There are {all} rules: {errors} are errors and {warnings} are warnings.

An error makes a request invalid: the documentation says that the API refuses it, the value cannot be what its field is
named, or several integrators saw the API refuse it. A warning does not: the API may accept the request, but a person
should look. A caller can change the level of a rule, unless the rule is marked as fixed.

Each violation has a code in the API's own vocabulary. Which rule has which code is this project's reading, not Fintoc's
promise. The names of the sources are explained [at the end](#sources).

The JSON Schemas cover {covered} of the rules, {in_part} of them in part: a schema refuses the requests that
violate one of these, and no others. Its descriptions name the rest: warnings, and rules that JSON Schema cannot express.

Each rule has an invalid and a valid example, for version 2 of the API unless marked otherwise, and for a `now` of
2026-01-13T12:00:00Z.

| area | rule | level | scope | sources |
|---|---|---|---|---|
{contents}

{areas}

## Sources

| name | document |
|---|---|
{documents}

Where they disagree, and what was chosen, is in [contradictions.md](contradictions.md).
",
        all = Rule::ALL.len(),
        covered = Rule::ALL.iter().filter(|rule| coverage(**rule) != Coverage::None).count(),
        in_part =
            Rule::ALL.iter().filter(|rule| matches!(coverage(**rule), Coverage::At(_) | Coverage::Part)).count(),
        errors = errors.len(),
        warnings = warnings.len(),
        contents = lines(by_area().flat_map(|(area, rules)| rows(area, rules))),
        areas = paragraphs(by_area().map(|(area, rules)| section_of_area(area, rules))),
        documents = lines(REFERENCES.iter().map(|document| format!("| {} | {} |", document.as_str(), document.title()))),
    )
}

/// Iterates over the areas and their rules, in the order of the catalogue.
fn by_area() -> impl Iterator<Item = (&'static str, &'static [Rule])> {
    Rule::ALL.chunk_by(|one, next| area_of(*one) == area_of(*next)).map(|rules| {
        let area = rules.first().map_or("", |first| area_of(*first));
        (area, rules)
    })
}

fn area_of(rule: Rule) -> &'static str {
    AREAS.iter().rfind(|(_, first)| *first <= rule).map_or("", |(area, _)| area)
}

/// Returns the rows of an area in the table of all rules; the first of them names it.
fn rows(area: &str, rules: &[Rule]) -> impl Iterator<Item = String> {
    let anchor = area.to_lowercase().replace(' ', "-");
    let names = iter::once(format!("[{area}](#{anchor})")).chain(iter::repeat(String::new()));
    names.zip(rules).map(|(area, rule)| {
        let info = rule.info();
        let sources = commas(info.sources.iter().map(|source| source.reference.as_str().to_owned()));
        format!(
            "| {area} | [`{rule}`](#{rule}) | {} | {} | {sources} |",
            info.level.as_str(),
            info.scope.describe(Locale::En)
        )
    })
}

fn section_of_area(area: &str, rules: &[Rule]) -> String {
    format!("## {area}\n\n{}", paragraphs(rules.iter().map(|rule| section(*rule))))
}

fn section(rule: Rule) -> String {
    let info = rule.info();
    format!(
        "\
### {rule}

Reported when {when}.
{note}
- Level: {level}{fixed}
- Code: {codes}
- Scope: {scope}
- Reported at: {at}
{depends_on}{facts}- JSON Schema: {schema}
{sources}

{invalid}

{valid}",
        when = info.when,
        note = rule.describe(Locale::En).note.map(|note| format!("\n{note}.\n")).unwrap_or_default(),
        level = info.level.as_str(),
        fixed = if rule.is_fixed() { ", fixed: it cannot be lowered" } else { "" },
        codes = commas(info.codes.iter().map(|code| format!("`{code}`"))),
        scope = info.scope.describe(Locale::En),
        at = info.at,
        depends_on = depends_on(info.depends_on),
        facts = facts(rule.facts()),
        schema = schema(rule),
        sources = lines(info.sources.iter().map(source)),
        invalid = example("Invalid", info.invalid),
        valid = example("Valid", info.valid),
    )
}

/// Returns a line with the fields that a rule depends on; empty if there are none.
fn depends_on(fields: &[&str]) -> String {
    if fields.is_empty() {
        return String::new();
    }
    format!("- Depends on: {}\n", commas(fields.iter().map(|field| format!("`{field}`"))))
}

/// Returns a line with the facts of a rule's violations; empty if there are none.
fn facts(facts: &[FactInfo]) -> String {
    if facts.is_empty() {
        return String::new();
    }
    let fact = |fact: &FactInfo| {
        let optional = if fact.is_optional { ", optional" } else { "" };
        let values = match fact.r#type {
            FactType::Text(values @ [_, ..]) => {
                format!(": {}", values.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(" "))
            }
            _ => String::new(),
        };
        format!("`{}` ({}{optional}{values})", fact.name, fact.r#type.as_str())
    };
    format!("- Facts: {}\n", commas(facts.iter().map(fact)))
}

/// Returns the coverage of a rule by the schemas.
fn schema(rule: Rule) -> String {
    match coverage(rule) {
        Coverage::Whole => "refuses every violation".to_owned(),
        Coverage::At(field) => format!("refuses a violation at `{field}`; names the rule for the rest"),
        Coverage::Part => "refuses every violation, except by a character from U+E0000 to U+E0FFF alone".to_owned(),
        _ => "names the rule in a description".to_owned(),
    }
}

fn source(source: &Citation) -> String {
    format!("- Source: {} ({})", source.reference.title(), source.part)
}

fn example(title: &str, example: Example) -> String {
    match example {
        Example::Body { version: Version::V1, body } => format!("{title}, in version 1:\n\n```json\n{body}\n```"),
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
        assert!(AREAS.is_sorted_by_key(|(_, first)| *first));
        assert_eq!(AREAS[0].1, Rule::ALL[0], "the first rule is in an area");
    }

    #[test]
    fn every_document_is_explained() {
        let sources = Rule::ALL.iter().flat_map(|rule| rule.info().sources);
        for source in sources {
            assert!(REFERENCES.contains(&source.reference), "{} is not listed", source.reference.as_str());
        }
    }
}
