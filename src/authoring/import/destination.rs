//! The authors' folder that a draft is for: its languages, its menus, the names that are taken, and the writing.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::super::edition::{About, Language, Section};
use super::super::slug::is_slug;
use super::super::sources::{self, ABOUT, MENUS, STORIES, STORY};
use super::draft::Draft;
use super::error::ImportError;
use super::known_pages::KnownPages;

/// Bytes of a table at most: people write them by hand.
const TABLE_BYTES: u64 = 1 << 20;
/// Names tried for a folder in the making.
const NAMES: u32 = 100;

/// A folder of sources, as far as an import needs to know it.
#[derive(Debug)]
pub struct Destination {
    folder: PathBuf,
    languages: Vec<Language>,
    sections: Vec<Section>,
    taken: BTreeSet<String>,
    pages: KnownPages,
}

impl Destination {
    /// Reads languages, menus and the names of stories of `folder`.
    ///
    /// # Errors
    ///
    /// [`ImportError::NoFolder`] where it is not there, [`ImportError::Io`] where it cannot be read,
    /// [`ImportError::Folder`] where `edition.toml` or `menus.toml` cannot.
    pub fn read(folder: &Path) -> Result<Self, ImportError> {
        if !folder.is_dir() {
            return Err(ImportError::NoFolder { folder: folder.to_owned() });
        }
        // Reading all sources would look at every picture too.
        let about = table::<About>(&folder.join(ABOUT)).filter(|about| !about.languages.is_empty());
        let menus = table::<Menus>(&folder.join(MENUS)).filter(|menus| !menus.section.is_empty());
        let (Some(about), Some(menus)) = (about, menus) else {
            return Err(faulty(folder));
        };
        let mut taken = BTreeSet::new();
        let mut pages = KnownPages::default();
        let stories = folder.join(STORIES);
        for section in folders(&stories)? {
            for topic in folders(&section)? {
                for story in folders(&topic)? {
                    pages.look_at(&story);
                    taken.extend(
                        story.file_name().and_then(|name| name.to_str()).map(str::to_owned),
                    );
                }
            }
        }
        Ok(Self {
            folder: folder.to_owned(),
            languages: about.languages,
            sections: menus.section,
            taken,
            pages,
        })
    }

    /// Writes `draft` as `stories/<section>/<topic>/<slug>/` and tells where it is; all of its files, or none.
    ///
    /// # Errors
    ///
    /// [`ImportError::Exists`] where a story of that name is there already; [`ImportError::Slug`] where a part of its
    /// place is no slug; [`ImportError::Io`] where the disk does not take it.
    pub fn write(&mut self, draft: &Draft) -> Result<PathBuf, ImportError> {
        for part in [&draft.section, &draft.topic, &draft.slug] {
            if !is_slug(part) {
                return Err(ImportError::Slug { slug: part.clone() });
            }
        }
        self.check_free(&draft.slug)?;
        let topic = self.folder.join(STORIES).join(&draft.section).join(&draft.topic);
        let home = topic.join(&draft.slug);
        let exists = || ImportError::Exists { slug: draft.slug.clone(), path: home.clone() };
        if fs::symlink_metadata(&home).is_ok() {
            return Err(exists());
        }
        fs::create_dir_all(&topic).map_err(|source| failed("making the folder", &topic, source))?;
        let making = Making::beside(&home)?;
        for (name, text) in &draft.files {
            making.write(name, text)?;
        }
        making.publish(&home).map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists | io::ErrorKind::DirectoryNotEmpty => exists(),
            _ => failed("writing", &home, source),
        })?;
        self.taken.insert(draft.slug.clone());
        for (_, text) in draft.files.iter().filter(|(name, _)| name == STORY) {
            self.pages.note(text, &home);
        }
        Ok(home)
    }

    /// Refuses a slug that a story has already.
    pub(super) fn check_free(&self, slug: &str) -> Result<(), ImportError> {
        if self.taken.contains(slug) {
            let path = self.folder.join(STORIES);
            return Err(ImportError::Exists { slug: slug.to_owned(), path });
        }
        Ok(())
    }

    /// The story that was made of the page at `address`.
    pub(super) fn story_of(&self, address: &str) -> Option<&Path> {
        self.pages.story(address)
    }

    /// Slugs of the stories in it.
    pub(super) fn taken(&self) -> &BTreeSet<String> {
        &self.taken
    }

    /// Its menus.
    pub(super) fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Tags of its languages in their order.
    pub(super) fn tags(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|language| language.tag.as_str())
    }

    /// Whether another language stands in where a text in `tag` is missing.
    pub(super) fn falls_back(&self, tag: &str) -> bool {
        self.languages.iter().any(|language| language.tag == tag && language.fallback.is_some())
    }
}

/// `menus.toml`.
#[derive(Debug, Deserialize)]
struct Menus {
    section: Vec<Section>,
}

/// The table in the file at `path`, if it can be read.
fn table<T: DeserializeOwned>(path: &Path) -> Option<T> {
    let mut text = String::new();
    File::open(path).ok()?.take(TABLE_BYTES).read_to_string(&mut text).ok()?;
    toml::from_str(text.strip_prefix('\u{feff}').unwrap_or(&text)).ok()
}

/// What the reader of sources has to say about a folder whose tables cannot be read.
fn faulty(folder: &Path) -> ImportError {
    let faults = sources::read(folder).faults.into_sorted();
    let fault = faults
        .iter()
        .find(|fault| fault.place.starts_with(ABOUT) || fault.place.starts_with(MENUS));
    let what =
        fault.map_or_else(|| format!("{ABOUT} or {MENUS} cannot be read"), ToString::to_string);
    ImportError::Folder { folder: folder.to_owned(), what }
}

/// The folders in `folder`, of which there are none if it is not there; hidden ones are passed over.
fn folders(folder: &Path) -> Result<Vec<PathBuf>, ImportError> {
    let listing = match fs::read_dir(folder) {
        Ok(listing) => listing,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(failed("listing", folder, source)),
    };
    let mut found = Vec::new();
    for entry in listing {
        let entry = entry.map_err(|source| failed("listing", folder, source))?;
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if !is_hidden && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            found.push(entry.path());
        }
    }
    Ok(found)
}

/// A folder that is filled beside its place and moves there whole, or vanishes.
#[derive(Debug)]
struct Making {
    path: PathBuf,
    is_published: bool,
}

impl Making {
    fn beside(home: &Path) -> Result<Self, ImportError> {
        let name = home.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for number in 0..NAMES {
            // A hidden folder: whoever builds in the meantime passes it over.
            let path =
                home.with_file_name(format!(".{name}.{}-{number}.draft", std::process::id()));
            match fs::create_dir(&path) {
                Ok(()) => return Ok(Self { path, is_published: false }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(source) => return Err(failed("writing beside", home, source)),
            }
        }
        Err(failed("writing beside", home, io::ErrorKind::AlreadyExists.into()))
    }

    fn write(&self, name: &str, text: &str) -> Result<(), ImportError> {
        let path = self.path.join(name);
        File::create_new(&path)
            .and_then(|mut file| {
                file.write_all(text.as_bytes())?;
                file.sync_all()
            })
            .map_err(|source| failed("writing", &path, source))
    }

    fn publish(mut self, home: &Path) -> io::Result<()> {
        fs::rename(&self.path, home)?;
        self.is_published = true;
        Ok(())
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        if !self.is_published {
            // Nothing more can be done about a folder that does not go away.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

fn failed(doing: &'static str, path: &Path, source: io::Error) -> ImportError {
    ImportError::Io { path: path.to_owned(), doing, source }
}
