//! From the authors' folder to a sealed edition.
//!
//! The same folder makes the same bytes, on any day, in any place, in whatever order the disk lists its files.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use rusqlite::{Connection, OpenFlags};
use sha2::{Digest, Sha256};

use super::draft::Draft;
use super::error::Error;
use super::faults::{Faults, codes};
use super::pictures::{self, PictureFault};
use super::sources::{self, Drawing, Sources};
use super::store::{Keys, write_picture_bytes, write_rows};
use crate::content::{Fault, check, schema, seal};

/// An edition that was built.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Built {
    /// The edition's own version.
    pub version: String,
    /// The digest in its seal.
    pub digest: String,
    /// Languages.
    pub languages: usize,
    /// Stories.
    pub stories: usize,
    /// Pictures.
    pub pictures: usize,
    /// The size of the file in bytes.
    pub bytes: u64,
    /// What was found that does not keep the edition from being shown.
    pub warnings: Vec<Fault>,
}

/// Pictures that were drawn already, by the digest of their drawing: drawing takes most of the time of a build.
///
/// For those who build the same folder again and again. It keeps what the last build needed.
#[derive(Debug, Default)]
pub struct Drawn {
    known: Mutex<HashMap<[u8; 32], Arc<Vec<u8>>>>,
    used: Mutex<HashSet<[u8; 32]>>,
}

impl Drawn {
    /// The picture of a drawing of these bytes, drawn by `draw` if it is not there yet.
    fn picture(
        &self,
        bytes: Vec<u8>,
        draw: impl Fn(Vec<u8>) -> Result<Vec<u8>, PictureFault>,
    ) -> Result<Vec<u8>, PictureFault> {
        let digest: [u8; 32] = Sha256::digest(&bytes).into();
        if let Ok(mut used) = self.used.lock() {
            used.insert(digest);
        }
        let known = self.known.lock().ok().and_then(|known| known.get(&digest).cloned());
        if let Some(known) = known {
            return Ok(known.as_ref().clone());
        }
        let picture = draw(bytes)?;
        if let Ok(mut known) = self.known.lock() {
            known.insert(digest, Arc::new(picture.clone()));
        }
        Ok(picture)
    }

    /// Forgets what was not used since the last time.
    fn forget_unused(&self) {
        if let (Ok(mut known), Ok(mut used)) = (self.known.lock(), self.used.lock()) {
            known.retain(|digest, _| used.contains(digest));
            used.clear();
        }
    }
}

/// Builds an edition from `folder` and puts it at `target`, in place of what was there.
///
/// # Errors
///
/// [`Error::Faulty`] with everything that must be mended first; [`Error::Io`] or [`Error::Sql`] where the file cannot be written.
/// After any error `target` is as it was.
pub fn build(folder: &Path, target: &Path) -> Result<Built, Error> {
    let sources = read(folder)?;
    let draft = Draft::beside(target)?;
    let built = write(folder, sources, draft.path(), None)?;
    draft.publish()?;
    Ok(built)
}

/// The bytes of the edition that `folder` makes.
///
/// # Errors
///
/// As [`build`].
pub fn build_bytes(folder: &Path) -> Result<Vec<u8>, Error> {
    in_memory(folder, None).map(|(_, bytes)| bytes)
}

/// What [`build_bytes`] makes, and what is to be said of it, without drawing anew what `drawn` remembers.
///
/// # Errors
///
/// As [`build`].
pub fn build_again(folder: &Path, drawn: &Drawn) -> Result<(Built, Vec<u8>), Error> {
    let built = in_memory(folder, Some(drawn))?;
    drawn.forget_unused();
    Ok(built)
}

fn in_memory(folder: &Path, drawn: Option<&Drawn>) -> Result<(Built, Vec<u8>), Error> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let sources = read(folder)?;
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let draft = Draft::beside(&std::env::temp_dir().join(format!("kiosk-edition-{number}")))?;
    let built = write(folder, sources, draft.path(), drawn)?;
    let bytes = fs::read(draft.path()).map_err(|source| Error::Io {
        path: draft.path().to_owned(),
        doing: "reading",
        source,
    })?;
    Ok((built, bytes))
}

