//! A file that is written beside its place and moves there whole, or not at all.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::error::Error;

/// Names tried before giving up: others may be at work in the same folder.
const NAMES: u32 = 100;

/// A file on its way to `target`; it vanishes unless it is published.
#[derive(Debug)]
pub(super) struct Draft {
    path: PathBuf,
    target: PathBuf,
    is_published: bool,
}

impl Draft {
    /// An empty draft in the folder of `target`.
    pub(super) fn beside(target: &Path) -> Result<Self, Error> {
        // A link keeps its place: the file that it leads to is replaced.
        let target = fs::canonicalize(target)
            .or_else(|_| std::path::absolute(target))
            .map_err(|source| failed("finding", target, source))?;
        let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for number in 0..NAMES {
            let path =
                target.with_file_name(format!(".{name}.{}-{number}.draft", std::process::id()));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(_) => return Ok(Self { path, target, is_published: false }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(source) => return Err(failed("writing beside", &target, source)),
            }
        }
        Err(failed("writing beside", &target, io::ErrorKind::AlreadyExists.into()))
    }

    /// Where the draft is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Moves the draft to its place, so that even after a power cut there is the old file or the new one.
    pub(super) fn publish(mut self) -> Result<(), Error> {
        OpenOptions::new()
            .write(true)
            .open(&self.path)
            .and_then(|file| file.sync_all())
            .map_err(|source| failed("saving", &self.target, source))?;
        fs::rename(&self.path, &self.target)
            .map_err(|source| failed("replacing", &self.target, source))?;
        self.is_published = true;
        sync_folder(&self.target).map_err(|source| failed("saving", &self.target, source))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.is_published {
            // Nothing more can be done about a file that does not go away.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Only a folder that is on disk keeps the new name of its file.
#[cfg(unix)]
fn sync_folder(target: &Path) -> io::Result<()> {
    match target.parent() {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

fn failed(doing: &'static str, path: &Path, source: io::Error) -> Error {
    Error::Io { path: path.to_owned(), doing, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_replaces_its_target_or_leaves_nothing() {
        let folder = tempfile::tempdir().expect("temporary folder");
        let target = folder.path().join("content.db");
        fs::write(&target, "old").expect("write");
        let names = || fs::read_dir(folder.path()).expect("list").count();

        let draft = Draft::beside(&target).expect("draft");
        fs::write(draft.path(), "half").expect("write");
        drop(draft);
        assert_eq!(fs::read_to_string(&target).expect("read"), "old");
        assert_eq!(names(), 1, "nothing is left beside it");

        let draft = Draft::beside(&target).expect("draft");
        fs::write(draft.path(), "new").expect("write");
        draft.publish().expect("published");
        assert_eq!(fs::read_to_string(&target).expect("read"), "new");
        assert_eq!(names(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let error = Draft::beside(Path::new("/nowhere/content.db")).expect_err("refused");
        assert!(error.to_string().contains("/nowhere/content.db"), "{error}");
    }
}
