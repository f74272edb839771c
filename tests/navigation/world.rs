//! A small edition's worth of keys, and a visitor whose clock is moved by hand.

use std::time::Duration;

use kiosk::content::{ArticleId, LanguageId, PageId, SectionId, TopicId};
use kiosk::nav::{Effect, Event, IdlePolicy, Screen, Session, Slide, State};

pub(crate) const EN: LanguageId = LanguageId(1);
pub(crate) const ZH: LanguageId = LanguageId(2);
pub(crate) const SECTIONS: [SectionId; 2] = [SectionId(1), SectionId(2)];
pub(crate) const TOPICS: [(SectionId, TopicId); 4] = [
    (SectionId(1), TopicId(11)),
    (SectionId(1), TopicId(12)),
    (SectionId(2), TopicId(21)),
    (SectionId(2), TopicId(22)),
];
pub(crate) const ARTICLES: [ArticleId; 3] = [ArticleId(1), ArticleId(2), ArticleId(3)];
pub(crate) const PAGE: PageId = PageId(1);

pub(crate) const HOME: Screen = Screen::Home;
pub(crate) const PAGE_SCREEN: Screen = Screen::Page { page: PAGE };

/// The smallest time that a timer counts.
pub(crate) const MOMENT: Duration = Duration::from_millis(1);

pub(crate) const fn article(id: i64) -> Screen {
    Screen::Article { article: ArticleId(id) }
}

pub(crate) const fn section(id: i64) -> Screen {
    Screen::Section { section: SectionId(id), topic: None }
}

pub(crate) const fn topic(section: i64, topic: i64) -> Screen {
    Screen::Section { section: SectionId(section), topic: Some(TopicId(topic)) }
}

pub(crate) fn open(id: i64) -> Event {
    Event::OpenArticle(ArticleId(id))
}

pub(crate) fn menu(id: i64) -> Event {
    Event::OpenSection(SectionId(id))
}

pub(crate) fn entry(section: i64, topic: i64) -> Event {
    Event::OpenTopic(SectionId(section), Some(TopicId(topic)))
}

pub(crate) fn all_of(section: i64) -> Event {
    Event::OpenTopic(SectionId(section), None)
}

pub(crate) fn body(words: u32) -> Event {
    Event::BodyShown { words }
}

pub(crate) fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

/// A moment less.
pub(crate) fn almost(span: Duration) -> Duration {
    span.checked_sub(MOMENT).unwrap()
}

pub(crate) fn slide(id: i64, dwell: u64) -> Slide {
    Slide { article: ArticleId(id), dwell: seconds(dwell) }
}

/// The three stories as slides of ten seconds.
pub(crate) fn slides() -> Vec<Slide> {
    vec![slide(1, 10), slide(2, 10), slide(3, 10)]
}

/// A state and the time it is in.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    pub(crate) state: State,
    pub(crate) now: Duration,
}

impl Visit {
    /// The loop, just started.
    pub(crate) fn start() -> Self {
        Self::start_with(IdlePolicy::default(), Duration::ZERO)
    }

    /// The loop, started at `now`, with these waiting times.
    pub(crate) fn start_with(policy: IdlePolicy, now: Duration) -> Self {
        let mut visit = Self { state: State::new(EN, policy, now), now };
        visit.does(Event::PlaylistChanged(slides()));
        visit
    }

    /// The loop, and then these events without any time between them.
    pub(crate) fn after(events: &[Event]) -> Self {
        let mut visit = Self::start();
        for event in events {
            visit.does(event.clone());
        }
        visit
    }

    /// These events, and then nothing until the question is asked.
    pub(crate) fn asked_after(events: &[Event]) -> Self {
        let mut visit = Self::after(events);
        visit.waits_out();
        assert!(visit.is_asked(), "no question after {events:?}");
        visit
    }

    pub(crate) fn does(&mut self, event: Event) -> Vec<Effect> {
        self.state.handle(event, self.now)
    }

    /// Lets time go by and is told so.
    pub(crate) fn waits(&mut self, span: Duration) -> Vec<Effect> {
        self.now += span;
        self.does(Event::Tick)
    }

    /// Waits until the deadline has come.
    pub(crate) fn waits_out(&mut self) -> Vec<Effect> {
        self.now = self.now.max(self.state.deadline());
        self.does(Event::Tick)
    }

    pub(crate) fn screen(&self) -> Screen {
        self.state.screen()
    }

    pub(crate) fn history(&self) -> &[Screen] {
        self.state.session().history()
    }

    pub(crate) fn language(&self) -> LanguageId {
        self.state.session().language
    }

    pub(crate) fn is_asked(&self) -> bool {
        self.state.session().prompt.is_some()
    }

    pub(crate) fn is_over(&self) -> bool {
        self.screen() == Screen::Attract
    }

    /// How long it is until something happens by itself.
    pub(crate) fn patience(&self) -> Duration {
        self.state.deadline().saturating_sub(self.now)
    }
}

/// The session but for its step, which alone goes on counting from visit to visit.
pub(crate) fn without_step(session: &Session) -> Session {
    let mut session = session.clone();
    session.step = 0;
    session
}

/// Everything that a visitor of this world can do.
pub(crate) fn deeds() -> Vec<Event> {
    let mut deeds = vec![
        Event::Back,
        Event::Home,
        Event::Touched,
        Event::Continue,
        Event::StartOver,
        Event::OpenPage(PAGE),
        Event::SetLanguage(EN),
        Event::SetLanguage(ZH),
    ];
    deeds.extend(SECTIONS.map(Event::OpenSection));
    deeds.extend(SECTIONS.map(|section| Event::OpenTopic(section, None)));
    deeds.extend(TOPICS.map(|(section, topic)| Event::OpenTopic(section, Some(topic))));
    deeds.extend(ARTICLES.map(Event::OpenArticle));
    deeds
}
