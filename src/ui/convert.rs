//! From the kiosk's own types to those of the glass. Every match is exhaustive, so that a new screen or
//! accent does not compile until it is handled here.

use jiff::civil::Date;
use slint::{ModelRc, SharedString, VecModel};

use super::generated as glass;
use super::typeset::kept_end;
use crate::content::{Accent, ArticleCard, Catalogue, Fact, Figure, Language, LanguageId};
use crate::nav::Screen;

/// A row's key as the glass carries it.
///
/// Slint's numbers are of 32 bits; a key beyond them becomes 0, which is nobody's key.
pub(super) fn key(id: i64) -> i32 {
    i32::try_from(id).unwrap_or(0)
}

/// A model of these rows.
pub(super) fn model<T: Clone + 'static>(rows: impl IntoIterator<Item = T>) -> ModelRc<T> {
    ModelRc::new(rows.into_iter().collect::<VecModel<T>>())
}

pub(super) fn screen(screen: Screen) -> glass::Screen {
    match screen {
        Screen::Attract => glass::Screen::Attract,
        Screen::Home => glass::Screen::Home,
        Screen::Section { .. } => glass::Screen::Section,
        Screen::Article { .. } => glass::Screen::Article,
        Screen::Page { .. } => glass::Screen::Page,
        Screen::Gallery { .. } => glass::Screen::Gallery,
        Screen::Zones { .. } => glass::Screen::Zones,
        Screen::Figures => glass::Screen::Figures,
        Screen::Search => glass::Screen::Search,
    }
}

pub(super) fn accent(accent: Accent) -> glass::Accent {
    match accent {
        Accent::River => glass::Accent::River,
        Accent::Copper => glass::Accent::Copper,
        Accent::Persimmon => glass::Accent::Persimmon,
        Accent::Indigo => glass::Accent::Indigo,
    }
}

