//! What a visitor leaves behind: nothing. After any visit and any end of it the glass is that of a fresh kiosk.

use kiosk::app::Stage;
use kiosk::nav::{Event, Screen, Session};
use kiosk::panel::Frame;

use crate::common::Visitor;
use crate::dice::Dice;
use crate::eyes::{seen, visibly_differing};
use crate::glasses::{PANES, Pane, timeless};
use crate::monkey::hand::Hand;

/// Rounds of the loop after which a slide stood at every step of the way against burn-in: it has eight.
const STEPS: usize = 8;

/// Touches of one visit.
const TOUCHES: usize = 60;

/// Where a visitor might find traces of the one before.
const PLACES: [&str; 8] = [
    "home",
    "section/news",
    "section/living",
    "zones",
    "figures",
    "search",
    "access",
    "page/privacy",
];

/// The places and one story with its pictures.
fn places(stage: &Stage) -> Vec<String> {
    let story = &stage.kiosk().catalogue().articles[0].slug;
    let own = [format!("article/{story}"), format!("gallery/{story}")];
    PLACES.map(str::to_owned).into_iter().chain(own).collect()
}

/// What a fresh kiosk shows.
struct Fresh {
    /// The first slide at every step of the way.
    first_slides: Vec<Frame>,
    /// Every place, each after a return to the loop.
    places: Vec<Frame>,
    session: Session,
}

fn fresh(stage: &Stage) -> Fresh {
    stage.rest().unwrap();
    let session = stage.kiosk().state().session().clone();
    let mut first_slides = vec![seen(stage)];
    while first_slides.len() < STEPS {
        stage.wait_for_deadline().unwrap();
        stage.rest().unwrap();
        if stage.kiosk().state().attract().current() == 0 {
            first_slides.push(seen(stage));
        }
    }
    let frames = places(stage).iter().map(|place| visited(stage, place)).collect();
    Fresh { first_slides, places: frames, session }
}

/// The frame of a place that a new visit begins with.
fn visited(stage: &Stage, place: &str) -> Frame {
    stage.visit(place);
    let frame = seen(stage);
    stage.kiosk().handle(Event::StartOver);
    stage.rest().unwrap();
    frame
}

