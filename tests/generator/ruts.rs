//! Chilean RUTs through the public interface, against a second algorithm.

use std::fmt::Write;

use fintoc_preflight::{Options, Rule, validate_json};

/// The check characters by the sum of weighted digits modulo 11.
const CHECKS: &[u8; 11] = b"0K987654321";

/// A second algorithm: a table of the weighted sums of four digits, for each half of a body.
pub(crate) struct Table {
    last: Vec<u32>,
    first: Vec<u32>,
}

impl Table {
    pub(crate) fn new() -> Self {
        let sums = |weights: [u32; 4]| {
            let digits = |number: u32| [number % 10, number / 10 % 10, number / 100 % 10, number / 1000];
            (0..10_000)
                .map(|number| digits(number).iter().zip(weights).map(|(digit, weight)| digit * weight).sum())
                .collect()
        };
        Self { last: sums([2, 3, 4, 5]), first: sums([6, 7, 2, 3]) }
    }

    /// Returns the check character of a body.
    pub(crate) fn check(&self, body: u32) -> u8 {
        let sum = self.last[body as usize % 10_000] + self.first[body as usize / 10_000];
        CHECKS[sum as usize % 11]
    }
}

/// True if the core accepts a RUT and its check character.
pub(crate) fn is_accepted(rut: &str, options: &Options) -> bool {
    let mut body = String::with_capacity(80);
    body.push_str(r#"{"customer_data":{"tax_id":{"type":"cl_rut","value":""#);
    body.push_str(rut);
    body.push_str(r#""}}}"#);
    let report = validate_json(&body, options);
    report.iter().all(|violation| !matches!(violation.rule(), Rule::RutCheckDigit | Rule::TaxIdFormat))
}

/// Checks bodies with all 11 check characters, of which exactly the table's fits; returns the number of bodies.
///
/// # Panics
///
/// If the core and the table differ.
pub(crate) fn check_all(bodies: impl Iterator<Item = u32>, options: &Options) -> u64 {
    check(bodies, options, |_| CHECKS.as_slice())
}

/// Checks bodies with their check character and the next in the table, which is another.
pub(crate) fn check_two(bodies: impl Iterator<Item = u32>, options: &Options) -> u64 {
    check(bodies, options, |at| if at == 10 { &CHECKS[9..] } else { &CHECKS[at..at + 2] })
}

/// Checks bodies with the characters that a function returns for the index of their own.
fn check<'c>(bodies: impl Iterator<Item = u32>, options: &Options, of: impl Fn(usize) -> &'c [u8]) -> u64 {
    let (table, mut rut, mut count) = (Table::new(), String::new(), 0);
    for body in bodies {
        let expected = table.check(body);
        let at = CHECKS.iter().position(|check| *check == expected).unwrap_or_default();
        for check in of(at) {
            rut.clear();
            write!(rut, "{body}-{}", char::from(*check)).expect("a String takes everything");
            assert_eq!(is_accepted(&rut, options), *check == expected, "{rut}");
        }
        count += 1;
    }
    count
}
