//! Compares with the standard library's parser, which computes the whole float.
#![expect(clippy::arithmetic_side_effects, clippy::string_slice, reason = "these are tests")]

use proptest::prelude::*;

use super::*;
use crate::json::{MAX_SAFE_INTEGER, Reader, SyntaxFault};

/// Reads a literal: an integer, `None`, or an error if it is beyond every float.
fn found(literal: &str) -> Result<Option<i64>, SyntaxFault> {
    Reader::new(literal).number()
}

/// Reads a literal by way of the standard library's float.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "exact within ±(2^53 - 1)")]
fn expected(literal: &str) -> Result<Option<i64>, SyntaxFault> {
    let float: f64 = literal.parse().unwrap();
    let is_integer = float.trunc().total_cmp(&float).is_eq() && float.abs() <= MAX_SAFE_INTEGER as f64;
    if float.is_finite() { Ok(is_integer.then_some(float as i64)) } else { Err(SyntaxFault::NumberRange) }
}

#[test]
fn a_number_equals_its_float() {
    const BEYOND: Result<Option<i64>, SyntaxFault> = Err(SyntaxFault::NumberRange);
    let shifted = |zeros: usize, exponent: usize| format!("0.{}1e{exponent}", "0".repeat(zeros));
    for (literal, number) in [
        ("0", Ok(Some(0))),
        ("-0.0", Ok(Some(0))),
        ("0e999999999999", Ok(Some(0))),
        ("0.000e-999999999999999999999", Ok(Some(0))),
        ("1000.00000000000000001", Ok(Some(1000))),
        ("0.5", Ok(None)),
        ("0.99999999999999999999", Ok(Some(1))),
        ("-0.99999999999999999999", Ok(Some(-1))),
        ("9007199254740990.4999999", Ok(Some(9_007_199_254_740_990))),
        ("9007199254740990.5", Ok(Some(9_007_199_254_740_990))),
        ("9007199254740990.9999999", Ok(Some(MAX_SAFE_INTEGER))),
        ("9007199254740991.4999999", Ok(Some(MAX_SAFE_INTEGER))),
        ("9007199254740991.49999999999999999999999999999999", Ok(Some(MAX_SAFE_INTEGER))),
        ("9007199254740991.50000000000000000000000000000000", Ok(None)),
        ("-9007199254740991.5", Ok(None)),
        ("-9007199254740991.4", Ok(Some(-MAX_SAFE_INTEGER))),
        ("9007199254740992.5", Ok(None)),
        ("9007199254740993", Ok(None)),
        ("90071992547409910", Ok(None)),
        // 1 - 2^-54 is halfway between 1 and the float below it.
        ("0.999999999999999944488848768742172978818416595458984374", Ok(None)),
        ("0.999999999999999944488848768742172978818416595458984375", Ok(Some(1))),
        ("0.9999999999999999", Ok(None)),
        ("0.9999999999999999999", Ok(Some(1))),
        // 1 + 2^-53 is halfway between 1 and the float above it.
        ("1.00000000000000011102230246251565404236316680908203125", Ok(Some(1))),
        ("1.00000000000000011102230246251565404236316680908203126", Ok(None)),
        ("4503599627370495.5", Ok(None)),
        ("4503599627370495.7", Ok(None)),
        ("4503599627370495.75", Ok(Some(4_503_599_627_370_496))),
        ("4503599627370496.5", Ok(Some(4_503_599_627_370_496))),
        ("4503599627370497.5", Ok(Some(4_503_599_627_370_498))),
        ("9007199254740991.5", Ok(None)),
        ("9007199254740992", Ok(None)),
        ("9999999999999999.9", Ok(None)),
        // Around the smallest float, and half of it.
        ("1e-400", Ok(Some(0))),
        ("1e-999999999999999999999", Ok(Some(0))),
        ("2.4e-324", Ok(Some(0))),
        ("2.5e-324", Ok(None)),
        ("2.4703282292062327208828439643411068618252e-324", Ok(Some(0))),
        ("2.4703282292062327208828439643411068618253e-324", Ok(None)),
        ("2.4703282292062327208828439643411068618259e-324", Ok(None)),
        ("0.24703282292062327208828439643411068618259e-323", Ok(None)),
        ("4.9e-324", Ok(None)),
        // Around the largest float, and half a step beyond it.
        ("1e308", Ok(None)),
        ("1.7976931348623157e308", Ok(None)),
        ("1.797693134862315807e308", Ok(None)),
        ("1.797693134862315808e308", BEYOND),
        ("1.7976931348623158e308", Ok(None)),
        ("-1e309", BEYOND),
        ("1e999999999999999999999", BEYOND),
        // Long runs of zeros that the exponent makes up for.
        (&shifted(399, 400), Ok(Some(1))),
        (&shifted(399, 403), Ok(Some(1000))),
        (&shifted(50_000, 50_308), Ok(None)),
        (&shifted(50_000, 50_310), BEYOND),
        (&format!("1{}e-50000", "0".repeat(50_003)), Ok(Some(1000))),
        (&format!("1e-{}400", "0".repeat(1000)), Ok(Some(0))),
    ] {
        assert_eq!(found(literal), number, "{literal:.40}");
        assert_eq!(expected(literal), number, "{literal:.40}");
    }
}

/// The digits of a decimal fraction, and the exponent of 10, as in [`Decimal`].
type Digits = (String, i64);

