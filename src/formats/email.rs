/// Whether `text` is an e-mail address as the HTML standard's `<input type=email>` has it. Labels of the domain may
/// hold letters outside ASCII, which browsers turn into ASCII before they judge them.
pub(crate) fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && local.chars().all(is_local) && domain.split('.').all(is_label)
    })
}

fn is_local(character: char) -> bool {
    character.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(character)
}

/// Whether `text` is 1 to 63 letters, digits and hyphens, with no hyphen at either end.
fn is_label(text: &str) -> bool {
    (1..=63).contains(&text.chars().count())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.chars().all(|character| match character {
            '-' => true,
            _ if character.is_ascii() => character.is_ascii_alphanumeric(),
            _ => !character.is_whitespace() && !character.is_control(),
        })
}
