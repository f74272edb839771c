//! Every event on every kind of screen, soon and when the time is up: what the glass shows then, what lies
//! behind it, what is asked for outside, and how long it waits from there.

mod table;

use std::collections::BTreeSet;

use kiosk::content::LanguageId;
use kiosk::nav::{Effect, Event, Screen};

use crate::world::{EN, PAGE, Visit, ZH, entry, menu, open, seconds};
use table::rows;

type Row = (When, Event, Then);

/// Where the visitor is when it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Loop,
    Home,
    Menu,
    Entry,
    Story,
    Page,
    AskedOnMenu,
    AskedOnStory,
    AskedOnPage,
}

use Place::{AskedOnMenu, AskedOnPage, AskedOnStory, Entry, Home, Loop, Menu, Page, Story};

const PLACES: [Place; 9] =
    [Loop, Home, Menu, Entry, Story, Page, AskedOnMenu, AskedOnStory, AskedOnPage];

impl Place {
    fn arrive(self) -> Visit {
        match self {
            Loop => Visit::start(),
            Home => Visit::after(&[Event::Home]),
            Menu => Visit::after(&[Event::Home, menu(1)]),
            Entry => Visit::after(&[Event::Home, entry(1, 11)]),
            Story => Visit::after(&[Event::Home, entry(1, 11), open(1)]),
            Page => Visit::after(&[Event::Home, Event::OpenPage(PAGE)]),
            AskedOnMenu => Visit::asked_after(&[Event::Home, menu(1)]),
            AskedOnStory => Visit::asked_after(&[Event::Home, entry(1, 11), open(1)]),
            AskedOnPage => Visit::asked_after(&[Event::Home, Event::OpenPage(PAGE)]),
        }
    }
}

/// When it happens.
#[derive(Debug, Clone, Copy)]
enum When {
    /// Five seconds after the screen, or the question, has come.
    Soon,
    /// When the time of the screen, or of the question, is up.
    Due,
}

/// What a visitor sees and what lies behind it.
#[derive(Debug, Clone, PartialEq)]
struct Glass {
    screen: Screen,
    history: Vec<Screen>,
    language: LanguageId,
    words: u32,
    is_asked: bool,
}

impl Glass {
    fn of(visit: &Visit) -> Self {
        Self {
            screen: visit.screen(),
            history: visit.history().to_vec(),
            language: visit.language(),
            words: visit.state.session().words,
            is_asked: visit.is_asked(),
        }
    }
}

/// What the wait for a touch does.
#[derive(Debug, Clone, Copy)]
enum Wait {
    GoesOn,
    BeginsAnew,
    /// Ends so many seconds after the event.
    Is(u64),
}

/// What follows: from here to there.
struct Then {
    turn: Box<dyn Fn(&mut Glass)>,
    effects: Vec<Effect>,
    wait: Wait,
}

impl Then {
    fn and(self, turn: impl Fn(&mut Glass) + 'static) -> Self {
        let before = self.turn;
        Self {
            turn: Box::new(move |glass| {
                before(glass);
                turn(glass);
            }),
            ..self
        }
    }

    fn loads(self) -> Self {
        Self { effects: vec![Effect::LoadBody], ..self }
    }

    fn in_chinese(self) -> Self {
        self.and(|glass| glass.language = ZH)
    }

    fn waits(self, seconds: u64) -> Self {
        Self { wait: Wait::Is(seconds), ..self }
    }
}

/// Nothing at all: it was not the visitor's doing.
fn nothing() -> Then {
    Then { turn: Box::new(|_| {}), effects: vec![], wait: Wait::GoesOn }
}

/// The glass stays as it is, but somebody is there.
fn stays() -> Then {
    Then { wait: Wait::BeginsAnew, ..nothing() }
}

fn goes(screen: Screen, history: &[Screen]) -> Then {
    let history = history.to_vec();
    stays().and(move |glass| {
        glass.screen = screen;
        glass.history.clone_from(&history);
        glass.words = 0;
        glass.is_asked = false;
    })
}

