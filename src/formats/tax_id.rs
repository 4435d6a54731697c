/// A Chilean RUT: a body from 0 to 99,999,999, and a check character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rut {
    /// 0 to 99,999,999.
    body: u32,
    /// `0` to `9`, or `K`.
    check: char,
}

impl Rut {
    /// Parses 1 to 12 digits, leading zeros included, and a check character in either case, ignoring dots, hyphens and
    /// spaces. `None` for `11.111.111-` too: its check character is missing after the hyphen.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.trim_end_matches(['.', ' ']).ends_with('-') {
            return None;
        }
        let mut characters = text.bytes().filter(|byte| !matches!(byte, b'.' | b'-' | b' '));
        let check = characters.next_back()?.to_ascii_uppercase();
        let mut digits: u32 = 0;
        let mut body: u32 = 0;
        for character in characters {
            digits = digits.checked_add(1).filter(|digits| *digits <= 12)?;
            body = body.checked_mul(10)?.checked_add(char::from(character).to_digit(10)?)?;
        }
        let is_rut = digits >= 1 && body <= 99_999_999 && (check.is_ascii_digit() || check == b'K');
        is_rut.then_some(Self { body, check: check.into() })
    }

    /// True for a body of 0, which belongs to nobody.
    pub(crate) const fn is_zeros(self) -> bool {
        self.body == 0
    }

    /// True if the check character is that of the body: modulo 11 with weights 2 to 7 from the right. False for a body
    /// of 0.
    #[expect(
        clippy::arithmetic_side_effects,
        reason = "at most 8 digits, each at most 9 x 7; the divisors are constants"
    )]
    pub(crate) fn check_fits(self) -> bool {
        let mut rest = self.body;
        let mut sum = 0;
        for weight in (2..=7).cycle().take(8) {
            sum += rest % 10 * weight;
            rest /= 10;
        }
        let expected = match 11 - sum % 11 {
            11 => '0',
            10 => 'K',
            digit => char::from_digit(digit, 10).unwrap_or('K'),
        };
        self.body != 0 && self.check == expected
    }
}

