//! Points in time. Nothing here reads a clock: the time comes from the caller.

use std::fmt;
use std::iter::repeat;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, Utc};
use thiserror::Error;

/// A point in time, in UTC.
///
/// ```
/// use fintoc_preflight::Timestamp;
///
/// let noon: Timestamp = "2026-01-13T12:00:00Z".parse()?;
/// assert_eq!(noon, Timestamp::from_milliseconds(1_768_305_600_000)?);
/// assert_eq!(noon, "2026-01-13T09:00:00-03:00".parse()?);
/// assert_eq!(noon.to_string(), "2026-01-13T12:00:00Z");
/// # Ok::<(), fintoc_preflight::InvalidTimestamp>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(DateTime<Utc>);

/// A time that is neither an RFC 3339 date-time nor a number of milliseconds within some 262,000 years of 1970.
///
/// ```
/// use fintoc_preflight::{InvalidTimestamp, Timestamp};
///
/// assert_eq!("13/01/2026".parse::<Timestamp>(), Err(InvalidTimestamp));
/// assert_eq!(Timestamp::from_milliseconds(i64::MAX), Err(InvalidTimestamp));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a time: expected an RFC 3339 date-time such as 2026-01-13T12:00:00Z, or milliseconds since 1970")]
pub struct InvalidTimestamp;

impl Timestamp {
    /// The time so many milliseconds after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    ///
    /// The time is over some 262,000 years away from 1970.
    pub fn from_milliseconds(milliseconds: i64) -> Result<Self, InvalidTimestamp> {
        DateTime::from_timestamp_millis(milliseconds).map(Self).ok_or(InvalidTimestamp)
    }

    /// How long after `earlier` this is; negative when it is before.
    pub(crate) fn since(self, earlier: Self) -> TimeDelta {
        self.0.signed_duration_since(earlier.0)
    }

    /// The whole seconds since 1970-01-01T00:00:00Z.
    #[cfg(feature = "webhook")]
    pub(crate) fn seconds(self) -> i64 {
        self.0.timestamp()
    }

    /// The RFC 3339 text in UTC, where the year has four digits.
    pub(crate) fn rfc3339(self) -> Option<String> {
        (0..=9999).contains(&self.0.year()).then(|| self.to_string())
    }
}

/// As RFC 3339 in UTC, with as many decimals of the second as it has.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

/// An RFC 3339 date-time with an offset.
impl FromStr for Timestamp {
    type Err = InvalidTimestamp;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Expiry::of_date_time(text).map(|parsed| parsed.instant).ok_or(InvalidTimestamp)
    }
}

impl From<DateTime<Utc>> for Timestamp {
    fn from(time: DateTime<Utc>) -> Self {
        Self(time)
    }
}

/// What a text says of a time: the instant, and whether it was written with an offset of zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Expiry {
    pub(crate) instant: Timestamp,
    pub(crate) in_utc: bool,
}

impl Expiry {
    /// Reads `YYYY-MM-DDThh:mm:ss[.fraction](Z|±hh:mm)`: `T` and `Z` in either case, a date that exists, no leap
    /// seconds. Of the fraction nine digits count.
    pub(crate) fn of_date_time(text: &str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(10)?;
        let rest = rest.strip_prefix(['T', 't'])?;
        let (time, rest) = rest.split_at_checked(8)?;
        let (nanoseconds, offset) = split_fraction(rest)?;
        let [hour, minute, second] = numbers(time, b':')?;
        let local =
            parse_date(date)?.and_time(NaiveTime::from_hms_nano_opt(hour, minute, second, nanoseconds)?).and_utc();
        let offset = parse_offset(offset)?;
        Some(Self { instant: Timestamp(local.checked_sub_signed(offset)?), in_utc: offset.is_zero() })
    }

    /// Reads a day written `YYYY-MM-DD`, which stands for the midnight, in UTC, that ends it.
    pub(crate) fn of_date(text: &str) -> Option<Self> {
        let next = parse_date(text)?.checked_add_days(Days::new(1))?;
        Some(Self { instant: Timestamp(next.and_time(NaiveTime::MIN).and_utc()), in_utc: true })
    }
}

fn parse_date(text: &str) -> Option<NaiveDate> {
    let (year, month_and_day) = text.split_once('-')?;
    let [month, day] = numbers(month_and_day, b'-')?;
    NaiveDate::from_ymd_opt(i32::try_from(number(year, 4)?).ok()?, month, day)
}

