//! The command line.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{
    Arg, ArgAction, ArgMatches, Args, ColorChoice, FromArgMatches, Parser, Subcommand, ValueEnum, value_parser,
};
use fintoc_preflight::schema::Target;
use fintoc_preflight::{
    FixedLevelError, LevelOverride, Locale, Options, ParseTimestampError, Rule, Timestamp, Version,
};

use crate::summary::parse_path;

const EXIT_CODES: &str = "\
Exit codes:
  0    every request is valid (warnings may be reported)
  1    a request is invalid, or --diff has found a fix
  2    an argument is wrong, or a file could not be read or written; all others are still checked
  141  the reader of the output closed it early

This project is not Fintoc's.";

/// Checks requests to create a Fintoc checkout session before they are sent.
#[derive(Debug, Parser)]
#[command(name = "fintoc-preflight", version, args_conflicts_with_subcommands = true, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    #[command(flatten)]
    pub(crate) check: CheckArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check requests (the default command)
    #[command(after_help = EXIT_CODES)]
    Check(CheckArgs),
    /// List every rule
    Rules(RulesArgs),
    /// Explain a rule: condition, sources, and an invalid and a valid example
    Explain(ExplainArgs),
    /// Print the JSON Schema of a request
    Schema(SchemaArgs),
    /// Write a first request, and a test of it in the language of the project in this folder
    Init(InitArgs),
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "flags of the command line")]
pub(crate) struct CheckArgs {
    /// Files to check, each with one request as JSON; `-` or no FILE reads standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    /// Version of the API that the requests are for
    #[arg(long, default_value = "v2", value_parser = one_of::<Version, 2>(["v1", "v2"]))]
    pub(crate) api: Version,

    /// Time at which the requests are sent, as RFC 3339 or in milliseconds since 1970 [default: now]
    #[arg(long, value_name = "TIME", value_parser = timestamp)]
    pub(crate) now: Option<Timestamp>,

    /// Report every warning as an error
    #[arg(long)]
    pub(crate) strict: bool,

    #[command(flatten)]
    pub(crate) levels: LevelArgs,

    /// Read one request per line, and write the reports in order; a FILE may be a folder of .ndjson and .jsonl files, or
    /// a pattern with `*`, and .gz and .zst are decompressed
    #[arg(long)]
    pub(crate) ndjson: bool,

    /// With --ndjson, write the number of violations of each rule instead of reports
    #[arg(long, requires = "ndjson", conflicts_with_all = ["fix", "diff"])]
    pub(crate) summary: bool,

    /// With --summary, count by the value at PATH too, such as `metadata.store`; the values are in the output
    #[arg(long, value_name = "PATH", requires = "summary", value_parser = parse_path)]
    pub(crate) group_by: Option<fintoc_preflight::Path>,

    /// With --summary, keep the counts in PROGRESS after each file, and continue from there in the next run
    #[arg(long, value_name = "PROGRESS", requires = "summary")]
    pub(crate) resume: Option<PathBuf>,

    /// Write one line per violation, without excerpts of the request, for logs
    #[arg(long)]
    pub(crate) no_source: bool,

    #[command(flatten)]
    pub(crate) fixes: FixArgs,

    /// `text` shows the first 100 violations of each request; `json` writes one report per line, which contains no text
    /// of the request except the keys in paths; `github` writes annotations, `sarif` and `junit` the formats of these
    /// names
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ReportFormat,

    #[command(flatten)]
    pub(crate) language: LanguageArgs,

    #[command(flatten)]
    pub(crate) color: ColorArgs,
}

#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    /// `text` writes a table, `json` one rule per line
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,

    #[command(flatten)]
    pub(crate) language: LanguageArgs,
}

#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    #[command(flatten)]
    pub(crate) language: LanguageArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// Id of the rule
    pub(crate) rule: Rule,

    /// Format of the output
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,

    #[command(flatten)]
    pub(crate) language: LanguageArgs,

    #[command(flatten)]
    pub(crate) color: ColorArgs,
}

#[derive(Debug, Args)]
pub(crate) struct SchemaArgs {
    /// Version of the API that the request is for
    #[arg(long, default_value = "v2", value_parser = one_of::<Version, 2>(["v1", "v2"]))]
    pub(crate) api: Version,

    /// Dialect of JSON Schema
    #[arg(
        long,
        default_value = "draft-2020-12",
        value_parser = one_of::<Target, 3>(["draft-2020-12", "draft-07", "openapi-3.0"])
    )]
    pub(crate) target: Target,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum ReportFormat {
    #[default]
    Text,
    Json,
    Github,
    Sarif,
    Junit,
}