/// True for a Mexican RFC, with or without hyphens and spaces, in either case: 3 or 4 letters, a date `YYMMDD`, and 3
/// letters or digits.
pub(crate) fn is_rfc(text: &str) -> bool {
    let mut compact = [0; 13];
    let mut length: usize = 0;
    for character in text.chars().filter(|character| !matches!(character, '-' | ' ')) {
        let Some(byte) = compact.get_mut(length) else { return false };
        // One byte per character: Ñ, the only one beyond ASCII, becomes `&`, which is allowed at the same places.
        *byte = match character {
            'ñ' | 'Ñ' => b'&',
            _ => u8::try_from(character).unwrap_or_default().to_ascii_uppercase(),
        };
        length = length.saturating_add(1);
    }
    // With a name of 3 letters the last of 13 bytes is unused.
    let (name, rest) = match (length, &compact) {
        (12, [name @ .., _]) => name.split_at(3),
        _ => compact.split_at(4),
    };
    let [y1, y2, m1, m2, d1, d2, last @ ..] = rest else { return false };
    name.iter().all(|byte| byte.is_ascii_uppercase() || *byte == b'&')
        && [y1, y2, m1, m2, d1, d2].iter().all(|byte| byte.is_ascii_digit())
        && (*b"01"..=*b"12").contains(&[*m1, *m2])
        && (*b"01"..=*b"31").contains(&[*d1, *d2])
        && last.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// True for a Mexican CURP in either case: `[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d`.
pub(crate) fn is_curp(text: &str) -> bool {
    text.len() == 18
        && text.bytes().enumerate().all(|(at, byte)| match (at, byte.to_ascii_uppercase()) {
            (0..=3 | 11..=15, byte) => byte.is_ascii_uppercase(),
            (4..=9 | 17, byte) => byte.is_ascii_digit(),
            (10, byte) => matches!(byte, b'H' | b'M' | b'X'),
            (_, byte) => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// True if the check character fits; `None` if the text is no RUT.
    fn rut(text: &str) -> Option<bool> {
        Rut::parse(text).map(Rut::check_fits)
    }

    #[test]
    fn a_rut_is_read_with_and_without_its_marks() {
        for text in ["12.345.678-5", "12345678-5", "123456785", "12 345 678 5", "-.1.2345678--5.", "12345678- 5 ."] {
            assert_eq!(rut(text), Some(true), "{text}");
        }
    }

    #[test]
    fn the_check_character_is_0_to_9_or_k() {
        for (body, check) in [
            ("1", '9'),
            ("2", '7'),
            ("3", '5'),
            ("4", '3'),
            ("5", '1'),
            ("6", 'K'),
            ("7", '8'),
            ("8", '6'),
            ("9", '4'),
            ("10", '8'),
            ("13", '2'),
            ("14", '0'),
            ("1000005", 'K'),
            ("1000013", '0'),
            ("7654321", '6'),
            ("99999999", '9'),
        ] {
            for candidate in "0123456789K".chars() {
                assert_eq!(rut(&format!("{body}-{candidate}")), Some(candidate == check), "{body}-{candidate}");
            }
        }
        assert_eq!(rut("6-k"), Some(true));
    }

    #[test]
    fn leading_zeros_are_passed_over() {
        for text in ["00000006-K", "000000006-K", "000000000006-K", "0011111111-1", "000011111111-1", "011.111.111-1"] {
            assert_eq!(rut(text), Some(true), "{text}");
        }
        for text in ["0000000000006-K", "0111111111-1", "0000011111111-1"] {
            assert_eq!(rut(text), None, "{text}");
        }
    }

    #[test]
    fn zeros_alone_are_nobodys() {
        for check in "0123456789K".chars() {
            for body in ["0", "00.000.000", "000000000000"] {
                let rut = Rut::parse(&format!("{body}-{check}")).unwrap();
                assert!(rut.is_zeros() && !rut.check_fits(), "{body}-{check}");
            }
        }
        assert_eq!(rut("00"), Some(false));
        assert!(!Rut::parse("10-8").unwrap().is_zeros());
    }

    /// The check character by another way: a table of the sums, over the digits as text.
    #[expect(clippy::arithmetic_side_effects, reason = "a test of at most 8 digits")]
    fn check_of(body: u32) -> char {
        let text = body.to_string();
        let weight_at = |from_the_right: usize| 2 + from_the_right % 6;
        let sum: usize = text
            .bytes()
            .enumerate()
            .map(|(at, digit)| usize::from(digit - b'0') * weight_at(text.len() - 1 - at))
            .sum();
        ['0', 'K', '9', '8', '7', '6', '5', '4', '3', '2', '1'][sum % 11]
    }

    #[test]
    fn exactly_one_check_character_fits_a_body() {
        for body in (1..100_000_000).step_by(9973) {
            for check in "0123456789K".chars() {
                assert_eq!(rut(&format!("{body}{check}")), Some(check == check_of(body)), "{body}-{check}");
            }
        }
    }

    #[test]
    fn an_invalid_rut_is_refused() {
        for text in [
            "",
            "5",
            "K",
            "-",
            "123456789-2",
            "11.111.111-",
            "11.111.111- ",
            "11.111.111-.",
            "11.111.111-1-",
            "11.111.111-X",
            "1K345678-5",
            "K2345678-5",
            "12345678-X",
            "12345678-KK",
            "12,345,678-5",
            "12345678\u{2013}5",
            "12345678\t5",
            "\u{661}2345678-5",
            "12345678-\u{665}",
            "6-\u{212a}",
            "+2345678-5",
        ] {
            assert_eq!(rut(text), None, "{text}");
        }
    }

    #[test]
    fn an_rfc_is_a_name_a_date_and_three_more() {
        for text in
            ["GODE561231GR8", "ABC010203XY1", "gode561231gr8", "Ñ&a991231000", "GODE-561231-GR8", "GO DE561231 GR8"]
        {
            assert!(is_rfc(text), "{text}");
        }
        for text in [
            "",
            "GO561231GR8",
            "GODEX561231GR8",
            "GODE561231GR",
            "GODE561231GR88",
            "GODE5612311GR8",
            "GODE56123GR8",
            "GODE56123AGR8",
            "GODE561231GÑ8",
            "GODE561231G-",
            "GÓDE561231GR8",
            "G0DE561231GR8",
            "GODE.561231.GR8",
            "GODE56+1+1GR8",
            "561231GR8",
            "GODE\u{661}61231GR8",
        ] {
            assert!(!is_rfc(text), "{text}");
        }
    }

    #[test]
    fn the_date_of_an_rfc_is_a_month_and_a_day() {
        let rfc = |date: &str| is_rfc(&format!("GODE{date}GR8"));
        for date in ["000101", "991231", "560131", "560231", "561001"] {
            assert!(rfc(date), "{date}");
        }
        for date in ["560001", "561301", "560100", "560132", "569901", "560199"] {
            assert!(!rfc(date), "{date}");
        }
    }

    #[test]
    fn a_curp_has_18_characters() {
        for text in [
            "GODE561231HDFRRN09",
            "GODE561231MDFRRNA9",
            "GODE561231XDFRRN00",
            "gode561231hdfrrn09",
            "GODE999999HDFRRN09",
        ] {
            assert!(is_curp(text), "{text}");
        }
        for text in [
            "",
            "GODE561231HDFRRN0",
            "GODE561231HDFRRN099",
            "GODE561231NDFRRN09",
            "G0DE561231HDFRRN09",
            "GOD&561231HDFRRN09",
            "GODE5612A1HDFRRN09",
            "GODE561231HD0RRN09",
            "GODE561231HDFRRN0A",
            "GODE561231HDFRRN-9",
            "ÑODE561231HDFRRN9",
            " GODE561231HDFRRN0",
        ] {
            assert!(!is_curp(text), "{text}");
        }
    }
}