pub(super) fn language(language: &Language, is_active: bool) -> glass::LanguageButton {
    glass::LanguageButton { id: key(language.id.0), name: language.name.as_str().into(), is_active }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The tag of a language, which decides how days and lists are written; empty for an unknown one.
pub(super) fn tag(catalogue: &Catalogue, language: LanguageId) -> &str {
    catalogue.language(language).map_or("", |language| language.tag.as_str())
}

/// A day in the habit of the language: 25 May 2022, 2022年5月25日.
pub(super) fn date(date: Date, tag: &str) -> SharedString {
    written(date, tag, usize::MAX)
}

/// A day where there is little room: 25 Sep 2022, 2022年9月25日.
fn short_date(date: Date, tag: &str) -> SharedString {
    written(date, tag, 3)
}

fn written(date: Date, tag: &str, letters: usize) -> SharedString {
    if tag.starts_with("zh") {
        return format!("{}年{}月{}日", date.year(), date.month(), date.day()).into();
    }
    let month = usize::try_from(date.month() - 1).ok().and_then(|index| MONTHS.get(index));
    let month: String = month.unwrap_or(&"").chars().take(letters).collect();
    format!("{} {month} {}", date.day(), date.year()).into()
}

/// A number with commas between its thousands where the language writes them.
pub(super) fn pointed(number: &str, tag: &str) -> String {
    if tag.starts_with("zh") {
        return number.to_owned();
    }
    let (whole, rest) = number.split_once('.').unwrap_or((number, ""));
    let digits = whole.trim_start_matches('-');
    let mut pointed = String::from(if whole.len() > digits.len() { "−" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            pointed.push(',');
        }
        pointed.push(digit);
    }
    if !rest.is_empty() {
        pointed.push('.');
        pointed.push_str(rest);
    }
    pointed
}

pub(super) fn story(
    catalogue: &Catalogue,
    article: &ArticleCard,
    language: LanguageId,
) -> glass::StoryCard {
    let topic = catalogue.topic(article.topic);
    let section = topic.and_then(|topic| catalogue.section(topic.section));
    let tag = tag(catalogue, language);
    let picture = article.picture.and_then(|picture| catalogue.picture(picture));
    glass::StoryCard {
        id: key(article.id.0),
        name: catalogue.text(&article.headline, language).into(),
        headline: kept_end(catalogue.text(&article.headline, language)),
        summary: kept_end(catalogue.text(&article.summary, language)),
        topic: topic.map_or("", |topic| catalogue.text(&topic.title, language)).into(),
        date: short_date(article.updated, tag),
        accent: accent(section.map_or(Accent::River, |section| section.accent)),
        picture: picture.map_or(0, |picture| key(picture.id.0)),
        picture_alt: picture.map_or("", |picture| catalogue.text(&picture.alt, language)).into(),
        is_historic: article.historic,
    }
}

pub(super) fn fact(fact: &Fact) -> glass::FactItem {
    let (number, unit) = number_and_unit(&fact.value);
    glass::FactItem {
        value: number.into(),
        unit: unit.into(),
        label: fact.label.as_str().into(),
        period: fact.period.as_str().into(),
    }
}

/// What is set large and what small: `41.15 billion yuan` is 41.15 and billion yuan, `119.98平方公里` likewise.
/// A value without a number, with several such as a day, or whose number goes on in a word (4A, 30-minute) is large as a whole.
fn number_and_unit(value: &str) -> (&str, &str) {
    let in_number = |c: char| c.is_ascii_digit() || ",.–-~%‰°+:/×".contains(c);
    let Some(start) = value.find(|c: char| c.is_ascii_digit()) else { return (value, "") };
    let end = value[start..].find(|c: char| !in_number(c)).map_or(value.len(), |at| start + at);
    let (number, unit) = value.split_at(end);
    let goes_on = unit.starts_with(|c: char| c.is_ascii_alphabetic())
        || number.ends_with(|c: char| ",.–-~:/×".contains(c));
    let has_more = unit.contains(|c: char| c.is_ascii_digit());
    let is_day =
        MONTHS.iter().any(|month| [*month, month.get(..3).unwrap_or(month)].contains(&unit.trim()));
    if goes_on || has_more || is_day {
        return (value, "");
    }
    (number.trim_end(), unit.trim_start())
}

/// The newest point of a figure as a fact.
pub(super) fn newest(
    catalogue: &Catalogue,
    figure: &Figure,
    language: LanguageId,
) -> Option<glass::FactItem> {
    let (_, points) = catalogue.figure_points(figure, language)?;
    let point = points.last()?;
    Some(glass::FactItem {
        value: point.printed.as_str().into(),
        unit: catalogue.text(&figure.unit, language).into(),
        label: catalogue.text(&figure.title, language).into(),
        period: point.label.as_str().into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_parted_into_its_number_and_what_it_counts_in() {
        for (value, parts) in [
            ("41.15 billion yuan", ("41.15", "billion yuan")),
            ("over 50,000 MVA", ("over 50,000", "MVA")),
            ("119.98平方公里", ("119.98", "平方公里")),
            ("超过20亿元", ("超过20", "亿元")),
            ("29.4%", ("29.4%", "")),
            ("24/7", ("24/7", "")),
            ("4A", ("4A", "")),
            ("7th", ("7th", "")),
            ("30-minute", ("30-minute", "")),
            ("26 November 2018", ("26 November 2018", "")),
            ("18 June", ("18 June", "")),
            ("25 Sep", ("25 Sep", "")),
            ("2018年11月26日", ("2018年11月26日", "")),
            ("four", ("four", "")),
            ("", ("", "")),
        ] {
            assert_eq!(number_and_unit(value), parts, "{value}");
        }
    }

    #[test]
    fn a_short_day_keeps_three_letters_of_its_month() {
        let day = Date::constant(2022, 9, 25);
        assert_eq!(short_date(day, "en"), "25 Sep 2022");
        assert_eq!(short_date(day, "zh"), "2022年9月25日");
    }

    #[test]
    fn a_day_is_written_in_the_habit_of_its_language() {
        let day = Date::constant(2022, 5, 25);
        assert_eq!(date(day, "en"), "25 May 2022", "English");
        assert_eq!(date(day, "zh"), "2022年5月25日", "Chinese");
        assert_eq!(date(day, "zh-Hant"), "2022年5月25日", "any Chinese");
    }

    #[test]
    fn thousands_are_parted_where_the_language_does_so() {
        for (number, english) in
            [("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567.5", "−1,234,567.5")]
        {
            assert_eq!(pointed(number, "en"), english);
            assert_eq!(pointed(number, "zh"), number);
        }
    }

    #[test]
    fn a_key_beyond_the_numbers_of_the_glass_is_nobodys() {
        assert_eq!(key(7), 7, "kept");
        assert_eq!(key(i64::from(i32::MAX) + 1), 0, "not wrapped onto another row");
    }
}
