//! `edition.toml` and `menus.toml`.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Deserialize;

use super::super::edition::{About, Section};
use super::super::faults::{Faults, codes};
use super::folder::{Folder, stray};
use super::known::{Known, check_slug};
use super::text_file::TextFile;
use super::{MAP_FILE, PAGES, PICTURES, STORIES, toml_file};

/// The file that names the edition.
pub(in super::super) const ABOUT: &str = "edition.toml";
/// The file of sections and topics.
pub(in super::super) const MENUS: &str = "menus.toml";
/// The file of figures.
pub(in super::super) const FIGURES: &str = "figures.toml";
/// The file of zones.
pub(in super::super) const ZONES: &str = "zones.toml";

/// Reports what does not belong in the folder itself.
pub(super) fn check_top(folder: Folder<'_>, faults: &mut Faults) {
    for entry in folder.list("", faults) {
        let name = entry.name.as_str();
        let belongs = if entry.is_folder {
            matches!(name, STORIES | PAGES | PICTURES)
        } else {
            matches!(name, ABOUT | MENUS | FIGURES | ZONES | MAP_FILE)
        };
        if !belongs {
            stray(name, "it is not a part of an edition", faults);
        }
    }
}

/// Reads `edition.toml`; without it, an edition of no language, so that the rest can still be looked at.
pub(super) fn about(folder: Folder<'_>, known: &mut Known, faults: &mut Faults) -> About {
    let parsed = folder
        .text(ABOUT, faults)
        .and_then(|file| Some((toml_file::parse::<About>(&file, faults).value?, file)));
    let Some((about, file)) = parsed else {
        return About {
            version: String::new(),
            made: Date::ZERO,
            sequence: 0,
            default_language: String::new(),
            languages: Vec::new(),
        };
    };
    let mut found = Faults::default();
    check_about(&about, &file, &mut found);
    // With wrong tags every text of the folder would look wrong.
    if !found.any_error() {
        known.languages.clone_from(&about.languages);
    }
    faults.append(found);
    about
}

fn check_about(about: &About, file: &TextFile, faults: &mut Faults) {
    check_length("version", &about.version, 1..=40, file, faults);
    let is_language = |tag: &str| about.languages.iter().any(|language| language.tag == tag);
    if !is_language(&about.default_language) {
        faults.error(
            codes::LANGUAGE,
            &file.place_of("default_language"),
            &format!("the edition has no language \"{}\"", about.default_language),
            "name one of the [[language]] tags as default_language",
        );
    }
    let mut seen = BTreeSet::new();
    let mut places = Places::of(file, "tag", about.languages.len());
    for language in &about.languages {
        let place = places.next_or(&language.tag);
        check_length("tag", &language.tag, 2..=16, file, faults);
        check_length("name", &language.name, 1..=40, file, faults);
        check_length("title", &language.title, 1..=80, file, faults);
        if !seen.insert(language.tag.as_str()) {
            duplicate("language", &language.tag, &place, faults);
        }
        let letters = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
        if !language.tag.bytes().all(letters) {
            faults.error(
                codes::LANGUAGE,
                &place,
                &format!("\"{}\" is not the tag of a language", language.tag),
                "write it as en, zh or zh-Hant",
            );
        }
        if let Some(fallback) = &language.fallback
            && (!is_language(fallback) || *fallback == language.tag)
        {
            faults.error(
                codes::LANGUAGE,
                &file.place_of(fallback),
                &format!("\"{fallback}\" cannot stand in for \"{}\"", language.tag),
                "name another language of this file as fallback",
            );
        }
    }
}

/// `menus.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Menus {
    section: Vec<Section>,
}

/// Reads `menus.toml`.
pub(super) fn sections(folder: Folder<'_>, known: &mut Known, faults: &mut Faults) -> Vec<Section> {
    let Some(file) = folder.text(MENUS, faults) else {
        return Vec::new();
    };
    let parsed = toml_file::parse::<Menus>(&file, faults);
    let Some(menus) = parsed.value else {
        return Vec::new();
    };
    let mut seen = BTreeSet::new();
    let topics: usize = menus.section.iter().map(|section| section.topics.len()).sum();
    let mut places = Places::of(&file, "slug", menus.section.len() + topics);
    for section in &menus.section {
        let place = places.next_or(&section.slug);
        check_slug(&section.slug, &place, faults);
        if !seen.insert(section.slug.as_str()) {
            duplicate("section", &section.slug, &place, faults);
        }
        known.check_words("title", &section.title, &file, &place, faults);
        known.check_words("summary", &section.summary, &file, &place, faults);
        let mut seen = BTreeSet::new();
        for topic in &section.topics {
            let place = places.next_or(&topic.slug);
            check_slug(&topic.slug, &place, faults);
            if !seen.insert(topic.slug.as_str()) {
                duplicate("topic", &topic.slug, &place, faults);
            }
            known.check_words("title", &topic.title, &file, &place, faults);
            known.check_words("summary", &topic.summary, &file, &place, faults);
        }
        if section.topics.is_empty() {
            faults.error(
                codes::EMPTY,
                &place,
                &format!("the section \"{}\" has no topic", section.slug),
                "add a [[section.topic]] below it",
            );
        }
    }
    known.sections = parsed.is_whole.then(|| menus.section.clone());
    menus.section
}

/// The lines of a file on which its entries tell their slugs, one after the other.
#[derive(Debug)]
pub(super) struct Places<'a> {
    file: &'a TextFile,
    lines: std::vec::IntoIter<String>,
}

impl<'a> Places<'a> {
    /// The places of `count` entries, each of which gives `key` a value on a line of its own.
    pub(super) fn of(file: &'a TextFile, key: &str, count: usize) -> Self {
        let mut lines = file.places_of_key(key);
        // Entries that could not be read, or are written in another way, leave the lines without a meaning.
        if lines.len() != count {
            lines.clear();
        }
        Self { file, lines: lines.into_iter() }
    }

    /// The place of the next entry, whose slug is `slug`.
    pub(super) fn next_or(&mut self, slug: &str) -> String {
        self.lines.next().unwrap_or_else(|| self.file.place_of(slug))
    }
}

/// Reports a slug that is there twice.
pub(super) fn duplicate(what: &str, slug: &str, place: &str, faults: &mut Faults) {
    faults.error(
        codes::DUPLICATE,
        place,
        &format!("the {what} \"{slug}\" is there twice"),
        "give one of the two another name, or take it away",
    );
}

/// Reports a text of a forbidden length.
pub(super) fn check_length(
    key: &str,
    text: &str,
    allowed: std::ops::RangeInclusive<usize>,
    file: &TextFile,
    faults: &mut Faults,
) {
    if !allowed.contains(&text.chars().count()) {
        faults.error(
            codes::VALUE,
            &file.place_of(key),
            &format!("{key} = \"{text}\" is too short or too long"),
            &format!("write {} to {} letters", allowed.start(), allowed.end()),
        );
    }
}
