//! The screens that a visitor can be on.

use crate::content::{ArticleId, PageId, SectionId, TopicId};

/// A screen, with what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The loop that runs while nobody is there.
    Attract,
    /// Lead stories, the four menus, the zone in figures.
    Home,
    /// A menu: its topics, and the stories of one of them or of all.
    Section {
        /// Which menu.
        section: SectionId,
        /// The chosen topic; `None` shows all.
        topic: Option<TopicId>,
    },
    /// A story.
    Article {
        /// Which one.
        article: ArticleId,
    },
    /// Contact, terms or privacy.
    Page {
        /// Which one.
        page: PageId,
    },
}

impl Screen {
    /// Tells whether the screen shows a body that has to be fetched.
    #[must_use]
    pub fn has_body(self) -> bool {
        matches!(self, Self::Article { .. } | Self::Page { .. })
    }

    /// Tells whether `other` is the same place, so that moving between them leaves no step in the history.
    ///
    /// Topics of one section are one place: Back from any of them leads out of the section.
    #[must_use]
    pub fn is_same_place(self, other: Self) -> bool {
        match (self, other) {
            (Self::Section { section: a, .. }, Self::Section { section: b, .. }) => a == b,
            _ => self == other,
        }
    }
}
