//! Another edition while the kiosk runs: readers stay where they are, and the glass never shows a mixture.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

mod common;
mod edition;

use common::{Visitor, WIDE, on_stage, setup};
use edition::Edition;
use kiosk::app::{Setup, Stage, deliveries};
use kiosk::content::Library;
use kiosk::nav::{Access, Event, Screen};
use kiosk::panel::Frame;

fn library(edition: Edition) -> Library {
    Library::from_bytes(edition.sealed_bytes()).unwrap()
}

/// The small edition with other keys: everything that was 1 is 5.
fn renumbered() -> Edition {
    let edition = Edition::small();
    edition.run(
        "UPDATE article SET id = 5 WHERE id = 1; \
         UPDATE article_text SET article = 5, headline = 'Where they meet now' WHERE article = 1 AND language = 1; \
         UPDATE article_text SET article = 5 WHERE article = 1; \
         UPDATE article_fact SET article = 5 WHERE article = 1; \
         UPDATE article_source SET article = 5 WHERE article = 1; \
         UPDATE article_source_text SET article = 5 WHERE article = 1; \
         UPDATE article_zone SET article = 5 WHERE article = 1",
    );
    edition
}

#[test]
fn who_reads_a_story_reads_it_in_the_new_edition_whatever_its_key_is() {
    on_stage(library(Edition::small()), WIDE, None, |stage| {
        stage.visit("article/two-rivers");
        assert_eq!(stage.find("Where they meet now").len(), 0, "not yet");
        stage.kiosk().turn_to(library(renumbered()));
        stage.rest().unwrap();
        let catalogue = stage.kiosk().catalogue();
        let id = catalogue.articles.iter().find(|one| one.slug == "two-rivers").unwrap().id;
        assert_eq!(id.0, 5);
        assert_eq!(stage.kiosk().state().screen(), Screen::Article { article: id });
        assert!(stage.kiosk().state().session().words > 0, "its text is there");
        assert!(!stage.find("Where they meet now").is_empty(), "in its new words");
    });
}

#[test]
fn who_reads_a_story_that_is_gone_finds_the_home_screen() {
    on_stage(library(Edition::small()), WIDE, None, |stage| {
        stage.visit("article/eleven-chains");
        let without = Edition::small();
        for table in ["article_text", "article_source", "article_source_text"] {
            without.run(&format!("DELETE FROM {table} WHERE article = 2"));
        }
        without.run("DELETE FROM article WHERE id = 2");
        stage.kiosk().turn_to(library(without));
        stage.rest().unwrap();
        assert_eq!(stage.kiosk().state().screen(), Screen::Home);
    });
}

/// What the glass shows of `edition` after `way`.
fn seen(edition: Edition, way: impl FnOnce(&Stage) + Send) -> Frame {
    on_stage(library(edition), WIDE, None, |stage| {
        way(stage);
        stage.rest().unwrap();
        stage.glass().frame().clone()
    })
}

#[test]
fn the_new_edition_shows_the_same_pixels_as_if_it_had_been_there_from_the_start() {
    let turned = seen(Edition::small(), |stage| {
        stage.visit("article/two-rivers");
        stage.kiosk().turn_to(library(renumbered()));
    });
    let fresh = seen(renumbered(), |stage| stage.visit("article/two-rivers"));
    assert!(turned == fresh, "some pixels are of the old edition");
}

/// The small edition with its two pictures changed for each other, under the same keys.
fn exchanged() -> Edition {
    let edition = Edition::small();
    edition.run(
        "CREATE TEMP TABLE kept AS SELECT * FROM picture; \
         UPDATE picture SET (width, height, bytes) = \
         (SELECT width, height, bytes FROM kept WHERE kept.id = 3 - picture.id); \
         DROP TABLE kept",
    );
    edition
}

#[test]
fn a_picture_that_was_replaced_under_its_key_is_shown_at_once() {
    for page in ["article/two-rivers", "home"] {
        let turned = seen(Edition::small(), |stage| {
            stage.visit(page);
            stage.kiosk().turn_to(library(exchanged()));
        });
        let fresh = seen(exchanged(), |stage| stage.visit(page));
        assert!(turned == fresh, "{page} shows a picture of the old edition");
    }
}

#[test]
fn a_picture_on_its_way_while_the_edition_turns_is_not_taken_for_one_of_the_new() {
    let turned = seen(Edition::small(), |stage| {
        stage.kiosk().handle(Event::Home);
        // Drawn once, so that pictures are asked for, and turned before they can come.
        let _ = stage.glass().turn();
        assert!(stage.kiosk().is_waiting(), "something is on its way");
        stage.kiosk().turn_to(library(exchanged()));
    });
    let fresh = seen(exchanged(), |stage| stage.visit("home"));
    assert!(turned == fresh, "a picture of the old edition came late");
}

#[test]
fn after_the_turn_the_loop_begins_with_the_words_of_the_new_edition() {
    on_stage(library(Edition::small()), WIDE, None, |stage| {
        stage.visit("home");
        stage.kiosk().turn_to(library(renumbered()));
        stage.rest().unwrap();
        assert!(stage.find("Where two rivers meet").is_empty(), "on the home screen");
        while stage.kiosk().state().screen() != Screen::Attract {
            stage.wait_for_deadline().unwrap();
        }
        for _ in 0..6 {
            assert!(stage.find("Where two rivers meet").is_empty(), "in the loop");
            stage.advance(std::time::Duration::from_millis(100)).unwrap();
        }
    });
}

#[test]
fn visits_go_on_beginning_in_the_language_that_was_asked_for() {
    on_stage(library(Edition::small()), WIDE, Some("zh"), |stage| {
        stage.visit("home");
        stage.kiosk().turn_to(library(renumbered()));
        stage.kiosk().handle(Event::StartOver);
        stage.kiosk().handle(Event::Home);
        stage.rest().unwrap();
        let catalogue = stage.kiosk().catalogue();
        let language = catalogue.language(stage.kiosk().state().session().language).unwrap();
        assert_eq!(language.tag, "zh");
    });
}

#[test]
fn an_edition_that_is_delivered_is_shown_and_of_several_the_last() {
    std::thread::spawn(|| {
        let (courier, deliveries) = deliveries();
        let setup = Setup {
            deliveries: Some(deliveries),
            ..setup(library(Edition::small()), WIDE, Access::AS_DESIGNED, None)
        };
        let stage = Stage::open(setup).unwrap();
        let named = |version: &str| {
            let edition = Edition::small();
            edition.run(&format!("UPDATE edition SET version = '{version}'"));
            library(edition)
        };
        assert!(courier.deliver(named("2026.11.2")), "there is a kiosk");
        assert!(courier.deliver(named("2026.11.3")), "there is a kiosk");
        assert!(stage.glass().take_one(std::time::Duration::from_secs(10)), "the bell rang");
        stage.rest().unwrap();
        assert_eq!(stage.kiosk().catalogue().version, "2026.11.3");
        drop(stage);
        assert!(!courier.deliver(named("2026.11.4")), "nobody is there any more");
    })
    .join()
    .unwrap();
}
