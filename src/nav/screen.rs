//! The screens that a visitor can be on.

use crate::content::{ArticleId, PageId, SectionId, TopicId, ZoneId};

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
    /// The pictures of a story, one at a time.
    Gallery {
        /// Whose pictures.
        article: ArticleId,
        /// The position of the one on the glass; 0 is the lead picture.
        picture: u32,
    },
    /// The map with its zones.
    Zones {
        /// The zone whose sheet is open.
        zone: Option<ZoneId>,
        /// The zone beside it, to compare.
        beside: Option<ZoneId>,
    },
    /// All charts.
    Figures,
    /// The search with its keyboard.
    Search,
}

impl Screen {
    /// Tells whether the screen shows a body that has to be fetched.
    #[must_use]
    pub fn has_body(self) -> bool {
        matches!(self, Self::Article { .. } | Self::Page { .. } | Self::Gallery { .. })
    }

    /// Tells whether `other` is the same place, so that moving between them leaves no step in the history.
    ///
    /// Topics of one section are one place: Back from any of them leads out of the section. So are the pictures of one
    /// story, and the sheets of two zones; the map without a sheet is another place.
    #[must_use]
    pub fn is_same_place(self, other: Self) -> bool {
        match (self, other) {
            (Self::Section { section: a, .. }, Self::Section { section: b, .. }) => a == b,
            (Self::Gallery { article: a, .. }, Self::Gallery { article: b, .. }) => a == b,
            (Self::Zones { zone: a, beside: c }, Self::Zones { zone: b, beside: d }) => {
                a.is_some() == b.is_some() && c.is_some() == d.is_some()
            }
            _ => self == other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: Screen = Screen::Zones { zone: None, beside: None };

    fn topic(section: i64, topic: Option<i64>) -> Screen {
        Screen::Section { section: SectionId(section), topic: topic.map(TopicId) }
    }

    fn picture(article: i64, picture: u32) -> Screen {
        Screen::Gallery { article: ArticleId(article), picture }
    }

    fn zones(zone: i64, beside: Option<i64>) -> Screen {
        Screen::Zones { zone: Some(ZoneId(zone)), beside: beside.map(ZoneId) }
    }

    /// Every list is one place, and no two lists are the same.
    fn places() -> Vec<Vec<Screen>> {
        vec![
            vec![Screen::Attract],
            vec![Screen::Home],
            vec![topic(1, None), topic(1, Some(11)), topic(1, Some(12))],
            vec![topic(2, None), topic(2, Some(21))],
            vec![Screen::Article { article: ArticleId(1) }],
            vec![Screen::Article { article: ArticleId(2) }],
            vec![Screen::Page { page: PageId(1) }],
            vec![Screen::Page { page: PageId(2) }],
            vec![picture(1, 0), picture(1, 1)],
            vec![picture(2, 0)],
            vec![MAP],
            vec![zones(1, None), zones(2, None)],
            vec![zones(1, Some(2)), zones(1, Some(3)), zones(2, Some(1))],
            vec![Screen::Figures],
            vec![Screen::Search],
        ]
    }

    #[test]
    fn what_belongs_together_is_one_place_and_nothing_else_is() {
        let places = places();
        for (here, place) in places.iter().enumerate() {
            for (there, other) in places.iter().enumerate() {
                for (one, two) in
                    place.iter().flat_map(|one| other.iter().map(move |two| (one, two)))
                {
                    assert_eq!(one.is_same_place(*two), here == there, "{one:?} and {two:?}");
                }
            }
        }
    }

    #[test]
    fn a_body_is_fetched_for_stories_their_pictures_and_pages() {
        let with_body: Vec<Screen> =
            places().into_iter().flatten().filter(|screen| screen.has_body()).collect();
        let is_read = |screen: &Screen| {
            matches!(screen, Screen::Article { .. } | Screen::Page { .. } | Screen::Gallery { .. })
        };
        assert_eq!(with_body.len(), 7, "two stories, two pages, three pictures");
        assert!(with_body.iter().all(is_read), "{with_body:?}");
    }
}
