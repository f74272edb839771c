//! A hardened, read-only connection to one edition.
//!
//! SQLite runs here with the least that reading needs: no writing, no views, triggers, extensions or other
//! files, small limits, and a clock that interrupts a query no honest edition would need.

use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::error::Error;
use super::{bounds, file, schema};

/// What any one query of the reader may take.
const QUERY_TIME: Duration = Duration::from_secs(5);
/// What a check of the whole file may take beyond the time for its bytes.
const CHECK_TIME: Duration = Duration::from_secs(20);
/// The slowest medium that a check of the whole file allows for, in bytes a second.
const SLOWEST_READ: u64 = 8 << 20;
/// Steps of SQLite's virtual machine between two looks at the clock.
const STEPS_PER_LOOK: i32 = 1_000;

/// The only functions that a query of ours calls.
const FUNCTIONS: [&str; 2] = ["count", "octet_length"];
/// The only pragmas that are asked once the connection is set up.
const PRAGMAS: [&str; 6] = [
    "application_id",
    "foreign_key_check",
    "index_list",
    "quick_check",
    "table_info",
    "user_version",
];

/// An open edition whose content nobody has vouched for.
#[derive(Debug)]
pub(super) struct Store {
    pub(super) connection: Connection,
    /// How messages name it: its path, or where its bytes come from.
    pub(super) place: String,
    bytes: u64,
    deadline: Deadline,
}

impl Store {
    /// Opens the file at `path`.
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        let (real, bytes) = file::inspect(path)?;
        let place = path.display().to_string();
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_NO_MUTEX
            | OpenFlags::SQLITE_OPEN_NOFOLLOW
            | OpenFlags::SQLITE_OPEN_EXRESCODE;
        let connection = Connection::open_with_flags(real, flags)
            .map_err(|source| Error::of_sqlite(&place, "opening", source))?;
        Self::harden(connection, place, bytes)
    }

    /// Opens an edition held in memory, such as one compiled into the program.
    pub(super) fn from_bytes(edition: &[u8]) -> Result<Self, Error> {
        let place = "the built-in edition".to_owned();
        file::inspect_bytes(&place, edition)?;
        let failed = |source| Error::of_sqlite(&place, "opening", source);
        let mut connection = Connection::open_in_memory().map_err(failed)?;
        connection
            .deserialize_read_exact("main", Cursor::new(edition), edition.len(), true)
            .map_err(failed)?;
        Self::harden(connection, place, edition.len() as u64)
    }

    fn harden(mut connection: Connection, place: String, bytes: u64) -> Result<Self, Error> {
        let deadline = Deadline::new();
        restrict(&mut connection, deadline.clone())
            .map_err(|source| Error::of_sqlite(&place, "opening", source))?;
        Ok(Self { connection, place, bytes, deadline })
    }

    /// Starts the clock of one query.
    pub(super) fn start_query(&self) {
        self.deadline.set(QUERY_TIME);
    }

    /// Starts the clock of work that reads the whole file.
    pub(super) fn start_whole_read(&self) {
        self.deadline.set(CHECK_TIME + Duration::from_secs(self.bytes / SLOWEST_READ));
    }

    /// The error that `source` means here.
    pub(super) fn failed(&self, doing: &'static str, source: rusqlite::Error) -> Error {
        Error::of_sqlite(&self.place, doing, source)
    }

    /// Checks that this is an edition of a schema that this kiosk reads, with exactly its tables.
    pub(super) fn check_form(&self) -> Result<(), Error> {
        self.start_query();
        schema::check(&self.connection, &self.place)
    }

    /// Lets SQLite look for damage in the whole file: broken pages, values of the wrong type, missing values.
    ///
    /// It does not look at `CHECK`s, which SQLite leaves out of a read-only connection; rows are checked as they are read.
    pub(super) fn check_structure(&self) -> Result<(), Error> {
        self.start_whole_read();
        let finding: String = self
            .connection
            .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
            .map_err(|source| self.failed("the search for damage", source))?;
        if finding == "ok" {
            return Ok(());
        }
        Err(Error::Damaged { place: self.place.clone(), finding: super::chars::quoted(&finding) })
    }

    /// Every reference between tables that leads nowhere, up to a hundred.
    pub(super) fn broken_references(&self) -> Result<Vec<Error>, Error> {
        self.start_whole_read();
        let failed = |source| self.failed("the check of references", source);
        let mut statement = self.connection.prepare("PRAGMA foreign_key_check").map_err(failed)?;
        let rows = statement
            .query_map([], |row| {
                Ok(Error::Reference {
                    place: self.place.clone(),
                    table: row.get(0)?,
                    row: row.get::<_, Option<i64>>(1)?.unwrap_or_default(),
                    target: row.get(2)?,
                })
            })
            .map_err(failed)?;
        rows.take(100).collect::<Result<_, _>>().map_err(failed)
    }

    /// Checks that no table has more rows than an edition may have.
    pub(super) fn check_bounds(&self) -> Result<(), Error> {
        for &(table, limit) in bounds::ROWS_MAX {
            self.start_query();
            let rows: i64 = self
                .connection
                .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
                .map_err(|source| self.failed("counting rows", source))?;
            let rows = rows.unsigned_abs();
            if rows > limit {
                return Err(Error::TooManyRows { place: self.place.clone(), table, rows, limit });
            }
        }
        Ok(())
    }
}

