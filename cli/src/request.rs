//! A request of an input, and the counts of what was found in requests.

use std::ops::AddAssign;

use fintoc_preflight::{Report, Version};

/// A request, and its origin.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Request<'r> {
    /// The name of the file, safe for a terminal.
    pub(crate) name: &'r str,
    /// The name of the file as a relative reference of RFC 3986; a `file:` URI if it is absolute.
    pub(crate) uri: &'r str,
    /// The version of the API that it is for.
    pub(crate) version: Version,
    /// The line number in the file, from 1, if there is a request on each line; otherwise `None`.
    pub(crate) line: Option<usize>,
    pub(crate) body: &'r [u8],
}

impl Request<'_> {
    /// Converts a line of the request to a line of the file.
    pub(crate) fn line_of_file(&self, line: usize) -> usize {
        self.line.map_or(line, |first| first.saturating_add(line).saturating_sub(1))
    }
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
