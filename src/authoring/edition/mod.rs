//! An edition in its authors' terms: slugs and language tags instead of keys, whole texts instead of rows.
//!
//! Three things speak this language: the folder of sources, the file `content.db`, and the difference of two editions.
//! It knows nothing of files or SQL, and it holds no picture's bytes: those are fetched one at a time.

mod numbers;
mod stories;
mod word;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

pub(crate) use numbers::{Chart, Figure, Point, Printed, Zone, ZoneFigure, ZoneKind};
pub(crate) use stories::{
    Fact, Featured, Kind, MorePicture, Page, PageText, Source, Story, StoryFile, StoryText,
    Validity, Weekday,
};

use super::values;
use word::word;

/// A text by the tag of its language.
pub(crate) type Words = BTreeMap<String, String>;

/// All that an edition shows, but for the bytes of its pictures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Edition {
    /// Name, version and languages.
    pub(crate) about: About,
    /// Sections in menu order, each with its topics.
    pub(crate) sections: Vec<Section>,
    /// Figures in their order.
    pub(crate) figures: Vec<Figure>,
    /// Zones in their order.
    pub(crate) zones: Vec<Zone>,
    /// Pictures by slug.
    pub(crate) pictures: Vec<Picture>,
    /// Stories by slug.
    pub(crate) stories: Vec<Story>,
    /// Pages in the order of their menu.
    pub(crate) pages: Vec<Page>,
    /// Outlines of the map.
    pub(crate) shapes: Vec<Shape>,
}

/// `edition.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct About {
    /// The edition's own version, such as `2026.11.1`.
    pub(crate) version: String,
    /// The day that it was made.
    #[serde(deserialize_with = "values::day")]
    pub(crate) made: Date,
    /// Counts up where editions are signed, so that an old one is not taken for a new one.
    #[serde(default)]
    pub(crate) sequence: u32,
    /// Tag of the language that a session begins in.
    pub(crate) default_language: String,
    /// Languages in the order of their buttons.
    #[serde(rename = "language")]
    pub(crate) languages: Vec<Language>,
}

/// A language that the edition is written in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Language {
    /// BCP 47 tag, such as `en`.
    pub(crate) tag: String,
    /// Its own name, on the button.
    pub(crate) name: String,
    /// The name of the place in this language.
    pub(crate) title: String,
    /// Tag of the language shown where a translation is missing.
    pub(crate) fallback: Option<String>,
}

/// One of the main menus.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Section {
    /// Its slug.
    pub(crate) slug: String,
    /// The colour that marks it.
    pub(crate) accent: Accent,
    /// Its name in the menu.
    pub(crate) title: Words,
    /// One line about it.
    pub(crate) summary: Words,
    /// Its topics in menu order.
    #[serde(rename = "topic", default)]
    pub(crate) topics: Vec<Topic>,
}

/// An entry of a section's menu.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Topic {
    /// Its slug, unique in its section.
    pub(crate) slug: String,
    /// Its name in the menu.
    pub(crate) title: Words,
    /// One line about it.
    pub(crate) summary: Words,
}

word! {
    /// The colour that marks a section.
    Accent {
        /// Blue-green of the two rivers.
        River = "river",
        /// Copper.
        Copper = "copper",
        /// Persimmon red.
        Persimmon = "persimmon",
        /// Indigo.
        Indigo = "indigo",
    }
}

/// What is known of a picture without its bytes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Picture {
    /// Its slug.
    pub(crate) slug: String,
    /// Its file format.
    pub(crate) mime: Mime,
    /// Width in pixels.
    pub(crate) width: u32,
    /// Height in pixels.
    pub(crate) height: u32,
    /// What a crop must keep, as fractions of width and height from the top left.
    pub(crate) focus: [f64; 2],
    /// Its words by language.
    pub(crate) texts: BTreeMap<String, PictureText>,
}

/// The words of a picture in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PictureText {
    /// What it shows, in one sentence.
    pub(crate) alt: String,
    /// Who made it.
    pub(crate) credit: String,
}

word! {
    /// A format that pictures are stored in.
    Mime {
        /// JPEG.
        Jpeg = "image/jpeg",
        /// PNG.
        Png = "image/png",
        /// WebP.
        Webp = "image/webp",
    }
}

impl Mime {
    /// The ending of a file of this format, without the dot.
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }
}

/// An outline of the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shape {
    /// What it outlines.
    pub(crate) kind: ShapeKind,
    /// The new area was formed from it.
    pub(crate) in_new_area: bool,
    /// Its rings or lines as JSON: arrays of [longitude, latitude].
    pub(crate) rings: String,
    /// Its name.
    pub(crate) name: Words,
}

word! {
    /// What an outline of the map is.
    ShapeKind {
        /// A district's border.
        District = "district",
        /// A river's course.
        River = "river",
    }
}
