//! A table of a body while it is read, no larger than a glass can show.

use super::super::article::Block;

/// Most columns of a table.
pub(super) const COLUMNS_MAX: usize = 12;
/// Most rows of a table under its head.
pub(super) const ROWS_MAX: usize = 100;

/// Cells as they come.
#[derive(Default)]
pub(super) struct Table {
    /// Where in the body it begins.
    pub(super) at: usize,
    /// Whether something was left out.
    pub(super) is_too_large: bool,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    row: Vec<String>,
}

impl Table {
    /// A table that begins at offset `at`.
    pub(super) fn at(at: usize) -> Self {
        Self { at, ..Self::default() }
    }

    /// Adds a cell to the row.
    pub(super) fn push(&mut self, cell: String) {
        if self.row.len() < COLUMNS_MAX {
            self.row.push(cell);
        } else {
            self.is_too_large = true;
        }
    }

    /// The cells so far were the head.
    pub(super) fn end_head(&mut self) {
        self.head = std::mem::take(&mut self.row);
    }

    /// The cells since the last row are one.
    pub(super) fn end_row(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        if self.rows.len() < ROWS_MAX {
            row.resize(self.head.len(), String::new());
            self.rows.push(row);
        } else {
            self.is_too_large = true;
        }
    }

    /// The finished block; `None` where there is nothing in it.
    pub(super) fn into_block(self) -> Option<Block> {
        (!self.head.is_empty()).then_some(Block::Table { head: self.head, rows: self.rows })
    }
}
