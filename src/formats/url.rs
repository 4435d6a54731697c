use super::characters::{has_refused_in_domain, is_graphic, is_invisible, is_space_or_control, split_at_byte};
use super::ip::{is_ipv4, is_ipv6};

/// An absolute URL that a browser or an app can open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Url<'a> {
    text: &'a str,
    is_https: bool,
    is_http: bool,
    /// The host of an `http` or `https` URL; `None` for other schemes, which are not parsed behind their `//`.
    host: Option<&'a str>,
}

/// The reason why a text is no absolute URL that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, crate::enums::strum::IntoStaticStr, crate::enums::strum::VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
pub enum UrlFault {
    /// White space or a control character.
    Space,
    /// An invisible character, such as U+200B.
    Invisible,
    /// No scheme: `/ok`, `merchant.com/ok`.
    NoScheme,
    /// A host and a port without `https://` before them: `localhost:3000/ok`, `merchant.com:8080`.
    HostWithoutScheme,
    /// A scheme that no redirect can open: `javascript:`, `mailto:`.
    UnusableScheme,
    /// A scheme without `//`: `https:/merchant.com`, `myapp:pay`, `C:\ok`.
    NoSlashes,
    /// A missing or impossible host: `https:///ok`, `https://%HOST%/ok`, `https://256.1.1.1/ok`.
    Host,
    /// A port other than 0 to 65535 in at most 5 digits: `https://merchant.com:abc/ok`.
    Port,
}

impl<'a> Url<'a> {
    /// Parses a URL by its form alone: nothing is decoded or normalised.
    ///
    /// # Errors
    ///
    /// The first fault: of the characters, then of the parts from the left. Each [`UrlFault`] has examples.
    pub(crate) fn parse(text: &'a str) -> Result<Self, UrlFault> {
        check_characters(text)?;
        let (scheme, rest) = split_at_byte(text, b':')
            .filter(|(scheme, _)| is_scheme(scheme))
            .ok_or_else(|| if is_host_and_port(text) { UrlFault::HostWithoutScheme } else { UrlFault::NoScheme })?;
        let is_https = scheme.eq_ignore_ascii_case("https");
        let is_http = scheme.eq_ignore_ascii_case("http");
        let is_web = is_https || is_http;
        if !is_web && is_unusable(scheme) {
            return Err(UrlFault::UnusableScheme);
        }
        let Some(rest) = rest.strip_prefix("//") else {
            let is_host = !is_web && is_host_and_port(text);
            return Err(if is_host { UrlFault::HostWithoutScheme } else { UrlFault::NoSlashes });
        };
        let host = if is_web { Some(host_of(authority_of(rest))?) } else { None };
        Ok(Self { text, is_https, is_http, host })
    }

    /// True for `https`, in any case.
    pub(crate) const fn is_https(self) -> bool {
        self.is_https
    }

    /// True for `http`, in any case.
    pub(crate) const fn is_http(self) -> bool {
        self.is_http
    }

    /// True if a template or variable was not filled, or the scheme is doubled: `{` or `}` anywhere, or, for `http` and
    /// `https`, the host `undefined`, `null`, `nan`, `http` or `https`, in any case.
    pub(crate) fn has_placeholder(self) -> bool {
        self.text.bytes().any(|byte| matches!(byte, b'{' | b'}'))
            || self.host.is_some_and(|host| is_any_of(host, &["undefined", "null", "nan", "http", "https"]))
    }
}

fn is_any_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Fails for characters that no part of a URL may have.
fn check_characters(text: &str) -> Result<(), UrlFault> {
    if is_graphic(text.as_bytes()) {
        return Ok(());
    }
    text.chars().try_for_each(|character| match character {
        _ if is_space_or_control(character) => Err(UrlFault::Space),
        // Joiners and variation selectors are parts of emoji, and of words in some scripts.
        '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' => Ok(()),
        _ if is_invisible(character) => Err(UrlFault::Invisible),
        _ => Ok(()),
    })
}

