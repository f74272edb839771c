//! The first tap after anything answers; only who wakes the screen with a double tap presses nothing by the second.

use std::time::Duration;

use kiosk::app::Stage;
use kiosk::nav::{Event, Screen};
use kiosk::panel::Input;

use crate::common::Visitor;
use crate::edition::Edition;
use crate::finger::{FRAME, button, tap, tap_quickly};
use crate::glasses::{PANES, timeless};
use kiosk::content::Library;

/// How long nothing can be pressed after the tap that woke the screen.
const WAKING: Duration = Duration::from_millis(300);

fn library(edition: Edition) -> Library {
    Library::from_bytes(edition.sealed_bytes()).unwrap()
}

/// The middle of the picture in the loop.
fn picture(stage: &Stage) -> (f32, f32) {
    let glazing = stage.kiosk().ui().glazing();
    (glazing.width as f32 / 2.0, glazing.height as f32 * 0.4)
}

fn screen(stage: &Stage) -> Screen {
    stage.kiosk().state().screen()
}

fn in_a_story(stage: &Stage) {
    stage.kiosk().handle(Event::OpenArticle(stage.kiosk().catalogue().articles[0].id));
    stage.rest().unwrap();
}

/// One frame later, a tap on `label` leads to `there`.
fn leads(stage: &Stage, label: &str, there: Screen, after: &str) {
    stage.advance(FRAME).unwrap();
    tap_quickly(stage, label);
    assert_eq!(screen(stage), there, "«{label}», first tap {after}");
}

#[test]
fn the_first_tap_after_waking_answers_as_soon_as_no_double_tap_can_be_meant() {
    for pane in PANES {
        pane.open(timeless(), |stage| {
            tap(stage, picture(stage));
            assert!(matches!(screen(stage), Screen::Article { .. }), "{}: woken", pane.name);
            stage.advance(WAKING).unwrap();
            leads(stage, "Home", Screen::Home, pane.name);
            stage.kiosk().handle(Event::StartOver);
            stage.rest().unwrap();
            tap_quickly(stage, "中文");
            assert_eq!(screen(stage), Screen::Home, "{}: woken by a language", pane.name);
            stage.advance(WAKING).unwrap();
            leads(stage, "搜索", Screen::Search, pane.name);
        });
    }
}

#[test]
fn the_second_of_two_quick_taps_that_wake_the_screen_presses_nothing() {
    for pane in PANES {
        pane.open(timeless(), |stage| {
            for pause in [
                FRAME,
                Duration::from_millis(60),
                Duration::from_millis(150),
                Duration::from_millis(230),
            ] {
                // Known from a visit before: the dock is not there yet when the first tap falls.
                in_a_story(stage);
                let search = button(stage, "Search").middle();
                stage.kiosk().handle(Event::StartOver);
                stage.rest().unwrap();
                for second in [picture(stage), search] {
                    tap(stage, picture(stage));
                    let woken = screen(stage);
                    stage.advance(pause).unwrap();
                    tap(stage, second);
                    stage.rest().unwrap();
                    assert_eq!(screen(stage), woken, "{}: {pause:?} after", pane.name);
                    stage.kiosk().handle(Event::StartOver);
                    stage.rest().unwrap();
                }
                // Pressed too early, lifted late enough: still the second half of a double tap.
                tap(stage, picture(stage));
                let woken = screen(stage);
                stage.advance(pause).unwrap();
                stage.glass().touch(Input::Pressed { x: search.0, y: search.1 });
                stage.advance(WAKING * 2).unwrap();
                stage.glass().touch(Input::Released { x: search.0, y: search.1 });
                stage.rest().unwrap();
                assert_eq!(screen(stage), woken, "{}: a long second tap", pane.name);
            }
        });
    }
}

#[test]
fn the_first_tap_answers_after_a_change_of_page_of_language_and_of_size() {
    for pane in PANES {
        pane.open(timeless(), |stage| {
            in_a_story(stage);
            stage.advance(WAKING).unwrap();
            leads(stage, "Home", Screen::Home, pane.name);
            leads(stage, "Search", Screen::Search, pane.name);
            leads(stage, "Back", Screen::Home, pane.name);
            in_a_story(stage);
            tap_quickly(stage, "中文");
            leads(stage, "首页", Screen::Home, "after another language");
            tap_quickly(stage, "English");
            stage.advance(FRAME).unwrap();
            tap_quickly(stage, "Access");
            assert!(stage.kiosk().state().session().is_access_open, "{}: the sheet", pane.name);
            for size in ["Text at 200 percent", "Text at 150 percent", "Text at 100 percent"] {
                stage.advance(FRAME).unwrap();
                tap_quickly(stage, size);
                let percent = stage.kiosk().state().session().access.text_size.percent();
                assert!(size.contains(&percent.to_string()), "{}: {size}", pane.name);
            }
            stage.advance(FRAME).unwrap();
            tap_quickly(stage, "Done");
            assert!(!stage.kiosk().state().session().is_access_open, "{}: closed", pane.name);
            leads(stage, "Search", Screen::Search, "after the sheet");
        });
    }
}

