//! What the glass is told: everything that follows from the state, and nothing that does not.

use std::collections::HashSet;

use crate::content::search::Found;
use crate::content::{ArticleId, Body, Catalogue};
use crate::nav::State;

/// The body of the screen on the glass.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BodyView<'a> {
    /// The screen has none, or it is on its way.
    Loading,
    /// It is there.
    Ready(&'a Body),
    /// It is gone, or could not be read.
    Missing,
}

/// What the search brought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SearchView<'a> {
    /// Nothing is looked for.
    Idle,
    /// The answer is on its way.
    Looking,
    /// It is there.
    Found(&'a Found),
}

/// Everything that a screen is made of.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    /// The edition that is shown.
    pub catalogue: &'a Catalogue,
    /// Where the visitor is.
    pub state: &'a State,
    /// Articles that may be shown now.
    pub shown: &'a HashSet<ArticleId>,
    /// Counts up whenever `catalogue` or `shown` become others.
    pub revision: u32,
    /// The body of the screen.
    pub body: BodyView<'a>,
    /// Counts up whenever `search` becomes another.
    pub answers: u32,
    /// What the search brought.
    pub search: SearchView<'a>,
}
