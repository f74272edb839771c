//! What can happen to the visitor's state, and what it asks for in return.

use super::Slide;
use crate::content::{ArticleId, LanguageId, PageId, SectionId, TopicId};

/// Something that happened. The time it happened at is given beside it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Event {
    /// The visitor went one step back.
    Back,
    /// The body of the screen is on the glass and has so many words.
    BodyShown {
        /// Words to read.
        words: u32,
    },
    /// The visitor is still there.
    Continue,
    /// The visitor went to the home screen; from the attract loop it begins a session.
    Home,
    /// A story was chosen, on a card or as a slide of the attract loop.
    OpenArticle(ArticleId),
    /// A service page was chosen.
    OpenPage(PageId),
    /// A menu was chosen.
    OpenSection(SectionId),
    /// An entry of a menu was chosen; `None` shows all its stories.
    OpenTopic(SectionId, Option<TopicId>),
    /// The stories that may be shown now, in the order of the loop.
    PlaylistChanged(Vec<Slide>),
    /// A language was chosen; in the attract loop it also begins a session.
    SetLanguage(LanguageId),
    /// The visitor is done.
    StartOver,
    /// Time went by.
    Tick,
    /// The glass was touched, whatever was under the finger.
    Touched,
}

/// Something that has to be done outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Fetch the body of the current screen in the current language.
    LoadBody,
    /// Look up which stories may be shown now, and answer with [`Event::PlaylistChanged`].
    RefreshPlaylist,
    /// A session ended; nothing of it may stay on the glass.
    SessionEnded,
}
