//! The end of a visit: nothing of it is left for the next one.

use std::time::Duration;

use kiosk::content::LanguageId;
use kiosk::nav::{Access, Effect, Event, IdlePolicy, Session, State, TextSize};

use crate::world::{
    EN, LARGE, PAGE, Visit, ZH, all_of, body, compare, entry, menu, only, open, query, seconds,
    without_step, zone,
};

/// Visits that changed everything that a visitor can change, on every kind of screen.
fn visits() -> Vec<Visit> {
    let choices = [
        vec![Event::SetLanguage(ZH)],
        vec![Event::OpenAccess, Event::SetAccess(LARGE), Event::SetLanguage(ZH)],
        vec![Event::SetLanguage(ZH), Event::OpenSearch, query("port"), Event::OpenAccess],
        vec![Event::SetLanguage(ZH), zone(1), compare(2), only("port")],
        vec![Event::SetLanguage(ZH), open(1), Event::OpenPicture(2), Event::SetAccess(LARGE)],
        vec![Event::TogglePause, Event::SetLanguage(ZH), Event::OpenFigures],
        vec![Event::SetLanguage(ZH), menu(1)],
        vec![Event::SetLanguage(ZH), open(1), all_of(2), entry(2, 21)],
        vec![Event::SetLanguage(ZH), menu(1), open(2), body(900)],
        vec![open(3), Event::SetLanguage(ZH), entry(1, 11), Event::OpenPage(PAGE), body(9_000)],
    ];
    let visit = |deeds: &Vec<Event>| {
        // They come when the loop has moved on already.
        let mut visit = Visit::start();
        visit.waits_out();
        visit.waits_out();
        for deed in deeds {
            visit.does(deed.clone());
        }
        visit
    };
    choices.iter().map(visit).collect()
}

/// The same visits with the question on the glass, where their screen asks one.
fn asked_visits() -> Vec<Visit> {
    let mut visits = visits();
    for visit in &mut visits {
        visit.waits_out();
    }
    visits.retain(Visit::is_asked);
    assert_eq!(visits.len(), 8, "all but those on the home screen");
    visits
}

/// What a visitor finds who comes when nobody was there before: all of it, its private parts too.
fn untouched(visit: &Visit) -> Visit {
    Visit::start_with(IdlePolicy::default(), visit.now)
}

fn ended(visit: &Visit, effects: &[Effect], what: &str) {
    assert_eq!(effects, [Effect::SessionEnded, Effect::RefreshPlaylist], "told outside: {what}");
    let (left, fresh) = (visit.state.session(), untouched(visit));
    let fresh = fresh.state.session();
    assert_eq!(left.language, fresh.language, "language: {what}");
    assert_eq!(left.screen, fresh.screen, "screen: {what}");
    assert_eq!(left.words, fresh.words, "words: {what}");
    assert_eq!(left.prompt, fresh.prompt, "question: {what}");
    assert_eq!(left.history(), fresh.history(), "history: {what}");
    assert_eq!(left.access, fresh.access, "access: {what}");
    assert_eq!(left.is_access_open, fresh.is_access_open, "access sheet: {what}");
    assert_eq!(left.query, fresh.query, "query: {what}");
    assert_eq!(left.zone_kind, fresh.zone_kind, "kind of zone: {what}");
    assert_eq!(left.can_go_back(), fresh.can_go_back(), "way back: {what}");
    // Whatever is added to a session later is compared here.
    assert_eq!(without_step(left), without_step(fresh), "anything else: {what}");
    assert_eq!(visit.state.attract(), untouched(visit).state.attract(), "the loop: {what}");
    assert_eq!(visit.state.deadline(), untouched(visit).state.deadline(), "the time: {what}");
}

#[test]
fn these_visits_do_change_everything() {
    let fresh = Visit::start();
    let fresh = fresh.state.session();
    let (visits, asked) = (visits(), asked_visits());
    let all: Vec<&Session> = visits.iter().chain(&asked).map(|v| v.state.session()).collect();
    assert!(all.iter().all(|session| session.language == ZH && fresh.language == EN), "language");
    assert!(all.iter().all(|session| session.screen != fresh.screen), "screen");
    assert!(all.iter().any(|session| session.words != fresh.words), "words");
    assert!(all.iter().any(|session| session.prompt.is_some()), "question");
    assert!(all.iter().any(|session| session.history().len() > 2), "history");
    assert!(all.iter().any(|session| session.access != fresh.access), "access");
    assert!(all.iter().any(|session| session.is_access_open), "access sheet");
    assert!(all.iter().any(|session| session.query != fresh.query), "query");
    assert!(all.iter().any(|session| session.zone_kind != fresh.zone_kind), "kind of zone");
    assert!(visits.iter().any(|visit| visit.state.attract().is_paused()), "the pause of the loop");
    let moved = visits.iter().chain(&asked).all(|visit| visit.state.attract().current() > 0);
    assert!(moved, "the place of the loop");
}

