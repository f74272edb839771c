//! Bodies, facts, galleries and sources, language by language.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Report;
use crate::content::bounds::BODY_MAX_BYTES;
use crate::content::catalogue::{ArticleKind, Catalogue, Language};
use crate::content::error::Error;
use crate::content::fault::codes;
use crate::content::ids::{ArticleId, LanguageId, PageId};
use crate::content::library::Library;
use crate::content::markdown::{self, MarkdownFaultKind};
use crate::content::record::Problems;

/// Most facts that the column beside a text holds.
const FACTS_MAX: usize = 5;

/// Bodies that have words, by their owner and language.
type Written = HashSet<(i64, LanguageId)>;
/// Facts by article and language.
type FactCounts = HashMap<(i64, LanguageId), usize>;

/// Checks every body with what stands beside it.
pub(super) fn check(library: &Library, report: &mut Report) -> Result<(), Error> {
    let catalogue = library.catalogue();
    let problems = Problems::default();
    let facts = facts(library, report, &problems)?;
    let articles = bodies(
        library,
        "article_text",
        "SELECT article, language, body FROM article_text ORDER BY article, language",
        |key| Some(format!("article {}", catalogue.article(ArticleId(key))?.slug)),
        &facts,
        report,
        &problems,
    )?;
    let pages = bodies(
        library,
        "page_text",
        "SELECT page, language, body FROM page_text ORDER BY page, language",
        |key| Some(format!("page {}", catalogue.page(PageId(key))?.slug)),
        &FactCounts::new(),
        report,
        &problems,
    )?;
    for article in &catalogue.articles {
        // A gallery tells its story in captions.
        if article.kind != ArticleKind::Gallery {
            let place = format!("article {}", article.slug);
            missing(&catalogue.languages, article.id.0, &articles, &place, report);
        }
        fact_counts(&catalogue, article.id, &article.slug, &facts, report);
    }
    for page in &catalogue.pages {
        let place = format!("page {}", page.slug);
        missing(&catalogue.languages, page.id.0, &pages, &place, report);
    }
    placed(library, "article_source", "article_source_text", "name", true, report, &problems)?;
    placed(
        library,
        "article_picture",
        "article_picture_text",
        "caption",
        false,
        report,
        &problems,
    )?;
    for error in problems.into_vec() {
        report.problem(&error);
    }
    Ok(())
}

fn bodies(
    library: &Library,
    table: &'static str,
    sql: &str,
    name: impl Fn(i64) -> Option<String>,
    facts: &FactCounts,
    report: &mut Report,
    problems: &Problems,
) -> Result<Written, Error> {
    let catalogue = library.catalogue();
    let mut written = Written::new();
    library.store().each(table, sql, problems, |row| {
        let (key, language) = (row.get(0)?, LanguageId(row.get(1)?));
        let body = row.text(2, BODY_MAX_BYTES)?;
        let (Some(name), Some(tag)) =
            (name(key), catalogue.language(language).map(|language| &language.tag))
        else {
            return Ok(());
        };
        if !body.trim().is_empty() {
            written.insert((key, language));
        }
        let facts = facts.get(&(key, language)).copied().unwrap_or_default();
        for fault in markdown::parse(body, &*catalogue, facts).faults {
            let place = format!("{name} [{tag}], line {}", fault.line);
            let (what, mend) = (fault.kind.to_string(), fault.kind.mend());
            match fault.kind {
                MarkdownFaultKind::StrayMarks => report.warning(codes::MARKDOWN, place, what, mend),
                MarkdownFaultKind::PictureMissing { .. }
                | MarkdownFaultKind::FigureMissing { .. }
                | MarkdownFaultKind::FactMissing { .. }
                | MarkdownFaultKind::ReferenceUnknown { .. } => {
                    report.error(codes::MARKDOWN_REFERENCE, place, what, mend);
                }
                _ => report.error(codes::MARKDOWN, place, what, mend),
            }
        }
        Ok(())
    })?;
    Ok(written)
}

