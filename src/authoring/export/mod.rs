//! From an edition back to the authors' folder, such that building the folder makes the same edition.
//!
//! A drawing leaves as the picture that was made of it: the edition does not hold the drawing.

mod tables;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

use super::edition::Edition;
use super::error::Error;
use super::sources::{
    ABOUT, FIGURES, MAP_FILE, MENUS, PAGE, PAGES, PICTURES, STORIES, STORY, ZONES, map_features,
};
use super::store;

pub(super) use texts::{story_file, story_text};

/// What was exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exported {
    /// Files written.
    pub files: usize,
    /// Stories among them.
    pub stories: usize,
    /// Pictures among them.
    pub pictures: usize,
}

/// Writes the sources of the edition at `path` into `folder`, which must be new or empty.
///
/// # Errors
///
/// [`Error::NotEmpty`], [`Error::Io`] where the folder cannot be written,
/// [`Error::Content`], [`Error::Unfit`] or [`Error::Sql`] where the edition cannot be read.
pub fn export(path: &Path, folder: &Path) -> Result<Exported, Error> {
    let shelf = store::open(path)?;
    let edition = shelf.edition()?;
    check_names(&edition, path)?;
    let mut folder = NewFolder::make(folder)?;
    folder.write(ABOUT, tables::about(&edition))?;
    folder.write(MENUS, tables::menus(&edition))?;
    if !edition.figures.is_empty() {
        folder.write(FIGURES, tables::figures(&edition.figures))?;
    }
    if !edition.zones.is_empty() {
        folder.write(ZONES, tables::zones(&edition.zones))?;
    }
    if !edition.shapes.is_empty() {
        folder.write(MAP_FILE, map_features(&edition.shapes))?;
    }
    for story in &edition.stories {
        let home = format!("{STORIES}/{}/{}/{}", story.section, story.topic, story.slug);
        folder.write(&format!("{home}/{STORY}"), story_file(&story.file, None))?;
        for (tag, text) in &story.texts {
            folder.write(&format!("{home}/{tag}.md"), story_text(text))?;
        }
    }
    for (position, page) in edition.pages.iter().enumerate() {
        let home = format!("{PAGES}/{}", page.slug);
        folder.write(&format!("{home}/{PAGE}"), texts::page_file(page, position + 1))?;
        for (tag, text) in &page.texts {
            folder.write(&format!("{home}/{tag}.md"), texts::page_text(text))?;
        }
    }
    for picture in &edition.pictures {
        let slug = &picture.slug;
        folder.write(&format!("{PICTURES}/{slug}.toml"), texts::picture_file(picture))?;
        let bytes = shelf.picture_bytes(slug)?;
        folder.write(&format!("{PICTURES}/{slug}.{}", picture.mime.ending()), bytes)?;
    }
    Ok(Exported {
        files: folder.files,
        stories: edition.stories.len(),
        pictures: edition.pictures.len(),
    })
}

/// Refuses names that are no plain file names: they come from a file that anybody may have made.
fn check_names(edition: &Edition, path: &Path) -> Result<(), Error> {
    let is_plain = |name: &&str| {
        !name.is_empty()
            && name.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-')
    };
    let stories =
        edition.stories.iter().flat_map(|story| [&story.slug, &story.section, &story.topic]);
    let names = stories
        .chain(edition.pages.iter().map(|page| &page.slug))
        .chain(edition.pictures.iter().map(|picture| &picture.slug))
        .chain(edition.about.languages.iter().map(|language| &language.tag))
        .map(String::as_str);
    match names.into_iter().find(|name| !is_plain(name)) {
        None => Ok(()),
        Some(name) => Err(Error::Unfit {
            place: path.display().to_string(),
            what: format!("{name:?} cannot be the name of a file"),
        }),
    }
}

/// A folder that was empty, and what has been written into it.
#[derive(Debug)]
struct NewFolder {
    root: PathBuf,
    files: usize,
}

impl NewFolder {
    fn make(root: &Path) -> Result<Self, Error> {
        let failed =
            |source| Error::Io { path: root.to_owned(), doing: "making the folder", source };
        fs::create_dir_all(root).map_err(failed)?;
        if fs::read_dir(root).map_err(failed)?.next().is_some() {
            return Err(Error::NotEmpty { path: root.to_owned() });
        }
        Ok(Self { root: root.to_owned(), files: 0 })
    }

    fn write(&mut self, name: &str, content: impl AsRef<[u8]>) -> Result<(), Error> {
        let path = self.root.join(name);
        path.parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&path, content))
            .map_err(|source| Error::Io { path, doing: "writing", source })?;
        self.files += 1;
        Ok(())
    }
}
