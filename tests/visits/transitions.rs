//! Every frame on the way from one page to another: never blank, never a third picture, and soon over.

use std::time::Duration;

use kiosk::app::Stage;
use kiosk::nav::{Access, Event, TextSize};
use kiosk::panel::{Frame, Input, Rect};

use crate::common::Visitor;
use crate::eyes::{differing, is_blank, seen, strange};
use crate::finger::{FRAME, button};
use crate::glasses::{PANES, timeless};

/// How long a change of page may take.
const CHANGE: Duration = Duration::from_millis(250);

/// How long a change of slide may take, from its deadline to the last frame; the fade itself takes 600 ms.
const SLIDE: Duration = Duration::from_millis(1_100);

/// A button with the pixels that its edges are blended into.
fn around(button: Rect) -> Rect {
    const EDGE: u32 = 3;
    Rect {
        x: button.x.saturating_sub(EDGE),
        y: button.y.saturating_sub(EDGE),
        width: button.width + 2 * EDGE,
        height: button.height + 2 * EDGE,
    }
}

/// Where no finger is.
const NOWHERE: Rect = Rect { x: 0, y: 0, width: 0, height: 0 };

/// The frames of the next second, one every 16 ms, after whatever `cause` does.
fn film(stage: &Stage, cause: impl FnOnce(&Stage)) -> Vec<Frame> {
    cause(stage);
    stage.settle().unwrap();
    let mut frames = vec![seen(stage)];
    for _ in 0..75 {
        stage.advance(FRAME).unwrap();
        frames.push(seen(stage));
    }
    frames
}

/// The time from which on nothing changes any more.
fn still_from(frames: &[Frame]) -> Duration {
    let last = frames.last().unwrap();
    let moving = frames.iter().rposition(|frame| frame != last);
    FRAME * u32::try_from(moving.map_or(0, |at| at + 1)).unwrap()
}

/// Looks through a change that shows one page and then the other and nothing else.
fn judge(what: &str, before: &Frame, frames: &[Frame], finger: Rect, faults: &mut Vec<String>) {
    let after = frames.last().unwrap();
    for (at, frame) in frames.iter().enumerate() {
        if is_blank(frame) {
            faults.push(format!("{what}: frame {at} is blank"));
        }
        // A button that is let go of is drawn over the new page until it has faded.
        let strangers =
            strange(frame, before, after, frame.bounds()) - strange(frame, before, after, finger);
        if strangers > 0 {
            faults.push(format!("{what}: frame {at} has {strangers} pixels of a third picture"));
        }
    }
    let time = still_from(frames);
    if time > CHANGE {
        faults.push(format!("{what}: takes {time:?}"));
    }
}

/// A finger down on a button: the page is still the old one, the button is seen pressed.
fn press(stage: &Stage, label: &str) -> (f32, f32) {
    let (x, y) = button(stage, label).middle();
    stage.glass().touch(Input::Pressed { x, y });
    stage.advance(Duration::from_millis(150)).unwrap();
    (x, y)
}

