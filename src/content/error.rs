//! What can go wrong in opening and reading an edition, and what to do about it.
//!
//! Messages are for staff and authors; a visitor never sees one.

use std::io;

use super::schema;

/// Why an edition, or a part of it, cannot be had.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// More questions waited than the librarian keeps.
    #[error("the question was dropped, {waiting} others were waiting")]
    Busy {
        /// How many were waiting.
        waiting: usize,
    },
    /// The file is damaged: SQLite finds its structure broken.
    #[error("{place} is damaged: {finding}")]
    Damaged {
        /// The edition.
        place: String,
        /// What SQLite found.
        finding: String,
    },
    /// The file has no bytes.
    #[error("{place} is empty (0 bytes)")]
    Empty {
        /// The edition.
        place: String,
    },
    /// The file keeps its texts in another encoding than UTF-8.
    #[error("{place} keeps its texts in {encoding}, not in UTF-8")]
    Encoding {
        /// The edition.
        place: String,
        /// The encoding that it names.
        encoding: String,
    },
    /// Not an edition, though it may well be a good database of something else.
    #[error("{place} is a database, but not an edition (application id {found:#010x})")]
    ForeignDatabase {
        /// The edition.
        place: String,
        /// The application id that it carries.
        found: i32,
    },
    /// The file asks SQLite for something that reading an edition never needs.
    #[error("{place} asks for what an edition may not: {what}")]
    Forbidden {
        /// The edition.
        place: String,
        /// What was asked.
        what: String,
    },
    /// The operating system could not read it.
    #[error("{place} cannot be read")]
    Io {
        /// The file.
        place: String,
        /// Why.
        source: io::Error,
    },
    /// No such row in this edition.
    #[error("there is no {what} in this edition")]
    Missing {
        /// What was asked for, such as `article 12`.
        what: String,
    },
    /// Made for a later kiosk than this one.
    #[error(
        "{place} needs a newer kiosk: it has schema version {found}, this kiosk reads {}",
        schema::USER_VERSION
    )]
    NewerSchema {
        /// The edition.
        place: String,
        /// The version that it has.
        found: i32,
    },
    /// The edition carries no seal.
    #[error("{place} is not sealed")]
    NoSeal {
        /// The edition.
        place: String,
    },
    /// Not an SQLite file at all.
    #[error("{place} is not an SQLite database ({looks_like})")]
    NotADatabase {
        /// The file.
        place: String,
        /// What its first bytes look like.
        looks_like: &'static str,
    },
    /// Not a regular file.
    #[error("{place} is {kind}, not a regular file")]
    NotAFile {
        /// The path.
        place: String,
        /// What it is instead.
        kind: &'static str,
    },
    /// Made for an earlier kiosk, before the first released schema.
    #[error("{place} has schema version {found}, this kiosk reads {}", schema::USER_VERSION)]
    OlderSchema {
        /// The edition.
        place: String,
        /// The version that it has.
        found: i32,
    },
    /// A later search took the place of this one, which nobody waits for any more.
    #[error("the search was dropped, a later one took its place")]
    Overtaken,
    /// A fault in the program, contained to one question.
    #[error("the program failed while reading {what}")]
    Panicked {
        /// What was being read.
        what: String,
    },
    /// A picture's bytes are broken or of no known format.
    #[error("{place} cannot be decoded")]
    PictureBroken {
        /// The picture.
        place: String,
        /// What the decoder says.
        source: image::ImageError,
    },
    /// A picture has more pixels than this kiosk decodes.
    #[error("{place} is too large: {width} x {height} pixels")]
    PictureTooLarge {
        /// The picture.
        place: String,
        /// Its width in pixels.
        width: u32,
        /// Its height in pixels.
        height: u32,
    },
    /// A row points to one that is not there.
    #[error("{place}: row {row} of {table} points to a row that {target} does not have")]
    Reference {
        /// The edition.
        place: String,
        /// The table that points.
        table: String,
        /// Its row.
        row: i64,
        /// The table pointed to.
        target: String,
    },
    /// The tables are not those of an edition.
    #[error("{place} does not have the tables of an edition: {what}")]
    Schema {
        /// The edition.
        place: String,
        /// The first difference.
        what: String,
    },
    /// The content is not what was sealed.
    #[error("{place} was changed after it was sealed, or was damaged on its way")]
    SealBroken {
        /// The edition.
        place: String,
        /// The digest in the seal.
        sealed: String,
        /// The digest of what is there.
        found: String,
    },
    /// A journal of unfinished changes lies beside the file.
    #[error("{place} has {sidecar} beside it: another program has not finished with it")]
    Sidecar {
        /// The edition.
        place: String,
        /// The name of the file beside it.
        sidecar: String,
    },
    /// The size asked for a picture makes no sense.
    #[error("a picture of {width} x {height} pixels was asked for")]
    SlotUnusable {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// SQLite refused a query.
    #[error("{place}: {doing} failed")]
    Sql {
        /// The edition.
        place: String,
        /// What was being done.
        doing: &'static str,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// Reading took longer than any honest edition needs.
    #[error("{place}: {doing} took too long")]
    TimedOut {
        /// The edition.
        place: String,
        /// What was being done.
        doing: &'static str,
    },
    /// The file is larger than an edition may be.
    #[error("{place} is too large: {bytes} bytes, at most {limit} are read")]
    TooLarge {
        /// The edition.
        place: String,
        /// Its size.
        bytes: u64,
        /// The largest size allowed.
        limit: u64,
    },
    /// A table has more rows than an edition may have.
    #[error("{place}: {table} has {rows} rows, at most {limit} are read")]
    TooManyRows {
        /// The edition.
        place: String,
        /// The table.
        table: &'static str,
        /// Its rows.
        rows: u64,
        /// The most rows allowed.
        limit: u64,
    },
    /// A value in a row is not what its column promises.
    #[error("{place}, column {column}: {what}")]
    Value {
        /// The table and the key of the row.
        place: String,
        /// The column.
        column: String,
        /// What is wrong with it.
        what: String,
    },
    /// The file is in write-ahead mode: part of it may lie in another file.
    #[error("{place} is in write-ahead (WAL) mode, so part of it may lie in another file")]
    WriteAhead {
        /// The edition.
        place: String,
    },
}

impl Error {
    /// A code that stays the same from version to version, for logs and manuals.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Busy { .. } => "LK-E01",
            Self::Damaged { .. } => "LK-E02",
            Self::Empty { .. } => "LK-E03",
            Self::Encoding { .. } => "LK-E04",
            Self::ForeignDatabase { .. } => "LK-E05",
            Self::Forbidden { .. } => "LK-E06",
            Self::Io { .. } => "LK-E07",
            Self::Missing { .. } => "LK-E08",
            Self::NewerSchema { .. } => "LK-E09",
            Self::NoSeal { .. } => "LK-E10",
            Self::NotADatabase { .. } => "LK-E11",
            Self::NotAFile { .. } => "LK-E12",
            Self::OlderSchema { .. } => "LK-E13",
            Self::Overtaken => "LK-E28",
            Self::Panicked { .. } => "LK-E14",
            Self::PictureBroken { .. } => "LK-E15",
            Self::PictureTooLarge { .. } => "LK-E16",
            Self::Reference { .. } => "LK-E17",
            Self::Schema { .. } => "LK-E18",
            Self::SealBroken { .. } => "LK-E19",
            Self::Sidecar { .. } => "LK-E20",
            Self::SlotUnusable { .. } => "LK-E21",
            Self::Sql { .. } => "LK-E22",
            Self::TimedOut { .. } => "LK-E23",
            Self::TooLarge { .. } => "LK-E24",
            Self::TooManyRows { .. } => "LK-E25",
            Self::Value { .. } => "LK-E26",
            Self::WriteAhead { .. } => "LK-E27",
        }
    }

    /// What to do about it, in one sentence.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::Busy { .. } => "ask again when it is still wanted",
            Self::Damaged { .. } => {
                "copy the file again from where it was made; if it stays so, build it again with `kiosk content build`"
            }
            Self::Empty { .. } => "the copy was probably cut short: copy the file again",
            Self::Encoding { .. } => "build the edition again with `kiosk content build`",
            Self::ForeignDatabase { .. } | Self::NotADatabase { .. } => {
                "name an edition made by `kiosk content build`"
            }
            Self::Forbidden { .. } => {
                "build the edition again with `kiosk content build`; do not add views, triggers or extensions to it"
            }
            Self::Io { .. } => {
                "check that the file is there and may be read, and that the medium is sound"
            }
            Self::Missing { .. } => {
                "show what is there; the edition may have been swapped meanwhile"
            }
            Self::NewerSchema { .. } => {
                "update the kiosk program, or build the edition with this version of it"
            }
            Self::NoSeal { .. } => {
                "if the content is as you want it, seal it with `kiosk content seal`"
            }
            Self::NotAFile { .. } => "name the edition itself, a file such as content.db",
            Self::OlderSchema { .. } => {
                "build the edition again with `kiosk content build` of this version"
            }
            Self::Overtaken => "wait for the answer to the later search",
            Self::Panicked { .. } => {
                "report this as a fault of the program, with the edition if you may"
            }
            Self::PictureBroken { .. } => "save the picture again as JPEG, PNG or WebP",
            Self::PictureTooLarge { .. } => {
                "scale it down: at most 8192 pixels a side and 40 megapixels"
            }
            Self::Reference { .. } => {
                "add the missing row or remove the reference, then seal again"
            }
            Self::Schema { .. } => {
                "undo the change to the tables, or build the edition again with `kiosk content build`"
            }
            Self::SealBroken { .. } => {
                "if you changed it by hand, seal it again with `kiosk content seal`; if not, copy it again"
            }
            Self::Sidecar { .. } => {
                "close the program that edits it, so that it folds the journal in, and copy again"
            }
            Self::SlotUnusable { .. } => "ask for 1 to 8192 pixels a side",
            Self::Sql { .. } => "run `kiosk content check` on the edition",
            Self::TimedOut { .. } => {
                "copy the edition to a local disk; if it stays so, build it again with `kiosk content build`"
            }
            Self::TooLarge { .. } => "use smaller or fewer pictures",
            Self::TooManyRows { .. } => "split the edition, or remove what is not shown",
            Self::Value { .. } => "correct the value, then seal again with `kiosk content seal`",
            Self::WriteAhead { .. } => {
                "run `PRAGMA journal_mode=DELETE` on it where it is edited, then copy again"
            }
        }
    }

    /// The same error of a picture, with its name.
    pub(super) fn at(mut self, name: &str) -> Self {
        if let Self::PictureBroken { place, .. } | Self::PictureTooLarge { place, .. } = &mut self {
            name.clone_into(place);
        }
        self
    }

    /// The error that a failed SQLite call means for the edition at `place`.
    pub(super) fn of_sqlite(place: &str, doing: &'static str, source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let place = place.to_owned();
        let finding = || super::chars::quoted(&source.to_string());
        match source.sqlite_error_code() {
            Some(ErrorCode::OperationInterrupted) => Self::TimedOut { place, doing },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged { place, finding: finding() }
            }
            Some(ErrorCode::AuthorizationForStatementDenied) => {
                Self::Forbidden { place, what: finding() }
            }
            _ => Self::Sql { place, doing, source },
        }
    }
}
