//! Regular expressions of ECMA-262 for the forms of text that `formats` checks.
//!
//! They use only syntax with the same meaning in every engine: no `\d`, `\s` or `\w`, whose characters differ; no
//! look-ahead or look-behind; and no character beyond the basic multilingual plane, which engines on UTF-16 refuse in a
//! class. They therefore accept U+E0000 to U+E0FFF, which `formats` refuses.

/// White space according to Unicode, for use in a class.
macro_rules! space {
    () => {
        r"\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    };
}

/// Characters that no part of a URL may contain, for use in a class: white space, control characters and invisible
/// characters, except joiners and variation selectors.
macro_rules! not_in_url {
    () => {
        concat!(
            r"\u0000- \u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200b\u200e\u200f",
            r"\u2028-\u202f\u205f-\u206f\u3000\u3164\ufeff\uffa0\ufff0-\ufffb\ufffd"
        )
    };
}

/// Characters from U+007F on that neither the domain of an address nor the host of a URL may contain, for use in a
/// class.
macro_rules! not_in_domain {
    () => {
        concat!(
            r"\u007f-\u00b6\u00b8-\u00bf\u00d7\u00f7\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u206f",
            r"\u2100-\u214f\u3000-\u3004\u3008-\u3020\u3030\u3164\ufe00-\ufe1f\ufe30-\ufe6f\ufeff\uff01-\uff0f",
            r"\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffa0\uffe0-\uffff"
        )
    };
}

/// A character of a domain's label, except the hyphen.
macro_rules! label_end {
    () => {
        concat!(r"[^\u0000-/:-@\[-`{-~", not_in_domain!(), "]")
    };
}

/// A label of a domain: 1 to 63 characters, with no hyphen at either end.
macro_rules! label {
    () => {
        concat!(label_end!(), r"(?:[^\u0000-,./:-@\[-`{-~", not_in_domain!(), "]{0,61}", label_end!(), ")?")
    };
}

/// The user information of an authority, up to its last `@`.
macro_rules! user {
    () => {
        concat!(r"(?:[^/\\?#\u200c\u200d\ufe00-\ufe0f", not_in_url!(), "]*@)?")
    };
}

/// A port after its colon: at most five digits, up to 65535.
macro_rules! port {
    () => {
        "(?::(?:[0-9]{0,4}|[0-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?"
    };
}

/// An IPv4 address: four numbers up to 255, without leading zeros.
macro_rules! ipv4 {
    () => {
        concat!(octet!(), r"(?:\.", octet!(), "){3}")
    };
}

macro_rules! octet {
    () => {
        "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
    };
}

/// A group of an IPv6 address.
macro_rules! group {
    () => {
        "[0-9A-Fa-f]{1,4}"
    };
}

/// An IPv6 address with `::` after some groups: the groups before it, and the maximum number of groups with a colon
/// before the last, which may be an IPv4 address if there is room for two groups.
macro_rules! ipv6_with_gap {
    ($before:literal, $more:literal, $more_before_ipv4:literal) => {
        concat!(
            $before,
            "(?:(?:",
            group!(),
            ":){0,",
            $more,
            "}",
            group!(),
            "|(?:",
            group!(),
            ":){0,",
            $more_before_ipv4,
            "}",
            ipv4!(),
            ")?"
        )
    };
}

/// An IPv6 address: eight groups, or fewer with one `::`.
macro_rules! ipv6 {
    () => {
        concat!(
            "(?:",
            "(?:[0-9A-Fa-f]{1,4}:){6}(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|",
            ipv4!(),
            ")|",
            ipv6_with_gap!("::", 6, 5),
            "|",
            ipv6_with_gap!("(?:[0-9A-Fa-f]{1,4}:):", 5, 4),
            "|",
            ipv6_with_gap!("(?:[0-9A-Fa-f]{1,4}:){2}:", 4, 3),
            "|",
            ipv6_with_gap!("(?:[0-9A-Fa-f]{1,4}:){3}:", 3, 2),
            "|",
            ipv6_with_gap!("(?:[0-9A-Fa-f]{1,4}:){4}:", 2, 1),
            "|",
            ipv6_with_gap!("(?:[0-9A-Fa-f]{1,4}:){5}:", 1, 0),
            "|(?:[0-9A-Fa-f]{1,4}:){6}:(?:[0-9A-Fa-f]{1,4})?",
            "|(?:[0-9A-Fa-f]{1,4}:){7}:",
            ")"
        )
    };
}

/// A host of `http` or `https`: a name, or brackets around the characters of an IPv6 address.
macro_rules! host {
    () => {
        concat!(r#"(?:[^\u0000- #"%/:<>?@\[-^`{-}"#, not_in_domain!(), r"]+|\[[0-9A-Fa-f:.]*\])")
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

/// The part of a date-time after the date, from the `T` on, as RFC 3339 or ISO 8601.
macro_rules! time {
    () => {
        concat!(
            "[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?",
            "(?:[Zz]|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?)?"
        )
    };
}

/// A text that is not blank.
pub(super) const NOT_BLANK: &str = concat!("[^", space!(), "]");

pub(super) const EMAIL: &str = concat!(r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@", label!(), r"(?:\.", label!(), ")*$");

/// A scheme, `//`, and no white space or invisible character.
pub(super) const URL: &str = concat!("^[A-Za-z][A-Za-z0-9+.-]*://[^", not_in_url!(), "]*$");

/// The schemes to which a browser cannot be sent.
pub(super) const UNUSABLE_SCHEME: &str = concat!(
    "^(?:[Jj][Aa][Vv][Aa][Ss][Cc][Rr][Ii][Pp][Tt]|[Vv][Bb][Ss][Cc][Rr][Ii][Pp][Tt]|[Dd][Aa][Tt][Aa]|[Bb][Ll][Oo][Bb]",
    "|[Ff][Ii][Ll][Ee]|[Aa][Bb][Oo][Uu][Tt]|[Vv][Ii][Ee][Ww]-[Ss][Oo][Uu][Rr][Cc][Ee]|[Mm][Aa][Ii][Ll][Tt][Oo]",
    "|[Tt][Ee][Ll]|[Ss][Mm][Ss]):"
);

pub(super) const HTTP_OR_HTTPS: &str = "^[Hh][Tt][Tt][Pp][Ss]?:";

/// A URL over HTTPS. A host that is a number or in brackets may still not be an address.
pub(super) const HTTPS_URL: &str =
    concat!("^[Hh][Tt][Tt][Pp][Ss]://", user!(), host!(), port!(), r"(?:[/\\?#][^", not_in_url!(), "]*)?$");

pub(super) const HOST_IN_BRACKETS: &str = r"^[^:]*://(?:[^/\\?#]*@)?\[";

pub(super) const IPV6_HOST: &str = concat!(r"^[^:]*://(?:[^/\\?#]*@)?\[", ipv6!(), r"\]");

/// A URL with a host that ends in a decimal or hexadecimal number. Browsers parse the whole of such a host as an IPv4
/// address.
pub(super) const ENDS_IN_NUMBER: &str =
    r"^[^:]*://(?:[^/\\?#]*[.@])?(?:[0-9]+|0[Xx][0-9A-Fa-f]*)\.?(?::[0-9]*)?(?:[/\\?#]|$)";

/// A URL whose host is an IPv4 address.
pub(super) const IPV4_HOST: &str = concat!(r"^[^:]*://(?:[^/\\?#]*@)?", ipv4!(), r"\.?(?::[0-9]*)?(?:[/\\?#]|$)");

/// A date-time as RFC 3339 or ISO 8601, with or without an offset.
pub(super) const DATE_TIME: &str = concat!("^", date!(), time!(), "$");

/// A date-time, or a date without a time.
pub(super) const DATE_TIME_OR_DATE: &str = concat!("^", date!(), "(?:", time!(), ")?$");

/// A body of 1 to 12 digits, at most 8 of them without leading zeros, and a check character; with dots, hyphens and
/// spaces anywhere, except a hyphen at the end.
pub(super) const RUT: &str =
    concat!("^[. -]*(?:(?:0[. -]*){0,4}(?:[0-9][. -]*){1,8}|(?:0[. -]*){5}(?:[0-9][. -]*){1,7})", "[0-9Kk][. ]*$");

/// 3 or 4 letters, a date `YYMMDD` and 3 letters or digits, with hyphens and spaces anywhere.
pub(super) const RFC: &str = concat!(
    "^[ -]*(?:[A-Za-zÑñ&][ -]*){3,4}(?:[0-9][ -]*){2}(?:0[ -]*[1-9]|1[ -]*[0-2])[ -]*",
    "(?:0[ -]*[1-9]|[12][ -]*[0-9]|3[ -]*[01])[ -]*(?:[A-Za-z0-9][ -]*){3}$"
);

/// A currency of version 1, in any case of letters.
pub(super) const CURRENCY_V1: &str = "^(?:[Cc][Ll][Pp]|[Mm][Xx][Nn])$";
