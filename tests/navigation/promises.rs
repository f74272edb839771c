//! What holds in every state and for every event, whoever comes there and however: the walk and the random visits
//! ask it of each step.

use kiosk::nav::{Effect, Event, MAX_HISTORY, MAX_QUERY, Screen};

use crate::glass::Glass;
use crate::world::{HOME, Visit, is_deed, without_step};

const ENDED: [Effect; 2] = [Effect::SessionEnded, Effect::RefreshPlaylist];

/// What holds in every state.
pub(crate) fn well_formed(visit: &Visit, what: &impl Fn() -> String) {
    let (session, screen, history) = (visit.state.session(), visit.screen(), visit.history());
    let is_inside = !matches!(screen, Screen::Attract | Screen::Home);
    assert!(history.len() <= MAX_HISTORY, "bounded: {}", what());
    assert_eq!(history.first(), is_inside.then_some(&HOME), "begins with home: {}", what());
    assert!(history.iter().skip(1).all(|behind| *behind != HOME), "home once: {}", what());
    assert!(!history.contains(&Screen::Attract), "never back into the loop: {}", what());
    let is_step = |pair: &[Screen]| !pair[0].is_same_place(pair[1]);
    assert!(history.windows(2).all(is_step), "every step leads elsewhere: {}", what());
    // A series alone can lead to the story that lies behind: it leaves the way back as it was.
    let is_in_series = |last: &Screen| matches!(screen, Screen::Article { .. }) && *last == screen;
    let is_last_step =
        history.last().is_none_or(|last| !last.is_same_place(screen) || is_in_series(last));
    assert!(is_last_step, "the last step leads elsewhere: {}", what());
    for place in history.iter().chain([&screen]) {
        if let Screen::Zones { zone, beside: Some(beside) } = place {
            assert!(zone.is_some(), "beside something: {}", what());
            assert_ne!(*zone, Some(*beside), "no zone beside itself: {}", what());
        }
    }
    assert_eq!(session.can_go_back(), is_inside, "Back is offered: {}", what());
    assert!(session.prompt.is_none() || is_inside, "no question on {screen:?}: {}", what());
    assert!(session.query.chars().count() <= MAX_QUERY, "a search has its bounds: {}", what());
    let attract = visit.state.attract();
    assert!(attract.current() < attract.slides().len().max(1), "a slide: {}", what());
    if visit.is_over() {
        empty(visit, what);
    }
}

/// In the loop there is nothing of any visitor: the whole session is a fresh one, but for its step and its times.
fn empty(visit: &Visit, what: &impl Fn() -> String) {
    let (mut left, mut fresh) = (visit.clone(), visit.untouched());
    // A touch sets the one time that a session keeps, and does nothing else in the loop.
    left.does(Event::Touched);
    fresh.does(Event::Touched);
    let sessions = (left.state.session(), fresh.state.session());
    assert_eq!(without_step(sessions.0), without_step(sessions.1), "nothing kept: {}", what());
}

/// What holds for every event: `after` is `before` with `event`, at the time of `after`.
pub(crate) fn kept(
    before: &Visit,
    event: &Event,
    after: &Visit,
    effects: &[Effect],
    what: &impl Fn() -> String,
) {
    let (old, new) = (before.state.session(), after.state.session());
    well_formed(after, what);
    assert_eq!(old.step != new.step, old.screen != new.screen, "a step for a screen: {}", what());
    if *event == Event::Tick {
        ticked(before, after, what);
    }
    let has_ended = !before.is_over() && after.is_over();
    assert_eq!(has_ended, shall_end(before, event, after), "whether it ends: {}", what());
    if has_ended {
        assert_eq!(effects, ENDED, "an end and nothing else: {}", what());
        let attract = after.state.attract();
        assert_eq!(attract.current(), 0, "the loop starts over: {}", what());
        assert!(!attract.is_paused(), "and runs: {}", what());
        return;
    }
    assert_eq!(effects, asked_for(before, event, after), "asked for outside: {}", what());
    answered(&Glass::of(before), event, &Glass::of(after), what);
}

