//! A few words around a match, cut where a reader would cut.

use crate::content::chars::{is_hanzi, is_wide};

use super::found::Piece;
use super::marks::{Marks, pieces};

/// Widest excerpt, in widths of a Latin letter; a Chinese character takes two.
const WIDTH_MAX: usize = 90;
/// The most of it that comes before the match, unless little comes after.
const LEAD_MAX: usize = 28;

/// The words of `line` around its first mark, or its beginning where it has none.
pub(super) fn excerpt(line: &str, marks: &Marks) -> Vec<Piece> {
    let first = marks.ranges.first().cloned().unwrap_or_default();
    let from = start(line, first.start);
    let to = end(line, from, first.end);
    let mut pieces = pieces(line, from..to, &marks.ranges);
    if from > 0 {
        match pieces.first_mut().filter(|piece| !piece.is_match) {
            Some(piece) => piece.text.insert(0, '…'),
            None => pieces.insert(0, ellipsis()),
        }
    }
    if to < line.trim_end().len() {
        match pieces.last_mut().filter(|piece| !piece.is_match) {
            Some(piece) => piece.text.push('…'),
            None => pieces.push(ellipsis()),
        }
    }
    pieces
}

fn ellipsis() -> Piece {
    Piece { text: "…".to_owned(), is_match: false }
}

/// Where an excerpt begins that shows what is at `wanted`: at a sentence's or clause's beginning if one is near.
fn start(line: &str, wanted: usize) -> usize {
    let (before, after) = line.split_at_checked(wanted).unwrap_or_default();
    let after: usize = after.chars().take(WIDTH_MAX).map(width_of).sum();
    let lead = LEAD_MAX.max(WIDTH_MAX.saturating_sub(after));
    let mut width = 0;
    let mut word = wanted;
    let mut clause = None;
    for (at, character) in before.char_indices().rev() {
        width += width_of(character);
        if width > lead {
            return clause.unwrap_or(word);
        }
        let Some(rest) = line.get(at..) else { break };
        if is_word_start(line, at, rest) {
            word = at;
            let ahead = line.get(..at).unwrap_or_default().trim_end().chars().next_back();
            if ahead.is_some_and(ends_a_clause) {
                clause = Some(at);
            }
        }
    }
    0
}

/// Where an excerpt ends that begins at `from` and shows what ends at `wanted`.
fn end(line: &str, from: usize, wanted: usize) -> usize {
    let mut width = 0;
    let mut word = None;
    for (at, character) in line.get(from..).unwrap_or_default().char_indices() {
        let at = from + at;
        if at > from && line.get(at..).is_some_and(|rest| is_word_end(line, at, rest)) {
            word = Some(at);
        }
        width += width_of(character);
        if width > WIDTH_MAX {
            let cut = word.filter(|word| *word >= wanted).or(word).unwrap_or(at);
            let shown = line.get(from..cut).unwrap_or_default();
            return from
                + shown.trim_end_matches(|c: char| !c.is_alphanumeric() && !closes(c)).len();
        }
    }
    line.trim_end().len().max(from)
}

fn width_of(character: char) -> usize {
    if is_wide(character) { 2 } else { 1 }
}

fn ends_a_clause(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | ';' | ':' | '。' | '！' | '？' | '；' | '：' | '，')
}

/// Marks that stay with the word before them.
fn closes(character: char) -> bool {
    matches!(
        character,
        ')' | ']' | '%' | '"' | '\'' | '”' | '’' | '»' | '）' | '》' | '」' | '』' | '】'
    )
}

/// Whether a word begins at `at`, where `rest` of `line` goes on.
fn is_word_start(line: &str, at: usize, rest: &str) -> bool {
    let ahead = line.get(..at).unwrap_or_default().chars().next_back();
    let Some((ahead, first)) = ahead.zip(rest.chars().next()) else {
        return true;
    };
    if first.is_whitespace() || (is_wide(first) && !is_hanzi(first) && !opens(first)) {
        return false;
    }
    ahead.is_whitespace() || is_hanzi(first) || (is_wide(ahead) && !opens(ahead))
}

/// Whether a word ends before `at`, where `rest` of `line` goes on.
fn is_word_end(line: &str, at: usize, rest: &str) -> bool {
    let ahead = line.get(..at).unwrap_or_default().chars().next_back();
    let Some((ahead, first)) = ahead.zip(rest.chars().next()) else {
        return true;
    };
    first.is_whitespace() || is_hanzi(ahead) || is_hanzi(first)
}

fn opens(character: char) -> bool {
    matches!(character, '“' | '‘' | '（' | '《' | '「' | '『' | '【')
}

#[cfg(test)]
mod tests {
    use super::super::query::Query;
    use super::*;

    fn shown(line: &str, typed: &str) -> String {
        let marks = Marks::literal(line, &Query::parse(typed).expect("a query"));
        let excerpt = excerpt(line, &marks);
        assert!(
            excerpt.iter().filter(|piece| piece.is_match).all(|piece| !piece.text.contains('…'))
        );
        excerpt.into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn an_excerpt_is_whole_words_around_the_match() {
        let english = "Guoyuan Port lies on the Yangtze. Trains, ships and lorries meet there, and since 2013 forty cranes have lifted containers from one to the other by day and by night.";
        let chinese = "果园港位于长江北岸，铁路、公路和水路在这里会合。二〇一三年开港以来，四十台起重机日夜不停，把集装箱从一种运输工具搬到另一种上去，再送往欧洲和东南亚各地，沿途换装两次。";
        for (line, typed, expected) in [
            (
                english,
                "guoyuan",
                "Guoyuan Port lies on the Yangtze. Trains, ships and lorries meet there, and since 2013…",
            ),
            (
                english,
                "lorries",
                "…Trains, ships and lorries meet there, and since 2013 forty cranes have lifted containers…",
            ),
            (
                english,
                "night",
                "…since 2013 forty cranes have lifted containers from one to the other by day and by night.",
            ),
            (
                english,
                "zzz",
                "Guoyuan Port lies on the Yangtze. Trains, ships and lorries meet there, and since 2013…",
            ),
            (
                chinese,
                "果园港",
                "果园港位于长江北岸，铁路、公路和水路在这里会合。二〇一三年开港以来，四十台起重机日夜不停…",
            ),
            (
                chinese,
                "起重机",
                "…二〇一三年开港以来，四十台起重机日夜不停，把集装箱从一种运输工具搬到另一种上去，再送往欧洲…",
            ),
            (
                chinese,
                "两次",
                "…把集装箱从一种运输工具搬到另一种上去，再送往欧洲和东南亚各地，沿途换装两次。",
            ),
            ("Short.", "short", "Short."),
            ("", "x", ""),
        ] {
            assert_eq!(shown(line, typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_word_without_end_is_cut_all_the_same() {
        let endless = "x".repeat(1_000);
        assert_eq!(shown(&endless, "x").chars().count(), 91);
        assert_eq!(shown(&"江".repeat(1_000), "江").chars().count(), 46);
        assert_eq!(shown(&format!("{endless} port"), "port"), "…port");
    }
}
