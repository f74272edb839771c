//! Kinds of characters, as far as reading, setting and checking a text need them.

use std::borrow::Cow;

/// Whether `character` is a Chinese character.
#[must_use]
pub fn is_hanzi(character: char) -> bool {
    matches!(u32::from(character),
        0x3005 | 0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFD)
}

/// Whether `character` is set as wide as it is high and needs no space beside it:
/// hanzi, kana, and the punctuation that goes with them.
#[must_use]
pub fn is_wide(character: char) -> bool {
    is_hanzi(character)
        || matches!(u32::from(character), 0x2E80..=0x30FF | 0x3100..=0x33FF | 0xFE30..=0xFE4F | 0xFF00..=0xFF60)
}

/// Whether `character` steers the direction of writing: with it, a text can be made to read as another.
pub(super) fn is_bidi_control(character: char) -> bool {
    matches!(u32::from(character), 0x061C | 0x200E | 0x200F | 0x202A..=0x202E | 0x2066..=0x2069)
}

/// Whether `character` belongs to nobody's alphabet: private use, or never a character at all.
pub(super) fn is_private_or_never(character: char) -> bool {
    let code = u32::from(character);
    matches!(code, 0xE000..=0xF8FF | 0xF_0000..=0x10_FFFF | 0xFDD0..=0xFDEF | 0xFFF9..=0xFFFC)
        || code & 0xFFFE == 0xFFFE
}

/// Whether `character` has no width and no place in a kiosk's texts.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(u32::from(character), 0x00AD | 0x180E | 0x200B..=0x200D | 0x2060..=0x2064 | 0xFEFF | 0xE_0000..=0xE_0FFF)
}

/// Whether `character` is drawn over the one before it.
pub(super) fn is_combining(character: char) -> bool {
    matches!(u32::from(character), 0x0300..=0x036F | 0x0483..=0x0489 | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F)
}

/// Whether `character` must not reach the glass: it draws nothing and may change how the rest is read.
pub(super) fn is_unshowable(character: char) -> bool {
    character.is_control() || is_bidi_control(character) || is_private_or_never(character)
}

/// `text` on one line and without characters that must not reach the glass.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unshowable) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars()
            .filter_map(|character| match character {
                '\n' | '\t' => Some(' '),
                other if is_unshowable(other) => None,
                other => Some(other),
            })
            .collect(),
    )
}

/// `text` from an untrusted file in a form that a log or a terminal can show: escaped and short.
pub(super) fn quoted(text: &str) -> String {
    const SHOWN: usize = 80;
    let mut shown: String = text.chars().take(SHOWN).flat_map(escaped).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

fn escaped(character: char) -> impl Iterator<Item = char> {
    let (plain, escape) = if is_unshowable(character) || is_invisible(character) {
        (None, Some(character.escape_unicode()))
    } else {
        (Some(character), None)
    };
    plain.into_iter().chain(escape.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_text_cannot_steer_a_terminal_or_fill_a_log() {
        assert_eq!(quoted("red \u{1b}[31m"), "red \\u{1b}[31m", "escape codes are spelt out");
        assert_eq!(quoted("果园港"), "果园港", "ordinary text stays readable");
        assert_eq!(quoted(&"x".repeat(1_000_000)).chars().count(), 81, "long text is cut");
    }

    #[test]
    fn what_must_not_reach_the_glass_is_taken_out_and_nothing_else() {
        assert_eq!(one_line("a\u{202E}b\u{7}c\nd\u{E541}"), "abc d");
        assert!(
            matches!(one_line("果园港 – 30 万吨"), Cow::Borrowed(_)),
            "clean text is not copied"
        );
    }
}
