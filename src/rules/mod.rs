//! The rules: one file per area, and in it one function per rule, below the rule's [`RuleInfo`].
//!
//! A rule is a pure function of the request and the time. It reads a [`Context`] or a
//! [`Cursor`](crate::request::Cursor), and pushes violations to [`Diagnostics`]. The order in which rules run does not
//! matter: the report is sorted.

#![deny(dead_code, reason = "a rule that is not called, or not in the catalogue, must not compile")]

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
pub(crate) mod occurrences;
pub(crate) mod payment_methods;
pub(crate) mod redirects;
pub(crate) mod saved_methods;
mod scope;
pub(crate) mod shape;
mod spanish;
mod total;
pub(crate) mod urls;

pub(crate) use context::Context;
pub(crate) use diagnostics::{Bound, Diagnostic, Diagnostics};
pub use info::{Citation, Description, Example, Reference, RuleInfo};
pub use scope::{Scope, ScopeCondition};

use self::total::Total;

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
