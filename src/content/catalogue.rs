//! The catalogue: everything of an edition that is small enough to keep in memory, in all languages.
//!
//! Bodies of articles and bytes of pictures are not here; the [`Librarian`](super::Librarian) fetches them.
//! A catalogue is made once, when an edition is opened, and never changes.

use std::collections::HashMap;

use jiff::civil::Date;

use super::ids::{ArticleId, FigureId, LanguageId, PageId, PictureId, SectionId, TopicId, ZoneId};
use super::lookup::Index;
use super::schedule::Validity;
use super::text::Text;

/// A language that the edition is written in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its key.
    pub id: LanguageId,
    /// BCP 47 tag, such as `en` or `zh`.
    pub tag: String,
    /// Its own name, as the language button shows it.
    pub name: String,
    /// The name of the place in this language.
    pub title: String,
    /// The language shown where a translation is missing.
    pub fallback: Option<LanguageId>,
}

/// The colour that marks a section; the theme decides how each looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Accent {
    /// Blue-green of the two rivers.
    River,
    /// Copper.
    Copper,
    /// Persimmon red.
    Persimmon,
    /// Indigo.
    Indigo,
}

/// One of the main menus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its key.
    pub id: SectionId,
    /// Its slug, such as `investing`.
    pub slug: String,
    /// Its colour.
    pub accent: Accent,
    /// Its name in the menu.
    pub title: Text,
    /// One line about it.
    pub summary: Text,
    /// Its topics, in menu order.
    pub topics: Vec<TopicId>,
}

/// An entry of a section's menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its key.
    pub id: TopicId,
    /// The section that it belongs to.
    pub section: SectionId,
    /// Its slug, unique in its section.
    pub slug: String,
    /// Its name in the menu.
    pub title: Text,
    /// One line about it.
    pub summary: Text,
}

/// What an article is, which decides how it is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ArticleKind {
    /// Text with a lead picture.
    Story,
    /// A series of pictures with captions.
    Gallery,
    /// A story told beside a still of a film.
    Film,
    /// A plain page of text.
    Page,
}

/// How an article takes part in the attract loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Featured {
    /// Smaller comes earlier.
    pub rank: u32,
    /// Seconds on the glass; by its words where `None`.
    pub dwell_s: Option<u32>,
    /// Always among the first slides.
    pub pinned: bool,
}

/// What is known of an article without fetching its body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleCard {
    /// Its key.
    pub id: ArticleId,
    /// Its slug, unique in the edition.
    pub slug: String,
    /// The topic that it belongs to.
    pub topic: TopicId,
    /// What it is.
    pub kind: ArticleKind,
    /// The day that it is dated.
    pub published: Date,
    /// The day of its last change.
    pub updated: Date,
    /// Tells what was and no longer is.
    pub historic: bool,
    /// The lead picture.
    pub picture: Option<PictureId>,
    /// Its headline.
    pub headline: Text,
    /// One line about it.
    pub summary: Text,
    /// Its place in the attract loop, if it has one.
    pub featured: Option<Featured>,
    /// When it may be shown.
    pub validity: Validity,
    /// The places that it is about.
    pub zones: Vec<ZoneId>,
}

/// A page outside the menus: contact, terms, privacy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageCard {
    /// Its key.
    pub id: PageId,
    /// Its slug.
    pub slug: String,
    /// The day of its last change.
    pub updated: Date,
    /// Its headline.
    pub headline: Text,
    /// One line about it.
    pub summary: Text,
}

/// What is known of a picture without fetching its bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureCard {
    /// Its key.
    pub id: PictureId,
    /// Its slug.
    pub slug: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What a crop must keep, as fractions of width and height from the top left.
    pub focus: (f64, f64),
    /// What it shows, in words.
    pub alt: Text,
    /// Who made it.
    pub credit: Text,
}

/// How a series of several points is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Chart {
    /// One bar a point.
    Bars,
    /// A line through the points.
    Line,
    /// One dot a point.
    Dots,
}

/// One value of a series, as one language prints it.
#[derive(Debug, Clone, PartialEq)]
pub struct FigurePoint {
    /// The period, in a form that sorts.
    pub period: String,
    /// The period as it is printed.
    pub label: String,
    /// The value, in the unit of its language.
    pub value: f64,
    /// The value as it is printed.
    pub printed: String,
}

/// A series of numbers with its unit and source.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Its key.
    pub id: FigureId,
    /// Its slug.
    pub slug: String,
    /// How it is drawn.
    pub chart: Chart,
    /// Its place on the home screen, if it has one; smaller comes earlier.
    pub glance: Option<u32>,
    /// What it counts.
    pub title: Text,
    /// The unit of its values.
    pub unit: Text,
    /// What it covers, where that needs saying.
    pub note: Text,
    /// Where the numbers come from.
    pub source: Text,
    /// Its points by language, earliest first.
    pub points: HashMap<LanguageId, Vec<FigurePoint>>,
}

/// A figure about a zone, as one language prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneFigure {
    /// The value as it is printed.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// When it was so.
    pub period: String,
}

/// A place in the area.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    /// Its key.
    pub id: ZoneId,
    /// Its slug.
    pub slug: String,
    /// Its kind, as the `zone` table names it.
    pub kind: String,
    /// Longitude and latitude in degrees, WGS84.
    pub point: Option<(f64, f64)>,
    /// The point is approximate.
    pub point_is_schematic: bool,
    /// Its area in square kilometres.
    pub area_km2: Option<f64>,
    /// The year that it was founded.
    pub founded: Option<i32>,
    /// Its name.
    pub name: Text,
    /// One or two sentences about it.
    pub summary: Text,
    /// What is made and traded there.
    pub industries: Text,
    /// Firms and institutions there, with the year of the list.
    pub enterprises: Text,
    /// Figures about it, by language.
    pub figures: HashMap<LanguageId, Vec<ZoneFigure>>,
}

/// What a shape of the map is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MapShapeKind {
    /// A district.
    District,
    /// A river.
    River,
}

/// A shape of the map that zones are pinned to.
#[derive(Debug, Clone, PartialEq)]
pub struct MapShape {
    /// What it is.
    pub kind: MapShapeKind,
    /// Whether it is part of the new area.
    pub is_in_new_area: bool,
    /// Its outlines: closed rings of longitude and latitude in degrees, WGS84.
    pub rings: Vec<Vec<(f64, f64)>>,
    /// Its name.
    pub name: Text,
}

/// The catalogue of one edition.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalogue {
    /// The edition's own version, such as `2026.11.1`.
    pub version: String,
    /// The day that it was made.
    pub made: Date,
    /// The digest in its seal, in hex; also its name on the shelf. Empty where there is no seal.
    pub digest: String,
    /// The language that a session begins in.
    pub default_language: LanguageId,
    /// Languages in the order of their buttons; never empty.
    pub languages: Vec<Language>,
    /// Sections in menu order.
    pub sections: Vec<Section>,
    /// Topics, by section and then in menu order.
    pub topics: Vec<Topic>,
    /// Articles, newest first; of one day by slug.
    pub articles: Vec<ArticleCard>,
    /// Pages in the order of the menu.
    pub pages: Vec<PageCard>,
    /// Figures in their order.
    pub figures: Vec<Figure>,
    /// Zones in their order.
    pub zones: Vec<Zone>,
    /// Shapes of the map, in the order in which they are drawn.
    pub map: Vec<MapShape>,
    /// Pictures by key.
    pub pictures: HashMap<PictureId, PictureCard>,
    /// Makes look-ups quick; the default one is right too, only slower.
    pub index: Index,
}
