//! One line about a story: its first sentence, cut where it is too long for a card.

use super::bounds::SUMMARY;
use super::words;
use crate::content::{TextLength, is_hanzi};

/// Words that end in a full stop and end no sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "no", "co", "ltd", "inc", "corp", "dept", "vs", "etc",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "approx",
];

/// A summary and whether it was cut.
pub(super) fn of(paragraph: &str) -> (String, bool) {
    let sentence = first_sentence(paragraph);
    if fits(sentence) {
        return (sentence.to_owned(), false);
    }
    let mut clause = None;
    let mut longest = 0;
    let mut before = ' ';
    for (at, letter) in sentence.char_indices() {
        let head = sentence.get(..at).unwrap_or_default();
        let is_seam = letter.is_whitespace() || is_hanzi(letter) || is_hanzi(before);
        before = letter;
        if !is_seam && !is_clause_end(letter) {
            continue;
        }
        if !fits(head) {
            break;
        }
        longest = at;
        if is_clause_end(letter) && TextLength::of(head).to_words() >= SHORTEST {
            clause = Some(at);
        }
    }
    let head = sentence.get(..clause.unwrap_or(longest)).unwrap_or_default().trim_end();
    (
        format!(
            "{}…",
            head.trim_end_matches([',', ';', ':', '，', '；', '：', '、', '-', '–', '—', ' '])
        ),
        true,
    )
}

/// Words of the shortest clause that can stand for a sentence.
const SHORTEST: u32 = 6;

fn fits(text: &str) -> bool {
    words::fits(text, SUMMARY)
}

fn is_clause_end(letter: char) -> bool {
    matches!(letter, ',' | ';' | '–' | '—' | ':' | '，' | '；' | '：' | '、')
}

fn first_sentence(text: &str) -> &str {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let end = at + letter.len_utf8();
        let is_end = match letter {
            '。' | '！' | '？' => true,
            '.' | '!' | '?' => {
                let next = letters.peek().map(|(_, next)| *next);
                let is_apart =
                    next.is_none_or(|next| next.is_whitespace() || "\"”’)".contains(next));
                is_apart && !(letter == '.' && is_abbreviated(text.get(..at).unwrap_or_default()))
            }
            _ => false,
        };
        if is_end {
            let rest = text.get(end..).unwrap_or_default();
            let quotes: usize = rest
                .chars()
                .take_while(|letter| "\"”’)）」".contains(*letter))
                .map(char::len_utf8)
                .sum();
            return text.get(..end + quotes).unwrap_or(text);
        }
    }
    text
}

/// Whether the word at the end of `text` is one that a full stop shortens: "Co", "U.S", "p.m".
fn is_abbreviated(text: &str) -> bool {
    let word = text.rsplit([' ', '(']).next().unwrap_or_default().to_lowercase();
    word.chars().count() == 1 && word.chars().all(char::is_alphabetic)
        || (word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1))
        || ABBREVIATIONS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_is_the_summary() {
        for (text, expected) in [
            ("Two rivers meet. More.", "Two rivers meet."),
            (
                "Li Auto Co. builds cars at 3.5 a day. More.",
                "Li Auto Co. builds cars at 3.5 a day.",
            ),
            ("It said: \"Come.\" More.", "It said: \"Come.\""),
            ("果园港开港。更多。", "果园港开港。"),
            ("No end", "No end"),
        ] {
            assert_eq!(of(text), (expected.to_owned(), false));
        }
    }

    #[test]
    fn a_long_sentence_is_cut_at_a_clause() {
        let text = "The port has sixteen berths for ships of five thousand tons, and trains leave from its yard for the west every day of the year.";
        assert_eq!(
            of(text),
            ("The port has sixteen berths for ships of five thousand tons…".to_owned(), true)
        );
        let (text, is_cut) = of(&"word ".repeat(30));
        assert!(is_cut && fits(&text), "{text}");
        let (text, is_cut) = of(&"江".repeat(60));
        assert!(is_cut && fits(&text), "{text}");
        assert_eq!(text.chars().count(), 41);
    }
}
