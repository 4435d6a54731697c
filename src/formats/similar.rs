/// The one of `names` that `given` was probably meant to be: it differs only in case, or, case aside, by a
/// Damerau-Levenshtein distance of 1, or of 2 when `given` has 8 characters or more.
pub(crate) fn the_similar(given: &str, names: &[&'static str]) -> Option<&'static str> {
    let length = given.chars().count();
    let most: usize = if length < 8 { 1 } else { 2 };
    let given = given.to_ascii_lowercase();
    let mut similar = names.iter().copied().filter(|name| {
        // The distance is at least the difference in length, and a long text need not be compared.
        name.chars().count().abs_diff(length) <= most
            && strsim::damerau_levenshtein(&given, &name.to_ascii_lowercase()) <= most
    });
    similar.next().filter(|_| similar.next().is_none())
}

#[cfg(test)]
mod tests {
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
}
