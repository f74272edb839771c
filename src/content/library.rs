//! An open edition: its catalogue in memory, its bodies and pictures on demand.

use std::path::Path;
use std::sync::Arc;

use super::article::Body;
use super::body;
use super::bounds::PICTURE_MAX_BYTES;
use super::catalogue::Catalogue;
use super::error::Error;
use super::ids::{ArticleId, LanguageId, PageId, PictureId};
use super::record::Problems;
use super::store::Store;
use super::{load, seal};

/// The only reader of an edition; it never writes.
///
/// It belongs to one thread at a time, and no call on it is quick enough for the thread that draws:
/// see [`Librarian`](super::Librarian).
#[derive(Debug)]
pub struct Library {
    store: Store,
    catalogue: Arc<Catalogue>,
    problems: Vec<Error>,
}

/// How much of an edition is checked when it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// Nobody vouches for it: everything, the seal too.
    Nobody,
    /// Its author is at work on it: everything but the seal, and bad rows are only noted.
    Author,
    /// This kiosk checked it when it put it on its shelf: only what costs no reading of the whole file.
    Shelf,
}

impl Library {
    /// Opens the edition at `path` and checks all of it: the file, its form, its structure, its rows and its seal.
    ///
    /// It reads the whole file, so the time goes with its size.
    ///
    /// # Errors
    ///
    /// The first fault found, of any kind but [`Error::Busy`], [`Error::Panicked`] and those of pictures.
    pub fn open(path: &Path) -> Result<Self, Error> {
        Self::admit(Store::open(path)?, Trust::Nobody)
    }

    /// Opens an edition for those who work on it: without looking at the seal, and leaving out rows that cannot be read.
    ///
    /// What was left out is told by [`problems`](Self::problems); never show such an edition to visitors.
    ///
    /// # Errors
    ///
    /// The first fault of the file, its form or its structure.
    pub fn open_unsealed(path: &Path) -> Result<Self, Error> {
        Self::admit(Store::open(path)?, Trust::Author)
    }

    /// Opens a private copy that this kiosk has accepted by [`open`](Self::open) before.
    ///
    /// It neither searches for damage nor computes the digest, so that start-up does not wait for a whole file;
    /// [`verify`](Self::verify) does that later.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open), without damage and broken seals.
    pub fn open_accepted(path: &Path) -> Result<Self, Error> {
        Self::admit(Store::open(path)?, Trust::Shelf)
    }

    /// Opens an edition held in memory, such as one compiled into the program, and checks all of it.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open).
    #[expect(
        clippy::needless_pass_by_value,
        reason = "the bytes move into SQLite's memory and must not stay twice"
    )]
    pub fn from_bytes(edition: Vec<u8>) -> Result<Self, Error> {
        Self::admit(Store::from_bytes(&edition)?, Trust::Nobody)
    }

    fn admit(store: Store, trust: Trust) -> Result<Self, Error> {
        store.check_form()?;
        store.check_bounds()?;
        let problems = Problems::default();
        if trust != Trust::Shelf {
            store.check_structure()?;
            for broken in store.broken_references()? {
                problems.add(broken);
            }
        }
        let sealed = match trust {
            Trust::Nobody => Some(check_seal(&store)?),
            Trust::Author | Trust::Shelf => stored_seal(&store)?,
        };
        if trust == Trust::Shelf && sealed.is_none() {
            return Err(Error::NoSeal { place: store.place });
        }
        let catalogue = load::catalogue(&store, sealed.unwrap_or_default(), &problems)?;
        let mut problems = problems.into_vec();
        if trust != Trust::Author && !problems.is_empty() {
            return Err(problems.swap_remove(0));
        }
        Ok(Self { store, catalogue: Arc::new(catalogue), problems })
    }

    /// Everything of the edition but its bodies and the bytes of its pictures.
    #[must_use]
    pub fn catalogue(&self) -> Arc<Catalogue> {
        Arc::clone(&self.catalogue)
    }

    /// The rows that were left out, where the edition was opened by [`open_unsealed`](Self::open_unsealed).
    #[must_use]
    pub fn problems(&self) -> &[Error] {
        &self.problems
    }

    /// Reads the whole file again and proves that it is still what was sealed.
    ///
    /// # Errors
    ///
    /// [`Error::Damaged`], [`Error::NoSeal`], [`Error::SealBroken`], or what kept it from reading.
    pub fn verify(&self) -> Result<(), Error> {
        self.store.check_structure()?;
        check_seal(&self.store).map(drop)
    }

    /// The body of an article for a reader of `language`.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`] where there is no such article or it has no text in any language;
    /// [`Error::Value`], [`Error::Damaged`], [`Error::TimedOut`] or [`Error::Sql`] where it cannot be read.
    pub fn article(&self, id: ArticleId, language: LanguageId) -> Result<Body, Error> {
        body::article(&self.store, &self.catalogue, id, language)
    }

    /// The body of a page for a reader of `language`.
    ///
    /// # Errors
    ///
    /// As [`article`](Self::article).
    pub fn page(&self, id: PageId, language: LanguageId) -> Result<Body, Error> {
        body::page(&self.store, &self.catalogue, id, language)
    }

    /// The bytes of a picture, as they are in the edition.
    ///
    /// # Errors
    ///
    /// As [`article`](Self::article).
    pub fn picture_bytes(&self, id: PictureId) -> Result<Vec<u8>, Error> {
        let mut bytes = None;
        self.store.select(
            "picture",
            "SELECT id, bytes FROM picture WHERE id = ?1",
            &[id.0],
            |row| {
                let blob: Vec<u8> = row.get(1)?;
                if blob.len() > PICTURE_MAX_BYTES {
                    return Err(row.error(1, format!("has {} bytes", blob.len())));
                }
                bytes = Some(blob);
                Ok(())
            },
        )?;
        bytes.ok_or_else(|| Error::Missing { what: format!("picture {id}") })
    }

    /// The connection and what it knows, for the checks.
    pub(super) fn store(&self) -> &Store {
        &self.store
    }
}

fn stored_seal(store: &Store) -> Result<Option<String>, Error> {
    store.start_query();
    seal::sealed(&store.connection).map_err(|source| store.failed("reading the seal", source))
}

/// The digest of the content, proved to be the one in the seal.
fn check_seal(store: &Store) -> Result<String, Error> {
    let Some(sealed) = stored_seal(store)? else {
        return Err(Error::NoSeal { place: store.place.clone() });
    };
    store.start_whole_read();
    let found = seal::digest(&store.connection)?;
    if sealed == found {
        return Ok(found);
    }
    Err(Error::SealBroken {
        place: store.place.clone(),
        sealed: super::chars::quoted(&sealed),
        found,
    })
}
