//! Where a story belongs: the words of its trail against the titles of sections and topics, in every language.

use super::super::edition::{Kind, Section, Topic, Words};
use super::error::ImportError;

/// Other names that websites have for a section or topic, by its slug.
const ALIASES: &[(&str, &[&str])] = &[
    ("about", &["about liangjiang", "关于两江"]),
    ("investing", &["invest", "investment", "doing business", "投资"]),
    ("living", &["live", "生活"]),
    ("news", &["news center", "新闻中心", "新闻资讯"]),
    ("introduction", &["overview", "概况"]),
    ("officials", &["leaders", "leadership", "领导"]),
    ("department", &["administration", "部门"]),
    ("industrial-parks", &["parks", "园区"]),
    ("opportunities", &["projects", "机会"]),
    ("travel", &["tourism", "旅行"]),
    ("info", &["information", "资讯"]),
    ("local", &["要闻", "本地", "两江要闻"]),
    ("business", &["economy", "财经", "商务", "经济新闻"]),
    ("photos", &["photo gallery", "gallery", "pictures", "images", "图片", "组图"]),
    ("video", &["films", "视频新闻"]),
];

/// Topics shown with an error at most.
const NEAR: usize = 10;

/// A section and a topic of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    /// The section.
    pub(super) section: &'a Section,
    /// The topic.
    pub(super) topic: &'a Topic,
}

impl Place<'_> {
    /// As an author writes it: `news/local`.
    pub(super) fn path(self) -> String {
        format!("{}/{}", self.section.slug, self.topic.slug)
    }

    /// What a story in it is.
    pub(super) fn kind(self) -> Kind {
        let is = |name: &str| is_called(&self.topic.slug, &self.topic.title, name);
        if is("photos") {
            Kind::Gallery
        } else if is("video") {
            Kind::Film
        } else {
            Kind::Story
        }
    }
}

/// The place that `wish` names as section/topic.
///
/// # Errors
///
/// [`ImportError::UnknownTopic`].
pub(super) fn given<'a>(wish: &str, sections: &'a [Section]) -> Result<Place<'a>, ImportError> {
    all(sections).find(|place| place.path() == wish).ok_or_else(|| {
        let near = all(sections).map(Place::path);
        let topic = wish.rsplit('/').next().unwrap_or_default();
        let same: Vec<String> = near.filter(|path| path.ends_with(topic)).take(NEAR).collect();
        ImportError::UnknownTopic { page: "--topic".to_owned(), trail: wish.to_owned(), near: same }
    })
}

/// The place to which `trail` leads.
///
/// # Errors
///
/// [`ImportError::UnknownTopic`] or [`ImportError::AmbiguousTopic`].
pub(super) fn find<'a>(
    trail: &[String],
    sections: &'a [Section],
    page: &str,
) -> Result<Place<'a>, ImportError> {
    let section = trail.iter().find_map(|step| {
        sections.iter().find(|section| is_called(&section.slug, &section.title, step))
    });
    let within =
        |place: &Place<'_>| section.is_none_or(|section| section.slug == place.section.slug);
    let mut elsewhere = Vec::new();
    for step in trail.iter().rev() {
        let called: Vec<Place<'_>> = all(sections)
            .filter(|place| is_called(&place.topic.slug, &place.topic.title, step))
            .collect();
        let fitting: Vec<Place<'_>> = called.iter().copied().filter(within).collect();
        match fitting.as_slice() {
            [place] => return Ok(*place),
            [] => elsewhere.extend(called.iter().map(|place| place.path())),
            several => {
                return Err(ImportError::AmbiguousTopic {
                    page: page.to_owned(),
                    trail: step.clone(),
                    choices: several.iter().map(|place| place.path()).collect(),
                });
            }
        }
    }
    if elsewhere.is_empty() && section.is_some() {
        elsewhere.extend(all(sections).filter(within).map(Place::path));
    }
    elsewhere.truncate(NEAR);
    Err(ImportError::UnknownTopic {
        page: page.to_owned(),
        trail: trail.join(" > "),
        near: elsewhere,
    })
}

fn all(sections: &[Section]) -> impl Iterator<Item = Place<'_>> {
    sections
        .iter()
        .flat_map(|section| section.topics.iter().map(move |topic| Place { section, topic }))
}

/// Whether `words` name what has this slug and these titles.
fn is_called(slug: &str, titles: &Words, words: &str) -> bool {
    let wanted = form(words);
    if wanted.is_empty() {
        return false;
    }
    let aliases = ALIASES.iter().filter(|(known, _)| form(known) == form(slug));
    titles
        .values()
        .map(String::as_str)
        .chain([slug])
        .chain(aliases.flat_map(|(known, others)| others.iter().copied().chain([*known])))
        .any(|name| form(name) == wanted)
}

/// A name without what spellings differ in: case, doubled letters ("Opportunitiies"), plurals, "News" at its end.
fn form(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() > 1 && matches!(words.last(), Some(&"news" | &"us")) {
        words.pop();
    }
    let mut form: String = words.iter().map(|word| singular(&undoubled(word))).collect();
    if let Some(rest) = form.strip_suffix("新闻").filter(|rest| !rest.is_empty()) {
        form = rest.to_owned();
    }
    form
}

fn undoubled(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

fn singular(word: &str) -> String {
    match word.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => word.strip_suffix('s').filter(|stem| stem.len() > 2).unwrap_or(word).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_the_same_name_have_the_same_form() {
        for (one, other) in [
            ("Opportunitiies", "Opportunities"),
            ("Opportunity", "opportunities"),
            ("Local News", "local"),
            ("Enterprise", "Enterprises"),
            ("PHOTOS", "photo"),
            ("About Us", "about"),
            ("本地新闻", "本地"),
        ] {
            assert_eq!(form(one), form(other), "{one}");
        }
        assert_ne!(form("Life"), form("Living"));
        assert_eq!(form("新闻"), "新闻", "it is the name itself");
        assert_eq!(form("News"), form("news"));
    }
}
