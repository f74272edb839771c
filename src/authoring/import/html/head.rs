//! What a page says about itself in its head: `<meta>`, `<link>`, and the remark of the browser that saved it.

use html5gum::StartTag;

use super::super::bounds::TITLE_LETTERS;
use super::super::page::Head;
use super::super::words::clean;
use super::elements::attribute;

/// Titles of a page at most: every block is compared with each of them.
const TITLES: usize = 4;

/// Takes what a `<meta>` says.
pub(super) fn meta(head: &mut Head, tag: &StartTag<()>) {
    let value = attribute(tag, "content").unwrap_or_default();
    if attribute(tag, "http-equiv").is_some_and(|what| what.eq_ignore_ascii_case("refresh")) {
        head.is_redirect |= value.to_ascii_lowercase().contains("url=");
    }
    let key = attribute(tag, "property").or_else(|| attribute(tag, "name")).unwrap_or_default();
    match key.to_ascii_lowercase().as_str() {
        "og:title" | "articletitle" => add_title(head, &value),
        "og:url" | "url" => head.shared = Some(clean(&value)),
        "contentsource" => head.source = Some(clean(&value)),
        "article:published_time"
        | "publishdate"
        | "pubdate"
        | "date"
        | "og:release_date"
        | "dc.date"
        | "firstpublishedtime" => head.dates.push(clean(&value)),
        _ => {}
    }
}

/// Adds a title of the page, if it is one and there are not enough of them.
pub(super) fn add_title(head: &mut Head, title: &str) {
    let title = clean(title);
    if !title.is_empty() && title.chars().count() <= TITLE_LETTERS * 2 && head.titles.len() < TITLES
    {
        head.titles.push(title);
    }
}

/// Takes what a `<link>` says.
pub(super) fn link(head: &mut Head, tag: &StartTag<()>) {
    if attribute(tag, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) {
        head.canonical = attribute(tag, "href").map(|address| clean(&address));
    }
}

/// The address in the remark that browsers leave: `saved from url=(0061)http://…`.
pub(super) fn saved_from(comment: &str) -> Option<String> {
    let (_, address) = comment.split("saved from url=(").nth(1)?.split_once(')')?;
    Some(clean(address))
}
