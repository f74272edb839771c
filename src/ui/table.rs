//! How the columns of a table share its width. Pure numbers from words; knows nothing of the glass.

use super::ems::{ems, longest_word};

/// One column, in sizes of the type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Column {
    /// The least width at which no word breaks and no long text turns into a tower.
    pub(super) least: f32,
    /// Its share of the width that is left when every column has its least.
    pub(super) share: f32,
    /// Every cell below the head is a number or empty.
    pub(super) is_number: bool,
}

/// A column need not be wider than this to be read well.
const ENOUGH: f32 = 7.0;

/// The head is bold, which is a little wider.
const BOLD: f32 = 1.08;

/// The columns of a table with these rows, each as long as the head.
pub(super) fn columns(head: &[String], rows: &[Vec<String>]) -> Vec<Column> {
    let cells = |column: usize| rows.iter().filter_map(move |row| row.get(column));
    let measured: Vec<Column> = head
        .iter()
        .enumerate()
        .map(|(column, title)| {
            let words = || cells(column).chain([title]).map(String::as_str);
            let whole = words().map(ems).fold(1.0, f32::max);
            let word = cells(column).map(|cell| longest_word(cell)).fold(1.0, f32::max);
            let word = word.max(longest_word(title) * BOLD);
            let least = word.max(whole.min(ENOUGH));
            let is_number = cells(column).any(|cell| !cell.is_empty())
                && cells(column).all(|cell| cell.is_empty() || is_number(cell));
            Column { least, share: whole - least, is_number }
        })
        .collect();
    let wanted: f32 = measured.iter().map(|column| column.share).sum();
    let equal = 1.0 / measured.len().max(1) as f32;
    let share = |column: &Column| if wanted > 0.0 { column.share / wanted } else { equal };
    measured.iter().map(|column| Column { share: share(column), ..*column }).collect()
}

/// Tells whether a cell is a number, with a sign, a per cent or a dash for «none» where there is one.
fn is_number(cell: &str) -> bool {
    let cell = cell.trim();
    let has_digit = cell.contains(|c: char| c.is_ascii_digit());
    (has_digit && cell.chars().all(|c| c.is_ascii_digit() || " ,.+-−–%‰×".contains(c)))
        || matches!(cell, "-" | "–" | "—")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Vec<Column> {
        let row = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let mut all = rows.iter().map(row);
        let head = all.next().unwrap_or_default();
        columns(&head, &all.collect::<Vec<_>>())
    }

    #[test]
    fn a_column_of_numbers_is_known_and_one_of_years_with_words_is_not() {
        let columns = table(&[
            &["Line", "Trains", "Since"],
            &["China-Europe", "1,295", "March 2011"],
            &["Sea", "—", "2017"],
        ]);
        let numbers: Vec<bool> = columns.iter().map(|column| column.is_number).collect();
        assert_eq!(numbers, [false, true, false]);
    }

    #[test]
    fn no_word_of_a_column_is_wider_than_its_least_width() {
        let columns = table(&[&["Corridor"], &["International land-sea"]]);
        assert!(columns[0].least >= longest_word("International"), "{columns:?}");
    }

    #[test]
    fn long_columns_get_what_is_left() {
        let columns = table(&[
            &["Line", "Stops"],
            &["10", "Airport, North Station, expo centre, and on to the river"],
        ]);
        assert!(
            (columns.iter().map(|column| column.share).sum::<f32>() - 1.0).abs() < 1e-5,
            "{columns:?}"
        );
        assert!(columns[1].share > 0.9 && columns[0].least < columns[1].least, "{columns:?}");
    }

    #[test]
    fn short_columns_share_evenly_and_no_column_is_no_fault() {
        let columns = table(&[&["A", "B"], &["1", "2"]]);
        assert!(columns.iter().all(|column| (column.share - 0.5).abs() < 1e-6), "{columns:?}");
        assert!(table(&[]).is_empty());
    }
}
