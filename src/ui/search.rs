//! The search with its keyboard, for `ui/globals/search.slint`.

use std::rc::Rc;

use slint::{ComponentHandle, ModelRc, SharedString, StyledText};

use super::convert::{accent, key, model};
use super::generated::{AppWindow, HitItem, HitKind as Kind, MarkedText, Search};
use super::{Request, SearchView, View};
use crate::content::search::{Found, Hit, HitKind, Piece};
use crate::content::{Accent, ArticleId, Catalogue, LanguageId, PageId, ZoneId};
use crate::nav::Event;

/// How many places are offered to begin with: what the widest layout has room for.
const EXAMPLES: usize = 6;

/// The longest name, in characters, that is offered: a longer one would be cut on its button.
const EXAMPLE_MAX_CHARS: usize = 40;

/// The kind of zone that is the whole area: everything here is about it, so it is no example.
const WHOLE_AREA: &str = "area";

pub(super) fn connect(window: &AppWindow, request: &Rc<Request>) {
    let glass = window.global::<Search<'_>>();
    let edit = |request: &Rc<Request>| {
        let request = Rc::clone(request);
        let weak = window.as_weak();
        move |change: &dyn Fn(&str) -> String| {
            let Some(window) = weak.upgrade() else { return };
            let words = window.global::<Search<'_>>().get_query();
            request(Event::Query(change(&words)));
        }
    };
    glass.on_typed({
        let edit = edit(request);
        move |letter| edit(&|words| typed(words, &letter))
    });
    glass.on_erased({
        let edit = edit(request);
        move || edit(&erased)
    });
    glass.on_cleared({
        let request = Rc::clone(request);
        move || request(Event::Query(String::new()))
    });
    glass.on_words_chosen({
        let request = Rc::clone(request);
        move |words| request(Event::Query(words.into()))
    });
    glass.on_hit_chosen({
        let request = Rc::clone(request);
        move |kind, id| request(opened(kind, id))
    });
}

pub(super) fn show(window: &AppWindow, view: &View<'_>) {
    let glass = window.global::<Search<'_>>();
    let session = view.state.session();
    glass.set_query(session.query.as_str().into());
    glass.set_examples(model(examples(view.catalogue, session.language)));
    glass.set_is_looking(matches!(view.search, SearchView::Looking));
    match view.search {
        // What is there stays until the answer comes: a list that empties with every letter would flicker.
        SearchView::Looking => {}
        SearchView::Idle => {
            glass.set_hits(ModelRc::default());
            glass.set_total(0);
            glass.set_suggestions(ModelRc::default());
        }
        SearchView::Found(found) => show_found(&glass, view, found),
    }
}

fn show_found(glass: &Search<'_>, view: &View<'_>, found: &Found) {
    let language = view.state.session().language;
    let hits: Vec<HitItem> =
        found.hits.iter().filter_map(|hit| item(view, hit, language)).collect();
    let gone = found.hits.len() - hits.len();
    let total = found.total.saturating_sub(gone);
    glass.set_total(i32::try_from(total).unwrap_or(i32::MAX));
    glass.set_hits(model(hits));
    // The words themselves are nothing that they may become.
    let others = found.suggestions.iter().filter(|title| **title != found.query);
    glass.set_suggestions(model(others.map(SharedString::from)));
}

/// A hit as a row; `None` where it may not be shown any more.
fn item(view: &View<'_>, hit: &Hit, language: LanguageId) -> Option<HitItem> {
    let catalogue = view.catalogue;
    let row = |kind, id: i64| HitItem {
        kind,
        id: key(id),
        topic: SharedString::new(),
        accent: accent(Accent::River),
        title: marked(&hit.title),
        excerpt: marked(&hit.excerpt),
    };
    match hit.what {
        HitKind::Article(id) => {
            let article = catalogue.article(id).filter(|_| view.shown.contains(&id))?;
            let topic = catalogue.topic(article.topic);
            let section = topic.and_then(|topic| catalogue.section(topic.section));
            Some(HitItem {
                topic: topic.map_or("", |topic| catalogue.text(&topic.title, language)).into(),
                accent: accent(section.map_or(Accent::River, |section| section.accent)),
                ..row(Kind::Article, id.0)
            })
        }
        HitKind::Zone(id) => Some(row(Kind::Zone, id.0)),
        HitKind::Figure(id) => Some(row(Kind::Figure, id.0)),
        HitKind::Page(id) => Some(row(Kind::Page, id.0)),
    }
}

/// What opens when a row is chosen.
fn opened(kind: Kind, id: i32) -> Event {
    match kind {
        Kind::Article => Event::OpenArticle(ArticleId(id.into())),
        Kind::Zone => Event::OpenZone(Some(ZoneId(id.into()))),
        // The charts are one page.
        Kind::Figure => Event::OpenFigures,
        Kind::Page => Event::OpenPage(PageId(id.into())),
    }
}

/// Names of places, which are found in every edition that has any.
fn examples(catalogue: &Catalogue, language: LanguageId) -> impl Iterator<Item = SharedString> {
    catalogue
        .zones
        .iter()
        .filter(|zone| zone.kind != WHOLE_AREA)
        .map(move |zone| catalogue.text(&zone.name, language))
        .filter(|name| !name.is_empty() && name.chars().count() <= EXAMPLE_MAX_CHARS)
        .take(EXAMPLES)
        .map(SharedString::from)
}

