//! Finding what a visitor types, in any of the edition's languages: an [`Index`] of one edition, and what it answers.
//!
//! It is made in memory from an open edition and never kept on disk, so it can neither go stale nor be forged.
//! It knows nothing of keyboards, screens, or how often the visitor types.

mod ask;
mod document;
mod excerpt;
mod fold;
mod found;
mod index;
mod marks;
mod query;
mod syllables;
mod table;
mod titles;

pub use found::{Found, Hit, HitKind, Moment, Piece};
pub use index::Index;

/// Most characters of a query that count; the rest is not looked at.
pub const QUERY_MAX_CHARS: usize = 64;

/// Most hits in one answer.
pub const HITS_MAX: usize = 60;

/// Most completions in one answer.
pub const SUGGESTIONS_MAX: usize = 6;
