//! Asking the index: from what was typed to the best hits, with their words.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use tracing::warn;

use crate::content::catalogue::Catalogue;
use crate::content::error::Error;
use crate::content::ids::{LanguageId, TopicId};
use crate::content::library::Library;

use super::document::{lines, title_and_summary};
use super::excerpt::excerpt;
use super::found::{Found, Hit, HitKind, Moment};
use super::index::Index;
use super::marks::{Marks, pieces};
use super::query::Query;
use super::titles::{Look, Standing, Title};
use super::{HITS_MAX, SUGGESTIONS_MAX};

/// How many hits have words from their bodies, which are read again for it; two screens of them.
/// The hits after those have words from their summaries.
const EXCERPTS_MAX: usize = 24;
/// Lines shorter than this are cells and headings, which say little outside their place.
const LINE_MIN_BYTES: usize = 40;

/// A row that was found, and how well it answers.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    row: usize,
    standing: Standing,
    turn: Turn,
    weight: f64,
}

/// What comes first of two that answer equally well: a figure is a line long, so its words weigh too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    /// Places and articles.
    First,
    /// Figures and pages.
    Second,
}

/// What a look at every title of one language showed.
struct Looks {
    /// By row.
    things: Vec<Look>,
    /// Of the catalogue's topics, in their order.
    topics: Vec<Look>,
}

impl Index {
    /// Looks for what was typed, whatever that is.
    ///
    /// `library` is the edition that the index was made for; it has the words of the excerpts.
    /// Articles that may not be shown `at` that moment are neither found nor counted.
    ///
    /// # Errors
    ///
    /// [`Error::TimedOut`] and [`Error::Sql`], neither of which an honest edition leads to.
    pub fn search(
        &self,
        library: &Library,
        typed: &str,
        language: LanguageId,
        at: Moment,
    ) -> Result<Found, Error> {
        let mut found = Found { query: typed.to_owned(), ..Found::default() };
        let known = |language| self.languages.iter().position(|titles| titles.language == language);
        let place = self.catalogue.fallback_chain(language).find_map(known);
        let (Some(query), Some(place)) = (Query::parse(typed), place) else {
            return Ok(found);
        };
        let Some(titles) = self.languages.get(place) else {
            return Ok(found);
        };
        let look = |title: &Title| title.look(&query, &self.syllables);
        let looks = Looks {
            things: titles.things.iter().map(look).collect(),
            topics: titles.topics.iter().map(look).collect(),
        };
        let mut candidates = self.candidates(place, &query, &looks, at)?;
        found.total = candidates.len();
        found.suggestions = self.suggestions(titles.language, &looks, at);
        keep_best(&mut candidates);
        found.hits = candidates
            .iter()
            .enumerate()
            .filter_map(|(count, candidate)| {
                let library = (count < EXCERPTS_MAX).then_some(library);
                self.hit(library, &query, titles.language, candidate.row)
            })
            .collect();
        Ok(found)
    }

    /// Every row that has all terms, by its words or by the pinyin of its title or of its topic's name.
    fn candidates(
        &self,
        place: usize,
        query: &Query,
        looks: &Looks,
        at: Moment,
    ) -> Result<Vec<Candidate>, Error> {
        let mut candidates = Vec::new();
        let mut spelt = self.spelt(looks);
        let candidate = |row: usize, weight| Candidate {
            row,
            standing: looks.things.get(row).map_or(Standing::Below, |look| look.standing),
            turn: match self.things.get(row) {
                Some(HitKind::Article(_) | HitKind::Zone(_)) => Turn::First,
                Some(HitKind::Figure(_) | HitKind::Page(_)) | None => Turn::Second,
            },
            weight,
        };
        for (row, weight) in self.table.weigh(place, &query.expression())? {
            spelt.remove(&row);
            if self.may_be_shown(row, at) {
                candidates.push(candidate(row, weight));
            }
        }
        // What has no term by its pinyin may have it in its text.
        for (bit, term) in query.terms.iter().enumerate() {
            let bit = 1_u8 << bit;
            if spelt.values().any(|terms| terms & bit == 0) {
                self.table.each(place, &term.expression(), |row| {
                    if let Some(terms) = spelt.get_mut(&row) {
                        *terms |= bit;
                    }
                })?;
            }
        }
        for (row, terms) in spelt {
            if terms == query.all() && self.may_be_shown(row, at) {
                candidates.push(candidate(row, 0.0));
            }
        }
        Ok(candidates)
    }

