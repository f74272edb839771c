//! Rows of one article or page -> its [`Body`] in the language that fits the reader best.

use tracing::warn;

use super::article::{Body, Fact, GalleryPicture, Source};
use super::bounds::{BODY_MAX_BYTES, URL_MAX_BYTES};
use super::catalogue::Catalogue;
use super::error::Error;
use super::ids::{ArticleId, LanguageId, PageId, PictureId, ZoneId};
use super::markdown;
use super::store::Store;
use super::text::Text;
use super::words::words_to_read;

/// The body of an article for a reader of `language`.
pub(super) fn article(
    store: &Store,
    catalogue: &Catalogue,
    id: ArticleId,
    language: LanguageId,
) -> Result<Body, Error> {
    let name = || format!("article {id}");
    let language = article_language(store, catalogue, id, language)?
        .ok_or_else(|| Error::Missing { what: name() })?;
    let facts = facts(store, catalogue, id, language)?;
    let mut body = None;
    store.select(
        "article_text",
        "SELECT article, caption, body FROM article_text WHERE article = ?1 AND language = ?2",
        &[id.0, language.0],
        |row| {
            let text = row.text(2, BODY_MAX_BYTES)?;
            body = Some((row.line(1)?, parsed(catalogue, text, facts.len(), &name())));
            Ok(())
        },
    )?;
    let (caption, blocks) = body.ok_or_else(|| Error::Missing { what: name() })?;
    Ok(Body {
        language,
        caption,
        words: words_to_read(&blocks, &facts),
        blocks,
        facts,
        gallery: gallery(store, catalogue, id, language)?,
        sources: sources(store, catalogue, id, language)?,
        zones: zones(store, id)?,
    })
}

/// The body of a page for a reader of `language`.
pub(super) fn page(
    store: &Store,
    catalogue: &Catalogue,
    id: PageId,
    language: LanguageId,
) -> Result<Body, Error> {
    let name = || format!("page {id}");
    let language = page_language(store, catalogue, id, language)?
        .ok_or_else(|| Error::Missing { what: name() })?;
    let mut blocks = Vec::new();
    store.select(
        "page_text",
        "SELECT page, body FROM page_text WHERE page = ?1 AND language = ?2",
        &[id.0, language.0],
        |row| {
            blocks = parsed(catalogue, row.text(1, BODY_MAX_BYTES)?, 0, &name());
            Ok(())
        },
    )?;
    Ok(Body {
        language,
        caption: String::new(),
        words: words_to_read(&blocks, &[]),
        blocks,
        facts: Vec::new(),
        gallery: Vec::new(),
        sources: Vec::new(),
        zones: Vec::new(),
    })
}

/// The language in which a reader of `language` gets an article's body, if it has one at all.
pub(super) fn article_language(
    store: &Store,
    catalogue: &Catalogue,
    id: ArticleId,
    language: LanguageId,
) -> Result<Option<LanguageId>, Error> {
    choose(
        store,
        catalogue,
        language,
        "article_text",
        "SELECT article, language, octet_length(body) FROM article_text WHERE article = ?1",
        id.0,
    )
}

/// The language in which a reader of `language` gets a page's body, if it has one at all.
pub(super) fn page_language(
    store: &Store,
    catalogue: &Catalogue,
    id: PageId,
    language: LanguageId,
) -> Result<Option<LanguageId>, Error> {
    choose(
        store,
        catalogue,
        language,
        "page_text",
        "SELECT page, language, octet_length(body) FROM page_text WHERE page = ?1",
        id.0,
    )
}

/// The language to show: the first along the chain with a body, else the first with a row at all.
fn choose(
    store: &Store,
    catalogue: &Catalogue,
    language: LanguageId,
    table: &'static str,
    sql: &str,
    key: i64,
) -> Result<Option<LanguageId>, Error> {
    let mut there = Vec::new();
    store.select(table, sql, &[key], |row| {
        there.push((LanguageId(row.get(1)?), row.get::<i64>(2)? > 0));
        Ok(())
    })?;
    let first = |needs_body: bool| {
        catalogue.fallback_chain(language).find(|wanted| {
            there.iter().any(|(id, has_body)| id == wanted && (*has_body || !needs_body))
        })
    };
    Ok(first(true).or_else(|| first(false)))
}

