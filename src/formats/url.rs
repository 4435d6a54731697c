use super::{has_space_or_control, split_at_byte};

/// The scheme of `text`, if it is an absolute URL: it begins with a scheme, holds no white space and no control
/// characters, and has a host when it is `http` or `https`.
pub(crate) fn scheme_of_url(text: &str) -> Option<&str> {
    let (scheme, rest) = split_at_byte(text, b':')?;
    let mut letters = scheme.bytes();
    let is_scheme = letters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && letters.all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, b'+' | b'-' | b'.'));
    let needs_host = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    (is_scheme && !has_space_or_control(rest) && (!needs_host || has_host(rest))).then_some(scheme)
}

fn has_host(after_scheme: &str) -> bool {
    after_scheme.strip_prefix("//").is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_url(text: &str) -> bool {
        scheme_of_url(text).is_some()
    }

    #[test]
    fn a_url_begins_with_a_scheme() {
        for text in
            ["https://a.cl", "HTTPS://A.CL", "app:", "app://", "a+b-c.1:x", "mailto:a@b.cl", "localhost:3000", "C:\\a"]
        {
            assert!(is_url(text), "{text}");
        }
        for text in ["", ":", "://a.cl", "a.cl", "/a", "//a.cl", "?a", "1a://b", "+a://b", "a_b://c", "ñ://a", "a,b:c"]
        {
            assert!(!is_url(text), "{text}");
        }
    }

    #[test]
    fn http_and_https_have_a_host() {
        for scheme in ["http", "https", "HTTP", "hTTps"] {
            for rest in ["//a", "//a.cl/b?c#d", "//a?b", "//a#b", "//:80", "//a@", "//[::1]", "//ñ.cl", "//\\"] {
                assert!(is_url(&format!("{scheme}:{rest}")), "{scheme}:{rest}");
            }
            for rest in ["", "/", "//", "///a", "//?a", "//#a", "a.cl", "/a.cl", "\\\\a.cl"] {
                assert!(!is_url(&format!("{scheme}:{rest}")), "{scheme}:{rest}");
            }
        }
        assert!(is_url("file:///a"));
    }

    #[test]
    fn white_space_and_control_characters_are_refused_anywhere() {
        for character in [
            ' ', '\t', '\n', '\0', '\u{1f}', '\u{7f}', '\u{85}', '\u{9f}', '\u{a0}', '\u{1680}', '\u{2028}', '\u{3000}',
        ] {
            for text in [
                format!("{character}https://a.cl"),
                format!("https://a{character}.cl"),
                format!("https://a.cl{character}"),
            ] {
                assert!(!is_url(&text), "{text:?}");
            }
        }
        for character in ['\u{200b}', '\u{feff}', '\u{180e}', '"', '<', '|'] {
            assert!(is_url(&format!("https://a.cl/{character}")), "{character:?}");
        }
    }

    #[test]
    fn the_scheme_is_what_stands_before_the_first_colon() {
        assert_eq!(scheme_of_url("HttpS://a.cl:80/b:c"), Some("HttpS"));
        assert_eq!(scheme_of_url("httpss://a.cl"), Some("httpss"));
        assert_eq!(scheme_of_url("https"), None);
    }
}