/// The sources, if nothing in them must be mended first.
fn read(folder: &Path) -> Result<Sources, Error> {
    if !folder.is_dir() {
        return Err(Error::Io {
            path: folder.to_owned(),
            doing: "opening the folder",
            source: std::io::ErrorKind::NotADirectory.into(),
        });
    }
    let mut sources = sources::read(folder);
    if sources.faults.any_error() {
        return Err(faulty(folder, std::mem::take(&mut sources.faults)));
    }
    Ok(sources)
}

fn faulty(folder: &Path, faults: Faults) -> Error {
    Error::Faulty { place: folder.display().to_string(), faults: faults.into_sorted() }
}

/// Writes the edition into the empty file `draft` and lets the kiosk's own checks look at it.
fn write(
    folder: &Path,
    sources: Sources,
    draft: &Path,
    drawn: Option<&Drawn>,
) -> Result<Built, Error> {
    let Sources { edition, drawings, mut faults } = sources;
    let failed =
        |doing| move |source| Error::Sql { place: draft.display().to_string(), doing, source };
    let mut connection = connect(draft).map_err(failed("starting the edition"))?;
    schema::create(&connection)?;
    let transaction = connection.transaction().map_err(failed("starting the edition"))?;
    let keys = Keys::of(&edition);
    transaction
        .pragma_update(None, "defer_foreign_keys", true)
        .and_then(|()| write_rows(&transaction, &edition, &keys))
        .map_err(failed("writing its rows"))?;
    let stored = |drawing: &Drawing| stored(drawing, drawn);
    pictures::in_order(&drawings, stored, |drawing, bytes| {
        match bytes {
            Ok(bytes) => write_picture_bytes(&transaction, &drawing.picture, &bytes, &keys)
                .map_err(failed("writing a picture"))?,
            Err(PictureFault { what, mend }) => {
                faults.error(codes::PICTURE, &drawing.name, &what, &mend);
            }
        }
        Ok::<(), Error>(())
    })?;
    if faults.any_error() {
        return Err(faulty(folder, faults));
    }
    let digest = seal::digest(&transaction)?;
    transaction
        .execute("INSERT INTO seal (id, digest) VALUES (1, ?1)", [&digest])
        .map_err(failed("sealing it"))?;
    transaction.commit().map_err(failed("finishing it"))?;
    connection.close().map_err(|(_, source)| failed("finishing it")(source))?;
    faults.extend(check(draft));
    if faults.any_error() {
        return Err(faulty(folder, faults));
    }
    let bytes = fs::metadata(draft).map_or(0, |about| about.len());
    Ok(Built {
        version: edition.about.version,
        digest,
        languages: edition.about.languages.len(),
        stories: edition.stories.len(),
        pictures: edition.pictures.len(),
        bytes,
        warnings: faults.into_sorted(),
    })
}

/// The bytes that the edition stores for a picture, read and drawn on any thread.
fn stored(drawing: &Drawing, drawn: Option<&Drawn>) -> Result<Vec<u8>, PictureFault> {
    let bytes = fs::read(&drawing.path).map_err(|error| PictureFault {
        what: format!("it cannot be read: {error}"),
        mend: "look whether it is still there".to_owned(),
    })?;
    match drawn.filter(|_| drawing.form == pictures::Form::Svg) {
        Some(drawn) => drawn.picture(bytes, |bytes| pictures::stored(bytes, drawing.form)),
        None => pictures::stored(bytes, drawing.form),
    }
}

/// Opens the empty file of a draft for writing.
///
/// The draft is thrown away when anything fails, and brought to disk as a whole when it is published.
/// So it needs neither a journal nor a sync on the way.
/// Rows are written table by table into a new file, which leaves no gaps for a `VACUUM` to close;
/// SQLite is built without the attaching of files that a `VACUUM` needs.
fn connect(draft: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(draft, flags)?;
    connection.pragma_update(None, "page_size", 4096)?;
    connection.pragma_update(None, "encoding", "UTF-8")?;
    connection.pragma_update(None, "auto_vacuum", "NONE")?;
    connection.query_row("PRAGMA journal_mode = MEMORY", [], |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}
