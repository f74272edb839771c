//! Everything that belongs to one visitor. It is dropped whole when the visit ends.

use std::time::Duration;

use super::{Access, Screen};
use crate::content::LanguageId;

/// The longest way back. A visitor of two minutes does not get there; a monkey does.
pub const MAX_HISTORY: usize = 32;

/// The longest search, in characters: longer than any title.
pub const MAX_QUERY: usize = 64;

/// The question «Still there?».
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Prompt {
    /// When it was asked.
    pub since: Duration,
    /// When it counts as answered by nobody.
    pub until: Duration,
}

/// One visit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Session {
    /// The language of every text.
    pub language: LanguageId,
    /// The screen on the glass.
    pub screen: Screen,
    /// Counts the screens of this visit, so that two visits to one screen can be told apart.
    pub step: u32,
    /// Words of the body on the glass; 0 until it is there.
    pub words: u32,
    /// The question, while it is asked.
    pub prompt: Option<Prompt>,
    /// How the visitor sees, reads and reaches.
    pub access: Access,
    /// The sheet where that is chosen is open.
    pub is_access_open: bool,
    /// The words to search for.
    pub query: String,
    /// The only kind of zone that is shown, by its name in the edition; `None` shows all.
    pub zone_kind: Option<Box<str>>,
    pub(super) history: Vec<Screen>,
    pub(super) touched_at: Duration,
}

impl Session {
    pub(super) fn fresh(language: LanguageId, now: Duration) -> Self {
        Self {
            language,
            screen: Screen::Attract,
            step: 0,
            words: 0,
            prompt: None,
            access: Access::default(),
            is_access_open: false,
            query: String::new(),
            zone_kind: None,
            history: Vec::new(),
            touched_at: now,
        }
    }

    /// The screens that Back leads through, the last one first to come.
    #[must_use]
    pub fn history(&self) -> &[Screen] {
        &self.history
    }

    /// Tells whether Back leads anywhere: everywhere but on the home screen and in the attract loop.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        !matches!(self.screen, Screen::Home | Screen::Attract)
    }

    /// Shows `screen` without leaving a step in the history.
    pub(super) fn replace(&mut self, screen: Screen) {
        if self.screen != screen {
            self.screen = screen;
            self.step = self.step.wrapping_add(1);
            self.words = 0;
        }
    }

    /// Goes to `screen` and remembers the way back.
    pub(super) fn go(&mut self, screen: Screen) {
        match self.screen {
            // Whoever enters by a story of the loop finds the home screen behind it.
            Screen::Attract if screen != Screen::Home => self.history = vec![Screen::Home],
            Screen::Attract => self.history.clear(),
            here if here.is_same_place(screen) => {}
            // A step in a series led here again: once is enough on the way back.
            here if self.history.last() == Some(&here) => {}
            here => {
                if self.history.len() == MAX_HISTORY {
                    // The first entry is the home screen and stays; the oldest after it goes.
                    self.history.remove(1);
                }
                self.history.push(here);
            }
        }
        if screen == Screen::Home {
            self.history.clear();
        }
        self.replace(screen);
    }

    /// Goes to `screen`; where it is the one that the visitor came from, something was closed and that is a step back.
    pub(super) fn go_or_close(&mut self, screen: Screen) {
        if self.history.last() == Some(&screen) {
            self.back();
        } else {
            self.go(screen);
        }
    }

    /// Goes one step back; home where there is no step left.
    pub(super) fn back(&mut self) {
        // A step in a series may have led to what lies behind: Back always leads elsewhere.
        if self.history.last() == Some(&self.screen) {
            self.history.pop();
        }
        let screen = self.history.pop().unwrap_or(Screen::Home);
        self.replace(screen);
    }
}