#[test]
fn the_sheet_of_choices_opens_and_closes_over_every_screen() {
    for pane in PANES {
        pane.open(timeless(), |stage| {
            let story = stage.kiosk().catalogue().articles[0].slug.clone();
            for place in ["home", "section/news", "zones", "figures", "search", "page/privacy"]
                .map(str::to_owned)
                .into_iter()
                .chain([format!("article/{story}"), format!("gallery/{story}")])
            {
                stage.visit(&place);
                tap_quickly(stage, "Access");
                stage.advance(FRAME).unwrap();
                tap_quickly(stage, "High contrast");
                let access = stage.kiosk().state().session().access;
                assert!(access.has_high_contrast, "{}: {place}: chosen", pane.name);
                stage.advance(FRAME).unwrap();
                tap_quickly(stage, "Reset");
                let access = stage.kiosk().state().session().access;
                assert!(!access.has_high_contrast, "{}: {place}: taken back", pane.name);
                stage.advance(FRAME).unwrap();
                tap_quickly(stage, "Done");
                let session = stage.kiosk().state().session().clone();
                assert!(!session.is_access_open, "{}: {place}: closed", pane.name);
            }
        });
    }
}

#[test]
fn the_first_tap_answers_after_the_question() {
    for pane in PANES {
        pane.open(timeless(), |stage| {
            in_a_story(stage);
            while stage.kiosk().state().session().prompt.is_none() {
                stage.wait_for_deadline().unwrap();
            }
            stage.advance(FRAME).unwrap();
            tap_quickly(stage, "Go on reading");
            assert!(stage.kiosk().state().session().prompt.is_none(), "{}: answered", pane.name);
            leads(stage, "Home", Screen::Home, "after the question");
        });
    }
}

/// How a visit ends, by its name.
type End = (&'static str, fn(&Stage));

#[test]
fn the_first_tap_answers_after_a_visit_has_ended_in_whatever_way() {
    for pane in PANES {
        pane.open(timeless(), |stage| {
            let ends: [End; 3] = [
                ("start over", |stage| {
                    in_a_story(stage);
                    while stage.kiosk().state().session().prompt.is_none() {
                        stage.wait_for_deadline().unwrap();
                    }
                    stage.advance(FRAME).unwrap();
                    tap_quickly(stage, "Start over");
                }),
                ("nobody answered", |stage| {
                    in_a_story(stage);
                    while screen(stage) != Screen::Attract {
                        stage.wait_for_deadline().unwrap();
                    }
                }),
                ("nobody at the home screen", |stage| {
                    stage.kiosk().handle(Event::Home);
                    while screen(stage) != Screen::Attract {
                        stage.wait_for_deadline().unwrap();
                    }
                }),
            ];
            for (name, end) in ends {
                end(stage);
                assert_eq!(screen(stage), Screen::Attract, "{}: {name}", pane.name);
                stage.advance(FRAME).unwrap();
                tap(stage, picture(stage));
                let here = screen(stage);
                assert!(matches!(here, Screen::Article { .. }), "{}: {name}: {here:?}", pane.name);
                stage.advance(WAKING).unwrap();
                leads(stage, "Home", Screen::Home, name);
            }
        });
    }
}

#[test]
fn the_first_tap_answers_after_another_edition() {
    for pane in PANES {
        pane.open(library(Edition::small()), |stage| {
            in_a_story(stage);
            stage.kiosk().turn_to(timeless());
            leads(stage, "Search", Screen::Search, "after another edition");
            stage.kiosk().turn_to(library(Edition::small()));
            leads(stage, "Home", Screen::Home, "after another edition");
            stage.kiosk().handle(Event::StartOver);
            stage.rest().unwrap();
            stage.kiosk().turn_to(timeless());
            stage.advance(FRAME).unwrap();
            tap(stage, picture(stage));
            let here = screen(stage);
            assert!(matches!(here, Screen::Article { .. }), "{}: {here:?}", pane.name);
        });
    }
}
