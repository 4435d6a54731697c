//! Validates a request, and writes its report.

use std::io;
use std::ops::AddAssign;
use std::time::{SystemTime, UNIX_EPOCH};

use fintoc_preflight::{Options, Report, Timestamp, Version, validate_json};

use crate::args::{CheckArgs, Format};
use crate::output;
use crate::text::Style;

/// A request, and its origin.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Request<'r> {
    /// The name of the file, safe for a terminal.
    pub(crate) name: &'r str,
    /// The version of the API that it is for.
    pub(crate) version: Version,
    /// The line number in the file, from 1, if there is a request on each line; otherwise `None`.
    pub(crate) line: Option<usize>,
    pub(crate) body: &'r [u8],
}

/// The numbers of requests and of violations in them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) requests: usize,
    pub(crate) invalid: usize,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
}

impl Tally {
    /// Returns the tally of one request.
    pub(crate) fn of(report: &Report) -> Self {
        let invalid = usize::from(!report.is_valid());
        let errors = report.errors.len().saturating_add(report.omitted.errors);
        let warnings = report.warnings.len().saturating_add(report.omitted.warnings);
        Self { requests: 1, invalid, errors, warnings }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.requests += other.requests;
        self.invalid += other.invalid;
        self.errors += other.errors;
        self.warnings += other.warnings;
    }
}

/// The options and the output format for requests.
#[derive(Clone)]
pub(crate) struct Judge {
    options: Options,
    /// True if the time is that of the options; otherwise it is the system clock's at each request.
    time_is_fixed: bool,
    form: Form,
}

/// The output format of reports.
#[derive(Clone)]
enum Form {
    Json,
    Text(Style),
}

impl Judge {
    pub(crate) fn new(args: &CheckArgs) -> io::Result<Self> {
        let options = Options {
            version: args.api,
            locale: args.language.locale(),
            strict: args.strict,
            levels: args.levels.0.clone(),
            ..Options::new(args.now.map_or_else(system_time, Ok)?)
        };
        let form = match args.format {
            Format::Json => Form::Json,
            Format::Text => Form::Text(Style::new(output::is_colored(args.color.choice), !args.no_source)),
        };
        Ok(Self { options, time_is_fixed: args.now.is_some(), form })
    }

    /// Returns the options at the present time: a stream of requests can last for days.
    pub(crate) fn options(&self) -> io::Result<Options> {
        let now = if self.time_is_fixed { self.options.now } else { system_time()? };
        Ok(Options { now, ..self.options.clone() })
    }

    /// Validates a request, appends its report to `text`, and returns its tally.
    pub(crate) fn judge(&self, request: &Request<'_>, options: &Options, text: &mut String) -> Tally {
        let report = validate_json(request.body, options);
        match &self.form {
            Form::Json => {
                text.push_str(&report.to_json());
                text.push('\n');
            }
            Form::Text(style) => text.push_str(&style.report(&report, request)),
        }
        Tally::of(&report)
    }
}

/// Returns the time of the system clock. The core itself takes the time as an option.
fn system_time() -> io::Result<Timestamp> {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
    let milliseconds = i64::try_from(since_1970.as_millis()).map_err(io::Error::other)?;
    Timestamp::from_milliseconds(milliseconds).map_err(io::Error::other)
}
