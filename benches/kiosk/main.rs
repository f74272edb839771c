//! What the kiosk's main work costs, as ratios on this machine in this run.
//!
//! `cargo bench --bench kiosk` measures; `-- --quick` only proves that everything can be measured.
//! A ratio over its budget is marked and fails nothing: budgets are for people to look at.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints, and stops where it cannot go on"
)]

mod baseline;
mod edition;
mod screens;
mod table;

use kiosk::ui::Glazing;
use table::Table;

/// The two sizes that most panels have.
const SIZES: [Glazing; 2] = [
    Glazing { width: 1920, height: 1080, diagonal_in: Some(21.5) },
    Glazing { width: 1280, height: 800, diagonal_in: Some(10.1) },
];

/// How often each thing is done.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    /// Repetitions of what takes milliseconds.
    pub(crate) rounds: usize,
}

fn main() {
    let is_quick = std::env::args().any(|argument| argument == "--quick");
    let effort = Effort { rounds: if is_quick { 3 } else { 25 } };
    for glazing in SIZES {
        let copy = baseline::copy_of_a_frame(glazing, effort);
        let mut table = Table::new(glazing, copy);
        screens::measure(glazing, effort, &mut table);
        edition::measure(glazing, effort, &mut table);
        table.print();
    }
}
