//! Words of a page, made fit for a line: no invisible letters, no runs of blanks.

use crate::content::{TextLength, is_wide};

/// `text` on one line: blanks joined, what cannot be shown left out, no blank between Chinese lines.
pub(super) fn clean(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let mut blank = false;
    let mut line_ended = false;
    for letter in text.chars() {
        if letter.is_whitespace() || letter == NEW_LINE {
            blank = true;
            line_ended |= matches!(letter, '\n' | '\r' | NEW_LINE);
            continue;
        }
        if !is_shown(letter) {
            continue;
        }
        if std::mem::take(&mut blank) {
            let joins = std::mem::take(&mut line_ended)
                && is_wide(letter)
                && line.chars().next_back().is_some_and(is_wide);
            if !line.is_empty() && !joins {
                line.push(' ');
            }
        }
        line.push(letter);
    }
    line
}

/// Adds the clean `line`, which stood below it, to the clean `text`, and tells by how many letters it grew.
pub(super) fn append_line(text: &mut String, line: &str) -> usize {
    let joins =
        text.chars().next_back().is_some_and(is_wide) && line.chars().next().is_some_and(is_wide);
    let has_blank = !joins && !text.is_empty() && !line.is_empty();
    if has_blank {
        text.push(' ');
    }
    text.push_str(line);
    line.chars().count() + usize::from(has_blank)
}

/// Stands for a new line that the page asks for, among the words of a block.
pub(super) const NEW_LINE: char = '\u{85}';

fn is_shown(letter: char) -> bool {
    let code = u32::from(letter);
    !(letter.is_control()
        || letter == '\u{fffd}'
        || code & 0xFFFE == 0xFFFE
        || matches!(code,
            0x00AD | 0x061C | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F
            | 0xE000..=0xF8FF | 0xFDD0..=0xFDEF | 0xFEFF | 0xFFF0..=0xFFFC | 0xE_0000..=0x10_FFFF))
}

/// `text` for comparing: its letters and digits in lower case.
pub(super) fn key(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How much there is to read: words, a Chinese character counting 0.6.
pub(super) fn weight(text: &str) -> u32 {
    TextLength::of(text).to_words()
}

/// Whether `text` has room: so many words, or so many characters once one of them is Chinese, where a word counts as one.
pub(super) fn fits(text: &str, (words, characters): (u32, u32)) -> bool {
    let length = TextLength::of(text);
    if length.hanzi > 0 { length.hanzi + length.words <= characters } else { length.words <= words }
}

/// Whether `text` is written in Chinese more than in anything else.
pub(super) fn is_chinese(text: &str) -> bool {
    let length = TextLength::of(text);
    length.hanzi > length.words
}

/// Whether a sentence ends at the end of `text`.
pub(super) fn ends_a_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '\'', '”', '’', '」', ')', '）', ']', ' ']);
    text.ends_with(['.', '!', '?', '。', '！', '？', '…', '；', ';', ':', '：'])
}

/// Whether `text` reads like a paragraph of a story, and not like a label.
pub(super) fn is_prose(text: &str) -> bool {
    let weight = weight(text);
    weight >= 25 || (weight >= 8 && ends_a_sentence(text))
}

/// `text` without `prefix`, whatever its case.
pub(super) fn after<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    if head.eq_ignore_ascii_case(prefix) { text.get(prefix.len()..) } else { None }
}

/// `text` cut after so many letters, with a mark where something was cut.
pub(super) fn shortened(text: &str, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_joined_and_invisible_letters_left_out() {
        assert_eq!(clean(" a\u{a0}\u{3000} b\u{200b}c\n"), "a bc");
        assert_eq!(clean("两江\n  新区"), "两江新区");
        assert_eq!(clean("两江 新区"), "两江 新区", "a blank that was written stays");
        assert_eq!(clean("the\nport"), "the port");
    }

    #[test]
    fn a_line_is_added_as_if_both_had_been_cleaned_together() {
        for (text, line) in
            [("the", "port"), ("两江", "新区"), ("两江", "a"), ("a", "港"), ("", "a"), ("a", "")]
        {
            let mut grown = text.to_owned();
            let letters = append_line(&mut grown, line);
            assert_eq!(grown, clean(&format!("{text}\n{line}")));
            assert_eq!(text.chars().count() + letters, grown.chars().count());
        }
    }

    #[test]
    fn a_label_is_no_prose() {
        assert!(is_prose("Two rivers meet below the old town wall of Jiangbei."));
        assert!(is_prose("两江新区位于长江以北、嘉陵江以东。"));
        assert!(!is_prose("Contact Us | Terms and Conditions | Privacy Policy"));
        assert!(!is_prose("首页 新闻 本地"));
    }
}
