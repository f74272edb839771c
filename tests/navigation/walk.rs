//! Every state that a visitor of the small world can reach, each looked at.

use std::collections::{HashSet, VecDeque};
use std::time::Duration;

use kiosk::content::LanguageId;
use kiosk::nav::{Event, MAX_HISTORY, Screen};

use crate::world::{ARTICLES, EN, PAGE, SECTIONS, TOPICS, Visit, deeds};

/// Longer ways back than this differ in nothing that matters, so the walk stops there.
const DEEP: usize = 4;

/// What makes a state another one, without time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Spot {
    screen: Screen,
    history: Vec<Screen>,
    language: LanguageId,
    is_prompting: bool,
}

fn spot(visit: &Visit) -> Spot {
    let session = visit.state.session();
    Spot {
        screen: session.screen,
        history: session.history().to_vec(),
        language: session.language,
        is_prompting: session.prompt.is_some(),
    }
}

/// Breadth first over all deeds and over waiting.
fn everywhere() -> Vec<Visit> {
    let start = Visit::start();
    let mut seen = HashSet::from([spot(&start)]);
    let mut waiting = VecDeque::from([start]);
    let mut all = Vec::new();
    while let Some(visit) = waiting.pop_front() {
        if visit.state.session().history().len() < DEEP {
            for deed in deeds() {
                let mut next = visit.clone();
                next.does(deed);
                if seen.insert(spot(&next)) {
                    waiting.push_back(next);
                }
            }
            let mut next = visit.clone();
            next.waits_out();
            if seen.insert(spot(&next)) {
                waiting.push_back(next);
            }
        }
        all.push(visit);
    }
    all
}

#[test]
fn from_every_state_there_is_a_way_back_a_way_home_and_an_end() {
    let all = everywhere();
    println!("{} states", all.len());
    assert!(all.len() > 1_000, "the walk goes far: {} states", all.len());
    for visit in &all {
        let here = spot(visit);
        way_back(visit, &here);
        way_home(visit, &here);
        end(visit, &here);
        let history = visit.state.session().history();
        assert!(history.len() <= MAX_HISTORY, "bounded: {here:?}");
        assert!(history.first().is_none_or(|first| *first == Screen::Home), "from home: {here:?}");
        assert!(!history.contains(&Screen::Attract), "never back into the loop: {here:?}");
        assert!(visit.state.deadline() >= visit.now, "nothing is overdue: {here:?}");
    }
}

fn way_back(visit: &Visit, here: &Spot) {
    let mut visit = visit.clone();
    visit.does(Event::Continue);
    if here.screen == Screen::Attract {
        visit.does(Event::Back);
        assert_eq!(visit.state.screen(), Screen::Attract, "the loop has no Back");
        return;
    }
    for _ in 0..=MAX_HISTORY {
        if visit.state.screen() == Screen::Home {
            return;
        }
        assert!(visit.state.session().can_go_back(), "Back is offered: {here:?}");
        let before = spot(&visit);
        visit.does(Event::Back);
        assert_ne!(spot(&visit), before, "Back leads somewhere: {here:?}");
        assert_ne!(visit.state.screen(), Screen::Attract, "not into the loop: {here:?}");
    }
    panic!("Back never comes home from {here:?}");
}

fn way_home(visit: &Visit, here: &Spot) {
    let mut visit = visit.clone();
    visit.does(Event::Continue);
    visit.does(Event::Home);
    assert_eq!(visit.state.screen(), Screen::Home, "from {here:?}");
}

fn end(visit: &Visit, here: &Spot) {
    let mut visit = visit.clone();
    let start = visit.now;
    for _ in 0..2 {
        if visit.state.screen() != Screen::Attract {
            visit.waits_out();
        }
    }
    assert_eq!(visit.state.screen(), Screen::Attract, "who goes away is gone: {here:?}");
    assert!(visit.now.saturating_sub(start) <= Duration::from_secs(180 + 30), "in time: {here:?}");
    let fresh = spot(&Visit::start());
    assert_eq!(spot(&visit), fresh, "nothing is left of {here:?}");
}

#[test]
fn every_screen_of_the_world_is_reached_in_every_language() {
    let seen: HashSet<(Screen, LanguageId)> = everywhere()
        .iter()
        .map(|visit| (visit.state.screen(), visit.state.session().language))
        .collect();
    let mut wanted = vec![Screen::Home, Screen::Page { page: PAGE }];
    wanted.extend(SECTIONS.map(|section| Screen::Section { section, topic: None }));
    wanted.extend(TOPICS.map(|(section, topic)| Screen::Section { section, topic: Some(topic) }));
    wanted.extend(ARTICLES.map(|article| Screen::Article { article }));
    for screen in wanted {
        for language in [EN, LanguageId(2)] {
            assert!(seen.contains(&(screen, language)), "{screen:?} in {language:?}");
        }
    }
    assert!(seen.contains(&(Screen::Attract, EN)), "the loop, in the default language");
    assert!(!seen.contains(&(Screen::Attract, LanguageId(2))), "and in no other");
}
