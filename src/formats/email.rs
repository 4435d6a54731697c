use super::{characters, has_space_or_control, split_at_byte};

/// Whether `text` is an e-mail address as the HTML standard's `<input type=email>` has it. Labels of the domain may
/// hold letters outside ASCII, which browsers turn into ASCII before they judge them.
pub(crate) fn is_email(text: &str) -> bool {
    split_at_byte(text, b'@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && local.bytes().all(is_local)
            && !has_space_or_control(domain)
            && domain.as_bytes().split(|byte| *byte == b'.').all(is_label)
    })
}

fn is_local(byte: u8) -> bool {
    // All of `.!#$%&'*+/=?^_`{|}~-` but for letters and digits.
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b'(' | b')' | b',' | b':'..=b'<' | b'>' | b'@' | b'['..=b']')
}

/// Whether a label is 1 to 63 letters, digits and hyphens, with no hyphen at either end.
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
        ] {
            assert!(is_email(text), "{text}");
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
            "ana maria@example.com",
            "\"ana\"@example.com",
            "ana@[127.0.0.1]",
            "Ana <ana@example.com>",
            "ñandú@example.com",
            " ana@example.com",
            "ana@example.com\n",
            "ana＠example.com",
        ] {
            assert!(!is_email(text), "{text}");
        }
    }

    #[test]
    fn a_label_has_at_most_63_characters() {
        for letter in ["a", "7"] {
            assert!(is_email(&format!("ana@{}.com", letter.repeat(63))));
            assert!(!is_email(&format!("ana@{}.com", letter.repeat(64))));
        }
        assert!(is_email(&format!("{}@example.com", "a".repeat(1000))));
    }
}
