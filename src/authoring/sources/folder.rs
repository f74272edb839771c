//! Reading the folder of sources: entries in sorted order, files within bounds, every oddity reported.
//!
//! Names are given relative to the folder with `/` between their parts, on every system.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::super::disk;
use super::super::faults::{Faults, codes};
use super::text_file::TextFile;

/// No text that people write by hand is larger; bytes.
const TEXT_LIMIT: u64 = 1024 * 1024;

/// The folder of sources.
#[derive(Debug, Clone, Copy)]
pub(super) struct Folder<'a> {
    root: &'a Path,
}

/// A file or folder in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its own name.
    pub(super) name: String,
    /// Its name from the folder of sources on.
    pub(super) path: String,
    /// It is a folder.
    pub(super) is_folder: bool,
}

impl<'a> Folder<'a> {
    /// The folder at `root`.
    pub(super) fn new(root: &'a Path) -> Self {
        Self { root }
    }

    /// The path of `name` on disk.
    pub(super) fn on_disk(self, name: &str) -> PathBuf {
        name.split('/').fold(self.root.to_owned(), |path, part| path.join(part))
    }

    /// Whether `name` is there.
    pub(super) fn has(self, name: &str) -> bool {
        self.on_disk(name).exists()
    }

    /// What is in the folder `name`, by name; hidden files and editors' copies are passed over.
    pub(super) fn list(self, name: &str, faults: &mut Faults) -> Vec<Entry> {
        let listing = match fs::read_dir(self.on_disk(name)) {
            Ok(listing) => listing,
            Err(error) => {
                unreadable(name, &error, faults);
                return Vec::new();
            }
        };
        let mut entries = Vec::new();
        for entry in listing {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    unreadable(name, &error, faults);
                    continue;
                }
            };
            let Ok(own) = entry.file_name().into_string() else {
                stray(
                    &join(name, &entry.file_name().to_string_lossy()),
                    "its name is not plain text",
                    faults,
                );
                continue;
            };
            if is_passed_over(&own) {
                continue;
            }
            let path = join(name, &own);
            match entry.file_type() {
                Ok(kind) if kind.is_dir() || kind.is_file() => {
                    entries.push(Entry { name: own, path, is_folder: kind.is_dir() });
                }
                Ok(_) => stray(&path, "it is a link or a device, not a file", faults),
                Err(error) => unreadable(&path, &error, faults),
            }
        }
        entries.sort_by(|one, other| one.name.cmp(&other.name));
        entries
    }

    /// The folders in the folder `name`; files there are reported.
    pub(super) fn folders(self, name: &str, faults: &mut Faults) -> Vec<Entry> {
        let (folders, files): (Vec<_>, Vec<_>) =
            self.list(name, faults).into_iter().partition(|entry| entry.is_folder);
        for file in files {
            stray(&file.path, "only folders belong here", faults);
        }
        folders
    }

    /// The text of the file `name`, with plain line ends.
    pub(super) fn text(self, name: &str, faults: &mut Faults) -> Option<TextFile> {
        let bytes = self.bytes(name, TEXT_LIMIT, faults)?;
        let Ok(text) = String::from_utf8(bytes) else {
            faults.error(
                codes::NOT_TEXT,
                name,
                "the file is not in UTF-8, so its letters cannot be read",
                "save it again as UTF-8 (in the editor: encoding UTF-8)",
            );
            return None;
        };
        Some(TextFile::new(name, &text))
    }

    /// The bytes of the file `name`, of which there are at most `limit`.
    pub(super) fn bytes(self, name: &str, limit: u64, faults: &mut Faults) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = fs::File::open(self.on_disk(name))
            .and_then(|file| file.take(limit + 1).read_to_end(&mut bytes));
        if let Err(error) = read {
            unreadable(name, &error, faults);
            return None;
        }
        if bytes.len() as u64 > limit {
            faults.error(
                codes::TOO_LARGE,
                name,
                &format!("the file is larger than {} KiB", limit / 1024),
                "make it smaller, or split it",
            );
            return None;
        }
        Some(bytes)
    }
}

/// Warns that a file is not part of an edition.
pub(super) fn stray(path: &str, why: &str, faults: &mut Faults) {
    faults.warning(
        codes::STRAY,
        path,
        &format!("the file is left out: {why}"),
        "move it out of the folder, or rename it if it is meant to be shown",
    );
}

fn unreadable(path: &str, error: &std::io::Error, faults: &mut Faults) {
    faults.error(
        codes::UNREADABLE,
        if path.is_empty() { "." } else { path },
        &format!("it cannot be read: {}", disk::reason(error)),
        "look whether it is there and may be read",
    );
}

fn is_passed_over(name: &str) -> bool {
    const COPIES: [&str; 6] = ["~", ".bak", ".orig", ".swp", ".tmp", "#"];
    name.starts_with('.')
        || COPIES.iter().any(|ending| name.ends_with(ending))
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_files_and_editors_copies_are_passed_over() {
        for name in [".git", "en.md~", "story.toml.bak", "#en.md#", ".en.md.swp"] {
            assert!(is_passed_over(name), "{name}");
        }
        assert!(!is_passed_over("en.md"));
    }

    #[test]
    fn entries_come_sorted_by_name() {
        let folder = tempfile::tempdir().expect("temporary folder");
        for name in ["b", "a", "c"] {
            fs::write(folder.path().join(name), "").expect("write");
        }
        let mut faults = Faults::default();
        let names: Vec<String> = Folder::new(folder.path())
            .list("", &mut faults)
            .into_iter()
            .map(|entry| entry.name)
            .collect();
        assert_eq!(names, ["a", "b", "c"]);
        assert!(!faults.any_error());
    }
}
