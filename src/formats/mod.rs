//! Parsers and predicates for text formats, independent of requests.

mod characters;
mod clabe;
mod email;
mod id;
mod ip;
mod similar;
mod tax_id;
mod url;
mod visible;

pub(crate) use characters::{characters, is_blank, split_at_byte};
pub(crate) use clabe::MexicanNumber;
pub(crate) use email::Email;
pub use email::EmailFault;
pub use id::IdFault;
pub(crate) use id::{has_other_prefix, id_fault, institution_fault};
pub(crate) use similar::{alike, closest_match, is_same_word};
pub(crate) use tax_id::{Rut, is_curp, is_rfc};
pub(crate) use url::Url;
pub use url::UrlFault;
pub use visible::visible;
pub(crate) use visible::write_visible;