/// Bounds the memory of all of SQLite in this process, in bytes; it can only be lowered later.
///
/// For a process that only shows editions.
/// One that builds them in memory must not call it.
///
/// # Errors
///
/// [`Error::Sql`] where SQLite refuses.
pub fn bound_memory(bytes: u32) -> Result<(), Error> {
    Connection::open_in_memory()
        .and_then(|connection| connection.pragma_update(None, "hard_heap_limit", bytes))
        .map_err(|source| Error::of_sqlite("SQLite", "bounding the memory", source))
}

/// A moment shared between a store and SQLite's progress handler, in milliseconds after `base`.
#[derive(Debug, Clone)]
pub(super) struct Deadline {
    base: Instant,
    at_ms: Arc<AtomicU64>,
}

impl Deadline {
    /// One that never comes.
    pub(super) fn new() -> Self {
        Self { base: Instant::now(), at_ms: Arc::new(AtomicU64::new(u64::MAX)) }
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.base.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Moves it to so long from now.
    pub(super) fn set(&self, time: Duration) {
        let time_ms = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        self.at_ms.store(self.now_ms().saturating_add(time_ms), Ordering::Relaxed);
    }

    /// Whether it has come.
    pub(super) fn has_passed(&self) -> bool {
        self.now_ms() > self.at_ms.load(Ordering::Relaxed)
    }
}

fn restrict(connection: &mut Connection, deadline: Deadline) -> rusqlite::Result<()> {
    for (option, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
    ] {
        connection.set_db_config(option, on)?;
    }
    for (limit, value) in [
        // A row holds one picture and its numbers.
        (Limit::SQLITE_LIMIT_LENGTH, (32 << 20) + (64 << 10)),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 12),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 3),
        (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 8),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 10),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
        (Limit::SQLITE_LIMIT_PARSER_DEPTH, 100),
        (Limit::SQLITE_LIMIT_SCHEMA, 200),
    ] {
        connection.set_limit(limit, value)?;
    }
    connection.pragma_update(None, "cell_size_check", true)?;
    // A file cut short under a memory map raises a signal that no program can handle as an error.
    connection.pragma_update(None, "mmap_size", 0)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.busy_timeout(Duration::from_millis(500))?;
    connection.progress_handler(STEPS_PER_LOOK, Some(move || deadline.has_passed()))?;
    connection.authorizer(Some(authorize))
}

fn authorize(context: AuthContext<'_>) -> Authorization {
    let allowed = match context.action {
        AuthAction::Select => true,
        // The schema has been compared before any table but sqlite_schema is read.
        AuthAction::Read { .. } => context.accessor.is_none(),
        AuthAction::Function { function_name } => {
            FUNCTIONS.iter().any(|known| known.eq_ignore_ascii_case(function_name))
        }
        AuthAction::Pragma { pragma_name, .. } => {
            PRAGMAS.iter().any(|known| known.eq_ignore_ascii_case(pragma_name))
        }
        _ => false,
    };
    if allowed { Authorization::Allow } else { Authorization::Deny }
}
