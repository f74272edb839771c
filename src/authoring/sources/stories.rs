//! The folder `stories/<section>/<topic>/<slug>/`: what each story folder holds.
//!
//! Whether a story makes sense is the matter of `story_check`.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::super::edition::{Language, Story, StoryFile, StoryText};
use super::super::faults::{Faults, codes};
use super::folder::{Entry, Folder, stray};
use super::known::{Known, check_slug, missing, near};
use super::tables::MENUS;
use super::text_file::TextFile;
use super::{front_matter, story_check, toml_file};

/// The folder's name.
pub(in super::super) const STORIES: &str = "stories";
/// The file of what does not depend on the language.
pub(in super::super) const STORY: &str = "story.toml";

/// Reads the stories in order of their slugs.
pub(super) fn read(folder: Folder<'_>, known: &mut Known, faults: &mut Faults) -> Vec<Story> {
    let mut stories = Vec::new();
    let mut homes: BTreeMap<String, String> = BTreeMap::new();
    if !folder.has(STORIES) {
        return stories;
    }
    for section in folder.folders(STORIES, faults) {
        for topic in folder.folders(&section.path, faults) {
            if is_story(folder, &topic, known) {
                no_topic(&section, &topic, known, faults);
                // Read all the same, so that what else is wrong with it is told too.
                stories.extend(read_one(folder, &section, &topic, &topic, known, faults));
                continue;
            }
            check_home(&section, &topic, known, faults);
            for story in folder.folders(&topic.path, faults) {
                check_slug(&story.name, &story.path, faults);
                if let Some(other) = homes.insert(story.name.clone(), story.path.clone()) {
                    faults.error(
                        codes::DUPLICATE,
                        &story.path,
                        &format!("there is already a story \"{}\": {other}", story.name),
                        "give one of the two folders another name",
                    );
                }
                stories.extend(read_one(folder, &section, &topic, &story, known, faults));
            }
        }
    }
    stories.sort_by(|one, other| one.slug.cmp(&other.slug));
    stories
}

/// Whether the folder that should be a topic holds the files of a story.
fn is_story(folder: Folder<'_>, topic: &Entry, known: &Known) -> bool {
    let texts = known.languages.iter().map(|language| format!("{}.md", language.tag));
    texts.chain([STORY.to_owned()]).any(|name| folder.has(&format!("{}/{name}", topic.path)))
}

/// Reports a story that stands where its topic should.
fn no_topic(section: &Entry, story: &Entry, known: &Known, faults: &mut Faults) {
    let menu = known.sections.iter().flatten().find(|menu| menu.slug == section.name);
    let topics: Vec<&str> =
        menu.iter().flat_map(|menu| &menu.topics).map(|topic| topic.slug.as_str()).collect();
    let topic = if topics.is_empty() { "a topic".to_owned() } else { topics.join(", ") };
    faults.error(
        codes::REFERENCE,
        &story.path,
        &format!("a topic folder is missing between {}/ and {}/", section.name, story.name),
        &format!("move it into the folder of its topic in {}/: {topic}", section.path),
    );
}

/// Reports a folder whose section or topic is not in the menus.
fn check_home(section: &Entry, topic: &Entry, known: &Known, faults: &mut Faults) {
    let Some(sections) = &known.sections else {
        return;
    };
    let Some(menu) = sections.iter().find(|menu| menu.slug == section.name) else {
        faults.error(
            codes::REFERENCE,
            &topic.path,
            &format!("there is no section \"{}\"", section.name),
            &near(&section.name, sections.iter().map(|menu| menu.slug.as_str()), MENUS),
        );
        return;
    };
    if !menu.topics.iter().any(|known| known.slug == topic.name) {
        faults.error(
            codes::REFERENCE,
            &topic.path,
            &format!("the section \"{}\" has no topic \"{}\"", section.name, topic.name),
            &near(&topic.name, menu.topics.iter().map(|topic| topic.slug.as_str()), MENUS),
        );
    }
}