#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct FixArgs {
    /// Write every certain fix to the files, then report what is left; standard input is fixed to standard output
    #[arg(long, conflicts_with = "diff")]
    pub(crate) fix: bool,

    /// Write every certain fix to standard output as a unified diff, and change no file; exits with 1 if there is one
    #[arg(long)]
    pub(crate) diff: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ColorArgs {
    /// Colour the text; `auto` colours it on a terminal, unless `NO_COLOR` is set
    #[arg(long = "color", value_name = "WHEN", value_enum, default_value_t)]
    pub(crate) choice: ColorChoice,
}

#[derive(Debug, Args)]
pub(crate) struct LanguageArgs {
    /// Language of the output [default: that of `LC_ALL`, `LC_MESSAGES` or `LANG` if it is Spanish, else en]
    #[arg(long = "lang", value_parser = one_of::<Locale, 2>(["en", "es"]))]
    language: Option<Locale>,
}

impl LanguageArgs {
    pub(crate) fn locale(&self) -> Locale {
        self.language.unwrap_or_else(|| locale_of_environment(env::var_os))
    }
}

/// Returns the language of the environment: that of the first variable that is neither unset nor empty.
fn locale_of_environment(variable: impl Fn(&'static str) -> Option<OsString>) -> Locale {
    let values = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable);
    match values.into_iter().find(|value| !value.is_empty()) {
        Some(value) if value.as_encoded_bytes().starts_with(b"es") => Locale::Es,
        _ => Locale::En,
    }
}

/// The level overrides, in the order of the command line.
#[derive(Debug)]
pub(crate) struct LevelArgs(Vec<(Rule, LevelOverride)>);

impl LevelArgs {
    /// Sets the levels in `options`.
    pub(crate) fn apply(&self, options: Options) -> Result<Options, FixedLevelError> {
        self.0.iter().try_fold(options, |options, (rule, level)| options.level(*rule, *level))
    }
}

const LEVEL_FLAGS: [(&str, LevelOverride, &str); 3] = [
    (
        "allow",
        LevelOverride::Allow,
        "Do not report RULE, an id that `rules` lists; the last of --allow, --warn and --deny for a rule applies",
    ),
    ("warn", LevelOverride::Warn, "Report RULE as a warning"),
    ("deny", LevelOverride::Deny, "Report RULE as an error"),
];

/// Implemented by hand: clap derives one list for each flag, and the order between the flags would be lost.
impl Args for LevelArgs {
    fn augment_args(command: clap::Command) -> clap::Command {
        command.args(LEVEL_FLAGS.map(|(flag, _, help)| {
            Arg::new(flag)
                .long(flag)
                .value_name("RULE")
                .action(ArgAction::Append)
                .value_parser(value_parser!(Rule))
                .help(help)
        }))
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for LevelArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut settings = Vec::new();
        for (flag, setting, _) in LEVEL_FLAGS {
            let indices = matches.indices_of(flag).into_iter().flatten();
            let rules = matches.get_many::<Rule>(flag).into_iter().flatten();
            settings.extend(indices.zip(rules).map(|(index, rule)| (index, *rule, setting)));
        }
        settings.sort_by_key(|(index, ..)| *index);
        let levels = Self(settings.into_iter().map(|(_, rule, setting)| (rule, setting)).collect());
        match levels.apply(Options::new(Timestamp::UNIX_EPOCH)) {
            Ok(_) => Ok(levels),
            Err(error) => Err(clap::Error::raw(ErrorKind::ValueValidation, error)),
        }
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Parses a time: RFC 3339, or milliseconds since 1970-01-01T00:00:00Z.
fn timestamp(text: &str) -> Result<Timestamp, ParseTimestampError> {
    text.parse().map_or_else(|_| text.parse(), Timestamp::from_milliseconds)
}

/// A parser that accepts one of `words`, and converts it with `FromStr`.
fn one_of<T, const N: usize>(words: [&'static str; N]) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err: std::error::Error + Send + Sync> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(words).try_map(|word| word.parse::<T>())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_first_variable_that_says_anything_sets_the_language() {
        let locale = |values: [(&str, &str); 3]| {
            locale_of_environment(|name| {
                values.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value))
            })
        };
        assert_eq!(locale([("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "es_CL.UTF-8")]), Locale::Es);
        assert_eq!(locale([("LC_ALL", "C"), ("LC_MESSAGES", "es_MX"), ("LANG", "es_CL.UTF-8")]), Locale::En);
        assert_eq!(locale([("LC_ALL", ""), ("LC_MESSAGES", "es"), ("LANG", "en_GB.UTF-8")]), Locale::Es);
        assert_eq!(locale_of_environment(|_| None), Locale::En);
    }
}
