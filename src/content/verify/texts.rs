//! Every text of every row, as it is in the file: characters that steer, hide or cannot be read.

use std::fmt;

use super::Report;
use crate::content::bounds::{BODY_MAX_BYTES, LINE_MAX_BYTES, RINGS_MAX_BYTES, ROWS_MAX};
use crate::content::catalogue::Catalogue;
use crate::content::chars::{
    is_bidi_control, is_combining, is_invisible, is_private_or_never, is_wide,
};
use crate::content::error::Error;
use crate::content::fault::codes;
use crate::content::ids::{
    ArticleId, FigureId, LanguageId, PageId, PictureId, SectionId, TopicId, ZoneId,
};
use crate::content::library::Library;
use crate::content::record::Problems;

/// Longest run of letters that a line can hold.
const WORD_MAX: usize = 60;
/// Most marks over one letter: Vietnamese and phonetic writing need two or three.
const MARKS_MAX: usize = 4;

/// Where a text is.
#[derive(Debug)]
pub(in crate::content) struct Place<'a> {
    table: &'static str,
    owner: &'a str,
    language: &'a str,
    column: &'a str,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { table, owner, language, column } = self;
        write!(formatter, "{table} {owner}")?;
        if !language.is_empty() {
            write!(formatter, " [{language}]")?;
        }
        write!(formatter, ", {column}")
    }
}

/// Checks every text.
pub(super) fn check(library: &Library, report: &mut Report) -> Result<(), Error> {
    let mut found = Vec::new();
    let unreadable = each_text(library, |place, text| {
        for (code, what, mend) in faults_of(place.column, text) {
            found.push((code, place.to_string(), what, mend));
        }
    })?;
    for error in unreadable {
        report.problem(&error);
    }
    for (code, place, what, mend) in found {
        if code == codes::TEXT_CONTROL {
            report.error(code, place, what, mend);
        } else {
            report.warning(code, place, what, mend);
        }
    }
    Ok(())
}

