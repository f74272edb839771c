//! Finding things in a [`Catalogue`], and choosing the language that is shown.

use std::collections::HashMap;

use super::catalogue::{
    ArticleCard, Catalogue, Figure, FigurePoint, Language, PageCard, PictureCard, Section, Topic,
    Zone, ZoneFigure,
};
use super::ids::{ArticleId, FigureId, LanguageId, PageId, PictureId, SectionId, TopicId, ZoneId};
use super::text::Text;

/// Where the many things of a catalogue are; the few are found by looking at each.
///
/// It is a hint: an entry that does not fit is not believed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Index {
    articles: HashMap<ArticleId, usize>,
    article_slugs: HashMap<Box<str>, usize>,
    picture_slugs: HashMap<Box<str>, PictureId>,
}

impl Index {
    /// The index of these articles and pictures.
    #[must_use]
    pub fn of(articles: &[ArticleCard], pictures: &HashMap<PictureId, PictureCard>) -> Self {
        Self {
            articles: (0..).zip(articles).map(|(at, card)| (card.id, at)).collect(),
            article_slugs: (0..)
                .zip(articles)
                .map(|(at, card)| (card.slug.as_str().into(), at))
                .collect(),
            picture_slugs: pictures
                .values()
                .map(|card| (card.slug.as_str().into(), card.id))
                .collect(),
        }
    }
}

impl Catalogue {
    /// The language of that key.
    #[must_use]
    pub fn language(&self, id: LanguageId) -> Option<&Language> {
        self.languages.iter().find(|language| language.id == id)
    }

