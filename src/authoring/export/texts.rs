//! Stories, pages and the words of pictures.

use super::super::edition::{Page, PageText, Picture, StoryFile, StoryText, Validity};
use super::super::sources::FENCE;
use super::super::toml_text::TomlText;

/// `story.toml`; one without a lead picture gets the line `unset`, if any, in its place, as a remark.
pub(in super::super) fn story_file(file: &StoryFile, unset: Option<&str>) -> String {
    let mut toml = TomlText::default();
    toml.plain("published", file.published);
    toml.plain("updated", file.updated);
    toml.text("kind", file.kind.as_str());
    match (&file.picture, unset) {
        (Some(picture), _) => toml.text("picture", picture),
        (None, Some(unset)) => toml.remark(unset),
        (None, None) => {}
    }
    toml.list("zones", file.zones.iter().map(String::as_str));
    toml.plain("historic", file.historic);
    for source in &file.sources {
        toml.head("[[source]]");
        toml.words("name", &source.name);
        if let Some(url) = &source.url {
            toml.text("url", url);
        }
        toml.plain("date", source.date);
    }
    for more in &file.pictures {
        toml.head("[[picture_more]]");
        toml.text("picture", &more.picture);
        toml.words("caption", &more.caption);
    }
    if let Some(featured) = file.featured {
        toml.head("[featured]");
        toml.plain("rank", featured.rank);
        if let Some(seconds) = featured.dwell_s {
            toml.plain("dwell_s", seconds);
        }
        toml.plain("pinned", featured.pinned);
    }
    if file.valid != Validity::default() {
        valid(&mut toml, &file.valid);
    }
    toml.into_string()
}

fn valid(toml: &mut TomlText, valid: &Validity) {
    toml.head("[valid]");
    for (key, day) in [("from", valid.from), ("until", valid.until)] {
        if let Some(day) = day {
            toml.plain(key, day);
        }
    }
    if let Some(days) = &valid.weekdays {
        toml.list("weekdays", days.iter().map(|day| day.as_str()));
    }
    for (key, time) in [("opens", valid.opens), ("closes", valid.closes)] {
        if let Some(time) = time {
            toml.plain(key, time.strftime("%H:%M:%S"));
        }
    }
}

/// A story in one language.
pub(in super::super) fn story_text(text: &StoryText) -> String {
    let mut toml = TomlText::default();
    toml.text("headline", &text.headline);
    toml.text("summary", &text.summary);
    if !text.caption.is_empty() {
        toml.text("caption", &text.caption);
    }
    for fact in &text.facts {
        toml.head("[[fact]]");
        toml.text("value", &fact.value);
        toml.text("label", &fact.label);
        toml.text("period", &fact.period);
    }
    with_body(toml, &text.body)
}

/// `page.toml` of the page at `position`, from 1.
pub(super) fn page_file(page: &Page, position: usize) -> String {
    let mut toml = TomlText::default();
    toml.plain("updated", page.updated);
    toml.plain("position", position);
    toml.into_string()
}

/// A page in one language.
pub(super) fn page_text(text: &PageText) -> String {
    let mut toml = TomlText::default();
    toml.text("headline", &text.headline);
    toml.text("summary", &text.summary);
    with_body(toml, &text.body)
}

fn with_body(front: TomlText, body: &str) -> String {
    format!("{FENCE}\n{}{FENCE}\n\n{body}\n", front.into_string())
}

/// The words of a picture.
pub(super) fn picture_file(picture: &Picture) -> String {
    let mut toml = TomlText::default();
    toml.pair("focus", picture.focus);
    for (tag, text) in &picture.texts {
        toml.head(&format!("[{tag}]"));
        toml.text("alt", &text.alt);
        toml.text("credit", &text.credit);
    }
    toml.into_string()
}