/// Spells a literal with its point behind the first `before` digits, or behind a zero if that is 0.
fn spell((digits, exponent): &Digits, is_negative: bool, before: usize, letter: &str) -> String {
    let before = before.min(digits.len());
    let (whole, fraction) = digits.split_at(before);
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let sign = if is_negative { "-" } else { "" };
    let point = if fraction.is_empty() { "" } else { "." };
    let exponent = exponent - i64::try_from(before).unwrap();
    let exponent = if exponent == 0 { String::new() } else { format!("{letter}{exponent}") };
    format!("{sign}{whole}{point}{fraction}{exponent}")
}

/// Numbers just below, at and just above a number: with the last digit one less or more, and with more digits.
fn near((digits, exponent): Digits) -> impl Strategy<Value = Digits> {
    let less = {
        let kept = digits.trim_end_matches('0');
        let (rest, last) = kept.split_at(kept.len().saturating_sub(1));
        let last: u8 = last.parse().unwrap_or(1);
        format!("{rest}{}", last - 1)
    };
    let tail = prop_oneof![Just(String::new()), "0{0,60}[0-9]{1,3}", "9{1,60}[0-9]{0,3}", "[0-9]{1,40}"];
    let cut = (any::<prop::sample::Index>(), "[0-9]").prop_map({
        let digits = digits.clone();
        move |(at, digit)| format!("{}{digit}", digits.split_at(at.index(digits.len())).0)
    });
    let start = prop_oneof![4 => Just(digits), 4 => Just(less), 1 => cut];
    (start, tail).prop_map(move |(start, tail)| (start + &tail, exponent))
}

/// Numbers exactly halfway between an integer and the next float, in either direction.
fn middle() -> impl Strategy<Value = Digits> {
    let whole = prop_oneof![(0_u32..54, -3_i64..3).prop_map(|(log, more)| (1_i64 << log) + more), 0..=MAX_SAFE_INTEGER];
    (whole, any::<bool>(), -1_i64..=1).prop_map(|(whole, is_above, more)| {
        let whole = whole.max(0);
        let n = i64::from(whole.checked_ilog2().map_or(54, |log| 53_u32.saturating_sub(log))) + more;
        let width = usize::try_from(n.max(1)).unwrap();
        let half = format!("{:0>width$}", 5_u128.pow(u32::try_from(width).unwrap()));
        // 1 minus the half: each digit from 9, and the last, which is 5, from 10.
        let rest = half.bytes().map(|digit| char::from(b'9' - digit + b'0')).collect::<String>();
        let rest = format!("{}5", &rest[..width - 1]);
        let whole = whole.to_string();
        let exponent = i64::try_from(whole.len()).unwrap();
        (whole + if is_above { &half } else { &rest }, exponent)
    })
}

/// The least number that rounds to infinity, and the greatest that rounds to zero, exactly.
fn edge() -> impl Strategy<Value = Digits> {
    let infinite = (FIRST_INFINITE.mantissa.to_owned(), FIRST_INFINITE.exponent);
    prop_oneof![Just(infinite), Just(half_of_smallest())]
}

/// Half of the smallest float: the standard library writes its digits, and a long division halves them.
fn half_of_smallest() -> Digits {
    let smallest = format!("{:.1075}", f64::from_bits(1));
    let mut rest = 0;
    let half: String = smallest
        .trim_start_matches("0.")
        .bytes()
        .map(|digit| {
            let dividend = rest * 10 + (digit - b'0');
            rest = dividend % 2;
            char::from(b'0' + dividend / 2)
        })
        .collect();
    assert_eq!(rest, 0);
    let zeros = half.bytes().position(|digit| digit != b'0').unwrap();
    (half[zeros..].to_owned(), -i64::try_from(zeros).unwrap())
}

#[test]
fn the_middle_below_the_smallest_float_is_zero() {
    let half = half_of_smallest();
    assert_eq!((half.0.len(), half.1), (752, EXPONENT_OF_HALF));
    // Cut at each of the 752 digits, with that digit one less, the same, and one more.
    for kept in 0..half.0.len() {
        let (before, digit) = (&half.0[..kept], half.0.as_bytes()[kept]);
        for digit in [digit - 1, digit, digit + 1] {
            let digit = char::from(digit.clamp(b'0', b'9'));
            let literal = format!("0.{before}{digit}e{}", half.1);
            assert_eq!(found(&literal), expected(&literal), "{kept}: {digit}");
        }
    }
    for (tail, number) in
        [("", Ok(Some(0))), ("0", Ok(Some(0))), ("000000", Ok(Some(0))), ("1", Ok(None)), ("0001", Ok(None))]
    {
        let literal = format!("-0.{}{tail}e{}", half.0, half.1);
        assert_eq!((found(&literal), expected(&literal)), (number, number), "{tail}");
    }
}

fn some_float() -> impl Strategy<Value = Digits> {
    any::<f64>().prop_filter("finite", |float| float.is_finite()).prop_map(|float| {
        let text = format!("{:e}", float.abs());
        let (mantissa, exponent) = text.split_once('e').unwrap();
        (mantissa.replace('.', ""), exponent.parse::<i64>().unwrap() + 1)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_literal_equals_its_float(literal in r"-?(0|[1-9][0-9]{0,25})(\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?") {
        prop_assert_eq!(found(&literal), expected(&literal));
    }

    #[test]
    fn a_literal_near_a_limit_equals_its_float(
        digits in prop_oneof![4 => middle(), 1 => edge(), 1 => some_float()].prop_flat_map(near),
        is_negative: bool,
        before in 0_usize..80,
        letter in prop_oneof![Just("e"), Just("E")],
    ) {
        let literal = spell(&digits, is_negative, before, letter);
        prop_assert_eq!(found(&literal), expected(&literal), "{}", literal);
    }
}
