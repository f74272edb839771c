//! From stories and pages to rows.

use rusqlite::{Connection, Result};

use super::super::edition::{Page, Story, StoryText, Validity, Weekday};
use super::write::{Keys, by_language, insert, numbered, placed};

/// Writes the stories with all that belongs to them.
pub(super) fn stories(connection: &Connection, stories: &[Story], keys: &Keys<'_>) -> Result<()> {
    for (story, key) in numbered(stories.iter()) {
        article(connection, story, key, keys)?;
        for &(tag, language) in &keys.languages {
            if let Some(text) = story.texts.get(tag) {
                article_text(connection, text, key, language)?;
            }
        }
        more_pictures(connection, story, key, keys)?;
        sources(connection, story, key, keys)?;
        for (zone, position) in placed(story.file.zones.iter()) {
            insert(
                connection,
                "INSERT INTO article_zone (article, position, zone) VALUES (?1, ?2, ?3)",
                (key, position, keys.zones.get(zone.as_str())),
            )?;
        }
    }
    Ok(())
}

fn article(connection: &Connection, story: &Story, key: i64, keys: &Keys<'_>) -> Result<()> {
    let file = &story.file;
    let Validity { from, until, weekdays, opens, closes } = &file.valid;
    let minute = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
    insert(
        connection,
        "INSERT INTO article (id, slug, topic, kind, published_on, updated_on, historic, picture, \
         valid_from, valid_until, weekdays, opens_at, closes_at, featured_rank, dwell_s, pinned) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        rusqlite::params![
            key,
            story.slug,
            keys.topics.get(&(story.section.as_str(), story.topic.as_str())),
            file.kind.as_str(),
            file.published.to_string(),
            file.updated.to_string(),
            file.historic,
            file.picture.as_deref().and_then(|slug| keys.pictures.get(slug)),
            from.map(|day| day.to_string()),
            until.map(|day| day.to_string()),
            weekdays.as_deref().map(week),
            opens.map(minute),
            closes.map(minute),
            file.featured.map(|featured| featured.rank),
            file.featured.and_then(|featured| featured.dwell_s),
            file.featured.is_some_and(|featured| featured.pinned),
        ],
    )
}

/// The days in the order of the week: `mon,tue`.
fn week(days: &[Weekday]) -> String {
    let mut days = days.to_vec();
    days.sort_unstable();
    days.iter().map(|day| day.as_str()).collect::<Vec<_>>().join(",")
}

fn article_text(
    connection: &Connection,
    text: &StoryText,
    article: i64,
    language: i64,
) -> Result<()> {
    insert(
        connection,
        "INSERT INTO article_text (article, language, headline, summary, caption, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (article, language, &text.headline, &text.summary, &text.caption, &text.body),
    )?;
    for (fact, position) in placed(text.facts.iter()) {
        insert(
            connection,
            "INSERT INTO article_fact (article, language, position, value, label, period) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (article, language, position, &fact.value, &fact.label, &fact.period),
        )?;
    }
    Ok(())
}

fn more_pictures(
    connection: &Connection,
    story: &Story,
    article: i64,
    keys: &Keys<'_>,
) -> Result<()> {
    for (more, position) in placed(story.file.pictures.iter()) {
        insert(
            connection,
            "INSERT INTO article_picture (article, position, picture) VALUES (?1, ?2, ?3)",
            (article, position, keys.pictures.get(more.picture.as_str())),
        )?;
        for (language, [caption]) in by_language(keys, [&more.caption]) {
            insert(
                connection,
                "INSERT INTO article_picture_text (article, position, language, caption) VALUES (?1, ?2, ?3, ?4)",
                (article, position, language, caption),
            )?;
        }
    }
    Ok(())
}

fn sources(connection: &Connection, story: &Story, article: i64, keys: &Keys<'_>) -> Result<()> {
    for (source, position) in placed(story.file.sources.iter()) {
        insert(
            connection,
            "INSERT INTO article_source (article, position, dated_on, url) VALUES (?1, ?2, ?3, ?4)",
            (article, position, source.date.to_string(), &source.url),
        )?;
        for (language, [name]) in by_language(keys, [&source.name]) {
            insert(
                connection,
                "INSERT INTO article_source_text (article, position, language, name) VALUES (?1, ?2, ?3, ?4)",
                (article, position, language, name),
            )?;
        }
    }
    Ok(())
}

/// Writes the pages.
pub(super) fn pages(connection: &Connection, pages: &[Page], keys: &Keys<'_>) -> Result<()> {
    for (page, key) in numbered(pages.iter()) {
        insert(
            connection,
            "INSERT INTO page (id, slug, position, updated_on) VALUES (?1, ?2, ?3, ?4)",
            (key, &page.slug, key - 1, page.updated.to_string()),
        )?;
        for &(tag, language) in &keys.languages {
            let Some(text) = page.texts.get(tag) else {
                continue;
            };
            insert(
                connection,
                "INSERT INTO page_text (page, language, headline, summary, body) VALUES (?1, ?2, ?3, ?4, ?5)",
                (key, language, &text.headline, &text.summary, &text.body),
            )?;
        }
    }
    Ok(())
}
