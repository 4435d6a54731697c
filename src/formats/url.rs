/// Whether `text` is an absolute URL: it begins with a scheme, holds no white space and no control characters, and has
/// a host when it is `http` or `https`.
pub(crate) fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let mut letters = scheme.chars();
    letters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && letters.all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
        && !text.chars().any(|character| character.is_whitespace() || character.is_control())
        && (!(scheme_is(text, "http") || scheme_is(text, "https")) || has_host(rest))
}

/// Whether the scheme of a URL is `scheme`, in any case.
pub(crate) fn scheme_is(url: &str, scheme: &str) -> bool {
    url.split_once(':').is_some_and(|(found, _)| found.eq_ignore_ascii_case(scheme))
}

fn has_host(after_scheme: &str) -> bool {
    after_scheme.strip_prefix("//").is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#']))
}
