//! What may be referred to, and the checks that every kind of source shares: slugs, languages, texts.

use std::collections::BTreeSet;

use super::super::edition::{Language, Section, Words};
use super::super::faults::{Faults, codes};
use super::super::slug;
use super::pictures::PICTURES;
use super::text_file::TextFile;

/// Slugs and languages that have been read so far.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Languages in their order; empty if they could not be read.
    pub(super) languages: Vec<Language>,
    /// Sections with their topics; `None` if they could not all be read.
    pub(super) sections: Option<Vec<Section>>,
    /// Zones; `None` if they could not all be read.
    pub(super) zones: Option<BTreeSet<String>>,
    /// Figures; `None` if they could not all be read.
    pub(super) figures: Option<BTreeSet<String>>,
    /// Pictures, even faulty ones.
    pub(super) pictures: BTreeSet<String>,
    /// Pictures that something refers to.
    used: BTreeSet<String>,
}

impl Known {
    /// Reports languages that are not the edition's, and those of the edition that are missing among `given`.
    pub(super) fn check_languages<'a>(
        &self,
        what: &str,
        given: impl Iterator<Item = &'a str>,
        file: &TextFile,
        place: &str,
        faults: &mut Faults,
    ) {
        let given: BTreeSet<&str> = given.collect();
        self.check_tags(given.iter().copied(), file, faults);
        for language in &self.languages {
            if !given.contains(language.tag.as_str()) {
                missing(language, what, place, faults);
            }
        }
    }

    /// Reports languages that are not the edition's.
    pub(super) fn check_tags<'a>(
        &self,
        given: impl Iterator<Item = &'a str>,
        file: &TextFile,
        faults: &mut Faults,
    ) {
        for tag in given {
            if !self.languages.is_empty()
                && !self.languages.iter().any(|language| language.tag == tag)
            {
                faults.error(
                    codes::LANGUAGE,
                    &file.place_of(tag),
                    &format!("the edition has no language \"{tag}\""),
                    "correct the tag, or add the language to edition.toml",
                );
            }
        }
    }

    /// Reports a text that is missing or empty in a language.
    pub(super) fn check_words(
        &self,
        what: &str,
        words: &Words,
        file: &TextFile,
        place: &str,
        faults: &mut Faults,
    ) {
        self.check_tags(words.keys().map(String::as_str), file, faults);
        for language in &self.languages {
            if words.get(&language.tag).is_none_or(|text| text.trim().is_empty()) {
                missing(language, what, place, faults);
            }
        }
    }

    /// Reports a picture that is not there, and remembers that it is used.
    pub(super) fn check_picture(&mut self, slug: &str, file: &TextFile, faults: &mut Faults) {
        self.used.insert(slug.to_owned());
        if !self.pictures.contains(slug) {
            faults.error(
                codes::REFERENCE,
                &file.place_of(slug),
                &format!("there is no picture \"{slug}\""),
                &near(slug, self.pictures.iter().map(String::as_str), PICTURES),
            );
        }
    }

    /// Reports a zone that is not there.
    pub(super) fn check_zone(&self, slug: &str, file: &TextFile, faults: &mut Faults) {
        if let Some(zones) = &self.zones
            && !zones.contains(slug)
        {
            faults.error(
                codes::REFERENCE,
                &file.place_of(slug),
                &format!("there is no zone \"{slug}\""),
                &near(slug, zones.iter().map(String::as_str), "zones.toml"),
            );
        }
    }

    /// Remembers that `slugs` are used.
    pub(super) fn use_pictures(&mut self, slugs: Vec<String>) {
        self.used.extend(slugs);
    }

    /// Warns of pictures that nothing refers to: they only make the edition larger.
    pub(super) fn check_use(&self, faults: &mut Faults) {
        for slug in self.pictures.difference(&self.used) {
            faults.warning(
                codes::UNUSED,
                &format!("{PICTURES}/{slug}"),
                "no story shows this picture",
                "use it, or take it away to make the edition smaller",
            );
        }
    }
}

/// Reports a slug that is not one.
pub(super) fn check_slug(slug: &str, place: &str, faults: &mut Faults) {
    if !slug::is_slug(slug) {
        faults.error(codes::SLUG, place, &format!("\"{slug}\" is not a slug"), slug::RULE);
    }
}

/// Reports a text that is missing in a language where nothing stands in for it.
///
/// Where another language does, the check of the finished edition tells of it.
pub(super) fn missing(language: &Language, what: &str, place: &str, faults: &mut Faults) {
    if language.fallback.is_none() {
        faults.error(
            codes::TRANSLATION,
            place,
            &format!("{what}: the text in \"{}\" is missing", language.tag),
            "add it: no other language stands in for it",
        );
    }
}

/// Advice on an unknown slug: the nearest known one, or where they are written.
pub(super) fn near<'a>(slug: &str, known: impl Iterator<Item = &'a str>, home: &str) -> String {
    let nearest = known
        .map(|candidate| (distance(slug, candidate), candidate))
        .min()
        .filter(|(distance, candidate)| *distance <= candidate.len().max(slug.len()) / 3);
    match nearest {
        Some((_, candidate)) => {
            format!("perhaps \"{candidate}\" is meant; known ones are in {home}")
        }
        None => format!("add it to {home}, or use one that is there"),
    }
}

/// Edits that turn one slug into the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.bytes().enumerate() {
        let mut corner = line;
        let mut left = line + 1;
        for (cell, against) in row.iter_mut().skip(1).zip(other.bytes()) {
            let best = (corner + usize::from(letter != against)).min(left + 1).min(*cell + 1);
            corner = *cell;
            *cell = best;
            left = best;
        }
        if let Some(first) = row.first_mut() {
            *first = line + 1;
        }
    }
    row.last().copied().unwrap_or(one.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        let known = ["guoyuan-port", "airport"];
        assert!(near("guoyuan-prot", known.into_iter(), "zones.toml").contains("\"guoyuan-port\""));
        assert!(near("elsewhere", known.into_iter(), "zones.toml").contains("zones.toml"));
    }
}
