//! What the kiosk's main work costs, as ratios on this machine in this run.
//!
//! `cargo bench --bench kiosk` measures; with `-- --quick` (or `KIOSK_BENCH_QUICK=1`) it only proves that all
//! of it can be measured. A figure over its budget is marked and fails nothing: a shared machine is no judge.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints, and stops where it cannot go on"
)]

mod attract;
mod baseline;
mod edition;
mod screens;
mod stage;
mod table;
mod times;

use std::time::Instant;

use kiosk::ui::Glazing;
use table::{Budget, Row, Table, milliseconds};

/// A desk screen and a small panel.
const SIZES: [Glazing; 2] = [
    Glazing { width: 1920, height: 1080, diagonal_in: Some(21.5), bottom_mm: None },
    Glazing { width: 1280, height: 800, diagonal_in: Some(10.1), bottom_mm: None },
];

/// How often each thing is done.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    /// Repetitions of what takes milliseconds.
    pub(crate) rounds: usize,
}

fn main() {
    let is_quick = std::env::args().any(|argument| argument == "--quick")
        || std::env::var_os("KIOSK_BENCH_QUICK").is_some_and(|value| value == "1");
    let effort = Effort { rounds: if is_quick { 3 } else { 25 } };
    for glazing in SIZES {
        // Slint takes one platform a thread for good, so every size has a thread of its own.
        std::thread::scope(|scope| {
            scope.spawn(|| of_one_size(glazing, effort).print());
        });
    }
    edition::opening(effort).print();
}

fn of_one_size(glazing: Glazing, effort: Effort) -> Table {
    let Glazing { width, height, .. } = glazing;
    let copy = baseline::copy_in_memory(glazing, effort);
    let cached = baseline::copy_in_cache(glazing, effort);
    let title = format!(
        "{width} x {height}: copying one frame is 1 x and takes {:.3} ms, in the cache {:.3} ms",
        milliseconds(copy),
        milliseconds(cached)
    );
    let mut table = Table::new(title, copy, Some(cached));
    let start = Instant::now();
    let stage = stage::open(glazing);
    let time = start.elapsed();
    table.add(Row {
        what: "opening a kiosk, to its first frame",
        time,
        // As a Qt Quick slideshow of the same pictures; a Chromium kiosk takes seven times as long.
        budget: Budget::Milliseconds(100.0),
        note: "once, the edition's seal and picture included".to_owned(),
        ..Row::default()
    });
    attract::measure(&stage, glazing, effort, &mut table);
    screens::measure(&stage, glazing, effort, &mut table);
    edition::pictures(glazing, effort, &mut table);
    table
}
