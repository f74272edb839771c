//! What can follow from an event, in words.

use kiosk::nav::{Access, Effect, Screen};

use crate::glass::Glass;
use crate::world::{EN, LARGE, ZH};

/// What the wait for a touch does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wait {
    GoesOn,
    BeginsAnew,
    /// Ends so many seconds after the event.
    Is(u64),
}

/// What follows: from here to there.
pub(super) struct Then {
    pub(super) turn: Box<dyn Fn(&mut Glass)>,
    pub(super) effects: Vec<Effect>,
    pub(super) wait: Wait,
}

impl Then {
    pub(super) fn and(self, turn: impl Fn(&mut Glass) + 'static) -> Self {
        let before = self.turn;
        Self {
            turn: Box::new(move |glass| {
                before(glass);
                turn(glass);
            }),
            ..self
        }
    }

    pub(super) fn loads(self) -> Self {
        Self { effects: vec![Effect::LoadBody], ..self }
    }

    pub(super) fn searches(self) -> Self {
        Self { effects: vec![Effect::Search], ..self }
    }

    pub(super) fn refreshes(self) -> Self {
        Self { effects: vec![Effect::RefreshPlaylist], ..self }
    }

    pub(super) fn in_chinese(self) -> Self {
        self.and(|glass| glass.language = ZH)
    }

    pub(super) fn in_large(self) -> Self {
        self.and(|glass| glass.access = LARGE)
    }

    /// With the zones of one kind alone.
    pub(super) fn with_ports(self) -> Self {
        self.and(|glass| glass.zone_kind = Some("port".into()))
    }

    pub(super) fn with_words(self, words: &'static str) -> Self {
        self.and(move |glass| words.clone_into(&mut glass.query))
    }

    pub(super) fn with_the_sheet(self) -> Self {
        self.and(|glass| glass.is_access_open = true)
    }

    pub(super) fn out_of_the_sheet(self) -> Self {
        self.and(|glass| glass.is_access_open = false)
    }

    pub(super) fn waits(self, seconds: u64) -> Self {
        Self { wait: Wait::Is(seconds), ..self }
    }
}

/// Nothing at all: it was not the visitor's doing.
pub(super) fn nothing() -> Then {
    Then { turn: Box::new(|_| {}), effects: vec![], wait: Wait::GoesOn }
}

/// The glass stays as it is, but somebody is there.
pub(super) fn stays() -> Then {
    Then { wait: Wait::BeginsAnew, ..nothing() }
}

/// To another screen, with all that was chosen.
pub(super) fn goes(screen: Screen, history: &[Screen]) -> Then {
    let history = history.to_vec();
    stays().out_of_the_sheet().and(move |glass| {
        glass.screen = screen;
        glass.history.clone_from(&history);
        glass.words = 0;
        glass.is_paused = false;
    })
}

pub(super) fn counts(words: u32) -> Then {
    nothing().and(move |glass| glass.words = words)
}

pub(super) fn asks() -> Then {
    nothing().and(|glass| glass.is_asked = true).waits(30)
}

pub(super) fn resumes() -> Then {
    stays().and(|glass| glass.is_asked = false)
}

/// The loop, as if nobody had been there.
pub(super) fn ends() -> Then {
    let ended = goes(Screen::Attract, &[]).waits(10).and(|glass| {
        glass.language = EN;
        glass.is_asked = false;
        glass.access = Access::default();
        glass.query.clear();
        glass.zone_kind = None;
    });
    Then { effects: vec![Effect::SessionEnded, Effect::RefreshPlaylist], ..ended }
}

/// How many seconds a screen without words waits for a touch; the loop waits for none.
pub(super) fn patience(glass: &Glass) -> Option<u64> {
    match glass.screen {
        Screen::Attract => None,
        _ if glass.is_asked => Some(30),
        Screen::Home => Some(30),
        Screen::Section { .. }
        | Screen::Article { .. }
        | Screen::Page { .. }
        | Screen::Gallery { .. }
        | Screen::Zones { .. }
        | Screen::Figures
        | Screen::Search => Some(60),
    }
}
