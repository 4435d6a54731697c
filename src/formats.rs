//! Predicates on text. They know nothing of requests.

mod characters;
#[allow(dead_code)] // Until the rules of format call it.
mod clabe;
mod email;
#[allow(dead_code)] // Until the rules of format call it.
mod id;
mod ip;
mod similar;
mod tax_id;
mod url;

#[allow(unused_imports)] // Until the rules of shape call it.
pub(crate) use characters::is_blank;
pub(crate) use characters::{characters, split_at_byte};
#[allow(unused_imports)] // Until the rules of format call them.
pub(crate) use clabe::MexicanNumber;
pub(crate) use email::is_email;
#[allow(unused_imports)] // Until the rules of format call it.
pub(crate) use email::{Email, EmailFault, check_email};
#[allow(unused_imports)] // Until the rules of format call them.
pub(crate) use id::{IdFault, has_other_prefix, id_fault, institution_fault};
#[allow(unused_imports)] // Until callers use this name.
pub(crate) use similar::closest_match;
/// The name that callers know until they are renamed.
pub(crate) use similar::closest_match as the_similar;
#[allow(unused_imports)] // Until the rules call them.
pub(crate) use similar::{alike, is_same_word};
pub(crate) use tax_id::{Rut, is_curp, is_rfc};
pub(crate) use url::scheme_of_url;
#[allow(unused_imports)] // Until the rules of format call it.
pub(crate) use url::{Url, UrlFault};
