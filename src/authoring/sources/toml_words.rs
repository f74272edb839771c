//! What the reader of TOML says, in an author's words: what is wrong with the line, and how it is written instead.
//!
//! The reader tells what it expected; what the author meant is seen in the line itself.

use std::ops::Range;

use super::super::faults::codes;
use super::text_file::TextFile;
use super::toml_value::{self, BOOLEAN, CURLY, DAY, Slip, TIME, Value, slip};

/// A fault of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Its code.
    pub(super) code: &'static str,
    /// What is wrong.
    pub(super) what: String,
    /// How to mend it.
    pub(super) mend: String,
}

impl Told {
    fn new(code: &'static str, what: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { code, what: what.into(), mend: mend.into() }
    }
}

/// Says what keeps `file` from being TOML at `span`.
pub(super) fn syntax(message: &str, file: &TextFile, span: Option<&Range<usize>>) -> Told {
    let message = plain(message);
    let found = message.split(", expected").next().unwrap_or_default();
    let line = span.map_or("", |span| file.line_at(span.start)).trim();
    let told = |Slip { what, mend }| Told { code: codes::TOML, what, mend };
    if message.contains("duplicate key") {
        return told(slip("the key is there twice", "keep one of the two lines"));
    }
    let value = match line.split_once('=') {
        Some((key, value)) => Value::of(key, value),
        // A line of a list.
        None if line.starts_with(CURLY) => Value::of("", line),
        None => return told(without_value(line, found)),
    };
    told(value.slip(&message).unwrap_or_else(|| {
        slip(
            format!("this cannot be read: {found}"),
            "texts stand in quotes, days and numbers do not; see docs/content.md",
        )
    }))
}

/// Where a list begins that is not closed before the next key or table.
pub(super) fn open_list(text: &str) -> Option<usize> {
    let mut open = None;
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim();
        let is_next = line.contains('=') || (line.starts_with('[') && line.ends_with(']'));
        if open.is_some() && is_next {
            return open;
        }
        if line.contains(']') {
            open = None;
        } else if line.split_once('=').is_some_and(|(_, value)| value.trim().starts_with('[')) {
            open = Some(start);
        }
        start += whole.len();
    }
    open
}

/// A line without `=`.
fn without_value(line: &str, message: &str) -> Slip {
    if line.starts_with('[') {
        let end = if line.starts_with("[[") { "]]" } else { "]" };
        let mend = if line.ends_with(end) {
            "a name in brackets is letters a to z, digits, _ and -".to_owned()
        } else {
            format!("close it with {end}")
        };
        return slip(format!("the line {} cannot be read", Value::of("", line).shown()), mend);
    }
    let is_key = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.');
    match line.split(|letter| !is_key(letter)).next() {
        None | Some("") => slip(
            format!("this cannot be read: {message}"),
            "every line is a key, = and a value; a remark begins with #",
        ),
        Some(key) => {
            slip("there is no = between the key and its value", format!("write {key} = …"))
        }
    }
}

/// Says what is wrong with a key or value of `file`; `top` are the keys that are known above all tables.
pub(super) fn value(
    message: &str,
    file: &TextFile,
    span: Option<&Range<usize>>,
    top: &[String],
) -> Told {
    let message = plain(message);
    if let Some((key, rest)) = quoted(&message, "unknown field ") {
        return unknown(key, rest, file, span, top);
    }
    if let Some((key, _)) = quoted(&message, "missing field ") {
        return Told::new(
            codes::KEY,
            format!("the key \"{key}\" is missing"),
            format!("add a line: {key} = …"),
        );
    }
    if let Some((word, rest)) = quoted(&message, "unknown variant ") {
        return Told::new(
            codes::VALUE,
            format!("the word \"{word}\" is not known here"),
            format!("write one of: {}", expected(rest).unwrap_or_default()),
        );
    }
    let line = span.map_or("", |span| file.line_at(span.start)).trim();
    let (key, of_line) = line.split_once('=').unwrap_or(("", ""));
    let at_span = span.and_then(|span| file.text.get(span.clone()));
    let at_span = at_span.filter(|text| !text.is_empty() && !text.contains('\n'));
    let found = Value::of(key, at_span.unwrap_or(of_line));
    let wanted = message.rsplit_once("expected ").or_else(|| message.split_once("wanted "));
    let belongs = wanted.and_then(|(_, kind)| toml_value::kind(kind));
    if let Some((kind, mend)) = belongs {
        let what = format!("{} stands where {kind} belongs", found.shown());
        return Told::new(codes::VALUE, what, found.without_quotes().unwrap_or(mend));
    }
    let mend = if message.contains("a day") || message.contains("calendar") {
        DAY
    } else if message.contains("a time") || message.contains("seconds") {
        TIME
    } else if message.contains("boolean") {
        BOOLEAN
    } else {
        "texts stand in quotes, days and numbers do not; see docs/content.md"
    };
    Told::new(codes::VALUE, format!("this cannot be read: {}", message.replace('`', "\"")), mend)
}

/// A key that is not known where it stands.
fn unknown(
    key: &str,
    rest: &str,
    file: &TextFile,
    span: Option<&Range<usize>>,
    top: &[String],
) -> Told {
    let above = span.and_then(|span| file.text.get(..span.start)).unwrap_or_default();
    let table = above.lines().rev().map(str::trim).find(|line| line.starts_with('['));
    if let Some(table) = table.filter(|_| top.iter().any(|known| known == key)) {
        return Told::new(
            codes::KEY,
            format!("the key \"{key}\" is not known below {table}"),
            format!("`{key}` belongs above the first [ or [[ line; move it up"),
        );
    }
    let mend = match expected(rest) {
        Some(known) => {
            format!("look for a slip of the pen, or take the line out; known here: {known}")
        }
        None => "take the line out".to_owned(),
    };
    Told::new(codes::KEY, format!("the key \"{key}\" is not known here"), mend)
}

/// The names of keys that a message lists.
pub(super) fn known_keys(message: &str) -> Vec<String> {
    let message = plain(message);
    let names = quoted(&message, "unknown field ").and_then(|(_, rest)| expected(rest));
    names.unwrap_or_default().split(", ").map(str::to_owned).collect()
}

/// The key that a message says is missing.
pub(super) fn missing_key(message: &str) -> Option<&str> {
    quoted(message, "missing field ").map(|(key, _)| key)
}

fn plain(message: &str) -> String {
    message.lines().next().unwrap_or_default().trim_end_matches('.').to_owned()
}

fn expected(rest: &str) -> Option<String> {
    let (_, known) = rest.split_once("expected ")?;
    Some(known.trim_start_matches("one of ").replace("` or `", "`, `").replace('`', ""))
}

/// The word in back quotes after `prefix`, and what follows it.
fn quoted<'a>(message: &'a str, prefix: &str) -> Option<(&'a str, &'a str)> {
    message.strip_prefix(prefix)?.strip_prefix('`')?.split_once('`')
}
