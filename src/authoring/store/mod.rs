//! An edition as rows: writing them in a fixed order, and reading them back.
//!
//! The only place of authoring that speaks SQL.

mod read;
mod read_numbers;
mod read_stories;
mod write;
mod write_numbers;
mod write_stories;

pub(super) use read::{Shelf, open};
pub(super) use write::{Keys, write_picture_bytes, write_rows};
