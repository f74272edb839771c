//! Every state that a visitor of a small world can reach, each looked at, and every event in each at every moment
//! that matters.
//!
//! Two worlds, because places and wishes do not know of each other: in one a visitor goes everywhere, in the other
//! there are few places and everything that can be chosen on them. The random visits mix the two.

mod worlds;

use std::collections::{HashSet, VecDeque};
use std::sync::LazyLock;
use std::time::Duration;

use kiosk::content::{ArticleId, LanguageId};
use kiosk::nav::{Event, IdlePolicy, MAX_HISTORY, Screen};

use crate::glass::Glass;
use crate::promises::{kept, well_formed};
use crate::world::{EN, HOME, MOMENT, Visit, ZH, body, seconds, slide, slides};
use worlds::{places, ways, wishes};

/// Words of a body that take two and a half minutes.
const WORDS: u32 = 250;

/// What makes a state another one, without time: the glass, and the loop while it is on it.
type Spot = (Glass, Option<(Vec<ArticleId>, usize)>);

fn spot(visit: &Visit) -> Spot {
    let attract = visit.state.attract();
    let place = visit.is_over().then(|| {
        let stories = attract.slides().iter().map(|slide| slide.article);
        (stories.collect(), attract.current())
    });
    (Glass::of(visit), place)
}

/// When an event comes: at once, around the time of the screen, and around the end of the visit.
fn moments(visit: &Visit) -> Vec<Duration> {
    let (due, end) = (visit.state.deadline(), visit.end());
    let mut moments = vec![
        visit.now,
        due.saturating_sub(MOMENT),
        due,
        due + MOMENT,
        end.saturating_sub(MOMENT),
        end,
    ];
    moments.retain(|moment| *moment >= visit.now);
    moments.sort_unstable();
    moments.dedup();
    moments
}

/// A walk: all states, and how many events were sent on the way.
struct Walk {
    all: Vec<Visit>,
    events: usize,
}

/// Done once for all that is asked of them.
static WAYS: LazyLock<Walk> = LazyLock::new(|| walk(&ways(), 3));
static WISHES: LazyLock<Walk> = LazyLock::new(|| walk(&wishes(), 3));

/// Breadth first over all events at all moments. Ways back longer than `deep` differ in nothing that matters, so it
/// stops there.
fn walk(deeds: &[Event], deep: usize) -> Walk {
    let start = Visit::start();
    let mut seen = HashSet::from([spot(&start)]);
    let mut waiting = VecDeque::from([start]);
    let mut walk = Walk { all: Vec::new(), events: 0 };
    while let Some(visit) = waiting.pop_front() {
        let mut events = deeds.to_vec();
        events.extend([Event::Tick, body(WORDS)]);
        if visit.is_over() {
            let lists = [slides(), vec![slide(3, 6)], vec![]];
            events.extend(lists.map(Event::PlaylistChanged));
        }
        let moments = moments(&visit);
        for event in events {
            let mut at_once = None;
            for moment in &moments {
                let mut next = visit.clone();
                next.now = *moment;
                let effects = next.does(event.clone());
                walk.events += 1;
                let what = || format!("{event:?} at {:?} in {visit:?}", next.now);
                kept(&visit, &event, &next, &effects, &what);
                let there = spot(&next);
                if *moment < visit.state.deadline() {
                    // Before its time is up it makes no difference how long a screen has been there.
                    let at_once = at_once.get_or_insert_with(|| there.clone());
                    assert_eq!(*at_once, there, "{}", what());
                }
                if there.0.history.len() <= deep && seen.insert(there) {
                    waiting.push_back(next);
                }
            }
        }
        walk.all.push(visit);
    }
    walk
}

#[test]
fn from_every_place_there_is_a_way_back_a_way_home_and_an_end() {
    let Walk { all, events } = &*WAYS;
    println!("{} states, {events} events", all.len());
    assert!(all.len() > 10_000, "the walk goes far: {} states", all.len());
    leads_out(all);
}

#[test]
fn with_every_wish_there_is_a_way_back_a_way_home_and_an_end() {
    let Walk { all, events } = &*WISHES;
    println!("{} states, {events} events", all.len());
    assert!(all.len() > 1_000, "the walk goes far: {} states", all.len());
    leads_out(all);
}

fn leads_out(all: &[Visit]) {
    for visit in all {
        let here = Glass::of(visit);
        well_formed(visit, &|| format!("{here:?}"));
        way_back(visit, &here);
        way_home(visit, &here);
        end(visit, &here);
    }
}