/// Calls `take` with every text that a visitor can see; returns the rows that cannot be read.
pub(in crate::content) fn each_text(
    library: &Library,
    mut take: impl FnMut(&Place<'_>, &str),
) -> Result<Vec<Error>, Error> {
    let catalogue = library.catalogue();
    let problems = Problems::default();
    for &(table, _) in ROWS_MAX.iter().filter(|(table, _)| *table != "seal") {
        let columns = columns(library, table)?;
        let has_language = columns.iter().any(|column| column.name == "language");
        let texts: Vec<&str> = columns
            .iter()
            .filter(|column| column.is_text)
            .map(|column| column.name.as_str())
            .collect();
        let Some(key) = columns.first().filter(|_| !texts.is_empty()) else {
            continue;
        };
        let language = if has_language { "language" } else { "NULL" };
        let sql = format!("SELECT {}, {language}, {} FROM {table}", key.name, texts.join(", "));
        library.store().each(table, &sql, &problems, |row| {
            let owner = owner(&catalogue, table, row.get(0)?);
            let tag = row
                .get::<Option<i64>>(1)?
                .and_then(|id| catalogue.language(LanguageId(id)))
                .map_or("", |language| &language.tag);
            for (column, name) in (2..).zip(&texts) {
                let limit = match *name {
                    "body" => BODY_MAX_BYTES,
                    "rings" => RINGS_MAX_BYTES,
                    _ => LINE_MAX_BYTES,
                };
                match row.optional_text(column, limit) {
                    Ok(Some(text)) => {
                        take(&Place { table, owner: &owner, language: tag, column: name }, text);
                    }
                    Ok(None) => {}
                    Err(error) => problems.add(error),
                }
            }
            Ok(())
        })?;
    }
    Ok(problems.into_vec())
}

struct Column {
    name: String,
    is_text: bool,
}

fn columns(library: &Library, table: &'static str) -> Result<Vec<Column>, Error> {
    let mut columns = Vec::new();
    library.store().select(table, &format!("PRAGMA table_info({table})"), &[], |row| {
        columns.push(Column {
            name: row.text(1, LINE_MAX_BYTES)?.to_owned(),
            is_text: row.text(2, LINE_MAX_BYTES)? == "TEXT",
        });
        Ok(())
    })?;
    Ok(columns)
}

/// The slug of what a row of `table` belongs to, or its key where it has none.
fn owner(catalogue: &Catalogue, table: &str, key: i64) -> String {
    let kind = table.split('_').next().unwrap_or_default();
    let slug = match kind {
        "article" => catalogue.article(ArticleId(key)).map(|article| &article.slug),
        "page" => catalogue.page(PageId(key)).map(|page| &page.slug),
        "picture" => catalogue.picture(PictureId(key)).map(|picture| &picture.slug),
        "section" => catalogue.section(SectionId(key)).map(|section| &section.slug),
        "topic" => catalogue.topic(TopicId(key)).map(|topic| &topic.slug),
        "zone" => catalogue.zone(ZoneId(key)).map(|zone| &zone.slug),
        "figure" => catalogue.figure(FigureId(key)).map(|figure| &figure.slug),
        "language" => catalogue.language(LanguageId(key)).map(|language| &language.tag),
        _ => None,
    };
    slug.map_or_else(|| key.to_string(), Clone::clone)
}

type TextFault = (&'static str, String, &'static str);

fn faults_of(column: &str, text: &str) -> Vec<TextFault> {
    let mut faults = Vec::new();
    let has_lines = matches!(column, "body" | "rings");
    let point = |character: char| format!("U+{:04X}", u32::from(character));
    let steers = |character: &char| {
        is_bidi_control(*character)
            || character.is_control() && !(has_lines && matches!(character, '\n' | '\r' | '\t'))
    };
    if let Some(character) = text.chars().find(steers) {
        faults.push((
            codes::TEXT_CONTROL,
            format!("has the control character {}", point(character)),
            "remove it; write the text in one line where it is not a body",
        ));
    }
    let hides = |character: &char| {
        is_invisible(*character)
            || is_private_or_never(*character)
            || *character == char::REPLACEMENT_CHARACTER
    };
    if let Some(character) = text.chars().find(hides) {
        faults.push((
            codes::TEXT_INVISIBLE,
            format!("has {}, which nobody can read", point(character)),
            "remove it or write the character that was meant",
        ));
    }
    if matches!(column, "url" | "rings" | "slug") {
        return faults;
    }
    let (mut letters, mut marks, mut longest, mut most_marks) = (0, 0, 0, 0);
    for character in text.chars() {
        if is_combining(character) {
            marks += 1;
        } else {
            marks = 0;
            let goes_on = character.is_alphanumeric() && !is_wide(character);
            letters = if goes_on { letters + 1 } else { 0 };
        }
        longest = longest.max(letters);
        most_marks = most_marks.max(marks);
    }
    if longest > WORD_MAX {
        faults.push((
            codes::TEXT_WORD,
            format!("has a word of {longest} letters"),
            "part it: no line holds so long a word",
        ));
    }
    if most_marks > MARKS_MAX {
        faults.push((
            codes::TEXT_INVISIBLE,
            format!("has {most_marks} marks over one letter"),
            "remove them: they would cover the lines above",
        ));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes_of(column: &str, text: &str) -> Vec<&'static str> {
        faults_of(column, text).into_iter().map(|(code, ..)| code).collect()
    }

    #[test]
    fn ordinary_texts_in_any_writing_have_no_faults() {
        for text in [
            "Two rivers – “30 million t”",
            "两江新区，2022年",
            "Ngày tốt lành",
            "صباح الخير",
            "a\u{301}",
        ] {
            assert_eq!(codes_of("headline", text), Vec::<&str>::new(), "{text}");
        }
        assert!(codes_of("body", "one\r\n\ttwo\n").is_empty(), "a body has lines");
    }

    #[test]
    fn texts_that_steer_hide_or_overflow_are_told_of() {
        for (column, text, code) in [
            ("headline", "a\nb", codes::TEXT_CONTROL),
            ("body", "a\u{1b}[31m", codes::TEXT_CONTROL),
            ("body", "a\u{202E}b", codes::TEXT_CONTROL),
            ("body", "a\u{2066}b", codes::TEXT_CONTROL),
            ("body", "a\u{200B}b", codes::TEXT_INVISIBLE),
            ("body", "a\u{FFFD}b", codes::TEXT_INVISIBLE),
            ("body", "a\u{E000}b", codes::TEXT_INVISIBLE),
            ("body", "a\u{FFFF}b", codes::TEXT_INVISIBLE),
        ] {
            assert_eq!(codes_of(column, text), [code], "{text:?}");
        }
        let stacked = format!("a{}", "\u{301}".repeat(500));
        assert_eq!(codes_of("body", &stacked), [codes::TEXT_INVISIBLE]);
        assert_eq!(codes_of("body", &"x".repeat(1_000)), [codes::TEXT_WORD]);
        assert!(codes_of("body", &"字".repeat(1_000)).is_empty(), "hanzi wrap anywhere");
    }
}
