//! Reading one row: every value typed, bounded, and named in the error when it is not what it should be.

use std::cell::RefCell;
use std::fmt::Display;
use std::ops::RangeInclusive;

use jiff::civil::{Date, Time};
use rusqlite::Row;
use rusqlite::types::{FromSql, Value, ValueRef};

use super::bounds::LINE_MAX_BYTES;
use super::chars::{one_line, quoted};
use super::error::Error;
use super::store::Store;

/// A row of `table` whose first column tells which one it is.
pub(super) struct Record<'a, 'stmt> {
    row: &'a Row<'stmt>,
    table: &'static str,
}

impl Record<'_, '_> {
    /// A value of the type that SQLite keeps it in, such as an integer or a real.
    pub(super) fn get<T: FromSql>(&self, column: usize) -> Result<T, Error> {
        T::column_result(self.raw(column)?).map_err(|error| self.error(column, error.to_string()))
    }

    /// A yes or no, kept as 1 or 0.
    pub(super) fn flag(&self, column: usize) -> Result<bool, Error> {
        Ok(self.get::<i64>(column)? != 0)
    }

    /// A number within `range`.
    pub(super) fn number<T>(&self, column: usize, range: RangeInclusive<T>) -> Result<T, Error>
    where
        T: FromSql + PartialOrd + Display,
    {
        self.optional_number(column, range)?.ok_or_else(|| self.error(column, "is missing"))
    }

    /// A number within `range`, if there is one.
    ///
    /// The schema has the same bounds as `CHECK`s, but SQLite leaves those out of a read-only connection.
    pub(super) fn optional_number<T>(
        &self,
        column: usize,
        range: RangeInclusive<T>,
    ) -> Result<Option<T>, Error>
    where
        T: FromSql + PartialOrd + Display,
    {
        let number: Option<T> = self.get(column)?;
        match number {
            Some(number) if !range.contains(&number) => {
                let what = format!("is {number}, not {} to {}", range.start(), range.end());
                Err(self.error(column, what))
            }
            number => Ok(number),
        }
    }

    /// A finite number.
    pub(super) fn real(&self, column: usize) -> Result<f64, Error> {
        self.number(column, f64::MIN..=f64::MAX)
    }

    /// A text as it is, of at most `limit` bytes.
    pub(super) fn text(&self, column: usize, limit: usize) -> Result<&str, Error> {
        self.optional_text(column, limit)?.ok_or_else(|| self.error(column, "is missing"))
    }

    /// A text of one line, without characters that must not reach the glass.
    pub(super) fn line(&self, column: usize) -> Result<String, Error> {
        Ok(one_line(self.text(column, LINE_MAX_BYTES)?).trim().to_owned())
    }

    /// A text as it is, if there is one.
    pub(super) fn optional_text(&self, column: usize, limit: usize) -> Result<Option<&str>, Error> {
        let bytes = match self.raw(column)? {
            ValueRef::Null => return Ok(None),
            ValueRef::Text(bytes) => bytes,
            other => {
                return Err(self.error(column, format!("is {}, not a text", other.data_type())));
            }
        };
        if bytes.len() > limit {
            let what = format!("is {} bytes long, at most {limit} are read", bytes.len());
            return Err(self.error(column, what));
        }
        let text = std::str::from_utf8(bytes)
            .map_err(|error| self.error(column, format!("is not UTF-8: {error}")))?;
        if text.contains('\0') {
            return Err(self.error(column, "holds a NUL character"));
        }
        Ok(Some(text))
    }

    /// A day.
    pub(super) fn date(&self, column: usize) -> Result<Date, Error> {
        self.optional_date(column)?.ok_or_else(|| self.error(column, "is missing"))
    }

    /// A day, if there is one.
    pub(super) fn optional_date(&self, column: usize) -> Result<Option<Date>, Error> {
        self.parsed(column, "a day such as 2026-05-01")
    }

    /// A time of day, if there is one.
    pub(super) fn optional_time(&self, column: usize) -> Result<Option<Time>, Error> {
        self.parsed(column, "a time such as 09:00")
    }

    fn parsed<T: std::str::FromStr>(
        &self,
        column: usize,
        wanted: &str,
    ) -> Result<Option<T>, Error> {
        let Some(text) = self.optional_text(column, LINE_MAX_BYTES)? else {
            return Ok(None);
        };
        match text.parse() {
            Ok(value) => Ok(Some(value)),
            Err(_) => Err(self.error(column, format!("is «{}», not {wanted}", quoted(text)))),
        }
    }

    /// One of a few names.
    pub(super) fn choice<T: Copy>(&self, column: usize, choices: &[(&str, T)]) -> Result<T, Error> {
        let text = self.text(column, LINE_MAX_BYTES)?;
        choices
            .iter()
            .find(|(name, _)| *name == text)
            .map(|(_, choice)| *choice)
            .ok_or_else(|| self.error(column, format!("is «{}», which is unknown", quoted(text))))
    }

    /// The error that `column` of this row has.
    pub(super) fn error(&self, column: usize, what: impl Into<String>) -> Error {
        let key = match self.row.get_ref(0).map(Value::try_from) {
            Ok(Ok(Value::Integer(key))) => format!(" {key}"),
            Ok(Ok(Value::Text(key))) => format!(" {}", quoted(&key)),
            _ => String::new(),
        };
        Error::Value {
            place: format!("{}{key}", self.table),
            column: self.row.as_ref().column_name(column).unwrap_or("?").to_owned(),
            what: what.into(),
        }
    }

    fn raw(&self, column: usize) -> Result<ValueRef<'_>, Error> {
        self.row.get_ref(column).map_err(|error| self.error(column, error.to_string()))
    }
}

/// Rows that could not be read, kept so that one bad row does not hide the next.
#[derive(Debug, Default)]
pub(super) struct Problems(RefCell<Vec<Error>>);

impl Problems {
    /// How many are kept: more tell nobody anything.
    const KEPT: usize = 1_000;

    /// Keeps `error`.
    pub(super) fn add(&self, error: Error) {
        let mut kept = self.0.borrow_mut();
        if kept.len() < Self::KEPT {
            kept.push(error);
        }
    }

    /// All that were kept.
    pub(super) fn into_vec(self) -> Vec<Error> {
        self.0.into_inner()
    }
}

impl Store {
    /// Calls `take` for every row that `sql` selects; a row that it cannot read goes to `problems`.
    pub(super) fn each(
        &self,
        table: &'static str,
        sql: &str,
        problems: &Problems,
        mut take: impl FnMut(&Record<'_, '_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.select(table, sql, &[], |record| {
            if let Err(error) = take(record) {
                problems.add(error);
            }
            Ok(())
        })
    }

    /// Calls `take` for every row that `sql` selects with `keys`, until it fails.
    pub(super) fn select(
        &self,
        table: &'static str,
        sql: &str,
        keys: &[i64],
        mut take: impl FnMut(&Record<'_, '_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.start_query();
        let failed = |source| self.failed("reading rows", source);
        let mut statement = self.connection.prepare_cached(sql).map_err(failed)?;
        let mut rows = statement.query(rusqlite::params_from_iter(keys)).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            take(&Record { row, table })?;
        }
        Ok(())
    }
}
