//! Text -> the tokens that are compared: what is typed and what is written meet here.
//!
//! Case, accents and width do not count, nor does an apostrophe in a word or a comma in a number.
//! Each Chinese character is a token of its own, because nothing in the text tells where words end.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::content::chars::{is_bidi_control, is_hanzi, is_invisible};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word or number in letters and digits.
    Word,
    /// The end of a word after an apostrophe, once more: `an` of Chang'an.
    Part,
    /// A Chinese character.
    Hanzi,
    /// Punctuation between two Chinese characters, over which no phrase goes.
    Break,
}

/// A token and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// What it is.
    pub(super) kind: Kind,
    /// The form that is compared: letters and digits, or [`BREAK`].
    pub(super) folded: &'a str,
    /// Its bytes in the text.
    pub(super) at: Range<usize>,
}

/// How a [`Kind::Break`] is written; no query has it, because it is neither a letter nor a digit.
pub(super) const BREAK: &str = "|";

/// Calls `take` for every token of `text`, in order.
pub(super) fn each_token(text: &str, take: impl FnMut(Token<'_>)) {
    let mut reader = Reader { take, word: String::new(), at: 0..0, part: None, gap: Gap::Edge };
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        reader.read(character, at..at + character.len_utf8(), next);
    }
    reader.end_word();
}

/// Writes the tokens of `text` after `line`, with a space before each and none after the last.
pub(super) fn write_tokens(text: &str, line: &mut String) {
    each_token(text, |token| {
        line.push(' ');
        line.push_str(token.folded);
    });
}

/// What lies between the last token and here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// The last token was no Chinese character, or there was none.
    Edge,
    /// Nothing, after a Chinese character.
    Hanzi,
    /// Punctuation, after a Chinese character.
    Punctuation,
}

struct Reader<F> {
    take: F,
    /// The word being read, folded, and its bytes in the text.
    word: String,
    at: Range<usize>,
    /// Where the part after the last apostrophe begins, in `word` and in the text.
    part: Option<(usize, usize)>,
    gap: Gap,
}

impl<F: FnMut(Token<'_>)> Reader<F> {
    fn read(&mut self, character: char, at: Range<usize>, next: Option<char>) {
        if character.is_ascii_alphanumeric() {
            self.letter(character.to_ascii_lowercase(), at);
        } else if is_hanzi(character) {
            self.end_word();
            self.hanzi(character, at);
        } else if character == '\n' {
            self.end_word();
            self.punctuation();
        } else if character.is_whitespace() {
            self.end_word();
        } else if is_invisible(character)
            || is_bidi_control(character)
            || is_combining_mark(character)
        {
            // Draws nothing of its own, so nobody types it on purpose.
        } else if self.goes_on(character, next) {
            if character != ',' {
                self.part = Some((self.word.len(), at.end));
            }
        } else {
            self.other(character, &at);
        }
    }

    /// Whether `character` stands within a word or number as if it were not there.
    fn goes_on(&self, character: char, next: Option<char>) -> bool {
        let Some(last) = self.word.chars().next_back() else {
            return false;
        };
        match character {
            '\'' | '\u{2019}' | '\u{FF07}' => {
                next.is_some_and(|next| next.is_alphabetic() && !is_hanzi(next))
            }
            ',' => last.is_ascii_digit() && next.is_some_and(|next| next.is_ascii_digit()),
            _ => false,
        }
    }

    /// A letter beyond ASCII, or punctuation.
    fn other(&mut self, character: char, at: &Range<usize>) {
        let mut is_letter = false;
        for folded in character.nfkd().flat_map(char::to_lowercase) {
            if folded.is_alphanumeric() && !is_combining_mark(folded) {
                self.letter(folded, at.clone());
                is_letter = true;
            }
        }
        if !is_letter {
            self.end_word();
            self.punctuation();
        }
    }

    fn letter(&mut self, letter: char, at: Range<usize>) {
        if self.word.is_empty() {
            self.at.start = at.start;
        }
        self.word.push(letter);
        self.at.end = at.end;
    }

    fn hanzi(&mut self, character: char, at: Range<usize>) {
        if self.gap == Gap::Punctuation {
            (self.take)(Token { kind: Kind::Break, folded: BREAK, at: at.start..at.start });
        }
        // Compatibility forms are the same characters again.
        let folded = character.nfkd().next().unwrap_or(character);
        (self.take)(Token { kind: Kind::Hanzi, folded: folded.encode_utf8(&mut [0; 4]), at });
        self.gap = Gap::Hanzi;
    }

    fn punctuation(&mut self) {
        if self.gap == Gap::Hanzi {
            self.gap = Gap::Punctuation;
        }
    }

    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        (self.take)(Token { kind: Kind::Word, folded: &self.word, at: self.at.clone() });
        if let Some((from, start)) = self.part.take()
            && let Some(part) = self.word.get(from..)
            && part.len() > 1
        {
            (self.take)(Token { kind: Kind::Part, folded: part, at: start..self.at.end });
        }
        self.word.clear();
        self.gap = Gap::Edge;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut line = String::new();
        write_tokens(text, &mut line);
        line.trim_start().to_owned()
    }

    #[test]
    fn what_is_written_in_many_ways_is_compared_in_one() {
        for (text, expected) in [
            ("", ""),
            ("Investing", "investing"),
            ("Café ＣＡＦＥ́", "cafe cafe"),
            ("Chang'an’s", "changans"),
            ("Chang'an", "changan an"),
            ("5,000 firms, 3.5 km²", "5000 firms 3 5 km2"),
            ("new-energy", "new energy"),
            ("果园港2024", "果 园 港 2024"),
            ("港，口", "港 | 口"),
            ("港 口", "港 口"),
            ("港\n口", "港 | 口"),
            ("港（T3）口", "港 t3 口"),
            ("in\u{200B}v\u{202E}est\0x", "invest x"),
            ("\u{F900}", "豈"),
            ("🙂*\"()", ""),
        ] {
            assert_eq!(folded(text), expected, "{text:?}");
        }
    }

    #[test]
    fn every_token_stands_where_its_characters_stand() {
        let text = "«Chang’an» 果园，港 é";
        let mut stood = Vec::new();
        each_token(text, |token| stood.push((token.kind, text[token.at].to_owned())));
        let expected = [
            (Kind::Word, "Chang’an"),
            (Kind::Part, "an"),
            (Kind::Hanzi, "果"),
            (Kind::Hanzi, "园"),
            (Kind::Break, ""),
            (Kind::Hanzi, "港"),
            (Kind::Word, "é"),
        ];
        let stood: Vec<_> = stood.iter().map(|(kind, text)| (*kind, text.as_str())).collect();
        assert_eq!(stood, expected);
    }
}
