//! IP addresses as hosts of URLs.

/// True for four numbers from 0 to 255 without leading zeros, separated by dots.
pub(super) fn is_ipv4(text: &[u8]) -> bool {
    let mut numbers = text.split(|byte| *byte == b'.');
    (0..4).all(|_| numbers.next().is_some_and(is_octet)) && numbers.next().is_none()
}

fn is_octet(digits: &[u8]) -> bool {
    let is_in_range = match digits {
        [_] => true,
        [first, _] => *first != b'0',
        [b'1', ..] => digits.len() == 3,
        [b'2', ..] => digits.len() == 3 && digits <= b"255".as_slice(),
        _ => false,
    };
    is_in_range && digits.iter().all(u8::is_ascii_digit)
}

/// True for 8 groups of 1 to 4 hexadecimal digits, separated by colons. `::` may replace one or more groups once, and
/// an IPv4 address the last two. Zones, as in `fe80::1%25eth0`, are refused.
pub(super) fn is_ipv6(text: &[u8]) -> bool {
    let Some(gap) = text.windows(2).position(|pair| pair == b"::") else {
        return groups(text, true) == Some(8);
    };
    let Some((before, after)) = text.split_at_checked(gap) else { return false };
    let after = after.strip_prefix(b"::").and_then(|after| groups(after, true));
    groups(before, false).zip(after).is_some_and(|(before, after)| before.saturating_add(after) < 8)
}

/// Counts the groups of a part of an IPv6 address; `None` if one is malformed. An IPv4 address counts for two.
fn groups(text: &[u8], may_end_in_ipv4: bool) -> Option<usize> {
    let mut groups = text.rsplit(|byte| *byte == b':');
    let last = groups.next()?;
    let count = match last {
        [] => return text.is_empty().then_some(0),
        _ if is_group(last) => 1,
        _ if may_end_in_ipv4 && is_ipv4(last) => 2,
        _ => return None,
    };
    groups.try_fold(count, |count: usize, group| is_group(group).then_some(count.saturating_add(1)))
}

fn is_group(digits: &[u8]) -> bool {
    (1..=4).contains(&digits.len()) && digits.iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, Ipv6Addr};

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_number_up_to_255_is_one_of_ipv4() {
        for number in 0..2000 {
            for text in [format!("{number}.0.0.255"), format!("0.0.0.{number}")] {
                assert_eq!(is_ipv4(text.as_bytes()), number <= 255, "{text}");
            }
        }
        for text in ["", "1", "1.2.3", "1.2.3.4.5", "1.2.3.4.", ".1.2.3", "1..2.3", "00.0.0.0", "01.0.0.0", "1.2.3.0x4"]
        {
            assert!(!is_ipv4(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn ipv6_has_eight_groups_or_a_gap() {
        for text in
            ["::", "::1", "1::", "1:2:3:4:5:6:7::", "::ffff:127.0.0.1", "1:2:3:4:5:6:1.2.3.4", "FFFF:0:0:0:0:0:0:a"]
        {
            assert!(is_ipv6(text.as_bytes()), "{text}");
        }
        for text in [
            "",
            ":",
            ":::",
            "::1::",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1:2:3:4:5:6:7:8::",
            "1:2:3:4::5:6:7:8",
            ":1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7:8:",
            "1.2.3.4",
            "1.2.3.4::",
            "1:2:3:4:5:6:7:1.2.3.4",
            "::12345",
            "::g",
            "::1%25eth0",
            "::1.2.3",
        ] {
            assert!(!is_ipv6(text.as_bytes()), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(5000))]
        #[test]
        fn addresses_are_those_of_the_standard_library(
            ipv4 in r"([0-9]{1,3}\.){2,4}[0-9]{1,3}",
            ipv6 in r"(:?[0-9A-Fa-f]{1,4}|::|:|(:1\.2\.3\.4)){1,9}",
        ) {
            prop_assert_eq!(is_ipv4(ipv4.as_bytes()), ipv4.parse::<Ipv4Addr>().is_ok(), "{}", ipv4);
            prop_assert_eq!(is_ipv6(ipv6.as_bytes()), ipv6.parse::<Ipv6Addr>().is_ok(), "{}", ipv6);
        }
    }
}
