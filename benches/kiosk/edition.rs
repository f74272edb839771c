//! Opening an edition, and its pictures.

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use kiosk::content::{Library, Limits, Slot, decode};
use kiosk::ui::Glazing;

use crate::Effort;
use crate::baseline::median;
use crate::table::Table;

pub(crate) fn measure(glazing: Glazing, effort: Effort, table: &mut Table) {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/content.db");
    let rounds = effort.rounds.div_ceil(3);
    let times = |work: &dyn Fn()| -> Duration {
        median((0..rounds).map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        }))
    };
    let read = times(&|| drop(black_box(fs::read(file).unwrap())));
    table.add("reading content.db once", read, None, "");
    let open = times(&|| drop(black_box(Library::open(file.as_ref()).unwrap())));
    let share =
        |time: Duration| format!("{:.1} x reading it", time.as_secs_f64() / read.as_secs_f64());
    table.add("opening it, seal and all", open, None, share(open));
    let open = times(&|| drop(black_box(Library::open_accepted(file.as_ref()).unwrap())));
    table.add("opening it once accepted", open, None, share(open));

    let library = Library::open(file.as_ref()).unwrap();
    let catalogue = library.catalogue();
    let picture = catalogue.articles.iter().find_map(|article| article.picture).unwrap();
    let bytes = library.picture_bytes(picture).unwrap();
    let decoding = times(&|| drop(black_box(decode(&bytes, Limits::default()).unwrap())));
    table.add("decoding a picture of the loop", decoding, None, "on the librarian's thread");
    let decoded = decode(&bytes, Limits::default()).unwrap();
    let slots = [
        ("scaling it to a card", Slot { width: 420, height: 240 }),
        ("scaling it to the screen", Slot { width: glazing.width, height: glazing.height }),
    ];
    for (what, slot) in slots {
        let scaling = times(&|| drop(black_box(decoded.cover(slot, (0.5, 0.5)).unwrap())));
        table.add(what, scaling, None, "");
    }
}
