//! A visitor with one finger, on the scripted kiosk: everything is found by what is written on it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on shall say where")]

mod common;

use common::{COMPACT, TALL, Visitor, WIDE, on_stage, shipped, tagged};
use i_slint_backend_testing::ElementHandle;
use kiosk::nav::Screen;
use kiosk::panel::Input;
use kiosk::ui::Glazing;

const LAYOUTS: [(&str, Glazing); 3] = [("wide", WIDE), ("tall", TALL), ("compact", COMPACT)];

#[test]
fn a_visitor_taps_from_the_loop_through_every_menu_to_a_story_and_back() {
    for (layout, glazing) in LAYOUTS {
        on_stage(shipped(), glazing, None, |stage| {
            let catalogue = stage.kiosk().catalogue();
            let language = catalogue.default_language;
            stage.tap(glazing.width as f32 / 2.0, 400.0).unwrap();
            let first = stage.kiosk().state().attract().slides()[0].article;
            assert_eq!(
                stage.kiosk().state().screen(),
                Screen::Article { article: first },
                "{layout}"
            );
            stage.tap_on("Back");
            assert_eq!(stage.kiosk().state().screen(), Screen::Home, "{layout}: Back leads home");
            for section in &catalogue.sections {
                stage.tap_on(catalogue.text(&section.title, language));
                let here = Screen::Section { section: section.id, topic: None };
                assert_eq!(stage.kiosk().state().screen(), here, "{layout}: the menu opens");
                let topic = catalogue.topic(section.topics[1]).unwrap();
                stage.tap_on(catalogue.text(&topic.title, language));
                let here = Screen::Section { section: section.id, topic: Some(topic.id) };
                assert_eq!(stage.kiosk().state().screen(), here, "{layout}: the topic opens");
                let story = catalogue.articles_of_topic(topic.id).next().unwrap();
                scroll_to(stage, catalogue.text(&story.headline, language));
                stage.tap_on(catalogue.text(&story.headline, language));
                let there = Screen::Article { article: story.id };
                assert_eq!(stage.kiosk().state().screen(), there, "{layout}: the story opens");
                stage.tap_on("Back");
                assert_eq!(stage.kiosk().state().screen(), here, "{layout}: back to its topic");
                stage.tap_on("Home");
                assert_eq!(stage.kiosk().state().screen(), Screen::Home, "{layout}: home");
            }
        });
    }
}

/// Turns pages with the button until the middle of the element is above the dock.
fn scroll_to(stage: &kiosk::app::Stage, label: &str) {
    for _ in 0..20 {
        let dock = stage.find("Home").first().expect("the dock is there").absolute_position().y;
        // Only what is seen is found.
        let found = stage.find(label);
        let middles = found.iter().map(|one| one.absolute_position().y + one.size().height / 2.0);
        if middles.into_iter().any(|middle| middle < dock) {
            return;
        }
        stage.tap_on("Further");
    }
    panic!("«{label}» cannot be scrolled to");
}

#[test]
fn the_language_button_works_in_the_loop_and_on_every_screen() {
    on_stage(shipped(), WIDE, None, |stage| {
        let catalogue = stage.kiosk().catalogue();
        let zh = tagged(&catalogue, "zh");
        stage.tap_on("中文");
        assert_eq!(stage.kiosk().state().session().language, zh, "chosen in the loop");
        assert_eq!(stage.kiosk().state().screen(), Screen::Home, "and a visit begins");
        assert!(!stage.find("首页").is_empty(), "the dock speaks Chinese");
        stage.visit("article/chain-chiefs-nine-months");
        stage.tap_on("English");
        assert!(!stage.find("Home").is_empty(), "the dock speaks English again");
        let here = stage.kiosk().state().screen();
        assert!(matches!(here, Screen::Article { .. }), "the story stays: {here:?}");
    });
}

#[test]
fn the_end_of_every_story_is_reached_by_the_button_alone() {
    for (layout, glazing) in LAYOUTS {
        on_stage(shipped(), glazing, None, |stage| {
            let catalogue = stage.kiosk().catalogue();
            let mut turns = 0;
            for article in &catalogue.articles {
                stage.visit(&format!("article/{}", article.slug));
                while !stage.find("Further").is_empty() {
                    stage.tap_on("Further");
                    turns += 1;
                    assert!(turns < 3_000, "{layout}: {} has an end", article.slug);
                }
                let component = stage.kiosk().ui().component();
                let bottoms = |name: &str| -> Vec<f32> {
                    ElementHandle::find_by_element_type_name(component, name)
                        .map(|one| one.absolute_position().y + one.size().height)
                        .collect()
                };
                let window = bottoms("ScrollColumn")[0];
                let last =
                    bottoms("Related").into_iter().chain(bottoms("Sources")).fold(0.0, f32::max);
                assert!(last > 0.0, "{layout}: {} ends with its sources", article.slug);
                assert!(
                    last <= window + 0.5 && last > window - 80.0,
                    "{layout}: {} ends at {last}, the page at {window}",
                    article.slug
                );
            }
            assert!(
                turns > catalogue.articles.len(),
                "{layout}: most stories are longer than the screen"
            );
        });
    }
}

