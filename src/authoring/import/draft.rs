//! A story in the authors' format, made of what a page tells, and what is left for the author to do.

use jiff::civil::Date;

use super::super::edition::{Kind, Source, StoryFile, StoryText, Validity};
use super::super::export::{story_file, story_text};
use super::super::slug::is_slug;
use super::super::sources::STORY;
use super::article::{self, Article, DayFrom};
use super::bounds::{HEADLINE, SUMMARY};
use super::destination::Destination;
use super::error::ImportError;
use super::page::Block;
use super::topic::{self, Place};
use super::words::{fits, key, shortened};
use super::{Wishes, markdown, slug, source, summary};

/// Letters of a summary or caption at most, whatever its words.
const LINE_LETTERS: usize = 400;

/// A draft of a story: whole, and not yet written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Draft {
    /// Slug of its section.
    pub section: String,
    /// Slug of its topic.
    pub topic: String,
    /// Its own slug, which no other story of the folder has.
    pub slug: String,
    /// Its files: the name of each in the story's folder, and its text.
    pub files: Vec<(String, String)>,
    /// What the author still has to do, one sentence each.
    pub notes: Vec<String>,
}

/// Makes a draft of `article`, which was read from `page`.
pub(super) fn draft(
    article: &Article,
    page: &str,
    wishes: &Wishes,
    destination: &Destination,
) -> Result<Draft, ImportError> {
    let (published, updated) = match (wishes.date, article.days) {
        (Some(day), _) => (day, day),
        (None, Some(days)) => days,
        (None, None) => return Err(ImportError::NoDate { page: page.to_owned() }),
    };
    let place = place(article, page, wishes, destination)?;
    let kind = place.kind();
    let blocks =
        telling(article, kind).ok_or_else(|| ImportError::NoText { page: page.to_owned() })?;
    let tag = language(article, page, destination)?;
    let slug = slug(article, page, published, wishes, destination)?;
    let body = markdown::body(&blocks, page)?;
    let first = blocks.iter().find(|block| article::is_telling(block)).or(blocks.first());
    let (summary, is_cut) = summary::of(first.map_or("", |block| &block.text));
    let text = StoryText {
        headline: article.title.clone(),
        summary: shortened(&summary, LINE_LETTERS),
        caption: article
            .captions
            .first()
            .map(|words| shortened(words, LINE_LETTERS))
            .unwrap_or_default(),
        facts: Vec::new(),
        body,
    };
    let (source, is_to_translate) =
        source::names(article.source.as_deref(), destination.tags(), article.is_chinese);
    let file = StoryFile {
        published,
        updated,
        kind,
        picture: None,
        zones: Vec::new(),
        historic: false,
        sources: vec![Source { name: source, url: article.address.clone(), date: updated }],
        pictures: Vec::new(),
        featured: None,
        valid: Validity::default(),
    };
    let mut notes = Notes::default();
    notes.text(&text, is_cut);
    notes.languages(tag, destination);
    notes.pictures(article, kind);
    notes.origin(article, wishes.date, is_to_translate);
    notes.dropped(article);
    Ok(Draft {
        section: place.section.slug.clone(),
        topic: place.topic.slug.clone(),
        slug,
        files: vec![
            (STORY.to_owned(), story_file(&file, Some("picture = \"…\""))),
            (format!("{tag}.md"), story_text(&text)),
        ],
        notes: notes.0,
    })
}

fn place<'a>(
    article: &Article,
    page: &str,
    wishes: &Wishes,
    destination: &'a Destination,
) -> Result<Place<'a>, ImportError> {
    match (&wishes.topic, &article.trail) {
        (Some(wish), _) => topic::given(wish, destination.sections()),
        (None, Some(trail)) => {
            // The last step may be the title of the page itself; or a topic whose page bears its name.
            let shorter = match trail.split_last() {
                Some((last, shorter)) if key(&article.title).starts_with(&key(last)) => shorter,
                _ => trail,
            };
            match topic::find(shorter, destination.sections(), page) {
                Err(ImportError::UnknownTopic { .. }) => {
                    topic::find(trail, destination.sections(), page)
                }
                found => found,
            }
        }
        (None, None) => Err(ImportError::NoTopic { page: page.to_owned() }),
    }
}

/// The paragraphs; in galleries and films the captions stand for them where there is no other text.
fn telling(article: &Article, kind: Kind) -> Option<Vec<Block>> {
    if article.blocks.iter().any(article::is_telling) {
        return Some(article.blocks.clone());
    }
    let is_shown = matches!(kind, Kind::Gallery | Kind::Film);
    (is_shown && !article.captions.is_empty())
        .then(|| article.captions.iter().map(|caption| Block::text(caption.clone())).collect())
}

