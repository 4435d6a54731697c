//! The rules: one file per area, and in it one function per rule, below the rule's [`RuleInfo`].
//!
//! A rule is a pure function of the request and the time. It reads a [`Context`] or a
//! [`Cursor`](crate::request::Cursor), and pushes violations to [`Diagnostics`]. The order in which rules run does not
//! matter: the report is sorted.

pub(crate) mod accounts;
pub(crate) mod amount;
mod catalogue;
mod context;
pub(crate) mod customer;
mod diagnostics;
mod elsewhere;
pub(crate) mod format;
pub(crate) mod ids;
mod info;
pub(crate) mod items;
pub(crate) mod metadata;
pub(crate) mod method_options;
pub(crate) mod payment_methods;
pub(crate) mod redirects;
pub(crate) mod saved_methods;
pub(crate) mod shape;
mod spanish;
pub(crate) mod urls;

use crate::version::Version;
pub(crate) use context::Context;
pub(crate) use diagnostics::{Diagnostic, Diagnostics};
pub use info::{Citation, Description, Example, Reference, RuleInfo};

use self::amount::Total;

/// Runs every rule but those of shape, which [`shape::Shape`] checks.
pub(crate) fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let total = Total::of(context);
    shape::required(context, diagnostics);
    for item in context.items() {
        shape::required_in_item(item, diagnostics);
        format::check_item(item, diagnostics);
        urls::check_item(item, diagnostics);
        ids::check_item(item, diagnostics);
        items::check(item, total, context, diagnostics);
    }
    format::check(context, diagnostics);
    urls::check(context, diagnostics);
    ids::check(context, diagnostics);
    accounts::check(context, diagnostics);
    metadata::check(context, diagnostics);
    amount::check(total, context, diagnostics);
    customer::check(context, diagnostics);
    payment_methods::check(context, diagnostics);
    method_options::check(context, diagnostics);
    saved_methods::check(context, diagnostics);
    redirects::check(context, diagnostics);
}

const fn create_v2(part: &'static str) -> Citation {
    Citation { reference: Reference::CreateV2, part }
}

const fn create_v1(part: &'static str) -> Citation {
    Citation { reference: Reference::CreateV1, part }
}

const fn object(part: &'static str) -> Citation {
    Citation { reference: Reference::Object, part }
}

const fn guide(part: &'static str) -> Citation {
    Citation { reference: Reference::Guide, part }
}

const fn other(part: &'static str) -> Citation {
    Citation { reference: Reference::Other, part }
}

const fn inference(part: &'static str) -> Citation {
    Citation { reference: Reference::Inference, part }
}

const fn v2(body: &'static str) -> Example {
    Example::Body { version: Version::V2, body }
}

const fn v1(body: &'static str) -> Example {
    Example::Body { version: Version::V1, body }
}
