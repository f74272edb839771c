//! The state machine of a visit.

use std::time::Duration;

use super::{Attract, Effect, Event, IdlePolicy, Prompt, Screen, Session};
use crate::content::LanguageId;

/// Where the visitor is. [`handle`](Self::handle) is the only way to change it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct State {
    session: Session,
    attract: Attract,
    policy: IdlePolicy,
    default_language: LanguageId,
}

impl State {
    /// The attract loop at the time `now`, before its playlist is known.
    #[must_use]
    pub fn new(default_language: LanguageId, policy: IdlePolicy, now: Duration) -> Self {
        let mut attract = Attract::default();
        attract.restart(now);
        Self { session: Session::fresh(default_language, now), attract, policy, default_language }
    }

    /// The visit.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The attract loop.
    #[must_use]
    pub fn attract(&self) -> &Attract {
        &self.attract
    }

    /// The screen on the glass.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.session.screen
    }

    /// When something happens if nobody touches the glass: the time to send [`Event::Tick`].
    #[must_use]
    pub fn deadline(&self) -> Duration {
        if let Some(prompt) = self.session.prompt {
            return prompt.until;
        }
        match self.policy.patience(self.session.screen, self.session.words) {
            Some(patience) => self.session.touched_at + patience,
            None => self.attract.deadline(),
        }
    }

    /// Takes in `event`, which happened at `now`, and tells what has to be done outside.
    pub fn handle(&mut self, event: Event, now: Duration) -> Vec<Effect> {
        match event {
            Event::Tick => return self.tick(now),
            Event::BodyShown { words } => {
                if self.session.screen.has_body() {
                    self.session.words = words;
                }
                return Vec::new();
            }
            Event::PlaylistChanged(slides) => {
                self.attract.replace(slides, now);
                return Vec::new();
            }
            Event::StartOver => return self.end(now),
            _ => {}
        }

        // Everything from here on is the visitor's doing, so the wait begins anew.
        self.session.touched_at = now;
        if self.session.prompt.is_some() {
            // While the question is asked only its answer counts: what lies behind it is out of reach.
            if event == Event::Continue {
                self.session.prompt = None;
            } else if let Some(prompt) = &mut self.session.prompt {
                *prompt = Prompt { since: now, until: now + self.policy.prompt };
            }
            return Vec::new();
        }
        let before = (self.session.step, self.session.language);
        match event {
            Event::Back => self.go_back(),
            Event::Home => self.session.go(Screen::Home),
            Event::OpenArticle(article) => self.session.go(Screen::Article { article }),
            Event::OpenPage(page) => self.session.go(Screen::Page { page }),
            Event::OpenSection(section) => {
                self.session.go(Screen::Section { section, topic: None });
            }
            Event::OpenTopic(section, topic) => self.session.go(Screen::Section { section, topic }),
            Event::SetLanguage(language) => self.set_language(language),
            _ => {}
        }
        let changed = before != (self.session.step, self.session.language);
        if changed && self.session.screen.has_body() { vec![Effect::LoadBody] } else { Vec::new() }
    }

    /// Turns to another edition, in which every key means something else. `language` and `screen` tell what became of a
    /// language and a place; whoever was at a place that is gone finds the home screen. Tells what has to be done outside.
    pub fn turn_to(
        &mut self,
        default_language: LanguageId,
        language: impl Fn(LanguageId) -> Option<LanguageId>,
        screen: impl Fn(Screen) -> Option<Screen>,
        now: Duration,
    ) -> Vec<Effect> {
        self.default_language = default_language;
        let session = &mut self.session;
        session.language = language(session.language).unwrap_or(default_language);
        session.history = session.history.drain(..).filter_map(&screen).collect();
        session.history.dedup();
        if let Some(screen) = screen(session.screen) {
            session.screen = screen;
        } else {
            // Whoever was reading finds another page and has to look around: the wait begins anew.
            session.screen = Screen::Home;
            session.prompt = None;
            session.touched_at = now;
        }
        if session.screen == Screen::Home {
            session.history.clear();
        }
        while session.history.last() == Some(&session.screen) {
            session.history.pop();
        }
        // No answer to a question about the old edition fits any more. The words stay until the new ones are there: the
        // patience with a reader does not change with the file.
        session.step = session.step.wrapping_add(1);
        self.attract.turn_to(|article| match screen(Screen::Article { article })? {
            Screen::Article { article } => Some(article),
            _ => None,
        });
        let mut effects = vec![Effect::RefreshPlaylist];
        if session.screen.has_body() {
            effects.push(Effect::LoadBody);
        }
        effects
    }

    fn go_back(&mut self) {
        if self.session.can_go_back() {
            self.session.back();
        }
    }

    fn set_language(&mut self, language: LanguageId) {
        if self.session.language != language {
            self.session.language = language;
            self.session.words = 0;
        }
        if self.session.screen == Screen::Attract {
            self.session.go(Screen::Home);
        }
    }

    fn tick(&mut self, now: Duration) -> Vec<Effect> {
        if now < self.deadline() {
            return Vec::new();
        }
        match (self.session.screen, self.session.prompt) {
            (Screen::Attract, _) => {
                self.attract.advance(now);
                vec![Effect::RefreshPlaylist]
            }
            (Screen::Home, _) | (_, Some(_)) => self.end(now),
            (_, None) => {
                self.session.prompt = Some(Prompt { since: now, until: now + self.policy.prompt });
                Vec::new()
            }
        }
    }

    /// Ends the visit: a fresh session in the attract loop.
    fn end(&mut self, now: Duration) -> Vec<Effect> {
        if self.session.screen == Screen::Attract {
            return Vec::new();
        }
        // The step goes on counting, so that no answer to the last visitor fits the next one.
        let step = self.session.step.wrapping_add(1);
        self.session = Session { step, ..Session::fresh(self.default_language, now) };
        self.attract.restart(now);
        vec![Effect::SessionEnded, Effect::RefreshPlaylist]
    }
}
