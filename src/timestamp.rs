//! Points in time. Nothing here reads a clock: the time comes from the caller.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use thiserror::Error;

use crate::json::Writer;

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
pub struct Timestamp {
    /// Since 1970.
    seconds: i64,
    nanoseconds: u32,
}

const SECONDS_PER_MINUTE: i64 = 60;
const SECONDS_PER_DAY: i64 = 24 * 60 * SECONDS_PER_MINUTE;

/// When the year 0 begins, in days since 1970.
const YEAR_0: i64 = -719_528;

/// The milliseconds of every date that `chrono` knows.
const MILLISECONDS: RangeInclusive<i64> =
    DateTime::<Utc>::MIN_UTC.timestamp_millis()..=DateTime::<Utc>::MAX_UTC.timestamp_millis();

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
    /// 1970-01-01T00:00:00Z.
    #[cfg(feature = "wasm-session")]
    pub(crate) const EPOCH: Self = Self { seconds: 0, nanoseconds: 0 };

    /// The time so many milliseconds after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    ///
    /// The time is over some 262,000 years away from 1970.
    pub fn from_milliseconds(milliseconds: i64) -> Result<Self, InvalidTimestamp> {
        if !MILLISECONDS.contains(&milliseconds) {
            return Err(InvalidTimestamp);
        }
        let nanoseconds = u32::try_from(milliseconds.rem_euclid(1000)).unwrap_or_default().saturating_mul(1_000_000);
        Ok(Self { seconds: milliseconds.div_euclid(1000), nanoseconds })
    }

    /// The time so many minutes later.
    pub(crate) const fn plus_minutes(self, minutes: u32) -> Self {
        let seconds = (minutes as i64).saturating_mul(SECONDS_PER_MINUTE);
        Self { seconds: self.seconds.saturating_add(seconds), ..self }
    }

    /// The whole seconds since 1970-01-01T00:00:00Z.
    pub(crate) const fn seconds(self) -> i64 {
        self.seconds
    }

    /// The RFC 3339 text in UTC, where the year has four digits.
    pub(crate) fn rfc3339(self) -> Option<String> {
        let (year, month, day) = date(self.seconds.div_euclid(SECONDS_PER_DAY))?;
        let time = self.seconds.rem_euclid(SECONDS_PER_DAY).unsigned_abs();
        let mut text = String::new();
        text.digits(year, 4);
        for (separator, value) in
            [("-", month), ("-", day), ("T", time / 3600), (":", time / 60 % 60), (":", time % 60)]
        {
            text.raw(separator);
            text.digits(value, 2);
        }
        if self.nanoseconds > 0 {
            let (mut fraction, mut decimals) = (u64::from(self.nanoseconds), 9_u8);
            while fraction % 1000 == 0 {
                fraction /= 1000;
                decimals = decimals.saturating_sub(3);
            }
            text.raw(".");
            text.digits(fraction, decimals);
        }
        text.raw("Z");
        Some(text)
    }
}

/// As RFC 3339 in UTC, with as many decimals of the second as it has.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = DateTime::<Utc>::from_timestamp(self.seconds, self.nanoseconds).ok_or(fmt::Error)?;
        f.write_str(&time.to_rfc3339_opts(SecondsFormat::AutoSi, true))
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
        Self { seconds: time.timestamp(), nanoseconds: time.timestamp_subsec_nanos() }
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
        let (date, rest) = text.as_bytes().split_at_checked(10)?;
        let [b'T' | b't', h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..] = rest else { return None };
        let time = seconds_of([*h1, *h2], [*m1, *m2])?;
        let seconds = number(&[*s1, *s2]).filter(|seconds| *seconds < 60)?;
        let (nanoseconds, offset) = split_fraction(rest)?;
        let offset = offset_of(offset)?;
        let seconds = midnight(date)?.checked_add(time)?.checked_add(seconds.into())?.checked_sub(offset)?;
        Some(Self { instant: Timestamp { seconds, nanoseconds }, in_utc: offset == 0 })
    }

    /// Reads a day written `YYYY-MM-DD`, which stands for the midnight, in UTC, that ends it.
    pub(crate) fn of_date(text: &str) -> Option<Self> {
        let seconds = midnight(text.as_bytes())?.checked_add(SECONDS_PER_DAY)?;
        Some(Self { instant: Timestamp { seconds, nanoseconds: 0 }, in_utc: true })
    }
}