/// The blocks of a body; what is wrong in it is logged and left out, for the visitor must see the rest.
fn parsed(
    catalogue: &Catalogue,
    text: &str,
    facts: usize,
    name: &str,
) -> Vec<super::article::Block> {
    let parsed = markdown::parse(text, catalogue, facts);
    for fault in &parsed.faults {
        warn!(body = name, line = fault.line, "{}", fault.kind);
    }
    parsed.blocks
}

/// The facts column in `language`, or in the next that has one.
pub(super) fn facts(
    store: &Store,
    catalogue: &Catalogue,
    id: ArticleId,
    language: LanguageId,
) -> Result<Vec<Fact>, Error> {
    let mut facts = Vec::new();
    store.select(
        "article_fact",
        "SELECT article, language, value, label, period FROM article_fact WHERE article = ?1 ORDER BY language, position",
        &[id.0],
        |row| {
            let fact = Fact {
                value: row.line(2)?,
                label: row.line(3)?,
                period: row.line(4)?,
            };
            facts.push((LanguageId(row.get(1)?), fact));
            Ok(())
        },
    )?;
    let Some(shown) =
        catalogue.fallback_chain(language).find(|wanted| facts.iter().any(|(id, _)| id == wanted))
    else {
        return Ok(Vec::new());
    };
    facts.retain(|(id, _)| *id == shown);
    Ok(facts.into_iter().map(|(_, fact)| fact).collect())
}

fn gallery(
    store: &Store,
    catalogue: &Catalogue,
    id: ArticleId,
    language: LanguageId,
) -> Result<Vec<GalleryPicture>, Error> {
    let captions = placed_texts(
        store,
        "article_picture_text",
        "SELECT article, position, language, caption FROM article_picture_text WHERE article = ?1",
        id,
    )?;
    let mut gallery = Vec::new();
    store.select(
        "article_picture",
        "SELECT article, position, picture FROM article_picture WHERE article = ?1 ORDER BY position",
        &[id.0],
        |row| {
            gallery.push(GalleryPicture {
                picture: PictureId(row.get(2)?),
                caption: at(&captions, row.get(1)?, catalogue, language),
            });
            Ok(())
        },
    )?;
    Ok(gallery)
}

fn sources(
    store: &Store,
    catalogue: &Catalogue,
    id: ArticleId,
    language: LanguageId,
) -> Result<Vec<Source>, Error> {
    let names = placed_texts(
        store,
        "article_source_text",
        "SELECT article, position, language, name FROM article_source_text WHERE article = ?1",
        id,
    )?;
    let mut sources = Vec::new();
    store.select(
        "article_source",
        "SELECT article, position, dated_on, url FROM article_source WHERE article = ?1 ORDER BY position",
        &[id.0],
        |row| {
            sources.push(Source {
                name: at(&names, row.get(1)?, catalogue, language),
                dated: row.date(2)?,
                // An address that no QR code may carry is as good as none; the check tells its author.
                url: row
                    .optional_text(3, URL_MAX_BYTES)
                    .ok()
                    .flatten()
                    .filter(|url| super::verify::address_fault(url).is_none())
                    .map(str::to_owned),
            });
            Ok(())
        },
    )?;
    Ok(sources)
}

fn zones(store: &Store, id: ArticleId) -> Result<Vec<ZoneId>, Error> {
    let mut zones = Vec::new();
    store.select(
        "article_zone",
        "SELECT article, zone FROM article_zone WHERE article = ?1 ORDER BY position",
        &[id.0],
        |row| {
            zones.push(ZoneId(row.get(1)?));
            Ok(())
        },
    )?;
    Ok(zones)
}

/// Texts of an article's pictures or sources by position.
fn placed_texts(
    store: &Store,
    table: &'static str,
    sql: &str,
    id: ArticleId,
) -> Result<Vec<(i64, Text)>, Error> {
    let mut texts: Vec<(i64, Text)> = Vec::new();
    store.select(table, sql, &[id.0], |row| {
        let (position, language) = (row.get(1)?, LanguageId(row.get(2)?));
        let words = row.line(3)?;
        match texts.iter_mut().find(|(known, _)| *known == position) {
            Some((_, text)) => text.set(language, words),
            None => texts.push((position, [(language, words)].into_iter().collect())),
        }
        Ok(())
    })?;
    Ok(texts)
}

fn at(texts: &[(i64, Text)], position: i64, catalogue: &Catalogue, language: LanguageId) -> String {
    texts
        .iter()
        .find(|(known, _)| *known == position)
        .map(|(_, text)| catalogue.text(text, language).to_owned())
        .unwrap_or_default()
}
