//! Every state that a visitor of the small world can reach, each looked at, and every event in each at every
//! moment that matters.

use std::collections::{HashSet, VecDeque};
use std::sync::LazyLock;
use std::time::Duration;

use kiosk::content::{ArticleId, LanguageId};
use kiosk::nav::{Effect, Event, IdlePolicy, MAX_HISTORY, Screen};

use crate::world::{
    ARTICLES, EN, HOME, MOMENT, PAGE, SECTIONS, TOPICS, Visit, ZH, body, deeds, seconds, slide,
    slides, without_step,
};

/// Longer ways back than this differ in nothing that matters, so the walk stops there.
const DEEP: usize = 4;

/// Words of a body that take two and a half minutes.
const WORDS: u32 = 250;

/// What makes a state another one, without time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Spot {
    screen: Screen,
    history: Vec<Screen>,
    language: LanguageId,
    words: u32,
    is_asked: bool,
    /// The stories of the loop and which is shown, while it is on the glass.
    slides: Option<(Vec<ArticleId>, usize)>,
}

fn spot(visit: &Visit) -> Spot {
    let session = visit.state.session();
    let attract = visit.state.attract();
    Spot {
        screen: session.screen,
        history: session.history().to_vec(),
        language: session.language,
        words: session.words,
        is_asked: session.prompt.is_some(),
        slides: visit.is_over().then(|| {
            let stories = attract.slides().iter().map(|slide| slide.article);
            (stories.collect(), attract.current())
        }),
    }
}

/// When an event comes.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Moment {
    AtOnce,
    JustBefore,
    OnTime,
    JustAfter,
}

const MOMENTS: [Moment; 4] =
    [Moment::AtOnce, Moment::JustBefore, Moment::OnTime, Moment::JustAfter];

impl Moment {
    fn time(self, visit: &Visit) -> Duration {
        let deadline = visit.state.deadline();
        match self {
            Self::AtOnce => visit.now,
            Self::JustBefore => deadline.saturating_sub(MOMENT).max(visit.now),
            Self::OnTime => deadline.max(visit.now),
            Self::JustAfter => deadline.max(visit.now) + MOMENT,
        }
    }
}

/// Everything that can happen in a state.
fn events(visit: &Visit) -> Vec<Event> {
    let mut events = deeds();
    events.extend([Event::Tick, body(WORDS)]);
    if visit.is_over() {
        let lists = [slides(), vec![slide(3, 6)], vec![]];
        events.extend(lists.map(Event::PlaylistChanged));
    }
    events
}

/// A walk: all states, and how many events were sent on the way.
struct Walk {
    all: Vec<Visit>,
    events: usize,
}

/// Done once for all that is asked of it.
static WALK: LazyLock<Walk> = LazyLock::new(walk);

/// Breadth first over all events at all moments.
fn walk() -> Walk {
    let start = Visit::start();
    let mut seen = HashSet::from([spot(&start)]);
    let mut waiting = VecDeque::from([start]);
    let mut walk = Walk { all: Vec::new(), events: 0 };
    while let Some(visit) = waiting.pop_front() {
        let here = spot(&visit);
        for event in events(&visit) {
            let mut at_once = None;
            for moment in MOMENTS {
                let mut next = visit.clone();
                next.now = moment.time(&visit);
                let effects = next.does(event.clone());
                walk.events += 1;
                step(&here, &visit, &event, moment, &next, &effects);
                let there = spot(&next);
                if moment == Moment::AtOnce {
                    at_once = Some(there.clone());
                } else if moment == Moment::JustBefore {
                    // Before its time is up it makes no difference how long a screen has been there.
                    assert_eq!(at_once.as_ref(), Some(&there), "{event:?} in {here:?}");
                }
                if there.history.len() <= DEEP && seen.insert(there) {
                    waiting.push_back(next);
                }
            }
        }
        walk.all.push(visit);
    }
    walk
}

