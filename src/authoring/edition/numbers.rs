//! Series of numbers (`figures.toml`) and places (`zones.toml`).

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::values;
use super::Words;
use super::word::word;

/// A series of numbers with its unit and source.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Figure {
    /// Its slug.
    pub(crate) slug: String,
    /// Its place on the home screen, if it has one.
    pub(crate) glance: Option<u32>,
    /// How it is drawn.
    pub(crate) chart: Chart,
    /// What it counts.
    pub(crate) title: Words,
    /// The unit of its values.
    pub(crate) unit: Words,
    /// What it covers, where that needs saying.
    #[serde(default)]
    pub(crate) note: Words,
    /// Where the numbers come from.
    pub(crate) source: Words,
    /// Its points, earliest first.
    #[serde(rename = "point", default)]
    pub(crate) points: Vec<Point>,
}

word! {
    /// How a series of several points is drawn.
    Chart {
        /// One bar a point.
        Bars = "bars",
        /// A line through the points.
        Line = "line",
        /// One dot a point.
        Dots = "dots",
    }
}

/// One value of a series.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Point {
    /// The period, in a form that sorts.
    pub(crate) period: String,
    /// The period as it is printed.
    pub(crate) label: Words,
    /// The value in the unit of each language.
    pub(crate) value: BTreeMap<String, f64>,
    /// The value as it is printed; see [`Point::printed`] where it is missing.
    #[serde(default)]
    pub(crate) text: Words,
}

impl Point {
    /// The value as it is printed in the language `tag`; empty where it has none.
    pub(crate) fn printed(&self, tag: &str) -> String {
        match (self.text.get(tag), self.value.get(tag)) {
            (Some(text), _) => text.clone(),
            (None, Some(value)) => values::grouped(*value),
            (None, None) => String::new(),
        }
    }
}

/// A place in the area.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Zone {
    /// Its slug.
    pub(crate) slug: String,
    /// What it is.
    pub(crate) kind: ZoneKind,
    /// Longitude and latitude in degrees, WGS84.
    pub(crate) point: Option<[f64; 2]>,
    /// The point is approximate, which is what an author who says nothing means.
    #[serde(default = "schematic")]
    pub(crate) point_is_schematic: bool,
    /// Its area in square kilometres.
    pub(crate) area_km2: Option<f64>,
    /// The year that it was founded.
    pub(crate) founded: Option<i32>,
    /// Its name.
    pub(crate) name: Words,
    /// One or two sentences about it.
    pub(crate) summary: Words,
    /// What is made and traded there.
    #[serde(default)]
    pub(crate) industries: Words,
    /// Firms and institutions there, with the year of the list.
    #[serde(default)]
    pub(crate) enterprises: Words,
    /// Figures about it.
    #[serde(rename = "figure", default)]
    pub(crate) figures: Vec<ZoneFigure>,
}

const fn schematic() -> bool {
    true
}

word! {
    /// What a zone is.
    ZoneKind {
        /// A whole area.
        Area = "area",
        /// A port.
        Port = "port",
        /// A bonded zone.
        Bonded = "bonded",
        /// A district of a city.
        District = "district",
        /// A park of industry.
        Park = "park",
        /// A place of research and new firms.
        Innovation = "innovation",
        /// A town.
        Town = "town",
        /// An airport, a station, a line.
        Transport = "transport",
        /// A place of culture, sport or exhibitions.
        Culture = "culture",
    }
}

/// A figure about a zone.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ZoneFigure {
    /// The value as it is printed.
    pub(crate) value: Printed,
    /// What it counts.
    pub(crate) label: Words,
    /// When it was so.
    pub(crate) period: Printed,
}

/// A short text that is either the same in every language or given by language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Printed {
    /// The same everywhere: `value = "12"`.
    Same(String),
    /// One text a language: `value.en = "12 million"`.
    By(Words),
}

impl Printed {
    /// The text in the language `tag`.
    pub(crate) fn in_language(&self, tag: &str) -> Option<&str> {
        match self {
            Self::Same(text) => Some(text),
            Self::By(words) => words.get(tag).map(String::as_str),
        }
    }
}
