//! What the [`Librarian`](super::Librarian) can be asked, and what it answers.

use super::article::Body;
use super::error::Error;
use super::ids::{ArticleId, LanguageId, PageId, PictureId};
use super::picture::{Pixels, Slot};
use super::search::{Found, Moment};

/// Names one question; whoever asks chooses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ticket(pub u64);

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Asked {
    /// The body of an article.
    Article {
        /// Which one.
        id: ArticleId,
        /// The reader's language.
        language: LanguageId,
    },
    /// The body of a page.
    Page {
        /// Which one.
        id: PageId,
        /// The reader's language.
        language: LanguageId,
    },
    /// A picture, cropped around its focus and scaled to a slot.
    Picture {
        /// Which one.
        id: PictureId,
        /// The size wanted.
        slot: Slot,
    },
    /// What a visitor looks for.
    Search {
        /// As it was typed, whatever that is.
        query: Box<str>,
        /// The reader's language.
        language: LanguageId,
        /// When it is asked, which decides what may be found.
        at: Moment,
    },
}

/// A question with its ticket.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Question {
    /// Its name.
    pub ticket: Ticket,
    /// What is asked.
    pub what: Asked,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// The body of an article.
    Article(Body),
    /// The body of a page.
    Page(Body),
    /// The pixels of a picture.
    Picture(Pixels),
    /// What a search found.
    Found(Found),
}

/// The answer to one question.
#[derive(Debug)]
pub struct Answer {
    /// The question's ticket.
    pub ticket: Ticket,
    /// What was found, or why nothing was.
    pub what: Result<Answered, Error>,
}
