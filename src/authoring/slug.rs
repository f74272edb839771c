//! What may be a slug: the name of a story, topic, picture, figure, place or page.

use crate::content;

/// How a slug is written, for messages.
pub(super) const RULE: &str =
    "use lower-case letters a to z, digits and single hyphens between them, at most 80";

/// Names that some systems give to no file or folder.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Whether `text` is a slug of an edition that can also be the name of a folder.
pub(super) fn is_slug(text: &str) -> bool {
    content::is_slug(text) && !RESERVED.contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_a_plain_name_of_a_folder_on_every_system() {
        for slug in ["a", "guoyuan-port", "5g", "console", &"a".repeat(80)] {
            assert!(is_slug(slug), "{slug}");
        }
        for other in
            ["", "A", "a b", "a_b", "-a", "a-", "a--b", "con", "港", "../a", &"a".repeat(81)]
        {
            assert!(!is_slug(other), "{other}");
        }
    }
}
