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
pub(crate) use similar::the_similar as closest_match;
pub(crate) use tax_id::{Rut, is_curp, is_rfc};
pub(crate) use url::scheme_of_url;
#[allow(unused_imports)] // Until the rules of format call it.
pub(crate) use url::{Url, UrlFault};
pub(crate) fn alike(name: &str, names: &[&'static str]) -> Option<&'static str> {
    the_similar(name, names)
}
pub(crate) struct Clabe;
impl Clabe {
    pub(crate) fn parse(_: &str) -> Option<Self> {
        None
    }
    pub(crate) fn check_fits(&self) -> bool {
        true
    }
}
pub(crate) fn has_same_letters(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}
