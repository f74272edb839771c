//! The line with the day and the source of a story:
//! `Updated: 2022-05-25`, `(chinadaily.com.cn) Updated : 2022-05-25 14:30`, `2022年5月25日 来源：…`.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::date::days;
use super::page::{Block, Kind, Part};
use super::words::{after, clean, ends_a_sentence, weight};

/// Longest such line in words.
const LONGEST: u32 = 40;
/// Words from which on a line with a full stop is a sentence.
const SENTENCE: u32 = 8;
/// Words beside a day that stands without a label.
const BESIDE: u32 = 4;
/// Longest name of a source in letters.
pub(super) const SOURCE_LETTERS: usize = 60;

const UPDATED: &[&str] = &[
    "updated",
    "update",
    "updated on",
    "last updated",
    "更新时间",
    "更新日期",
    "更新",
    "最后更新",
];
const PUBLISHED: &[&str] = &[
    "published",
    "published on",
    "publish time",
    "publish date",
    "posted",
    "posted on",
    "released",
    "release date",
    "发布时间",
    "发布日期",
    "发布于",
    "发布",
    "发表时间",
];
/// Labels that may also tell the day of something in the story.
const ANY_DAY: &[&str] = &["date", "time", "日期", "时间"];
const SOURCES: &[&str] =
    &["source:", "source：", "from:", "来源：", "来源:", "信息来源：", "文章来源："];
/// What may follow the name of a source on the same line.
const AFTER_SOURCE: &[&str] = &[
    "|",
    "updated",
    "update:",
    "published",
    "posted",
    "date:",
    "time:",
    "author",
    "editor",
    "by ",
    "发布",
    "更新",
    "日期",
    "时间",
    "作者",
    "编辑",
    "责任编辑",
    "责编",
    "字号",
    "字体",
    "浏览",
    "点击",
    "【",
    "[",
    "print",
    "mail",
];

/// What the line tells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Dateline {
    /// The day of publication.
    pub(super) published: Option<Date>,
    /// The day of the last change.
    pub(super) updated: Option<Date>,
    /// Where the story comes from.
    pub(super) source: Option<String>,
    /// The source is a name in brackets before the day.
    is_agency: bool,
    /// It says in words what its day is.
    pub(super) is_labelled: bool,
}

/// All that the lines of `blocks` tell, and which they are: those above the text, which begins at `text`,
/// and those below it for what these leave open.
pub(super) fn collect(blocks: &[Block], text: usize) -> (Dateline, BTreeSet<usize>) {
    let mut whole = Dateline::default();
    let mut used = BTreeSet::new();
    let lines = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| !matches!(block.part, Part::Furniture(_) | Part::Trail))
        .filter_map(|(index, block)| Some((index, read(block)?)));
    let mut named = None;
    for (index, line) in lines {
        let is_known = whole.published.is_some() || whole.updated.is_some();
        if line.published.is_none() && line.updated.is_none() {
            used.insert(index);
            named = named.or(line.source);
            continue;
        }
        let is_said_again =
            line.is_labelled && (line.updated, line.published) == (whole.updated, whole.published);
        if index >= text && is_known && !is_said_again {
            continue;
        }
        used.insert(index);
        whole.published = whole.published.or(line.published);
        whole.updated = whole.updated.or(line.updated);
        if whole.source.is_none() {
            (whole.source, whole.is_agency) = (line.source, line.is_agency);
        }
    }
    // A name in brackets before the day is where the text was edited; one after "Source:" is where it is from.
    whole.source = if whole.is_agency { named.or(whole.source) } else { whole.source.or(named) };
    (whole, used)
}

/// Reads the line, if `block` is one.
pub(super) fn read(block: &Block) -> Option<Dateline> {
    let text = block.text.as_str();
    if !matches!(block.kind, Kind::Text | Kind::Heading(_) | Kind::Item { .. })
        || weight(text) > LONGEST
    {
        return None;
    }
    let found = days(text);
    let labelled = source(text);
    let is_agency = labelled.is_none();
    let mut line =
        Dateline { source: labelled.or_else(|| agency(text)), is_agency, ..Dateline::default() };
    // "It was updated on 25 May 2022 by the port." is a sentence, and no line about the page.
    let may_be_within = weight(text) < SENTENCE || !ends_a_sentence(text);
    let mut end = 0;
    for (day, at) in &found {
        let before = text.get(end..at.start).unwrap_or_default();
        end = at.end;
        let is_labelled = |labels| ends_with(before, labels, may_be_within);
        if is_labelled(UPDATED) {
            line.updated = line.updated.or(Some(*day));
            line.is_labelled = true;
        } else if is_labelled(PUBLISHED) || is_labelled(ANY_DAY) {
            line.published = line.published.or(Some(*day));
            line.is_labelled |= is_labelled(PUBLISHED);
        } else if found.len() == 1 && stands_alone(block, text, at.clone(), line.source.as_deref())
        {
            line.published = Some(*day);
        }
    }
    let has_day = line.published.is_some() || line.updated.is_some();
    let is_source_alone = found.is_empty()
        && !line.is_agency
        && SOURCES
            .iter()
            .any(|label| after(text.trim_start_matches(['(', '（', '[', ' ']), label).is_some());
    (has_day || is_source_alone).then_some(line)
}