    /// Rows that have terms by pinyin alone, with those terms, one bit each.
    fn spelt(&self, looks: &Looks) -> HashMap<usize, u8> {
        let mut spelt: HashMap<usize, u8> = (0..)
            .zip(&looks.things)
            .filter(|(_, look)| look.spelt != 0)
            .map(|(row, look)| (row, look.spelt))
            .collect();
        let topics: HashMap<TopicId, u8> = (self.catalogue.topics.iter().zip(&looks.topics))
            .filter(|(_, look)| look.spelt != 0)
            .map(|(topic, look)| (topic.id, look.spelt))
            .collect();
        if !topics.is_empty() {
            for (row, card) in (0..looks.things.len()).zip(&self.catalogue.articles) {
                if let Some(terms) = topics.get(&card.topic) {
                    *spelt.entry(row).or_default() |= terms;
                }
            }
        }
        spelt
    }

    fn may_be_shown(&self, row: usize, at: Moment) -> bool {
        match self.things.get(row) {
            // Articles come first and in the catalogue's order.
            Some(HitKind::Article(_)) => self
                .catalogue
                .articles
                .get(row)
                .is_some_and(|card| card.validity.is_shown(at.now, at.clock_is_trusted)),
            Some(HitKind::Zone(_) | HitKind::Figure(_) | HitKind::Page(_)) => true,
            None => false,
        }
    }

    /// Titles that have the whole query, those that begin with it first and the short ones before the long.
    fn suggestions(&self, language: LanguageId, looks: &Looks, at: Moment) -> Vec<String> {
        let things = (0..).zip(&looks.things).filter_map(|(row, look)| {
            let what = *self.things.get(row)?;
            let is_wanted = look.standing != Standing::Below
                && matches!(what, HitKind::Article(_) | HitKind::Zone(_))
                && self.may_be_shown(row, at);
            let title = || title_and_summary(&self.catalogue, what, language).0;
            is_wanted.then(|| (look.standing, title()))
        });
        let topics = self
            .catalogue
            .topics
            .iter()
            .zip(&looks.topics)
            .map(|(topic, look)| (look.standing, self.catalogue.text(&topic.title, language)));
        let mut best = BTreeSet::new();
        for (standing, title) in things.chain(topics) {
            if standing != Standing::Below && !title.is_empty() {
                best.insert((standing, title.len(), title));
            }
            if best.len() > SUGGESTIONS_MAX {
                best.pop_last();
            }
        }
        best.into_iter().map(|(_, _, title)| title.to_owned()).collect()
    }

    /// The hit that a row is, with words from its body where there is a `library` to read it from.
    fn hit(
        &self,
        library: Option<&Library>,
        query: &Query,
        language: LanguageId,
        row: usize,
    ) -> Option<Hit> {
        let what = *self.things.get(row)?;
        let (title, summary) = title_and_summary(&self.catalogue, what, language);
        let marks = Marks::spelt(title, query, &self.syllables);
        let mut lines = vec![summary.to_owned()];
        if let Some(library) = library.filter(|_| query.terms_in(summary) != query.all()) {
            lines.extend(lines_of(library, &self.catalogue, what, language));
        }
        // The line with the most of the query; of several, one that says something; of several, the first.
        let line = lines
            .iter()
            .rev()
            .max_by_key(|line| (query.terms_in(line).count_ones(), line.len() >= LINE_MIN_BYTES))?;
        Some(Hit {
            what,
            title: pieces(title, 0..title.len(), &marks.ranges),
            excerpt: excerpt(line, &Marks::literal(line, query)),
        })
    }
}

/// The lines of `what` for an excerpt; none where they cannot be read, for the hit is good without.
fn lines_of(
    library: &Library,
    catalogue: &Catalogue,
    what: HitKind,
    language: LanguageId,
) -> Vec<String> {
    lines(library.store(), catalogue, what, language).unwrap_or_else(|error| {
        warn!(code = error.code(), "no excerpt: {error}");
        Vec::new()
    })
}

/// Leaves the best, in order.
fn keep_best(candidates: &mut Vec<Candidate>) {
    let order = |a: &Candidate, b: &Candidate| -> Ordering {
        (a.standing, a.turn)
            .cmp(&(b.standing, b.turn))
            .then(a.weight.total_cmp(&b.weight))
            .then(a.row.cmp(&b.row))
    };
    if candidates.len() > HITS_MAX {
        candidates.select_nth_unstable_by(HITS_MAX, order);
        candidates.truncate(HITS_MAX);
    }
    candidates.sort_unstable_by(order);
}
