//! Predicates on text. They know nothing of requests.

mod characters;
mod email;
mod ip;
mod similar;
mod tax_id;
mod url;

#[allow(unused_imports)] // Until the rules of shape call it.
pub(crate) use characters::is_blank;
pub(crate) use characters::{characters, split_at_byte};
pub(crate) use email::is_email;
#[allow(unused_imports)] // Until the rules of format call it.
pub(crate) use email::{Email, EmailFault, check_email};
pub(crate) use similar::the_similar;
pub(crate) use tax_id::{Rut, is_curp, is_rfc};
pub(crate) use url::scheme_of_url;
#[allow(unused_imports)] // Until the rules of format call it.
pub(crate) use url::{Url, UrlFault};
