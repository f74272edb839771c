//! Which parts of one thing differ, by the names that staff know them by.

use std::collections::BTreeMap;

use super::super::edition::{About, Figure, Page, Picture, Section, Story, Topic, Words, Zone};

/// Details of a change, in the order in which they are asked for.
#[derive(Debug, Default)]
struct Details(Vec<String>);

impl Details {
    fn differs<T: PartialEq>(mut self, name: &str, one: &T, other: &T) -> Self {
        if one != other {
            self.0.push(name.to_owned());
        }
        self
    }

    /// A part that exists by language: its name with the tags where it differs.
    fn by_language<'a, T, R: PartialEq + 'a>(
        mut self,
        name: &str,
        one: &'a BTreeMap<String, T>,
        other: &'a BTreeMap<String, T>,
        part: impl Fn(&'a T) -> R,
    ) -> Self {
        let mut tags: Vec<&str> = one
            .keys()
            .chain(other.keys())
            .filter(|tag| one.get(*tag).map(&part) != other.get(*tag).map(&part))
            .map(String::as_str)
            .collect();
        tags.sort_unstable();
        tags.dedup();
        if !tags.is_empty() {
            self.0.push(format!("{name} ({})", tags.join(", ")));
        }
        self
    }

    fn words(self, name: &str, one: &Words, other: &Words) -> Self {
        self.by_language(name, one, other, |text| text)
    }
}

/// What differs in the name, version and languages of two editions.
pub(super) fn about(one: &About, other: &About) -> Vec<String> {
    Details::default()
        .differs("version", &one.version, &other.version)
        .differs("date", &one.made, &other.made)
        .differs("sequence", &one.sequence, &other.sequence)
        .differs("default language", &one.default_language, &other.default_language)
        .differs("languages", &one.languages, &other.languages)
        .0
}

/// What differs between two sections, their topics aside.
pub(super) fn section(one: &Section, other: &Section) -> Vec<String> {
    Details::default()
        .words("title", &one.title, &other.title)
        .words("summary", &one.summary, &other.summary)
        .differs("colour", &one.accent, &other.accent)
        .0
}

/// What differs between two topics.
pub(super) fn topic(one: &Topic, other: &Topic) -> Vec<String> {
    Details::default()
        .words("title", &one.title, &other.title)
        .words("summary", &one.summary, &other.summary)
        .0
}

/// What differs between two stories.
pub(super) fn story(one: &Story, other: &Story) -> Vec<String> {
    let (file, other_file) = (&one.file, &other.file);
    Details::default()
        .by_language("headline", &one.texts, &other.texts, |text| &text.headline)
        .by_language("summary", &one.texts, &other.texts, |text| &text.summary)
        .by_language("caption", &one.texts, &other.texts, |text| &text.caption)
        .by_language("facts", &one.texts, &other.texts, |text| &text.facts)
        .by_language("text", &one.texts, &other.texts, |text| &text.body)
        .differs("place in the menus", &(&one.section, &one.topic), &(&other.section, &other.topic))
        .differs("kind", &file.kind, &other_file.kind)
        .differs("date", &file.published, &other_file.published)
        .differs("date of change", &file.updated, &other_file.updated)
        .differs("historic", &file.historic, &other_file.historic)
        .differs("lead picture", &file.picture, &other_file.picture)
        .differs("further pictures", &file.pictures, &other_file.pictures)
        .differs("sources", &file.sources, &other_file.sources)
        .differs("places", &file.zones, &other_file.zones)
        .differs("attract loop", &file.featured, &other_file.featured)
        .differs("when it is shown", &file.valid, &other_file.valid)
        .0
}

/// What differs between two pages.
pub(super) fn page(one: &Page, other: &Page) -> Vec<String> {
    Details::default()
        .by_language("headline", &one.texts, &other.texts, |text| &text.headline)
        .by_language("summary", &one.texts, &other.texts, |text| &text.summary)
        .by_language("text", &one.texts, &other.texts, |text| &text.body)
        .differs("date of change", &one.updated, &other.updated)
        .0
}

/// What differs between two figures.
pub(super) fn figure(one: &Figure, other: &Figure) -> Vec<String> {
    Details::default()
        .words("title", &one.title, &other.title)
        .words("unit", &one.unit, &other.unit)
        .words("note", &one.note, &other.note)
        .words("source", &one.source, &other.source)
        .differs("chart", &one.chart, &other.chart)
        .differs("place on the home screen", &one.glance, &other.glance)
        .differs("numbers", &one.points, &other.points)
        .0
}

/// What differs between two places.
pub(super) fn zone(one: &Zone, other: &Zone) -> Vec<String> {
    Details::default()
        .words("name", &one.name, &other.name)
        .words("summary", &one.summary, &other.summary)
        .words("industries", &one.industries, &other.industries)
        .words("enterprises", &one.enterprises, &other.enterprises)
        .differs("kind", &one.kind, &other.kind)
        .differs(
            "point",
            &(one.point, one.point_is_schematic),
            &(other.point, other.point_is_schematic),
        )
        .differs("area", &one.area_km2, &other.area_km2)
        .differs("year", &one.founded, &other.founded)
        .differs("figures", &one.figures, &other.figures)
        .0
}

/// What differs between two pictures, whose bytes are the same or not.
pub(super) fn picture(one: &Picture, other: &Picture, same_bytes: bool) -> Vec<String> {
    Details::default()
        .differs("the picture itself", &true, &same_bytes)
        .by_language("description", &one.texts, &other.texts, |text| &text.alt)
        .by_language("credit", &one.texts, &other.texts, |text| &text.credit)
        .differs("focus", &one.focus, &other.focus)
        .0
}
