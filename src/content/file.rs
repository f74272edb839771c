//! What can be told of an edition before SQLite sees it: that it is a plain file of a sane size
//! with the right first bytes and no journal beside it.
//!
//! Opening a FIFO would hang and following a symlink would read another file, so neither is opened.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::bounds::EDITION_MAX_BYTES;
use super::error::Error;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// Length of the SQLite header, and so of the smallest file that can be a database.
const HEADER_BYTES: usize = 100;
/// Offsets in the header of the write and read versions (1 rollback journal, 2 write-ahead log).
const JOURNAL_MODE: [usize; 2] = [18, 19];
/// Offset in the header of the text encoding's last byte (1 UTF-8, 2 and 3 UTF-16).
const ENCODING: usize = 59;

/// The real path and the size in bytes of the edition at `path`, if its outside is in order.
pub(super) fn inspect(path: &Path) -> Result<(PathBuf, u64), Error> {
    let place = path.display().to_string();
    let failed = |source| Error::Io { place: place.clone(), source };
    let about = fs::symlink_metadata(path).map_err(failed)?;
    if let Some(kind) = other_than_a_file(about.file_type()) {
        return Err(Error::NotAFile { place, kind });
    }
    check_size(&place, about.len())?;
    check_sidecars(path, &place)?;
    // SQLite takes a symlink anywhere in the path for an attack when told to follow none,
    // so the folder is resolved first and only the file itself must not be one.
    let parent =
        path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut real = parent.canonicalize().map_err(failed)?;
    real.push(path.file_name().unwrap_or_default());
    let mut header = Vec::with_capacity(HEADER_BYTES);
    File::open(&real)
        .and_then(|file| file.take(HEADER_BYTES as u64).read_to_end(&mut header))
        .map_err(failed)?;
    check_header(&place, &header)?;
    Ok((real, about.len()))
}

/// Checks the size and the header of an edition held in memory.
pub(super) fn inspect_bytes(place: &str, bytes: &[u8]) -> Result<(), Error> {
    check_size(place, bytes.len() as u64)?;
    check_header(place, bytes)
}

fn check_size(place: &str, bytes: u64) -> Result<(), Error> {
    let place = || place.to_owned();
    match bytes {
        0 => Err(Error::Empty { place: place() }),
        1..=EDITION_MAX_BYTES => Ok(()),
        _ => Err(Error::TooLarge { place: place(), bytes, limit: EDITION_MAX_BYTES }),
    }
}

fn check_header(place: &str, bytes: &[u8]) -> Result<(), Error> {
    let place = || place.to_owned();
    let Some(header) = bytes.get(..HEADER_BYTES).filter(|header| header.starts_with(MAGIC)) else {
        return Err(Error::NotADatabase { place: place(), looks_like: look(bytes) });
    };
    if JOURNAL_MODE.iter().any(|&at| header.get(at) == Some(&2)) {
        return Err(Error::WriteAhead { place: place() });
    }
    match header.get(ENCODING) {
        Some(0 | 1) => Ok(()),
        Some(2 | 3) => Err(Error::Encoding { place: place(), encoding: "UTF-16".to_owned() }),
        other => Err(Error::Encoding {
            place: place(),
            encoding: format!("encoding {}", other.copied().unwrap_or_default()),
        }),
    }
}

/// A guess at what a file is that is no database, so that staff see their mistake.
fn look(bytes: &[u8]) -> &'static str {
    let start = bytes.trim_ascii_start();
    if bytes.starts_with(MAGIC) {
        "it ends within its header"
    } else if bytes.starts_with(b"** This file contains an SQLite 2") {
        "it is an SQLite 2 file"
    } else if start.starts_with(b"<") {
        "it looks like a web page"
    } else if bytes.starts_with(b"PK\x03\x04") {
        "it looks like a ZIP archive"
    } else if bytes.starts_with(b"\xff\xd8") || bytes.starts_with(b"\x89PNG") {
        "it looks like a picture"
    } else if !bytes.is_empty() && bytes.iter().all(|byte| *byte == 0) {
        "it begins with zeros"
    } else if std::str::from_utf8(bytes).is_ok() {
        "it looks like a text"
    } else {
        "its first bytes are unknown, it may be encrypted or damaged"
    }
}

fn other_than_a_file(kind: fs::FileType) -> Option<&'static str> {
    if kind.is_file() {
        return None;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            return Some("a named pipe");
        }
        if kind.is_socket() {
            return Some("a socket");
        }
        if kind.is_block_device() || kind.is_char_device() {
            return Some("a device");
        }
    }
    Some(if kind.is_dir() {
        "a folder"
    } else if kind.is_symlink() {
        "a symbolic link"
    } else {
        "something else"
    })
}

/// A journal beside the file means that it is half of something; an empty one means nothing.
fn check_sidecars(path: &Path, place: &str) -> Result<(), Error> {
    for suffix in ["-wal", "-journal"] {
        let mut beside = path.as_os_str().to_owned();
        beside.push(suffix);
        let beside = PathBuf::from(beside);
        match fs::symlink_metadata(&beside) {
            Ok(about) if about.is_file() && about.len() == 0 => {}
            Ok(_) => {
                return Err(Error::Sidecar {
                    place: place.to_owned(),
                    sidecar: beside
                        .file_name()
                        .map(|name| name.to_string_lossy().into_owned())
                        .unwrap_or_default(),
                });
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(source) => {
                return Err(Error::Io { place: beside.display().to_string(), source });
            }
        }
    }
    Ok(())
}
