//! Cards of articles, pages and pictures: what is known of them without their bodies and bytes.

use std::collections::HashMap;

use super::{take, texts};
use crate::content::bounds::{BODY_MAX_BYTES, LINE_MAX_BYTES};
use crate::content::catalogue::{ArticleCard, ArticleKind, Featured, PageCard, PictureCard};
use crate::content::error::Error;
use crate::content::ids::{ArticleId, PageId, PictureId, TopicId, ZoneId};
use crate::content::record::{Problems, Record};
use crate::content::schedule::{Validity, Weekdays};
use crate::content::store::Store;

const KINDS: &[(&str, ArticleKind)] = &[
    ("story", ArticleKind::Story),
    ("gallery", ArticleKind::Gallery),
    ("film", ArticleKind::Film),
    ("page", ArticleKind::Page),
];

/// Articles, newest first.
pub(super) fn cards(store: &Store, problems: &Problems) -> Result<Vec<ArticleCard>, Error> {
    let mut words = texts(
        store,
        "article_text",
        "SELECT article, language, headline, summary FROM article_text",
        problems,
    )?;
    refuse_long_bodies(
        store,
        "article_text",
        "SELECT article, octet_length(body) AS body FROM article_text",
        problems,
    )?;
    let mut zones = zones(store, problems)?;
    let mut cards = Vec::new();
    store.each(
        "article",
        "SELECT id, slug, topic, kind, published_on, updated_on, historic, picture, featured_rank, dwell_s, pinned,
                valid_from, valid_until, weekdays, opens_at, closes_at FROM article",
        problems,
        |row| {
            let id = row.get(0)?;
            let [headline, summary] = take(&mut words, id);
            let (published, updated) = (row.date(4)?, row.date(5)?);
            if updated < published {
                return Err(row.error(5, format!("is {updated}, before it was published")));
            }
            cards.push(ArticleCard {
                id: ArticleId(id),
                slug: row.line(1)?,
                topic: TopicId(row.get(2)?),
                kind: row.choice(3, KINDS)?,
                published,
                updated,
                historic: row.flag(6)?,
                picture: row.get::<Option<i64>>(7)?.map(PictureId),
                headline,
                summary,
                featured: featured(row)?,
                validity: validity(row)?,
                zones: zones.remove(&id).unwrap_or_default(),
            });
            Ok(())
        },
    )?;
    cards.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.slug.cmp(&b.slug)));
    Ok(cards)
}

/// The places of every article, in their order.
fn zones(store: &Store, problems: &Problems) -> Result<HashMap<i64, Vec<ZoneId>>, Error> {
    let mut zones: HashMap<i64, Vec<ZoneId>> = HashMap::new();
    store.each(
        "article_zone",
        "SELECT article, zone FROM article_zone ORDER BY article, position",
        problems,
        |row| {
            zones.entry(row.get(0)?).or_default().push(ZoneId(row.get(1)?));
            Ok(())
        },
    )?;
    Ok(zones)
}

fn featured(row: &Record<'_, '_>) -> Result<Option<Featured>, Error> {
    let Some(rank) = row.optional_number(8, 1..=u32::MAX)? else {
        return Ok(None);
    };
    Ok(Some(Featured { rank, dwell_s: row.optional_number(9, 6..=15)?, pinned: row.flag(10)? }))
}

fn validity(row: &Record<'_, '_>) -> Result<Validity, Error> {
    let weekdays = match row.optional_text(13, LINE_MAX_BYTES)? {
        None => None,
        Some(names) => Some(
            Weekdays::parse(names)
                .ok_or_else(|| row.error(13, "is not a list of days such as mon,tue"))?,
        ),
    };
    Ok(Validity {
        from: row.optional_date(11)?,
        until: row.optional_date(12)?,
        weekdays,
        hours: row.optional_time(14)?.zip(row.optional_time(15)?),
    })
}

/// Pages in menu order.
pub(super) fn pages(store: &Store, problems: &Problems) -> Result<Vec<PageCard>, Error> {
    let mut words = texts(
        store,
        "page_text",
        "SELECT page, language, headline, summary FROM page_text",
        problems,
    )?;
    refuse_long_bodies(
        store,
        "page_text",
        "SELECT page, octet_length(body) AS body FROM page_text",
        problems,
    )?;
    let mut pages = Vec::new();
    store.each(
        "page",
        "SELECT id, slug, updated_on FROM page ORDER BY position",
        problems,
        |row| {
            let id = row.get(0)?;
            let [headline, summary] = take(&mut words, id);
            pages.push(PageCard {
                id: PageId(id),
                slug: row.line(1)?,
                updated: row.date(2)?,
                headline,
                summary,
            });
            Ok(())
        },
    )?;
    Ok(pages)
}

/// Pictures by key.
pub(super) fn pictures(
    store: &Store,
    problems: &Problems,
) -> Result<HashMap<PictureId, PictureCard>, Error> {
    let mut words = texts(
        store,
        "picture_text",
        "SELECT picture, language, alt, credit FROM picture_text",
        problems,
    )?;
    let mut pictures = HashMap::new();
    store.each(
        "picture",
        "SELECT id, slug, width, height, focus_x, focus_y FROM picture",
        problems,
        |row| {
            let id = row.get(0)?;
            let [alt, credit] = take(&mut words, id);
            let card = PictureCard {
                id: PictureId(id),
                slug: row.line(1)?,
                width: row.number(2, 1..=8_192)?,
                height: row.number(3, 1..=8_192)?,
                focus: (row.number(4, 0.0..=1.0)?, row.number(5, 0.0..=1.0)?),
                alt,
                credit,
            };
            pictures.insert(card.id, card);
            Ok(())
        },
    )?;
    Ok(pictures)
}

/// Bodies are not read here, but SQLite knows their lengths without reading them.
fn refuse_long_bodies(
    store: &Store,
    table: &'static str,
    sql: &str,
    problems: &Problems,
) -> Result<(), Error> {
    store.each(table, sql, problems, |row| {
        let bytes: i64 = row.get(1)?;
        if usize::try_from(bytes).is_ok_and(|bytes| bytes > BODY_MAX_BYTES) {
            let what = format!("is {bytes} bytes long, at most {BODY_MAX_BYTES} are read");
            return Err(row.error(1, what));
        }
        Ok(())
    })
}
