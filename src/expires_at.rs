//! The spellings of `expires_at`, and the strict parser of a caller's time.

use std::str::FromStr;

use chrono::NaiveDate;

use crate::timestamp::{ParseTimestampError, SECONDS_PER_DAY, SECONDS_PER_MINUTE, Timestamp};

/// A parsed `expires_at`: an instant, and its spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ExpiresAt {
    pub(crate) instant: Timestamp,
    pub(crate) spelling: Spelling,
}

/// The format of a date-time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// RFC 3339 with an offset of zero: `Z`, `+00:00` or `-00:00`.
    Utc,
    /// RFC 3339 with any other offset.
    Offset,
    /// RFC 3339 without its offset; read as UTC.
    NoOffset,
    /// ISO 8601 but not RFC 3339, with an offset or without (read as UTC): `+0000`, `-03`, no seconds, a comma before
    /// the fraction.
    Iso8601,
    /// A date alone, `YYYY-MM-DD`: the end of that day in UTC.
    Date,
}

/// The reason why a text is no date-time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, crate::enums::strum::IntoStaticStr, crate::enums::strum::VariantNames)]
#[strum(crate = "crate::enums::strum", serialize_all = "snake_case")]
pub enum ExpiresAtFault {
    /// A date `YYYY-MM-DD` that is not in the calendar: `2026-02-30`.
    NoSuchDay,
    /// A date without a time: `2026-01-14`.
    DateOnly,
    /// No `T` between date and time: `2026-01-14 12:00:00Z`.
    NoT,
    /// A number with too few or too many digits: `2026-1-14T12:00:00Z`, `2026-01-14T9:00:00Z`.
    Digits,
    /// Hours over 23, or minutes or seconds over 59: `2026-01-14T24:00:00Z`.
    TimeRange,
    /// Any other fault: `tomorrow`, `2026-01-14T12`.
    Form,
}

impl ExpiresAt {
    /// Parses `YYYY-MM-DDThh:mm[:ss[.fraction]][Z|±hh[[:]mm]]`: `T` and `Z` in either case, `.` or `,` before the
    /// fraction, of which nine digits count, a date in the calendar, no leap seconds.
    ///
    /// # Errors
    ///
    /// The first fault from the left; each [`ExpiresAtFault`] has examples. A date alone is one, see
    /// [`ExpiresAt::parse_date`].
    pub(crate) fn parse(text: &str) -> Result<Self, ExpiresAtFault> {
        let bytes = text.as_bytes();
        let (date, rest) =
            bytes.split_at_checked(10).filter(|(date, _)| is_date(date)).ok_or_else(|| date_fault(bytes))?;
        let midnight = midnight(date).ok_or(ExpiresAtFault::NoSuchDay)?;
        let time = match rest {
            [b'T' | b't', time @ ..] => time,
            [] => return Err(ExpiresAtFault::DateOnly),
            // A digit follows at once, or after one byte that is not `T`.
            [b'0'..=b'9', ..] | [_, b'0'..=b'9', ..] => return Err(ExpiresAtFault::NoT),
            _ => return Err(ExpiresAtFault::Form),
        };
        let Time { seconds, nanoseconds, spelling } = Time::parse(time)?;
        let seconds = midnight.saturating_add(seconds);
        Ok(Self { instant: Timestamp::new(seconds, nanoseconds), spelling })
    }

    /// Parses a date alone, `YYYY-MM-DD`, as the end of that day in UTC. Only version 1 accepts it.
    pub(crate) fn parse_date(text: &str) -> Option<Self> {
        let seconds = midnight(text.as_bytes())?.checked_add(SECONDS_PER_DAY)?;
        Some(Self { instant: Timestamp::new(seconds, 0), spelling: Spelling::Date })
    }
}

/// The part of a date-time after its `T`.
struct Time {
    /// Seconds in UTC from the midnight that begins the written date; with an offset, negative or over a day at times.
    seconds: i64,
    nanoseconds: u32,
    spelling: Spelling,
}

