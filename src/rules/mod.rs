//! What a request must keep: one file an area, one function a rule, with what the catalogue says of it beside it.
//!
//! A rule is a pure function of the request and the time; it adds what it finds to the [`Findings`]. The order in
//! which rules run does not matter.

pub(crate) mod accounts;
pub(crate) mod amount;
pub(crate) mod customer;
mod elsewhere;
pub(crate) mod format;
pub(crate) mod ids;
pub(crate) mod items;
pub(crate) mod metadata;
pub(crate) mod method_options;
pub(crate) mod payment_methods;
pub(crate) mod redirects;
pub(crate) mod saved_methods;
mod session;
pub(crate) mod shape;
pub(crate) mod urls;

pub(crate) use session::Session;

use self::amount::Total;
use crate::catalogue::{Document, Example, Source, Version};
use crate::findings::Findings;

/// Judges all that is not a matter of shape.
pub(crate) fn check(session: &Session<'_>, findings: &mut Findings) {
    let total = Total::of(session);
    shape::required(session, findings);
    for item in session.items() {
        shape::required_in_item(item, findings);
        format::check_item(item, findings);
        urls::check_item(item, findings);
        ids::check_item(item, findings);
        items::check(item, total, session, findings);
    }
    format::check(session, findings);
    urls::check(session, findings);
    ids::check(session, findings);
    accounts::check(session, findings);
    metadata::check(session, findings);
    amount::check(total, session, findings);
    customer::check(session, findings);
    payment_methods::check(session, findings);
    method_options::check(session, findings);
    saved_methods::check(session, findings);
    redirects::check(session, findings);
}

const fn create_v2(part: &'static str) -> Source {
    Source { document: Document::CreateV2, part }
}

const fn create_v1(part: &'static str) -> Source {
    Source { document: Document::CreateV1, part }
}

const fn object(part: &'static str) -> Source {
    Source { document: Document::Object, part }
}

const fn guide(part: &'static str) -> Source {
    Source { document: Document::Guide, part }
}

const fn other(part: &'static str) -> Source {
    Source { document: Document::Other, part }
}

const fn inference(part: &'static str) -> Source {
    Source { document: Document::Inference, part }
}

const fn v2(body: &'static str) -> Example {
    Example::Body { version: Version::V2, body }
}

const fn v1(body: &'static str) -> Example {
    Example::Body { version: Version::V1, body }
}
