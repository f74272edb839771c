//! Names of places in the kiosk, as `kiosk shot` and the tests write them: `section/news/business`.

use crate::content::{ArticleId, Catalogue, PageId, SectionId, TopicId};
use crate::nav::Event;

/// Somewhere a visitor can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// `attract`, or `attract/3` for the third slide.
    Attract {
        /// The position of the slide, from 0.
        slide: usize,
    },
    /// `home`
    Home,
    /// `section/news`, or `section/news/business`.
    Section {
        /// Which one.
        section: SectionId,
        /// The chosen topic.
        topic: Option<TopicId>,
    },
    /// `article/<slug>`; `prompt/<slug>` is the question «Still there?» over it.
    Article {
        /// Which one.
        article: ArticleId,
        /// With the question.
        is_prompting: bool,
    },
    /// `page/<slug>`
    Page {
        /// Which one.
        page: PageId,
    },
}

/// A name of no place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// Not one of the forms.
    #[error("«{name}» names no kind of screen")]
    Form {
        /// What was given.
        name: String,
    },
    /// The edition has no such thing.
    #[error("the edition has no {kind} «{slug}»")]
    Unknown {
        /// What kind of thing.
        kind: &'static str,
        /// Its slug.
        slug: String,
    },
}

impl PlaceError {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Form { .. } => {
                "write attract, attract/2, home, section/news, section/news/business, article/SLUG, prompt/SLUG or page/contact"
            }
            Self::Unknown { .. } => {
                "slugs are the names of the folders under stories/ and pages/; `kiosk content export` writes them out"
            }
        }
    }
}

impl Place {
    /// The place called `name` in `catalogue`.
    ///
    /// # Errors
    ///
    /// A name of another form, or of something that the edition does not have.
    pub fn parse(name: &str, catalogue: &Catalogue) -> Result<Self, PlaceError> {
        let form = || PlaceError::Form { name: name.to_owned() };
        let unknown = |kind, slug: &str| PlaceError::Unknown { kind, slug: slug.to_owned() };
        let parts: Vec<&str> = name.split('/').collect();
        match parts.as_slice() {
            ["attract"] => Ok(Self::Attract { slide: 0 }),
            ["attract", number] => {
                let number: usize = number.parse().map_err(|_| form())?;
                Ok(Self::Attract { slide: number.checked_sub(1).ok_or_else(form)? })
            }
            ["home"] => Ok(Self::Home),
            ["section", section, rest @ ..] => {
                let section = catalogue
                    .section_by_slug(section)
                    .ok_or_else(|| unknown("section", section))?;
                let topic = match rest {
                    [] => None,
                    [topic] => Some(
                        catalogue
                            .topic_by_slug(section.id, topic)
                            .ok_or_else(|| unknown("topic", topic))?
                            .id,
                    ),
                    _ => return Err(form()),
                };
                Ok(Self::Section { section: section.id, topic })
            }
            [kind @ ("article" | "prompt"), slug] => {
                let article =
                    catalogue.article_by_slug(slug).ok_or_else(|| unknown("story", slug))?;
                Ok(Self::Article { article: article.id, is_prompting: *kind == "prompt" })
            }
            ["page", slug] => {
                let page = catalogue.page_by_slug(slug).ok_or_else(|| unknown("page", slug))?;
                Ok(Self::Page { page: page.id })
            }
            _ => Err(form()),
        }
    }

    /// What a visitor does to get there from the attract loop.
    #[must_use]
    pub fn way(self) -> Vec<Event> {
        match self {
            Self::Attract { .. } => vec![],
            Self::Home => vec![Event::Home],
            Self::Section { section, topic } => {
                vec![Event::Home, Event::OpenTopic(section, topic)]
            }
            Self::Article { article, .. } => vec![Event::OpenArticle(article)],
            Self::Page { page } => vec![Event::Home, Event::OpenPage(page)],
        }
    }
}
