//! The rounds: every odd edition on every glass.

use std::time::Duration;

use kiosk::app::Stage;
use kiosk::content::Library;
use kiosk::nav::{Event, TextSize};

use super::author::Author;
use super::stories::{empty, lengthy, menus, numbers, spare, stories, three_languages};
use super::walk::{go_back_home, look, places, read_to_the_end};
use crate::common::Visitor;
use crate::eyes::{is_blank, seen};
use crate::finger::{buttons, tap_quickly};
use crate::glasses::{LEAST_ROOM, PANES, Pane, timeless};

/// More pages than any story may have: 256 KiB of the largest words on the smallest glass.
const MOST_PAGES: usize = 12_000;

/// Visits every place, and tells what was wrong.
fn round(stage: &Stage) -> Vec<String> {
    let mut faults = Vec::new();
    // The loop is drawn as designed: large words are chosen by a visitor, and go with him.
    let is_as_designed = stage.kiosk().state().session().access.text_size == TextSize::Normal;
    let slides =
        if is_as_designed { stage.kiosk().state().attract().slides().len().max(1) } else { 0 };
    for slide in 0..slides {
        look(stage, &format!("slide {}", slide + 1), &mut faults);
        stage.wait_for_deadline().unwrap();
        stage.advance(Duration::from_secs(1)).unwrap();
    }
    for place in places(&stage.kiosk().catalogue()) {
        stage.visit(&place);
        look(stage, &place, &mut faults);
        if !place.starts_with("prompt") && !place.starts_with("access") {
            let turns = read_to_the_end(stage, &place, MOST_PAGES, &mut faults);
            if turns > 0 {
                look(stage, &format!("{place}, at its end"), &mut faults);
            }
        }
        go_back_home(stage, &place, &mut faults);
    }
    faults
}

fn everywhere(name: &str, edition: fn() -> Author) {
    visited(name, || edition().library());
}

fn visited(name: &str, library: impl Fn() -> Library) {
    let panes: Vec<Pane> = PANES.into_iter().chain([LEAST_ROOM]).map(Pane::calm).collect();
    let mut all = Vec::new();
    for pane in panes {
        let faults = pane.open(library(), round);
        all.extend(faults.into_iter().map(|fault| format!("{}: {fault}", pane.name)));
    }
    assert!(all.is_empty(), "{name}: {} faults:\n{}", all.len(), all.join("\n"));
}

#[test]
fn stories_with_too_much_and_too_little_of_everything_have_their_place() {
    everywhere("stories", stories);
}

#[test]
fn ten_thousand_words_are_read_to_the_last() {
    everywhere("lengthy", lengthy);
}

#[test]
fn sixty_topics_are_all_within_reach_and_a_section_without_any_says_so() {
    everywhere("menus", menus);
}

#[test]
fn zones_and_figures_of_every_shape_are_drawn() {
    everywhere("numbers", numbers);
}

#[test]
fn an_edition_without_zones_figures_pages_and_pictures_leads_everywhere_it_has() {
    everywhere("spare", spare);
}

#[test]
fn an_edition_without_any_story_still_invites() {
    everywhere("empty", empty);
}

#[test]
fn a_language_that_has_next_to_nothing_falls_back_in_every_place() {
    everywhere("three languages", three_languages);
    for pane in PANES {
        pane.open(three_languages().library(), |stage| {
            let labels: Vec<String> = buttons(stage).into_iter().map(|one| one.label).collect();
            for name in ["English", "中文", "Deutsch"] {
                assert!(labels.iter().any(|label| label == name), "{}: {labels:?}", pane.name);
            }
            tap_quickly(stage, "Deutsch");
            stage.rest().unwrap();
            assert!(!stage.find("Search").is_empty(), "{}: the dock falls back", pane.name);
            let articles =
                stage.kiosk().catalogue().articles.iter().map(|one| one.id).collect::<Vec<_>>();
            for article in articles {
                stage.kiosk().handle(Event::OpenArticle(article));
                stage.rest().unwrap();
                assert!(!is_blank(&seen(stage)), "{}: {article:?}", pane.name);
            }
        });
    }
}

#[test]
fn the_shipped_edition_is_read_to_the_end_everywhere_too() {
    visited("shipped", timeless);
}
