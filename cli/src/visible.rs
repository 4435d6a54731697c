//! Text that is safe for a terminal: requests and names of files can contain any character.

pub(crate) use fintoc_preflight::visible;

/// Replaces every character by [`visible`].
pub(crate) fn visible_text(text: &str) -> String {
    text.chars().map(visible).collect()
}
