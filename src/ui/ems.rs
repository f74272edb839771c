//! How wide words are, roughly, in ems: the size of their type. Enough to plan columns with; the glass wraps by the
//! real widths. Knows nothing of fonts, and errs on the wide side of the kiosk's own.

use crate::content::is_wide;

/// The width of `text` in one line.
pub(super) fn ems(text: &str) -> f32 {
    text.chars().map(width).sum()
}

/// The width of `text` in one line of bold type, which is a little wider.
pub(super) fn bold(text: &str) -> f32 {
    1.06 * ems(text)
}

/// The width of the longest part of `text` that no line may break: a word, or a single Chinese character.
pub(super) fn longest_word(text: &str) -> f32 {
    words(text).map(ems).fold(0.0, f32::max)
}

/// How many lines `text` takes in a column of `width` ems; at least one.
pub(super) fn lines(text: &str, width: f32) -> u16 {
    let mut count = 1_u16;
    let mut used = 0.0;
    for word in words(text) {
        let needed = ems(word.trim_end());
        if used > 0.0 && used + needed > width {
            count = count.saturating_add(1);
            used = 0.0;
        }
        used += ems(word);
    }
    count
}

/// The parts between which a line may break, each with the spaces after it.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if is_wide(first) {
            first.len_utf8()
        } else {
            let word = rest.find(|c: char| c == ' ' || is_wide(c)).unwrap_or(rest.len());
            let spaces = rest.get(word..).unwrap_or_default();
            word + (spaces.len() - spaces.trim_start_matches(' ').len())
        };
        let (word, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(word)
    })
}

fn width(character: char) -> f32 {
    match character {
        ' ' => 0.24,
        character if is_wide(character) => 1.0,
        'i' | 'l' | 'j' | 't' | 'f' | 'I' | '.' | ',' | ':' | ';' | '!' | '\'' | '|' => 0.34,
        '(' | ')' | '-' | 'r' | '/' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '—' | '…' | '“' | '”' => 0.95,
        'A'..='Z' => 0.7,
        _ => 0.6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_character_is_as_wide_as_its_type() {
        assert!((ems("果园港") - 3.0).abs() < 1e-6, "{}", ems("果园港"));
        assert!(ems("Guoyuan") > 3.0 && ems("Guoyuan") < 5.0, "{}", ems("Guoyuan"));
    }

    #[test]
    fn the_longest_word_is_one_character_in_chinese() {
        assert!((longest_word("果园港") - 1.0).abs() < 1e-6, "{}", longest_word("果园港"));
        let (word, whole) = (longest_word("a New International corridor"), ems("International "));
        assert!(word <= whole && word > whole - 0.5, "{word} of {whole}");
        assert!(longest_word("").abs() < f32::EPSILON, "nothing");
    }

    #[test]
    fn lines_break_between_words_and_between_chinese_characters() {
        assert_eq!(lines("", 5.0), 1, "an empty line is one too");
        assert_eq!(lines("one", 0.1), 1, "a word is not broken");
        assert_eq!(lines("one two three", 2.5), 3, "one word a line");
        assert_eq!(lines("二〇二二年", 2.0), 3, "two characters a line");
        assert_eq!(lines("2022年上半年", 100.0), 1, "all in one");
    }
}
