//! The places of the table, and how a visitor gets there.

use kiosk::nav::Event;

use crate::world::{PAGE, Visit, compare, entry, menu, open, query, zone};

/// Where the visitor is when it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Loop,
    PausedLoop,
    Home,
    Menu,
    Entry,
    Story,
    Gallery,
    Page,
    Map,
    Sheet,
    Pair,
    Figures,
    Search,
    SearchWithWords,
    AccessAtHome,
    AccessOnStory,
    AccessOnSearch,
    AskedOnMenu,
    AskedOnStory,
    AskedOnPage,
    AskedOnPair,
    AskedOnSearch,
    AskedOnAccess,
}

pub(super) const PLACES: [Place; 23] = [
    Place::Loop,
    Place::PausedLoop,
    Place::Home,
    Place::Menu,
    Place::Entry,
    Place::Story,
    Place::Gallery,
    Place::Page,
    Place::Map,
    Place::Sheet,
    Place::Pair,
    Place::Figures,
    Place::Search,
    Place::SearchWithWords,
    Place::AccessAtHome,
    Place::AccessOnStory,
    Place::AccessOnSearch,
    Place::AskedOnMenu,
    Place::AskedOnStory,
    Place::AskedOnPage,
    Place::AskedOnPair,
    Place::AskedOnSearch,
    Place::AskedOnAccess,
];

impl Place {
    /// What was done to get there, from the loop.
    fn way(self) -> Vec<Event> {
        let home = Event::Home;
        match self {
            Self::Loop => vec![],
            Self::PausedLoop => vec![Event::TogglePause],
            Self::Home => vec![home],
            Self::Menu | Self::AskedOnMenu => vec![home, menu(1)],
            Self::Entry => vec![home, entry(1, 11)],
            Self::Story | Self::AskedOnStory => vec![home, entry(1, 11), open(1)],
            Self::Gallery => vec![home, open(1), Event::OpenPicture(1)],
            Self::Page | Self::AskedOnPage => vec![home, Event::OpenPage(PAGE)],
            Self::Map => vec![home, Event::OpenZone(None)],
            Self::Sheet => vec![home, Event::OpenZone(None), zone(1)],
            Self::Pair | Self::AskedOnPair => {
                vec![home, Event::OpenZone(None), zone(1), compare(2)]
            }
            Self::Figures => vec![home, Event::OpenFigures],
            Self::Search => vec![home, Event::OpenSearch],
            Self::SearchWithWords | Self::AskedOnSearch => {
                vec![home, Event::OpenSearch, query("port")]
            }
            Self::AccessAtHome => vec![home, Event::OpenAccess],
            Self::AccessOnStory | Self::AskedOnAccess => vec![home, open(1), Event::OpenAccess],
            Self::AccessOnSearch => vec![home, Event::OpenSearch, query("port"), Event::OpenAccess],
        }
    }

    fn is_asked(self) -> bool {
        matches!(
            self,
            Self::AskedOnMenu
                | Self::AskedOnStory
                | Self::AskedOnPage
                | Self::AskedOnPair
                | Self::AskedOnSearch
                | Self::AskedOnAccess
        )
    }

    pub(super) fn arrive(self) -> Visit {
        if self.is_asked() { Visit::asked_after(&self.way()) } else { Visit::after(&self.way()) }
    }
}