#[test]
fn a_page_gives_way_to_the_next_one_and_to_nothing_in_between() {
    for pane in PANES {
        let faults = pane.open(timeless(), |stage| {
            let mut faults = Vec::new();
            let catalogue = stage.kiosk().catalogue();
            let story = &catalogue.articles[0];
            let headline = catalogue.text(&story.headline, catalogue.default_language);
            for (place, label) in [
                ("home", "Search"),
                ("section/news", "Home"),
                ("figures", "Home"),
                ("zones", "Search"),
                ("search", "Back"),
                ("home", "Map of the zones"),
                ("home", "The area in figures"),
                ("page/privacy", "Back"),
                (&format!("article/{}", story.slug), "Home"),
                (&format!("article/{}", story.slug), "中文"),
                (&format!("gallery/{}", story.slug), "Back to the story"),
            ] {
                if stage.kiosk().state().session().language != catalogue.default_language {
                    stage.kiosk().handle(Event::SetLanguage(catalogue.default_language));
                }
                stage.visit("home");
                stage.visit(place);
                if stage.find(label).is_empty() {
                    // Farther down on a small panel.
                    stage.tap_on("Further");
                }
                let finger = around(button(stage, label).pixels());
                let (x, y) = press(stage, label);
                let before = seen(stage);
                let frames = film(stage, |stage| stage.glass().touch(Input::Released { x, y }));
                assert!(frames.last().unwrap() != &before, "{}: {place}: {label}", pane.name);
                judge(
                    &format!("{}: {place}: «{label}»", pane.name),
                    &before,
                    &frames,
                    finger,
                    &mut faults,
                );
            }
            assert!(!headline.is_empty(), "a story to read");
            faults
        });
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

#[test]
fn while_a_page_waits_for_its_words_and_pictures_the_glass_is_never_blank() {
    for pane in PANES {
        pane.open(timeless(), |stage| {
            let catalogue = stage.kiosk().catalogue();
            let articles = catalogue.articles.iter().map(|one| Event::OpenArticle(one.id));
            let sections = catalogue.sections.iter().map(|one| Event::OpenSection(one.id));
            for event in articles.take(6).chain(sections).chain([Event::Home, Event::OpenFigures]) {
                stage.kiosk().handle(event.clone());
                // Drawn at once, before anything that was asked for can have come.
                let _ = stage.glass().turn();
                assert!(!is_blank(&seen(stage)), "{}: {event:?}", pane.name);
                for _ in 0..8 {
                    stage.glass().advance(FRAME);
                    assert!(!is_blank(&seen(stage)), "{}: {event:?}", pane.name);
                }
                stage.rest().unwrap();
            }
        });
    }
}

#[test]
fn another_text_size_and_contrast_change_the_page_in_one_step() {
    for pane in PANES {
        let faults = pane.open(timeless(), |stage| {
            let mut faults = Vec::new();
            let story = stage.kiosk().catalogue().articles[0].slug.clone();
            for place in [format!("article/{story}"), "home".to_owned(), "search".to_owned()] {
                stage.visit(&place);
                let larger = Access { text_size: TextSize::Largest, ..Access::default() };
                let contrast = Access { has_high_contrast: true, ..larger };
                for access in [larger, contrast, Access::default()] {
                    let before = seen(stage);
                    let frames =
                        film(stage, |stage| stage.kiosk().handle(Event::SetAccess(access)));
                    let what = format!("{}: {place}: {access:?}", pane.name);
                    judge(&what, &before, &frames, NOWHERE, &mut faults);
                }
            }
            faults
        });
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

/// The corner of the loop that nothing but the picture is in: no words, and nothing that darkens the ground of any.
fn sky(frame: &Frame) -> Rect {
    let (width, height) = (frame.width(), frame.height());
    Rect { x: width * 8 / 10, y: 0, width: width * 2 / 10, height: height * 5 / 100 }
}

#[test]
fn one_slide_fades_into_the_next_and_its_picture_is_never_anything_else() {
    for pane in PANES {
        pane.open(timeless(), |stage| {
            for turn in 0..3 {
                let before = seen(stage);
                let frames = film(stage, |stage| stage.wait_for_deadline().unwrap());
                let after = frames.last().unwrap();
                let sky = sky(after);
                assert!(differing(&before, after, sky) > 0, "{}: another picture", pane.name);
                let mut mixed = 0;
                for (at, frame) in frames.iter().enumerate() {
                    assert!(!is_blank(frame), "{}: turn {turn}, frame {at}", pane.name);
                    let strangers = strange(frame, &before, after, sky);
                    assert_eq!(strangers, 0, "{}: turn {turn}, frame {at}", pane.name);
                    let is_mixed =
                        differing(frame, &before, sky) > 0 && differing(frame, after, sky) > 0;
                    mixed += usize::from(is_mixed);
                }
                assert!(mixed >= 30, "{}: {mixed} frames of a fade", pane.name);
                let time = still_from(&frames);
                assert!(time <= SLIDE, "{}: at rest after {time:?}", pane.name);
            }
        });
    }
}

#[test]
fn a_page_that_is_turned_is_still_within_a_quarter_of_a_second() {
    for pane in PANES {
        pane.open(timeless(), |stage| {
            stage.visit("figures");
            for label in ["Further", "Up"] {
                let (x, y) = button(stage, label).middle();
                stage.glass().touch(Input::Pressed { x, y });
                stage.advance(FRAME).unwrap();
                let before = seen(stage);
                let frames = film(stage, |stage| stage.glass().touch(Input::Released { x, y }));
                assert!(frames.iter().all(|frame| !is_blank(frame)), "{}: blank", pane.name);
                assert!(frames.last().unwrap() != &before, "{}: it turned", pane.name);
                let time = still_from(&frames);
                assert!(time <= CHANGE, "{}: «{label}» takes {time:?}", pane.name);
            }
        });
    }
}