fn is_scheme(text: &str) -> bool {
    text.bytes().next().is_some_and(|first| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

fn is_unusable(scheme: &str) -> bool {
    const UNUSABLE: [&str; 10] =
        ["javascript", "data", "vbscript", "blob", "file", "about", "view-source", "mailto", "tel", "sms"];
    is_any_of(scheme, &UNUSABLE)
}

/// True if a URL without scheme begins with a name or IPv4 address, `:`, and a port of 1 to 5 digits.
fn is_host_and_port(text: &str) -> bool {
    split_at_byte(authority_of(text), b':').is_some_and(|(host, port)| {
        !host.is_empty()
            && host
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') || !byte.is_ascii())
            && !port.is_empty()
            && is_port(port)
    })
}

/// Returns the part before the path, the query and the fragment. A backslash begins a path, as it does in browsers.
fn authority_of(text: &str) -> &str {
    let end = text.bytes().position(|byte| matches!(byte, b'/' | b'\\' | b'?' | b'#'));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Returns the host of an authority, `[user information@]host[:port]`.
fn host_of(authority: &str) -> Result<&str, UrlFault> {
    if !authority.is_ascii() && authority.chars().any(is_invisible) {
        return Err(UrlFault::Invisible);
    }
    let (host, port) = split_port(after_last_at(authority)).filter(|(host, _)| is_host(host)).ok_or(UrlFault::Host)?;
    if is_port(port) { Ok(host) } else { Err(UrlFault::Port) }
}

fn after_last_at(mut text: &str) -> &str {
    while let Some((_, after)) = split_at_byte(text, b'@') {
        text = after;
    }
    text
}

/// Splits a host from its port, which is empty when there is none; `None` for an open bracket, or text behind one.
fn split_port(text: &str) -> Option<(&str, &str)> {
    if !text.starts_with('[') {
        return Some(split_at_byte(text, b':').unwrap_or((text, "")));
    }
    let end = text.bytes().position(|byte| byte == b']')?.checked_add(1)?;
    let (host, port) = text.split_at_checked(end)?;
    Some((host, if port.is_empty() { "" } else { port.strip_prefix(':')? }))
}

fn is_port(digits: &str) -> bool {
    // Texts of five digits compare like numbers.
    let is_in_range = digits.len() < 5 || (digits.len() == 5 && digits <= "65535");
    is_in_range && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// True for a host without its port: an IPv6 address in brackets, or a name, which is an IPv4 address if it ends in a
/// number.
fn is_host(text: &str) -> bool {
    match text.as_bytes() {
        [b'[', address @ .., b']'] => is_ipv6(address),
        bytes => {
            let name = bytes.strip_suffix(b".").unwrap_or(bytes);
            !bytes.is_empty()
                && text.bytes().all(is_of_host)
                && !has_refused_in_domain(text)
                && (!ends_in_number(name) || is_ipv4(name))
        }
    }
}

const fn is_of_host(byte: u8) -> bool {
    !matches!(byte, b'%' | b'<' | b'>' | b'^' | b'|' | b'"' | b'`' | b'{' | b'}' | b'[' | b']')
}

/// True if the last label is a decimal or a hexadecimal number, so that a browser reads the whole as an IPv4 address.
fn ends_in_number(name: &[u8]) -> bool {
    match name.rsplit(|byte| *byte == b'.').next() {
        Some([b'0', b'x' | b'X', digits @ ..]) => digits.iter().all(u8::is_ascii_hexdigit),
        Some(label) => !label.is_empty() && label.iter().all(u8::is_ascii_digit),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts the fault of each text.
    #[track_caller]
    fn assert_faults(fault: UrlFault, texts: &[&str]) {
        for text in texts {
            assert_eq!(Url::parse(text), Err(fault), "{text:?}");
        }
    }

    #[track_caller]
    fn assert_well_formed(texts: &[&str]) {
        for text in texts {
            assert!(Url::parse(text).is_ok(), "{text:?}: {:?}", Url::parse(text));
        }
    }

    #[test]
    fn a_url_begins_with_a_scheme() {
        assert_well_formed(&["https://a.cl", "HTTPS://A.CL", "app://", "a+b-c.1://x", "files://a"]);
        assert_faults(
            UrlFault::NoScheme,
            &[
                "",
                ":",
                "://a.cl",
                "a.cl",
                "a.cl/ok:1",
                "/a",
                "//a.cl",
                "//a.cl:80",
                "?a",
                "1a://b",
                "+a://b",
                "a_b://c",
                "ñ://a",
                "a,b:80",
            ],
        );
    }

    #[test]
    fn a_host_and_a_port_lack_a_scheme() {
        assert_faults(
            UrlFault::HostWithoutScheme,
            &["localhost:3000/ok", "a.cl:8080", "a.cl:1?x", "127.0.0.1:3000/ok", "mi_tienda:80", "ñandú.cl:443#x"],
        );
        assert_faults(
            UrlFault::NoSlashes,
            &["a.cl:", "a.cl:/ok", "a.cl:99999", "a.cl:123456", "a.cl:80a", "https:8080"],
        );
    }

    #[test]
    fn a_scheme_is_followed_by_two_slashes() {
        assert_faults(
            UrlFault::NoSlashes,
            &["https:", "http:/", "https:/a.cl", "https:\\\\a.cl", "https:a.cl", "myapp:pay", "myapp:/pay", "C:\\ok"],
        );
    }

    #[test]
    fn nobody_is_sent_to_a_script_or_a_mail_address() {
        assert_faults(
            UrlFault::UnusableScheme,
            &[
                "javascript:alert(1)",
                "JavaScript://a.cl/%0aalert(1)",
                "data:text/html,x",
                "vbscript:x",
                "blob:https://a.cl/1",
                "file:///etc/passwd",
                "about:blank",
                "view-source:https://a.cl",
                "mailto:a@b.cl",
                "tel:56911111",
                "SMS://a",
            ],
        );
    }

    #[test]
    fn http_and_https_have_a_host() {
        for scheme in ["http", "https", "HTTP", "hTTps"] {
            for rest in
                ["a", "a.cl/b?c#d", "a?b", "a#b", "u@a", "u:p@a@b:1", "[::1]", "ñ.cl", "a\\b", "a_b", ".", "a..b"]
            {
                assert_well_formed(&[&format!("{scheme}://{rest}")]);
            }
            for rest in ["", "/", "/a", "?a", "#a", "\\", ":80", "@", "u@", "u@:80", "::1", "[]", "[a", "[a]", "[::1]x"]
            {
                assert_faults(UrlFault::Host, &[&format!("{scheme}://{rest}")]);
            }
        }
        assert_well_formed(&["exp://a:b:c", "app:///x", "app://[x"]);
    }

    #[test]
    fn some_characters_are_in_no_host() {
        for character in "%<>^|\"`{}[]＠／：．。“—×\u{fffe}".chars() {
            assert_faults(UrlFault::Host, &[&format!("https://a{character}b.cl")]);
            assert_well_formed(&[&format!("https://{character}@a.cl/{character}?{character}#{character}")]);
        }
        for character in "!$&'()*+,;=~_-·ñ例ａ".chars() {
            assert_well_formed(&[&format!("https://a{character}b.cl")]);
        }
    }

    #[test]
    fn a_host_that_ends_in_a_number_is_an_address() {
        assert_well_formed(&[
            "https://1.2.3.4",
            "https://1.2.3.4.",
            "https://a.1b",
            "https://a.0xg",
            "https://1.2.3.4.cl",
        ]);
        assert_faults(
            UrlFault::Host,
            &[
                "https://1",
                "https://1.",
                "https://1.2.3",
                "https://1.2.3.04",
                "https://1.2.3.256",
                "https://a.1",
                "https://a.1.",
                "https://a.0x",
                "https://a.0Xf",
                "https://0x7f.0.0.1",
            ],
        );
        assert_well_formed(&["https://1.2.3.4..", "https://a.1.."]);
    }

    #[test]
    fn a_port_is_a_number() {
        assert_well_formed(&[
            "https://a.cl:",
            "https://a.cl:/x",
            "https://a.cl:0",
            "https://a.cl:00443",
            "https://[::1]:65535",
        ]);
        assert_faults(
            UrlFault::Port,
            &[
                "https://a.cl:65536",
                "https://a.cl:99999/x",
                "https://a.cl:000443",
                "https://a.cl:-1",
                "https://a.cl:+1",
                "https://a.cl:abc",
                "https://a.cl:80:80",
                "https://a.cl:８0",
                "https://a.cl:{port}",
                "https://[::1]:x",
            ],
        );
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
                format!("app://{character}"),
            ] {
                assert_faults(UrlFault::Space, &[&text]);
            }
        }
    }

    #[test]
    fn a_url_is_visible() {
        for character in ['\u{200b}', '\u{feff}', '\u{180e}', '\u{ad}', '\u{202e}', '\u{fffd}', '\u{e0041}'] {
            for text in [
                format!("{character}https://a.cl"),
                format!("https://a{character}.cl"),
                format!("https://a.cl/{character}"),
                format!("app://{character}"),
            ] {
                assert_faults(UrlFault::Invisible, &[&text]);
            }
        }
        for character in ['\u{200c}', '\u{200d}', '\u{fe00}', '\u{fe0f}'] {
            assert_faults(
                UrlFault::Invisible,
                &[&format!("https://a{character}.cl"), &format!("https://{character}@a.cl")],
            );
            assert_well_formed(&[&format!("https://a.cl/{character}"), &format!("app://{character}")]);
        }
    }

    #[test]
    fn a_scheme_counts_in_any_case() {
        let url = Url::parse("HttpS://a.cl:80/b:c").unwrap();
        assert_eq!((url.is_https(), url.is_http()), (true, false));
        let url = Url::parse("HTTP://a.cl").unwrap();
        assert_eq!((url.is_https(), url.is_http()), (false, true));
        let url = Url::parse("httpss://a.cl").unwrap();
        assert_eq!((url.is_https(), url.is_http()), (false, false));
    }

    #[test]
    fn a_template_that_was_not_filled_is_seen() {
        let has_placeholder = |text: &str| Url::parse(text).unwrap().has_placeholder();
        for text in [
            "https://undefined/ok",
            "http://NULL:3000",
            "https://u@NaN",
            "https://https://a.cl",
            "https://http:/a.cl",
            "https://a.cl/{id}",
            "https://a.cl?x=}",
            "https://{user}@a.cl",
            "app://{host}",
        ] {
            assert!(has_placeholder(text), "{text}");
        }
        for text in [
            "https://a.cl/undefined",
            "https://undefined.cl",
            "https://undefined.",
            "app://undefined",
            "https://a.cl/%7Bid%7D",
        ] {
            assert!(!has_placeholder(text), "{text}");
        }
    }
}
