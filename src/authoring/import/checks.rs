//! Pages that are no story: errors of the website, lists of stories, several stories on one page.

use super::date::days;
use super::dateline;
use super::error::ImportError;
use super::page::{Block, Kind, Page, Part};
use super::trail;
use super::words::{is_prose, key, shortened, weight};

/// Words of the longest line that can be the whole message of an error page.
const MESSAGE: u32 = 24;
/// A page with more paragraphs is a story, whatever its title says.
const PARAGRAPHS: usize = 2;
/// Entries that make a list.
const ENTRIES: usize = 3;
/// Words of a story that is one among several.
const STORY: u32 = 40;

const ERRORS: &[&str] = &[
    "page not found",
    "404 not found",
    "404 error",
    "error 404",
    "403 forbidden",
    "access denied",
    "500 internal",
    "502 bad gateway",
    "503 service",
    "service unavailable",
    "301 moved",
    "302 found",
    "object moved",
    "moved permanently",
    "redirecting to",
    "page cannot be found",
    "page could not be found",
    "page you requested",
    "page you are looking for",
    "页面不存在",
    "页面未找到",
    "找不到页面",
    "找不到您",
    "无法访问",
    "您访问的页面",
    "页面已删除",
];

/// Refuses answers that say that the story is not there.
pub(super) fn error_page(page: &Page, name: &str) -> Result<(), ImportError> {
    let paragraphs = story_blocks(page).filter(|block| is_prose(&block.text)).count();
    if paragraphs > PARAGRAPHS {
        return Ok(());
    }
    let shown = story_blocks(page).map(|block| &block.text).filter(|text| weight(text) <= MESSAGE);
    let found = page.head.titles.iter().chain(shown).find(|text| tells_an_error(text));
    let is_stub = page.head.is_redirect && paragraphs == 0;
    match found {
        Some(words) => {
            Err(ImportError::ErrorPage { page: name.to_owned(), words: shortened(words, 80) })
        }
        None if is_stub => Err(ImportError::ErrorPage {
            page: name.to_owned(),
            words: "it sends the reader to another page".to_owned(),
        }),
        None => Ok(()),
    }
}

fn tells_an_error(text: &str) -> bool {
    let lower = text.to_lowercase();
    ERRORS.iter().any(|words| lower.contains(words))
        || matches!(
            key(text).as_str(),
            "404"
                | "403"
                | "500"
                | "502"
                | "503"
                | "notfound"
                | "error"
                | "redirecting"
                | "justamoment"
        )
}

/// Refuses lists of stories.
pub(super) fn list_page(page: &Page, name: &str) -> Result<(), ImportError> {
    let paragraphs = story_blocks(page)
        .filter(|block| !block.look.is_link && is_prose(&block.text) && !is_entry(block))
        .count();
    let links = story_blocks(page)
        .filter(|block| block.look.is_link && trail::steps(block).is_none())
        .count();
    let entries = story_blocks(page).filter(|block| is_entry(block)).count();
    let is_list = (entries >= ENTRIES && entries >= paragraphs)
        || (paragraphs == 0 && links.max(entries) >= ENTRIES);
    if is_list {
        let entries = entries.max(links);
        return Err(ImportError::ListPage { page: name.to_owned(), entries });
    }
    Ok(())
}

/// A line that ends with the day of the story that it names, or a link that begins with it.
fn is_entry(block: &Block) -> bool {
    let text = block.text.trim_end_matches([']', ')', '）', '】', ' ']);
    matches!(block.kind, Kind::Text | Kind::Item { .. } | Kind::Heading(_))
        && weight(text) <= MESSAGE * 2
        && dateline::read(block).is_none()
        && days(text).iter().any(|(_, at)| {
            let is_number = !text
                .get(at.clone())
                .unwrap_or_default()
                .contains(|letter: char| letter.is_ascii_alphabetic());
            is_number
                && ((at.end == text.len() && at.start > 0) || (block.look.is_link && at.start == 0))
        })
}

/// Refuses pages with several stories: that many times a title or a day with a text below it.
pub(super) fn several_stories(page: &Page, name: &str) -> Result<(), ImportError> {
    let headings = followed_by_text(page, |block| block.kind == Kind::Heading(1));
    let days = followed_by_text(page, |block| {
        dateline::read(block).is_some_and(|line| {
            line.is_labelled && (line.published.is_some() || line.updated.is_some())
        })
    });
    let stories = headings.max(days).max(articles(page));
    if stories > 1 {
        return Err(ImportError::SeveralStories { page: name.to_owned(), stories });
    }
    Ok(())
}

/// Blocks for which `begins` holds and that a text follows before the next of them.
fn followed_by_text(page: &Page, begins: impl Fn(&Block) -> bool) -> usize {
    let mut found = 0;
    let mut words: Option<u32> = None;
    for block in story_blocks(page) {
        if begins(block) {
            found += usize::from(words.is_some_and(|words| words >= STORY));
            words = Some(0);
        } else if let Some(words) = &mut words
            && is_prose(&block.text)
            && !block.look.is_link
        {
            *words = words.saturating_add(weight(&block.text));
        }
    }
    found + usize::from(words.is_some_and(|words| words >= STORY))
}

/// `<article>` elements that have a title of their own and a text.
fn articles(page: &Page) -> usize {
    let mut seen: std::collections::BTreeMap<usize, (bool, u32)> =
        std::collections::BTreeMap::new();
    for block in story_blocks(page).filter(|block| !block.look.is_link) {
        let Some(article) = block.article else { continue };
        let (has_title, words) = seen.entry(article).or_default();
        *has_title |= matches!(block.kind, Kind::Heading(1..=2)) || block.part == Part::Title;
        if is_prose(&block.text) {
            *words = words.saturating_add(weight(&block.text));
        }
    }
    seen.values().filter(|(has_title, words)| *has_title && *words >= STORY).count()
}

fn story_blocks(page: &Page) -> impl Iterator<Item = &Block> {
    page.blocks
        .iter()
        .filter(|block| !matches!(block.part, Part::Furniture(_) | Part::Trail))
        .filter(|block| block.kind != Kind::Picture)
}
