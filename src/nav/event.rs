//! What can happen to the visitor's state, and what it asks for in return.

use super::{Access, Slide};
use crate::content::{ArticleId, LanguageId, PageId, SectionId, TopicId, ZoneId};

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
    /// The access sheet was closed.
    CloseAccess,
    /// A second zone was chosen to stand beside the one on the glass; `None` takes it away.
    CompareZone(Option<ZoneId>),
    /// The visitor is still there.
    Continue,
    /// Only zones of one kind are wanted, by its name in the edition; `None` shows all.
    FilterZones(Option<Box<str>>),
    /// The visitor went to the home screen; from the attract loop it begins a session.
    Home,
    /// The access sheet was asked for; from the attract loop it also begins a session.
    OpenAccess,
    /// A story was chosen, on a card or as a slide of the attract loop.
    OpenArticle(ArticleId),
    /// The charts were chosen.
    OpenFigures,
    /// A service page was chosen.
    OpenPage(PageId),
    /// A picture of the story on the glass was chosen, by its position; 0 is the lead picture.
    OpenPicture(u32),
    /// The search was chosen.
    OpenSearch,
    /// A menu was chosen.
    OpenSection(SectionId),
    /// An entry of a menu was chosen; `None` shows all its stories.
    OpenTopic(SectionId, Option<TopicId>),
    /// A zone was chosen on the map or in a list; `None` is the map itself.
    OpenZone(Option<ZoneId>),
    /// The stories that may be shown now, in the order of the loop.
    PlaylistChanged(Vec<Slide>),
    /// The words to search for, as they stand now.
    Query(String),
    /// The visitor chose how to see, read and reach.
    SetAccess(Access),
    /// A language was chosen; in the attract loop it also begins a session.
    SetLanguage(LanguageId),
    /// The visitor is done.
    StartOver,
    /// The story before or after this one in its series was chosen: it leaves no step in the history.
    StepTo(ArticleId),
    /// Time went by.
    Tick,
    /// The attract loop shall stand still, or go on.
    TogglePause,
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
    /// Look for the words of the session in its language.
    Search,
    /// A session ended; nothing of it may stay on the glass.
    SessionEnded,
}
