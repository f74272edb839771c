//! When something may be shown: days, weekdays and hours, in the kiosk's own civil time.
//!
//! Pure: the time comes in as a value.
//! Civil time has no gaps and no repeats, so a change of the clocks moves nothing here.

use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time, Weekday};

/// A set of days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Weekdays(u8);

impl Weekdays {
    const NAMES: [(&'static str, Weekday); 7] = [
        ("mon", Weekday::Monday),
        ("tue", Weekday::Tuesday),
        ("wed", Weekday::Wednesday),
        ("thu", Weekday::Thursday),
        ("fri", Weekday::Friday),
        ("sat", Weekday::Saturday),
        ("sun", Weekday::Sunday),
    ];

    /// Reads a list such as `mon,tue`; `None` where it has another word, or none.
    #[must_use]
    pub fn parse(names: &str) -> Option<Self> {
        names.split(',').try_fold(Self::default(), |days, name| {
            let (_, day) = Self::NAMES.iter().find(|(known, _)| *known == name.trim())?;
            Some(days.with(*day))
        })
    }

    /// This set and `day`.
    #[must_use]
    pub fn with(self, day: Weekday) -> Self {
        Self(self.0 | Self::bit(day))
    }

    /// Whether `day` is in it.
    #[must_use]
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }

    fn bit(day: Weekday) -> u8 {
        1 << day.to_monday_zero_offset()
    }
}

impl std::fmt::Display for Weekdays {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<_> = Self::NAMES
            .iter()
            .filter(|(_, day)| self.contains(*day))
            .map(|(name, _)| *name)
            .collect();
        formatter.write_str(&names.join(","))
    }
}

/// When something may be shown; what is not set does not restrict.
///
/// Hours may go past midnight.
/// The night then belongs whole to the day on which it began: its weekday and its date decide.
/// Equal opening and closing times are a whole day and night.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Validity {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
    /// On these days of the week.
    pub weekdays: Option<Weekdays>,
    /// From the first time of each day, up to but without the second.
    pub hours: Option<(Time, Time)>,
}

impl Validity {
    /// Whether it may be shown at `now`.
    ///
    /// A clock that is not trusted (1970 after a power cut) decides nothing:
    /// what has a first or last day is hidden, lest old news be shown, and the rest is shown at all hours.
    #[must_use]
    pub fn is_shown(&self, now: DateTime, clock_is_trusted: bool) -> bool {
        if !clock_is_trusted {
            return self.from.is_none() && self.until.is_none();
        }
        let Some((opens, closes)) = self.hours else {
            return self.includes(now.date());
        };
        let time = now.time();
        if opens < closes {
            return opens <= time && time < closes && self.includes(now.date());
        }
        let tonight = time >= opens && self.includes(now.date());
        let last_night =
            time < closes && now.date().yesterday().is_ok_and(|day| self.includes(day));
        tonight || last_night
    }

    /// The next moment after `now` at which [`is_shown`](Self::is_shown) changes for a trusted clock.
    #[must_use]
    pub fn next_change(&self, now: DateTime) -> Option<DateTime> {
        let is_shown = self.is_shown(now, true);
        let mut moments: Vec<DateTime> = Vec::new();
        // What repeats does so weekly, so a change comes within these days or around a first or last day.
        for start in [Some(now.date()), self.from, self.until].into_iter().flatten() {
            let mut day = start;
            for _ in 0..=8 {
                moments.push(day.to_datetime(Time::midnight()));
                if let Some((opens, closes)) = self.hours {
                    moments.extend([day.to_datetime(opens), day.to_datetime(closes)]);
                }
                match day.tomorrow() {
                    Ok(next) => day = next,
                    Err(_) => break,
                }
            }
        }
        moments.sort_unstable();
        moments.into_iter().find(|moment| *moment > now && self.is_shown(*moment, true) != is_shown)
    }

    /// Whether no moment fits: the last day before the first, or none of the weekdays between them.
    #[must_use]
    pub fn is_never(&self) -> bool {
        if self.weekdays == Some(Weekdays::default()) {
            return true;
        }
        let (Some(from), Some(until)) = (self.from, self.until) else {
            return false;
        };
        let week = from.series(1.day()).take(7);
        !week.take_while(|day| *day <= until).any(|day| self.includes(day))
    }

