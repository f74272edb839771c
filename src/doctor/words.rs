//! Words against the room that they have.

use std::collections::HashMap;

use super::codes;
use super::findings::Finding;
use crate::content::{Catalogue, LanguageId, Text};
use crate::ui::Fit;

/// The rows of an edition by the words that they show in a language.
#[derive(Debug, Default)]
pub(super) struct Owners {
    places: HashMap<String, String>,
    tag: String,
}

impl Owners {
    pub(super) fn of(catalogue: &Catalogue, language: LanguageId) -> Self {
        let mut places = HashMap::new();
        let mut add = |text: &Text, place: &str| {
            for language in &catalogue.languages {
                // A headline may stand on a screen in each of the languages.
                if let Some(words) = text.exact(language.id) {
                    places
                        .entry(words.to_owned())
                        .or_insert_with(|| format!("{place} [{}]", language.tag));
                }
            }
        };
        for article in &catalogue.articles {
            let place = format!("article {}", article.slug);
            add(&article.headline, &place);
            add(&article.summary, &place);
        }
        for section in &catalogue.sections {
            let place = format!("section {}", section.slug);
            add(&section.title, &place);
            add(&section.summary, &place);
        }
        for topic in &catalogue.topics {
            add(&topic.title, &format!("topic {}", topic.slug));
        }
        for page in &catalogue.pages {
            add(&page.headline, &format!("page {}", page.slug));
        }
        for figure in &catalogue.figures {
            let place = format!("figure {}", figure.slug);
            add(&figure.title, &place);
        }
        for zone in &catalogue.zones {
            let place = format!("zone {}", zone.slug);
            add(&zone.name, &place);
            add(&zone.summary, &place);
        }
        let tag = catalogue.language(language).map_or("?", |language| &language.tag).to_owned();
        Self { places, tag }
    }

    /// The row that shows `words`; what is on no row of the catalogue belongs to the page on the glass.
    pub(super) fn place(&self, words: &str, page: &str) -> String {
        self.places.get(words).cloned().unwrap_or_else(|| format!("{page} [{}]", self.tag))
    }
}

/// What is wrong with the words on the screen of `page`.
pub(super) fn judge(
    fits: &[Fit],
    owners: &Owners,
    page: &str,
    millimetre: f32,
    layout: &'static str,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for fit in fits.iter().filter(|fit| !fit.text.is_empty()) {
        let hidden = fit.hidden();
        let finding = |code, degree, what, mend| Finding {
            code,
            place: owners.place(&fit.text, page),
            slot: format!("{} «{}»", fit.slot, fit.text),
            degree,
            what,
            mend,
            layout,
        };
        if hidden > 0.0 {
            let characters = fit.text.chars().count();
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a share of a number of characters"
            )]
            let surplus = (characters as f32 * hidden).ceil().max(1.0) as usize;
            findings.push(finding(
                codes::TEXT_CUT,
                hidden,
                format!("the {} «{}» does not fit its place", fit.slot, fit.text),
                format!("shorten it by about {surplus} of its {characters} characters"),
            ));
        }
        if fit.overhang > 1.0 {
            findings.push(finding(
                codes::TEXT_OVERHANG,
                fit.overhang,
                format!(
                    "the {} «{}» reaches {:.0} mm beyond its place",
                    fit.slot,
                    fit.text,
                    (fit.overhang / millimetre).max(1.0)
                ),
                "shorten it, or the words above it".to_owned(),
            ));
        }
    }
    findings
}
