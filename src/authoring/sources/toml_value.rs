//! What an author meant by a value that TOML does not take: a day, a time, a text in the wrong quotes.

use jiff::civil::{Date, Time};

/// How a day is written.
pub(super) const DAY: &str = "a day is written year-month-day without quotes: 2026-11-24";
/// How a time is written.
pub(super) const TIME: &str = "a time is written hour:minute:second without quotes: write 09:00:00";
/// How yes and no are written.
pub(super) const BOOLEAN: &str = "write true or false, in small letters and without quotes";

/// Quotes that are not those of TOML.
pub(super) const CURLY: [char; 12] =
    ['“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '「', '」', '＂'];
/// Keys that hold days.
const DAYS: [&str; 6] = ["published", "updated", "date", "made", "from", "until"];
/// Keys that hold times.
const TIMES: [&str; 2] = ["opens", "closes"];
/// Letters of a value that are shown in a message.
const SHOWN: usize = 40;

/// What is wrong with a value, and how it is written instead.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slip {
    /// What is wrong.
    pub(super) what: String,
    /// How to mend it.
    pub(super) mend: String,
}

/// A slip in these words.
pub(super) fn slip(what: impl Into<String>, mend: impl Into<String>) -> Slip {
    Slip { what: what.into(), mend: mend.into() }
}

/// The value of a line, as it was written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value<'a> {
    key: &'a str,
    text: &'a str,
}

impl<'a> Value<'a> {
    /// The value `text` that `key` is given.
    pub(super) fn of(key: &'a str, text: &'a str) -> Self {
        let text = match text.split_once(" #") {
            Some((value, _)) if !value.contains('"') => value,
            _ => text,
        };
        Self { key: key.trim(), text: text.trim() }
    }

    /// Its first letters.
    pub(super) fn shown(self) -> String {
        match self.text.char_indices().nth(SHOWN) {
            Some((end, _)) => format!("{}…", self.text.get(..end).unwrap_or_default()),
            None => self.text.to_owned(),
        }
    }

    /// What keeps it from being TOML, where it can be seen.
    pub(super) fn slip(self, message: &str) -> Option<Slip> {
        if self.is_curly() {
            return Some(slip("the quotes around the text are not straight", self.straight()));
        }
        if self.text.is_empty() {
            return Some(slip(
                "nothing stands behind the =",
                "write the value, or take the line out",
            ));
        }
        if self.text.starts_with('[') && !self.text.contains(']') {
            return Some(slip("the list is not closed", "close it with ]"));
        }
        self.day()
            .or_else(|| self.time())
            .or_else(|| self.quotes(message))
            .or_else(|| self.boolean())
            .or_else(|| self.comma())
            .or_else(|| self.bare(message))
    }

    /// How it is written as a day or a time, where it only stands in quotes.
    pub(super) fn without_quotes(self) -> Option<String> {
        let text = self.text.strip_prefix('"')?.strip_suffix('"')?;
        if text.parse::<Date>().is_ok_and(|day| day.to_string() == text) {
            return Some(format!("take the quotes away: {text}"));
        }
        let inner = Self { key: self.key, text };
        inner.day().or_else(|| inner.time()).map(|slip| slip.mend)
    }

    /// Whether quotes of print stand where straight ones belong.
    fn is_curly(self) -> bool {
        let inner = self.text.trim_start_matches(['[', ' ']);
        inner.starts_with(CURLY)
            || (inner.starts_with('"')
                && inner.matches('"').count() == 1
                && inner.trim_end_matches([']', ' ']).ends_with(CURLY))
    }

    fn straight(self) -> String {
        let used: Vec<String> =
            CURLY.iter().filter(|quote| self.text.contains(**quote)).map(char::to_string).collect();
        format!("use straight quotes \", not {}", used.join(" "))
    }

    fn quotes(self, message: &str) -> Option<Slip> {
        if message.contains("missing opening quote") {
            return Some(slip("the opening quote is missing", "write a \" before the text too"));
        }
        let is_open =
            |quote: &char| self.text.starts_with(*quote) && self.text.matches(*quote).count() == 1;
        if let Some(quote) = ['"', '\''].into_iter().find(is_open) {
            let mend = format!("write a {quote} behind the text too");
            return Some(slip("the closing quote is missing", mend));
        }
        (self.text.starts_with('"') && message.starts_with("unexpected")).then(|| {
            slip(
                "something stands behind the closing quote",
                "write \\\" for a quote within the text, and nothing behind the last one",
            )
        })
    }

