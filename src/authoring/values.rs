//! Values that TOML has no type of its own for: days, times to the minute, texts given once or by language.

use std::fmt;

use jiff::civil::{Date, Time};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use toml::value::Datetime;

use super::edition::{Printed, Words};

/// Reads a day written as `2026-11-24`.
pub(crate) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let written = Datetime::deserialize(from)?;
    let (Some(date), None, None) = (written.date, written.time, written.offset) else {
        return Err(D::Error::custom(format!("{written} is not a day of the form 2026-11-24")));
    };
    let year = i16::try_from(date.year).map_err(D::Error::custom)?;
    let month = i8::try_from(date.month).map_err(D::Error::custom)?;
    let day = i8::try_from(date.day).map_err(D::Error::custom)?;
    Date::new(year, month, day)
        .map_err(|_| D::Error::custom(format!("{written} is not in the calendar")))
}

/// Reads an optional day.
pub(crate) fn some_day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    day(from).map(Some)
}

/// Reads an optional time of day written as `09:00:00` or `09:00`; seconds must be zero.
pub(crate) fn some_minute<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Time>, D::Error> {
    let written = Datetime::deserialize(from)?;
    let wrong = || D::Error::custom(format!("{written} is not a time of the form 09:00:00"));
    let (None, Some(time), None) = (written.date, written.time, written.offset) else {
        return Err(wrong());
    };
    if time.second.unwrap_or(0) != 0 || time.nanosecond.unwrap_or(0) != 0 {
        return Err(D::Error::custom(format!(
            "{written} names seconds; opening hours are whole minutes"
        )));
    }
    let hour = i8::try_from(time.hour).map_err(|_| wrong())?;
    let minute = i8::try_from(time.minute).map_err(|_| wrong())?;
    Time::new(hour, minute, 0, 0).map(Some).map_err(|_| wrong())
}

/// Prints a number where an author gives no text: all its digits, in groups of three from five on.
pub(crate) fn grouped(value: f64) -> String {
    let written = value.to_string();
    let (sign, digits) = match written.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", written.as_str()),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, format!(".{fraction}")),
        None => (digits, String::new()),
    };
    let mut spaced = String::with_capacity(whole.len() + whole.len() / 3);
    for (index, digit) in whole.chars().enumerate() {
        if whole.len() > 4 && index > 0 && (whole.len() - index).is_multiple_of(3) {
            spaced.push(',');
        }
        spaced.push(digit);
    }
    format!("{sign}{spaced}{fraction}")
}

impl<'de> Deserialize<'de> for Printed {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct SameOrBy;

        impl<'de> Visitor<'de> for SameOrBy {
            type Value = Printed;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a text in quotes, or one text a language")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Printed, E> {
                Ok(Printed::Same(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Printed, A::Error> {
                let mut words = Words::new();
                while let Some((tag, text)) = map.next_entry()? {
                    words.insert(tag, text);
                }
                Ok(Printed::By(words))
            }
        }

        from.deserialize_any(SameOrBy)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    struct Row {
        #[serde(default, deserialize_with = "some_day")]
        from: Option<Date>,
        #[serde(default, deserialize_with = "some_minute")]
        opens: Option<Time>,
        value: Option<Printed>,
    }

    #[test]
    fn numbers_are_grouped_from_five_digits_on() {
        assert_eq!(grouped(435.0), "435");
        assert_eq!(grouped(4350.0), "4350");
        assert_eq!(grouped(28000.0), "28,000");
        assert_eq!(grouped(-1_234_567.5), "-1,234,567.5");
        assert_eq!(grouped(12345.125), "12,345.125");
    }

    #[test]
    fn a_day_with_a_time_is_refused() {
        let row: Row = toml::from_str("from = 2026-02-28\nopens = 09:30:00").expect("valid row");
        assert_eq!(row.from, Some(jiff::civil::date(2026, 2, 28)));
        assert_eq!(row.opens, Some(jiff::civil::time(9, 30, 0, 0)));
        assert!(toml::from_str::<Row>("from = 2026-02-28T10:00:00").is_err());
        assert!(toml::from_str::<Row>("from = \"2026-02-28\"").is_err());
        assert!(toml::from_str::<Row>("opens = 09:30:15").is_err());
    }

    #[test]
    fn a_value_is_given_once_or_by_language() {
        let once: Row = toml::from_str("value = \"12\"").expect("valid row");
        assert_eq!(once.value, Some(Printed::Same("12".to_owned())));
        let by: Row = toml::from_str("value.en = \"12 t\"").expect("valid row");
        assert_eq!(
            by.value.and_then(|value| value.in_language("en").map(str::to_owned)),
            Some("12 t".to_owned())
        );
    }
}
