/// A Chilean RUT: 1 to 8 digits and a check character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rut {
    body: u32,
    /// `0` to `9`, or `K`.
    check: char,
}

impl Rut {
    /// Reads a RUT with or without dots, hyphens and spaces; the check character in either case.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let compact = without(text, ".- ");
        let check = compact.chars().next_back()?.to_ascii_uppercase();
        let body = compact.strip_suffix(|last: char| last.is_ascii_digit() || last.eq_ignore_ascii_case(&'k'))?;
        if !(1..=8).contains(&body.len()) || !body.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        Some(Self { body: body.parse().ok()?, check })
    }

    /// Whether the check character is that of the digits: modulus 11 with weights 2 to 7 from the right.
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
        self.check == expected
    }
}

/// Whether `text` is a Mexican RFC, with or without hyphens and spaces, in either case: 3 or 4 letters, a date
/// `YYMMDD`, and 3 letters or digits.
pub(crate) fn is_rfc(text: &str) -> bool {
    // Ñ is the one letter outside ASCII; the tables of Unicode would weigh more than all rules together.
    let compact = without(text, "- ").replace('ñ', "Ñ").to_ascii_uppercase();
    let letters = compact.chars().take_while(|&letter| letter.is_ascii_uppercase() || matches!(letter, 'Ñ' | '&'));
    // The three last characters may be letters too, but a date always stands before them.
    let name: String = letters.collect();
    let rest = compact.strip_prefix(name.as_str()).unwrap_or_default();
    let Some((date, last)) = rest.split_at_checked(6) else {
        return false;
    };
    (3..=4).contains(&name.chars().count())
        && is_month_and_day(date.get(2..).unwrap_or_default())
        && date.bytes().all(|byte| byte.is_ascii_digit())
        && last.len() == 3
        && last.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Whether `text` is a Mexican CURP in either case: `[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d`.
pub(crate) fn is_curp(text: &str) -> bool {
    text.len() == 18
        && text.bytes().enumerate().all(|(at, byte)| match (at, byte.to_ascii_uppercase()) {
            (0..=3 | 11..=15, byte) => byte.is_ascii_uppercase(),
            (4..=9 | 17, byte) => byte.is_ascii_digit(),
            (10, byte) => matches!(byte, b'H' | b'M' | b'X'),
            (_, byte) => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
        })
}

/// Whether `text` is a month 01 to 12 and a day 01 to 31.
fn is_month_and_day(text: &str) -> bool {
    text.split_at_checked(2).is_some_and(|(month, day)| {
        month.parse().is_ok_and(|month: u8| (1..=12).contains(&month))
            && day.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
    })
}

fn without(text: &str, marks: &str) -> String {
    text.chars().filter(|&character| !marks.contains(character)).collect()
}
