//! What a page tells: where it stands, its title, its day, its source, its paragraphs and captions.
//!
//! Knows nothing of the kiosk's topics, and writes nothing.

use jiff::civil::Date;

use super::bounds::{BLOCK_BYTES, STORY_BLOCKS, STORY_BYTES};
use super::dateline::{self, Dateline};
use super::error::ImportError;
use super::furniture::MenuNames;
use super::page::{Block, Dropped, Kind, Page, Part};
use super::story::Frame;
use super::words::{ends_a_sentence, is_chinese, is_prose, weight};
use super::{address, captions, checks, date, title, trail};

/// Words of the longest line that is a heading by its look alone.
const HEADING: u32 = 14;
/// A story as the page tells it.
#[derive(Debug)]
pub(super) struct Article {
    /// The steps from the website's first page to it.
    pub(super) trail: Option<Vec<String>>,
    /// Its title.
    pub(super) title: String,
    /// Its days: of publication and of the last change.
    pub(super) days: Option<(Date, Date)>,
    /// Where its day was found.
    pub(super) day_from: DayFrom,
    /// The name of its source, if the page tells one.
    pub(super) source: Option<String>,
    /// The address of the page.
    pub(super) address: Option<String>,
    /// Its paragraphs, headings, lists, quotes and tables.
    pub(super) blocks: Vec<Block>,
    /// Captions of its pictures.
    pub(super) captions: Vec<String>,
    /// It is written in Chinese.
    pub(super) is_chinese: bool,
    /// What was left out.
    pub(super) dropped: Dropped,
}

/// Where a day was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayFrom {
    /// On the page, where a reader sees it.
    Line,
    /// In what the page says about itself.
    Meta,
    /// In the address of the page.
    Address,
}

/// Understands `page`, which was saved as `name`.
///
/// # Errors
///
/// Every [`ImportError`] about a page that is no story.
pub(super) fn understand(
    page: Page,
    name: &str,
    names: &MenuNames,
) -> Result<Article, ImportError> {
    checks::error_page(&page, name)?;
    checks::several_stories(&page, name)?;
    checks::list_page(&page, name)?;
    let found = page.blocks.iter().enumerate().find_map(|(index, block)| {
        let steps = trail::steps(block)?;
        Some((index, steps))
    });
    let (trail_at, steps) = found.map_or((None, None), |(at, steps)| (Some(at), Some(steps)));
    let (title, title_at) = title::find(&page, trail_at, names)
        .ok_or_else(|| ImportError::NoTitle { page: name.to_owned() })?;
    let address =
        page.head.addresses().find(|address| address::is_plain(address)).map(str::to_owned);
    let start = title_at.or(trail_at).map_or(0, |at| at + 1);
    let (line, lines) = dateline::collect(&page.blocks, text_at(&page.blocks, start));
    let (days, day_from) = days(&line, &page);
    let is_name =
        |name: &String| !name.is_empty() && name.chars().count() <= dateline::SOURCE_LETTERS;
    let source = line.source.or(page.head.source.filter(is_name));
    let is_html = page.is_html;
    let mut dropped = page.dropped;
    let frame = Frame { start, lines: &lines, title: &title, is_html, names };
    let story = frame.story(page.blocks, &mut dropped);
    let (mut blocks, captions) = captions::part(story, is_html);
    mark_headings(&mut blocks, is_html);
    bounded(&blocks, name)?;
    if !blocks.iter().any(is_telling) && captions.is_empty() {
        return Err(ImportError::NoText { page: name.to_owned() });
    }
    let mut words = title.clone();
    for text in blocks.iter().map(|block| &block.text).chain(&captions) {
        words.push_str(text);
    }
    Ok(Article {
        trail: steps,
        is_chinese: is_chinese(&words),
        title,
        days,
        day_from,
        source,
        address,
        blocks,
        captions,
        dropped,
    })
}

/// Whether a block tells something by itself.
pub(super) fn is_telling(block: &Block) -> bool {
    matches!(block.kind, Kind::Text | Kind::Quote | Kind::Item { .. }) && is_prose(&block.text)
}

/// Where the first paragraph at or after `start` is.
fn text_at(blocks: &[Block], start: usize) -> usize {
    let is_text = |block: &Block| {
        is_telling(block)
            && !block.look.is_link
            && matches!(block.part, Part::Body | Part::Title)
            && dateline::read(block).is_none()
    };
    blocks.iter().skip(start).position(is_text).map_or(blocks.len(), |at| start + at)
}

fn days(line: &Dateline, page: &Page) -> (Option<(Date, Date)>, DayFrom) {
    if let Some(day) = line.updated.or(line.published) {
        let published = line.published.unwrap_or(day);
        return (Some((published.min(day), day.max(published))), DayFrom::Line);
    }
    if let Some(day) = page.head.dates.iter().find_map(|value| date::first(value)) {
        return (Some((day, day)), DayFrom::Meta);
    }
    let day = page.head.addresses().find_map(date::in_address);
    (day.map(|day| (day, day)), DayFrom::Address)
}

/// Tells headings by their look, gives them the two ranks that a kiosk has, and drops those that head nothing.
fn mark_headings(blocks: &mut Vec<Block>, is_html: bool) {
    let is_text_below: Vec<bool> = (0..blocks.len())
        .map(|index| {
            blocks
                .get(index + 1)
                .is_some_and(|next| next.kind != Kind::Text || is_prose(&next.text))
        })
        .collect();
    for (index, (block, is_text_below)) in blocks.iter_mut().zip(is_text_below).enumerate() {
        let is_short = weight(&block.text) <= HEADING && !ends_a_sentence(&block.text);
        let looks_so = block.look.is_strong || (!is_html && index > 0);
        if block.kind == Kind::Text && is_short && looks_so && is_text_below {
            block.kind = Kind::Heading(2);
        }
    }
    let highest = blocks
        .iter()
        .filter_map(|block| if let Kind::Heading(rank) = block.kind { Some(rank) } else { None })
        .min()
        .unwrap_or(2);
    for block in blocks.iter_mut() {
        if let Kind::Heading(rank) = &mut block.kind {
            *rank = if *rank == highest { 2 } else { 3 };
        }
    }
    while blocks.last().is_some_and(|block| matches!(block.kind, Kind::Heading(_))) {
        blocks.pop();
    }
}

fn bounded(blocks: &[Block], name: &str) -> Result<(), ImportError> {
    let bytes: usize = blocks.iter().map(|block| block.text.len()).sum();
    let what = if blocks.len() > STORY_BLOCKS {
        format!("the story has {} paragraphs, of which {STORY_BLOCKS} have room", blocks.len())
    } else if blocks.iter().any(|block| block.text.len() > BLOCK_BYTES) {
        format!("a paragraph is longer than {} KiB", BLOCK_BYTES >> 10)
    } else if bytes > STORY_BYTES {
        format!("the story is longer than {} KiB", STORY_BYTES >> 10)
    } else {
        return Ok(());
    };
    Err(ImportError::Bounds { page: name.to_owned(), what })
}
