//! From rows back to an edition, for `export` and `diff`.

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::path::Path;

use rusqlite::types::Type;
use rusqlite::{Connection, OpenFlags, Params, Result, Row};

use super::super::edition::{
    About, Accent, Edition, Language, Mime, Picture, PictureText, Section, Shape, ShapeKind, Topic,
    Words,
};
use super::super::error::Error;
use super::{read_numbers, read_stories};
use crate::content::Library;

/// An edition that the reader of the kiosk finds in order, its seal aside.
#[derive(Debug)]
pub(in super::super) struct Shelf {
    connection: Connection,
    place: String,
}

/// Opens the edition at `path` after the kiosk's own reader has looked at all of it but the seal.
///
/// # Errors
///
/// [`Error::Content`] or [`Error::Unfit`] with the first thing wrong with it.
pub(in super::super) fn open(path: &Path) -> std::result::Result<Shelf, Error> {
    let place = path.display().to_string();
    let library = Library::open_unsealed(path)?;
    if let Some(problem) = library.problems().first() {
        return Err(Error::Unfit { place, what: problem.to_string() });
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(absolute(path)?, flags)
        .map_err(|source| Error::Sql { place: place.clone(), doing: "opening it", source })?;
    Ok(Shelf { connection, place })
}

// A relative name could begin with `file:`, which SQLite takes for an address with options.
fn absolute(path: &Path) -> std::result::Result<std::path::PathBuf, Error> {
    std::path::absolute(path).map_err(|source| Error::Io {
        path: path.to_owned(),
        doing: "finding",
        source,
    })
}

impl Shelf {
    /// All of the edition but the bytes of its pictures.
    ///
    /// # Errors
    ///
    /// [`Error::Sql`] where a row cannot be read.
    pub(in super::super) fn edition(&self) -> std::result::Result<Edition, Error> {
        edition(&self.connection).map_err(|source| self.failed(source))
    }

    /// The stored bytes of the picture `slug`.
    ///
    /// # Errors
    ///
    /// [`Error::Sql`] where they cannot be read.
    pub(in super::super) fn picture_bytes(
        &self,
        slug: &str,
    ) -> std::result::Result<Vec<u8>, Error> {
        self.connection
            .query_row("SELECT bytes FROM picture WHERE slug = ?1", [slug], |row| row.get(0))
            .map_err(|source| self.failed(source))
    }

    fn failed(&self, source: rusqlite::Error) -> Error {
        Error::Sql { place: self.place.clone(), doing: "reading its rows", source }
    }
}

fn edition(connection: &Connection) -> Result<Edition> {
    Ok(Edition {
        about: about(connection)?,
        sections: sections(connection)?,
        figures: read_numbers::figures(connection)?,
        zones: read_numbers::zones(connection)?,
        pictures: pictures(connection)?,
        stories: read_stories::stories(connection)?,
        pages: read_stories::pages(connection)?,
        shapes: shapes(connection)?,
    })
}

/// All rows that `sql` selects.
pub(super) fn rows<T>(
    connection: &Connection,
    sql: &str,
    params: impl Params,
    take: impl FnMut(&Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    connection.prepare_cached(sql)?.query_map(params, take)?.collect()
}

/// Texts of one row by language, `N` to each language.
pub(super) type Texts<const N: usize> = BTreeMap<i64, BTreeMap<String, [String; N]>>;

/// Texts by the key of the row that they belong to; `sql` selects the key, the tag and then the texts.
pub(super) fn texts<const N: usize>(connection: &Connection, sql: &str) -> Result<Texts<N>> {
    let mut texts = Texts::new();
    for (key, tag, words) in rows(connection, sql, [], |row| {
        let mut words = [const { String::new() }; N];
        for (column, word) in (2..).zip(words.iter_mut()) {
            *word = row.get(column)?;
        }
        Ok((row.get(0)?, row.get(1)?, words))
    })? {
        let by_tag: &mut BTreeMap<String, [String; N]> = texts.entry(key).or_default();
        by_tag.insert(tag, words);
    }
    Ok(texts)
}

/// The `N` texts of the row `key`, each by language.
pub(super) fn words<const N: usize>(texts: &mut Texts<N>, key: i64) -> [Words; N] {
    let mut words = [const { Words::new() }; N];
    for (tag, row) in texts.remove(&key).unwrap_or_default() {
        for (into, text) in words.iter_mut().zip(row) {
            into.insert(tag.clone(), text);
        }
    }
    words
}

/// A value that is written as a text.
pub(super) fn parsed<T>(
    row: &Row<'_>,
    column: usize,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T> {
    let text: String = row.get(column)?;
    parse(&text).ok_or_else(|| {
        let why: Box<dyn StdError + Send + Sync> =
            format!("\"{text}\" does not belong there").into();
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, why)
    })
}

/// A value that is written as a text, if there is one.
pub(super) fn some_parsed<T>(
    row: &Row<'_>,
    column: usize,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>> {
    match row.get_ref(column)?.data_type() {
        Type::Null => Ok(None),
        _ => parsed(row, column, parse).map(Some),
    }
}

fn about(connection: &Connection) -> Result<About> {
    let languages = rows(
        connection,
        "SELECT l.tag, l.name, l.title, f.tag FROM language l LEFT JOIN language f ON f.id = l.fallback ORDER BY l.position",
        [],
        |row| {
            Ok(Language {
                tag: row.get(0)?,
                name: row.get(1)?,
                title: row.get(2)?,
                fallback: row.get(3)?,
            })
        },
    )?;
    connection.query_row(
        "SELECT version, made_on, sequence, tag FROM edition JOIN language ON language.id = default_language",
        [],
        |row| {
            Ok(About {
                version: row.get(0)?,
                made: parsed(row, 1, |day| day.parse().ok())?,
                sequence: row.get(2)?,
                default_language: row.get(3)?,
                languages,
            })
        },
    )
}

fn sections(connection: &Connection) -> Result<Vec<Section>> {
    let mut section_texts = texts(
        connection,
        "SELECT section, tag, t.title, summary FROM section_text t JOIN language l ON l.id = language",
    )?;
    let mut topic_texts = texts(
        connection,
        "SELECT topic, tag, t.title, summary FROM topic_text t JOIN language l ON l.id = language",
    )?;
    let sections =
        rows(connection, "SELECT id, slug, accent FROM section ORDER BY position", [], |row| {
            Ok((row.get(0)?, row.get(1)?, parsed(row, 2, Accent::from_word)?))
        })?;
    let mut whole = Vec::new();
    for (key, slug, accent) in sections {
        let topics = rows(
            connection,
            "SELECT id, slug FROM topic WHERE section = ?1 ORDER BY position",
            [key],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let topics = topics
            .into_iter()
            .map(|(key, slug)| {
                let [title, summary] = words(&mut topic_texts, key);
                Topic { slug, title, summary }
            })
            .collect();
        let [title, summary] = words(&mut section_texts, key);
        whole.push(Section { slug, accent, title, summary, topics });
    }
    Ok(whole)
}

fn pictures(connection: &Connection) -> Result<Vec<Picture>> {
    let mut picture_texts: Texts<2> = texts(
        connection,
        "SELECT picture, tag, alt, credit FROM picture_text t JOIN language l ON l.id = language",
    )?;
    rows(
        connection,
        "SELECT id, slug, mime, width, height, focus_x, focus_y FROM picture ORDER BY slug",
        [],
        |row| {
            let texts = picture_texts.remove(&row.get(0)?).unwrap_or_default();
            Ok(Picture {
                slug: row.get(1)?,
                mime: parsed(row, 2, Mime::from_word)?,
                width: row.get(3)?,
                height: row.get(4)?,
                focus: [row.get(5)?, row.get(6)?],
                texts: texts
                    .into_iter()
                    .map(|(tag, [alt, credit])| (tag, PictureText { alt, credit }))
                    .collect(),
            })
        },
    )
}

fn shapes(connection: &Connection) -> Result<Vec<Shape>> {
    let mut names = texts(
        connection,
        "SELECT shape, tag, t.name FROM map_shape_text t JOIN language l ON l.id = language",
    )?;
    rows(connection, "SELECT id, kind, in_new_area, rings FROM map_shape ORDER BY id", [], |row| {
        let [name] = words(&mut names, row.get(0)?);
        Ok(Shape {
            kind: parsed(row, 1, ShapeKind::from_word)?,
            in_new_area: row.get(2)?,
            rings: row.get(3)?,
            name,
        })
    })
}
