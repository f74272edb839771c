//! What there is to read of one thing, as lines of plain words in one language.

use crate::content::article::{Block, Fact};
use crate::content::body;
use crate::content::bounds::BODY_MAX_BYTES;
use crate::content::catalogue::{ArticleCard, Catalogue};
use crate::content::error::Error;
use crate::content::ids::{ArticleId, LanguageId, PageId};
use crate::content::markdown;
use crate::content::store::Store;
use crate::content::text::Text;

use super::found::HitKind;

/// Everything that can be found: articles newest first, zones, figures, pages.
pub(super) fn things(catalogue: &Catalogue) -> Vec<HitKind> {
    let articles = catalogue.articles.iter().map(|card| HitKind::Article(card.id));
    let zones = catalogue.zones.iter().map(|zone| HitKind::Zone(zone.id));
    let figures = catalogue.figures.iter().map(|figure| HitKind::Figure(figure.id));
    let pages = catalogue.pages.iter().map(|page| HitKind::Page(page.id));
    articles.chain(zones).chain(figures).chain(pages).collect()
}

/// The title and the summary of `what`; either may be empty.
pub(super) fn title_and_summary(
    catalogue: &Catalogue,
    what: HitKind,
    language: LanguageId,
) -> (&str, &str) {
    let texts: Option<(&Text, &Text)> = match what {
        HitKind::Article(id) => catalogue.article(id).map(|card| (&card.headline, &card.summary)),
        HitKind::Zone(id) => catalogue.zone(id).map(|zone| (&zone.name, &zone.summary)),
        HitKind::Figure(id) => catalogue.figure(id).map(|figure| (&figure.title, &figure.note)),
        HitKind::Page(id) => catalogue.page(id).map(|page| (&page.headline, &page.summary)),
    };
    texts.map_or_else(Default::default, |(title, summary)| {
        (catalogue.text(title, language), catalogue.text(summary, language))
    })
}

/// The names of the topic and the section of `what`; none where it belongs to none.
pub(super) fn names(
    catalogue: &Catalogue,
    what: HitKind,
    language: LanguageId,
) -> impl Iterator<Item = &str> {
    let card: Option<&ArticleCard> = match what {
        HitKind::Article(id) => catalogue.article(id),
        HitKind::Zone(_) | HitKind::Figure(_) | HitKind::Page(_) => None,
    };
    let topic = card.and_then(|card| catalogue.topic(card.topic));
    let section = topic.and_then(|topic| catalogue.section(topic.section));
    topic
        .map(|topic| &topic.title)
        .into_iter()
        .chain(section.map(|section| &section.title))
        .map(move |name| catalogue.text(name, language))
}

/// The lines below the summary of `what`; no sentence goes over from one to the next.
pub(super) fn lines(
    store: &Store,
    catalogue: &Catalogue,
    what: HitKind,
    language: LanguageId,
) -> Result<Vec<String>, Error> {
    match what {
        HitKind::Article(id) => article(store, catalogue, id, language),
        HitKind::Page(id) => page(store, catalogue, id, language),
        HitKind::Figure(_) => Ok(Vec::new()),
        HitKind::Zone(id) => {
            let Some(zone) = catalogue.zone(id) else {
                return Ok(Vec::new());
            };
            let mut lines = vec![
                catalogue.text(&zone.industries, language).to_owned(),
                catalogue.text(&zone.enterprises, language).to_owned(),
            ];
            for figure in catalogue.zone_figures(zone, language) {
                lines.push(format!("{} · {}", figure.value, figure.label));
            }
            Ok(lines)
        }
    }
}

fn article(
    store: &Store,
    catalogue: &Catalogue,
    id: ArticleId,
    language: LanguageId,
) -> Result<Vec<String>, Error> {
    let mut lines = Vec::new();
    let Some(language) = body::article_language(store, catalogue, id, language)? else {
        return Ok(lines);
    };
    let facts = body::facts(store, catalogue, id, language)?;
    store.select(
        "article_text",
        "SELECT article, caption, body FROM article_text WHERE article = ?1 AND language = ?2",
        &[id.0, language.0],
        |row| {
            let parsed = markdown::parse(row.text(2, BODY_MAX_BYTES)?, catalogue, facts.len());
            parsed.blocks.into_iter().for_each(|block| add_block(block, &mut lines));
            lines.push(row.line(1)?);
            Ok(())
        },
    )?;
    lines.extend(facts.into_iter().map(|Fact { value, label, .. }| format!("{value} · {label}")));
    Ok(lines)
}

fn page(
    store: &Store,
    catalogue: &Catalogue,
    id: PageId,
    language: LanguageId,
) -> Result<Vec<String>, Error> {
    let mut lines = Vec::new();
    let Some(language) = body::page_language(store, catalogue, id, language)? else {
        return Ok(lines);
    };
    store.select(
        "page_text",
        "SELECT page, body FROM page_text WHERE page = ?1 AND language = ?2",
        &[id.0, language.0],
        |row| {
            let parsed = markdown::parse(row.text(1, BODY_MAX_BYTES)?, catalogue, 0);
            parsed.blocks.into_iter().for_each(|block| add_block(block, &mut lines));
            Ok(())
        },
    )?;
    Ok(lines)
}

fn add_block(block: Block, lines: &mut Vec<String>) {
    match block {
        Block::Heading { text, .. } => lines.push(text),
        Block::Paragraph(text) | Block::Quote(text) => lines.push(text.plain),
        Block::List(items) => lines.extend(items.into_iter().map(|item| item.text.plain)),
        Block::Table { head, rows } => {
            lines.extend(head.into_iter().chain(rows.into_iter().flatten()));
        }
        Block::Picture { caption, .. } | Block::Figure { caption, .. } => lines.push(caption),
        // It stands in the facts column, which comes whole.
        Block::Fact(_) => {}
    }
}
