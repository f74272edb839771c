//! The full-text index itself: FTS5 in a private connection in memory, of which no visitor's text is ever a statement.
//!
//! It keeps where tokens stand and not the texts, one table a language.
//! Work on it is bounded by a clock, its size by a number of pages.

use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, params};

use crate::content::error::Error;
use crate::content::store::Deadline;

/// What errors call it.
const PLACE: &str = "the search index";
/// Most pages of 4 KiB: 128 MiB.
const PAGES_MAX: u32 = 32 << 10;
/// Largest text of one column in bytes.
pub(super) const COLUMN_MAX_BYTES: usize = 512 << 10;
/// What one question to it may take.
const QUERY_TIME: Duration = Duration::from_millis(500);
/// What adding a handful of rows may take.
const INSERT_TIME: Duration = Duration::from_secs(20);
/// Steps of SQLite's virtual machine between two looks at the clock.
const STEPS_PER_LOOK: i32 = 1_000;
/// Most rows that are weighed; a query that more have is so common that its words tell nothing apart.
const WEIGHED_MAX: usize = 500;

/// What one thing adds: tokens with spaces between them.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Of its title, which weighs most.
    pub(super) title: String,
    /// Of its summary.
    pub(super) summary: String,
    /// Of the names of what it belongs to.
    pub(super) names: String,
    /// Of the rest.
    pub(super) body: String,
}

/// One table a language, with rows by number.
#[derive(Debug)]
pub(super) struct Table {
    connection: Connection,
    deadline: Deadline,
}

impl Table {
    /// Empty tables for so many languages.
    pub(super) fn new(languages: usize) -> Result<Self, Error> {
        let deadline = Deadline::new();
        let connection = open(languages, deadline.clone())
            .map_err(|source| Error::of_sqlite(PLACE, "opening", source))?;
        Ok(Self { connection, deadline })
    }

    /// Does `work`, which adds rows, as one change.
    pub(super) fn change(&self, work: impl FnOnce() -> Result<(), Error>) -> Result<(), Error> {
        let failed = |source| Error::of_sqlite(PLACE, "adding to it", source);
        self.deadline.set(INSERT_TIME);
        let change = self.connection.unchecked_transaction().map_err(failed)?;
        work()?;
        change.commit().map_err(failed)
    }

    /// Adds row `number` to a language's table.
    pub(super) fn add(&self, language: usize, number: usize, row: &Row) -> Result<(), Error> {
        let failed = |source| Error::of_sqlite(PLACE, "adding to it", source);
        self.connection
            .prepare_cached(&format!(
                "INSERT INTO text{language} (rowid, title, summary, names, body) VALUES (?1, ?2, ?3, ?4, ?5)"
            ))
            .and_then(|mut insert| {
                insert.execute(params![number_of(number), row.title, row.summary, row.names, row.body])
            })
            .map(drop)
            .map_err(failed)
    }

    /// The rows that `expression` matches, each with its weight, the smaller the better.
    ///
    /// Where there are very many, they weigh nothing.
    pub(super) fn weigh(
        &self,
        language: usize,
        expression: &str,
    ) -> Result<Vec<(usize, f64)>, Error> {
        let mut rows = Vec::new();
        self.each(language, expression, |number| rows.push((number, 0.0)))?;
        if rows.is_empty() || rows.len() > WEIGHED_MAX {
            return Ok(rows);
        }
        rows.clear();
        self.rows(
            &format!(
                "SELECT rowid, bm25(text{language}, 10.0, 4.0, 2.0, 1.0) FROM text{language}
                 WHERE text{language} MATCH ?1"
            ),
            expression,
            |row| {
                rows.push((number_in(row)?, row.get(1)?));
                Ok(())
            },
        )?;
        Ok(rows)
    }

    /// Calls `take` with the number of every row that `expression` matches.
    pub(super) fn each(
        &self,
        language: usize,
        expression: &str,
        mut take: impl FnMut(usize),
    ) -> Result<(), Error> {
        self.rows(
            &format!("SELECT rowid FROM text{language} WHERE text{language} MATCH ?1"),
            expression,
            |row| {
                take(number_in(row)?);
                Ok(())
            },
        )
    }

    /// Its size in bytes.
    pub(super) fn bytes(&self) -> u64 {
        let number = |pragma: &str| {
            self.connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
        };
        let bytes = number("page_count").and_then(|pages| Ok(pages * number("page_size")?));
        bytes.unwrap_or_default().unsigned_abs()
    }

    fn rows(
        &self,
        sql: &str,
        expression: &str,
        mut take: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), Error> {
        self.deadline.set(QUERY_TIME);
        let mut run = || {
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query([expression])?;
            while let Some(row) = rows.next()? {
                take(row)?;
            }
            Ok(())
        };
        run().map_err(|source| Error::of_sqlite(PLACE, "searching", source))
    }
}

fn number_in(row: &rusqlite::Row<'_>) -> rusqlite::Result<usize> {
    let number: i64 = row.get(0)?;
    Ok(usize::try_from(number).unwrap_or(usize::MAX))
}

fn number_of(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn open(languages: usize, deadline: Deadline) -> rusqlite::Result<Connection> {
    let mut connection = Connection::open_in_memory_with_flags(
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    for language in 0..languages {
        // The texts come folded, so the tokenizer only parts them at spaces; `|` is a token for fold::BREAK.
        connection.execute_batch(&format!(
            "CREATE VIRTUAL TABLE text{language} USING fts5(title, summary, names, body,
               content='', prefix='1 2', tokenize=\"unicode61 remove_diacritics 2 tokenchars '|'\")"
        ))?;
    }
    for (option, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
    ] {
        connection.set_db_config(option, on)?;
    }
    for (limit, value) in [
        (Limit::SQLITE_LIMIT_LENGTH, 4 << 20),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 10_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 20),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 10),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, value)?;
    }
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "max_page_count", PAGES_MAX)?;
    connection.progress_handler(STEPS_PER_LOOK, Some(move || deadline.has_passed()))?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}
