//! The seal: one number that stands for all that an edition shows.
//!
//! Half of all random bit flips pass SQLite's own checks, so only the seal proves that a copy is whole.
//!
//! # The digest, so that another program can compute it
//!
//! SHA-256, written as 64 lower-case hexadecimal digits, over this sequence of bytes:
//!
//! 1. the line `liangjiang-kiosk seal 1` and a line feed;
//! 2. for every table but `seal`, in ascending order of the bytes of its name:
//!    - `t` and the name as a string;
//!    - for every column in the order of its declaration: `c` and its name as a string;
//!    - for every row in ascending order of the primary key: `r`, then for every column its value:
//!      `n` for NULL; `i` and a signed 64-bit integer; `f` and the 64 bits of an IEEE 754 double;
//!      `s` and a string for TEXT; `b` and a string for BLOB.
//!
//! A string is its length in bytes as an unsigned 64-bit integer and then its bytes (UTF-8 for names and TEXT).
//! All integers and doubles are little-endian.
//! Tables whose names begin with `sqlite_` are SQLite's own and do not count.

use std::fmt::Write as _;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use super::error::Error;

const TITLE: &[u8] = b"liangjiang-kiosk seal 1\n";

/// The digest of all rows of the edition open in `connection`.
///
/// # Errors
///
/// [`Error::Sql`], [`Error::Damaged`] or [`Error::TimedOut`] where rows cannot be read.
pub fn digest(connection: &Connection) -> Result<String, Error> {
    walk(connection)
        .map_err(|source| Error::of_sqlite("the edition", "computing the digest", source))
}

/// The digest that the edition's seal holds, if it has one.
pub(super) fn sealed(connection: &Connection) -> rusqlite::Result<Option<String>> {
    connection.query_row("SELECT digest FROM seal WHERE id = 1", [], |row| row.get(0)).optional()
}

fn walk(connection: &Connection) -> rusqlite::Result<String> {
    let mut hash = Sha256::new();
    hash.update(TITLE);
    for table in tables(connection)? {
        hash.update(b"t");
        string(&mut hash, table.as_bytes());
        let mut rows = connection.prepare(&in_key_order(connection, &table)?)?;
        let columns = rows.column_count();
        for name in rows.column_names() {
            hash.update(b"c");
            string(&mut hash, name.as_bytes());
        }
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            hash.update(b"r");
            for column in 0..columns {
                value(&mut hash, row.get_ref(column)?);
            }
        }
    }
    Ok(hex(&hash.finalize()))
}

fn tables(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement =
        connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")?;
    let names = statement.query_map([], |row| row.get(0))?;
    let mut names: Vec<String> = names.collect::<Result<_, _>>()?;
    names.retain(|name| name != "seal" && !name.starts_with("sqlite_"));
    names.sort_unstable();
    Ok(names)
}

/// The query for all rows of `table` in the order of its primary key.
///
/// The key's own index is named where there is one: otherwise SQLite may sort whole rows in memory.
fn in_key_order(connection: &Connection, table: &str) -> rusqlite::Result<String> {
    let quoted = quoted(table);
    let mut key: Vec<(i64, String)> = connection
        .prepare(&format!("PRAGMA table_info({quoted})"))?
        .query_map([], |row| Ok((row.get(5)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    key.retain(|(place, _)| *place > 0);
    key.sort_unstable();
    let index: Option<String> = connection
        .prepare(&format!("PRAGMA index_list({quoted})"))?
        .query_map([], |row| Ok((row.get(3)?, row.get(1)?)))?
        .find_map(|index: rusqlite::Result<(String, String)>| match index {
            Ok((origin, name)) => (origin == "pk").then_some(Ok(name)),
            Err(error) => Some(Err(error)),
        })
        .transpose()?;
    let mut sql = format!("SELECT * FROM {quoted}");
    if let Some(index) = index {
        sql += " INDEXED BY ";
        sql += &self::quoted(&index);
    }
    for (number, (_, column)) in key.iter().enumerate() {
        sql += if number == 0 { " ORDER BY " } else { ", " };
        sql += &self::quoted(column);
    }
    Ok(sql)
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn string(hash: &mut Sha256, bytes: &[u8]) {
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

fn value(hash: &mut Sha256, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => hash.update(b"n"),
        ValueRef::Integer(number) => {
            hash.update(b"i");
            hash.update(number.to_le_bytes());
        }
        ValueRef::Real(number) => {
            hash.update(b"f");
            hash.update(number.to_bits().to_le_bytes());
        }
        ValueRef::Text(bytes) => {
            hash.update(b"s");
            string(hash, bytes);
        }
        ValueRef::Blob(bytes) => {
            hash.update(b"b");
            string(hash, bytes);
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
