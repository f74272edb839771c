//! What is shown of a hit, and what is offered while typing.

use std::collections::BTreeSet;

use jiff::civil::DateTime;
use kiosk::content::search::{HitKind, Moment, SUGGESTIONS_MAX};
use kiosk::content::{ArticleId, LanguageId};

use crate::edition::Edition;
use crate::{EN, NOON, Reading, ZH, marked, shipped, small, text, things};

#[test]
fn every_hit_shows_its_whole_title_and_a_short_excerpt_with_what_matched() {
    let reading = Reading::of(shipped());
    let catalogue = reading.library.catalogue();
    for (typed, language) in [
        ("port", EN),
        ("inv", EN),
        ("chongqing", EN),
        ("2021", EN),
        ("the", EN),
        ("new energy vehicles", EN),
        ("果园港", ZH),
        ("两江", ZH),
        ("年", ZH),
        ("2021", ZH),
        ("新能源 汽车", ZH),
        ("gyg", ZH),
        ("t3", ZH),
    ] {
        let found = reading.find(typed, language);
        assert!(!found.hits.is_empty(), "{typed}");
        for (count, hit) in found.hits.iter().enumerate() {
            let title = match hit.what {
                HitKind::Article(id) => &catalogue.article(id).expect("a card").headline,
                HitKind::Zone(id) => &catalogue.zone(id).expect("a zone").name,
                HitKind::Figure(id) => &catalogue.figure(id).expect("a figure").title,
                HitKind::Page(id) => &catalogue.page(id).expect("a page").headline,
            };
            assert_eq!(text(&hit.title), catalogue.text(title, language), "{typed}");
            let excerpt = text(&hit.excerpt);
            let width: usize = excerpt
                .chars()
                .map(|character| 1 + usize::from(kiosk::content::is_wide(character)))
                .sum();
            assert!(width <= 92, "{width}: {excerpt}");
            assert!(!excerpt.contains('\n'), "{excerpt}");
            if count < 20 && !typed.contains(' ') && marked(&hit.title).is_empty() {
                assert!(
                    !marked(&hit.excerpt).is_empty()
                        || is_about(&reading, hit.what, typed, language),
                    "{typed} shows why it found {}: {excerpt}",
                    text(&hit.title)
                );
            }
            for words in marked(&hit.excerpt).iter().chain(&marked(&hit.title)) {
                let first = words.chars().next().expect("a character");
                assert!(first.is_alphanumeric(), "{typed} marks «{words}»");
            }
        }
    }
}

/// Whether the name of its topic or section has the query, which no excerpt shows.
fn is_about(reading: &Reading, what: HitKind, typed: &str, language: LanguageId) -> bool {
    let catalogue = reading.library.catalogue();
    let HitKind::Article(id) = what else { return false };
    let topic =
        catalogue.article(id).and_then(|card| catalogue.topic(card.topic)).expect("a topic");
    let section = catalogue.section(topic.section).expect("a section");
    [&topic.title, &section.title]
        .iter()
        .any(|name| catalogue.text(name, language).to_lowercase().contains(typed))
}

#[test]
fn suggestions_are_titles_the_best_first_and_never_twice() {
    let reading = Reading::of(shipped());
    for (typed, language, expected) in
        [("guo", EN, "Guoyuan Port"), ("果", ZH, "果园港"), ("gongn", ZH, "功能区")]
    {
        let found = reading.find(typed, language);
        assert_eq!(
            found.suggestions.first().map(String::as_str),
            Some(expected),
            "{typed}: {:?}",
            found.suggestions
        );
        let apart: BTreeSet<_> = found.suggestions.iter().collect();
        assert_eq!(apart.len(), found.suggestions.len(), "{typed}");
    }
    assert_eq!(reading.find("a", EN).suggestions.len(), SUGGESTIONS_MAX);
}

#[test]
fn what_may_not_be_shown_is_neither_found_nor_counted_nor_suggested() {
    let reading = Reading::of(small(Edition::small()));
    // The third article is for Monday and Tuesday nights.
    let night = Moment { now: DateTime::constant(2026, 11, 24, 23, 0, 0, 0), ..NOON };
    let catalogue = reading.library.catalogue();
    let headline =
        catalogue.text(&catalogue.article(ArticleId(3)).expect("a card").headline, EN).to_owned();
    let ask = |at| reading.index.search(&reading.library, &headline, EN, at).expect("an answer");
    assert_eq!(things(&ask(night)), BTreeSet::from([HitKind::Article(ArticleId(3))]));
    assert_eq!(ask(night).suggestions, std::slice::from_ref(&headline));
    assert_eq!((ask(NOON).total, ask(NOON).suggestions.len()), (0, 0), "at noon");
    let lost = Moment { clock_is_trusted: false, ..night };
    assert_eq!(ask(lost).total, 0, "by a clock that nobody set");
}

#[test]
fn a_reader_without_a_translation_finds_what_is_shown_instead() {
    let edition = Edition::small();
    edition.run("DELETE FROM article_text WHERE article = 1 AND language = 2");
    let reading = Reading::of(small(edition));
    let found = reading.find("two rivers", ZH);
    assert_eq!(things(&found), BTreeSet::from([HitKind::Article(ArticleId(1))]));
    assert_eq!(marked(&found.hits[0].title), ["two", "rivers"]);
}
