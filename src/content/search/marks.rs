//! Where a text matches a query, and the text in pieces by that.

use std::ops::Range;

use super::fold::{Kind, each_token};
use super::found::Piece;
use super::query::{Query, Term};
use super::syllables::{Character, Syllables};

/// Where a text matches.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// The terms that it has, one bit each.
    terms: u8,
    /// The bytes that match, in order and apart from each other.
    pub(super) ranges: Vec<Range<usize>>,
}

/// A token that has left its reader.
struct Stood {
    kind: Kind,
    folded: String,
    at: Range<usize>,
}

impl Marks {
    /// Where `text` has terms of `query` by its words.
    pub(super) fn literal(text: &str, query: &Query) -> Self {
        Self::of(text, query, None)
    }

    /// Where `text` has terms of `query` by its words or by its pinyin.
    pub(super) fn spelt(text: &str, query: &Query, syllables: &Syllables) -> Self {
        Self::of(text, query, Some(syllables))
    }

    fn of(text: &str, query: &Query, syllables: Option<&Syllables>) -> Self {
        let mut tokens = Vec::new();
        each_token(text, |token| {
            tokens.push(Stood { kind: token.kind, folded: token.folded.to_owned(), at: token.at });
        });
        let mut marks = Self::default();
        let joined = query.joined.iter().map(|joined| (query.all(), joined));
        let terms = (0..).zip(&query.terms).map(|(bit, term)| (1 << bit, term));
        for (bits, term) in joined.chain(terms) {
            // One word in place of all terms makes their own places unimportant.
            if marks.terms & bits != 0 {
                continue;
            }
            let before = marks.ranges.len();
            marks.ranges.extend(
                tokens.windows(term.tokens.len()).filter(|run| term.fits(run)).filter_map(whole),
            );
            if marks.ranges.len() == before
                && let Some((syllables, typed)) = syllables.zip(term.pinyin.as_deref())
            {
                marks.ranges.extend(read_as(&tokens, typed, syllables));
            }
            if marks.ranges.len() > before {
                marks.terms |= bits;
            }
        }
        marks.join();
        marks
    }

    /// Puts the ranges in order and joins those that touch.
    fn join(&mut self) {
        self.ranges.sort_unstable_by_key(|range| (range.start, range.end));
        let mut joined: Vec<Range<usize>> = Vec::with_capacity(self.ranges.len());
        for range in self.ranges.drain(..) {
            match joined.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => joined.push(range),
            }
        }
        self.ranges = joined;
    }
}

/// The bytes `window` of `text` in pieces.
pub(super) fn pieces(text: &str, window: Range<usize>, ranges: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut add = |range: Range<usize>, is_match| {
        if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
            pieces.push(Piece { text: text.to_owned(), is_match });
        }
    };
    let mut at = window.start;
    for range in ranges {
        let range = range.start.max(window.start)..range.end.min(window.end);
        if range.start < range.end {
            add(at..range.start, false);
            at = range.end;
            add(range, true);
        }
    }
    add(at..window.end, false);
    pieces
}

impl Term {
    fn fits(&self, run: &[Stood]) -> bool {
        let last = self.tokens.len().saturating_sub(1);
        self.tokens.iter().zip(run).enumerate().all(|(count, (token, stood))| {
            if self.is_prefix && count == last {
                matches!(stood.kind, Kind::Word | Kind::Part) && stood.folded.starts_with(token)
            } else {
                stood.folded == *token
            }
        })
    }
}

fn whole(run: &[Stood]) -> Option<Range<usize>> {
    Some(run.first()?.at.start..run.last()?.at.end)
}

/// The characters among `tokens` that are read as `typed`.
fn read_as(tokens: &[Stood], typed: &str, syllables: &Syllables) -> Option<Range<usize>> {
    let tokens: Vec<&Stood> = tokens.iter().filter(|stood| stood.kind != Kind::Part).collect();
    let characters: Vec<Character> = tokens
        .iter()
        .map(|stood| match stood.kind {
            Kind::Hanzi => stood.folded.chars().next().map_or(0, |hanzi| syllables.name(hanzi)),
            Kind::Word | Kind::Part | Kind::Break => 0,
        })
        .collect();
    let at = syllables.find(&characters, typed)?;
    let run = tokens.get(at)?;
    Some(run.first()?.at.start..run.last()?.at.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` with what is marked in brackets.
    fn marked(text: &str, typed: &str) -> String {
        let mut syllables = Syllables::new();
        for character in text.chars() {
            syllables.learn(character);
        }
        let query = Query::parse(typed).expect("a query");
        let marks = Marks::spelt(text, &query, &syllables);
        let pieces = pieces(text, 0..text.len(), &marks.ranges);
        let shown = pieces.iter().map(|piece| {
            if piece.is_match { format!("[{}]", piece.text) } else { piece.text.clone() }
        });
        shown.collect()
    }

    #[test]
    fn what_matched_is_marked_and_no_word_is_parted() {
        for (text, typed, expected) in [
            ("Investing in Liangjiang", "inv", "[Investing] in Liangjiang"),
            ("Reinvest, invest", "inv", "Reinvest, [invest]"),
            ("Chang’an’s plant", "changan", "[Chang’an’s] plant"),
            ("Chang'an plant", "an", "Chang'[an] plant"),
            ("Changan and Change", "chang an", "[Changan] and Change"),
            ("change and others", "chang an", "[change] [and] others"),
            ("Café, 5,000 seats", "cafe 5000", "[Café], [5,000] seats"),
            ("果园港的港口", "港", "果园[港]的[港]口"),
            ("果园，港", "园港", "果园，港"),
            ("两江两江", "两江", "[两江两江]"),
            ("从果园港出发", "guoyu", "从[果园]港出发"),
            ("从果园港出发", "guo yuan", "从[果园]港出发"),
            ("从“果园港”出发", "gyg", "从“[果园港]”出发"),
            ("5G网络", "5g网", "[5G网]络"),
            ("growth of 3.5%", "3.5", "growth of [3.5]%"),
            ("nothing", "港", "nothing"),
        ] {
            assert_eq!(marked(text, typed), expected, "{typed}");
        }
    }
}
