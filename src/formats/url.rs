/// Whether `text` is an absolute URL: it begins with a scheme, holds no white space and no control characters, and has
/// a host when it is `http` or `https`.
pub(crate) fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let mut letters = scheme.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && letters.all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
        && !text.chars().any(|character| character.is_whitespace() || character.is_control())
        && (!(scheme_is(text, "http") || scheme_is(text, "https")) || has_host(rest))
}

/// Whether the scheme of a URL is `scheme`, in any case.
pub(crate) fn scheme_is(url: &str, scheme: &str) -> bool {
    url.split_once(':').is_some_and(|(found, _)| found.eq_ignore_ascii_case(scheme))
}

fn has_host(after_scheme: &str) -> bool {
    after_scheme.strip_prefix("//").is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#']))
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_scheme_is_compared_in_any_case() {
        assert!(scheme_is("HttpS://a.cl", "https"));
        assert!(!scheme_is("http://a.cl", "https"));
        assert!(!scheme_is("httpss://a.cl", "https"));
        assert!(!scheme_is("https", "https"));
    }
}
