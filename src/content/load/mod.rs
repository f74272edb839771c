//! Rows of an edition -> its [`Catalogue`].
//!
//! A row that cannot be read is left out and reported, so that a check finds all of them at once;
//! whether such an edition may be shown is for [`Library`](super::Library) to say.

mod articles;
mod figures;
mod menus;
mod places;

use std::collections::HashMap;

use jiff::civil::Date;

use super::catalogue::{Catalogue, Language};
use super::error::Error;
use super::ids::LanguageId;
use super::lookup::Index;
use super::record::Problems;
use super::store::Store;
use super::text::Text;

/// Reads the catalogue of `store`; `digest` is what its seal says.
pub(super) fn catalogue(
    store: &Store,
    digest: String,
    problems: &Problems,
) -> Result<Catalogue, Error> {
    let languages = languages(store, problems)?;
    let edition = edition(store, problems)?;
    let topics = menus::topics(store, problems)?;
    let sections = menus::sections(store, &topics, problems)?;
    let articles = articles::cards(store, problems)?;
    let pictures = articles::pictures(store, problems)?;
    let index = Index::of(&articles, &pictures);
    Ok(Catalogue {
        version: edition.version,
        made: edition.made,
        digest,
        default_language: edition.default_language,
        languages,
        sections,
        topics,
        articles,
        pages: articles::pages(store, problems)?,
        figures: figures::figures(store, problems)?,
        zones: places::zones(store, problems)?,
        map: places::map(store, problems)?,
        pictures,
        index,
    })
}

struct Edition {
    version: String,
    made: Date,
    default_language: LanguageId,
}

fn edition(store: &Store, problems: &Problems) -> Result<Edition, Error> {
    let mut edition = None;
    store.each(
        "edition",
        "SELECT id, version, made_on, default_language FROM edition",
        problems,
        |row| {
            edition = Some(Edition {
                version: row.line(1)?,
                made: row.date(2)?,
                default_language: LanguageId(row.get(3)?),
            });
            Ok(())
        },
    )?;
    edition.ok_or_else(|| Error::Missing {
        what: "row in the edition table that can be read".to_owned(),
    })
}

fn languages(store: &Store, problems: &Problems) -> Result<Vec<Language>, Error> {
    let mut languages = Vec::new();
    store.each(
        "language",
        "SELECT id, tag, name, title, fallback FROM language ORDER BY position",
        problems,
        |row| {
            languages.push(Language {
                id: LanguageId(row.get(0)?),
                tag: row.line(1)?,
                name: row.line(2)?,
                title: row.line(3)?,
                fallback: row.get::<Option<i64>>(4)?.map(LanguageId),
            });
            Ok(())
        },
    )?;
    if languages.is_empty() {
        return Err(Error::Missing { what: "language that can be read".to_owned() });
    }
    Ok(languages)
}

/// The texts of a `*_text` table by the row that they belong to.
///
/// `sql` selects that row's key, the language, and then `N` texts.
fn texts<const N: usize>(
    store: &Store,
    table: &'static str,
    sql: &str,
    problems: &Problems,
) -> Result<HashMap<i64, [Text; N]>, Error> {
    let mut texts: HashMap<i64, [Text; N]> = HashMap::new();
    store.each(table, sql, problems, |row| {
        let language = LanguageId(row.get(1)?);
        let owner =
            texts.entry(row.get(0)?).or_insert_with(|| std::array::from_fn(|_| Text::default()));
        for (column, text) in (2..).zip(owner) {
            text.set(language, row.line(column)?);
        }
        Ok(())
    })?;
    Ok(texts)
}

/// Takes the texts of row `key`; empty ones where it has none.
fn take<const N: usize>(texts: &mut HashMap<i64, [Text; N]>, key: i64) -> [Text; N] {
    texts.remove(&key).unwrap_or_else(|| std::array::from_fn(|_| Text::default()))
}