/// Nothing is overdue after a tick, and before its time it does nothing.
fn ticked(before: &Visit, after: &Visit, what: &impl Fn() -> String) {
    let (was, is) = (before.state.deadline(), after.state.deadline());
    assert!(is > after.now, "nothing is overdue after a tick: {}", what());
    assert!(was > after.now || is > was, "a tick that was due is not due again: {}", what());
    assert!(was <= after.now || after.state == before.state, "one before its time: {}", what());
}

/// A visit ends when the visitor says so, when its time is up, and when anybody touches the glass after that.
fn shall_end(before: &Visit, event: &Event, after: &Visit) -> bool {
    let is_last = before.is_asked() || before.screen() == HOME;
    !before.is_over()
        && match event {
            Event::StartOver => true,
            Event::Tick => is_last && before.state.deadline() <= after.now,
            _ => is_deed(event) && before.end() <= after.now,
        }
}

/// A body and a search for what is new on the glass, a list for the slide that has had its time, and nothing else.
fn asked_for(before: &Visit, event: &Event, after: &Visit) -> Vec<Effect> {
    let (old, new) = (before.state.session(), after.state.session());
    let is_other = (old.step, old.language) != (new.step, new.language);
    if *event == Event::Tick && before.is_over() && before.state.deadline() <= after.now {
        return vec![Effect::RefreshPlaylist];
    }
    if is_other && new.screen.has_body() {
        return vec![Effect::LoadBody];
    }
    if new.screen == Screen::Search && (is_other || old.query != new.query) {
        return vec![Effect::Search];
    }
    Vec::new()
}

/// Every event changes what it is about, and nothing else, in a visit that goes on.
fn answered(old: &Glass, event: &Event, new: &Glass, what: &impl Fn() -> String) {
    if old.is_asked {
        let words = new.words;
        let is_asked = *event != Event::Continue;
        assert_eq!(*new, Glass { words, is_asked, ..old.clone() }, "only its answer: {}", what());
        return;
    }
    let is_language = matches!(event, Event::SetLanguage(_));
    assert!(is_language || new.language == old.language, "the language: {}", what());
    let is_access = matches!(event, Event::SetAccess(_));
    assert!(is_access || new.access == old.access, "the access: {}", what());
    let is_query = matches!(event, Event::Query(_));
    assert!(is_query || new.query == old.query, "the query: {}", what());
    let is_kind = matches!(event, Event::FilterZones(_));
    assert!(is_kind || new.zone_kind == old.zone_kind, "the kind: {}", what());
    let is_sheet = *event == Event::OpenAccess;
    assert!(is_sheet || old.is_access_open || !new.is_access_open, "the sheet: {}", what());
    let is_pause = matches!(event, Event::TogglePause | Event::Tick) || !old.is_paused;
    let begins = old.screen == Screen::Attract && new.screen != old.screen;
    assert!(is_pause || begins || new.is_paused, "the pause: {}", what());
    assert!(old.is_paused || !new.is_paused || *event == Event::TogglePause, "{}", what());
    let is_asked = new.is_asked;
    match event {
        Event::Back if old.is_access_open => {
            let behind = Glass { is_access_open: false, ..old.clone() };
            assert_eq!(*new, behind, "Back leads out of the sheet alone: {}", what());
        }
        Event::Back => {
            let is_home = matches!(old.screen, Screen::Attract | Screen::Home);
            let is_shorter = new.history.len() < old.history.len() && new.screen != old.screen;
            assert!(is_shorter || is_home && new == old, "Back leads elsewhere: {}", what());
        }
        Event::Touched | Event::Continue => assert_eq!(new, old, "a sign of life: {}", what()),
        Event::StepTo(_) => assert_eq!(new.history, old.history, "no step in it: {}", what()),
        Event::Tick => {
            let is_paused = new.is_paused;
            let ticked = Glass { is_asked, is_paused, ..old.clone() };
            assert_eq!(*new, ticked, "time alone moves nobody: {}", what());
        }
        Event::Query(_) | Event::FilterZones(_) | Event::SetAccess(_) | Event::TogglePause => {
            assert_eq!(new.screen, old.screen, "it leads nowhere: {}", what());
            assert_eq!(new.history, old.history, "it leads nowhere: {}", what());
        }
        _ => {}
    }
}
