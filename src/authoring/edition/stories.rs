//! Stories and pages: what does not depend on the language, and one text a language.

use std::collections::BTreeMap;

use jiff::civil::{Date, Time};
use serde::Deserialize;

use super::super::values;
use super::Words;
use super::word::word;

/// A story: a folder in `stories/<section>/<topic>/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Story {
    /// Its slug, unique in the edition.
    pub(crate) slug: String,
    /// Slug of its section.
    pub(crate) section: String,
    /// Slug of its topic.
    pub(crate) topic: String,
    /// What does not depend on the language.
    pub(crate) file: StoryFile,
    /// Its texts by language.
    pub(crate) texts: BTreeMap<String, StoryText>,
}

/// `story.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoryFile {
    /// The day that it is dated.
    #[serde(deserialize_with = "values::day")]
    pub(crate) published: Date,
    /// The day of its last change.
    #[serde(deserialize_with = "values::day")]
    pub(crate) updated: Date,
    /// What it is; a story where nothing is said.
    #[serde(default = "Kind::usual")]
    pub(crate) kind: Kind,
    /// Slug of its lead picture.
    pub(crate) picture: Option<String>,
    /// Slugs of the places that it is about.
    #[serde(default)]
    pub(crate) zones: Vec<String>,
    /// Tells what was and no longer is.
    #[serde(default)]
    pub(crate) historic: bool,
    /// Its sources, the main one first.
    #[serde(rename = "source", default)]
    pub(crate) sources: Vec<Source>,
    /// Further pictures, in order.
    #[serde(rename = "picture_more", default)]
    pub(crate) pictures: Vec<MorePicture>,
    /// Its place in the attract loop.
    pub(crate) featured: Option<Featured>,
    /// When it may be shown.
    #[serde(default)]
    pub(crate) valid: Validity,
}

word! {
    /// What a story is, which decides how it is laid out.
    Kind {
        /// Text with a lead picture.
        Story = "story",
        /// A series of pictures.
        Gallery = "gallery",
        /// A story told beside a still of a film.
        Film = "film",
        /// A plain page of text.
        Page = "page",
    }
}

impl Kind {
    /// What nearly every story is.
    fn usual() -> Self {
        Self::Story
    }
}

/// Where a story's facts come from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Source {
    /// Its name.
    pub(crate) name: Words,
    /// Its address.
    pub(crate) url: Option<String>,
    /// Its day.
    #[serde(deserialize_with = "values::day")]
    pub(crate) date: Date,
}

/// A further picture of a story.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MorePicture {
    /// Its slug.
    pub(crate) picture: String,
    /// Its caption.
    #[serde(default)]
    pub(crate) caption: Words,
}

/// How a story takes part in the attract loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Featured {
    /// Smaller comes earlier.
    pub(crate) rank: u32,
    /// Seconds on the glass; by its words where missing.
    pub(crate) dwell_s: Option<u32>,
    /// Always among the first slides.
    #[serde(default)]
    pub(crate) pinned: bool,
}

/// When a story may be shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Validity {
    /// First day.
    #[serde(default, deserialize_with = "values::some_day")]
    pub(crate) from: Option<Date>,
    /// Last day.
    #[serde(default, deserialize_with = "values::some_day")]
    pub(crate) until: Option<Date>,
    /// Days of the week; every day where missing.
    pub(crate) weekdays: Option<Vec<Weekday>>,
    /// From this time every day.
    #[serde(default, deserialize_with = "values::some_minute")]
    pub(crate) opens: Option<Time>,
    /// Until this time every day; earlier than `opens` means past midnight.
    #[serde(default, deserialize_with = "values::some_minute")]
    pub(crate) closes: Option<Time>,
}

word! {
    /// A day of the week.
    Weekday {
        /// Monday.
        Monday = "mon",
        /// Tuesday.
        Tuesday = "tue",
        /// Wednesday.
        Wednesday = "wed",
        /// Thursday.
        Thursday = "thu",
        /// Friday.
        Friday = "fri",
        /// Saturday.
        Saturday = "sat",
        /// Sunday.
        Sunday = "sun",
    }
}

/// A story in one language: `en.md`, `zh.md`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StoryText {
    /// Its headline.
    pub(crate) headline: String,
    /// One line for cards and the attract loop.
    pub(crate) summary: String,
    /// What the lead picture shows; may be empty.
    #[serde(default)]
    pub(crate) caption: String,
    /// The facts column.
    #[serde(rename = "fact", default)]
    pub(crate) facts: Vec<Fact>,
    /// The text below the front matter, as Markdown.
    #[serde(skip)]
    pub(crate) body: String,
}

/// A figure in a story's facts column.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fact {
    /// The value, short: it is set large.
    pub(crate) value: String,
    /// What it counts.
    pub(crate) label: String,
    /// When it was so.
    pub(crate) period: String,
}

/// A page outside the menus: contact, terms, privacy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Page {
    /// Its slug.
    pub(crate) slug: String,
    /// The day of its last change.
    pub(crate) updated: Date,
    /// Its texts by language.
    pub(crate) texts: BTreeMap<String, PageText>,
}

/// A page in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PageText {
    /// Its headline.
    pub(crate) headline: String,
    /// One line about it.
    #[serde(default)]
    pub(crate) summary: String,
    /// The text below the front matter, as Markdown.
    #[serde(skip)]
    pub(crate) body: String,
}