#[test]
fn who_goes_away_is_asked_once_and_leaves_nothing_behind() {
    on_stage(shipped(), WIDE, None, |stage| {
        stage.tap_on("中文");
        stage.visit("article/chain-chiefs-nine-months");
        stage.wait_for_deadline().unwrap();
        assert!(!stage.find("继续阅读").is_empty(), "the question is asked");
        stage.tap_on("继续阅读");
        assert!(stage.kiosk().state().session().prompt.is_none(), "and answered");
        stage.wait_for_deadline().unwrap();
        stage.wait_for_deadline().unwrap();
        let state = stage.kiosk().state();
        assert_eq!(state.screen(), Screen::Attract, "nobody answered");
        assert_eq!(state.session().language, stage.kiosk().catalogue().default_language, "English");
        assert!(state.session().history().is_empty(), "no way back into the last visit");
        stage.tap(960.0, 500.0).unwrap();
        let screen = stage.kiosk().state().screen();
        assert!(matches!(screen, Screen::Article { .. }), "the first tap answers: {screen:?}");
    });
}

#[test]
fn nothing_behind_the_question_can_be_pressed() {
    on_stage(shipped(), WIDE, None, |stage| {
        stage.visit("prompt/chain-chiefs-nine-months");
        let before = stage.kiosk().state().screen();
        stage.tap_on("Home");
        assert_eq!(stage.kiosk().state().screen(), before, "the dock is out of reach");
        assert!(
            stage.kiosk().state().session().prompt.is_none(),
            "a tap anywhere means: still here"
        );
    });
}

#[test]
fn a_press_that_breaks_off_presses_nothing() {
    on_stage(shipped(), WIDE, None, |stage| {
        stage.visit("home");
        let tile = stage.find("Investing");
        let corner = tile[0].absolute_position();
        stage.glass().touch(Input::Pressed { x: corner.x + 20.0, y: corner.y + 20.0 });
        stage.glass().touch(Input::Cancelled);
        stage.rest().unwrap();
        assert_eq!(stage.kiosk().state().screen(), Screen::Home, "still here");
        stage.tap_on("Living");
        assert!(matches!(stage.kiosk().state().screen(), Screen::Section { .. }), "answers again");
    });
}

#[test]
fn another_size_of_the_window_is_another_layout() {
    on_stage(shipped(), WIDE, None, |stage| {
        assert!(!stage.kiosk().ui().is_compact(), "a desk screen");
        stage.kiosk().ui().window().set_size(slint::PhysicalSize::new(800, 480));
        stage.rest().unwrap();
        assert_eq!(stage.kiosk().ui().glazing().width, 800, "told by the window itself");
        stage.visit("home");
        stage.tap_on("Living");
        assert!(matches!(stage.kiosk().state().screen(), Screen::Section { .. }), "still usable");
    });
}

#[test]
fn the_loop_shows_every_featured_story_in_turn_and_starts_over() {
    on_stage(shipped(), COMPACT, None, |stage| {
        let count = stage.kiosk().state().attract().slides().len();
        assert!((8..=12).contains(&count), "{count} slides");
        for turn in 0..=count {
            assert_eq!(stage.kiosk().state().attract().current(), turn % count, "turn {turn}");
            stage.wait_for_deadline().unwrap();
            stage.rest().unwrap();
        }
    });
}

#[test]
fn who_reads_on_is_not_asked_whether_he_is_there() {
    on_stage(shipped(), WIDE, None, |stage| {
        stage.visit("article/from-plane-to-platform");
        for _ in 0..12 {
            stage.wait(50);
            not_asked(stage, "turning a page is a sign of life");
            let label = if stage.find("Further").is_empty() { "Up" } else { "Further" };
            stage.tap_on(label);
        }
        for _ in 0..12 {
            stage.wait(50);
            not_asked(stage, "so is a drag");
            stage.glass().touch(Input::Pressed { x: 1200.0, y: 600.0 });
            for y in [590.0, 570.0, 550.0] {
                stage.advance(std::time::Duration::from_millis(16)).unwrap();
                stage.glass().touch(Input::Moved { x: 1200.0, y });
            }
            stage.glass().touch(Input::Released { x: 1200.0, y: 550.0 });
            stage.rest().unwrap();
        }
        for _ in 0..4 {
            stage.wait(50);
            not_asked(stage, "so is a touch of the words");
            stage.tap(1200.0, 600.0).unwrap();
        }
    });
}

/// Looked at before the next touch, which would answer the question.
fn not_asked(stage: &kiosk::app::Stage, why: &str) {
    assert!(stage.kiosk().state().session().prompt.is_none(), "{why}");
}
