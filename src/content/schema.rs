//! The tables of an edition, and the proof that a file has exactly these.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::chars::quoted;
use super::error::Error;

/// The statements that make the tables of an empty edition.
pub const SQL: &str = include_str!("schema.sql");

/// SQLite's `application_id` of an edition: the letters `LJK1`.
pub const APPLICATION_ID: i32 = 0x4C4A_4B31;

/// SQLite's `user_version` of an edition: the version of its schema.
pub const USER_VERSION: i32 = 1;

/// Makes the tables of an edition in an empty database and marks it as one.
///
/// # Errors
///
/// [`Error::Sql`] where SQLite refuses, as it does when the database is not empty.
pub fn create(connection: &Connection) -> Result<(), Error> {
    connection
        .execute_batch(SQL)
        .and_then(|()| connection.pragma_update(None, "application_id", APPLICATION_ID))
        .and_then(|()| connection.pragma_update(None, "user_version", USER_VERSION))
        .map_err(|source| Error::of_sqlite("the new edition", "making its tables", source))
}

/// Checks that `connection` holds an edition of this schema version and nothing beside its tables.
pub(super) fn check(connection: &Connection, place: &str) -> Result<(), Error> {
    let failed = |source| Error::of_sqlite(place, "reading the schema", source);
    let number = |pragma: &str| {
        connection
            .query_row(&format!("PRAGMA {pragma}"), [], |row| row.get::<_, i32>(0))
            .map_err(failed)
    };
    let place = || place.to_owned();
    let found = number("application_id")?;
    if found != APPLICATION_ID {
        return Err(Error::ForeignDatabase { place: place(), found });
    }
    let found = number("user_version")?;
    if found > USER_VERSION {
        return Err(Error::NewerSchema { place: place(), found });
    }
    if found < USER_VERSION {
        return Err(Error::OlderSchema { place: place(), found });
    }
    let there = objects(connection).map_err(failed)?;
    let wanted = Connection::open_in_memory()
        .and_then(|model| {
            model.execute_batch(SQL)?;
            objects(&model)
        })
        .map_err(failed)?;
    match difference(&wanted, &there) {
        None => Ok(()),
        Some(what) => Err(Error::Schema { place: place(), what }),
    }
}

/// The objects of a schema by name: their type, their table and their normalised SQL.
type Objects = BTreeMap<String, (String, String, String)>;

fn objects(connection: &Connection) -> rusqlite::Result<Objects> {
    let mut statement =
        connection.prepare("SELECT name, type, tbl_name, sql FROM sqlite_schema")?;
    let rows = statement.query_map([], |row| {
        let sql: Option<String> = row.get(3)?;
        Ok((row.get(0)?, (row.get(1)?, row.get(2)?, normalised(&sql.unwrap_or_default()))))
    })?;
    rows.collect()
}

fn difference(wanted: &Objects, there: &Objects) -> Option<String> {
    for (name, (kind, _, sql)) in there {
        if !wanted.contains_key(name) {
            let kind = match kind.as_str() {
                "table" if sql.to_ascii_uppercase().starts_with("CREATE VIRTUAL") => {
                    "virtual table".to_owned()
                }
                other => quoted(other),
            };
            return Some(format!("the {kind} {} is none of it", quoted(name)));
        }
    }
    for (name, object) in wanted {
        match there.get(name) {
            None => return Some(format!("{} {name} is missing", object.0)),
            Some(other) if other.0 != object.0 => {
                return Some(format!("{name} is a {}", quoted(&other.0)));
            }
            Some(other) if other != object => {
                return Some(format!("{name} is declared otherwise"));
            }
            Some(_) => {}
        }
    }
    None
}

/// `sql` without comments and with every run of blanks as one space, so that only its meaning counts.
fn normalised(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut rest = sql.chars().peekable();
    let mut space_due = false;
    while let Some(character) = rest.next() {
        match (character, rest.peek()) {
            ('-', Some('-')) => {
                rest.by_ref().find(|character| *character == '\n');
                space_due = true;
            }
            ('/', Some('*')) => {
                rest.next();
                let mut before = ' ';
                rest.by_ref().find(|&character| {
                    std::mem::replace(&mut before, character) == '*' && character == '/'
                });
                space_due = true;
            }
            (blank, _) if blank.is_ascii_whitespace() => space_due = true,
            (quote @ ('\'' | '"' | '`'), _) => {
                flush_space(&mut out, &mut space_due);
                out.push(quote);
                // A doubled quote ends one run and begins the next, which copies the same characters.
                for inside in rest.by_ref() {
                    out.push(inside);
                    if inside == quote {
                        break;
                    }
                }
            }
            (other, _) => {
                flush_space(&mut out, &mut space_due);
                out.push(other);
            }
        }
    }
    out
}

fn flush_space(out: &mut String, space_due: &mut bool) {
    if std::mem::take(space_due) && !out.is_empty() {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_blanks_do_not_count_and_texts_do() {
        assert_eq!(
            normalised("CREATE  TABLE a (\n b TEXT -- note\n,/* x */ c TEXT)"),
            "CREATE TABLE a ( b TEXT , c TEXT)"
        );
        assert_ne!(
            normalised("CHECK (a IN ('x  y'))"),
            normalised("CHECK (a IN ('x y'))"),
            "blanks within a text are part of it"
        );
        assert_eq!(normalised("'it''s -- so'"), "'it''s -- so'");
    }

    #[test]
    fn unfinished_comments_and_texts_end_with_the_input() {
        for sql in ["a /* b", "a -- b", "a 'b", "a \"", "/*/"] {
            normalised(sql);
        }
    }

    #[test]
    fn a_new_edition_has_the_schema_that_the_check_wants() {
        let connection = Connection::open_in_memory().expect("memory");
        create(&connection).expect("created");
        check(&connection, "here").expect("accepted");
    }
}
