//! The titles of one language, held ready: how well each answers a query, by its words or by its pinyin.

use super::fold::{Kind, each_token};
use super::query::Query;
use super::syllables::{Character, Syllables};

/// A title, ready to be compared.
#[derive(Debug)]
pub(super) struct Title {
    /// Its tokens, each with a space on both sides.
    line: Box<str>,
    /// Its Chinese characters; whatever else stands among them is one that is not read.
    characters: Box<[Character]>,
}

/// How well a title answers a whole query, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// It is the query.
    Whole,
    /// It begins with the query.
    Start,
    /// It begins with characters that are read as the query.
    SpeltStart,
    /// It has all of the query somewhere.
    Within,
    /// It has all of the query somewhere, some of it by its pinyin.
    SpeltWithin,
    /// It has not; only what is below it has.
    Below,
}

/// What a look at a title showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// The terms that only its pinyin has, one bit each.
    pub(super) spelt: u8,
    /// How well it answers the whole query.
    pub(super) standing: Standing,
}

impl Title {
    /// Prepares `title`.
    pub(super) fn of(title: &str, syllables: &mut Syllables) -> Self {
        let mut line = String::from(" ");
        let mut characters = Vec::new();
        each_token(title, |token| {
            line.push_str(token.folded);
            line.push(' ');
            if token.kind != Kind::Part {
                let hanzi = token.folded.chars().next().filter(|_| token.kind == Kind::Hanzi);
                characters.push(hanzi.map_or(0, |hanzi| syllables.learn(hanzi)));
            }
        });
        if characters.iter().all(|character| *character == 0) {
            characters.clear();
        }
        Self { line: line.into(), characters: characters.into() }
    }

    /// Its tokens, as the table takes them.
    pub(super) fn line(&self) -> &str {
        &self.line
    }

    /// Looks for `query`.
    pub(super) fn look(&self, query: &Query, syllables: &Syllables) -> Look {
        let (mut literal, mut spelt) = (0, 0);
        let mut is_at_start = false;
        let joined = query.joined.iter().map(|joined| (query.all(), joined));
        let terms = (0..).zip(&query.terms).map(|(bit, term)| (1 << bit, term));
        for (bits, term) in joined.chain(terms) {
            if (literal | spelt) & bits != 0 {
                continue;
            }
            let is_first = bits & 1 != 0;
            if term.is_in(&self.line) {
                literal |= bits;
                is_at_start |= is_first && term.begins(&self.line);
            } else if let Some(typed) = &term.pinyin
                && let Some(at) = syllables.find(&self.characters, typed)
            {
                spelt |= bits;
                is_at_start |= is_first && at.start == 0;
            }
        }
        let standing = match (query.terms.as_slice(), is_at_start, spelt == 0) {
            _ if literal | spelt != query.all() => Standing::Below,
            ([only], ..) if only.is_all_of(&self.line) => Standing::Whole,
            (_, true, true) => Standing::Start,
            (_, true, false) => Standing::SpeltStart,
            (_, false, true) => Standing::Within,
            (_, false, false) => Standing::SpeltWithin,
        };
        Look { spelt, standing }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_the_higher_the_more_of_it_was_typed() {
        for (title, typed, standing) in [
            ("Guoyuan Port", "guoyuan port", Standing::Start),
            ("Guoyuan", "GUOYUAN", Standing::Whole),
            ("Guoyuan Port", "guo", Standing::Start),
            ("The port of Guoyuan", "guo", Standing::Within),
            ("Chang'an Automobile", "chang an", Standing::Start),
            ("Chang'an Automobile", "changan", Standing::Start),
            ("Changan Automobile", "chang an", Standing::Start),
            ("走进两江", "liang jiang", Standing::SpeltWithin),
            ("Guoyuan Port", "ort", Standing::Below),
            ("果园港", "果园港", Standing::Whole),
            ("果园港的起重机", "果园港", Standing::Start),
            ("从果园港出发", "园港", Standing::Within),
            ("果园港", "guoyuan", Standing::SpeltStart),
            ("从果园港出发", "gyg", Standing::SpeltWithin),
            ("从果园港出发", "出发 gyg", Standing::SpeltWithin),
            ("果园，港", "园港", Standing::Below),
            ("果园，港", "yuangang", Standing::Below),
            ("5G网络", "5g", Standing::Start),
        ] {
            let mut syllables = Syllables::new();
            let prepared = Title::of(title, &mut syllables);
            let query = Query::parse(typed).expect("a query");
            assert_eq!(prepared.look(&query, &syllables).standing, standing, "{title} by {typed}");
        }
    }
}
