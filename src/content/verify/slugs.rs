//! Slugs: lower-case letters, digits and hyphens, each once among its kind.

use std::collections::HashSet;

use super::Report;
use crate::content::catalogue::Catalogue;
use crate::content::chars::quoted;
use crate::content::fault::codes;

/// Checks every slug of the edition.
pub(super) fn check(catalogue: &Catalogue, report: &mut Report) {
    kind(report, "section", catalogue.sections.iter().map(|section| section.slug.as_str()));
    for section in &catalogue.sections {
        let topics = catalogue.topics.iter().filter(|topic| topic.section == section.id);
        kind(report, "topic", topics.map(|topic| topic.slug.as_str()));
    }
    kind(report, "article", catalogue.articles.iter().map(|article| article.slug.as_str()));
    kind(report, "page", catalogue.pages.iter().map(|page| page.slug.as_str()));
    kind(report, "figure", catalogue.figures.iter().map(|figure| figure.slug.as_str()));
    kind(report, "zone", catalogue.zones.iter().map(|zone| zone.slug.as_str()));
    let mut pictures: Vec<_> =
        catalogue.pictures.values().map(|picture| picture.slug.as_str()).collect();
    pictures.sort_unstable();
    kind(report, "picture", pictures.into_iter());
}

fn kind<'a>(report: &mut Report, kind: &str, slugs: impl Iterator<Item = &'a str>) {
    let mut seen = HashSet::new();
    for slug in slugs {
        let place = format!("{kind} {}", quoted(slug));
        if !is_slug(slug) {
            report.error(
                codes::SLUG_FORM,
                place.clone(),
                "its slug is not made of lower-case letters, digits and single hyphens",
                "rename it, such as guoyuan-port",
            );
        }
        if !seen.insert(slug) {
            report.error(codes::SLUG_TWICE, place, "its slug is used twice", "rename one of them");
        }
    }
}

/// Whether `slug` is one: lower-case letters and digits, with single hyphens between, at most 80.
#[must_use]
pub fn is_slug(slug: &str) -> bool {
    slug.len() <= 80
        && slug.split('-').all(|part| {
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_lower_case_words_with_hyphens() {
        for good in ["a", "guoyuan-port", "2022-gdp"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "a_b", "a b", "果园", "../a", "a.b"] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
