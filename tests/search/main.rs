//! Search on the shipped edition: exact against a plain scan, patient with whatever is typed, and true in what it marks.

#[path = "../edition/mod.rs"]
mod edition;
mod exact;
mod librarian;
mod measure;
mod scan;
mod showing;
mod typed;

use std::collections::BTreeSet;
use std::path::PathBuf;

use jiff::civil::DateTime;
use kiosk::content::search::{Found, HitKind, Index, Moment, Piece};
use kiosk::content::{LanguageId, Library};

const NOON: Moment =
    Moment { now: DateTime::constant(2026, 11, 24, 12, 0, 0, 0), clock_is_trusted: true };
const EN: LanguageId = LanguageId(1);
const ZH: LanguageId = LanguageId(2);

fn shipped_path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("content.db")
}

fn shipped() -> Library {
    Library::open(&shipped_path()).expect("the shipped edition")
}

fn small(edition: edition::Edition) -> Library {
    Library::from_bytes(edition.sealed_bytes()).expect("a small edition")
}

/// An edition with its whole index.
struct Reading {
    library: Library,
    index: Index,
}

impl Reading {
    fn of(library: Library) -> Self {
        let mut index = Index::new(&library).expect("an index");
        while !index.is_whole() {
            index.step(&library);
        }
        Self { library, index }
    }

    fn find(&self, typed: &str, language: LanguageId) -> Found {
        self.index.search(&self.library, typed, language, NOON).expect("an answer")
    }
}

fn text(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn marked(pieces: &[Piece]) -> Vec<&str> {
    pieces.iter().filter(|piece| piece.is_match).map(|piece| piece.text.as_str()).collect()
}

fn things(found: &Found) -> BTreeSet<HitKind> {
    found.hits.iter().map(|hit| hit.what).collect()
}
