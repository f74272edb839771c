//! The words between two block-level tags, with what is known of each letter.

use super::super::page::Look;
use super::super::words::{NEW_LINE, clean};

/// What is known of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Marks {
    /// It is strong.
    pub(super) strong: bool,
    /// It is part of a link.
    pub(super) link: bool,
    /// It is centred, slanted or small.
    pub(super) apart: bool,
}

/// Letters as they come.
#[derive(Debug, Default)]
pub(super) struct Inline(Vec<(char, Marks)>);

impl Inline {
    /// Adds words as they stand in the source, where new lines mean no more than blanks.
    pub(super) fn push(&mut self, text: &str, marks: Marks) {
        self.0.extend(
            text.chars().filter(|letter| *letter != NEW_LINE).map(|letter| (letter, marks)),
        );
    }

    /// Adds a new line that the page asks for.
    pub(super) fn break_line(&mut self) {
        self.0.push((NEW_LINE, Marks::default()));
    }

    /// The paragraphs so far, each with its look; nothing is left.
    ///
    /// Old pages part paragraphs by two line breaks, or by one and an indent.
    pub(super) fn take(&mut self) -> Vec<(String, Look)> {
        let letters = std::mem::take(&mut self.0);
        let mut paragraphs = Vec::new();
        let mut start = 0;
        let mut at = 0;
        while at < letters.len() {
            let blanks = letters.iter().skip(at).take_while(|(letter, _)| letter.is_whitespace());
            let (mut length, mut breaks, mut indents) = (0, 0, 0);
            for (letter, _) in blanks {
                length += 1;
                breaks += usize::from(*letter == NEW_LINE);
                indents += usize::from(breaks > 0 && matches!(letter, '\u{3000}' | '\u{a0}'));
            }
            if breaks > 1 || (breaks == 1 && indents > 1) {
                paragraphs.extend(paragraph(letters.get(start..at).unwrap_or_default()));
                start = at + length;
            }
            at += length.max(1);
        }
        paragraphs.extend(paragraph(letters.get(start..).unwrap_or_default()));
        paragraphs
    }
}

fn paragraph(letters: &[(char, Marks)]) -> Option<(String, Look)> {
    let text = clean(&letters.iter().map(|(letter, _)| *letter).collect::<String>());
    if text.is_empty() {
        return None;
    }
    let seen = || letters.iter().filter(|(letter, _)| !letter.is_whitespace());
    let all = seen().count();
    let of = |is: fn(&Marks) -> bool| seen().filter(|(_, marks)| is(marks)).count();
    let look = Look {
        is_strong: of(|marks| marks.strong) == all,
        is_link: of(|marks| marks.link) * 10 >= all * 8,
        is_apart: of(|marks| marks.apart) == all,
    };
    Some((text, look))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_line_breaks_or_one_and_an_indent_part_paragraphs() {
        let mut inline = Inline::default();
        for part in
            ["One\n two", "\u{85}", "three", "\u{85}\u{85}", "four", "\u{85}", "\u{3000}\u{3000}五"]
        {
            for letter in part.chars() {
                if letter == NEW_LINE {
                    inline.break_line();
                } else {
                    inline.push(&letter.to_string(), Marks::default());
                }
            }
        }
        let texts: Vec<String> = inline.take().into_iter().map(|(text, _)| text).collect();
        assert_eq!(texts, ["One two three", "four", "五"]);
        assert_eq!(inline.take(), [], "nothing is left");
    }
}
