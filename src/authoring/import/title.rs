//! The title of a story and where it stands on the page.

use super::bounds::TITLE_LETTERS;
use super::dateline;
use super::furniture::{MenuNames, furniture};
use super::page::{Block, Kind, Page, Part};
use super::trail;
use super::words::{key, weight};

/// What the website calls itself, as [`key`] has it.
const SITES: &[&str] = &[
    "liangjiang",
    "liangjiangnewarea",
    "chongqingliangjiangnewarea",
    "liangjiangnewareachongqing",
    "liangjiangnewareawebsite",
    "chinadaily",
    "chinadailycomcn",
    "ichongqing",
    "home",
    "两江新区",
    "重庆两江新区",
    "两江新区官网",
    "两江新区官方网站",
    "重庆两江新区官方网站",
    "两江新区官方网",
];

/// Shortest text that may be found again in the page's own title, in bytes of its key.
const SHORTEST_MATCH: usize = 8;

/// Words of a line with a full stop that is no title.
const SENTENCE: u32 = 14;

/// A title and the block that it is, if it is shown.
pub(super) type Title = (String, Option<usize>);

/// Finds the title of the page whose trail, if it has one, is the block `trail`.
pub(super) fn find(page: &Page, trail: Option<usize>, names: &MenuNames) -> Option<Title> {
    let found = if page.is_html {
        heading(page, trail)
            .or_else(|| named(page, trail))
            .or_else(|| repeated(page))
            .or_else(|| beside(page, trail, names).filter(|_| trail.is_some()))
            .or_else(|| own(page).map(|title| (title, None)))
            .or_else(|| beside(page, trail, names))
    } else {
        beside(page, trail, names)
    };
    found.filter(|(title, _)| title.chars().count() <= TITLE_LETTERS && !key(title).is_empty())
}

/// Blocks of the story, those after the trail first.
fn candidates(page: &Page, trail: Option<usize>) -> impl Iterator<Item = (usize, &Block)> {
    let start = trail.map_or(0, |trail| trail + 1);
    let all = || page.blocks.iter().enumerate();
    all().skip(start).chain(all().take(start)).filter(|(_, block)| is_candidate(block))
}

fn is_candidate(block: &Block) -> bool {
    matches!(block.part, Part::Body | Part::Title)
        && matches!(block.kind, Kind::Text | Kind::Heading(_))
        && !is_site(&block.text)
}

fn is_site(text: &str) -> bool {
    SITES.contains(&key(text).as_str())
}

fn title_at((index, block): (usize, &Block)) -> Title {
    (block.text.clone(), Some(index))
}

/// The first heading of the first rank, best one that the page's own title repeats.
fn heading(page: &Page, trail: Option<usize>) -> Option<Title> {
    let headings = || candidates(page, trail).filter(|(_, block)| block.kind == Kind::Heading(1));
    headings()
        .find(|(_, block)| repeats(page, block))
        .or_else(|| headings().find(|(_, block)| !block.look.is_link))
        .map(title_at)
}

/// The first block that the page calls its title.
fn named(page: &Page, trail: Option<usize>) -> Option<Title> {
    candidates(page, trail)
        .find(|(_, block)| block.part == Part::Title && !block.look.is_link)
        .map(title_at)
}

/// The first block that the page's own title begins with.
fn repeated(page: &Page) -> Option<Title> {
    candidates(page, None)
        .find(|(_, block)| key(&block.text).len() >= SHORTEST_MATCH && repeats(page, block))
        .map(title_at)
}

fn repeats(page: &Page, block: &Block) -> bool {
    if block.text.chars().count() > TITLE_LETTERS {
        return false;
    }
    let words = key(&block.text);
    page.head.titles.iter().any(|title| key(title).starts_with(&words))
}

/// The page's own title without the name of the site.
fn own(page: &Page) -> Option<String> {
    const PARTINGS: [&str; 9] = [" - ", " | ", " – ", " — ", "--", "_", "|", "｜", "-"];
    let title = page.head.titles.iter().find(|title| !is_site(title))?;
    let Some(parting) = PARTINGS
        .iter()
        .find(|parting| title.split(**parting).any(is_site))
        .or_else(|| PARTINGS.iter().take(4).find(|parting| title.contains(**parting)))
    else {
        return Some(title.clone());
    };
    let part =
        title.split(parting).map(str::trim).find(|part| !part.is_empty() && !is_site(part))?;
    Some(part.to_owned())
}

/// The line after the trail, or else the line before the day, or else the first line.
fn beside(page: &Page, trail: Option<usize>, names: &MenuNames) -> Option<Title> {
    let is_title = |block: &&Block| {
        is_candidate(block)
            && furniture(&block.text, names).is_none()
            && dateline::read(block).is_none()
            && trail::steps(block).is_none()
    };
    let blocks = || page.blocks.iter().enumerate();
    if let Some(trail) = trail {
        let first = blocks().skip(trail + 1).find(|(_, block)| is_title(block));
        return first.filter(|(_, block)| !is_sentence(&block.text)).map(title_at);
    }
    let dateline = page.blocks.iter().position(|block| dateline::read(block).is_some());
    let before_day = dateline
        .filter(|at| *at > 0)
        .and_then(|at| blocks().take(at).rev().find(|(_, block)| is_title(block)));
    before_day
        .or_else(|| blocks().find(|(_, block)| is_title(block)))
        .filter(|(_, block)| !is_sentence(&block.text))
        .map(title_at)
}

/// Whether a line reads like the first paragraph of a page that has no title.
fn is_sentence(text: &str) -> bool {
    weight(text) >= SENTENCE && text.ends_with(['.', '。'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_site_is_cut_from_the_title() {
        for (title, expected) in [
            ("Port sets record - Liangjiang New Area", "Port sets record"),
            ("Liangjiang New Area | Port sets record", "Port sets record"),
            ("果园港创新高-两江新区官方网站", "果园港创新高"),
            ("果园港创新高_重庆两江新区", "果园港创新高"),
            ("Port sets record", "Port sets record"),
            ("High-tech zone grows - Some Site", "High-tech zone grows"),
        ] {
            let mut page = Page::default();
            page.head.titles.push(title.to_owned());
            assert_eq!(own(&page).as_deref(), Some(expected), "{title}");
        }
    }
}