#[test]
fn whoever_goes_away_leaves_nothing() {
    for mut visit in visits() {
        let what = format!("waited out, {:?}", visit.screen());
        let mut effects = visit.waits_out();
        if visit.is_asked() {
            effects = visit.waits_out();
        }
        ended(&visit, &effects, &what);
    }
}

#[test]
fn whoever_starts_over_leaves_nothing_with_the_question_and_without_it() {
    for mut visit in visits().into_iter().chain(asked_visits()) {
        visit.now += seconds(7);
        let what = format!("started over, {:?}, asked: {}", visit.screen(), visit.is_asked());
        let effects = visit.does(Event::StartOver);
        ended(&visit, &effects, &what);
    }
}

#[test]
fn whoever_starts_over_after_signs_of_life_leaves_nothing() {
    for mut visit in asked_visits() {
        for deed in [Event::Touched, Event::Back, Event::SetLanguage(EN), body(300)] {
            visit.now += seconds(20);
            visit.does(deed);
        }
        let what = format!("prolonged, {:?}", visit.screen());
        let effects = visit.waits_out();
        ended(&visit, &effects, &what);
    }
}

#[test]
fn the_default_language_is_the_one_that_was_set_and_not_the_first() {
    let mut visit = Visit::start();
    visit.state = State::new(LanguageId(7), IdlePolicy::default(), visit.now);
    for round in 0..3 {
        assert_eq!(visit.language(), LanguageId(7), "round {round}");
        visit.does(Event::SetLanguage(ZH));
        assert_eq!(visit.language(), ZH, "round {round}");
        visit.waits_out();
    }
}

#[test]
fn every_visit_begins_with_the_access_that_was_set_and_ends_with_it() {
    let large = Access { text_size: TextSize::Large, is_in_reach: true, ..Access::default() };
    let mut visit = Visit::bare(IdlePolicy::default(), large, Duration::ZERO);
    let access = |visit: &Visit| visit.state.session().access;
    for (round, chosen) in [Access::default(), LARGE, large].into_iter().enumerate() {
        assert_eq!(access(&visit), large, "in the loop, round {round}");
        visit.does(Event::Home);
        assert_eq!(access(&visit), large, "when it begins, round {round}");
        visit.does(Event::SetAccess(chosen));
        assert_eq!(access(&visit), chosen, "as chosen, round {round}");
        visit.does(menu(1));
        assert_eq!(access(&visit), chosen, "everywhere, round {round}");
        visit.does(Event::StartOver);
    }
    assert_eq!(access(&visit), large, "and after the last one");
}

#[test]
fn a_wish_that_comes_after_the_end_is_not_kept_for_whoever_comes_next() {
    for wish in [query("something private"), only("port"), Event::SetAccess(LARGE)] {
        let mut visit = Visit::after(&[Event::OpenSearch, Event::StartOver]);
        let before = without_step(visit.state.session());
        assert_eq!(visit.does(wish.clone()), [], "{wish:?}");
        assert_eq!(without_step(visit.state.session()), before, "{wish:?}");
        visit.does(Event::OpenSearch);
        let session = visit.state.session();
        assert_eq!((session.query.as_str(), &session.zone_kind), ("", &None), "{wish:?}");
        assert_eq!(session.access, Access::default(), "{wish:?}");
    }
}

#[test]
fn a_visit_never_has_the_step_of_the_one_before() {
    let mut visit = Visit::after(&[open(1)]);
    let mut last = visit.state.session().step;
    let start_over = || Event::StartOver;
    for deed in [start_over(), open(1), start_over(), Event::Home, menu(1), Event::Back] {
        visit.does(deed.clone());
        let step = visit.state.session().step;
        assert!(step > last, "{deed:?}: {step} after {last}");
        last = step;
    }
    for round in 0..20 {
        visit.does(open(1 + round % 3));
        visit.waits_out();
        visit.waits_out();
        let step = visit.state.session().step;
        assert!(step >= last + 2, "one for the story and one for the end, round {round}");
        last = step;
    }
}

#[test]
fn the_end_comes_once() {
    for mut visit in visits() {
        visit.does(Event::StartOver);
        let after = visit.clone();
        assert_eq!(visit.does(Event::StartOver), [], "who starts over twice");
        assert_eq!(visit.does(body(900)), [], "a body that comes too late");
        assert_eq!(visit.does(Event::Continue), [], "an answer that comes too late");
        assert_eq!(visit.state, after.state, "changes nothing");
        visit.now += seconds(1);
        visit.does(Event::Home);
        assert_eq!(visit.language(), EN, "and the next visit begins by default");
        assert_eq!(visit.history(), [], "without a way back");
    }
}