/// Back leads out of the sheet, then through the history, one screen at a time, and ends at home.
fn way_back(visit: &Visit, here: &Glass) {
    let mut visit = visit.clone();
    if here.is_asked {
        visit.does(Event::Continue);
    }
    if here.is_access_open {
        visit.does(Event::Back);
        assert_eq!(visit.screen(), here.screen, "out of the sheet and no further: {here:?}");
        assert!(!visit.state.session().is_access_open, "out of the sheet: {here:?}");
    }
    // A step in a series may have led to the story that lies behind; Back passes over it.
    let mut behind = here.history.clone();
    while behind.last() == Some(&here.screen) {
        behind.pop();
    }
    for (steps, place) in behind.iter().rev().enumerate() {
        assert!(steps < MAX_HISTORY, "in so many steps: {here:?}");
        assert!(visit.state.session().can_go_back(), "Back is offered: {here:?}");
        visit.does(Event::Back);
        assert_eq!(visit.screen(), *place, "Back leads through the history: {here:?}");
    }
    let end = if here.screen == Screen::Attract { Screen::Attract } else { HOME };
    assert_eq!(visit.screen(), end, "the end of the way back: {here:?}");
    assert!(!visit.state.session().can_go_back(), "no Back is offered there: {here:?}");
    let before = spot(&visit);
    visit.does(Event::Back);
    assert_eq!(spot(&visit), before, "and it would lead nowhere: {here:?}");
}

/// Home is one touch away; from behind the question it is the answer and one touch.
fn way_home(visit: &Visit, here: &Glass) {
    let mut visit = visit.clone();
    if here.is_asked {
        visit.does(Event::Continue);
    }
    visit.does(Event::Home);
    let home = Glass {
        screen: HOME,
        history: vec![],
        words: 0,
        is_asked: false,
        is_access_open: false,
        is_paused: false,
        ..here.clone()
    };
    assert_eq!(Glass::of(&visit), home, "with nothing behind it and all that was chosen");
}

/// The longest that a state may wait until the loop is back.
fn longest_wait(here: &Glass) -> Duration {
    match here.screen {
        Screen::Attract => Duration::ZERO,
        _ if here.is_asked => seconds(30),
        Screen::Home => seconds(30),
        Screen::Article { .. } | Screen::Page { .. } if here.words > 0 => seconds(150 + 30),
        Screen::Section { .. }
        | Screen::Article { .. }
        | Screen::Page { .. }
        | Screen::Gallery { .. }
        | Screen::Zones { .. }
        | Screen::Figures
        | Screen::Search => seconds(60 + 30),
    }
}

/// Whoever goes away is gone in time, and nothing is left.
fn end(visit: &Visit, here: &Glass) {
    if here.screen == Screen::Attract {
        return;
    }
    let mut visit = visit.clone();
    let start = visit.now;
    let mut ticks = 0;
    while !visit.is_over() {
        assert!(ticks < 2, "at most a question and an end: {here:?}");
        visit.waits_out();
        ticks += 1;
    }
    assert!(visit.now.saturating_sub(start) <= longest_wait(here), "in time: {here:?}");
    let untouched = Visit::start_with(IdlePolicy::default(), visit.now);
    assert_eq!(Glass::of(&visit), Glass::of(&untouched), "nothing is left of {here:?}");
    let lists = [&visit, &untouched].map(|visit| {
        let attract = visit.state.attract();
        (attract.current(), attract.is_paused())
    });
    assert_eq!(lists[0], lists[1], "the loop starts over: {here:?}");
}

#[test]
fn every_place_is_reached_in_every_language_with_the_question_and_with_the_sheet() {
    let seen: HashSet<(Screen, LanguageId)> =
        WAYS.all.iter().map(|visit| (visit.screen(), visit.language())).collect();
    let places = places();
    for place in &places {
        for language in [EN, ZH] {
            assert!(seen.contains(&(*place, language)), "{place:?} in {language:?}");
        }
    }
    assert!(seen.contains(&(Screen::Attract, EN)), "the loop, in the default language");
    assert_eq!(seen.len(), 2 * places.len() + 1, "and nothing else: {seen:?}");
    let with = |is_so: fn(&Glass) -> bool| -> HashSet<Screen> {
        let glasses = WAYS.all.iter().map(Glass::of).filter(is_so);
        glasses.map(|glass| glass.screen).collect()
    };
    let asked = with(|glass| glass.is_asked && !glass.is_access_open);
    assert_eq!(asked.len(), places.len() - 1, "the question comes everywhere but at home");
    assert_eq!(with(|glass| glass.is_access_open).len(), places.len(), "the sheet everywhere");
    assert_eq!(with(|glass| glass.is_access_open && glass.is_asked), asked, "and both");
}

#[test]
fn every_wish_is_reached_with_every_other() {
    let wish = |visit: &Visit| {
        let glass = Glass::of(visit);
        (glass.access, glass.language, glass.query, glass.zone_kind, glass.is_access_open)
    };
    let at_home = WISHES.all.iter().filter(|visit| visit.screen() == HOME);
    let seen: HashSet<_> = at_home.map(wish).collect();
    assert_eq!(seen.len(), 2 * 2 * 2 * 2 * 2, "all of them");
    let paused = WISHES.all.iter().filter(|visit| Glass::of(visit).is_paused).count();
    assert!(paused > 1, "the loop stands still on more than one slide");
}
