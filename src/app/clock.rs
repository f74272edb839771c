//! The time of day, which decides what may be shown. It may be wrong; waiting never depends on it.

use std::time::Duration;

use jiff::civil::{Date, DateTime};

/// Where the time of day comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WallClock {
    /// The machine's clock in the machine's time zone.
    System,
    /// As if the program had started at this moment.
    Set(DateTime),
}

impl WallClock {
    /// The time of day, `elapsed` after the start.
    #[must_use]
    pub fn now(self, elapsed: Duration) -> DateTime {
        match self {
            Self::System => jiff::ZonedDateTime::now().datetime(),
            Self::Set(start) => {
                let elapsed = jiff::SignedDuration::try_from(elapsed).unwrap_or_default();
                start.checked_add(elapsed).unwrap_or(start)
            }
        }
    }

    /// Tells whether `now` can be true: a clock that shows a day before the edition was `made` was never set.
    #[must_use]
    pub fn is_trusted(self, now: DateTime, made: Date) -> bool {
        // A day of grace, because the edition may have been made in another time zone.
        let earliest = made.yesterday().unwrap_or(made);
        now.date() >= earliest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_of_1970_is_not_believed_and_one_of_today_is() {
        let made = Date::constant(2026, 11, 24);
        let clock = WallClock::System;
        assert!(!clock.is_trusted(Date::constant(1970, 1, 1).at(0, 0, 0, 0), made), "1970");
        assert!(clock.is_trusted(made.at(8, 0, 0, 0), made), "the day itself");
    }

    #[test]
    fn a_set_clock_goes_on_from_where_it_was_set() {
        let start = Date::constant(2026, 12, 31).at(23, 59, 30, 0);
        let later = WallClock::Set(start).now(Duration::from_mins(1));
        assert_eq!(later, Date::constant(2027, 1, 1).at(0, 0, 30, 0), "over the year's end");
    }
}
