//! Why a saved page did not become a story, and what to do about it.

use std::io;
use std::path::PathBuf;

use super::super::{disk, slug};
use super::bounds::PAGE_MAX_BYTES;

/// Why nothing was imported. After any of these, nothing was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The page or the folder could not be read or written.
    #[error("{}", disk::failure(doing, path, source))]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
        /// Why it failed.
        source: io::Error,
    },
    /// The authors' folder is not there.
    #[error("there is no folder {}", folder.display())]
    NoFolder {
        /// The authors' folder.
        folder: PathBuf,
    },
    /// The folder has no menus that could be read.
    #[error("{}: {what}", folder.display())]
    Folder {
        /// The authors' folder.
        folder: PathBuf,
        /// What is missing or wrong.
        what: String,
    },
    /// The file is larger than any page of text.
    #[error("{page}: the file is larger than {} MiB", PAGE_MAX_BYTES >> 20)]
    TooLarge {
        /// The saved page.
        page: String,
    },
    /// There is nothing in the file.
    #[error("{page}: the file is empty")]
    Empty {
        /// The saved page.
        page: String,
    },
    /// The file is no page at all.
    #[error("{page}: this is {what}, not a page")]
    NotAPage {
        /// The saved page.
        page: String,
        /// What it is.
        what: &'static str,
    },
    /// The letters of the file cannot be told.
    #[error("{page}: the letters are broken: the text is not whole in {encoding}")]
    Encoding {
        /// The saved page.
        page: String,
        /// The encoding that it says it has, or seems to have.
        encoding: &'static str,
    },
    /// Something in the page is beyond all measure.
    #[error("{page}: {what}")]
    Bounds {
        /// The saved page.
        page: String,
        /// What is too much, and the bound.
        what: String,
    },
    /// The website answered with an error or sent the reader elsewhere.
    #[error("{page}: this is an error page of the website: \"{words}\"")]
    ErrorPage {
        /// The saved page.
        page: String,
        /// The words that tell.
        words: String,
    },
    /// The page lists stories and tells none.
    #[error("{page}: this is a list of {entries} stories, not a story")]
    ListPage {
        /// The saved page.
        page: String,
        /// Entries of the list.
        entries: usize,
    },
    /// The page holds more than one story.
    #[error("{page}: there are {stories} stories on this page")]
    SeveralStories {
        /// The saved page.
        page: String,
        /// How many.
        stories: usize,
    },
    /// The page has no headline.
    #[error("{page}: no title was found")]
    NoTitle {
        /// The saved page.
        page: String,
    },
    /// The page has no paragraph of a story.
    #[error("{page}: no paragraph of a story was found, only what stands around one")]
    NoText {
        /// The saved page.
        page: String,
    },
    /// The page does not say of which day it is.
    #[error("{page}: no date was found")]
    NoDate {
        /// The saved page.
        page: String,
    },
    /// The page does not say where on the website it stands.
    #[error("{page}: there is no line such as \"Home > News > Local\" that tells its topic")]
    NoTopic {
        /// The saved page.
        page: String,
    },
    /// The menus have no such topic.
    #[error("{page}: the menus have no topic for \"{trail}\"{}", perhaps(near))]
    UnknownTopic {
        /// The saved page, or what was asked for.
        page: String,
        /// The words that were looked for.
        trail: String,
        /// Topics that come nearest, as section/topic.
        near: Vec<String>,
    },
    /// Several topics go by that name.
    #[error("{page}: \"{trail}\" may be {}", choices.join(" or "))]
    AmbiguousTopic {
        /// The saved page.
        page: String,
        /// The words that were looked for.
        trail: String,
        /// The topics, as section/topic.
        choices: Vec<String>,
    },
    /// The edition has no language in which the page is written.
    #[error("{page}: the page is in \"{tag}\", and edition.toml has no such language")]
    Language {
        /// The saved page.
        page: String,
        /// Tag of the language.
        tag: &'static str,
    },
    /// The name asked for is no slug.
    #[error("\"{slug}\" is not a slug")]
    Slug {
        /// The name.
        slug: String,
    },
    /// There is a story of that name.
    #[error("there is already a story \"{slug}\" in {}", path.display())]
    Exists {
        /// The slug.
        slug: String,
        /// Where it is.
        path: PathBuf,
    },
    /// A story was made of the page already.
    #[error("{page}: its address {address} is a source of the story {}", story.display())]
    Known {
        /// The saved page.
        page: String,
        /// The address.
        address: String,
        /// The folder of the story.
        story: PathBuf,
    },
    /// The draft would have been refused by `kiosk content build`.
    #[error("{page}: the text cannot be written in the kiosk's Markdown: {what}")]
    Unfit {
        /// The saved page.
        page: String,
        /// The first fault.
        what: String,
    },
}

/// The topics that may be meant.
fn perhaps(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!("; perhaps {}", near.join(", ")) }
}

impl ImportError {
    /// What to do about it, in one sentence.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Io { doing, .. } => disk::remedy(doing),
            Self::NoFolder { .. } => {
                "name the folder with edition.toml and menus.toml: --folder FOLDER"
            }
            Self::Folder { .. } => {
                "name the folder with edition.toml and menus.toml with --folder, and mend what `kiosk content build` tells of them"
            }
            Self::TooLarge { .. } => "save the page alone, as HTML only, without its pictures",
            Self::Empty { .. } => "open the page in a browser and save it again",
            Self::NotAPage { .. } => {
                "open the page in a browser and save it as HTML only, or its text as a text file"
            }
            Self::Encoding { .. } => "save the page again, as UTF-8",
            Self::Bounds { .. } => "copy the story into a text file of its own and import that",
            Self::ErrorPage { .. } => "look for the story's new address and save that page",
            Self::ListPage { .. } => "open one story of the list and save that page",
            Self::SeveralStories { .. } => "put each story into a text file of its own",
            Self::NoTitle { .. } => {
                "write the title on a line of its own between \"Home > …\" and \"Updated: …\""
            }
            Self::NoText { .. } => {
                "look whether the page shows its text, and copy that into a text file"
            }
            Self::NoDate { .. } => "give the day of the story with --date 2022-05-25",
            Self::NoTopic { .. } | Self::AmbiguousTopic { .. } => {
                "say where it belongs with --topic section/topic"
            }
            Self::UnknownTopic { .. } => {
                "say where it belongs with --topic section/topic, or add the topic to menus.toml"
            }
            Self::Language { .. } => "add the language to edition.toml first",
            Self::Slug { .. } => slug::RULE,
            Self::Exists { .. } => {
                "give the new story another name with --slug, or take the old one away"
            }
            Self::Known { .. } => {
                "change that story; or give the new one a name with --slug, and there are two"
            }
            Self::Unfit { .. } => "write the text by hand as docs/content.md shows",
        }
    }
}
