//! Which edition is shown: the one given, or the starter edition that is part of the program.

use std::path::Path;

use crate::content::{Error, Library};

/// The edition of last resort, made from `assets/starter`.
const STARTER: &[u8] = include_bytes!("../../assets/starter/starter.db");

/// An edition, and why it is not the one that was asked for.
#[derive(Debug)]
pub struct Opened {
    /// What is shown.
    pub library: Library,
    /// Set where it is the starter edition.
    pub refused: Option<Error>,
}

/// The edition compiled into the program.
///
/// # Errors
///
/// Never for a program that passed its tests, one of which opens it.
pub fn starter() -> Result<Library, Error> {
    Library::from_bytes(STARTER.to_vec())
}

/// Opens the edition at `path`. One that cannot be shown is refused with its reason, and the starter edition
/// stands in: a visitor always sees good content.
///
/// # Errors
///
/// When even the starter edition cannot be opened.
pub fn open_or_starter(path: &Path) -> Result<Opened, Error> {
    match Library::open(path) {
        Ok(library) => Ok(Opened { library, refused: None }),
        Err(refused) => {
            tracing::error!(
                code = refused.code(),
                edition = %path.display(),
                error = %refused,
                help = refused.help(),
                "the edition is refused; the starter edition is shown"
            );
            Ok(Opened { library: starter()?, refused: Some(refused) })
        }
    }
}
