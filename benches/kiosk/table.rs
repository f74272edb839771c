//! The tables that are printed.

use std::time::Duration;

/// What was measured, as multiples of one unit of work.
#[derive(Debug)]
pub(crate) struct Table {
    title: String,
    /// The unit at its usual price.
    unit: Duration,
    /// The same at the price that it has in the cache, where that differs.
    cached: Option<Duration>,
    rows: Vec<Row>,
}

/// One thing that was measured.
#[derive(Debug, Default)]
pub(crate) struct Row {
    pub(crate) what: &'static str,
    /// The median.
    pub(crate) time: Duration,
    pub(crate) budget: Budget,
    /// The share of the screen that was drawn, in percent.
    pub(crate) drawn: Option<f64>,
    pub(crate) note: String,
}

/// What a thing may cost.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) enum Budget {
    #[default]
    None,
    /// So many times the unit of the table.
    Times(f64),
    /// So many milliseconds.
    Milliseconds(f64),
    /// No pixel may be drawn.
    NoFrame,
}

impl Table {
    pub(crate) fn new(title: String, unit: Duration, cached: Option<Duration>) -> Self {
        Self { title, unit, cached, rows: Vec::new() }
    }

    pub(crate) fn add(&mut self, row: Row) {
        self.rows.push(row);
    }

    pub(crate) fn print(&self) {
        let cached = if self.cached.is_some() { "x cached" } else { "" };
        println!("\n{}", self.title);
        println!(
            "{:<37}{:>10}{:>8}{cached:>10}  {:<9}{:>7}",
            "what", "median ms", "x", "budget", "drawn"
        );
        for row in &self.rows {
            println!("{}", self.line(row).trim_end());
        }
    }

    fn line(&self, row: &Row) -> String {
        let cached = self.cached.map(|cached| format!("{:.2}", ratio(row.time, cached)));
        let drawn = row.drawn.map(|share| format!("{share:.1} %"));
        format!(
            "{:<37}{:>10.4}{:>8.2}{:>10}  {:<9}{:>7}  {}{}",
            row.what,
            milliseconds(row.time),
            ratio(row.time, self.unit),
            cached.unwrap_or_default(),
            row.budget.to_string(),
            drawn.unwrap_or_default(),
            self.verdict(row),
            row.note,
        )
    }

    /// Nothing where all is well. A budget in units can be kept by the usual price and not by the cached one.
    fn verdict(&self, row: &Row) -> &'static str {
        match row.budget {
            Budget::Times(most) if ratio(row.time, self.unit) > most => "OVER BUDGET; ",
            Budget::Times(most) if self.cached.is_some_and(|it| ratio(row.time, it) > most) => {
                "over by the cached copy; "
            }
            Budget::Milliseconds(most) if milliseconds(row.time) > most => "OVER BUDGET; ",
            Budget::NoFrame if row.drawn.is_none_or(|share| share > 0.0) => "OVER BUDGET; ",
            _ => "",
        }
    }
}

impl std::fmt::Display for Budget {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Times(most) => write!(formatter, "{most} x"),
            Self::Milliseconds(most) => write!(formatter, "{most} ms"),
            Self::NoFrame => formatter.write_str("no frame"),
        }
    }
}

/// How many `unit`s `time` is. A clock too coarse for the unit makes no infinite ratios.
pub(crate) fn ratio(time: Duration, unit: Duration) -> f64 {
    time.as_secs_f64() / unit.max(Duration::from_nanos(1)).as_secs_f64()
}

/// The milliseconds of `time`.
pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
