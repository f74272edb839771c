//! An element that is open, and what its words are for being in it.

use html5gum::StartTag;

use super::super::page::{Kind, Part};
use super::elements::{attribute, part};
use super::inline::Marks;

/// An open element.
#[derive(Debug, Default)]
pub(super) struct Open {
    /// Its name in lower case.
    pub(super) name: String,
    /// The form of a block in it.
    pub(super) kind: Kind,
    /// What a block in it is.
    pub(super) part: Part,
    /// What is known of its letters.
    pub(super) marks: Marks,
    /// The `<article>` around it.
    pub(super) article: Option<usize>,
    /// It is left out with all that is in it.
    pub(super) is_dropped: bool,
    /// Lists around it.
    lists: usize,
    /// The list around it is numbered.
    is_ordered: bool,
}

impl Open {
    /// The element `name` within `parent`; `articles` counts the articles so far.
    pub(super) fn within(
        parent: Option<&Self>,
        name: &str,
        tag: &StartTag<()>,
        articles: usize,
    ) -> Self {
        let root = Self::default();
        let parent = parent.unwrap_or(&root);
        let mut open = Self {
            name: name.to_owned(),
            kind: parent.kind.clone(),
            part: of(parent.part, part(name, tag)),
            marks: marks(parent.marks, name, tag),
            article: parent.article,
            is_dropped: parent.is_dropped,
            lists: parent.lists,
            is_ordered: parent.is_ordered,
        };
        match name {
            "ul" | "ol" => {
                open.lists += 1;
                open.is_ordered = name == "ol";
            }
            "li" => {
                open.kind = Kind::Item { is_ordered: open.is_ordered, is_inner: open.lists > 1 };
            }
            "blockquote" => open.kind = Kind::Quote,
            // A headline within a headline, or a table within a list, begins anew.
            "td" | "th" => open.kind = Kind::Text,
            "article" if open.article.is_none() => open.article = Some(articles),
            _ => {
                let rank = name.strip_prefix('h').and_then(|rank| rank.parse().ok());
                if let Some(rank) = rank.filter(|rank| (1..=6).contains(rank)) {
                    open.kind = Kind::Heading(rank);
                }
            }
        }
        open
    }
}

/// What a block is that is `own` within `outer`.
fn of(outer: Part, own: Part) -> Part {
    match (outer, own) {
        (Part::Trail, _) | (_, Part::Trail) => Part::Trail,
        (Part::Furniture(_), _) | (_, Part::Body) => outer,
        _ => own,
    }
}

fn marks(outer: Marks, name: &str, tag: &StartTag<()>) -> Marks {
    let style = attribute(tag, "style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    let align = attribute(tag, "align").unwrap_or_default();
    let size = attribute(tag, "size").unwrap_or_default();
    Marks {
        strong: outer.strong
            || matches!(name, "b" | "strong")
            || style.contains("font-weight:bold")
            || style.contains("font-weight:700"),
        link: outer.link || (name == "a" && tag.attributes.contains_key(b"href".as_slice())),
        apart: outer.apart
            || matches!(name, "em" | "i" | "small" | "center" | "figcaption")
            || align.eq_ignore_ascii_case("center")
            || style.contains("text-align:center")
            || (name == "font" && matches!(size.trim(), "1" | "-1" | "-2")),
    }
}
