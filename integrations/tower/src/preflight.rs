//! The settings of the layer and of the extractor.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use fintoc_preflight::{Options, Report, Timestamp, Version};
use fintoc_preflight_http::version_of;
use http::{Method, Request};

/// What happens to an invalid request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// It is answered, and does not reach the handler.
    #[default]
    Refuse,
    /// It reaches the handler as any other, and the response has the header [`HEADER`](crate::HEADER) with the rules
    /// that were violated. To see what would be refused before anything is.
    Report,
}

/// A tower layer that checks requests to create a checkout session, and the settings of
#[cfg_attr(feature = "axum", doc = "[`Checked`](crate::Checked).")]
#[cfg_attr(not(feature = "axum"), doc = "the extractor of the feature `axum`.")]
///
/// By default it checks `POST` requests whose path ends in `/v1/checkout_sessions` or `/v2/checkout_sessions`, and
/// leaves all others alone. Inside a router's `nest`, axum cuts the path: add the layer outside, or use
/// [`version`](Self::version).
#[derive(Clone)]
pub struct Preflight {
    pub(crate) options: Options,
    pub(crate) mode: Mode,
    /// The version of every `POST` request; `None` if the path decides.
    version: Option<Version>,
    clock: fn() -> Timestamp,
    on_report: Option<Arc<OnReport>>,
}

type OnReport = dyn Fn(&Report, Version) + Send + Sync;

impl Preflight {
    /// Refuses invalid requests, with the default options of fintoc-preflight.
    #[must_use]
    pub fn new() -> Self {
        Self::with_options(Options::new(Timestamp::UNIX_EPOCH))
    }

    /// Refuses requests that are invalid by these options. Their time is replaced by that of each request, and their
    /// version by that of its path; `max_bytes` limits how much of a body is read.
    ///
    /// ```
    /// use fintoc_preflight::{Locale, Options, Timestamp};
    /// use fintoc_preflight_tower::Preflight;
    ///
    /// let options = Options::new(Timestamp::UNIX_EPOCH).locale(Locale::Es).max_bytes(64 * 1024);
    /// let layer = Preflight::with_options(options);
    /// ```
    #[must_use]
    pub fn with_options(options: Options) -> Self {
        Self { options, mode: Mode::default(), version: None, clock: system_time, on_report: None }
    }

    /// Sets what happens to an invalid request.
    #[must_use]
    pub const fn mode(mut self, mode: Mode) -> Self {
        self.mode = mode;
        self
    }

    /// Checks every `POST` request as one of this version, whatever its path.
    #[must_use]
    pub const fn version(mut self, version: Version) -> Self {
        self.version = Some(version);
        self
    }

    /// Sets the clock, for tests.
    #[must_use]
    pub const fn clock(mut self, clock: fn() -> Timestamp) -> Self {
        self.clock = clock;
        self
    }

    /// Calls a function with each report of the layer, valid or not, to count the rules that are violated.
    ///
    /// ```
    /// use std::sync::atomic::{AtomicU64, Ordering};
    /// use fintoc_preflight_tower::Preflight;
    ///
    /// static INVALID: AtomicU64 = AtomicU64::new(0);
    ///
    /// let layer = Preflight::new().on_report(|report, _version| {
    ///     if !report.is_valid() {
    ///         INVALID.fetch_add(1, Ordering::Relaxed);
    ///     }
    /// });
    /// ```
    #[must_use]
    pub fn on_report(mut self, on_report: impl Fn(&Report, Version) + Send + Sync + 'static) -> Self {
        self.on_report = Some(Arc::new(on_report));
        self
    }

    /// The version as which a request is checked; `None` if it is not.
    pub(crate) fn version_of<B>(&self, request: &Request<B>) -> Option<Version> {
        match self.version {
            Some(version) => (request.method() == Method::POST).then_some(version),
            None => version_of(request.method().as_str(), request.uri().path()),
        }
    }

    /// The options for a request that is received now.
    pub(crate) fn options_now(&self, version: Version) -> Options {
        self.options.clone().version(version).now((self.clock)())
    }

    pub(crate) fn report(&self, report: &Report, version: Version) {
        if let Some(on_report) = &self.on_report {
            on_report(report, version);
        }
    }
}

impl Default for Preflight {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Preflight {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { options, mode, version, .. } = self;
        formatter
            .debug_struct("Preflight")
            .field("options", options)
            .field("mode", mode)
            .field("version", version)
            .finish_non_exhaustive()
    }
}

/// The time of the system; 1970 if its clock is set to a year that cannot be represented.
fn system_time() -> Timestamp {
    Timestamp::try_from(SystemTime::now()).unwrap_or(Timestamp::UNIX_EPOCH)
}
