//! Whether a story makes sense: its days, its references, its facts, its lengths, its Markdown.

use std::cell::RefCell;

use super::super::edition::{StoryFile, StoryText};
use super::super::faults::{Faults, codes};
use super::known::Known;
use super::text_file::TextFile;
use crate::content::{FigureId, MarkdownFaultKind, PictureId, References, parse_markdown};

/// Facts that the column beside a story can hold.
const FACTS: usize = 5;

/// Checks `story.toml`.
pub(super) fn file(story: &StoryFile, file: &TextFile, known: &mut Known, faults: &mut Faults) {
    if story.updated < story.published {
        faults.error(
            codes::ORDER,
            &file.place_of("updated"),
            &format!("updated {} lies before published {}", story.updated, story.published),
            "write the day of the last change as updated, or the same day twice",
        );
    }
    for day in [story.published, story.updated]
        .into_iter()
        .chain(story.sources.iter().map(|source| source.date))
    {
        if !(1900..2200).contains(&day.year()) {
            faults.error(
                codes::VALUE,
                &file.place_of(&day.to_string()),
                &format!("the day {day} cannot be right"),
                "correct the year",
            );
        }
    }
    if let Some(slug) = &story.picture {
        known.check_picture(slug, file, faults);
    }
    for more in &story.pictures {
        known.check_picture(&more.picture, file, faults);
        known.check_tags(more.caption.keys().map(String::as_str), file, faults);
    }
    for (index, slug) in story.zones.iter().enumerate() {
        known.check_zone(slug, file, faults);
        if story.zones.iter().take(index).any(|before| before == slug) {
            faults.error(
                codes::DUPLICATE,
                &file.place_of_last(slug),
                &format!("the zone \"{slug}\" is named twice"),
                "name it once",
            );
        }
    }
    sources(story, file, known, faults);
    featured(story, file, faults);
    valid(story, file, faults);
}

fn sources(story: &StoryFile, file: &TextFile, known: &Known, faults: &mut Faults) {
    // One that is there and cannot be read was told of already.
    if story.sources.is_empty() && !file.text.contains("[[source]]") {
        faults.error(
            codes::EMPTY,
            &file.name,
            "no source is named",
            "add a [[source]] with name and date",
        );
    }
    for source in &story.sources {
        let place = file.place_of(&source.date.to_string());
        known.check_words("the name of a source", &source.name, file, &place, faults);
        let Some(url) = &source.url else { continue };
        let is_address = url.starts_with("https://") || url.starts_with("http://");
        let is_plain = url.bytes().all(|byte| byte.is_ascii_graphic());
        if !is_address || !is_plain || !(10..=300).contains(&url.len()) {
            faults.error(
                codes::VALUE,
                &file.place_of(url),
                &format!("\"{url}\" is not an address"),
                "write it as https://… without blanks, at most 300 letters, or leave it away",
            );
        }
    }
}

fn featured(story: &StoryFile, file: &TextFile, faults: &mut Faults) {
    let Some(featured) = story.featured else {
        return;
    };
    let place = file.place_of("[featured]");
    if featured.rank == 0 {
        faults.error(
            codes::VALUE,
            &place,
            "rank is 0",
            "write a rank from 1: smaller comes earlier",
        );
    }
    if featured.dwell_s.is_some_and(|seconds| !(6..=15).contains(&seconds)) {
        faults.error(
            codes::VALUE,
            &file.place_of("dwell_s"),
            "dwell_s is not 6 to 15 seconds",
            "write 6 to 15, or leave it away",
        );
    }
}

