//! What can be shown: the only reader of an edition (`content.db`).
//!
//! Owns the schema, the hardened opening, the catalogue, bodies of articles, pictures, search, the schedule,
//! and the checks that an edition must pass.
//! Knows nothing of Slint, screens, where the visitor is, or how an edition is made.
//!
//! An edition is untrusted until [`Library::open`] has accepted it, and bounded even then:
//! whatever a file holds, reading it ends in a value or in an [`Error`].

mod article;
mod body;
mod bounds;
mod cache;
mod catalogue;
mod chars;
mod contain;
mod desk;
mod error;
pub mod fault;
mod file;
mod glyphs;
mod ids;
mod librarian;
mod library;
mod load;
mod lookup;
mod markdown;
mod picture;
mod question;
mod record;
mod rings;
pub mod schedule;
pub mod schema;
pub mod seal;
pub mod search;
mod store;
mod text;
mod verify;
mod words;

pub use article::{Block, Body, Fact, GalleryPicture, ListItem, RichText, Source};
pub use bounds::{BODY_MAX_BYTES, EDITION_MAX_BYTES, LINE_MAX_BYTES, PICTURE_MAX_BYTES};
pub use cache::Cache;
pub use catalogue::{
    Accent, ArticleCard, ArticleKind, Catalogue, Chart, Featured, Figure, FigurePoint, Language,
    MapShape, MapShapeKind, PageCard, PictureCard, Section, Topic, Zone, ZoneFigure,
};
pub use chars::{is_hanzi, is_wide};
pub use error::Error;
pub use fault::{Fault, Severity};
pub use glyphs::{Coverage, Glyphs, characters, missing_glyphs};
pub use ids::{ArticleId, FigureId, LanguageId, PageId, PictureId, SectionId, TopicId, ZoneId};
pub use librarian::Librarian;
pub use library::Library;
pub use lookup::Index;
pub use markdown::{
    MarkdownFault, MarkdownFaultKind, NoReferences, Parsed, References, parse as parse_markdown,
};
pub use picture::{Format, Limits, Measured, Picture, Pixels, Slot, decode, measure};
pub use question::{Answer, Answered, Asked, Question, Ticket};
pub use schedule::{Validity, Weekdays};
pub use store::bound_memory;
pub use text::Text;
pub use verify::{address_fault, check, faults, is_slug};
pub use words::{TextLength, words_to_read};
