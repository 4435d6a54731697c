//! The forms of text as regular expressions of ECMA-262, which say exactly what `formats` does.
//!
//! They use only what other engines read alike: no `\d`, `\s` or `\w`, which each takes for other characters, and nothing
//! that looks ahead or back.

/// White space, as Unicode has it, inside a class.
macro_rules! space {
    () => {
        r"\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    };
}

/// White space and control characters, inside a class.
macro_rules! space_or_control {
    () => {
        r"\u0000- \u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    };
}

/// A character of a label of a domain, but for the hyphen.
macro_rules! label_end {
    () => {
        r"[^\u0000-/:-@\[-`{-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
    };
}

/// A label of a domain: 1 to 63 characters, with no hyphen at either end.
macro_rules! label {
    () => {
        concat!(
            label_end!(),
            r"(?:[^\u0000-,./:-@\[-`{-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]{0,61}",
            label_end!(),
            ")?"
        )
    };
}

/// A date that exists, `YYYY-MM-DD`.
macro_rules! date {
    () => {
        concat!(
            "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
            "|02-(?:0[1-9]|1[0-9]|2[0-8]))",
            "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)"
        )
    };
}

/// What follows the date in a date-time, from the `T` on.
macro_rules! time {
    () => {
        concat!(
            r"[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?",
            "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
        )
    };
}

/// What is not blank.
pub(super) const NOT_BLANK: &str = concat!("[^", space!(), "]");

pub(super) const EMAIL: &str = concat!(r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@", label!(), r"(?:\.", label!(), ")*$");

/// A scheme, and no white space or control characters.
pub(super) const URL: &str = concat!("^[A-Za-z][A-Za-z0-9+.-]*:[^", space_or_control!(), "]*$");

pub(super) const HTTP_OR_HTTPS: &str = "^[Hh][Tt][Tt][Pp][Ss]?:";

pub(super) const HAS_HOST: &str = r"^[^:]*://[^/?#]";

/// A URL over HTTPS, with a host.
pub(super) const HTTPS_URL: &str =
    concat!(r"^[Hh][Tt][Tt][Pp][Ss]://[^/?#", space_or_control!(), "][^", space_or_control!(), "]*$");

pub(super) const DATE_TIME: &str = concat!("^", date!(), time!(), "$");

/// A date-time, or a date alone.
pub(super) const DATE_TIME_OR_DATE: &str = concat!("^", date!(), "(?:", time!(), ")?$");

/// 1 to 8 digits and a check character, with dots, hyphens and spaces anywhere.
pub(super) const RUT: &str = "^[. -]*(?:[0-9][. -]*){1,8}[0-9Kk][. -]*$";

/// 3 or 4 letters, a date `YYMMDD` and 3 letters or digits, with hyphens and spaces anywhere.
pub(super) const RFC: &str = concat!(
    "^[ -]*(?:[A-Za-zÑñ&][ -]*){3,4}(?:[0-9][ -]*){2}(?:0[ -]*[1-9]|1[ -]*[0-2])[ -]*",
    "(?:0[ -]*[1-9]|[12][ -]*[0-9]|3[ -]*[01])[ -]*(?:[A-Za-z0-9][ -]*){3}$"
);

/// A currency of version 1, in any case.
pub(super) const CURRENCY_V1: &str = "^(?:[Cc][Ll][Pp]|[Mm][Xx][Nn])$";
