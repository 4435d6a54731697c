//! Counters, which Envoy lists with the prefix `wasmcustom.`:
//!
//! - `fintoc_preflight.v2.valid`, `.invalid`, `.unchecked`: requests by verdict; `v1` too
//! - `fintoc_preflight.errors.enum`: requests with an error of that rule
//! - `fintoc_preflight.warnings.url-https`: requests with a warning of that rule
//! - `fintoc_preflight.traps`: traps of the filter, which are bugs

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use fintoc_preflight::{Report, Version};
use proxy_wasm::hostcalls::{define_metric, increment_metric};
use proxy_wasm::types::MetricType;

/// The ids of the counters so far, by name.
#[derive(Default)]
pub(crate) struct Metrics(RefCell<BTreeMap<String, u32>>);

impl Metrics {
    pub(crate) fn count(&self, version: Version, report: &Report) {
        self.add(&format!("{}.{}", version.as_str(), if report.is_valid() { "valid" } else { "invalid" }));
        for (level, violations) in [("errors", &report.errors), ("warnings", &report.warnings)] {
            let rules: BTreeSet<&str> = violations.iter().map(|violation| violation.rule().as_str()).collect();
            for rule in rules {
                self.add(&format!("{level}.{rule}"));
            }
        }
    }

    pub(crate) fn count_unchecked(&self, version: Version) {
        self.add(&format!("{}.unchecked", version.as_str()));
    }

    /// Adds 1 to a counter. A proxy without metrics is no reason to refuse a request.
    fn add(&self, name: &str) {
        let mut ids = self.0.borrow_mut();
        let id = ids.get(name).copied().or_else(|| {
            let id = define(name)?;
            ids.insert(name.to_owned(), id);
            Some(id)
        });
        if let Some(id) = id {
            let _ = increment_metric(id, 1);
        }
    }
}

/// Counts a trap, while the filter ends.
pub(crate) fn count_trap() {
    if let Some(id) = define("traps") {
        let _ = increment_metric(id, 1);
    }
}

/// The id of a counter, which the proxy makes if it has none of that name.
fn define(name: &str) -> Option<u32> {
    define_metric(MetricType::Counter, &format!("fintoc_preflight.{name}")).ok()
}