/// How a visit ends, by its name.
type End = (&'static str, fn(&Stage));

/// The three ends that a visit can have.
const ENDS: [End; 3] = [
    ("start over", |stage| stage.kiosk().handle(Event::StartOver)),
    ("nobody answers the question", |stage| {
        stage.kiosk().handle(Event::OpenSearch);
        wait_for_the_end(stage);
    }),
    ("nobody at the home screen", |stage| {
        stage.kiosk().handle(Event::Home);
        wait_for_the_end(stage);
    }),
];

fn wait_for_the_end(stage: &Stage) {
    while stage.kiosk().state().screen() != Screen::Attract {
        stage.wait_for_deadline().unwrap();
    }
}

fn compare(stage: &Stage, fresh: &Fresh, visit: &str, faults: &mut Vec<String>) {
    let here = stage.kiosk().state();
    let (session, first) = (here.session(), &fresh.session);
    let is_same = (session.language, session.screen, session.words, session.prompt, session.access)
        == (first.language, first.screen, first.words, first.prompt, first.access)
        && !session.is_access_open
        && session.query.is_empty()
        && session.zone_kind.is_none()
        && session.history().is_empty();
    if !is_same {
        faults.push(format!("{visit}: {session:?}"));
    }
    if here.attract().current() != 0 || here.attract().is_paused() {
        faults.push(format!("{visit}: the loop is at {:?}", here.attract()));
    }
    let frame = seen(stage);
    let pixels = |slide: &Frame| visibly_differing(&frame, slide, frame.bounds());
    let least = fresh.first_slides.iter().map(pixels).min().unwrap_or(0);
    if least > 0 {
        faults.push(format!("{visit}: {least} pixels of the loop differ from a fresh kiosk"));
    }
    for (place, first) in places(stage).iter().zip(&fresh.places) {
        let frame = visited(stage, place);
        let pixels = visibly_differing(&frame, first, frame.bounds());
        if pixels > 0 {
            faults.push(format!("{visit}: {place}: {pixels} pixels differ from a fresh kiosk"));
        }
    }
}

fn visits(pane: Pane, seed: u64) -> Vec<String> {
    pane.open(timeless(), |stage| {
        let fresh = fresh(stage);
        let mut faults = Vec::new();
        let mut hand = Hand::new(stage, Dice(seed));
        for (end, ending) in ENDS {
            stage.kiosk().handle(Event::Home);
            hand.touch(TOUCHES);
            // Wherever the hand got to: something of everything is left open.
            leave_traces(stage);
            ending(stage);
            stage.rest().unwrap();
            compare(stage, &fresh, &format!("{}, {end}", pane.name), &mut faults);
        }
        faults
    })
}

/// Changes what a visitor can change, by the visitor's own means.
fn leave_traces(stage: &Stage) {
    let kiosk = stage.kiosk();
    kiosk.handle(Event::Continue);
    let chinese = kiosk.catalogue().languages[1].id;
    kiosk.handle(Event::Home);
    kiosk.handle(Event::SetLanguage(chinese));
    kiosk.handle(Event::OpenSearch);
    kiosk.handle(Event::Query("gang".to_owned()));
    kiosk.handle(Event::OpenZone(None));
    let kind = kiosk.catalogue().zones[1].kind.clone();
    kiosk.handle(Event::FilterZones(Some(kind.into())));
    kiosk.handle(Event::OpenArticle(kiosk.catalogue().articles[0].id));
    kiosk.handle(Event::OpenAccess);
    stage.rest().unwrap();
    for choice in ["文字125%", "高对比度"] {
        if let Some(one) = crate::finger::buttons(stage).into_iter().find(|one| one.label == choice)
        {
            crate::finger::tap(stage, one.middle());
        }
    }
    stage.rest().unwrap();
}

#[test]
fn a_fresh_kiosk_cannot_be_told_from_one_that_somebody_has_left() {
    for (at, pane) in (0..).zip(PANES) {
        let faults = visits(pane, 0xB0A7 + at);
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

#[test]
fn a_page_that_was_scrolled_or_flicked_begins_at_its_top_the_next_time() {
    for pane in PANES {
        pane.open(timeless(), |stage| {
            let glazing = stage.kiosk().ui().glazing();
            let (x, y) = (glazing.width as f32 * 0.6, glazing.height as f32 * 0.6);
            for place in places(stage) {
                let first = visited(stage, &place);
                stage.visit(&place);
                // A flick is still on its way when the visit ends.
                crate::finger::drag(stage, (x, y), (x, y * 0.3), 3);
                stage.kiosk().handle(Event::StartOver);
                stage.rest().unwrap();
                let again = visited(stage, &place);
                let pixels = visibly_differing(&again, &first, first.bounds());
                assert_eq!(pixels, 0, "{}: {place} is not at its top", pane.name);
            }
        });
    }
}

#[test]
fn another_topic_begins_at_its_top_while_the_last_one_still_moves() {
    for pane in PANES {
        pane.open(timeless(), |stage| {
            let glazing = stage.kiosk().ui().glazing();
            let (x, y) = (glazing.width as f32 * 0.6, glazing.height as f32 * 0.6);
            let catalogue = stage.kiosk().catalogue();
            let section = &catalogue.sections[1];
            let topics = [None, section.topics.first().copied(), None];
            for topic in topics {
                stage.kiosk().handle(Event::Home);
                stage.kiosk().handle(Event::OpenTopic(section.id, topic));
                stage.rest().unwrap();
                let first = seen(stage);
                let other = topics.iter().copied().find(|other| *other != topic).flatten();
                stage.kiosk().handle(Event::OpenTopic(section.id, other));
                stage.rest().unwrap();
                crate::finger::drag(stage, (x, y), (x, y * 0.3), 3);
                stage.kiosk().handle(Event::OpenTopic(section.id, topic));
                stage.rest().unwrap();
                let pixels = visibly_differing(&seen(stage), &first, first.bounds());
                assert_eq!(pixels, 0, "{}: {topic:?} is not at its top", pane.name);
            }
        });
    }
}