impl Time {
    fn parse(text: &[u8]) -> Result<Self, ExpiresAtFault> {
        let [h1, h2, b':', m1, m2, rest @ ..] = text else { return Err(time_fault(text)) };
        let hours_and_minutes = two_digits(*h1, *h2).zip(two_digits(*m1, *m2));
        let (hours, minutes) = hours_and_minutes.ok_or_else(|| time_fault(text))?;
        let (seconds, rest, has_seconds) = match rest {
            [b':', s1, s2, rest @ ..] => (two_digits(*s1, *s2).ok_or_else(|| time_fault(text))?, rest, true),
            [b':' | b'0'..=b'9', ..] => return Err(time_fault(text)),
            _ => (0, rest, false),
        };
        if hours > 23 || minutes > 59 || seconds > 59 {
            return Err(ExpiresAtFault::TimeRange);
        }
        let (nanoseconds, has_comma, rest) = match rest {
            [mark @ (b'.' | b','), rest @ ..] if has_seconds => {
                let (nanoseconds, rest) = split_fraction(rest).ok_or_else(|| time_fault(text))?;
                (nanoseconds, *mark == b',', rest)
            }
            _ => (0, false, rest),
        };
        let (offset, spelling) = offset_of(rest).ok_or_else(|| time_fault(text))?;
        let spelling = if has_comma || !has_seconds { Spelling::Iso8601 } else { spelling };
        let seconds = i64::from(seconds).saturating_add(seconds_of(hours, minutes)).saturating_sub(offset);
        Ok(Self { seconds, nanoseconds, spelling })
    }
}

/// Parses an RFC 3339 date-time.
///
/// # Errors
///
/// - `2026-01-13`: no time
/// - `2026-01-13T12:00:00`: no offset
/// - `2026-01-13T12:00Z`: no seconds
/// - `2026-02-30T12:00:00Z`: no such day
impl FromStr for Timestamp {
    type Err = ParseTimestampError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match ExpiresAt::parse(text) {
            Ok(ExpiresAt { instant, spelling: Spelling::Utc | Spelling::Offset }) => Ok(instant),
            _ => Err(ParseTimestampError),
        }
    }
}

/// Returns the beginning of the day `YYYY-MM-DD` in seconds since 1970-01-01T00:00:00Z; `None` for any other text, or
/// for a day that is not in the calendar.
fn midnight(text: &[u8]) -> Option<i64> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let year = number(&[*y1, *y2, *y3, *y4])?.try_into().ok()?;
    let date = NaiveDate::from_ymd_opt(year, number(&[*m1, *m2])?, number(&[*d1, *d2])?)?;
    i64::from(date.to_epoch_days()).checked_mul(SECONDS_PER_DAY)
}

/// True for 10 bytes `dddd-dd-dd` of digits and hyphens, in the calendar or not.
fn is_date(text: &[u8]) -> bool {
    text.iter().enumerate().all(|(at, byte)| if matches!(at, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() })
}

/// Returns the fault of a text that does not begin with `dddd-dd-dd`.
fn date_fault(text: &[u8]) -> ExpiresAtFault {
    let date = text.split(|byte| matches!(byte, b'T' | b't' | b' ')).next().unwrap_or(text);
    if is_of_numbers(date, b'-', 3) { ExpiresAtFault::Digits } else { ExpiresAtFault::Form }
}

/// Returns the fault of a time that does not begin with `hh:mm` or `hh:mm:ss`, or has a malformed rest.
#[inline(never)] // It has five callers.
fn time_fault(text: &[u8]) -> ExpiresAtFault {
    let end = text.iter().position(|byte| !byte.is_ascii_digit() && *byte != b':').unwrap_or(text.len());
    let time = text.get(..end).unwrap_or(text);
    let has_two_digits = time.split(|byte| *byte == b':').all(|number| number.len() == 2);
    let is_time = is_of_numbers(time, b':', 2) || is_of_numbers(time, b':', 3);
    if is_time && !has_two_digits { ExpiresAtFault::Digits } else { ExpiresAtFault::Form }
}

