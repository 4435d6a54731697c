//! Instants. Nothing here reads a clock: the caller passes the time.

use std::fmt;
use std::ops::RangeInclusive;
use std::time::SystemTime;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use thiserror::Error;

use crate::json::{Writer, integer};

/// An instant in UTC as seconds and nanoseconds since 1970-01-01T00:00:00Z, within some 262,000 years of it.
///
/// ```
/// use fintoc_preflight::Timestamp;
///
/// let noon: Timestamp = "2026-01-13T12:00:00Z".parse()?;
/// assert_eq!(noon, Timestamp::from_milliseconds(1_768_305_600_000)?);
/// assert_eq!(noon, "2026-01-13T09:00:00-03:00".parse()?);
/// assert_eq!(noon.to_string(), "2026-01-13T12:00:00Z");
/// # Ok::<(), fintoc_preflight::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    /// Since 1970-01-01T00:00:00Z, rounded down; negative before.
    seconds: i64,
    /// To add to `seconds`.
    nanoseconds: u32,
}

pub(crate) const SECONDS_PER_MINUTE: i64 = 60;
pub(crate) const SECONDS_PER_DAY: i64 = 24 * 60 * SECONDS_PER_MINUTE;

/// The first day of the year 0, in days since 1970-01-01.
const YEAR_0: i64 = -719_528;

/// The range of `chrono`, in milliseconds since 1970-01-01T00:00:00Z.
const MILLISECONDS: RangeInclusive<i64> =
    DateTime::<Utc>::MIN_UTC.timestamp_millis()..=DateTime::<Utc>::MAX_UTC.timestamp_millis();

/// The error for text that is no RFC 3339 date-time, or for milliseconds over some 262,000 years away from 1970.
///
/// ```
/// use fintoc_preflight::{ParseTimestampError, Timestamp};
///
/// assert_eq!("13/01/2026".parse::<Timestamp>(), Err(ParseTimestampError));
/// assert_eq!(Timestamp::from_milliseconds(i64::MAX), Err(ParseTimestampError));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a time: expected an RFC 3339 date-time such as 2026-01-13T12:00:00Z, or milliseconds since 1970")]
pub struct ParseTimestampError;

impl Timestamp {
    /// 1970-01-01T00:00:00Z.
    pub const UNIX_EPOCH: Self = Self { seconds: 0, nanoseconds: 0 };

    /// Returns the instant some seconds and, less than 10^9, nanoseconds after 1970-01-01T00:00:00Z.
    pub(crate) const fn new(seconds: i64, nanoseconds: u32) -> Self {
        Self { seconds, nanoseconds }
    }

    /// Returns the instant `milliseconds` after 1970-01-01T00:00:00Z; before it if negative.
    ///
    /// # Errors
    ///
    /// `i64::MAX`, or any other number over some 262,000 years away from 1970.
    pub fn from_milliseconds(milliseconds: i64) -> Result<Self, ParseTimestampError> {
        if !MILLISECONDS.contains(&milliseconds) {
            return Err(ParseTimestampError);
        }
        let nanoseconds = u32::try_from(milliseconds.rem_euclid(1000)).unwrap_or_default().saturating_mul(1_000_000);
        Ok(Self { seconds: milliseconds.div_euclid(1000), nanoseconds })
    }

    /// Returns the instant `number` seconds (10 digits) or milliseconds (13 digits) after 1970-01-01T00:00:00Z. `None`
    /// for any other number, whose unit is unknown.
    pub(crate) fn from_unix(number: i64) -> Option<Self> {
        let milliseconds = match number {
            1_000_000_000..=9_999_999_999 => number.checked_mul(1000)?,
            1_000_000_000_000..=9_999_999_999_999 => number,
            _ => return None,
        };
        Self::from_milliseconds(milliseconds).ok()
    }

    /// The same for a text of 10 or 13 digits without leading zeros.
    pub(crate) fn from_unix_text(text: &str) -> Option<Self> {
        let is_number = matches!(text.len(), 10 | 13) && text.bytes().all(|byte| byte.is_ascii_digit());
        // 13 digits with leading zeros may be a number of 10.
        if is_number { Self::from_unix(integer(text)).filter(|_| !text.starts_with('0')) } else { None }
    }

    /// Returns the instant `minutes` later.
    pub(crate) const fn plus_minutes(self, minutes: u32) -> Self {
        let seconds = (minutes as i64).saturating_mul(SECONDS_PER_MINUTE);
        Self { seconds: self.seconds.saturating_add(seconds), ..self }
    }

