//! A table of a page while it is read: data, or a way of laying things out that old pages have.

use super::super::bounds::{CELL_LETTERS, COLUMNS, ROWS};
use super::super::page::{Block, Kind, Part};
use super::super::words;

/// A table that is open.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<Cell>>,
    /// Blocks outside of any cell: a caption, or a slip of the page.
    stray: Vec<Block>,
    is_layout: bool,
}

#[derive(Debug, Default)]
struct Cell {
    blocks: Vec<Block>,
    is_wide: bool,
}

impl Table {
    /// A row begins.
    pub(super) fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// A cell begins; `is_wide` if it takes the room of several.
    pub(super) fn begin_cell(&mut self, is_wide: bool) {
        if self.rows.is_empty() {
            self.begin_row();
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Cell { blocks: Vec::new(), is_wide });
        }
    }

    /// A block within the cell that is open.
    pub(super) fn push(&mut self, block: Block) {
        match self.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) => cell.blocks.push(block),
            None => self.stray.push(block),
        }
    }

    /// There is a table within this one.
    pub(super) fn is_laid_out(&mut self) {
        self.is_layout = true;
    }

    /// The table as one block, as entries of a list where it is not a simple one, or as the blocks that it lays out.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.rows.retain(|row| row.iter().any(|cell| !cell.blocks.is_empty()));
        let mut blocks = std::mem::take(&mut self.stray);
        if !self.is_data() {
            blocks.extend(self.rows.into_iter().flatten().flat_map(|cell| cell.blocks));
            return blocks;
        }
        let columns = self.rows.first().map_or(0, Vec::len);
        let is_simple = self.rows.len() <= ROWS
            && columns <= COLUMNS
            && self.rows.iter().all(|row| row.len() == columns)
            && !self.rows.iter().flatten().any(|cell| cell.is_wide);
        let article = self.rows.iter().flatten().find_map(|cell| cell.blocks.first()?.article);
        let rows: Vec<Vec<String>> = self
            .rows
            .into_iter()
            .map(|row| row.into_iter().map(Cell::into_words).collect())
            .collect();
        if is_simple {
            let text = rows.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
            blocks.push(Block { kind: Kind::Table(rows), text, article, ..Block::default() });
        } else {
            blocks.extend(rows.into_iter().map(|row| entry(&row, article)));
        }
        blocks
    }

    fn is_data(&self) -> bool {
        let is_plain = |block: &Block| {
            block.kind == Kind::Text
                && block.part == Part::Body
                && !block.look.is_link
                && block.text.chars().count() <= CELL_LETTERS
                && !words::is_prose(&block.text)
        };
        !self.is_layout
            && self.rows.len() >= 2
            && self.rows.iter().filter(|row| row.len() >= 2).count() >= 2
            && self
                .rows
                .iter()
                .flatten()
                .all(|cell| cell.blocks.len() <= 2 && cell.blocks.iter().all(is_plain))
    }
}

impl Cell {
    fn into_words(self) -> String {
        self.blocks.into_iter().map(|block| block.text).collect::<Vec<_>>().join(" ")
    }
}

fn entry(row: &[String], article: Option<usize>) -> Block {
    let filled: Vec<&str> =
        row.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
    Block {
        kind: Kind::Item { is_ordered: false, is_inner: false },
        text: filled.join(" · "),
        article,
        ..Block::default()
    }
}
