//! The invariants that the fuzz targets check. Each function panics if one is broken.

pub mod answers;
pub mod formats;
pub mod report;
pub mod schema;
pub mod webhook;

use std::sync::LazyLock;

use fintoc_preflight::{Options, Timestamp, Version};

/// 2026-01-13T12:00:00Z, the time of every validation.
static NOW: LazyLock<Timestamp> = LazyLock::new(|| "2026-01-13T12:00:00Z".parse().expect("a time"));

/// The default options.
#[must_use]
pub fn options(version: Version) -> Options {
    Options::new(*NOW).version(version)
}

/// Returns the version that a body is validated for. It depends on the length, so that the body is any JSON text, and
/// is version 1 for a third of them.
#[must_use]
pub fn version_of(body: &[u8]) -> Version {
    if body.len().is_multiple_of(3) { Version::V1 } else { Version::V2 }
}
