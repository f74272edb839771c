//! Languages, sections, topics, and what runs in the attract loop and on the home screen.

use super::Report;
use crate::content::catalogue::{ArticleKind, Catalogue};
use crate::content::fault::codes;
use crate::content::ids::LanguageId;

/// Checks what the menus promise against what is there.
pub(super) fn check(catalogue: &Catalogue, report: &mut Report) {
    languages(catalogue, report);
    for section in catalogue.sections.iter().filter(|section| section.topics.is_empty()) {
        report.error(
            codes::SECTION_EMPTY,
            format!("section {}", section.slug),
            "has no topics",
            "add a topic, or remove the section",
        );
    }
    for topic in &catalogue.topics {
        if catalogue.articles_of_topic(topic.id).next().is_none() {
            let section = catalogue.section(topic.section).map_or("?", |section| &section.slug);
            report.warning(
                codes::TOPIC_EMPTY,
                format!("topic {section}/{}", topic.slug),
                "has no story",
                "write one, or remove the topic from menus.toml",
            );
        }
    }
    let featured = catalogue.featured().len();
    if !(8..=12).contains(&featured) {
        report.warning(
            codes::FEATURED_COUNT,
            "attract loop",
            format!("has {featured} stories"),
            if featured > 12 {
                format!(
                    "take [featured] out of {} of them: 8 to 12 make a good round",
                    featured - 12
                )
            } else {
                format!("mark {} more with [featured]: 8 to 12 make a good round", 8 - featured)
            },
        );
    }
    let glance = catalogue.glance().len();
    if !(4..=6).contains(&glance) {
        report.warning(
            codes::GLANCE_COUNT,
            "home screen",
            format!("has {glance} figures"),
            "give 4 to 6 figures a place with `glance`",
        );
    }
    for article in &catalogue.articles {
        let place = || format!("article {}", article.slug);
        if article.validity.is_never() {
            report.error(
                codes::VALIDITY_NEVER,
                place(),
                "can never be shown: no day fits its [valid] entries",
                "correct from, until and weekdays",
            );
        }
        if article.picture.is_none()
            && (article.kind != ArticleKind::Page || article.featured.is_some())
        {
            report.warning(
                codes::PICTURE_LEAD,
                place(),
                "has no lead picture",
                "name one with `picture`",
            );
        }
    }
}

fn languages(catalogue: &Catalogue, report: &mut Report) {
    if catalogue.language(catalogue.default_language).is_none() {
        report.error(
            codes::LANGUAGE_DEFAULT,
            "edition",
            "its default language is not one of its languages",
            "name one of them in default_language",
        );
    }
    for language in &catalogue.languages {
        let place = format!("language {}", language.tag);
        let is_tag = language.tag.split('-').all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
        if !is_tag {
            report.error(
                codes::LANGUAGE_TAG,
                place.clone(),
                "is not a BCP 47 tag",
                "write a tag such as en, zh or pt-BR",
            );
        }
        if comes_back(catalogue, language.id) {
            report.error(
                codes::LANGUAGE_CYCLE,
                place,
                "its fallbacks lead back to it",
                "let one of them have no fallback",
            );
        }
    }
}

fn comes_back(catalogue: &Catalogue, start: LanguageId) -> bool {
    let next = |id: &LanguageId| catalogue.language(*id).and_then(|language| language.fallback);
    std::iter::successors(next(&start), next).take(catalogue.languages.len()).any(|id| id == start)
}
