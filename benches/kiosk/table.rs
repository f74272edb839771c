//! The table that is printed.

use std::time::Duration;

use kiosk::ui::Glazing;

/// Rows of one screen size.
pub(crate) struct Table {
    glazing: Glazing,
    unit: Duration,
    rows: Vec<Row>,
}

struct Row {
    what: String,
    time: Duration,
    /// The most that it may be, in copies of a frame.
    budget: Option<f64>,
    note: String,
}

impl Table {
    /// `unit` is the time of copying one frame.
    pub(crate) fn new(glazing: Glazing, unit: Duration) -> Self {
        Self { glazing, unit, rows: Vec::new() }
    }

    pub(crate) fn add(
        &mut self,
        what: &str,
        time: Duration,
        budget: Option<f64>,
        note: impl Into<String>,
    ) {
        self.rows.push(Row { what: what.to_owned(), time, budget, note: note.into() });
    }

    pub(crate) fn print(&self) {
        let Glazing { width, height, .. } = self.glazing;
        let unit = self.unit.as_secs_f64().max(1e-9);
        println!("\n{width} x {height}: copying a frame takes {:.2} ms", unit * 1e3);
        println!("{:<34} {:>10} {:>10} {:>10}  ", "what", "ms", "x copy", "budget");
        for row in &self.rows {
            let ratio = row.time.as_secs_f64() / unit;
            let budget = row.budget.map_or(String::new(), |budget| format!("{budget:.1}"));
            let mark = if row.budget.is_some_and(|budget| ratio > budget) { "over" } else { "" };
            println!(
                "{:<34} {:>10.3} {:>10.2} {:>10} {:<5}{}",
                row.what,
                row.time.as_secs_f64() * 1e3,
                ratio,
                budget,
                mark,
                row.note
            );
        }
    }
}
