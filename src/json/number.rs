//! Rounds number literals to integers as `JSON.parse` does, which reads every number as a 64-bit float.
//!
//! No float is computed. A float parser finds every bit, in as much code as all the rules take; two answers are enough
//! here: is the literal within the range of floats, and is the nearest float an integer.

use std::cmp::Ordering;

use super::MAX_SAFE_INTEGER;

/// The magnitude of a number literal as a decimal fraction, 0.1 or more and less than 1, times 10 ^ `exponent`:
///
/// ```text
/// literal       mantissa   exponent
/// -0.0120e5     "120"       4          0.0120e5 = 0.120 x 10^4
/// 12.5          "12.5"      2          12.5     = 0.125 x 10^2
/// 0.00          ""          i64::MIN
/// ```
#[derive(Clone, Copy)]
pub(super) struct Decimal<'a> {
    /// The digits from the first that is not zero on, and the point if it follows. Empty for zero.
    mantissa: &'a str,
    /// `i64::MIN` for zero.
    exponent: i64,
}

/// 2^1024 - 2^970, halfway between the largest float and 2^1024: from here on, numbers round to infinity.
const FIRST_INFINITE: Decimal<'_> = Decimal {
    mantissa: "17976931348623158079372897140530341507993413271003782693617377898044496829276475094664901797758720709633\
               02864166928879109465555478519404026306574886715058206819089020007083836762738548458177115317644757302700\
               69855571366959622842914819860834936475292719074168444365510704342711559699508093042880177904174497792",
    exponent: 309,
};

/// The mantissa of 2^-1075, halfway between zero and the smallest float: up to here, numbers round to zero.
///
/// 2^-1075 is 5^323 / 2^752 x 10^-323. The fraction is in fixed point, 768 bits in words of 32, the lowest first. Each
/// multiplication by 10 carries out the next of its 752 digits; written out, they would take three times the space.
const HALF_OF_SMALLEST: [u32; 24] = {
    let mut fraction = [0; 24];
    // 2^-752; the lowest 16 of the 768 bits stay 0.
    fraction[0] = 1 << 16;
    let mut power = 0;
    while power < 323 {
        fraction = multiply(fraction, 5).0;
        power += 1;
    }
    fraction
};

/// The exponent that belongs to [`HALF_OF_SMALLEST`], as in [`Decimal`].
const EXPONENT_OF_HALF: i64 = -323;

/// 2^53 - 1/2, halfway between the greatest safe integer and 2^53: it rounds to the even one, 2^53.
const FIRST_BEYOND_SAFE: Decimal<'_> = Decimal { mantissa: "90071992547409915", exponent: 16 };

impl<'a> Decimal<'a> {
    /// Returns the magnitude for a mantissa (digits, with or without a point) and an exponent (a sign or none, and
    /// digits), which may be empty.
    pub(super) fn new(mantissa: &'a str, exponent: &str) -> Self {
        let magnitude = integer(exponent.trim_start_matches(['+', '-']));
        let exponent = if exponent.starts_with('-') { magnitude.saturating_neg() } else { magnitude };
        let Some(first) = mantissa.bytes().position(|byte| !matches!(byte, b'0' | b'.')) else {
            return Self { mantissa: "", exponent: i64::MIN };
        };
        let point = mantissa.bytes().position(|byte| byte == b'.').unwrap_or(mantissa.len());
        // Not counting the point.
        let zeros = if point < first { first.wrapping_sub(1) } else { first };
        let length = |digits: usize| i64::try_from(digits).unwrap_or(i64::MAX);
        let exponent = exponent.saturating_add(length(point)).saturating_sub(length(zeros));
        Self { mantissa: mantissa.get(first..).unwrap_or_default(), exponent }
    }

    /// Returns the magnitude of a JSON number, ignoring its sign.
    pub(super) fn of(number: &'a str) -> Self {
        let magnitude = number.trim_start_matches('-');
        let (mantissa, exponent) = magnitude.split_once(['e', 'E']).unwrap_or((magnitude, ""));
        Self::new(mantissa, exponent)
    }

    /// True if the nearest float is greater than 2^53 - 1.
    pub(super) fn is_beyond_safe(self) -> bool {
        self.is_at_least(FIRST_BEYOND_SAFE)
    }

    /// True if the number rounds to infinity.
    pub(super) fn is_infinite(self) -> bool {
        self.is_at_least(FIRST_INFINITE)
    }

    /// Returns the nearest float if it is an integer; `None` if it has a fraction, or for numbers from 10^16 on.
    pub(super) fn nearest_integer(self) -> Option<i64> {
        if self.is_read_as_zero() {
            return Some(0);
        }
        // With a negative exponent the number is less than 0.1: no integer is near enough.
        let length = usize::try_from(self.exponent).ok().filter(|length| *length <= 16)?;
        let mut digits = self.digits();
        let mut whole: i64 = 0;
        for _ in 0..length {
            whole = whole.saturating_mul(10).saturating_add(digits.next().unwrap_or_default().into());
        }
        round(whole, digits)
    }

