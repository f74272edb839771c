//! A small edition's worth of keys, and a visitor whose clock is moved by hand.

use std::time::Duration;

use kiosk::content::{ArticleId, LanguageId, PageId, SectionId, TopicId};
use kiosk::nav::{Effect, Event, IdlePolicy, Slide, State};

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

pub(crate) fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

/// The three stories as slides of ten seconds.
pub(crate) fn slides() -> Vec<Slide> {
    ARTICLES.map(|article| Slide { article, dwell: seconds(10) }).to_vec()
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
        let mut state = State::new(EN, IdlePolicy::default(), Duration::ZERO);
        state.handle(Event::PlaylistChanged(slides()), Duration::ZERO);
        Self { state, now: Duration::ZERO }
    }

    /// The loop, and then these events without any time between them.
    pub(crate) fn after(events: &[Event]) -> Self {
        let mut visit = Self::start();
        for event in events {
            visit.does(event.clone());
        }
        visit
    }

    pub(crate) fn does(&mut self, event: Event) -> Vec<Effect> {
        self.state.handle(event, self.now)
    }

    pub(crate) fn waits(&mut self, span: Duration) -> Vec<Effect> {
        self.now += span;
        self.state.handle(Event::Tick, self.now)
    }

    /// Waits until the deadline has come.
    pub(crate) fn waits_out(&mut self) -> Vec<Effect> {
        self.now = self.now.max(self.state.deadline());
        self.state.handle(Event::Tick, self.now)
    }
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