fn read_one(
    folder: Folder<'_>,
    section: &Entry,
    topic: &Entry,
    story: &Entry,
    known: &mut Known,
    faults: &mut Faults,
) -> Option<Story> {
    let (file, texts) = read_folder::<StoryText>(folder, &story.path, STORY, known, faults);
    let toml = file.and_then(|file| {
        let parsed = toml_file::parse::<StoryFile>(&file, faults).value?;
        Some((file, parsed))
    });
    if let Some((file, parsed)) = &toml {
        story_check::file(parsed, file, known, faults);
    }
    let mut whole = BTreeMap::new();
    for (tag, Text { file, body, mut front }) in texts {
        body.text.clone_into(&mut front.body);
        story_check::text(&front, &file, faults);
        story_check::body(&body, front.facts.len(), known, faults);
        whole.insert(tag, front);
    }
    let (_, parsed) = toml?;
    Some(Story {
        slug: story.name.clone(),
        section: section.name.clone(),
        topic: topic.name.clone(),
        file: parsed,
        texts: whole,
    })
}

/// The language of a text that has the wrong ending: `en.txt`, `en.md.txt`, `EN.MD`.
fn misnamed<'a>(entry: &Entry, known: &'a Known) -> Option<&'a Language> {
    const ENDINGS: [&str; 5] = ["txt", "md", "markdown", "md.txt", "text"];
    let (stem, ending) = entry.name.split_once('.')?;
    let is_text = !entry.is_folder && ENDINGS.contains(&ending.to_ascii_lowercase().as_str());
    known.languages.iter().find(|language| is_text && language.tag.eq_ignore_ascii_case(stem))
}

/// One text file: its front matter read, its body as it stands.
#[derive(Debug)]
pub(super) struct Text<T> {
    /// The front matter as text.
    pub(super) file: TextFile,
    /// The text below it.
    pub(super) body: TextFile,
    /// The front matter.
    pub(super) front: T,
}

/// Reads a folder that holds the file `toml` and one text a language.
pub(super) fn read_folder<T: DeserializeOwned>(
    folder: Folder<'_>,
    path: &str,
    toml: &str,
    known: &Known,
    faults: &mut Faults,
) -> (Option<TextFile>, BTreeMap<String, Text<T>>) {
    let mut file = None;
    let mut texts = BTreeMap::new();
    let mut tags: Vec<String> = Vec::new();
    for entry in folder.list(path, faults) {
        let tag = entry.name.strip_suffix(".md");
        if entry.name == toml && !entry.is_folder {
            file = folder.text(&entry.path, faults);
        } else if let Some(tag) = tag.filter(|_| !entry.is_folder) {
            if !known.languages.is_empty()
                && !known.languages.iter().any(|language| language.tag == tag)
            {
                stray(&entry.path, &format!("edition.toml has no language \"{tag}\""), faults);
                continue;
            }
            tags.push(tag.to_owned());
            let read = folder.text(&entry.path, faults).and_then(|whole| {
                let (file, body) = front_matter::split(&whole, faults)?;
                let front = toml_file::parse::<T>(&file, faults).value?;
                Some(Text { file, body, front })
            });
            texts.extend(read.map(|read| (tag.to_owned(), read)));
        } else if let Some(language) = misnamed(&entry, known) {
            let proper = format!("{}.md", language.tag);
            let is_missing = !folder.has(&format!("{path}/{proper}"));
            if is_missing {
                // One fault is enough.
                tags.push(language.tag.clone());
            }
            let is_needed = is_missing && language.fallback.is_none();
            let report = if is_needed { Faults::error } else { Faults::warning };
            report(
                faults,
                codes::STRAY,
                &entry.path,
                &format!("the file is left out: a text is called {proper}"),
                &format!("rename {} to {proper}", entry.name),
            );
        } else {
            stray(&entry.path, &format!("{toml} and one .md a language belong here"), faults);
        }
    }
    if file.is_none() && !folder.has(&format!("{path}/{toml}")) {
        faults.error(
            codes::MISSING_FILE,
            path,
            &format!("{toml} is missing"),
            "add it (docs/content.md shows one), or take the folder away",
        );
    }
    for language in &known.languages {
        if !tags.contains(&language.tag) {
            let place = format!("{path}/{}.md", language.tag);
            missing(language, "this file", &place, faults);
        }
    }
    (file, texts)
}
