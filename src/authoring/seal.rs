//! Sealing an edition again after it was changed by hand.

use std::fs;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::draft::Draft;
use super::error::Error;
use crate::content::{self, Fault, Library, Severity, faults, seal as digests};

/// What sealing did.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sealed {
    /// The digest that is in the seal now.
    pub digest: String,
    /// What the seal said before.
    pub before: Before,
    /// A signature was removed: it was for what the edition held before.
    pub signature_removed: bool,
    /// What was found that does not keep the edition from being shown.
    pub warnings: Vec<Fault>,
}

/// What a seal said before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Before {
    /// There was none.
    None,
    /// It held already, and the file was left alone.
    Held,
    /// It was for another content, with this digest.
    Stale(String),
}

/// Checks the edition at `path`, all but its seal, and seals it in its place.
///
/// # Errors
///
/// [`Error::Faulty`] where a kiosk would refuse it for another reason than its seal, [`Error::Content`] where it is no edition;
/// [`Error::Io`] or [`Error::Sql`] where it cannot be written.
/// After any error the file is as it was.
pub fn seal(path: &Path) -> Result<Sealed, Error> {
    // Also makes sure that it is a plain file with no journal beside it, so that a copy is all of it.
    match Library::open_unsealed(path) {
        // The copy is folded below.
        Ok(_) | Err(content::Error::WriteAhead { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let draft = Draft::beside(path)?;
    fs::copy(path, draft.path()).map_err(|source| Error::Io {
        path: path.to_owned(),
        doing: "copying",
        source,
    })?;
    let sealed = seal_copy(path, draft.path())?;
    if sealed.before != Before::Held {
        draft.publish()?;
    }
    Ok(sealed)
}

fn seal_copy(path: &Path, copy: &Path) -> Result<Sealed, Error> {
    let failed =
        |source| Error::Sql { place: path.display().to_string(), doing: "sealing it", source };
    let connection = connect(copy).map_err(failed)?;
    let warnings = faults(&Library::open_unsealed(copy)?);
    if warnings.iter().any(|fault| fault.severity == Severity::Error) {
        return Err(Error::Faulty { place: path.display().to_string(), faults: warnings });
    }
    let digest = digests::digest(&connection)?;
    let found: Option<(String, Option<String>)> = connection
        .query_row("SELECT digest, signature FROM seal WHERE id = 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()
        .map_err(failed)?;
    let (before, signature) = match found {
        None => (Before::None, None),
        Some((known, signature)) if known == digest => (Before::Held, signature),
        Some((known, signature)) => (Before::Stale(known), signature),
    };
    if before != Before::Held {
        connection
            .execute(
                "INSERT OR REPLACE INTO seal (id, digest, signature) VALUES (1, ?1, NULL)",
                [&digest],
            )
            .map_err(failed)?;
    }
    connection.close().map_err(|(_, source)| failed(source))?;
    Ok(Sealed {
        signature_removed: before != Before::Held && signature.is_some(),
        digest,
        before,
        warnings,
    })
}

fn connect(copy: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(copy, flags)?;
    // Editors of databases like the write-ahead form; a kiosk reads the plain one.
    connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    Ok(connection)
}