fn valid(story: &StoryFile, file: &TextFile, faults: &mut Faults) {
    let valid = &story.valid;
    if let (Some(from), Some(until)) = (valid.from, valid.until)
        && until < from
    {
        faults.error(
            codes::ORDER,
            &file.place_of("until"),
            &format!("until {until} lies before from {from}"),
            "write the last day as until",
        );
    }
    if valid.opens.is_some() != valid.closes.is_some() {
        faults.error(
            codes::VALUE,
            &file.place_of("[valid]"),
            "only one of opens and closes is given",
            "give both, or neither",
        );
    }
    if valid.opens.is_some() && valid.opens == valid.closes {
        faults.error(
            codes::VALUE,
            &file.place_of("opens"),
            "opens and closes are the same time",
            "leave both away for the whole day",
        );
    }
    if let Some(days) = &valid.weekdays {
        let is_double = days
            .iter()
            .enumerate()
            .any(|(index, day)| days.iter().take(index).any(|before| before == day));
        if days.is_empty() || is_double {
            faults.error(
                codes::VALUE,
                &file.place_of("weekdays"),
                "weekdays is empty, or names a day twice",
                "name each day once, or leave the line away for every day",
            );
        }
    }
}

/// Checks the front matter of a text.
pub(super) fn text(text: &StoryText, file: &TextFile, faults: &mut Faults) {
    one_line("headline", &text.headline, file, faults);
    one_line("summary", &text.summary, file, faults);
    if text.caption.contains('\n') {
        several_lines("caption", file, faults);
    }
    if text.facts.len() > FACTS {
        faults.error(
            codes::VALUE,
            &file.place_of("[[fact]]"),
            &format!("{} facts, of which only {FACTS} have room", text.facts.len()),
            "keep the five that matter most",
        );
    }
    for fact in &text.facts {
        for (key, value) in
            [("value", &fact.value), ("label", &fact.label), ("period", &fact.period)]
        {
            if value.trim().is_empty() {
                let place =
                    file.place_of(if fact.label.is_empty() { &fact.value } else { &fact.label });
                faults.error(
                    codes::EMPTY,
                    &place,
                    &format!("a fact has an empty {key}"),
                    "fill it in: a figure without its date is a fault",
                );
            }
        }
    }
}

/// Checks a line that must be there.
pub(super) fn one_line(key: &str, text: &str, file: &TextFile, faults: &mut Faults) {
    if text.trim().is_empty() {
        faults.error(
            codes::EMPTY,
            &file.place_of(key),
            &format!("the {key} is empty"),
            "write one line",
        );
    }
    if text.contains('\n') {
        several_lines(key, file, faults);
    }
}

fn several_lines(key: &str, file: &TextFile, faults: &mut Faults) {
    faults.error(
        codes::VALUE,
        &file.place_of(key),
        &format!("the {key} has several lines"),
        "write it on one line",
    );
}

/// Checks the Markdown of a text that has `facts` facts.
pub(super) fn body(body: &TextFile, facts: usize, known: &mut Known, faults: &mut Faults) {
    if body.text.is_empty() {
        faults.error(
            codes::EMPTY,
            &body.name,
            "there is no text below the front matter",
            "write at least one paragraph",
        );
    }
    let shown = Shown { known, pictures: RefCell::default() };
    for fault in parse_markdown(&body.text, &shown, facts).faults {
        // It only looks odd; the check of the finished edition tells of it.
        if fault.kind == MarkdownFaultKind::StrayMarks {
            continue;
        }
        faults.error(
            codes::TEXT,
            &body.at_line(fault.line),
            &fault.kind.to_string(),
            fault.kind.mend(),
        );
    }
    let pictures = shown.pictures.into_inner();
    known.use_pictures(pictures);
}

/// What a text may refer to, and what it does refer to.
///
/// Which key a picture or figure will get does not matter here, only that it is there.
struct Shown<'a> {
    known: &'a Known,
    pictures: RefCell<Vec<String>>,
}

impl References for Shown<'_> {
    fn picture(&self, slug: &str) -> Option<PictureId> {
        self.pictures.borrow_mut().push(slug.to_owned());
        self.known.pictures.contains(slug).then_some(PictureId(0))
    }

    fn figure(&self, slug: &str) -> Option<FigureId> {
        let figures = self.known.figures.as_ref();
        figures.is_none_or(|figures| figures.contains(slug)).then_some(FigureId(0))
    }
}
