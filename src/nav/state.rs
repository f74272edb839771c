//! The state machine of a visit.

use std::time::Duration;

use super::{Access, Attract, Effect, Event, IdlePolicy, MAX_QUERY, Prompt, Screen, Session};
use crate::content::{ArticleId, LanguageId, ZoneId};

/// Where the visitor is. [`handle`](Self::handle) is the only way to change it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct State {
    session: Session,
    attract: Attract,
    policy: IdlePolicy,
    default_language: LanguageId,
    default_access: Access,
}

impl State {
    /// The attract loop at the time `now`, before its playlist is known.
    #[must_use]
    pub fn new(default_language: LanguageId, policy: IdlePolicy, now: Duration) -> Self {
        let mut attract = Attract::default();
        attract.restart(now);
        Self {
            session: Session::fresh(default_language, now),
            attract,
            policy,
            default_language,
            default_access: Access::default(),
        }
    }

    /// The same, where every visit begins with `access`.
    #[must_use]
    pub fn beginning_with(mut self, access: Access) -> Self {
        self.default_access = access;
        self.session.access = access;
        self
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

        // Nobody may have looked at the clock since: a visit that was due to end is over, and the touch that wakes the
        // screen does nothing else.
        if self.is_over(now) {
            return self.end(now);
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
        let query = self.session.query.clone();
        self.wish(event, now);
        let changed = before != (self.session.step, self.session.language);
        if changed && self.session.screen.has_body() {
            return vec![Effect::LoadBody];
        }
        let is_asked_anew = changed || query != self.session.query;
        if is_asked_anew && self.session.screen == Screen::Search {
            return vec![Effect::Search];
        }
        Vec::new()
    }

    /// Does what a visitor wishes.
    fn wish(&mut self, event: Event, now: Duration) {
        // The sheet lies over everything else: whoever goes elsewhere leaves it, and Back is the way out of it.
        let leaves_sheet = std::mem::take(&mut self.session.is_access_open);
        let is_loop = self.session.screen == Screen::Attract;
        match event {
            // In the loop nobody is there yet: what begins no visit leaves nothing for the next one.
            Event::FilterZones(_) | Event::Query(_) | Event::SetAccess(_) if is_loop => {}
            Event::Back if leaves_sheet => {}
            Event::Back => self.go_back(),
            Event::Home => self.session.go(Screen::Home),
            Event::OpenArticle(article) => self.session.go(Screen::Article { article }),
            Event::OpenPage(page) => self.session.go(Screen::Page { page }),
            Event::OpenSection(section) => {
                self.session.go(Screen::Section { section, topic: None });
            }
            Event::OpenTopic(section, topic) => self.session.go(Screen::Section { section, topic }),
            Event::OpenZone(zone) => self.session.go_or_close(Screen::Zones { zone, beside: None }),
            Event::CompareZone(beside) => self.compare_zone(beside),
            Event::OpenFigures => self.session.go(Screen::Figures),
            Event::OpenSearch => self.session.go(Screen::Search),
            Event::OpenPicture(picture) => self.open_picture(picture),
            Event::StepTo(article) => self.step_to(article),
            Event::FilterZones(kind) => self.session.zone_kind = kind,
            Event::Query(query) => self.session.query = query.chars().take(MAX_QUERY).collect(),
            Event::SetLanguage(language) => {
                self.session.is_access_open = leaves_sheet;
                self.set_language(language);
            }
            Event::SetAccess(access) => {
                self.session.is_access_open = leaves_sheet;
                self.session.access = access;
            }
            Event::OpenAccess => {
                if is_loop {
                    self.session.go(Screen::Home);
                }
                self.session.is_access_open = true;
            }
            Event::TogglePause if is_loop => self.attract.toggle_pause(now),
            Event::Touched | Event::Continue => self.session.is_access_open = leaves_sheet,
            Event::CloseAccess
            | Event::TogglePause
            | Event::BodyShown { .. }
            | Event::PlaylistChanged(_)
            | Event::StartOver
            | Event::Tick => {}
        }
    }

    /// Only where a zone's sheet is open, and never a zone beside itself.
    fn compare_zone(&mut self, other: Option<ZoneId>) {
        if let Screen::Zones { zone: Some(zone), .. } = self.session.screen
            && other != Some(zone)
        {
            self.session.go_or_close(Screen::Zones { zone: Some(zone), beside: other });
        }
    }

    fn open_picture(&mut self, picture: u32) {
        if let Screen::Article { article } | Screen::Gallery { article, .. } = self.session.screen {
            self.session.go(Screen::Gallery { article, picture });
        }
    }

    fn step_to(&mut self, article: ArticleId) {
        if let Screen::Article { .. } = self.session.screen {
            self.session.replace(Screen::Article { article });
        }
    }

    /// Tells whether the visit ended by itself before `now`, had anybody looked.
    fn is_over(&self, now: Duration) -> bool {
        match (self.session.screen, self.session.prompt) {
            (Screen::Attract, _) => false,
            (_, Some(_)) | (Screen::Home, None) => now >= self.deadline(),
            (_, None) => now >= self.deadline() + self.policy.prompt,
        }
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
        // What lay between two steps may be gone: of two that are one place now the later one counts.
        session.history.dedup_by(|later, earlier| {
            let is_same = later.is_same_place(*earlier);
            if is_same {
                *earlier = *later;
            }
            is_same
        });
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
        if session.history.last().is_some_and(|last| last.is_same_place(session.screen)) {
            session.history.pop();
        }
        // No answer to a question about the old edition fits any more. The words stay until the new ones are there: the
        // patience with a reader does not change with the file.
        session.step = session.step.wrapping_add(1);
        let article = |article| match screen(Screen::Article { article })? {
            Screen::Article { article } => Some(article),
            _ => None,
        };
        self.attract.turn_to(article, now);
        let mut effects = vec![Effect::RefreshPlaylist];
        if session.screen.has_body() {
            effects.push(Effect::LoadBody);
        }
        if session.screen == Screen::Search {
            effects.push(Effect::Search);
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
        let access = self.default_access;
        self.session = Session { step, access, ..Session::fresh(self.default_language, now) };
        self.attract.restart(now);
        vec![Effect::SessionEnded, Effect::RefreshPlaylist]
    }
}
