//! Blocks of a story -> the kiosk's Markdown, proved by reading it back.

use std::fmt::Write as _;

use super::error::ImportError;
use super::lists::Lists;
use super::page::{Block, Kind};
use crate::content::{Block as Shown, NoReferences, parse_markdown};

/// The body of a text.
///
/// # Errors
///
/// [`ImportError::Unfit`] where the kiosk would read something else than the blocks say.
pub(super) fn body(blocks: &[Block], page: &str) -> Result<String, ImportError> {
    let mut body = String::new();
    let mut lists = Lists::default();
    for block in blocks {
        let (goes_on, marker) = if let Kind::Item { is_ordered, is_inner } = block.kind {
            lists.next(is_ordered, is_inner)
        } else {
            lists = Lists::default();
            (false, String::new())
        };
        if !body.is_empty() {
            body.push_str(if goes_on { "\n" } else { "\n\n" });
        }
        write_block(&mut body, block, &marker);
    }
    prove(&body, blocks, page)?;
    Ok(body)
}

fn write_block(body: &mut String, block: &Block, marker: &str) {
    let text = escaped(&block.text);
    // Writing to a string cannot fail.
    let _ = match &block.kind {
        Kind::Text | Kind::Picture => write!(body, "{text}"),
        Kind::Heading(rank) => {
            let marks = if *rank <= 2 { "##" } else { "###" };
            // A run of them at the end would close the heading.
            let text = match text.strip_suffix('#') {
                Some(rest) if !rest.ends_with('\\') => format!("{rest}\\#"),
                _ => text,
            };
            write!(body, "{marks} {text}")
        }
        Kind::Item { .. } => write!(body, "{marker}{text}"),
        Kind::Quote => write!(body, "> {text}"),
        Kind::Table(rows) => {
            for (index, row) in rows.iter().enumerate() {
                if index > 0 {
                    body.push('\n');
                }
                let cells: Vec<String> =
                    row.iter().map(|cell| escaped(cell).replace('|', "\\|")).collect();
                let _ = write!(body, "| {} |", cells.join(" | "));
                if index == 0 {
                    let rule = vec!["---"; row.len()].join(" | ");
                    let _ = write!(body, "\n| {rule} |");
                }
            }
            Ok(())
        }
    };
}

/// `text` such that none of its letters is a mark of Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = (1..=9).contains(&digits);
    for (at, letter) in text.char_indices() {
        let is_mark = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' => true,
            '&' => text.get(at + 1..).is_some_and(|rest| {
                rest.starts_with(|next: char| next == '#' || next.is_ascii_alphabetic())
            }),
            '#' | '+' | '-' | '=' | '~' | '|' | ':' => at == 0,
            '.' | ')' => is_number && at == digits,
            _ => false,
        };
        if is_mark {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Refuses a body of which the kiosk would show other words than those of `blocks`.
fn prove(body: &str, blocks: &[Block], page: &str) -> Result<(), ImportError> {
    let unfit = |what: String| ImportError::Unfit { page: page.to_owned(), what };
    let parsed = parse_markdown(body, &NoReferences, 0);
    if let Some(fault) = parsed.faults.first() {
        return Err(unfit(format!("line {}: {}", fault.line, fault.kind)));
    }
    let mut shown = Vec::new();
    for block in &parsed.blocks {
        match block {
            Shown::Heading { text, .. } => shown.push(text.as_str()),
            Shown::Paragraph(text) | Shown::Quote(text) => shown.push(&text.plain),
            Shown::List(items) => shown.extend(items.iter().map(|item| item.text.plain.as_str())),
            Shown::Table { head, rows } => {
                shown.extend(head.iter().chain(rows.iter().flatten()).map(String::as_str));
            }
            Shown::Picture { .. } | Shown::Figure { .. } | Shown::Fact(_) => {}
        }
    }
    let mut wanted = Vec::new();
    for block in blocks {
        match &block.kind {
            Kind::Table(rows) => wanted.extend(rows.iter().flatten().map(String::as_str)),
            _ => wanted.push(block.text.as_str()),
        }
    }
    let differing = wanted.iter().zip(&shown).find(|(wanted, shown)| wanted != shown);
    match differing {
        Some((wanted, _)) => Err(unfit(format!("\"{}\"", super::words::shortened(wanted, 60)))),
        None if wanted.len() != shown.len() => {
            Err(unfit(format!("{} parts became {}", wanted.len(), shown.len())))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: Kind, text: &str) -> Block {
        Block { kind, ..Block::text(text.to_owned()) }
    }

    #[test]
    fn every_kind_of_block_is_written() {
        let bullet = |is_inner| Kind::Item { is_ordered: false, is_inner };
        let number = |is_inner| Kind::Item { is_ordered: true, is_inner };
        let rows =
            vec![vec!["Year".to_owned(), "a|b".to_owned()], vec!["2021".to_owned(), String::new()]];
        let blocks = [
            of(Kind::Text, "Lead."),
            of(Kind::Heading(2), "C #"),
            of(bullet(false), "one"),
            of(bullet(true), "inner"),
            of(number(true), "numbered"),
            of(bullet(false), "two"),
            of(number(false), "first"),
            of(bullet(true), "mixed"),
            of(number(true), "again"),
            of(number(false), "second"),
            of(Kind::Quote, "said"),
            Block { kind: Kind::Table(rows), ..Block::default() },
        ];
        assert_eq!(
            body(&blocks, "page").expect("fit"),
            "Lead.\n\n## C \\#\n\n- one\n  - inner\n  1. numbered\n- two\n\n1. first\n   - mixed\n   1. again\n2. second\n\n> said\n\n| Year | a\\|b |\n| --- | --- |\n| 2021 |  |"
        );
    }

    proptest::proptest! {
        #[test]
        fn words_stay_the_same_whatever_marks_they_hold(
            words in "[a1字.)(*_`\\[\\]<>#&;\\\\|~:!=+-]{1,30}( [a1*_<#-]{1,8}){0,3}"
        ) {
            for kind in [Kind::Text, Kind::Heading(2), Kind::Quote, Kind::Item { is_ordered: true, is_inner: false }] {
                let blocks = [of(kind, &words)];
                proptest::prop_assert!(body(&blocks, "page").is_ok(), "{:?}", body(&blocks, "page"));
            }
        }
    }
}