/// True for `count` numbers of one digit or more, separated by `separator`.
#[inline(never)] // As above.
fn is_of_numbers(text: &[u8], separator: u8, count: usize) -> bool {
    let is_number = |digits: &[u8]| !digits.is_empty() && digits.iter().all(u8::is_ascii_digit);
    let mut numbers = text.split(|byte| *byte == separator);
    (0..count).all(|_| numbers.next().is_some_and(is_number)) && numbers.next().is_none()
}

fn two_digits(tens: u8, ones: u8) -> Option<u32> {
    number(&[tens, ones])
}

fn seconds_of(hours: u32, minutes: u32) -> i64 {
    i64::from(hours.saturating_mul(60).saturating_add(minutes)).saturating_mul(SECONDS_PER_MINUTE)
}

/// Splits the decimals of a second, at least one, from the rest. Returns them as nanoseconds; digits after the ninth
/// are dropped.
fn split_fraction(text: &[u8]) -> Option<(u32, &[u8])> {
    let end = text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let mut nine_digits = [b'0'; 9];
    nine_digits.iter_mut().zip(digits).for_each(|(place, digit)| *place = *digit);
    (!digits.is_empty()).then_some((number(&nine_digits)?, rest))
}

/// Parses an offset as seconds ahead of UTC, and its spelling; `None` if malformed.
fn offset_of(text: &[u8]) -> Option<(i64, Spelling)> {
    let (sign, digits) = match text {
        [] => return Some((0, Spelling::NoOffset)),
        [b'Z' | b'z'] => return Some((0, Spelling::Utc)),
        [sign @ (b'+' | b'-'), digits @ ..] => (*sign, digits),
        _ => return None,
    };
    let (hours, minutes, is_iso_8601) = match digits {
        [h1, h2, b':', m1, m2] => (two_digits(*h1, *h2)?, two_digits(*m1, *m2)?, false),
        [h1, h2, m1, m2] => (two_digits(*h1, *h2)?, two_digits(*m1, *m2)?, true),
        [h1, h2] => (two_digits(*h1, *h2)?, 0, true),
        _ => return None,
    };
    let ahead = seconds_of(hours, minutes);
    let spelling = match ahead {
        _ if is_iso_8601 => Spelling::Iso8601,
        0 => Spelling::Utc,
        _ => Spelling::Offset,
    };
    let offset = if sign == b'-' { ahead.saturating_neg() } else { ahead };
    (hours < 24 && minutes < 60).then_some((offset, spelling))
}

