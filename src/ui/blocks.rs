//! The blocks of a body as the glass sets them. Every match is exhaustive, so that a new block does not compile until it
//! is handled here.

use slint::{ModelRc, SharedString, StyledText};

use super::chart_item::{chart_item, series};
use super::convert::{fact, key, model};
use super::ems::ems;
use super::generated::{BlockItem, BlockKind, TableColumn, TableRow};
use super::table;
use super::typeset::kept_end;
use crate::content::{Block, Body, Catalogue, LanguageId, ListItem, PictureId, RichText};

/// The blocks of `body` and, after them, its gallery. The first paragraph is the lead; a list becomes one block an item.
/// Pictures are numbered in this order, as the gallery has them: after `lead`, the lead picture, where there is one.
pub(super) fn blocks(
    catalogue: &Catalogue,
    body: &Body,
    lead: Option<PictureId>,
    language: LanguageId,
) -> Vec<BlockItem> {
    let mut items = Vec::new();
    for block in &body.blocks {
        match block {
            Block::Paragraph(words) => {
                let kind = if items.is_empty() { BlockKind::Lead } else { BlockKind::Paragraph };
                items.push(rich(kind, words));
            }
            Block::Heading { level: 2, text } => items.push(heading(BlockKind::Heading, text)),
            Block::Heading { text, .. } => items.push(heading(BlockKind::Subheading, text)),
            Block::List(list) => items.extend(list.iter().map(item)),
            Block::Quote(words) => items.push(rich(BlockKind::Quote, words)),
            Block::Table { head, rows } => items.push(table(head, rows)),
            Block::Picture { picture: id, caption } => {
                items.push(picture(catalogue, *id, caption, language));
            }
            Block::Figure { figure, caption } => {
                let figure = catalogue.figure(*figure);
                items.extend(figure.and_then(|figure| {
                    let series = series(catalogue, figure, caption, language)?;
                    Some(BlockItem { chart: chart_item(&series), ..plain(BlockKind::Figure, "") })
                }));
            }
            Block::Fact(position) => items.extend(body.facts.get(*position).map(|one| {
                let fact = fact(one);
                BlockItem { least: ems(&fact.value), fact, ..plain(BlockKind::Fact, "") }
            })),
        }
    }
    let gallery = body.gallery.iter();
    items.extend(gallery.map(|one| picture(catalogue, one.picture, &one.caption, language)));
    let pictures = items.iter_mut().filter(|item| item.kind == BlockKind::Picture);
    for (position, item) in (i32::from(lead.is_some())..).zip(pictures) {
        item.position = position;
    }
    items
}

fn plain(kind: BlockKind, text: &str) -> BlockItem {
    BlockItem { kind, text: text.into(), ..BlockItem::default() }
}

fn heading(kind: BlockKind, text: &str) -> BlockItem {
    BlockItem { kind, text: kept_end(text), ..BlockItem::default() }
}

fn rich(kind: BlockKind, words: &RichText) -> BlockItem {
    let has_marks = words.markdown != words.plain;
    // Words that Slint cannot parse after all are shown without emphasis.
    let styled = has_marks.then(|| StyledText::from_markdown(&words.markdown).ok()).flatten();
    BlockItem {
        has_emphasis: styled.is_some(),
        rich: styled.unwrap_or_default(),
        ..plain(kind, &words.plain)
    }
}

fn item(item: &ListItem) -> BlockItem {
    BlockItem {
        level: i32::from(item.level),
        marker: item.marker.as_str().into(),
        ..rich(BlockKind::Item, &item.text)
    }
}

fn picture(
    catalogue: &Catalogue,
    picture: PictureId,
    caption: &str,
    language: LanguageId,
) -> BlockItem {
    let alt = catalogue.picture(picture).map_or("", |one| catalogue.text(&one.alt, language));
    BlockItem {
        picture: key(picture.0),
        alt: if alt.is_empty() { caption } else { alt }.into(),
        ..plain(BlockKind::Picture, caption)
    }
}

fn table(head: &[String], rows: &[Vec<String>]) -> BlockItem {
    let columns = table::columns(head, rows);
    BlockItem {
        rows: table_rows(head, rows),
        least: columns.iter().map(|column| column.least).sum(),
        columns: model(columns.into_iter().map(|column| TableColumn {
            least: column.least,
            share: column.share,
            is_number: column.is_number,
        })),
        ..plain(BlockKind::Table, "")
    }
}

fn table_rows(head: &[String], rows: &[Vec<String>]) -> ModelRc<TableRow> {
    let row = |cells: &[String], is_head| TableRow {
        cells: model(cells.iter().map(SharedString::from)),
        is_head,
    };
    model(std::iter::once(row(head, true)).chain(rows.iter().map(|cells| row(cells, false))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_keeps_its_head_apart_and_knows_how_narrow_it_may_be() {
        use slint::Model;

        let cells = |one: &str, two: &str| vec![one.to_owned(), two.to_owned()];
        let block = table(&cells("Line", "Trains"), &[cells("China-Europe", "88")]);
        let heads: Vec<bool> = block.rows.iter().map(|row| row.is_head).collect();
        assert_eq!(heads, [true, false], "the head comes first");
        let numbers: Vec<bool> = block.columns.iter().map(|column| column.is_number).collect();
        assert_eq!(numbers, [false, true], "88 is a number");
        assert!(block.least > 8.0 && block.least < 14.0, "two short columns: {}", block.least);
    }

    #[test]
    fn words_without_emphasis_are_set_as_they_are() {
        let words = RichText { plain: "Two rivers".to_owned(), markdown: "Two rivers".to_owned() };
        let block = rich(BlockKind::Paragraph, &words);
        assert!(!block.has_emphasis && block.text == "Two rivers", "{}", block.text);
    }
}