    /// The language of that BCP 47 tag; letter case does not count.
    #[must_use]
    pub fn language_by_tag(&self, tag: &str) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag.eq_ignore_ascii_case(tag))
    }

    /// The languages to try for a reader of `language`, best first: itself, its fallbacks, the default, the rest.
    pub fn fallback_chain(&self, language: LanguageId) -> impl Iterator<Item = LanguageId> + '_ {
        let next = |id: &LanguageId| self.language(*id).and_then(|language| language.fallback);
        // No honest chain is longer than the list of languages, so a cycle ends there.
        std::iter::successors(Some(language), next)
            .take(self.languages.len())
            .chain([self.default_language])
            .chain(self.languages.iter().map(|language| language.id))
    }

    /// `text` for a reader of `language`: along the fallback chain, else in any language, else empty.
    #[must_use]
    pub fn text<'a>(&self, text: &'a Text, language: LanguageId) -> &'a str {
        text.exact(language)
            .or_else(|| {
                text.along(self.fallback_chain(language))
                    .or_else(|| text.any())
                    .map(|(_, words)| words)
            })
            .unwrap_or_default()
    }

    /// The section of that key.
    #[must_use]
    pub fn section(&self, id: SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The section of that slug.
    #[must_use]
    pub fn section_by_slug(&self, slug: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.slug == slug)
    }

    /// The topic of that key.
    #[must_use]
    pub fn topic(&self, id: TopicId) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// The topic of that slug in `section`.
    #[must_use]
    pub fn topic_by_slug(&self, section: SectionId, slug: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.section == section && topic.slug == slug)
    }

    /// The article of that key.
    #[must_use]
    pub fn article(&self, id: ArticleId) -> Option<&ArticleCard> {
        self.index
            .articles
            .get(&id)
            .and_then(|&at| self.articles.get(at))
            .filter(|article| article.id == id)
            .or_else(|| self.articles.iter().find(|article| article.id == id))
    }

    /// The article of that slug.
    #[must_use]
    pub fn article_by_slug(&self, slug: &str) -> Option<&ArticleCard> {
        self.index
            .article_slugs
            .get(slug)
            .and_then(|&at| self.articles.get(at))
            .filter(|article| article.slug == slug)
            .or_else(|| self.articles.iter().find(|article| article.slug == slug))
    }

    /// The articles of a topic, newest first.
    pub fn articles_of_topic(&self, topic: TopicId) -> impl Iterator<Item = &ArticleCard> {
        self.articles.iter().filter(move |article| article.topic == topic)
    }

    /// The articles of a section, newest first.
    pub fn articles_of_section(&self, section: SectionId) -> impl Iterator<Item = &ArticleCard> {
        let topics = self.section(section).map_or(&[][..], |section| section.topics.as_slice());
        self.articles.iter().filter(move |article| topics.contains(&article.topic))
    }

    /// The articles about a zone, newest first.
    pub fn articles_of_zone(&self, zone: ZoneId) -> impl Iterator<Item = &ArticleCard> {
        self.articles.iter().filter(move |article| article.zones.contains(&zone))
    }

    /// The articles of the attract loop: the pinned ones first, then by rank, then newest first.
    #[must_use]
    pub fn featured(&self) -> Vec<&ArticleCard> {
        let mut featured: Vec<_> = self
            .articles
            .iter()
            .filter_map(|article| {
                article.featured.map(|place| (!place.pinned, place.rank, article))
            })
            .collect();
        featured.sort_by_key(|&(not_pinned, rank, _)| (not_pinned, rank));
        featured.into_iter().map(|(_, _, article)| article).collect()
    }

    /// The page of that key.
    #[must_use]
    pub fn page(&self, id: PageId) -> Option<&PageCard> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// The page of that slug.
    #[must_use]
    pub fn page_by_slug(&self, slug: &str) -> Option<&PageCard> {
        self.pages.iter().find(|page| page.slug == slug)
    }

    /// The picture of that key.
    #[must_use]
    pub fn picture(&self, id: PictureId) -> Option<&PictureCard> {
        self.pictures.get(&id)
    }

    /// The picture of that slug.
    #[must_use]
    pub fn picture_by_slug(&self, slug: &str) -> Option<&PictureCard> {
        self.index
            .picture_slugs
            .get(slug)
            .and_then(|id| self.pictures.get(id))
            .filter(|picture| picture.slug == slug)
            .or_else(|| self.pictures.values().find(|picture| picture.slug == slug))
    }

    /// The figure of that key.
    #[must_use]
    pub fn figure(&self, id: FigureId) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// The figure of that slug.
    #[must_use]
    pub fn figure_by_slug(&self, slug: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.slug == slug)
    }

    /// The points of `figure` for a reader of `language`, with the language that they are told in: along the fallback
    /// chain the first that has any.
    #[must_use]
    pub fn figure_points<'a>(
        &self,
        figure: &'a Figure,
        language: LanguageId,
    ) -> Option<(LanguageId, &'a [FigurePoint])> {
        self.fallback_chain(language).find_map(|language| {
            let points = figure.points.get(&language).filter(|points| !points.is_empty())?;
            Some((language, points.as_slice()))
        })
    }

    /// The figures about `zone` for a reader of `language`: along the fallback chain the first that there are.
    #[must_use]
    pub fn zone_figures<'a>(&self, zone: &'a Zone, language: LanguageId) -> &'a [ZoneFigure] {
        self.fallback_chain(language)
            .find_map(|language| zone.figures.get(&language).filter(|figures| !figures.is_empty()))
            .map_or(&[], Vec::as_slice)
    }

    /// The figures of the home screen, in their order there.
    #[must_use]
    pub fn glance(&self) -> Vec<&Figure> {
        let mut figures: Vec<_> =
            self.figures.iter().filter(|figure| figure.glance.is_some()).collect();
        figures.sort_by_key(|figure| figure.glance);
        figures
    }

    /// The zone of that key.
    #[must_use]
    pub fn zone(&self, id: ZoneId) -> Option<&Zone> {
        self.zones.iter().find(|zone| zone.id == id)
    }

    /// The zone of that slug.
    #[must_use]
    pub fn zone_by_slug(&self, slug: &str) -> Option<&Zone> {
        self.zones.iter().find(|zone| zone.slug == slug)
    }
}
