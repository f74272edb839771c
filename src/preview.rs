//! Editing with the result before one's eyes: watches the authors' folder, builds it anew after every change, and shows it.
//!
//! A folder that cannot be built leaves the last good edition on the glass. Knows authoring and the wiring, no screens.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::app::Courier;
use crate::authoring::{self, Built, Drawn, build_again};
use crate::content::Library;

/// The time between two looks at the folder.
const LOOK: Duration = Duration::from_millis(400);

/// The deepest folder that is looked into: a story's is the third.
const DEEPEST: u32 = 8;

/// What came of one build.
pub type Outcome = Result<Built, authoring::Error>;

/// An authors' folder that is built again and again.
#[derive(Debug)]
pub struct Bench {
    folder: PathBuf,
    drawn: Drawn,
    /// What the folder was like when it was built last.
    built: u64,
}

impl Bench {
    /// For this folder; nothing is built yet.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, drawn: Drawn::default(), built: 0 }
    }

    /// Builds it once; the edition is there only where that went well.
    pub fn build(&mut self) -> (Outcome, Option<Library>) {
        // Looked at first: what is saved while it is built is a change.
        self.built = fingerprint(&self.folder);
        match self.built_library() {
            Ok((built, library)) => (Ok(built), Some(library)),
            Err(error) => (Err(error), None),
        }
    }

    fn built_library(&self) -> Result<(Built, Library), authoring::Error> {
        let (built, bytes) = build_again(&self.folder, &self.drawn)?;
        Ok((built, Library::from_bytes(bytes)?))
    }

    /// Builds it after every change, hands it to `courier` and tells `done` what came of it, until nobody takes it any more.
    pub fn watch(mut self, courier: &Courier, mut done: impl FnMut(&Outcome)) {
        loop {
            look_away();
            let mut now = fingerprint(&self.folder);
            if now == self.built {
                continue;
            }
            // A program that saves several files, or a large one, is not done yet.
            loop {
                look_away();
                let later = fingerprint(&self.folder);
                if later == now {
                    break;
                }
                now = later;
            }
            let (outcome, library) = self.build();
            let is_taken = library.is_none_or(|library| courier.deliver(library));
            done(&outcome);
            if !is_taken {
                return;
            }
        }
    }
}

/// Lets the time between two looks pass.
#[expect(
    clippy::disallowed_methods,
    reason = "a folder rings no bell, and nobody waits for the end of this thread"
)]
fn look_away() {
    thread::sleep(LOOK);
}

/// Changes whenever a file below `folder` comes, goes, or is written to.
fn fingerprint(folder: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    add(folder, 0, &mut hasher);
    hasher.finish()
}

fn add(folder: &Path, depth: u32, hasher: &mut DefaultHasher) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let Ok(about) = entry.metadata() else { continue };
        entry.file_name().hash(hasher);
        if about.is_dir() && depth < DEEPEST {
            add(&entry.path(), depth + 1, hasher);
        } else {
            about.len().hash(hasher);
            about.modified().ok().hash(hasher);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_looks_different_after_a_file_was_written_added_or_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("stories/about");
        fs::create_dir_all(&inner).unwrap();
        let file = inner.join("en.md");
        let empty = fingerprint(folder.path());
        assert_eq!(empty, fingerprint(folder.path()), "untouched");
        fs::write(&file, "one").unwrap();
        let one = fingerprint(folder.path());
        assert_ne!(empty, one, "added");
        fs::write(&file, "other").unwrap();
        assert_ne!(one, fingerprint(folder.path()), "written");
        fs::remove_file(&file).unwrap();
        assert_eq!(empty, fingerprint(folder.path()), "taken away");
    }
}
