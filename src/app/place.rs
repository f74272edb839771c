//! Names of places in the kiosk, as `kiosk shot` and the tests write them: `section/news/business`.

use crate::content::{ArticleId, Catalogue, PageId, SectionId, TopicId, ZoneId};
use crate::nav::Event;

/// Somewhere a visitor can be.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// `gallery/<slug>`, or `gallery/<slug>/2` for the second picture of the story.
    Gallery {
        /// Whose pictures.
        article: ArticleId,
        /// The position of the picture, from 0.
        picture: u32,
    },
    /// `zones`, `zones/<slug>`, or `zones/<slug>/<slug>` for two side by side.
    Zones {
        /// The zone whose sheet is open.
        zone: Option<ZoneId>,
        /// The zone beside it.
        beside: Option<ZoneId>,
    },
    /// `figures`
    Figures,
    /// `search`, or `search/<words>`.
    Search {
        /// What was typed.
        query: String,
    },
    /// `access`: the home screen with the access sheet open.
    Access,
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
                "write attract, attract/2, home, section/news, section/news/business, article/SLUG, prompt/SLUG, gallery/SLUG, gallery/SLUG/2, page/contact, zones, zones/SLUG, zones/SLUG/SLUG, figures, search, search/WORDS or access"
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
            ["gallery", slug, rest @ ..] => {
                let article =
                    catalogue.article_by_slug(slug).ok_or_else(|| unknown("story", slug))?;
                let number: u32 = match rest {
                    [] => 1,
                    [number] => number.parse().map_err(|_| form())?,
                    _ => return Err(form()),
                };
                let picture = number.checked_sub(1).ok_or_else(form)?;
                Ok(Self::Gallery { article: article.id, picture })
            }
            ["zones", slugs @ ..] => {
                let zone = |slug: &&str| {
                    catalogue
                        .zone_by_slug(slug)
                        .map(|zone| zone.id)
                        .ok_or_else(|| unknown("zone", slug))
                };
                match slugs {
                    [] => Ok(Self::Zones { zone: None, beside: None }),
                    [one] => Ok(Self::Zones { zone: Some(zone(one)?), beside: None }),
                    [one, other] => {
                        Ok(Self::Zones { zone: Some(zone(one)?), beside: Some(zone(other)?) })
                    }
                    _ => Err(form()),
                }
            }
            ["figures"] => Ok(Self::Figures),
            ["search"] => Ok(Self::Search { query: String::new() }),
            ["search", words] => Ok(Self::Search { query: (*words).to_owned() }),
            ["access"] => Ok(Self::Access),
            _ => Err(form()),
        }
    }

    /// What a visitor does to get there from the attract loop.
    #[must_use]
    pub fn way(&self) -> Vec<Event> {
        match *self {
            Self::Attract { .. } => vec![],
            Self::Home => vec![Event::Home],
            Self::Section { section, topic } => {
                vec![Event::Home, Event::OpenTopic(section, topic)]
            }
            Self::Article { article, .. } => vec![Event::OpenArticle(article)],
            Self::Page { page } => vec![Event::Home, Event::OpenPage(page)],
            Self::Gallery { article, picture } => {
                vec![Event::OpenArticle(article), Event::OpenPicture(picture)]
            }
            Self::Zones { zone, beside } => {
                let mut way = vec![Event::Home, Event::OpenZone(None)];
                way.extend(zone.map(|zone| Event::OpenZone(Some(zone))));
                way.extend(beside.map(|zone| Event::CompareZone(Some(zone))));
                way
            }
            Self::Figures => vec![Event::Home, Event::OpenFigures],
            Self::Search { ref query } => {
                vec![Event::Home, Event::OpenSearch, Event::Query(query.clone())]
            }
            Self::Access => vec![Event::OpenAccess],
        }
    }
}