/// Parses at most nine ASCII digits; `None` for any other byte.
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |value, digit| {
        let digit = digit.is_ascii_digit().then_some(digit & 0xf)?;
        value.checked_mul(10)?.checked_add(digit.into())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end_of_day(text: &str) -> Option<Timestamp> {
        ExpiresAt::parse_date(text).map(|parsed| {
            assert_eq!(parsed.spelling, Spelling::Date);
            parsed.instant
        })
    }

    /// The instant of a text, in UTC, and its spelling.
    fn parsed(text: &str) -> Result<(String, Spelling), ExpiresAtFault> {
        ExpiresAt::parse(text).map(|parsed| (parsed.instant.to_string(), parsed.spelling))
    }

    #[test]
    fn a_date_time_is_read_in_every_spelling() {
        use Spelling::{Iso8601, NoOffset, Offset, Utc};
        for (text, instant, spelling) in [
            ("2026-01-13T12:00:00Z", "2026-01-13T12:00:00Z", Utc),
            ("2026-01-13t12:00:00z", "2026-01-13T12:00:00Z", Utc),
            ("2026-01-13T12:00:00+00:00", "2026-01-13T12:00:00Z", Utc),
            ("2026-01-13T12:00:00-00:00", "2026-01-13T12:00:00Z", Utc),
            ("2026-01-13T09:00:00-03:00", "2026-01-13T12:00:00Z", Offset),
            ("2026-01-14T11:59:00+23:59", "2026-01-13T12:00:00Z", Offset),
            ("2026-01-13T00:30:00+01:00", "2026-01-12T23:30:00Z", Offset),
            ("2024-02-29T23:59:59.5-00:01", "2024-03-01T00:00:59.500Z", Offset),
            ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z", Utc),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", Utc),
            ("2026-01-13T12:00:00", "2026-01-13T12:00:00Z", NoOffset),
            ("2026-01-13t12:00:00.25", "2026-01-13T12:00:00.250Z", NoOffset),
            ("2026-01-13T12:00:00+0000", "2026-01-13T12:00:00Z", Iso8601),
            ("2026-01-13T12:00:00+00", "2026-01-13T12:00:00Z", Iso8601),
            ("2026-01-13T09:00:00-0300", "2026-01-13T12:00:00Z", Iso8601),
            ("2026-01-13T09:00:00.5-03", "2026-01-13T12:00:00.500Z", Iso8601),
            ("2026-01-13T12:00Z", "2026-01-13T12:00:00Z", Iso8601),
            ("2026-01-13T12:00", "2026-01-13T12:00:00Z", Iso8601),
            ("2026-01-13T09:30-03:00", "2026-01-13T12:30:00Z", Iso8601),
            ("2026-01-13T09:30-0300", "2026-01-13T12:30:00Z", Iso8601),
            ("2026-01-13T09:30-03", "2026-01-13T12:30:00Z", Iso8601),
            ("2026-01-13T12:00:00,5", "2026-01-13T12:00:00.500Z", Iso8601),
            ("2026-01-13T12:00:00,5Z", "2026-01-13T12:00:00.500Z", Iso8601),
            ("2026-01-13T12:00:00,123456789+0100", "2026-01-13T11:00:00.123456789Z", Iso8601),
        ] {
            assert_eq!(parsed(text), Ok((instant.to_owned(), spelling)), "{text}");
        }
    }

    #[test]
    fn of_a_fraction_nine_digits_count() {
        let whole: Timestamp = "2026-01-13T12:00:00Z".parse().unwrap();
        for (fraction, nanoseconds) in [
            (".5", 500_000_000),
            (".05", 50_000_000),
            (".000000001", 1),
            (".0000000019", 1),
            (".999999999999", 999_999_999),
            (".00000000000000000000000000000000000000001", 0),
        ] {
            let instant: Timestamp = format!("2026-01-13T12:00:00{fraction}Z").parse().unwrap();
            assert_eq!(instant, Timestamp::new(whole.seconds(), nanoseconds), "{fraction}");
        }
    }

    #[test]
    fn an_invalid_date_time_is_refused_with_its_reason() {
        use ExpiresAtFault::{DateOnly, Digits, Form, NoSuchDay, NoT, TimeRange};
        for (text, fault) in [
            ("", Form),
            ("2026-01-13", DateOnly),
            ("2026-02-30", NoSuchDay),
            ("2026-02-30 12:00:00Z", NoSuchDay),
            ("2026-01-13 12:00:00Z", NoT),
            ("2026-01-13 9:00", NoT),
            ("2026-01-13_12:00:00Z", NoT),
            ("2026-01-1312:00:00Z", NoT),
            ("2026-01-13 ", Form),
            ("2026-01-13Z", Form),
            ("2026-01-13T", Form),
            ("2026-01-13TZ", Form),
            ("2026-01-13 T12:00:00Z", Form),
            ("2026-01-13T 12:00:00Z", Form),
            ("2026-01-13T12:00:00 Z", Form),
            (" 2026-01-13T12:00:00Z", Form),
            ("2026-01-13T12:00:00Z ", Form),
            ("2026-01-13T12:00:00Z\n", Form),
            ("2026-01-13T12:00:00.Z", Form),
            ("2026-01-13T12:00:00.", Form),
            ("2026-01-13T12:00:00,", Form),
            ("2026-01-13T12:00:00.5.5", Form),
            ("2026-01-13T12:00.5Z", Form),
            ("2026-01-13T12:00,5Z", Form),
            ("2026-01-13T12:00:", Form),
            ("2026-01-13T12", Form),
            ("2026-01-13T12Z", Form),
            ("2026-01-13T1200Z", Form),
            ("2026-01-13T12:00:00+3:00", Form),
            ("2026-01-13T12:00:00+030", Form),
            ("2026-01-13T12:00:00+3", Form),
            ("2026-01-13T12:00:00+", Form),
            ("2026-01-13T12:00:00+24:00", Form),
            ("2026-01-13T12:00:00+24", Form),
            ("2026-01-13T12:00:00+2400", Form),
            ("2026-01-13T12:00:00+03:60", Form),
            ("2026-01-13T12:00:00+03:00:00", Form),
            ("2026-01-13T12:00:00\u{2212}03:00", Form),
            ("2026-01-13T12:00:00ZZ", Form),
            ("2026-1-13T12:00:00Z", Digits),
            ("2026-1-3", Digits),
            ("2026-01-3", Digits),
            ("26-01-13 12:00", Digits),
            ("13-01-2026", Digits),
            ("02026-01-13T12:00:00Z", Digits),
            ("2026-01-13T9:00:00Z", Digits),
            ("2026-01-13T9:00", Digits),
            ("2026-01-13T12:0:00Z", Digits),
            ("2026-01-13T12:00:0Z", Digits),
            ("2026-01-13T12:00:000Z", Digits),
            ("2026-01-13T12:000Z", Digits),
            ("+026-01-13T12:00:00Z", Form),
            ("-026-01-13T12:00:00Z", Form),
            ("2026-+1-13T12:00:00Z", Form),
            ("2026-01-13T+1:00:00Z", Form),
            ("2026-01-13T12:00:0\u{661}Z", Digits),
            ("\u{662}026-01-1T12:00:00Z", Form),
            ("2026-01-13\u{1d7d8}2:00:00Z", Form),
            ("2026/01/13", Form),
            ("20260113T120000Z", Form),
            ("2026-W03-2T12:00:00Z", Form),
            ("1768305600", Form),
            ("mañana", Form),
            ("2026-01-13T24:00:00Z", TimeRange),
            ("2026-01-13T12:60:00Z", TimeRange),
            ("2026-01-13T12:60Z", TimeRange),
            ("2026-01-13T12:00:60", TimeRange),
            ("2026-06-30T23:59:60Z", TimeRange),
        ] {
            assert_eq!(parsed(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_time_of_the_caller_is_strictly_rfc_3339() {
        for text in ["2026-01-13T12:00:00Z", "2026-01-13t12:00:00.5+00:00", "2026-01-13T09:00:00-03:00"] {
            assert!(text.parse::<Timestamp>().is_ok(), "{text}");
        }
        for text in [
            "2026-01-13",
            "2026-01-13T12:00:00",
            "2026-01-13T12:00Z",
            "2026-01-13T12:00:00,5Z",
            "2026-01-13T12:00:00+0000",
            "2026-01-13T12:00:00+00",
            "1768305600",
            "",
        ] {
            assert_eq!(text.parse::<Timestamp>(), Err(ParseTimestampError), "{text}");
        }
    }

    #[test]
    fn a_date_must_exist() {
        for date in ["2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32", "2026-04-31", "2026-02-29", "2100-02-29"] {
            assert_eq!(parsed(&format!("{date}T12:00:00Z")), Err(ExpiresAtFault::NoSuchDay), "{date}");
            assert_eq!(end_of_day(date), None, "{date}");
        }
        assert!(parsed("2024-02-29T12:00:00Z").is_ok());
        assert!(parsed("2000-02-29T12:00:00Z").is_ok());
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
}