/// What holds for every single event, wherever and whenever it comes.
fn step(
    here: &Spot,
    before: &Visit,
    event: &Event,
    moment: Moment,
    after: &Visit,
    effects: &[Effect],
) {
    let what = || format!("{event:?}, {moment:?}, in {here:?}");
    let (old, new) = (before.state.session(), after.state.session());
    well_formed(after, &what);
    let is_early = matches!(moment, Moment::AtOnce | Moment::JustBefore);
    // What is due stays due until a tick comes, and a list may give the slide on the glass less time.
    let may_be_due = !is_early || matches!(event, Event::PlaylistChanged(_));
    if *event == Event::Tick || !may_be_due {
        assert!(after.state.deadline() > after.now, "nothing is overdue: {}", what());
    }

    let has_ended = !before.is_over() && after.is_over();
    if has_ended {
        assert!(matches!(event, Event::StartOver | Event::Tick), "nothing else ends: {}", what());
        assert!(*event == Event::StartOver || !is_early, "not before its time: {}", what());
    }
    assert_eq!(effects.contains(&Effect::SessionEnded), has_ended, "{}", what());
    let is_other = (new.step, new.language) != (old.step, old.language);
    let wants_body = is_other && new.screen.has_body();
    assert_eq!(effects.contains(&Effect::LoadBody), wants_body, "{}", what());
    let is_new_screen = new.screen != old.screen;
    assert_eq!(new.step != old.step, is_new_screen, "another screen, another step: {}", what());
    if old.prompt.is_some() && !has_ended {
        assert_eq!(new.screen, old.screen, "out of reach behind the question: {}", what());
        assert_eq!(new.language, old.language, "out of reach behind the question: {}", what());
    }
    if *event == Event::Back {
        assert_eq!(before.is_over(), after.is_over(), "never into the loop: {}", what());
    }
    if *event == Event::Tick && is_early {
        assert_eq!(after.state, before.state, "a tick before its time: {}", what());
    }
}

/// What holds in every state.
fn well_formed(visit: &Visit, what: &impl Fn() -> String) {
    let (screen, history) = (visit.screen(), visit.history());
    assert!(history.len() <= MAX_HISTORY, "bounded: {}", what());
    let is_inside = !matches!(screen, Screen::Attract | Screen::Home);
    assert_eq!(history.first(), is_inside.then_some(&HOME), "begins with home: {}", what());
    assert!(history.iter().skip(1).all(|behind| *behind != HOME), "home once: {}", what());
    assert!(!history.contains(&Screen::Attract), "never back into the loop: {}", what());
    let is_step = |pair: &[Screen]| !pair[0].is_same_place(pair[1]);
    assert!(history.windows(2).all(is_step), "every step leads elsewhere: {}", what());
    let is_last_step = history.last().is_none_or(|last| !last.is_same_place(screen));
    assert!(is_last_step, "the last step leads elsewhere: {}", what());
    assert_eq!(visit.state.session().can_go_back(), is_inside, "Back is offered: {}", what());
    assert!(!visit.is_asked() || is_inside, "no question on {screen:?}: {}", what());
    assert!(!visit.is_over() || visit.language() == EN, "the loop's language: {}", what());
    let attract = visit.state.attract();
    assert!(attract.current() < attract.slides().len().max(1), "a slide: {}", what());
}

#[test]
fn from_every_state_there_is_a_way_back_a_way_home_and_an_end() {
    let Walk { all, events } = &*WALK;
    println!("{} states, {events} events", all.len());
    assert!(all.len() > 10_000, "the walk goes far: {} states", all.len());
    for visit in all {
        let here = spot(visit);
        well_formed(visit, &|| format!("{here:?}"));
        way_back(visit, &here);
        way_home(visit, &here);
        end(visit, &here);
    }
}

