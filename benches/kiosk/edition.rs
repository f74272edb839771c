//! Opening an edition, and making its pictures ready for the screen.

use std::fs;
use std::hint::black_box;

use kiosk::content::{Library, Limits, Slot, decode, measure};
use kiosk::ui::Glazing;

use crate::Effort;
use crate::stage::EDITION;
use crate::table::{Row, Table, milliseconds};
use crate::times::Times;

/// Opening it, as multiples of reading the file once.
pub(crate) fn opening(effort: Effort) -> Table {
    let rounds = effort.rounds.div_ceil(3).max(3);
    let read = Times::of(rounds, || drop(black_box(fs::read(EDITION).unwrap())));
    let megabytes = fs::metadata(EDITION).unwrap().len() as f64 / 1e6;
    let title = format!(
        "content.db, {megabytes:.1} MB: reading it once is 1 x and takes {:.3} ms",
        milliseconds(read.median())
    );
    let mut table = Table::new(title, read.median(), None);
    let path = EDITION.as_ref();
    let whole = Times::of(rounds, || drop(black_box(Library::open(path).unwrap())));
    let accepted = Times::of(rounds, || drop(black_box(Library::open_accepted(path).unwrap())));
    table.add(Row {
        what: "opening it, seal and all",
        time: whole.median(),
        note: whole.worst(),
        ..Row::default()
    });
    table.add(Row {
        what: "opening a copy that was accepted",
        time: accepted.median(),
        note: accepted.worst(),
        ..Row::default()
    });
    table
}

/// What the librarian's thread does for one picture, while the screen goes on.
pub(crate) fn pictures(glazing: Glazing, effort: Effort, table: &mut Table) {
    let rounds = effort.rounds.div_ceil(3).max(3);
    let library = Library::open(EDITION.as_ref()).unwrap();
    let catalogue = library.catalogue();
    let picture = catalogue.featured().iter().find_map(|article| article.picture).unwrap();
    let bytes = library.picture_bytes(picture).unwrap();
    let stored = measure(&bytes, Limits::default()).unwrap();
    let decoded = decode(&bytes, Limits::default()).unwrap();
    let decoding =
        Times::of(rounds, || drop(black_box(decode(&bytes, Limits::default()).unwrap())));
    table.add(Row {
        what: "decoding a picture",
        time: decoding.median(),
        note: format!(
            "{} of {} x {}, {} kB",
            stored.format.mime(),
            stored.width,
            stored.height,
            bytes.len() / 1_000
        ),
        ..Row::default()
    });
    // A shape that is not the picture's own: one of its own size would only be copied.
    let wide = Slot { width: glazing.width, height: glazing.height * 9 / 10 };
    let card = Slot { width: glazing.width / 4, height: glazing.height / 4 };
    for (what, slot) in [("  scaling it to the screen", wide), ("  scaling it to a card", card)] {
        let scaling =
            Times::of(rounds, || drop(black_box(decoded.cover(slot, (0.5, 0.5)).unwrap())));
        table.add(Row {
            what,
            time: scaling.median(),
            note: format!("{} x {}", slot.width, slot.height),
            ..Row::default()
        });
    }
}
