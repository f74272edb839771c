//! Pages that were damaged at random: each becomes a whole draft or is refused, and nothing else happens.

use kiosk::authoring::{ImportError, Wishes, import};

use super::dice::Dice;
use super::folder::*;
use super::good::{good_pages, taken_apart};
use super::writing::built;

const MUTANTS: u32 = 600;

const PIECES: &[&str] = &[
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<table>",
    "</table>",
    "<tr><td>",
    "</td>",
    "<ul><li>",
    "</ul>",
    "<h1>",
    "</h1>",
    "<b>",
    "<!--",
    "-->",
    "<script>",
    "<title>",
    "&#x0;",
    "&lt;p&gt;",
    "<br><br>",
    "\n\n",
    "\n",
    "\t",
    "Updated: 2022-05-25",
    "Home > News > Local",
    "Copyright",
    "```",
    "***",
    "# ",
    "> ",
    "- ",
    "1. ",
    "|",
    "\\",
    "[a](http://b.c)",
    "<a href=x>",
    "\u{202e}",
    "\u{e541}",
    "字",
    "+++\n",
    "\"\"\"",
    "![](picture:x)",
    "<blockquote>",
];

fn damaged(page: &[u8], others: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = page.to_vec();
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len() + 1);
        let end = (at + dice.roll(200)).min(bytes.len());
        match dice.roll(7) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
            2 => bytes.truncate(at),
            3 => {
                let other = &others[dice.roll(others.len())];
                let from = dice.roll(other.len());
                let to = (from + dice.roll(400)).min(other.len());
                bytes.splice(at..at, other[from..to].iter().copied());
            }
            4 if !bytes.is_empty() => {
                let at = at.min(bytes.len() - 1);
                bytes[at] ^= 1 << dice.roll(7);
            }
            _ => {
                let piece = PIECES[dice.roll(PIECES.len())];
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
    bytes
}

#[test]
fn a_damaged_page_is_a_whole_draft_or_refused() {
    let (english, chinese) = (Folder::english(), Folder::chinese());
    let mut folders = [english.destination(), chinese.destination()];
    let untouched = english.destination();
    let pages: Vec<Vec<u8>> = good_pages().map(|(name, _)| page(name)).collect();
    let mut dice = Dice(0x2022_0525_1430);
    let mut counts = [0, 0];
    let mut refused = 0;
    for number in 0..MUTANTS {
        let page = &pages[dice.roll(pages.len())];
        let bytes = damaged(page, &pages, &mut dice);
        let wishes = Wishes {
            topic: (number % 2 == 0).then(|| "news/local".to_owned()),
            date: (number % 3 == 0).then(|| jiff::civil::date(2022, 5, 25)),
            slug: None,
        };
        let of_language = match import(&bytes, "mutant", &wishes, &untouched) {
            Ok(draft) => draft,
            Err(error) => {
                assert!(!matches!(error, ImportError::Unfit { .. }), "{number}: {error}");
                assert!(!error.to_string().is_empty() && !error.help().is_empty());
                refused += 1;
                continue;
            }
        };
        let index = usize::from(of_language.files.iter().any(|(name, _)| name == "zh.md"));
        let draft = match import(&bytes, "mutant", &wishes, &folders[index]) {
            // Many mutants keep the address of their page.
            Err(ImportError::Known { .. }) => {
                let wishes = Wishes { slug: Some(format!("mutant-{number}")), ..wishes };
                import(&bytes, "mutant", &wishes, &folders[index])
            }
            other => other,
        };
        let draft = draft.expect("the same");
        taken_apart(&draft);
        folders[index].write(&draft).expect("written");
        counts[index] += 1;
    }
    assert!(refused > 20 && counts[0] > 100 && counts[1] > 10, "{refused} refused, {counts:?}");
    assert_eq!(counts, [built(&english), built(&chinese)]);
}