fn language<'a>(
    article: &Article,
    page: &str,
    destination: &'a Destination,
) -> Result<&'a str, ImportError> {
    let tag = if article.is_chinese { "zh" } else { "en" };
    destination
        .tags()
        .find(|known| source::is_language(known, tag))
        .ok_or_else(|| ImportError::Language { page: page.to_owned(), tag })
}

fn slug(
    article: &Article,
    page: &str,
    day: Date,
    wishes: &Wishes,
    destination: &Destination,
) -> Result<String, ImportError> {
    let Some(wish) = &wishes.slug else {
        if let Some(address) = &article.address
            && let Some(story) = destination.story_of(address)
        {
            return Err(ImportError::Known {
                page: page.to_owned(),
                address: address.clone(),
                story: story.to_owned(),
            });
        }
        // A page that was saved keeps the last part of its address as its name.
        let address = Some(article.address.as_deref().unwrap_or(page));
        let taken = destination.taken();
        return Ok(slug::free(&article.title, address, article.is_chinese, day, taken));
    };
    if !is_slug(wish) {
        return Err(ImportError::Slug { slug: wish.clone() });
    }
    destination.check_free(wish)?;
    Ok(wish.clone())
}

/// What is left to do.
#[derive(Debug, Default)]
struct Notes(Vec<String>);

impl Notes {
    fn add(&mut self, note: impl Into<String>) {
        self.0.push(note.into());
    }

    fn text(&mut self, text: &StoryText, is_cut: bool) {
        if !fits(&text.headline, HEADLINE) {
            self.add(format!(
                "Shorten the headline: at most {} words, or {} Chinese characters.",
                HEADLINE.0, HEADLINE.1
            ));
        }
        self.add(if is_cut {
            format!(
                "Write the summary anew: the first sentence was cut to {} words, or {} Chinese characters.",
                SUMMARY.0, SUMMARY.1
            )
        } else {
            "Look whether the summary, which is the first sentence, can stand alone.".to_owned()
        });
        self.add("The words are the page's own: write them anew, or make sure that the kiosk may show them.");
        self.add("Add facts with their dates, if the story tells any.");
    }

    fn languages(&mut self, tag: &str, destination: &Destination) {
        for other in destination.tags().filter(|other| *other != tag) {
            let must = if destination.falls_back(other) {
                "until then another language stands in for it"
            } else {
                "without it the edition cannot be built"
            };
            self.add(format!("Translate {tag}.md into {other}.md: {must}."));
        }
    }

    fn pictures(&mut self, article: &Article, kind: Kind) {
        self.add("Choose a lead picture and name it in story.toml: the pictures of the page were not taken over.");
        if !article.captions.is_empty() {
            self.add(
                "Write the caption for the picture that you choose: it tells of the page's own.",
            );
        }
        for caption in article.captions.iter().skip(1) {
            self.add(format!(
                "A further picture is to be supplied: {}",
                shortened(caption, LINE_LETTERS)
            ));
        }
        match kind {
            Kind::Gallery => self.add("Name the pictures of the gallery in story.toml."),
            Kind::Film => self.add("Choose a still of the film as the lead picture."),
            Kind::Story | Kind::Page => {}
        }
    }

    fn origin(&mut self, article: &Article, given: Option<Date>, is_to_translate: bool) {
        match article.day_from {
            _ if given.is_some() => {}
            DayFrom::Line => {}
            DayFrom::Meta => self.add("Check the day: the page shows none, it is from its head."),
            DayFrom::Address => {
                self.add("Check the day: the page shows none, it is from its address.");
            }
        }
        if is_to_translate {
            self.add("Translate the name of the source in story.toml.");
        }
        match &article.address {
            None => {
                self.add("Add the address of the page to [[source]]: it was not saved with it.");
            }
            Some(address) if !address.starts_with("https://") => self.add(format!(
                "Look for an https address of the page: {address} is no https address: no QR code is shown for it."
            )),
            Some(_) => {}
        }
    }

    fn dropped(&mut self, article: &Article) {
        let counts: Vec<String> = article
            .dropped
            .iter()
            .map(|(kind, count)| {
                let (one, several) = kind.words();
                format!("{count} {}", if *count == 1 { one } else { several })
            })
            .collect();
        if !counts.is_empty() {
            self.add(format!("Left out: {}.", counts.join(", ")));
        }
    }
}