/// Back leads through the history, one screen at a time, and ends at home.
fn way_back(visit: &Visit, here: &Spot) {
    let mut visit = visit.clone();
    if here.is_asked {
        visit.does(Event::Continue);
    }
    for behind in here.history.iter().rev() {
        assert!(visit.state.session().can_go_back(), "Back is offered: {here:?}");
        visit.does(Event::Back);
        assert_eq!(visit.screen(), *behind, "Back leads through the history: {here:?}");
    }
    let end = if here.screen == Screen::Attract { Screen::Attract } else { HOME };
    assert_eq!(visit.screen(), end, "the end of the way back: {here:?}");
    assert!(!visit.state.session().can_go_back(), "no Back is offered there: {here:?}");
    let before = spot(&visit);
    visit.does(Event::Back);
    assert_eq!(spot(&visit), before, "and it would lead nowhere: {here:?}");
}

/// Home is one touch away; from behind the question it is the answer and one touch.
fn way_home(visit: &Visit, here: &Spot) {
    let mut visit = visit.clone();
    if here.is_asked {
        visit.does(Event::Continue);
    }
    visit.does(Event::Home);
    assert_eq!(visit.screen(), HOME, "from {here:?}");
    assert_eq!(visit.history(), [], "with nothing behind it, from {here:?}");
    assert_eq!(visit.language(), here.language, "in the same language, from {here:?}");
}

/// The longest that a state may wait until the loop is back.
fn longest_wait(here: &Spot) -> Duration {
    match here.screen {
        Screen::Attract => Duration::ZERO,
        _ if here.is_asked => seconds(30),
        Screen::Home => seconds(30),
        Screen::Section { .. } => seconds(60 + 30),
        Screen::Article { .. } | Screen::Page { .. } if here.words == 0 => seconds(60 + 30),
        Screen::Article { .. } | Screen::Page { .. } => seconds(150 + 30),
    }
}

/// Whoever goes away is gone in time, and nothing is left.
fn end(visit: &Visit, here: &Spot) {
    let mut visit = visit.clone();
    let start = visit.now;
    let mut ticks = 0;
    while !visit.is_over() {
        assert!(ticks < 2, "at most a question and an end: {here:?}");
        visit.waits_out();
        ticks += 1;
    }
    assert!(visit.now.saturating_sub(start) <= longest_wait(here), "in time: {here:?}");
    let fresh = Visit::start();
    let left = visit.state.session();
    if here.screen != Screen::Attract {
        let untouched = Visit::start_with(IdlePolicy::default(), visit.now);
        assert_eq!(
            without_step(left),
            without_step(untouched.state.session()),
            "nothing is left of {here:?}"
        );
        assert_eq!(visit.state.attract().current(), 0, "the loop starts over: {here:?}");
    }
    assert_eq!(left.language, fresh.language(), "the default language: {here:?}");
}

#[test]
fn every_screen_of_the_world_is_reached_in_every_language() {
    let seen: HashSet<(Screen, LanguageId)> =
        WALK.all.iter().map(|visit| (visit.screen(), visit.language())).collect();
    let mut wanted = vec![HOME, Screen::Page { page: PAGE }];
    wanted.extend(SECTIONS.map(|section| Screen::Section { section, topic: None }));
    wanted.extend(TOPICS.map(|(section, topic)| Screen::Section { section, topic: Some(topic) }));
    wanted.extend(ARTICLES.map(|article| Screen::Article { article }));
    for screen in &wanted {
        for language in [EN, ZH] {
            assert!(seen.contains(&(*screen, language)), "{screen:?} in {language:?}");
        }
    }
    assert!(seen.contains(&(Screen::Attract, EN)), "the loop, in the default language");
    assert!(!seen.contains(&(Screen::Attract, ZH)), "and in no other");
    assert_eq!(seen.len(), 2 * wanted.len() + 1, "and nothing else");
    let asked: HashSet<_> =
        WALK.all.iter().filter(|visit| visit.is_asked()).map(Visit::screen).collect();
    assert_eq!(asked.len(), wanted.len() - 1, "the question comes everywhere but at home");
}
