//! What is new, changed and gone between two editions, in words for the staff who decide on it.

mod details;

use std::collections::BTreeMap;
use std::path::Path;

use super::edition::{Edition, Page, Section, Story, Words};
use super::error::Error;
use super::store::{self, Shelf};

/// How something differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Only the new edition has it.
    New,
    /// Only the old edition has it.
    Removed,
    /// Both have it; these parts of it differ, with the languages where that counts: `headline (en, zh)`.
    Changed(Vec<String>),
}

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is: `story`, `picture`.
    pub what: &'static str,
    /// Its slug.
    pub slug: String,
    /// What people call it, in the default language; may be empty.
    pub title: String,
    /// How it differs.
    pub change: Change,
}

/// Compares the edition at `old` with that at `new`: menus first, then stories, pages, figures, places and pictures.
///
/// # Errors
///
/// [`Error::Content`], [`Error::Unfit`] or [`Error::Sql`] where one of them cannot be read.
pub fn diff(old: &Path, new: &Path) -> Result<Vec<Difference>, Error> {
    let shelves = [store::open(old)?, store::open(new)?];
    let [old_shelf, new_shelf] = &shelves;
    let (old, new) = (old_shelf.edition()?, new_shelf.edition()?);
    let mut list = List { differences: Vec::new(), language: new.about.default_language.clone() };
    let about = details::about(&old.about, &new.about);
    list.changed("edition", &new.about.version, about);
    menus(&mut list, &old.sections, &new.sections);
    list.compare(
        "story",
        &old.stories,
        &new.stories,
        |story| &story.slug,
        List::headline,
        details::story,
    );
    list.compare(
        "page",
        &old.pages,
        &new.pages,
        |page| &page.slug,
        List::page_headline,
        details::page,
    );
    list.compare(
        "figure",
        &old.figures,
        &new.figures,
        |figure| &figure.slug,
        |list, figure| list.in_default(&figure.title),
        details::figure,
    );
    list.compare(
        "place",
        &old.zones,
        &new.zones,
        |zone| &zone.slug,
        |list, zone| list.in_default(&zone.name),
        details::zone,
    );
    let same = same_pictures(&old, &new, old_shelf, new_shelf)?;
    list.compare(
        "picture",
        &old.pictures,
        &new.pictures,
        |picture| &picture.slug,
        |_, _| String::new(),
        |one, other| details::picture(one, other, same.get(&one.slug).copied().unwrap_or(true)),
    );
    if old.shapes != new.shapes {
        list.changed("map", "outlines", vec!["outlines".to_owned()]);
    }
    for (what, is_moved) in [
        ("pages", moved(&old.pages, &new.pages, |page| &page.slug)),
        ("figures", moved(&old.figures, &new.figures, |figure| &figure.slug)),
        ("places", moved(&old.zones, &new.zones, |zone| &zone.slug)),
    ] {
        if is_moved {
            list.changed("order", what, vec!["order".to_owned()]);
        }
    }
    Ok(list.differences)
}

/// The differences found so far.
#[derive(Debug)]
struct List {
    differences: Vec<Difference>,
    language: String,
}

impl List {
    /// Compares two lists by slug.
    fn compare<T>(
        &mut self,
        what: &'static str,
        old: &[T],
        new: &[T],
        slug: impl Fn(&T) -> &String,
        title: impl Fn(&Self, &T) -> String,
        details: impl Fn(&T, &T) -> Vec<String>,
    ) {
        let by_slug = |items: &'_ [T]| -> BTreeMap<String, usize> {
            items.iter().enumerate().map(|(index, item)| (slug(item).clone(), index)).collect()
        };
        let (old_by_slug, new_by_slug) = (by_slug(old), by_slug(new));
        for item in new {
            let before = old_by_slug.get(slug(item)).and_then(|index| old.get(*index));
            let change = match before {
                None => Change::New,
                Some(before) => match details(before, item) {
                    same if same.is_empty() => continue,
                    details => Change::Changed(details),
                },
            };
            self.add(what, slug(item), title(self, item), change);
        }
        for item in old {
            if !new_by_slug.contains_key(slug(item)) {
                self.add(what, slug(item), title(self, item), Change::Removed);
            }
        }
    }

    fn add(&mut self, what: &'static str, slug: &str, title: String, change: Change) {
        self.differences.push(Difference { what, slug: slug.to_owned(), title, change });
    }

    fn changed(&mut self, what: &'static str, slug: &str, details: Vec<String>) {
        if !details.is_empty() {
            self.add(what, slug, String::new(), Change::Changed(details));
        }
    }

    /// A text in the default language, or in any.
    fn in_default(&self, words: &Words) -> String {
        words.get(&self.language).or_else(|| words.values().next()).cloned().unwrap_or_default()
    }

    fn headline(&self, story: &Story) -> String {
        let text = story.texts.get(&self.language).or_else(|| story.texts.values().next());
        text.map_or_else(String::new, |text| text.headline.clone())
    }

    fn page_headline(&self, page: &Page) -> String {
        let text = page.texts.get(&self.language).or_else(|| page.texts.values().next());
        text.map_or_else(String::new, |text| text.headline.clone())
    }
}

fn menus(list: &mut List, old: &[Section], new: &[Section]) {
    list.compare(
        "section",
        old,
        new,
        |section| &section.slug,
        |list, section| list.in_default(&section.title),
        details::section,
    );
    if moved(old, new, |section| &section.slug) {
        list.changed("order", "sections", vec!["order".to_owned()]);
    }
    for section in new {
        let before = old.iter().find(|before| before.slug == section.slug);
        let topics = before.map_or(&[][..], |before| &before.topics);
        list.compare(
            "topic",
            topics,
            &section.topics,
            |topic| &topic.slug,
            |list, topic| list.in_default(&topic.title),
            details::topic,
        );
        if moved(topics, &section.topics, |topic| &topic.slug) {
            list.changed("order", &format!("topics of {}", section.slug), vec!["order".to_owned()]);
        }
    }
}

/// Whether what both lists have stands in another order.
fn moved<T>(old: &[T], new: &[T], slug: impl Fn(&T) -> &String) -> bool {
    let kept = |items: &[T], others: &[T]| -> Vec<String> {
        items
            .iter()
            .map(|item| slug(item).clone())
            .filter(|name| others.iter().any(|other| slug(other) == name))
            .collect()
    };
    kept(old, new) != kept(new, old)
}

/// Whether each picture that both have holds the same bytes; two pictures are in memory at a time.
fn same_pictures(
    old: &Edition,
    new: &Edition,
    old_shelf: &Shelf,
    new_shelf: &Shelf,
) -> Result<BTreeMap<String, bool>, Error> {
    let mut same = BTreeMap::new();
    for picture in &new.pictures {
        if old.pictures.iter().any(|before| before.slug == picture.slug) {
            let is_same = old_shelf.picture_bytes(&picture.slug)?
                == new_shelf.picture_bytes(&picture.slug)?;
            same.insert(picture.slug.clone(), is_same);
        }
    }
    Ok(same)
}