/// Whether the words before a day end in one of `labels`, or are nothing else.
fn ends_with(before: &str, labels: &[&str], may_be_within: bool) -> bool {
    let before = before.trim_end_matches([' ', ':', '：', '(', '（', '[']).to_lowercase();
    labels.iter().any(|label| {
        before.strip_suffix(label).is_some_and(|rest| {
            let is_apart =
                rest.chars().next_back().is_none_or(|letter| !letter.is_ascii_alphanumeric());
            is_apart && (may_be_within || rest.is_empty())
        })
    })
}

/// Whether the line is little more than its day, its time and its source.
fn stands_alone(
    block: &Block,
    text: &str,
    at: std::ops::Range<usize>,
    source: Option<&str>,
) -> bool {
    if block.part == Part::Dateline {
        return true;
    }
    let before = text.get(..at.start).unwrap_or_default();
    let after = text.get(at.end..).unwrap_or_default();
    let lower = after.to_lowercase();
    let end = AFTER_SOURCE.iter().filter_map(|word| lower.find(word)).min();
    let after = after.get(..end.unwrap_or(after.len())).unwrap_or(after);
    let without_time: String = after
        .chars()
        .map(|letter| if letter.is_ascii_digit() || letter == ':' { ' ' } else { letter })
        .collect();
    let of_source = source.map_or(0, |source| weight(source) + 1);
    weight(before) + weight(&without_time) <= of_source + if source.is_some() { BESIDE } else { 1 }
}

/// The source that the line names after a label.
fn source(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    // Lower case may be longer than what it was made of; then the places do not agree.
    if lower.len() != text.len() {
        return None;
    }
    let labelled = SOURCES.iter().find_map(|label| {
        let start = lower.find(label)? + label.len();
        let rest = lower.get(start..)?;
        let first_day = days(rest).first().map(|(_, at)| at.start);
        let end = AFTER_SOURCE
            .iter()
            .filter_map(|word| rest.find(word))
            .chain(first_day)
            .filter(|end| *end > 0)
            .min()
            .unwrap_or(rest.len());
        text.get(start..start + end)
    });
    name(labelled?)
}

/// The name in brackets before the day: `(chinadaily.com.cn) Updated: …`.
fn agency(text: &str) -> Option<String> {
    let (agency, rest) = text.strip_prefix('(')?.split_once(')')?;
    let rest = rest.trim_start().to_lowercase();
    UPDATED.iter().chain(PUBLISHED).any(|label| rest.starts_with(label)).then_some(agency)?;
    name(agency)
}

fn name(text: &str) -> Option<String> {
    let name = clean(text);
    let name = name.trim_matches([' ', ',', '，', ';', '；', '(', ')', '（', '）']);
    (!name.is_empty() && name.chars().count() <= SOURCE_LETTERS).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn of(text: &str) -> Option<Dateline> {
        read(&Block::text(text.to_owned()))
    }

    #[test]
    fn day_and_source_are_read() {
        let day = Some(date(2022, 5, 25));
        for (text, published, updated, source) in [
            ("Updated: 2022-05-25", None, day, None),
            (
                "(chinadaily.com.cn) Updated : 2022-05-25 14:30",
                None,
                day,
                Some("chinadaily.com.cn"),
            ),
            ("2022-05-25 14:30", day, None, None),
            (
                "2022年5月25日 14:30 来源：重庆日报 责任编辑：本站 【字号：大 中 小】",
                day,
                None,
                Some("重庆日报"),
            ),
            ("Source: iChongqing | Updated: May 25, 2022", None, day, Some("iChongqing")),
            (
                "发布时间：2022-05-25 来源：两江新区官网 【字号：大 中 小】",
                day,
                None,
                Some("两江新区官网"),
            ),
            ("Source: Chongqing Daily", None, None, Some("Chongqing Daily")),
            ("（来源：重庆日报）", None, None, Some("重庆日报")),
            ("Published: 2022-05-25 | Updated: 2022-05-25", day, day, None),
        ] {
            let line = of(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((line.published, line.updated), (published, updated), "{text}");
            assert_eq!(line.source.as_deref(), source, "{text}");
        }
    }

    #[test]
    fn a_sentence_with_a_day_is_no_dateline() {
        for text in [
            "The new area was founded on 18 June 2010 north of the Yangtze River.",
            "两江新区于2010年6月18日挂牌成立。",
            "The plan was updated on 25 May 2022 by the port.",
            "Sources: many",
            "No day here",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
