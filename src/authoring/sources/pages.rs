//! The folder `pages/<slug>/`: contact, terms, privacy.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::super::edition::{Page, PageText};
use super::super::faults::Faults;
use super::super::values;
use super::folder::Folder;
use super::known::{Known, check_slug};
use super::stories::{Text, read_folder};
use super::{story_check, toml_file};

/// The folder's name.
pub(in super::super) const PAGES: &str = "pages";
/// The file of what does not depend on the language.
pub(in super::super) const PAGE: &str = "page.toml";

/// `page.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PageFile {
    /// The day of its last change.
    #[serde(deserialize_with = "values::day")]
    updated: Date,
    /// Its place in the menu; pages without one come last, by their names.
    position: Option<u32>,
}

/// Reads the pages in the order of their menu.
pub(super) fn read(folder: Folder<'_>, known: &mut Known, faults: &mut Faults) -> Vec<Page> {
    if !folder.has(PAGES) {
        return Vec::new();
    }
    let mut pages: Vec<(u32, Page)> = Vec::new();
    for entry in folder.folders(PAGES, faults) {
        check_slug(&entry.name, &entry.path, faults);
        let (file, texts) = read_folder::<PageText>(folder, &entry.path, PAGE, known, faults);
        let mut page_texts = BTreeMap::new();
        for (tag, Text { file, body, mut front }) in texts {
            body.text.clone_into(&mut front.body);
            story_check::one_line("headline", &front.headline, &file, faults);
            story_check::body(&body, 0, known, faults);
            page_texts.insert(tag, front);
        }
        let Some(page_file) =
            file.and_then(|file| toml_file::parse::<PageFile>(&file, faults).value)
        else {
            continue;
        };
        pages.push((
            page_file.position.unwrap_or(u32::MAX),
            Page { slug: entry.name, updated: page_file.updated, texts: page_texts },
        ));
    }
    // Folders come sorted by name, and this sort keeps their order where positions are equal.
    pages.sort_by_key(|(position, _)| *position);
    pages.into_iter().map(|(_, page)| page).collect()
}
