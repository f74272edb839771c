//! A small edition's worth of keys, and a visitor whose clock is moved by hand.

use std::time::Duration;

use kiosk::content::{ArticleId, LanguageId, PageId, SectionId, TopicId, ZoneId};
use kiosk::nav::{Access, Effect, Event, IdlePolicy, Screen, Session, Slide, State, TextSize};

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
pub(crate) const ZONES: [ZoneId; 3] = [ZoneId(1), ZoneId(2), ZoneId(3)];
pub(crate) const PAGE: PageId = PageId(1);

/// What somebody chooses who sees little and sits.
pub(crate) const LARGE: Access = Access {
    text_size: TextSize::Largest,
    has_high_contrast: true,
    is_in_reach: true,
    is_calm: true,
};

pub(crate) const HOME: Screen = Screen::Home;
pub(crate) const PAGE_SCREEN: Screen = Screen::Page { page: PAGE };
pub(crate) const MAP: Screen = Screen::Zones { zone: None, beside: None };

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

/// The picture of a story at `picture`.
pub(crate) const fn gallery(id: i64, picture: u32) -> Screen {
    Screen::Gallery { article: ArticleId(id), picture }
}

/// The map with the sheet of a zone.
pub(crate) const fn sheet(id: i64) -> Screen {
    Screen::Zones { zone: Some(ZoneId(id)), beside: None }
}

/// The map with the sheet of a zone and another one beside it.
pub(crate) const fn pair(id: i64, beside: i64) -> Screen {
    Screen::Zones { zone: Some(ZoneId(id)), beside: Some(ZoneId(beside)) }
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

pub(crate) fn step_to(id: i64) -> Event {
    Event::StepTo(ArticleId(id))
}

pub(crate) fn zone(id: i64) -> Event {
    Event::OpenZone(Some(ZoneId(id)))
}

pub(crate) fn compare(id: i64) -> Event {
    Event::CompareZone(Some(ZoneId(id)))
}

/// Only zones of this kind.
pub(crate) fn only(kind: &str) -> Event {
    Event::FilterZones(Some(kind.into()))
}

pub(crate) fn query(words: &str) -> Event {
    Event::Query(words.to_owned())
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

/// A state and the time it is in, and what it was begun with.
#[derive(Debug, Clone)]
pub(crate) struct Visit {
    pub(crate) state: State,
    pub(crate) now: Duration,
    policy: IdlePolicy,
    access: Access,
}

impl Visit {
    /// The loop, just started.
    pub(crate) fn start() -> Self {
        Self::start_with(IdlePolicy::default(), Duration::ZERO)
    }

    /// The loop, started at `now`, with these waiting times.
    pub(crate) fn start_with(policy: IdlePolicy, now: Duration) -> Self {
        let mut visit = Self::bare(policy, Access::default(), now);
        visit.does(Event::PlaylistChanged(slides()));
        visit
    }

    /// The loop before its list is known, where visits begin with `access`.
    pub(crate) fn bare(policy: IdlePolicy, access: Access, now: Duration) -> Self {
        let state = State::new(EN, policy, now).beginning_with(access);
        Self { state, now, policy, access }
    }

    /// What a visitor would find now if nobody had ever been there, before the list is known.
    pub(crate) fn untouched(&self) -> Self {
        Self::bare(self.policy, self.access, self.now)
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

    /// When a visit is over that nobody looks after: the question counts as asked in time.
    pub(crate) fn end(&self) -> Duration {
        let is_last = self.is_asked() || self.screen() == HOME;
        self.state.deadline() + if is_last { Duration::ZERO } else { self.policy.prompt }
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

/// Tells whether a visitor did it, and not the clock or the program.
pub(crate) fn is_deed(event: &Event) -> bool {
    !matches!(event, Event::BodyShown { .. } | Event::PlaylistChanged(_) | Event::Tick)
}

/// Everything that a visitor of this world can do.
pub(crate) fn deeds() -> Vec<Event> {
    let mut deeds = vec![
        Event::Back,
        Event::CloseAccess,
        Event::CompareZone(None),
        Event::Continue,
        Event::FilterZones(None),
        only("port"),
        Event::Home,
        Event::OpenAccess,
        Event::OpenFigures,
        Event::OpenPage(PAGE),
        Event::OpenSearch,
        Event::OpenZone(None),
        query(""),
        query("port"),
        query(&"两江新区".repeat(40)),
        Event::SetAccess(Access::default()),
        Event::SetAccess(LARGE),
        Event::SetLanguage(EN),
        Event::SetLanguage(ZH),
        Event::StartOver,
        Event::TogglePause,
        Event::Touched,
    ];
    deeds.extend([0, 1].map(Event::OpenPicture));
    deeds.extend(SECTIONS.map(Event::OpenSection));
    deeds.extend(SECTIONS.map(|section| Event::OpenTopic(section, None)));
    deeds.extend(TOPICS.map(|(section, topic)| Event::OpenTopic(section, Some(topic))));
    deeds.extend(ARTICLES.map(Event::OpenArticle));
    deeds.extend(ARTICLES.map(Event::StepTo));
    deeds.extend(ZONES.map(|zone| Event::OpenZone(Some(zone))));
    deeds.extend(ZONES.map(|zone| Event::CompareZone(Some(zone))));
    deeds
}
