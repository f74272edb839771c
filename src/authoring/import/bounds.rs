//! How much of anything a saved page may hold: far above any story, and low enough to cost little.

/// Largest page in bytes.
pub(super) const PAGE_MAX_BYTES: usize = 4 << 20;
/// Most elements within one another.
pub(super) const DEPTH: usize = 256;
/// Most blocks of a page, furniture and all.
pub(super) const BLOCKS: usize = 20_000;
/// Most blocks of a story.
pub(super) const STORY_BLOCKS: usize = 400;
/// Longest block of a story in bytes.
pub(super) const BLOCK_BYTES: usize = 16 << 10;
/// Longest story in bytes.
pub(super) const STORY_BYTES: usize = 128 << 10;
/// Longest title in letters.
pub(super) const TITLE_LETTERS: usize = 240;
/// Most columns of a table.
pub(super) const COLUMNS: usize = 12;
/// Most rows of a table, its head among them.
pub(super) const ROWS: usize = 60;
/// Longest cell of a table in letters: what is longer is text that was laid out with a table.
pub(super) const CELL_LETTERS: usize = 120;
/// Words of a headline, or characters of it where it is Chinese (docs/content.md).
pub(super) const HEADLINE: (u32, u32) = (12, 22);
/// Words of a summary, or characters of it where it is Chinese (docs/content.md).
pub(super) const SUMMARY: (u32, u32) = (20, 40);
