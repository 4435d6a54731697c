//! The forms of text: predicates that know nothing of requests.

mod email;
mod similar;
mod tax_id;
mod url;

pub(crate) use email::is_email;
pub(crate) use similar::the_similar;
pub(crate) use tax_id::{Rut, is_curp, is_rfc};
pub(crate) use url::scheme_of_url;