    fn day(self) -> Option<Slip> {
        if !DAYS.contains(&self.key) {
            return None;
        }
        let is_of_day = |letter: char| letter.is_ascii_digit() || "./-年月日 ".contains(letter);
        let numbers: Vec<&str> = self
            .text
            .split(|letter: char| !letter.is_ascii_digit())
            .filter(|number| !number.is_empty())
            .collect();
        let (year, one, other) = match numbers[..] {
            _ if !self.text.chars().all(is_of_day) => return self.no_day(),
            [year, month, day] if year.len() == 4 => (year, month, day),
            [day, month, year] if year.len() == 4 => (year, month, day),
            _ => return self.no_day(),
        };
        let is_year_first = self.text.starts_with(year);
        let date = |month: &str, day: &str| {
            Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
        };
        // 5/25/2022 can only be the 25th of May; 3/5/2022 may be either.
        let meant = match (date(one, other), date(other, one).filter(|_| !is_year_first)) {
            (None, None) => {
                let what = format!("{} is not in the calendar", self.shown());
                return Some(slip(what, format!("correct the day: {DAY}")));
            }
            (Some(day), Some(other)) if day != other => None,
            (day, other) => day.or(other),
        };
        let mend = match meant {
            Some(day) => format!("a day is written year-month-day without quotes: {day}"),
            None => DAY.to_owned(),
        };
        Some(slip(format!("{} is not written as a day is", self.shown()), mend))
    }

    /// What is no day where one belongs.
    fn no_day(self) -> Option<Slip> {
        self.is_bare().then(|| slip(format!("{} is no day", self.shown()), DAY))
    }

    fn time(self) -> Option<Slip> {
        if !TIMES.contains(&self.key) {
            return None;
        }
        let mut numbers = self.text.split(':').map(|number| number.trim().parse::<i8>().ok());
        let (Some(Some(hour)), Some(Some(minute))) = (numbers.next(), numbers.next()) else {
            return self.is_bare().then(|| slip(format!("{} is no time", self.shown()), TIME));
        };
        Some(match Time::new(hour, minute, 0, 0) {
            Ok(time) => slip(
                format!("{} is not written as a time is", self.shown()),
                format!("write {} without quotes", time.strftime("%H:%M:%S")),
            ),
            Err(_) => slip(format!("there is no time {}", self.shown()), TIME),
        })
    }

    fn boolean(self) -> Option<Slip> {
        let word = self.text.to_ascii_lowercase();
        matches!(word.as_str(), "true" | "false" | "yes" | "no" | "on" | "off")
            .then(|| slip(format!("{} is neither true nor false", self.text), BOOLEAN))
    }

    fn comma(self) -> Option<Slip> {
        let (whole, fraction) = self.text.split_once(',')?;
        let is_number =
            |text: &str| !text.is_empty() && text.bytes().all(|letter| letter.is_ascii_digit());
        let is_meant =
            is_number(whole.trim_start_matches('-')) && is_number(&fraction.replace(',', ""));
        is_meant.then(|| {
            slip(
                format!("{} is no number", self.shown()),
                "write a point before the fraction, as in 4.5, and nothing between thousands",
            )
        })
    }

    fn bare(self, message: &str) -> Option<Slip> {
        let key = if self.key.is_empty() { "key" } else { self.key };
        let mend = format!("write a text in straight quotes: {key} = \"…\"");
        if message.contains("must be quoted") {
            return Some(slip(format!("{} stands in no quotes", self.shown()), mend));
        }
        (self.is_bare() && message.starts_with("invalid"))
            .then(|| slip(format!("{} is neither a number nor a day", self.shown()), mend))
    }

    fn is_bare(self) -> bool {
        !self.text.starts_with(['"', '\''])
    }
}

/// What the reader's word for a kind of value means, and how such a value is written.
pub(super) fn kind(expected: &str) -> Option<(String, String)> {
    let expected = expected.trim_matches('`');
    let (kind, mend) = match expected {
        "u8" | "u16" | "u32" | "u64" | "usize" => {
            ("a whole number", "write a whole number, without quotes, not below 0")
        }
        "i8" | "i16" | "i32" | "i64" | "isize" => {
            ("a whole number", "write a whole number, without quotes")
        }
        "f32" | "f64" => ("a number", "write a number, without quotes"),
        "a string" | "a text in quotes, or one text a language" => {
            ("a text", "write the text in quotes")
        }
        "string or table" => ("a word", "write one of the words in docs/content.md, in quotes"),
        "a boolean" => ("true or false", BOOLEAN),
        "a sequence" => ("a list", "write it in brackets: [\"…\"]"),
        "a map" => ("one text a language", "write a line a language, such as name.en = \"…\""),
        "a TOML datetime" => {
            ("a day or a time", "write a day as 2026-11-24, a time as 09:00:00, without quotes")
        }
        _ if expected.starts_with("struct ") => {
            ("a table", "write a line with its name in brackets, and its keys below that line")
        }
        _ => {
            let length = expected.strip_prefix("an array of length ")?;
            return Some((
                format!("a list of {length}"),
                format!("write {length} values in brackets, with commas between them"),
            ));
        }
    };
    Some((kind.to_owned(), mend.to_owned()))
}