/// Splits the decimals of a second, as nanoseconds, from what follows them.
fn split_fraction(text: &str) -> Option<(u32, &str)> {
    let Some(fraction) = text.strip_prefix('.') else {
        return Some((0, text));
    };
    let end = fraction.find(|character: char| !character.is_ascii_digit())?;
    let (digits, rest) = fraction.split_at_checked(end)?;
    let nine_digits = digits.bytes().chain(repeat(b'0')).take(9);
    let nanoseconds = nine_digits.fold(0_u32, |sum, digit| sum.saturating_mul(10).saturating_add((digit & 15).into()));
    (!digits.is_empty()).then_some((nanoseconds, rest))
}

fn parse_offset(text: &str) -> Option<TimeDelta> {
    if matches!(text, "Z" | "z") {
        return Some(TimeDelta::zero());
    }
    let (sign, hours_and_minutes) = match text.split_at_checked(1)? {
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let [hours, minutes] = numbers(hours_and_minutes, b':')?;
    if hours > 23 || minutes > 59 {
        return None;
    }
    TimeDelta::hours(hours.into()).checked_add(&TimeDelta::minutes(minutes.into()))?.checked_mul(sign)
}

/// Reads `N` numbers of two digits each, with `separator` between them.
fn numbers<const N: usize>(text: &str, separator: u8) -> Option<[u32; N]> {
    let mut parts = text.split(char::from(separator));
    let mut values = [0; N];
    for value in &mut values {
        *value = number(parts.next()?, 2)?;
    }
    parts.next().is_none().then_some(values)
}

/// Reads a number of exactly `width` ASCII digits.
fn number(text: &str, width: usize) -> Option<u32> {
    (text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end_of_day(text: &str) -> Option<Timestamp> {
        Expiry::of_date(text).map(|expiry| expiry.instant)
    }

    fn time(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// The instant that a date-time says, in UTC, and whether it was written so.
    fn parsed(text: &str) -> Option<(String, bool)> {
        Expiry::of_date_time(text).map(|parsed| (parsed.instant.to_string(), parsed.in_utc))
    }

    #[test]
    fn a_date_time_is_read_in_every_spelling() {
        for (text, instant, in_utc) in [
            ("2026-01-13T12:00:00Z", "2026-01-13T12:00:00Z", true),
            ("2026-01-13t12:00:00z", "2026-01-13T12:00:00Z", true),
            ("2026-01-13T12:00:00+00:00", "2026-01-13T12:00:00Z", true),
            ("2026-01-13T12:00:00-00:00", "2026-01-13T12:00:00Z", true),
            ("2026-01-13T09:00:00-03:00", "2026-01-13T12:00:00Z", false),
            ("2026-01-14T11:59:00+23:59", "2026-01-13T12:00:00Z", false),
            ("2026-01-13T00:30:00+01:00", "2026-01-12T23:30:00Z", false),
            ("2024-02-29T23:59:59.5-00:01", "2024-03-01T00:00:59.500Z", false),
            ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z", true),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", true),
        ] {
            assert_eq!(parsed(text), Some((instant.to_owned(), in_utc)), "{text}");
        }
    }

    #[test]
    fn of_a_fraction_nine_digits_count() {
        let whole = time("2026-01-13T12:00:00Z");
        for (fraction, nanoseconds) in [
            (".5", 500_000_000),
            (".05", 50_000_000),
            (".000000001", 1),
            (".0000000019", 1),
            (".999999999999", 999_999_999),
            (".00000000000000000000000000000000000000001", 0),
        ] {
            let instant = time(&format!("2026-01-13T12:00:00{fraction}Z"));
            assert_eq!(instant.since(whole), TimeDelta::nanoseconds(nanoseconds), "{fraction}");
        }
    }

    #[test]
    fn what_is_no_date_time_is_refused() {
        for text in [
            "",
            "2026-01-13",
            "2026-01-13T12:00:00",
            "2026-01-13T12:00Z",
            "2026-01-13 12:00:00Z",
            "2026-01-13T12:00:00 Z",
            " 2026-01-13T12:00:00Z",
            "2026-01-13T12:00:00Z ",
            "2026-01-13T12:00:00.Z",
            "2026-01-13T12:00:00.5",
            "2026-01-13T12:00:00,5Z",
            "2026-01-13T12:00:00+3:00",
            "2026-01-13T12:00:00+0300",
            "2026-01-13T12:00:00+03",
            "2026-01-13T12:00:00+24:00",
            "2026-01-13T12:00:00+03:60",
            "2026-01-13T12:00:00+03:00:00",
            "2026-01-13T12:00:00\u{2212}03:00",
            "2026-1-13T12:00:00Z",
            "02026-01-13T12:00:00Z",
            "+026-01-13T12:00:00Z",
            "-026-01-13T12:00:00Z",
            "2026-+1-13T12:00:00Z",
            "2026-01-13T+1:00:00Z",
            "2026-01-13T12:00:0\u{661}Z",
            "\u{662}026-01-1T12:00:00Z",
            "2026-01-13\u{1d7d8}2:00:00Z",
            "20260113T120000Z",
            "1768305600",
        ] {
            assert_eq!(parsed(text), None, "{text}");
            assert_eq!(text.parse::<Timestamp>(), Err(InvalidTimestamp), "{text}");
        }
    }

    #[test]
    fn a_date_and_a_time_must_exist() {
        for date in ["2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32", "2026-04-31", "2026-02-29", "2100-02-29"] {
            assert_eq!(parsed(&format!("{date}T12:00:00Z")), None, "{date}");
            assert_eq!(end_of_day(date), None, "{date}");
        }
        for time in ["24:00:00", "12:60:00", "12:00:60", "23:59:60", "23:59:61"] {
            assert_eq!(parsed(&format!("2026-06-30T{time}Z")), None, "{time}");
        }
        assert!(parsed("2024-02-29T12:00:00Z").is_some());
        assert!(parsed("2000-02-29T12:00:00Z").is_some());
    }

    #[test]
    fn a_day_ends_at_the_next_midnight() {
        for (day, end) in [
            ("2026-01-13", "2026-01-14T00:00:00Z"),
            ("2026-12-31", "2027-01-01T00:00:00Z"),
            ("2024-02-28", "2024-02-29T00:00:00Z"),
            ("2026-02-28", "2026-03-01T00:00:00Z"),
            ("9999-12-31", "+10000-01-01T00:00:00Z"),
        ] {
            assert_eq!(end_of_day(day).map(|end| end.to_string()).as_deref(), Some(end), "{day}");
        }
        for text in
            ["2026-1-13", "2026-01-13Z", " 2026-01-13", "2026/01/13", "20260113", "13-01-2026", "2026-01-1\u{661}"]
        {
            assert_eq!(end_of_day(text), None, "{text}");
        }
    }

    #[test]
    fn rfc_3339_has_four_digits_for_the_year() {
        let written = |text: &str| Expiry::of_date_time(text).unwrap().instant.rfc3339();
        assert_eq!(written("9999-12-31T23:59:59+00:01").as_deref(), Some("9999-12-31T23:58:59Z"));
        assert_eq!(written("9999-12-31T23:59:59-00:01"), None);
        assert_eq!(written("0000-01-01T00:00:00-00:01").as_deref(), Some("0000-01-01T00:01:00Z"));
        assert_eq!(written("0000-01-01T00:00:00+00:01"), None);
    }

    #[test]
    fn a_time_is_displayed_with_the_decimals_that_it_has() {
        let displayed = |text: &str| time(text).to_string();
        assert_eq!(displayed("2026-01-13T12:00:00.000Z"), "2026-01-13T12:00:00Z");
        assert_eq!(displayed("2026-01-13T12:00:00.25Z"), "2026-01-13T12:00:00.250Z");
        assert_eq!(displayed("2026-01-13T12:00:00.000001Z"), "2026-01-13T12:00:00.000001Z");
        assert_eq!(displayed("2026-01-13T12:00:00.000000001Z"), "2026-01-13T12:00:00.000000001Z");
    }

    #[test]
    fn milliseconds_count_from_1970() {
        assert_eq!(Timestamp::from_milliseconds(0), Ok(time("1970-01-01T00:00:00Z")));
        assert_eq!(Timestamp::from_milliseconds(-1), Ok(time("1969-12-31T23:59:59.999Z")));
        assert_eq!(Timestamp::from_milliseconds(253_402_300_799_999), Ok(time("9999-12-31T23:59:59.999Z")));
        assert_eq!(Timestamp::from_milliseconds(i64::MAX), Err(InvalidTimestamp));
        assert_eq!(Timestamp::from_milliseconds(i64::MIN), Err(InvalidTimestamp));
    }

    #[test]
    fn the_span_between_any_two_times_is_known() {
        let first = Timestamp::from(DateTime::<Utc>::MIN_UTC);
        let last = Timestamp::from(DateTime::<Utc>::MAX_UTC);
        assert!(last.since(first) > TimeDelta::zero());
        assert!(first.since(last) < TimeDelta::zero());
        assert_eq!(time("2026-01-13T12:10:00Z").since(time("2026-01-13T12:00:00Z")), TimeDelta::minutes(10));
    }
}
