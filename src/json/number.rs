//! Which integer a number is to a reader that takes it for a 64-bit float, as `JSON.parse` does.
//!
//! No float is made. A parser of floats finds every bit of them, and weighs as much as all the rules; here it is only
//! asked whether a number has a float at all, and whether that float is an integer.

use std::cmp::Ordering;

use super::MAX_SAFE_INTEGER;

/// The magnitude of a number: its digits from the first that is not zero on, behind a point, times 10 ^ `exponent`.
#[derive(Clone, Copy)]
pub(super) struct Decimal<'a> {
    /// The digits from there on, and the point where it was written. Zero has none.
    mantissa: &'a str,
    /// The least one for zero.
    exponent: i64,
}

/// 2^1024 - 2^970, the middle between the largest float and the next power of two: from here on numbers are infinite.
const FIRST_INFINITE: Decimal<'_> = Decimal {
    mantissa: "17976931348623158079372897140530341507993413271003782693617377898044496829276475094664901797758720709633\
               02864166928879109465555478519404026306574886715058206819089020007083836762738548458177115317644757302700\
               69855571366959622842914819860834936475292719074168444365510704342711559699508093042880177904174497792",
    exponent: 309,
};

/// 2^-1075, the middle between zero and the smallest float, as the fraction of a fixed-point number of 768 bits, the
/// lowest 32 first, times 10^-323: 2^-1075 is 5^323 / 2^752 / 10^323. Numbers up to here are zero.
///
/// Its 752 digits come out one by one when it is multiplied by 10; written out they would weigh three times as much.
const HALF_OF_SMALLEST: [u32; 24] = {
    let mut fraction = [0; 24];
    // The lowest 16 bits are not needed.
    fraction[0] = 1 << 16;
    let mut power = 0;
    while power < 323 {
        fraction = multiply(fraction, 5).0;
        power += 1;
    }
    fraction
};

/// The exponent of that number behind a point, as in [`Decimal`].
const EXPONENT_OF_HALF: i64 = -323;

/// 2^53 - 1/2, the middle between the greatest integer that is safe and the next: it is rounded to the even one, 2^53.
const FIRST_BEYOND_SAFE: Decimal<'_> = Decimal { mantissa: "90071992547409915", exponent: 16 };

impl<'a> Decimal<'a> {
    /// Takes a number as JSON writes it, without its sign: the digits with their point, and the exponent.
    pub(super) fn new(mantissa: &'a str, exponent: &str) -> Self {
        let magnitude = integer(exponent.trim_start_matches(['+', '-']));
        let exponent = if exponent.starts_with('-') { magnitude.saturating_neg() } else { magnitude };
        let Some(first) = mantissa.bytes().position(|byte| !matches!(byte, b'0' | b'.')) else {
            return Self { mantissa: "", exponent: i64::MIN };
        };
        let point = mantissa.bytes().position(|byte| byte == b'.').unwrap_or(mantissa.len());
        // The point is no digit.
        let zeros = if point < first { first.wrapping_sub(1) } else { first };
        let length = |digits: usize| i64::try_from(digits).unwrap_or(i64::MAX);
        let exponent = exponent.saturating_add(length(point)).saturating_sub(length(zeros));
        Self { mantissa: mantissa.get(first..).unwrap_or_default(), exponent }
    }

    /// The magnitude of a number as JSON writes it.
    pub(super) fn of(number: &'a str) -> Self {
        let magnitude = number.trim_start_matches('-');
        let (mantissa, exponent) = magnitude.split_once(['e', 'E']).unwrap_or((magnitude, ""));
        Self::new(mantissa, exponent)
    }

    /// Whether the float nearest to the number is beyond 2^53 - 1.
    pub(super) fn is_beyond_safe(self) -> bool {
        self.is_at_least(FIRST_BEYOND_SAFE)
    }

    /// Whether the number is beyond every float.
    pub(super) fn is_infinite(self) -> bool {
        self.is_at_least(FIRST_INFINITE)
    }

    /// The integer that is the float nearest to the number; `None` when that has a fraction, or is beyond 10^16.
    pub(super) fn nearest_integer(self) -> Option<i64> {
        if self.is_read_as_zero() {
            return Some(0);
        }
        // Between zero and 0.1 no integer is near enough.
        let length = usize::try_from(self.exponent).ok().filter(|length| *length <= 16)?;
        let mut digits = self.digits();
        let mut whole: i64 = 0;
        for _ in 0..length {
            whole = whole.saturating_mul(10).saturating_add(digits.next().unwrap_or_default().into());
        }
        round(whole, digits)
    }

    /// Whether the numbers are the same to the last digit.
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

    /// Whether the nearest float is zero, which in the middle it is, as its last bit is even.
    fn is_read_as_zero(self) -> bool {
        if self.exponent != EXPONENT_OF_HALF {
            return self.exponent < EXPONENT_OF_HALF;
        }
        let mut fraction = HALF_OF_SMALLEST;
        let compare = |digit: u8| {
            let (rest, digit_of_half) = multiply(fraction, 10);
            fraction = rest;
            u32::from(digit).cmp(&digit_of_half)
        };
        // Where the digits end, they are at most those of the half.
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

/// The integer that digits are; beyond ±(2^53 - 1), where it does not count, some other one that is as large.
pub(crate) fn integer(digits: &str) -> i64 {
    let append = |value: i64, digit: u8| {
        if value > MAX_SAFE_INTEGER { value } else { value.saturating_mul(10).saturating_add(value_of(digit).into()) }
    };
    digits.bytes().fold(0, append)
}

/// The value of an ASCII digit is its low half.
const fn value_of(digit: u8) -> u8 {
    digit & 0xf
}

/// Multiplies a number of many words, the lowest first; returns what is carried beyond the highest, too.
#[expect(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    reason = "a product of two words and a carry is less than 2^64; its halves are taken apart"
)]
#[inline(never)] // Unrolled where it is called it weighs four times as much.
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

/// The float nearest to `whole` and the digits of a fraction, if it is `whole` itself or the next integer.
///
/// Floats stand 2^-(n - 1) apart there, so that an integer is the nearest up to a distance of 2^-n. It is compared with
/// the digits, of which few are needed unless the fraction is near it.
fn round(whole: i64, mut fraction: impl Iterator<Item = u8> + Clone) -> Option<i64> {
    // A float has 53 bits. Where it is less than 1 and near it, none of them is before the point; and from 2^52 on, where
    // all are, it is an integer.
    let n = whole.checked_ilog2().map_or(54, |log| 53_u32.saturating_sub(log).max(1));
    let next = whole.saturating_add(1);
    let is_up = fraction.clone().next().is_some_and(|first| first >= 5);
    let (nearer, farther) = if is_up { (next, whole) } else { (whole, next) };
    // 2^-n, or what is as far below 1, as a part of 2^n: its digits come out of a long division.
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
    // In the middle the even one is nearest: of two integers, that; else the integer, as it ends in bits of zero.
    Some(if n > 1 || nearer % 2 == 0 { nearer } else { farther })
}

#[cfg(test)]
mod tests;
