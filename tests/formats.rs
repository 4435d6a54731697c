//! Identifiers through the public interface, against second algorithms. `cargo xtask soak` checks every RUT.

#[allow(dead_code, reason = "the exhaustive run uses the rest")]
#[path = "generator/ruts.rs"]
mod ruts;

use fintoc_preflight::{Options, Rule, Version, validate_json};

fn options() -> Options {
    Options::new("2026-01-13T12:00:00Z".parse().unwrap()).version(Version::V2)
}

/// The check character as it is taught: 11 minus the rest of the sum of the digits from the right times 2 to 7.
fn check_character(body: u32) -> char {
    let digits: Vec<u32> = body.to_string().chars().rev().map(|digit| digit.to_digit(10).unwrap()).collect();
    let sum: u32 = digits.iter().zip([2, 3, 4, 5, 6, 7, 2, 3]).map(|(digit, weight)| digit * weight).sum();
    match 11 - sum % 11 {
        11 => '0',
        10 => 'K',
        digit => char::from_digit(digit, 10).unwrap(),
    }
}

#[test]
fn the_table_of_check_characters_is_the_algorithm() {
    let table = ruts::Table::new();
    for body in (1..100_000_000).step_by(7919) {
        assert_eq!(char::from(table.check(body)), check_character(body), "{body}");
    }
}

#[test]
fn a_rut_has_exactly_one_check_character() {
    assert_eq!(ruts::check_all((1..100_000_000).step_by(99_991), &options()), 1001);
    assert_eq!(ruts::check_two(1..20_000, &options()), 19_999);
}

/// The check digit of a CLABE as the standard states it: each product modulo 10, then 10 minus their sum modulo 10.
#[test]
fn a_clabe_has_exactly_one_check_digit() {
    let options = options();
    for step in 0..1000_u64 {
        let body = format!("{:017}", step * 99_999_999_999_989 % 100_000_000_000_000_000);
        let digits = body.bytes().map(|digit| u32::from(digit - b'0'));
        let sum: u32 = digits.zip([3, 7, 1].into_iter().cycle()).map(|(digit, weight)| digit * weight % 10).sum();
        for digit in 0..10 {
            let request = format!(
                r#"{{"currency":"MXN","payment_method_options":{{"bank_transfer":{{"sender_account":{{"number":"{body}{digit}"}}}}}}}}"#
            );
            let report = validate_json(&request, &options);
            let fits = report.iter().all(|violation| violation.rule() != Rule::ClabeCheckDigit);
            assert_eq!(fits, digit == (10 - sum % 10) % 10, "{body}{digit}");
        }
    }
}
