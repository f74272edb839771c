//! How long a text is, in words and in Chinese characters, and how long it takes to read.

use super::article::{Block, Fact};
use super::chars::is_hanzi;

/// The length of a text in both measures: a text may mix them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextLength {
    /// Words and numbers that are written with spaces between them.
    pub words: u32,
    /// Chinese characters.
    pub hanzi: u32,
}

impl TextLength {
    /// Measures `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut length = Self::default();
        let mut in_word = false;
        for character in text.chars() {
            let is_hanzi = is_hanzi(character);
            length.hanzi += u32::from(is_hanzi);
            // Marks within a word (don't, 3.5, new-energy) do not part it.
            let goes_on = !is_hanzi
                && (character.is_alphanumeric()
                    || (in_word && matches!(character, '\'' | '’' | '-' | '.' | ',')));
            length.words += u32::from(goes_on && !in_word);
            in_word = goes_on;
        }
        length
    }

    /// Words to read; a Chinese character counts as 0.6 of a word.
    #[must_use]
    pub fn to_words(self) -> u32 {
        self.words.saturating_add(self.hanzi.saturating_mul(6).div_ceil(10))
    }
}

impl std::ops::AddAssign for TextLength {
    fn add_assign(&mut self, other: Self) {
        self.words = self.words.saturating_add(other.words);
        self.hanzi = self.hanzi.saturating_add(other.hanzi);
    }
}

/// Words to read in a body with its facts.
#[must_use]
pub fn words_to_read(blocks: &[Block], facts: &[Fact]) -> u32 {
    let mut length = TextLength::default();
    for block in blocks {
        match block {
            Block::Heading { text, .. } => length += TextLength::of(text),
            Block::Paragraph(text) | Block::Quote(text) => length += TextLength::of(&text.plain),
            Block::List(items) => {
                for item in items {
                    length += TextLength::of(&item.text.plain);
                }
            }
            Block::Table { head, rows } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    length += TextLength::of(cell);
                }
            }
            Block::Picture { caption, .. } | Block::Figure { caption, .. } => {
                length += TextLength::of(caption);
            }
            // Counted below, with the column that it is taken from.
            Block::Fact(_) => {}
        }
    }
    for fact in facts {
        length += TextLength::of(&fact.value);
        length += TextLength::of(&fact.label);
    }
    length.to_words()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_hanzi_are_counted_apart() {
        for (text, words, hanzi) in [
            ("", 0, 0),
            ("Two rivers meet.", 3, 0),
            ("don't stop at 3.5 new-energy cars", 6, 0),
            ("果园港", 0, 3),
            ("果园港年吞吐量 3,000 万吨", 1, 9),
            ("用5G连接", 1, 3),
            ("— “ ” —", 0, 0),
        ] {
            assert_eq!(TextLength::of(text), TextLength { words, hanzi }, "{text}");
        }
        assert_eq!(TextLength::of("果园港口").to_words(), 3, "4 x 0.6, rounded up");
    }
}
