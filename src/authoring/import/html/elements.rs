//! What elements are, and what pages call their parts by class and id.

use html5gum::StartTag;

use super::super::page::{Furniture, Part};

/// The value of an attribute, as letters.
pub(super) fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(value).into_owned())
}

/// An element that has no end.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "keygen"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// An element that stands on lines of its own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "header"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "section"
            | "select"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "title"
            | "tr"
            | "ul"
    )
}

/// Why an element is left out with all that is in it.
pub(super) fn dropped(name: &str, tag: &StartTag<()>) -> Option<Furniture> {
    match name {
        "script" | "style" | "noscript" | "template" | "iframe" | "object" | "svg" | "math"
        | "canvas" | "video" | "audio" | "noframes" | "noembed" | "applet" | "map" => {
            return Some(Furniture::Script);
        }
        "button" | "select" | "textarea" | "datalist" => return Some(Furniture::Share),
        _ => {}
    }
    let style: String = attribute(tag, "style")
        .unwrap_or_default()
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let is_hidden = tag.attributes.contains_key(b"hidden".as_slice())
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || attribute(tag, "aria-hidden").as_deref() == Some("true");
    is_hidden.then_some(Furniture::Hidden)
}

/// What the element calls its content.
pub(super) fn part(name: &str, tag: &StartTag<()>) -> Part {
    let labels = ["class", "id", "role", "aria-label", "itemprop"]
        .iter()
        .filter_map(|key| attribute(tag, key))
        .collect::<Vec<_>>()
        .join(" ");
    let words = words(&labels);
    let names = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if names(&["bread", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "location", "weizhi"])
        || (names(&["position"]) && !names(&["relative", "absolute", "static", "fixed", "sticky"]))
    {
        return Part::Trail;
    }
    match name {
        "nav" | "menu" => return Part::Furniture(Furniture::Menu),
        "footer" => return Part::Furniture(Furniture::Footer),
        "aside" => return Part::Furniture(Furniture::Related),
        "figcaption" => return Part::Caption,
        "h1" => return Part::Title,
        "time" => return Part::Dateline,
        "body" | "html" | "head" | "article" | "main" => return Part::Body,
        _ => {}
    }
    if names(&[
        "share", "social", "toolbar", "tools", "print", "fontsize", "bshare", "jiathis", "addthis",
    ]) {
        return Part::Furniture(Furniture::Share);
    }
    if names(&[
        "related",
        "recommend",
        "recommended",
        "sidebar",
        "mostread",
        "ranking",
        "hotnews",
        "xgxw",
    ]) {
        return Part::Furniture(Furniture::Related);
    }
    if names(&["byline", "author", "bianji", "zebian"]) {
        return Part::Furniture(Furniture::Byline);
    }
    if names(&["caption", "cutline", "photo", "pic", "picture", "tupian"]) {
        return Part::Caption;
    }
    if names(&["date", "time", "pubtime", "pubdate", "dateline", "updated", "datepublished"]) {
        return Part::Dateline;
    }
    if names(&["title", "headline", "biaoti"]) {
        return Part::Title;
    }
    // "article-header" is the head of the story and not that of the page.
    if names(&["article", "story", "content", "detail", "post", "entry"]) {
        return Part::Body;
    }
    if names(&["footer", "foot", "copyright", "beian"]) {
        return Part::Furniture(Furniture::Footer);
    }
    if names(&[
        "nav",
        "navbar",
        "navigation",
        "menu",
        "topbar",
        "header",
        "lang",
        "language",
        "search",
        "pagination",
        "pager",
    ]) {
        return Part::Furniture(Furniture::Menu);
    }
    Part::Body
}

/// The words of a class or id: `mainNav_left` -> main, nav, left.
fn words(labels: &str) -> Vec<String> {
    const LABELS: usize = 400;
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for letter in labels.chars().take(LABELS) {
        let begins = !letter.is_alphanumeric() || (was_lower && letter.is_uppercase());
        if begins && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if letter.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(letter.to_lowercase());
        }
        was_lower = letter.is_lowercase();
    }
    words
}

/// Which of the open elements `name` ends by beginning, up to the first of `within`.
pub(super) fn ends(name: &str) -> Option<(&'static [&'static str], &'static [&'static str])> {
    const CELLS: &[&str] = &["td", "th", "table", "caption"];
    Some(match name {
        "li" => (&["li"], &["ul", "ol", "dir", "menu", "td", "th"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl", "td", "th"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["tr"], &["table"]),
        "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
        "option" => (&["option"], &["select"]),
        "body" => (&["head"], CELLS),
        "table" => return None,
        name if is_block(name) => (&["p"], CELLS),
        _ => return None,
    })
}

/// The elements beyond which an end of `name` does not reach.
pub(super) fn barriers(name: &str) -> &'static [&'static str] {
    match name {
        "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th" | "html" | "body" => &[],
        name if is_block(name) => &["td", "th", "table"],
        _ => &["td", "th", "table", "p", "div", "li", "h1", "h2", "h3", "h4", "section", "article"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_taken_apart_into_words() {
        assert_eq!(words("mainNav_left  x9"), ["main", "nav", "left", "x9"]);
        assert_eq!(words(""), [""]);
    }
}
