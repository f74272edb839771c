//! A page saved as text -> blocks: one paragraph a line, a blank line between two.

use super::bounds::{BLOCK_BYTES, BLOCKS, COLUMNS, ROWS};
use super::error::ImportError;
use super::page::{Block, Kind, Page};
use super::words::{append_line, clean, ends_a_sentence};

/// Lines of this length, in letters, may have been broken by the program that saved them.
const BROKEN_AT: std::ops::RangeInclusive<usize> = 50..=110;
/// Lines of a broken paragraph at most.
const LINES: usize = 400;

/// Reads a page.
///
/// # Errors
///
/// [`ImportError::Bounds`] where it has too many lines.
pub(super) fn read(text: &str, page: &str) -> Result<Page, ImportError> {
    let mut blocks = Blocks::default();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut gap = 0;
    for line in text.lines() {
        let words = clean(line);
        let cells: Vec<String> = if line.contains('\t') {
            line.trim().split('\t').map(clean).collect()
        } else {
            Vec::new()
        };
        let fits = rows.first().is_none_or(|first| first.len() == cells.len()) && rows.len() < ROWS;
        if (2..=COLUMNS).contains(&cells.len()) && fits {
            rows.push(cells);
            continue;
        }
        finish_table(&mut rows, &mut blocks);
        if words.is_empty() {
            gap += 1;
            continue;
        }
        let gap_above = std::mem::take(&mut gap);
        let mut block = block(words);
        block.look.is_apart = gap_above > 1;
        if gap_above > 0 || !blocks.takes(&block) {
            blocks.push(block);
        } else {
            blocks.go_on(&block);
        }
        if blocks.all.len() > BLOCKS {
            let what = format!("more than {BLOCKS} lines");
            return Err(ImportError::Bounds { page: page.to_owned(), what });
        }
    }
    finish_table(&mut rows, &mut blocks);
    Ok(Page { blocks: blocks.all, ..Page::default() })
}

/// The blocks so far, and the length of the last one: to count it anew for every line would take the square of its lines.
#[derive(Debug, Default)]
struct Blocks {
    all: Vec<Block>,
    letters: usize,
    lines: usize,
}

impl Blocks {
    fn push(&mut self, block: Block) {
        self.letters = block.text.chars().count();
        self.lines = 1;
        self.all.push(block);
    }

    /// Whether `next`, on the line below, is the rest of the sentence in the last block.
    fn takes(&self, next: &Block) -> bool {
        self.all.last().is_some_and(|last| {
            last.kind == Kind::Text
                && next.kind == Kind::Text
                && last.text.len() < BLOCK_BYTES
                && self.lines < LINES
                && self.letters >= *BROKEN_AT.start()
                && next.text.chars().next().is_some_and(char::is_lowercase)
                && next.text.chars().count() <= *BROKEN_AT.end()
                && !ends_a_sentence(&last.text)
        })
    }

    /// Adds `next` to the last block.
    fn go_on(&mut self, next: &Block) {
        if let Some(last) = self.all.last_mut() {
            self.letters += append_line(&mut last.text, &next.text);
            self.lines += 1;
        }
    }
}

fn block(line: String) -> Block {
    const BULLETS: [&str; 6] = ["- ", "* ", "• ", "· ", "● ", "■ "];
    let of = |kind, text: &str| Block { kind, ..Block::text(text.trim_start().to_owned()) };
    if let Some(text) = BULLETS.iter().find_map(|bullet| line.strip_prefix(bullet)) {
        return of(Kind::Item { is_ordered: false, is_inner: false }, text);
    }
    if let Some(text) = line.strip_prefix("> ") {
        return of(Kind::Quote, text);
    }
    let digits = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..).unwrap_or_default();
    let numbered = [". ", ") ", "、"].iter().find_map(|mark| rest.strip_prefix(mark));
    match numbered.filter(|_| (1..=2).contains(&digits)) {
        Some(text) => of(Kind::Item { is_ordered: true, is_inner: false }, text),
        None => Block::text(line),
    }
}

fn finish_table(rows: &mut Vec<Vec<String>>, blocks: &mut Blocks) {
    let rows = std::mem::take(rows);
    if rows.len() < 2 {
        for row in rows {
            blocks.push(block(clean(&row.join(" "))));
        }
        return;
    }
    let text = rows.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
    blocks.push(Block { kind: Kind::Table(rows), ..Block::text(text) });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(page: &str) -> Vec<(Kind, String)> {
        let page = read(page, "page").expect("read");
        page.blocks.into_iter().map(|block| (block.kind, block.text)).collect()
    }

    #[test]
    fn lines_lists_and_tables_are_told_apart() {
        let bullet = Kind::Item { is_ordered: false, is_inner: false };
        let number = Kind::Item { is_ordered: true, is_inner: false };
        let read = texts("One.\n\n- two\n2. three\n3、四\nYear\tTons\n2020\t30\n\n> said");
        assert_eq!(read[0], (Kind::Text, "One.".into()));
        assert_eq!(read[1], (bullet, "two".into()));
        assert_eq!(read[2], (number.clone(), "three".into()));
        assert_eq!(read[3], (number, "四".into()));
        assert!(matches!(&read[4].0, Kind::Table(rows) if rows.len() == 2));
        assert_eq!(read[5], (Kind::Quote, "said".into()));
    }

    #[test]
    fn a_sentence_that_was_broken_over_two_lines_is_whole_again() {
        let page = "The port on the northern bank of the river handles boxes\nand cars.\nNext.";
        let read = texts(page);
        assert_eq!(read.len(), 2);
        assert!(read[0].1.ends_with("handles boxes and cars."), "{read:?}");
    }

    #[test]
    fn a_sentence_goes_on_for_so_many_lines_and_no_more() {
        let page = format!("{}\n{}", "a".repeat(50), "b\n".repeat(LINES + 1));
        let read = texts(&page);
        assert_eq!(read[0].1.split(' ').count(), LINES);
        assert_eq!(read.len(), 3, "what is left are lines of their own");
    }
}
