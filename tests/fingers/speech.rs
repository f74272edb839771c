//! What somebody hears who is read the screen to: names, in the language of the visit, and no two alike.

use i_slint_backend_testing::AccessibleRole;

use crate::sight::{Sight, Thing};

/// What is wrong with the names of a view in a language.
pub(crate) fn judge(sight: &Sight, language: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for button in sight.buttons() {
        if button.label.trim().is_empty() {
            faults.push(format!("unnamed: a button at {}", button.whole));
        }
    }
    for image in sight.things.iter().filter(|thing| thing.role == AccessibleRole::Image) {
        // A picture is an image in a frame of the same size; either of them speaks.
        let is_spoken_for = |other: &Thing| {
            !other.label.trim().is_empty()
                && other.role != AccessibleRole::Text
                && image.whole.is_within(other.whole.shrunk(-1.0))
        };
        if !sight.things.iter().any(is_spoken_for) {
            faults.push(format!("unnamed: an image at {}", image.whole));
        }
    }
    let spoken = sight.things.iter().filter(|thing| thing.role != AccessibleRole::Text);
    for thing in spoken.filter(|thing| !thing.label.is_empty()) {
        if !is_of(language, &thing.label) {
            let (role, label) = (thing.role, &thing.label);
            faults.push(format!("language: {role:?} «{label}»"));
        }
    }
    faults
}

/// The buttons that stand on every screen of a visit, in a language.
const EVERYWHERE: [(&str, &str); 3] = [("Home", "首页"), ("Search", "搜索"), ("Access", "无障碍")];

/// Buttons of every screen that cannot be found on this one.
pub(crate) fn missing(sight: &Sight, language: &str) -> Vec<String> {
    EVERYWHERE
        .iter()
        .map(|(english, chinese)| if language == "zh" { chinese } else { english })
        .filter(|name| !sight.buttons().any(|button| button.label == **name))
        .map(|name| format!("missing: «{name}»"))
        .collect()
}

/// Names of languages are written in those languages.
const LANGUAGES: [&str; 2] = ["English", "中文"];

/// Tells whether a name can be read out in the language. Numbers and single letters, the names of keys, are of every
/// language.
fn is_of(language: &str, label: &str) -> bool {
    let is_neutral = label.chars().count() == 1 || !label.chars().any(char::is_alphabetic);
    if is_neutral || LANGUAGES.contains(&label) {
        return true;
    }
    let has_han = label.chars().any(|one| ('\u{4e00}'..='\u{9fff}').contains(&one));
    has_han == (language == "zh")
}

/// Names that more than one button in sight has.
pub(crate) fn twins(sight: &Sight) -> Vec<String> {
    let mut names: Vec<&str> = sight.buttons().map(|button| button.label.as_str()).collect();
    names.sort_unstable();
    let mut twins: Vec<String> =
        names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].to_owned()).collect();
    twins.dedup();
    twins
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sight::synthetic::{button, image, sight};

    #[test]
    fn a_name_is_of_the_language_that_its_letters_are_of() {
        for (language, label, expected) in [
            ("zh", "首页", true),
            ("zh", "Home", false),
            ("en", "Home", true),
            ("en", "首页", false),
            ("zh", "English", true),
            ("en", "中文", true),
            ("zh", "A", true),
            ("zh", "5", true),
            ("zh", "放大：GDP 2019", true),
        ] {
            assert_eq!(is_of(language, label), expected, "{label} in {language}");
        }
    }

    #[test]
    fn a_button_or_an_image_without_a_name_is_heard_of() {
        assert_eq!(judge(&sight(vec![button("", 0.0)]), "en").len(), 1, "a button");
        assert_eq!(judge(&sight(vec![image("", 0.0)]), "en").len(), 1, "an image");
        let framed = vec![image("A bridge", 0.0), image("", 0.0)];
        assert!(judge(&sight(framed), "en").is_empty(), "its frame speaks for it");
    }

    #[test]
    fn two_of_one_name_are_twins_and_what_is_covered_is_not_there() {
        let seen = sight(vec![button("Home", 0.0), button("Map", 30.0), button("Home", 60.0)]);
        assert_eq!(twins(&seen), ["Home"]);
        let mut hidden = button("Home", 60.0);
        hidden.is_covered = true;
        assert!(twins(&sight(vec![button("Home", 0.0), hidden])).is_empty(), "one is covered");
    }

    #[test]
    fn what_every_screen_has_is_missed() {
        assert_eq!(missing(&sight(vec![button("Home", 0.0)]), "en").len(), 2, "Search and Access");
    }
}
