//! Every event in every kind of place, soon, in the last moment and when the time is up: what the glass shows then,
//! what lies behind it, what is asked for outside, and how long it waits from there.

mod place;
mod table;
mod then;

use std::collections::BTreeSet;
use std::time::Duration;

use kiosk::nav::{Event, Screen};

use crate::glass::Glass;
use crate::world::{Visit, almost, is_deed, seconds};
use place::{PLACES, Place};
use table::rows;
use then::{Then, Wait, ends, patience};

/// When it happens, what happens, and what follows.
type Row = (When, Event, Then);

/// When it happens.
#[derive(Debug, Clone, Copy, PartialEq)]
enum When {
    /// Five seconds after the screen, or the question, has come.
    Soon,
    /// When the time of the screen, or of the question, is up.
    Due,
    /// A moment before the visit is over, and nobody has looked at the clock.
    Last,
    /// When it is over, and nobody has looked at the clock.
    Over,
}

impl When {
    fn time(self, visit: &Visit) -> Duration {
        match self {
            Self::Soon => visit.now + seconds(5),
            Self::Due => visit.state.deadline(),
            Self::Last => almost(visit.end()),
            Self::Over => visit.end(),
        }
    }
}

fn check(place: Place, when: When, event: &Event, then: &Then) {
    let what = format!("{event:?}, {when:?}, {place:?}");
    let mut visit = place.arrive();
    visit.now = when.time(&visit);
    let (before, step) = (Glass::of(&visit), visit.state.session().step);
    let deadline = visit.state.deadline();
    let mut wanted = before.clone();
    (then.turn)(&mut wanted);

    let effects = visit.does(event.clone());

    assert_eq!(Glass::of(&visit), wanted, "the glass: {what}");
    assert_eq!(effects, then.effects, "asked for outside: {what}");
    let is_new = visit.state.session().step != step;
    assert_eq!(is_new, wanted.screen != before.screen, "another screen, another step: {what}");
    assert_eq!(
        visit.state.session().can_go_back(),
        !matches!(wanted.screen, Screen::Attract | Screen::Home),
        "whether Back is offered: {what}"
    );
    let wanted_deadline = match then.wait {
        Wait::GoesOn => deadline,
        Wait::BeginsAnew => visit.now + seconds(patience(&wanted).expect("a screen that waits")),
        Wait::Is(span) => visit.now + seconds(span),
    };
    assert_eq!(visit.state.deadline(), wanted_deadline, "how long it waits: {what}");
}

#[test]
fn every_event_in_every_place_has_the_answer_of_the_table() {
    let mut count = 0;
    for place in PLACES {
        for (when, event, then) in rows(place) {
            check(place, when, &event, &then);
            count += 1;
        }
    }
    println!("{count} answers");
}

/// The places where somebody is.
fn visits() -> impl Iterator<Item = Place> {
    PLACES.into_iter().filter(|place| !matches!(place, Place::Loop | Place::PausedLoop))
}

#[test]
fn until_the_last_moment_of_a_visit_every_touch_has_the_same_answer() {
    for place in visits() {
        for (_, event, then) in rows(place).iter().filter(|row| is_deed(&row.1)) {
            check(place, When::Last, event, then);
        }
    }
}

#[test]
fn whatever_is_touched_after_the_end_of_a_visit_only_wakes_the_loop() {
    for place in visits() {
        for (_, event, _) in rows(place).iter().filter(|row| is_deed(&row.1)) {
            check(place, When::Over, event, &ends());
        }
    }
}

/// A new event does not compile here until it has a name, and does not pass below until every place answers it.
fn name(event: &Event) -> &'static str {
    match event {
        Event::Back => "Back",
        Event::BodyShown { .. } => "BodyShown",
        Event::CloseAccess => "CloseAccess",
        Event::CompareZone(None) => "CompareZone, none",
        Event::CompareZone(Some(_)) => "CompareZone",
        Event::Continue => "Continue",
        Event::FilterZones(None) => "FilterZones, all",
        Event::FilterZones(Some(_)) => "FilterZones",
        Event::Home => "Home",
        Event::OpenAccess => "OpenAccess",
        Event::OpenArticle(_) => "OpenArticle",
        Event::OpenFigures => "OpenFigures",
        Event::OpenPage(_) => "OpenPage",
        Event::OpenPicture(_) => "OpenPicture",
        Event::OpenSearch => "OpenSearch",
        Event::OpenSection(_) => "OpenSection",
        Event::OpenTopic(_, None) => "OpenTopic, all",
        Event::OpenTopic(_, Some(_)) => "OpenTopic",
        Event::OpenZone(None) => "OpenZone, none",
        Event::OpenZone(Some(_)) => "OpenZone",
        Event::PlaylistChanged(_) => "PlaylistChanged",
        Event::Query(_) => "Query",
        Event::SetAccess(_) => "SetAccess",
        Event::SetLanguage(_) => "SetLanguage",
        Event::StartOver => "StartOver",
        Event::StepTo(_) => "StepTo",
        Event::Tick => "Tick",
        Event::TogglePause => "TogglePause",
        Event::Touched => "Touched",
    }
}

#[test]
fn the_table_leaves_no_event_and_no_screen_out() {
    let known: BTreeSet<_> = PLACES.into_iter().flat_map(rows).map(|row| name(&row.1)).collect();
    assert_eq!(known.len(), 29, "one for each arm above: {known:?}");
    for place in PLACES {
        let answered: BTreeSet<_> = rows(place).iter().map(|row| name(&row.1)).collect();
        assert_eq!(answered, known, "{place:?}");
        let is_due = rows(place).iter().any(|row| row.0 == When::Due);
        assert!(is_due, "{place:?} says what happens when its time is up");
    }
    let kinds = |is_so: fn(&Glass) -> bool| -> BTreeSet<&str> {
        let glasses = PLACES.map(|place| Glass::of(&place.arrive()));
        glasses.iter().filter(|glass| is_so(glass)).map(|glass| kind(glass.screen)).collect()
    };
    let all = kinds(|glass| !glass.is_asked && !glass.is_access_open);
    assert_eq!(all.len(), 12, "every kind of screen: {all:?}");
    assert!(kinds(|glass| glass.is_asked).len() > 4, "some of them with the question");
    assert!(kinds(|glass| glass.is_access_open).len() > 2, "and some with the access sheet");
}

/// A new screen does not compile here until it has a name.
fn kind(screen: Screen) -> &'static str {
    match screen {
        Screen::Attract => "attract",
        Screen::Home => "home",
        Screen::Section { topic: None, .. } => "section",
        Screen::Section { topic: Some(_), .. } => "topic",
        Screen::Article { .. } => "article",
        Screen::Page { .. } => "page",
        Screen::Gallery { .. } => "gallery",
        Screen::Zones { zone: None, .. } => "map",
        Screen::Zones { beside: None, .. } => "sheet of a zone",
        Screen::Zones { .. } => "two zones",
        Screen::Figures => "figures",
        Screen::Search => "search",
    }
}
