//! The authors' folder: read whole, with every fault in it told at once.
//!
//! The format is docs/content.md. Nothing here knows of tables; nothing is drawn here either.

mod folder;
mod front_matter;
mod known;
mod map;
mod numbers;
mod pages;
mod pictures;
mod stories;
mod story_check;
mod tables;
mod text_file;
mod toml_file;
mod toml_value;
mod toml_words;

use std::path::Path;

use super::edition::Edition;
use super::faults::Faults;
use folder::Folder;
use known::Known;

pub(super) use front_matter::FENCE;
pub(super) use map::{FILE as MAP_FILE, features as map_features};
pub(super) use pages::{PAGE, PAGES};
pub(super) use pictures::{Drawing, PICTURES};
pub(super) use stories::{STORIES, STORY};
pub(super) use tables::{ABOUT, FIGURES, MENUS, ZONES};

/// What a folder holds.
#[derive(Debug)]
pub(super) struct Sources {
    /// The edition that it makes; whole only if there is no fault of weight.
    pub(super) edition: Edition,
    /// The files of the edition's pictures, in the same order.
    pub(super) drawings: Vec<Drawing>,
    /// All that is wrong or strange in it.
    pub(super) faults: Faults,
}

/// Reads the folder at `root`.
pub(super) fn read(root: &Path) -> Sources {
    let mut faults = Faults::default();
    let folder = Folder::new(root);
    tables::check_top(folder, &mut faults);
    let mut known = Known::default();
    let about = tables::about(folder, &mut known, &mut faults);
    let sections = tables::sections(folder, &mut known, &mut faults);
    let zones = numbers::zones(folder, &mut known, &mut faults);
    let figures = numbers::figures(folder, &mut known, &mut faults);
    let drawings = pictures::read(folder, &mut known, &mut faults);
    let stories = stories::read(folder, &mut known, &mut faults);
    let pages = pages::read(folder, &mut known, &mut faults);
    let shapes = map::read(folder, &known, &mut faults);
    known.check_use(&mut faults);
    let pictures = drawings.iter().map(|drawing| drawing.picture.clone()).collect();
    Sources {
        edition: Edition { about, sections, figures, zones, pictures, stories, pages, shapes },
        drawings,
        faults,
    }
}