    /// Whether `day` is one of its days.
    fn includes(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
            && self.weekdays.is_none_or(|days| days.contains(day.weekday()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn validity(from: &str, until: &str, weekdays: &str, hours: &str) -> Validity {
        let day = |text: &str| (!text.is_empty()).then(|| text.parse().expect("a day"));
        Validity {
            from: day(from),
            until: day(until),
            weekdays: (!weekdays.is_empty()).then(|| Weekdays::parse(weekdays).expect("weekdays")),
            hours: hours.split_once('-').map(|(opens, closes)| {
                (opens.parse().expect("a time"), closes.parse().expect("a time"))
            }),
        }
    }

    fn at(text: &str) -> DateTime {
        text.parse().expect("a moment")
    }

    #[test]
    fn each_restriction_holds_at_its_edges() {
        // 2026-01-01 is a Thursday.
        for (from, until, weekdays, hours, now, shown) in [
            ("", "", "", "", "2026-01-01T00:00", true),
            ("2026-01-01", "", "", "", "2025-12-31T23:59:59", false),
            ("2026-01-01", "", "", "", "2026-01-01T00:00", true),
            ("", "2026-01-01", "", "", "2026-01-01T23:59:59", true),
            ("", "2026-01-01", "", "", "2026-01-02T00:00", false),
            ("", "", "thu", "", "2026-01-01T12:00", true),
            ("", "", "mon,fri", "", "2026-01-01T12:00", false),
            ("", "", "", "09:00-17:00", "2026-01-01T08:59:59", false),
            ("", "", "", "09:00-17:00", "2026-01-01T09:00", true),
            ("", "", "", "09:00-17:00", "2026-01-01T17:00", false),
            // Past midnight: the night belongs to the day on which it began.
            ("", "", "", "22:00-02:00", "2026-01-01T21:59", false),
            ("", "", "", "22:00-02:00", "2026-01-01T22:00", true),
            ("", "", "", "22:00-02:00", "2026-01-02T01:59", true),
            ("", "", "", "22:00-02:00", "2026-01-02T02:00", false),
            ("", "", "thu", "22:00-02:00", "2026-01-02T01:00", true),
            ("", "", "thu", "22:00-02:00", "2026-01-01T01:00", false),
            ("", "2026-01-01", "", "22:00-02:00", "2026-01-02T01:00", true),
            ("2026-01-01", "", "", "22:00-02:00", "2026-01-01T01:00", false),
            // Equal times are a whole day and night.
            ("", "", "", "00:00-00:00", "2026-01-01T13:00", true),
            ("", "", "thu", "09:00-09:00", "2026-01-02T08:59", true),
            ("", "", "thu", "09:00-09:00", "2026-01-02T09:00", false),
        ] {
            assert_eq!(
                validity(from, until, weekdays, hours).is_shown(at(now), true),
                shown,
                "{from}..{until} {weekdays} {hours} at {now}"
            );
        }
    }

    #[test]
    fn a_clock_that_is_not_trusted_hides_only_what_has_days() {
        let now = at("1970-01-01T00:00");
        assert!(validity("", "", "mon", "09:00-10:00").is_shown(now, false));
        assert!(!validity("2026-01-01", "", "", "").is_shown(now, false));
        assert!(!validity("", "2026-01-01", "", "").is_shown(now, false));
    }

    #[test]
    fn the_next_change_is_the_first_one() {
        for (from, until, weekdays, hours, now, next) in [
            ("", "", "", "", "2026-01-01T12:00", None),
            ("2026-02-01", "", "", "", "2026-01-01T12:00", Some("2026-02-01T00:00")),
            ("", "2026-02-01", "", "", "2026-01-01T12:00", Some("2026-02-02T00:00")),
            ("", "2026-02-01", "", "", "2026-02-02T00:00", None),
            ("", "", "", "09:00-17:00", "2026-01-01T12:00", Some("2026-01-01T17:00")),
            ("", "", "", "09:00-17:00", "2026-01-01T17:00", Some("2026-01-02T09:00")),
            ("", "", "thu", "", "2026-01-02T00:00", Some("2026-01-08T00:00")),
            ("", "", "thu", "22:00-02:00", "2026-01-01T23:00", Some("2026-01-02T02:00")),
            ("", "", "", "00:00-00:00", "2026-01-01T12:00", None),
            ("2030-06-01", "", "sat", "10:00-11:00", "2026-01-01T12:00", Some("2030-06-01T10:00")),
            ("2030-06-02", "", "sat", "10:00-11:00", "2026-01-01T12:00", Some("2030-06-08T10:00")),
        ] {
            assert_eq!(
                validity(from, until, weekdays, hours).next_change(at(now)),
                next.map(at),
                "{from}..{until} {weekdays} {hours} after {now}"
            );
        }
    }

    #[test]
    fn the_next_change_is_what_a_minute_by_minute_watch_sees() {
        for (weekdays, hours) in [
            ("mon,wed", "22:30-01:15"),
            ("", "08:00-20:00"),
            ("sun", ""),
            ("sat,sun", "06:00-06:00"),
        ] {
            let validity = validity("2026-01-03", "2026-01-19", weekdays, hours);
            let mut now = at("2026-01-01T00:00");
            let end = at("2026-01-22T00:00");
            while let Some(next) = validity.next_change(now) {
                let mut minute = now;
                while minute < next {
                    assert_eq!(
                        validity.is_shown(minute, true),
                        validity.is_shown(now, true),
                        "{minute}"
                    );
                    minute = minute.checked_add(1.minute()).expect("in range");
                }
                now = next;
            }
            assert!(now < end && !validity.is_shown(end, true), "{weekdays} {hours} ends");
        }
    }

    #[test]
    fn the_ends_of_time_are_no_trouble() {
        let validity = validity("", "", "mon", "22:00-02:00");
        for now in [DateTime::MIN, DateTime::MAX] {
            let _ = (validity.is_shown(now, true), validity.next_change(now));
        }
    }

    #[test]
    fn a_validity_that_never_comes_is_known() {
        assert!(validity("2026-01-02", "2026-01-01", "", "").is_never());
        assert!(validity("2026-01-01", "2026-01-03", "mon,tue", "").is_never());
        assert!(!validity("2026-01-01", "2026-01-03", "sat", "").is_never());
        assert!(!validity("", "2026-01-03", "mon", "").is_never());
    }

    #[test]
    fn weekdays_are_read_as_they_are_written() {
        let days = Weekdays::parse("sun,mon").expect("known days");
        assert_eq!(days.to_string(), "mon,sun");
        for wrong in ["", "mon,", "monday", "MON", "mon;tue"] {
            assert_eq!(Weekdays::parse(wrong), None, "{wrong}");
        }
    }
}