    /// True if both are the same number exactly, as `1.50` and `15e-1` are.
    pub(super) fn is_same(self, other: Self) -> bool {
        let (mut digits, mut others) = (self.digits(), other.digits());
        self.exponent == other.exponent
            && loop {
                match (digits.next(), others.next()) {
                    (None, None) => break true,
                    (one, other) if one.unwrap_or_default() == other.unwrap_or_default() => {}
                    _ => break false,
                }
            }
    }

    pub(super) const fn is_zero(self) -> bool {
        self.exponent == i64::MIN
    }

    /// True if the nearest float is zero. So it is halfway, as ties round to the even float.
    fn is_read_as_zero(self) -> bool {
        match self.exponent.cmp(&EXPONENT_OF_HALF) {
            Ordering::Equal => self.is_at_most_half_of_smallest(),
            ordering => ordering.is_lt(),
        }
    }

    /// The same for a number with the exponent of half of the smallest float.
    fn is_at_most_half_of_smallest(self) -> bool {
        let mut fraction = HALF_OF_SMALLEST;
        let compare = |digit: u8| {
            let (rest, digit_of_half) = multiply(fraction, 10);
            fraction = rest;
            u32::from(digit).cmp(&digit_of_half)
        };
        // Digits that run out are the first of the half's, and so at most the half.
        self.digits().map(compare).find(|order| order.is_ne()).is_none_or(Ordering::is_lt)
    }

    fn is_at_least(self, other: Decimal<'_>) -> bool {
        match self.exponent.cmp(&other.exponent) {
            Ordering::Equal => self.digits().ge(other.digits()),
            ordering => ordering.is_gt(),
        }
    }

    fn digits(self) -> impl Iterator<Item = u8> + Clone + 'a {
        self.mantissa.bytes().filter(|byte| *byte != b'.').map(value_of)
    }
}

/// Returns the value of ASCII digits; above 2^53 - 1, some integer that is also above it.
pub(crate) fn integer(digits: &str) -> i64 {
    let append = |value: i64, digit: u8| {
        if value > MAX_SAFE_INTEGER { value } else { value.saturating_mul(10).saturating_add(value_of(digit).into()) }
    };
    digits.bytes().fold(0, append)
}

/// Returns the value of an ASCII digit, which is its low four bits.
const fn value_of(digit: u8) -> u8 {
    digit & 0xf
}

/// Multiplies a number in words of 32 bits, the lowest first. Returns the product, and the carry out of the highest
/// word.
#[expect(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    reason = "a product of two words and a carry is less than 2^64; its halves are taken apart"
)]
#[inline(never)] // Inlined, it is unrolled into four times the code.
const fn multiply(mut words: [u32; 24], factor: u32) -> ([u32; 24], u32) {
    let mut carry = 0;
    let mut rest: &mut [u32] = &mut words;
    while let [word, higher @ ..] = rest {
        let product = *word as u64 * factor as u64 + carry as u64;
        *word = product as u32;
        carry = (product >> u32::BITS) as u32;
        rest = higher;
    }
    (words, carry)
}

/// Rounds `whole` plus a fraction, given by its decimal digits, to the nearest float. Returns it if it is `whole` or
/// the next integer; else `None`.
///
/// Floats are 2^-(n - 1) apart there, so an integer is the nearest float up to a distance of 2^-n. The fraction is
/// compared with that limit digit by digit, which ends early unless they are close.
fn round(whole: i64, mut fraction: impl Iterator<Item = u8> + Clone) -> Option<i64> {
    // A float has 53 significant bits. Just below 1 all of them are behind the point, and the first is 1/2; from 2^52
    // on none is, and every float is an integer.
    let n = whole.checked_ilog2().map_or(54, |log| 53_u32.saturating_sub(log).max(1));
    let next = whole.saturating_add(1);
    let is_up = fraction.clone().next().is_some_and(|first| first >= 5);
    let (nearer, farther) = if is_up { (next, whole) } else { (whole, next) };
    // The limit is 2^-n, or 1 - 2^-n to round up, in units of 2^-n: a long division yields its digits.
    let below_one = 1_u64.unbounded_shl(n).wrapping_sub(1);
    let mut rest = if is_up { below_one } else { 1 };
    for _ in 0..n {
        rest = rest.wrapping_mul(10);
        let limit = rest.unbounded_shr(n);
        rest &= below_one;
        match u64::from(fraction.next().unwrap_or_default()).cmp(&limit) {
            Ordering::Equal => {}
            ordering => return (ordering.is_gt() == is_up).then_some(nearer),
        }
    }
    if fraction.any(|digit| digit != 0) {
        return is_up.then_some(nearer);
    }
    // Halfway, the even float is nearest: the even one of two integers, or the integer of an integer and a fraction.
    Some(if n > 1 || nearer % 2 == 0 { nearer } else { farther })
}

#[cfg(test)]
mod tests;