/// `words` with `letter` after them. A space that would not part two words is left out.
fn typed(words: &str, letter: &str) -> String {
    if letter == " " && (words.is_empty() || words.ends_with(' ')) {
        return words.to_owned();
    }
    format!("{words}{letter}")
}

/// `words` without their last character.
fn erased(words: &str) -> String {
    let mut rest = words.chars();
    rest.next_back();
    rest.as_str().to_owned()
}

fn marked(pieces: &[Piece]) -> MarkedText {
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let has_match = pieces.iter().any(|piece| piece.is_match);
    // Words that Slint cannot parse after all are shown without marks.
    let rich = has_match.then(|| StyledText::from_markdown(&markdown(pieces)).ok()).flatten();
    MarkedText {
        text: text.trim().into(),
        has_marks: rich.is_some(),
        rich: rich.unwrap_or_default(),
    }
}

/// The pieces as Markdown in which nothing but the matches means anything: those are bold and underlined.
fn markdown(pieces: &[Piece]) -> String {
    let mut markdown = String::new();
    for piece in pieces {
        let text: String = piece.text.chars().map(printable).collect();
        let words = text.trim();
        if !piece.is_match || words.is_empty() {
            escape(&text, &mut markdown);
            continue;
        }
        // A mark with a blank inside its asterisks would not be one. Within the tags they stand beside punctuation,
        // which makes them marks whatever the neighbours are.
        let after_blanks = text.trim_start();
        escape(&text[..text.len() - after_blanks.len()], &mut markdown);
        markdown.push_str("<u>**");
        escape(words, &mut markdown);
        markdown.push_str("**</u>");
        escape(&after_blanks[words.len()..], &mut markdown);
    }
    markdown.trim().to_owned()
}

/// Adds `words` so that no character of theirs is a mark.
fn escape(words: &str, markdown: &mut String) {
    for character in words.chars() {
        if character.is_ascii_punctuation() {
            markdown.push('\\');
        }
        markdown.push(character);
    }
}

/// A line's end would end the mark that it stands in.
fn printable(character: char) -> char {
    if character.is_control() { ' ' } else { character }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(parts: &[(&str, bool)]) -> Vec<Piece> {
        parts
            .iter()
            .map(|(text, is_match)| Piece { text: (*text).to_owned(), is_match: *is_match })
            .collect()
    }

    #[test]
    fn letters_are_added_at_the_end_and_spaces_only_between_words() {
        for (words, letter, then) in [
            ("", "g", "g"),
            ("g", "y", "gy"),
            ("gy", " ", "gy "),
            ("gy ", " ", "gy "),
            ("", " ", ""),
            ("果园", "g", "果园g"),
        ] {
            assert_eq!(typed(words, letter), then, "{words:?} and {letter:?}");
        }
    }

    #[test]
    fn erasing_takes_one_character_whatever_its_bytes() {
        for (words, then) in [("gyg", "gy"), ("果园港", "果园"), ("a ", "a"), ("", "")] {
            assert_eq!(erased(words), then, "{words:?}");
        }
    }

    #[test]
    fn a_match_is_bold_and_underlined_and_nothing_else_is_a_mark() {
        for (parts, markdown_is) in [
            (&[("Guoyuan", true), (" Port", false)][..], "<u>**Guoyuan**</u> Port"),
            (&[("果园港", true), ("的*起重机*", false)][..], "<u>**果园港**</u>的\\*起重机\\*"),
            (&[("the ", false), (" port ", true), ("of", false)][..], "the  <u>**port**</u> of"),
            (&[("1. <u>", false), ("_a_", true)][..], "1\\. \\<u\\><u>**\\_a\\_**</u>"),
            (&[("  ", true), ("a\tb", false)][..], "a b"),
        ] {
            assert_eq!(markdown(&pieces(parts)), markdown_is, "{parts:?}");
        }
    }

    #[test]
    fn marks_survive_every_character_that_means_something_in_markdown() {
        let hostile =
            "** __ `a` [a](b) <b> </u> &amp; # > - 1) \\ ~~a~~ “引” |a| 😀 \u{202e} \u{0} \r\n\r\n";
        for hostile in hostile.split(' ').chain(["# a", "> a", "- a", "    a", "a\tb"]) {
            for parts in [
                [("before ", false), (hostile, true), (" after", false)],
                [(hostile, false), ("match", true), (hostile, false)],
                [("a", true), (hostile, false), ("b", true)],
            ] {
                let marked = marked(&pieces(&parts));
                let has_words = !hostile.chars().all(|c| c.is_control() || c.is_whitespace());
                assert!(marked.has_marks || !has_words, "{parts:?}");
            }
        }
    }

    #[test]
    fn words_without_a_match_need_no_marks() {
        let marked = marked(&pieces(&[("Contact ", false)]));
        assert!(!marked.has_marks, "nothing matched");
        assert_eq!(marked.text, "Contact", "and stand as they are");
    }

    #[test]
    fn every_kind_of_hit_opens_its_own_screen() {
        assert_eq!(opened(Kind::Article, 7), Event::OpenArticle(ArticleId(7)), "a story");
        assert_eq!(opened(Kind::Zone, 7), Event::OpenZone(Some(ZoneId(7))), "a place");
        assert_eq!(opened(Kind::Figure, 7), Event::OpenFigures, "the charts");
        assert_eq!(opened(Kind::Page, 7), Event::OpenPage(PageId(7)), "a page");
    }
}
