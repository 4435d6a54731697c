//! `rules`, `explain` and `schema`: the catalogue, for people and for programs.

use std::io::{self, Write};
use std::process::ExitCode;

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use fintoc_preflight::schema::json_schema;
use fintoc_preflight::{Example, Level, Options, Rule, Timestamp, validate_json};

use crate::args::{ExplainArgs, Format, RulesArgs, SchemaArgs};
use crate::judge::Request;
use crate::output::{is_colored, stdout, width};
use crate::text::Style;

fn codes(rule: Rule) -> Vec<&'static str> {
    rule.info().codes.iter().map(|code| code.id()).collect()
}

/// A narrower terminal wraps the lines of a list better than a table its cells.
const NARROWEST_TABLE: u16 = 72;

/// Lists every rule.
pub(crate) fn rules(args: &RulesArgs) -> io::Result<ExitCode> {
    let mut out = stdout();
    match args.format {
        Format::Json => Rule::ALL.iter().try_for_each(|rule| writeln!(out, "{}", rule.to_json()))?,
        Format::Text => {
            let width = width().and_then(|width| u16::try_from(width).ok()).filter(|width| *width >= NARROWEST_TABLE);
            writeln!(out, "{}", width.map_or_else(list, table).trim_fmt())?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The rules as a table that is `width` wide, for a terminal.
fn table(width: u16) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY).set_width(width);
    table.set_content_arrangement(ContentArrangement::Dynamic).set_header([
        "rule, code",
        "level, scope",
        "reported when",
    ]);
    for rule in Rule::ALL {
        let info = rule.info();
        let (codes, level) = (codes(*rule).join("\n"), info.level.id());
        table.add_row([format!("{rule}\n{codes}"), format!("{level}\n{}", info.scope), info.when.to_owned()]);
    }
    let scope = ColumnConstraint::UpperBoundary(Width::Fixed(16));
    table.set_constraints([ColumnConstraint::ContentWidth, scope]);
    table
}

/// The rules with one on each line, for other programs.
fn list() -> Table {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(["rule", "level", "scope", "codes", "reported when"]);
    for rule in Rule::ALL {
        let info = rule.info();
        table.add_row([rule.id(), info.level.id(), info.scope, &codes(*rule).join(", "), info.when]);
    }
    table.column_iter_mut().for_each(|column| {
        column.set_padding((0, 2));
    });
    table
}

/// Explains one rule.
pub(crate) fn explain(args: &ExplainArgs) -> io::Result<ExitCode> {
    let mut out = stdout();
    match args.format {
        Format::Json => writeln!(out, "{}", args.rule.to_json())?,
        Format::Text => write_explanation(args, &mut out)?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Prints a schema, indented.
pub(crate) fn schema(args: &SchemaArgs) -> io::Result<ExitCode> {
    let mut out = stdout();
    writeln!(out, "{:#}", json_schema(args.api, args.target))?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

fn write_explanation(args: &ExplainArgs, out: &mut impl Write) -> io::Result<()> {
    let (rule, info) = (args.rule, args.rule.info());
    let level = match (info.level, rule.is_fixed()) {
        (Level::Error, false) => "error",
        (Level::Error, true) => "error, which cannot be lowered",
        (Level::Warning, _) => "warning",
    };
    writeln!(out, "{rule}: {level}\n")?;
    writeln!(out, "Reported when {}.\n", info.when)?;
    writeln!(out, "at       {}", info.at)?;
    writeln!(out, "code     {}", codes(rule).join(", "))?;
    writeln!(out, "scope    {}", info.scope)?;
    for source in info.sources {
        writeln!(out, "source   {} ({})", source.document.title(), source.part)?;
    }
    writeln!(out, "\nThis breaks it:\n\n{}", shown(info.breaks))?;
    write!(out, "\n{}", broken(args)?)?;
    writeln!(out, "This keeps it:\n\n{}", shown(info.keeps))
}

const fn shown(example: Example) -> &'static str {
    match example {
        Example::Body { body, .. } => body,
        Example::Words(words) => words,
    }
}

/// The report on the example that breaks the rule, with an empty line after it.
fn broken(args: &ExplainArgs) -> io::Result<String> {
    let Example::Body { version, body } = args.rule.info().breaks else { return Ok(String::new()) };
    let now: Timestamp = EXAMPLES_ARE_SENT_AT.parse().map_err(io::Error::other)?;
    let report = validate_json(body, &Options { version, locale: args.language.locale(), ..Options::new(now) });
    let request = Request { name: "example", version, line: None, body: body.as_bytes() };
    Ok(Style::new(is_colored(args.color.choice), true).violations(&report, &request))
}

/// The time that the examples' own times fit.
const EXAMPLES_ARE_SENT_AT: &str = "2026-01-13T12:00:00Z";
