//! Sections and their topics.

use super::{take, texts};
use crate::content::catalogue::{Accent, Section, Topic};
use crate::content::error::Error;
use crate::content::ids::{SectionId, TopicId};
use crate::content::record::Problems;
use crate::content::store::Store;

const ACCENTS: &[(&str, Accent)] = &[
    ("river", Accent::River),
    ("copper", Accent::Copper),
    ("persimmon", Accent::Persimmon),
    ("indigo", Accent::Indigo),
];

/// Topics by section and then in menu order.
pub(super) fn topics(store: &Store, problems: &Problems) -> Result<Vec<Topic>, Error> {
    let mut words = texts(
        store,
        "topic_text",
        "SELECT topic, language, title, summary FROM topic_text",
        problems,
    )?;
    let mut topics = Vec::new();
    store.each(
        "topic",
        "SELECT topic.id, topic.section, topic.slug FROM topic JOIN section ON section.id = topic.section
         ORDER BY section.position, topic.position",
        problems,
        |row| {
            let id = row.get(0)?;
            let [title, summary] = take(&mut words, id);
            topics.push(Topic {
                id: TopicId(id),
                section: SectionId(row.get(1)?),
                slug: row.line(2)?,
                title,
                summary,
            });
            Ok(())
        },
    )?;
    Ok(topics)
}

/// Sections in menu order, each with its topics.
pub(super) fn sections(
    store: &Store,
    topics: &[Topic],
    problems: &Problems,
) -> Result<Vec<Section>, Error> {
    let mut words = texts(
        store,
        "section_text",
        "SELECT section, language, title, summary FROM section_text",
        problems,
    )?;
    let mut sections = Vec::new();
    store.each(
        "section",
        "SELECT id, slug, accent FROM section ORDER BY position",
        problems,
        |row| {
            let id = row.get(0)?;
            let [title, summary] = take(&mut words, id);
            sections.push(Section {
                id: SectionId(id),
                slug: row.line(1)?,
                accent: row.choice(2, ACCENTS)?,
                title,
                summary,
                topics: topics
                    .iter()
                    .filter(|topic| topic.section == SectionId(id))
                    .map(|topic| topic.id)
                    .collect(),
            });
            Ok(())
        },
    )?;
    Ok(sections)
}
