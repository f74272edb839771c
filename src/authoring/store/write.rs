//! From an edition to rows; keys count from 1 in the edition's own order, so that the same edition makes the same file.

use std::collections::BTreeMap;

use rusqlite::{Connection, Params, Result};

use super::super::edition::{About, Edition, Language, Picture, Section, Shape, Words};
use super::{write_numbers, write_stories};

/// Keys of the rows that others refer to.
#[derive(Debug, Default)]
pub(in super::super) struct Keys<'a> {
    pub(super) languages: Vec<(&'a str, i64)>,
    pub(super) pictures: BTreeMap<&'a str, i64>,
    pub(super) topics: BTreeMap<(&'a str, &'a str), i64>,
    pub(super) zones: BTreeMap<&'a str, i64>,
}

impl<'a> Keys<'a> {
    /// The keys that the rows of `edition` get.
    pub(in super::super) fn of(edition: &'a Edition) -> Self {
        let topics = edition.sections.iter().flat_map(|section| {
            section.topics.iter().map(|topic| (section.slug.as_str(), topic.slug.as_str()))
        });
        Self {
            languages: numbered(
                edition.about.languages.iter().map(|language| language.tag.as_str()),
            )
            .collect(),
            pictures: numbered(edition.pictures.iter().map(|picture| picture.slug.as_str()))
                .collect(),
            topics: numbered(topics).collect(),
            zones: numbered(edition.zones.iter().map(|zone| zone.slug.as_str())).collect(),
        }
    }
}

/// Each item with its key.
pub(super) fn numbered<T>(items: impl Iterator<Item = T>) -> impl Iterator<Item = (T, i64)> {
    items.zip(1..)
}

/// Each item with its position.
pub(super) fn placed<T>(items: impl Iterator<Item = T>) -> impl Iterator<Item = (T, i64)> {
    items.zip(0..)
}

/// Inserts one row.
pub(super) fn insert(connection: &Connection, sql: &str, row: impl Params) -> Result<()> {
    connection.prepare_cached(sql)?.execute(row).map(|_| ())
}

/// Writes all rows but those that hold the bytes of pictures.
///
/// Rows refer to pictures that come later, so the connection must defer its foreign keys.
pub(in super::super) fn write_rows(
    connection: &Connection,
    edition: &Edition,
    keys: &Keys<'_>,
) -> Result<()> {
    languages(connection, &edition.about, keys)?;
    sections(connection, &edition.sections, keys)?;
    write_numbers::zones(connection, &edition.zones, keys)?;
    write_numbers::figures(connection, &edition.figures, keys)?;
    write_stories::stories(connection, &edition.stories, keys)?;
    write_stories::pages(connection, &edition.pages, keys)?;
    shapes(connection, &edition.shapes, keys)?;
    picture_texts(connection, &edition.pictures, keys)
}

fn languages(connection: &Connection, about: &About, keys: &Keys<'_>) -> Result<()> {
    let key_of =
        |tag: &str| keys.languages.iter().find(|(known, _)| *known == tag).map(|(_, key)| *key);
    for (Language { tag, name, title, fallback }, key) in numbered(about.languages.iter()) {
        insert(
            connection,
            "INSERT INTO language (id, tag, name, title, position, fallback) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (key, tag, name, title, key - 1, fallback.as_deref().and_then(key_of)),
        )?;
    }
    insert(
        connection,
        "INSERT INTO edition (id, version, made_on, sequence, default_language) VALUES (1, ?1, ?2, ?3, ?4)",
        (&about.version, about.made.to_string(), about.sequence, key_of(&about.default_language)),
    )
}

/// For every language that has one of the texts: its key and the texts, empty where one is missing.
pub(super) fn by_language<'a, const N: usize>(
    keys: &'a Keys<'_>,
    texts: [&'a Words; N],
) -> impl Iterator<Item = (i64, [&'a str; N])> {
    keys.languages.iter().filter_map(move |(tag, key)| {
        let has_any = texts.iter().any(|words| words.contains_key(*tag));
        has_any.then(|| (*key, texts.map(|words| words.get(*tag).map_or("", String::as_str))))
    })
}

fn sections(connection: &Connection, sections: &[Section], keys: &Keys<'_>) -> Result<()> {
    for (section, key) in numbered(sections.iter()) {
        insert(
            connection,
            "INSERT INTO section (id, slug, position, accent) VALUES (?1, ?2, ?3, ?4)",
            (key, &section.slug, key - 1, section.accent.as_str()),
        )?;
        for (language, [title, summary]) in by_language(keys, [&section.title, &section.summary]) {
            insert(
                connection,
                "INSERT INTO section_text (section, language, title, summary) VALUES (?1, ?2, ?3, ?4)",
                (key, language, title, summary),
            )?;
        }
    }
    for (section, section_key) in numbered(sections.iter()) {
        for (topic, position) in placed(section.topics.iter()) {
            let key = keys.topics.get(&(section.slug.as_str(), topic.slug.as_str()));
            insert(
                connection,
                "INSERT INTO topic (id, section, slug, position) VALUES (?1, ?2, ?3, ?4)",
                (key, section_key, &topic.slug, position),
            )?;
            for (language, [title, summary]) in by_language(keys, [&topic.title, &topic.summary]) {
                insert(
                    connection,
                    "INSERT INTO topic_text (topic, language, title, summary) VALUES (?1, ?2, ?3, ?4)",
                    (key, language, title, summary),
                )?;
            }
        }
    }
    Ok(())
}

fn shapes(connection: &Connection, shapes: &[Shape], keys: &Keys<'_>) -> Result<()> {
    for (shape, key) in numbered(shapes.iter()) {
        insert(
            connection,
            "INSERT INTO map_shape (id, kind, in_new_area, rings) VALUES (?1, ?2, ?3, ?4)",
            (key, shape.kind.as_str(), shape.in_new_area, &shape.rings),
        )?;
        for (language, [name]) in by_language(keys, [&shape.name]) {
            insert(
                connection,
                "INSERT INTO map_shape_text (shape, language, name) VALUES (?1, ?2, ?3)",
                (key, language, name),
            )?;
        }
    }
    Ok(())
}

fn picture_texts(connection: &Connection, pictures: &[Picture], keys: &Keys<'_>) -> Result<()> {
    for (picture, key) in numbered(pictures.iter()) {
        for &(tag, language) in &keys.languages {
            let Some(text) = picture.texts.get(tag) else {
                continue;
            };
            insert(
                connection,
                "INSERT INTO picture_text (picture, language, alt, credit) VALUES (?1, ?2, ?3, ?4)",
                (key, language, &text.alt, &text.credit),
            )?;
        }
    }
    Ok(())
}

/// Writes the row of `picture`, whose stored bytes are `bytes`.
pub(in super::super) fn write_picture_bytes(
    connection: &Connection,
    picture: &Picture,
    bytes: &[u8],
    keys: &Keys<'_>,
) -> Result<()> {
    let [focus_x, focus_y] = picture.focus;
    insert(
        connection,
        "INSERT INTO picture (id, slug, mime, width, height, focus_x, focus_y, bytes) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        (
            keys.pictures.get(picture.slug.as_str()),
            &picture.slug,
            picture.mime.as_str(),
            picture.width,
            picture.height,
            focus_x,
            focus_y,
            bytes,
        ),
    )
}