/// The year, month and day that begin so many days after 1970 does. It looks for the last month that has begun by then,
/// as the tables by which chrono knows that weigh 2 kB.
fn date(days: i64) -> Option<(u64, u64, u64)> {
    let first_day = |year: i64, month: u32| {
        let date = NaiveDate::from_ymd_opt(year.try_into().ok()?, month, 1)?;
        Some(i64::from(date.to_epoch_days())).filter(|first| *first <= days)
    };
    // No year is shorter than 365 days.
    let latest = days.saturating_sub(YEAR_0).div_euclid(365).min(9999);
    let year = (0..=latest).rev().find(|year| first_day(*year, 1).is_some())?;
    let (month, first_day) = (1..=12).rev().find_map(|month| Some((month, first_day(year, month)?)))?;
    let day = days.saturating_sub(first_day).saturating_add(1);
    // Only the days after 9999 are beyond the end of their month.
    (day <= 31).then_some((year.unsigned_abs(), month.into(), day.unsigned_abs()))
}

/// When the day `YYYY-MM-DD` begins, in seconds since 1970.
fn midnight(text: &[u8]) -> Option<i64> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let year = number(&[*y1, *y2, *y3, *y4])?.try_into().ok()?;
    let date = NaiveDate::from_ymd_opt(year, number(&[*m1, *m2])?, number(&[*d1, *d2])?)?;
    i64::from(date.to_epoch_days()).checked_mul(SECONDS_PER_DAY)
}

/// Reads the hours and minutes of a time or an offset.
fn seconds_of(hours: [u8; 2], minutes: [u8; 2]) -> Option<i64> {
    let hours = number(&hours).filter(|hours| *hours < 24)?;
    let minutes = number(&minutes).filter(|minutes| *minutes < 60)?;
    i64::from(hours).checked_mul(60)?.checked_add(minutes.into())?.checked_mul(SECONDS_PER_MINUTE)
}

/// Splits the decimals of a second, as nanoseconds, from what follows them.
fn split_fraction(text: &[u8]) -> Option<(u32, &[u8])> {
    let [b'.', fraction @ ..] = text else { return Some((0, text)) };
    let (digits, rest) = fraction.split_at_checked(fraction.iter().position(|byte| !byte.is_ascii_digit())?)?;
    let mut nine_digits = [b'0'; 9];
    nine_digits.iter_mut().zip(digits).for_each(|(place, digit)| *place = *digit);
    (!digits.is_empty()).then_some((number(&nine_digits)?, rest))
}

/// Reads the seconds that an offset is ahead of UTC.
fn offset_of(text: &[u8]) -> Option<i64> {
    match text {
        [b'Z' | b'z'] => Some(0),
        [b'+', h1, h2, b':', m1, m2] => seconds_of([*h1, *h2], [*m1, *m2]),
        [b'-', h1, h2, b':', m1, m2] => seconds_of([*h1, *h2], [*m1, *m2])?.checked_neg(),
        _ => None,
    }
}

/// Reads a number of at most nine ASCII digits.
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |value, digit| {
        let digit = digit.is_ascii_digit().then_some(digit & 0xf)?;
        value.checked_mul(10)?.checked_add(digit.into())
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
            assert_eq!(instant, Timestamp { nanoseconds, ..whole }, "{fraction}");
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
    fn the_first_and_the_last_time_are_those_of_chrono() {
        for (time, beyond) in [(DateTime::<Utc>::MIN_UTC, -1), (DateTime::<Utc>::MAX_UTC, 1)] {
            let timestamp = Timestamp::from_milliseconds(time.timestamp_millis()).unwrap();
            assert_eq!(timestamp.seconds, time.timestamp());
            assert_eq!(Timestamp::from(time).to_string(), time.to_rfc3339_opts(SecondsFormat::AutoSi, true));
            assert_eq!(Timestamp::from_milliseconds(time.timestamp_millis() + beyond), Err(InvalidTimestamp));
        }
    }

    #[test]
    fn minutes_are_added_to_a_time() {
        assert_eq!(time("2026-01-13T23:55:00.5Z").plus_minutes(10), time("2026-01-14T00:05:00.5Z"));
    }

    proptest! {
        #[test]
        fn a_time_is_written_as_chrono_does_it(
            seconds in -70_000_000_000_i64..260_000_000_000,
            nanoseconds in prop::sample::select(vec![0, 1, 20, 999_999_999, 1000, 50_000, 1_000_000, 120_000_000]),
        ) {
            let time = Timestamp { seconds, nanoseconds };
            let text = time.to_string();
            prop_assert_eq!(time.rfc3339(), text.starts_with(|first: char| first.is_ascii_digit()).then_some(text));
        }
    }
}