fn missing(languages: &[Language], key: i64, written: &Written, place: &str, report: &mut Report) {
    let has = |language: &Language| written.contains(&(key, language.id));
    if !languages.iter().any(has) {
        report.error(codes::TEXT_MISSING, place, "has no text in any language", "write its text");
        return;
    }
    for language in languages.iter().filter(|language| !has(language)) {
        report.warning(
            codes::TEXT_UNTRANSLATED,
            format!("{place} [{}]", language.tag),
            format!("has no text in {}", language.name),
            "translate it; the fallback language is shown meanwhile",
        );
    }
}

/// Counts the facts, each of which must say when it was so.
fn facts(library: &Library, report: &mut Report, problems: &Problems) -> Result<FactCounts, Error> {
    let catalogue = library.catalogue();
    let mut counts = FactCounts::new();
    library.store().each(
        "article_fact",
        "SELECT article, language, value, label, period FROM article_fact ORDER BY article, language, position",
        problems,
        |row| {
            let (key, language) = (row.get(0)?, LanguageId(row.get(1)?));
            let count = counts.entry((key, language)).or_default();
            *count += 1;
            let place = || {
                let slug = catalogue.article(ArticleId(key)).map_or("?", |article| &article.slug);
                let tag = catalogue.language(language).map_or("?", |language| &language.tag);
                format!("article {slug} [{tag}], fact {count}")
            };
            if row.line(4)?.is_empty() {
                report.error(
                    codes::FIGURE_PERIOD,
                    place(),
                    "has no period",
                    "say when it was so: a number without its date is worth nothing",
                );
            }
            if row.line(2)?.is_empty() || row.line(3)?.is_empty() {
                report.error(
                    codes::TEXT_MISSING,
                    place(),
                    "has no value or no label",
                    "write both, or remove the fact",
                );
            }
            Ok(())
        },
    )?;
    Ok(counts)
}

fn fact_counts(
    catalogue: &Catalogue,
    id: ArticleId,
    slug: &str,
    facts: &FactCounts,
    report: &mut Report,
) {
    let count = |language: &Language| facts.get(&(id.0, language.id)).copied().unwrap_or_default();
    let most = catalogue.languages.iter().map(count).max().unwrap_or_default();
    for language in &catalogue.languages {
        let place = format!("article {slug} [{}]", language.tag);
        let count = count(language);
        if count < most {
            report.warning(
                codes::TEXT_UNTRANSLATED,
                place,
                format!("has {count} facts of {most}"),
                "give every language the same facts",
            );
        } else if count > FACTS_MAX {
            report.warning(
                codes::FACTS_COUNT,
                place,
                format!("has {count} facts"),
                "keep the five that matter most",
            );
        }
    }
}

/// Checks the texts of an article's numbered pictures or sources.
fn placed(
    library: &Library,
    table: &'static str,
    text_table: &'static str,
    column: &str,
    is_required: bool,
    report: &mut Report,
    problems: &Problems,
) -> Result<(), Error> {
    let catalogue = library.catalogue();
    let mut placed: BTreeMap<(i64, i64), HashSet<LanguageId>> = BTreeMap::new();
    let sql = format!("SELECT article, position FROM {table}");
    library.store().each(table, &sql, problems, |row| {
        placed.insert((row.get(0)?, row.get(1)?), HashSet::new());
        Ok(())
    })?;
    let sql = format!("SELECT article, position, language FROM {text_table} WHERE {column} <> ''");
    library.store().each(text_table, &sql, problems, |row| {
        if let Some(languages) = placed.get_mut(&(row.get(0)?, row.get(1)?)) {
            languages.insert(LanguageId(row.get(2)?));
        }
        Ok(())
    })?;
    for ((article, position), there) in placed {
        let slug = catalogue.article(ArticleId(article)).map_or("?", |article| &article.slug);
        let place = format!("{table} {slug}/{position}");
        if there.is_empty() {
            if is_required {
                report.error(
                    codes::TEXT_MISSING,
                    place,
                    format!("has no {column} in any language"),
                    format!("write its {column}"),
                );
            }
            continue;
        }
        for language in catalogue.languages.iter().filter(|language| !there.contains(&language.id))
        {
            report.warning(
                codes::TEXT_UNTRANSLATED,
                format!("{place} [{}]", language.tag),
                format!("has no {column} in {}", language.name),
                "translate it; the fallback language is shown meanwhile",
            );
        }
    }
    Ok(())
}
