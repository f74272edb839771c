//! From rows back to stories and pages.

use rusqlite::{Connection, Result};

use super::super::edition::{
    Fact, Featured, Kind, MorePicture, Page, PageText, Source, Story, StoryFile, StoryText,
    Validity, Weekday, Words,
};
use super::read::{Texts, parsed, rows, some_parsed, texts};

/// All stories, by slug.
pub(super) fn stories(connection: &Connection) -> Result<Vec<Story>> {
    let mut story_texts: Texts<4> = texts(
        connection,
        "SELECT article, tag, headline, summary, caption, body FROM article_text JOIN language l ON l.id = language",
    )?;
    let mut stories: Vec<(i64, Story)> = rows(
        connection,
        "SELECT a.id, a.slug, s.slug, t.slug, a.kind, published_on, updated_on, historic, p.slug, \
         valid_from, valid_until, weekdays, opens_at, closes_at, featured_rank, dwell_s, pinned \
         FROM article a JOIN topic t ON t.id = a.topic JOIN section s ON s.id = t.section \
         LEFT JOIN picture p ON p.id = a.picture ORDER BY a.slug",
        [],
        |row| {
            let day = |text: &str| text.parse().ok();
            let minute = |text: &str| text.parse().ok();
            let rank: Option<u32> = row.get(14)?;
            let (dwell_s, pinned) = (row.get(15)?, row.get(16)?);
            let story = Story {
                slug: row.get(1)?,
                section: row.get(2)?,
                topic: row.get(3)?,
                file: StoryFile {
                    kind: parsed(row, 4, Kind::from_word)?,
                    published: parsed(row, 5, day)?,
                    updated: parsed(row, 6, day)?,
                    historic: row.get(7)?,
                    picture: row.get(8)?,
                    zones: Vec::new(),
                    sources: Vec::new(),
                    pictures: Vec::new(),
                    featured: rank.map(|rank| Featured { rank, dwell_s, pinned }),
                    valid: Validity {
                        from: some_parsed(row, 9, day)?,
                        until: some_parsed(row, 10, day)?,
                        weekdays: some_parsed(row, 11, week)?,
                        opens: some_parsed(row, 12, minute)?,
                        closes: some_parsed(row, 13, minute)?,
                    },
                },
                texts: std::collections::BTreeMap::new(),
            };
            Ok((row.get(0)?, story))
        },
    )?;
    for (key, story) in &mut stories {
        for (tag, [headline, summary, caption, body]) in story_texts.remove(key).unwrap_or_default()
        {
            let text = StoryText {
                headline,
                summary,
                caption,
                facts: facts(connection, *key, &tag)?,
                body,
            };
            story.texts.insert(tag, text);
        }
        story.file.zones = rows(
            connection,
            "SELECT slug FROM article_zone a JOIN zone z ON z.id = a.zone WHERE article = ?1 ORDER BY a.position",
            [*key],
            |row| row.get(0),
        )?;
        story.file.pictures = more_pictures(connection, *key)?;
        story.file.sources = sources(connection, *key)?;
    }
    Ok(stories.into_iter().map(|(_, story)| story).collect())
}

fn week(days: &str) -> Option<Vec<Weekday>> {
    days.split(',').map(Weekday::from_word).collect()
}

fn facts(connection: &Connection, article: i64, tag: &str) -> Result<Vec<Fact>> {
    rows(
        connection,
        "SELECT value, label, period FROM article_fact f JOIN language l ON l.id = language \
         WHERE article = ?1 AND tag = ?2 ORDER BY f.position",
        (article, tag),
        |row| Ok(Fact { value: row.get(0)?, label: row.get(1)?, period: row.get(2)? }),
    )
}

fn more_pictures(connection: &Connection, article: i64) -> Result<Vec<MorePicture>> {
    let pictures: Vec<(i64, String)> = rows(
        connection,
        "SELECT position, slug FROM article_picture a JOIN picture p ON p.id = a.picture \
         WHERE article = ?1 ORDER BY position",
        [article],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut whole = Vec::new();
    for (position, picture) in pictures {
        let caption = by_position(
            connection,
            "SELECT tag, caption FROM article_picture_text t JOIN language l ON l.id = language \
             WHERE article = ?1 AND t.position = ?2",
            article,
            position,
        )?;
        whole.push(MorePicture { picture, caption });
    }
    Ok(whole)
}

fn sources(connection: &Connection, article: i64) -> Result<Vec<Source>> {
    let sources = rows(
        connection,
        "SELECT position, dated_on, url FROM article_source WHERE article = ?1 ORDER BY position",
        [article],
        |row| Ok((row.get(0)?, parsed(row, 1, |day| day.parse().ok())?, row.get(2)?)),
    )?;
    let mut whole = Vec::new();
    for (position, date, url) in sources {
        let name = by_position(
            connection,
            "SELECT tag, t.name FROM article_source_text t JOIN language l ON l.id = language \
             WHERE article = ?1 AND t.position = ?2",
            article,
            position,
        )?;
        whole.push(Source { name, url, date });
    }
    Ok(whole)
}

fn by_position(connection: &Connection, sql: &str, article: i64, position: i64) -> Result<Words> {
    Ok(rows(connection, sql, [article, position], |row| Ok((row.get(0)?, row.get(1)?)))?
        .into_iter()
        .collect())
}

/// All pages, in the order of their menu.
pub(super) fn pages(connection: &Connection) -> Result<Vec<Page>> {
    let mut page_texts: Texts<3> = texts(
        connection,
        "SELECT page, tag, headline, summary, body FROM page_text JOIN language l ON l.id = language",
    )?;
    rows(connection, "SELECT id, slug, updated_on FROM page ORDER BY position", [], |row| {
        let texts = page_texts.remove(&row.get(0)?).unwrap_or_default();
        Ok(Page {
            slug: row.get(1)?,
            updated: parsed(row, 2, |day| day.parse().ok())?,
            texts: texts
                .into_iter()
                .map(|(tag, [headline, summary, body])| (tag, PageText { headline, summary, body }))
                .collect(),
        })
    })
}
