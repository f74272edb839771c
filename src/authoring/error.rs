//! What can go wrong in making and looking at editions, and what to do about it.

use std::io;
use std::path::PathBuf;

use super::disk;
use crate::content::{self, Fault};

/// Why an edition was not made, compared, exported or sealed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file is not an edition that a kiosk could read.
    #[error(transparent)]
    Content(#[from] content::Error),
    /// There are faults to mend first; nothing was written.
    #[error("{place} has faults; nothing was written")]
    Faulty {
        /// The folder or edition.
        place: String,
        /// All that was found, warnings too.
        faults: Vec<Fault>,
    },
    /// The operating system did not let it happen.
    #[error("{}", disk::failure(doing, path, source))]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
        /// Why it failed.
        source: io::Error,
    },
    /// The folder to export to holds something already.
    #[error("{} is not empty", path.display())]
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// SQLite refused.
    #[error("{place}: {doing} failed: {source}")]
    Sql {
        /// The edition.
        place: String,
        /// What was being done.
        doing: &'static str,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// The edition opens, but a row in it is not as it should be.
    #[error("{place}: {what}")]
    Unfit {
        /// The edition.
        place: String,
        /// The first thing wrong.
        what: String,
    },
}

impl Error {
    /// What to do about it, in one sentence.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Content(error) => error.help(),
            Self::Faulty { .. } => "mend what is listed and try again",
            Self::Io { doing, .. } => disk::remedy(doing),
            Self::NotEmpty { .. } => "name a new or an empty folder",
            Self::Sql { .. } => {
                "check that the disk has room; if it stays so, build the edition again"
            }
            Self::Unfit { .. } => {
                "run `kiosk content check` on the edition to see all that is wrong"
            }
        }
    }
}