fn counts(words: u32) -> Then {
    nothing().and(move |glass| glass.words = words)
}

fn asks() -> Then {
    nothing().and(|glass| glass.is_asked = true).waits(30)
}

fn resumes() -> Then {
    stays().and(|glass| glass.is_asked = false)
}

/// The loop, in the default language, with nothing of the visit.
fn ends() -> Then {
    Then {
        effects: vec![Effect::SessionEnded, Effect::RefreshPlaylist],
        ..goes(Screen::Attract, &[]).and(|glass| glass.language = EN).waits(10)
    }
}

/// How many seconds a screen without words waits for a touch; the loop waits for none.
fn patience(glass: &Glass) -> Option<u64> {
    match glass.screen {
        Screen::Attract => None,
        _ if glass.is_asked => Some(30),
        Screen::Home => Some(30),
        Screen::Section { .. } | Screen::Article { .. } | Screen::Page { .. } => Some(60),
    }
}

fn check(place: Place, (when, event, then): Row) {
    let what = format!("{event:?}, {when:?}, {place:?}");
    let mut visit = place.arrive();
    visit.now = match when {
        When::Soon => visit.now + seconds(5),
        When::Due => visit.state.deadline(),
    };
    let (before, step) = (Glass::of(&visit), visit.state.session().step);
    let deadline = visit.state.deadline();
    let mut wanted = before.clone();
    (then.turn)(&mut wanted);

    let effects = visit.does(event);

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
fn every_event_on_every_screen_has_the_answer_of_the_table() {
    let mut count = 0;
    for place in PLACES {
        for row in rows(place) {
            check(place, row);
            count += 1;
        }
    }
    println!("{count} answers");
}

/// A new event does not compile here until it has a name, and does not pass below until every place answers it.
fn name(event: &Event) -> &'static str {
    match event {
        Event::Back => "Back",
        Event::BodyShown { .. } => "BodyShown",
        Event::Continue => "Continue",
        Event::Home => "Home",
        Event::OpenArticle(_) => "OpenArticle",
        Event::OpenPage(_) => "OpenPage",
        Event::OpenSection(_) => "OpenSection",
        Event::OpenTopic(_, None) => "OpenTopic, all",
        Event::OpenTopic(_, Some(_)) => "OpenTopic",
        Event::PlaylistChanged(_) => "PlaylistChanged",
        Event::SetLanguage(_) => "SetLanguage",
        Event::StartOver => "StartOver",
        Event::Tick => "Tick",
        Event::Touched => "Touched",
    }
}

#[test]
fn the_table_leaves_no_event_and_no_screen_out() {
    let known: BTreeSet<_> = PLACES.into_iter().flat_map(rows).map(|row| name(&row.1)).collect();
    assert_eq!(known.len(), 14, "one for each arm above: {known:?}");
    for place in PLACES {
        let answered: BTreeSet<_> = rows(place).iter().map(|row| name(&row.1)).collect();
        assert_eq!(answered, known, "{place:?}");
        let is_due = rows(place).iter().any(|row| matches!(row.0, When::Due));
        assert!(is_due, "{place:?} says what happens when its time is up");
    }
    let kinds = |is_asked: bool| -> BTreeSet<&str> {
        let visits = PLACES.into_iter().map(Place::arrive);
        let visits = visits.filter(|visit| visit.is_asked() == is_asked);
        visits
            .map(|visit| match visit.screen() {
                Screen::Attract => "attract",
                Screen::Home => "home",
                Screen::Section { topic: None, .. } => "section",
                Screen::Section { topic: Some(_), .. } => "topic",
                Screen::Article { .. } => "article",
                Screen::Page { .. } => "page",
            })
            .collect()
    };
    assert_eq!(kinds(false).len(), 6, "every kind of screen");
    assert_eq!(kinds(true), BTreeSet::from(["article", "page", "section"]), "and the asked ones");
}
