//! What may be a slug: the name of a story, topic, picture, figure, place or page.

/// Letters of a slug at most.
pub(super) const LONGEST: usize = 80;
/// How a slug is written, for messages.
pub(super) const RULE: &str =
    "use lower-case letters a to z, digits and hyphens between them, at most 80";

/// Names that some systems give to no file or folder.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Whether `text` is a slug.
pub(super) fn is_slug(text: &str) -> bool {
    let is_plain =
        |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
    (1..=LONGEST).contains(&text.len())
        && text.bytes().all(is_plain)
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !RESERVED.contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_a_plain_name_of_a_folder_on_every_system() {
        for slug in ["a", "guoyuan-port", "5g", "console", &"a".repeat(LONGEST)] {
            assert!(is_slug(slug), "{slug}");
        }
        for other in
            ["", "A", "a b", "a_b", "-a", "a-", "con", "港", "../a", &"a".repeat(LONGEST + 1)]
        {
            assert!(!is_slug(other), "{other}");
        }
    }
}
