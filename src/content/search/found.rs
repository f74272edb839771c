//! What a search answers.

use jiff::civil::DateTime;

use crate::content::ids::{ArticleId, FigureId, PageId, ZoneId};

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HitKind {
    /// An article.
    Article(ArticleId),
    /// A place in the area.
    Zone(ZoneId),
    /// A series of numbers.
    Figure(FigureId),
    /// A page outside the menus.
    Page(PageId),
}

/// A run of text that matched, or one that did not.
///
/// Runs never part a word written in letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its words.
    pub text: String,
    /// Whether the visitor typed it, or its pinyin.
    pub is_match: bool,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Which one.
    pub what: HitKind,
    /// Its title, in the language asked for or the next that has one.
    pub title: Vec<Piece>,
    /// Some words around the first match below the title; the beginning of the summary where there is none.
    pub excerpt: Vec<Piece>,
}

/// The answer to one search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// What was asked, as it was typed.
    pub query: String,
    /// The best hits first, at most [`HITS_MAX`](super::HITS_MAX).
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
    /// Titles of articles, zones and topics that the query may become, the best first,
    /// at most [`SUGGESTIONS_MAX`](super::SUGGESTIONS_MAX).
    pub suggestions: Vec<String>,
}

/// When it is asked: an article that may not be shown now is not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The kiosk's civil time.
    pub now: DateTime,
    /// Whether that can be true; see [`Validity::is_shown`](crate::content::Validity::is_shown).
    pub clock_is_trusted: bool,
}
