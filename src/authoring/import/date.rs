//! Days as websites write them: `2022-05-25`, `2022年5月25日`, `May 25, 2022`, `25 May 2022`.

use std::ops::Range;

use jiff::civil::Date;

/// Years in which a story of the area can have been written.
const YEARS: Range<i16> = 1990..2100;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The days in `text`, each with the bytes that it takes.
pub(super) fn days(text: &str) -> Vec<(Date, Range<usize>)> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let begins = !before.is_ascii_alphanumeric() && letter.is_ascii_alphanumeric();
        before = letter;
        if at < from || !begins {
            continue;
        }
        let Some(rest) = text.get(at..) else { continue };
        if let Some((day, after)) =
            year_first(rest).or_else(|| day_first(rest)).or_else(|| month_first(rest))
        {
            let end = text.len() - after.len();
            found.push((day, at..end));
            from = end;
        }
    }
    found
}

/// The first day in `text`.
pub(super) fn first(text: &str) -> Option<Date> {
    days(text).first().map(|(day, _)| *day)
}

/// The day in the address of a page: `/2022-05/25/content_37550740.htm`, `/2022/05/25/`, `t20220525_1.html`.
pub(super) fn in_address(address: &str) -> Option<Date> {
    let parts: Vec<&str> = address.split('/').collect();
    let of_parts = parts.iter().zip(parts.iter().skip(1)).find_map(|(one, next)| {
        let (year, month) = one
            .split_once('-')
            .or_else(|| (one.len() == 6 && one.is_ascii()).then(|| one.split_at(4)))?;
        whole(year, month, next)
    });
    let of_three = || {
        parts.windows(3).find_map(|part| match part {
            [year, month, day] => whole(year, month, day),
            _ => None,
        })
    };
    let of_name = || {
        parts.iter().find_map(|part| {
            let digits = part.strip_prefix('t')?.get(..8)?;
            whole(digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?)
        })
    };
    of_parts.or_else(of_three).or_else(of_name)
}

fn whole(year: &str, month: &str, day: &str) -> Option<Date> {
    let is_number = |text: &str, digits: usize| {
        text.len() == digits && text.bytes().all(|letter| letter.is_ascii_digit())
    };
    if !is_number(year, 4) || !is_number(month, 2) || !is_number(day, 2) {
        return None;
    }
    date(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

fn year_first(text: &str) -> Option<(Date, &str)> {
    let (year, rest) = number(text, 4..=4)?;
    let (parting, rest) = match rest.chars().next()? {
        parting @ ('-' | '/' | '.') => (parting, rest.get(1..)?),
        _ => ('年', rest.trim_start().strip_prefix('年')?.trim_start()),
    };
    let (month, rest) = number(rest, 1..=2)?;
    if parting == '年' {
        let rest = rest.trim_start().strip_prefix('月')?.trim_start();
        let (day, rest) = number(rest, 1..=2)?;
        let rest = rest.trim_start().strip_prefix('日')?;
        return Some((date(year, month, day)?, rest));
    }
    let (day, rest) = number(rest.strip_prefix(parting)?, 1..=2)?;
    Some((date(year, month, day)?, rest))
}

fn day_first(text: &str) -> Option<(Date, &str)> {
    let (day, rest) = number(text, 1..=2)?;
    let (month, rest) = month(ordinal(rest).trim_start())?;
    let (year, rest) = number(rest.trim_start_matches(['.', ',', ' ']), 4..=4)?;
    Some((date(year, month, day)?, rest))
}

fn month_first(text: &str) -> Option<(Date, &str)> {
    let (month, rest) = month(text)?;
    let (day, rest) = number(rest.trim_start_matches(['.', ' ']), 1..=2)?;
    let (year, rest) = number(ordinal(rest).trim_start_matches([',', ' ']), 4..=4)?;
    Some((date(year, month, day)?, rest))
}

/// `text` after `st`, `nd`, `rd` or `th`.
fn ordinal(text: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_prefix(ending)).unwrap_or(text)
}

/// The number at the beginning of `text`, if it has that many digits.
fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<(i16, &str)> {
    let length = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    if !digits.contains(&length) {
        return None;
    }
    Some((text.get(..length)?.parse().ok()?, text.get(length..)?))
}

/// The month named at the beginning of `text`, whole or by three or more of its letters.
fn month(text: &str) -> Option<(i16, &str)> {
    let length = text.bytes().take(10).take_while(u8::is_ascii_alphabetic).count();
    let name = text.get(..length).filter(|name| name.len() >= 3)?.to_ascii_lowercase();
    let index = MONTHS.iter().position(|month| month.starts_with(&name))?;
    Some((i16::try_from(index + 1).ok()?, text.get(length..)?))
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    YEARS.contains(&year).then_some(date)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    #[test]
    fn every_form_of_a_day_is_read() {
        for text in [
            "Updated: 2022-05-25",
            "2022/5/25 14:30",
            "2022.05.25",
            "发布时间：2022年5月25日 14:30",
            "2022 年 5 月 25 日",
            "May 25, 2022",
            "May 25th 2022",
            "25 May 2022",
            "Wednesday, 25 May, 2022",
            "2022-05-25T14:30:00+08:00",
        ] {
            assert_eq!(first(text), Some(day(2022, 5, 25)), "{text}");
        }
        assert_eq!(first("Sept. 3, 2021"), Some(day(2021, 9, 3)));
    }

    #[test]
    fn what_is_in_no_calendar_is_no_day() {
        for text in [
            "2022-13-25",
            "2022-02-30",
            "1822-05-25",
            "12022-05-25",
            "Ma 25, 2022",
            "may",
            "",
            "5-25",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
        assert_eq!(days("from 2021-01-02 to 2022-03-04").len(), 2);
    }

    #[test]
    fn the_day_in_an_address_is_read() {
        for address in [
            "http://english.liangjiang.gov.cn/2022-05/25/content_37550740.htm",
            "https://example.org/a/202205/25/x.html",
            "https://example.org/2022/05/25/port",
            "https://example.org/202205/t20220525_78563.html",
        ] {
            assert_eq!(in_address(address), Some(day(2022, 5, 25)), "{address}");
        }
        assert_eq!(in_address("https://example.org/content_37550740.htm"), None);
    }
}
