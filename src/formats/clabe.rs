/// A Mexican account number, classified by its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MexicanNumber {
    /// 18 digits.
    Clabe {
        /// True if the last digit is the check digit of the others.
        check_fits: bool,
    },
    /// 16 digits.
    Card,
    /// 10 digits.
    Telephone,
}

impl MexicanNumber {
    /// Classifies 18, 16 or 10 ASCII digits; `None` for any other text.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        match text.len() {
            18 => Some(Self::Clabe { check_fits: check_fits(text.as_bytes()) }),
            16 => Some(Self::Card),
            10 => Some(Self::Telephone),
            _ => None,
        }
    }
}

/// True if the last of 18 ASCII digits is the check digit of the others: with it, the sum of all, weighted 3, 7, 1 in
/// turn, is a multiple of 10.
#[expect(clippy::arithmetic_side_effects, reason = "18 digits, each at most 9 x 7")]
fn check_fits(digits: &[u8]) -> bool {
    // The 18th weight is 1. The standard takes each product modulo 10, which does not change the sum modulo 10.
    let sum: u32 =
        digits.iter().zip([3, 7, 1].into_iter().cycle()).map(|(digit, weight)| u32::from(digit & 0xf) * weight).sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_fits(text: &str) -> Option<bool> {
        match MexicanNumber::parse(text) {
            Some(MexicanNumber::Clabe { check_fits }) => Some(check_fits),
            _ => None,
        }
    }

    #[test]
    fn exactly_one_check_digit_fits() {
        for (body, fits) in [
            ("01296910000000002", 6),
            ("03218000011835971", 9),
            ("00201007777777777", 1),
            ("00000000000000000", 0),
            ("99999999999999999", 5),
        ] {
            for digit in 0..10 {
                assert_eq!(check_fits(&format!("{body}{digit}")), Some(digit == fits), "{body}{digit}");
            }
        }
    }

    /// The algorithm as the standard states it: each product modulo 10, their sum s, (10 - s mod 10) mod 10.
    #[test]
    fn it_is_the_check_digit_of_the_contract() {
        for step in 0..2000_u64 {
            let body = format!("{:017}", step * 49_999_999_999_993 % 100_000_000_000_000_000);
            let sum: u32 =
                body.bytes().enumerate().map(|(at, digit)| u32::from(digit - b'0') * [3, 7, 1][at % 3] % 10).sum();
            let check = (10 - sum % 10) % 10;
            for digit in 0..10 {
                assert_eq!(check_fits(&format!("{body}{digit}")), Some(digit == check), "{body}{digit}");
            }
        }
    }

    #[test]
    fn a_number_has_18_16_or_10_digits() {
        for length in 0..30 {
            let number = MexicanNumber::parse(&"0".repeat(length));
            let expected = match length {
                18 => Some(MexicanNumber::Clabe { check_fits: true }),
                16 => Some(MexicanNumber::Card),
                10 => Some(MexicanNumber::Telephone),
                _ => None,
            };
            assert_eq!(number, expected, "{length}");
        }
        for text in ["01296910000000002 ", "0129691000-0000026", "555123456a", "٠١٢٣٤", "５５５１"] {
            assert_eq!(MexicanNumber::parse(text), None, "{text}");
        }
    }
}
