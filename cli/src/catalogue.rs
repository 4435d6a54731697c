//! `rules`, `explain` and `schema`: print the catalogue as text or JSON.

use std::io::{self, Write};
use std::process::ExitCode;

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use fintoc_preflight::schema::json_schema;
use fintoc_preflight::{Example, Locale, Options, Rule, Timestamp, validate_json};

use crate::args::{ExplainArgs, Format, RulesArgs, SchemaArgs};
use crate::output::{is_colored, stdout, width};
use crate::request::Request;
use crate::text::Style;
use crate::words;

fn codes(rule: Rule) -> Vec<&'static str> {
    rule.info().codes.iter().map(|code| code.as_str()).collect()
}

/// The minimum width of a terminal for a table, in columns. A narrower one shows a list, whose wrapped lines are easier
/// to read than narrow cells.
const NARROWEST_TABLE: u16 = 72;

/// Prints every rule.
pub(crate) fn rules(args: &RulesArgs) -> io::Result<ExitCode> {
    let mut out = stdout();
    let locale = args.language.locale();
    match args.format {
        Format::Json => Rule::ALL.iter().try_for_each(|rule| writeln!(out, "{}", rule.to_json_in(locale)))?,
        Format::Text => {
            let width = width().and_then(|width| u16::try_from(width).ok()).filter(|width| *width >= NARROWEST_TABLE);
            writeln!(out, "{}", width.map_or_else(|| list(locale), |width| table(width, locale)).trim_fmt())?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Returns the rules as a table of `width` columns, for a terminal.
fn table(width: u16, locale: Locale) -> Table {
    let words = words::catalogue(locale);
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY).set_width(width);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_header([
        format!("{}, {}", words.rule, words.code),
        format!("{}, {}", words.level, words.scope),
        words.when.to_owned(),
    ]);
    for rule in Rule::ALL {
        let (info, description) = (rule.info(), rule.describe(locale));
        let (codes, level) = (codes(*rule).join("\n"), words::level(info.level, locale));
        table.add_row([
            format!("{rule}\n{codes}"),
            format!("{level}\n{}", description.scope),
            description.when.to_owned(),
        ]);
    }
    let scope = ColumnConstraint::UpperBoundary(Width::Fixed(16));
    table.set_constraints([ColumnConstraint::ContentWidth, scope]);
    table
}

/// Returns the rules one per line, for other programs.
fn list(locale: Locale) -> Table {
    let words = words::catalogue(locale);
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header([words.rule, words.level, words.scope, words.codes, words.when]);
    for rule in Rule::ALL {
        let (info, description) = (rule.info(), rule.describe(locale));
        let level = words::level(info.level, locale);
        table.add_row([rule.as_str(), level, &description.scope, &codes(*rule).join(", "), description.when]);
    }
    table.column_iter_mut().for_each(|column| {
        column.set_padding((0, 2));
    });
    table
}

/// Prints the explanation of one rule.
pub(crate) fn explain(args: &ExplainArgs) -> io::Result<ExitCode> {
    let mut out = stdout();
    match args.format {
        Format::Json => writeln!(out, "{}", args.rule.to_json_in(args.language.locale()))?,
        Format::Text => write_explanation(args, &mut out)?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Prints a schema, indented by two spaces.
pub(crate) fn schema(args: &SchemaArgs) -> io::Result<ExitCode> {
    let mut out = stdout();
    writeln!(out, "{:#}", json_schema(args.api, args.target))?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn write_explanation(args: &ExplainArgs, out: &mut impl Write) -> io::Result<()> {
    let (rule, locale) = (args.rule, args.language.locale());
    let (description, words) = (rule.describe(locale), words::catalogue(locale));
    let level = words::level(rule.info().level, locale);
    let fixed = if rule.is_fixed() { words.fixed } else { "" };
    writeln!(out, "{rule}: {level}{fixed}\n")?;
    writeln!(out, "{} {}.\n", words.reported_when, description.when)?;
    if let Some(note) = description.note {
        writeln!(out, "{note}.\n")?;
    }
    write_field(out, words.at, description.at)?;
    write_field(out, words.code, &codes(rule).join(", "))?;
    write_field(out, words.scope, &description.scope)?;
    for source in &description.sources {
        write_field(out, words.source, &words::source(source, locale))?;
    }
    writeln!(out, "\n{}\n\n{}", words.invalid, text(description.invalid))?;
    write!(out, "\n{}", invalid_report(args)?)?;
    writeln!(out, "{}\n\n{}", words.valid, text(description.valid))
}

/// Writes a line with a name and a value, aligned with those of other lines.
fn write_field(out: &mut impl Write, name: &str, value: &str) -> io::Result<()> {
    writeln!(out, "{name:<8} {value}")
}

const fn text(example: Example) -> &'static str {
    match example {
        Example::Body { body, .. } => body,
        Example::Words(words) => words,
    }
}

/// Returns the report on the invalid example of the rule, followed by an empty line.
fn invalid_report(args: &ExplainArgs) -> io::Result<String> {
    let Example::Body { version, body } = args.rule.info().invalid else { return Ok(String::new()) };
    let now: Timestamp = EXAMPLES_ARE_SENT_AT.parse().map_err(io::Error::other)?;
    let report = validate_json(body, &Options::new(now).version(version).locale(args.language.locale()));
    let request = Request { name: "example", uri: "example", version, line: None, body: body.as_bytes() };
    Ok(Style::new(is_colored(args.color.choice), true).violations(&report, &request))
}

/// The time at which the catalogue's examples are valid.
const EXAMPLES_ARE_SENT_AT: &str = "2026-01-13T12:00:00Z";
