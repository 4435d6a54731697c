//! Validates a request, and writes its report.

use std::io;
use std::time::{SystemTime, UNIX_EPOCH};

use fintoc_preflight::{Options, Path, Timestamp, validate_json};

use crate::args::{CheckArgs, ReportFormat};
use crate::fix::{Fixed, fix};
use crate::request::{Request, Tally};
use crate::summary::Summary;
use crate::text::{self, Style};
use crate::{github, junit, output, sarif};

/// The options and the output format for requests.
#[derive(Clone)]
pub(crate) struct Checker {
    options: Options,
    /// True if the time is that of the options; otherwise it is the system clock's at each request.
    time_is_fixed: bool,
    form: Form,
    /// True if requests are counted instead of reported.
    counts: bool,
    group_by: Option<Path>,
}

/// The output format of reports.
#[derive(Clone)]
enum Form {
    Json,
    Text(Style),
    Github,
    Sarif,
    Junit,
}

impl Checker {
    pub(crate) fn new(args: &CheckArgs) -> io::Result<Self> {
        let now = args.now.map_or_else(system_time, Ok)?;
        let options = Options::new(now).version(args.api).locale(args.language.locale()).strict(args.strict);
        let options = args.levels.apply(options).map_err(io::Error::other)?;
        let form = match args.format {
            ReportFormat::Json => Form::Json,
            ReportFormat::Github => Form::Github,
            ReportFormat::Sarif => Form::Sarif,
            ReportFormat::Junit => Form::Junit,
            ReportFormat::Text => Form::Text(Style::new(output::is_colored(args.color.choice), !args.no_source)),
        };
        let group_by = args.group_by.clone();
        Ok(Self { options, time_is_fixed: args.now.is_some(), form, counts: args.summary, group_by })
    }

    /// Returns the options at the present time: a stream of requests can last for days.
    pub(crate) fn options(&self) -> io::Result<Options> {
        let now = if self.time_is_fixed { self.options.now } else { system_time()? };
        Ok(self.options.clone().now(now))
    }

    /// Validates a request, and returns its tally. Appends its report to `text`, or its counts to `summary`.
    pub(crate) fn check(
        &self,
        request: &Request<'_>,
        options: &Options,
        text: &mut String,
        summary: &mut Summary,
    ) -> Tally {
        let report = validate_json(request.body, options);
        if self.counts {
            summary.add(&report, request.body, self.group_by.as_ref());
            return Tally::of(&report);
        }
        match &self.form {
            Form::Json => {
                text.push_str(&report.to_json());
                text.push('\n');
            }
            Form::Text(style) => text.push_str(&style.report(&report, request)),
            Form::Github => text.push_str(&github::annotations(&report, request)),
            Form::Sarif => text.push_str(&sarif::results(&report, request)),
            Form::Junit => text.push_str(&junit::case(&report, request)),
        }
        Tally::of(&report)
    }

    /// Returns a request with its certain fixes; `None` if there is none. With `lists`, and if reports are for people,
    /// appends to `text` what was changed.
    pub(crate) fn fix(
        &self,
        request: &Request<'_>,
        options: &Options,
        text: &mut String,
        lists: bool,
    ) -> Option<Vec<u8>> {
        let Fixed { body, fixes } = fix(request.body, options)?;
        if lists && matches!(self.form, Form::Text(_)) {
            text.push_str(&text::fixes(&fixes, request, options.locale));
        }
        Some(body)
    }
}

/// Returns the time of the system clock. The core itself takes the time as an option.
fn system_time() -> io::Result<Timestamp> {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
    let milliseconds = i64::try_from(since_1970.as_millis()).map_err(io::Error::other)?;
    Timestamp::from_milliseconds(milliseconds).map_err(io::Error::other)
}
