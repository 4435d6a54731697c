use crate::json::is_continuation;

/// The one of `names` that `given` was probably meant to be: it differs only in case, or, case aside, by a
/// Damerau-Levenshtein distance of 1, or of 2 when `given` has 8 characters or more.
pub(crate) fn the_similar(given: &str, names: &[&'static str]) -> Option<&'static str> {
    // Names are ASCII; of any other character its first byte will do.
    let given: Vec<u8> = given.bytes().filter(|byte| !is_continuation(*byte)).collect();
    let most = if given.len() < 8 { 1 } else { 2 };
    let mut similar = names.iter().copied().filter(|name| is_near(&given, name.as_bytes(), most));
    similar.next().filter(|_| similar.next().is_none())
}

/// Whether at most `most` letters, 2 or fewer, are to be put in, left out, replaced, or swapped to make one of the other.
fn is_near(one: &[u8], other: &[u8], most: u8) -> bool {
    // The distance is at least the difference in length, so that a long text need not be compared.
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

/// The same after the first two letters of `other` have been swapped: in `one` they stand together, or around another
/// that is left out.
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
        assert_eq!(the_similar("Amount", NAMES), Some("amount"));
        assert_eq!(the_similar("CUSTOMER_EMAIL", NAMES), Some("customer_email"));
        assert_eq!(the_similar("AMUONT", NAMES), Some("amount"));
        assert_eq!(the_similar("clp", &["CLP", "MXN"]), Some("CLP"));
    }

    #[test]
    fn one_letter_may_be_missing_more_another_or_swapped() {
        for given in ["amont", "amounts", "amoumt", "amuont", "mount", "aamount"] {
            assert_eq!(the_similar(given, NAMES), Some("amount"), "{given}");
        }
        for given in ["", "a", "amnt", "amonut_", "sum"] {
            assert_eq!(the_similar(given, NAMES), None, "{given}");
        }
    }

    #[test]
    fn from_8_characters_on_there_may_be_two_mistakes() {
        assert_eq!(the_similar("iu_mdoe", NAMES), None);
        assert_eq!(the_similar("kurrensy", NAMES), Some("currency"));
        assert_eq!(the_similar("custumar", NAMES), Some("customer"));
        assert_eq!(the_similar("korrensi", NAMES), None);
        assert_eq!(the_similar("customeremial", NAMES), Some("customer_email"));
    }

    #[test]
    fn two_letters_may_be_swapped_around_another() {
        assert_eq!(the_similar("ucrrencys", NAMES), Some("currency"));
        assert_eq!(the_similar("cxurrency", NAMES), Some("currency"));
        // Swapped, and one more letter between them: two mistakes, and not three.
        assert_eq!(the_similar("uxcrrency", NAMES), Some("currency"));
    }

    #[test]
    fn letters_count_and_not_bytes() {
        assert_eq!(the_similar("añount", NAMES), Some("amount"));
        assert_eq!(the_similar("ñññññññ", NAMES), None);
    }

    #[test]
    fn of_two_that_are_as_near_there_is_none() {
        assert_eq!(the_similar("cat", &["bat", "rat"]), None);
        assert_eq!(the_similar("cat", &["bat", "dog"]), Some("bat"));
    }

    #[test]
    fn a_long_text_is_like_none() {
        assert_eq!(the_similar(&"amount".repeat(100_000), NAMES), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        /// Words of few letters, so that many are near each other, and letters are swapped in every way.
        #[test]
        fn it_is_the_distance_of_strsim(one in "[abcñ]{0,10}", other in "[abc]{0,10}") {
            let most = if one.chars().count() < 8 { 1 } else { 2 };
            let is_near = strsim::damerau_levenshtein(&one, &other) <= most;
            let other: &'static str = other.leak();
            prop_assert_eq!(the_similar(&one, &[other]), is_near.then_some(other));
        }
    }
}