    /// Returns the whole seconds since 1970-01-01T00:00:00Z, rounded down.
    pub(crate) const fn seconds(self) -> i64 {
        self.seconds
    }

    /// Returns the RFC 3339 text in UTC, with 0, 3, 6 or 9 decimals; `None` outside the years 0 to 9999.
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

/// Writes RFC 3339 in UTC, with 0, 3, 6 or 9 decimals of the second. Years beyond 0 to 9999 have a sign.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = DateTime::<Utc>::from_timestamp(self.seconds, self.nanoseconds).ok_or(fmt::Error)?;
        f.write_str(&time.to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

/// Converts an instant to its RFC 3339 text in UTC, as `expires_at` takes it.
impl From<Timestamp> for String {
    fn from(time: Timestamp) -> Self {
        time.to_string()
    }
}

/// Converts the time of a clock that the caller reads.
///
/// # Errors
///
/// A time before 1970, or after the year 262142.
impl TryFrom<SystemTime> for Timestamp {
    type Error = ParseTimestampError;

    fn try_from(time: SystemTime) -> Result<Self, Self::Error> {
        let since_1970 = time.duration_since(SystemTime::UNIX_EPOCH).map_err(|_| ParseTimestampError)?;
        i64::try_from(since_1970.as_millis()).map_err(|_| ParseTimestampError).and_then(Self::from_milliseconds)
    }
}

impl From<DateTime<Utc>> for Timestamp {
    fn from(time: DateTime<Utc>) -> Self {
        Self { seconds: time.timestamp(), nanoseconds: time.timestamp_subsec_nanos() }
    }
}

/// Returns the year, month and day `days` after 1970-01-01; `None` outside the years 0 to 9999. Searches for the last
/// month that has begun by then, as chrono's tables take 2 kB.
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn time(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_number_since_1970_tells_its_unit_by_its_digits() {
        for (number, instant) in [
            (1_000_000_000, Some("2001-09-09T01:46:40Z")),
            (1_768_392_001, Some("2026-01-14T12:00:01Z")),
            (9_999_999_999, Some("2286-11-20T17:46:39Z")),
            (1_000_000_000_000, Some("2001-09-09T01:46:40Z")),
            (1_768_392_000_250, Some("2026-01-14T12:00:00.250Z")),
            (9_999_999_999_999, Some("2286-11-20T17:46:39.999Z")),
            (0, None),
            (999_999_999, None),
            (10_000_000_000, None),
            (999_999_999_999, None),
            (10_000_000_000_000, None),
            (-1_768_392_000, None),
            (i64::MAX, None),
            (i64::MIN, None),
        ] {
            let written = |time: Option<Timestamp>| time.and_then(Timestamp::rfc3339);
            assert_eq!(written(Timestamp::from_unix(number)).as_deref(), instant, "{number}");
            assert_eq!(written(Timestamp::from_unix_text(&number.to_string())).as_deref(), instant, "{number}");
        }
        for text in [
            "",
            "0768392000",
            "0001768392000",
            "1768392000 ",
            "+176839200",
            "-1768392000",
            "176839200\u{661}",
            "1768392.00",
        ] {
            assert_eq!(Timestamp::from_unix_text(text), None, "{text}");
        }
    }

    #[test]
    fn rfc_3339_has_four_digits_for_the_year() {
        let written = |text: &str| time(text).rfc3339();
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
        assert_eq!(Timestamp::from_milliseconds(i64::MAX), Err(ParseTimestampError));
        assert_eq!(Timestamp::from_milliseconds(i64::MIN), Err(ParseTimestampError));
    }

    #[test]
    fn the_first_and_the_last_time_are_those_of_chrono() {
        for (time, beyond) in [(DateTime::<Utc>::MIN_UTC, -1), (DateTime::<Utc>::MAX_UTC, 1)] {
            let timestamp = Timestamp::from_milliseconds(time.timestamp_millis()).unwrap();
            assert_eq!(timestamp.seconds, time.timestamp());
            assert_eq!(Timestamp::from(time).to_string(), time.to_rfc3339_opts(SecondsFormat::AutoSi, true));
            assert_eq!(Timestamp::from_milliseconds(time.timestamp_millis() + beyond), Err(ParseTimestampError));
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
