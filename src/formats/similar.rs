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
