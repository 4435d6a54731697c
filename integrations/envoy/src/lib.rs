//! A filter for proxies with proxy-wasm, such as Envoy, that refuses invalid requests to create a Fintoc checkout
//! session.
//!
//! It holds a request until its body is complete, validates it, and passes it on as it was or answers it. It writes
//! nothing about a request to the log.

#![deny(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod config;
mod metrics;

use std::panic;
use std::rc::Rc;

use fintoc_preflight::{Options, Report, Timestamp, Version, validate_json};
use fintoc_preflight_http::{Answer, HEADER, UNCHECKED, is_plain, report_too_long, summary, version_of};
use proxy_wasm::traits::{Context, HttpContext, RootContext};
use proxy_wasm::types::{Action, ContextType, LogLevel};

use crate::config::{Config, Mode};
use crate::metrics::Metrics;

proxy_wasm::main! {{
    proxy_wasm::set_log_level(LogLevel::Warn);
    panic::set_hook(Box::new(|info| {
        metrics::count_trap();
        // Without its message, which might quote what the code was reading.
        log::error!("fintoc-preflight: a trap at {}", info.location().map_or_else(String::new, ToString::to_string));
    }));
    proxy_wasm::set_root_context(|_| Box::<Root>::default());
}}

/// The filter as it is configured.
#[derive(Default)]
struct Root {
    config: Rc<Config>,
    metrics: Rc<Metrics>,
}

impl Context for Root {}

impl RootContext for Root {
    /// Reads the configuration. Envoy does not start with one that is wrong.
    fn on_configure(&mut self, _size: usize) -> bool {
        match Config::read(&self.get_plugin_configuration().unwrap_or_default()) {
            Ok(config) => {
                self.config = Rc::new(config);
                true
            }
            Err(error) => {
                log::error!("fintoc-preflight: the configuration is wrong: {error}");
                false
            }
        }
    }

    fn get_type(&self) -> Option<ContextType> {
        Some(ContextType::HttpContext)
    }

    fn create_http_context(&self, _id: u32) -> Option<Box<dyn HttpContext>> {
        Some(Box::new(Filter {
            config: Rc::clone(&self.config),
            metrics: Rc::clone(&self.metrics),
            waiting: None,
            size: 0,
            header: None,
        }))
    }
}

/// One request.
struct Filter {
    config: Rc<Config>,
    metrics: Rc<Metrics>,
    /// The version of the request while its body is awaited.
    waiting: Option<Version>,
    /// The number of bytes of the body that the proxy has.
    size: usize,
    /// The header to add to the response.
    header: Option<String>,
}

impl Context for Filter {}

impl HttpContext for Filter {
    fn on_http_request_headers(&mut self, _count: usize, ends: bool) -> Action {
        // A client must not send a verdict of its own.
        self.set_http_request_header(HEADER, None);
        let header = |name| self.get_http_request_header(name).unwrap_or_default();
        let Some(version) = version_of(&header(":method"), &header(":path")) else {
            return Action::Continue;
        };
        #[cfg(feature = "trap")]
        assert!(self.get_http_request_header("x-trap").is_none(), "a trap for a test");
        if !is_plain(self.get_http_request_header("content-encoding").as_deref()) {
            return self.skip(version);
        }
        let length = header("content-length").parse::<usize>().unwrap_or_default();
        if length > self.config.max_bytes() {
            return self.settle(version, &report_too_long(&self.options(version)));
        }
        if ends {
            return self.settle(version, &validate_json("", &self.options(version)));
        }
        self.waiting = Some(version);
        Action::Pause
    }

    fn on_http_request_body(&mut self, size: usize, ends: bool) -> Action {
        // All that is buffered, as the filter pauses after each part.
        self.size = size;
        let Some(version) = self.waiting else { return Action::Continue };
        if size > self.config.max_bytes() {
            self.waiting = None;
            return self.settle(version, &report_too_long(&self.options(version)));
        }
        if ends { self.check() } else { Action::Pause }
    }

    /// Trailers are the end of a body.
    fn on_http_request_trailers(&mut self, _count: usize) -> Action {
        self.check()
    }

    fn on_http_response_headers(&mut self, _count: usize, _ends: bool) -> Action {
        if let Some(header) = &self.header {
            self.set_http_response_header(HEADER, Some(header));
        }
        Action::Continue
    }
}

impl Filter {
    fn options(&self, version: Version) -> Options {
        let now = Timestamp::try_from(self.get_current_time()).unwrap_or(Timestamp::UNIX_EPOCH);
        self.config.options().version(version).now(now)
    }

    /// Validates the body that is buffered, unless it has been.
    fn check(&mut self) -> Action {
        let Some(version) = self.waiting.take() else { return Action::Continue };
        let body = self.get_http_request_body(0, self.size).unwrap_or_default();
        self.settle(version, &validate_json(body, &self.options(version)))
    }

    /// Passes a request on, or answers it.
    fn settle(&mut self, version: Version, report: &Report) -> Action {
        self.metrics.count(version, report);
        match (self.config.mode, Answer::to(report)) {
            (Mode::Refuse, Some(answer)) => self.refuse(&answer),
            (Mode::Refuse, None) => Action::Continue,
            (Mode::Report, _) => self.announce(summary(report)),
        }
    }

    /// Passes on or answers a request whose body is compressed.
    fn skip(&mut self, version: Version) -> Action {
        self.metrics.count_unchecked(version);
        match self.config.mode {
            Mode::Refuse => self.refuse(&Answer::to_compressed()),
            Mode::Report => self.announce(UNCHECKED.to_owned()),
        }
    }

    fn refuse(&self, Answer { status, body }: &Answer) -> Action {
        let headers = vec![("content-type", "application/json")];
        self.send_http_response(u32::from(*status), headers, Some(body.as_bytes()));
        Action::Pause
    }

    fn announce(&mut self, header: String) -> Action {
        self.set_http_request_header(HEADER, Some(&header));
        self.header = Some(header);
        Action::Continue
    }
}
