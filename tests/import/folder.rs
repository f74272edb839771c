//! An authors' folder with the kiosk's own menus, and drafts that are made for it.

use std::fs;
use std::path::{Path, PathBuf};

use kiosk::authoring::{Destination, Draft, ImportError, Wishes, import};
use tempfile::TempDir;

const MENUS: &str = include_str!("../../assets/content/menus.toml");
const ENGLISH: &str = include_str!("../../assets/starter/edition.toml");

/// A folder of sources without stories, with room beside it for an edition.
pub(crate) struct Folder {
    home: TempDir,
}

impl Folder {
    /// A folder whose first language is English; Chinese falls back on it.
    pub(crate) fn english() -> Self {
        Self::of(ENGLISH)
    }

    /// A folder whose first language is Chinese; English falls back on it.
    pub(crate) fn chinese() -> Self {
        let swapped = ENGLISH
            .replace("default_language = \"en\"", "default_language = \"zh\"")
            .replace("\nfallback = \"en\"\n", "\n")
            .replace("tag = \"en\"\n", "tag = \"en\"\nfallback = \"zh\"\n");
        Self::of(&swapped)
    }

    fn of(edition: &str) -> Self {
        let folder = Self { home: tempfile::tempdir().expect("temporary folder") };
        fs::create_dir_all(folder.path().join("pictures")).expect("folder");
        fs::write(folder.path().join("edition.toml"), edition).expect("written");
        fs::write(folder.path().join("menus.toml"), MENUS).expect("written");
        folder
    }

    /// Where it is.
    pub(crate) fn path(&self) -> PathBuf {
        self.home.path().join("content")
    }

    /// Where its edition is or will be.
    pub(crate) fn edition(&self) -> PathBuf {
        self.home.path().join("content.db")
    }

    /// What an import has to know of it.
    pub(crate) fn destination(&self) -> Destination {
        Destination::read(&self.path()).expect("a folder")
    }

    /// The names of all files and folders in it.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut open = vec![self.path()];
        while let Some(path) = open.pop() {
            for entry in fs::read_dir(&path).expect("listed") {
                let path = entry.expect("an entry").path();
                let name = path.strip_prefix(self.path()).expect("within");
                names.push(name.to_string_lossy().replace('\\', "/"));
                if path.is_dir() {
                    open.push(path);
                }
            }
        }
        names.sort();
        names
    }
}

/// Where a fixture is.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import").join(name)
}

/// The bytes of a page.
pub(crate) fn page(name: &str) -> Vec<u8> {
    fs::read(fixture("pages").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A draft of a page, with what the author says about it.
pub(crate) fn draft(
    name: &str,
    wishes: &Wishes,
    destination: &Destination,
) -> Result<Draft, ImportError> {
    import(&page(name), name, wishes, destination)
}

/// A file of a draft.
pub(crate) fn file<'a>(draft: &'a Draft, name: &str) -> &'a str {
    let found = draft.files.iter().find(|(known, _)| known == name);
    found.map_or_else(|| panic!("no {name}"), |(_, text)| text)
}
