use crate::json::is_continuation;

/// Returns the one of `names`, which are ASCII, at the least Damerau-Levenshtein distance from `given`, ignoring case.
///
/// The distance is at most 1, or 2 if `given` has 8 characters or more. `None` if no name is so near, or two are
/// equally near.
pub(crate) fn closest_match(given: &str, names: &[&'static str]) -> Option<&'static str> {
    // Names are ASCII: the first byte of any other character is enough to differ.
    let given: Vec<u8> = given.bytes().filter(|byte| !is_continuation(*byte)).collect();
    let most = if given.len() < 8 { 1 } else { 2 };
    (0..=most)
        .find_map(|distance| {
            let mut near = names.iter().copied().filter(|name| is_near(&given, name.as_bytes(), distance));
            near.next().map(|name| (name, near.next()))
        })
        .and_then(|(name, another)| if another.is_none() { Some(name) } else { None })
}

/// Returns the one of `names` that `given` spells differently, such as `bank_transfer` for `bankTransfer`,
/// `bank transfer` or `"bank-transfer "`; else its closest match.
pub(crate) fn alike(given: &str, names: &[&'static str]) -> Option<&'static str> {
    names.iter().copied().find(|name| is_same_word(given, name)).or_else(|| closest_match(given, names))
}

/// True if the texts are equal, ignoring white space, `-`, `_` and the case of ASCII.
pub(crate) fn is_same_word(one: &str, other: &str) -> bool {
    let mut letters = letters_of(other);
    letters_of(one).all(|letter| letters.next().is_some_and(|other| letter.eq_ignore_ascii_case(&other)))
        && letters.next().is_none()
}

fn letters_of(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|character| !character.is_whitespace() && !matches!(character, '-' | '_'))
}

/// True if the Damerau-Levenshtein distance is at most `most`, which is 2 or less: letters inserted, deleted, replaced
/// or swapped. Ignores the case of ASCII.
fn is_near(one: &[u8], other: &[u8], most: u8) -> bool {
    // The distance is at least the difference in length, so long texts are not compared.
    if one.len().abs_diff(other.len()) > most.into() {
        return false;
    }
    match (one, other, most.checked_sub(1)) {
        ([], _, _) | (_, [], _) => true,
        ([a, one @ ..], [b, other @ ..], _) if a.eq_ignore_ascii_case(b) => is_near(one, other, most),
        (_, _, None) => false,
        ([_, one_rest @ ..], [_, other_rest @ ..], Some(most)) => {
            is_near(one_rest, other_rest, most)
                || is_near(one_rest, other, most)
                || is_near(one, other_rest, most)
                || is_near_swapped(one, other, most)
                || is_near_swapped(other, one, most)
        }
    }
}

/// The same after swapping the first two letters of `other`, which in `one` are adjacent, or around a letter that is
/// deleted.
fn is_near_swapped(one: &[u8], other: &[u8], most: u8) -> bool {
    let swapped = |[a, b]: [&u8; 2], [c, d]: [&u8; 2]| a.eq_ignore_ascii_case(d) && b.eq_ignore_ascii_case(c);
    match (one, other, most.checked_sub(1)) {
        ([a, b, one @ ..], [c, d, other @ ..], _) if swapped([a, b], [c, d]) => is_near(one, other, most),
        ([a, _, b, one @ ..], [c, d, other @ ..], Some(most)) if swapped([a, b], [c, d]) => is_near(one, other, most),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NAMES: &[&str] = &["amount", "currency", "customer", "customer_email", "ui_mode"];

    #[test]
    fn case_does_not_count() {
        assert_eq!(closest_match("Amount", NAMES), Some("amount"));
        assert_eq!(closest_match("CUSTOMER_EMAIL", NAMES), Some("customer_email"));
        assert_eq!(closest_match("AMUONT", NAMES), Some("amount"));
        assert_eq!(closest_match("clp", &["CLP", "MXN"]), Some("CLP"));
        // `cats` and `bat` are one letter away.
        assert_eq!(closest_match("CAT", &["cats", "cat", "bat"]), Some("cat"));
    }

    #[test]
    fn one_letter_may_be_missing_more_another_or_swapped() {
        for given in ["amont", "amounts", "amoumt", "amuont", "mount", "aamount"] {
            assert_eq!(closest_match(given, NAMES), Some("amount"), "{given}");
        }
        for given in ["", "a", "amnt", "amonut_", "sum"] {
            assert_eq!(closest_match(given, NAMES), None, "{given}");
        }
    }

    #[test]
    fn from_8_characters_on_there_may_be_two_mistakes() {
        assert_eq!(closest_match("iu_mdoe", NAMES), None);
        assert_eq!(closest_match("kurrensy", NAMES), Some("currency"));
        assert_eq!(closest_match("custumar", NAMES), Some("customer"));
        assert_eq!(closest_match("korrensi", NAMES), None);
        assert_eq!(closest_match("customeremial", NAMES), Some("customer_email"));
    }

    #[test]
    fn two_letters_may_be_swapped_around_another() {
        assert_eq!(closest_match("ucrrencys", NAMES), Some("currency"));
        assert_eq!(closest_match("cxurrency", NAMES), Some("currency"));
        // Swapped, and one more letter between them: two mistakes, and not three.
        assert_eq!(closest_match("uxcrrency", NAMES), Some("currency"));
    }

    #[test]
    fn letters_count_and_not_bytes() {
        assert_eq!(closest_match("añount", NAMES), Some("amount"));
        assert_eq!(closest_match("ñññññññ", NAMES), None);
    }

    #[test]
    fn of_two_that_are_as_near_there_is_none() {
        assert_eq!(closest_match("cat", &["bat", "rat"]), None);
        assert_eq!(closest_match("cat", &["bat", "dog"]), Some("bat"));
        assert_eq!(closest_match("mx_rut", &["cl_rut", "mx_rfc"]), None);
    }

    #[test]
    fn the_nearest_of_several_is_the_closest() {
        assert_eq!(closest_match("payment_methods", &["payment_method", "payment_mexxods"]), Some("payment_method"));
        assert_eq!(closest_match("customer_emai", &["customer_email", "customer_e"]), Some("customer_email"));
    }

    #[test]
    fn marks_and_white_space_are_no_letters() {
        let types = ["card", "bank_transfer", "installments", "pac", "direct_debit"];
        for given in [
            "bankTransfer",
            "bank transfer",
            "BANK-TRANSFER",
            " bank_transfer\u{a0}",
            "banktransfer",
            "b-a_n k_transfer",
        ] {
            assert_eq!(alike(given, &types), Some("bank_transfer"), "{given}");
        }
        for (given, name) in [
            ("\"card", Some("card")),
            ("card ", Some("card")),
            ("crad", Some("card")),
            ("direct_debt", Some("direct_debit")),
        ] {
            assert_eq!(alike(given, &types), name, "{given}");
        }
        assert_eq!(alike("bánk_transfer", &types), Some("bank_transfer"));
        for given in ["", "-", "card_card", "c rd x", "bank"] {
            assert_eq!(alike(given, &types), None, "{given}");
        }
    }

    #[test]
    fn words_are_the_same_to_the_end() {
        for (one, other) in [("rut", "R_U-T "), ("", " "), ("cl_rut", "CLRUT")] {
            assert!(is_same_word(one, other) && is_same_word(other, one), "{one} {other}");
        }
        for (one, other) in [("rut", "ru"), ("rut", "ruts"), ("rut", "ruc"), ("", "a")] {
            assert!(!is_same_word(one, other) && !is_same_word(other, one), "{one} {other}");
        }
    }

    #[test]
    fn a_long_text_is_like_none() {
        assert_eq!(closest_match(&"amount".repeat(100_000), NAMES), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        /// Few different letters, so that many texts are near each other, with swaps of every kind.
        #[test]
        fn it_is_the_distance_of_strsim(one in "[abcñ]{0,10}", other in "[abc]{0,10}") {
            let most = if one.chars().count() < 8 { 1 } else { 2 };
            let is_near = strsim::damerau_levenshtein(&one, &other) <= most;
            let other: &'static str = other.leak();
            prop_assert_eq!(closest_match(&one, &[other]), is_near.then_some(other));
        }

        #[test]
        fn it_is_the_least_distance_of_strsim(given in "[abc]{0,9}", names in prop::collection::hash_set("[abc]{0,9}", 0..6)) {
            let names: Vec<&'static str> = names.into_iter().map(|name| &*name.leak()).collect();
            let most = if given.len() < 8 { 1 } else { 2 };
            let distance = |name: &str| strsim::damerau_levenshtein(&given, name);
            let least = names.iter().map(|name| distance(name)).min().filter(|least| *least <= most);
            let nearest: Vec<_> = names.iter().copied().filter(|name| Some(distance(name)) == least).collect();
            let expected = if let [one] = nearest[..] { Some(one) } else { None };
            prop_assert_eq!(closest_match(&given, &names), expected);
        }
    }
}
