//! Where a line must not break: a headline does not leave one short word or one Chinese character alone on its last line.
//!
//! Which mark may begin or end a line is seen to by the line breaker (Unicode UAX 14); what is left alone is ours.

use slint::SharedString;

use crate::content::is_hanzi;

/// Keeps what stands beside it on one line, and is not seen.
const WORD_JOINER: char = '\u{2060}';
const NO_BREAK_SPACE: char = '\u{a0}';

/// Chinese characters that stay together at the end of a text.
const KEPT_HANZI: usize = 3;

/// A last word longer than this, in characters, may stand alone.
const SHORT_WORD: usize = 8;

/// A text shorter than this, in words or Chinese characters, may break anywhere: it hardly fills two lines.
const LEAST_WORDS: usize = 4;
const LEAST_HANZI: usize = 8;

/// `text` with its end kept together.
pub(super) fn kept_end(text: &str) -> SharedString {
    let ends_in_hanzi = text.chars().rev().find(|one| one.is_alphanumeric()).is_some_and(is_hanzi);
    if ends_in_hanzi { kept_hanzi(text).into() } else { kept_word(text).into() }
}

/// A text as it was before its end was kept together.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .filter(|one| *one != WORD_JOINER)
        .map(|one| if one == NO_BREAK_SPACE { ' ' } else { one })
        .collect()
}

fn kept_hanzi(text: &str) -> String {
    if text.chars().filter(|one| is_hanzi(*one)).count() < LEAST_HANZI {
        return text.to_owned();
    }
    // Marks at the end stay with their character by themselves.
    let last: Vec<usize> = text
        .char_indices()
        .rev()
        .filter(|(_, one)| is_hanzi(*one))
        .take(KEPT_HANZI)
        .map(|(at, _)| at)
        .collect();
    let mut kept = String::with_capacity(text.len() + 3 * KEPT_HANZI);
    for (at, one) in text.char_indices() {
        // The first of them may still begin a line.
        if last.contains(&at) && last.last() != Some(&at) {
            kept.push(WORD_JOINER);
        }
        kept.push(one);
    }
    kept
}

fn kept_word(text: &str) -> String {
    let has_several = text.split(' ').count() >= LEAST_WORDS;
    match text.trim_end().rsplit_once(' ') {
        Some((before, last)) if has_several && last.chars().count() <= SHORT_WORD => {
            format!("{before}{NO_BREAK_SPACE}{last}")
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_three_characters_of_a_chinese_headline_stay_together() {
        assert_eq!(
            kept_end("四分钟一组电池，三十秒一辆车"),
            "四分钟一组电池，三十秒一\u{2060}辆\u{2060}车"
        );
        assert_eq!(kept_end("从飞机到轨道再到火车！"), "从飞机到轨道再到\u{2060}火\u{2060}车！");
        assert_eq!(kept_end("果园港"), "果园港", "too short to break");
    }

    #[test]
    fn a_short_last_word_keeps_the_one_before_it() {
        assert_eq!(
            kept_end("A port that turns rivers into roads"),
            "A port that turns rivers into\u{a0}roads"
        );
        assert_eq!(kept_end("From plane to transformation"), "From plane to transformation");
        assert_eq!(kept_end("Two rivers meet"), "Two rivers meet");
        assert_eq!(kept_end(""), "");
    }

    #[test]
    fn keeping_the_end_together_changes_nothing_else() {
        for text in [
            "四分钟一组电池，三十秒一辆车",
            "A port that turns rivers into roads",
            "一二三四五六七八 A",
            " ",
            "🚢🚢🚢🚢",
        ] {
            assert_eq!(plain(&kept_end(text)), text.replace('\u{a0}', " "), "{text}");
        }
    }
}
