//! What was typed -> the terms to look for.
//!
//! Whatever a visitor types, what comes out is letters, digits and Chinese characters;
//! no operator of the index's own query language can be among them.

use super::QUERY_MAX_CHARS;
use super::fold::{Kind, each_token, write_tokens};

/// Most terms of a query; the rest is not looked at.
const TERMS_MAX: usize = 8;
/// Most letters of a term that is taken for pinyin.
const PINYIN_MAX: usize = 60;
/// Most words that may be one word typed apart.
const JOINED_MAX: usize = 4;

/// One thing that a hit must have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// Its tokens, which stand side by side in a text that has it; never empty.
    pub(super) tokens: Vec<String>,
    /// Whether the last token may be the beginning of a word: so for letters, not for Chinese characters.
    pub(super) is_prefix: bool,
    /// What a prepared line that has it contains.
    needle: String,
    /// Its letters, where it may be pinyin.
    pub(super) pinyin: Option<String>,
}

/// The terms of a query, all of which a hit must have; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query {
    /// The terms, at most eight.
    pub(super) terms: Vec<Term>,
    /// All of it as one word, which may stand for the terms: who types «chang an» may mean Changan.
    pub(super) joined: Option<Term>,
}

impl Query {
    /// Reads what was typed; `None` where there is nothing to look for.
    pub(super) fn parse(typed: &str) -> Option<Self> {
        let typed: String = typed.trim_start().chars().take(QUERY_MAX_CHARS).collect();
        let mut terms = Vec::new();
        for run in typed.split_whitespace() {
            let mut open: Option<Term> = None;
            each_token(run, |token| {
                let is_prefix = match token.kind {
                    Kind::Word => true,
                    Kind::Hanzi => false,
                    Kind::Part => return,
                    Kind::Break => {
                        terms.extend(open.take());
                        return;
                    }
                };
                match &mut open {
                    Some(term) if term.is_prefix == is_prefix => {
                        term.tokens.push(token.folded.to_owned());
                    }
                    _ => {
                        terms.extend(open.replace(Term::of(token.folded, is_prefix)));
                    }
                }
            });
            terms.extend(open);
        }
        terms.truncate(TERMS_MAX);
        terms.iter_mut().for_each(Term::finish);
        let joined = joined(&terms);
        (!terms.is_empty()).then_some(Self { terms, joined })
    }

    /// All terms as a set of bits, one a term.
    pub(super) fn all(&self) -> u8 {
        u8::MAX >> (TERMS_MAX - self.terms.len().min(TERMS_MAX))
    }

    /// The terms that `text` has, as a set of bits.
    pub(super) fn terms_in(&self, text: &str) -> u8 {
        let mut line = String::with_capacity(2 * text.len());
        write_tokens(text, &mut line);
        line.push(' ');
        if self.joined.as_ref().is_some_and(|joined| joined.is_in(&line)) {
            return self.all();
        }
        let terms = (0..).zip(&self.terms).filter(|(_, term)| term.is_in(&line));
        terms.fold(0, |set, (bit, _)| set | 1 << bit)
    }

    /// All of it, in the table's own query language.
    pub(super) fn expression(&self) -> String {
        let terms: Vec<_> = self.terms.iter().map(Term::expression).collect();
        let terms = terms.join(" AND ");
        match &self.joined {
            Some(joined) => format!("({terms}) OR {}", joined.expression()),
            None => terms,
        }
    }
}

/// Two to four words of letters as one word.
fn joined(terms: &[Term]) -> Option<Term> {
    let is_few = (2..=JOINED_MAX).contains(&terms.len());
    let letters: Option<String> = terms.iter().map(|term| term.pinyin.as_deref()).collect();
    let mut joined = Term::of(&letters.filter(|_| is_few)?, true);
    joined.finish();
    Some(joined)
}

impl Term {
    /// A term that begins with this token; [`finish`](Self::finish) it after the last.
    fn of(token: &str, is_prefix: bool) -> Self {
        Self { tokens: vec![token.to_owned()], is_prefix, needle: String::new(), pinyin: None }
    }

    fn finish(&mut self) {
        self.needle = format!(" {}", self.tokens.join(" "));
        if !self.is_prefix {
            self.needle.push(' ');
            return;
        }
        let letters = self.tokens.concat();
        let may_be_pinyin =
            letters.len() <= PINYIN_MAX && letters.bytes().all(|byte| byte.is_ascii_lowercase());
        self.pinyin = may_be_pinyin.then_some(letters);
    }

    /// It, in the table's own query language.
    pub(super) fn expression(&self) -> String {
        let phrase = self.tokens.join(" ").replace('"', "");
        if self.is_prefix { format!("\"{phrase}\" *") } else { format!("\"{phrase}\"") }
    }

    /// Whether a line of tokens, each with a space on both sides, has it.
    pub(super) fn is_in(&self, line: &str) -> bool {
        line.contains(&self.needle)
    }

    /// Whether a line of tokens begins with it.
    pub(super) fn begins(&self, line: &str) -> bool {
        line.starts_with(&self.needle)
    }

    /// Whether a line of tokens is this and nothing more.
    pub(super) fn is_all_of(&self, line: &str) -> bool {
        line.strip_prefix(&self.needle).is_some_and(|rest| rest.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expression(typed: &str) -> String {
        Query::parse(typed).map(|query| query.expression()).unwrap_or_default()
    }

    #[test]
    fn a_query_is_quoted_terms_and_nothing_else() {
        for (typed, expected) in [
            ("", ""),
            (" \t*\"()^-+:{}🙂\0", ""),
            ("inv", "\"inv\" *"),
            ("chang an", "(\"chang\" * AND \"an\" *) OR \"changan\" *"),
            ("Chang'an", "\"changan\" *"),
            ("两江", "\"两 江\""),
            ("两江 新区", "\"两 江\" AND \"新 区\""),
            ("两江，新区", "\"两 江\" AND \"新 区\""),
            ("5G网络", "\"5g\" * AND \"网 络\""),
            ("３．５", "\"3 5\" *"),
            (
                "a NEAR(b OR c) NOT d",
                "\"a\" * AND \"near b\" * AND \"or\" * AND \"c\" * AND \"not\" * AND \"d\" *",
            ),
            ("title:x", "\"title x\" *"),
        ] {
            assert_eq!(expression(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn only_the_first_64_characters_and_8_terms_count() {
        let long = Query::parse(&"江".repeat(10_000)).expect("a query");
        assert_eq!(long.terms[0].tokens.len(), 64);
        let many = Query::parse(&"a ".repeat(10_000)).expect("a query");
        assert_eq!(many.terms.len(), 8);
        assert_eq!(many.all(), 0xFF);
        assert_eq!(Query::parse("a b").expect("a query").all(), 0b11);
    }
}
