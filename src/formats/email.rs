use super::characters::{characters, has_refused_in_domain, is_invisible, split_at_byte};

/// A well-formed e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Email<'a> {
    /// The part after the `@`.
    domain: &'a str,
}

/// The reason why a text is no e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, crate::enums::strum::IntoStaticStr, crate::enums::strum::VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
pub enum EmailFault {
    /// An invisible character, such as U+200B.
    Invisible,
    /// Any other fault: no `@`, a space, an empty label.
    Form,
}

impl<'a> Email<'a> {
    /// Parses an e-mail address by the grammar of `<input type=email>` in the HTML standard. Labels of the domain may
    /// also have characters beyond ASCII, which browsers convert to ASCII first, except those of
    /// [`has_refused_in_domain`].
    ///
    /// # Errors
    ///
    /// - `ana.example.com`: no `@`
    /// - `ana b@example.com`: a space
    /// - `ana@example..com`: an empty label
    /// - `ana@-example.com`: a label begins with a hyphen
    pub(crate) fn parse(text: &'a str) -> Result<Self, EmailFault> {
        let parts = split_at_byte(text, b'@').filter(|(local, domain)| is_local(local) && is_domain(domain));
        let fault = || if text.chars().any(is_invisible) { EmailFault::Invisible } else { EmailFault::Form };
        parts.map(|(_, domain)| Self { domain }).ok_or_else(fault)
    }

    /// True if the domain has a dot. False for `ana@gmail`, which no mail reaches.
    pub(crate) fn has_dot(self) -> bool {
        self.domain.bytes().any(|byte| byte == b'.')
    }
}

fn is_local(text: &str) -> bool {
    // Letters, digits, and any of `.!#$%&'*+/=?^_`{|}~-`.
    let is_allowed = |byte: u8| {
        byte.is_ascii_graphic() && !matches!(byte, b'"' | b'(' | b')' | b',' | b':'..=b'<' | b'>' | b'@' | b'['..=b']')
    };
    !text.is_empty() && text.bytes().all(is_allowed)
}

fn is_domain(text: &str) -> bool {
    text.as_bytes().split(|byte| *byte == b'.').all(is_label) && !has_refused_in_domain(text)
}

/// True for 1 to 63 letters, digits, hyphens and characters beyond ASCII, with no hyphen at either end.
fn is_label(label: &[u8]) -> bool {
    (1..=63).contains(&characters(label))
        && !label.starts_with(b"-")
        && !label.ends_with(b"-")
        && label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-' || !byte.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_local_part_and_a_domain() {
        for text in [
            "ana@example.com",
            "a@b",
            "ana.maria+tag@mail.example.com",
            ".ana..maria.@example.com",
            "!#$%&'*+/=?^_`{|}~-@example.com",
            "ana@127.0.0.1",
            "ana@a-b--c.example",
            "ana@ñandú.cl",
            "ana@실례.테스트",
            "ana@paral·lel.cat",
            "ana@ｇｍａｉｌ.com",
        ] {
            assert!(Email::parse(text).is_ok(), "{text}");
        }
        for text in [
            "",
            "@",
            "ana",
            "ana@",
            "@example.com",
            "ana@@example.com",
            "ana@example@com",
            "ana@example..com",
            "ana@.example.com",
            "ana@example.com.",
            "ana@-example.com",
            "ana@example-.com",
            "ana@exa_mple.com",
            "ana@exa mple.com",
            "ana@exa\u{a0}mple.com",
            "ana@exa\u{85}mple.com",
            "ana@exa\u{1680}mple.com",
            "ana maria@example.com",
            "\"ana\"@example.com",
            "ana@[127.0.0.1]",
            "Ana <ana@example.com>",
            "ñandú@example.com",
            " ana@example.com",
            "ana@example.com\n",
            "ana＠example.com",
            "ana@b＠example.com",
            "ana@example。com",
            "ana@example．com",
            "ana@b“example.com",
            "ana@b×example.com",
        ] {
            assert_eq!(Email::parse(text), Err(EmailFault::Form), "{text}");
        }
    }

    #[test]
    fn an_address_is_visible() {
        for text in [
            "ana@example.com\u{200b}",
            "\u{feff}ana@example.com",
            "ana@\u{202e}example.com",
            "ana@exam\u{ad}ple.com",
            "ana@exa\u{3164}mple.com",
            "a\u{200d}na@example.com",
            "ana@example\u{fe0f}.com",
            "ana@example.\u{e0041}com",
            "\u{200b}",
        ] {
            assert_eq!(Email::parse(text), Err(EmailFault::Invisible), "{text:?}");
        }
    }

    #[test]
    fn a_label_has_at_most_63_characters() {
        for letter in ["a", "7", "ñ"] {
            assert!(Email::parse(&format!("ana@{}.com", letter.repeat(63))).is_ok());
            assert!(Email::parse(&format!("ana@{}.com", letter.repeat(64))).is_err());
        }
        assert!(Email::parse(&format!("{}@example.com", "a".repeat(1000))).is_ok());
    }

    #[test]
    fn a_domain_has_a_dot_or_none() {
        for (text, has_dot) in [("ana@gmail.com", true), ("ana.castro@gmail", false), ("ana@añejo", false)] {
            assert_eq!(Email::parse(text).map(Email::has_dot), Ok(has_dot), "{text}");
        }
    }
}
