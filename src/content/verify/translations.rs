//! Every text in every language, and none longer than its place.

use super::Report;
use crate::content::catalogue::{Catalogue, Language};
use crate::content::fault::codes;
use crate::content::text::Text;
use crate::content::words::TextLength;

/// The longest text that a place holds.
#[derive(Debug, Clone, Copy)]
struct Longest {
    words: u32,
    hanzi: u32,
}

const HEADLINE: Longest = Longest { words: 12, hanzi: 22 };
const SUMMARY: Longest = Longest { words: 20, hanzi: 40 };

/// Checks the texts of the catalogue.
pub(super) fn check(catalogue: &Catalogue, report: &mut Report) {
    let mut texts = Texts { languages: &catalogue.languages, report };
    for section in &catalogue.sections {
        let place = format!("section {}", section.slug);
        texts.required(&place, "title", &section.title);
        texts.optional(&place, "summary", &section.summary);
    }
    for topic in &catalogue.topics {
        let place = format!("topic {}", topic.slug);
        texts.required(&place, "title", &topic.title);
        texts.optional(&place, "summary", &topic.summary);
    }
    for article in &catalogue.articles {
        let place = format!("article {}", article.slug);
        texts.required(&place, "headline", &article.headline);
        texts.required(&place, "summary", &article.summary);
        texts.no_longer(&place, "headline", &article.headline, HEADLINE);
        texts.no_longer(&place, "summary", &article.summary, SUMMARY);
    }
    for page in &catalogue.pages {
        let place = format!("page {}", page.slug);
        texts.required(&place, "headline", &page.headline);
        texts.optional(&place, "summary", &page.summary);
        texts.no_longer(&place, "headline", &page.headline, HEADLINE);
    }
    for zone in &catalogue.zones {
        let place = format!("zone {}", zone.slug);
        texts.required(&place, "name", &zone.name);
        texts.required(&place, "summary", &zone.summary);
        texts.optional(&place, "industries", &zone.industries);
        texts.optional(&place, "enterprises", &zone.enterprises);
    }
    for figure in &catalogue.figures {
        let place = format!("figure {}", figure.slug);
        texts.required(&place, "title", &figure.title);
        for (name, text) in
            [("unit", &figure.unit), ("note", &figure.note), ("source", &figure.source)]
        {
            texts.optional(&place, name, text);
        }
    }
    let mut pictures: Vec<_> = catalogue.pictures.values().collect();
    pictures.sort_by_key(|picture| picture.id);
    for picture in pictures {
        let place = format!("picture {}", picture.slug);
        if picture.alt.any().is_none() {
            texts.report.error(
                codes::PICTURE_ALT,
                place.clone(),
                "has no alternative text",
                "say in a sentence what it shows, in `alt`",
            );
        }
        texts.optional(&place, "alt", &picture.alt);
        texts.optional(&place, "credit", &picture.credit);
    }
    for shape in &catalogue.map {
        texts.optional("map shape", "name", &shape.name);
    }
}

struct Texts<'a> {
    languages: &'a [Language],
    report: &'a mut Report,
}

impl Texts<'_> {
    /// There must be some text, and should be one in every language.
    fn required(&mut self, place: &str, name: &str, text: &Text) {
        if text.any().is_none() {
            self.report.error(
                codes::TEXT_MISSING,
                place,
                format!("has no {name} in any language"),
                format!("write its {name}"),
            );
        }
        self.optional(place, name, text);
    }

    /// Where there is a text in one language, there should be one in every other.
    fn optional(&mut self, place: &str, name: &str, text: &Text) {
        if text.any().is_none() {
            return;
        }
        for language in self.languages {
            if text.exact(language.id).is_none() {
                self.report.warning(
                    codes::TEXT_UNTRANSLATED,
                    format!("{place} [{}]", language.tag),
                    format!("has no {name} in {}", language.name),
                    "translate it; the fallback language is shown meanwhile",
                );
            }
        }
    }

    fn no_longer(&mut self, place: &str, name: &str, text: &Text, longest: Longest) {
        for language in self.languages {
            let Some(words) = text.exact(language.id) else {
                continue;
            };
            let TextLength { words, hanzi } = TextLength::of(words);
            // A text in Chinese is measured in characters, and a Latin word in it counts as one.
            let (length, limit, unit) = if hanzi > 0 {
                (hanzi + words, longest.hanzi, "characters")
            } else {
                (words, longest.words, "words")
            };
            if length > limit {
                self.report.warning(
                    codes::TEXT_LONG,
                    format!("{place} [{}]", language.tag),
                    format!("its {name} has {length} {unit}, and there is room for {limit}"),
                    "shorten it",
                );
            }
        }
    }
}
