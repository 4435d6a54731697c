//! Which integer a number is to a reader that takes it for a 64-bit float, as `JSON.parse` does.
//!
//! No float is made. A parser of floats finds every bit of them, and weighs as much as all the rules; here it is only
//! asked whether a number has a float at all, and whether that float is an integer.

use std::cmp::Ordering;
use std::iter::repeat;

/// The magnitude of a number: its digits from the first that is not zero on, behind a point, times 10 ^ `exponent`.
#[derive(Clone, Copy)]
pub(super) struct Decimal<'a> {
    whole: &'a str,
    fraction: &'a str,
    /// The least one for zero, which has no such digit.
    exponent: i64,
}

/// 2^1024 - 2^970, the middle between the largest float and the next power of two: from here on numbers are infinite.
const FIRST_INFINITE: Decimal<'_> = Decimal {
    whole: "",
    fraction: "17976931348623158079372897140530341507993413271003782693617377898044496829276475094664901797758720709633\
               02864166928879109465555478519404026306574886715058206819089020007083836762738548458177115317644757302700\
               69855571366959622842914819860834936475292719074168444365510704342711559699508093042880177904174497792",
    exponent: 309,
};

/// 2^-1075, the middle between zero and the smallest float: numbers up to here are zero. 40 of its 752 digits will do,
/// rounded up: nobody sends what lies between, and it would differ from zero in nothing but its fraction.
const FIRST_NOT_ZERO: Decimal<'_> =
    Decimal { whole: "", fraction: "2470328229206232720882843964341106861826", exponent: -323 };

impl<'a> Decimal<'a> {
    /// Takes a number apart as JSON writes it: the digits before and behind the point, and the exponent with its sign.
    pub(super) fn new(whole: &'a str, fraction: &'a str, exponent: &str) -> Self {
        // No text has the digits that would make up for an exponent that does not fit.
        let largest = if exponent.starts_with('-') { i64::MIN } else { i64::MAX };
        let written = Self { whole, fraction, exponent: exponent.parse().unwrap_or(largest) };
        let length = |digits: usize| i64::try_from(digits).unwrap_or(i64::MAX);
        match written.digits().position(|digit| digit != 0) {
            None => Self { exponent: i64::MIN, ..written },
            Some(zeros) => {
                let exponent = written.exponent.saturating_add(length(whole.len())).saturating_sub(length(zeros));
                Self { exponent, ..written }
            }
        }
    }

    /// Whether the number is beyond every float.
    pub(super) fn is_infinite(self) -> bool {
        self.is_at_least(FIRST_INFINITE)
    }

    /// The integer that is the float nearest to the number; `None` when that has a fraction, or is beyond 10^16.
    pub(super) fn nearest_integer(self) -> Option<i64> {
        if !self.is_at_least(FIRST_NOT_ZERO) {
            return Some(0);
        }
        // Between zero and 0.1 no integer is near enough.
        let length = usize::try_from(self.exponent).ok().filter(|length| *length <= 16)?;
        let whole = self.significant().chain(repeat(0)).take(length);
        let whole = whole.fold(0_i64, |value, digit| value.saturating_mul(10).saturating_add(digit.into()));
        round(whole, self.significant().skip(length))
    }

    fn is_at_least(self, other: Decimal<'_>) -> bool {
        match self.exponent.cmp(&other.exponent) {
            Ordering::Equal => self.significant().ge(other.significant()),
            ordering => ordering.is_gt(),
        }
    }

    /// The digits from the first that is not zero on.
    fn significant(self) -> impl Iterator<Item = u8> + Clone + 'a {
        self.digits().skip_while(|digit| *digit == 0)
    }

    fn digits(self) -> impl Iterator<Item = u8> + Clone + 'a {
        // The value of an ASCII digit is its low half.
        self.whole.bytes().chain(self.fraction.bytes()).map(|digit| digit & 0xf)
    }
}

/// The float nearest to `whole` and the digits of a fraction, if it is `whole` itself or the next integer.
///
/// Floats stand 2^-(n - 1) apart there, so that an integer is the nearest up to a distance of 2^-n. That is 5^n / 10^n,
/// and n digits of the fraction say whether the distance is less; few are needed unless it is near.
fn round(whole: i64, mut fraction: impl Iterator<Item = u8> + Clone) -> Option<i64> {
    if fraction.clone().all(|digit| digit == 0) {
        return Some(whole);
    }
    // A float has 53 bits. Where it is less than 1 and near it, none of them is before the point.
    let n = whole.checked_ilog2().map_or(54, |log| 53_u32.saturating_sub(log));
    // The first digits, as an integer, of how far it is to `whole` and to the next integer, and of 2^-n.
    let (mut down, mut up, mut half) = (0_u128, 0_u128, 1_u128);
    for left in (0..n).rev() {
        let digit = fraction.next().unwrap_or_default();
        down = down.saturating_mul(10).saturating_add(digit.into());
        up = up.saturating_mul(10).saturating_add(9_u8.saturating_sub(digit).into());
        // 10^i x 2^-n is 5^i / 2^(n - i).
        half = half.saturating_mul(5);
        if down.min(up) > half.unbounded_shr(left) {
            return None;
        }
    }
    // Digits that are left add less than 10^-n to both; without them, the nines above lack it.
    let is_more = fraction.any(|digit| digit != 0);
    let up = if is_more { up } else { up.saturating_add(1) };
    let is_nearest = |distance: u128, integer: i64| match distance.cmp(&half) {
        Ordering::Less => true,
        // In the middle the even one is nearest: of two integers, that; else the integer, as it ends in bits of zero.
        Ordering::Equal => !is_more && (n > 1 || integer % 2 == 0),
        Ordering::Greater => false,
    };
    let next = whole.saturating_add(1);
    if is_nearest(down, whole) { Some(whole) } else { is_nearest(up, next).then_some(next) }
}

#[cfg(test)]
mod tests;
