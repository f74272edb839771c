//! From the kiosk's own types to those of the glass. Every match is exhaustive, so that a new screen,
//! accent or block does not compile until it is handled here.

use jiff::civil::Date;
use slint::{ModelRc, SharedString, StyledText, VecModel};

use super::generated as glass;
use crate::content::{
    Accent, ArticleCard, Block, Catalogue, Fact, Figure, Language, LanguageId, ListItem, RichText,
    TextLength,
};
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
        headline: catalogue.text(&article.headline, language).into(),
        summary: catalogue.text(&article.summary, language).into(),
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
    let points = catalogue
        .fallback_chain(language)
        .find_map(|language| figure.points.get(&language).filter(|points| !points.is_empty()))?;
    let point = points.last()?;
    Some(glass::FactItem {
        value: point.printed.as_str().into(),
        unit: catalogue.text(&figure.unit, language).into(),
        label: catalogue.text(&figure.title, language).into(),
        period: point.label.as_str().into(),
    })
}

/// The blocks of a body. The first paragraph is the lead; a list becomes one block an item.
pub(super) fn blocks(
    catalogue: &Catalogue,
    blocks: &[Block],
    facts: &[Fact],
    language: LanguageId,
) -> Vec<glass::BlockItem> {
    let mut items = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(words) => {
                let kind = if items.is_empty() {
                    glass::BlockKind::Lead
                } else {
                    glass::BlockKind::Paragraph
                };
                items.push(rich(kind, words));
            }
            Block::Heading { level: 2, text } => items.push(plain(glass::BlockKind::Heading, text)),
            Block::Heading { text, .. } => items.push(plain(glass::BlockKind::Subheading, text)),
            Block::List(list) => items.extend(list.iter().map(item)),
            Block::Quote(words) => items.push(rich(glass::BlockKind::Quote, words)),
            Block::Table { head, rows } => items.push(glass::BlockItem {
                rows: table(head, rows),
                columns: model(shares(head, rows)),
                ..plain(glass::BlockKind::Table, "")
            }),
            Block::Picture { picture, caption } => items.push(glass::BlockItem {
                picture: key(picture.0),
                ..plain(glass::BlockKind::Picture, caption)
            }),
            Block::Figure { figure, caption } => {
                if let Some(figure) = catalogue.figure(*figure) {
                    items.push(chart(catalogue, figure, caption, language));
                }
            }
            Block::Fact(position) => {
                if let Some(one) = facts.get(*position) {
                    items.push(glass::BlockItem {
                        fact: fact(one),
                        ..plain(glass::BlockKind::Fact, "")
                    });
                }
            }
        }
    }
    items
}

fn plain(kind: glass::BlockKind, text: &str) -> glass::BlockItem {
    glass::BlockItem { kind, text: text.into(), ..glass::BlockItem::default() }
}

fn rich(kind: glass::BlockKind, words: &RichText) -> glass::BlockItem {
    let has_marks = words.markdown != words.plain;
    // Words that Slint cannot parse after all are shown without emphasis.
    let styled = has_marks.then(|| StyledText::from_markdown(&words.markdown).ok()).flatten();
    glass::BlockItem {
        has_emphasis: styled.is_some(),
        rich: styled.unwrap_or_default(),
        ..plain(kind, &words.plain)
    }
}

fn item(item: &ListItem) -> glass::BlockItem {
    glass::BlockItem {
        level: i32::from(item.level),
        marker: item.marker.as_str().into(),
        ..rich(glass::BlockKind::Item, &item.text)
    }
}

fn table(head: &[String], rows: &[Vec<String>]) -> ModelRc<glass::TableRow> {
    let row = |cells: &[String], is_head| glass::TableRow {
        cells: model(cells.iter().map(SharedString::from)),
        is_head,
    };
    model(std::iter::once(row(head, true)).chain(rows.iter().map(|cells| row(cells, false))))
}

/// How the columns of a table share its width: by their longest words, none less than half an equal share.
fn shares(head: &[String], rows: &[Vec<String>]) -> Vec<f32> {
    let count = head.len().max(1) as f32;
    let longest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).chain(head.get(column));
        cells.map(|cell| TextLength::of(cell).to_words()).max().unwrap_or(0)
    };
    let lengths: Vec<f32> = (0..head.len()).map(|column| longest(column).max(1) as f32).collect();
    let total: f32 = lengths.iter().sum();
    let wanted: Vec<f32> = lengths.iter().map(|length| (length / total).max(0.5 / count)).collect();
    let total: f32 = wanted.iter().sum();
    wanted.into_iter().map(|share| share / total).collect()
}

fn chart(
    catalogue: &Catalogue,
    figure: &Figure,
    caption: &str,
    language: LanguageId,
) -> glass::BlockItem {
    let points = catalogue
        .fallback_chain(language)
        .find_map(|language| figure.points.get(&language))
        .map_or(&[][..], Vec::as_slice);
    let longest = points.iter().map(|point| point.value).fold(f64::MIN_POSITIVE, f64::max);
    #[expect(clippy::cast_possible_truncation, reason = "a share of 1 needs no more than f32")]
    let bars = points.iter().map(|point| glass::Bar {
        label: point.label.as_str().into(),
        printed: point.printed.as_str().into(),
        share: (point.value / longest).clamp(0.0, 1.0) as f32,
    });
    let title = catalogue.text(&figure.title, language);
    let unit = catalogue.text(&figure.unit, language);
    let heading = if caption.is_empty() { title } else { caption };
    let heading = if unit.is_empty() { heading.to_owned() } else { format!("{heading} ({unit})") };
    let note = [catalogue.text(&figure.note, language), catalogue.text(&figure.source, language)];
    let note: Vec<&str> = note.into_iter().filter(|part| !part.is_empty()).collect();
    glass::BlockItem {
        bars: model(bars),
        note: note.join(" · ").into(),
        ..plain(glass::BlockKind::Figure, &heading)
    }
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
    fn a_table_gives_long_columns_more_room_and_short_ones_enough() {
        let cells = |one: &str, two: &str| vec![one.to_owned(), two.to_owned()];
        let rows =
            [cells("10", "Airport, North Station, expo centre, and all the way down to the river")];
        let shares = shares(&cells("Line", "Stops"), &rows);
        assert!((shares.iter().sum::<f32>() - 1.0).abs() < 1e-5, "all of the width: {shares:?}");
        assert!(shares[0] >= 0.2 && shares[1] > shares[0], "{shares:?}");
    }

    #[test]
    fn a_key_beyond_the_numbers_of_the_glass_is_nobodys() {
        assert_eq!(key(7), 7, "kept");
        assert_eq!(key(i64::from(i32::MAX) + 1), 0, "not wrapped onto another row");
    }
}
